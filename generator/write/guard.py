"""Where may be written: a folder of its own, and never where somebody keeps something else.

Other generators have lost their users' files by writing to a home folder or to the content itself.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from generator.file_names import find_flaw, show_name
from generator.plain_files import is_link

OWN_FOLDERS = (".linli", ".linli-backup")
"""What Linli keeps in a site's folder besides what it publishes."""
_PACKAGE = Path(__file__).resolve().parents[1]


class OutputError(Exception):
    """A folder cannot be written to; `code` and `facts` say why, for `messages`."""

    def __init__(self, code: str, path: Path, **facts: str) -> None:
        super().__init__(f"{code}: {path}")
        self.code = code
        self.facts = {"path": show_name(str(path))} | {k: show_name(v) for k, v in facts.items()}


def find_place(folder: Path) -> Path:
    """Return the absolute path of a folder, with no `..` and no link but perhaps the folder itself.

    On macOS /tmp is a link, and many people have one to a larger disk; so what leads to a folder
    may be a link, and where it leads counts.
    """
    absolute = folder.absolute()
    if absolute.name in ("", ".."):
        return Path(os.path.realpath(absolute))
    return Path(os.path.realpath(absolute.parent)) / absolute.name


def guard_folder(folder: Path, site: Path, content: Path, *more: Path) -> None:
    """Refuse a folder that is, holds or lies in what is not to be mixed with new files.

    It must not be the site's folder, the home or the working folder, nor hold one of these; and it
    must have nothing in common with the content, the themes, Linli's own folders, or `more`.
    Raises `OutputError`.
    """
    place = find_place(folder)
    if is_link(place) or (place.exists() and not place.is_dir()):
        raise OutputError("output-not-folder", folder)
    if find_flaw(place.name) and place.name:
        raise OutputError("output-name", folder)
    apart = [content, site / "themes", *(site / name for name in OWN_FOLDERS), _PACKAGE, *more]
    for other in apart:
        if _is_within(place, other) or _is_within(other, place):
            raise OutputError("output-overlaps", folder, other=str(other))
    for other in (site, *_folders_of_people()):
        if _is_within(other, place):
            raise OutputError("output-overlaps", folder, other=str(other))
    if place.parent == place:
        raise OutputError("output-overlaps", folder, other=str(place))


def guard_inside(folder: Path, path: Path) -> None:
    """Refuse a path below `folder` that a link leads out of it. Raises `OutputError`."""
    for part in (path, *path.parents):
        if part == folder:
            return
        if is_link(part):
            raise OutputError("output-link", part)


def _folders_of_people() -> Iterator[Path]:
    with suppress(RuntimeError):  # nobody's home is known
        yield Path.home()
    with suppress(FileNotFoundError):  # removed meanwhile
        yield Path.cwd()


def _is_within(inner: Path, outer: Path) -> bool:
    """Whether `inner` is `outer` or lies in it, whatever names and cases lead there."""
    try:
        wanted = outer.stat()
    except OSError:
        return _real(inner).is_relative_to(_real(outer))
    return any(os.path.samestat(state, wanted) for state in _states(_real(inner)))


def _states(path: Path) -> Iterable[os.stat_result]:
    for part in (path, *path.parents):
        with suppress(OSError):
            yield part.stat()


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))
