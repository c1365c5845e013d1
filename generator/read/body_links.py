"""Where the links and pictures of a body lead, and which addresses may become links at all."""

from functools import lru_cache
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from generator.model.prose import WEB_SCHEMES, Target, TargetKind
from generator.read.remarks import Remarks


@lru_cache(maxsize=1 << 10)  # what a board has written leads to the same places again and again
def is_safe_link(url: str) -> bool:
    """Whether a link may stay: some schemes, or a path of this site."""
    plain = unquote(url).strip()
    try:
        parts = urlsplit(plain)
    except ValueError:  # such as brackets that hold no address of IPv6
        return False
    if parts.scheme in ("http", "https"):
        # A name before the host is there to make people take it for the host.
        return bool(parts.hostname) and parts.username is None
    if parts.scheme:
        return parts.scheme in WEB_SCHEMES
    return not plain.startswith("/") and "\\" not in plain and not parts.query


def resolve_link(address: str, remarks: Remarks, line: int) -> Target:
    """Return what a link leads to; `line` is the first of its block, counted from 0.

    `address` is percent-encoded.
    """
    parts = urlsplit(address)
    place = remarks.place(line, unquote(address), address)
    if parts.scheme:
        return Target(kind=TargetKind.WEB, path=address, place=place)
    if not parts.path:  # `#part` of the same page
        return Target(kind=TargetKind.WEB, path=f"#{parts.fragment}", place=place)
    path = _find_path(remarks, parts.path)
    return Target(kind=TargetKind.FILE, path=path, fragment=parts.fragment, place=place)


def resolve_picture(address: str, words: str, remarks: Remarks, line: int) -> Target:
    """Return a picture's target; one of another site keeps its address, and no file has that."""
    parts = urlsplit(address)
    path = address if parts.scheme else _find_path(remarks, parts.path)
    place = remarks.place(line, unquote(address), address)
    return Target(kind=TargetKind.IMAGE, path=path, words=words, place=place)


def _find_path(remarks: Remarks, path: str) -> str:
    """Return the path from the site's folder that a file gives relative to itself."""
    return normpath(join(dirname(remarks.path), unquote(path)))
