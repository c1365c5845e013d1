"""Times of the day: 上午9点至11点、下午2点至4点, 全天, 晚7:00-8:30, a bare 下午."""

from generator.pattern import Pattern
from generator.schedule.clock import (
    PERIOD,
    PERIOD_OF,
    TO,
    Spoken,
    ambiguous,
    candidates,
    clock_words,
    digital,
    fixed,
    read_clock,
    spoken_words,
)
from generator.schedule.draft import Clause
from generator.schedule.reader import Reader, words
from generator.schedule.records import DAY_MINUTES, Fact
from generator.schedule.segment import TimeSpan
from generator.schedule.vocabulary import ALL_DAY

_ALL_DAY = Pattern(rf"{words(ALL_DAY)}(?:都?开放|服务|营业)?")
_BETWEEN = Pattern(r"[、,和及与\s]+|以及|还有")
_STARTS = Pattern(r"开始|起始|以后|之后|起|后(?!天)")
_STARTS_BEFORE_TO = Pattern(r"(?:开始|起始|起)(?=-+|至|到)")
_ENDS = Pattern(r"结束|为止|止")
_MOST_TIMES = 24
_NOON = 12 * 60
_SIX = 18 * 60


def read_times(reader: Reader, clause: Clause) -> bool:
    """Read all times that follow one another; `False` if there is none here."""
    start = reader.pos
    if reader.take(_ALL_DAY):
        clause.all_day = True
        clause.touch(start, reader.pos)
        return True
    latest: Spoken | None = None
    found: list[TimeSpan] = []
    while True:
        here = reader.pos
        if found and not reader.take(_BETWEEN):
            break
        spoken = read_clock(reader)
        if spoken is not None:
            span, latest = _read_span(reader, spoken, latest)
        else:
            part = _read_part(reader)
            if part is None:
                reader.pos = here
                break
            span = part
        found.append(span)
        if len(found) > _MOST_TIMES:
            raise reader.refuse("time-too-many", start)
    if not found:
        return False
    _refuse_run_on(reader, clause, found, start)
    clause.times += [span for span in found if span not in clause.times]
    clause.touch(start, reader.pos)
    return True


def _refuse_run_on(reader: Reader, clause: Clause, found: list[TimeSpan], start: int) -> None:
    """Refuse 早9点晚5点, which may be two times, or from one to the other."""
    plain = reader.plain
    spaced = plain.original[: plain.span(start, start)[0]][-1:].isspace()
    before = clause.times[-1] if clause.times and clause.end == start and not spaced else None
    if before is None or before.start is None or before.end is not None:
        return
    if found[0].start is not None and found[0].end is None and found[0].start > before.start:
        one, two = digital(before.start), digital(found[0].start)
        ways = [f"{one}-{two}", f"{one}、{two}"]
        raise reader.refuse("time-word-choice", start, None, ways)


def _read_part(reader: Reader) -> TimeSpan | None:
    """Read a part of the day without a clock time."""
    part = reader.take(PERIOD)
    if part is None or (len(part.group()) == 1 and not reader.done):
        if part is not None:
            reader.pos = part.start()
        return None
    reader.note("time-no-clock", part.start())
    return TimeSpan(part=PERIOD_OF[part.group()])


def _read_span(
    reader: Reader, begin: Spoken, latest: Spoken | None
) -> tuple[TimeSpan, Spoken | None]:
    """Read the end that may follow `begin`, and settle both.

    `latest` is the time before in a list, whose part of the day carries over: 上午9点、10点.
    """
    reader.take(_STARTS_BEFORE_TO)
    here = reader.pos
    end = None
    if reader.take(TO):
        end = read_clock(reader)
        if end is None:
            reader.pos = here
    if end is None:
        reader.take(_STARTS)
        start = _settle_start(reader, begin, latest)
        return TimeSpan(start), begin if begin.period else latest
    reader.take(_ENDS)
    start, finish = _settle(reader, begin, end, latest)
    return TimeSpan(start, finish), end if end.period else begin if begin.period else latest


def _settle_start(reader: Reader, begin: Spoken, latest: Spoken | None) -> int:
    """Return the minute at which something begins whose end is not given."""
    if begin.half_known:
        minute = fixed(reader, begin)
        _note_start(reader, begin, minute)
        return minute + (DAY_MINUTES if begin.next_day else 0)
    if latest is not None:
        before = fixed(reader, latest)
        for hour in candidates(begin, latest):
            if begin.at(hour) > before:
                return begin.at(hour)
    raise ambiguous(reader, begin)


def _note_start(reader: Reader, begin: Spoken, minute: int) -> None:
    if minute == DAY_MINUTES and begin.period:
        reader.note("time-midnight-twelve", begin.start, begin.end)
    elif begin.colon and begin.period and minute != begin.at(begin.hour):
        reader.note("time-start-inferred", begin.start, begin.end, begins=digital(minute))
    elif begin.colon and not begin.period and not begin.leading_zero and 1 <= begin.hour <= 5:
        reader.note("time-small-hours", begin.start, begin.end, other=digital(minute + 12 * 60))


def _settle(reader: Reader, begin: Spoken, end: Spoken, latest: Spoken | None) -> tuple[int, int]:
    """Return both minutes of a span; refuse it if they cannot be told, or run backwards."""
    if not begin.half_known and latest is not None:
        start = _settle_start(reader, begin, latest)
    elif begin.half_known:
        start = fixed(reader, begin)
        if not (begin.colon and begin.period):
            _note_start(reader, begin, start)
    else:
        return _settle_open(reader, begin, end)
    return start, _settle_end(reader, begin, start, end)


def _settle_end(reader: Reader, begin: Spoken, start: int, end: Spoken) -> int:
    if end.next_day:
        return fixed(reader, end) + DAY_MINUTES
    if (end.hour, end.minute, end.period) == (0, 0, "") and start:
        return DAY_MINUTES
    if end.period:
        finish = fixed(reader, end)
        if finish > start:
            return finish
        raise _backwards(reader, begin, start, end)
    for hour in candidates(end, begin):
        if end.at(hour) > start and not _runs_late(start, end, hour):
            _note_span(reader, begin, end, start, end.at(hour))
            return end.at(hour)
    raise _backwards(reader, begin, start, end)


def _runs_late(start: int, end: Spoken, hour: int) -> bool:
    """Return whether a span would have to run from the morning into the night: 上午11点至9点."""
    return hour != end.hour and start < _NOON and end.at(hour) > _SIX


def _note_span(reader: Reader, begin: Spoken, end: Spoken, start: int, finish: int) -> None:
    """Say what was inferred about a span, if anything was."""
    places = (begin.start, end.end)
    facts: dict[str, Fact] = {"begins": digital(start), "ends": digital(finish)}
    told = end.at(end.hour) == finish
    if not told and start < _NOON < finish and begin.period != "中午":
        reader.note("time-crosses-noon", *places, facts)
    elif (begin.colon and begin.period and start != begin.at(begin.hour)) or (
        end.colon and not told
    ):
        reader.note("time-clock-inferred", *places, facts)


def _settle_open(reader: Reader, begin: Spoken, end: Spoken) -> tuple[int, int]:
    """Settle a span that begins with a bare hour, such as 9点至17点 or 11点至1点."""
    if end.hour == 0 and not end.period and not end.next_day:
        raise ambiguous(reader, begin)
    if end.half_known:
        finish = fixed(reader, end) + (DAY_MINUTES if end.next_day else 0)
        hours = [begin.hour, begin.hour % 12 + 12]
        fitting = sorted({begin.at(h) for h in hours if begin.at(h) < finish})
        if len(fitting) != 1:
            raise ambiguous(reader, begin)
        return fitting[0], finish
    start = begin.at(begin.hour)
    finish = end.at(end.hour % 12 + 12)
    # Only by daylight does 11点至1点, or 12点至2点, run across noon.
    crosses = end.at(end.hour % 12) < begin.at(begin.hour % 12) or begin.hour == 12
    if not crosses or end.next_day or finish <= start or finish > _SIX:
        raise ambiguous(reader, begin)
    reader.note(
        "time-crosses-noon", begin.start, end.end, begins=digital(start), ends=digital(finish)
    )
    return start, finish


def _backwards(reader: Reader, begin: Spoken, start: int, end: Spoken) -> Exception:
    """Return the refusal of a span whose end comes before its start."""
    # The words of an English phrase would not fit into a Chinese suggestion.
    first = digital(start) if reader.plain.ends else reader.plain.words(begin.start, begin.end)
    clock = clock_words(end.hour, end.minute)
    period = end.period or ("凌晨" if end.hour <= 5 else "上午" if end.hour < 12 else "")
    later = end.at(end.hour % 12 + 12)
    ways = [f"{first}至次日{period}{clock}"]
    if later > start and not end.period:
        ways.insert(0, f"{first}至{spoken_words(later)}")
    return reader.refuse("time-end-before-start", begin.start, end.end, ways)
