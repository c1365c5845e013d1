"""The `Artifact`: one file that will exist, with its address and exactly the data it needs."""

from enum import StrEnum

from generator.frozen import Frozen
from generator.plan.views import View
from generator.plan.views.digests import digest_of


class Kind(StrEnum):
    """What makes the bytes of an artifact."""

    PAGE = "page"
    """A template of the theme."""
    POSTER = "poster"
    """A template of the theme, laid out on paper."""
    TRADITIONAL = "traditional"
    """A page, in traditional characters."""
    TWIN = "twin"
    """A poster's template, shown by a browser."""
    THUMBNAIL = "thumbnail"
    """A picture of a poster's first page."""
    CALENDAR = "calendar"
    """RFC 5545: a calendar feed."""
    FEED = "feed"
    """RFC 4287: an Atom feed."""
    TABLE = "table"
    """CSV, for spreadsheets."""
    SEARCH = "search"
    """A part of the search index, as a script."""
    SITEMAP = "sitemap"
    """The list of pages for search engines."""
    ROBOTS = "robots"
    """RFC 9309: where that list is."""
    MANIFEST = "manifest"
    """W3C: how the site stands on a phone's home screen."""
    ICON = "icon"
    """The theme's icon in one size."""
    PICTURE = "picture"
    """A picture of the content, built anew in one size."""
    ATTACHMENT = "attachment"
    """A document of the content, freed of what it tells of its author."""
    FILE = "file"
    """Nothing: the bytes of a file of the theme are taken as they are."""


class Stamps(Frozen, kw_only=True):
    """Digests of what else turns a view into bytes: templates, style, fonts, versions."""

    page: str
    poster: str
    calendar: str = ""
    feed: str = ""
    table: str = ""
    search: str = ""
    twin: str = ""
    thumbnail: str = ""
    sitemap: str = ""
    robots: str = ""
    manifest: str = ""
    icon: str = ""
    traditional: str = ""
    picture: str = ""
    attachment: str = ""

    def of(self, kind: Kind) -> str:
        """Return the stamp for a kind of artifact."""
        return "" if kind is Kind.FILE else str(getattr(self, kind.value))


class Artifact(Frozen):
    """A page, poster, calendar or file of the output.

    `path` is relative to the output folder. `key` is a digest of everything its bytes depend on:
    artifacts with one key have the same bytes. Independent of every other artifact; it pickles.
    """

    path: str
    kind: Kind
    view: View
    key: str


def make_artifact(path: str, kind: Kind, view: View, stamps: Stamps) -> Artifact:
    """Return the artifact for a view, with its key."""
    return Artifact(path, kind, view, digest_of((path, kind, stamps.of(kind), view)))
