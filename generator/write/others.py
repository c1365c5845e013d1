"""What other people have put into an output: it stays there, whatever is built.

It is found by looking: by the times of the folders that were listed before, and in those that have
another time by their names.
"""

import errno
import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.listing import Listing, folder_of, list_tree
from generator.plain_files import is_folder, is_link


@dataclass(frozen=True, slots=True)
class Survey:
    """How an output stands beside what was listed of it."""

    others: set[str]
    """Paths of files, links and empty folders that Linli did not make."""
    times: dict[str, int]
    """Its folders with their times; nowhere on the way to one is a link."""
    changed: set[str]
    """Folders in which something was added, removed or replaced, and those that are gone."""


def find_others(root: Path, listed: Listing, known: Collection[str]) -> Survey:
    """Look through an output of which there is a listing; `known` is what Linli wrote there."""
    others = {path for path in listed.files if path not in known} | (listed.empty - {""})
    times = _look_at_folders(root, listed)
    changed = {path for path, time in listed.folders.items() if times.get(path) != time}
    for folder in changed & times.keys():
        others |= _find_new(root, folder, known, times)
    return Survey({path for path in others if os.path.lexists(root / path)}, times, changed)


def find_late(root: Path, survey: Survey, known: Collection[str]) -> Iterator[str]:
    """Yield what has come into an output since it was looked through."""
    for folder, time in list(survey.times.items()):
        try:
            found = os.lstat(f"{root}/{folder}")
        except OSError:
            continue
        if found.st_mtime_ns != time and is_folder(found):
            yield from _find_new(root, folder, known, survey.times) - survey.others


def take_over(source: Path, target: Path) -> None:
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
        take_over_file(source, target)


def take_over_file(source: str | Path, target: str | Path) -> None:
    """Make `target`, which is not there, the same file as `source`."""
    try:
        os.link(source, target)
    except OSError:  # another file system, or one without links
        shutil.copy2(source, target)


def move_late(source: Path, target: Path) -> None:
    """Move what somebody has put into an old site to the new one, unless something is there."""
    if os.path.lexists(target):
        source.unlink()
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        source.rename(target)


def remove_old(old: Path, output: Path, known: Collection[str]) -> None:
    """Remove an old site; what somebody put there during the swap stays published.

    What cannot be removed now is removed by the next build.
    """
    for place, folders, names in os.walk(old, topdown=False):
        here = Path(place)
        above = "" if here == old else f"{here.relative_to(old).as_posix()}/"
        links = [name for name in folders if is_link(here / name)]
        for name in (*names, *links):
            with suppress(OSError):
                if above + name in known:
                    os.unlink(f"{place}/{name}")  # noqa: PTH108 - thousands of times
                else:
                    move_late(here / name, output / (above + name))
        with suppress(OSError):
            here.rmdir()


def _look_at_folders(root: Path, listed: Listing) -> dict[str, int]:
    """Return the times of those of the listed folders that are there and no links."""
    times: dict[str, int] = {}
    for folder in listed.folders:
        if folder and folder_of(folder) not in times:
            continue
        try:
            found = os.lstat(f"{root}/{folder}")
        except OSError:
            continue
        if is_folder(found):
            times[folder] = found.st_mtime_ns
    return times


def _find_new(root: Path, folder: str, known: Collection[str], times: dict[str, int]) -> set[str]:
    """Return what Linli did not make in a folder, and in those in it that have no time yet."""
    found: set[str] = set()
    names = []
    with suppress(OSError), os.scandir(f"{root}/{folder}") as entries:
        names = list(entries)
        if not names and folder:
            found.add(folder)
    start = f"{folder}/" if folder else ""
    for entry in names:
        path = start + entry.name
        if entry.is_dir(follow_symlinks=False) and not is_link(entry.path):
            if path not in times:
                found |= _find_below(root, path, known, times)
        elif path not in known:
            found.add(path)
    return found


def _find_below(root: Path, folder: str, known: Collection[str], times: dict[str, int]) -> set[str]:
    """Return what Linli did not make in a folder that was not there before."""
    below = list_tree(root / folder)
    times |= {f"{folder}/{path}".rstrip("/"): time for path, time in below.folders.items()}
    empty = {f"{folder}/{path}".rstrip("/") for path in below.empty}
    return {path for name in below.files if (path := f"{folder}/{name}") not in known} | empty
