"""Issues 议题: what residents raised, and the dated steps it went through since."""

from datetime import date
from typing import Annotated, ClassVar

from generator.model.item import SignedItem
from generator.model.record import Figure, Record
from generator.model.values import Day, Names, Text


class Step(Record):
    """One step of 进度, as it was done."""

    name: Annotated[Text, Names("步骤")]
    day: Annotated[Day, Names("日期")]
    note: Annotated[Text, Names("说明")]
    announcement: Annotated[Text | None, Names("公示")] = None


class NextStep(Record):
    """下一步: what comes next and, if known, when."""

    name: Annotated[Text, Names("步骤")]
    expected: Annotated[Day | None, Names("预计")] = None


class Issue(SignedItem):
    """议题. Names nobody who raised it."""

    folder: ClassVar[str] = "issues"

    number: Annotated[Text, Names("编号")]
    title: Annotated[Text, Names("标题")]
    origin: Annotated[Text | None, Names("来源")] = None
    topic: Annotated[Text | None, Names("类别")] = None
    steps: Annotated[tuple[Step, ...], Names("进度")]
    next_step: Annotated[NextStep | None, Names("下一步")] = None
    theme: Annotated[Text | None, Names("主题")] = None
    """The theme of the annual review that it counts under."""
    figures: Annotated[tuple[Figure, ...], Names("数字")] = ()

    @property
    def opened(self) -> date:
        """The day of the first step."""
        return self.steps[0].day
