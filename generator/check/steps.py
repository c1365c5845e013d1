"""The way of an issue: steps that the site knows, in its order, on days that follow one another."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.model.board import Board
from generator.model.issue import Issue
from generator.problems import Problem


def check_steps(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find unknown steps, steps in the wrong order, and days that run backwards."""
    order = board.site.steps
    for issue in board.issues:
        unknown = [n for n, step in enumerate(issue.steps) if step.name not in order]
        for number in unknown:
            place = issue.source.place("steps", number, "name")
            facts = {"value": issue.steps[number].name, "known": "\n".join(order)}
            yield Problem(place=place, code="step-unknown", facts=facts)
        if not unknown:
            yield from _check_order(issue, order)


def _check_order(issue: Issue, order: tuple[str, ...]) -> Iterator[Problem]:
    for number, (before, after) in enumerate(pairwise(issue.steps), start=1):
        if order.index(after.name) < order.index(before.name):
            place = issue.source.place("steps", number, "name")
            facts = {"value": after.name, "before": before.name, "known": "\n".join(order)}
            yield Problem(place=place, code="step-order", facts=facts)
        if after.day < before.day:
            place = issue.source.place("steps", number, "day")
            yield Problem(
                place=place,
                code="step-days",
                facts={"value": after.name, "day": after.day, "before": before.day},
            )
