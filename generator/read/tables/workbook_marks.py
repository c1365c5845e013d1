"""What the library that reads workbooks does not tell: how cells were made and how they look.

A workbook (ECMA-376, SpreadsheetML) is a ZIP of XML parts. The few that matter here are parsed.
"""

import re
from dataclasses import dataclass, field
from posixpath import normpath
from zipfile import ZipFile

from generator.archives import Attributes, parse_part

_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_STYLES = "xl/styles.xml"
_BUILT_IN = {0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 49: "@"}
"""Number formats that have no text of their own (18.8.30), as far as they show just a number."""
_PLAIN = re.compile(r"(?:#,##)?0(?:\.(0+))?(?:_.|\\.| )*")

Position = tuple[int, int]
"""The row and the column of a cell, from 0."""


@dataclass(slots=True)
class Marks:
    """What one sheet says of its cells."""

    rows: int = 0
    columns: int = 0
    uncounted: set[Position] = field(default_factory=set)
    """Formulas whose result was not saved."""
    errors: set[Position] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    formats: dict[Position, str] = field(default_factory=dict)
    """How cells show a number, where that is not as it is; `?` for a format that is not known."""


def find_marks(archive: ZipFile, sheet: str) -> Marks:
    """Return the marks of the sheet with this name.

    Raises KeyError for a part that is missing, `DoctypeError` and `expat.ExpatError`.
    """
    reader = _SheetReader(_read_formats(archive))
    parse_part(archive.read(_find_part(archive, sheet)), reader.open, reader.close, reader.take)
    return reader.marks


def decimals(shown: str) -> int | None:
    """Return how many decimals a number format shows; None if it shows more than the number."""
    plain = _PLAIN.fullmatch(shown.partition(";")[0])
    return len(plain[1] or "") if plain else None


def _find_part(archive: ZipFile, sheet: str) -> str:
    """Return the path of a sheet's part in the archive."""
    ids: dict[str, str] = {}
    targets: dict[str, str] = {}

    def note_sheet(name: str, attributes: Attributes) -> None:
        if name == "sheet":
            relation = (v for k, v in attributes.items() if k.rpartition("}")[2] == "id")
            ids[attributes["name"]] = next(relation, "")

    def note_target(name: str, attributes: Attributes) -> None:
        if name == "Relationship":
            targets[attributes["Id"]] = attributes["Target"]

    parse_part(archive.read(_WORKBOOK), note_sheet)
    parse_part(archive.read(_RELATIONS), note_target)
    target = targets[ids[sheet]]
    return target.lstrip("/") if target.startswith("/") else normpath(f"xl/{target}")


def _read_formats(archive: ZipFile) -> list[str]:
    """Return the number format of each style, in the order by which cells name them."""
    if _STYLES not in archive.namelist():
        return []
    codes: dict[int, str] = dict(_BUILT_IN)
    formats: list[int] = []
    inside = ""

    def open_tag(name: str, attributes: Attributes) -> None:
        nonlocal inside
        if name == "numFmt":
            codes[int(attributes["numFmtId"])] = attributes["formatCode"]
        elif name in ("cellXfs", "cellStyleXfs", "dxfs"):
            inside = name
        elif name == "xf" and inside == "cellXfs":
            formats.append(int(attributes.get("numFmtId", "0")))

    parse_part(archive.read(_STYLES), open_tag)
    return [codes.get(number, "?") for number in formats]


class _SheetReader:
    """Follows the tags of a sheet. Rows and cells without a reference follow the one before."""

    def __init__(self, formats: list[str]) -> None:
        self.marks = Marks()
        self._formats = formats
        self._row = self._column = -1
        self._has_formula = False
        self._in_value = False
        self._value = ""

    def open(self, name: str, attributes: Attributes) -> None:
        if name == "row":
            self._open_row(attributes)
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            first, last = int(attributes["min"]) - 1, int(attributes["max"])
            self.marks.hidden_columns.update(range(first, min(last, first + 1000)))
        elif name == "c":
            self._open_cell(attributes)
        elif name == "f":
            self._has_formula = True
        elif name in ("v", "t"):
            self._in_value = True

    def take(self, text: str) -> None:
        if self._in_value:
            self._value += text

    def close(self, name: str) -> None:
        if name in ("v", "t"):
            self._in_value = False
        if name == "c" and self._value:
            self.marks.rows = max(self.marks.rows, self._row + 1)
            self.marks.columns = max(self.marks.columns, self._column + 1)
        if name == "c" and self._has_formula and not self._value:
            self.marks.uncounted.add((self._row, self._column))

    def _open_row(self, attributes: Attributes) -> None:
        self._row = int(attributes.get("r", self._row + 2)) - 1
        self._column = -1
        if attributes.get("hidden") in ("1", "true"):
            self.marks.hidden_rows.add(self._row)

    def _open_cell(self, attributes: Attributes) -> None:
        letters = re.match(r"[A-Z]*", attributes.get("r", ""))
        self._column = _column_number(letters[0]) if letters and letters[0] else self._column + 1
        self._has_formula, self._value = False, ""
        here = (self._row, self._column)
        if attributes.get("t") == "e":
            self.marks.errors.add(here)
        style = int(attributes.get("s", "0"))
        shown = self._formats[style] if style < len(self._formats) else "General"
        if shown not in ("General", "@"):
            self.marks.formats[here] = shown


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
