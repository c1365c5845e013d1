"""`calendar/YEAR.yaml` 日历: one year's holidays and make-up workdays, as announced."""

from typing import Annotated

from pydantic import Field

from generator.model.record import NOWHERE, Record, Source
from generator.model.taking import Given
from generator.model.values import Day, Days, Names
from generator.schedule import Calendar, Holiday


class CalendarYear(Record):
    """One year's file; `year` comes from the file's name."""

    source: Annotated[Source, Given()] = NOWHERE
    year: int = 0
    holidays: Annotated[dict[str, Days], Names("法定假期")]
    make_up_workdays: Annotated[tuple[Day, ...], Names("调休上班")] = ()
    school_holidays: Annotated[dict[str, Days], Names("学校假期")] = Field(default_factory=dict)

    def as_calendar(self) -> Calendar:
        """Return the year in the form that schedules are expanded with."""
        return Calendar(
            years=(self.year,),
            holidays=_spans(self.holidays),
            make_up_workdays=self.make_up_workdays,
            school_holidays=_spans(self.school_holidays),
        )


def _spans(named: dict[str, Days]) -> tuple[Holiday, ...]:
    return tuple(Holiday(name, days.first, days.last) for name, days in named.items())
