"""The digest of what a view says: the same for the same values, in every build."""

import hashlib
from typing import Any

import msgspec


class Digested:
    """Something of a view that tells itself by digests, so that it need not be looked into."""

    __slots__ = ()

    @property
    def digests(self) -> tuple[str, ...]:
        """What is the same for the same values; of no account is what has none."""
        raise NotImplementedError


def digest_of(said: object) -> str:
    """Return the SHA-256 of plain values and `Frozen` records of them, with their classes' names.

    Raises TypeError for what is neither; a member of an enumeration counts as its value.
    """
    return hashlib.sha256(_ENCODER.encode(said)).hexdigest()


def _tell(said: Any) -> tuple[str, ...]:
    if isinstance(said, Digested):
        return said.digests
    raise TypeError(f"{type(said).__name__} has no digest")


_ENCODER = msgspec.msgpack.Encoder(enc_hook=_tell, order="deterministic")
