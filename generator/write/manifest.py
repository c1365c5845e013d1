"""The manifest: which files of a folder Linli wrote, and from what."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

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
        """Return the manifest as JSON, the same for the same files."""
        files = {path: asdict(self.files[path]) for path in sorted(self.files)}
        return json.dumps({"version": VERSION, "files": files}, indent=1).encode() + b"\n"


def load_manifest(output: Path) -> Manifest | None:
    """Return the manifest of a folder; None if it has none that this version understands."""
    try:
        data = json.loads((output / FOLDER / NAME).read_bytes())
        if data["version"] != VERSION:
            return None
        return Manifest({path: _load_entry(entry) for path, entry in data["files"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _load_entry(entry: dict[str, Any]) -> Written:
    return Written(**entry | {"left_out": tuple(entry.get("left_out", ()))})


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of bytes as hexadecimal text."""
    return hashlib.sha256(data).hexdigest()
