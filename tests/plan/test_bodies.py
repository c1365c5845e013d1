"""What an edited body changes: the views that show it, and nothing else of the plan."""

import dataclasses
from typing import Any, cast

import pytest
from msgspec.structs import replace

from generator.model.item import Item
from generator.model.prose import Prose
from generator.plan import Artifact, Kind, search_documents
from generator.plan.bodies import put_words, says_the_same_elsewhere, shown_body
from generator.plan.search_documents import (
    describe_page,
    divide_documents,
    find_parts,
    make_entry,
    outline_part,
    put_documents,
)
from generator.plan.views import SearchDocument, SearchIndex
from tests.sites_for_tests import plan, sample_board

FOLLOWS = (Kind.THUMBNAIL, Kind.TRADITIONAL)
"""Kinds whose views name the key of what they are made of."""


def add_words(item: Item) -> Item:
    """Return an item with one more sentence at the end of its body, if it has one."""
    body = item.body
    pieces = (*body.pieces[:-1], f"{body.pieces[-1]}<p>多一句话。</p>\n")
    edited = replace(body, pieces=pieces, text=f"{body.text}\n多一句话。") if body else body
    return item.model_copy(update={"body": edited})


def edit_all() -> tuple[dict[str, Artifact], dict[str, Artifact], dict[str, Prose]]:
    """Return the plan of the sample before and after all bodies are edited, and the bodies."""
    board = sample_board()
    kinds: dict[str, Any] = {
        name: tuple(add_words(item) for item in getattr(board, name))
        for name in ("events", "services", "notices", "issues", "groups")
    }
    edited = replace(board, **kinds)
    return plan(board), plan(edited), {item.source.path: item.body for item in edited.items}


def test_every_other_view_is_the_same() -> None:
    before, after, bodies = edit_all()
    assert before.keys() == after.keys()
    shown = {path for path, artifact in before.items() if shown_body(artifact.view)}
    assert {before[path].kind for path in shown} == {Kind.PAGE, Kind.POSTER, Kind.TWIN}
    changed = {path for path in before if before[path].key != after[path].key}
    others = {p for p in changed - shown if before[p].kind not in (*FOLLOWS, Kind.SEARCH)}
    assert others == {"search.html"}
    for path in shown:
        body = shown_body(before[path].view)
        assert body
        assert put_words(before[path].view, bodies[body.source]) == after[path].view


def test_the_index_takes_the_pages_as_they_are() -> None:
    before, after, _ = edit_all()

    def parts(plan: dict[str, Artifact]) -> list[SearchIndex]:
        found = [a for path, a in plan.items() if path.startswith("search/")]
        return [cast("SearchIndex", artifact.view) for artifact in found]

    fresh = [d for a in after.values() if a.kind is Kind.PAGE for d in describe_page(a)]
    assert [put_documents(part, fresh) for part in parts(before)] == parts(after)


def test_only_parts_with_these_pages_are_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [
        SearchDocument(address=f"{n}.html", title="题", kind="notice", texts=("字" * 400,))
        for n in range(12)
    ]
    monkeypatch.setattr(search_documents, "PART_LENGTHS", (900, 1000))
    parts = [SearchIndex(share) for share in divide_documents(list(map(make_entry, documents)))]
    outlines = [outline_part(part) for part in parts]
    assert len(parts) == 6
    edited = replace(documents[5], texts=("短" * 400,))
    assert find_parts(outlines, [edited, documents[8]]) == [2, 4]
    assert find_parts(outlines, [replace(documents[5], address="nowhere.html")]) is None
    assert find_parts(outlines, [replace(documents[5], texts=("长" * 900,))]) is None


def test_what_else_shows_an_edit() -> None:
    item = next(item for item in sample_board().items if item.body.lead and item.body.targets)
    longer = add_words(item)

    def edit(**changes: object) -> Item:
        return longer.model_copy(update=changes)

    assert says_the_same_elsewhere(item, longer)
    assert not says_the_same_elsewhere(item, edit(slug="other"))
    assert not says_the_same_elsewhere(item, edit(body=replace(longer.body, lead="别的")))
    assert not says_the_same_elsewhere(item, edit(body=replace(longer.body, targets=())))
    assert not says_the_same_elsewhere(item, edit(body=Prose()))
    elsewhere = tuple(
        replace(target, place=dataclasses.replace(target.place, line=99))
        for target in longer.body.targets
    )
    assert says_the_same_elsewhere(item, edit(body=replace(longer.body, targets=elsewhere)))
