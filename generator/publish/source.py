"""What is published: the files of a build's manifest, as they are on the disk."""

from collections.abc import Mapping
from pathlib import Path

from generator.frozen import Frozen
from generator.publish.failures import PublishError
from generator.publish.record import Entry, is_plain_path
from generator.write.manifest import digest_of, load_manifest


class Upload(Frozen):
    """One file on its way: where it will be, where it is, and what it has to be."""

    path: str
    file: Path
    entry: Entry

    def read(self) -> bytes:
        """Return its bytes. Raises `PublishError` if they are no longer those of the build."""
        try:
            data = self.file.read_bytes()
        except OSError:
            data = b""
        if len(data) != self.entry.size or digest_of(data) != self.entry.digest:
            raise PublishError("publish-output-changed", file=self.path)
        return data


class Source(Frozen):
    """An output folder that is whole."""

    folder: Path
    entries: Mapping[str, Entry]

    def upload(self, path: str) -> Upload:
        """Return one of its files as something to put at a target."""
        return Upload(path, self.folder / path, self.entries[path])


def open_source(output: Path) -> Source:
    """Return the output of a build, after a look at every file.

    Raises `PublishError` if it is none, or if a file is not as the build wrote it.
    """
    manifest = load_manifest(output)
    if manifest is None:
        raise PublishError("publish-output-missing", path=str(output))
    entries = {path: Entry(w.size, w.digest) for path, w in sorted(manifest.files.items())}
    source = Source(output.resolve(), entries)
    damaged = [path for path in entries if not _is_intact(source, path)]
    if damaged:
        raise PublishError("publish-output-damaged", count=len(damaged), file=damaged[0])
    return source


def _is_intact(source: Source, path: str) -> bool:
    try:
        return is_plain_path(path) and bool(source.upload(path).read() or True)
    except PublishError:
        return False
