"""The last version of each file that had no error, for the time in which the file has one.

It lies beside the output and is an input of every build, like the content: what is published is a
function of the content, of these versions and of the day. It is never inside the output, for a
file says more than its pages do. What is damaged, or of another version of Linli, does not count.
"""

import errno
import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path

from generator.frozen import Frozen
from generator.plain_files import NotPlainError, read_plain
from generator.write.manifest import digest_of
from generator.write.workshop import find_workshop

_NAME = "last-good.sqlite"
_VERSION = 1
_TABLES = """
CREATE TABLE items (path TEXT PRIMARY KEY, day TEXT NOT NULL, sources TEXT NOT NULL);
CREATE TABLE sources (digest TEXT PRIMARY KEY, data BLOB NOT NULL);
"""
_DIGEST = re.compile(r"\b[0-9a-f]{64}\b")
Sources = Mapping[str, str]
"""An item's own file and the tables that it names: path → SHA-256 of the bytes."""


class Version(Frozen):
    """A version of an item's sources that had no error, as bytes by path."""

    day: date
    """The day for which it was first published."""
    files: Mapping[str, bytes]

    @property
    def digests(self) -> Sources:
        """The SHA-256 of each file."""
        return {path: digest_of(data) for path, data in self.files.items()}


@contextmanager
def open_last_good(output: Path) -> Iterator["LastGood"]:
    """Give the versions kept for an output folder. Raises OSError if they cannot be opened."""
    path = find_workshop(output) / _NAME
    with _as_machine_failure(), closing(_open(path)) as database:
        yield LastGood(database)


def _open(path: Path) -> sqlite3.Connection:
    if not path.exists():
        return _make(path)
    database = _connect(path)
    try:
        found = database.execute("PRAGMA user_version").fetchone()
        whole = database.execute("PRAGMA quick_check").fetchone()
        if (found, whole) == ((_VERSION,), ("ok",)):
            return database
    except sqlite3.OperationalError:  # locked, or unreadable: that does not mean it is damaged
        database.close()
        raise
    except sqlite3.DatabaseError:
        pass
    database.close()
    for damaged in (path, path.with_name(f"{path.name}-journal")):
        damaged.unlink(missing_ok=True)
    return _make(path)


def _connect(path: Path | str) -> sqlite3.Connection:
    """Open a database in which what is deleted is overwritten: what is withdrawn is gone."""
    database = sqlite3.connect(path)
    database.execute("PRAGMA secure_delete = ON")
    return database


def _make(path: Path) -> sqlite3.Connection:
    """Make an empty database; in memory where there is no folder for it yet."""
    database = _connect(path if path.parent.is_dir() else ":memory:")
    database.executescript(f"{_TABLES} PRAGMA user_version = {_VERSION};")
    return database


@contextmanager
def _as_machine_failure() -> Iterator[None]:
    """Raise failures of the database as those of files: a full disk is a full disk."""
    try:
        yield
    except sqlite3.Error as error:
        raise OSError(errno.EIO, str(error)) from error


class LastGood:
    """The versions kept for one output."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def find(self, path: str) -> Version | None:
        """Return the version of the item in the file `path`; None if it is not there whole."""
        row = self._database.execute(
            "SELECT day, sources FROM items WHERE path = ?", (path,)
        ).fetchone()
        with suppress(LookupError, ValueError, TypeError, AttributeError):
            day, sources = row
            files = {name: self._load(digest) for name, digest in _parse(sources).items()}
            if path in files:
                return Version(date.fromisoformat(day), files)
        return None

    def _load(self, digest: str) -> bytes:
        """Return the bytes of a digest. Raises LookupError if they are not there whole."""
        query = "SELECT data FROM sources WHERE digest = ?"
        row = self._database.execute(query, (digest,)).fetchone()
        if row is None or digest_of(row[0]) != digest:
            raise LookupError(digest)
        return bytes(row[0])

    def replace(
        self, items: Mapping[str, Sources], standing: Mapping[str, object], site: Path, day: date
    ) -> None:
        """Keep the sources of the items that are good today, by their paths from the site's folder.

        Those of the items in `standing`, which have an error, stay; all others go. A file that has
        changed since it was read is left for the next build.
        """
        known = dict(self._database.execute("SELECT path, sources FROM items"))
        texts = {path: _write(items[path]) for path in items}
        fresh = {path: text for path, text in texts.items() if known.get(path) != text}
        gone = known.keys() - items.keys() - standing.keys()
        if not fresh and not gone:
            return
        with self._database:
            for path, text in fresh.items():
                self._renew(path, items[path], text, site, day)
            self._database.executemany("DELETE FROM items WHERE path = ?", ((p,) for p in gone))
            self._drop_unused()

    def renew(self, items: Mapping[str, Sources], site: Path, day: date) -> None:
        """Keep the sources of these items in the place of what they were; all others stay."""
        with self._database:
            for path, sources in items.items():
                self._renew(path, sources, _write(sources), site, day)
            self._drop_unused()

    def _renew(self, path: str, sources: Sources, text: str, site: Path, day: date) -> None:
        if self._take(sources, site):
            row = (path, day.isoformat(), text)
            self._database.execute("INSERT OR REPLACE INTO items VALUES (?, ?, ?)", row)

    def _take(self, sources: Sources, site: Path) -> bool:
        """Keep the bytes of an item's sources; whether they still are what was read."""
        for path, digest in sources.items():
            try:
                data = read_plain(f"{site}/{path}")
            except (FileNotFoundError, NotADirectoryError, PermissionError, NotPlainError):
                return False
            if digest_of(data) != digest:
                return False
            self._database.execute("INSERT OR REPLACE INTO sources VALUES (?, ?)", (digest, data))
        return True

    def _drop_unused(self) -> None:
        rows = self._database.execute("SELECT sources FROM items")
        used = {digest for (text,) in rows for digest in _DIGEST.findall(text)}
        kept = {digest for (digest,) in self._database.execute("SELECT digest FROM sources")}
        gone = ((digest,) for digest in kept - used)
        self._database.executemany("DELETE FROM sources WHERE digest = ?", gone)


def _write(sources: Sources) -> str:
    return json.dumps(dict(sorted(sources.items())))


def _parse(text: str) -> dict[str, str]:
    """Return sources as they were written; none if that is damaged."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
