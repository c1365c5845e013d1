"""From clauses to segments: which times belong to which days, and what a tail applies to."""

from copy import copy
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from msgspec.structs import replace

from generator.schedule.checks import check_rules, refuse_contradictions
from generator.schedule.draft import Clause
from generator.schedule.reader import Reader
from generator.schedule.records import Deadline
from generator.schedule.rules import (
    Daily,
    MonthDays,
    MonthWeekdays,
    Rule,
    Weekly,
)
from generator.schedule.segment import Segment, TimeSpan
from generator.schedule.selection import Window
from generator.schedule.tails import (
    note_last_tail,
    refuse_one_holiday,
    spread_exclusions,
    tails_of,
    with_tails,
)
from generator.schedule.vocabulary import WEEKDAYS


@dataclass(slots=True)
class Assembly:
    """What the whole phrase has given so far."""

    segments: list[Segment] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    """Where the days of each segment stand."""
    deadline: Deadline | None = None


def assemble(reader: Reader, parts: list[list[Clause]]) -> Assembly:
    """Return the segments of the parts between semicolons; refuse what has no days."""
    whole = Assembly()
    for part in _joined_lines(parts):
        refuse_one_holiday(reader, part)
        segments = _assemble_part(reader, part, whole)
        tails = tails_of(reader, part)
        if not segments and whole.segments:
            # A part of tails alone speaks about everything before it.
            whole.segments = [with_tails(segment, tails) for segment in whole.segments]
            continue
        note_last_tail(reader, part, whole.segments, tails)
        whole.segments += [with_tails(segment, tails) for segment in segments]
    refuse_contradictions(reader, whole.segments, whole.places)
    return whole


def _joined_lines(parts: list[list[Clause]]) -> list[list[Clause]]:
    """Join days with the times on the next line, where neither has both."""
    joined: list[list[Clause]] = []
    for part in parts:
        before = joined[-1] if joined else []
        days = any(c.has_days for c in before) and not any(c.has_times for c in before)
        times = any(c.has_times for c in part) and not any(c.has_days for c in part)
        if days and times and not any(c.excluded for c in (*before, *part)):
            joined[-1] = [*before, *part]
        else:
            joined.append(part)
    return joined


def _assemble_part(reader: Reader, clauses: list[Clause], whole: Assembly) -> list[Segment]:
    spread_exclusions(clauses)
    for clause in clauses:
        _take_deadline(clause, clauses, whole)
    groups: list[Clause] = []
    for clause in clauses:
        if clause.excluded or not (clause.has_days or clause.has_times or _is_count(clause)):
            continue
        if _adds_nothing(groups, clause):
            continue
        if groups and _belongs(groups[-1], clause):
            groups[-1] = _merged(groups[-1], clause)
        elif groups and "(" in clause.joint and clause.days_only and clause.rules:
            # 重阳节（每周三）: what stands in brackets would say which days are meant.
            raise reader.refuse("time-days-clash", clause.days_start, clause.days_end)
        else:
            groups.append(_inheriting(groups, clause))
    _share_times(reader, groups)
    whole.places += [(max(group.days_start, 0), max(group.days_end, 0)) for group in groups]
    return [_segment(reader, group) for group in groups]


def _adds_nothing(groups: list[Clause], clause: Clause) -> bool:
    """Return whether a clause such as 全年无休 adds no days to those before it."""
    known = bool(groups) and groups[-1].has_days
    return known and clause.rules == [Daily()] and not (clause.has_times or clause.windows)


def _is_count(clause: Clause) -> bool:
    return bool(clause.count or clause.every_weeks)


def _take_deadline(clause: Clause, clauses: list[Clause], whole: Assembly) -> None:
    """Let a last day beside a rule end the rule; otherwise make it the deadline."""
    deadline = clause.deadline
    if deadline is None:
        return
    ruled = [c for c in clauses if not c.excluded and (c.rules or c.seasons or c.months)]
    timed = any(c.has_times for c in clauses if not c.excluded)
    if ruled and deadline.minute is not None and not timed:
        # 每周三至6月30日14:00: nothing else says at what time.
        ruled[-1].times.append(TimeSpan(deadline.minute))
        timed = False
    if ruled:
        open_window = next((w for c in clauses for w in c.windows if w.last is None), None)
        if open_window is None:
            clause.windows.append(Window(None, deadline.day))
        for other in clauses:
            other.windows = [
                replace(w, last=deadline.day) if w is open_window else w for w in other.windows
            ]
    if not ruled or (timed and deadline.minute is not None):
        whole.deadline = deadline


def _belongs(before: Clause, clause: Clause) -> bool:
    """Return whether `clause` goes on with what `before` began."""
    if not (clause.has_days and before.has_days):
        return True
    if _is_count(before) and not before.rules and clause.rules:
        return True
    if before.rules and clause.rules:
        # 周一至周五，除周三外，每天9点: every one of those days.
        narrowed = [Daily()] in (before.rules, clause.rules) and not clause.listed
        return narrowed and not before.has_times
    if clause.listed and (before.dated or clause.dated):
        return before.dated and clause.dated and not before.has_times
    two_windows = before.windows and clause.windows and not (before.rules or clause.rules)
    if two_windows or (before.has_times and clause.has_times):
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
    _daily_if_counted(clause)
    _check_count(reader, clause)
    if clause.all_day and not clause.has_days:
        clause.rules = [Daily()]
    if not clause.has_days:
        code = "time-days-missing"
        raise reader.refuse(code, max(clause.start, 0), max(clause.end, 0),
                            ["每周三", "3月5日", "每月第二个周六"])  # fmt: skip
    _check_months(reader, clause)
    check_rules(reader, clause)
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


def _daily_if_counted(clause: Clause) -> None:
    """Read 每天两次，上午9点和下午3点 as every day."""
    if clause.count and clause.count_unit == "日" and clause.times and not clause.has_days:
        clause.rules = [Daily()]


def _check_months(reader: Reader, clause: Clause) -> None:
    """Refuse 双月 and 3月 that stand without any day."""
    if clause.months and not clause.rules:
        raise reader.refuse("time-days-missing", clause.start, clause.end,
                            ["单月15日", "双月第一个周日"])  # fmt: skip


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
    if clause.count_unit == "日" and clause.times:
        if clause.count != len(clause.times):
            raise reader.refuse("time-count-mismatch", *place, count=clause.count)
        return
    if not clause.count:
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
