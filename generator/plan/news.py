"""News as feeds tell them: the newest first, each piece the same in every feed."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from generator.frozen import Frozen
from generator.model.filed import FiledItem
from generator.plan.context import Context
from generator.plan.views import NewsEntry, Several, Share, make_share

_LENGTH = 50
"""So many entries are kept in a feed: readers have the older ones, and new ones want few."""


class News(Frozen):
    """A piece of news: the day and the id that it is sorted by, and its entry."""

    day: date
    id: str
    share: Share[NewsEntry]


def make_news(entry: NewsEntry) -> News:
    """Return a piece of news of which the entry is at hand."""
    return News(entry.day, entry.id, make_share((entry,)))


def recall_news(context: Context, item: FiledItem) -> Iterator[News]:
    """Yield what an item that is filed has told."""
    for number, (day, name, digest) in enumerate(context.files_of(item).entries):
        yield News(day, name, Share(digest, 1, partial(_load, context, item, number)))


def tell_newest(found: Iterable[News]) -> Several[NewsEntry]:
    """Return what a feed has of the news of a place."""
    newest = sorted(found, key=lambda news: (-news.day.toordinal(), news.id))
    return Several(*(news.share for news in newest[:_LENGTH]))


def _load(context: Context, item: FiledItem, number: int) -> tuple[NewsEntry, ...]:
    return (context.views_of(item).entries[number],)
