"""Sitemap, robots.txt and web manifest as text. Their addresses are absolute where formats ask it.

https://www.sitemaps.org/protocol.html, RFC 9309, https://www.w3.org/TR/appmanifest/
"""

import json
from functools import lru_cache
from urllib.parse import quote
from xml.etree import ElementTree

from generator.plan.views import RobotsFile, Sitemap, WebManifest

SITEMAP_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


@lru_cache(maxsize=1 << 10)  # pages have pages above them in common, and name themselves often
def page_url(site_url: str, address: str) -> str:
    """Return the absolute address of a page; that of the front page is the site's own."""
    return site_url + ("" if address == "index.html" else quote(address))


def render_sitemap(view: Sitemap) -> bytes:
    """Return the sitemap as UTF-8 XML."""
    root = ElementTree.Element("urlset", {"xmlns": SITEMAP_NAMESPACE})
    for entry in view.entries:
        url = ElementTree.SubElement(root, "url")
        ElementTree.SubElement(url, "loc").text = page_url(view.site_url, entry.address)
        if entry.changed:
            ElementTree.SubElement(url, "lastmod").text = entry.changed.isoformat()
    ElementTree.indent(root, space="")
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def render_robots(view: RobotsFile) -> bytes:
    """Return robots.txt; what search engines should leave out, pages say themselves."""
    return f"User-agent: *\nDisallow:\nSitemap: {view.sitemap}\n".encode()


def render_manifest(view: WebManifest) -> bytes:
    """Return the manifest as JSON; its addresses are relative to itself, at the site's root."""
    icons = [
        {
            "src": icon.address,
            "sizes": f"{icon.size}x{icon.size}",
            "type": "image/png",
            "purpose": "maskable" if icon.full_bleed else "any",
        }
        for icon in view.icons
    ]
    manifest = {
        "name": view.name,
        "short_name": view.short_name,
        "lang": view.language,
        "id": "./",
        "start_url": f"./{view.start}",
        "scope": "./",
        "display": "minimal-ui",
        "theme_color": view.colour,
        "background_color": view.ground,
        "icons": icons,
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode()
