"""Atom feeds of notices: one for the street and one for each compound, the newest first.

A feed needs the site's address, for its links; and at least one notice, for the day of its news.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from generator.model.board import path_of
from generator.model.committee import Compound
from generator.model.filed import FiledItem
from generator.model.notice import Notice, Outage
from generator.plan import addresses
from generator.plan.artifact import Artifact, Kind, make_artifact
from generator.plan.cards import summary_of
from generator.plan.context import Context, restore_view
from generator.plan.lifetime import is_cancelled
from generator.plan.news import News, make_news, recall_news, tell_newest
from generator.plan.views import AtomFeed, NoticeEntry


def plan_notice_feeds(context: Context) -> Iterator[Artifact]:
    """Plan the feeds; a former compound's is that of its successor, for who subscribed to it."""
    if not context.board.site.url:
        return
    told = {path_of(notice): _tell(context, notice) for notice in _shown(context, None)}
    for compound in (None, *context.board.compounds):
        view = _feed(context, compound, (told[path_of(n)] for n in _shown(context, compound)))
        if view is None:
            continue
        former = compound.merged_from if compound else ()
        for place_id in (_id_of(compound), *(each.id for each in former)):
            path = addresses.of_notice_feed(place_id)
            yield make_artifact(path, Kind.FEED, view, context.stamps)


def notice_feed_of(context: Context, compound: Compound | None) -> str | None:
    """Return the address of a compound's feed, of the street's for None; None if there is none."""
    shown = context.board.site.url and _shown(context, compound)
    return addresses.of_notice_feed(_id_of(compound)) if shown else None


def _id_of(compound: Compound | None) -> str | None:
    return compound.id if compound else None


def _shown(context: Context, compound: Compound | None) -> list[Notice | FiledItem]:
    found = context.everything_in(compound)
    filed = (i for i in found if isinstance(i, FiledItem) and i.folder == Notice.folder)
    return [*(item for item in found if isinstance(item, Notice)), *filed]


def _tell(context: Context, notice: Notice | FiledItem) -> News:
    if isinstance(notice, FiledItem):
        (news,) = recall_news(context, notice)
        return news
    return make_news(notice_entry(context, context.board.site.url or "", notice))


def _feed(context: Context, compound: Compound | None, told: Iterable[News]) -> AtomFeed | None:
    site, entries = context.board.site, tell_newest(told)
    if not entries:
        return None
    page = addresses.of_compound(compound.id) if compound else addresses.HOME
    return AtomFeed(
        name=compound.name if compound else site.name,
        source=f"{site.url}{addresses.of_notice_feed(_id_of(compound))}",
        page=f"{site.url}{page}",
        time_zone=site.time_zone,
        language=site.language,
        entries=entries,
        about="notices",
    )


def notice_entry(context: Context, url: str, notice: Notice) -> NoticeEntry:
    """Return the entry of a notice; an outage that was changed or cancelled is news again."""
    outage = notice if isinstance(notice, Outage) else None
    again = f"-{outage.revision}" if outage and outage.revision else ""
    again += "-cancelled" if is_cancelled(notice) else ""
    return NoticeEntry(
        id=f"tag:{urlsplit(url).hostname},{notice.published.year}:notices/{notice.code}{again}",
        category=notice.category.value,
        level=notice.level.value,
        title=notice.title,
        text=summary_of(context, notice),
        reading=outage.when.reading(context.board.site.speech) if outage else None,
        restore=restore_view(context, notice),
        cancelled=is_cancelled(notice),
        day=notice.published,
        link=f"{url}{addresses.of_item(notice)}",
        author=context.owner(notice).text,
        changed=notice.updated,
    )
