"""What a build cuts out of the files that it plans, to file items that are long over (`filing`).

Pages, calendars and lists pass by one after another; each has a part of what others show of an
item. So nothing is planned twice.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from msgspec.structs import replace

from generator.build.filing import Filing, Folder, Fresh, find_basis
from generator.build.personal_names import find_personal
from generator.check.filed import find_lasting
from generator.frozen import Frozen
from generator.model.board import Board
from generator.model.event import Event
from generator.model.filed import FiledItem
from generator.model.notice import Notice, Outage
from generator.model.service import ServiceSchedule
from generator.plan import addresses
from generator.plan.artifact import Artifact
from generator.plan.bodies import ItemPage
from generator.plan.calendars import feed_events
from generator.plan.context import Context
from generator.plan.long_over import digest_named, file_item, find_long_over
from generator.plan.news import make_news
from generator.plan.news_feeds import news_entries
from generator.plan.retention import last_day_of_contact
from generator.plan.search_documents import day_in_index
from generator.plan.views import (
    ArchiveMonthPage,
    Around,
    CalendarFeed,
    Card,
    FeedEvent,
    FiledFiles,
    FiledViews,
    SearchDocument,
    SearchIndex,
    Share,
    make_share,
)
from generator.problems import Problem
from generator.read import Reading

_Item = Event | ServiceSchedule | Notice
_NOTHING: Around = (None, None)
_NO_EVENTS: Share[FeedEvent] = make_share(())


@dataclass(slots=True)
class Clippings:
    """What has passed by so far, by the addresses of items' pages."""

    cards: dict[str, Share[Card]] = field(default_factory=dict)
    events: dict[str, Share[FeedEvent]] = field(default_factory=dict)
    """By the addresses of items' calendars."""
    around: dict[str, Around] = field(default_factory=dict)
    documents: dict[str, Share[SearchDocument]] = field(default_factory=dict)

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
        elif isinstance(view, ItemPage):
            self.around[artifact.path] = view.item.earlier, view.item.later
        elif isinstance(view, SearchIndex) and view.traditional is None:
            for shown in view.documents.at_hand:
                (document,) = shown.load()
                self.documents[document.address] = shown


class Published(Frozen):
    """A site that was published: what it was made of, and with which keys."""

    reading: Reading
    board: Board
    """What was read, without what has errors."""
    context: Context
    """Its board is the same but for contacts whose time is over."""
    keys: Mapping[str, str]
    """Of every file of the output, by path."""
    problems: tuple[Problem, ...]
    """All that was said of it."""


def file_away(filing: Filing, published: Published, clippings: Clippings, program: str) -> None:
    """File what is long over of a site, and let go of what is not there any more."""
    context = published.context
    basis = _find_basis(published)
    kept = [item for item in context.board.filed if item.path not in context.again]
    fresh = _find_fresh(filing, published, clippings)
    filing.replace(fresh, kept, (context.today, program, basis))


def _find_basis(published: Published) -> str:
    """Return what all that is filed depends on; empty if pages were made of other things than read.

    Where a group is left out for its errors, no page leads to it, and no check calls it unknown.
    """
    read, today = published.reading.board, published.context.today
    basis = find_basis(published.board, today)
    is_same = read is published.board or (read and find_basis(read, today) == basis)
    return basis if is_same else ""


def _find_fresh(filing: Filing, published: Published, clippings: Clippings) -> Iterator[Fresh]:
    """Yield what is filed from now on, and what is filed already and has other files today."""
    context = published.context
    for filed in context.board.filed:
        if filed.path in context.again:
            folder, found = filing.folder_of(filed), _find_document(clippings, filed)
            if found:
                given = folder.files.card, folder.files.events, folder.files.entries
                files = _files_of(published, clippings, filed, given, found)
                yield Fresh(replace(folder, files=files), None, *found.load())
    for said, shown, remarks in _find_fileable(published):
        digest = published.reading.digests[shown.source.path]
        filed = replace(file_item(context, shown, digest), remarks=remarks)
        fresh = _gather(published, clippings, filed, said, shown)
        if fresh and filing.can_recall(filed):
            yield fresh


def _find_fileable(
    published: Published,
) -> Iterator[tuple[_Item, _Item, tuple[Problem, ...]]]:
    """Yield the items that are long over: each as its file says it, and as it is shown.

    With them comes what has to be said of them.
    """
    board, shown = published.board, published.context.board
    over = {item.source.path: item for item in find_long_over(board, published.context.today)}
    fileable = (over.keys() & published.reading.digests.keys()) - find_personal(over)
    said = _by_file(published.problems, fileable)
    read = _by_file(published.reading.problems, said)
    items: tuple[_Item, ...] = (*shown.events, *shown.services, *shown.notices)
    for item in items:
        path = item.source.path
        # A retired item has no mobile number in a link either, but its file has.
        if path in fileable and over[path].body.targets == item.body.targets:
            remarks = find_lasting(said.get(path, ()), read.get(path, ()))
            if remarks is not None:
                yield over[path], item, remarks


def _by_file(problems: Iterable[Problem], wanted: Container[str]) -> dict[str, list[Problem]]:
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.place.path in wanted:
            found.setdefault(problem.place.path, []).append(problem)
    return found


def _gather(
    published: Published, clippings: Clippings, filed: FiledItem, said: _Item, shown: _Item
) -> Fresh | None:
    """Return all that is filed of an item; None if not all of it has passed by."""
    context, today = published.context, published.context.today
    card = clippings.cards.get(addresses.of_item(filed))
    found = _find_document(clippings, filed)
    if card is None or found is None:
        return None
    events = clippings.events.get(addresses.of_item_calendar(filed), _NO_EVENTS)
    if isinstance(shown, Outage):  # it has no calendar of its own to cut them out of
        events = make_share(feed_events(context, shown))
    views = FiledViews(card.load()[0], events.load(), tuple(news_entries(context, shown)))
    news = map(make_news, views.entries)
    entries = tuple((each.day, each.id, each.share.digest) for each in news)
    given = card.digest, (events.digest, events.count), entries
    until = last_day_of_contact(said, published.board, today)
    folder = Folder(
        filed,
        _files_of(published, clippings, filed, given, found),
        until if until and until >= today else None,
    )
    return Fresh(folder, views, *found.load())


def _find_document(clippings: Clippings, item: FiledItem) -> Share[SearchDocument] | None:
    return clippings.documents.get(addresses.of_item(item))


def _files_of(
    published: Published,
    clippings: Clippings,
    item: FiledItem,
    given: tuple[str, tuple[str, int], tuple[tuple[date, str, str], ...]],
    found: Share[SearchDocument],
) -> FiledFiles:
    """Return the files of an item as they were published; `given` to lists, calendars, feeds."""
    (document,) = found.load()
    return FiledFiles(
        _find_keys(published, item),
        clippings.around.get(addresses.of_item(item), _NOTHING),
        digest_named(published.context, item),
        _find_day(item, published.context.today),
        *given,
        (found.digest, document.length, day_in_index(document)),
    )


def _find_day(item: FiledItem, today: date) -> date | None:
    """Return the one day for which an item's files are good: the page of a schedule tells it."""
    return today if item.folder == ServiceSchedule.folder else None


def _find_keys(published: Published, item: FiledItem) -> tuple[tuple[str, str], ...]:
    page, calendar = addresses.of_item(item), addresses.of_item_calendar(item)
    own = (page, addresses.of_short_page(item.code), calendar)
    paths = (path for each in own for path in (each, addresses.of_traditional(each)))
    return tuple((path, published.keys[path]) for path in paths if path in published.keys)
