"""The manifest: which files of a folder Linli wrote, and from what."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from json.encoder import encode_basestring_ascii as quote
from pathlib import Path
from typing import Any, NamedTuple

from generator.plain_files import is_link, read_plain

FOLDER = ".linli"
NAME = "manifest.json"
MARK = f"{FOLDER}/{NAME}"
VERSION = 2


class Written(NamedTuple):
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
    digest: str = ""
    """SHA-256 of the file that the manifest was read from."""

    def dump(self) -> bytes:
        """Return the manifest as JSON, a line for each file, the same for the same files."""
        body = ",\n".join(_dump_entry(path, self.files[path]) for path in sorted(self.files))
        return f'{{"version": {VERSION}, "files": {{\n{body}\n}}}}\n'.encode()


def load_manifest(output: Path) -> Manifest | None:
    """Return the manifest of a folder; None if it has none that this version understands."""
    try:
        text = read_plain(output / MARK)
        data = json.loads(text)
        if data["version"] != VERSION:
            return None
        files = {path: _load_entry(*entry) for path, entry in data["files"].items()}
        return Manifest(files, digest_of(text))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def is_marked(output: Path) -> bool:
    """Whether a folder has the mark of Linli: a manifest, be it damaged or not."""
    folder = output / FOLDER
    return not is_link(folder) and not is_link(folder / NAME) and (folder / NAME).is_file()


def _dump_entry(path: str, entry: Written) -> str:
    key, kind, size, digest, pages, left_out = entry
    rest = json.dumps(left_out) if left_out else "[]"
    values = f"{quote(key)}, {quote(kind)}, {size}, {quote(digest)}, {pages}, {rest}"
    return f"{quote(path)}: [{values}]"


def _load_entry(key: Any, kind: Any, size: Any, digest: Any, pages: Any, left_out: Any) -> Written:
    """Return an entry. Raises TypeError for one that no `dump` has written."""
    if not (type(key) is type(kind) is type(digest) is str and type(size) is type(pages) is int):
        raise TypeError("not what was written")
    if left_out and {type(text) for text in left_out} != {str}:
        raise TypeError("not what was written")
    return Written(key, kind, size, digest, pages, tuple(left_out))


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of bytes as hexadecimal text."""
    return hashlib.sha256(data).hexdigest()
