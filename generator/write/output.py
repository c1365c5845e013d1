"""Staging: a new site is written beside the old one, and takes its place when it is whole.

A folder that holds other people's files and no mark of Linli is refused.
"""

import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from generator.file_names import find_path_flaw, fold_path
from generator.plain_files import is_link
from generator.write.file_tree import FileTree
from generator.write.guard import OutputError, find_place
from generator.write.inventory import load_inventory
from generator.write.manifest import (
    MARK,
    Manifest,
    Written,
    digest_of,
    is_marked,
    load_manifest,
)
from generator.write.renewal import Renewal
from generator.write.stock import Stock, read_intact
from generator.write.workshop import Workshop, open_workshop, remove_folder

_PLACEHOLDERS = (".gitkeep", ".gitignore", ".keep")


@dataclass(slots=True)
class Staging:
    """A site on its way: files are put in one by one, then `commit` makes it the output."""

    output: Path
    workshop: Workshop
    previous: Manifest
    stock: Stock
    files: dict[str, Written] = field(default_factory=dict)
    _fresh: set[str] = field(default_factory=set)
    """Paths of files that were not taken over."""
    _addresses: dict[str, str] = field(default_factory=dict)
    """Paths of the new site as they are compared → as they are written."""
    _tree: FileTree = field(init=False)
    """Where the files lie that were not taken over."""

    def __post_init__(self) -> None:
        self._tree = FileTree(self.workshop.fresh)

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
        if find_path_flaw(path):
            raise OutputError("output-address-wrong", self.output, file=path)
        self._claim(path, key)
        self._write(path, data)
        self.files[path] = Written(key, kind, len(data), digest_of(data), pages, left_out)

    def read(self, path: str) -> bytes:
        """Return the bytes of a file of the new site. Raises OSError if there is none."""
        is_kept = path in self.files and path not in self._fresh
        return ((self.stock.root if is_kept else self.workshop.fresh) / path).read_bytes()

    def keep(self, path: str, key: str) -> bool:
        """Take a file over from the old site if it was made from `key` and is still intact.

        What stands there has a path that every system can write.
        """
        old = self.previous.files.get(path)
        if old is None or old.key != key or not self.stock.is_intact(path, old):
            return False
        self._claim(path, key)
        self.files[path] = old
        return True

    def keep_all(self, except_for: Collection[str] = ()) -> list[str]:
        """Take over every file of the old site but those at the paths `except_for`.

        Returns the paths of those that cannot be taken over, sorted, for somebody has changed or
        removed them. To be called before anything is put or kept.
        """
        keys = {path: written.key for path, written in self.previous.files.items()}
        for path in except_for:
            keys.pop(path, None)
        return self.keep_those(keys)

    def keep_those(self, keys: Mapping[str, str]) -> list[str]:
        """Take files over from the old site, given with the keys that they were made from.

        Returns the paths of those that cannot be, sorted. To be called before anything is put or
        kept.
        """
        old = self.previous.files
        same = (path for path, key in keys.items() if path in old and old[path].key == key)
        taken = {path: old[path] for path in same}
        for path in self.stock.find_damaged(taken):
            del taken[path]
        self._addresses |= {fold_path(path): path for path in taken}
        self.files |= taken
        return sorted(keys.keys() - taken.keys())

    def changed(self) -> list[str]:
        """Return the paths that are new or differ from the old site, sorted."""
        old = self.previous.files
        return sorted(
            path
            for path in self._fresh
            if path not in old or old[path].digest != self.files[path].digest
        )

    def commit(self) -> None:
        """Swap the new site with the old one. Raises `OutputError` or OSError before any change."""
        mark = Manifest(self.files).dump()
        self._write(MARK, mark)
        Renewal(
            self.output, self.workshop, self.previous.files, self.stock, self.files, self._fresh
        ).run(digest_of(mark))

    def _claim(self, path: str, key: str) -> None:
        """Refuse a path that some system would take for another one, or that has other bytes."""
        other = self._addresses.setdefault(fold_path(path), path)
        if other != path or (path in self.files and self.files[path].key != key):
            raise OutputError("output-address-twice", self.output, file=path, other=other)

    def _write(self, path: str, data: bytes) -> None:
        with open(self._tree.make_room(path), "wb") as file:  # noqa: PTH123 - thousands of times
            file.write(data)
        self._fresh.add(path)


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
        data = read_intact(self._output / path, old)
        return None if data is None else (data, old.pages)


@contextmanager
def open_staging(output: Path) -> Iterator[Staging]:
    """Give a staging folder beside `output`, and remove it unless it was committed.

    Raises `OutputError` if `output` holds files that Linli did not make, or another build is at
    work on it.
    """
    output = find_place(output)
    _refuse_others(output)
    with open_workshop(output) as workshop:
        _refuse_others(output)
        previous = _find_previous(output)
        workshop.fresh.mkdir()
        yield Staging(output, workshop, previous, _find_stock(output, workshop, previous))


def _find_stock(output: Path, workshop: Workshop, previous: Manifest) -> Stock:
    """Return what the last build made: in the mirror of the output, if that is one."""
    inventory = load_inventory(output)
    if inventory is None or inventory.manifest != previous.digest:
        remove_folder(workshop.mirror)
        return Stock(output)
    if not workshop.mirror.is_dir():
        return Stock(output, inventory.listing)
    return Stock(workshop.mirror, inventory.listing, inventory.mirror)


def _refuse_others(output: Path) -> None:
    """Refuse a folder that is somebody else's."""
    if is_link(output) or (output.exists() and not output.is_dir()):
        raise OutputError("output-not-folder", output)
    if not output.exists():
        return
    if os.path.ismount(output):
        raise OutputError("output-mounted", output)
    if not is_marked(output):
        foreign = [p.name for p in output.iterdir() if p.name not in _PLACEHOLDERS]
        if foreign:
            raise OutputError("output-foreign", output, file=min(foreign))


def _find_previous(output: Path) -> Manifest:
    """Return what an earlier build wrote."""
    if not is_marked(output):
        return Manifest()
    manifest = load_manifest(output)
    if manifest is None:
        raise OutputError("output-mark-damaged", output, file=MARK)
    return manifest
