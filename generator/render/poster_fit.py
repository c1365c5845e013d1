"""Making a poster fit its page: shrink within the floors, then leave out what can be missed.

The style sheet keeps the floors itself (`max(22pt, calc(16 * var(--pt)))`), so that no way of
shrinking can go below them; this module only looks for the scale. What it finds depends on the
poster alone, never on the posters before it: the same view gives the same sheet in any process.
"""

import math
from collections.abc import Callable, Mapping, Sequence

from generator.frozen import Frozen
from generator.render.press import PAPERS, Layout

_LARGEST = 0.72
"""The scale that a poster with few words grows to; more is smaller type."""
USUAL_SCALE = 1.08
"""Where to begin: most posters of a real site fit at once, and few leave the page half empty."""
SMALLEST_SCALE = 1.56
"""Here nearly everything has come to its floor; below it, parts have to go."""
_ENOUGH = 0.74
"""A page filled so far is not tried any larger."""
_TARGET = 0.95
_GROWTH = 0.8
"""Exponent between filling and scale; above ½ because titles do not grow."""
_SHRINKING = 0.7
"""The same where a poster is too full; above ½ because some of its type is at its floor already."""
_STEEPEST, _FLATTEST = 0.4, 1.6
"""Between which that exponent is believed once it was measured."""
_FILLED_ANYWAY, _FILLED_BY_ONE, _FULL = 0.58, 0.0026, 1.03
"""About how much of a page a head takes at the usual scale, and each character; and from where on
it is hopeless to begin with that scale."""
_BEGINNING = 0.8
"""Exponent between that and the scale to begin with."""
_NEARLY_ONE = 1.4
"""A list that fills so little of a second page is tried on one, in smaller type."""
_SMALL_LIST = 1.13
_CROWDED = 0.05
"""So much more than a page still goes on a page, for what is known beforehand is only about."""
_GRAIN = 0.04
_STEPS = 3
_LEAST_STEP, _LEAST_STEP_OF_TWO = 1.04, 1.12
"""By how much to shrink at least; more where a second page hides how much is too much."""
_MARGIN = 1.015
_A4_WIDTH = PAPERS["A4"][0]

Lay = Callable[[float, Sequence[str], int], Layout]
"""Lays the poster out at a zoom, without some of its parts, as so many pages."""


class Fitted(Frozen):
    """The layout that fits, or the last one tried; `left_out` are the parts that had to go."""

    layout: Layout
    left_out: tuple[str, ...]
    fits: bool


def fit_one_page(lay_out: Lay, paper: str, optional: Sequence[str], characters: int = 0) -> Fitted:
    """Return the poster on one page, with the largest type and the most parts that go together.

    `optional` are names of parts that may be missed, the most dispensable first. `characters` is
    how many there are to fit; it says where to begin. Takes one layout if that fits and fills the
    page.
    """
    base = PAPERS[paper][0] / _A4_WIDTH
    fill = _FILLED_ANYWAY + _FILLED_BY_ONE * characters
    scale = USUAL_SCALE
    if fill > _FULL:
        scale = min(SMALLEST_SCALE, _round_up(scale * fill**_BEGINNING))
    layout = lay_out(base / scale, (), 1)
    if fits_page(layout):
        return Fitted(_grow(lay_out, layout, base), (), fits=True)
    layout = _shrink(lay_out, layout, base)
    if fits_page(layout):
        return Fitted(layout, (), fits=True)
    return _leave_out(lay_out, layout, base, optional)


def usual_zoom(paper: str) -> float:
    """Return the zoom at which a poster on `paper` has type of the usual size."""
    return PAPERS[paper][0] / _A4_WIDTH / USUAL_SCALE


def fits_page(layout: Layout) -> bool:
    """Whether a layout is one page with everything in its place."""
    return layout.page_count == 1 and layout.fill <= 1 and not layout.sticks_out


def _shrink(lay_out: Lay, layout: Layout, base: float) -> Layout:
    """Return the first smaller layout that fits, else the smallest there is."""
    scale, before = base / layout.zoom, None
    if scale > SMALLEST_SCALE - _GRAIN / 2:
        return layout
    for step in range(_STEPS):
        power = _measure(before, layout) if before else _SHRINKING
        least = _LEAST_STEP if layout.page_count == 1 else _LEAST_STEP_OF_TWO
        wanted = scale * max(layout.fill**power * _MARGIN, layout.overhang, least)
        scale = SMALLEST_SCALE if step == _STEPS - 1 else min(SMALLEST_SCALE, _round_up(wanted))
        before, layout = layout, lay_out(base / scale, (), 1)
        if fits_page(layout) or scale >= SMALLEST_SCALE:
            break
    return layout


def _measure(before: Layout, layout: Layout) -> float:
    """Return the exponent between filling and scale that two layouts of a poster show."""
    less = math.log(before.fill / layout.fill) if before.fill > layout.fill else 0
    power = math.log(before.zoom / layout.zoom) / less if less else _FLATTEST
    return min(max(power, _STEEPEST), _FLATTEST)


def _leave_out(lay_out: Lay, layout: Layout, base: float, optional: Sequence[str]) -> Fitted:
    """Return the poster without as few parts as possible, in type as large as there is room for."""
    too_much = layout.fill - 1
    count = _how_many(layout, optional, too_much)
    while count <= len(optional):
        shorter = lay_out(layout.zoom, optional[:count], 1)
        if fits_page(shorter):
            return _restore(lay_out, shorter, base, optional[:count], layout.heights)
        count += 1
    return Fitted(shorter if optional else layout, tuple(optional), fits=False)


def _how_many(layout: Layout, optional: Sequence[str], too_much: float) -> int:
    """Return how many parts must go at least, by their measured heights."""
    for count in range(1, len(optional) + 1):
        if sum(layout.heights.get(part, 0) for part in optional[:count]) >= too_much:
            return count
    return max(1, len(optional))


def _restore(
    lay_out: Lay,
    layout: Layout,
    base: float,
    left_out: Sequence[str],
    heights: Mapping[str, float],
) -> Fitted:
    """Return a layout that fits with what there is room for after all, and in larger type.

    Where leaving out the last part alone is enough, the others come back.
    """
    last = left_out[-1]
    others = sum(heights.get(part, 0) for part in left_out[:-1])
    if len(left_out) > 1 and layout.fill + others <= 1:
        more = lay_out(layout.zoom, [last], 1)
        if fits_page(more):
            layout, left_out = more, [last]
    if layout.fill < _ENOUGH:
        scale = max(USUAL_SCALE, _round_up(base / layout.zoom * (layout.fill / _TARGET)))
        larger = lay_out(base / scale, left_out, 1)
        if fits_page(larger):
            layout = larger
    return Fitted(layout, tuple(left_out), fits=True)


def _grow(lay_out: Lay, layout: Layout, base: float) -> Layout:
    """Return a layout with larger type if the page is not filled, else the same."""
    if layout.fill >= _ENOUGH:
        return layout
    usual = base / layout.zoom
    largest = max(_LARGEST, usual * (layout.fill / _TARGET) ** _GROWTH)
    for scale in (largest, (largest + usual) / 2):
        larger = lay_out(base / _round_up(scale), (), 1)
        if fits_page(larger):
            return larger
    return layout


def fit_pages(lay_out: Lay, paper: str, fill: float) -> Fitted:
    """Return a list that may go on to further pages, its last page not nearly empty.

    `fill` is how many pages it takes at scale 1, about. It says how many pages to begin with: a
    list that knew it beforehand takes one layout, any other one more, for the number of pages is
    in print.
    """
    base = PAPERS[paper][0] / _A4_WIDTH
    expected = max(1, math.ceil(fill - _CROWDED))
    layout = lay_out(base, (), expected)
    if layout.page_count == 1:
        if expected > 1:
            layout = lay_out(base, (), 1)
        return Fitted(_grow_list(lay_out, layout, base), (), fits=not layout.sticks_out)
    count = layout.page_count
    if count == 2 and layout.fill < _NEARLY_ONE:
        smaller = lay_out(base / _SMALL_LIST, (), 1)
        if smaller.page_count == 1:
            return Fitted(smaller, (), fits=not smaller.sticks_out)
    if count != expected:
        del layout  # a long list takes much memory
        layout = lay_out(base, (), count)
    return Fitted(layout, (), fits=not layout.sticks_out)


def _grow_list(lay_out: Lay, layout: Layout, base: float) -> Layout:
    if layout.fill >= _ENOUGH:
        return layout
    scale = base / layout.zoom
    larger_scale = max(_LARGEST, _round_up(scale * math.sqrt(layout.fill / _TARGET)))
    if larger_scale >= scale:
        return layout
    larger = lay_out(base / larger_scale, (), 1)
    return larger if fits_page(larger) else layout


def _round_up(scale: float) -> float:
    """Return a scale of which there are few, so that few style sheets are parsed."""
    return math.ceil(round(scale / _GRAIN, 6)) * _GRAIN
