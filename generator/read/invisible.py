"""Characters that nobody sees: left behind by web pages, chats and editors, and never meant.

A byte order mark in the middle of a text, a zero-width space inside a name. They are left out
before a text is read, and everything that is said of it is given its place in the file as it is.
Joiners (U+200C, U+200D) stay, for emoji and some scripts need them.
"""

import dataclasses
import re
from collections.abc import Iterator

from msgspec.structs import replace

from generator.problems import Severity
from generator.read.slips import Slip, change

_SIGN = "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
_INVISIBLE = re.compile(f"{_SIGN}{_SIGN}*")
"""A run of them. For what begins with one of a set the engine looks four times as quickly as for
what begins with a repetition of it."""


def strip_invisible(text: str) -> str:
    """Return a text without the characters that nobody sees."""
    return _INVISIBLE.sub("", text)


def find_invisible(text: str) -> Iterator[Slip]:
    """Yield a slip for each run of characters that nobody sees."""
    if not _INVISIBLE.search(text):
        return
    for number, line in enumerate(text.split("\n")):
        for match in _INVISIBLE.finditer(line):
            run = match.group()
            yield Slip(code="character-invisible", line=number, column=match.start(),
                       width=len(run), severity=Severity.WARNING,
                       facts={"character": f"U+{ord(run[0]):04X}"},
                       edits=(change(number, match.start(), len(run), ""),))  # fmt: skip


class Visible:
    """A text without what nobody sees, and the way back to the columns of the file."""

    def __init__(self, text: str) -> None:
        self.text = strip_invisible(text)
        self._columns: dict[int, list[int]] = {}
        if self.text == text:
            return
        for number, line in enumerate(text.split("\n")):
            if _INVISIBLE.search(line):
                kept = [n for n, sign in enumerate(line) if not _INVISIBLE.match(sign)]
                self._columns[number] = [*kept, len(line)]

    def column(self, line: int, column: int) -> int:
        """Return where a character stands in the file; both count from 0."""
        columns = self._columns.get(line)
        return columns[min(column, len(columns) - 1)] if columns else column

    def restore(self, slip: Slip) -> Slip:
        """Return a slip of the stripped text with its place in the file.

        Edits across a character that nobody sees are left until that is gone.
        """
        if slip.line not in self._columns and not any(e.line in self._columns for e in slip.edits):
            return slip
        column, width = self._span(slip.line, slip.column, max(slip.width, 1))
        edits = []
        for edit in slip.edits:
            start, length = self._span(edit.line, edit.column, edit.length)
            if length != edit.length:
                return replace(slip, column=column, width=width, edits=())
            edits.append(dataclasses.replace(edit, column=start))
        return replace(slip, column=column, width=width, edits=tuple(edits))

    def _span(self, line: int, column: int, length: int) -> tuple[int, int]:
        """Return where some characters begin in the file, and how many columns they take there."""
        start = self.column(line, column)
        return start, self.column(line, column + length - 1) + 1 - start if length else 0
