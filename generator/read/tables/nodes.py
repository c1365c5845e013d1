"""From rows to the tree that YAML would have given, with all that is wrong with the heading.

The first row names the fields of a record, as YAML does; each row below is one record.
"""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from typing import get_args, get_origin

from generator.frozen import Frozen
from generator.model.places import Keys
from generator.model.record import Record, field_names, name_field
from generator.model.taking import TakenBy
from generator.model.values import Before, Day, Days, Until, When
from generator.problems import Fact, Place, Problem, Term, near_misses
from generator.read.tables.sheet import Cell, Row, Sheet, TableRefusedError
from generator.read.yaml_nodes import Mapping, Node, Scalar, Sequence

_DAYS = tuple(get_args(alias)[1] for alias in (When, Day, Days, Before, Until))
"""The values that a date as a spreadsheet program holds it can be."""
_SERIAL = re.compile(r"[0-9]{5}(?:\.[0-9]+)?|0\.[0-9]+")
"""How a spreadsheet program counts days and parts of a day, once they have lost their format."""
_PAIR = re.compile(r"([^:：]+?)\s*[:：]\s*(.+)")
_BETWEEN = re.compile(r"[、，,；;\n]+")


@dataclass(slots=True)
class TableNodes:
    """What became of a table. `blanks` are required fields that were reported as left blank."""

    node: Sequence | None
    """None if the heading is wrong."""
    problems: list[Problem] = field(default_factory=list)
    blanks: set[Keys] = field(default_factory=set)

    def report(self, code: str, place: Place, **facts: Fact) -> None:
        """Note a problem."""
        self.problems.append(Problem(place=place, code=code, facts=facts))


class _Column(Frozen):
    """A column that gives a field."""

    position: int
    attribute: str
    key: Scalar


def make_nodes(sheet: Sheet, kind: type[Record], path: str) -> TableNodes:
    """Return the list of records that a sheet gives. Raises `TableRefusedError` if it is empty."""
    if not sheet.rows:
        raise TableRefusedError("table-empty", Place(path=path))
    nodes = TableNodes(None)
    heading, *rows = sheet.rows
    columns = _read_heading(heading, rows, kind, path, nodes)
    if nodes.problems:
        return nodes
    if not rows:
        raise TableRefusedError("table-empty", heading.place(path, 0))
    items = [
        _make_mapping(row, number, columns, kind, path, nodes) for number, row in enumerate(rows)
    ]
    nodes.node = Sequence(tuple(items), heading.place(path, 0))
    return nodes


def _read_heading(
    heading: Row, rows: list[Row], kind: type[Record], path: str, nodes: TableNodes
) -> list[_Column]:
    names = field_names(kind)
    words = [_read_word(cell.text, names) for cell in heading.cells]
    if not any(word in names for word in words):
        _report_no_heading(heading, rows, kind, path, nodes)
        return []
    english = 2 * sum(word.isascii() for word in words) > len(words)
    columns: list[_Column] = []
    guessed: set[str] = set()
    for position, word in enumerate(words):
        place = heading.place(path, position)
        attribute = names.get(word)
        if attribute is None:
            guessed |= _report_column(word, kind, names, place, nodes, english=english)
        elif any(column.attribute == attribute for column in columns):
            nodes.report("column-twice", place, name=word)
        else:
            columns.append(_Column(position, attribute, Scalar(word, place)))
    given = guessed | {column.attribute for column in columns}
    for attribute, info in kind.model_fields.items():
        if info.is_required() and attribute not in given:
            term = name_field(kind, attribute, english=english)
            nodes.report("column-missing", heading.place(path, 0), field=term)
    return columns


def _read_word(text: str, names: Table[str, str]) -> str:
    """Return a word of the heading; spaces that only set Chinese characters apart are none."""
    joined = "".join(text.split())
    return joined if joined in names else " ".join(text.split())


def _report_no_heading(
    heading: Row, rows: list[Row], kind: type[Record], path: str, nodes: TableNodes
) -> None:
    """Say that the first row is a title, or that it has no names of fields at all."""
    names = field_names(kind)
    second = {_read_word(cell.text, names) for cell in rows[0].cells} if rows else set()
    words = [cell.text for cell in heading.cells if cell.text]
    column = next((n for n, cell in enumerate(heading.cells) if cell.text), 0)
    place = heading.place(path, column)
    if len(words) == 1 and second & names.keys():
        nodes.report("table-title", place, value=words[0])
    else:
        nodes.report("table-heading", place, known=_known(kind, english=False))


def _known(kind: type[Record], *, english: bool) -> tuple[Term, ...]:
    attributes = dict.fromkeys(field_names(kind).values())
    return tuple(name_field(kind, each, english=english) for each in attributes)


def _report_column(
    word: str, kind: type[Record], names: Table[str, str], place: Place, nodes: TableNodes,
    *, english: bool,
) -> set[str]:  # fmt: skip
    """Report a column that gives no field; return the field that it may be."""
    known = _known(kind, english=english)
    if not word:
        nodes.report("column-unnamed", place, known=known)
        return set()
    close = near_misses(word, names)
    if not close:
        nodes.report("column-unknown", place, value=word, known=known)
        return set()
    near = name_field(kind, names[close[0]], written=close[0])
    nodes.report("column-unknown-near", place, value=word, near=near, known=known)
    return {names[close[0]]}


def _make_mapping(
    row: Row, number: int, columns: list[_Column], kind: type[Record], path: str, nodes: TableNodes
) -> Mapping:
    entries: list[tuple[Scalar, Node]] = []
    for column in columns:
        cell = row.cells[column.position] if column.position < len(row.cells) else Cell("")
        place = row.place(path, column.position)
        if cell.refusal:
            nodes.report(cell.refusal, place, **({"value": cell.text} if cell.text else {}))
            nodes.blanks.add((number, column.attribute))
        elif not cell.text:
            if kind.model_fields[column.attribute].is_required():
                nodes.report("cell-blank", place, field=Term(*_names(column, kind)))
                nodes.blanks.add((number, column.attribute))
        elif cell.is_day and not _takes_day(kind, column.attribute):
            nodes.report("cell-is-day", place, value=cell.text)
            nodes.blanks.add((number, column.attribute))
        elif _SERIAL.fullmatch(cell.text) and _takes_day(kind, column.attribute):
            nodes.report("cell-is-serial", place, value=cell.text)
            nodes.blanks.add((number, column.attribute))
        else:
            entries.append((column.key, _make_value(cell, place, kind, column.attribute)))
    last = max(column.position for column in columns)
    for position, cell in enumerate(row.cells[last + 1 :], start=last + 1):
        if cell.text:
            nodes.report("row-too-long", row.place(path, position), value=cell.text)
            break
    return Mapping(tuple(entries), row.place(path, columns[0].position))


def _names(column: _Column, kind: type[Record]) -> tuple[str, str, str]:
    term = name_field(kind, column.attribute, written=column.key.text)
    return term.zh, term.en, term.written


def _takes_day(kind: type[Record], attribute: str) -> bool:
    return any(
        isinstance(item, TakenBy) and item in _DAYS
        for item in kind.model_fields[attribute].metadata
    ) or any(item in _DAYS for item in _metadata(kind.model_fields[attribute].annotation))


def _metadata(annotation: object) -> tuple[object, ...]:
    """Return what stands beside the types inside an annotation (`Annotated[...] | None`)."""
    return tuple(
        item for part in get_args(annotation) for item in getattr(part, "__metadata__", ())
    )


def _make_value(cell: Cell, place: Place, kind: type[Record], attribute: str) -> Node:
    """Return a cell's text; where the field is a list or has names of its own, its parts."""
    info = kind.model_fields[attribute]
    if get_origin(info.annotation) is dict:
        return _make_pairs(cell, place)
    is_list = get_origin(info.annotation) is tuple and not any(
        isinstance(item, TakenBy) for item in info.metadata
    )
    if not is_list or (_BETWEEN.search(cell.text) is None and "." in cell.text):
        return Scalar(cell.text, place)
    return Sequence(tuple(_split(cell, place)), place)


def _split(cell: Cell, place: Place) -> Iterator[Scalar]:
    """Yield the parts of a cell."""
    start = 0
    for part in [*_BETWEEN.finditer(cell.text), None]:
        end = part.start() if part else len(cell.text)
        word = cell.text[start:end].strip()
        if word:
            yield Scalar(word, place.narrow(start, len(word)))
        start = part.end() if part else end


def _make_pairs(cell: Cell, place: Place) -> Node:
    """Return the parts of a cell with their names: 人次：36、场次：1."""
    parts = [(part, _PAIR.fullmatch(part.text)) for part in _split(cell, place)]
    if not all(pair for _, pair in parts):
        return Scalar(cell.text, place)
    return Mapping(
        tuple(
            (Scalar(pair[1], part.place), Scalar(pair[2], part.place))
            for part, pair in parts
            if pair
        ),
        place,
    )
