"""The page of every single event, service schedule, notice, issue and group."""

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta

from generator.model.event import Event
from generator.model.group import Group
from generator.model.issue import Issue
from generator.model.item import Item
from generator.model.notice import Announcement, Notice
from generator.model.review import ReviewEntry
from generator.model.service import ServiceSchedule
from generator.plan import addresses
from generator.plan.ahead import look_ahead
from generator.plan.artifact import Artifact
from generator.plan.attachments import attachment_links
from generator.plan.bylines import find_neighbouring_items, make_byline
from generator.plan.calendars import calendar_of
from generator.plan.cards import (
    current,
    is_open,
    make_cards,
    service_lines,
    summary_of,
    title_of,
)
from generator.plan.context import Context, figure_views, phone_view
from generator.plan.issues import step_history
from generator.plan.lifetime import is_over, is_published, last_change, last_day, published_day
from generator.plan.parts import event_parts, notice_parts
from generator.plan.posters import posters_of_item
from generator.plan.previews import share_image, share_picture
from generator.plan.standing import stand
from generator.plan.structured_data import article_data, occurrence_data, service_data
from generator.plan.views import (
    Around,
    DayView,
    EventPage,
    FigureView,
    GroupPage,
    Head,
    IssuePage,
    ItemFrame,
    Link,
    NoticePage,
    ResultsView,
    ServicePage,
    StructuredData,
    SuspensionView,
)
from generator.plan.windows import menu_views, month_changes

ItemPage = EventPage | ServicePage | NoticePage | IssuePage | GroupPage
_NOTHING: Around = (None, None)
_OCCURRENCES = 10
_SERVICE_DAYS = 14


def plan_items(context: Context) -> Iterator[Artifact]:
    """Plan the pages of all items that may be seen; a review plans its own."""
    around = find_neighbouring_items(context)
    for item in (*context.board.items, *context.revived):
        if not isinstance(item, ReviewEntry) and is_published(item, context.today):
            make_view = next(f for kind, f in _MAKERS.items() if isinstance(item, kind))
            path = addresses.of_item(item)
            if context.wants(path):
                yield context.page(path, make_view(context, item, around.get(path, _NOTHING)))


def _head(
    context: Context, item: Item, shown: ItemFrame, data: tuple[StructuredData, ...] = ()
) -> Head:
    """Return what an item's page says of itself, with its poster for a picture, or its body's."""
    return Head(
        title=shown.title,
        description=summary_of(context, item) or shown.title,
        crumbs=(context.home,) if item.owner is None else (context.home, shown.owner),
        image=share_image(shown.posters, shown.title) or share_picture(shown.body),
        published=published_day(item),
        changed=last_change(item, context.today),
        listed=not shown.over,
        data=data,
    )


def _item_frame(
    context: Context, item: Item, around: Around, groups: tuple[str, ...] = ()
) -> ItemFrame:
    board = context.board
    earlier, later = around
    compounds = board.compounds_of(item)
    everywhere = len(compounds) == len(board.compounds)
    return ItemFrame(
        title=title_of(item),
        owner=context.owner(item),
        compounds=()
        if everywhere
        else tuple(Link(c.name, addresses.of_compound(c.id)) for c in compounds),
        buildings=tuple(
            f"{compound.name} {entry.building}"
            for entry in item.scope
            if entry.building
            for compound in board.find_scope(entry, item.owner)
        ),
        groups=context.groups(groups, item.owner),
        body=context.body(item),
        posters=posters_of_item(context, item),
        short_url=context.short_url(item.code),
        current=context.is_current(item),
        last_day=last_day(item, board, context.today),
        over=is_over(item, board, context.today),
        byline=make_byline(context, item),
        attachments=attachment_links(context, item),
        earlier=earlier,
        later=later,
    )


def _event_page(context: Context, event: Event, around: Around) -> EventPage:
    shown = _item_frame(context, event, around, event.groups)
    return EventPage(
        frame=context.frame,
        head=_head(context, event, shown, occurrence_data(context, event)),
        item=shown,
        parts=event_parts(context, event),
        upcoming=_upcoming(context, event),
        cancelled=event.cancelled,
        results=_figures(event.results),
        calendar=calendar_of(context, event),
    )


def _figures(results: Mapping[str, str]) -> tuple[FigureView, ...]:
    return tuple(
        FigureView(name=name, value=value, start=None, remark=None)
        for name, value in results.items()
    )


def _upcoming(context: Context, event: Event) -> tuple[DayView, ...]:
    """Return the next occurrences within the agenda's span."""
    days = context.agenda.days([event], context.today, context.agenda.last)
    return days[:_OCCURRENCES]


def _service_page(context: Context, item: ServiceSchedule, around: Around) -> ServicePage:
    shown = _item_frame(context, item, around, item.groups)
    until = context.today + timedelta(days=_SERVICE_DAYS - 1)
    return ServicePage(
        frame=context.frame,
        head=_head(context, item, shown, service_data(context, item)),
        item=shown,
        place=item.place,
        contact=phone_view(item.contact),
        lines=service_lines(context, item),
        suspensions=tuple(
            SuspensionView(first=s.days.first, last=s.days.last, reason=s.reason)
            for s in item.suspensions
            if s.days.last >= context.today
        ),
        valid_first=item.valid.first,
        valid_last=item.valid.last,
        checked=item.checked,
        upcoming=context.agenda.days([item], context.today, until),
        ahead=look_ahead(context, [item]),
        today=context.today,
        menus=menu_views(item, context.today, context.horizon),
        changes=month_changes(context, item, context.today.replace(day=1)),
        calendar=calendar_of(context, item),
        results=tuple(_service_results(item)),
    )


def _service_results(item: ServiceSchedule) -> Iterator[ResultsView]:
    """Yield what came of each public service, then of all together."""
    for service in item.public_services:
        if service.results:
            yield ResultsView(name=service.name, figures=_figures(service.results))
    if item.results:
        yield ResultsView(name="", figures=_figures(item.results))


def _notice_page(context: Context, notice: Notice, around: Around) -> NoticePage:
    shown = _item_frame(context, notice, around, notice.groups)
    days_left = None
    if isinstance(notice, Announcement) and is_open(notice, context.today):
        days_left = (notice.period.last - context.today).days + 1
    return NoticePage(
        frame=context.frame,
        head=_head(context, notice, shown, (article_data(context, notice),)),
        item=shown,
        parts=notice_parts(context, notice),
        days_left=days_left,
    )


def _issue_page(context: Context, issue: Issue, around: Around) -> IssuePage:
    shown = _item_frame(context, issue, around)
    standing = stand(issue, context.board, context.today)
    following = standing.following
    return IssuePage(
        frame=context.frame,
        head=_head(context, issue, shown),
        item=shown,
        number=issue.number,
        origin=issue.origin,
        topic=issue.topic,
        steps=step_history(context, issue),
        next_name=following.name if following else None,
        next_day=following.expected if following else None,
        figures=figure_views(issue.figures),
        closed=standing.closed,
    )


def _group_page(context: Context, group: Group, around: Around) -> GroupPage:
    shown = _item_frame(context, group, around)
    names = (group.name, group.slug)
    board = context.board
    grouped: tuple[Event | ServiceSchedule | Notice, ...]
    grouped = (*board.events, *board.services, *board.notices)
    related = [i for i in current(context, grouped) if any(name in names for name in i.groups)]
    return GroupPage(
        frame=context.frame,
        head=_head(context, group, shown),
        item=shown,
        kind=group.kind.value,
        address=group.address,
        summary=group.summary,
        contact=phone_view(group.contact) if group.contact else None,
        figures=figure_views(group.figures),
        related=make_cards(context, related),
    )


_MAKERS: dict[type[Item], Callable[..., ItemPage]] = {
    Event: _event_page,
    ServiceSchedule: _service_page,
    Notice: _notice_page,
    Issue: _issue_page,
    Group: _group_page,
}
