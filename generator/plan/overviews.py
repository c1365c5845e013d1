"""The pages that gather: the street's front page, compounds, committees."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from generator.model.committee import Committee, Compound
from generator.model.event import Event
from generator.model.group import Group
from generator.model.issue import Issue
from generator.model.item import Item
from generator.model.notice import Notice, Outage
from generator.model.review import ReviewEntry
from generator.model.service import ServiceSchedule
from generator.plan import addresses
from generator.plan.agenda import week_end
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
from generator.plan.lifetime import is_closed
from generator.plan.notice_feeds import notice_feed_of
from generator.plan.posters import poster_links
from generator.plan.previews import share_image
from generator.plan.views import (
    CommitteeLink,
    CommitteePage,
    CompoundPage,
    DayView,
    Head,
    HomePage,
    Link,
)

_COMING_DAYS = 14


def plan_home(context: Context) -> Iterator[Artifact]:
    """Plan the front page."""
    board, today = context.board, context.today
    notices = by_weight(current(context, board.notices))
    street = [n for n in notices if n.owner is None]
    happenings: list[Item] = [*board.events, *_outages(notices)]
    yield context.page(
        addresses.HOME,
        HomePage(
            frame=context.frame,
            head=Head(title=board.site.name, description=board.site.footer or board.site.name),
            today=today,
            urgent=make_cards(context, (n for n in notices if is_urgent(n))),
            committees=tuple(committee_link(committee) for committee in board.committees),
            week=context.agenda.days(happenings, today, today + timedelta(days=6)),
            notices=make_cards(
                context, (n for n in street if not is_urgent(n) and not is_open(n, today))
            ),
            announcements=make_cards(context, (n for n in notices if is_open(n, today))),
            issues=issue_cards(
                context, [i for i in board.issues if not is_closed(i, board, today)]
            ),
            compound_count=len(board.compounds),
            issue_board=issue_board_of(context, None),
            feed=notice_feed_of(context, None),
        ),
    )


def plan_compounds(context: Context) -> Iterator[Artifact]:
    """Plan one page for each compound."""
    for compound in context.board.compounds:
        view = _compound_page(context, compound)
        yield context.page(addresses.of_compound(compound.id), view)


def _compound_page(context: Context, compound: Compound) -> CompoundPage:
    board, today = context.board, context.today
    committee = board.committee(compound.owner)
    office = Link(committee.name, addresses.of_committee(committee.id))
    notices = by_weight(current(context, board.in_scope(compound, Notice)))
    services = current(context, board.in_scope(compound, ServiceSchedule))
    now, this_week, coming = _spans(
        context, [*board.in_scope(compound, Event), *_outages(notices)], services
    )
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
            image=share_image(posters),
        ),
        today=today,
        name=compound.name,
        former_names=tuple(former.name for former in compound.merged_from),
        committee=office,
        committee_phone=committee.phone,
        committee_hours=committee.hours.reading() if committee.hours else None,
        address=compound.address,
        households=compound.households,
        buildings=compound.buildings,
        now=now,
        this_week=this_week,
        coming=coming,
        services=tuple(service_card(context, s) for s in services),
        issues=issue_cards(context, board.in_scope(compound, Issue)),
        grids=grid_views(compound),
        neighbours=neighbours(context, compound),
        posters=posters,
        short_url=context.short_url(compound.id),
        calendar=addresses.of_compound_calendar(compound.id),
        issue_board=issue_board_of(context, compound),
        feed=notice_feed_of(context, compound),
        **{name: make_cards(context, items) for name, items in lists.items()},
    )


def _spans(
    context: Context, happenings: list[Item], services: list[ServiceSchedule]
) -> tuple[DayView, tuple[DayView, ...], tuple[DayView, ...]]:
    """Return today, the rest of this week, and the fortnight after it.

    Services stand in today's list and the week's; further ahead only what is not routine does.
    """
    today, sunday = context.today, week_end(context.today)
    tomorrow, monday = today + timedelta(days=1), sunday + timedelta(days=1)
    everything = [*happenings, *services]
    now = context.agenda.days(everything, today, today)
    return (
        now[0] if now else context.agenda.day(today),
        context.agenda.days(everything, tomorrow, sunday),
        context.agenda.days(happenings, monday, sunday + timedelta(days=_COMING_DAYS)),
    )


def plan_committees(context: Context) -> Iterator[Artifact]:
    """Plan one page for each committee."""
    board = context.board
    for committee in board.committees:
        owned = [item for item in board.items if item.owner == committee.id]
        live = current(context, owned)
        events = by_next_day(context, (i for i in live if isinstance(i, Event)))
        notices = by_weight(i for i in live if isinstance(i, Notice))
        head = context.head(committee.name, committee.summary or committee.name)
        view = CommitteePage(
            frame=context.frame,
            head=head,
            today=context.today,
            name=committee.name,
            phone=committee.phone,
            hours=committee.hours.reading() if committee.hours else None,
            address=committee.address,
            summary=committee.summary,
            compounds=tuple(compound_link(c) for c in committee.compounds),
            groups=tuple(make_card(context, i) for i in owned if isinstance(i, Group)),
            events=make_cards(context, events),
            services=tuple(
                service_card(context, i) for i in live if isinstance(i, ServiceSchedule)
            ),
            notices=make_cards(context, notices),
            issues=issue_cards(context, [i for i in owned if isinstance(i, Issue)]),
            reviews=tuple(make_card(context, i) for i in owned if isinstance(i, ReviewEntry)),
            calendar=addresses.of_committee_calendar(committee.id),
            issue_board=issue_board_of(context, committee),
            coverage=coverage(committee),
        )
        yield context.page(addresses.of_committee(committee.id), view)


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
