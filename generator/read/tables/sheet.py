"""Rows of cells, whatever kind of file they come from."""

from collections.abc import Sequence

from generator.frozen import Frozen
from generator.problems import Fact, Place, Problem
from generator.read.characters import find_refused, name_character

MAX_ROWS = 2000
MAX_COLUMNS = 100


class TableRefusedError(Exception):
    """A table that cannot be read; the problem says why."""

    def __init__(self, code: str, place: Place, **facts: Fact) -> None:
        super().__init__(code)
        self.problem = Problem(place=place, code=code, facts=facts)


class Cell(Frozen):
    """What is in a cell, as text. `refusal` is the code that says why it cannot be used."""

    text: str
    is_day: bool = False
    """A spreadsheet program holds it as a date, whatever was typed."""
    refusal: str = ""


class Row(Frozen):
    """A row and its number, counted from 1 as spreadsheet programs do."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all is in it."""
        return not any(cell.text or cell.refusal for cell in self.cells)

    def place(self, path: str, column: int) -> Place:
        """Return the place of a cell, from its column counted from 0."""
        cells = tuple(" ".join(cell.text.split()) for cell in self.cells)
        text = self.cells[column].text if column < len(self.cells) else ""
        return Place(
            path=path,
            line=self.number,
            column=column + 1,
            width=max(len(text), 1),
            cells=cells or ("",),
        )


class Sheet(Frozen):
    """The rows of a table that are not blank. `remarks` do not keep it from being used."""

    rows: tuple[Row, ...]
    remarks: tuple[Problem, ...] = ()


def number_rows(rows: Sequence[Sequence[Cell]]) -> tuple[Row, ...]:
    """Return rows with their numbers, without the blank ones and without blank cells at the end."""
    found = []
    for number, cells in enumerate(rows, start=1):
        last = max((n for n, c in enumerate(cells, 1) if c.text or c.refusal), default=0)
        row = Row(number, tuple(cells[:last]))
        if not row.is_blank:
            found.append(row)
    return tuple(found)


def refuse_characters(rows: Sequence[Row], path: str) -> None:
    """Raise `TableRefusedError` for a cell with a character that no text may have."""
    for row in rows:
        for column, cell in enumerate(row.cells):
            refused = find_refused(cell.text)
            if refused:
                place, name = row.place(path, column), name_character(refused[0])
                raise TableRefusedError("character-refused", place, character=name)
