"""What a build cuts out of the files that it plans, to file items that are long over (`filing`).

Pages, calendars and lists pass by one after another; each has a part of what others show of an
item. So nothing is planned twice.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from generator.build.filing import Filing, Folder, Fresh, find_basis
from generator.build.personal_names import find_personal
from generator.model.board import Board
from generator.model.filed import FiledItem
from generator.model.service import ServiceSchedule
from generator.plan import addresses
from generator.plan.artifact import Artifact
from generator.plan.bylines import find_neighbouring_items
from generator.plan.context import Context
from generator.plan.long_over import file_item, find_long_over
from generator.plan.news_feeds import news_entries
from generator.plan.retention import last_day_of_contact
from generator.plan.search_documents import describe_page
from generator.plan.views import (
    ArchiveMonthPage,
    Around,
    CalendarFeed,
    Card,
    FeedEvent,
    FiledFiles,
    FiledViews,
    SearchDocument,
    Share,
    make_share,
)

_NOTHING: Around = (None, None)
_NO_EVENTS: Share[FeedEvent] = make_share(())


@dataclass(slots=True)
class Clippings:
    """What has passed by so far, by the addresses of items' pages."""

    cards: dict[str, Share[Card]] = field(default_factory=dict)
    events: dict[str, Share[FeedEvent]] = field(default_factory=dict)
    """By the addresses of items' calendars."""
    documents: dict[str, SearchDocument] = field(default_factory=dict)

    def cut(self, artifact: Artifact) -> None:
        """Take what a file shows of single items that are not filed."""
        view = artifact.view
        if isinstance(view, ArchiveMonthPage):
            for share in view.cards.at_hand:
                (card,) = share.load()
                self.cards[card.address] = share
        elif isinstance(view, CalendarFeed):
            shares = list(view.events.at_hand)
            if len(shares) == 1:
                self.events[artifact.path] = shares[0]
        else:
            self.documents |= {document.address: document for document in describe_page(artifact)}


@dataclass(frozen=True, slots=True)
class Published:
    """A site that was published: what it was made of, and with which keys."""

    board: Board
    context: Context
    """Its board is the same but for contacts whose time is over."""
    keys: Mapping[str, str]
    """Of every file of the output, by path."""
    digests: Mapping[str, str]
    """Of every content file that was read, by path."""
    remarkable: frozenset[str]
    """Content files about which anything was said: these are not filed."""


def file_away(filing: Filing, published: Published, clippings: Clippings, program: str) -> None:
    """File what is long over of a site, and let go of what is not there any more."""
    context, board = published.context, published.board
    basis = find_basis(board, context.today)
    kept = [item for item in board.filed if item.path not in context.again]
    fresh = _find_fresh(filing, published, clippings)
    filing.replace(fresh, kept, (context.today, program, basis))


def _find_fresh(
    filing: Filing, published: Published, clippings: Clippings
) -> Iterator[Folder | Fresh]:
    context, board, today = published.context, published.board, published.context.today
    around = find_neighbouring_items(context)
    for filed in context.board.filed:
        if filed.path in context.again:
            yield _renew(published, filing.folder_of(filed), around)
    over = {item.source.path: item for item in find_long_over(board, today)}
    secret = find_personal(over) | published.remarkable
    shown = (*context.board.events, *context.board.services, *context.board.notices)
    for item in shown:
        path = item.source.path
        if path in over and path not in secret and path in published.digests:
            filed = file_item(context, item, published.digests[path])
            page = addresses.of_item(filed)
            card, document = clippings.cards.get(page), clippings.documents.get(page)
            events = clippings.events.get(addresses.of_item_calendar(filed), _NO_EVENTS)
            if card and document and filing.can_recall(filed):
                news = tuple(news_entries(context, item))
                views = FiledViews(card.load()[0], events.load(), news)
                entries = tuple((entry.day, entry.id) for entry in views.entries)
                shares = (card.digest, (events.digest, events.count), entries)
                keys, only_on = _find_keys(published, filed), _find_day(filed, today)
                files = FiledFiles(keys, around.get(page, _NOTHING), only_on, *shares)
                until = last_day_of_contact(over[path], board, today)
                folder = Folder(filed, files, until if until and until >= today else None)
                yield Fresh(folder, views, document)


def _renew(published: Published, folder: Folder, around: Mapping[str, Around]) -> Folder:
    """Return what is filed of an item whose own files are other ones today."""
    item, today = folder.item, published.context.today
    beside = around.get(addresses.of_item(item), _NOTHING)
    keys, only_on = _find_keys(published, item), _find_day(item, today)
    return replace(folder, files=replace(folder.files, keys=keys, around=beside, only_on=only_on))


def _find_day(item: FiledItem, today: date) -> date | None:
    """Return the one day for which an item's files are good: the page of a schedule tells it."""
    return today if item.folder == ServiceSchedule.folder else None


def _find_keys(published: Published, item: FiledItem) -> tuple[tuple[str, str], ...]:
    page, calendar = addresses.of_item(item), addresses.of_item_calendar(item)
    own = (page, addresses.of_short_page(item.code), calendar)
    paths = (path for each in own for path in (each, addresses.of_traditional(each)))
    return tuple((path, published.keys[path]) for path in paths if path in published.keys)
