"""Making a poster fit its page: shrink within the floors, then leave out what can be missed.

The style sheet keeps the floors itself (`max(22pt, calc(16 * var(--pt)))`), so that no way of
shrinking can go below them; this module only looks for the scale.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.render.press import PAPERS, Layout

_LARGEST = 0.7
"""The scale that a poster with few words grows to; 1 is the ordinary one, more is smaller type."""
_SMALLEST = 1.6
_ENOUGH = 0.8
"""A page filled so far is not tried any larger."""
_TARGETS = (0.96, 0.86)
_NEARLY_ONE = 1.4
"""A list that fills so little of a second page is tried on one, in smaller type."""
_SMALL_LIST = 1.13
_STEPS = 4
_MARGIN = 1.01
_A4_WIDTH = PAPERS["A4"][0]

Lay = Callable[[float, str], Layout]
"""Lays the poster out at a zoom, with some parts hidden."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """The layout that fits, or the last one tried; `left_out` are the selectors it hides."""

    layout: Layout
    left_out: tuple[str, ...]
    fits: bool


def fit_one_page(lay_out: Lay, paper: str, optional: Sequence[str]) -> Fitted:
    """Return the poster on one page, with the largest type and the most parts that go together.

    `optional` are selectors of parts that may be missed, the most dispensable first. Takes one
    layout if the ordinary scale fits and fills the page.
    """
    base = PAPERS[paper][0] / _A4_WIDTH
    smallest = _SMALLEST * base
    scale = 1.0
    layout = lay_out(base / scale, "")
    if _fits(layout):
        return Fitted(_grow(lay_out, layout, base), (), fits=True)
    for count in range(len(optional) + 1):
        hidden = ", ".join(optional[:count])
        if count:
            layout = lay_out(base / scale, hidden)
        for _ in range(_STEPS):
            if _fits(layout) or scale >= smallest:
                break
            scale = min(smallest, scale * _step(layout))
            layout = lay_out(base / scale, hidden)
        if _fits(layout):
            return Fitted(layout, tuple(optional[:count]), fits=True)
        scale = smallest
    return Fitted(layout, tuple(optional), fits=False)


def fit_pages(lay_out: Lay, paper: str, numbers: str) -> Fitted:
    """Return a poster that may go on to further pages, its last page not nearly empty.

    `numbers` selects the page numbers, which a single page does not show.
    """
    base = PAPERS[paper][0] / _A4_WIDTH
    layout = lay_out(base, numbers)
    if layout.page_count == 2 and layout.fill < _NEARLY_ONE:
        layout = lay_out(base / _SMALL_LIST, numbers)
    if layout.page_count > 1:
        layout = lay_out(base, "")
    return Fitted(layout, (), fits=not layout.sticks_out)


def _fits(layout: Layout) -> bool:
    return layout.page_count == 1 and layout.fill <= 1 and not layout.sticks_out


def _step(layout: Layout) -> float:
    """Return by how much to shrink: area goes with the square of the scale."""
    return max(1.04, math.sqrt(layout.fill) * _MARGIN)


def _grow(lay_out: Lay, layout: Layout, base: float) -> Layout:
    """Return a layout with larger type if the page is not filled, else the same."""
    if layout.fill >= _ENOUGH:
        return layout
    for target in _TARGETS:
        larger = lay_out(base / max(_LARGEST, math.sqrt(layout.fill / target)), "")
        if _fits(larger):
            return larger
    return layout
