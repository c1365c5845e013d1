"""The words of a Word or Excel file, and the rows of its tables, as its tags go by."""

import re
from collections.abc import Mapping

_BREAKS = {"p", "br", "cr", "row", "tr", "si", "comment", "text", "footnote", "endnote", "pt"}
"""Elements that end a line."""
_SPACES = {"tab", "c", "tc"}
_TEXTS = {"t", "delText", "v", "instrText", "f"}
_COLUMN = re.compile("[A-Z]+")
_MAX_COLUMNS = 200
_MAX_CELLS = 100_000
Rows = list[list[str]]


class Words:
    """Takes the parts of one file, one after another."""

    def __init__(self) -> None:
        self.inside = ""
        """The element that was opened last."""
        self._lines: list[str] = []
        self._shared: list[str] = []
        self._sheets: list[list[list[tuple[str, str]]]] = []
        self._tables: list[Rows] = []
        self._open_tables: list[Rows] = []
        self._part = ""
        self._kind = ""
        self._cells = 0

    @property
    def text(self) -> str:
        """All words, attributes among them; cells of one row stand in one line."""
        rows = ("\t".join(row) for table in self.tables for row in table)
        return "\n".join(["".join(self._lines), *rows])

    @property
    def tables(self) -> tuple[tuple[tuple[str, ...], ...], ...]:
        """The rows of all tables and sheets, hidden ones too."""
        sheets = [
            [[self._value(kind, text) for kind, text in row] for row in sheet]
            for sheet in self._sheets
        ]
        found = [*self._tables, *sheets]
        return tuple(tuple(tuple(row) for row in table) for table in found)

    def begin(self, part: str) -> None:
        """Begin with a part of the archive."""
        self._part = part
        self._lines.append("\n")
        if "worksheets/" in part:
            self._sheets.append([])

    def finish(self) -> None:
        """End a part, be its tables closed or not."""
        self._tables += self._open_tables
        self._open_tables = []

    def open(self, name: str, given: Mapping[str, str]) -> None:
        """Note that an element begins."""
        self.inside = name
        if name == "si" and self._part.endswith("sharedStrings.xml"):
            self._shared.append("")
        elif name == "tbl":
            self._open_tables.append([])
        elif name == "tr" and self._open_tables:
            self._open_tables[-1].append([])
        elif name == "tc" and self._open_tables and self._open_tables[-1]:
            self._open_tables[-1][-1].append("")
        elif name == "row" and self._sheets:
            self._sheets[-1].append([])
        elif name == "c" and self._sheets and self._sheets[-1]:
            self._open_cell(given)

    def _open_cell(self, given: Mapping[str, str]) -> None:
        """Put a cell where its reference says (B7); cells without words are not written."""
        self._kind = given.get("t", "")
        row = self._sheets[-1][-1]
        letters = _COLUMN.match(given.get("r", ""))
        column = _number(letters[0]) if letters else len(row)
        self._cells += max(column - len(row), 0)
        if column < _MAX_COLUMNS and self._cells < _MAX_CELLS:
            row += [("", "")] * (column - len(row))
        row.append((self._kind, ""))

    def close(self, name: str) -> None:
        """Note that an element ends."""
        self.inside = ""
        if name in _BREAKS:
            self._lines.append("\n")
        elif name in _SPACES:
            self._lines.append("\t")
        if name == "tbl" and self._open_tables:
            self._tables.append(self._open_tables.pop())

    def note(self, value: str) -> None:
        """Take an attribute: alternative texts, addresses, names of fields."""
        if not (value.isascii() and value.isalpha()):
            self._lines.append(f"\n{value}\n")

    def take(self, text: str) -> None:
        """Take the text of an element."""
        self._lines.append(text)
        if self.inside not in _TEXTS:
            return
        if self._part.endswith("sharedStrings.xml") and self._shared:
            self._shared[-1] += text
        elif "worksheets/" in self._part and self.inside != "f" and self._has_cell():
            kind, before = self._sheets[-1][-1][-1]
            self._sheets[-1][-1][-1] = (kind, before + text)
        elif self._open_tables and self._open_tables[-1] and self._open_tables[-1][-1]:
            self._open_tables[-1][-1][-1] += text

    def _has_cell(self) -> bool:
        return bool(self._sheets and self._sheets[-1] and self._sheets[-1][-1])

    def _value(self, kind: str, text: str) -> str:
        """Return what a cell shows; text is mostly kept apart, and named by its number."""
        if kind != "s":
            return text
        return self._shared[int(text)] if text.isdigit() and int(text) < len(self._shared) else ""


def _number(letters: str) -> int:
    """Return the number of a column by its letters, from 0."""
    number = 0
    for letter in letters[:4]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
