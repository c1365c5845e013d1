"""Two folders change places, so that a site is whole at every moment.

Linux and macOS can exchange two names in one step (`renameat2` with `RENAME_EXCHANGE`,
`renamex_np` with `RENAME_SWAP`), and then there is no moment without a site. Elsewhere, and on file
systems that cannot do it, the old folder is moved aside first; a process that dies between the two
renames leaves the old site aside, where the next start finds it.
"""

import ctypes
import errno
import os
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

_AT_FDCWD = -100
_LINUX_EXCHANGE = 2
_MACOS_SWAP = 2
_UNABLE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}
_TRIES = 20
_PAUSE = 0.1
"""Seconds between tries; Windows refuses to rename a folder while a file in it is open."""


def swap_folders(fresh: Path, current: Path, retired: Path) -> Path | None:
    """Put `fresh` in the place of `current`, which may not exist; return where the old folder is.

    All are on one file system; `retired` is where the old folder is moved if the two cannot be
    exchanged at once, else it is where `fresh` was. Raises OSError, and then `current` is as it
    was.
    """
    if not current.exists():
        _insist(lambda: fresh.rename(current))
        return None
    if _exchange(fresh, current):
        return fresh
    _swap_by_turns(fresh, current, retired)
    return retired


def flush_folder(folder: Path, paths: Iterable[str] | None = None) -> None:
    """Wait until all that was written to the file system of `folder` is on the disk.

    `paths` are those of the files in it that are new, unless all of them are.

    Once for the whole site: one `fsync` a file takes six times as long for thousands of pages.
    Windows can only flush file by file and without rights of administration no volume, so there
    each new file is flushed.
    """
    if sys.platform == "win32":
        places = folder.rglob("*") if paths is None else map(folder.joinpath, paths)
        for path in places:
            if path.is_file():
                with path.open("rb+") as file:
                    os.fsync(file.fileno())
        return
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if syncfs is None:
        os.sync()
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if syncfs(descriptor) != 0:
            raise _last_error(folder)
    finally:
        os.close(descriptor)


def _swap_by_turns(fresh: Path, current: Path, retired: Path) -> None:
    _insist(lambda: current.rename(retired))
    try:
        _insist(lambda: fresh.rename(current))
    except OSError:
        retired.rename(current)
        raise


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; False if this system or file system cannot."""
    if sys.platform == "win32":
        return False
    library = ctypes.CDLL(None, use_errno=True)
    names = (os.fsencode(one), os.fsencode(other))
    if hasattr(library, "renameat2"):
        failed = library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _LINUX_EXCHANGE)
    elif hasattr(library, "renamex_np"):
        failed = library.renamex_np(*names, _MACOS_SWAP)
    else:
        return False
    if not failed:
        return True
    error = _last_error(other)
    if error.errno in _UNABLE:
        return False
    raise error


def _last_error(path: Path) -> OSError:
    number = ctypes.get_errno()
    return OSError(number, os.strerror(number), str(path))


def _insist(rename: Callable[[], object]) -> None:
    """Rename, trying again for two seconds if Windows says that something is in use."""
    for remaining in reversed(range(_TRIES)):
        try:
            rename()
        except PermissionError as error:
            if not remaining or getattr(error, "winerror", None) is None:
                raise
            time.sleep(_PAUSE)
        else:
            return
