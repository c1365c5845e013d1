"""Ids, addresses and codes: each may be used once."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial

from generator.file_names import fold_path
from generator.model.board import Board
from generator.model.issue import Issue
from generator.model.item import Item
from generator.model.values import STREET
from generator.problems import Fact, Fault, Place, Problem, Severity

_Find = Callable[[], Place]
"""Finds where a name stands: to look that up for every name would take longer than to compare."""


def check_ids(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find ids of committees and compounds, former ones too, that are used twice."""
    yield from _twice((c.id, partial(c.source.place, "id")) for c in board.committees)
    yield from _twice(_compound_ids(board))


def _compound_ids(board: Board) -> Iterator[tuple[str, _Find]]:
    for committee in board.committees:
        for number, compound in enumerate(committee.compounds):
            yield compound.id, partial(committee.source.place, "compounds", number, "id")
            for position, former in enumerate(compound.merged_from):
                keys = ("compounds", number, "merged_from", position, "id")
                yield former.id, partial(committee.source.place, *keys)


def check_addresses(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find files whose pages would have one address, on any file system."""
    named = ((_address(item), partial(Place, path=item.source.path)) for item in board.items)
    yield from _twice(named, code="address-taken")
    yield from _find_shared_posters(board)
    streets = [review.street for review in board.reviews]
    years = ((str(street.year), partial(street.source.place, "year")) for street in streets)
    yield from _twice(years, code="review-year-twice")


def _find_shared_posters(board: Board) -> Iterator[Problem]:
    """Find items whose posters for one compound would have one name.

    A poster is named by its owner and its item's page, with a hyphen between them; that of `a-b`
    in the file `c` and that of `a` in `b-c` are the same.
    """
    named: dict[str, list[Item]] = {}
    for item in board.items:
        named.setdefault(f"{item.folder}/{item.owner or STREET}-{item.slug}", []).append(item)
    for items in (items for items in named.values() if len(items) > 1):
        for number, item in enumerate(items):
            ids = {compound.id for compound in board.compounds_of(item)}
            for other in items[:number]:
                if other.owner != item.owner and any(
                    compound.id in ids for compound in board.compounds_of(other)
                ):
                    facts: dict[str, Fact] = {"value": item.slug, "other": other.source.path}
                    place = Place(path=item.source.path)
                    yield Problem(place=place, code="address-taken", facts=facts)


def check_codes(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find items and reviews whose short address another item or a compound has.

    Files with one address have one code as well; that they need another name was said already.
    """
    compounds = list(_compound_ids(board))
    first = {(item.code, _address(item)): item.source for item in reversed(list(board.items))}
    items = [(code, partial(first[code, at].place, "pinned_code")) for code, at in reversed(first)]
    reviews = {r.street.code: partial(r.street.source.place, "year") for r in board.reviews}
    named: list[tuple[str, _Find]] = [*compounds, *items, *reviews.items()]
    yield from _twice(named, code="code-taken", skip=len(compounds))


def check_issue_numbers(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find numbers that two issues of one committee have; a notice then names either of them."""
    first: dict[tuple[str | None, str], Issue] = {}
    for issue in board.issues:
        other = first.setdefault((issue.owner, issue.number), issue)
        if other is not issue:
            yield Problem(
                place=issue.source.place("number"),
                code="issue-number-twice",
                severity=Severity.WARNING,
                facts={"value": issue.number, "other": other.source.path},
            )


def _address(item: Item) -> str:
    return f"{item.owner}/{item.folder}/{fold_path(item.slug)}"


def _twice(
    named: Iterable[tuple[str, _Find]], code: str = "id-taken", skip: int = 0
) -> Iterator[Problem]:
    """Report each name after its first use; the first `skip` are only remembered."""
    seen: dict[str, _Find] = {}
    for number, (name, find) in enumerate(named):
        find_first = seen.setdefault(name, find)
        if find_first is not find and number >= skip:
            first = find_first()
            other = f"{first.path}:{first.line}" if first.line else first.path
            facts = {"value": name.rpartition("/")[2], "other": other}
            yield Problem(place=find(), code=code, fault=Fault.SITE, facts=facts)
