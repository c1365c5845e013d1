"""All of a tree at a moment, to see that not one byte of it was changed."""

import os
from pathlib import Path

Snapshot = dict[str, tuple[int, bytes]]


def take_snapshot(folder: Path) -> Snapshot:
    """Each path below a folder with its kind and permissions, and a file's bytes or a link's."""
    found: Snapshot = {}
    for path in sorted(folder.rglob("*")):
        state = path.lstat()
        data = b""
        if path.is_symlink():
            data = os.fsencode(path.readlink())
        elif path.is_file():
            data = path.read_bytes()
        found[os.fsdecode(path.relative_to(folder))] = (state.st_mode, data)
    return found
