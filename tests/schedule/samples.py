"""The calendar and the days against which the tables of phrases are checked."""

from datetime import date
from pathlib import Path

from generator.messages.text import Chinese, English, Text
from generator.messages.times_en import TEXTS as ENGLISH
from generator.messages.times_zh import TEXTS as CHINESE
from generator.schedule import (
    Calendar,
    Holiday,
    Note,
    Refusal,
    Schedule,
    packaged_calendar,
    parse_schedule,
)

PUBLISHED = date(2026, 3, 1)
FIRST = date(2026, 3, 1)
LAST = date(2027, 2, 28)
CASES = Path(__file__).parents[1] / "cases"

SCHOOL = Calendar(
    school_holidays=(
        Holiday("寒假", date(2026, 1, 26), date(2026, 2, 28)),
        Holiday("暑假", date(2026, 7, 1), date(2026, 8, 31)),
    )
)
CALENDAR = packaged_calendar().replaced_by(SCHOOL)


def read_cases(name: str) -> list[tuple[str, ...]]:
    """Return the rows of a table of `tests/cases`, without comments and heading."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line and not line.startswith("#")][1:]
    return [tuple(row.split("\t")) for row in rows]


def understood(phrase: str, published: date | None = PUBLISHED) -> Schedule:
    """Return the schedule of a phrase; fail where it is refused."""
    found = parse_schedule(phrase, published=published)
    assert isinstance(found, Schedule), (phrase, found)
    return found


def refused(phrase: str, published: date | None = PUBLISHED) -> Refusal:
    """Return the refusal of a phrase; fail where it is understood."""
    found = parse_schedule(phrase, published=published)
    assert isinstance(found, Refusal), (phrase, found)
    return found


def days_of(phrase: str, calendar: Calendar = CALENDAR) -> list[date]:
    """Return the days of a phrase in the year of the tables, each once."""
    found = understood(phrase).occurrences(FIRST, LAST, calendar)
    return sorted({occurrence.day for occurrence in found})


def say(what: Refusal | Note, language: str = "zh") -> Text:
    """Return the filled message and remedy for a refusal or a note."""
    text = (CHINESE if language == "zh" else ENGLISH)[what.code]
    sentences = Chinese() if language == "zh" else English()
    return Text(*(sentences.vformat(part, (), what.facts) for part in text))
