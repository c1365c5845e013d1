"""What earlier builds have filed of a site: items that are long over, and all that shows them.

It lies in the database of what was read (`memory`), for the site as it was published last, and is
good as long as all is the same that its items have in common: the site's own file, committees,
groups, calendars and the themes of reviews; Linli and the theme; the year. A file that has changed
is read like any other. What does not fit is not used: then everything is planned.
"""

import hashlib
import io
import pickle
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from itertools import islice
from operator import attrgetter
from typing import Any, Protocol

import msgspec

from generator.build.problem_notes import dump_problem, load_problem
from generator.build.records import is_record
from generator.file_names import fold_path
from generator.frozen import Frozen
from generator.model.board import Board
from generator.model.filed import FiledItem
from generator.model.item import Item
from generator.model.prose import Target, TargetKind
from generator.model.record import Source
from generator.model.values import STREET
from generator.plan.retention import retire_contacts
from generator.plan.traditional_names import collect_names
from generator.plan.views import FiledFiles, FiledViews, Link, SearchDocument
from generator.problems import Place
from generator.read.memory import ReadItem, Remembered, make_key
from generator.unpickling import RecordUnpickler

TABLES = """
CREATE TABLE filing (day TEXT, program TEXT, basis TEXT);
CREATE TABLE filed (
    path TEXT PRIMARY KEY, facts TEXT, document TEXT, digest BLOB, views BLOB
);
"""
_TOGETHER = 100
"""Items that are written at once: one by one, each between gathering the next, takes longer."""
_SEAL = 64
"""Characters of a digest before what is kept as text."""
_DOCUMENT = SearchDocument.__struct_fields__
_take_document = attrgetter(*_DOCUMENT)
_write_json = msgspec.json.Encoder().encode


class Records(Protocol):
    """Where the records of what is filed are (`memory.SiteMemory`)."""

    def knows(self, key: str) -> bool:
        """Whether this build has read or kept what this key stands for."""

    def recall(self, key: str) -> Remembered | None:
        """Return what an earlier build read."""


class FilingLostError(LookupError):
    """What was filed of an item is not there any more, or not whole."""


class Folder(Frozen):
    """All that is filed of one item."""

    item: FiledItem
    files: FiledFiles
    until: date | None
    """The last day on which this is true; None if that is for good."""


class Fresh(Frozen):
    """An item that is filed from now on, or has other files than it had."""

    folder: Folder
    views: FiledViews | None
    """None if those it had are still true."""
    document: SearchDocument


class Filing:
    """What is filed of one site; it is asked as `plan.filing.Filing` says."""

    def __init__(self, database: sqlite3.Connection, memory: Records) -> None:
        self._database = database
        self._memory = memory
        self._folders: dict[str, Folder] = {}
        self._basis = ""

    def open(self, program: str, today: date) -> dict[str, FiledItem]:
        """Return what is filed, by path, as far as it is true today and for this `program`.

        That stands for Linli, its libraries and the theme; with an empty one nothing is.
        """
        self._folders = {}
        with suppress(sqlite3.Error, ValueError, TypeError, LookupError):
            day, known, self._basis = self._database.execute("SELECT * FROM filing").fetchone()
            if program and known == program and day <= today.isoformat():
                rows = self._database.execute("SELECT facts FROM filed")
                found = [_load(facts) for (facts,) in rows]
                lasting = (each for each in found if each.until is None or each.until >= today)
                self._folders = {folder.item.path: folder for folder in lasting}
        return {path: folder.item for path, folder in self._folders.items()}

    def fits(self, board: Board, today: date) -> bool:
        """Whether a board can do with what is filed instead of the records themselves."""
        return self._basis == find_basis(board, today) and not _clashes(board)

    def folder_of(self, item: FiledItem) -> Folder:
        """Return all that is filed of an item but its views."""
        return self._folders[item.path]

    def files_of(self, item: FiledItem) -> FiledFiles:
        """Return the files that are made of an item alone."""
        return self._folders[item.path].files

    def views_of(self, item: FiledItem) -> FiledViews:
        """Return what others show of an item. Raises FilingLostError."""
        query = "SELECT digest, views FROM filed WHERE path = ?"
        with suppress(Exception):  # whatever a damaged database or pickle can raise
            digest, data = self._database.execute(query, (item.path,)).fetchone()
            if _digest(data) == digest:
                found = RecordUnpickler(io.BytesIO(data), is_record).load()
                if isinstance(found, FiledViews):
                    return found
        raise FilingLostError(item.path)

    def document_of(self, item: FiledItem) -> SearchDocument:
        """Return what the search knows of an item. Raises FilingLostError."""
        query = "SELECT document FROM filed WHERE path = ?"
        with suppress(sqlite3.Error, ValueError, TypeError, LookupError):
            (text,) = self._database.execute(query, (item.path,)).fetchone()
            return _load_document(text)
        raise FilingLostError(item.path)

    def record_of(self, item: FiledItem) -> Item:
        """Return an item as its file says it. Raises FilingLostError."""
        read = self._memory.recall(key_of(item))
        if isinstance(read, ReadItem) and read.item:
            return read.item
        raise FilingLostError(item.path)

    def can_recall(self, item: FiledItem) -> bool:
        """Whether the record of an item could be asked for, once it is filed."""
        return self._memory.knows(key_of(item))

    def replace(
        self,
        fresh: Iterable[Fresh],
        kept: Iterable[FiledItem],
        setting: tuple[date, str, str],
    ) -> None:
        """File what is fresh, and let go of all else that is not `kept`.

        `setting` is the day of the build, its program and the basis of its board.
        """
        wanted = {item.path for item in kept}
        day, program, basis = setting
        with suppress(sqlite3.Error), self._database:
            waiting = iter(fresh)
            while together := list(islice(waiting, _TOGETHER)):
                wanted |= self._put(together)
            paths = self._database.execute("SELECT path FROM filed").fetchall()
            gone = [path for path in paths if path[0] not in wanted]
            self._database.executemany("DELETE FROM filed WHERE path = ?", gone)
            self._database.execute("DELETE FROM filing")
            row = (day.isoformat(), program, basis)
            self._database.execute("INSERT INTO filing VALUES (?, ?, ?)", row)

    def _put(self, found: list[Fresh]) -> set[str]:
        """Write down what is fresh; return the paths of these items."""
        renewed, fresh = [], []
        for each in found:
            row = (each.folder.item.path, _dump(each.folder), _dump_document(each.document))
            if each.views is None:
                renewed.append(row)
            else:
                views = pickle.dumps(each.views, pickle.HIGHEST_PROTOCOL)
                fresh.append((*row, _digest(views), views))
        query = "UPDATE filed SET facts = ?2, document = ?3 WHERE path = ?1"
        self._database.executemany(query, renewed)
        self._database.executemany("INSERT OR REPLACE INTO filed VALUES (?, ?, ?, ?, ?)", fresh)
        return {each.folder.item.path for each in found}


def key_of(item: FiledItem) -> str:
    """Return what the memory of what was read knows the record of an item by."""
    return make_key(item.path, item.owner, item.digest)


def find_basis(board: Board, today: date) -> str:
    """Return a digest of what all that is filed depends on."""
    site = board.site
    shared = (
        *(site, board.committees, board.calendar, today.year),
        [(group.owner, group.name, group.slug) for group in board.groups],
        [(r.street.year, r.street.title, r.street.themes) for r in board.reviews],
        [bool(review.entries or review.street.figures) for review in board.reviews],
        collect_names(retire_contacts(board, today)) if site.traditional_edition else None,
    )
    return hashlib.sha256(repr(shared).encode()).hexdigest()


def _clashes(board: Board) -> bool:
    """Whether something filed has an address, a code or a name that something else has or needs.

    Or whether it names an issue that is not there: no check would say so.
    """
    named = {step.announcement for issue in board.issues for step in issue.steps}
    codes = {review.street.code for review in board.reviews} | {i.code for i in board.items}
    pages = {fold_path(f"{i.owner}/{i.folder}/{i.slug}") for i in board.items}
    posters = {f"{i.folder}/{i.owner or STREET}-{i.slug}" for i in board.items}
    return any(
        item.code in codes
        or _stem(item.path) in named
        or fold_path(f"{item.owner}/{item.folder}/{item.slug}") in pages
        or f"{item.folder}/{item.owner or STREET}-{item.slug}" in posters
        or (item.issue and not board.find_issue(item.issue, item.owner))
        for item in board.filed
    )


def _stem(path: str) -> str:
    return Source(path).stem


def _dump(folder: Folder) -> str:
    """Return a folder as JSON, its days as numbers (`date.toordinal`)."""
    item, files = folder.item, folder.files
    facts = (
        *(item.path, item.digest, item.folder, item.owner, item.slug, item.code, item.title),
        *(item.compounds, _number(item.day), _number(item.changed), _number(item.last_day)),
        *(item.contact, list(map(_dump_target, item.targets)), item.issue),
        list(map(dump_problem, item.remarks)),
    )
    around = [link and (link.text, link.address) for link in files.around]
    entries = [(_number(day), name, digest) for day, name, digest in files.entries]
    given = (files.card, files.events, entries)
    own = (files.keys, around, files.named, _number(files.only_on))
    document = *files.document[:2], _number(files.document[2])
    rest = (*own, *given, document, _number(folder.until))
    return _seal((facts, rest))


def _load(text: str) -> Folder:
    """Return what was dumped. Raises ValueError, TypeError or LookupError for anything else."""
    facts, rest = _unseal(text)
    (*names, compounds, day, changed, last_day, contact, targets, issue, remarks) = facts
    keys, (before, after), named, only_on, card, (events, count), entries, document, until = rest
    path, digest, folder, owner, slug, code, title = names
    item = FiledItem(
        *(path, digest, folder, owner, slug, code, title, tuple(compounds)),
        *(_day(day), _day(changed), date.fromordinal(last_day), contact),
        tuple(_load_target(path, target) for target in targets),
        issue,
        tuple(map(load_problem, remarks)),
    )
    files = FiledFiles(
        tuple((path, key) for path, key in keys),
        (before and Link(*before), after and Link(*after)),
        *(named, _day(only_on), card, (events, count)),
        tuple((date.fromordinal(number), name, digest) for number, name, digest in entries),
        (document[0], document[1], date.fromordinal(document[2])),
    )
    return Folder(item, files, _day(until))


def _dump_target(target: Target) -> tuple[str | int, ...]:
    """Return a link as a list, without the path of the file that it stands in."""
    place = target.place
    where = (place.line, place.column, place.width)
    return (target.kind, target.path, target.fragment, target.words, *where)


def _load_target(source: str, data: list[Any]) -> Target:
    kind, path, fragment, words, line, column, width = data
    place = Place(path=source, line=line, column=column, width=width)
    return Target(kind=TargetKind(kind), path=path, fragment=fragment, words=words, place=place)


def _dump_document(document: SearchDocument) -> str:
    found = _take_document(document)
    values = [_number(value) if isinstance(value, date) else value for value in found]
    return _seal(values)


def _load_document(text: str) -> SearchDocument:
    found = dict(zip(_DOCUMENT, _unseal(text), strict=True))
    days = {name: _day(found[name]) for name in ("day", "last_day")}
    lists = {name: tuple(found[name]) for name in ("names", "texts")}
    return SearchDocument(**found | days | lists)


def _seal(values: object) -> str:
    """Return values as JSON behind its digest, by which damage is seen."""
    text = _write_json(values)
    return f"{_digest(text).hex()}{text.decode()}"


def _unseal(sealed: str) -> Any:
    """Return the values. Raises ValueError if they are not those that were sealed."""
    text = sealed[_SEAL:]
    if _digest(text.encode()).hex() != sealed[:_SEAL]:
        raise ValueError(sealed[:_SEAL])
    return msgspec.json.decode(text)


def _number(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


def _day(number: int | None) -> date | None:
    return None if number is None else date.fromordinal(number)


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()
