"""What figures measure: read from words, never printed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.measure import Measure, Scale, measure_start, parse_measure, scale_of
from generator.model.record import Figure

UNITS = ["人次", "人", "名", "户", "次", "个", "元", "平方米", "㎡", "%", "公斤"]
MULTIPLES = {"": 1, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
BEFORE = ["", "约", "近", "超过", "逾", "大约"]
AFTER = ["", "左右", "以上"]


@pytest.mark.parametrize(
    ("text", "amount", "unit", "exact"),
    [
        ("约890人次", 890, "人次", False),
        ("360余人次", 360, "人次", False),
        ("3304人次", 3304, "人次", True),
        ("14.86次", "14.86", "次", True),
        ("1万余元", 10_000, "元", False),
        ("10余万元", 100_000, "元", False),
        ("1.2万元", 12_000, "元", True),
        ("1,200人", 1200, "人", True),
        ("３０人左右", 30, "人", False),
        ("不足5百户", 500, "户", False),
        ("50％", 50, "%", True),
    ],
)
def test_magnitudes(text: str, amount: int | str, unit: str, exact: bool) -> None:
    assert parse_measure(text) == Measure(Decimal(amount), unit, exact)


@pytest.mark.parametrize(
    "text",
    ["十余户", "每月4次", "10-20人", "近千人", "2018年", "3月5日", "第3名", "10几人", "3个半小时",
     "2个多小时", "36", "100人次/月", "5号楼", "1,20人", "人次", "", "约", "9点", "１０余多人"],
)  # fmt: skip
def test_no_single_magnitude(text: str) -> None:
    assert parse_measure(text) is None


@given(
    number=st.integers(0, 999_999),
    cents=st.integers(0, 99),
    multiple=st.sampled_from(list(MULTIPLES)),
    unit=st.sampled_from(UNITS),
    vague=st.tuples(st.sampled_from(BEFORE), st.sampled_from(["", "余"]), st.sampled_from(AFTER)),
)
def test_what_is_written_is_read(
    number: int, cents: int, multiple: str, unit: str, vague: tuple[str, str, str]
) -> None:
    before, odd, after = vague
    digits = f"{number}.{cents:02}" if cents else str(number)
    measure = parse_measure(f"{before}{digits}{odd}{multiple}{unit}{after}")
    assert measure is not None
    assert measure.amount == Decimal(digits) * MULTIPLES[multiple]
    assert measure.unit == unit
    assert measure.exact is not bool(before or odd or after)


@given(st.text(alphabet="0123456789.,约余多近万千百每日均人次个户元%㎡ -/年月半几第", max_size=14))
def test_any_text_is_read_or_refused(text: str) -> None:
    measure = parse_measure(text)
    if measure is not None:
        assert measure.amount >= 0
        assert measure.unit in text
        assert not any(character.isdigit() for character in measure.unit)


figures = st.builds(
    Figure,
    name=st.sampled_from(["参加", "服务", "日均订单", "每月开课", "楼道"]),
    value=st.builds(lambda n, unit: f"{n}{unit}", st.integers(0, 999), st.sampled_from(UNITS)),
)


@given(figures, figures)
def test_one_scale_is_one_unit_and_where_that_says_too_little_one_name(
    one: Figure, other: Figure
) -> None:
    if scale_of(one) == scale_of(other):
        units = [parse_measure(figure.value) for figure in (one, other)]
        assert units[0]
        assert units[1]
        assert units[0].unit == units[1].unit
        averages = [("均" in f.name or "每" in f.name) for f in (one, other)]
        if any(averages) or units[0].unit in "个次%":
            assert one.name == other.name


def test_people_and_visits_are_not_alike() -> None:
    assert scale_of(Figure(name="甲", value="40余人")) == Scale("人")
    assert scale_of(Figure(name="乙", value="475名")) == Scale("名", "乙")
    assert scale_of(Figure(name="丙", value="3304人次")) == Scale("人次")
    assert scale_of(Figure(name="活动", value="32次")) != scale_of(Figure(name="订单", value="4次"))
    assert scale_of(Figure(name="丁", value="十余户")) is None


@pytest.mark.parametrize(
    ("start", "known"), [("10余人", True), ("10户", False), ("2020年", False), (None, False)]
)
def test_a_start_counts_in_the_same_unit_only(start: str | None, known: bool) -> None:
    figure = Figure(name="成员", value="40余人", start=start)
    assert (measure_start(figure) is not None) is known
