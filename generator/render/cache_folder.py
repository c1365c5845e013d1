"""The user's own cache folder: where it is, whose it is, and how something is kept in it."""

import hashlib
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def cache_folder() -> Path:
    """Return the folder for this machine's cut faces, where the system wants such things."""
    if sys.platform == "win32":
        root = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        root = str(Path.home() / "Library" / "Caches")
    else:
        root = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(root) / "linli" / "fonts"


def is_own(folder: Path) -> bool:
    """Whether nobody but this user may write to a folder. On Windows its place says so."""
    if sys.platform == "win32":
        return True
    state = folder.stat()
    return state.st_uid == os.getuid() and not state.st_mode & 0o022


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file so that nobody ever sees half of it. Raises OSError."""
    from tempfile import NamedTemporaryFile  # noqa: PLC0415 - most builds keep nothing new here

    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=".new-", delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(data)
            file.close()
            temporary.replace(path)
        except BaseException:
            file.close()
            temporary.unlink(missing_ok=True)
            raise


def recall_table(name: str, collect: Callable[[], str]) -> str:
    """Return what `collect` makes, kept here since somebody first asked for it by this name.

    For tables that a package takes long to open; the name has the package's version.
    """
    path = cache_folder().parent / "tables" / name
    with suppress(OSError, ValueError):
        return _open_table(path)
    text = collect()
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        data = text.encode()
        write_atomically(path, _digest(data) + b"\n" + data)
    return text


def _open_table(path: Path) -> str:
    """Return what was kept. Raises OSError, and ValueError if it is damaged or not the user's."""
    if not is_own(path.parent):
        raise ValueError(path)
    digest, _, data = path.read_bytes().partition(b"\n")
    if digest != _digest(data):
        raise ValueError(path)
    return data.decode()


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()
