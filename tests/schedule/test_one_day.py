"""Short cuts through the grammar: each leads where the grammar does."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.schedule import Schedule, parse_day, parse_schedule
from generator.schedule import parse as grammar
from generator.schedule.one_day import read_one_day
from generator.schedule.parse import read_whole
from generator.schedule.vocabulary import WEEKDAYS
from tests.schedule.samples import read_cases

PHRASES = sorted(
    {row[0] for name in ("times", "times-more", "times-hard", "times-refused")
     for row in read_cases(f"{name}.tsv")}
)  # fmt: skip
DAYS = (date(1949, 10, 1), date(2025, 11, 30), date(2026, 3, 1), date(2026, 12, 28))


def check(phrase: str) -> Schedule | None:
    """What the short cut makes of a phrase, if anything: the same as the grammar."""
    found = read_one_day(phrase, read_whole)
    assert found is None or found == read_whole(phrase)
    return found


parts = st.sampled_from(("", "", "凌晨", "早上", "上午", "中午", "下午", "晚上", "晚", "傍晚"))
hours = st.integers(0, 26).map(str) | st.sampled_from(("00", "09", "十", "两"))
minutes = st.sampled_from(("点", "点", "点半", "点5分", "点一刻", ":00", "：30", ":5", ":75", "时"))
clocks = st.builds("".join, st.tuples(parts, hours, minutes))
joints = st.sampled_from(("至", "到", "-", "—", "~", "、", "，", " "))
spans = clocks | st.builds("".join, st.tuples(clocks, joints, clocks))
weekdays = st.sampled_from(("", "", "（周四）", "(周日)", "周四", "（星期四）", "（周三"))
gaps = st.sampled_from(("", " ", "  ", "，", "-", "至", "至2", "-5日"))
days = st.dates(date(1890, 1, 1), date(2110, 1, 1))


@given(st.builds("{0.year}年{0.month}月{0.day}日{1}{2}{3}".format, days, weekdays, gaps, spans))
def test_one_day_and_a_time_of_it(phrase: str) -> None:
    check(phrase)


@given(days, spans)
def test_a_weekday_that_is_right(day: date, span: str) -> None:
    check(f"{day.year}年{day.month}月{day.day}日（周{WEEKDAYS[day.weekday()]}）{span}")


def test_it_is_of_use() -> None:
    for phrase in ("2026年3月5日（周四）上午9点至11点", "2026年3月5日 9:00-11:00"):
        assert check(phrase)
    for phrase in ("2026年2月30日9:00", "2026年3月5日（周五）9:00", "2026年3月5日至2 9:00"):
        assert check(phrase) is None
    assert sum(check(phrase) is not None for phrase in PHRASES) > 1


@pytest.mark.parametrize("published", DAYS[1:3])
def test_a_phrase_that_was_read_before_means_the_same(published: date) -> None:
    """Whatever the day on which it was written then."""
    grammar._KNOWN.clear()
    fresh = []
    for phrase in PHRASES:
        grammar._KNOWN.clear()
        fresh.append(read_whole(phrase, published))
    for other in DAYS:
        for phrase in PHRASES:
            read_whole(phrase, other)
    assert [read_whole(phrase, published) for phrase in PHRASES] == fresh
    assert len(grammar._KNOWN) > len(PHRASES) // 2


@given(st.dates())
def test_a_day_as_computers_write_it(day: date) -> None:
    grammar._KNOWN.clear()
    assert parse_day(day.isoformat()) == parse_day(f"{day.year}年{day.month}月{day.day}日") or not (
        1902 <= day.year <= 2098
    )


def test_a_day_that_the_calendar_does_not_have() -> None:
    assert not isinstance(parse_day("2026-02-30"), date)
    assert parse_schedule("2026-02-30") == read_whole("2026-02-30")
