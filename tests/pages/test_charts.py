"""Charts as SVG: well-formed, with the words as given, bars in proportion."""

from decimal import Decimal
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.plan.views import BarView, ChartView
from generator.render.charts import draw_chart

SVG = "{http://www.w3.org/2000/svg}"
words = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=9)
amounts = st.decimals(0, 10_000_000, places=2)
bars = st.builds(BarView, label=words, name=words, written=words, amount=amounts)
grown = st.builds(
    BarView, label=words, name=words, written=words, amount=amounts,
    start_written=words, start_amount=amounts,
)  # fmt: skip


def parse(chart: ChartView, title: str = "题", width: float = 340) -> Element:
    return fromstring(draw_chart(chart, title, width=width))  # noqa: S314 - our own


def texts(picture: Element) -> list[str]:
    return [element.text or "" for element in picture.iter(f"{SVG}text")]


@given(st.lists(bars | grown, min_size=1, max_size=6), words, st.sampled_from([340, 900]))
def test_words_are_as_given_and_stay_in_the_picture(
    given_bars: list[BarView], title: str, width: float
) -> None:
    chart = ChartView(unit="人", name="", bars=tuple(given_bars))
    picture = parse(chart, title, width=width)
    assert picture.get("role") == "img"
    assert picture.findtext(f"{SVG}title") == title
    said = "".join(texts(picture))
    for bar in given_bars:
        assert bar.written in said
    _, _, wide, high = map(float, (picture.get("viewBox") or "").split())
    assert wide == width
    for rect in picture.iter(f"{SVG}rect"):
        x, y, length, height = (float(rect.get(k) or 0) for k in ("x", "y", "width", "height"))
        assert x >= 0
        assert x + length <= width + 0.02
        assert length > 0
        assert y + height <= high


def test_bars_are_in_proportion_and_begin_at_nothing() -> None:
    chart = ChartView(
        unit="人", name="成员",
        bars=tuple(BarView(label="甲", name="成员", written=f"{n}人", amount=Decimal(n))
                   for n in (400, 200, 0)),
    )  # fmt: skip
    lengths = [float(rect.get("width") or 0) for rect in parse(chart).iter(f"{SVG}rect")]
    assert lengths[0] == pytest.approx(2 * lengths[1], rel=0.01)
    assert lengths[2] < 3


def test_what_a_figure_grew_from_is_outlined_and_not_told_by_colour() -> None:
    bar = BarView(
        label="西成居委", name="成员", written="40余人", amount=Decimal(40),
        start_written="10余人", start_amount=Decimal(10),
    )  # fmt: skip
    picture = parse(ChartView(unit="人", name="", bars=(bar,)))
    start, now = picture.iter(f"{SVG}rect")
    assert (start.get("fill"), now.get("fill")) == ("none", "currentColor")
    assert texts(picture) == ["西成居委 成员", "10余人", "40余人"]


def test_labels_stand_beside_the_bars_where_there_is_room() -> None:
    bar = BarView(label="甲", name="乙", written="3人", amount=Decimal(3))
    chart = ChartView(unit="人", name="", bars=(bar, bar))
    narrow, wide = (
        float((parse(chart, width=w).get("viewBox") or "").split()[3]) for w in (340, 900)
    )
    assert wide < narrow
