"""The procedure 议题办法: the steps that every issue goes through, and how long each may take."""

import re
from typing import Annotated, Any

from pydantic import AfterValidator, model_validator

from generator.model.record import Record
from generator.model.taking import TakenBy
from generator.model.values import Names, Text, half_width, reject, take_text

_WEEK = 7
_LIMIT = re.compile(r"(\d{1,3})(?:个)?\s*(天|日|周|星期|礼拜|days?|weeks?)?", re.IGNORECASE)
_WEEKS = ("周", "星期", "礼拜", "week", "weeks")


def _take_days(value: Any) -> int:
    """Accept `15天`, `15` and `2周`; refuse months and working days, whose length depends."""
    if isinstance(value, int):
        return value
    text = half_width(take_text(value))
    found = _LIMIT.fullmatch(text)
    days = int(found[1]) * (_WEEK if (found[2] or "").lower() in _WEEKS else 1) if found else 0
    if days == 0:
        raise reject("day-count-wrong", value=text)
    return days


DayCount = Annotated[int, TakenBy(_take_days)]


class ProcedureStep(Record):
    """One step of the procedure; its name alone may stand for it."""

    name: Annotated[Text, Names("步骤")]
    limit: Annotated[DayCount | None, Names("时限")] = None
    """After so many days in this step, the next one is overdue."""

    @model_validator(mode="before")
    @classmethod
    def _from_name(cls, value: Any) -> Any:
        return {"name": value} if isinstance(value, str) else value


def _take_steps(value: tuple[ProcedureStep, ...]) -> tuple[ProcedureStep, ...]:
    """Refuse a procedure without steps, and one that has the same step twice."""
    names = [step.name for step in value]
    if not names:
        raise reject("value-empty")
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise reject("procedure-step-twice", value=twice)
    return value


Procedure = Annotated[tuple[ProcedureStep, ...], AfterValidator(_take_steps)]

STEPS: Procedure = tuple(
    # Not validated, or a validator would be made at each start.
    ProcedureStep.model_construct(name=name)
    for name in ("收集", "整理", "公示", "评议", "反馈")
)
"""The procedure of a site that says nothing else."""
