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
        _link_or_copy(source, self._make_room(path))
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
        retired = self.folder.with_name(self.folder.name + ".old")
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
        """Link the files that Linli did not write into the new site."""
        for source in _foreign_files(self.output, self.previous):
            path = source.relative_to(self.output).as_posix()
            if path in self.files:
                raise OutputError("output-file-foreign", self.output, file=path)
            _link_or_copy(source, self._make_room(path))


@contextmanager
def open_staging(output: Path) -> Iterator[Staging]:
    """Give a staging folder beside `output`, and remove it unless it was committed.

    Raises `OutputError` if `output` holds files that Linli did not make.
    """
    output = output.absolute()
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


def _foreign_files(output: Path, previous: Manifest) -> Iterator[Path]:
    for folder, _, names in os.walk(output):
        for name in names:
            source = Path(folder, name)
            path = source.relative_to(output).as_posix()
            if path not in previous.files and path != f"{FOLDER}/{NAME}":
                yield source


def _link_or_copy(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # another file system, or one without links
        shutil.copy2(source, target)
