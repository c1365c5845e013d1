"""Tails, what they take out or move, and which segments they speak about."""

from itertools import pairwise

from msgspec.structs import replace

from generator.pattern import Pattern
from generator.schedule.checks import check_rules
from generator.schedule.draft import Clause
from generator.schedule.reader import Reader, words
from generator.schedule.rules import HolidayDays
from generator.schedule.segment import DaysOff, Segment
from generator.schedule.selection import Selection
from generator.schedule.vocabulary import HOLIDAY_NAMES

_HOLIDAY_NAME = Pattern(words(tuple(HOLIDAY_NAMES)))


def spread_exclusions(clauses: list[Clause]) -> None:
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


def tails_of(reader: Reader, clauses: list[Clause]) -> Segment:
    """Return a segment that holds nothing but the tails of these clauses."""
    exclusions: list[Selection] = []
    days_off = rain = None
    for clause in clauses:
        exclusions += clause.exclusions
        if clause.opened and not (clause.has_days or clause.exclusions):
            raise reader.refuse(
                "time-days-missing", clause.start, clause.end, ["每周三下午2点，3月4日除外"]
            )
        if clause.excluded and clause.has_days:
            check_rules(reader, clause)
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


def with_tails(segment: Segment, tails: Segment) -> Segment:
    """Return a segment with the tails of another besides its own."""
    return replace(
        segment,
        exclusions=(*segment.exclusions, *tails.exclusions),
        days_off=tails.days_off or segment.days_off,
        rain=tails.rain or segment.rain,
    )


def note_last_tail(
    reader: Reader, clauses: list[Clause], earlier: list[Segment], tails: Segment
) -> None:
    """Say that a tail stands for the last part only, where those before it have none."""
    bare = Segment(Selection())
    tailed = [c for c in clauses if c.excluded or c.exclusions or c.days_off or c.rain]
    untailed = all(with_tails(bare, segment) == bare for segment in earlier)
    if tails != bare and earlier and untailed:
        reader.note("time-tail-last-only", tailed[0].start, tailed[-1].end)


def refuse_one_holiday(reader: Reader, clauses: list[Clause]) -> None:
    """Refuse 国庆节顺延, and 节假日除外，国庆节照常: such words hold for all days off."""
    taken = [part.rules for clause in clauses for part in clause.exclusions]
    taken += [tuple(clause.rules) for clause in clauses if clause.excluded]
    for clause in clauses:
        if clause.one_holiday and (
            clause.days_off is not DaysOff.KEEP or (HolidayDays(),) in taken
        ):
            start, end = clause.one_holiday
            named = _HOLIDAY_NAME.search(reader.text, start, end)
            name = HOLIDAY_NAMES[named.group()] if named else "国庆节"
            ways = ["节假日顺延", f"{name}放假暂停"]
            raise reader.refuse("time-policy-one-holiday", start, end, ways)
