"""Drafts: one poster's HTML while a sheet and a scale are sought on which it fits."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from generator.frozen import Frozen
from generator.plan.views import Variant
from generator.render.poster_fit import SMALLEST_SCALE
from generator.render.poster_markup import PARTS
from generator.render.press import PAPERS, PART, Layout, Press, Sheet

_BLEED = 3
"""Millimetres, as print shops want it."""
_PAGE_NUMBERS = ".pages"
_A4_WIDTH = PAPERS["A4"][0]
_NEARLY = 0.999


class Draft(Frozen, dict=True, gc=True):
    """A poster's HTML and CSS; `pictures` are those that it shows, by their addresses.

    `has_bleed` is for a print shop, `numbers_pages` for lists that may go on to further pages.
    """

    press: Press
    markup: str
    style: str
    variant: Variant
    pictures: Mapping[str, bytes]
    has_bleed: bool
    numbers_pages: bool

    def lay_out_on(self, paper: str, zoom: float, left_out: Sequence[str], pages: int) -> Layout:
        """Return the layout on `paper`, to be enlarged to the variant's if that is another.

        `left_out` are the names of the parts that are not there.
        """
        hidden = [f"#{PART}{part}" for part in left_out]
        if pages == 1 and self.numbers_pages:
            hidden.append(_PAGE_NUMBERS)
        enlarged = PAPERS[self.variant.paper][0] / PAPERS[paper][0]
        sheet = Sheet(
            style=self.style,
            paper=paper,
            landscape=self.variant.landscape,
            zoom=zoom,
            hidden=", ".join(hidden),
            pages=pages,
            bleed=_BLEED / enlarged if self.has_bleed else 0,
        )
        is_smallest = zoom * _A4_WIDTH * SMALLEST_SCALE * _NEARLY <= PAPERS[paper][0]
        document = self._with_parts if left_out or is_smallest else self._document
        return self.press.lay_out(document, sheet)

    @cached_property
    def _document(self) -> Any:
        return self.press.parse(self.markup, self.pictures)

    @cached_property
    def _with_parts(self) -> Any:
        """The document with the ids by which its parts are measured, and left out.

        What has an id shares its styles with nothing, which costs a tenth of a layout; so they are
        there only when parts may have to go, which is when type cannot become smaller.
        """
        markup = PARTS.sub(rf'id="{PART}\2" \g<0>', self.markup)
        return self.press.parse(markup, self.pictures)
