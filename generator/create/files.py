"""New files, and putting them on the disk without ever touching what is there."""

import errno
import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from generator.frozen import Frozen

_WINDOWS_SUFFIXES = (".bat", ".txt")
"""What the programs of Windows alone read, some of which want its line ends."""
_PROGRAM_SUFFIXES = (".sh", ".command")


class NewFile(Frozen):
    """A file to be made; `path` is relative to the site's folder, `text` has LF line ends."""

    path: PurePosixPath
    text: str

    def data(self) -> bytes:
        """Return the bytes of the file: UTF-8, with the line ends of those who read it."""
        text = self.text
        if self.path.suffix in _WINDOWS_SUFFIXES:
            text = text.replace("\n", "\r\n")
        return text.encode("utf-8")


class LinkError(OSError):
    """A link is in the way that leads out of the site; `filename` is where."""


def write_files(site: Path, files: Iterable[NewFile]) -> None:
    """Write new files below the site's folder.

    Raises FileExistsError before it overwrites one, and `LinkError` before it follows a link.
    """
    for file in files:
        path = site / file.path
        _refuse_links(site, path)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as output:
            output.write(file.data())
        if path.suffix in _PROGRAM_SUFFIXES:
            path.chmod(0o755)


def _refuse_links(site: Path, path: Path) -> None:
    """Raise `LinkError` if a folder on the way from the content to a new file is a link.

    The folder of content itself may be one: who keeps the site has put it there.
    """
    for part in path.parents:
        if part in (site, site / "content"):
            return
        if part.is_symlink():
            raise LinkError(errno.ELOOP, os.strerror(errno.ELOOP), str(part))
