"""The search: an index of the pages that were planned, and the page that asks it."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.plan import addresses
from generator.plan.artifact import Artifact, Kind, make_artifact
from generator.plan.context import Context
from generator.plan.overviews import committee_link
from generator.plan.search_documents import SearchEntry, divide_documents, name_part
from generator.plan.views import (
    Head,
    KindList,
    Link,
    SearchDocument,
    SearchIndex,
    SearchPage,
    Several,
    TraditionalNames,
)

_KINDS = (
    *("compound", "committee", "service", "event", "notice"),
    *("issue", "group", "review"),
)
"""The order of documents that are found equally well."""


def plan_search(context: Context, found: Iterable[SearchEntry]) -> Iterator[Artifact]:
    """Plan the index of these documents, in parts, and the page that asks it."""
    entries = sorted(found, key=_rank)
    divided = list(divide_documents(entries))
    parts = twins = _plan_parts(context, divided, None)
    yield from parts
    if context.traditional_names:
        twins = _plan_parts(context, divided, context.traditional_names)
        yield from twins
    view = SearchPage(
        frame=context.frame,
        head=Head(title="", description=context.board.site.name, crumbs=(context.home,)),
        parts=tuple(map(name_part, parts, twins)),
        committees=tuple(committee_link(committee) for committee in context.board.committees),
        kinds=_lists(entries),
    )
    yield context.page(addresses.SEARCH, view)


def _plan_parts(
    context: Context,
    divided: list[Several[SearchDocument]],
    traditional: TraditionalNames | None,
) -> list[Artifact]:
    """Plan the parts of the index of one edition."""
    parts = []
    for number, documents in enumerate(divided, 1):
        path = addresses.of_index_part(number)
        path = addresses.of_traditional(path) if traditional else path
        view = SearchIndex(documents, traditional)
        parts.append(make_artifact(path, Kind.SEARCH, view, context.stamps))
    return parts


def _lists(entries: list[SearchEntry]) -> tuple[KindList, ...]:
    """Return what is current, kind by kind, without the places, which have a list of their own."""
    current = [e for e in entries if e.current and e.kind not in ("compound", "committee")]
    lists = []
    for kind, group in groupby(current, key=lambda entry: entry.kind):
        documents = (document for entry in group for document in entry.share.load())
        lists.append(KindList(kind, tuple(Link(d.title, d.address) for d in documents)))
    return tuple(lists)


def _rank(entry: SearchEntry) -> tuple[bool, int, int, str]:
    """Return its place: what is current first, then by kind, of one kind the newest first."""
    return not entry.current, _KINDS.index(entry.kind), -entry.day.toordinal(), entry.address
