"""What is found in an attachment, and why one cannot be published."""

from collections.abc import Mapping
from enum import StrEnum

from generator.frozen import Frozen
from generator.privacy import Kind
from generator.problems import Fact


class Format(StrEnum):
    """What an attachment may be; the value is the ending of its name."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"


class RefusedError(Exception):
    """An attachment that is not published: the code of a problem, and its facts."""

    def __init__(self, code: str, facts: Mapping[str, Fact] | None = None) -> None:
        super().__init__(code, facts)  # as it is made again after it was pickled
        self.code = code
        self.facts = facts or {}


class Piece(Frozen):
    """A text of an attachment with where it stands."""

    text: str
    page: int = 0
    """Of a PDF, counted from 1; 0 for what is of the whole file."""


class Cleaned(Frozen):
    """An attachment as it may be published, if nothing that it says is personal."""

    data: bytes
    pieces: tuple[Piece, ...] = ()
    tables: tuple[tuple[tuple[str, ...], ...], ...] = ()
    """The rows of its tables, as far as it tells them."""
    pages: int = 0
    """Of a PDF."""
    unread: tuple[int, ...] = ()
    """The pages that show something, of which no word can be read: they were scanned."""


class Found(Frozen):
    """Something personal that an attachment says."""

    kind: Kind
    value: str
    page: int = 0


class Inspection(Frozen):
    """What there is to know of an attachment that can be published."""

    size: int
    """In bytes, as it would be published."""
    found: tuple[Found, ...] = ()
    pages: int = 0
    unread: tuple[int, ...] = ()
