"""Reads a phrase into a `Schedule`, or into the refusal that says where and why not."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any, TypeVar

from generator.pattern import Pattern
from generator.schedule.assemble import Assembly, assemble
from generator.schedule.draft import Clause
from generator.schedule.english import in_english, is_english, translate
from generator.schedule.normalise import simplify
from generator.schedule.one_day import read_one_day
from generator.schedule.read_feasts import (
    read_beside_workdays,
    read_holiday_names,
    read_lunar_days,
    read_lunar_month_days,
)
from generator.schedule.read_monthly import (
    read_month_filter,
    read_monthly,
    read_nth,
    read_yearly,
)
from generator.schedule.read_tails import (
    read_count,
    read_except,
    read_except_end,
    read_policy,
    read_season,
    read_stop,
    sees_except_end,
)
from generator.schedule.read_times import read_times
from generator.schedule.read_vague import refuse_vague
from generator.schedule.read_weeks import (
    read_daily,
    read_every_days,
    read_every_weeks,
    read_holidays,
    read_weekdays,
    read_weekend,
    read_workdays,
)
from generator.schedule.read_windows import (
    read_dates,
    read_excluded_days,
    read_excluded_months,
    read_from_now,
    read_months,
    read_until,
)
from generator.schedule.reader import Reader, Stop, words
from generator.schedule.records import DayRange, Deadline, Refusal
from generator.schedule.schedule import Schedule
from generator.schedule.vocabulary import (
    LABEL_ENDINGS,
    OR_WORDS,
    TEXT_ONLY,
    VAGUE_WORDS,
)

LONGEST_PHRASE = 800
"""Characters; the longest sensible phrase has about a hundred."""
_MOST_SEGMENTS = 40
_SHORT = 80
_ISO_DAY = Pattern("(?:19[1-9]|20[0-8])[0-9]-[0-9]{2}-[0-9]{2}")

Piece = Callable[[Reader, Clause], bool]
DAY_PIECES: tuple[Piece, ...] = (
    read_from_now,
    read_season,
    read_beside_workdays,
    read_holiday_names,
    read_lunar_month_days,
    read_excluded_months,
    read_excluded_days,
    read_dates,
    read_lunar_days,
    read_month_filter,
    read_yearly,
    read_months,
    read_every_weeks,
    read_every_days,
    read_daily,
    read_monthly,
    read_nth,
    read_workdays,
    read_weekdays,
    read_weekend,
    read_holidays,
)
"""What says on which days. The order matters where one begins like another."""

_SEPARATOR = Pattern(r"[,()、]|和(?!平)|及|与|以及|并且|并|\s")
_TRAILING = Pattern(r"[;,\s]+")
_PART_END = Pattern(r";+")
_FILLER = Pattern(
    r"以上(?:时间|活动|各项)?(?:均|都)?|的|时间为?:|时间:|每次|每场|为|于|在(?=[每周0-9])|:|!|\?|\.|则"
)
_LABEL = Pattern(r"[\u4e00-\u9fff]{2,20}")
_BAD_LABEL = Pattern(words((*VAGUE_WORDS, *OR_WORDS)))
_TEXT_ONLY = Pattern(rf"(?:{words(TEXT_ONLY)}[,;()]*)+")


def parse_schedule(phrase: str, *, published: date | None = None) -> Schedule | Refusal:
    """Read a phrase such as 每月第二个周六上午9点至11点，春节放假暂停.

    `published` is the day on which it was written. A date without a year is the first such day
    that is not more than a week past then, and 即日起 begins there; without `published` both are
    refused. Never raises, whatever the phrase.
    """
    return read_one_day(phrase, read_whole) or read_whole(phrase, published)


def read_whole(phrase: str, published: date | None = None) -> Schedule | Refusal:
    """Read a phrase by the grammar, as `parse_schedule` does with all that are not of one day."""
    return _guarded(phrase, published, _read_schedule)


def parse_days(phrase: str, *, published: date | None = None) -> DayRange | Refusal:
    """Read a range of days such as 2026年3月3日至3月12日; a single day is a range of one."""
    return _guarded(phrase, published, _read_range)


def parse_day(phrase: str, *, published: date | None = None) -> date | Refusal:
    """Read one day such as 2026-03-05 or 3月5日（周四）; the weekday is checked."""
    if _ISO_DAY.fullmatch(phrase):
        with suppress(ValueError):  # the grammar says what is wrong with it
            return date.fromisoformat(phrase)
    return _guarded(phrase, published, _read_day)


def parse_deadline(phrase: str, *, published: date | None = None) -> Deadline | Refusal:
    """Read a deadline such as 2026年10月15日17:00前; a plain day ends with that day."""
    return _guarded(phrase, published, _read_deadline)


_Read = TypeVar("_Read")
_KNOWN: dict[tuple[str, Any], Any] = {}
"""What phrases mean whenever they are written: services of all files have the same few."""
_MOST_KNOWN = 1 << 12


def _guarded(
    phrase: str, published: date | None, read: Callable[[Reader], _Read]
) -> _Read | Refusal:
    """Return what a phrase means, or why it is refused."""
    if (phrase, read) in _KNOWN:
        found: _Read | Refusal = _KNOWN[phrase, read]
        return found
    text = phrase[:LONGEST_PHRASE]
    english = is_english(text)
    reader = Reader(translate(text) if english else simplify(text), published)
    try:
        if len(phrase) > LONGEST_PHRASE:
            raise reader.refuse("time-too-long", 0, len(reader.text), most=LONGEST_PHRASE)
        if not reader.text.strip(" ,;()、"):
            raise reader.refuse("time-empty", 0, len(reader.text), ["每周三下午2点至4点"])
        found = read(reader)
    except Stop as stop:
        found = in_english(stop.refusal, _read_in_english) if english else stop.refusal
    if not reader.asked_published and text == phrase and len(_KNOWN) < _MOST_KNOWN:
        _KNOWN[phrase, read] = found
    return found


def _read_in_english(phrase: str) -> str:
    """Return the English reading of a Chinese phrase; nothing if it is not a whole one."""
    read = parse_schedule(phrase, published=date(2026, 1, 1))
    return read.reading("en") if isinstance(read, Schedule) else ""


def _read_schedule(reader: Reader) -> Schedule:
    if _TEXT_ONLY.fullmatch(reader.text):
        return Schedule(phrase=reader.plain.original, text_only=True)
    parts = read_parts(reader)
    whole = assemble(reader, parts)
    if not whole.segments and whole.deadline is None:
        raise reader.refuse("time-days-missing", 0, len(reader.text), ["每周三", "3月5日"])
    if len(whole.segments) > _MOST_SEGMENTS:
        raise reader.refuse("time-too-many", 0, len(reader.text))
    schedule = Schedule(
        phrase=reader.plain.original,
        segments=tuple(whole.segments),
        notes=tuple(sorted(reader.notes, key=lambda note: (note.offset, note.code))),
        deadline=whole.deadline,
    )
    # What is understood must be writable again; only a very long list of days grows so much.
    if len(reader.text) > _SHORT and len(schedule.canonical()) > LONGEST_PHRASE:
        raise reader.refuse("time-too-many", 0, len(reader.text))
    return schedule


def read_parts(reader: Reader) -> list[list[Clause]]:
    """Read the whole phrase into clauses, grouped by the semicolons between them."""
    parts: list[list[Clause]] = [[Clause()]]
    while not reader.done:
        if reader.take(_PART_END):
            parts.append([Clause()])
        elif (joint := reader.take(_SEPARATOR)) is not None:
            _open_clause(reader, parts[-1], joint.group())
        else:
            _read_piece(reader, parts[-1])
    return [part for part in parts if any(clause.start >= 0 for clause in part)]


def _open_clause(reader: Reader, clauses: list[Clause], joint: str) -> None:
    before = clauses[-1]
    reader.leave(excluded=before.excluded)
    fresh = Clause(joint=joint if before.start >= 0 else before.joint + joint)
    # 除周一和节假日外: what 除 takes out goes on through 和 and 、.
    fresh.excluded = fresh.opened = before.opened and fresh.listed
    clauses.append(fresh)


def _read_piece(reader: Reader, clauses: list[Clause]) -> None:
    """Read one piece into the last clause, or into a new one where days follow a time."""
    clause = clauses[-1]
    if any(read(reader, clause) for read in (read_policy, read_count)):
        return
    if _read_except(reader, clauses):
        return
    if read_except_end(reader, clause) or read_stop(reader, clause):
        reader.leave(excluded=True)
        clauses.append(Clause())
        return
    if _read_times(reader, clauses):
        return
    refuse_vague(reader)
    fresh = Clause() if clause.has_times and clause.has_days else clause
    if any(read(reader, fresh) for read in DAY_PIECES):
        if fresh is not clause:
            clauses.append(fresh)
        return
    if read_until(reader, clause) or reader.take(_FILLER) or _read_label(reader, clause):
        return
    raise reader.unknown()


def _read_except(reader: Reader, clauses: list[Clause]) -> bool:
    """Read 除; what stands before it in the same clause is not what it takes out."""
    clause = clauses[-1]
    fresh = Clause() if clause.has_days or clause.has_times else clause
    if not read_except(reader, fresh):
        return False
    if fresh is not clause:
        reader.leave(excluded=False)
        clauses.append(fresh)
    return True


def _read_times(reader: Reader, clauses: list[Clause]) -> bool:
    """Read times; after 除周一 without 外 they belong to the days before, if those have none."""
    clause = clauses[-1]
    timed = any(other.has_times for other in clauses if not other.excluded)
    apart = clause.opened and clause.has_days and not timed and not sees_except_end(reader)
    fresh = Clause() if apart else clause
    if not read_times(reader, fresh):
        return False
    if fresh is not clause:
        reader.leave(excluded=True)
        clauses.append(fresh)
    return True


def _read_label(reader: Reader, clause: Clause) -> bool:
    """Read the name of the occasion after its days, such as 志愿者服务日."""
    stop = reader.unknown().refusal
    end = reader.pos
    while end < len(reader.text) and reader.plain.places[end] < stop.offset + stop.length:
        end += 1
    word = reader.text[reader.pos : end]
    known = clause.has_days or clause.has_times
    if not known or not _LABEL.fullmatch(word) or not word.endswith(LABEL_ENDINGS):
        return False
    if _BAD_LABEL.search(word):
        return False
    clause.label = clause.label or word
    reader.pos = end
    return True


def _read_range(reader: Reader) -> DayRange:
    span = _find_range(reader)
    if span is None:
        raise reader.refuse("time-not-a-range", 0, len(reader.text), ["2026年3月3日至3月12日"])
    return span


def _find_range(reader: Reader) -> DayRange | None:
    """Return the one range or day that the phrase is; `None` for a phrase of another kind."""
    clause = Clause()
    if read_from_now(reader, clause) or read_dates(reader, clause):
        _expect_end(reader)
        window = clause.windows[0] if len(clause.windows) == 1 else None
        if window and window.first and window.last and not clause.times:
            return DayRange(window.first, window.last)
        return None
    refuse_vague(reader)
    parts = [segment.selection for segment in _whole(reader).segments]
    spans = [span for part in parts for rule in part.rules for span in getattr(rule, "ranges", ())]
    return DayRange(spans[0].first, spans[0].last) if len(spans) == 1 else None


def _whole(reader: Reader) -> Assembly:
    reader.pos = 0
    return assemble(reader, read_parts(reader))


def _read_day(reader: Reader) -> date:
    span = _find_range(reader)
    if span is None or span.first != span.last:
        raise reader.refuse("time-not-a-day", 0, len(reader.text), ["2026年3月5日"])
    return span.first


def _read_deadline(reader: Reader) -> Deadline:
    whole = _whole(reader)
    if whole.deadline is not None and not whole.segments:
        return whole.deadline
    if len(whole.segments) == 1 and whole.deadline is None:
        segment = whole.segments[0]
        first, last = segment.selection.first_day, segment.selection.last_day
        single = first == last or segment.selection.rules
        if last is not None and single and len(segment.times) <= 1:
            minute = segment.times[0].start if segment.times else None
            return Deadline(last, minute)
    raise reader.refuse("time-not-a-deadline", 0, len(reader.text), ["2026年10月15日17:00前"])


def _expect_end(reader: Reader) -> None:
    reader.take(_TRAILING)
    if not reader.done:
        refuse_vague(reader)
        raise reader.unknown()
