"""From clauses to segments: which times belong to which days, and what a tail applies to."""

from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from generator.schedule.draft import Clause
from generator.schedule.reader import Reader
from generator.schedule.records import Deadline
from generator.schedule.rules import (
    Daily,
    MonthDays,
    MonthWeekdays,
    MonthWorkdays,
    Rule,
    Weekly,
    Workdays,
    Yearly,
)
from generator.schedule.segment import Segment
from generator.schedule.selection import Selection, Window
from generator.schedule.vocabulary import WEEKDAYS


@dataclass(slots=True)
class Assembly:
    """What the whole phrase has given so far."""

    segments: list[Segment] = field(default_factory=list)
    deadline: Deadline | None = None


def assemble(reader: Reader, parts: list[list[Clause]]) -> Assembly:
    """Return the segments of the parts between semicolons; refuse what has no days."""
    whole = Assembly()
    for part in parts:
        segments = _assemble_part(reader, part, whole)
        tails = _tails_of(reader, part)
        if not segments and whole.segments:
            # A part of tails alone speaks about everything before it.
            whole.segments = [_with_tails(segment, tails) for segment in whole.segments]
            continue
        whole.segments += [_with_tails(segment, tails) for segment in segments]
    return whole


def _assemble_part(reader: Reader, clauses: list[Clause], whole: Assembly) -> list[Segment]:
    _spread_exclusions(clauses)
    for clause in clauses:
        _take_deadline(clause, clauses, whole)
    groups: list[Clause] = []
    for clause in clauses:
        if clause.excluded or not (clause.has_days or clause.has_times or _is_count(clause)):
            continue
        if groups and clause.rules == [Daily()] and not clause.has_times and not clause.windows:
            # 全年无休 after a rule adds no days to it.
            continue
        if groups and _belongs(groups[-1], clause):
            groups[-1] = _merged(groups[-1], clause)
        else:
            groups.append(_inheriting(groups, clause))
    _share_times(reader, groups)
    return [_segment(reader, group) for group in groups]


def _spread_exclusions(clauses: list[Clause]) -> None:
    """Take out all of a list whose last or first days are: 寒假、暑假除外; 除周一，节假日."""
    filled = [clause for clause in clauses if clause.start >= 0]
    for before, after in reversed(list(pairwise(filled))):
        taken = after.excluded or (after.exclusions and not after.has_days)
        if taken and after.listed and before.days_only:
            before.excluded = True
    based = False
    for before, after in pairwise(filled):
        based = based or (before.has_days and not before.excluded)
        if based and before.opened and after.days_only and not after.windows:
            after.excluded = after.opened = True


def _is_count(clause: Clause) -> bool:
    return bool(clause.count or clause.every_weeks)


def _take_deadline(clause: Clause, clauses: list[Clause], whole: Assembly) -> None:
    """Let a last day beside a rule end the rule; otherwise make it the deadline."""
    deadline = clause.deadline
    if deadline is None:
        return
    ruled = any(c.rules or c.seasons or c.months for c in clauses if not c.excluded)
    if ruled and deadline.minute is None:
        open_window = next((w for c in clauses for w in c.windows if w.last is None), None)
        if open_window is None:
            clause.windows.append(Window(None, deadline.day))
            return
        for other in clauses:
            other.windows = [
                replace(w, last=deadline.day) if w is open_window else w for w in other.windows
            ]
        return
    whole.deadline = deadline


def _belongs(before: Clause, clause: Clause) -> bool:
    """Return whether `clause` goes on with what `before` began."""
    if not (clause.has_days and before.has_days):
        return True
    if _is_count(before) and not before.rules and clause.rules:
        return True
    if before.rules and clause.rules:
        return False
    if clause.listed and (before.dated or clause.dated):
        return before.dated and clause.dated and not before.has_times
    if before.windows and clause.windows and not (before.rules or clause.rules):
        return False
    if before.has_times and clause.has_times:
        return False
    return bool(before.rules) or not before.has_times


def _merged(before: Clause, clause: Clause) -> Clause:
    joined = copy(before)
    joined.windows = before.windows + clause.windows
    joined.seasons = before.seasons + clause.seasons
    joined.rules = before.rules + clause.rules
    joined.months = before.months or clause.months
    joined.times = before.times + [t for t in clause.times if t not in before.times]
    joined.all_day = before.all_day or clause.all_day
    joined.label = before.label or clause.label
    joined.count = before.count or clause.count
    joined.count_at = before.count_at if before.count else clause.count_at
    joined.count_unit = before.count_unit or clause.count_unit
    joined.every_weeks = before.every_weeks or clause.every_weeks
    mixed = (before.rules and clause.dated) or (before.dated and clause.rules)
    joined.contested = before.contested or bool(mixed and "(" not in clause.joint + before.joint)
    if clause.start >= 0:
        joined.touch(clause.start, clause.end)
    if clause.days_start >= 0:
        joined.ends_at(clause.days_start, clause.days_end)
    return joined


def _inheriting(groups: list[Clause], clause: Clause) -> Clause:
    """Return `clause` in the window and season of the group before, if it has none."""
    if not groups or not groups[-1].rules or clause.windows or clause.seasons:
        return clause
    joined = copy(clause)
    joined.windows = list(groups[-1].windows)
    joined.seasons = list(groups[-1].seasons)
    return joined


def _share_times(reader: Reader, groups: list[Clause]) -> None:
    """Give days without a time the time of the days that follow: 每周三，每周五下午2点.

    Days without a time after days with one are refused: nobody can tell when they are meant.
    """
    for before, after in reversed(list(pairwise(groups))):
        if not before.has_times and after.has_times:
            before.times, before.all_day = list(after.times), after.all_day
    for before, after in pairwise(groups):
        if before.has_times and not after.has_times:
            raise reader.refuse("time-days-clash", after.days_start, after.days_end)


def _segment(reader: Reader, clause: Clause) -> Segment:
    _check_count(reader, clause)
    if clause.all_day and not clause.has_days:
        clause.rules = [Daily()]
    if not clause.has_days:
        code = "time-days-missing"
        raise reader.refuse(code, max(clause.start, 0), max(clause.end, 0),
                            ["每周三", "3月5日", "每月第二个周六"])  # fmt: skip
    _check_months(reader, clause)
    _check_rules(reader, clause)
    _check_dates(reader, clause)
    if len(clause.rules) > 1:
        clause.rules = [rule for rule in clause.rules if rule != Daily()] or [Daily()]
    clause.rules = [_anchored(reader, clause, rule) for rule in clause.rules]
    return Segment(
        selection=clause.selection(),
        times=() if clause.all_day else tuple(clause.times),
        label=clause.label,
        round_the_clock=clause.all_day,
    )


def _check_months(reader: Reader, clause: Clause) -> None:
    """Refuse 双月 and 3月 that stand without any day."""
    if clause.months and not clause.rules:
        raise reader.refuse("time-days-missing", clause.start, clause.end,
                            ["单月15日", "双月第一个周日"])  # fmt: skip


def _check_rules(reader: Reader, clause: Clause) -> None:
    """Refuse days of two kinds side by side, such as 重阳节每周三, that hardly ever meet."""
    for rule in clause.rules[1:]:
        narrows = isinstance(rule, Workdays) or (
            isinstance(rule, Daily | Weekly) and rule.interval == 1
        )
        daily = isinstance(rule, Daily)
        whole = isinstance(clause.rules[0], Yearly | MonthWeekdays | MonthWorkdays)
        if not narrows or (whole and not daily):
            raise reader.refuse("time-days-clash", clause.days_start, clause.days_end)


def _check_dates(reader: Reader, clause: Clause) -> None:
    """Refuse single dates beside a rule, unless they are the rule's own days in brackets."""
    single = clause.windows and all(window.first == window.last for window in clause.windows)
    weekly = [rule for rule in clause.rules if isinstance(rule, Weekly)]
    if not single or not weekly:
        return
    days = [window.first for window in clause.windows if window.first]
    fitting = all(day.weekday() in rule.weekdays for day in days for rule in weekly)
    if clause.contested or not fitting:
        raise reader.refuse("time-days-clash", clause.days_start, clause.days_end)


def _anchored(reader: Reader, clause: Clause, rule: Rule) -> Rule:
    """Give a rule of every so many weeks or days the first date from which it counts."""
    every_days = isinstance(rule, Daily) and rule.interval > 1
    every_weeks = isinstance(rule, Weekly) and clause.every_weeks > 1
    if not (every_days or every_weeks):
        return rule
    first = clause.selection().first_day
    if first is None:
        raise _first_date_missing(reader, clause, rule)
    if isinstance(rule, Weekly):
        return replace(rule, interval=clause.every_weeks, anchor=first)
    return replace(rule, anchor=first) if isinstance(rule, Daily) else rule


def _every_days(rule: Rule) -> str:
    return f"每隔{rule.interval - 1}天" if isinstance(rule, Daily) else "隔天"


def _first_date_missing(reader: Reader, clause: Clause, rule: Rule) -> Exception:
    days = rule.weekdays if isinstance(rule, Weekly) else ()
    what = "隔周" + "、".join(WEEKDAYS[day] for day in days) if days else _every_days(rule)
    # Monday 2 March 2026 where nobody told the day: an example must have some date.
    first = reader.published or date(2026, 3, 2)
    while days and first.weekday() not in days and first < date.max:
        first = date.fromordinal(first.toordinal() + 1)
    way = f"{first.month}月{first.day}日起，{what}"
    return reader.refuse(
        "time-first-date-missing", clause.days_start, clause.days_end, [way], way=way
    )


def _check_count(reader: Reader, clause: Clause) -> None:
    """Compare 每周两次 with the days named beside it; alone it is refused."""
    place = clause.count_at
    if clause.every_weeks and not clause.rules:
        raise _first_date_missing(reader, clause, Weekly((2,)))
    if not clause.count or (clause.count_unit == "日" and clause.has_times):
        return
    if not clause.rules:
        raise reader.refuse(
            "time-frequency-vague", *place, suggestions=["每周一、周四", "每月第二个周六"]
        )
    expected = _times_per_unit(clause)
    if expected == clause.count or not expected:
        return
    rule = clause.rules[0]
    weekly = clause.count_unit == "月" and isinstance(rule, Weekly)
    if weekly and clause.count == 4 * len(getattr(rule, "weekdays", ())):
        reader.note("time-month-count", *place, count=clause.count)
        return
    raise reader.refuse("time-count-mismatch", *place, count=clause.count)


def _times_per_unit(clause: Clause) -> int:
    """Return how often the rule comes in the unit of the count; 0 where it cannot be told."""
    rule = clause.rules[0]
    weekly = clause.count_unit in {"周", "星", "礼"}
    if weekly and isinstance(rule, Weekly):
        return len(rule.weekdays)
    if clause.count_unit == "月" and isinstance(rule, MonthDays):
        return len(rule.numbers)
    if clause.count_unit == "月" and isinstance(rule, MonthWeekdays):
        return len(rule.nths) * len(rule.weekdays)
    return -1 if weekly or (clause.count_unit == "月" and isinstance(rule, Weekly)) else 0


def _tails_of(reader: Reader, clauses: list[Clause]) -> Segment:
    """Return a segment that holds nothing but the tails of these clauses."""
    exclusions: list[Selection] = []
    days_off = rain = None
    for clause in clauses:
        exclusions += clause.exclusions
        if clause.excluded and clause.has_days:
            _check_rules(reader, clause)
            _check_whole_days(reader, clause)
            exclusions.append(clause.selection())
        days_off = clause.days_off or days_off
        rain = clause.rain or rain
    return Segment(Selection(), exclusions=tuple(exclusions), days_off=days_off, rain=rain)


def _check_whole_days(reader: Reader, clause: Clause) -> None:
    """Refuse 周五下午除外: only whole days can be taken out."""
    if clause.times:
        ways = ["每天9:00-17:00，周五除外；每周五9:00-12:00"]
        raise reader.refuse("time-part-day-off", clause.start, clause.end, ways)


def _with_tails(segment: Segment, tails: Segment) -> Segment:
    return replace(
        segment,
        exclusions=(*segment.exclusions, *tails.exclusions),
        days_off=tails.days_off or segment.days_off,
        rain=tails.rain or segment.rain,
    )
