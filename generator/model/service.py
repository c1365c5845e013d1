"""Service schedules 便民服务: what is offered where, how often, and until when that is certain."""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Annotated, Any, ClassVar

from pydantic import Field, model_validator

from generator.model.item import ContactItem
from generator.model.menu import MenuWeek
from generator.model.record import Record
from generator.model.taking import TakenBy
from generator.model.values import Choices, Count, Day, Days, Names, Parts, Text, When
from generator.schedule import Calendar, Occurrence


class Visibility(Enum):
    """Whether a service may appear anywhere at all."""

    PUBLIC = "public"
    PRIVATE = "private"


_VISIBILITY_WORDS = {
    "公开": Visibility.PUBLIC,
    "是": Visibility.PUBLIC,
    "不公开": Visibility.PRIVATE,
    "否": Visibility.PRIVATE,
    "public": Visibility.PUBLIC,
    "private": Visibility.PRIVATE,
    "TRUE": Visibility.PUBLIC,
    "FALSE": Visibility.PRIVATE,
}


class Suspension(Record):
    """暂停: days on which nothing of the schedule takes place."""

    days: Annotated[Days, Names("时间", ("日期",))]
    reason: Annotated[Text | None, Names("原因")] = None


class Errand(Record):
    """清单: one thing that is done for people; its name alone may stand for it."""

    name: Annotated[Text, Names("事项", ("名称",))]
    bring: Annotated[Parts, Names("带什么", ("材料",))] = ()
    takes: Annotated[Text | None, Names("多久", ("时限",))] = None
    """How long it takes, in words: the same day, three working days."""
    fee: Annotated[Text | None, Names("费用")] = None

    @model_validator(mode="before")
    @classmethod
    def _from_name(cls, value: Any) -> Any:
        return {"name": value} if isinstance(value, str) else value


class Service(Record):
    """One line of a schedule: haircuts, blood pressure, errands."""

    name: Annotated[Text, Names("名称")]
    when: Annotated[When, Names("时间")]
    place: Annotated[Text | None, Names("地点")] = None
    fee: Annotated[Text | None, Names("费用")] = None
    audience: Annotated[Text | None, Names("对象")] = None
    places: Annotated[Count | None, Names("名额")] = None
    errands: Annotated[tuple[Errand, ...], Names("清单")] = ()
    menu: Annotated[tuple[MenuWeek, ...], Names("菜单")] = ()
    visibility: Annotated[Visibility, TakenBy(Choices(_VISIBILITY_WORDS)), Names("公开")] = (
        Visibility.PUBLIC
    )
    results: Annotated[dict[str, Text], Names("结果")] = Field(default_factory=dict)
    """What came of it while the schedule was valid, for the annual review."""


class ServiceSchedule(ContactItem):
    """便民服务: one file, several services."""

    folder: ClassVar[str] = "services"

    title: Annotated[Text, Names("标题")]
    services: Annotated[tuple[Service, ...], Names("服务")]
    place: Annotated[Text | None, Names("地点")] = None
    valid: Annotated[Days, Names("有效期")]
    checked: Annotated[Day, Names("最后核对")]
    suspensions: Annotated[tuple[Suspension, ...], Names("暂停")] = ()
    groups: Annotated[tuple[Text, ...], Names("队伍", ("阵地",))] = ()
    theme: Annotated[Text | None, Names("主题")] = None
    """The theme of the annual review that it counts under, else that of its groups."""
    results: Annotated[dict[str, Text], Names("结果")] = Field(default_factory=dict)
    """What came of all its services together, besides what each of them has."""

    def occurrences(
        self, service: Service, first: date, last: date, calendar: Calendar
    ) -> Iterator[Occurrence]:
        """Yield when a service takes place between two days, both included.

        That is while the schedule is valid, without suspended days.
        """
        first, last = max(first, self.valid.first), min(last, self.valid.last)
        for one in service.when.occurrences(first, last, calendar) if first <= last else ():
            if not any(suspension.days.contains(one.day) for suspension in self.suspensions):
                yield one

    @property
    def public_services(self) -> tuple[Service, ...]:
        """The services that may be published; everything that leaves the house uses these."""
        return tuple(s for s in self.services if s.visibility is Visibility.PUBLIC)
