"""What turns views into bytes, as digests: the theme, Linli's renderer, its libraries, the face."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

import generator.render
from generator.plan import Stamps
from generator.render.fonts import find_faces
from generator.render.theme import Theme


def make_stamps(theme: Theme, *, posters: bool) -> Stamps:
    """Return the stamps for this theme on this machine; without posters theirs is empty."""
    page = _digest(_renderer(), version("jinja2"), version("svg.py"), theme.page_digest())
    calendar = _digest(
        *(_renderer(), version("icalendar"), version("tzdata")), *_words(theme, "calendar")
    )
    twin = _digest(_renderer(), version("jinja2"), version("segno"), theme.poster_digest())
    search = _digest(_renderer(), version("pypinyin"))
    feed = _digest(_renderer(), version("tzdata"), *_words(theme, "feeds"))
    if not posters:
        return Stamps(page=page, poster="", calendar=calendar, feed=feed, twin=twin, search=search)
    found = find_faces()
    faces = (found.regular.digest, found.bold.digest) if found else ()
    poster = _digest(
        _renderer(), version("weasyprint"), version("svg.py"), theme.poster_digest(), *faces
    )
    return Stamps(
        page=page,
        poster=poster,
        calendar=calendar,
        feed=feed,
        twin=twin,
        search=search,
        thumbnail=_digest(_renderer(), version("pypdfium2"), version("pillow")),
    )


def _words(theme: Theme, folder: str) -> list[str]:
    """Return what a folder of the theme says, file by file."""
    files = sorted((theme.folder / folder).glob("*"))
    return [path.read_text(encoding="utf-8") for path in files if path.is_file()]


@cache
def _renderer() -> str:
    """Return a digest of Linli's own rendering code, which is what its version would stand for."""
    folder = Path(generator.render.__file__).parent
    return _digest(*(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py"))))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
