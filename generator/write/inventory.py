"""The inventory: how the output stood when its build was done, by names, sizes and times.

It lies in the workshop and spares the next build reading what it wrote. It is of no worth without
the manifest that it was written with; one that is damaged, or could lead out of the output, is as
good as none.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.listing import Listing, mark_recent
from generator.write.manifest import digest_of
from generator.write.workshop import find_workshop, write_note

_NAME = "inventory.json"
_OUTWARD = (
    *("\n/", "//", "/./", "/../", "/.\n", "/..\n", "\n./", "\n../", "\n.\n", "\n..\n"),
    "\\",
)
"""What a list of paths has, one a line, if one begins with a root or has a part that is no name."""


@dataclass(frozen=True, slots=True)
class Inventory:
    """What stood in an output."""

    listing: Listing
    mirror: Listing
    """What stood in its mirror; nothing if there was none."""
    manifest: str
    """The digest of the manifest that stood there."""
    digest: str
    """Of the inventory itself."""


def load_inventory(output: Path) -> Inventory | None:
    """Return the inventory of an output; None if there is none, or it is damaged."""
    try:
        digest, text = (find_workshop(output) / _NAME).read_bytes().split(b"\n", 1)
        if digest_of(text).encode() != digest:
            return None
        data = json.loads(text)
        names = "\n".join(["", *data["files"], *data["folders"], *data["mirror"], ""])
        if any(part in names for part in _OUTWARD):
            return None
        states = zip(data["sizes"], data["times"], strict=True)
        listing = Listing(
            files=dict(zip(data["files"], states, strict=True)),
            folders=dict(zip(data["folders"], data["folder_times"], strict=True)),
            odd=set(data["odd"]).intersection(data["files"]),
            empty=set(data["empty"]).intersection(data["folders"]),
        )
        mirror = Listing(listing.files, dict(data["mirror"]))
        return Inventory(listing, mirror, data["manifest"], digest.decode())
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def find_digest(output: Path) -> str:
    """Return the digest of the inventory of an output, empty if there is none."""
    with suppress(OSError), (find_workshop(output) / _NAME).open("rb") as file:
        return file.readline().decode("ascii", "replace").strip()
    return ""


def save_inventory(
    output: Path, listing: Listing, manifest: str, mirror: Mapping[str, int] | None = None
) -> None:
    """Write down how an output stands, and the folders of its mirror. Raises OSError."""
    mark_recent(listing)
    data = {
        "manifest": manifest,
        "files": list(listing.files),
        "sizes": [size for size, _ in listing.files.values()],
        "times": [time for _, time in listing.files.values()],
        "folders": list(listing.folders),
        "folder_times": list(listing.folders.values()),
        "odd": sorted(listing.odd),
        "empty": sorted(listing.empty),
        "mirror": mirror or {},
    }
    text = json.dumps(data).encode()
    write_note(output, _NAME, digest_of(text).encode() + b"\n" + text)
