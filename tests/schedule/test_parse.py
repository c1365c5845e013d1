"""Single days, ranges and deadlines; the year that is left out; spellings; records."""

import pickle
from datetime import date, datetime

import pytest

from generator.schedule import (
    DayRange,
    DaysOff,
    Deadline,
    Facts,
    Occurrence,
    Rain,
    Refusal,
    clock_text,
    parse_day,
    parse_days,
    parse_deadline,
    parse_schedule,
)
from tests.schedule.samples import CALENDAR, FIRST, LAST, PUBLISHED, days_of, refused, understood

FIFTH = date(2026, 3, 5)


@pytest.mark.parametrize(
    "phrase",
    [
        "2026-03-05", "2026年3月5日", "3月5日", "3月5号", "２０２６年３月５日",
        "二〇二六年三月五日",
        "二零二六年三月五日",
        "2026年3月5日（周四）", "3月5日星期四", "2026/3/5", "2026.3.5",
        "20260305",        "2026 年 3 月 5 日", "三月五日", "5 March 2026", "March 5, 2026",
        "农历2026年正月十七",
        "2026年3月5日(農曆正月十七)", " 2026-3-5 ",
    ],
)  # fmt: skip
def test_one_day(phrase: str) -> None:
    assert parse_day(phrase, published=PUBLISHED) == FIFTH


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("2026-02-30", "time-day-impossible"),
        ("2026-13-01", "time-day-impossible"),
        ("3月5日(周五)", "time-weekday-wrong"),
        ("3.5", "time-date-dotted"),
        ("3月5日至6日", "time-not-a-day"),
        ("每周三", "time-not-a-day"),
        ("明天", "time-relative-day"),
        ("", "time-empty"),
        ("你好", "time-word-unknown"),
    ],
)
def test_no_day(phrase: str, code: str) -> None:
    found = parse_day(phrase, published=PUBLISHED)
    assert isinstance(found, Refusal)
    assert found.code == code


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("2026年1月1日至12月31日", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026年3月3日至3月12日", date(2026, 3, 3), date(2026, 3, 12)),
        ("2026年2月15日至23日", date(2026, 2, 15), date(2026, 2, 23)),
        ("2026-01-01 至 2026-01-03", date(2026, 1, 1), date(2026, 1, 3)),
        ("2026-01-01～01-03", date(2026, 1, 1), date(2026, 1, 3)),
        ("2025年12月30日至1月2日", date(2025, 12, 30), date(2026, 1, 2)),
        ("2026年9月1日至次年1月20日", date(2026, 9, 1), date(2027, 1, 20)),
        ("2026年3月5日", FIFTH, FIFTH),
        ("即日起至6月30日", PUBLISHED, date(2026, 6, 30)),
        ("从2026年3月1日起至2026年6月30日止", PUBLISHED, date(2026, 6, 30)),
        ("2月16日至23日", date(2026, 2, 16), date(2026, 2, 23)),
        ("1 March to 30 June 2026", PUBLISHED, date(2026, 6, 30)),
        ("2026年除夕至正月初六", date(2026, 2, 16), date(2026, 2, 22)),
    ],
)
def test_ranges(phrase: str, first: date, last: date) -> None:
    assert parse_days(phrase, published=PUBLISHED) == DayRange(first, last)


def test_ranges_contain_their_ends() -> None:
    span = DayRange(date(2026, 3, 3), date(2026, 3, 12))
    assert span.contains(span.first)
    assert span.contains(span.last)
    assert not span.contains(date(2026, 3, 13))
    assert span.days == 10


@pytest.mark.parametrize(
    "phrase", ["每周三", "3月5日、8日", "3月5日起", "3月12日至3月5日2026", "长期"]
)
def test_no_range(phrase: str) -> None:
    assert isinstance(parse_days(phrase, published=PUBLISHED), Refusal)


@pytest.mark.parametrize(
    ("phrase", "minute"),
    [
        ("2026年10月15日17:00前", 1020),
        ("10月15日下午5点之前", 1020),
        ("截至10月15日17:00", 1020),
        ("10月15日17:00截止", 1020),
        ("10月15日17:00", 1020),
        ("10月15日前", None),
        ("10月15日", None),
        ("截止时间：2026年10月15日", None),
        ("by 17:00 on 15 October 2026", 1020),
    ],
)
def test_deadlines(phrase: str, minute: int | None) -> None:
    found = parse_deadline(phrase, published=PUBLISHED)
    assert found == Deadline(date(2026, 10, 15), minute)


@pytest.mark.parametrize("phrase", ["每周三前", "10月15日5点前", "即日起至10月15日"])
def test_no_deadline(phrase: str) -> None:
    assert isinstance(parse_deadline(phrase, published=PUBLISHED), Refusal)


@pytest.mark.parametrize(
    ("published", "day"),
    [
        (date(2026, 3, 1), date(2026, 3, 5)),
        (date(2026, 3, 5), date(2026, 3, 5)),
        (date(2026, 3, 10), date(2026, 3, 5)),
        (date(2026, 3, 20), date(2027, 3, 5)),
        (date(2026, 12, 30), date(2027, 3, 5)),
    ],
)
def test_the_year_that_is_left_out(published: date, day: date) -> None:
    assert parse_day("3月5日", published=published) == day


def test_the_year_goes_on_through_a_list() -> None:
    found = days_of("12月25日、1月5日上午9点")
    assert found == [date(2026, 12, 25), date(2027, 1, 5)]


def test_without_the_day_of_writing_a_year_is_needed() -> None:
    assert refused("3月5日上午9点", None).code == "time-year-missing"
    assert refused("即日起每周三", None).code == "time-published-missing"
    assert understood("2026年3月5日、12日上午9点", None).notes == ()


def test_places_are_those_of_what_was_typed() -> None:
    phrase = "　每 周 三  ２ 点 "
    refusal = refused(phrase)
    assert phrase[refusal.offset : refusal.offset + refusal.length] == "２ 点"


@pytest.mark.parametrize(
    ("phrase", "variants"),
    [
        ("每周三下午2点至4点", ["每週三下午兩點至四點", "每星期三下午2点—4点",
        "每周三 下午２点～４点",
                        "每禮拜三午后2點到4點", "逢周三下午二时至四时", "周三14：00－16：00"]),
        ("农历九月初九上午9点", ["農曆九月初九上午九點", "农历9月初9上午9时",
        "阴历九月初九早上9点整"]),
        ("3月4日起，隔周三下午2点", ["三月四日起,隔週三下午兩點", "自3月4日开始，每两周的周三14:00",
                           "隔周三14:00，3月4日起"]),
        ("每月第二个周六上午9点至11点", ["每個月第2個星期六9:00-11:00",
        "每月的第二个礼拜六上午九点到十一点"]),
    ],
)  # fmt: skip
def test_spellings(phrase: str, variants: list[str]) -> None:
    expected = understood(phrase).occurrences(FIRST, LAST, CALENDAR)
    for variant in variants:
        assert understood(variant).occurrences(FIRST, LAST, CALENDAR) == expected, variant


def test_policies_are_typed() -> None:
    schedule = understood("每月15日上午9点，节假日顺延，遇雨取消")
    assert schedule.days_off is DaysOff.LATER
    assert schedule.rain is Rain.CANCEL
    assert understood("每天9点至17点，节假日照常").days_off is DaysOff.KEEP
    assert understood("每周三下午2点").rain is None
    assert understood("每周三下午2点。风雨无阻").rain is Rain.KEEP


def test_a_part_of_tails_speaks_about_all_before() -> None:
    days = days_of("每周三下午2点；每周五下午2点；国庆节放假暂停")
    assert date(2026, 10, 2) not in days
    assert date(2026, 10, 7) not in days


def test_records_pickle_and_hash() -> None:
    schedule = understood("每月第二个周六上午9点至11点，春节放假暂停；3月5日(周四)下午2点")
    refusal = refused("每周三2点")
    for record in (schedule, refusal, *schedule.notes, CALENDAR):
        again = pickle.loads(pickle.dumps(record))  # noqa: S301 - made on the line itself
        assert again == record
        assert hash(again) == hash(record)
    found = schedule.occurrences(FIRST, LAST, CALENDAR)
    again = pickle.loads(pickle.dumps(schedule))  # noqa: S301
    assert again.occurrences(FIRST, LAST, pickle.loads(pickle.dumps(CALENDAR))) == found  # noqa: S301


def test_facts_are_a_mapping() -> None:
    facts = Facts({"b": 1, "a": "x"})
    assert dict(facts) == {"a": "x", "b": 1}
    assert facts == {"a": "x", "b": 1}
    assert len(facts) == 2
    with pytest.raises(KeyError):
        facts["c"]
    assert repr(facts) == "{'a': 'x', 'b': 1}"


def test_occurrences_tell_their_moments() -> None:
    late = Occurrence(FIFTH, 22 * 60, 26 * 60)
    assert late.starts == datetime(2026, 3, 5, 22, 0)  # noqa: DTZ001 - local times have no zone
    assert late.ends == datetime(2026, 3, 6, 2, 0)  # noqa: DTZ001
    assert (late.start_text, late.end_text) == ("22:00", "02:00")
    day = Occurrence(FIFTH)
    assert day.starts == FIFTH
    assert day.ends is None
    assert (day.start_text, day.end_text) == ("", "")
    assert day < late
    assert day <= late
    assert late > day
    assert late >= day
    assert Occurrence(FIFTH, 1440).starts == datetime(2026, 3, 6, 0, 0)  # noqa: DTZ001
    assert clock_text(1440) == "24:00"


def test_midnight_belongs_to_the_day_that_ends() -> None:
    found = understood("2026年3月5日半夜12点").occurrences(FIRST, LAST, CALENDAR)
    assert [(o.day, o.start, o.start_text) for o in found] == [(FIFTH, 1440, "24:00")]


def test_a_stretch_over_several_days_is_one_occurrence() -> None:
    found = understood("3月5日14:00至3月8日10:00").occurrences(FIRST, LAST, CALENDAR)
    assert [(o.day, o.start, o.end) for o in found] == [(FIFTH, 840, 3 * 1440 + 600)]
    assert found[0].ends == datetime(2026, 3, 8, 10, 0)  # noqa: DTZ001


def test_words_that_name_no_day() -> None:
    for phrase in ("长期", "另行通知", "时间待定", "to be announced"):
        schedule = understood(phrase)
        assert schedule.text_only
        assert schedule.occurrences(FIRST, LAST, CALENDAR) == ()
        assert schedule.reading() == schedule.canonical() == phrase


def test_the_published_day_may_be_any() -> None:
    for published in (date.min, date.max, date(1901, 1, 1), date(2098, 12, 31)):
        for phrase in (
            "3月5日上午9点",
            "即日起每周三",
            "2月29日",
            "3月至6月每周三",
            "逢双周六",
            "明天",
        ):
            parse_schedule(phrase, published=published)
