"""Phrases about time: what volunteers write in, occurrences or a refusal with its place out.

A phrase such as 每月第二个周六上午9点至11点，春节放假暂停 goes through these steps:

| module | from | to |
|---|---|---|
| `one_day` | what was typed | the schedule, where it is one day and a time of it |
| `normalise` | what was typed | one spelling, with a map back to the places |
| `parse`, `read_*`, `dates`, `clock` | the one spelling | clauses (`draft`) |
| `assemble`, `tails` | clauses | segments (`segment`, `selection`, `rules`) |
| `checks` | segments | the refusal of parts that contradict one another |
| `expand` | segments and a calendar | occurrences, and what the calendar makes doubtful |
| `write_zh`, `write_en` | segments | the reading, and the canonical phrase |

`vocabulary` holds the Chinese words and `english` the English ones; `lunar` is the only module that
knows the library of the lunar calendar, `calendars` the one of official holidays. Nothing here
reads a clock or opens a file, and nothing raises for a phrase, whatever it is.
"""

from generator.schedule.calendars import Calendar, Holiday, packaged_calendar
from generator.schedule.english_occasions import translate_occasion
from generator.schedule.feasts import festival_name
from generator.schedule.lunar import lunar_label, solar_term
from generator.schedule.parse import (
    LONGEST_PHRASE,
    parse_day,
    parse_days,
    parse_deadline,
    parse_schedule,
)
from generator.schedule.reader import RISKY_NOTES
from generator.schedule.records import (
    DayRange,
    Deadline,
    Fact,
    Facts,
    Note,
    Occurrence,
    Refusal,
    clock_text,
)
from generator.schedule.rules import (
    Daily,
    Dates,
    FeastWorkdays,
    HolidayDays,
    LunarDays,
    MonthDays,
    MonthWeekdays,
    MonthWorkdays,
    Rule,
    Weekly,
    Workdays,
    Yearly,
)
from generator.schedule.schedule import Schedule
from generator.schedule.segment import DaysOff, Rain, Segment, TimeSpan
from generator.schedule.selection import SchoolSeason, Selection, Window, YearlySeason

__all__ = [
    "LONGEST_PHRASE",
    "RISKY_NOTES",
    "Calendar",
    "Daily",
    "Dates",
    "DayRange",
    "DaysOff",
    "Deadline",
    "Fact",
    "Facts",
    "FeastWorkdays",
    "Holiday",
    "HolidayDays",
    "LunarDays",
    "MonthDays",
    "MonthWeekdays",
    "MonthWorkdays",
    "Note",
    "Occurrence",
    "Rain",
    "Refusal",
    "Rule",
    "Schedule",
    "SchoolSeason",
    "Segment",
    "Selection",
    "TimeSpan",
    "Weekly",
    "Window",
    "Workdays",
    "Yearly",
    "YearlySeason",
    "clock_text",
    "festival_name",
    "lunar_label",
    "packaged_calendar",
    "parse_day",
    "parse_days",
    "parse_deadline",
    "parse_schedule",
    "solar_term",
    "translate_occasion",
]
