"""What the index is made of: the pages that were planned, and nothing else."""

from datetime import date
from itertools import pairwise

import pytest
from msgspec.structs import replace

from generator.model.record import Contact
from generator.plan import Artifact, search, search_documents
from generator.plan.artifact import Kind
from generator.plan.context import Context
from generator.plan.views import SearchDocument, SearchIndex, SearchPage, Share
from tests.sites_for_tests import STAMPS, TODAY, plan, sample_board, small_board


def documents_of(artifacts: dict[str, Artifact]) -> dict[str, SearchDocument]:
    """Return the documents of all parts by their addresses, in their order."""
    found: dict[str, SearchDocument] = {}
    for artifact in artifacts.values():
        if artifact.kind is Kind.SEARCH:
            assert isinstance(artifact.view, SearchIndex)
            found |= {document.address: document for document in artifact.view.documents}
    return found


def test_pages_of_items_and_places_are_found() -> None:
    artifacts = plan(sample_board(), posters=False)
    documents = documents_of(artifacts)
    assert documents.keys() <= artifacts.keys()
    assert {d.kind for d in documents.values()} == {
        *("compound", "committee", "group", "event", "service", "notice", "issue", "review")
    }
    for board_item in sample_board().events:
        assert any(document.title == board_item.title for document in documents.values())


def test_former_names_lead_to_the_compound() -> None:
    documents = documents_of(plan(sample_board(), posters=False))
    names = [name for d in documents.values() if d.kind == "compound" for name in d.names]
    former = [f.name for c in sample_board().compounds for f in c.merged_from]
    assert former
    assert names == sorted(former, key=names.index)


def test_what_is_over_comes_last() -> None:
    late = plan(sample_board(), date(2027, 6, 1), posters=False)
    current = [document.current for document in documents_of(late).values()]
    assert True in current
    assert False in current
    assert all(earlier >= later for earlier, later in pairwise(current))


def test_no_contact_is_found_that_its_page_does_not_show() -> None:
    board = sample_board()
    event = board.events[0]
    changed = replace(
        board,
        events=(
            event.model_copy(update={"contact": Contact(name="甲乙丙", phone="010-0000")}),
            *board.events[1:],
        ),
    )
    shown = repr(documents_of(plan(changed, event_day(event.source.stem), posters=False)))
    assert "甲乙丙" in shown
    assert "010-0000" not in shown


def test_a_large_index_comes_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = list(documents_of(plan(sample_board(), posters=False)))
    monkeypatch.setattr(search_documents, "PART_LENGTHS", (500, 1000))
    artifacts = plan(sample_board(), posters=False)
    parts = [a.view for a in artifacts.values() if isinstance(a.view, SearchIndex)]
    assert len(parts) > 3
    assert all(len(part.documents) == 1 or length_of(part) <= 1000 for part in parts)
    assert list(documents_of(artifacts)) == whole


def test_what_one_page_says_changes_one_part() -> None:
    """Also where it is added or left out, so long as no part is cut for its length."""
    documents = [
        SearchDocument(
            address=f"{n}.html", title="题", kind="notice", day=TODAY, texts=("字" * 999,)
        )
        for n in range(5000)
    ]
    before = parts_of(documents)
    assert len(before) > 10
    middle = documents[2500]
    changed = [*documents[:2500], replace(middle, texts=("短",)), *documents[2501:]]
    fewer = [document for document in documents if document is not middle]
    for after in (parts_of(changed), parts_of(fewer)):
        assert len(before - after) == len(after - before) == 1


def test_what_is_over_is_planned_unseen() -> None:
    documents = [
        SearchDocument(address=f"{n}.html", title="题", kind="event", day=TODAY, current=False)
        for n in range(9)
    ]

    def never() -> tuple[SearchDocument, ...]:
        raise AssertionError("nobody looked at it")

    entries = list(map(search_documents.make_entry, documents))
    unseen = [
        search_documents.SearchEntry(
            *(each.address, each.kind, each.current, each.day, each.length),
            Share(each.share.digest, 1, never),
        )
        for each in entries
    ]
    assert plan_parts(unseen) == plan_parts(entries)


def parts_of(documents: list[SearchDocument]) -> set[SearchIndex]:
    return plan_parts(list(map(search_documents.make_entry, documents)))


def plan_parts(entries: list[search_documents.SearchEntry]) -> set[SearchIndex]:
    context = Context(small_board(), TODAY, STAMPS, posters=False)
    planned = search.plan_search(context, entries)
    return {artifact.view for artifact in planned if isinstance(artifact.view, SearchIndex)}


def length_of(part: SearchIndex) -> int:
    return sum(document.length for document in part.documents)


def event_day(stem: str) -> date:
    """Return the day at the head of a file's name."""
    return date.fromisoformat(stem[:10])


def test_private_services_stay_out() -> None:
    private = [
        service.name
        for item in sample_board().services
        for service in item.services
        if service not in item.public_services
    ]
    public = {s.name for item in sample_board().services for s in item.public_services}
    words = repr(documents_of(plan(sample_board(), posters=False)))
    assert private
    for name in set(private) - public:
        assert name not in words


def test_the_page_names_the_parts_by_their_content() -> None:
    artifacts = plan(sample_board(), posters=False)
    page = artifacts["search.html"].view
    assert isinstance(page, SearchPage)
    parts = [a.path for a in artifacts.values() if a.kind is Kind.SEARCH]
    assert [part.address for part in page.parts] == [p for p in parts if not p.startswith("hant/")]
    listed = {link.address for kind in page.kinds for link in kind.links}
    current = {d.address for d in documents_of(artifacts).values() if d.current}
    places = {d for d in current if d.count("/") == 1 and d.startswith(("comp", "committees"))}
    assert listed == current - places


def test_both_editions_ask_for_the_index_by_what_either_says() -> None:
    """They have one search page, so a name that only one of them writes anew is new to both."""

    def versions(**facts: object) -> set[str]:
        site = small_board().site.model_copy(update={"traditional_edition": True} | facts)
        page = plan(replace(small_board(), site=site), posters=False)["search.html"].view
        assert isinstance(page, SearchPage)
        return {part.version for part in page.parts}

    assert versions() == versions()
    assert versions().isdisjoint(versions(traditional_names={"于海": "于海"}))
    assert versions().isdisjoint(versions(traditional_edition=False))
