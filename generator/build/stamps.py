"""What turns views into bytes, as digests: the theme, Linli's renderer, its libraries, the face."""

import hashlib
import inspect
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

import generator.render.pictures
from generator.plan import Stamps
from generator.render.fonts import find_faces
from generator.render.theme import Theme
from generator.render.traditional import WORDS_FILE


def make_stamps(theme: Theme, *, posters: bool) -> Stamps:
    """Return the stamps for this theme on this machine; without posters theirs is empty."""
    libraries = [version(name) for name in ("jinja2", "segno", "svg.py")]
    page = _digest(_renderer(), *libraries, theme.page_digest())
    calendar = _digest(
        *(_renderer(), version("icalendar"), version("tzdata")), *_words(theme, "calendar")
    )
    wording = _wording(theme)
    twin = _digest(
        *(_renderer(), version("jinja2"), version("segno")), theme.poster_digest(), *wording
    )
    converter = (version("opencc"), WORDS_FILE.read_text(encoding="utf-8"))
    search = _digest(_renderer(), version("pypinyin"), *converter)
    feed = _digest(_renderer(), version("tzdata"), *_words(theme, "feeds"))
    without = Stamps(
        page=page,
        poster="",
        calendar=calendar,
        feed=feed,
        twin=twin,
        search=search,
        traditional=_digest(_renderer(), *converter),
        sitemap=_renderer(),
        robots=_renderer(),
        manifest=_renderer(),
        icon=_digest(_renderer(), version("resvg-py"), version("pillow")),
        # Decoding takes longest of all, so what draws nothing does not count.
        picture=_digest(inspect.getsource(generator.render.pictures), version("pillow")),
    )
    if not posters:
        return without
    found = find_faces()
    faces = (found.regular.digest, found.bold.digest) if found else ()
    poster = _digest(
        *(_renderer(), version("weasyprint"), version("svg.py"), version("pillow")),
        theme.poster_digest(),
        *wording,
        *faces,
    )
    thumbnail = _digest(_renderer(), version("pypdfium2"), version("pillow"))
    return replace(without, poster=poster, thumbnail=thumbnail)


def _words(theme: Theme, folder: str) -> list[str]:
    """Return what a folder of the theme says, file by file, and in which language."""
    files = (path for path in theme.files() if path.parent.name == folder)
    return [*(path.read_text(encoding="utf-8") for path in files), *_wording(theme)]


def _wording(theme: Theme) -> list[str]:
    """Return the theme's language, and its catalogues unless the language is its own."""
    if theme.speaks_own_language:
        return [theme.language]
    catalogues = (path for path in theme.files() if path.suffix == ".po")
    return [theme.language, *(path.read_text(encoding="utf-8") for path in catalogues)]


@cache
def _renderer() -> str:
    """Return a digest of Linli's own rendering code, which is what its version would stand for."""
    folder = Path(generator.render.__file__).parent
    return _digest(*(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py"))))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
