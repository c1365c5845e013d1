"""Writes segments in English, as a reading for people that parses to the same occurrences."""

from collections.abc import Iterable
from datetime import date

from generator.frozen import Frozen
from generator.schedule.english_words import (
    FESTIVALS,
    MONTH_NAMES,
    ORDINALS,
    PERIOD_NAMES,
    SEASON_NAMES,
    WEEKDAY_NAMES,
)
from generator.schedule.feasts import Anchor, LunarMonthDay, MonthDay
from generator.schedule.records import DAY_MINUTES, Deadline, clock_text
from generator.schedule.rules import (
    ONE_DAY,
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
from generator.schedule.segment import DaysOff, Rain, Segment, TimeSpan
from generator.schedule.selection import SchoolSeason, Season, Selection, Window

_NAMES = {chinese: english for english, chinese in FESTIVALS.items()}
_SEASONS = {chinese: english for english, chinese in SEASON_NAMES.items() if english != "fall"}
_MONTH_SETS = {
    (1, 3, 5, 7, 9, 11): "of odd months",
    (2, 4, 6, 8, 10, 12): "of even months",
    (1, 4, 7, 10): "of the first month of each quarter",
    (2, 5, 8, 11): "of the second month of each quarter",
    (3, 6, 9, 12): "of the last month of each quarter",
}
_DAYS_OFF = {
    DaysOff.KEEP: "holidays as usual",
    DaysOff.LATER: "moved to the next working day if on a holiday",
    DaysOff.EARLIER: "moved to the previous working day if on a holiday",
}
_RAIN = {
    Rain.KEEP: "rain or shine",
    Rain.LATER: "postponed if it rains",
    Rain.CANCEL: "cancelled if it rains",
}


class EnglishWriter(Frozen):
    """Writes segments; there is one style only."""

    def write(self, segments: tuple[Segment, ...], deadline: Deadline | None) -> str:
        """Return all segments and the deadline, separated by semicolons."""
        parts = [_segment(segment) for segment in segments]
        if deadline is not None:
            minute = "" if deadline.minute is None else f"{clock_text(deadline.minute)} on "
            parts.append(f"by {minute}{_day(deadline.day)}")
        return "; ".join(parts)


def _segment(segment: Segment) -> str:
    words = [_selection(segment.selection)]
    if segment.round_the_clock:
        words.append("24 hours")
    elif segment.times:
        words.append(" and ".join(_time(span, segment) for span in segment.times))
    for exclusion in segment.exclusions:
        words += [f"except {part}" for part in _exclusions(exclusion)]
    if segment.days_off is not None:
        words.append(_DAYS_OFF[segment.days_off])
    if segment.rain is not None:
        words.append(_RAIN[segment.rain])
    joint = " " if _lasts_days(segment) else ", "
    return joint.join(words)


def _lasts_days(segment: Segment) -> bool:
    """Return whether it is one stretch over days: its date and time must stand together."""
    return any(span.end is not None and span.end > 2 * DAY_MINUTES for span in segment.times)


def _time(span: TimeSpan, segment: Segment) -> str:
    if span.start is None:
        return PERIOD_NAMES[span.part]
    begin = "midnight" if span.start == DAY_MINUTES else clock_text(span.start)
    if span.end is None:
        return begin
    days, minute = divmod(span.end, DAY_MINUTES)
    first = segment.selection.first_day
    if days > 1 and first is not None:
        return f"{begin} to {_day(first + ONE_DAY * days)} {clock_text(minute)}"
    if span.end <= DAY_MINUTES:
        return f"{begin}–{clock_text(span.end)}"
    return f"{begin} to the next day {clock_text(span.end)}"


def _day(day: date) -> str:
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def _list(words: Iterable[str]) -> str:
    items = list(words)
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def ordinal(number: int) -> str:
    """Write 1st, 2nd, 3rd, 11th."""
    ending = (
        "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    )
    return f"{number}{ending}"


def _selection(selection: Selection) -> str:
    words = [_windows(selection.windows)] if selection.windows else []
    words += [_season(season) for season in selection.seasons]
    rules = enumerate(selection.rules)
    words += [" ".join(_rule(rule, () if i else selection.months) for i, rule in rules)]
    words = [word for word in words if word]
    if selection.months and not selection.rules:
        words.append(_list(MONTH_NAMES[month - 1] for month in selection.months) + " every year")
    return ", ".join(words) if words else "every day"


def _exclusions(selection: Selection) -> list[str]:
    if selection.rules == (Weekly((5, 6)),) and not selection.windows:
        return ["weekends"]
    if len(selection.rules) == 1 and isinstance(selection.rules[0], HolidayDays):
        return [_rule(HolidayDays((name,)), ()) for name in selection.rules[0].names] or [
            "public holidays"
        ]
    return [_selection(selection)]


def _windows(windows: tuple[Window, ...]) -> str:
    return _list(map(_window, windows))


def _window(window: Window) -> str:
    if window.first is None:
        return f"until {_day(window.last)}" if window.last else "every day"
    if window.last is None:
        return f"from {_day(window.first)}"
    if window.first == window.last:
        return _day(window.first)
    if window.first.year == window.last.year:
        return f"{_day(window.first).rsplit(' ', 1)[0]} to {_day(window.last)}"
    return f"{_day(window.first)} to {_day(window.last)}"


def _season(season: Season) -> str:
    if isinstance(season, SchoolSeason):
        if season.term:
            return "in term time"
        names = {"寒假": "winter holidays", "暑假": "summer holidays"}
        return "school holidays" if len(season.names) > 1 else names[season.names[0]]
    ends = f"{_anchor(season.first)} to {_anchor(season.last)}"
    if season.name:
        return f"{_SEASONS.get(season.name, 'season')} ({ends})"
    return f"every year {ends}"


def _anchor(anchor: Anchor) -> str:
    if isinstance(anchor, MonthDay):
        return f"{anchor.day} {MONTH_NAMES[anchor.month - 1]}"
    if isinstance(anchor, LunarMonthDay):
        leap = "leap " if anchor.leap else ""
        return f"the {ordinal(anchor.day)} of the {leap}{ordinal(anchor.month)} lunar month"
    name = _NAMES[anchor.name]
    if not anchor.offset:
        return name
    days = abs(anchor.offset)
    return (
        f"{days} day{'' if days == 1 else 's'} {'before' if anchor.offset < 0 else 'after'} {name}"
    )


def _of_months(months: tuple[int, ...]) -> str:
    if not months:
        return "of each month"
    return (
        _MONTH_SETS.get(months) or "in " + _list(MONTH_NAMES[m - 1] for m in months) + " every year"
    )


def _rule(rule: Rule, months: tuple[int, ...]) -> str:
    of_months = _of_months(months)
    match rule:
        case Dates(ranges):
            return _windows(tuple(Window(span.first, span.last) for span in ranges))
        case MonthDays(numbers):
            return f"{_month_days(numbers)} {of_months}"
        case MonthWeekdays(nths, weekdays):
            days = _list(WEEKDAY_NAMES[day] for day in weekdays)
            return f"the {_nths(nths)} {days} {of_months}"
        case MonthWorkdays(nths):
            return f"the {_nths(nths)} working day {of_months}"
        case Weekly(weekdays, interval):
            return _weekly(weekdays, interval) + (f" {of_months}" if months else "")
        case _:
            return _other_rule(rule) + (f" {of_months}" if months else "")


def _other_rule(rule: Rule) -> str:
    match rule:
        case Daily(interval):
            return "every day" if interval == 1 else f"every {interval} days"
        case Workdays(off):
            return "days off" if off else "working days"
        case LunarDays(numbers):
            return f"the {_list(map(ordinal, numbers))} of each lunar month"
        case Yearly(anchors):
            return _list(f"{_anchor(anchor)} every year" for anchor in anchors)
        case FeastWorkdays(feast, nth):
            side = f"{_nth(nth)} working day {'after' if nth > 0 else 'before'}"
            return f"the {side} {_anchor(feast)} every year"
        case _:
            names = rule.names if isinstance(rule, HolidayDays) else ()
            full = [_NAMES[{"清明节": "清明"}.get(name, name)] for name in names]
            return _list(f"the {name} holiday" for name in full) if names else "public holidays"


def _nths(nths: tuple[int, ...]) -> str:
    return _list(map(_nth, nths))


def _nth(nth: int) -> str:
    if nth == -1:
        return "last"
    word = ORDINALS[abs(nth) - 1] if abs(nth) <= 5 else ordinal(abs(nth))
    return word if nth > 0 else f"{word} to last"


def _weekly(weekdays: tuple[int, ...], interval: int) -> str:
    first, last = weekdays[0], weekdays[-1]
    if len(weekdays) > 2 and last - first == len(weekdays) - 1:
        days = f"{WEEKDAY_NAMES[first]} to {WEEKDAY_NAMES[last]}"
    else:
        days = _list(WEEKDAY_NAMES[day] for day in weekdays)
    if interval == 1:
        return f"every {days}"
    return f"every other {days}" if interval == 2 else f"every {interval} weeks on {days}"


def _month_days(numbers: tuple[int, ...]) -> str:
    if numbers[0] < 0:
        return f"the {_nths(numbers)} day"
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"the {ordinal(numbers[0])} to {ordinal(numbers[-1])}"
    return "the " + _list(map(ordinal, numbers))


READING = EnglishWriter()
