"""The tables of phrases: what each means in one year, or why it is refused."""

import pytest

from generator.schedule import Schedule, parse_schedule
from tests.schedule.samples import (
    CALENDAR,
    FIRST,
    LAST,
    PUBLISHED,
    days_of,
    read_cases,
    refused,
    say,
    understood,
)

TABLE = read_cases("times.tsv")
MORE = read_cases("times-more.tsv")
HARD = [(row[0].replace("\\n", "\n"), *row[1:]) for row in read_cases("times-hard.tsv")]
REFUSED = read_cases("times-refused.tsv")


@pytest.mark.parametrize("row", TABLE, ids=[row[0] for row in TABLE])
def test_table(row: tuple[str, ...]) -> None:
    phrase, code, times, first, count, note = (*row, *[""] * 6)[:6]
    if code:
        refusal = refused(phrase)
        assert refusal.code == code
        assert say(refusal).message == note
        return
    schedule = understood(phrase)
    found = schedule.occurrences(FIRST, LAST, CALENDAR)
    days = days_of(phrase)
    assert len(days) == int(count)
    assert [str(day) for day in days[:4]] == first.split()
    spans = dict.fromkeys(f"{o.start_text}-{o.end_text}".strip("-") or "all day" for o in found)
    expected = times.split("  ") if times == "all day" else times.split()
    assert not found or list(spans) == (expected or ["all day"])
    assert [item.code for item in schedule.notes] == note.split()


def test_the_table_is_whole() -> None:
    assert len(TABLE) == 64


@pytest.mark.parametrize("row", MORE, ids=[row[0] for row in MORE])
def test_more_phrases(row: tuple[str, ...]) -> None:
    phrase, reading, count, first = (*row, "")[:4]
    assert understood(phrase).reading() == reading
    days = days_of(phrase)
    assert len(days) == int(count)
    assert [str(day) for day in days[:3]] == first.split()


@pytest.mark.parametrize("row", HARD, ids=[row[0] for row in HARD])
def test_phrases_that_are_easily_misread(row: tuple[str, ...]) -> None:
    phrase, count, first = (*row, "")[:3]
    days = days_of(phrase)
    assert len(days) == int(count)
    assert [str(day) for day in days[:3]] == first.split()


@pytest.mark.parametrize("row", REFUSED, ids=[row[0] for row in REFUSED])
def test_refused_phrases(row: tuple[str, ...]) -> None:
    phrase, code, words = (*row, "")[:3]
    refusal = refused(phrase)
    assert refusal.code == code
    assert phrase[refusal.offset : refusal.offset + refusal.length] == words


@pytest.mark.parametrize(
    "phrase", [row[0] for row in (*TABLE, *MORE, *HARD) if not row[1].startswith("time-")]
)
def test_readings_and_canonical_phrases_mean_the_same(phrase: str) -> None:
    schedule = understood(phrase)
    if schedule.text_only:
        return
    found = schedule.occurrences(FIRST, LAST, CALENDAR)
    for again in (schedule.reading("zh"), schedule.reading("en"), schedule.canonical()):
        parsed = parse_schedule(again)
        assert isinstance(parsed, Schedule), (again, parsed)
        assert parsed.occurrences(FIRST, LAST, CALENDAR) == found, again
        assert parsed.deadline == schedule.deadline


def test_suggestions_can_be_written() -> None:
    """What a refusal tells people to write is understood, alone or after a day."""
    for phrase, *_ in (*REFUSED, *(row for row in TABLE if row[1])):
        for way in refused(phrase).suggestions:
            tried = (
                way,
                f"每天{way}",
                f"每年{way}",
                f"{way}上午9点",
                f"3月5日({way})",
                f"{way}3月5日",
            )
            assert any(
                isinstance(parse_schedule(text, published=PUBLISHED), Schedule) for text in tried
            ), (phrase, way)
