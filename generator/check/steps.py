"""The way of an issue: steps that the site knows, in its order, on days that follow one another."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.model.board import Board
from generator.model.issue import Issue, NextStep, Step
from generator.model.notice import Announcement
from generator.model.record import name_field
from generator.problems import Fact, Fault, Problem, Severity


def check_procedure(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find a limit on the last step, which ends an issue and so has no time of its own."""
    last = board.site.steps[-1]
    if last.limit is not None:
        place = board.site.source.place("steps", len(board.site.steps) - 1, "limit")
        facts: dict[str, Fact] = {"value": last.name}
        yield Problem(
            place=place,
            code="step-limit-last",
            severity=Severity.WARNING,
            fault=Fault.SITE,
            facts=facts,
        )


def check_steps(board: Board, today: date) -> Iterator[Problem]:
    """Find unknown, skipped and swapped steps, and days that run backwards or have not come."""
    order = board.site.step_names
    for issue in board.issues:
        unknown = list(_check_names(issue, order))
        yield from unknown
        if not unknown:
            yield from _check_order(issue, order)
            yield from _check_next(issue, order, today)
        for number, step in enumerate(issue.steps):
            if step.day > today:
                facts: dict[str, Fact] = {"value": step.name, "day": step.day, **_words(issue)}
                yield _warn(issue, "step-future", number, "day", **facts)


def _check_names(issue: Issue, order: tuple[str, ...]) -> Iterator[Problem]:
    named: list[tuple[tuple[str | int, ...], str]] = [
        (("steps", number, "name"), step.name) for number, step in enumerate(issue.steps)
    ]
    if issue.next_step:
        named.append((("next_step", "name"), issue.next_step.name))
    for keys, name in named:
        if name not in order:
            facts: dict[str, Fact] = {"value": name, "known": "\n".join(order)}
            yield Problem(place=issue.source.place(*keys), code="step-unknown", facts=facts)


def _check_order(issue: Issue, order: tuple[str, ...]) -> Iterator[Problem]:
    first = issue.steps[0].name
    if first != order[0]:
        yield _skipped(issue, order[: order.index(first)], 0)
    for number, (before, after) in enumerate(pairwise(issue.steps), start=1):
        position, reached = order.index(after.name), order.index(before.name)
        if position < reached:
            place = issue.source.place("steps", number, "name")
            facts: dict[str, Fact] = {"value": after.name, "before": before.name}
            facts["known"] = "\n".join(order)
            yield Problem(place=place, code="step-order", facts=facts)
        elif position > reached + 1:
            yield _skipped(issue, order[reached + 1 : position], number)
        if after.day < before.day:
            place = issue.source.place("steps", number, "day")
            facts = {"value": after.name, "day": after.day, "before": before.day}
            yield Problem(place=place, code="step-days", facts=facts)


def _check_next(issue: Issue, order: tuple[str, ...], today: date) -> Iterator[Problem]:
    """Find a 下一步 of an issue that is closed, that lies behind, or whose day has gone by."""
    following, last = issue.next_step, issue.steps[-1]
    if following is None:
        return
    facts: dict[str, Fact] = {"value": following.name, "before": last.name}
    if last.name == order[-1]:
        yield _warn(issue, "next-step-closed", "next_step", "name", **facts, **_words(issue))
    elif order.index(following.name) < order.index(last.name):
        facts["known"] = "\n".join(order)
        yield Problem(place=issue.source.place("next_step", "name"), code="step-order", facts=facts)
    elif following.expected is not None and following.expected < last.day:
        facts = {"value": following.name, "day": following.expected, "before": last.day}
        yield Problem(
            place=issue.source.place("next_step", "expected"), code="step-days", facts=facts
        )
    elif following.expected is not None and following.expected < today:
        facts = {"value": following.name, "day": following.expected, **_words(issue)}
        yield _warn(issue, "next-step-passed", "next_step", "expected", **facts)


def check_announcements(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find steps whose 公示 is none, belongs elsewhere, or is cut short by the step after it."""
    for issue in board.issues:
        for number, step in enumerate(issue.steps):
            notice = step.announcement and board.find_announcement(step.announcement, issue.owner)
            if not notice:
                continue  # a name that nobody has is found with the other names
            facts: dict[str, Fact] = {"value": step.name, "file": notice.source.path}
            if isinstance(notice, Announcement):
                yield from _check_period(issue, number, notice)
            else:
                yield _warn(issue, "announcement-kind", number, "announcement", **facts)
    yield from _check_links_back(board)


def _check_links_back(board: Board) -> Iterator[Problem]:
    """Find a 公示 that names an issue of its committee, and that no step leads to."""
    linked = {(i.owner, step.announcement) for i in board.issues for step in i.steps}
    for notice in board.notices:
        named = isinstance(notice, Announcement) and notice.issue
        issue = board.find_issue(named, notice.owner) if named else None
        known = (notice.owner, notice.source.stem) in linked
        if issue and issue.owner == notice.owner and not known:
            english = issue.source.english
            facts: dict[str, Fact] = {
                "value": issue.number,
                "file": issue.source.path,
                "name": notice.source.stem,
                "field": name_field(Step, "announcement", english=english),
            }
            place = notice.source.place("issue")
            yield Problem(
                place=place, code="announcement-unlinked", severity=Severity.NOTE, facts=facts
            )


def _check_period(issue: Issue, number: int, notice: Announcement) -> Iterator[Problem]:
    step, period = issue.steps[number], notice.period
    if not min(notice.published, period.first) <= step.day <= period.last:
        facts: dict[str, Fact] = {"value": step.name, "day": step.day}
        facts |= {"first": period.first, "last": period.last}
        yield _warn(issue, "announcement-apart", number, "day", **facts)
    if notice.issue and notice.issue != issue.number:
        facts = {"file": notice.source.path, "other": notice.issue, "value": issue.number}
        yield _warn(issue, "announcement-other-issue", number, "announcement", **facts)
    for later, after in enumerate(issue.steps[number + 1 :], start=number + 1):
        if after.name != step.name and step.day <= after.day <= period.last:
            facts = {"value": after.name, "day": after.day, "last": period.last}
            yield _warn(issue, "step-in-period", later, "day", **facts)


def _words(issue: Issue) -> dict[str, Fact]:
    """Return what the fields are called that a remedy names."""
    english = issue.source.english
    return {
        "steps": name_field(Issue, "steps", english=english),
        "next": name_field(Issue, "next_step", english=english),
        "expected": name_field(NextStep, "expected", english=english),
    }


def _skipped(issue: Issue, missing: tuple[str, ...], number: int) -> Problem:
    value = issue.steps[number].name
    return _warn(issue, "step-skipped", number, "name", value=value, missing="\n".join(missing))


def _warn(issue: Issue, code: str, where: int | str, key: str, **facts: Fact) -> Problem:
    """Return a warning at a field of a step, given by its number, or of 下一步."""
    place = issue.source.place(*(("steps", where) if isinstance(where, int) else (where,)), key)
    return Problem(place=place, code=code, severity=Severity.WARNING, facts=facts)
