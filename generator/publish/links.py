"""To which files of the same site a page links, for the order in which pages go up."""

import re
from posixpath import dirname, join, normpath
from urllib.parse import unquote

_LINK = re.compile(rb"""\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.\-]*:|//|#", re.IGNORECASE)


def find_links(path: str, html: bytes) -> set[str]:
    """Return the paths that the page at `path` links to or loads, relative to the site's root."""
    found = set()
    for groups in _LINK.findall(html):
        link = b"".join(groups).decode("utf-8", "replace").replace("&amp;", "&").strip()
        if not link or _ELSEWHERE.match(link):
            continue
        name = unquote(re.split("[?#]", link, maxsplit=1)[0])
        whole = normpath(join(dirname(path), name)).lstrip("/")
        found.add(join(whole, "index.html") if name.endswith("/") else whole)
    found.discard(path)
    return found
