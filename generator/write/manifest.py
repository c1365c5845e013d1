"""The manifest: which files of a folder Linli wrote, and from what."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from generator.plain_files import is_link, read_plain

FOLDER = ".linli"
NAME = "manifest.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Written:
    """One file: the key of its artifact, its size in bytes and the SHA-256 of its bytes."""

    key: str
    kind: str
    size: int
    digest: str
    pages: int = 0
    """Of a poster: the sheets of paper it takes."""
    left_out: tuple[str, ...] = ()
    """Of a poster: the parts of the item that it has no room for."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """Path → what was written there."""

    files: Mapping[str, Written] = field(default_factory=dict)

    def dump(self) -> bytes:
        """Return the manifest as JSON, a line for each file, the same for the same files."""
        names = [each.name for each in fields(Written)]
        rows = (
            f"{json.dumps(path)}: {json.dumps({n: getattr(self.files[path], n) for n in names})}"
            for path in sorted(self.files)
        )
        body = ",\n".join(rows)
        return f'{{"version": {VERSION}, "files": {{\n{body}\n}}}}\n'.encode()


def load_manifest(output: Path) -> Manifest | None:
    """Return the manifest of a folder; None if it has none that this version understands."""
    try:
        data = json.loads(read_plain(output / FOLDER / NAME))
        if data["version"] != VERSION:
            return None
        return Manifest({path: _load_entry(entry) for path, entry in data["files"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def is_marked(output: Path) -> bool:
    """Whether a folder has the mark of Linli: a manifest, be it damaged or not."""
    folder = output / FOLDER
    return not is_link(folder) and not is_link(folder / NAME) and (folder / NAME).is_file()


def _load_entry(entry: dict[str, Any]) -> Written:
    """Return an entry. Raises TypeError for one that no `dump` has written."""
    written = Written(**entry | {"left_out": tuple(entry.get("left_out", ()))})
    texts = (written.key, written.kind, written.digest, *written.left_out)
    numbers = (written.size, written.pages)
    if {type(text) for text in texts} != {str} or {type(number) for number in numbers} != {int}:
        raise TypeError("not what was written")
    return written


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of bytes as hexadecimal text."""
    return hashlib.sha256(data).hexdigest()
