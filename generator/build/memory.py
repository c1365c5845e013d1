"""What earlier builds have read, kept for the next: a database in the user's own cache folder.

Records are kept as pickles, and a pickle can be made to do anything. So they lie where nobody but
the user writes, never in the site or the output, which people send one another; each is loaded
only if it has the digest it was written with, by an unpickler that knows the classes of records
and nothing else; and all are forgotten once Python, a library or Linli's own code is another.
What is damaged, or cannot be opened, is as good as nothing: then everything is read.
"""

import hashlib
import io
import os
import pickle
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path, PurePosixPath

import generator
from generator.build.filing import TABLES as FILING_TABLES
from generator.build.filing import Filing
from generator.build.kept_views import TABLES as VIEW_TABLES
from generator.build.kept_views import KeptViews
from generator.build.personal_names import find_personal
from generator.build.records import is_record
from generator.libraries import find_version
from generator.listing import RACY, RECENT
from generator.read.files import FoundFile
from generator.read.memory import Remembered
from generator.render.cache_folder import cache_folder, is_own
from generator.unpickling import RecordUnpickler

_STAGES = (
    *(
        "packed.py",
        "problems.py",
        "pattern.py",
        "encodings",
        "schedule",
        "privacy",
        "archives.py",
        "attachments",
    ),
    *("supervised", "model", "read", "build/memory.py", "build/kept_views.py", "build/filing.py"),
)
_LIBRARIES = (
    *(
        "borax",
        "chinesecalendar",
        "markdown-it-py",
        "pikepdf",
        "pydantic",
        "pydantic-core",
        "pypdfium2",
        "pypinyin",
    ),
    *("python-calamine", "pyyaml"),
)
_SITES = 20
"""How many sites are remembered."""
_TOGETHER = 100
"""Readings that are written at once: one by one, between other work, takes twice as long."""
_TABLES = """
CREATE TABLE stamp (stamp TEXT);
CREATE TABLE files (path TEXT PRIMARY KEY, size INTEGER, time INTEGER, digest TEXT);
CREATE TABLE items (key TEXT PRIMARY KEY, digest BLOB, data BLOB);
"""


_ROWS_FROM = "SELECT key, digest, data FROM items WHERE rowid >= ? ORDER BY rowid"


@contextmanager
def open_memory(
    site: Path, moment: int, folder: Path | None = None, *, reads_all: bool = True
) -> Iterator["SiteMemory"]:
    """Give what earlier builds have read of a site; keep what this one reads unless it fails.

    `moment` is when this build began, in nanoseconds since 1970. `folder` is the user's cache
    folder unless another is given. Where a build `reads_all`, what it did not ask for is forgotten.
    """
    with closing(SiteMemory(_open(_find_database(site, folder)), moment)) as memory:
        yield memory
        if reads_all:
            memory.save()


def forget_site(site: Path) -> None:
    """Forget what earlier builds have read of a site: what was withdrawn since is in there too."""
    with suppress(OSError):
        _find_database(site, None).unlink(missing_ok=True)


def _find_database(site: Path, folder: Path | None) -> Path:
    name = hashlib.sha256(os.fsencode(site.resolve())).hexdigest()[:32]
    return (folder or cache_folder().parent / "read") / f"{name}.sqlite"


def _open(path: Path) -> sqlite3.Connection:
    """Open the database of a site, a new one if there is none that can be trusted."""
    with suppress(OSError, sqlite3.Error):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if is_own(path.parent):
            _forget_others(path)
            try:
                return _prepare(path)
            except sqlite3.DatabaseError:
                path.unlink()
                return _prepare(path)
    return _prepare(":memory:")


def _forget_others(path: Path) -> None:
    others = [other for other in path.parent.glob("*.sqlite") if other != path]
    for other in sorted(others, key=lambda other: other.stat().st_mtime_ns)[: -_SITES + 1]:
        other.unlink()


def _prepare(path: Path | str) -> sqlite3.Connection:
    """Open a database whose contents are of this program's making."""
    database = sqlite3.connect(path, timeout=0)
    try:
        database.execute("PRAGMA synchronous = OFF")  # what is lost is read again
        database.execute("PRAGMA secure_delete = ON")  # what is withdrawn is gone
        database.execute("CREATE TABLE IF NOT EXISTS stamp (stamp TEXT)")
        stamp = _make_stamp()
        if database.execute("SELECT stamp FROM stamp").fetchall() != [(stamp,)]:
            # What was there may be of a version with other tables.
            known = database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            for (table,) in known.fetchall():
                database.execute(f"DROP TABLE {table}")
            database.executescript(_TABLES + VIEW_TABLES + FILING_TABLES)
            database.execute("INSERT INTO stamp VALUES (?)", (stamp,))
    except BaseException:
        database.close()
        raise
    return database


def _make_stamp() -> str:
    """Return a digest of all code that makes records of files."""
    package = Path(generator.__file__).parent
    places = [package / stage for stage in _STAGES]
    sources = [path for place in places for path in (*place.rglob("*.py"), place) if path.is_file()]
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted(sources):
        digest.update(path.read_bytes())
    digest.update("".join(map(find_version, _LIBRARIES)).encode())
    return digest.hexdigest()


class SiteMemory:
    """A `Memory` of one site, in a database. Any failure of that is a thing forgotten."""

    def __init__(self, database: sqlite3.Connection, moment: int) -> None:
        self.views = KeptViews(database)
        self.filing = Filing(database, self)
        self._database = database
        self._moment = moment
        self._states: dict[str, tuple[int, int]] = {}
        self._digests: dict[str, str] = {}
        self._used: set[str] = set()
        self._waiting: dict[str, Remembered] = {}
        """What this build has read and is not written yet, by key."""
        self._known: dict[str, tuple[int, int, str]] = {}
        self._rows: Iterator[tuple[str, bytes, bytes]] = iter(())
        self._is_new = False
        """Whether no earlier build has read anything, so that nothing need be looked for."""
        with suppress(sqlite3.Error):
            rows = database.execute("SELECT path, size, time, digest FROM files")
            self._known = {path: (size, time, digest) for path, size, time, digest in rows}
            self._is_new = database.execute("SELECT 1 FROM items LIMIT 1").fetchone() is None

    def find_digest(self, file: FoundFile) -> str | None:
        """Return the digest of a file that has the size and the time of an earlier reading."""
        path = str(file.path)
        try:
            state = os.stat(file.location)  # noqa: PTH116 - thousands of times
        except OSError:
            return None
        self._states[path] = (state.st_size, state.st_mtime_ns)
        size, time, digest = self._known.get(path, (-1, -1, ""))
        if (size, time) != self._states[path]:
            return None
        self._digests[path] = digest
        return digest

    def last_digest(self, path: PurePosixPath) -> str | None:
        """Return the digest that a file had when it was last read; None if that is not known."""
        known = self._known.get(str(path))
        return known and known[2]

    def note_digest(self, file: FoundFile, digest: str) -> None:
        """Note the digest of a file as it was when `find_digest` was asked."""
        self._digests[str(file.path)] = digest

    def knows(self, key: str) -> bool:
        """Whether this build has read or asked for what this key stands for."""
        return key in self._used

    def keep(self, key: str) -> None:
        """Note that what stands for this key is still wanted, without loading it."""
        self._used.add(key)

    def recall(self, key: str) -> Remembered | None:
        """Return what this build or an earlier one has read."""
        if self._is_new and key not in self._used:
            return None
        if key in self._waiting:
            self._write()
        try:
            found = self._find(key)
            if found is None or _digest(key, found[1]) != found[0]:
                return None
            read = RecordUnpickler(io.BytesIO(found[1]), is_record).load()
        except Exception:  # noqa: BLE001 - whatever a damaged database or pickle can raise
            return None
        self._used.add(key)
        return read if isinstance(read, Remembered) else None

    def _find(self, key: str) -> tuple[bytes, bytes] | None:
        """Return the digest and the data of a row, which likely is the one after the last found.

        Rows stand in the order in which files were read, and to look for one takes four times as
        long as to go on to the next.
        """
        row = next(self._rows, None)
        if row is None or row[0] != key:
            asked = self._database.execute("SELECT rowid FROM items WHERE key = ?", (key,))
            place = asked.fetchone()
            if place is None:
                return None
            self._rows = self._database.execute(_ROWS_FROM, place)
            row = next(self._rows)
        return row[1], row[2]

    def remember(self, key: str, read: Remembered) -> None:
        """Take down what this build has read; it is kept once `save` or `amend` is called."""
        self._waiting[key] = read
        self._used.add(key)
        if len(self._waiting) == _TOGETHER:
            self._write()

    def _write(self) -> None:
        """Write what was taken down."""
        read, self._waiting = self._waiting, {}
        pickled = [(key, pickle.dumps(each, pickle.HIGHEST_PROTOCOL)) for key, each in read.items()]
        rows = [(key, _digest(key, data), data) for key, data in pickled]
        with suppress(sqlite3.Error):
            self._database.executemany("INSERT OR REPLACE INTO items VALUES (?, ?, ?)", rows)

    def save(self) -> None:
        """Keep what is new, and forget what was not asked for.

        A file that changed just before this build could change again and look the same, so its
        time is not to be trusted (git calls such entries racy).
        """
        self._write()
        files = self._read()
        with suppress(sqlite3.Error), self._database:
            keys = {key for (key,) in self._database.execute("SELECT key FROM items")}
            self._forget(keys - self._used)
            gone = self._known.keys() - {path for path, *_ in files}
            self._database.executemany("DELETE FROM files WHERE path = ?", ((p,) for p in gone))
            other = [row for row in files if self._known.get(row[0]) != row[1:]]
            self._database.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", other)

    def amend(self, gone: Iterable[str]) -> None:
        """Keep what is new, forget what these keys stand for, and leave all else."""
        self._write()
        with suppress(sqlite3.Error), self._database:
            self._forget(gone)
            paths = ((path,) for path in self._digests)
            self._database.executemany("DELETE FROM files WHERE path = ?", paths)
            rows = self._read()
            self._database.executemany("INSERT INTO files VALUES (?, ?, ?, ?)", rows)

    def _read(self) -> list[tuple[str, int, int, str]]:
        """Return path, size, time and digest of the files that were read.

        What is known has no name that tells something personal, or it would not be.
        """
        rows, secret = [], find_personal(self._digests.keys() - self._known.keys())
        for path, digest in self._digests.items():
            if path in self._states and path not in secret:
                size, time = self._states[path]
                rows.append((path, size, time if time < self._moment - RACY else RECENT, digest))
        return rows

    def _forget(self, keys: Iterable[str]) -> None:
        self._database.executemany("DELETE FROM items WHERE key = ?", ((key,) for key in keys))

    def close(self) -> None:
        """Let go of the database, also of a query that was not read to its end."""
        self._rows = iter(())
        self._database.close()


def _digest(key: str, data: bytes) -> bytes:
    return hashlib.sha256(key.encode() + data).digest()
