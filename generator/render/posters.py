"""Posters: a view and its template, as a PDF of which every character can be read.

view ── template ──▶ HTML ── typesetting, check of characters ──▶ layouts until one fits ──▶ PDF
"""

import math
import re
import unicodedata
from functools import cached_property

import jinja2
from markupsafe import Markup

from generator.plan.views import PosterView, ProseView
from generator.problems import Fact, Place, Problem
from generator.render.fonts import Faces
from generator.render.poster_fit import Fitted, fit_one_page, fit_pages
from generator.render.poster_text import balance_lines, bare_prose, set_type, width_in_ems
from generator.render.press import PAPERS, Layout, Press, Sheet
from generator.render.qr import draw_qr
from generator.render.theme import Theme

_STYLES = re.compile(r'<link rel="stylesheet" href="([\w-]+\.css)">')
"""The style sheets of `posters/` that a template asks for; read together, in this order."""
_OPTIONAL = re.compile(r'data-drop="([\w-]+)"')
"""How a template marks what can be missed: `data-drop="1-rain"` is left out before `2-…`."""
_PAGE_NUMBERS = ".pages"
_PARAGRAPH = "<p"
_PARAGRAPHS_A_PAGE = 34
"""Of a list, about."""
_CHARACTERS_A_LINE = 33
_LINES_A_PAGE = 26
"""Of running text in the smallest type on A4, for the estimate of what must be cut."""


class PosterFault(Exception):  # noqa: N818 - a fault is what the rest of the house calls it
    """The poster cannot be printed as it is; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


class PosterPress:
    """Prints posters; one for each process. Everything heavy waits for the first poster."""

    def __init__(self, theme: Theme, faces: Faces) -> None:
        self._theme = theme
        self._faces = faces
        self._left_out: dict[str, tuple[str, ...]] = {}
        self._styles: dict[str, str] = {}

    @property
    def log(self) -> tuple[str, ...]:
        """What the libraries logged, which should be nothing."""
        return self._press.log

    @property
    def left_out(self) -> dict[str, tuple[str, ...]]:
        """The dispensable parts that had no room, by the path of the poster."""
        return dict(self._left_out)

    def render(self, path: str, view: PosterView) -> bytes:
        """Return the poster at `path` of the site as a PDF; the same view gives the same bytes.

        Raises `PosterFault` if a character is in no face or the text is too long, and
        jinja2.TemplateError for a fault of the theme.
        """
        markup = set_type(self._environment.get_template(view.template).render(view=view))
        self._refuse_missing_glyphs(markup, view)
        fitted = self._fit(markup, view)
        if not fitted.fits:
            raise _too_long(view, fitted.layout)
        if fitted.left_out:
            self._left_out[path] = fitted.left_out
        return self._press.write(fitted.layout)

    def _fit(self, markup: str, view: PosterView) -> Fitted:
        document = self._press.parse(_STYLES.sub("", markup))
        style = "\n".join(self._style(name) for name in _STYLES.findall(markup))
        variant = view.frame.variant
        paper = variant.paper

        def lay_out(zoom: float, hidden: str, pages: int) -> Layout:
            sheet = Sheet(
                style=style,
                paper=paper,
                landscape=variant.landscape,
                zoom=zoom,
                hidden=hidden,
                pages=pages,
            )
            return self._press.lay_out(document, sheet)

        if view.one_page:
            optional = sorted(set(_OPTIONAL.findall(markup)))
            return fit_one_page(lay_out, paper, [f'[data-drop="{name}"]' for name in optional])
        expected = 1 + markup.count(_PARAGRAPH) // _PARAGRAPHS_A_PAGE
        return fit_pages(lay_out, paper, _PAGE_NUMBERS, expected)

    def _refuse_missing_glyphs(self, markup: str, view: PosterView) -> None:
        for character in sorted(set(markup) - self._characters):
            if unicodedata.category(character) not in {"Cc", "Cf"}:
                facts: dict[str, Fact] = {
                    "character": character,
                    "code_point": f"U+{ord(character):04X}",
                }
                raise _fault(view, "glyph-missing", facts)

    @cached_property
    def _characters(self) -> frozenset[str]:
        return self._faces.characters()

    @cached_property
    def _press(self) -> Press:
        return Press(self._faces)

    def _style(self, name: str) -> str:
        if name not in self._styles:
            self._styles[name] = (self._theme.folder / "posters" / name).read_text("utf-8")
        return self._styles[name]

    @cached_property
    def _environment(self) -> jinja2.Environment:
        environment = self._theme.environment()
        environment.filters["prose"] = _paper_prose
        environment.filters["ems"] = width_in_ems
        environment.globals["qr"] = lambda text, title: Markup(draw_qr(text, title))  # noqa: S704
        environment.globals["balance_lines"] = balance_lines
        return environment


def _paper_prose(prose: ProseView) -> Markup:
    return bare_prose("".join(prose.pieces))


def _too_long(view: PosterView, layout: Layout) -> PosterFault:
    """Return the fault, with how many characters to cut and the next larger paper, if any."""
    overflow = max(layout.fill - 1, 1 / _LINES_A_PAGE)
    cut = math.ceil(overflow * _LINES_A_PAGE + 1) * _CHARACTERS_A_LINE
    papers = list(PAPERS)
    larger = papers[papers.index(view.frame.variant.paper) + 1 :]
    facts: dict[str, Fact] = {"cut": cut, "paper": view.frame.variant.paper}
    return _fault(view, "poster-too-long", facts | {"larger": larger[0] if larger else ""})


def _fault(view: PosterView, code: str, facts: dict[str, Fact]) -> PosterFault:
    return PosterFault(Problem(place=Place(path=view.frame.source), code=code, facts=facts))
