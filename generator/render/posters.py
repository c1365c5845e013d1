"""Posters: a view and its template, as a PDF of which every character can be read.

view ── template ──▶ HTML ── typesetting, check of characters ──▶ layouts until one fits ──▶ PDF
"""

import math
import re
import unicodedata
from functools import cached_property, partial

import jinja2
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from msgspec.structs import replace

from generator.plan.views import PictureView, PosterView, ProseView
from generator.problems import Fact, Place, Problem
from generator.render.drafts import Draft
from generator.render.fonts import Faces
from generator.render.garbage import GarbageKeeper
from generator.render.pictures import PictureDamagedError, draw_for_paper
from generator.render.poster_fit import (
    Fitted,
    fit_one_page,
    fit_pages,
    fits_page,
    usual_zoom,
)
from generator.render.poster_markup import (
    STYLES,
    bare_markup,
    dispensable_parts,
    fill_paper_prose,
    poster_environment,
    without_pictures,
    write_markup,
)
from generator.render.poster_text import JOINER
from generator.render.press import PAPERS, Layout, Press
from generator.render.qr import print_qr
from generator.render.theme import Theme

_TAG = re.compile(r"<[^>]*>")
_CONTENT, _FOOT = '<main id="content">', "</main>"
_HOLDS = re.compile(r'<body[^>]* data-holds="(\d+)"')
"""How a template says about how many characters of it go on a page."""
_LISTED, _LISTED_LARGE = 455, 220
"""The same of a list that does not say so, and in large print."""
_CHARACTERS_A_LINE = 33
_LINES_A_PAGE = 26
"""Of running text in the smallest type on A4, for the estimate of what must be cut."""
_USUAL, _ENLARGEMENTS = "A4", ("A3", "A2")
"""A poster that fits on the usual paper is the same on a larger one, line by line, only larger.
One that does not has more room there, for what a letter must measure is the same on all paper."""
_MANY = 330
"""Characters that will not go on the usual paper; nobody need try."""
_LARGER = {"A4": "A3"}
"""What a site may ask for instead."""
_ROOM_ON_LARGER = 1.7
"""So many pages' worth fits one page of that: it has twice the area, and a larger head."""

_MOST_PAGES = 100
"""Of a list that goes on to further pages."""
_BESIDE_PICTURES = 0.88
"""How large type has to be, of its usual size, for a picture to be worth it."""


class PosterFault(Exception):  # noqa: N818 - a fault is what the rest of the house calls it
    """The poster cannot be printed as it is; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


class PosterPress:
    """Prints posters; one for each process. Everything heavy waits for the first poster."""

    def __init__(self, theme: Theme, faces: Faces, *, print_shop: bool = False) -> None:
        """Make a press; for a `print_shop` its posters have bleed and crop marks."""
        self._theme = theme
        self._faces = faces
        self._print_shop = print_shop
        self._left_out: dict[str, tuple[str, ...]] = {}
        self._styles: dict[str, str] = {}
        self._keeper = GarbageKeeper()
        self._pictures: dict[str, bytes] = {}
        """The QR codes and pictures of the poster at hand, by their addresses."""

    @property
    def log(self) -> tuple[str, ...]:
        """What the libraries logged, which should be nothing."""
        return self._press.log

    @property
    def left_out(self) -> dict[str, tuple[str, ...]]:
        """The parts that had no room, by the path of the poster: names of fields, or `body`."""
        return dict(self._left_out)

    def render(self, path: str, view: PosterView) -> bytes:
        """Return the poster at `path` of the site as a PDF; the same view gives the same bytes.

        Raises `PosterFault` if a character is in no face or the text is too long, and
        jinja2.TemplateError for a fault of the theme.
        """
        with self._keeper:
            return self._print(path, view)

    def _print(self, path: str, view: PosterView) -> bytes:
        """Return the poster; a method of its own, so that its boxes are garbage when it is left."""
        self._pictures.clear()
        self._left_out.pop(path, None)  # of an earlier build, where the press goes on
        markup = write_markup(self._environment, view)
        self._refuse_missing_glyphs(markup, view)
        fitted = self._fit(markup, view)
        if not fitted.fits:
            raise _too_long(view, fitted.layout)
        if fitted.layout.page_count > _MOST_PAGES:
            facts: dict[str, Fact] = {"pages": fitted.layout.page_count, "limit": _MOST_PAGES}
            raise _fault(view, "poster-too-many-pages", facts)
        if fitted.left_out:
            self._left_out[path] = fitted.left_out
        return self._press.write(fitted.layout)

    def _draft(self, markup: str, view: PosterView) -> Draft:
        names = [*STYLES.findall(markup), *(["print-shop.css"] if self._print_shop else [])]
        return Draft(
            press=self._press,
            markup=bare_markup(markup),
            style="\n".join(self._style(name) for name in names),
            variant=view.frame.variant,
            pictures=self._pictures,
            has_bleed=self._print_shop,
            numbers_pages=not view.one_page,
        )

    def _choose_pictures(self, markup: str, view: PosterView) -> str:
        """Return a poster without its pictures, unless they fit beside type of about usual size."""
        bare = without_pictures(markup)
        if bare == markup:
            return markup
        paper = view.frame.variant.paper
        layout = self._draft(markup, view).lay_out_on(
            paper, usual_zoom(paper) * _BESIDE_PICTURES, (), 1
        )
        return markup if fits_page(layout) else bare

    def _fit(self, markup: str, view: PosterView) -> Fitted:
        markup = self._choose_pictures(markup, view)
        draft, variant = self._draft(markup, view), view.frame.variant
        lay_out = partial(draft.lay_out_on, variant.paper)
        characters = _count_characters(markup)
        if not view.one_page:
            usual = _LISTED_LARGE if variant.large_print else _LISTED
            holds = _HOLDS.search(markup)
            listed = int(holds[1]) if holds else usual
            return fit_pages(lay_out, variant.paper, characters / listed)
        if variant.paper in _ENLARGEMENTS and characters < _MANY:
            fitted = fit_one_page(partial(draft.lay_out_on, _USUAL), _USUAL, (), characters)
            if fitted.fits:
                return replace(fitted, layout=_enlarge(fitted.layout, variant.paper))
        optional = dispensable_parts(markup, view.frame.may_go)
        return fit_one_page(lay_out, variant.paper, optional, characters)

    def _refuse_missing_glyphs(self, markup: str, view: PosterView) -> None:
        for character in sorted(set(markup) - self._characters):
            category = unicodedata.category(character)
            if category not in {"Cc", "Cf"}:
                facts: dict[str, Fact] = {
                    "character": f"◌{character}" if category.startswith("M") else character,
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
            self._styles[name] = self._theme.read(f"posters/{name}").decode()
        return self._styles[name]

    @cached_property
    def _environment(self) -> jinja2.Environment:
        environment = poster_environment(self._theme)
        environment.globals["qr"] = self._place_code
        environment.filters["prose"] = self._fill_prose
        return environment

    def _place_code(self, text: str, title: str) -> Markup:
        """Return an `<img>` of the QR code for `text`, and keep the picture for the press."""
        address = f"qr:{text}"
        self._pictures[address] = print_qr(text)
        picture = Markup('<img class="qr" src="{}" alt="{}">')
        return picture.format(address, title)

    @pass_context
    def _fill_prose(self, context: Context, prose: ProseView) -> Markup:
        monochrome = context["view"].frame.variant.monochrome
        return fill_paper_prose(prose, partial(self._place_picture, monochrome=monochrome))

    def _place_picture(self, picture: PictureView, *, monochrome: bool) -> Markup:
        """Return an `<img>` of a picture, and keep it for the press; nothing if it is damaged."""
        address = f"picture:{picture.original.digest}"
        try:
            self._pictures[address] = draw_for_paper(picture.original, monochrome=monochrome)
        except PictureDamagedError:  # the build has told it, and pages do without it as well
            return Markup()
        return Markup('<img src="{}" alt="{}">').format(address, picture.words)


def _enlarge(layout: Layout, paper: str) -> Layout:
    """Return a layout on the usual paper as it is written on a larger one."""
    return replace(layout, zoom=layout.zoom * PAPERS[paper][0] / PAPERS[_USUAL][0])


def _count_characters(markup: str) -> int:
    """Return how many characters stand above the foot."""
    content = markup.partition(_CONTENT)[2].partition(_FOOT)[0].replace(JOINER, "")
    return len("".join(_TAG.sub("", content).split()))


def _too_long(view: PosterView, layout: Layout) -> PosterFault:
    """Return the fault, with how many characters to cut and the larger paper that would do."""
    overflow = max(layout.fill - 1, 1 / _LINES_A_PAGE)
    cut = math.ceil(overflow * _LINES_A_PAGE + 1) * _CHARACTERS_A_LINE
    paper = view.frame.variant.paper
    facts: dict[str, Fact] = {"cut": cut, "paper": paper}
    if paper in _LARGER and layout.fill < _ROOM_ON_LARGER:
        return _fault(view, "poster-too-long", facts | {"larger": _LARGER[paper]})
    return _fault(view, "poster-too-long-anyway", facts)


def _fault(view: PosterView, code: str, facts: dict[str, Fact]) -> PosterFault:
    return PosterFault(Problem(place=Place(path=view.frame.source), code=code, facts=facts))
