"""What turns views into bytes: the site's theme, and as digests also Linli's code and libraries."""

import hashlib
import inspect
from functools import cache
from pathlib import Path
from types import ModuleType

from msgspec.structs import replace

import generator.attachments
import generator.render.pictures
from generator.libraries import find_version
from generator.model.site import Site
from generator.plan import Stamps
from generator.plan.palette import make_palette
from generator.render.theme import Theme, find_theme
from generator.render.traditional import WORDS_FILE


def find_site_theme(site: Site, folder: Path) -> Theme:
    """Return a site's theme in its language and colours; `folder` may have themes of its own.

    Raises `ThemeMissingError`.
    """
    return find_theme(site.theme, folder, site.language, make_palette(site.accent))


def make_stamps(theme: Theme, *, posters: bool) -> Stamps:
    """Return the stamps for this theme on this machine; without posters theirs is empty."""
    libraries = [find_version(name) for name in ("jinja2", "segno", "svg.py")]
    page = _digest(_renderer(), *libraries, theme.page_digest())
    calendar = _digest(_renderer(), find_version("tzdata"), *_words(theme, "calendar"))
    wording = _wording(theme)
    twin = _digest(
        *(_renderer(), find_version("jinja2"), find_version("segno")),
        theme.poster_digest(),
        *wording,
    )
    converter = (find_version("opencc"), WORDS_FILE.read_text(encoding="utf-8"))
    search = _digest(_renderer(), find_version("pypinyin"), *converter)
    feed = _digest(_renderer(), find_version("tzdata"), *_words(theme, "feeds"))
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
        icon=_digest(_renderer(), find_version("resvg-py"), find_version("pillow")),
        # Decoding takes longest of all, so what draws nothing does not count.
        picture=_digest(inspect.getsource(generator.render.pictures), find_version("pillow")),
        attachment=_digest(*_sources(generator.attachments), find_version("pikepdf")),
    )
    if not posters:
        return without
    from generator.render.font_search import find_faces  # noqa: PLC0415 - for posters alone

    found = find_faces()
    faces = (found.regular.digest, found.bold.digest) if found else ()
    poster = _digest(
        *(_renderer(), find_version("weasyprint"), find_version("svg.py"), find_version("pillow")),
        theme.poster_digest(),
        *wording,
        *faces,
    )
    thumbnail = _digest(_renderer(), find_version("pypdfium2"), find_version("pillow"))
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
    return _digest(*_sources(generator.render))


def _sources(package: ModuleType) -> list[str]:
    """Return the code of a package, module by module."""
    folder = Path(str(package.__file__)).parent
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py"))]


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
