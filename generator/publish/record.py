"""The record at a target: what an earlier publish put there, so that nothing else is touched.

It is written before anything changes, with all that is about to, and again when all is done. What
lies between the two is `unsure`: after a cut connection those files are looked at, not believed.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from generator.frozen import Frozen

RECORD = ".linli-published.json"
VERSION = 1
_DIGEST = re.compile(r"[0-9a-f]{64}")
_ODD = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')
_LONGEST = 1000


class RecordError(ValueError):
    """A record that cannot be understood, and so must not be acted upon."""


class Entry(Frozen):
    """A file's size in bytes and the SHA-256 of its bytes."""

    size: int
    digest: str


class Record(Frozen):
    """Path → what Linli put there, and the paths of which it is not known whether it is there."""

    files: Mapping[str, Entry] = msgspec.field(default_factory=dict)
    unsure: frozenset[str] = frozenset()

    def announce(self, uploads: Mapping[str, Entry], deletions: Iterable[str]) -> "Record":
        """Return the record for the time of a publish."""
        return Record({**self.files, **uploads}, self.unsure | set(uploads) | set(deletions))

    def dump(self) -> bytes:
        """Return the record as JSON, the same for the same files."""
        rows = {p: [self.files[p].size, self.files[p].digest] for p in sorted(self.files)}
        data = {"version": VERSION, "files": rows, "unsure": sorted(self.unsure)}
        return json.dumps(data, ensure_ascii=False, indent=0).encode() + b"\n"


def load_record(data: bytes | None) -> Record | None:
    """Read a record; None where there is none.

    A target is not under our control, and paths of a record are deleted: any that could lead out
    of the target make the whole record one that is not understood. Raises `RecordError`.
    """
    if data is None:
        return None
    try:
        read = json.loads(data)
        files = {path: _load_entry(path, *row) for path, row in read["files"].items()}
        record = Record(files, frozenset(read["unsure"]))
        is_known = read["version"] == VERSION
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise RecordError from None
    if not is_known or not record.unsure <= files.keys():
        raise RecordError
    return record


def _load_entry(path: str, size: Any, digest: Any) -> Entry:
    is_sound = type(size) is int and size >= 0 and _DIGEST.fullmatch(digest)
    if not is_sound or not is_plain_path(path):
        raise RecordError
    return Entry(size, digest)


def is_plain_path(path: str) -> bool:
    """Whether a path stays below the folder that it starts from, on any system."""
    steps = path.split("/")
    return 0 < len(path) <= _LONGEST and not _ODD.search(path) and not {"", ".", ".."} & set(steps)
