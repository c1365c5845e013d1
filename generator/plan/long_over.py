"""What is long over: which items are filed, what is kept of each, and what is planned again.

An item is filed once nothing in it can change any more but by an edit: all its days are more than a
month ago, and no file says what its pages say but its own. What its body links to and shows is the
exception, for where that leads is found without its record.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache, partial
from types import NoneType

from generator.model.board import Board
from generator.model.event import Event
from generator.model.filed import FiledItem
from generator.model.item import Item
from generator.model.notice import Announcement, Notice, Outage, Result
from generator.model.prose import Prose, TargetKind
from generator.model.record import Record, Source
from generator.model.service import ServiceSchedule
from generator.plan import addresses
from generator.plan.bylines import find_neighbouring_items
from generator.plan.cards import title_of
from generator.plan.context import Context
from generator.plan.lifetime import is_published, last_change, last_day, own_day
from generator.plan.parts import issue_link
from generator.plan.search_documents import SearchEntry
from generator.plan.views import SearchDocument, Share
from generator.plan.views.digests import digest_of
from generator.schedule import DayRange

_LONG = timedelta(days=31)
"""What is on pages and posters of months has been over for so long at most."""
_IN_A_PART = 2000
"""So many documents has a part of the search at most, or a few more."""


def find_stale(context: Context) -> frozenset[str]:
    """Return the content files of what is filed and whose own files differ today.

    They are other ones where an item beside it is another, or where what it links to or shows is,
    and each day if they tell the day.
    """
    if not context.filing or not context.board.filed:
        return frozenset()
    around = find_neighbouring_items(context)
    stale = set[str]()
    for item in context.board.filed:
        files = context.filing.files_of(item)
        beside = around.get(addresses.of_item(item), (None, None))
        is_due = files.only_on not in (None, context.today)
        if files.around != beside or is_due or files.named != digest_named(context, item):
            stale.add(item.path)
    return frozenset(stale)


def digest_named(context: Context, item: FiledItem) -> str:
    """Return a digest of what an item's page says of other files; empty if it names none."""
    if not (item.targets or item.issue):
        return ""
    named = context.fill(item.targets), issue_link(context, item.issue, item.owner)
    return digest_of(named)


def find_filed_entries(context: Context) -> Iterator[SearchEntry]:
    """Yield the entries that the search has for what is filed, but for pages planned again."""
    if not context.filing:
        return
    filing = context.filing
    filed = {item.path: item for item in context.board.filed if item.path not in context.again}

    @lru_cache(_IN_A_PART)  # a part is loaded to be written, and again to be kept
    def recall(path: str) -> tuple[SearchDocument]:
        return (filing.document_of(filed[path]),)

    for path, item in filed.items():
        digest, length, day = filing.files_of(item).document
        share = Share(digest, 1, partial(recall, path))
        kind = item.folder.removesuffix("s")
        yield SearchEntry(addresses.of_item(item), kind, False, day, length, share)  # not current


def find_long_over(board: Board, today: date) -> Iterator[Event | ServiceSchedule | Notice]:
    """Yield the items that can be filed, as far as the board alone can tell."""
    named = {step.announcement for issue in board.issues for step in issue.steps}
    items: tuple[Event | ServiceSchedule | Notice, ...]
    items = (*board.events, *board.services, *board.notices)
    for item in items:
        free = item.source.stem not in named and _stands_alone(item)
        if free and _is_long_over(item, board, today):
            yield item


def _stands_alone(item: Event | ServiceSchedule | Notice) -> bool:
    """Whether but for where they lead no other file decides what an item's pages say, nor any day.

    What is said of a 公示 that names its issue depends on the steps of that.
    """
    tied = isinstance(item, Announcement) and item.issue
    others = tied or item.attachments or item.privacy_notes
    return not others and item.source.paths == {item.source.path}


def _is_long_over(item: Item, board: Board, today: date) -> bool:
    end, limit = last_day(item, board, today), today - _LONG
    if isinstance(item, Outage) and end is not None:  # it may be taken down before the cut
        end = max(end, item.natural_end(board.calendar) or date.max)
    is_over = end is not None and end < limit and is_published(item, today)
    return is_over and _is_before(item, limit)


_DAYLESS = frozenset({NoneType, str, bool, int, Source, Prose})
"""What most fields of a record are, none of which needs a look."""


def _is_before(value: object, limit: date) -> bool:
    """Whether every day that a record gives, however deep, is; but for those of phrases."""
    match value:
        case date():
            return value < limit
        case tuple():
            return all(_is_before(each, limit) for each in value)
        case DayRange():
            return value.last < limit
        case Record():
            return all(_is_before(each, limit) for _, each in value if type(each) not in _DAYLESS)
        case _:
            return True


def file_item(context: Context, item: Item, digest: str) -> FiledItem:
    """Return what the rest of a board has to know of an item that is long over, as it is shown."""
    end = last_day(item, context.board, context.today)
    assert end  # noqa: S101 - see find_long_over
    contact = getattr(item, "contact", None)
    return FiledItem(
        path=item.source.path,
        digest=digest,
        folder=item.folder,
        owner=item.owner,
        slug=item.slug,
        code=item.code,
        title=title_of(item),
        compounds=tuple(compound.id for compound in context.board.compounds_of(item)),
        day=own_day(item),
        changed=last_change(item, context.today),
        last_day=end,
        contact=contact and contact.name,
        issue=item.issue if isinstance(item, Result) else None,
        targets=tuple(each for each in item.body.targets if each.kind is not TargetKind.WEB),
    )
