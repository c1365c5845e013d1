"""Workbooks (.xlsx): the first sheet that can be seen, as rows of text.

python-calamine reads the values. It is bounded beforehand: by the sizes that the archive declares,
which are then held against its bytes, and by the extent of the sheet.
"""

import io
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zipfile import ZipFile

from generator.archives import DAMAGE, ArchiveTooLargeError, Bounds, open_archive
from generator.problems import Place, Problem, Severity
from generator.read.tables.sheet import (
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    Row,
    Sheet,
    TableRefusedError,
    number_rows,
    refuse_characters,
)
from generator.read.tables.workbook_marks import Marks, decimals, find_marks

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MAX_WORKBOOK_BYTES = 5_000_000
_BOUNDS = Bounds(inflated=40_000_000)
_OLE = b"\xd0\xcf\x11\xe0"
"""How an old .xls begins, and any workbook with a password (MS-CFB)."""
_DAY_MINUTES = 24 * 60
_MOST_DIGITS = 15
"""So many digits of a number a spreadsheet program keeps."""
_Value = int | float | str | bool | time | date | datetime | timedelta


def read_workbook(data: bytes, path: str) -> Sheet:
    """Return the rows of a workbook. Raises `TableRefusedError`."""
    place = Place(path=path)
    if data.startswith(_OLE):
        raise TableRefusedError("table-locked", place)
    try:
        with open_archive(data, _BOUNDS) as archive:
            return _read(data, archive, place)
    except ArchiveTooLargeError:
        raise _too_large(place) from None
    except DAMAGE:
        raise TableRefusedError("table-damaged", place) from None


def _too_large(place: Place) -> TableRefusedError:
    return TableRefusedError("table-too-large", place, rows=MAX_ROWS, columns=MAX_COLUMNS)


def _read(data: bytes, archive: ZipFile, place: Place) -> Sheet:
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - few sites need it

    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        name, remarks = _choose_sheet(workbook, place)
        marks = find_marks(archive, name)
        if marks.rows > MAX_ROWS or marks.columns > MAX_COLUMNS:
            raise _too_large(place)
        sheet = workbook.get_sheet_by_name(name)
        values = sheet.to_python(skip_empty_area=False, nrows=marks.rows)
    except CalamineError:
        raise TableRefusedError("table-damaged", place) from None
    rows = number_rows(
        [
            [_make_cell(value, (row, column), marks) for column, value in enumerate(line)]
            for row, line in enumerate(values)
        ]
    )
    _refuse_merged(sheet, rows, place.path)
    refuse_characters(rows, place.path)
    return Sheet(rows, (*remarks, *_find_hidden(rows, marks, place.path)))


def _choose_sheet(workbook: "CalamineWorkbook", place: Place) -> tuple[str, list[Problem]]:
    """Return the name of the first sheet that can be seen, and a note if there are others."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415 - as above

    seen = [
        sheet.name
        for sheet in workbook.sheets_metadata
        if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
    ]
    if not seen:
        raise TableRefusedError("table-damaged", place)
    others = [sheet.name for sheet in workbook.sheets_metadata if sheet.name != seen[0]]
    if not others:
        return seen[0], []
    facts = {"value": seen[0], "others": "\n".join(others)}
    note = Problem(place=place, code="table-sheets", severity=Severity.NOTE, facts=facts)
    return seen[0], [note]


def _make_cell(value: _Value, at: tuple[int, int], marks: Marks) -> Cell:
    if at in marks.errors:
        return Cell("", refusal="cell-error")
    if at in marks.uncounted:
        return Cell("", refusal="cell-formula")
    if isinstance(value, bool):
        return Cell(str(value).upper())
    if isinstance(value, int | float):
        return _make_number(float(value), marks.formats.get(at))
    if isinstance(value, date | time | timedelta):
        return _make_moment(value)
    return Cell(str(value).strip())


def _make_moment(value: time | date | timedelta) -> Cell:
    """Return a day as ISO 8601 writes it, and a time of day as people do (9:30)."""
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        if not 0 <= minutes < _DAY_MINUTES:
            return _strange(str(value))
        value = time(minutes // 60, minutes % 60, seconds)
    if isinstance(value, datetime):
        clock = f" {_write_time(value.time())}" if value.time() != time() else ""
        return Cell(f"{value.date().isoformat()}{clock}", is_day=True)
    if isinstance(value, date):
        return Cell(value.isoformat(), is_day=True)
    return Cell(_write_time(value))


def _make_number(number: float, shown: str | None) -> Cell:
    """Return a number as the sheet shows it, if that is the number and nothing else."""
    places = decimals(shown) if shown else 0
    if places is None or abs(number) >= 10**_MOST_DIGITS:
        return _strange(f"{number:g}")
    text = f"{number:.{places}f}" if shown else f"{number:.{_MOST_DIGITS}g}"
    if "e" in text:
        return _strange(f"{number:g}")
    return Cell(text)


def _strange(text: str) -> Cell:
    return Cell(text, refusal="cell-number")


def _write_time(clock: time) -> str:
    seconds = f":{clock.second:02}" if clock.second else ""
    return f"{clock.hour}:{clock.minute:02}{seconds}"


def _refuse_merged(sheet: "CalamineSheet", rows: Sequence[Row], path: str) -> None:
    """Refuse cells that are one. A title in the first row is told as what it is, by others."""
    by_number = {row.number: row for row in rows}
    for (top, left), (bottom, _) in sorted(sheet.merged_cell_ranges or ()):
        row = by_number.get(top + 1)
        if row and not (row is rows[0] and top == bottom and _is_alone(row)):
            raise TableRefusedError("cell-merged", row.place(path, left))


def _is_alone(row: Row) -> bool:
    return sum(bool(cell.text) for cell in row.cells) == 1


def _find_hidden(rows: Sequence[Row], marks: Marks, path: str) -> list[Problem]:
    """Return a warning at the first cell with words that its author does not see."""
    for row in rows:
        for column, cell in enumerate(row.cells):
            unseen = row.number - 1 in marks.hidden_rows or column in marks.hidden_columns
            if unseen and cell.text:
                place = row.place(path, column)
                return [Problem(place=place, code="table-hidden", severity=Severity.WARNING)]
    return []
