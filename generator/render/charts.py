"""Charts as SVG: figures of one unit as bars from zero, each with its words as written.

The same drawing stands in pages and on posters. A page colours it by its style sheet
(`currentColor`, the class `chart-bar`); WeasyPrint knows neither inside a picture, so a poster
gives its colours and face along.
"""

from collections.abc import Iterator
from decimal import Decimal

import svg
from markupsafe import Markup, escape

from generator.frozen import Frozen
from generator.plan.views import BarView, ChartView
from generator.render.title_lines import TitleLines, width_in_ems

_LINE = 1.45
_BAR = 0.95
_ROW_GAP = 0.55
"""Heights, in sizes of the type."""
_SHORTEST = 0.12
"""A bar that can still be seen, in sizes of the type."""
_TEXT_GAP = 0.4
_LABEL_GAP = 0.8
_WIDE = 25
"""In a picture of so many sizes of the type, labels stand beside their bars and not above them."""
_LABEL_SHARE = 0.45
_BELOW = 0.1
"""What letters need below the last bar."""
_BASE = 0.36
"""From the middle of a line down to where its letters stand."""


class _Pen(Frozen, kw_only=True):
    """How large and in which colours a chart is drawn; lengths are in units of the picture."""

    width: float
    size: float
    ink: str
    fill: str
    face: str | None

    def text(self, words: str, x: float, y: float, *, bold: bool = False) -> svg.Text:
        """Return a line of text; svg.py writes text as it is given, so it is escaped here."""
        return svg.Text(
            text=str(escape(words)),
            x=_round(x),
            y=_round(y),
            font_size=_round(self.size),
            font_weight="700" if bold else None,
            font_family=self.face,
            fill=self.ink,
        )

    def bar(self, x: float, y: float, length: float, *, hollow: bool) -> svg.Rect:
        """Return a bar; a hollow one is only outlined."""
        line = self.size * 0.08
        inset = line / 2 if hollow else 0
        return svg.Rect(
            x=_round(x + inset),
            y=_round(y + inset),
            width=_round(length - 2 * inset),
            height=_round(_BAR * self.size - 2 * inset),
            fill="none" if hollow else self.fill,
            stroke=self.fill if hollow else None,
            stroke_width=_round(line) if hollow else None,
            class_=["chart-start" if hollow else "chart-bar"],
        )


_divide = TitleLines(())


def draw_chart(  # noqa: PLR0913 - what a template may choose, by name
    chart: ChartView, title: str, *, width: float = 340, size: float = 15,
    ink: str = "currentColor", fill: str = "currentColor", face: str | None = None,
) -> Markup:  # fmt: skip
    """Return an `<svg>` that is `width` units wide and as high as it needs, in type of `size`.

    `title` is what a screen reader says instead; it should have all that is drawn.
    """
    pen = _Pen(width=width, size=size, ink=ink, fill=fill, face=face)
    left = _label_width(chart) * size
    if left > _LABEL_SHARE * width or width < _WIDE * size:
        left = 0
    longest = max((_longest(bar) for bar in chart.bars), default=Decimal(0)) or Decimal(1)
    words = max((_written_width(bar) for bar in chart.bars), default=0)
    unit = (width - left - (words + _TEXT_GAP) * size) / float(longest)
    elements: list[svg.Element] = [svg.Title(text=str(escape(title)))]
    top = 0.0
    for number, bar in enumerate(chart.bars):
        top += _ROW_GAP * size if number else 0
        label = _label(chart, bar)
        if left and label:
            elements.append(pen.text(label, 0, top + size * (_BAR / 2 + _BASE)))
        for line in _divide(label, width / size) if label and not left else ():
            elements.append(pen.text(line, 0, top + size * (_LINE / 2 + _BASE)))
            top += size * _LINE
        elements += _draw_bars(pen, bar, unit, (left, top))
        top += size * sum(_LINE if hollow else _BAR for _, _, hollow in _bars(bar))
    view = svg.ViewBoxSpec(0, 0, _round(width), _round(top + size * _BELOW))
    picture = svg.SVG(viewBox=view, class_=["chart"], extra={"role": "img"}, elements=elements)
    return Markup(picture.as_str())  # noqa: S704 - texts are escaped, all else is numbers of ours


def _draw_bars(
    pen: _Pen, bar: BarView, unit: float, corner: tuple[float, float]
) -> Iterator[svg.Element]:
    """Yield what a figure grew from and what it is now, from their upper left corner."""
    left, top = corner
    for written, amount, hollow in _bars(bar):
        length = max(float(amount) * unit, _SHORTEST * pen.size)
        base = top + pen.size * (_BAR / 2 + _BASE)
        yield pen.bar(left, top, length, hollow=hollow)
        yield pen.text(written, left + length + _TEXT_GAP * pen.size, base, bold=not hollow)
        top += pen.size * (_LINE if hollow else _BAR)


def _label(chart: ChartView, bar: BarView) -> str:
    """Return what a bar stands for, without what the whole chart is about."""
    return " ".join(filter(None, (bar.label, "" if chart.name else bar.name)))


def _label_width(chart: ChartView) -> float:
    widest = max((width_in_ems(_label(chart, bar)) for bar in chart.bars), default=0)
    return widest + _LABEL_GAP if widest else 0


def _bars(bar: BarView) -> Iterator[tuple[str, Decimal, bool]]:
    if bar.start_amount is not None and bar.start_written is not None:
        yield bar.start_written, bar.start_amount, True
    yield bar.written, bar.amount, False


def _longest(bar: BarView) -> Decimal:
    return max(amount for _, amount, _ in _bars(bar))


def _written_width(bar: BarView) -> float:
    return max(width_in_ems(written) for written, _, _ in _bars(bar))


def _round(length: float) -> float:
    return round(length, 2)
