"""What all posters have in common: what stands around the content, and how it is printed."""

from datetime import date

from generator.frozen import Frozen


class Variant(Frozen, kw_only=True):
    """How a poster is printed; every kind can be printed in every way."""

    paper: str = "A4"
    """A key of `render.press.PAPERS`."""
    landscape: bool = False
    monochrome: bool = False
    """For a laser printer: no coloured areas, nothing told by colour alone."""
    large_print: bool = False
    """Larger floors for all type; what no longer has room goes."""


class PosterFrame(Frozen, kw_only=True):
    """What every poster carries."""

    source: str
    """The content file it was made from, for messages; empty if from many."""
    site_name: str
    language: str
    committee: str
    """Who publishes it."""
    compound: str
    title: str
    """Empty for a timetable or digest: the theme names those by their month."""
    published: date | None
    take_down: date | None
    """None: stays up until somebody takes it down."""
    office_phone: str | None
    """The publisher's office, for posters that name no contact of their own."""
    footer: str
    """The site's own line, dates filled in."""
    url: str | None
    """What the QR code says."""
    short_url: str | None
    """The same without `https://`, for people."""
    variant: Variant = Variant()
    may_go: tuple[str, ...] | None = None
    """Parts that may be left off, the most dispensable first; None leaves it to the theme."""
    page: str = ""
    """The address of the page that tells the same on the web, empty if there is none."""
    dated: date | None = None
    """The day from which the poster's text is, for its metadata; never the day of building."""
