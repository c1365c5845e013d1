"""What events, services, notices, issues, groups and review entries share."""

import hashlib
from functools import lru_cache
from typing import Annotated, ClassVar

from generator.model.attachment import Attachments
from generator.model.byline import Byline
from generator.model.disclosure import PrivacyNotes
from generator.model.prose import Prose
from generator.model.record import NOWHERE, Contact, Record, Source
from generator.model.scope import ScopeEntries
from generator.model.taking import Given
from generator.model.values import Count, Day, Ident, Names

# Without vowels and look-alikes: people type these from a poster, and they must spell nothing.
CODE_ALPHABET = "23456789bcdfghjkmnpqrstvwxz"
CODE_LENGTH = 6


@lru_cache(maxsize=1 << 15)  # asked for a dozen times while a site is planned
def make_code(*parts: str) -> str:
    """Return the short permanent code of the thing that `parts` name (`k3f9qb`).

    A digest, so that it needs no list to be kept: it stays the same until the file moves to
    another folder or name, and 代号 pins it before that.
    """
    number = int.from_bytes(hashlib.sha256("/".join(parts).encode()).digest()[:8], "big")
    letters = []
    for _ in range(CODE_LENGTH):
        number, rest = divmod(number, len(CODE_ALPHABET))
        letters.append(CODE_ALPHABET[rest])
    return "".join(letters)


class Item(Record):
    """Something a committee (or the street, then `owner` is None) publishes in a file of its own.

    `slug` is the ASCII name of its page, made from the file's name.
    """

    folder: ClassVar[str]
    """The English name of the content folder that these files stand in."""

    source: Annotated[Source, Given()] = NOWHERE
    owner: str | None = None
    slug: str = ""
    body: Annotated[Prose, Given()] = Prose()
    pinned_code: Annotated[Ident | None, Names("代号", english="id")] = None
    scope: Annotated[ScopeEntries, Names("范围")] = ()
    privacy_notes: Annotated[PrivacyNotes, Names("隐私说明", english="privacy-notes")] = ()
    """Never published: what personal matters in it may be, why, and until when."""

    @property
    def code(self) -> str:
        """The code of the item's short address, printed as QR code."""
        return self.pinned_code or make_code(self.owner or "", self.folder, self.slug)


class SignedItem(Item):
    """An item that may say who wrote it, and when it was last changed."""

    byline: Annotated[Byline | None, Names("署名")] = None
    updated: Annotated[Day | None, Names("更新", ("更新日期",))] = None
    attachments: Annotated[Attachments, Names("附件")] = ()


class ContactItem(SignedItem):
    """An item that says whom to call, as it must."""

    contact: Annotated[Contact, Names("联系")]
    revision: Annotated[Count, Names("修订")] = 0
    """How often it was changed; raised by hand where calendars should notice (SEQUENCE)."""
    announced: Annotated[Day | None, Names("发布", english="published")] = None
    """The day on which it was first told of; news of it is dated by that."""
