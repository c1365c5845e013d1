"""Twins: a poster's template and style sheets as a page that a browser shows and prints."""

from dataclasses import dataclass
from functools import cached_property

import jinja2

from generator.plan.views import TwinPage
from generator.render.poster_fit import USUAL_SCALE
from generator.render.poster_markup import (
    STYLES,
    dispensable_parts,
    poster_environment,
    write_markup,
)
from generator.render.press import PAPERS
from generator.render.theme import POSTER_STYLES, Theme, page_context

_JOINER = "\N{WORD JOINER}"
_FITTED = 'data-fitted="yes"'
"""How the template marks a sheet that is to fit one page."""
_PIXELS_PER_MM = 96 / 25.4
"""CSS pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Twin:
    """What the template of a twin is told: its links, the paper in mm, the scale to begin with."""

    pdf: str | None
    image: str | None
    site_url: str | None
    paper_width: float
    paper_height: float
    width: int
    """Of the paper in CSS pixels: a phone makes that as wide as its screen."""
    enlarged: float
    """How much wider the paper is than A4."""
    zoom: float


class TwinPress:
    """Fills the templates of posters for browsers; needs neither Pango nor a face."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    @cached_property
    def _environment(self) -> jinja2.Environment:
        return poster_environment(self._theme)

    def render(self, path: str, view: TwinPage) -> bytes:
        """Return the twin at `path` of the site as UTF-8 HTML.

        Raises jinja2.TemplateError for a fault of the theme.
        """
        context = page_context(path, view.site_url, rooted=False)
        markup = write_markup(self._environment, view.poster, twin=_describe(view), **context)
        up = "../" * path.count("/")
        parts = " ".join(dispensable_parts(markup, view.poster.frame.may_go))
        markup = markup.replace(_FITTED, f'{_FITTED} data-dispensable="{parts}"')
        linked = STYLES.sub(rf'<link rel="stylesheet" href="{up}{POSTER_STYLES}\1">', markup)
        # Browsers know where Chinese may break; the joiners would be in the way of searching.
        return linked.replace(_JOINER, "").encode()


def _describe(view: TwinPage) -> _Twin:
    variant = view.poster.frame.variant
    width, height = PAPERS[variant.paper]
    enlarged = width / PAPERS["A4"][0]
    if variant.landscape:
        width, height = height, width
    return _Twin(
        pdf=view.pdf,
        image=view.image,
        site_url=view.site_url,
        paper_width=width,
        paper_height=height,
        width=round(width * _PIXELS_PER_MM),
        enlarged=round(enlarged, 4),
        zoom=round(enlarged / (USUAL_SCALE if view.poster.one_page else 1), 4),
    )
