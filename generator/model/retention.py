"""How long 保留期 the contacts of what is over stay public, for each kind of item."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Annotated, Any

from generator.frozen import Frozen
from generator.model.record import Record
from generator.model.taking import TakenBy
from generator.model.values import Names, half_width, reject, take_text

_YEAR = 12
_PERIOD = re.compile(
    r"(?P<count>\d{1,3})\s*(?:"
    r"(?P<years>年|years?)|(?P<months>个?月|months?)|(?P<weeks>个?星期|周|weeks?)|(?P<days>天|日|days?))",
    re.IGNORECASE,
)


class Period(Frozen):
    """A span of time by the calendar: months, then days."""

    months: int = 0
    days: int = 0

    def last_day_after(self, day: date) -> date:
        """Return the last day of the period that begins when `day` is over.

        A month after January 31st ends with February.
        """
        year, month = divmod(day.year * _YEAR + day.month - 1 + self.months, _YEAR)
        last = monthrange(year, month + 1)[1]
        return date(year, month + 1, min(day.day, last)) + timedelta(days=self.days)


def _take_period(value: Any) -> Period:
    """Accept `12个月`, `2年`, `6周` and `90天`; a number alone says too little."""
    if isinstance(value, Period):
        return value
    text = half_width(take_text(value))
    found = _PERIOD.fullmatch(text)
    count = int(found["count"]) if found else 0
    if not found or count == 0:
        raise reject("period-wrong", value=text)
    if found["years"] or found["months"]:
        return Period(months=count * (_YEAR if found["years"] else 1))
    return Period(days=count * (7 if found["weeks"] else 1))


Duration = Annotated[Period, TakenBy(_take_period)]

ONE_YEAR = Period(months=_YEAR)


class Retention(Record):
    """保留期: reckoned from the last day of an item, or from the day an issue was closed."""

    events: Annotated[Duration, Names("活动")] = ONE_YEAR
    services: Annotated[Duration, Names("服务", ("便民服务",))] = ONE_YEAR
    notices: Annotated[Duration, Names("通知")] = ONE_YEAR
    announcements: Annotated[Duration, Names("公示")] = ONE_YEAR
    issues: Annotated[Duration, Names("议题")] = ONE_YEAR
