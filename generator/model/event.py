"""Events 活动: something that happens at a time and a place."""

from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import Field, model_validator

from generator.model.item import ContactItem
from generator.model.posted import PostedItem
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


class ProgrammeItem(Record):
    """项目: one part of an event; its name alone may stand for it."""

    time: Annotated[Text | None, Names("时间")] = None
    """The time of day as people read it (9:00), not reckoned with."""
    name: Annotated[Text, Names("项目", ("内容", "节目", "名称"))]

    @model_validator(mode="before")
    @classmethod
    def _from_name(cls, value: Any) -> Any:
        return {"name": value} if isinstance(value, str) else value

    @property
    def words(self) -> str:
        """The part in one line."""
        return f"{self.time} {self.name}" if self.time else self.name


class Event(ContactItem, PostedItem):
    """活动."""

    folder: ClassVar[str] = "events"
    poster_parts: ClassVar[tuple[str, ...]] = (
        *("rain", "audience", "fee", "programme"),
        *("registration", "bring"),
    )

    title: Annotated[Text, Names("标题")]
    when: Annotated[When, Names("时间")]
    place: Annotated[Text, Names("地点")]
    groups: Annotated[tuple[Text, ...], Names("队伍", ("阵地",))] = ()
    programme: Annotated[tuple[ProgrammeItem, ...], Names("项目")] = ()
    bring: Annotated[tuple[Text, ...], Names("自带", ("带上",))] = ()
    fee: Annotated[Text | None, Names("费用")] = None
    audience: Annotated[Text | None, Names("对象")] = None
    registration: Annotated[Registration | None, Names("报名")] = None
    rain: Annotated[Text | None, Names("雨天")] = None
    gregorian: Annotated[Day | None, Names("公历核对")] = None
    cancelled: Annotated[Text | None, Names("取消")] = None
    theme: Annotated[Text | None, Names("主题")] = None
    """The theme of the annual review that it counts under, else that of its groups."""
    results: Annotated[dict[str, Text], Names("结果")] = Field(default_factory=dict)

    def last_day(self, calendar: Calendar) -> date | None:
        """Return the last day on which the event can take place; None if it goes on."""
        return self.when.last_day(calendar)
