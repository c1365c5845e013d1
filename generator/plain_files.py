"""Opening files of which nobody knows what they have become: plain files, and nothing else.

What stands in a folder that others write to can be a link out of it, or a pipe that never ends.
"""

import errno
import os
import stat
import sys
from pathlib import Path

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a pipe without a writer would be waited for
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_PIECE = 1 << 16
"""Bytes that are read at once: all of nearly every file."""


class NotPlainError(OSError):
    """What should be a plain file is a link, a folder, a pipe or a device."""


def is_link(path: str | Path) -> bool:
    """Whether a path itself is a symbolic link or a junction, wherever that leads."""
    if sys.platform == "win32" and is_junction(path):
        return True
    return os.path.islink(path)  # noqa: PTH114 - thousands of times


def is_folder(found: os.stat_result) -> bool:
    """Whether what `lstat` has found is a folder, and nothing that leads to one elsewhere."""
    return stat.S_ISDIR(found.st_mode) and not _leads_elsewhere(found)


def is_junction(path: str | Path) -> bool:
    """Whether Windows follows a folder elsewhere, which it does not call a link."""
    try:
        return _leads_elsewhere(os.lstat(path))
    except OSError:
        return False


def _leads_elsewhere(found: os.stat_result) -> bool:
    tag = getattr(found, "st_reparse_tag", 0)
    return bool(tag) and tag == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", None)


def open_plain(path: str | Path) -> tuple[int, os.stat_result]:
    """Return a descriptor for reading a plain file, and what that is like as it is opened.

    Raises `NotPlainError` and OSError.
    """
    try:
        descriptor = os.open(path, _FLAGS)
    except OSError as error:
        # A link (ELOOP; EMLINK on FreeBSD), a socket (ENXIO).
        if error.errno in (errno.ELOOP, errno.EMLINK, errno.ENXIO, errno.EISDIR):
            raise NotPlainError(error.errno, error.strerror, str(path)) from None
        raise
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode):
        os.close(descriptor)
        raise NotPlainError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    return descriptor, found


def read_plain(path: str | Path, limit: int | None = None) -> bytes:
    """Return the bytes of a plain file, at most one more than `limit`.

    Raises `NotPlainError` and OSError.
    """
    return read_state(path, limit)[0]


def read_state(path: str | Path, limit: int | None = None) -> tuple[bytes, os.stat_result]:
    """Return what `read_plain` does, and what the file was like before it was read."""
    descriptor, found = open_plain(path)
    try:
        return _read_all(descriptor, limit), found
    finally:
        os.close(descriptor)


def _read_all(descriptor: int, limit: int | None) -> bytes:
    """Return what a file object would, which takes longer to make than a page of text to read."""
    pieces, left = [], sys.maxsize if limit is None else limit + 1
    while left and (piece := os.read(descriptor, min(left, _PIECE))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)
