"""The small records that the package hands out: no parsing, no calendar, no words for people."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta

from generator.frozen import Frozen

Fact = str | int | date
"""A value that a sentence mentions; the same type that problems carry."""

DAY_MINUTES = 24 * 60


class Facts(Mapping[str, Fact]):
    """A mapping that can be hashed and pickled, so that the records that hold one can be too."""

    __slots__ = ("_items",)

    def __init__(self, facts: Mapping[str, Fact] | None = None) -> None:
        self._items = tuple(sorted((facts or {}).items()))

    def __getitem__(self, key: str) -> Fact:
        for name, value in self._items:
            if name == key:
                return value
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(self._items)

    def __repr__(self) -> str:
        return repr(dict(self._items))

    def __reduce__(self) -> tuple[type["Facts"], tuple[dict[str, Fact]]]:
        return (Facts, (dict(self._items),))


NO_FACTS = Facts()


class Refusal(Frozen):
    """Why a phrase was not understood, and where.

    `offset` and `length` count characters of the phrase as it was typed; they cover exactly the
    words that caused the refusal. `suggestions` are phrases, or parts of one, to write instead.
    """

    code: str
    offset: int
    length: int
    facts: Facts = NO_FACTS
    suggestions: tuple[str, ...] = ()


class Note(Frozen):
    """What was inferred from a phrase, or is risky about it; places as in `Refusal`.

    `risky` tells a warning (somebody should look) from a mere statement of what was inferred.
    """

    code: str
    offset: int
    length: int
    facts: Facts = NO_FACTS
    risky: bool = False


class DayRange(Frozen, order=True):
    """Days from `first` to `last`, both included; `first` is never after `last`."""

    first: date
    last: date

    def contains(self, day: date) -> bool:
        """Return whether `day` is one of these days."""
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        """The number of days, at least 1."""
        return (self.last - self.first).days + 1


class Deadline(Frozen, order=True):
    """Before `minute` (minutes after midnight) of `day`; `None` is until the end of that day."""

    day: date
    minute: int | None = None


class Occurrence(Frozen):
    """One time that something takes place.

    `start` and `end` are minutes after midnight of `day`: `start` `None` is all day, `end` `None`
    is not given. `end` passes 1440 when it is over on a later day; `start` is 1440 for twelve
    o'clock at night. `moved_from` is the day that the rule named when a policy for days off moved
    it. `tentative`: the holidays that decide about this day are not announced yet. `part` is a
    part of the day, such as 下午, that stands in place of a clock time.
    """

    day: date
    start: int | None = None
    end: int | None = None
    moved_from: date | None = None
    tentative: bool = False
    part: str = ""

    @property
    def sort_key(self) -> tuple[date, int, int, bool, str, date]:
        """By day, then start with all-day first, then end; the rest only breaks ties."""
        start = -1 if self.start is None else self.start
        end = -1 if self.end is None else self.end
        return (self.day, start, end, self.tentative, self.part, self.moved_from or date.min)

    def __lt__(self, other: "Occurrence") -> bool:
        return self.sort_key < other.sort_key

    def __le__(self, other: "Occurrence") -> bool:
        return self.sort_key <= other.sort_key

    def __gt__(self, other: "Occurrence") -> bool:
        return self.sort_key > other.sort_key

    def __ge__(self, other: "Occurrence") -> bool:
        return self.sort_key >= other.sort_key

    @property
    def starts(self) -> datetime | date:
        """The moment it begins, without a time zone; a day when it lasts all day."""
        return self.day if self.start is None else _moment(self.day, self.start)

    @property
    def ends(self) -> datetime | None:
        """The moment it ends, without a time zone, if the phrase says so."""
        return None if self.end is None else _moment(self.day, self.end)

    @property
    def start_text(self) -> str:
        """`09:00`; empty when it lasts all day."""
        return "" if self.start is None else clock_text(self.start)

    @property
    def end_text(self) -> str:
        """`11:00`, of a later day if `end` passes 1440; empty when the end is not given."""
        return "" if self.end is None else clock_text(self.end)


def clock_text(minute: int) -> str:
    """Write minutes after midnight as `09:00`; 1440 is `24:00`, and 1500 is `01:00` again."""
    if minute > DAY_MINUTES:
        minute %= DAY_MINUTES
    return f"{minute // 60:02}:{minute % 60:02}"


def _moment(day: date, minute: int) -> datetime:
    if day.year >= date.max.year:
        day = date(date.max.year - 1, 12, 31)
    return datetime.combine(day, time()) + timedelta(minutes=minute)
