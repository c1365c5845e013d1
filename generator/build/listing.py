"""What is in a folder, by names, sizes and times: a listing, and whether it still holds.

A file is a line `path⇥size⇥time` and a folder `path/⇥0⇥time`, where time is in nanoseconds since
1970 and a path begins below the listed folder. Light and quick: for a site of ten thousand items
this is most of what a build without changes does.
"""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

RACY = 2_000_000_000
"""Nanoseconds within which a file can change and keep its time: FAT counts in two seconds."""

_SHUT = (errno.ENOENT, errno.ENOTDIR, errno.EACCES, errno.EPERM, errno.ENAMETOOLONG)
_RECENT = "-"
"""In the place of a folder's time if something could be added to it later and leave its time."""


def list_files(folder: Path, is_passed_over: Callable[[str], bool]) -> list[str]:
    """Return a line for each file below a folder, sorted. Raises OSError.

    What is `is_passed_over` by its name is left out, also whole folders. Links are not followed.
    """
    return sorted(_scan(folder, is_passed_over, with_folders=False))


def list_all(folder: Path) -> list[str]:
    """Return a line for each file and folder below a folder, and for itself. Raises OSError."""
    lines = _scan(folder, lambda _: False, with_folders=True)
    newest = max((_time_of(line) for line in lines if _is_folder(line)), default=0)
    return sorted(_mark_recent(line, newest) for line in lines)


def still_holds(folder: Path, lines: list[str]) -> bool:
    """Whether `list_all` would return these lines again.

    A folder whose time is the same has the same names in it, so most need not be opened.
    """
    start = f"{folder}/"
    look = os.lstat
    try:
        for line in lines:
            path, size, time = line.rsplit("\t", 2)
            if path[-1] == "/":
                if time != _RECENT and int(time) != look(start + path).st_mtime_ns:
                    return False
            else:
                state = look(start + path)
                if state.st_mtime_ns != int(time) or state.st_size != int(size):
                    return False
        recent = {line.rsplit("\t", 2)[0] for line in lines if line.endswith(f"\t{_RECENT}")}
        return bool(lines) and (not recent or _have_same_names(start, lines, recent))
    except (
        OSError,
        ValueError,
    ):  # ValueError: a file of somebody else with a line's end in its name
        return False


def states_of(lines: list[str]) -> dict[str, tuple[int, int]]:
    """Return size and time of each file of a listing, by path."""
    rows = (line.rsplit("\t", 2) for line in lines if not _is_folder(line))
    return {row[0]: (int(row[1]), int(row[2])) for row in rows if len(row) == 3}


def line_of(path: str, state: os.stat_result) -> str:
    """Return the line of a file."""
    return f"{path}\t{state.st_size}\t{state.st_mtime_ns}"


def _scan(folder: Path, is_passed_over: Callable[[str], bool], *, with_folders: bool) -> list[str]:
    lines: list[str] = []
    folders = [""]
    while folders:
        above = folders.pop()
        here = f"{folder}/{above}"
        with _passing_over_what_is_shut():
            if with_folders:
                lines.append(f"{above or './'}\t0\t{os.lstat(here).st_mtime_ns}")
            with os.scandir(here) as found:
                for entry in found:
                    name = entry.name
                    if is_passed_over(name):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(f"{above}{name}/")
                    else:
                        lines.append(line_of(above + name, entry.stat(follow_symlinks=False)))
    return lines


@contextmanager
def _passing_over_what_is_shut() -> Iterator[None]:
    """Go on after a folder that is gone, shut, or too deep to be reached: `read` says so."""
    try:
        yield
    except OSError as error:
        if error.errno not in _SHUT:
            raise


def _is_folder(line: str) -> bool:
    return "/\t0\t" in line


def _time_of(line: str) -> int:
    return int(line.rpartition("\t")[2])


def _mark_recent(line: str, newest: int) -> str:
    """Return a folder's line without its time if that is about the time of listing.

    Which is not asked of the clock: the newest folder was made just before.
    """
    if not _is_folder(line) or _time_of(line) < newest - RACY:
        return line
    path, size, _ = line.rsplit("\t", 2)
    return f"{path}\t{size}\t{_RECENT}"


def _have_same_names(start: str, lines: list[str], recent: set[str]) -> bool:
    """Whether each of the folders in `recent` has the files and folders that were listed."""
    names: dict[str, set[str]] = {path: set() for path in recent}
    for line in lines:
        path = line.rsplit("\t", 2)[0]
        above, _, name = path.rstrip("/").rpartition("/")
        above = f"{above}/" if above else "./"
        if above in names and path != "./":
            names[above].add(name)
    return all(_list_names(start + path) == found for path, found in names.items())


def _list_names(folder: str) -> set[str]:
    with os.scandir(folder) as found:
        return {entry.name for entry in found}
