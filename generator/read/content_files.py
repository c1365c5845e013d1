"""Which files there are below the content folder, and which of what stands there is refused.

Nothing is read here and no link is followed: a committee's folder must not reach out of itself.
"""

import errno
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from generator.file_names import Flaw, find_flaw, show_name
from generator.model.folders import is_leftover
from generator.plain_files import is_junction
from generator.problems import Fact, Fault, Place, Problem
from generator.read.files import FoundFile

_GONE = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP)
_CLOSED = (errno.EACCES, errno.EPERM)


@dataclass(slots=True)
class Found:
    """The files of a content folder, sorted by path, and a problem for each thing refused."""

    files: list[FoundFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def find_files(content: Path, prefix: str = "") -> Found:
    """Return what is below `content`; editors' leftovers are passed over.

    `prefix` stands before the paths of problems. Of a folder that is refused, only it is told. A
    folder that cannot be opened is a fault of the site: all in it would seem to be deleted.
    Raises OSError if the machine fails.
    """
    walk = _Walk(content, prefix)
    while walk.folders:
        walk.look_into(walk.folders.pop())
    walk.found.files.sort(key=lambda file: file.path.parts)
    return walk.found


@dataclass(slots=True)
class _Walk:
    """One way through the folders; `folders` are those still to be looked into."""

    content: Path
    prefix: str
    found: Found = field(default_factory=Found)
    folders: list[PurePosixPath] = field(default_factory=lambda: [PurePosixPath()])

    def look_into(self, folder: PurePosixPath) -> None:
        """Take the files of a folder, and the folders in it for later."""
        try:
            with os.scandir(self.content / folder) as entries:
                for entry in entries:
                    if not is_leftover(entry.name):
                        self._take(folder / entry.name, entry)
        except OSError as error:
            self._report_folder(folder, error)

    def _take(self, path: PurePosixPath, entry: os.DirEntry[str]) -> None:
        flaw = find_flaw(entry.name)
        if flaw:
            return self._refuse(path, flaw.code, _show_flaw(entry.name, flaw))
        # What the folder itself tells of its entries is enough but on Windows: no call a file.
        if entry.is_symlink() or (sys.platform == "win32" and is_junction(entry.path)):
            self._refuse(path, "file-link")
        elif entry.is_dir(follow_symlinks=False):
            self.folders.append(path)
        elif entry.is_file(follow_symlinks=False):
            self.found.files.append(FoundFile(path, self.content / path))
        else:
            self._refuse(path, "file-special")
        return None

    def _report_folder(self, folder: PurePosixPath, error: OSError) -> None:
        if error.errno in _CLOSED:
            self._refuse(folder, "folder-closed", fault=Fault.SITE)
        elif error.errno == errno.ENAMETOOLONG:
            self._refuse(folder, "name-long", {"value": folder.name})
        elif error.errno not in _GONE:
            raise error

    def _refuse(
        self,
        path: PurePosixPath,
        code: str,
        facts: Mapping[str, Fact] | None = None,
        fault: Fault = Fault.ITEM,
    ) -> None:
        place = Place(path=self.prefix + "/".join(map(show_name, path.parts)))
        problem = Problem(place=place, code=code, fault=fault, facts=facts or {})
        self.found.problems.append(problem)


def _show_flaw(name: str, flaw: Flaw) -> dict[str, Fact]:
    """Return the facts of what is wrong with a name."""
    facts: dict[str, Fact] = {"value": show_name(name)}
    if flaw.character:
        facts["character"] = f"U+{ord(flaw.character):04X}"
    return facts
