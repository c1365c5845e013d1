"""Items as they appear in lists: cards and service lines."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from msgspec.structs import replace

from generator.model.event import Event
from generator.model.filed import FiledItem
from generator.model.group import Group
from generator.model.item import Item
from generator.model.notice import Announcement, Form, Level, Notice, Outage, Recruitment
from generator.model.review import ReviewEntry
from generator.model.service import Service, ServiceSchedule
from generator.plan import addresses
from generator.plan.context import Context, ask_once, phone_view, restore_view
from generator.plan.lifetime import is_cancelled, last_day
from generator.plan.views import (
    Card,
    ServiceCard,
    ServiceLine,
)
from generator.plan.windows import errand_views, later_menu, make_window, meals_on, month_changes

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
        summary=summary_of(context, item),
        owner=context.owner(item).text,
        level=item.level.value if isinstance(item, Notice) else Level.NORMAL.value,
        when=item.when.reading(context.board.site.speech)
        if isinstance(item, Event | Outage)
        else None,
        place=item.place if isinstance(item, Event | ServiceSchedule) else None,
        year=item.year if isinstance(item, ReviewEntry) else None,
        published=item.published if isinstance(item, Notice) else None,
        last_day=_card_end(context, item),
        next_day=None if is_cancelled(item) else next_day(context, item),
        cancelled=is_cancelled(item),
        restore=restore_view(context, item),
    )


def make_cards(context: Context, items: Iterable[Item]) -> tuple[Card, ...]:
    """Return cards in the order of `items`."""
    return tuple(make_card(context, item) for item in items)


def title_of(item: Item | FiledItem) -> str:
    """Return what an item is called."""
    if isinstance(item, Group):
        return item.name
    if isinstance(item, ReviewEntry):
        return item.project
    return str(getattr(item, "title", item.slug))


def summary_of(context: Context, item: Item) -> str:
    """Return one or two sentences about an item, from its own words.

    What is cancelled says why, and no longer how to get ready for it.
    """
    if isinstance(item, Event | Outage) and item.cancelled:
        return _shorten(item.cancelled)
    separator = "；" if context.board.site.is_chinese else "; "
    first = separator.join(item.points) if isinstance(item, Notice) else None
    if isinstance(item, Group | ReviewEntry):
        first = item.summary
    return _shorten(first or item.body.lead or _own_parts(item, separator))


def _own_parts(item: Item, separator: str) -> str:
    """Return what the fields of an item tell of it where it has no words besides."""
    match item:
        case Event():
            return separator.join(part.words for part in item.programme)
        case ServiceSchedule():
            return separator.join(service.name for service in item.public_services)
        case Outage():
            return item.reason
        case Recruitment():
            return separator.join(item.tasks)
        case Form():
            return item.purpose or ""
        case _:
            return ""


def _shorten(text: str) -> str:
    return text if len(text) <= SUMMARY_LENGTH else text[: SUMMARY_LENGTH - 1] + "…"


def next_day(context: Context, item: Item) -> date | None:
    """Return the next day on which an item takes place, if that is near."""
    days = (day for day, _ in context.agenda.of(item) if day >= context.today)
    return next(days, None)


def current(context: Context, items: Iterable[ItemT]) -> list[ItemT]:
    """Return the items that belong on the boards today, in their order."""
    return [item for item in items if context.is_current(item)]


def by_next_day(context: Context, items: Iterable[ItemT]) -> list[ItemT]:
    """Return items by the next day they take place, or by their last if that is far; else last."""

    def day_of(item: Item) -> date:
        near = next_day(context, item)
        return near or last_day(item, context.board, context.today) or date.max

    return sorted(items, key=lambda item: (day_of(item), title_of(item)))


def by_weight(notices: Iterable[Notice]) -> list[Notice]:
    """Return notices by level, then newest first."""
    newest = sorted(notices, key=lambda n: (n.published, n.slug), reverse=True)
    return sorted(newest, key=lambda n: _LEVEL_ORDER.index(n.level))


def is_urgent(notice: Notice) -> bool:
    """Whether a notice belongs in the strip at the top, as every outage does."""
    return notice.level is Level.URGENT or isinstance(notice, Outage)


def is_open(notice: Notice, today: date) -> bool:
    """Whether residents may object today."""
    return isinstance(notice, Announcement) and notice.period.contains(today)


@ask_once
def service_card(context: Context, item: ServiceSchedule) -> ServiceCard:
    """Return a schedule with its public lines."""
    return ServiceCard(
        title=item.title,
        address=addresses.of_item(item),
        place=item.place,
        owner=context.owner(item).text,
        contact=phone_view(item.contact),
        lines=service_lines(context, item),
        checked=item.checked,
        changes=month_changes(context, item, context.today.replace(day=1)),
    )


@ask_once
def service_lines(context: Context, item: ServiceSchedule) -> tuple[ServiceLine, ...]:
    """Return the public services of a schedule with their next days."""
    return tuple(service_line(context, item, service) for service in item.public_services)


def service_line(context: Context, item: ServiceSchedule, service: Service) -> ServiceLine:
    """Return one service with its next days."""
    days = (d for d, _ in context.agenda.of_service(item, service) if d >= context.today)
    return replace(
        bare_line(context, item, service),
        next_days=tuple(dict.fromkeys(days))[:_NEXT_DAYS],
        window=make_window(context, item, service),
        meals=meals_on(item, service, context.today),
        later_menu=later_menu(item, service, context.today, context.horizon),
    )


def bare_line(context: Context, item: ServiceSchedule, service: Service) -> ServiceLine:
    """Return one service as it is every day."""
    return ServiceLine(
        name=service.name,
        reading=service.when.reading(context.board.site.speech),
        place=service.place or item.place,
        fee=service.fee,
        audience=service.audience,
        places=service.places,
        errands=errand_views(service),
        next_days=(),
    )


def _category(item: Item) -> str:
    if isinstance(item, Notice):
        return item.category.value
    return item.kind.value if isinstance(item, Group) else ""


def _card_end(context: Context, item: Item) -> date | None:
    if isinstance(item, Announcement):
        return item.period.last
    return last_day(item, context.board, context.today)
