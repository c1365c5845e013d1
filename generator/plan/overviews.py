"""The pages that gather: the street's front page, compounds, committees."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from generator.model.committee import Committee, Compound
from generator.model.event import Event
from generator.model.filed import FiledItem
from generator.model.group import Group
from generator.model.issue import Issue
from generator.model.item import Item
from generator.model.notice import Notice, Outage
from generator.model.review import ReviewEntry
from generator.model.service import ServiceSchedule
from generator.plan import addresses
from generator.plan.agenda import week_end
from generator.plan.ahead import arrange_today, leave_out_routine, look_ahead
from generator.plan.artifact import Artifact
from generator.plan.cards import (
    by_next_day,
    by_weight,
    current,
    is_open,
    is_urgent,
    make_card,
    make_cards,
    service_card,
)
from generator.plan.contacts import coverage, grid_views, neighbours
from generator.plan.context import Context, compound_link
from generator.plan.issue_boards import issue_board_of
from generator.plan.issues import issue_cards
from generator.plan.lifetime import is_closed, last_change
from generator.plan.news_feeds import feed_links, news_feed_of
from generator.plan.posters import poster_links
from generator.plan.previews import share_image
from generator.plan.structured_data import office_data, site_data
from generator.plan.views import (
    AheadView,
    CommitteeLink,
    CommitteePage,
    CompoundPage,
    DayView,
    Head,
    HomePage,
    Link,
)

_COMING_DAYS = 14


class _Days(NamedTuple):
    """What the page of a compound tells of days, in its fields of the same names."""

    now: DayView
    this_week: tuple[DayView, ...]
    coming: tuple[DayView, ...]
    later: tuple[DayView, ...]
    ahead: AheadView


def plan_home(context: Context) -> Iterator[Artifact]:
    """Plan the front page."""
    if not context.wants(addresses.HOME):
        return
    board, today = context.board, context.today
    notices = by_weight(current(context, board.notices))
    street = [n for n in notices if n.owner is None]
    happenings: list[Item] = [*board.events, *_outages(notices)]
    yield context.page(
        addresses.HOME,
        HomePage(
            frame=context.frame,
            head=Head(
                title=board.site.name,
                description=board.site.footer or board.site.name,
                changed=_last_change(context, None),
                feeds=feed_links(context, None),
                data=(site_data(context),),
            ),
            today=today,
            urgent=make_cards(context, (n for n in notices if is_urgent(n))),
            committees=tuple(committee_link(committee) for committee in board.committees),
            week=context.agenda.days(happenings, today, today + timedelta(days=6)),
            ahead=look_ahead(context, happenings),
            notices=make_cards(
                context, (n for n in street if not is_urgent(n) and not is_open(n, today))
            ),
            announcements=make_cards(context, (n for n in notices if is_open(n, today))),
            issues=issue_cards(
                context, [i for i in board.issues if not is_closed(i, board, today)]
            ),
            compound_count=len(board.compounds),
            issue_board=issue_board_of(context, None),
            feed=news_feed_of(context, None),
        ),
    )


def plan_compounds(context: Context) -> Iterator[Artifact]:
    """Plan one page for each compound."""
    for compound in context.board.compounds:
        path = addresses.of_compound(compound.id)
        if context.wants(path):
            yield context.page(path, _compound_page(context, compound))


def _compound_page(context: Context, compound: Compound) -> CompoundPage:
    board, today = context.board, context.today
    committee = board.committee(compound.owner)
    office = Link(committee.name, addresses.of_committee(committee.id))
    notices = by_weight(current(context, board.in_scope(compound, Notice)))
    events, schedules = board.in_scope(compound, Event), board.in_scope(compound, ServiceSchedule)
    services = current(context, schedules)
    days = _plan_days(context, [*events, *_outages(notices), *schedules])
    posters = poster_links(context, compound)
    lists = {
        "urgent": [n for n in notices if is_urgent(n)],
        "announcements": [n for n in notices if is_open(n, today)],
        "notices": [n for n in notices if not is_urgent(n) and not is_open(n, today)],
        "groups": board.in_scope(compound, Group),
    }
    return CompoundPage(
        frame=context.frame,
        head=replace(
            context.head(
                compound.name, f"{compound.name} · {committee.name} · {board.site.name}", office
            ),
            image=share_image(posters, compound.name),
            changed=_last_change(context, compound),
            feeds=feed_links(context, compound),
        ),
        today=today,
        name=compound.name,
        former_names=tuple(former.name for former in compound.merged_from),
        committee=office,
        committee_phone=committee.phone,
        committee_hours=committee.hours.reading(context.board.site.speech)
        if committee.hours
        else None,
        address=compound.address,
        households=compound.households,
        buildings=compound.buildings,
        now=days.now,
        this_week=days.this_week,
        coming=days.coming,
        later=days.later,
        ahead=days.ahead,
        services=tuple(service_card(context, s) for s in services),
        issues=issue_cards(context, board.in_scope(compound, Issue)),
        grids=grid_views(compound),
        neighbours=neighbours(context, compound),
        posters=posters,
        short_url=context.short_url(compound.id),
        calendar=addresses.of_compound_calendar(compound.id),
        issue_board=issue_board_of(context, compound),
        feed=news_feed_of(context, compound),
        **{name: make_cards(context, items) for name, items in lists.items()},
    )


def _plan_days(context: Context, items: Sequence[Item]) -> _Days:
    """Return what is on when, near and far.

    What is routine stands in today's list and the week's; further ahead only events are told of
    day by day, and services that do not take place on most days.
    """
    today, sunday = context.today, week_end(context.today)
    tomorrow, monday = today + timedelta(days=1), sunday + timedelta(days=1)
    fortnight = sunday + timedelta(days=_COMING_DAYS)
    after = fortnight + timedelta(days=1)
    days, ahead = context.agenda.days, look_ahead(context, items)
    now = days(items, today, today)
    return _Days(
        now=arrange_today(now[0], ahead) if now else context.agenda.day(today),
        this_week=days(items, tomorrow, sunday),
        coming=leave_out_routine(days(items, monday, fortnight), ahead),
        later=leave_out_routine(days(items, after, context.horizon), ahead),
        ahead=ahead,
    )


def plan_committees(context: Context) -> Iterator[Artifact]:
    """Plan one page for each committee."""
    board = context.board
    for committee in board.committees:
        if not context.wants(addresses.of_committee(committee.id)):
            continue
        owned = [item for item in board.items if item.owner == committee.id]
        live = current(context, owned)
        events = by_next_day(context, (i for i in live if isinstance(i, Event)))
        urgent = _urgent_for(context, committee)
        notices = by_weight(i for i in live if isinstance(i, Notice) and i not in urgent)
        head = replace(
            context.head(committee.name, committee.summary or committee.name),
            changed=_last_change(context, committee),
            feeds=feed_links(context, committee),
            data=(office_data(committee),),
        )
        view = CommitteePage(
            frame=context.frame,
            head=head,
            today=context.today,
            name=committee.name,
            phone=committee.phone,
            hours=committee.hours.reading(context.board.site.speech) if committee.hours else None,
            address=committee.address,
            summary=committee.summary,
            compounds=tuple(compound_link(c) for c in committee.compounds),
            groups=tuple(make_card(context, i) for i in owned if isinstance(i, Group)),
            events=make_cards(context, events),
            services=tuple(
                service_card(context, i) for i in live if isinstance(i, ServiceSchedule)
            ),
            urgent=make_cards(context, urgent),
            notices=make_cards(context, notices),
            issues=issue_cards(context, [i for i in owned if isinstance(i, Issue)]),
            reviews=make_cards(context, _newest_first(owned)),
            calendar=addresses.of_committee_calendar(committee.id),
            issue_board=issue_board_of(context, committee),
            coverage=coverage(committee),
            feed=news_feed_of(context, committee),
        )
        yield context.page(addresses.of_committee(committee.id), view)


def _urgent_for(context: Context, committee: Committee) -> list[Notice]:
    """Return what cannot wait in any of a committee's compounds, whoever has published it."""
    found = {
        notice.source.path: notice
        for compound in committee.compounds
        for notice in context.board.in_scope(compound, Notice)
        if is_urgent(notice) and context.is_current(notice)
    }
    return by_weight(found.values())


def _last_change(context: Context, place: Committee | Compound | None) -> date | None:
    """Return the last day until today on which one of a place's items that may be seen changed."""
    days = (
        item.changed if isinstance(item, FiledItem) else last_change(item, context.today)
        for item in context.everything_in(place)
    )
    return max((day for day in days if day), default=None)


def _newest_first(items: Iterable[Item]) -> list[ReviewEntry]:
    """Return the entries of reviews among the items."""
    entries = [item for item in items if isinstance(item, ReviewEntry)]
    return sorted(entries, key=lambda entry: entry.year, reverse=True)


def _outages(notices: list[Notice]) -> list[Notice]:
    return [notice for notice in notices if isinstance(notice, Outage)]


def committee_link(committee: Committee) -> CommitteeLink:
    """Return a committee for a directory."""
    return CommitteeLink(
        name=committee.name,
        address=addresses.of_committee(committee.id),
        phone=committee.phone,
        compounds=tuple(compound_link(compound) for compound in committee.compounds),
    )
