"""The mirror: the published site once more, in hard links, as a beginning for the next one.

A build that changes one page of ten thousand would else link all others into a new folder and
remove them from the old one. So the old site, once it has been exchanged for the new one, is
brought up to date at once, which costs what the build has changed: what was withdrawn is gone from
it, and it takes no room on the disk but for names. The next build verifies it file by file,
finishes it and exchanges the two again. No file is ever written into: a new one takes the name of
the old.

What others have put into the output is not in the mirror. A small site has none, so that its
folder can be copied as it is; where hard links cannot be made there is none either.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from generator.listing import folder_of
from generator.write.file_tree import FileTree

WORTH_A_MIRROR = 1000
"""Files from which on linking all of them takes longer than anyone should wait."""


def update_mirror(mirror: Path, published: Path, gone: Iterable[str], fresh: Iterable[str]) -> None:
    """Make a folder, that was alike but for `gone` and `fresh`, a mirror of the published site.

    Raises OSError where that cannot be; then the folder is half done, and to be removed.
    """
    remove_files(mirror, gone)
    tree = FileTree(mirror)
    for path in fresh:
        place = tree.make_room(path)
        try:
            os.link(f"{published}/{path}", place)
        except FileExistsError:
            os.unlink(place)  # noqa: PTH108 - thousands of times
            os.link(f"{published}/{path}", place)


def find_replaced(mirror: Path, published: Path, paths: Iterable[str]) -> set[str]:
    """Return those paths at which there is not the same file in both folders."""
    return {path for path in paths if not _is_same(f"{mirror}/{path}", f"{published}/{path}")}


def remove_files(root: Path, paths: Iterable[str]) -> None:
    """Remove files, or empty folders, and the folders that are empty then. Raises OSError."""
    for path in paths:
        try:
            os.unlink(f"{root}/{path}")  # noqa: PTH108 - thousands of times
        except FileNotFoundError:
            continue
        except OSError:  # an empty folder
            (root / path).rmdir()
        with suppress(OSError):
            folder = folder_of(path)
            while folder:
                (root / folder).rmdir()
                folder = folder_of(folder)


def _is_same(one: str, other: str) -> bool:
    try:
        return os.path.samestat(os.lstat(one), os.lstat(other))
    except OSError:
        return False
