"""Making a poster fit its page: shrink within the floors, then leave out what can be missed.

The style sheet keeps the floors itself (`max(22pt, calc(16 * var(--pt)))`), so that no way of
shrinking can go below them; this module only looks for the scale.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.render.press import PAPERS, Layout

_LARGEST = 0.72
"""The scale that a poster with few words grows to; more is smaller type."""
_USUAL = 1.08
"""Where to begin: most posters of a real site fit at once, and few leave the page half empty."""
_SMALLEST = 1.56
"""Here nearly everything has come to its floor."""
_ENOUGH = 0.74
"""A page filled so far is not tried any larger."""
_TARGET = 0.95
_GROWTH = 0.8
"""Exponent between filling and scale; above ½ because titles do not grow."""
_NEARLY_ONE = 1.4
"""A list that fills so little of a second page is tried on one, in smaller type."""
_SMALL_LIST = 1.13
_GRAIN = 0.04
_STEPS = 4
_MARGIN = 1.02
_A4_WIDTH = PAPERS["A4"][0]

Lay = Callable[[float, str, int], Layout]
"""Lays the poster out at a zoom, with some parts hidden, as so many pages."""


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
    scale = _USUAL
    layout = lay_out(base / scale, "", 1)
    if _fits(layout):
        return Fitted(_grow(lay_out, layout, base), (), fits=True)
    for count in range(len(optional) + 1):
        hidden = ", ".join(optional[:count])
        if count:
            layout = lay_out(base / scale, hidden, 1)
        for _ in range(_STEPS):
            if _fits(layout) or scale >= smallest:
                break
            scale = min(smallest, _round_up(scale * _step(layout)))
            layout = lay_out(base / scale, hidden, 1)
        if _fits(layout):
            return _restore(lay_out, layout, base, optional[:count])
        scale = smallest
    return Fitted(layout, tuple(optional), fits=False)


def _restore(lay_out: Lay, layout: Layout, base: float, left_out: Sequence[str]) -> Fitted:
    """Return a layout that fits with what there is room for after all, and in larger type.

    Where leaving out the last part alone is enough, the others come back.
    """
    if len(left_out) > 1:
        more = lay_out(layout.zoom, left_out[-1], 1)
        if _fits(more):
            layout, left_out = more, left_out[-1:]
    if left_out and layout.fill < _TARGET:
        scale = max(_USUAL, _round_up(base / layout.zoom * (layout.fill / _TARGET)))
        larger = lay_out(base / scale, ", ".join(left_out), 1)
        if _fits(larger):
            layout = larger
    return Fitted(layout, tuple(left_out), fits=True)


def fit_pages(lay_out: Lay, paper: str, numbers: str, expected: int) -> Fitted:
    """Return a poster that may go on to further pages, its last page not nearly empty.

    `numbers` selects the page numbers, which a single page does not show. `expected` is a guess of
    how many pages there will be; it saves a layout if it is right, and changes nothing else.
    """
    base = PAPERS[paper][0] / _A4_WIDTH
    layout = lay_out(base, numbers if expected == 1 else "", expected)
    if layout.page_count == 1:
        if expected > 1:
            layout = lay_out(base, numbers, 1)
        return Fitted(_grow_list(lay_out, layout, base, numbers), (), fits=not layout.sticks_out)
    if layout.page_count == 2 and layout.fill < _NEARLY_ONE:
        smaller = lay_out(base / _SMALL_LIST, numbers, 1)
        if smaller.page_count == 1:
            return Fitted(smaller, (), fits=not smaller.sticks_out)
    if layout.page_count != expected:
        layout = lay_out(base, "", layout.page_count)
    return Fitted(layout, (), fits=not layout.sticks_out)


def _grow_list(lay_out: Lay, layout: Layout, base: float, numbers: str) -> Layout:
    if layout.fill >= _ENOUGH:
        return layout
    scale = max(_LARGEST, _round_up(math.sqrt(layout.fill / _TARGET)))
    larger = lay_out(base / scale, numbers, 1)
    return larger if _fits(larger) else layout


def _fits(layout: Layout) -> bool:
    return layout.page_count == 1 and layout.fill <= 1 and not layout.sticks_out


def _step(layout: Layout) -> float:
    """Return by how much to shrink: area goes with the square of the scale."""
    return max(1.04, math.sqrt(layout.fill) * _MARGIN)


def _grow(lay_out: Lay, layout: Layout, base: float) -> Layout:
    """Return a layout with larger type if the page is not filled, else the same."""
    if layout.fill >= _ENOUGH:
        return layout
    largest = max(_LARGEST, _USUAL * (layout.fill / _TARGET) ** _GROWTH)
    for scale in (largest, (largest + _USUAL) / 2):
        larger = lay_out(base / _round_up(scale), "", 1)
        if _fits(larger):
            return larger
    return layout


def _round_up(scale: float) -> float:
    """Return a scale of which there are few, so that few style sheets are parsed."""
    return math.ceil(scale / _GRAIN) * _GRAIN
