"""The views of the last build that show the words of a file, for builds of one edited sentence.

They lie in the database of what was read (`memory`), with the digest of the inventory of the output
that they are the views of, so that they are never taken for another's. They say nothing that is not
published. What all pages share is kept once; the words themselves, which are to be replaced, and
which the memory has besides, are not kept: the key of a view tells whether it showed them.
"""

import hashlib
import io
import pickle
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import cast

from msgspec.structs import replace

from generator.build.records import is_record
from generator.frozen import Frozen
from generator.model.prose import Prose
from generator.model.site import Site
from generator.plan.artifact import Artifact, Kind
from generator.plan.bodies import ItemPage, put_words, shown_body
from generator.plan.search_documents import Outline, outline_part
from generator.plan.views import (
    DayView,
    Frame,
    SearchIndex,
    SearchPage,
    ServicePage,
    TraditionalNames,
    View,
)
from generator.unpickling import RecordUnpickler

TABLES = """
CREATE TABLE plan (output TEXT, digest BLOB, data BLOB);
CREATE TABLE views (
    path TEXT PRIMARY KEY, source TEXT, kind TEXT, key TEXT, digest BLOB, data BLOB
);
CREATE INDEX shown ON views (source);
CREATE TABLE outlines (path TEXT PRIMARY KEY, digest BLOB, data BLOB);
"""
_BEGUN = "before_views"
_FRAMED = ItemPage | SearchPage
"""The views of pages among those that are kept."""
_NO_FRAME = cast("Frame", None)
"""Stands in a view that is kept for the frame, which is kept once for all."""
_NO_WORDS = Prose()
_TOGETHER = 100
"""Views that are written at once: one by one, between other work, takes twice as long."""


class Setting(Frozen):
    """What all pages of a build had in common."""

    site: Site
    owners: Mapping[str, str]
    """The committees' ids by the names of their folders."""
    frame: Frame
    days: tuple[DayView, ...]
    """The days that pages know of."""
    names: TraditionalNames | None
    """What the edition in traditional characters keeps; None if there is none."""


class KeptViews:
    """The views of one build. Any failure of the database is a view forgotten."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._known: dict[str, str] = {}
        self._noted: set[str] = set()
        self._setting: Setting | None = None
        self._waiting: list[Artifact] = []
        """What was noted and is not written yet."""

    def begin(self, setting: Setting) -> None:
        """Begin to keep the views of another build; `finish` ends that."""
        self._setting = setting
        self._waiting.clear()
        with suppress(sqlite3.Error):
            self._database.execute(f"SAVEPOINT {_BEGUN}")
            if self._find_setting() == setting:
                self._known = dict(self._database.execute("SELECT path, key FROM views"))
            self._database.execute("DELETE FROM plan")

    def note(self, artifact: Artifact) -> None:
        """Keep the view of a file that was published, if it shows a body or is of the search."""
        body = shown_body(artifact.view)
        if body is None and not _is_search(artifact.view):
            return
        self._noted.add(artifact.path)
        if self._known.get(artifact.path) == artifact.key:
            return
        self._waiting.append(artifact)
        if len(self._waiting) == _TOGETHER:
            self._write()

    def _write(self) -> None:
        """Write what was noted."""
        noted, self._waiting = self._waiting, []
        setting = self._setting
        if setting is None:
            return
        outlines = [
            (artifact.path, *_dump(outline_part(artifact.view)))
            for artifact in noted
            if isinstance(artifact.view, SearchIndex)
        ]
        rows = [_make_row(artifact, setting) for artifact in noted]
        with suppress(sqlite3.Error):
            self._database.executemany(
                "INSERT OR REPLACE INTO views VALUES (?, ?, ?, ?, ?, ?)", rows
            )
            self._database.executemany("INSERT OR REPLACE INTO outlines VALUES (?, ?, ?)", outlines)

    def keep(self, paths: Iterable[str]) -> None:
        """Keep the views of files that were taken over without being planned."""
        self._noted.update(paths)

    def finish(self, output: str) -> None:
        """Write down what was noted as that of the output whose inventory has this digest."""
        self._write()
        with suppress(sqlite3.Error), self._database:
            paths = self._database.execute("SELECT path FROM views").fetchall()
            gone = [path for path in paths if path[0] not in self._noted]
            self._database.executemany("DELETE FROM views WHERE path = ?", gone)
            self._database.executemany("DELETE FROM outlines WHERE path = ?", gone)
            row = (output, *_dump(self._setting))
            self._database.execute("INSERT INTO plan VALUES (?, ?, ?)", row)

    def drop(self) -> None:
        """Forget what was noted since `begin`: nothing was published."""
        self._waiting.clear()
        with suppress(sqlite3.Error):
            self._database.execute(f"ROLLBACK TO {_BEGUN}")

    def open(self, output: str) -> Setting | None:
        """Return what the pages had in common if the views are those of this output."""
        with suppress(sqlite3.Error):
            if self._database.execute("SELECT output FROM plan").fetchall() == [(output,)]:
                self._setting = self._find_setting()
                return self._setting
        return None

    def of_source(self, path: str) -> list[Artifact]:
        """Return what shows the body of a content file, as it was but for these words."""
        return list(self._select("source = ?", path))

    def find(self, path: str) -> Artifact | None:
        """Return the file at a path of the output, as it was, if its view was kept."""
        return next(self._select("path = ?", path), None)

    def outline(self, path: str) -> Outline | None:
        """Return which documents a part of the search has, without opening them."""
        query = "SELECT digest, data FROM outlines WHERE path = ?"
        with suppress(sqlite3.Error):
            for digest, data in self._database.execute(query, (path,)):
                return cast("Outline | None", _load(digest, data))
        return None

    def replace(self, artifacts: list[Artifact], output: str) -> None:
        """Keep these in the place of what they were; the output has another inventory."""
        with suppress(sqlite3.Error), self._database:
            self._database.execute("UPDATE plan SET output = ?", (output,))
            for artifact in artifacts:
                self.note(artifact)
            self._write()

    def _find_setting(self) -> Setting | None:
        row = self._database.execute("SELECT digest, data FROM plan").fetchone()
        found = row and _load(row[0], row[1])
        return found if isinstance(found, Setting) else None

    def _select(self, condition: str, value: str) -> Iterator[Artifact]:
        query = f"SELECT path, kind, key, digest, data FROM views WHERE {condition}"  # noqa: S608 - conditions from above
        with suppress(sqlite3.Error):
            for path, kind, key, digest, data in self._database.execute(query, (value,)):
                view = cast("View | None", _load(digest, data))
                if view is not None and self._setting is not None:
                    yield Artifact(path, Kind(kind), _complete(view, self._setting), key)


def _is_search(view: View) -> bool:
    """Whether it is the page of the search, or a part of its index; its editions share these."""
    return isinstance(view, SearchPage) or (
        isinstance(view, SearchIndex) and view.traditional is None
    )


def _make_row(artifact: Artifact, setting: Setting) -> tuple[str, str, str, str, bytes, bytes]:
    """Return how a view is kept: its path, whose body it shows, and what it is made of."""
    body = shown_body(artifact.view)
    source = body.source if body else ""
    kept = _dump(_strip(artifact.view, setting))
    return (artifact.path, source, artifact.kind.value, artifact.key, *kept)


def _strip(view: View, setting: Setting) -> View:
    """Return a view without its words, and without what all pages have in common."""
    bare = put_words(view, _NO_WORDS) if shown_body(view) else view
    if isinstance(bare, ServicePage) and bare.ahead.days == setting.days:
        bare = replace(bare, ahead=replace(bare.ahead, days=()))
    return replace(bare, frame=_NO_FRAME) if isinstance(bare, _FRAMED) else bare


def _complete(bare: View, setting: Setting) -> View:
    """Return a view, of which this is what was kept, but for its words."""
    view = replace(bare, frame=setting.frame) if isinstance(bare, _FRAMED) else bare
    if isinstance(view, ServicePage) and not view.ahead.days:
        view = replace(view, ahead=replace(view.ahead, days=setting.days))
    return view


def _dump(kept: object) -> tuple[bytes, bytes]:
    """Return what is kept as bytes, after their digest."""
    data = pickle.dumps(kept, pickle.HIGHEST_PROTOCOL)
    return _digest(data), data


def _load(digest: bytes, data: bytes) -> object:
    """Return what was kept; None if it is damaged."""
    if _digest(data) != digest:
        return None
    try:
        found: object = RecordUnpickler(io.BytesIO(data), is_record).load()
    except Exception:  # noqa: BLE001 - whatever a damaged pickle can raise
        return None
    return found


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()
