"""Atom feeds of issues: what is new at each board, one entry for each step that was done.

A feed needs the site's address: without it there is nothing to which its links could lead.
"""

from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from generator.model.issue import Issue
from generator.plan import addresses
from generator.plan.artifact import Artifact, Kind, make_artifact
from generator.plan.context import Context
from generator.plan.issue_boards import IssuePlace, issue_places
from generator.plan.issues import step_history
from generator.plan.lifetime import is_published
from generator.plan.news import make_news, tell_newest
from generator.plan.views import AtomEntry, AtomFeed


def plan_issue_feeds(context: Context) -> Iterator[Artifact]:
    """Plan the feed beside every board of issues."""
    url = context.board.site.url
    for place in issue_places(context) if url else ():
        path = addresses.of_issue_feed(place.level, place.id)
        view = _feed(context, place, f"{url}{path}", f"{url}{place.address}")
        yield make_artifact(path, Kind.FEED, view, context.stamps)
        for former in place.compound.merged_from if place.compound else ():
            # For people subscribed to it: a feed cannot lead on, so it goes on.
            old = addresses.of_issue_feed(place.level, former.id)
            yield make_artifact(old, Kind.FEED, view, context.stamps)


def _feed(context: Context, place: IssuePlace, source: str, page: str) -> AtomFeed:
    shown = [issue for issue in place.issues if is_published(issue, context.today)]
    entries = [entry for issue in shown for entry in step_entries(context, issue)]
    return AtomFeed(
        name=place.name,
        source=source,
        page=page,
        time_zone=context.board.site.time_zone,
        language=context.board.site.language,
        entries=tell_newest(map(make_news, entries)),
    )


def step_entries(context: Context, issue: Issue) -> Iterator[AtomEntry]:
    """Yield the steps of an issue that are done; one noted twice is two entries."""
    site = context.board.site
    host = urlsplit(site.url or "").hostname
    times: dict[str, int] = {}
    for step in step_history(context, issue):
        if step.day is None:
            continue
        count = times[step.name] = times.get(step.name, 0) + 1
        name = quote(step.name, safe="") + (f"-{count}" if count > 1 else "")
        yield AtomEntry(
            id=f"tag:{host},{issue.opened.year}:issues/{issue.code}/{name}",
            number=issue.number,
            title=issue.title,
            step=step.name,
            note=step.note or "",
            day=step.day,
            link=f"{site.url}{addresses.of_item(issue)}",
            author=context.owner(issue).text,
            topic=issue.topic,
            period_first=step.period_first,
            period_last=step.period_last,
        )
