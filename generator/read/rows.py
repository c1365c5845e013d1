"""One line of a YAML text as its writer meant it: its marks, its key and its value."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from generator.read.slips import BLANKS, Slip, cut_comment
from generator.read.wants import Wants, meant_name, wants_of


class Kind(Enum):
    """What a line is."""

    BLANK = auto()
    COMMENT = auto()
    RULE = auto()
    """A line of dashes."""
    FIELD = auto()
    ITEM = auto()
    """A list mark with text, or alone."""
    TEXT = auto()
    """Neither field nor item where one is wanted."""
    MORE = auto()
    """The rest of a value that began in a line above."""


@dataclass(slots=True)
class Row:
    """One line. Columns count from 0; `start` is behind the marks, `value` behind the colon."""

    number: int
    text: str
    kind: Kind = Kind.BLANK
    indent: int = 0
    level: int = 0  # columns, once tabs and wide blanks are spaces
    marks: list[int] = field(default_factory=list)
    numbered: int = 0  # the width of a mark like `1、`
    start: int = 0
    key_end: int = 0
    colon: int | None = None  # None in a field whose colon is missing
    value: int = 0
    wanted_level: int | None = None  # where the line should begin, if it does not
    shift: int = 0  # columns that a missing space behind a mark will add
    is_block: bool = False
    is_shallow: bool = False
    is_sure: bool = False
    slips: list[Slip] = field(default_factory=list)
    flow_end: int | None = None
    is_first: bool = True  # nothing but blanks and comments stands above
    following: "Row | None" = None  # the next line that is neither blank nor a comment
    end_of_value: "Row" = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.end_of_value = self

    @property
    def key(self) -> str:
        """The name of the field; a known one without what stands around it."""
        written = self.text[self.start : self.key_end].strip("\"'“”‘’" + BLANKS)
        return meant_name(self.text[self.start : self.key_end]) or written

    @property
    def raw(self) -> str:
        """The value with whatever stands behind it."""
        return self.text[self.value :]

    @property
    def goes_on(self) -> bool:
        """Whether the value goes on in the line below."""
        return self.following is not None and self.following.kind is Kind.MORE

    @property
    def rest(self) -> str:
        """The value, without a comment behind it."""
        return self.text[self.value : cut_comment(self.text, self.value)]

    @property
    def wants(self) -> Wants:
        """What the field, or the list that the item belongs to, wants."""
        return wants_of(self.key) if self.kind is Kind.FIELD else Wants()

    @property
    def has_list(self) -> bool:
        """Whether a list begins beside the key."""
        return self.kind is Kind.FIELD and self.rest.startswith(("- ", "－ ", "— "))

    def columns(self) -> Iterator[tuple[int, bool]]:
        """Yield the levels that the line opens or goes on with, and whether it is a list's."""
        offset = self.level - self.indent
        for mark in self.marks:
            yield mark + offset, True
        if self.kind is Kind.FIELD:
            yield self.start + offset + self.shift, False
