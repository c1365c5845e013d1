"""Staging and swapping: a new site is built beside the old one and takes its place when whole.

Files of other people in the output folder (a placeholder, a CNAME) are carried over by link; a
folder that holds other people's files and no mark of Linli is refused.
"""

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from generator.write.manifest import FOLDER, NAME, Manifest, Written, digest_of, load_manifest
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


class OutputError(Exception):
    """The output folder cannot be used; `code` and `facts` say why, for `messages`."""

    def __init__(self, code: str, path: Path, **facts: str) -> None:
        super().__init__(f"{code}: {path}")
        self.code = code
        self.facts = {"path": str(path)} | facts


@dataclass(slots=True)
class Staging:
    """A site on its way: files are put in one by one, then `commit` makes it the output."""

    output: Path
    folder: Path
    previous: Manifest
    files: dict[str, Written] = field(default_factory=dict)
    states: States = field(default_factory=dict)

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
        _take_over(self.output / path, self._make_room(path))
        self.files[path] = old
        return True

    def _is_intact(self, path: str, old: Written) -> bool:
        if path in self.states:
            with suppress(OSError):
                if state_of((self.output / path).stat()) == self.states[path]:
                    return True
        return _read_intact(self.output / path, old) is not None

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
        swap_folders(self.folder, self.output, self.folder.with_name(_RETIRED))

    def _verify(self) -> None:
        """Make sure that the files on disk are those of the manifest, each of its size."""
        for path, written in self.files.items():
            size = (self.folder / path).stat().st_size
            if size != written.size:
                raise OSError(errno.EIO, os.strerror(errno.EIO), str(self.folder / path))

    def _make_room(self, path: str) -> Path:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        return target

    def _carry_over(self) -> None:
        """Take what Linli did not write into the new site."""
        for source in _foreign_paths(self.output, self.previous):
            path = source.relative_to(self.output).as_posix()
            if path in self.files:
                raise OutputError("output-file-foreign", self.output, file=path)
            _take_over(source, self._make_room(path))


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
    output = output.absolute()
    return output.with_name(f".{output.name}.linli")


@contextmanager
def open_staging(output: Path, states: States | None = None) -> Iterator[Staging]:
    """Give a staging folder beside `output`, and remove it unless it was committed.

    `states` are those of the output's files when it was written, so that they need not be read.

    Raises `OutputError` if `output` holds files that Linli did not make, or another build is at
    work on it.
    """
    output = output.absolute()
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

    workshop.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(workshop / _LOCK, timeout=_PATIENCE):
            if not (workshop / _IGNORED).exists():
                (workshop / _IGNORED).write_text("*\n", encoding="ascii")
            yield
    except Timeout:
        raise OutputError("output-busy", output) from None


def _recover(output: Path, workshop: Path) -> None:
    """Clear away what a build left that was killed; put the site back if it had been moved."""
    retired = workshop / _RETIRED
    if not output.exists() and load_manifest(retired) is not None:
        retired.rename(output)
    for folder in (retired, workshop / _FRESH):
        shutil.rmtree(folder, ignore_errors=True)


def _inspect(output: Path) -> Manifest:
    """Return what an earlier build wrote; refuse a folder that is somebody else's."""
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise OutputError("output-not-folder", output)
    if not output.exists():
        return Manifest()
    if not (output / FOLDER).is_dir():
        foreign = [p.name for p in output.iterdir() if p.name not in _PLACEHOLDERS]
        if foreign:
            raise OutputError("output-foreign", output, file=min(foreign))
    return load_manifest(output) or Manifest()


def _foreign_paths(output: Path, previous: Manifest) -> Iterator[Path]:
    """Yield the files, links and empty folders in `output` that Linli did not make."""
    for folder, folders, names in os.walk(output):
        here = Path(folder)
        links = [name for name in folders if (here / name).is_symlink()]
        for name in (*names, *links):
            path = (here / name).relative_to(output).as_posix()
            if path not in previous.files and path != f"{FOLDER}/{NAME}":
                yield here / name
        if not names and not folders and here != output:
            yield here


def _read_intact(source: Path, written: Written) -> bytes | None:
    """Return the bytes of a file if they are still those that were written."""
    try:
        data = source.read_bytes()
    except OSError:
        return None
    intact = len(data) == written.size and digest_of(data) == written.digest
    return data if intact else None


def _take_over(source: Path, target: Path) -> None:
    """Make `target` the same file, link or folder as `source`, by a hard link where that works."""
    if source.is_symlink():
        target.symlink_to(os.readlink(source))  # noqa: PTH115 - the text of the link itself
    elif source.is_dir():
        target.mkdir()
    else:
        try:
            os.link(source, target)
        except OSError:  # another file system, or one without links
            shutil.copy2(source, target)
