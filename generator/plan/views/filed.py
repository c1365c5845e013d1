"""What is kept of an item that is filed: all that the rest of the site shows of it."""

from datetime import date

from generator.frozen import Frozen
from generator.plan.views.feeds import FeedEvent, NewsEntry
from generator.plan.views.pieces import Card, Link

Around = tuple[Link | None, Link | None]
"""The item before one and the item after it, of its own kind."""


class FiledFiles(Frozen):
    """The files of the output that are made of one item, and what it gives to others."""

    keys: tuple[tuple[str, str], ...]
    """The paths of its own files, and the keys of their artifacts."""
    around: Around
    named: str
    """The digest of what its page says of other files: where it leads, and which pictures it shows.
    Empty if it names none."""
    only_on: date | None
    """The one day for which they are good; None if they stay as they are."""
    card: str
    """The digest of its card, as a share of a list."""
    events: tuple[str, int]
    """The digest and the number of its events, as a share of a calendar."""
    entries: tuple[tuple[date, str, str], ...]
    """The news that feeds have of it, as shares of theirs: the day, the id and the digest."""
    document: tuple[str, int, date]
    """What the search knows of it, as a share of its index: the digest, the characters of its text,
    the day by which it stands among others."""


class FiledViews(Frozen):
    """What lists, calendars and feeds of many items show of one."""

    card: Card
    events: tuple[FeedEvent, ...]
    entries: tuple[NewsEntry, ...]
