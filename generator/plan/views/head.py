"""What a page says of itself to those who do not read it: browsers, search engines, messengers."""

from datetime import date

from generator.frozen import Frozen
from generator.plan.views.pieces import Link
from generator.plan.views.structured_data import StructuredData


class ShareImage(Frozen, kw_only=True):
    """A picture that stands for a page where it is shared."""

    address: str
    width: int
    height: int
    """In pixels."""
    words: str
    """What it shows."""


class FeedLink(Frozen):
    """A feed that tells what is new of a page's subject."""

    about: str
    """As in an `AtomFeed`: `news`, `notices` or `issues`."""
    address: str


class Head(Frozen, kw_only=True):
    """What a page says of itself: title, a sentence for search engines, and where it stands."""

    title: str
    description: str
    crumbs: tuple[Link, ...] = ()
    """From the home page down to the page above this one."""
    image: ShareImage | None = None
    published: date | None = None
    """The day from which its text is, if it is a text of a day."""
    changed: date | None = None
    """The last day on which its content changed, by the content's own dates."""
    listed: bool = True
    """Whether search engines are to list it: not what is over, nor what only staff need."""
    feeds: tuple[FeedLink, ...] = ()
    data: tuple[StructuredData, ...] = ()
