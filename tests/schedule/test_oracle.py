"""Phrases put together from parts, against days counted one by one with `datetime` alone."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.schedule.samples import CALENDAR, FIRST, LAST, understood

ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NTHS = {
    1: ("first", "第一个"),
    2: ("second", "第二个"),
    3: ("third", "第三个"),
    -1: ("last", "最后一个"),
}
ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd"}


@dataclass(frozen=True)
class Meaning:
    """What a phrase is to mean; `first` and `last` bound it, `out` and `closed` are taken out."""

    kind: str
    weekdays: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()
    nth: int = 0
    first: date | None = None
    last: date | None = None
    out: tuple[date, ...] = ()
    closed: int | None = None
    start: int = 540
    end: int | None = None

    def holds(self, day: date) -> bool:
        """Return whether it takes place on a day, by nothing but counting."""
        if (self.first and day < self.first) or (self.last and day > self.last):
            return False
        if day in self.out or day.weekday() == self.closed:
            return False
        return bool(getattr(self, f"_{self.kind}")(day))

    def _daily(self, _day: date) -> bool:
        return True

    def _weekly(self, day: date) -> bool:
        return day.weekday() in self.weekdays

    def _fortnightly(self, day: date) -> bool:
        start = self.first or FIRST
        while start.weekday() != self.weekdays[0]:
            start += timedelta(days=1)
        return day >= start and (day - start).days % 14 == 0

    def _monthly(self, day: date) -> bool:
        return day.day in self.numbers

    def _nth_weekday(self, day: date) -> bool:
        if day.weekday() != self.weekdays[0]:
            return False
        if self.nth < 0:
            return day.day > monthrange(day.year, day.month)[1] - 7
        return (day.day - 1) // 7 + 1 == self.nth


@st.composite
def meanings(draw: st.DrawFn) -> Meaning:
    kind = draw(st.sampled_from(["daily", "weekly", "fortnightly", "monthly", "nth_weekday"]))
    most = 3 if kind == "weekly" else 1
    weekdays = st.lists(st.integers(0, 6), min_size=1, max_size=most, unique=True)
    numbers = st.lists(st.integers(1, 28), min_size=1, max_size=3, unique=True)
    bounds = sorted(draw(st.lists(st.dates(FIRST, date(2026, 12, 31)), min_size=2, max_size=2,
                                  unique=True)))  # fmt: skip
    bounded = draw(st.sampled_from(["", "first", "last", "both"]))
    if kind == "fortnightly":
        bounded = draw(st.sampled_from(["first", "both"]))
    first = bounds[0] if bounded in {"first", "both"} else None
    last = bounds[1] if bounded in {"last", "both"} else None
    start = draw(st.integers(7, 19)) * 60 + draw(st.sampled_from([0, 30]))
    base = Meaning(
        kind, tuple(sorted(draw(weekdays))), tuple(sorted(draw(numbers))),
        draw(st.sampled_from(sorted(NTHS))), first, last,
        start=start, end=draw(st.none() | st.integers(1, 4).map(lambda n: start + 60 * n)),
    )  # fmt: skip
    days = [d for d in _each_day(first or FIRST, last or date(2026, 12, 31)) if base.holds(d)]
    assume(days)
    taken = st.lists(st.sampled_from(days), max_size=2, unique=True)
    closed = draw(st.none() | st.integers(0, 6)) if kind == "daily" else None
    out = () if closed is not None else tuple(sorted(draw(taken)))
    whole = replace(base, out=out, closed=closed)
    assume(any(whole.holds(day) for day in days))
    return whole


def _each_day(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _english_day(day: date, style: int) -> str:
    month = MONTHS[day.month - 1]
    return (
        f"{day.day} {month}", f"{month} {day.day}", f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}", f"{day.day}{ENDINGS.get(day.day, 'th')} {month[:3]}",
        day.isoformat(),
    )[style]  # fmt: skip


def _english_clock(minute: int, style: int) -> str:
    hour, rest = divmod(minute, 60)
    if style == 0:
        return f"{hour}:{rest:02}"
    half = "am" if hour < 12 else "pm"
    return f"{(hour - 1) % 12 + 1}{f':{rest:02}' if rest else ''}{half}"


def _english_rule(draw: st.DrawFn, meaning: Meaning) -> str:
    names = [ENGLISH_DAYS[day] for day in meaning.weekdays]
    days = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    each = draw(st.sampled_from(["each", "every", "the"]))
    numbers = [f"{n}{ENDINGS.get(n, 'th')}" for n in meaning.numbers]
    return {
        "daily": draw(st.sampled_from(["every day", "daily"])),
        "weekly": draw(st.sampled_from([f"every {days}", f"on {days}", f"{days}s", days])),
        "fortnightly": draw(st.sampled_from([f"every other {days}", f"every two weeks on {days}",
                                             f"alternate {days}s", f"every second {days}"])),
        "monthly": f"the {' and '.join(numbers)} of {each} month",
        "nth_weekday": f"the {NTHS[meaning.nth][0]} {names[0]} of {each} month",
    }[meaning.kind]  # fmt: skip


@st.composite
def english(draw: st.DrawFn) -> tuple[Meaning, str]:
    meaning = draw(meanings())
    style = draw(st.integers(0, 5))
    clock = draw(st.integers(0, 1))
    begin = _english_clock(meaning.start, clock)
    time = f"at {begin}"
    if meaning.end is not None:
        ends = (begin, _english_clock(meaning.end, clock))
        forms = ["{}-{}", "from {} to {}", "between {} and {}", "{} to {}", "{} until {}"]
        time = draw(st.sampled_from(forms)).format(*ends)
    first = _english_day(meaning.first, style) if meaning.first else ""
    last = _english_day(meaning.last, style) if meaning.last else ""
    forms = [""]
    if first and last:
        forms = ["from {0} to {1}", "between {0} and {1}", "{0} to {1}", "from {0} until {1}"]
    elif first or last:
        forms = ["from {0}", "starting {0}"] if first else ["until {1}", "through {1}"]
    rule = _english_rule(draw, meaning)
    if not rule.startswith(("every", "alternate", "daily")):
        # Monday 2 March to 1 April begins with the weekday of the date.
        forms = [form for form in forms if form != "{0} to {1}"]
    window = draw(st.sampled_from(forms)).format(first, last)
    out = " and ".join(_english_day(day, style) for day in meaning.out)
    if meaning.closed is not None:
        out = ENGLISH_DAYS[meaning.closed] + "s"
    words = draw(st.sampled_from(["except", "but not", "except on", "not on", "closed on"]))
    tail = f"{words} {out}" if out else ""
    if tail and draw(st.booleans()):
        tail = f"({tail})"
    order = draw(st.sampled_from([
        (rule, time, window, tail), (rule, window, time, tail), (window, rule, time, tail),
        (time, rule, window, tail), (rule, tail, time, window),
    ]))  # fmt: skip
    joint = draw(st.sampled_from([" ", ", "]))
    return meaning, joint.join(part for part in order if part)


def _chinese_day(day: date, style: int) -> str:
    written = f"{day.month}月{day.day}日"
    return written if style == 0 else f"{day.year}年{written}" if style == 1 else day.isoformat()


def _chinese_clock(minute: int, style: int) -> str:
    hour, rest = divmod(minute, 60)
    if style == 0:
        return f"{hour}:{rest:02}"
    part = "上午" if hour < 12 else "中午" if hour == 12 else "下午" if hour < 18 else "晚上"
    return f"{part}{(hour - 1) % 12 + 1}点{'半' if rest else ''}"


@st.composite
def chinese(draw: st.DrawFn) -> tuple[Meaning, str]:
    meaning = draw(meanings())
    style = draw(st.integers(0, 2))
    clock = draw(st.integers(0, 1))
    to = draw(st.sampled_from(["至", "到", "-", "～"]))
    time = _chinese_clock(meaning.start, clock)
    if meaning.end is not None:
        time += to + _chinese_clock(meaning.end, clock)
    first = _chinese_day(meaning.first, style) if meaning.first else ""
    last = _chinese_day(meaning.last, style) if meaning.last else ""
    forms = [""]
    if first and last:
        forms = ["{0}至{1}", "从{0}到{1}", "{0}起至{1}止", "自{0}至{1}"]
    elif first or last:
        forms = ["{0}起", "从{0}开始"] if first else ["至{1}", "到{1}止"]
    window = draw(st.sampled_from(forms)).format(first, last)
    out = "、".join(_chinese_day(day, style) for day in meaning.out)
    if meaning.closed is not None:
        out = "周" + "一二三四五六日"[meaning.closed]
    forms = ["{}除外", "除{}外", "{}暂停", "除了{}以外"]
    tail = draw(st.sampled_from(forms)).format(out) if out else ""
    names = ["一二三四五六日"[day] for day in meaning.weekdays]
    rule = {
        "daily": "每天",
        "weekly": draw(st.sampled_from(["每周", "周", "每逢周"])) + "、".join(names),
        "fortnightly": draw(st.sampled_from(["隔周", "每两周的周"])) + names[0],
        "monthly": "每月" + "、".join(f"{n}日" for n in meaning.numbers),
        "nth_weekday": f"每月{NTHS[meaning.nth][1]}周{names[0]}",
    }[meaning.kind]
    brackets = draw(st.booleans())
    ends = [f"（{part}）" if brackets and part else f"，{part}" if part else ""
            for part in (window, tail)]  # fmt: skip
    # Right after a date 周三 is the weekday of that date.
    touching = "，" if rule.startswith("周") else draw(st.sampled_from(["", "，"]))
    head = f"{window}{touching}" if window else ""
    later = time if brackets else f"，{time}"
    return meaning, draw(st.sampled_from([
        rule + time + ends[0] + ends[1], rule + ends[0] + later + ends[1],
        head + rule + time + ends[1], rule + time + ends[1] + ends[0],
    ]))  # fmt: skip


def _check(meaning: Meaning, phrase: str) -> None:
    found = understood(phrase).occurrences(FIRST, LAST, CALENDAR)
    expected = [day for day in _each_day(FIRST, LAST) if meaning.holds(day)]
    assert [occurrence.day for occurrence in found] == expected, phrase
    assert {(o.start, o.end) for o in found} <= {(meaning.start, meaning.end)}, phrase


@settings(deadline=None, max_examples=300)
@given(english())
def test_english_phrases_mean_what_they_say(case: tuple[Meaning, str]) -> None:
    _check(*case)


@settings(deadline=None, max_examples=300)
@given(chinese())
def test_chinese_phrases_mean_what_they_say(case: tuple[Meaning, str]) -> None:
    _check(*case)
