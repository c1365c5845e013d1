"""What is in a folder, by names, sizes and times: a listing, and whether it still holds.

Light and quick: for a site of ten thousand items this is most of what a build without changes
does. Paths begin below the listed folder, which is itself the empty path; times are in nanoseconds
since 1970.
"""

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from generator.plain_files import is_folder, is_junction

RACY = 2_000_000_000
"""Nanoseconds within which a file can change and keep its time: FAT counts in two seconds."""
RECENT = -1
"""In the place of a folder's time if something could be added to it later and leave its time."""

_SHUT = (errno.ENOENT, errno.ENOTDIR, errno.EACCES, errno.EPERM, errno.ENAMETOOLONG)

State = tuple[int, int]
"""By what a file is known to be the same as before: its size and its time."""


@dataclass(slots=True)
class Listing:
    """The files of a folder by path with their states, and its folders with their times."""

    files: dict[str, State] = field(default_factory=dict)
    folders: dict[str, int] = field(default_factory=dict)
    """Each after the one it is in."""
    odd: set[str] = field(default_factory=set)
    """Those of `files` that are links, pipes or the like."""
    empty: set[str] = field(default_factory=set)
    """Those of `folders` in which there is nothing."""


def state_of(found: os.stat_result) -> State:
    """Return the state of a file."""
    return found.st_size, found.st_mtime_ns


def folder_of(path: str) -> str:
    """Return the path of the folder in which a file or a folder is."""
    return path.rpartition("/")[0]


def list_files(folder: str | os.PathLike[str], is_passed_over: Callable[[str], bool]) -> list[str]:
    """Return a line `path⇥size⇥time` for each file below a folder, sorted. Raises OSError.

    What is `is_passed_over` by its name is left out, also whole folders. Links are not followed.
    """
    return sorted(
        line_of(path, state) for path, state in _scan(folder, is_passed_over).files.items()
    )


def line_of(path: str, state: State) -> str:
    """Return the line of a file."""
    return f"{path}\t{state[0]}\t{state[1]}"


def list_tree(folder: str | os.PathLike[str]) -> Listing:
    """Return all that is in a folder; links are not followed. Raises OSError."""
    return _scan(folder, lambda _: False)


def list_again(folder: str | os.PathLike[str], earlier: Listing) -> Listing:
    """Return what `list_tree` does, sooner, for a folder of which there is an earlier listing.

    A folder whose time is the same has the same names in it, so most need not be opened.
    """
    root, listing, other = os.fspath(folder), Listing(), []
    for path, time in earlier.folders.items():
        try:
            found = os.lstat(f"{root}/{path}")
        except OSError:
            continue
        if is_folder(found) and (not path or folder_of(path) in listing.folders):
            listing.folders[path] = found.st_mtime_ns
            if found.st_mtime_ns != time:
                other.append(path)
    if "" not in listing.folders:
        return list_tree(folder)
    same = listing.folders.keys() - set(other)
    listing.empty = earlier.empty & same
    for path in earlier.files:
        if folder_of(path) in same:
            try:
                found = os.lstat(f"{root}/{path}")
            except FileNotFoundError:
                continue
            _list_file(path, found, listing)
    while other:
        below = _open_folder(root, other.pop(), lambda _: False, listing)
        other += [path for path in below if path not in listing.folders]
    return listing


def still_holds(folder: str | os.PathLike[str], listing: Listing) -> bool:
    """Whether a folder has the files and folders of a listing, and no others.

    A folder whose time is the same has the same names in it, so most need not be opened.
    """
    start, look = f"{os.fspath(folder)}/", os.lstat
    try:
        for path, time in listing.folders.items():
            if time not in (RECENT, look(start + path).st_mtime_ns):
                return False
        for path, state in listing.files.items():
            found = look(start + path)
            if (found.st_size, found.st_mtime_ns) != state:
                return False
        return bool(listing.folders) and _have_same_names(start, listing)
    except (OSError, ValueError):  # ValueError: a zero byte in a damaged listing
        return False


def mark_recent(listing: Listing) -> None:
    """Take away the times of folders that are about the time of listing.

    Which is not asked of the clock: the newest folder was made just before.
    """
    limit = max(listing.folders.values(), default=0) - RACY
    for path, time in listing.folders.items():
        if time >= limit:
            listing.folders[path] = RECENT


def _scan(folder: str | os.PathLike[str], is_passed_over: Callable[[str], bool]) -> Listing:
    listing = Listing()
    pending = [""]
    while pending:
        pending += _open_folder(os.fspath(folder), pending.pop(), is_passed_over, listing)
    return listing


def _open_folder(
    root: str, folder: str, is_passed_over: Callable[[str], bool], listing: Listing
) -> list[str]:
    """List what is in one folder; return the folders in it."""
    here, start = f"{root}/{folder}", f"{folder}/" if folder else ""
    below: list[str] = []
    is_empty = True
    with _passing_over_what_is_shut():
        listing.folders[folder] = os.lstat(here).st_mtime_ns
        with os.scandir(here) as found:
            for entry in found:
                if is_passed_over(entry.name):
                    continue
                is_empty = False
                path = start + entry.name
                if _is_folder(entry):
                    below.append(path)
                else:
                    _list_file(path, entry.stat(follow_symlinks=False), listing)
        if is_empty:
            listing.empty.add(folder)
    return below


def _list_file(path: str, found: os.stat_result, listing: Listing) -> None:
    listing.files[path] = (found.st_size, found.st_mtime_ns)
    if not stat.S_ISREG(found.st_mode):
        listing.odd.add(path)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    if not entry.is_dir(follow_symlinks=False):
        return False
    return sys.platform != "win32" or not is_junction(entry.path)


@contextmanager
def _passing_over_what_is_shut() -> Iterator[None]:
    """Go on after a folder that is gone, shut, or too deep to be reached: `read` says so."""
    try:
        yield
    except OSError as error:
        if error.errno not in _SHUT:
            raise


def _have_same_names(start: str, listing: Listing) -> bool:
    """Whether each of the folders without a time has the files and folders that were listed."""
    names: dict[str, set[str]] = {
        path: set() for path, time in listing.folders.items() if time == RECENT
    }
    if names:
        for paths in (listing.files, listing.folders):
            for path in paths:
                above, _, name = path.rpartition("/")
                if name and above in names:
                    names[above].add(name)
    return all(_list_names(start + path) == found for path, found in names.items())


def _list_names(folder: str) -> set[str]:
    with os.scandir(folder) as found:
        return {entry.name for entry in found}
