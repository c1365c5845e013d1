"""Service schedules 便民服务: what is offered where, how often, and until when that is certain."""

from enum import Enum
from typing import Annotated, ClassVar

from pydantic import PlainValidator

from generator.model.item import ContactItem
from generator.model.record import Record
from generator.model.values import Choices, Count, Day, Days, Names, Text, When


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
}


class Suspension(Record):
    """暂停: days on which nothing of the schedule takes place."""

    days: Annotated[Days, Names("时间", ("日期",))]
    reason: Annotated[Text | None, Names("原因")] = None


class Service(Record):
    """One line of a schedule: haircuts, blood pressure, errands."""

    name: Annotated[Text, Names("名称")]
    when: Annotated[When, Names("时间")]
    place: Annotated[Text | None, Names("地点")] = None
    fee: Annotated[Text | None, Names("费用")] = None
    audience: Annotated[Text | None, Names("对象")] = None
    places: Annotated[Count | None, Names("名额")] = None
    errands: Annotated[tuple[Text, ...], Names("清单")] = ()
    visibility: Annotated[Visibility, PlainValidator(Choices(_VISIBILITY_WORDS)), Names("公开")] = (
        Visibility.PUBLIC
    )


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

    @property
    def public_services(self) -> tuple[Service, ...]:
        """The services that may be published; everything that leaves the house uses these."""
        return tuple(s for s in self.services if s.visibility is Visibility.PUBLIC)
