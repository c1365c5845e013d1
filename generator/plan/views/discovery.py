"""Files by which programs find their way: sitemap, robots.txt, web manifest, icons."""

from datetime import date

from generator.frozen import Frozen


class SitemapEntry(Frozen):
    """A page that search engines are to list."""

    address: str
    changed: date | None
    """The last day on which its content changed, if the content says."""


class Sitemap(Frozen, kw_only=True):
    """`sitemap.xml`, of https://www.sitemaps.org/protocol.html."""

    site_url: str
    entries: tuple[SitemapEntry, ...]
    """In the order of their addresses."""


class RobotsFile(Frozen, kw_only=True):
    """`robots.txt` (RFC 9309), which tells programs where the sitemap is."""

    sitemap: str
    """The absolute address of the sitemap."""


class IconFile(Frozen, kw_only=True):
    """An icon of the site in one size, drawn from the theme's `icon.svg`."""

    drawing: str
    """The SVG."""
    size: int
    """Its width and height in pixels."""
    format: str
    """`png`, or `ico` with this size and smaller ones."""
    ground: str | None
    """`#rrggbb` around the drawing, for systems that cut icons to their own shape."""


class IconLink(Frozen):
    """An icon as a manifest names it."""

    address: str
    size: int
    full_bleed: bool
    """Whether the ground fills the whole square."""


class WebManifest(Frozen, kw_only=True):
    """`manifest.webmanifest`: how the site stands on a phone's home screen (W3C)."""

    name: str
    short_name: str
    language: str
    start: str
    """The address of the page that opens first."""
    colour: str
    """`#rrggbb`, of the bar around the page."""
    ground: str
    """`#rrggbb`, before the page is there."""
    icons: tuple[IconLink, ...]
