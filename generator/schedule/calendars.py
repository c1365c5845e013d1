"""Official holidays, make-up workdays and school holidays: which days are off.

A calendar only knows the years it was given. For other years it says `None`: next year's list is
announced in November, and a guess would send people to a locked door.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property, lru_cache
from typing import TypeVar

from generator.frozen import Frozen

_ONE_DAY = timedelta(days=1)

USUAL_SCHOOL_HOLIDAYS = {"寒假": ((2, 1), (3, 1)), "暑假": ((7, 1), (9, 1))}
"""First day, and the day after the last, where a year's own dates are not known.

What depends on them is marked as not yet known; without them, an after-school class of next year
would be shown in the middle of the summer.
"""

_PACKAGED_NAMES = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "Mid-autumn Festival": "中秋节",
    "National Day": "国庆节",
    "Anti-Fascist 70th Day": "抗战胜利纪念日",
}


class Holiday(Frozen, order=True):
    """A holiday's days off, both ends included, under its name in the official list."""

    name: str
    first: date
    last: date

    @property
    def year(self) -> int:
        """The year of the list that announced it: New Year's may begin in the old year."""
        return self.last.year

    def days(self) -> list[date]:
        """Return every day of it."""
        return [self.first + _ONE_DAY * n for n in range((self.last - self.first).days + 1)]


class Calendar(Frozen, dict=True, gc=True):
    """What is known about days off, for the years in `years`.

    `school_holidays` are named 寒假 and 暑假; a year may lack them even where `years` has it.
    """

    holidays: tuple[Holiday, ...] = ()
    make_up_workdays: tuple[date, ...] = ()
    school_holidays: tuple[Holiday, ...] = ()
    years: tuple[int, ...] = ()

    # Sets beside the tuples: a year's expansion asks about hundreds of days.

    @cached_property
    def _off(self) -> frozenset[date]:
        return frozenset(day for holiday in self.holidays for day in holiday.days())

    @cached_property
    def _made_up(self) -> frozenset[date]:
        return frozenset(self.make_up_workdays)

    @cached_property
    def _years(self) -> frozenset[int]:
        return frozenset(self.years)

    def knows(self, year: int) -> bool:
        """Return whether the official list of that year is here."""
        return year in self._years

    def is_holiday(self, day: date) -> bool | None:
        """Return whether the official list has this day off; `None` if its year is not known."""
        if day in self._off:
            return True
        return False if day.year in self._years else None

    def is_make_up_workday(self, day: date) -> bool:
        """Return whether people work on this weekend day in exchange for a holiday."""
        return day in self._made_up

    def is_workday(self, day: date) -> bool | None:
        """Return whether offices work on a day; `None` if its year is not known."""
        if day in self._off:
            return False
        if day in self._made_up:
            return True
        return day.weekday() < 5 if day.year in self._years else None

    def is_probable_workday(self, day: date) -> bool:
        """Return `is_workday`, or Monday to Friday where the year is not known."""
        known = self.is_workday(day)
        return day.weekday() < 5 if known is None else known

    def holiday_days(self, name: str, first: date, last: date) -> list[date]:
        """Return the days off of one official holiday from `first` to `last`."""
        days = (d for holiday in self.holidays if name in holiday.name for d in holiday.days())
        return sorted({day for day in days if first <= day <= last})

    def school_days_off(self, name: str, year: int) -> tuple[tuple[Holiday, ...], bool]:
        """Return a year's school holidays of a name, and whether they are announced dates."""
        known = tuple(h for h in self.school_holidays if name in h.name and h.year == year)
        if known or name not in USUAL_SCHOOL_HOLIDAYS or not 1 <= year <= 9998:
            return known, bool(known)
        first, after = USUAL_SCHOOL_HOLIDAYS[name]
        usual = Holiday(name, date(year, *first), date(year, *after) - _ONE_DAY)
        return (usual,), False

    def replaced_by(self, other: "Calendar") -> "Calendar":
        """Return both together; where both know a year, `other`'s list stands alone."""
        schools = {(h.name, h.year) for h in other.school_holidays}
        return Calendar(
            holidays=_merged((h for h in self.holidays if not other.knows(h.year)), other.holidays),
            make_up_workdays=_merged(
                (d for d in self.make_up_workdays if not other.knows(d.year)),
                other.make_up_workdays,
            ),
            school_holidays=_merged(
                (h for h in self.school_holidays if (h.name, h.year) not in schools),
                other.school_holidays,
            ),
            years=_merged(self.years, other.years),
        )


_Item = TypeVar("_Item", Holiday, date, int)


def _merged(one: Iterable[_Item], two: Iterable[_Item]) -> tuple[_Item, ...]:
    both: set[_Item] = set(one)
    both.update(two)
    return tuple(sorted(both))


@lru_cache(maxsize=1)
def packaged_calendar() -> Calendar:
    """Return the official lists that the package `chinesecalendar` ships; no school holidays."""
    # Imported here: whoever parses a phrase without a calendar does not pay for the tables.
    from chinese_calendar import constants  # noqa: PLC0415

    named = sorted((day, str(name)) for day, name in constants.holidays.items())
    holidays: list[Holiday] = []
    for day, english in named:
        name = _PACKAGED_NAMES.get(english, english)
        if holidays and holidays[-1].name == name and day - holidays[-1].last == _ONE_DAY:
            holidays[-1] = Holiday(name, holidays[-1].first, day)
        else:
            holidays.append(Holiday(name, day, day))
    return Calendar(
        holidays=tuple(holidays),
        make_up_workdays=tuple(sorted(constants.workdays)),
        years=tuple(sorted({day.year for day, _ in named})),
    )
