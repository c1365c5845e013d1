"""A theme: a folder of templates and assets, and the Jinja environment that fills them.

`themes/NAME/*.html` has one template for each page view, `posters/*.html` one for each poster view
with their style sheets beside them; `assets/**` and those style sheets are written as they are,
below `assets/` of the site, but `NAME.jinja` as `NAME`, with its colours filled in. What a theme
lacks of these folders, the default theme has.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from pathlib import Path
from posixpath import relpath
from typing import Any
from urllib.parse import quote, urlsplit

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup

from generator.frozen import Frozen
from generator.plan.views import JADE, WEB_SCHEMES, ChartView, PaletteView, ProseView
from generator.render.bytecode import find_bytecode
from generator.render.prose import SIZES, fill_prose, picture_element
from generator.render.word_folding import FoldingEnvironment
from generator.render.wording import OWN_LANGUAGE, find_translations, is_own

DEFAULT_THEME = "linli"
POSTER_STYLES = "assets/posters/"
"""Where the site has the style sheets of posters, which their twins share."""
SITE_STYLE = "assets/site.css"
SITE_SCRIPT = "assets/site.js"
_AT_THE_END = b'document.addEventListener("DOMContentLoaded", () => {\n%s});\n'
SHARED_FOLDERS = ("assets", "calendar", "feeds", "guide", "posters", "tables")
"""Of these a theme may lack files, or all: the default theme's take their place. Its pages, styles,
scripts and words are its own."""
_FILLED = ".jinja"
_HREF = "href"
_FILE = re.compile(r"(?:[^./][^/]*/)*[^./][^/]*\.[^/]*[^./]")
"""A path without `.` and `..` to what is no folder, for that has a dot in its name."""
_PLAIN = re.compile(r"[A-Za-z0-9_.~/-]*")
"""What `quote` leaves as it is (RFC 3986, 2.3), and soon seen to be that."""


class ThemeMissingError(Exception):
    """No folder has the theme `name`; `known` are those that there are."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(name)
        self.name = name
        self.known = tuple(known)


class Theme(Frozen):
    """A theme on disk, in a language; cheap to make and to send to another process."""

    folder: Path
    language: str = OWN_LANGUAGE
    """A BCP 47 tag."""
    default: Path | None = None
    """The folder of the default theme, which has the shared files that this one lacks."""
    palette: PaletteView = JADE
    """The site's colours."""

    @property
    def speaks_own_language(self) -> bool:
        """Whether its words need no translation."""
        return is_own(self.language)

    def page_digest(self) -> str:
        """Return a digest of everything that pages are made with."""
        return _digest(path for path in self.files() if "posters" not in path.parts)

    def poster_digest(self) -> str:
        """Return a digest of everything that posters are made with."""
        files = _digest(path for path in self.files() if "posters" in path.parts)
        return f"{files} {self.palette.paper}"

    def files(self) -> list[Path]:
        """Return all files of the theme by their names, with those it has from the default one."""
        return [path for _, path in sorted(self._files().items())]

    def find(self, name: str) -> Path:
        """Return where the file `name` of the theme is, such as `posters/vocabulary.txt`."""
        return self._files().get(name, self.folder / name)

    def read(self, name: str) -> bytes:
        """Return a file of the theme as the site has it, its colours filled in. Raises OSError."""
        return self._read(self.find(name))

    def _files(self) -> dict[str, Path]:
        """Return the files by the names that they have once their colours are filled in."""
        own = _by_name(self.folder)
        lent = {} if self.default is None else _by_name(self.default)
        return {n: p for n, p in lent.items() if n.partition("/")[0] in SHARED_FOLDERS} | own

    def assets(self) -> Iterator[tuple[str, bytes]]:
        """Yield the assets: address in the site, and bytes.

        Those whose files end in `.jinja` are filled with the palette's colours.

        The style sheets in `styles/` become one, and the scripts in `scripts/`, so that a page
        asks for no more than two files. Of the scripts, `site.js` runs in the head, before the page
        is shown; each of the others once the page is read, also where one before it failed. Raises
        OSError.
        """
        for name, path in sorted(self._files().items()):
            folder = name.partition("/")[0]
            if folder == "assets":
                yield name, self._read(path)
            elif folder == "posters" and name.endswith(".css"):
                yield POSTER_STYLES + name.rpartition("/")[2], self._read(path)
        yield SITE_STYLE, b"\n".join(self._read(path) for path in self._parts("styles"))
        first, *later = [path.read_bytes() for path in self._parts("scripts")] or [b""]
        yield SITE_SCRIPT, b"\n".join([first, *(_AT_THE_END % script for script in later)])

    def _read(self, path: Path) -> bytes:
        data = path.read_bytes()
        if path.suffix != _FILLED:
            return data
        # Colours are all that is filled in, `#` and six digits, which mean the same in CSS and SVG.
        text = data.decode()
        template = jinja2.Template(
            text, autoescape=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True
        )
        colours = {name: getattr(self.palette, name) for name in ("light", "dark", "paper")}
        filled: str = template.render(colours)
        return filled.encode()

    def _parts(self, folder: str) -> list[Path]:
        """Return the files of a folder: `site` first, the others in the order of names."""
        paths = _list(self.folder / folder)
        return sorted(paths, key=lambda path: (path.stem != "site", path.name))

    def environment(self) -> jinja2.Environment:
        """Return the environment for its templates: escaping always on, undefined names refused.

        Their own words stand in `_('…')`, by which they are translated.
        """
        environment = FoldingEnvironment(
            loader=jinja2.ChoiceLoader(list(self._loaders())),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,  # without end, and so without a lock: a page asks for some twenty
            bytecode_cache=find_bytecode(self._words_digest()),
            extensions=["jinja2.ext.i18n"],
        )
        translations = find_translations(self.folder, self.language)
        if self.default is not None:
            translations.add_fallback(find_translations(self.default, self.language))
        environment.speak(translations)
        environment.globals["draw_chart"] = _draw_chart
        environment.filters["prose"] = _fill_prose
        environment.filters["tel"] = _tel
        environment.filters["runs"] = find_runs
        return environment

    def _words_digest(self) -> str:
        """Return a digest of what compiled templates are translated by."""
        if self.speaks_own_language:
            return ""
        catalogues = _digest(path for path in self.files() if path.suffix == ".po")
        return f"{self.language} {catalogues}"

    def _loaders(self) -> Iterator[jinja2.BaseLoader]:
        yield jinja2.FileSystemLoader(self.folder)
        # Shared templates find the default theme's words by its name, whatever this theme has.
        default = jinja2.FileSystemLoader(self.default or self.folder)
        yield jinja2.PrefixLoader({DEFAULT_THEME: default})
        if self.default is not None:
            shared = {name: self.default / name for name in SHARED_FOLDERS}
            yield jinja2.PrefixLoader({n: jinja2.FileSystemLoader(p) for n, p in shared.items()})


def find_theme(
    name: str, site: Path, language: str = OWN_LANGUAGE, palette: PaletteView = JADE
) -> Theme:
    """Return the theme `name` of the site's own `themes/`, else the one that Linli brings.

    `language` is that of its words, a BCP 47 tag; `palette` are the site's colours.

    Raises `ThemeMissingError`.
    """
    package = Path(__file__).resolve().parents[1]
    brought = (package / "themes", package.parent / "themes")
    themes = {
        folder.name: folder.resolve()
        for place in (*reversed(brought), site / "themes")
        for folder in sorted(place.glob("*/"))
    }
    if name not in themes:
        raise ThemeMissingError(name, themes)
    default = next((p / DEFAULT_THEME for p in brought if (p / DEFAULT_THEME).is_dir()), None)
    folder = themes[name]
    return Theme(folder, language, None if folder == default else default, palette)


def page_context(path: str, site_url: str | None, *, rooted: bool) -> dict[str, Any]:
    """Return what the templates of the page at `path` know of where it is, and `href`.

    That returns the link from the page to an address; those of the web stay as they are. What has
    another scheme than those of links becomes the name of a file, whatever it was. A `rooted` page
    is shown at addresses that are not its own (404), so its links start at the root of the site's.
    """
    rooted_at = (urlsplit(site_url).path if site_url else "") or "/" if rooted else None
    return {"here": path, "rooted_at": rooted_at, _HREF: _find_linker(path, rooted_at)}


def _find_linker(path: str, rooted_at: str | None) -> Callable[[str], str]:
    """Return `href` of a page; pages of a folder share one, by which macros know them."""
    return _make_linker(path.rpartition("/")[0], rooted_at)


@lru_cache(maxsize=1 << 8)
def _make_linker(folder: str, rooted_at: str | None) -> Callable[[str], str]:
    return partial(_make_link, folder, rooted_at)


@lru_cache(maxsize=1 << 14)  # a page has some 20 links, and most of its neighbours have the same
def _make_link(folder: str, rooted_at: str | None, address: str) -> str:
    if address.startswith("#") or (":" in address and urlsplit(address).scheme in WEB_SCHEMES):
        return address
    path, mark, fragment = address.partition("#")
    link = _find_way(folder, path) if rooted_at is None else f"{rooted_at}{path}"
    if not _PLAIN.fullmatch(link):
        link = quote(link)
    return f"{link}{mark}{quote(fragment)}" if mark else link


def _find_way(folder: str, path: str) -> str:
    """Return the path from a folder to a file, both from the root of the site."""
    if not _FILE.fullmatch(path):
        # Rooted, for of other paths `relpath` asks where this process runs.
        return relpath(f"/{path}", f"/{folder}")
    up = ""
    while folder and not path.startswith(f"{folder}/"):
        folder = folder.rpartition("/")[0]
        up += "../"
    return up + path[len(folder) :].removeprefix("/")


@jinja2.pass_context
def _fill_prose(context: Context, prose: ProseView, sizes: str = SIZES) -> Markup:
    """Return a body's HTML; `sizes` is how wide its pictures are shown, for the attribute."""
    link = context[_HREF]
    return fill_prose(prose, link, lambda picture: picture_element(picture, link, sizes))


def find_runs(names: Iterable[str]) -> list[tuple[str, str]]:
    """Return names as runs of numbers that follow one another: 1, 2, 3, 5, 甲 → 1–3, 5–5, 甲–甲."""
    runs: list[tuple[str, str]] = []
    for name in names:
        last = runs[-1][1] if runs else ""
        if last.isdecimal() and name.isdecimal() and int(name) == int(last) + 1:
            runs[-1] = (runs[-1][0], name)
        else:
            runs.append((name, name))
    return runs


def _tel(phone: str) -> str:
    """Return the `tel:` link of a number (RFC 3966 visual separators removed)."""
    return "tel:" + "".join(c for c in phone if c.isdigit() or c == "+")


def _list(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _by_name(folder: Path) -> dict[str, Path]:
    """Return the files below a folder by their paths there, without what says they are filled."""
    names = {path: path.relative_to(folder).as_posix() for path in _list(folder)}
    return {name.removesuffix(_FILLED): path for path, name in names.items()}


def _digest(paths: Iterator[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _draw_chart(chart: ChartView, title: str, **looks: Any) -> Markup:
    """Return a chart as SVG; few pages have one, and the library takes a sixth of a second."""
    from generator.render.charts import draw_chart  # noqa: PLC0415

    return draw_chart(chart, title, **looks)
