"""Posters of a month: a compound's service timetable, and its digest of what is on.

Both tell of the whole month whatever the day of building, so that the sheet in the glass case
changes only when the facts do.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.model.committee import Compound
from generator.model.event import Event
from generator.model.item import Item
from generator.model.notice import Notice, Outage
from generator.model.service import ServiceSchedule
from generator.model.site import fill_footer
from generator.plan import addresses
from generator.plan.agenda import month_end
from generator.plan.artifact import Artifact, Kind, make_artifact
from generator.plan.cards import bare_line, by_weight, make_cards
from generator.plan.context import Context, bare_url, phone_view
from generator.plan.lifetime import is_published, last_day
from generator.plan.views import (
    DigestPoster,
    Entry,
    PhoneView,
    PosterFrame,
    PosterLink,
    PosterView,
    ServiceLine,
    TimetablePoster,
)

DAYS_BEFORE = 7
"""So many days before a month begins, its posters are made too."""
_DAILY_SHARE = 0.6
"""A service on more of a month's days than this is told once instead of in every row."""


def plan_month_posters(context: Context, compound: Compound) -> Iterator[Artifact]:
    """Plan a compound's timetables and digests."""
    for first in _months(context.today):
        for kind, make in _MAKERS.items():
            view = make(context, compound, first)
            if view:
                path = addresses.of_month_poster(compound, kind, first.year, first.month)
                yield make_artifact(path, Kind.POSTER, view, context.stamps)


def month_links(context: Context, compound: Compound) -> Iterator[PosterLink]:
    """Yield links to a compound's timetables and digests."""
    for first in _months(context.today):
        kinds = list(_MAKERS) if _services(context, compound, first) else ["digest"]
        for kind in kinds:
            yield PosterLink(
                title="",
                address=addresses.of_month_poster(compound, kind, first.year, first.month),
                kind=kind,
                month=first,
                paper="A4",
                compound=compound.name,
                last_day=month_end(first),
            )


def _months(today: date) -> list[date]:
    """Return the first days of the months with posters: this one, in its last week the next."""
    this, following = today.replace(day=1), month_end(today) + timedelta(days=1)
    return [this, following] if (following - today).days <= DAYS_BEFORE else [this]


def _services(context: Context, compound: Compound, first: date) -> list[ServiceSchedule]:
    last = month_end(first)
    return [
        schedule
        for schedule in context.board.in_scope(compound, ServiceSchedule)
        if schedule.public_services
        and schedule.valid.first <= last
        and schedule.valid.last >= first
    ]


def _timetable(context: Context, compound: Compound, first: date) -> PosterView | None:
    last = month_end(first)
    daily: list[ServiceLine] = []
    by_day: dict[date, list[Entry]] = {}
    schedules = _services(context, compound, first)
    for schedule in schedules:
        for service in schedule.public_services:
            dated = list(context.agenda.of_service(schedule, service))
            dated = [(day, entry) for day, entry in dated if first <= day <= last]
            if len({day for day, _ in dated}) > _DAILY_SHARE * last.day:
                daily.append(bare_line(schedule, service))
                continue
            for day, entry in dated:
                by_day.setdefault(day, []).append(entry)
    if not schedules:
        return None
    contacts = [phone_view(schedule.contact) for schedule in schedules]
    return TimetablePoster(
        frame=_frame(context, compound, first),
        year=first.year,
        month=first.month,
        days=tuple(context.agenda.day(day, entries) for day, entries in sorted(by_day.items())),
        daily=tuple(daily),
        contacts=tuple(dict.fromkeys([*_office(context, compound), *contacts])),
    )


def _digest(context: Context, compound: Compound, first: date) -> PosterView | None:
    last = month_end(first)
    notices = [
        notice
        for notice in by_weight(context.board.in_scope(compound, Notice))
        if is_published(notice, context.today) and _hangs(context, notice, first)
    ]
    happenings: list[Item] = [
        *context.board.in_scope(compound, Event),
        *(notice for notice in notices if isinstance(notice, Outage)),
    ]
    return DigestPoster(
        frame=_frame(context, compound, first),
        year=first.year,
        month=first.month,
        days=context.agenda.days(happenings, first, last),
        notices=make_cards(context, (n for n in notices if not isinstance(n, Outage))),
        contacts=tuple(_office(context, compound)),
    )


def _hangs(context: Context, notice: Notice, first: date) -> bool:
    """Whether a notice hangs on some day of the month."""
    end = last_day(notice, context.board, context.today)
    return notice.published <= month_end(first) and (end is None or end >= first)


def _office(context: Context, compound: Compound) -> list[PhoneView]:
    committee = context.board.committee(compound.owner)
    return [PhoneView(committee.name, committee.phone)] if committee.phone else []


def _frame(context: Context, compound: Compound, first: date) -> PosterFrame:
    site = context.board.site
    url = context.short_url(compound.id)
    take_down = month_end(first)
    return PosterFrame(
        source="",
        site_name=site.name,
        language=site.language,
        committee=context.board.committee(compound.owner).name,
        compound=compound.name,
        title="",
        published=None,
        take_down=take_down,
        office_phone=context.office_phone(compound.owner),
        footer=fill_footer(site.posters.footer, None, take_down),
        url=url,
        short_url=bare_url(url),
    )


_MAKERS = {"timetable": _timetable, "digest": _digest}
