"""The record of what was printed: which sheets hang on which boards, as far as Linli printed them.

It is a file of the site like any other, but written by `linli print` and not by a person. A sheet
is known by its path and by a key of what it says, so that a later day can tell what has changed.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import msgspec

from generator.frozen import Frozen

RECORD_PATH = ".linli/printed.json"
"""Where it stands in the site's folder; not in the output, which anybody may delete."""
VERSION = 1


class RecordDamagedError(ValueError):
    """The bytes are no record that this version understands."""


class PrintedSheet(Frozen, kw_only=True):
    """A poster as it was printed for one board.

    `title`, `kind`, `month` and `week` are what the theme names it by, as in a `PosterLink`.
    """

    key: str
    title: str
    kind: str
    month: date | None = None
    week: date | None = None
    last_day: date | None = None
    """The last day it hangs; None if it stays up."""
    printed: date
    """The day it was printed."""


BoardSheets = Mapping[str, PrintedSheet]
"""Path of a poster → how it was printed."""


class PrintRecord(Frozen):
    """Compound's id → board's name → the sheets that hang there."""

    boards: Mapping[str, Mapping[str, BoardSheets]] = msgspec.field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.boards)

    def of_board(self, compound: str, board: str) -> BoardSheets:
        """Return the sheets that hang on a board."""
        return self.boards.get(compound, {}).get(board, {})

    def of_compound(self, compound: str) -> Iterator[tuple[str, str, PrintedSheet]]:
        """Yield the board, the path and the sheet of all that hangs in a compound."""
        for board, sheets in self.boards.get(compound, {}).items():
            for path, sheet in sheets.items():
                yield board, path, sheet

    def hang(self, compound: str, board: str, sheets: BoardSheets) -> "PrintRecord":
        """Return the record with these sheets, and no others, on a board."""
        boards = {name: dict(of_compound) for name, of_compound in self.boards.items()}
        boards.setdefault(compound, {})[board] = sheets
        return PrintRecord(boards)

    def dump(self) -> bytes:
        """Return the record as JSON, the same for the same sheets, one value a line."""
        boards = {
            compound: {
                board: {path: _dump_sheet(sheet) for path, sheet in sheets.items()}
                for board, sheets in of_compound.items()
            }
            for compound, of_compound in self.boards.items()
        }
        data = {"version": VERSION, "boards": boards}
        return json.dumps(data, indent=1, ensure_ascii=False, sort_keys=True).encode() + b"\n"


NOTHING_PRINTED = PrintRecord()


def parse_record(data: bytes) -> PrintRecord:
    """Return what `PrintRecord.dump` wrote. Raises `RecordDamagedError`."""
    try:
        content = json.loads(data)
        if content["version"] != VERSION:
            raise RecordDamagedError(f"version {content['version']}")
        return PrintRecord(
            {
                compound: {
                    board: {path: _parse_sheet(sheet) for path, sheet in sheets.items()}
                    for board, sheets in of_compound.items()
                }
                for compound, of_compound in content["boards"].items()
            }
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise RecordDamagedError(str(error)) from error


_DAYS = ("month", "week", "last_day", "printed")


def _dump_sheet(sheet: PrintedSheet) -> dict[str, str]:
    texts = {"key": sheet.key, "title": sheet.title, "kind": sheet.kind}
    days = {name: getattr(sheet, name) for name in _DAYS}
    return texts | {name: day.isoformat() for name, day in days.items() if day}


def _parse_sheet(data: Mapping[str, Any]) -> PrintedSheet:
    days = {name: date.fromisoformat(data[name]) for name in _DAYS if name in data}
    texts = {name: data[name] for name in ("key", "title", "kind")}
    if not all(isinstance(text, str) for text in texts.values()):
        raise RecordDamagedError("not text")
    return PrintedSheet(
        key=texts["key"],
        title=texts["title"],
        kind=texts["kind"],
        month=days.get("month"),
        week=days.get("week"),
        last_day=days.get("last_day"),
        printed=days["printed"],
    )
