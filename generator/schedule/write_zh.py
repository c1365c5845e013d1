"""Writes segments in Chinese: as a reading for people, or as the phrase that says it exactly.

Both parse again to the same occurrences. The canonical phrase gives times on the 24-hour clock.
"""

from datetime import date

from msgspec.structs import replace

from generator.frozen import Frozen
from generator.schedule import lunar
from generator.schedule.clock import digital, part_of_day
from generator.schedule.feasts import Anchor, Feast, LunarMonthDay, MonthDay
from generator.schedule.numbers import to_words
from generator.schedule.records import DAY_MINUTES, Deadline
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
from generator.schedule.segment import Segment, TimeSpan
from generator.schedule.selection import SchoolSeason, Season, Selection, Window
from generator.schedule.vocabulary import DAYS_OFF_NAMES, RAIN_NAMES, WEEKDAYS

_MONTH_SETS = {
    (1, 3, 5, 7, 9, 11): "单月",
    (2, 4, 6, 8, 10, 12): "双月",
    (1, 4, 7, 10): "每季度首月",
    (2, 5, 8, 11): "每季度第二个月",
    (3, 6, 9, 12): "每季度末月",
}


class Writer(Frozen):
    """Writes segments; `exact` makes the canonical phrase."""

    exact: bool

    def write(self, segments: tuple[Segment, ...], deadline: Deadline | None) -> str:
        """Return all segments and the deadline, separated by semicolons."""
        parts = [self._segment(segment) for segment in segments]
        if deadline is not None:
            minute = "" if deadline.minute is None else self._clock(deadline.minute)
            parts.append(f"{day_words(deadline.day)}{minute}前")
        return "；".join(parts)

    def _segment(self, segment: Segment) -> str:
        words = [selection_words(segment.selection)]
        if segment.round_the_clock:
            words.append("24小时")
        elif segment.times:
            words.append("、".join(self._time(span, segment) for span in segment.times))
        if segment.label and not self.exact:
            words.append(segment.label)
        tails = [exclusion_words(exclusion) for exclusion in segment.exclusions]
        if segment.days_off is not None:
            tails.append(DAYS_OFF_NAMES[segment.days_off])
        if segment.rain is not None:
            tails.append(RAIN_NAMES[segment.rain])
        return "，".join([" ".join(words), *tails])

    def _time(self, span: TimeSpan, segment: Segment) -> str:
        if span.start is None:
            return span.part
        begin = self._clock(span.start)
        if span.end is None:
            return begin
        days, minute = divmod(span.end, DAY_MINUTES)
        first = segment.selection.first_day
        if days > 1 and first is not None:
            return f"{begin}至{day_words(first + ONE_DAY * days)}{self._clock(minute)}"
        if self.exact:
            return f"{begin}-{self._clock(span.end)}"
        same_part = span.end < DAY_MINUTES and part_of_day(span.start // 60) == part_of_day(
            span.end // 60
        )
        end = _twelve(span.end) if same_part else self._clock(span.end)
        return f"{begin}–{end}"

    def _clock(self, minute: int) -> str:
        if minute >= DAY_MINUTES:
            if minute == DAY_MINUTES:
                return "半夜12点"
            return "次日" + self._clock(minute - DAY_MINUTES)
        if self.exact:
            return f"{minute // 60:02}:{minute % 60:02}"
        return part_of_day(minute // 60) + _twelve(minute)


def _twelve(minute: int) -> str:
    hour = minute // 60
    return digital((hour if hour <= 12 else hour - 12) * 60 + minute % 60)


def day_words(day: date) -> str:
    """Write 2026年3月5日."""
    return f"{day.year}年{day.month}月{day.day}日"


def selection_words(selection: Selection) -> str:
    """Write which days, as a phrase that parses to the same days."""
    head = [_windows(selection.windows)] if selection.windows else []
    if selection == Selection():
        return "每天"
    rules = "".join(
        rule_words(rule, months=bool(selection.months) and i == 0)
        for i, rule in enumerate(selection.rules)
    )
    body = "".join(_season(season) for season in selection.seasons)
    body += _months(selection) + rules
    return "，".join([*head, body]) if body else "，".join(head)


def exclusion_words(selection: Selection) -> str:
    """Write days that are taken out, with the word that takes them out."""
    if selection.rules == (HolidayDays(),):
        return "节假日休息"
    if selection.rules == (Weekly((5, 6)),) and not selection.windows:
        return "周末除外"
    if len(selection.rules) == 1 and isinstance(selection.rules[0], HolidayDays):
        return "、".join(selection.rules[0].names) + "放假暂停"
    words = selection_words(selection).replace("，", "")
    last = selection.rules[-1] if selection.rules else None
    if isinstance(last, Yearly) and isinstance(last.anchors[-1], Feast):
        # Without 当天 the names of holidays stand for all their days off.
        scope = replace(selection, rules=selection.rules[:-1])
        words = "" if scope == Selection() else selection_words(scope).replace("，", "")
        words += "每年" + "、".join(f"{anchor_words(anchor)}当天" for anchor in last.anchors)
    return words + "除外"


def _windows(windows: tuple[Window, ...]) -> str:
    return "、".join(map(_window, windows))


def _window(window: Window) -> str:
    if window.first is None:
        return f"至{day_words(window.last)}止" if window.last else "即日起"
    if window.last is None:
        return f"{day_words(window.first)}起"
    if window.first == window.last:
        return day_words(window.first)
    return f"{day_words(window.first)}至{day_words(window.last)}"


def _season(season: Season) -> str:
    if isinstance(season, SchoolSeason):
        if season.term:
            return "开学期间"
        return "寒暑假" if len(season.names) > 1 else season.names[0]
    ends = f"{anchor_words(season.first)}至{anchor_words(season.last)}"
    if season.name:
        return f"{season.name}（{ends}）"
    return f"每年{ends}" if isinstance(season.first, MonthDay) else ends


def _months(selection: Selection) -> str:
    if not selection.months:
        return ""
    name = _MONTH_SETS.get(selection.months)
    return name or "每年" + "、".join(f"{month}月" for month in selection.months)


def anchor_words(anchor: Anchor) -> str:
    """Write 3月5日, 九月初九 or 春节前1天."""
    if isinstance(anchor, MonthDay):
        return f"{anchor.month}月{anchor.day}日"
    if isinstance(anchor, LunarMonthDay):
        month = lunar.month_name(anchor.month, leap=anchor.leap)
        return f"农历{month}{lunar.day_name(anchor.day)}"
    name = {"清明": "清明节"}.get(anchor.name, anchor.name)
    if not anchor.offset:
        return name
    return f"{name}{'前' if anchor.offset < 0 else '后'}{abs(anchor.offset)}天"


def rule_words(rule: Rule, *, months: bool = False) -> str:
    """Write a rule; `months` says that the months stand before it already."""
    every = "" if months else "每月"
    match rule:
        case Daily(interval):
            return "每天" if interval == 1 else f"每隔{interval - 1}天"
        case Weekly(weekdays, interval):
            return _weekly(weekdays, interval)
        case MonthDays(numbers):
            return _month_days(numbers, months=months)
        case MonthWeekdays(nths, weekdays):
            days = "、".join("周" + WEEKDAYS[day] for day in weekdays)
            return f"{every}{nth_words(nths)}{days}"
        case MonthWorkdays(nths):
            return f"{every}{nth_words(nths)}工作日"
        case _:
            return _other_rule(rule)


def _other_rule(rule: Rule) -> str:
    match rule:
        case Dates(ranges):
            return _windows(tuple(Window(span.first, span.last) for span in ranges))
        case Workdays(off):
            return "非工作日" if off else "工作日"
        case LunarDays(numbers):
            return "农历每月" + "、".join(map(lunar.day_name, numbers))
        case Yearly(anchors):
            return "每年" + "、".join(map(anchor_words, anchors))
        case FeastWorkdays(feast, nth):
            side = "后第" + to_words(nth) if nth > 0 else "前最后一"
            return f"每年{anchor_words(feast)}{side}个工作日"
        case _:
            names = rule.names if isinstance(rule, HolidayDays) else ()
            return ("、".join(names) + "放假期间") if names else "节假日"


def nth_words(nths: tuple[int, ...]) -> str:
    """Write 第二个, 第一、三个, 最后一个, 倒数第二个."""
    if nths == (-1,):
        return "最后一个"
    if nths[0] < 0 < nths[-1]:
        early = tuple(nth for nth in nths if nth > 0)
        return f"{nth_words(early)}和{nth_words(tuple(nth for nth in nths if nth < 0))}"
    prefix = "倒数第" if nths[0] < 0 else "第"
    return prefix + "、".join(to_words(abs(nth)) for nth in nths) + "个"


def _weekly(weekdays: tuple[int, ...], interval: int) -> str:
    every = {1: "每", 2: "隔"}.get(interval, f"每{interval}周的")
    first, last = weekdays[0], weekdays[-1]
    if len(weekdays) > 2 and last - first == len(weekdays) - 1:
        return f"{every}周{WEEKDAYS[first]}至周{WEEKDAYS[last]}"
    return f"{every}周" + "、".join(WEEKDAYS[day] for day in weekdays)


def _month_days(numbers: tuple[int, ...], *, months: bool) -> str:
    every = "" if months else "每月"
    if numbers[0] < 0:
        return every + nth_words(numbers).replace("个", "天")
    pieces = []
    for first, last in _runs(numbers):
        pieces.append(f"{first}日" if first == last else f"{first}日至{last}日")
    return every + "、".join(pieces)


def _runs(numbers: tuple[int, ...]) -> list[tuple[int, int]]:
    """Join three and more numbers in a row into one range."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return [
        pair
        for first, last in runs
        for pair in ([(first, last)] if last - first != 1 else [(first, first), (last, last)])
    ]


READING = Writer(exact=False)
CANONICAL = Writer(exact=True)
