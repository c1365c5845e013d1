"""In which turns files go to a target, so that no page there ever points at a missing file.

1. What pages load or link to: style sheets, scripts, pictures, posters, calendars, and new feeds.
2. New pages, each after those it links to; those that link to one another in a circle together,
   for nothing that is there already links to them yet. A new front page comes last of all.
3. The search's index, for its results are links to pages.
4. Pages that were there and are different now.
5. Feeds and the sitemap, which tell of pages.
6. Only then deletions: what tells of pages, then pages, then the rest.
"""

from collections.abc import Callable, Iterable, Mapping

from generator.frozen import Frozen
from generator.publish.links import find_links

_FRONT = "index.html"
_TELLS = (".xml", "robots.txt")

Wave = tuple[str, ...]
"""Paths whose order among themselves does not matter."""


class Turns(Frozen):
    """What a publish does, wave after wave."""

    uploads: tuple[Wave, ...]
    deletions: tuple[Wave, ...]


def find_turns(
    changed: Iterable[str],
    missing: Iterable[str],
    gone: Iterable[str],
    read: Callable[[str], bytes],
) -> Turns:
    """Return the turns of a publish.

    `changed` is at the target with other bytes, `missing` is not there yet, `gone` is there and
    not wanted any more; `read` gives the bytes of a page that is to go up.
    """
    old, new = set(changed), set(missing)
    pages = {path for path in new if _is_page(path)}
    late = {path for path in old if _tells(path)}
    index = {path for path in old if _is_index(path)}
    known = {path for path in old if _is_page(path)}
    first = (old | new) - pages - late - index - known
    waves = (_sorted(first), *_order_pages(pages, read), _sorted(index), _sorted(known))
    last = set(gone)
    telling, leaving = {p for p in last if _tells(p)}, {p for p in last if _is_page(p)}
    return Turns(
        uploads=tuple(wave for wave in (*waves, _sorted(late)) if wave),
        deletions=tuple(
            wave
            for wave in map(_sorted, (telling, leaving - telling, last - telling - leaving))
            if wave
        ),
    )


def _order_pages(pages: set[str], read: Callable[[str], bytes]) -> list[Wave]:
    """Return new pages in waves, each of which links to those before it."""
    wants: Mapping[str, set[str]] = {
        path: find_links(path, read(path)) & pages for path in pages if path != _FRONT
    }
    waves: list[Wave] = []
    waiting = dict(wants)
    while waiting:
        ready = {path for path, links in waiting.items() if not links & waiting.keys()}
        ready = ready or set(waiting)
        waves.append(_sorted(ready))
        waiting = {path: links for path, links in waiting.items() if path not in ready}
    return [*waves, (_FRONT,)] if _FRONT in pages else waves


def _sorted(paths: Iterable[str]) -> Wave:
    return tuple(sorted(paths))


def _is_page(path: str) -> bool:
    return path.endswith(".html")


def _is_index(path: str) -> bool:
    return "search/index-" in path and path.endswith(".js")


def _tells(path: str) -> bool:
    return path.endswith(_TELLS)
