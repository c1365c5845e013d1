"""Charts: figures that share a unit, as bars; figures that share none are in no chart."""

from collections.abc import Iterable
from decimal import Decimal

from generator.model.measure import Scale, measure_start, parse_measure, scale_of
from generator.model.record import Figure
from generator.plan.views import BarView, ChartView

_FEWEST_BARS = 2
"""One bar says nothing."""


def make_charts(figures: Iterable[tuple[str, Figure]]) -> tuple[ChartView, ...]:
    """Return a chart for each scale that has something to compare, those with most bars first.

    `figures` come with the words for whose they are. Bars are sorted by length, bars of one length
    stay in their order.
    """
    by_scale: dict[Scale, list[BarView]] = {}
    for label, figure in figures:
        scale, bar = scale_of(figure), _make_bar(label, figure)
        if scale and bar:
            by_scale.setdefault(scale, []).append(bar)
    charts = [_make_chart(scale, bars) for scale, bars in by_scale.items()]
    drawn = (chart for chart in charts if count_bars(chart) >= _FEWEST_BARS)
    return tuple(sorted(drawn, key=lambda chart: -count_bars(chart)))


def count_bars(chart: ChartView) -> int:
    """Return how many bars a chart has; what a figure grew from is a bar of its own."""
    return len(chart.bars) + sum(bar.start_amount is not None for bar in chart.bars)


def _make_bar(label: str, figure: Figure) -> BarView | None:
    measure, start = parse_measure(figure.value), measure_start(figure)
    if measure is None:
        return None
    return BarView(
        label=label,
        name=figure.name,
        written=figure.value,
        amount=_plain(measure.amount),
        start_written=figure.start if start else None,
        start_amount=_plain(start.amount) if start else None,
    )


def _make_chart(scale: Scale, bars: list[BarView]) -> ChartView:
    names = {bar.name for bar in bars}
    longest = sorted(bars, key=lambda bar: -bar.amount)
    return ChartView(
        unit=scale.unit, name=names.pop() if len(names) == 1 else "", bars=tuple(longest)
    )


def _plain(amount: Decimal) -> Decimal:
    """Return an amount that is said in the same way however it was written (1.20, 1.2)."""
    return amount.normalize()
