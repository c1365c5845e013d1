"""The workshop: the hidden folder beside an output for what its builds need and nobody publishes.

    .OUTPUT.linli/
      lock             held while a build is at work
      fresh/           what this build has written
      next/            the new site as it is put together
      retired/         the old site, where the two cannot be exchanged in one step
      mirror/          the published site once more, see `mirror`
      inventory.json   what was published, see `inventory`

and the notes of `build`. What a build leaves that was killed is cleared away by the next.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.plain_files import is_link
from generator.write.guard import OutputError, find_place

_LOCK, _IGNORED = "lock", ".gitignore"
_PATIENCE = 0.3
"""Seconds to wait for another build: one that was killed may take a moment to let go."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """The workshop of one output, by the names in it."""

    folder: Path

    @property
    def fresh(self) -> Path:
        """Where the files of a new site are written."""
        return self.folder / "fresh"

    @property
    def next(self) -> Path:
        """Where a new site is put together."""
        return self.folder / "next"

    @property
    def retired(self) -> Path:
        """Where the old site goes that cannot be exchanged with the new one."""
        return self.folder / "retired"

    @property
    def mirror(self) -> Path:
        """Where the next site begins."""
        return self.folder / "mirror"

    def clear(self, output: Path) -> None:
        """Remove what is of use to one build only, and the old site unless it is the only one."""
        for folder in (self.fresh, self.next, *([self.retired] if output.exists() else [])):
            remove_folder(folder)


def find_workshop(output: Path) -> Path:
    """Return the folder beside an output for what its builds need and nobody publishes."""
    place = find_place(output)
    return place.with_name(f".{place.name}.linli")


@contextmanager
def open_workshop(output: Path) -> Iterator[Workshop]:
    """Keep other builds of this output away and give a workshop in order.

    The system frees the lock if the process dies. Raises `OutputError`.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - a build with nothing to do locks nothing

    workshop = Workshop(find_workshop(output))
    _refuse_others(workshop)
    workshop.folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(workshop.folder / _LOCK, timeout=_PATIENCE):
            if not os.path.lexists(workshop.folder / _IGNORED):
                (workshop.folder / _IGNORED).write_text("*\n", encoding="ascii")
            _recover(output, workshop)
            try:
                yield workshop
            finally:
                workshop.clear(output)
    except Timeout:
        raise OutputError("output-busy", output) from None


def write_note(output: Path, name: str, data: bytes) -> None:
    """Write a file of the workshop that says itself whether it is whole. Raises OSError.

    It is not flushed, for notes only spare time.
    """
    folder = find_workshop(output)
    fresh = folder / f"{name}.new"
    fresh.unlink(missing_ok=True)
    fresh.write_bytes(data)
    fresh.replace(folder / name)


def remove_folder(folder: Path) -> None:
    """Remove a folder of the workshop as far as that is possible; of a link the link alone."""
    if is_link(folder):  # not of our making
        folder.unlink()
    shutil.rmtree(folder, ignore_errors=True)


def _refuse_others(workshop: Workshop) -> None:
    """Refuse a workshop that another program has made."""
    folder = workshop.folder
    if is_link(folder) or (folder.exists() and not folder.is_dir()):
        raise OutputError("output-not-folder", folder)
    if not (folder / _LOCK).exists():
        for place in (workshop.fresh, workshop.next, workshop.retired, workshop.mirror):
            if os.path.lexists(place):
                raise OutputError("output-foreign", folder, file=place.name)


def _recover(output: Path, workshop: Workshop) -> None:
    """Clear away what a build left that was killed; put the site back if it had been moved."""
    retired = workshop.retired
    if not output.exists() and retired.is_dir() and not is_link(retired):
        retired.rename(output)
    workshop.clear(output)
    if is_link(workshop.mirror):
        workshop.mirror.unlink()
