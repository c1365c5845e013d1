"""The archive: everything that is over, by the month in which it came down."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from generator.model.item import Item
from generator.plan import addresses
from generator.plan.artifact import Artifact
from generator.plan.cards import make_cards, title_of
from generator.plan.context import Context
from generator.plan.lifetime import last_day
from generator.plan.views import ArchiveMonth, ArchivePage, Head


def plan_archive(context: Context) -> Iterator[Artifact]:
    """Plan the archive's page."""
    over = sorted(_over(context), key=lambda pair: (pair[0], title_of(pair[1])), reverse=True)
    months = tuple(
        ArchiveMonth(year=year, month=month, cards=make_cards(context, (i for _, i in group)))
        for (year, month), group in groupby(over, key=lambda pair: (pair[0].year, pair[0].month))
    )
    head = Head(title="", description=context.board.site.name, crumbs=(context.home,))
    yield context.page(
        addresses.ARCHIVE, ArchivePage(frame=context.frame, head=head, months=months)
    )


def _over(context: Context) -> Iterator[tuple[date, Item]]:
    board = context.board
    for item in (*board.events, *board.services, *board.notices):
        end = last_day(item, board, context.today)
        if end is not None and end < context.today:
            yield end, item
