"""Menus 菜单: what a canteen cooks, week by week, as it hangs at its door."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated

from pydantic import AfterValidator

from generator.model.record import Record
from generator.model.values import Days, Names, Parts, Text, reject
from generator.schedule import DayRange

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _take_week(days: DayRange) -> DayRange:
    """Refuse days of more than one week, which begins on Monday (ISO 8601)."""
    if _monday(days.first) != _monday(days.last):
        raise reject("menu-week-wrong", first=days.first, last=days.last)
    return days


class MenuWeek(Record):
    """The dishes of one week, or of one meal in it; a day without any is left out."""

    days: Annotated[Days, AfterValidator(_take_week), Names("周", ("日期", "周次"), "week")]
    """Any day of the week, or some of its days."""
    meal: Annotated[Text | None, Names("餐", ("餐次",))] = None
    """Lunch, say; None where there is one meal a day."""
    monday: Annotated[Parts, Names("周一", ("星期一",))] = ()
    tuesday: Annotated[Parts, Names("周二", ("星期二",))] = ()
    wednesday: Annotated[Parts, Names("周三", ("星期三",))] = ()
    thursday: Annotated[Parts, Names("周四", ("星期四",))] = ()
    friday: Annotated[Parts, Names("周五", ("星期五",))] = ()
    saturday: Annotated[Parts, Names("周六", ("星期六",))] = ()
    sunday: Annotated[Parts, Names("周日", ("星期日", "星期天", "周天"))] = ()

    @property
    def first(self) -> date:
        """The Monday of the week."""
        return _monday(self.days.first)

    @property
    def dishes(self) -> Iterator[tuple[date, str, tuple[str, ...]]]:
        """Each day that has dishes, with its attribute's name and the dishes."""
        for number, name in enumerate(_WEEKDAYS):
            dishes: tuple[str, ...] = getattr(self, name)
            if dishes:
                yield self.first + timedelta(days=number), name, dishes
