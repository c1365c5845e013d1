"""Print packs and the record of printing: files beside the site, each written whole or not."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from generator.plain_files import NotPlainError, read_plain

_IGNORED = ".gitignore"


def write_pack(folder: Path, name: str, data: bytes) -> Path:
    """Write a PDF into a folder and return where it is.

    A pack that is there already, for somebody may still have to print it, is never overwritten:
    the new one has a number. A folder that was not there is made, and told to git to be left alone.
    """
    if not folder.exists():
        folder.mkdir(parents=True)
        (folder / _IGNORED).write_text("*\n", encoding="ascii")
    target, number = folder / f"{name}.pdf", 1
    while os.path.lexists(target) and not _holds(target, data):
        number += 1
        target = folder / f"{name}-{number}.pdf"
    write_whole(target, data)
    return target


def _holds(target: Path, data: bytes) -> bool:
    try:
        return read_plain(target) == data
    except NotPlainError:
        return False


def write_whole(target: Path, data: bytes) -> None:
    """Write a file so that it is there whole or as it was; raises OSError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=target.parent, prefix=".linli-", delete=False) as fresh:
        try:
            fresh.write(data)
            fresh.flush()
            os.fsync(fresh.fileno())
            fresh.close()
            Path(fresh.name).chmod(0o644)
            Path(fresh.name).replace(target)
        except BaseException:
            fresh.close()
            Path(fresh.name).unlink(missing_ok=True)
            raise
