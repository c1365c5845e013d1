"""Who a text is from and when it changed; what came before it and after it of the same kind."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby

from generator.model.filed import FiledItem
from generator.model.issue import Issue
from generator.model.item import Item, SignedItem
from generator.model.review import ReviewEntry
from generator.plan import addresses
from generator.plan.cards import title_of
from generator.plan.context import Context
from generator.plan.lifetime import own_day, published_day
from generator.plan.views import Around, BylineView, Link


def make_byline(context: Context, item: Item) -> BylineView:
    """Return what stands under an item's title; without a source of its own, the publisher's."""
    byline, changed = (item.byline, item.updated) if isinstance(item, SignedItem) else (None, None)
    published = None if isinstance(item, Issue) else published_day(item)  # whose steps have days
    return BylineView(
        origin=(byline.origin if byline else None) or context.owner(item).text,
        author=byline.author if byline else None,
        editor=byline.editor if byline else None,
        published=published,
        changed=changed if changed != published else None,
    )


def find_neighbouring_items(context: Context) -> Mapping[str, Around]:
    """Return for the page of each item the one before and the one after it.

    Neighbours are of one kind and one publisher, in the order of their own days; what has no day,
    such as a group, has none.
    """
    if context.neighbours is not None:
        return context.neighbours
    dated = sorted(_dated(context), key=lambda found: found[:4])
    around: dict[str, Around] = {}
    for _, same in groupby(dated, key=lambda found: found[:2]):
        links = [_link(item) for *_, item in same]
        both = zip([None, *links[:-1]], [*links[1:], None], strict=True)
        around |= {link.address: beside for link, beside in zip(links, both, strict=True)}
    return around


_Item = Item | FiledItem
_Dated = tuple[str, str, date, str, _Item]


def _dated(context: Context) -> Iterator[_Dated]:
    for item in context.everything:
        day = item.day if isinstance(item, FiledItem) else own_day(item)
        if day and not isinstance(item, ReviewEntry):
            yield item.owner or "", item.folder, day, item.slug, item


def _link(item: _Item) -> Link:
    return Link(title_of(item), addresses.of_item(item))
