"""What a target has to be able to do, whatever the way to it."""

import hashlib
from collections.abc import Mapping, Sequence
from posixpath import dirname, join
from typing import Protocol

from generator.frozen import Frozen
from generator.publish.record import Entry
from generator.publish.source import Upload


class Survey(Frozen):
    """How some files stand at a target: what is there as it should be, and what is not there.

    What is in neither has other bytes.
    """

    same: frozenset[str]
    missing: frozenset[str]


class Host(Protocol):
    """A place for files, by paths relative to the site's root, with forward slashes.

    Each method but `close` raises `Interrupted` for what may pass, after which the host is closed,
    opened again and asked the same; so whatever it does can be done twice. `PublishError` is final.
    """

    @property
    def verification(self) -> str:
        """The code of the words for how files are verified once they are there."""

    def open(self) -> None:
        """Connect."""

    def close(self) -> None:
        """Let go of the connection; never raises."""

    def list_top(self) -> list[str]:
        """Return the names at the root, empty if there is no such folder yet."""

    def read(self, path: str) -> bytes | None:
        """Return a file's bytes, None if there is none."""

    def write(self, path: str, data: bytes) -> None:
        """Write a small file of Linli's own, whole or not."""

    def create(self, path: str, data: bytes) -> bool:
        """Write a file unless there is one; return whether it was written."""

    def modified(self, path: str) -> float | None:
        """Return when a file was last written, in seconds by the host's clock."""

    def survey(self, uploads: Sequence[Upload]) -> Survey:
        """Look at files that may be there, by their digests."""

    def put(self, uploads: Sequence[Upload]) -> None:
        """Put files there, each whole or as it was, and verify them."""

    def remove(self, paths: Sequence[str]) -> None:
        """Delete files, and the folders that are empty then; what is not there is no failure."""

    def sweep(self, unsure: Mapping[str, Entry]) -> None:
        """Delete what an earlier publish of these files left half done."""


def part_of(path: str, entry: Entry) -> str:
    """Return the name of a file while it is on its way: the same when it is tried again."""
    code = hashlib.sha256(f"{path}\n{entry.digest}".encode()).hexdigest()[:16]
    return join(dirname(path), f".linli-{code}.part")
