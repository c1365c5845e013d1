"""Puts tables into the tree of a file, wherever it names one in the place of a list."""

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from generator.model.places import Keys
from generator.model.record import Record, field_names, nested_record
from generator.problems import Edit, Fact, Place, Problem, near_misses
from generator.read.files import MAX_BYTES, FoundFile, UnreadableError, decode_text, read_bytes
from generator.read.tables.csv_text import read_csv
from generator.read.tables.nodes import make_nodes
from generator.read.tables.sheet import MAX_COLUMNS, MAX_ROWS, Sheet, TableRefusedError
from generator.read.tables.workbook import MAX_WORKBOOK_BYTES, read_workbook
from generator.read.yaml_nodes import Mapping as Tree
from generator.read.yaml_nodes import Node, Scalar, Sequence

TABLE_SUFFIXES = (".csv", ".xlsx")
OTHER_SUFFIXES = (".xls", ".et", ".ods", ".xlsm", ".xlsb", ".tsv", ".numbers")
"""Tables that are refused, and what they can be saved as instead is said."""
_DEEPEST = 2
"""A table may name another in its cells, and that none."""


class Tables:
    """The tables of a content folder, by folder and name; `used` are those that a file names.

    `digests` takes the SHA-256 of those that are read, by their paths as people see them.
    """

    def __init__(
        self, files: Iterable[FoundFile], prefix: str, digests: dict[str, str] | None = None
    ) -> None:
        self.used: set[PurePosixPath] = set()
        self._digests = {} if digests is None else digests
        self._prefix = prefix
        self._folders: dict[PurePosixPath, dict[str, FoundFile]] = {}
        for file in files:
            if file.suffix in TABLE_SUFFIXES:
                names = self._folders.setdefault(file.path.parent, {})
                names[_normal(file.path.name)] = file

    def beside(self, file: FoundFile) -> Mapping[str, FoundFile]:
        """Return the tables in a file's folder, by their names as they are compared."""
        return self._folders.get(file.path.parent, {}) if self._folders else {}

    def read(self, table: FoundFile) -> Sheet:
        """Read a table. Raises `TableRefusedError`, `UnreadableError` and OSError."""
        self.used.add(table.path)
        shown = self.shown(table)
        is_text = table.suffix == ".csv"
        data = read_bytes(table, shown, MAX_BYTES if is_text else MAX_WORKBOOK_BYTES)
        self._digests[shown] = hashlib.sha256(data).hexdigest()
        if is_text:
            return read_csv(decode_text(data, shown), shown)
        if len(data) > MAX_WORKBOOK_BYTES:
            place = Place(path=shown)
            raise TableRefusedError("table-too-large", place, rows=MAX_ROWS, columns=MAX_COLUMNS)
        return read_workbook(data, shown)

    def shown(self, table: FoundFile) -> str:
        """Return a table's path as people see it."""
        return f"{self._prefix}{table.path}"


def _normal(name: str) -> str:
    """Return a name as it is compared: some systems store accents apart, none tells cases apart."""
    return unicodedata.normalize("NFC", name.strip()).casefold()


@dataclass(slots=True)
class Expansion:
    """A tree with its tables in it. `problems` keep the record from being made, `remarks` do not.

    `reported` are the fields that a record lacks for a reason that was given.
    """

    node: Tree
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    reported: set[Keys] = field(default_factory=set)


def expand_tables(node: Tree, kind: type[Record], file: FoundFile, tables: Tables) -> Expansion:
    """Return the tree of `file` with the rows of each table that it names."""
    walk = _Walk(tables, file)
    walk.done.node = walk.expand_mapping(node, kind, ())
    return walk.done


class _Walk:
    """One way through the tree of a file."""

    def __init__(self, tables: Tables, file: FoundFile) -> None:
        self.done = Expansion(Tree((), Place(path="")))
        self._tables = tables
        self._beside = tables.beside(file)
        self._depth = 0

    def expand_mapping(self, node: Tree, kind: type[Record], keys: Keys) -> Tree:
        """Return a mapping for a record with its tables in it."""
        names = field_names(kind)
        entries = []
        for key, value in node.entries:
            attribute = names.get(key.text.strip(), "")
            inner = nested_record(kind, attribute) if attribute else None
            inner = inner if inner and inner.is_tabular else None
            new = self._expand(value, inner, (*keys, attribute)) if inner else value
            if new is not None:
                entries.append((key, new))
        return Tree(tuple(entries), node.place, node.repeats)

    def _expand(self, node: Node, kind: type[Record], keys: Keys) -> Node | None:
        """Return what stands for a value that holds records; None if a table is refused."""
        if isinstance(node, Tree):
            return self.expand_mapping(node, kind, keys)
        if isinstance(node, Sequence):
            items = [self._expand_item(item, kind, (*keys, n)) for n, item in enumerate(node.items)]
            return Sequence(tuple(items), node.place, node.is_flow)
        return self._expand_name(node, kind, keys)

    def _expand_item(self, node: Node, kind: type[Record], keys: Keys) -> Node:
        return self.expand_mapping(node, kind, keys) if isinstance(node, Tree) else node

    def _expand_name(self, node: Scalar, kind: type[Record], keys: Keys) -> Node | None:
        """Return the list for a text that is the name of a table; other texts as they are."""
        name = node.text.strip()
        suffix = PurePosixPath(name).suffix.lower()
        table = self._beside.get(_normal(name))
        if table:
            return self._read(table, kind, keys)
        if suffix in OTHER_SUFFIXES:
            better = str(PurePosixPath(name).with_suffix(".xlsx"))
            self._refuse("table-ending", node, keys, value=suffix, better=better)
            return None
        if suffix in TABLE_SUFFIXES:
            self._refuse_missing(name, node, keys)
            return None
        longer = [self._beside.get(_normal(f"{name}{ending}")) for ending in TABLE_SUFFIXES]
        found = [each for each in longer if each]
        if len(found) == 1:
            self._tables.used.add(found[0].path)
            self._refuse("table-name-short", node, keys, better=found[0].path.name)
            return None
        return node

    def _read(self, table: FoundFile, kind: type[Record], keys: Keys) -> Node | None:
        try:
            sheet = self._tables.read(table)
            nodes = make_nodes(sheet, kind, self._tables.shown(table))
        except (TableRefusedError, UnreadableError) as error:
            self.done.problems.append(error.problem)
            self.done.reported.add(keys)
            return None
        self.done.remarks += sheet.remarks
        self.done.problems += nodes.problems
        self.done.reported |= {(*keys, *inner) for inner in nodes.blanks}
        if nodes.node is None:
            self.done.reported.add(keys)
            return None
        if self._depth + 1 == _DEEPEST:
            return nodes.node
        self._depth += 1
        node = self._expand(nodes.node, kind, keys)
        self._depth -= 1
        return node

    def _refuse_missing(self, name: str, node: Scalar, keys: Keys) -> None:
        by_stem = {PurePosixPath(beside).stem: file for beside, file in self._beside.items()}
        near = near_misses(PurePosixPath(_normal(name)).stem, by_stem)
        if near:
            better = by_stem[near[0]].path
            self._tables.used.add(better)
            self._refuse("table-missing-near", node, keys, value=name, near=better.name)
        else:
            self._refuse("table-missing", node, keys, value=name)

    def _refuse(self, code: str, node: Scalar, keys: Keys, **facts: Fact) -> None:
        edits: tuple[Edit, ...] = ()
        if code == "table-name-short" and node.is_plain and not node.place.cells:
            place = node.place
            edits = (Edit(line=place.line, column=place.column, length=place.width,
                          text=str(facts["better"])),)  # fmt: skip
        self.done.problems.append(Problem(place=node.place, code=code, facts=facts, edits=edits))
        self.done.reported.add(keys)
