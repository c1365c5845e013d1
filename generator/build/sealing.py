"""Records kept as MessagePack behind a digest of it, by which damage is seen."""

import hashlib
from functools import cached_property
from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")

_LENGTH = hashlib.sha256().digest_size
_ENCODER = msgspec.msgpack.Encoder()


class Seal(Generic[T]):
    """Makes bytes of records of one class, which nobody but the same Linli reads again."""

    def __init__(self, kind: type[T]) -> None:
        """Take a class of records, of which every field's type can be told from its value."""
        self._kind = kind

    @cached_property
    def _decoder(self) -> msgspec.msgpack.Decoder[T]:
        return msgspec.msgpack.Decoder(self._kind)

    def close(self, record: T) -> bytes:
        """Return a record as bytes."""
        data = _ENCODER.encode(record)
        return hashlib.sha256(data).digest() + data

    def open(self, sealed: bytes) -> T:
        """Return the record. Raises ValueError if the bytes are not those that were sealed."""
        digest, data = sealed[:_LENGTH], sealed[_LENGTH:]
        if hashlib.sha256(data).digest() != digest:
            raise ValueError(digest.hex())
        return self._decoder.decode(data)
