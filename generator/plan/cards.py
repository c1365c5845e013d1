"""Items as they appear in lists: cards, service lines and the state of issues."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from generator.model.event import Event
from generator.model.group import Group
from generator.model.issue import Issue
from generator.model.item import Item
from generator.model.notice import Announcement, Level, Notice, Outage
from generator.model.review import ReviewEntry
from generator.model.service import Service, ServiceSchedule
from generator.plan import addresses
from generator.plan.context import Context, phone_view
from generator.plan.lifetime import is_closed, is_published, last_day, steps_done
from generator.plan.views import (
    Card,
    IssueCard,
    ServiceCard,
    ServiceLine,
    StepView,
)

ItemT = TypeVar("ItemT", bound=Item)

SUMMARY_LENGTH = 80
_NEXT_DAYS = 3
_LEVEL_ORDER = (Level.URGENT, Level.IMPORTANT, Level.NORMAL)


def make_card(context: Context, item: Item) -> Card:
    """Return the card of an event, service, notice, group or review entry."""
    return Card(
        kind=item.folder.removesuffix("s"),
        category=_category(item),
        title=title_of(item),
        address=addresses.of_item(item),
        summary=summary_of(item),
        owner=context.owner(item).text,
        level=item.level.value if isinstance(item, Notice) else Level.NORMAL.value,
        when=item.when.reading() if isinstance(item, Event | Outage) else None,
        place=item.place if isinstance(item, Event | ServiceSchedule) else None,
        published=item.published if isinstance(item, Notice) else None,
        last_day=_card_end(context, item),
        next_day=next_day(context, item),
        cancelled=isinstance(item, Event) and item.cancelled is not None,
    )


def make_cards(context: Context, items: Iterable[Item]) -> tuple[Card, ...]:
    """Return cards in the order of `items`."""
    return tuple(make_card(context, item) for item in items)


def title_of(item: Item) -> str:
    """Return what an item is called."""
    if isinstance(item, Group):
        return item.name
    if isinstance(item, ReviewEntry):
        return item.project
    return str(getattr(item, "title", item.slug))


def summary_of(item: Item) -> str:
    """Return one or two sentences about an item, from its own words."""
    points = "；".join(item.points) if isinstance(item, Notice) else ""
    text = points or getattr(item, "summary", None) or item.body.lead
    return text if len(text) <= SUMMARY_LENGTH else text[: SUMMARY_LENGTH - 1] + "…"


def next_day(context: Context, item: Item) -> date | None:
    """Return the next day on which an item takes place, if that is near."""
    days = (day for day, _ in context.agenda.of(item) if day >= context.today)
    return next(days, None)


def current(context: Context, items: Iterable[ItemT]) -> list[ItemT]:
    """Return the items that belong on the boards today, in their order."""
    return [item for item in items if context.is_current(item)]


def by_next_day(context: Context, items: Iterable[ItemT]) -> list[ItemT]:
    """Return items by the next day they take place; those without one last."""
    return sorted(items, key=lambda i: (next_day(context, i) or date.max, title_of(i)))


def by_weight(notices: Iterable[Notice]) -> list[Notice]:
    """Return notices by level, then newest first."""
    newest = sorted(notices, key=lambda n: (n.published, n.slug), reverse=True)
    return sorted(newest, key=lambda n: _LEVEL_ORDER.index(n.level))


def is_urgent(notice: Notice) -> bool:
    """Whether a notice belongs in the strip at the top."""
    return notice.level is Level.URGENT


def is_open(notice: Notice, today: date) -> bool:
    """Whether residents may object today."""
    return isinstance(notice, Announcement) and notice.period.contains(today)


def service_card(context: Context, item: ServiceSchedule) -> ServiceCard:
    """Return a schedule with its public lines."""
    return ServiceCard(
        title=item.title,
        address=addresses.of_item(item),
        place=item.place,
        owner=context.owner(item).text,
        contact=phone_view(item.contact),
        lines=service_lines(context, item),
    )


def service_lines(context: Context, item: ServiceSchedule) -> tuple[ServiceLine, ...]:
    """Return the public services of a schedule with their next days."""
    return tuple(service_line(context, item, service) for service in item.public_services)


def service_line(context: Context, item: ServiceSchedule, service: Service) -> ServiceLine:
    """Return one service with its next days."""
    days = (d for d, _ in context.agenda.of_service(item, service) if d >= context.today)
    return replace(bare_line(item, service), next_days=tuple(dict.fromkeys(days))[:_NEXT_DAYS])


def bare_line(item: ServiceSchedule, service: Service) -> ServiceLine:
    """Return one service as it is every day."""
    return ServiceLine(
        name=service.name,
        reading=service.when.reading(),
        place=service.place or item.place,
        fee=service.fee,
        audience=service.audience,
        places=service.places,
        errands=service.errands,
        next_days=(),
    )


def issue_cards(context: Context, issues: Iterable[Issue]) -> tuple[IssueCard, ...]:
    """Return the issues that may be seen: open ones first, those that moved last before others."""
    seen = [_issue_card(context, i) for i in issues if is_published(i, context.today)]
    return tuple(sorted(seen, key=lambda card: (card.closed, -card.latest_day.toordinal())))


def _issue_card(context: Context, issue: Issue) -> IssueCard:
    """Return an issue and how far it has come."""
    return IssueCard(
        number=issue.number,
        title=issue.title,
        address=addresses.of_item(issue),
        steps=step_views(context, issue),
        closed=is_closed(issue, context.board, context.today),
        opened=issue.opened,
        latest_day=steps_done(issue, context.today)[-1].day,
    )


def step_views(context: Context, issue: Issue) -> tuple[StepView, ...]:
    """Return all steps of the site's order, those not reached without a day."""
    done = {step.name: step for step in steps_done(issue, context.today)}
    shown = [n for n in context.board.notices if is_published(n, context.today)]
    notices = {notice.source.stem: notice for notice in shown}
    views = []
    for name in context.board.site.steps:
        step = done.get(name)
        notice = notices.get(step.announcement) if step and step.announcement else None
        views.append(
            StepView(
                name=name,
                day=step.day if step else None,
                note=step.note if step else None,
                address=addresses.of_item(notice) if notice else None,
            )
        )
    return tuple(views)


def _category(item: Item) -> str:
    if isinstance(item, Notice):
        return item.category.value
    return item.kind.value if isinstance(item, Group) else ""


def _card_end(context: Context, item: Item) -> date | None:
    if isinstance(item, Announcement):
        return item.period.last
    return last_day(item, context.board, context.today)
