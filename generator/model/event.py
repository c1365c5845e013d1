"""Events 活动: something that happens at a time and a place."""

from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import Field, model_validator

from generator.model.item import ContactItem
from generator.model.record import Record
from generator.model.values import Before, Count, Day, Names, Text, When
from generator.schedule import Calendar


class Registration(Record):
    """报名: a sentence, or the parts of one."""

    how: Annotated[Text | None, Names("方式")] = None
    deadline: Annotated[Before | None, Names("截止")] = None
    places: Annotated[Count | None, Names("名额")] = None

    @model_validator(mode="before")
    @classmethod
    def _from_sentence(cls, value: Any) -> Any:
        return {"how": value} if isinstance(value, str) else value


class Event(ContactItem):
    """活动."""

    folder: ClassVar[str] = "events"

    title: Annotated[Text, Names("标题")]
    when: Annotated[When, Names("时间")]
    place: Annotated[Text, Names("地点")]
    groups: Annotated[tuple[Text, ...], Names("队伍", ("阵地",))] = ()
    programme: Annotated[tuple[Text, ...], Names("项目")] = ()
    fee: Annotated[Text | None, Names("费用")] = None
    audience: Annotated[Text | None, Names("对象")] = None
    registration: Annotated[Registration | None, Names("报名")] = None
    rain: Annotated[Text | None, Names("雨天")] = None
    gregorian: Annotated[Day | None, Names("公历核对")] = None
    cancelled: Annotated[Text | None, Names("取消")] = None
    results: Annotated[dict[str, Text], Names("结果")] = Field(default_factory=dict)

    def last_day(self, calendar: Calendar) -> date | None:
        """Return the last day on which the event can take place; None if it goes on."""
        return self.when.last_day(calendar)
