"""New files, and putting them on the disk without ever touching what is there."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

_WINDOWS_SUFFIXES = (".bat", ".txt")
"""What the programs of Windows alone read, some of which want its line ends."""
_PROGRAM_SUFFIXES = (".sh", ".command")


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to be made; `path` is relative to the site's folder, `text` has LF line ends."""

    path: PurePosixPath
    text: str

    def data(self) -> bytes:
        """Return the bytes of the file: UTF-8, with the line ends of those who read it."""
        text = self.text
        if self.path.suffix in _WINDOWS_SUFFIXES:
            text = text.replace("\n", "\r\n")
        return text.encode("utf-8")


def write_files(site: Path, files: Iterable[NewFile]) -> None:
    """Write new files below the site's folder. Raises FileExistsError before it overwrites one."""
    for file in files:
        path = site / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as output:
            output.write(file.data())
        if path.suffix in _PROGRAM_SUFFIXES:
            path.chmod(0o755)
