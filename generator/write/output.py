"""Staging and swapping: a new site is built beside the old one and takes its place when whole.

Files of other people in the output folder (a placeholder, a CNAME) are carried over by link; a
folder that holds other people's files and no mark of Linli is refused.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from generator.write.manifest import FOLDER, NAME, Manifest, Written, digest_of, load_manifest

_PLACEHOLDERS = (".gitkeep", ".gitignore", ".keep")
_RETIRED = ".old"


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

    def put(self, path: str, key: str, kind: str, data: bytes) -> None:
        """Write one file of the new site."""
        target = self._make_room(path)
        target.write_bytes(data)
        self.files[path] = Written(key, kind, len(data), digest_of(data))

    def keep(self, path: str, key: str) -> bool:
        """Take a file over from the old site if it was made from `key` and is still intact."""
        old = self.previous.files.get(path)
        if old is None or old.key != key:
            return False
        source = self.output / path
        try:
            data = source.read_bytes()
        except OSError:
            return False
        if len(data) != old.size or digest_of(data) != old.digest:
            return False
        _take_over(source, self._make_room(path))
        self.files[path] = old
        return True

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
        retired = self.folder.with_name(self.folder.name + _RETIRED)
        if self.output.exists():
            self.output.rename(retired)
        try:
            self.folder.rename(self.output)
        except OSError:
            if retired.exists():
                retired.rename(self.output)
            raise
        shutil.rmtree(retired, ignore_errors=True)

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


@contextmanager
def open_staging(output: Path) -> Iterator[Staging]:
    """Give a staging folder beside `output`, and remove it unless it was committed.

    Raises `OutputError` if `output` holds files that Linli did not make.
    """
    output = output.absolute()
    _recover(output)
    previous = _inspect(output)
    output.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{output.name}-", dir=output.parent))
    folder.chmod(0o755)  # mkdtemp's 0700 would hide the site from a web server
    try:
        yield Staging(output, folder, previous)
    finally:
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


def _recover(output: Path) -> None:
    """Put back a site that was moved aside by a build which was killed before the next one came."""
    if output.exists():
        return
    retired = sorted(output.parent.glob(f".{output.name}-*{_RETIRED}"))
    whole = [folder for folder in retired if load_manifest(folder) is not None]
    if whole:
        whole[-1].rename(output)
        for folder in output.parent.glob(f".{output.name}-*"):
            if load_manifest(folder) is not None:
                shutil.rmtree(folder, ignore_errors=True)
