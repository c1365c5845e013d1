"""A folder of this machine, or one that this machine has mounted."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.publish.failures import PublishError
from generator.publish.host import Survey, part_of
from generator.publish.record import Entry
from generator.publish.source import Upload
from generator.write.manifest import digest_of
from generator.write.packs import write_whole
from generator.write.swap import flush_folder

_SYSTEM = ("bin", "boot", "dev", "etc", "home", "lib", "proc", "root", "sbin", "sys", "usr", "var",
           "Users", "Windows", "System", "Library", "Applications", "Program Files")  # fmt: skip


class Folder:
    """A `Host` that is a folder. Files are written beside their place and renamed into it."""

    verification = "word-verified-by-reading"

    def __init__(self, root: Path) -> None:
        self._root = root

    def open(self) -> None:
        """Nothing has to be opened."""

    def close(self) -> None:
        """Nothing is open."""

    def list_top(self) -> list[str]:
        """Return the names in the folder."""
        with _final():
            return [entry.name for entry in self._root.iterdir()] if self._root.exists() else []

    def read(self, path: str) -> bytes | None:
        """Return a file's bytes, None if there is none."""
        with _final():
            try:
                return self._place(path).read_bytes()
            except (FileNotFoundError, NotADirectoryError):
                return None

    def write(self, path: str, data: bytes) -> None:
        """Write a file whole or not."""
        with _final():
            write_whole(self._place(path), data)

    def create(self, path: str, data: bytes) -> bool:
        """Write a file unless there is one."""
        with _final():
            self._root.mkdir(parents=True, exist_ok=True)
            try:
                with self._place(path).open("xb") as file:
                    file.write(data)
            except FileExistsError:
                return False
            return True

    def modified(self, path: str) -> float | None:
        """Return when a file was written."""
        try:
            return self._place(path).stat().st_mtime
        except OSError:
            return None

    def survey(self, uploads: Sequence[Upload]) -> Survey:
        """Read the files."""
        same, missing = set(), set()
        for upload in uploads:
            data = self.read(upload.path)
            if data is None:
                missing.add(upload.path)
            elif digest_of(data) == upload.entry.digest:
                same.add(upload.path)
        return Survey(frozenset(same), frozenset(missing))

    def put(self, uploads: Sequence[Upload]) -> None:
        """Write all beside their places, read them back from there, rename them in order."""
        with _final():
            parts = [(self._write_part(upload), upload) for upload in uploads]
            flush_folder(self._root)
            for part, upload in parts:
                if digest_of(part.read_bytes()) != upload.entry.digest:
                    raise PublishError("publish-host-failed", reason=str(part))
            for part, upload in parts:
                part.replace(self._place(upload.path))

    def _write_part(self, upload: Upload) -> Path:
        part = self._place(part_of(upload.path, upload.entry))
        part.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(upload.read())
        part.chmod(0o644)
        return part

    def remove(self, paths: Sequence[str]) -> None:
        """Delete files, and folders that are empty then."""
        with _final():
            for path in paths:
                place = self._place(path)
                with suppress(FileNotFoundError, NotADirectoryError):
                    place.unlink()
                _prune(place.parent, self._root)

    def sweep(self, unsure: Mapping[str, Entry]) -> None:
        """Delete what was on its way."""
        self.remove([part_of(path, entry) for path, entry in unsure.items()])

    def _place(self, path: str) -> Path:
        """Return where a path is. Raises `PublishError` if a link on the way leads elsewhere."""
        place = self._root / path
        if not place.parent.resolve().is_relative_to(self._root.resolve()):
            raise PublishError("publish-host-failed", reason=str(place.parent))
        return place


def _prune(folder: Path, root: Path) -> None:
    """Remove a folder and those above it as long as they are empty, but not the root."""
    with suppress(OSError):  # not empty, or gone already
        while folder != root and folder.is_relative_to(root):
            folder.rmdir()
            folder = folder.parent


@contextmanager
def _final() -> Iterator[None]:
    """Say of a failure of the disk what it is: no network that may come back."""
    try:
        yield
    except PermissionError as error:
        raise PublishError("publish-not-allowed", reason=str(error)) from error
    except OSError as error:
        raise PublishError("publish-host-failed", reason=str(error)) from error


def refuse_folder(root: Path, private: Sequence[Path]) -> None:
    """Raise `PublishError` for a folder that cannot be meant, or that overlaps `private` ones."""
    place, home = root.resolve(), Path.home().resolve()
    is_system = len(place.parts) == 2 and place.name in _SYSTEM
    if is_system or home.is_relative_to(place) or (root.exists() and not root.is_dir()):
        raise PublishError("publish-folder-refused", path=str(root))
    for folder in map(Path.resolve, private):
        if place.is_relative_to(folder) or folder.is_relative_to(place):
            raise PublishError("publish-folder-overlaps", path=str(root), other=str(folder))
