"""Files by which programs find their way through the site: sitemap, robots.txt, manifest, icons."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from generator.plan import addresses
from generator.plan.artifact import Artifact, Kind, make_artifact
from generator.plan.context import Context
from generator.plan.views import (
    IconFile,
    IconLink,
    PageView,
    RedirectPage,
    RobotsFile,
    Sitemap,
    SitemapEntry,
    WebManifest,
)

_GROUND = "#f5f3ec"
_SIZES = (192, 512)
"""What a home screen asks for, and what shows while the site opens."""
_TOUCH_SIZE = 180
_FAVICON_SIZE = 48


def plan_sitemap(context: Context, listed: Iterable[SitemapEntry]) -> Iterator[Artifact]:
    """Plan the list of pages for search engines, and robots.txt at the root of a host.

    Both need the site's address.
    """
    url = context.board.site.url
    if not url:
        return
    entries = sorted(listed, key=lambda entry: entry.address)
    view = Sitemap(site_url=url, entries=tuple(entries))
    yield make_artifact(addresses.SITEMAP, Kind.SITEMAP, view, context.stamps)
    if urlsplit(url).path == "/":
        robots = RobotsFile(sitemap=f"{url}{addresses.SITEMAP}")
        yield make_artifact(addresses.ROBOTS, Kind.ROBOTS, robots, context.stamps)


def list_page(page: Artifact) -> Iterator[SitemapEntry]:
    """Yield what the list for search engines says of a page: a line, or nothing."""
    view = page.view
    if not isinstance(view, PageView) or isinstance(view, RedirectPage):
        return
    if view.head.listed:
        yield SitemapEntry(page.path, view.head.changed)


def plan_icons(context: Context, drawing: bytes) -> Iterator[Artifact]:
    """Plan the icons that are drawn from the theme's `icon.svg`, and the manifest naming them."""
    site, band = context.board.site, context.frame.palette.light.band
    icons = [IconLink(addresses.of_icon(s), s, full_bleed=False) for s in _SIZES]
    icons += [IconLink(addresses.of_icon(s, full_bleed=True), s, full_bleed=True) for s in _SIZES]
    touch = IconLink(addresses.TOUCH_ICON, _TOUCH_SIZE, full_bleed=True)
    favicon = IconLink(addresses.FAVICON, _FAVICON_SIZE, full_bleed=False)
    for icon in (*icons, touch, favicon):
        view = IconFile(
            drawing=drawing.decode(),
            size=icon.size,
            format=icon.address.rpartition(".")[2],
            ground=band if icon.full_bleed else None,
        )
        yield make_artifact(icon.address, Kind.ICON, view, context.stamps)
    manifest = WebManifest(
        name=site.name,
        short_name=re.split("[（(]", site.name)[0].strip(),
        language=site.language,
        start=addresses.HOME,
        colour=band,
        ground=_GROUND,
        icons=tuple(icons),
    )
    yield make_artifact(addresses.MANIFEST, Kind.MANIFEST, manifest, context.stamps)
