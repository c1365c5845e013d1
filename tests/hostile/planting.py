"""Views in which every text that a volunteer could have written is a vector."""

from collections.abc import Callable, Iterator
from enum import Enum
from itertools import cycle
from typing import Any, TypeVar

from msgspec.structs import asdict, replace

from generator.frozen import Frozen
from generator.plan.views import MissingPicture, PictureView, ProseView
from generator.read.markdown import read_prose
from tests.hostile.vectors import HOST, Vector

V = TypeVar("V", bound=Frozen)
OURS = {
    # Addresses, formats and words of the code, which no volunteer writes.
    *("address", "target", "page", "path", "kind", "category", "level", "language", "time_zone"),
    *("site_url", "url", "short_url", "state", "format", "fallback", "pdf", "twin", "image"),
    *(
        "thumbnail",
        "original",
        "rrule",
        "uid",
        "id",
        "link",
        "source",
        "colour",
        "ground",
        "palette",
    ),
    *("weekday", "lunar", "start", "end", "moved_from", "code", "anchor", "calendar", "feed"),
    *("phone", "written_on", "traditional", "drawing", "digest", "rows", "season", "variant"),
    *("sizes", "parts", "may_go", "width", "template"),
}


def plant(view: V, next_text: Callable[[], str], prose: Callable[[], ProseView]) -> V:
    """Return a view with other texts; what the code itself writes stays as it is."""
    changes: dict[str, Any] = {}
    for name, value in asdict(view).items():
        if name not in OURS:
            changes[name] = _plant_value(value, next_text, prose)
    return replace(view, **changes)


def _plant_value(value: Any, next_text: Callable[[], str], prose: Callable[[], ProseView]) -> Any:
    if isinstance(value, ProseView):
        return prose() if value.text else value
    if isinstance(value, Enum) or not value:
        return value
    if isinstance(value, str):
        return next_text()
    if isinstance(value, Frozen):
        return plant(value, next_text, prose)
    if isinstance(value, tuple):
        return tuple(_plant_value(each, next_text, prose) for each in value)
    return value


def texts_of(vectors: list[Vector], host: str) -> Callable[[], str]:
    """Return a function that gives one text after the other, without end."""
    texts: Iterator[str] = cycle(vector.text.replace(HOST, host) for vector in vectors)
    return lambda: next(texts)


WAYS = (
    "{}", "[{}](https://a.example/)", "[x]({})", "[x](<{}>)", '[x](https://a.example/ "{}")',
    "![{}](x.png)", "# {}", "- {}\n\n> {}", "| {} |\n|:-:|\n| {} |", "```{}\nx\n```", "`{}`",
    "<{}>",
)  # fmt: skip
"""Where in a body a text may stand."""


def read_bodies(vectors: list[Vector], host: str, count: int = len(WAYS)) -> list[ProseView]:
    """Return each vector in so many of the ways as a body of its own; refused ones are empty.

    Which ways, goes round. Ends of lines are as in files that were read.
    """
    bodies = []
    for vector in vectors:
        ways = [WAYS[(vector.number + 5 * turn) % len(WAYS)] for turn in range(count)]
        text = vector.text.replace(HOST, host).replace("\r\n", "\n").replace("\r", "\n")
        for way in ways:
            prose, _ = read_prose(way.replace("{}", text), "content/committees/a/events/a.md", 1)
            addresses = tuple(target.path or "#" for target in prose.targets)
            bodies.append(ProseView(prose.pieces, addresses, prose.text))
    return bodies


def join_bodies(bodies: list[ProseView]) -> ProseView:
    """Return several bodies as one."""
    pieces, words = [""], list[str]()
    fillings: list[str | PictureView | MissingPicture] = []
    for body in bodies:
        pieces[-1] += f"{body.pieces[0]}\n"
        pieces += body.pieces[1:]
        fillings += body.fillings
        words.append(body.text)
    return ProseView(tuple(pieces), tuple(fillings), "\n".join(words))
