"""The search: an index of the pages that were planned, and the page that asks it."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from generator.plan import addresses
from generator.plan.artifact import Artifact, Kind, make_artifact
from generator.plan.context import Context
from generator.plan.overviews import committee_link
from generator.plan.search_documents import divide_documents, name_part
from generator.plan.views import (
    Head,
    KindList,
    Link,
    SearchDocument,
    SearchIndex,
    SearchPage,
    TraditionalNames,
)

_KINDS = (
    *("compound", "committee", "service", "event", "notice"),
    *("issue", "group", "review"),
)
"""The order of documents that are found equally well."""


def plan_search(context: Context, found: Iterable[SearchDocument]) -> Iterator[Artifact]:
    """Plan the index of these documents, in parts, and the page that asks it."""
    documents = sorted(found, key=_rank)
    shares = list(divide_documents(documents))
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
