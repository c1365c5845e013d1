"""Twins: a poster's template and style sheets as a page that a browser shows and prints."""

import re
from functools import cached_property

import jinja2

from generator.frozen import Frozen
from generator.plan.views import TwinPage
from generator.render.policy import add_policy
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
_STYLE = re.compile(r'(<[a-z][^<>]*) style="')
"""Styles within the page, which the policy of the site forbids; `twin.js` applies them."""
_PIXELS_PER_MM = 96 / 25.4
"""CSS pixels."""


class _Twin(Frozen, kw_only=True):
    """What the template of a twin is told: its links, and the paper."""

    pdf: str | None
    image: str | None
    site_url: str | None
    sheet: str
    """The classes by which `twin.css` knows the paper: `A4`, `A3 list`, `A3 landscape`."""
    width: int
    """Of the paper in CSS pixels: a phone makes that as wide as its screen."""


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
        linked = _STYLE.sub(r'\1 data-style="', linked)
        # Browsers know where Chinese may break; the joiners would be in the way of searching.
        return add_policy(linked.replace(_JOINER, "")).encode()


def _describe(view: TwinPage) -> _Twin:
    variant = view.poster.frame.variant
    width = PAPERS[variant.paper][1 if variant.landscape else 0]
    kind = "landscape" if variant.landscape else "" if view.poster.one_page else "list"
    return _Twin(
        pdf=view.pdf,
        image=view.image,
        site_url=view.site_url,
        sheet=f"{variant.paper} {kind}".strip(),
        width=round(width * _PIXELS_PER_MM),
    )
