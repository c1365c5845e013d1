"""Posters of single items: for each compound the events and notices that hang there."""

from collections.abc import Iterator
from datetime import date, timedelta
from html import escape

from msgspec.structs import replace

from generator.model.committee import Compound
from generator.model.event import Event
from generator.model.item import Item
from generator.model.notice import Notice
from generator.model.posted import PostedItem
from generator.model.site import fill_footer
from generator.plan import addresses
from generator.plan.agenda import Dated, expand_item
from generator.plan.artifact import Artifact, Kind, make_artifact
from generator.plan.cards import by_next_day, by_weight, next_day, title_of
from generator.plan.contacts import contact_card_links
from generator.plan.context import Context, ask_once, bare_url
from generator.plan.issue_boards import issue_poster_links
from generator.plan.lifetime import is_cancelled, last_day, own_day
from generator.plan.month_posters import month_links, plan_month_posters
from generator.plan.parts import event_parts, notice_parts
from generator.plan.previews import offer_posters
from generator.plan.review_posters import review_links
from generator.plan.variants import poster_defaults, poster_variant
from generator.plan.views import (
    DayView,
    Entry,
    EventPoster,
    NoticePoster,
    PosterFrame,
    PosterLink,
    PosterView,
    ProseView,
)

_DAYS_ON_POSTER = 4
_YEAR = timedelta(days=366)
_NOTHING = ProseView((), (), "")


def plan_posters(context: Context) -> Iterator[Artifact]:
    """Plan the posters of every compound."""
    for compound in context.board.compounds:
        for item in _items_on_boards(context, compound):
            yield plan_item_poster(context, compound, item)
        yield from plan_month_posters(context, compound)


def plan_item_poster(context: Context, compound: Compound, item: Item) -> Artifact:
    """Plan the poster of an event or a notice for one compound, whether it hangs today or not."""
    path = addresses.of_item_poster(compound, item)
    view = _item_poster(context, compound, item)
    return make_artifact(path, Kind.POSTER, view, context.stamps)


@ask_once
def poster_links(context: Context, compound: Compound) -> tuple[PosterLink, ...]:
    """Return links to all posters of a compound."""
    links = [_item_link(context, compound, i) for i in _items_on_boards(context, compound)]
    reviews = review_links(context, compound)
    standing = [*issue_poster_links(context, compound), *contact_card_links(context, compound)]
    return offer_posters(context, [*month_links(context, compound), *links, *standing, *reviews])


def posters_of_item(context: Context, item: Item) -> tuple[PosterLink, ...]:
    """Return links to an item's posters, one for each compound it is for."""
    if not _has_poster(context, item):
        return ()
    compounds = context.board.compounds_of(item)
    return offer_posters(context, [_item_link(context, c, item) for c in compounds])


def _has_poster(context: Context, item: Item) -> bool:
    if isinstance(item, Event):  # not months before: the glass case has room for what is near
        day = next_day(context, item)
        return not is_cancelled(item) and day is not None and day <= context.horizon
    return isinstance(item, Notice) and context.is_current(item)


@ask_once
def _items_on_boards(context: Context, compound: Compound) -> tuple[Item, ...]:
    """Return the notices and events that hang in a compound today."""
    in_scope = context.board.in_scope
    events = [item for item in in_scope(compound, Event) if _has_poster(context, item)]
    notices = [item for item in in_scope(compound, Notice) if _has_poster(context, item)]
    return (*by_weight(notices), *by_next_day(context, events))


def _item_link(context: Context, compound: Compound, item: Item) -> PosterLink:
    return PosterLink(
        title=title_of(item),
        address=addresses.of_item_poster(compound, item),
        kind=item.folder.removesuffix("s"),
        month=None,
        paper=poster_variant(context.board, compound).paper,
        compound=compound.name,
        last_day=last_day(item, context.board, context.today),
    )


def _item_poster(context: Context, compound: Compound, item: Item) -> PosterView:
    frame = _item_frame(context, compound, item)
    if isinstance(item, Event):
        return _event_poster(context, frame, item)
    assert isinstance(item, Notice)  # noqa: S101 - nothing else has a poster of its own
    parts = notice_parts(context, item)
    if is_cancelled(item):  # how to get ready for it would only mislead
        return NoticePoster(frame=frame, parts=replace(parts, points=()), body=_NOTHING)
    return NoticePoster(frame=frame, parts=parts, body=_poster_body(context, item))


def _item_frame(context: Context, compound: Compound, item: Item) -> PosterFrame:
    board, site = context.board, context.board.site
    url = context.short_url(item.code)
    published = item.published if isinstance(item, Notice) else None
    take_down = last_day(item, board, context.today)
    return PosterFrame(
        source=item.source.path,
        site_name=site.name,
        language=site.language,
        committee=context.owner(item).text,
        compound=compound.name,
        title=title_of(item),
        published=published,
        take_down=take_down,
        office_phone=context.office_phone(item.owner),
        footer=fill_footer(
            poster_defaults(board, compound).footer,
            published,
            take_down,
            language=board.site.language,
        ),
        url=url,
        short_url=bare_url(url),
        variant=poster_variant(board, compound),
        page=addresses.of_item(item),
        dated=own_day(item),
        may_go=item.poster_optional if isinstance(item, PostedItem) else None,
    )


def _event_poster(context: Context, frame: PosterFrame, event: Event) -> EventPoster:
    return EventPoster(
        frame=frame,
        parts=event_parts(context, event),
        days=_few_days(context, event),
        body=_poster_body(context, event),
    )


def _poster_body(context: Context, item: PostedItem) -> ProseView:
    """Return what stands on the poster below the facts: the author's short text, or the body."""
    if item.poster_summary is None:
        return context.body(item)
    return ProseView((f"<p>{escape(item.poster_summary)}</p>",), (), item.poster_summary)


@ask_once
def _few_days(context: Context, event: Event) -> tuple[DayView, ...]:
    """Return the days of an event that has only a few; none for one that goes on.

    They do not depend on the day of building, so that a poster stays the same while it hangs.
    """
    calendar = context.board.calendar
    end: date | None = event.when.last_day(calendar)
    if end is None:
        return ()
    by_day: dict[date, list[Entry]] = {}
    dated: Iterator[Dated] = expand_item(event, end - _YEAR, end, calendar)
    for day, entry in dated:
        by_day.setdefault(day, []).append(entry)
    if len(by_day) > _DAYS_ON_POSTER:
        return ()
    return tuple(context.agenda.day(day, entries) for day, entries in sorted(by_day.items()))
