"""Service windows: when one is open, what it does for people, what is on the menu, what changed."""

from datetime import date

from generator.frozen import Frozen


class HoursView(Frozen, kw_only=True):
    """A service's hours on one day."""

    day: date
    start: int | None
    """Minutes after midnight; None where no clock time is known."""
    end: int | None
    part: str = ""
    moved_from: date | None = None


class WindowView(Frozen, kw_only=True):
    """Whether a service takes place today, and when it does next."""

    today: tuple[HoursView, ...]
    next: HoursView | None
    """The first hours after today; None if none are in sight."""
    suspended: bool = False
    suspended_until: date | None = None
    """The last day of a suspension that today is in."""
    reason: str | None = None
    on: str = ""
    """Today's hours and those of the next two months, in the notation of `spans`, so that a script
    can tell whether it is open now."""
    known_until: date | None = None
    """The last day that `on` tells of."""


class ErrandView(Frozen, kw_only=True):
    """One thing that is done for people."""

    name: str
    bring: tuple[str, ...]
    takes: str | None
    fee: str | None

    @property
    def is_bare(self) -> bool:
        """Whether nothing but its name is known."""
        return not (self.bring or self.takes or self.fee)


class MealView(Frozen, kw_only=True):
    """What is cooked for one meal."""

    name: str | None
    dishes: tuple[str, ...]


class MenuDayView(Frozen, kw_only=True):
    """What is cooked on one day."""

    day: date
    meals: tuple[MealView, ...]
    """Nothing on a day on which the canteen is suspended."""
    reason: str | None = None
    """Why it is suspended, if that is said."""


class MenuWeekView(Frozen, kw_only=True):
    """The days of a week that have dishes; `first` is the Monday."""

    first: date
    last: date
    days: tuple[MenuDayView, ...]


class MenuView(Frozen, kw_only=True):
    """The menu of a canteen, week by week."""

    service: str
    weeks: tuple[MenuWeekView, ...]


class MovedView(Frozen, kw_only=True):
    """An occurrence that a holiday moved."""

    name: str
    day: date
    moved_from: date


class StopView(Frozen, kw_only=True):
    """Days of a month on which some services do not take place."""

    first: date
    last: date
    reason: str | None


class MonthChanges(Frozen, kw_only=True):
    """What is not as usual in a month."""

    month: int = 0
    moved: tuple[MovedView, ...] = ()
    stops: tuple[StopView, ...] = ()
    revised: date | None = None
    """The day in this month on which the schedule was changed."""

    def __bool__(self) -> bool:
        return bool(self.moved or self.stops or self.revised)


NO_CHANGES = MonthChanges()
