"""Atom feeds of everything new: for the street, each committee and each compound.

News are notices, steps of issues, events that are near, and service schedules that are new or were
changed. Nothing remembers when a file was added, so each piece of news is dated by what the content
says; the same piece has the same id in every feed that tells it.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from urllib.parse import urlsplit

from generator.frozen import Frozen
from generator.model.board import path_of
from generator.model.committee import Committee, Compound
from generator.model.event import Event
from generator.model.filed import FiledItem
from generator.model.issue import Issue
from generator.model.item import Item
from generator.model.notice import Notice
from generator.model.service import ServiceSchedule
from generator.plan import addresses
from generator.plan.artifact import Artifact, Kind, make_artifact
from generator.plan.calendars import first_days
from generator.plan.cards import summary_of
from generator.plan.context import Context
from generator.plan.issue_boards import issue_board_of
from generator.plan.issue_feeds import step_entries
from generator.plan.lifetime import NEXT_SCHEDULE, is_cancelled
from generator.plan.news import News, make_news, recall_news, tell_newest
from generator.plan.notice_feeds import notice_entry, notice_feed_of
from generator.plan.views import AtomFeed, EventEntry, FeedLink, NewsEntry, ServiceEntry

_NEAR = timedelta(days=14)
"""So long before it begins an event is news, if it does not say when it was told of."""


class _Place(Frozen):
    """Whose news: a compound's or committee's; the street's without an id."""

    name: str
    page: str
    items: tuple[Item | FiledItem, ...]
    level: str = "street"
    id: str | None = None
    former: tuple[str, ...] = ()
    """Ids under which people may have subscribed to it."""


def plan_news_feeds(context: Context) -> Iterator[Artifact]:
    """Plan the feeds; a former compound's is that of its successor, for who subscribed to it."""
    board = context.board
    if not board.site.url:
        return
    told = {path_of(item): tuple(_tell(context, item)) for item in context.everything}
    for place in _places(context):
        view = _feed(context, place, (n for item in place.items for n in told[path_of(item)]))
        if view is None:
            continue
        for place_id in (place.id, *place.former):
            path = addresses.of_news_feed(place.level, place_id)
            yield make_artifact(path, Kind.FEED, view, context.stamps)


def news_feed_of(context: Context, place: Committee | Compound | None) -> str | None:
    """Return the address of a place's feed, of the street's for None; None if there is none."""
    found = _place(context, place)
    # From the end, where notices stand: nearly every one of them is news, most events are not.
    told = (news for item in reversed(found.items) for news in _tell(context, item))
    has_news = context.board.site.url and any(told)
    return addresses.of_news_feed(found.level, found.id) if has_news else None


def feed_links(context: Context, place: Committee | Compound | None) -> tuple[FeedLink, ...]:
    """Return all feeds of a place, of the street for None: everything new first."""
    found = _place(context, place)
    has_issues = context.board.site.url and issue_board_of(context, place)
    links = {
        "news": news_feed_of(context, place),
        "notices": None if isinstance(place, Committee) else notice_feed_of(context, place),
        "issues": addresses.of_issue_feed(found.level, found.id) if has_issues else None,
    }
    return tuple(FeedLink(about, address) for about, address in links.items() if address)


def _places(context: Context) -> Iterator[_Place]:
    board = context.board
    for place in (None, *board.committees, *board.compounds):
        yield _place(context, place)


def _place(context: Context, place: Committee | Compound | None) -> _Place:
    items = context.everything_in(place)
    match place:
        case Committee():
            page = addresses.of_committee(place.id)
            return _Place(place.name, page, items, "committee", place.id)
        case Compound():
            page, former = addresses.of_compound(place.id), (f.id for f in place.merged_from)
            return _Place(place.name, page, items, "compound", place.id, tuple(former))
        case _:
            return _Place(context.board.site.name, addresses.HOME, items)


def _feed(context: Context, place: _Place, told: Iterable[News]) -> AtomFeed | None:
    site, entries = context.board.site, tell_newest(told)
    if not entries:
        return None
    return AtomFeed(
        name=place.name,
        source=f"{site.url}{addresses.of_news_feed(place.level, place.id)}",
        page=f"{site.url}{place.page}",
        time_zone=site.time_zone,
        language=site.language,
        entries=entries,
        about="news",
    )


def _tell(context: Context, item: Item | FiledItem) -> Iterator[News]:
    """Yield what an item has told until today."""
    if isinstance(item, FiledItem):
        yield from recall_news(context, item)
    else:
        yield from map(make_news, news_entries(context, item))


def news_entries(context: Context, item: Item) -> Iterator[NewsEntry]:
    """Yield the news that an item has told until today."""
    yield from (entry for entry in _entries(context, item) if entry.day <= context.today)


def _entries(context: Context, item: Item) -> Iterator[NewsEntry]:
    url = context.board.site.url or ""
    match item:
        case Notice():
            yield notice_entry(context, url, item)
        case Issue():
            yield from step_entries(context, item)
        case Event():
            yield from _event_entries(context, item)
        case ServiceSchedule():
            yield _service_entry(context, item)


def _event_entries(context: Context, event: Event) -> Iterator[EventEntry]:
    """Yield an event that says when it is; one that was changed or cancelled is news again."""
    day = event.announced or _near(event)
    if day is None:
        return
    revised = f"-{event.revision}" if event.revision else ""
    yield EventEntry(
        id=_tag(context, event, day.year, revised + ("-cancelled" if is_cancelled(event) else "")),
        title=event.title,
        reading=event.when.reading(context.board.site.speech),
        place=event.place,
        text=summary_of(context, event),
        cancelled=is_cancelled(event),
        day=day,
        link=_link(context, event),
        author=context.owner(event).text,
        changed=event.updated,
    )


def _near(event: Event) -> date | None:
    """Return the day on which an event that does not say when it was told of becomes news.

    None for one that goes on without a beginning (每周三), of which that can never be told.
    """
    first = event.source.named_day or min(first_days(event.when), default=None)
    return first and first - _NEAR


def _service_entry(context: Context, item: ServiceSchedule) -> ServiceEntry:
    """Return a schedule; once its times or places were changed, that is news of the day since."""
    new = item.announced or item.valid.first - NEXT_SCHEDULE
    return ServiceEntry(
        id=_tag(context, item, new.year, f"-{item.revision}" if item.revision else ""),
        title=item.title,
        revised=item.revision > 0,
        lines=tuple(
            f"{s.name}：{s.when.reading(context.board.site.speech)}" for s in item.public_services
        ),
        valid_first=item.valid.first,
        valid_last=item.valid.last,
        day=max(new, item.checked) if item.revision else new,
        link=_link(context, item),
        author=context.owner(item).text,
        changed=item.updated,
    )


def _tag(context: Context, item: Item, year: int, again: str) -> str:
    """Return a `tag:` URI (RFC 4151): permanent, and new where the item is news again."""
    host = urlsplit(context.board.site.url or "").hostname
    return f"tag:{host},{year}:{item.folder}/{item.code}{again}"


def _link(context: Context, item: Item) -> str:
    return f"{context.board.site.url}{addresses.of_item(item)}"
