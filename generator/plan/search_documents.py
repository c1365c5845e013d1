"""The documents of the search, made of the views of pages, and the parts that hold them.

What is private, withheld or no longer shown on a page is in no document either.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from hashlib import sha256
from itertools import chain, islice
from typing import Any

from msgspec.structs import replace

from generator.frozen import Frozen
from generator.plan.artifact import Artifact
from generator.plan.views import (
    CommitteePage,
    CommitteeReviewPage,
    CompoundPage,
    EventPage,
    FigureView,
    GroupPage,
    IndexPart,
    IssuePage,
    ItemFrame,
    NoticePage,
    PhoneView,
    ReviewPage,
    SearchDocument,
    SearchIndex,
    ServicePage,
    Several,
    Share,
    make_share,
)

PART_LENGTHS = 200_000, 500_000
"""How many characters a part of the index holds at least and at most: 600 to 1,500 ordinary pages.
What is smaller together is one part."""
_PAGES_IN_CUT = 256
"""Between these lengths, a part begins at one of so many pages, which its address tells: so what is
written, added or left out on one page changes its own part, and not all that come after."""


class SearchEntry(Frozen):
    """A document, and all that the index is put in order and divided by."""

    address: str
    kind: str
    current: bool
    day: date
    length: int
    """Of its text, in characters."""
    share: Share[SearchDocument]


Outline = tuple[tuple[str, int], ...]
"""Of a part: its documents' addresses, and how long their texts are."""


def outline_part(part: SearchIndex) -> Outline:
    """Return what tells which documents a part has, and why it ends where it ends."""
    return _outline(part.documents)


def find_parts(outlines: list[Outline], documents: Iterable[SearchDocument]) -> list[int] | None:
    """Return the numbers, from 0, of the parts of an index in which these documents are.

    None if one is in no part, or if the index would be divided in another way now.
    """
    lengths = dict(_outline(documents))
    fresh = [[(at, lengths.get(at, length)) for at, length in outline] for outline in outlines]
    known = {address for outline in outlines for address, _ in outline}
    divided = list(_count_shares(chain.from_iterable(fresh)))
    if not lengths.keys() <= known or divided != list(map(len, outlines)):
        return None
    parts = enumerate(outlines)
    return [number for number, outline in parts if any(at in lengths for at, _ in outline)]


def put_documents(part: SearchIndex, documents: Iterable[SearchDocument]) -> SearchIndex:
    """Return a part of an index with some pages as they are now, each in its old place."""
    fresh = {document.address: document for document in documents}
    whole = (make_share((fresh.get(d.address, d),)) for d in part.documents)
    return replace(part, documents=Several(*whole))


def name_part(part: Artifact, twin: Artifact) -> IndexPart:
    """Return how pages ask for a part; its version says when either edition's has changed."""
    return IndexPart(part.path, sha256(f"{part.key}{twin.key}".encode()).hexdigest()[:8])


def make_entry(document: SearchDocument) -> SearchEntry:
    """Return the entry of a document that is at hand."""
    length, share = document.length, make_share((document,))
    day = day_in_index(document)
    return SearchEntry(document.address, document.kind, document.current, day, length, share)


def day_in_index(document: SearchDocument) -> date:
    """Return the day by which a document stands before or after others of its kind."""
    return document.day or document.last_day or date.min


def divide_documents(entries: list[SearchEntry]) -> Iterator[Several[SearchDocument]]:
    """Yield the documents of one part of an index after another."""
    rest = iter(entries)
    for count in _count_shares((entry.address, entry.length) for entry in entries):
        yield Several(*(entry.share for entry in islice(rest, count)))


def _outline(documents: Iterable[SearchDocument]) -> Outline:
    return tuple((document.address, document.length) for document in documents)


def _count_shares(outline: Iterable[tuple[str, int]]) -> Iterator[int]:
    """Yield how many documents each part has."""
    shortest, longest = PART_LENGTHS
    count = total = 0
    for address, length in outline:
        full = total + length > longest
        if count and (full or (total >= shortest and _begins_part(address))):
            yield count
            count = total = 0
        count += 1
        total += length
    if count:
        yield count


def _begins_part(address: str) -> bool:
    digest = sha256(address.encode()).digest()
    return int.from_bytes(digest[:8], "big") % _PAGES_IN_CUT == 0


def describe_page(page: Artifact) -> Iterator[SearchDocument]:
    """Yield the document of a page; nothing for pages that only gather what others say."""
    describe = _DESCRIBERS.get(type(page.view))
    if describe:
        yield SearchDocument(address=page.path, **describe(page.view))


def _compound(view: CompoundPage) -> dict[str, Any]:
    return {
        "kind": "compound",
        "title": view.name,
        "owner": view.committee.text,
        "names": view.former_names,
        "place": view.address or "",
    }


def _committee(view: CommitteePage) -> dict[str, Any]:
    return {
        "kind": "committee",
        "title": view.name,
        "names": tuple(compound.name for compound in view.compounds),
        "place": view.address or "",
        "texts": _choose(view.summary, view.hours),
    }


def _event(view: EventPage) -> dict[str, Any]:
    parts = view.parts
    day = view.upcoming[0].day if view.upcoming else view.item.last_day
    return _item(view.item, parts.contact) | {
        "kind": "event",
        "place": parts.place,
        "day": day,
        "texts": _choose(
            *(parts.reading, view.cancelled, view.item.body.text, *parts.programme),
            *(parts.audience, parts.fee, parts.registration, *parts.bring, parts.rain),
            *_figures(view.results),
        ),
    }


def _service(view: ServicePage) -> dict[str, Any]:
    lines = (
        _join(
            *(line.name, line.reading, line.place, line.fee, line.audience),
            *(_join(errand.name, *errand.bring) for errand in line.errands),
        )
        for line in view.lines
    )
    reasons = (suspension.reason for suspension in view.suspensions)
    results = (_join(of.name, *_figures(of.figures)) for of in view.results)
    return _item(view.item, view.contact) | {
        "kind": "service",
        "place": view.place or "",
        "texts": _choose(*lines, view.item.body.text, *reasons, *results),
    }


def _notice(view: NoticePage) -> dict[str, Any]:
    parts = view.parts
    return _item(view.item, parts.contact) | {
        "kind": "notice",
        "category": parts.category,
        "day": parts.published,
        "texts": _choose(
            *(*parts.points, parts.reading, parts.cancelled, parts.reason, view.item.body.text),
            *(*parts.tasks, *parts.conditions, parts.hours, *parts.ways, parts.outcome),
            *(parts.issue.text if parts.issue else None, parts.purpose, parts.annex),
            *(field.name for field in parts.fields),
        ),
    }


def _issue(view: IssuePage) -> dict[str, Any]:
    steps = (_join(step.name, step.note) for step in view.steps if step.day)
    return _item(view.item, None) | {
        "kind": "issue",
        "day": max((step.day for step in view.steps if step.day), default=None),
        "texts": _choose(
            *(view.number, view.topic, view.origin, view.item.body.text),
            *(*steps, *_figures(view.figures)),
        ),
    }


def _group(view: GroupPage) -> dict[str, Any]:
    return _item(view.item, view.contact) | {
        "kind": "group",
        "category": view.kind,
        "place": view.address or "",
        "texts": _choose(view.summary, view.item.body.text, *_figures(view.figures)),
    }


def _review(view: ReviewPage) -> dict[str, Any]:
    themes = (theme.name for theme in view.themes)
    return {
        "kind": "review",
        "title": view.title,
        "day": view.source_day,
        "texts": _choose(view.source, *themes, *_figures(view.figures)),
    }


def _committee_review(view: CommitteeReviewPage) -> dict[str, Any]:
    cards = (
        _join(card.theme, card.project, card.summary, card.body.text, *_figures(card.figures))
        for card in view.cards
    )
    return {
        "kind": "review",
        "title": " ".join((str(view.year), *(card.project for card in view.cards))),
        "owner": view.committee.text,
        "day": view.source_day,
        "texts": _choose(*cards),
    }


def _item(item: ItemFrame, contact: PhoneView | None) -> dict[str, Any]:
    """Return what all items have."""
    groups = (group.text for group in item.groups)
    compounds = (compound.text for compound in item.compounds)
    return {
        "title": item.title,
        "owner": item.owner.text,
        "names": (*compounds, *item.buildings, *groups, *((contact.name,) if contact else ())),
        "last_day": item.last_day,
        "current": item.current,
    }


def _figures(figures: tuple[FigureView, ...]) -> Iterator[str]:
    return (_join(figure.name, figure.value, figure.remark) for figure in figures)


def _choose(*texts: str | None) -> tuple[str, ...]:
    return tuple(text for text in texts if text)


def _join(*words: str | None) -> str:
    return "\n".join(word for word in words if word)


_DESCRIBERS: dict[type, Callable[..., dict[str, Any]]] = {
    CompoundPage: _compound,
    CommitteePage: _committee,
    EventPage: _event,
    ServicePage: _service,
    NoticePage: _notice,
    IssuePage: _issue,
    GroupPage: _group,
    ReviewPage: _review,
    CommitteeReviewPage: _committee_review,
}
