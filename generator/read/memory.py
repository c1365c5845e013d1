"""What earlier runs have read, so that a file that has not changed is not read again.

Where and how it is kept is not the business of `read`. It may forget anything at any time, and is
never wrong: what it cannot vouch for, it has forgotten.
"""

import hashlib
from typing import Protocol

from generator.frozen import Frozen
from generator.model.attachment import AttachmentContent, AttachmentFlaw
from generator.model.item import Item
from generator.problems import Problem
from generator.read.files import FoundFile


class ReadItem(Frozen):
    """What became of an item's file: the item if there is nothing wrong with it, and problems."""

    item: Item | None
    problems: tuple[Problem, ...]


Remembered = ReadItem | AttachmentContent | AttachmentFlaw
"""What may be remembered: of an item's file, of an attachment."""


class Memory(Protocol):
    """Files by their digests, and what was read by keys that stand for all it was read from."""

    def find_digest(self, file: FoundFile) -> str | None:
        """Return the SHA-256 of a file's bytes if it is known without opening the file."""

    def note_digest(self, file: FoundFile, digest: str) -> None:
        """Note that a file has just been read, and the digest of its bytes."""

    def recall(self, key: str) -> Remembered | None:
        """Return what was read from the sources of this key."""

    def remember(self, key: str, read: Remembered) -> None:
        """Note what was read from the sources of this key."""


def make_key(path: str, owner: str | None, digest: str) -> str:
    """Return what stands for an item's file: what is read depends on nothing else.

    But for tables that it names; so what is read beside a table is not remembered at all.
    """
    return hashlib.sha256("\0".join((path, owner or "", digest)).encode()).hexdigest()
