"""The archive: everything that is over, by the month of its last day.

A month's page is there from the first thing that is over in it, and stays: nothing is ever taken
out of the archive but by deleting its file.
"""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from generator.model.filed import FiledItem
from generator.model.group import Group
from generator.model.item import Item
from generator.model.review import ReviewEntry
from generator.plan import addresses
from generator.plan.artifact import Artifact
from generator.plan.cards import make_card, title_of
from generator.plan.context import Context
from generator.plan.lifetime import is_over, last_day
from generator.plan.views import (
    ArchiveMonth,
    ArchiveMonthPage,
    ArchivePage,
    ArchiveYear,
    Card,
    Head,
    Several,
    Share,
    make_share,
)

_Months = list[tuple[ArchiveMonth, Several[Card]]]


def plan_archive(context: Context) -> Iterator[Artifact]:
    """Plan the archive's page, and one for each of its months."""
    months = _months(context)
    site = context.board.site
    view = ArchivePage(
        frame=context.frame,
        head=Head(title="", description=site.name, crumbs=(context.home,)),
        years=_years([month for month, _ in months]),
        cards=months[0][1] if months else Several(),
    )
    yield context.page(addresses.ARCHIVE, view)
    for number, (month, cards) in enumerate(months):
        page = ArchiveMonthPage(
            frame=context.frame,
            head=Head(title="", description=site.name, crumbs=(context.home,), listed=False),
            month=month,
            cards=cards,
            earlier=months[number + 1][0] if number + 1 < len(months) else None,
            later=months[number - 1][0] if number else None,
        )
        yield context.page(month.address, page)


def _months(context: Context) -> _Months:
    """Return the months with their cards, the newest first."""
    over = sorted(_over(context), key=lambda pair: title_of(pair[1]))
    over.sort(key=lambda pair: pair[0], reverse=True)
    months: _Months = []
    for first, group in groupby(over, key=lambda pair: pair[0].replace(day=1)):
        cards = Several(*(_card(context, item) for _, item in group))
        address = addresses.of_archive_month(first)
        months.append((ArchiveMonth(first=first, address=address, count=len(cards)), cards))
    return months


def _years(months: list[ArchiveMonth]) -> tuple[ArchiveYear, ...]:
    years = []
    for year, group in groupby(months, key=lambda month: month.first.year):
        own = tuple(group)
        years.append(ArchiveYear(year=year, count=sum(m.count for m in own), months=own))
    return tuple(years)


def _over(context: Context) -> Iterator[tuple[date, Item | FiledItem]]:
    for item in context.everything:
        if isinstance(item, FiledItem):
            yield item.last_day, item
        elif not isinstance(item, Group | ReviewEntry):
            end = last_day(item, context.board, context.today)
            if end is not None and is_over(item, context.board, context.today):
                yield end, item


def _card(context: Context, item: Item | FiledItem) -> Share[Card]:
    if isinstance(item, FiledItem):
        return Share(context.files_of(item).card, 1, lambda: (context.views_of(item).card,))
    return make_share((make_card(context, item),))
