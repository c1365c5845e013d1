"""Every code is reached by some phrase, and has words in both languages for all its facts."""

from collections.abc import Iterator
from datetime import date

from generator.messages.times_en import TEXTS as ENGLISH
from generator.messages.times_zh import TEXTS as CHINESE
from generator.schedule import (
    Note,
    Refusal,
    Schedule,
    parse_day,
    parse_days,
    parse_deadline,
    parse_schedule,
)
from tests.schedule.samples import CALENDAR, FIRST, LAST, PUBLISHED, read_cases, say

UNDATED = ("3月5日上午9点", "即日起每周三", "3月至6月每周三", "10月1日至3日")
ODD = (
    "", "   ", "周三" * 500, "每天" + "、".join(f"{h}:{m}0" for h in range(6) for m in range(6)),
    "每周三2:00", "每周三下午2:00", "每周三下午2:00-4:00", "每周三9点至2点", "每周三下午", "小年",
    "每月31日", "每月第六个周六", "3月10日至3月5日", "每周六", "工作日", "开学期间每周三",
    "腊月三十", "农历闰六月初一",
)  # fmt: skip


def _everything() -> Iterator[Refusal | Note]:
    tables = ("times.tsv", "times-more.tsv", "times-hard.tsv", "times-refused.tsv")
    phrases = [row[0] for name in tables for row in read_cases(name)]
    results: list[object] = [parse_schedule(text, published=PUBLISHED) for text in (*phrases, *ODD)]
    results += [parse_schedule(text) for text in UNDATED]
    results += [
        parse_day("3月5日至6日", published=PUBLISHED),
        parse_days("每周三"),
        parse_deadline("每周三"),
    ]
    for result in results:
        if isinstance(result, Refusal):
            yield result
        if isinstance(result, Schedule):
            yield from result.notes
            yield from result.cautions(FIRST, LAST, CALENDAR)


def test_every_code_is_reached_and_said() -> None:
    reached = set()
    for what in _everything():
        reached.add(what.code)
        for language in ("zh", "en"):
            text = say(what, language)
            assert text.message
            assert text.remedy
            assert "{" not in text.message + text.remedy
    assert reached == set(CHINESE) == set(ENGLISH)


def test_codes_have_a_prefix() -> None:
    assert all(code.startswith("time-") for code in CHINESE)


def test_a_day_among_the_facts_is_a_date() -> None:
    refusal = parse_schedule("2026年3月5日(周五)")
    assert isinstance(refusal, Refusal)
    assert refusal.facts["day"] == date(2026, 3, 5)
    assert say(refusal, "en").message.startswith("5 March 2026 is a Thursday")
