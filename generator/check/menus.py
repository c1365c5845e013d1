"""Menus 菜单: no week twice, no dishes on a day when nobody cooks, and none that has run out."""

from collections.abc import Iterator
from datetime import date

from generator.model.board import Board
from generator.model.service import Service, ServiceSchedule
from generator.problems import Problem, Severity


def check_menus(board: Board, today: date) -> Iterator[Problem]:
    """Find what residents would stand before a closed door for."""
    for item in board.services:
        for number, service in enumerate(item.services):
            yield from _check_weeks(item, number, service)
            yield from _check_days(board, item, number, service, today)
            if item.valid.contains(today):
                yield from _check_end(item, number, service, today)


def _warn(code: str, item: ServiceSchedule, *keys: str | int, **facts: str | date) -> Problem:
    place = item.source.place("services", *keys)
    return Problem(place=place, code=code, severity=Severity.WARNING, facts=facts)


def _check_weeks(item: ServiceSchedule, number: int, service: Service) -> Iterator[Problem]:
    seen = set()
    for position, week in enumerate(service.menu):
        for day, name, _ in week.dishes:
            if (day, week.meal) in seen:
                yield _warn("menu-week-twice", item, number, "menu", position, name, day=week.first)
                break
        seen |= {(day, week.meal) for day, _, _ in week.dishes}


def _check_days(
    board: Board, item: ServiceSchedule, number: int, service: Service, today: date
) -> Iterator[Problem]:
    """Find dishes ahead on days when the service does not take place."""
    for position, week in enumerate(service.menu):
        for day, name, _ in week.dishes:
            is_ahead = day >= today and item.valid.contains(day)
            if is_ahead and not any(item.occurrences(service, day, day, board.calendar)):
                yield _warn(
                    "menu-day-closed", item, number, "menu", position, name,
                    day=day, value=service.name,
                )  # fmt: skip


def _check_end(
    item: ServiceSchedule, number: int, service: Service, today: date
) -> Iterator[Problem]:
    days = [day for week in service.menu for day, _, _ in week.dishes]
    if days and max(days) < today:
        yield _warn("menu-over", item, number, "menu", day=max(days), value=service.name)
