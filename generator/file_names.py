"""Which names every system can keep: those that Windows, macOS and Linux take for the same thing.

A site's folder goes from one machine to another, and so does what is published. The rules are
those of Windows, the strictest (Microsoft, “Naming Files, Paths, and Namespaces”), and Unicode.
"""

import re
import unicodedata
from dataclasses import dataclass

LONGEST = 255
"""Bytes in UTF-8: what Linux's file systems take; those of Windows and macOS take as much."""

_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)
_DEVICE = re.compile(r"(?:^|/)(?:con|prn|aux|nul|com\d|lpt\d)(?:[./]|$)")
_USUAL = re.compile(r"[a-z0-9][a-z0-9_-]{,99}(?:[./][a-z0-9_-]{1,99}){,9}")
"""Nearly all paths of a site; the others are looked at closely."""
_FORBIDDEN = frozenset('<>:"/\\|?*')
_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Categories of what no reader sees: control and format characters, lone surrogates."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a name: a code, and the character that is meant, if one is."""

    code: str
    character: str = ""


def find_flaw(name: str) -> Flaw | None:
    """Return why a name of a file or folder, without any folder around it, cannot be kept.

    Codes: `name-reserved` (a device of Windows, whatever its ending, or `.` and `..`),
    `name-ending` (a dot or space at the end, which Windows drops), `name-character`,
    `name-encoding` (bytes that are no UTF-8) and `name-long`.
    """
    if not name.isprintable() or not _FORBIDDEN.isdisjoint(name):
        for character in name:
            if character in _FORBIDDEN or unicodedata.category(character) in _UNSEEN:
                is_byte = "\udc80" <= character <= "\udcff"  # how Python shows bytes (PEP 383)
                return Flaw("name-encoding") if is_byte else Flaw("name-character", character)
    if name in ("", ".", "..") or is_device(name):
        return Flaw("name-reserved")
    if name.endswith((".", " ")):
        return Flaw("name-ending")
    return Flaw("name-long") if len(name.encode()) > LONGEST else None


def find_path_flaw(path: str) -> Flaw | None:
    """Return why a relative path with forward slashes cannot be kept, as `find_flaw` does."""
    if _USUAL.fullmatch(path) and not _DEVICE.search(path):
        return None
    return next(filter(None, map(find_flaw, path.split("/"))), None)


def is_device(name: str) -> bool:
    """Whether Windows takes a name for a device: `nul`, and also `NUL.tar.gz` and `nul .md`."""
    return name.partition(".")[0].rstrip(" ").lower() in _DEVICES


def show_name(name: str) -> str:
    """Return a name as it can be printed: what cannot be seen, or is no text, is a `�`."""
    return "".join("�" if unicodedata.category(c) in _UNSEEN else c for c in name)


def fold_path(path: str) -> str:
    """Return what two paths have in common where a file system takes them for one.

    macOS composes accents as it likes; Windows and macOS do not tell cases apart.
    """
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold()
