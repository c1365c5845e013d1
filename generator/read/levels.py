"""The columns on which the lines of a text begin, and the lines that begin on none of them.

YAML refuses a line that is not aligned with its neighbours; here it is told where it belongs.
"""

from dataclasses import dataclass

from generator.read.rows import Kind, Row
from generator.read.wants import known_names


@dataclass(slots=True)
class Level:
    """A column on which lines have begun, and the first line of it."""

    column: int
    is_list: bool
    row: Row
    count: int = 1


class Levels:
    """The levels that are open while `rows` grows from the top."""

    def __init__(self, rows: list[Row]) -> None:
        self.open: list[Level] = []
        self._rows = rows

    def has(self, column: int) -> bool:
        """Whether lines have begun in a column that is still open."""
        return any(level.column == column for level in self.open)

    def has_list(self, column: int) -> bool:
        """Whether a list stands in a column that is still open."""
        return any(level.is_list and level.column == column for level in self.open)

    def has_fields(self, column: int) -> bool:
        """Whether fields stand in a column that is still open."""
        return any(not level.is_list and level.column == column for level in self.open)

    def nearest(self, column: int) -> Level | None:
        """Return the innermost level that is not further right than a column."""
        return next((level for level in reversed(self.open) if level.column <= column), None)

    def place(self, row: Row, last: Row | None) -> None:
        """Put a line on its level, and note where it should stand if there is none for it.

        `last` is the field, item or text above it.
        """
        if row.kind is Kind.TEXT:
            return
        columns = list(row.columns())
        first, is_list = columns[0]
        popped: Level | None = None
        while self.open and self.open[-1].column > first:
            popped = self.open.pop()
        if self.open and self.open[-1].is_list and not is_list and (
            self.open[-1].column == first
        ):  # fmt: skip
            popped = self.open.pop()
        top = self.open[-1] if self.open else None
        if top is None and popped is not None:
            first = _misplace_root(row, popped, first)
        elif top is not None and not _opens(last, popped) and (
            top.column != first or is_list > top.is_list
        ):  # fmt: skip
            first = self._misplace(row, popped or top, popped is not None)
            if popped is not None:
                self.open.append(popped)
        shift = first - columns[0][0]
        for column, inner_list in columns:
            self._enter(Level(column + shift, inner_list, row))

    def _enter(self, level: Level) -> None:
        top = self.open[-1] if self.open else None
        if top and top.column == level.column and top.is_list == level.is_list:
            top.count += 1
        else:
            self.open.append(level)

    def _misplace(self, row: Row, neighbour: Level, is_shallow: bool) -> int:
        row.wanted_level, row.is_shallow = neighbour.column, is_shallow
        if is_shallow:
            outer = {level.column for level in self.open}
            inner = self._inner_names(neighbour.row)
            row.is_sure = bool(row.marks) == neighbour.is_list and (
                neighbour.is_list or (row.key in inner and row.level not in outer)
            )
        else:
            row.is_sure = bool(row.marks) == neighbour.is_list and (
                neighbour.is_list or row.key in known_names()
            )
        return neighbour.column

    def _inner_names(self, row: Row) -> frozenset[str]:
        level = row.level
        for above in reversed(self._rows[: row.number]):
            if above.kind is Kind.FIELD and above.level < level and not above.rest:
                return above.wants.inner
        return frozenset()


def _opens(last: Row | None, popped: Level | None) -> bool:
    """Whether the line above waits for something deeper."""
    return popped is None and last is not None and (not last.rest or last.has_list)


def _misplace_root(row: Row, popped: Level, first: int) -> int:
    """Blame one of two: a line further left than the first one, or the first if alone."""
    if popped.count == 1 and not popped.is_list:
        popped.row.wanted_level, popped.row.is_sure = first, True
        return first
    row.wanted_level, row.is_shallow, row.is_sure = popped.column, True, True
    return popped.column
