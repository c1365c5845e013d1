"""The procedure of a site: names alone or with a limit, and limits as people write them."""

import pytest
from pydantic import ValidationError

from generator.model.procedure import STEPS
from generator.model.site import Site


def steps(*values: object) -> Site:
    return Site.model_validate({"name": "街道", "steps": list(values)})


def code(*values: object) -> str:
    with pytest.raises(ValidationError) as caught:
        steps(*values)
    return caught.value.errors()[0]["type"]


def test_names_and_limits_stand_beside_one_another() -> None:
    site = steps("收集", {"name": "整理", "limit": "15天"}, "反馈")
    assert site.step_names == ("收集", "整理", "反馈")
    assert [step.limit for step in site.steps] == [None, 15, None]
    assert Site(name="街道").steps == STEPS


@pytest.mark.parametrize(
    ("text", "days"),
    [("15天", 15), ("15", 15), ("１５ 日", 15), ("2周", 14), ("3个星期", 21), ("15 days", 15),
     ("1 week", 7), ("999天", 999)],
)  # fmt: skip
def test_limits_are_days(text: str, days: int) -> None:
    assert steps({"name": "整理", "limit": text}, "反馈").steps[0].limit == days


@pytest.mark.parametrize(
    "text", ["半个月", "1个月", "5个工作日", "0天", "-3天", "三天", "1000天", "天"]
)
def test_other_limits_are_refused(text: str) -> None:
    assert code({"name": "整理", "limit": text}) == "day-count-wrong"


def test_a_procedure_has_steps_and_each_once() -> None:
    assert code() == "value-empty"
    assert code("收集", "收集") == "procedure-step-twice"
