"""What holds for all phrases: none raises, places are inside, occurrences are in order."""

import pickle
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.schedule import (
    LONGEST_PHRASE,
    Refusal,
    Schedule,
    parse_day,
    parse_days,
    parse_deadline,
    parse_schedule,
)
from generator.schedule.vocabulary import KNOWN_WORDS, TRADITIONAL
from tests.schedule.samples import CALENDAR, FIRST, LAST, PUBLISHED, read_cases, say

TABLES = ("times.tsv", "times-more.tsv", "times-hard.tsv", "times-refused.tsv")
PHRASES = [row[0] for name in TABLES for row in read_cases(name)]
PIECES = sorted({
    *KNOWN_WORDS, *"年月日号点时半刻第个周一二三四五六七八九十廿初闰正腊冬、，；（）()-—:：.~ ",
    *"0123456789",
    "2026", "12", "31", "3月5日", "2月29日", "9:00", "14:00-16:00", "每月", "每年", "每周", "至",
    "起", "前",
    "every", "Monday", "of", "the", "month", "first", "2pm", "March", "until",
})  # fmt: skip
dates = st.dates(date(2000, 1, 1), date(2050, 1, 1))

_clocks = st.builds(
    lambda start, length: (
        f"{start // 60:02}:{start % 60:02}-{(start + length) // 60:02}:{(start + length) % 60:02}"
    ),
    st.integers(0, 1200),
    st.integers(1, 230),
)
_spoken = st.sampled_from(
    [
        "上午9点至11点",
        "下午2点半",
        "晚上7点至次日1点",
        "中午12点",
        "半夜12点",
        "上午十点和下午三点",
        "全天",
        "上午、晚上",
        "清晨",
        "傍晚",
        "凌晨",
        "",
    ]
)
_days = st.one_of(
    st.lists(st.sampled_from("一二三四五六日"), min_size=1, max_size=4, unique=True).map(
        lambda days: "每周" + "、".join(days)
    ),
    st.lists(st.integers(1, 31), min_size=1, max_size=3, unique=True).map(
        lambda days: "每月" + "、".join(f"{day}日" for day in days)
    ),
    st.builds(
        lambda nth, day: f"每月{nth}周{day}",
        st.sampled_from(["第一个", "第二个", "最后一个", "倒数第二个", "第一、三个"]),
        st.sampled_from("一二三四五六日"),
    ),
    st.sampled_from([
        "工作日", "每天", "周末", "单月15日", "双月第一个周日", "每季度末月第三个周六",
        "每月首个工作日", "重阳节",
        "春节前3天", "农历九月初九", "农历初一、十五", "大年初一至初六", "立春", "每年3月5日",
        "每年3月、9月15日",
        "暑假每周二", "开学期间周一至周五", "夏季(5月1日-9月30日)每天",
        "冬季(11月1日-3月31日)工作日",
        "3月4日起，隔周三", "3月1日起每隔两天", "3月5日—4月10日", "3月5日、12日、19日",
        "国庆节期间每天",
        "每月最后一天", "即日起至6月30日每周三", "逢双日", "3月至6月每周三", "每年3月至5月每周三",
        "非工作日",
    ]),
)  # fmt: skip
_tails = st.lists(
    st.sampled_from([
        "，节假日顺延", "，节假日照常", "，遇节假日提前", "，遇雨顺延", "，春节放假暂停",
        "(3月11日除外)", "，周末除外",
        "，节假日休息", "，每周三除外", "，2026年5月1日至5日暂停", "，寒暑假暂停",
        "，除夕至初六休息", "，风雨无阻",
    ]),
    max_size=2,
).map("".join)  # fmt: skip
_segments = st.builds(lambda days, time, tail: days + time + tail, _days, _clocks | _spoken, _tails)
CONTRADICTIONS = {"time-hours-clash", "time-nothing-left"}
"""Parts put together at random may well contradict one another."""


def _agrees(phrase: str) -> bool:
    found = parse_schedule(phrase, published=PUBLISHED)
    return isinstance(found, Schedule) or found.code not in CONTRADICTIONS


phrases = st.lists(_segments, min_size=1, max_size=3).map("；".join).filter(_agrees)


def _occurrences(phrase: str) -> tuple[object, ...]:
    found = parse_schedule(phrase, published=PUBLISHED)
    assert isinstance(found, Schedule), (phrase, found)
    return found.occurrences(FIRST, LAST, CALENDAR)


def _check(phrase: str, published: date | None) -> None:
    for parse in (parse_schedule, parse_days, parse_day, parse_deadline):
        found = parse(phrase, published=published)
        if isinstance(found, Refusal):
            assert 0 <= found.offset <= found.offset + found.length <= len(phrase)
            assert say(found).message
            assert say(found, "en").message
        if isinstance(found, Schedule):
            occurrences = found.occurrences(FIRST, LAST, CALENDAR)
            assert list(occurrences) == sorted(occurrences)
            assert all(FIRST <= o.day <= LAST for o in occurrences)
            assert found.reading()
            assert found.reading("en")
            for note in (*found.notes, *found.cautions(FIRST, LAST, CALENDAR)):
                assert 0 <= note.offset <= note.offset + note.length <= len(phrase)
                assert say(note).message
            found.last_day(CALENDAR)
            assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301


@given(st.text(max_size=80), st.none() | st.dates())
def test_no_text_raises(phrase: str, published: date | None) -> None:
    _check(phrase, published)


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.none() | dates)
def test_no_soup_of_words_raises(phrase: str, published: date | None) -> None:
    _check(phrase, published)


@settings(deadline=None)
@given(st.sampled_from(PHRASES), st.sampled_from(PIECES), st.integers(0, 30), st.integers(0, 3))
def test_no_change_of_a_phrase_raises(phrase: str, piece: str, place: int, cut: int) -> None:
    _check(phrase[:place] + piece + phrase[place + cut :], PUBLISHED)


@settings(deadline=None)
@given(phrases)
def test_round_trip(phrase: str) -> None:
    found = parse_schedule(phrase, published=PUBLISHED)
    assert isinstance(found, Schedule), (phrase, found)
    expected = found.occurrences(FIRST, LAST, CALENDAR)
    for again in (found.canonical(), found.reading(), found.reading("en")[:LONGEST_PHRASE]):
        if len(again) == LONGEST_PHRASE:
            continue
        parsed = parse_schedule(again, published=date(2031, 7, 1))
        assert isinstance(parsed, Schedule), (again, parsed)
        assert parsed.occurrences(FIRST, LAST, CALENDAR) == expected, again


@settings(deadline=None)
@given(phrases)
def test_canonical_is_a_fixed_point(phrase: str) -> None:
    found = parse_schedule(phrase, published=PUBLISHED)
    assert isinstance(found, Schedule), (phrase, found)
    again = parse_schedule(found.canonical())
    assert isinstance(again, Schedule)
    assert again.canonical() == found.canonical()


@settings(deadline=None)
@given(phrases)
def test_spellings_agree(phrase: str) -> None:
    expected = _occurrences(phrase)
    back = {
        simple: old
        for old, simple in TRADITIONAL.items()
        if simple not in "历于〇为一二三四五六七八九十"
    }
    full = {ord("!") + n: 0xFF01 + n for n in range(94)}
    assert _occurrences("".join(back.get(char, char) for char in phrase)) == expected
    assert _occurrences(phrase.translate(full)) == expected
    assert _occurrences(phrase.replace("；", "\n")) == expected
    assert _occurrences(f" {phrase}。") == expected


@settings(deadline=None)
@given(phrases, st.dates(FIRST, LAST), st.integers(0, 60))
def test_a_part_of_the_range_has_a_part_of_the_occurrences(
    phrase: str, first: date, length: int
) -> None:
    found = parse_schedule(phrase, published=PUBLISHED)
    assert isinstance(found, Schedule), (phrase, found)
    last = min(first + timedelta(days=length), LAST)
    whole = found.occurrences(FIRST, LAST, CALENDAR)
    part = found.occurrences(first, last, CALENDAR)
    assert part == tuple(o for o in whole if first <= o.day <= last)
