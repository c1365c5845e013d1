"""What earlier builds have filed of a site: items that are long over, and all that shows them.

It lies in the database of what was read (`memory`), for the site as it was published last, and is
good as long as all is the same that its items have in common: the site's own file, committees,
groups, calendars and the themes of reviews; Linli and the theme; the year. A file that has changed
is read like any other. What does not fit is not used: then everything is planned.
"""

import hashlib
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from itertools import islice
from typing import Any, Protocol, TypeVar

import msgspec
from msgspec.structs import asdict

from generator.build.problem_notes import dump_problem, load_problem
from generator.build.sealing import Seal
from generator.file_names import fold_path
from generator.frozen import Frozen
from generator.model.board import Board
from generator.model.filed import FiledFacts, FiledItem
from generator.model.item import Item
from generator.model.record import Source
from generator.model.values import STREET
from generator.plan.retention import retire_contacts
from generator.plan.traditional_names import collect_names
from generator.plan.views import FiledFiles, FiledViews, SearchDocument
from generator.read.memory import ReadItem, Remembered, make_key

T = TypeVar("T")

TABLES = """
CREATE TABLE filing (day TEXT, program TEXT, basis TEXT);
CREATE TABLE filed (path TEXT PRIMARY KEY, folder BLOB, document BLOB, views BLOB);
"""
_TOGETHER = 100
"""Items that are written at once: one by one, each between gathering the next, takes longer."""


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


class _Stored(Frozen):
    """A folder as it is kept: what is said of it as values of JSON (`problem_notes`)."""

    facts: FiledFacts
    remarks: tuple[dict[str, Any], ...]
    files: FiledFiles
    until: date | None


_FOLDERS, _DOCUMENTS, _VIEWS = Seal(_Stored), Seal(SearchDocument), Seal(FiledViews)


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
                rows = self._database.execute("SELECT folder FROM filed")
                found = [_open_folder(folder) for (folder,) in rows]
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
        return self._open("views", _VIEWS, item)

    def document_of(self, item: FiledItem) -> SearchDocument:
        """Return what the search knows of an item. Raises FilingLostError."""
        return self._open("document", _DOCUMENTS, item)

    def _open(self, column: str, seal: Seal[T], item: FiledItem) -> T:
        query = f"SELECT {column} FROM filed WHERE path = ?"  # noqa: S608 - one of the two above
        with suppress(sqlite3.Error, ValueError, TypeError):  # damaged, or not there
            return seal.open(*self._database.execute(query, (item.path,)).fetchone())
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
            path, folder = each.folder.item.path, _seal_folder(each.folder)
            document = _DOCUMENTS.close(each.document)
            if each.views is None:
                renewed.append((path, folder, document))
            else:
                fresh.append((path, folder, document, _VIEWS.close(each.views)))
        query = "UPDATE filed SET folder = ?2, document = ?3 WHERE path = ?1"
        self._database.executemany(query, renewed)
        self._database.executemany("INSERT OR REPLACE INTO filed VALUES (?, ?, ?, ?)", fresh)
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


def _seal_folder(folder: Folder) -> bytes:
    facts = msgspec.convert(folder.item, FiledFacts, from_attributes=True)
    remarks = tuple(map(dump_problem, folder.item.remarks))
    return _FOLDERS.close(_Stored(facts, remarks, folder.files, folder.until))


def _open_folder(sealed: bytes) -> Folder:
    """Return a folder. Raises ValueError if it is damaged."""
    stored = _FOLDERS.open(sealed)
    item = FiledItem(**asdict(stored.facts), remarks=tuple(map(load_problem, stored.remarks)))
    return Folder(item, stored.files, stored.until)
