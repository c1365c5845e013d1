"""CSV (RFC 4180) as spreadsheet programs save it: with commas, semicolons or tabs between cells."""

import csv
import io
import re

from generator.problems import Place
from generator.read.tables.sheet import (
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    Sheet,
    TableRefusedError,
    number_rows,
    refuse_characters,
)

_SEPARATORS = (",", ";", "\t")
_DECLARED = re.compile(r"sep=(.)\n")
"""The first line by which some versions of Excel tell what is between the cells."""
_QUOTED = re.compile(r'"[^"]*"')
_WIDE = re.compile(r"[，；、|]")
"""What people type between the words of a heading where a comma is meant."""


def read_csv(text: str, path: str) -> Sheet:
    """Return the rows of a CSV text, whose lines end with LF. Raises `TableRefusedError`."""
    declared = _DECLARED.match(text)
    skipped = 1 if declared else 0
    if declared:
        text = text[declared.end() :]
    separator = declared[1] if declared else _find_separator(text, path)
    rows: list[list[Cell]] = [[] for _ in range(skipped)]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        rows += ([_make_cell(text) for text in row] for row in reader)
    except csv.Error:
        place = Place(path=path, line=len(rows) + 1)
        raise TableRefusedError("csv-quote", place) from None
    if len(rows) > MAX_ROWS or max(map(len, rows), default=0) > MAX_COLUMNS:
        place = Place(path=path)
        raise TableRefusedError("table-too-large", place, rows=MAX_ROWS, columns=MAX_COLUMNS)
    numbered = number_rows(rows)
    refuse_characters(numbered, path)
    return Sheet(numbered)


def _make_cell(text: str) -> Cell:
    return Cell(text.strip(), refusal="cell-formula" if text.startswith("=") else "")


def _find_separator(text: str, path: str) -> str:
    """Return what stands most often between the words of the first line that has any."""
    lines = text.split("\n")
    number = next(number for number, line in enumerate(lines) if line.strip())
    heading = _QUOTED.sub("", lines[number])
    separator = max(_SEPARATORS, key=heading.count)
    wide = _WIDE.search(heading)
    if separator not in heading and wide:
        column = lines[number].index(wide[0]) + 1
        place = Place(path=path, line=number + 1, column=column)
        raise TableRefusedError("csv-separator", place, value=wide[0])
    return separator
