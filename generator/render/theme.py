"""A theme: a folder of templates and assets, and the Jinja environment that fills them.

`themes/NAME/*.html` has one template for each page view, `posters/*.html` one for each poster view
with their style sheets beside them; `assets/**` and those style sheets are written as they are,
below `assets/` of the site.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from posixpath import relpath
from urllib.parse import quote, urlsplit

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup, escape

from generator.plan.views import ProseView
from generator.render.charts import draw_chart

DEFAULT_THEME = "linli"
POSTER_STYLES = "assets/posters/"
"""Where the site has the style sheets of posters, which their twins share."""
SITE_STYLE = "assets/site.css"
SITE_SCRIPT = "assets/site.js"
_HERE = "here"
_ROOTED = "rooted_at"


class ThemeMissingError(Exception):
    """No folder has a theme of that name; the message lists where it was looked for."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme on disk; cheap to make and to send to another process."""

    folder: Path

    def page_digest(self) -> str:
        """Return a digest of everything that pages are made with."""
        return _digest(path for path in self.files() if "posters" not in path.parts)

    def poster_digest(self) -> str:
        """Return a digest of everything that posters are made with."""
        return _digest(path for path in self.files() if "posters" in path.parts)

    def files(self) -> list[Path]:
        """Return all files of the theme in the order of their paths."""
        return sorted(path for path in self.folder.rglob("*") if path.is_file())

    def assets(self) -> Iterator[tuple[str, bytes]]:
        """Yield the assets: address in the site, and bytes.

        The style sheets in `styles/` become one, and the scripts in `scripts/`, so that a page
        asks for no more than two files. Raises OSError.
        """
        for path in self.files():
            if path.is_relative_to(self.folder / "assets"):
                yield path.relative_to(self.folder).as_posix(), path.read_bytes()
            elif path.parent == self.folder / "posters" and path.suffix == ".css":
                yield POSTER_STYLES + path.name, path.read_bytes()
        yield SITE_STYLE, self._join("styles", ".css")
        yield SITE_SCRIPT, self._join("scripts", ".js")

    def _join(self, folder: str, suffix: str) -> bytes:
        """Return the files of a folder as one: `site` first, the others in the order of names."""
        paths = (self.folder / folder).glob("*" + suffix)
        ordered = sorted(paths, key=lambda path: (path.stem != "site", path.name))
        return b"\n".join(path.read_bytes() for path in ordered)

    def environment(self) -> jinja2.Environment:
        """Return the environment for its templates: escaping always on, undefined names refused."""
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(self.folder),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        environment.globals["href"] = _href
        environment.globals["draw_chart"] = draw_chart
        environment.filters["prose"] = _fill_prose
        environment.filters["tel"] = _tel
        environment.filters["runs"] = find_runs
        return environment


def find_theme(name: str, site: Path) -> Theme:
    """Return the theme `name` of the site's own `themes/`, else the one that Linli brings.

    Raises `ThemeMissingError`.
    """
    package = Path(__file__).resolve().parents[1]
    places = [site / "themes", package / "themes", package.parent / "themes"]
    for place in places:
        if (place / name).is_dir():
            return Theme((place / name).resolve())
    raise ThemeMissingError("\n".join(str(place / name) for place in places))


def page_context(path: str, site_url: str | None, *, rooted: bool) -> dict[str, str | None]:
    """Return the variables with which `href` works on the page at `path`.

    A `rooted` page is shown at addresses that are not its own (404), so its links start at the
    root of the site's address.
    """
    root = urlsplit(site_url).path or "/" if site_url else "/"
    return {_HERE: path, _ROOTED: root if rooted else None}


@jinja2.pass_context
def _href(context: Context, address: str) -> str:
    """Return the link from the current page to an address; those of the web stay as they are."""
    if address.startswith("#") or urlsplit(address).scheme:
        return address
    path, mark, fragment = address.partition("#")
    rooted_at = context[_ROOTED]
    if rooted_at is not None:
        link = f"{rooted_at}{path}"
    else:
        link = relpath(path, str(context[_HERE]).rpartition("/")[0] or ".")
    return quote(link) + mark + quote(fragment)


@jinja2.pass_context
def _fill_prose(context: Context, prose: ProseView) -> Markup:
    """Return a body's HTML with its links filled in. Its pieces are HTML made by `read`."""
    parts = [prose.pieces[0]]
    for address, piece in zip(prose.addresses, prose.pieces[1:], strict=True):
        parts += [escape(_href(context, address)), piece]
    return Markup("".join(parts))  # noqa: S704 - markdown-it with html=False wrote the pieces


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


def _digest(paths: Iterator[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
