"""Staging and swapping: a new site is built beside the old one and takes its place when whole.

Files of other people in the output folder (a placeholder, a CNAME) are carried over by link; a
folder that holds other people's files and no mark of Linli is refused. What is removed of an old
site is what its manifest lists, found by looking and never by the manifest's own paths.
"""

import errno
import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from generator.file_names import find_path_flaw, fold_path
from generator.plain_files import is_link, read_plain
from generator.write.guard import OutputError, find_place
from generator.write.manifest import (
    FOLDER,
    NAME,
    Manifest,
    Written,
    digest_of,
    is_marked,
    load_manifest,
)
from generator.write.swap import flush_folder, swap_folders

_PLACEHOLDERS = (".gitkeep", ".gitignore", ".keep")
_LOCK, _FRESH, _RETIRED, _IGNORED = "lock", "fresh", "retired", ".gitignore"
"""What the workshop `.OUTPUT.linli` beside the output holds while a build is at work."""
_PATIENCE = 0.3
"""Seconds to wait for another build: one that was killed may take a moment to let go."""


States = Mapping[str, tuple[int, int]]
"""Files by path with their size and their time in nanoseconds."""


def state_of(found: os.stat_result) -> tuple[int, int]:
    """Return by what a file is known to be the same as before."""
    return found.st_size, found.st_mtime_ns


@dataclass(slots=True)
class Staging:
    """A site on its way: files are put in one by one, then `commit` makes it the output."""

    output: Path
    folder: Path
    previous: Manifest
    files: dict[str, Written] = field(default_factory=dict)
    states: States = field(default_factory=dict)
    _addresses: dict[str, str] = field(default_factory=dict)
    """Paths of the new site as they are compared → as they are written."""
    _links: dict[str, bool] = field(default_factory=dict)
    """Folders of the old site → whether a link is on the way there."""
    _made: set[str] = field(default_factory=set)
    """Folders that are there, by their paths."""
    _carried: set[str] = field(default_factory=set)
    """Paths of what others have put into the output."""

    def put(
        self,
        path: str,
        key: str,
        kind: str,
        data: bytes,
        *,
        pages: int = 0,
        left_out: tuple[str, ...] = (),
    ) -> None:
        """Write one file of the new site.

        `pages` is how many sheets of paper a poster takes, `left_out` what it has no room for.
        """
        self._claim(path, key)
        target = self._make_room(path)
        target.write_bytes(data)
        self.files[path] = Written(key, kind, len(data), digest_of(data), pages, left_out)

    def read(self, path: str) -> bytes:
        """Return the bytes of a file of the new site. Raises OSError if there is none."""
        return (self.folder / path).read_bytes()

    def keep(self, path: str, key: str) -> bool:
        """Take a file over from the old site if it was made from `key` and is still intact."""
        old = self.previous.files.get(path)
        if old is None or old.key != key or not self._is_intact(path, old):
            return False
        self._claim(path, key)
        _take_over_file(self.output / path, self._make_room(path))
        self.files[path] = old
        return True

    def _claim(self, path: str, key: str) -> None:
        """Refuse a path that some system could not write, or would take for another one."""
        if find_path_flaw(path):
            raise OutputError("output-address-wrong", self.output, file=path)
        other = self._addresses.setdefault(fold_path(path), path)
        if other != path or (path in self.files and self.files[path].key != key):
            raise OutputError("output-address-twice", self.output, file=path, other=other)

    def _is_intact(self, path: str, old: Written) -> bool:
        if self._is_linked(path.rpartition("/")[0]):
            return False
        if path in self.states:
            with suppress(OSError):
                found = (self.output / path).lstat()
                if stat.S_ISREG(found.st_mode) and state_of(found) == self.states[path]:
                    return True
        return _read_intact(self.output / path, old) is not None

    def _is_linked(self, folder: str) -> bool:
        """Whether somebody has put a link in the place of a folder, or of one around it."""
        if not folder:
            return False
        if folder not in self._links:
            above = folder.rpartition("/")[0]
            self._links[folder] = is_link(self.output / folder) or self._is_linked(above)
        return self._links[folder]

    def changed(self) -> list[str]:
        """Return the paths that are new or differ from the old site, sorted."""
        return sorted(
            path
            for path, written in self.files.items()
            if path not in self.previous.files or self.previous.files[path].digest != written.digest
        )

    def commit(self) -> None:
        """Swap the new site with the old one. Raises `OutputError` or OSError before any change."""
        self._carry_over()
        mark = self._make_room(f"{FOLDER}/{NAME}")
        mark.write_bytes(Manifest(self.files).dump())
        self._verify()
        flush_folder(self.folder)
        try:
            old = swap_folders(self.folder, self.output, self.folder.with_name(_RETIRED))
        except OSError as error:
            if error.errno in (errno.EBUSY, errno.EXDEV):
                raise OutputError("output-mounted", self.output) from error
            raise
        if old:
            self._remove(old)

    def _verify(self) -> None:
        """Make sure that the files on disk are those of the manifest, each of its size."""
        for path, written in self.files.items():
            size = (self.folder / path).stat().st_size
            if size != written.size:
                raise OSError(errno.EIO, os.strerror(errno.EIO), str(self.folder / path))

    def _make_room(self, path: str) -> Path:
        target = self.folder / path
        above = path.rpartition("/")[0]
        if above not in self._made:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(above)
        return target

    def _carry_over(self) -> None:
        """Take what Linli did not write into the new site."""
        for source in _foreign_paths(self.output, self.previous):
            path = source.relative_to(self.output).as_posix()
            self._carried.add(path)
            try:
                _take_over(source, self._make_room(path))
            except (FileExistsError, NotADirectoryError):
                raise OutputError("output-file-foreign", self.output, file=path) from None

    def _remove(self, old: Path) -> None:
        """Remove the old site; what somebody put there during the swap stays published.

        What cannot be removed now is removed by the next build.
        """
        known = self._carried | self.previous.files.keys() | {f"{FOLDER}/{NAME}"}
        for place, folders, names in os.walk(old, topdown=False):
            here = Path(place)
            above = "" if here == old else f"{here.relative_to(old).as_posix()}/"
            links = [name for name in folders if is_link(here / name)]
            for name in (*names, *links):
                path = above + name
                with suppress(OSError):
                    if path in known or os.path.lexists(self.output / path):
                        os.unlink(f"{place}/{name}")  # noqa: PTH108 - thousands of times
                    else:
                        (self.output / path).parent.mkdir(parents=True, exist_ok=True)
                        (here / name).rename(self.output / path)
            with suppress(OSError):
                here.rmdir()


class Shelf:
    """The files of an earlier build, for whoever wants them and nothing else of the output."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._files = (load_manifest(output) or Manifest()).files

    def take(self, path: str, key: str) -> tuple[bytes, int] | None:
        """Return a file made from `key` and its number of pages; None if it is not there intact."""
        old = self._files.get(path)
        if old is None or old.key != key:
            return None
        data = _read_intact(self._output / path, old)
        return None if data is None else (data, old.pages)


def find_workshop(output: Path) -> Path:
    """Return the folder beside an output for what its builds need and nobody publishes."""
    place = find_place(output)
    return place.with_name(f".{place.name}.linli")


@contextmanager
def open_staging(output: Path, states: States | None = None) -> Iterator[Staging]:
    """Give a staging folder beside `output`, and remove it unless it was committed.

    `states` are those of the output's files when it was written, so that they need not be read.

    Raises `OutputError` if `output` holds files that Linli did not make, or another build is at
    work on it.
    """
    output = find_place(output)
    _inspect(output)
    workshop = find_workshop(output)
    with _lock(workshop, output):
        _recover(output, workshop)
        previous = _inspect(output)
        folder = workshop / _FRESH
        folder.mkdir()
        try:
            yield Staging(output, folder, previous, states=states or {})
        finally:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _lock(workshop: Path, output: Path) -> Iterator[None]:
    """Keep other builds of this output away; the system frees the lock if the process dies."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - a build with nothing to do locks nothing

    if is_link(workshop) or (workshop.exists() and not workshop.is_dir()):
        raise OutputError("output-not-folder", workshop)
    if not (workshop / _LOCK).exists():
        for name in (_FRESH, _RETIRED):
            if os.path.lexists(workshop / name):  # then another program has made the folder
                raise OutputError("output-foreign", workshop, file=name)
    workshop.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(workshop / _LOCK, timeout=_PATIENCE):
            if not os.path.lexists(workshop / _IGNORED):
                (workshop / _IGNORED).write_text("*\n", encoding="ascii")
            yield
    except Timeout:
        raise OutputError("output-busy", output) from None


def _recover(output: Path, workshop: Path) -> None:
    """Clear away what a build left that was killed; put the site back if it had been moved."""
    for folder in (workshop / _RETIRED, workshop / _FRESH):
        if is_link(folder):  # not of our making
            folder.unlink()
    retired = workshop / _RETIRED
    if not output.exists() and retired.is_dir():
        retired.rename(output)
    for folder in (retired, workshop / _FRESH):
        shutil.rmtree(folder, ignore_errors=True)


def _inspect(output: Path) -> Manifest:
    """Return what an earlier build wrote; refuse a folder that is somebody else's."""
    if is_link(output) or (output.exists() and not output.is_dir()):
        raise OutputError("output-not-folder", output)
    if not output.exists():
        return Manifest()
    if os.path.ismount(output):
        raise OutputError("output-mounted", output)
    if not is_marked(output):
        foreign = [p.name for p in output.iterdir() if p.name not in _PLACEHOLDERS]
        if foreign:
            raise OutputError("output-foreign", output, file=min(foreign))
        return Manifest()
    manifest = load_manifest(output)
    if manifest is None:
        raise OutputError("output-mark-damaged", output, file=f"{FOLDER}/{NAME}")
    return manifest


def _foreign_paths(output: Path, previous: Manifest) -> Iterator[Path]:
    """Yield the files, links and empty folders in `output` that Linli did not make."""
    for folder, folders, names in os.walk(output):
        here = Path(folder)
        above = "" if here == output else f"{here.relative_to(output).as_posix()}/"
        links = [name for name in folders if is_link(here / name)]
        for name in (*names, *links):
            path = above + name
            if path not in previous.files and path != f"{FOLDER}/{NAME}":
                yield here / name
        if not names and not folders and above:
            yield here


def _read_intact(source: Path, written: Written) -> bytes | None:
    """Return the bytes of a file if they are still those that were written."""
    try:
        data = read_plain(source)
    except OSError:
        return None
    intact = len(data) == written.size and digest_of(data) == written.digest
    return data if intact else None


def _take_over(source: Path, target: Path) -> None:
    """Make `target` the same file, link or folder as `source`, by a hard link where that works.

    Raises FileExistsError if there is something else already.
    """
    if source.is_symlink():
        target.symlink_to(os.readlink(source))  # noqa: PTH115 - the text of the link itself
    elif source.is_dir():
        target.mkdir(exist_ok=True)
    elif os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    else:
        _take_over_file(source, target)


def _take_over_file(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # another file system, or one without links
        shutil.copy2(source, target)
