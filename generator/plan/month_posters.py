"""Posters of a span of days: a month's services, a month's and a week's digest, a week's menus.

They tell of the whole span whatever the day of building, so that the sheet in the glass case
changes only when the facts do.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.model.committee import Compound
from generator.plan import addresses
from generator.plan.agenda import month_end, week_end
from generator.plan.artifact import Artifact, Kind, make_artifact
from generator.plan.context import Context
from generator.plan.digests import (
    has_month_digest,
    has_week_digest,
    iterate_weeks,
    make_month_digest,
    make_week_digest,
)
from generator.plan.menu_posters import has_menu, make_menu_poster
from generator.plan.timetables import make_timetable, schedules_between
from generator.plan.variants import poster_variant
from generator.plan.views import PosterLink, PosterView

DAYS_BEFORE = 7
"""So many days before a month begins, its posters are made too."""


def plan_month_posters(context: Context, compound: Compound) -> Iterator[Artifact]:
    """Plan a compound's timetables, digests and menus."""
    for path, view in _views(context, compound):
        yield make_artifact(path, Kind.POSTER, view, context.stamps)


def month_links(context: Context, compound: Compound) -> Iterator[PosterLink]:
    """Yield links to a compound's timetables, digests and menus."""
    for first in iterate_months(context.today):
        last = month_end(first)
        if schedules_between(context, compound, first, last):
            yield _link(context, compound, "timetable", month=first, last_day=last)
        if has_month_digest(context, compound, first):
            yield _link(context, compound, "digest", month=first, last_day=last)
    for monday in iterate_weeks(context.today):
        if has_week_digest(context, compound, monday):
            yield _link(context, compound, "digest", week=monday, last_day=week_end(monday))
        if has_menu(context, compound, monday):
            yield _link(context, compound, "menu", week=monday, last_day=week_end(monday))


def _views(context: Context, compound: Compound) -> Iterator[tuple[str, PosterView]]:
    for first in iterate_months(context.today):
        timetable = make_timetable(context, compound, first)
        if timetable:
            yield addresses.of_month_poster(compound, "timetable", first), timetable
        if has_month_digest(context, compound, first):
            digest = make_month_digest(context, compound, first)
            yield addresses.of_month_poster(compound, "digest", first), digest
    for monday in iterate_weeks(context.today):
        if has_week_digest(context, compound, monday):
            path = addresses.of_week_poster(compound, "digest", monday)
            yield path, make_week_digest(context, compound, monday)
        menu = make_menu_poster(context, compound, monday)
        if menu:
            yield addresses.of_week_poster(compound, "menu", monday), menu


def _link(
    context: Context, compound: Compound, kind: str, *, last_day: date,
    month: date | None = None, week: date | None = None,
) -> PosterLink:  # fmt: skip
    if month:
        address = addresses.of_month_poster(compound, kind, month)
    else:
        assert week  # noqa: S101 - a link is to a month's or to a week's
        address = addresses.of_week_poster(compound, kind, week)
    return PosterLink(
        title="",
        address=address,
        kind=kind,
        month=month,
        week=week,
        paper=poster_variant(context.board, compound).paper,
        compound=compound.name,
        last_day=last_day,
    )


def iterate_months(today: date) -> list[date]:
    """Return the first days of the months with posters: this one, in its last week the next."""
    this, following = today.replace(day=1), month_end(today) + timedelta(days=1)
    return [this, following] if (following - today).days <= DAYS_BEFORE else [this]
