"""The files to mend and their originals on the disk: the only part of `fix` that touches it."""

import errno
import os
import shutil
import stat
import tempfile
from pathlib import Path, PurePosixPath

from generator.fix.contents import may_be_mended, mend_bytes
from generator.frozen import Frozen
from generator.problems import Problem

BACKUPS = ".linli-backup"
"""The folder of originals, in the site's folder; hidden, so that nobody reads it as content."""


class Folder(Frozen):
    """A site's folder, and in it (or the same) the folder of content, all that may be mended."""

    site: Path
    content: Path

    def refusal(self, path: str) -> str:
        """Return the code that says why the file of a problem is left alone; empty if it is not."""
        location = self.site / path
        if ".." in PurePosixPath(path).parts or not location.is_relative_to(self.content):
            return "fix-outside"
        below = [location, *location.parents]
        if any(part.is_symlink() for part in below[: below.index(self.content)]):
            return "fix-symlink"
        return "" if _is_writable(location) else "fix-read-only"

    def read(self, path: str) -> bytes:
        """Return a file's bytes."""
        return (self.site / path).read_bytes()

    def can_mend(self, problem: Problem) -> bool:
        """Return whether something would be mended if a file had this problem alone."""
        path = problem.place.path
        if not may_be_mended(problem) or not (self.site / path).is_file() or self.refusal(path):
            return False
        return mend_bytes(self.read(path), [problem]) is not None

    def replace(self, path: str, data: bytes) -> None:
        """Write a file whole or not at all; its permissions stay."""
        location = self.site / path
        handle, name = tempfile.mkstemp(prefix=".linli-", suffix=".tmp", dir=location.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            shutil.copymode(location, temporary)
            temporary.replace(location)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


class Backup(Frozen):
    """Where one run keeps its originals: a folder of its own, made when the first one comes."""

    folder: Path

    @classmethod
    def of_run(cls, site: Path, moment: str) -> "Backup":
        """Return the backup of a run at a moment; another run of the same moment has its own.

        Raises OSError if the folder of originals is a link: they are nobody else's business.
        """
        if (site / BACKUPS).is_symlink():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(site / BACKUPS))
        folder, number = site / BACKUPS / moment, 1
        while folder.exists():
            number += 1
            folder = site / BACKUPS / f"{moment}-{number}"
        return cls(folder)

    def keep(self, path: str, data: bytes) -> None:
        """Keep the bytes of a file as they were before the run."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        ignore = self.folder.parent / ".gitignore"
        if not os.path.lexists(ignore):
            ignore.write_text("*\n", encoding="ascii")
        with target.open("xb") as file:
            file.write(data)


def remove_backups(site: Path) -> bool:
    """Remove the originals of all runs; return whether there were any."""
    folder = site / BACKUPS
    if folder.is_symlink() or not folder.is_dir():
        return False
    shutil.rmtree(folder)
    return True


def _is_writable(location: Path) -> bool:
    return bool(location.stat().st_mode & stat.S_IWRITE) and os.access(location, os.W_OK)
