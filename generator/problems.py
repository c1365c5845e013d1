"""What is wrong with a file that a volunteer wrote, or with the machine, as facts without words.

`Problem` is what the stages hand to one another; `messages` turns it into a sentence in the
reader's language. Nothing here knows Chinese or English, opens a file, or prints.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum
from posixpath import commonprefix

_NEAR = 0.45


@dataclass(frozen=True, slots=True)
class Term:
    """A word of content files with a spelling in each language, such as the name of a field.

    `written` is the spelling that the author of the file uses, and so the one to type; empty where
    the file does not tell, and then it is that of the reader's language.
    """

    zh: str
    en: str
    written: str = ""


@dataclass(frozen=True, slots=True)
class FieldPath:
    """Which field of a file is meant: names from the outside in, and positions in lists from 1."""

    parts: tuple[Term | int, ...]


Fact = str | int | date | Term | tuple[Term, ...] | FieldPath
"""What a sentence mentions: words as the volunteer typed them, a count, a day, names of fields."""


class Severity(StrEnum):
    """How much a problem weighs."""

    ERROR = "error"
    """The item, or with `Fault.SITE` the whole site, is not published."""
    WARNING = "warning"
    """Published, but somebody should look."""
    NOTE = "note"
    """Published; says what was inferred, such as a year that was left out."""


class Fault(StrEnum):
    """What an error takes with it."""

    ITEM = "item"
    """The one file; everything else is published."""
    SITE = "site"
    """Everything: configuration, theme, two files with one address, a failure of the machine."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """Where something stands in a file.

    `path` is relative to the site's folder, with forward slashes. `line` and `column` count from
    1, columns in characters; 0 where the whole file is meant. `width` is the number of characters
    meant, so that a caret can be drawn under all of them.

    In a table that a spreadsheet program shows, `line` and `column` are the row and the column of a
    cell; `cells` then has the whole row, and `width` characters from `offset` on are meant in its
    cell.
    """

    path: str
    line: int = 0
    column: int = 0
    width: int = 1
    cells: tuple[str, ...] = ()
    offset: int = 0

    def narrow(self, offset: int, width: int) -> "Place":
        """Return the place of `width` characters that begin `offset` characters further on."""
        if self.cells:
            return replace(self, offset=self.offset + offset, width=width)
        return Place(path=self.path, line=self.line, column=self.column + offset, width=width)

    @property
    def column_letters(self) -> str:
        """The name that spreadsheet programs give a table's column: A to Z, AA, AB and so on."""
        letters, number = "", self.column
        while number > 0:
            number, letter = divmod(number - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return letters


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Edit:
    """A change of a file whose meaning is certain: `length` characters at a place become `text`.

    `line` and `column` count from 1, columns in characters; all of it lies in one line.
    """

    line: int
    column: int
    length: int
    text: str


_TAKES_DOWN = {
    "scope-unknown": "audience",
    "scope-foreign": "audience",
    "file-empty": "deletion",
    "committee-missing": "deletion",
    "personal-id-number": "privacy",
    "personal-bank-card": "privacy",
    "phone-mobile": "privacy",
    "personal-plate": "privacy",
    "personal-list": "privacy",
    "personal-list-name": "privacy",
    "personal-hardship": "privacy",
}
"""Errors for which a file's last good version comes down as well, and why. Some people empty a file
where others delete it."""
_DECISIVE_FIELDS = ("cancelled", "scope", "take-down", "valid", "visibility")
"""Who may see an item and until when. Where the author has just changed that, and it cannot be
read, the version before would say what is no longer meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One mistake: where, which, how bad, and the facts that its sentence needs.

    `code` is a key of the tables in `messages` (lower case words with hyphens, permanent: people
    search for it). `facts` has a value for each field of those sentences.
    """

    place: Place
    code: str
    severity: Severity = Severity.ERROR
    fault: Fault = Fault.ITEM
    facts: Mapping[str, Fact] = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()
    """What mends it without a doubt; empty where a person has to decide."""

    @property
    def leaves_last_good(self) -> bool:
        """Whether the last version of the file that had no error may stay published meanwhile.

        Not if the error is one of privacy or deletion, or stands in a field that says who may see
        the item and until when, be it under a name that is only nearly right.
        """
        if self.severity is not Severity.ERROR:
            return True
        field_path, near = self.facts.get("field"), self.facts.get("near")
        names = [field_path.parts[0]] if isinstance(field_path, FieldPath) else []
        words = {term.en for term in (*names, near) if isinstance(term, Term)}
        return (
            self.fault is Fault.ITEM
            and self.code not in _TAKES_DOWN
            and words.isdisjoint(_DECISIVE_FIELDS)
        )

    @property
    def is_of_privacy(self) -> bool:
        """Whether it is an error for telling of somebody what may not be public."""
        return self.severity is Severity.ERROR and _TAKES_DOWN.get(self.code) == "privacy"

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """By file, line and column, then code, so that a report reads from top to bottom."""
        return (self.place.path, self.place.line, self.place.column, self.code)


def near_misses(word: str, known: Iterable[str], count: int = 1) -> list[str]:
    """Return at most `count` of the known words that somebody may have meant, the nearest first.

    Words that begin alike count as nearer (地奌 is 地点 rather than 阵地).
    """

    def likeness(other: str) -> float:
        ratio = SequenceMatcher(None, word, other).ratio()
        return ratio + 0.1 * len(commonprefix([word, other])) / max(len(word), len(other), 1)

    scored = [(likeness(other), other) for other in dict.fromkeys(known)]
    near = [(score, other) for score, other in scored if score >= _NEAR]
    return [other for _, other in sorted(near, key=lambda pair: -pair[0])[:count]]
