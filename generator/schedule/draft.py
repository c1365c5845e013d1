"""What has been read of a phrase so far: clauses, before they become segments."""

from dataclasses import dataclass, field

from generator.pattern import Pattern
from generator.schedule.records import Deadline
from generator.schedule.rules import Rule
from generator.schedule.segment import DaysOff, Rain, TimeSpan
from generator.schedule.selection import Season, Selection, Window

_LISTED = Pattern("(?:、|和|及|与|以及|并且|并)+")


@dataclass(slots=True)
class Clause:
    """The stretch between two commas or brackets, or up to a new day after a time."""

    windows: list[Window] = field(default_factory=list)
    seasons: list[Season] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    months: tuple[int, ...] = ()
    times: list[TimeSpan] = field(default_factory=list)
    all_day: bool = False
    joint: str = ""
    """What stands between the clause and the one before it: `,` `(` `、` 和 and the like."""
    excluded: bool = False
    """Whether the clause takes its days out (除外, 暂停)."""
    opened: bool = False
    """Whether it takes them out by a word before them (除), which goes on through 和."""
    contested: bool = False
    """Whether single dates and a rule stand side by side with only a comma between them."""
    exclusions: list[Selection] = field(default_factory=list)
    days_off: DaysOff | None = None
    one_holiday: tuple[int, int] | None = None
    """Where it says of one holiday alone that it moves an occurrence: 国庆节顺延."""
    rain: Rain | None = None
    label: str = ""
    count: int = 0
    """Of 每月四次, which needs days to go with it."""
    count_unit: str = ""
    count_at: tuple[int, int] = (0, 0)
    every_weeks: int = 0
    """Of 隔周 and 每两周, which needs a first date."""
    deadline: Deadline | None = None
    start: int = -1
    end: int = -1
    days_start: int = -1
    days_end: int = -1

    def ends_at(self, start: int, end: int) -> None:
        """Remember where words about days stand."""
        self.touch(start, end)
        self.days_start = start if self.days_start < 0 else min(self.days_start, start)
        self.days_end = max(self.days_end, end)

    def touch(self, start: int, end: int) -> None:
        """Remember where other words of the clause stand."""
        self.start = start if self.start < 0 else min(self.start, start)
        self.end = max(self.end, end)

    @property
    def has_days(self) -> bool:
        """Whether anything in it says which days."""
        return bool(self.windows or self.seasons or self.rules or self.months)

    @property
    def days_only(self) -> bool:
        """Whether it says which days, and nothing else."""
        return self.has_days and not self.has_times and not self.excluded

    @property
    def dated(self) -> bool:
        """Whether it names nothing but single dates."""
        single = all(window.first == window.last for window in self.windows)
        return bool(self.windows) and single and not (self.rules or self.seasons or self.months)

    @property
    def listed(self) -> bool:
        """Whether it goes on with the list in the clause before: 、 or 和, and no comma."""
        return _LISTED.fullmatch(self.joint) is not None

    @property
    def has_times(self) -> bool:
        """Whether anything in it says at what time."""
        return bool(self.times or self.all_day)

    def selection(self) -> Selection:
        """Return the days that the clause names."""
        return Selection(
            rules=tuple(self.rules),
            windows=tuple(self.windows),
            seasons=tuple(self.seasons),
            months=self.months,
        )
