"""The HTML of posters, which the press prints and a twin shows in a browser."""

import re
from collections.abc import Sequence

import jinja2
from markupsafe import Markup

from generator.plan.views import PosterView, ProseView
from generator.render.poster_text import bare_prose, set_type
from generator.render.qr import draw_qr
from generator.render.theme import Theme
from generator.render.title_lines import TitleLines, read_vocabulary, width_in_ems

STYLES = re.compile(r'<link rel="stylesheet" href="([\w-]+\.css)">')
"""The style sheets of `posters/` that a template asks for; read together, in this order."""

PARTS = re.compile(r'data-drop="(?:(\d+)-)?([\w-]+)"')
"""How a template marks what can be missed: `data-drop="1-rain"` goes before `2-…`, and what has no
number goes only if the author says so. The name is that of the item's field, or `body`."""


def poster_environment(theme: Theme) -> jinja2.Environment:
    """Return the environment for the templates of posters."""
    environment = theme.environment()
    environment.filters["prose"] = _paper_prose
    environment.filters["ems"] = width_in_ems
    environment.globals["qr"] = lambda text, title: Markup(draw_qr(text, title))  # noqa: S704
    environment.globals["balance_lines"] = TitleLines(_vocabulary(theme))
    environment.globals["twin"] = None
    return environment


def _vocabulary(theme: Theme) -> frozenset[str]:
    """Return the words that the theme does not break; a theme need not have a list."""
    path = theme.folder / "posters" / "vocabulary.txt"
    return read_vocabulary(path.read_text("utf-8")) if path.is_file() else frozenset()


def write_markup(environment: jinja2.Environment, view: PosterView, **names: object) -> str:
    """Return the poster as HTML, typeset; `names` are further ones for the template.

    Raises jinja2.TemplateError for a fault of the theme.
    """
    return set_type(environment.get_template(view.template).render(view=view, **names))


def dispensable_parts(markup: str, may_go: Sequence[str] | None) -> list[str]:
    """Return the parts of a poster that may be left off, the most dispensable first."""
    marked = dict.fromkeys(PARTS.findall(markup))
    if may_go is None:
        return [part for number, part in sorted(marked, key=lambda m: int(m[0] or 0)) if number]
    there = {part for _, part in marked}
    return [part for part in may_go if part in there]


def _paper_prose(prose: ProseView) -> Markup:
    return bare_prose("".join(prose.pieces))
