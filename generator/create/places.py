"""Where a new file goes: the folder that is there already, a name and a number that are free."""

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from generator.model.folders import FOLDERS
from generator.model.slug import make_slug

_LONGEST_NAME = 60
_NUMBER = re.compile(r"(\d{4})-(\d{1,6})")


def find_folder(owner: Path, folder: str) -> str:
    """Return the name of the folder for a kind of item: one that exists, else the English one."""
    existing = (name for name in FOLDERS if FOLDERS[name] == folder and (owner / name).is_dir())
    return next(existing, folder)


def free_stem(owner: Path, folder: str, wanted: str) -> str:
    """Return the wanted name, or with a number behind it where that address is taken already."""
    names = [name for name in FOLDERS if FOLDERS[name] == folder]
    found = (path for name in names for path in (owner / name).glob("*"))
    return number_among(wanted, {make_slug(path.stem) for path in found})


def number_among(wanted: str, taken: Iterable[str]) -> str:
    """Return `wanted`, or `wanted-2` and so on, the first that is not taken."""
    names, name, number = set(taken), wanted, 1
    while name in names:
        number += 1
        name = f"{wanted}-{number}"
    return name


def shorten(slug: str, longest: int = _LONGEST_NAME) -> str:
    """Return a slug of at most so many characters, cut between words where there are any."""
    if len(slug) <= longest:
        return slug
    return slug[: longest + 1].rpartition("-")[0] or slug[:longest]


def next_number(content: Path, year: int, known: Iterable[str]) -> str:
    """Return the next free number of an issue (2026-004): after the known, and names of files."""
    names = [name for name in FOLDERS if FOLDERS[name] == "issues"]
    stems = [path.stem for name in names for path in content.glob(f"**/{name}/*")]
    matches = filter(None, map(_NUMBER.fullmatch, [*known, *stems]))
    numbers = [int(match[2]) for match in matches if int(match[1]) == year]
    return f"{year}-{max(numbers, default=0) + 1:03}"


def schema_address(site: Path, file: PurePosixPath, name: str) -> str:
    """Return a schema's address as seen from a file of the site; empty if the site has none."""
    address = PurePosixPath("schemas", f"{name}.json")
    if not (site / address).is_file():
        return ""
    return relative_schema(file, name)


def relative_schema(file: PurePosixPath, name: str) -> str:
    """Return the address of `schemas/NAME.json` as seen from a file of the site."""
    return "../" * (len(file.parts) - 1) + f"schemas/{name}.json"
