"""The HTML of posters, which the press prints and a twin shows in a browser."""

import re
from collections.abc import Sequence

import jinja2
from markupsafe import Markup
from msgspec.structs import replace

from generator.plan.views import MissingPicture, PictureView, PosterView, ProseView
from generator.render.poster_text import bare_prose, set_type
from generator.render.prose import Place, fill_prose
from generator.render.qr import draw_qr
from generator.render.theme import Theme
from generator.render.title_lines import TitleLines, read_vocabulary, width_in_ems

STYLES = re.compile(r'<link rel="stylesheet" href="([\w-]+\.css)">')
"""The style sheets of `posters/` that a template asks for; read together, in this order."""

_BETWEEN = re.compile(
    r"(?<=>)\s*\n\s*(?=</?(?:article|body|div|figure|footer|h\d|head|html|link|main|meta|ol|p|section"
    r"|table|title|ul)\b)"
)
"""Line ends between blocks are for who reads a template; the press would make boxes of them."""
_MAY_BREAK = "\N{ZERO WIDTH SPACE}"

_GAP = Markup("\uf8ff")
"""Stands for a picture for a moment; no body has it, for `read` would have replaced it."""
_PICTURE = Markup('<span class="picture">{}</span>')
_PICTURES = re.compile(r'<span class="picture">.*?</span>')

PARTS = re.compile(r'data-drop="(?:(\d+)-)?([\w-]+)"')
"""How a template marks what can be missed: `data-drop="1-rain"` goes before `2-…`, and what has no
number goes only if the author says so. The name is that of the item's field, or `body`."""


def poster_environment(theme: Theme) -> jinja2.Environment:
    """Return the environment for the templates of posters."""
    environment = theme.environment()
    environment.filters["prose"] = _twin_prose
    environment.filters["ems"] = width_in_ems
    environment.globals["qr"] = lambda text, title: Markup(draw_qr(text, title))  # noqa: S704
    environment.globals["balance_lines"] = TitleLines(_vocabulary(theme))
    environment.globals["twin"] = None
    environment.globals["paper"] = theme.palette.paper
    return environment


def _vocabulary(theme: Theme) -> frozenset[str]:
    """Return the words that the theme does not break; a theme need not have a list."""
    path = theme.find("posters/vocabulary.txt")
    return read_vocabulary(path.read_text("utf-8")) if path.is_file() else frozenset()


def write_markup(environment: jinja2.Environment, view: PosterView, **names: object) -> str:
    """Return the poster as HTML, typeset; `names` are further ones for the template.

    Raises jinja2.TemplateError for a fault of the theme.
    """
    return set_type(environment.get_template(view.template).render(view=view, **names))


def bare_markup(markup: str) -> str:
    """Return the HTML as the press takes it: without style sheets and what makes needless boxes."""
    return _BETWEEN.sub("", STYLES.sub("", markup)).replace("<wbr>", _MAY_BREAK)


def dispensable_parts(markup: str, may_go: Sequence[str] | None) -> list[str]:
    """Return the parts of a poster that may be left off, the most dispensable first."""
    marked = dict.fromkeys(PARTS.findall(markup))
    if may_go is None:
        return [part for number, part in sorted(marked, key=lambda m: int(m[0] or 0)) if number]
    there = {part for _, part in marked}
    return [part for part in may_go if part in there]


def without_pictures(markup: str) -> str:
    """Return the HTML of a poster without the pictures of its bodies; the same if it has none."""
    return _PICTURES.sub("", markup)


def fill_paper_prose(prose: ProseView, place: Place) -> Markup:
    """Return a body as paper shows it: no links, and of its pictures only the first."""
    pictures = [filling for filling in prose.fillings if isinstance(filling, PictureView)]
    shown = tuple("" if isinstance(f, MissingPicture) else f for f in prose.fillings)
    filled = fill_prose(replace(prose, fillings=shown), lambda _: "", lambda _: _GAP)
    before, _, after = bare_prose(filled).partition(_GAP)
    after = after.replace(_GAP, "")
    first = place(pictures[0]) if pictures else ""
    # All of it came out of `bare_prose`, or is escaped.
    body = before + (_PICTURE.format(first) if first else "") + after
    return Markup(body.replace("<p></p>", ""))  # noqa: S704


def _twin_prose(prose: ProseView) -> Markup:
    """Return a body without pictures: a browser cannot tell whether they have room."""
    return fill_paper_prose(prose, lambda _: Markup())
