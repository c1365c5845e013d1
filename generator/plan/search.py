"""The search: an index of the pages that were planned, and the page that asks it.

Documents are made of the views that pages are made of. So what is private, withheld or no longer
shown on a page is not in the index either.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import groupby
from typing import Any

from generator.plan import addresses
from generator.plan.artifact import Artifact, Kind, make_artifact
from generator.plan.context import Context
from generator.plan.overviews import committee_link
from generator.plan.views import (
    CommitteePage,
    CommitteeReviewPage,
    CompoundPage,
    EventPage,
    FigureView,
    GroupPage,
    Head,
    IndexPart,
    IssuePage,
    ItemFrame,
    KindList,
    Link,
    NoticePage,
    PhoneView,
    ReviewPage,
    SearchDocument,
    SearchIndex,
    SearchPage,
    ServicePage,
    TraditionalNames,
)

PART_LENGTHS = 200_000, 500_000
"""How many characters a part of the index holds at least and at most: 600 to 1,500 ordinary pages.
What is smaller together is one part."""
_PAGES_IN_CUT = 256
"""Between these lengths, a part begins at one of so many pages, which its address tells: so what is
written, added or left out on one page changes its own part, and not all that come after."""

_KINDS = (
    *("compound", "committee", "service", "event", "notice"),
    *("issue", "group", "review"),
)
"""The order of documents that are found equally well."""


def plan_search(context: Context, found: Iterable[SearchDocument]) -> Iterator[Artifact]:
    """Plan the index of these documents, in parts, and the page that asks it."""
    documents = sorted(found, key=_rank)
    shares = list(_divide(documents))
    parts = twins = _plan_parts(context, shares, None)
    yield from parts
    if context.traditional_names:
        twins = _plan_parts(context, shares, context.traditional_names)
        yield from twins
    view = SearchPage(
        frame=context.frame,
        head=Head(title="", description=context.board.site.name, crumbs=(context.home,)),
        parts=tuple(map(name_part, parts, twins)),
        committees=tuple(committee_link(committee) for committee in context.board.committees),
        kinds=_lists(documents),
    )
    yield context.page(addresses.SEARCH, view)


def _plan_parts(
    context: Context,
    shares: list[tuple[SearchDocument, ...]],
    traditional: TraditionalNames | None,
) -> list[Artifact]:
    """Plan the parts of the index of one edition."""
    parts = []
    for number, share in enumerate(shares, 1):
        path = addresses.of_index_part(number)
        path = addresses.of_traditional(path) if traditional else path
        view = SearchIndex(share, traditional)
        parts.append(make_artifact(path, Kind.SEARCH, view, context.stamps))
    return parts


def put_documents(
    parts: list[SearchIndex], documents: Iterable[SearchDocument]
) -> list[SearchIndex] | None:
    """Return all parts of an index with some pages as they are now, each in its old place.

    Parts that have not changed are the same objects. None if a page is in no part, or if the index
    would be divided in another way.
    """
    fresh = {document.address: document for document in documents}
    known = {document.address for part in parts for document in part.documents}
    shares = [tuple(fresh.get(d.address, d) for d in part.documents) for part in parts]
    divided = list(_divide([document for share in shares for document in share]))
    if not fresh.keys() <= known or divided != shares:
        return None
    pairs = zip(parts, shares, strict=True)
    return [p if p.documents == share else replace(p, documents=share) for p, share in pairs]


def name_part(part: Artifact, twin: Artifact) -> IndexPart:
    """Return how pages ask for a part; its version says when either edition's has changed."""
    return IndexPart(part.path, sha256(f"{part.key}{twin.key}".encode()).hexdigest()[:8])


def _lists(documents: list[SearchDocument]) -> tuple[KindList, ...]:
    """Return what is current, kind by kind, without the places, which have a list of their own."""
    current = [d for d in documents if d.current and d.kind not in ("compound", "committee")]
    return tuple(
        KindList(kind, tuple(Link(document.title, document.address) for document in group))
        for kind, group in groupby(current, key=lambda document: document.kind)
    )


def _rank(document: SearchDocument) -> tuple[bool, int, int, str]:
    """Return its place: what is current first, then by kind, of one kind the newest first."""
    day = document.day or document.last_day or date.min
    kind = _KINDS.index(document.kind)
    return not document.current, kind, -day.toordinal(), document.address


def _divide(documents: list[SearchDocument]) -> Iterator[tuple[SearchDocument, ...]]:
    shortest, longest = PART_LENGTHS
    share: list[SearchDocument] = []
    length = 0
    for document in documents:
        full = length + len(document.text) > longest
        if share and (full or (length >= shortest and _begins_part(document))):
            yield tuple(share)
            share, length = [], 0
        share.append(document)
        length += len(document.text)
    if share:
        yield tuple(share)


def _begins_part(document: SearchDocument) -> bool:
    digest = sha256(document.address.encode()).digest()
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
        "text": _join(view.summary, view.hours),
    }


def _event(view: EventPage) -> dict[str, Any]:
    parts = view.parts
    day = view.upcoming[0].day if view.upcoming else view.item.last_day
    return _item(view.item, parts.contact) | {
        "kind": "event",
        "place": parts.place,
        "day": day,
        "text": _join(
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
        "text": _join(*lines, view.item.body.text, *reasons, *results),
    }


def _notice(view: NoticePage) -> dict[str, Any]:
    parts = view.parts
    return _item(view.item, parts.contact) | {
        "kind": "notice",
        "category": parts.category,
        "day": parts.published,
        "text": _join(
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
        "text": _join(
            *(view.number, view.topic, view.origin, view.item.body.text),
            *(*steps, *_figures(view.figures)),
        ),
    }


def _group(view: GroupPage) -> dict[str, Any]:
    return _item(view.item, view.contact) | {
        "kind": "group",
        "category": view.kind,
        "place": view.address or "",
        "text": _join(view.summary, view.item.body.text, *_figures(view.figures)),
    }


def _review(view: ReviewPage) -> dict[str, Any]:
    themes = (theme.name for theme in view.themes)
    return {
        "kind": "review",
        "title": view.title,
        "day": view.source_day,
        "text": _join(view.source, *themes, *_figures(view.figures)),
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
        "text": _join(*cards),
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
