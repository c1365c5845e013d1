"""Six compounds merged into one: old names are found, old addresses and printed codes lead on."""

from datetime import date
from typing import cast

import pytest

from generator.model.scope import ScopeEntry
from generator.plan.artifact import Artifact
from generator.plan.views import CompoundPage, HomePage, PageView, RedirectPage, SearchIndex
from generator.render.pages import PagePress
from generator.render.theme import Theme
from tests.sites_for_tests import SAMPLE, plan, sample_board

NEW = "hui-quan"
OLD = [f"hui-quan-{number}" for number in range(1, 7)]
NAMES = [f"汇泉{number}区（示例旧名）" for number in "一二三四五六"]


@pytest.fixture(scope="module")
def artifacts() -> dict[str, Artifact]:
    return plan(sample_board(), date(2026, 12, 1), posters=False)


def target(artifacts: dict[str, Artifact], path: str) -> str:
    view = artifacts[path].view
    assert isinstance(view, RedirectPage)
    assert view.target in artifacts
    return view.target


@pytest.mark.parametrize("old", OLD)
def test_old_addresses_and_printed_codes_lead_on(artifacts: dict[str, Artifact], old: str) -> None:
    assert target(artifacts, f"compounds/{old}.html") == f"compounds/{NEW}.html"
    assert target(artifacts, f"x/{old}/index.html") == f"compounds/{NEW}.html"
    assert target(artifacts, f"issues/compounds/{old}.html") == f"issues/compounds/{NEW}.html"


@pytest.mark.parametrize("old", OLD)
def test_posters_shown_at_an_old_address_lead_on(artifacts: dict[str, Artifact], old: str) -> None:
    for name in ("issues", "timetable-2026-12", "digest-2026-W49"):
        found = target(artifacts, f"posters/{old}/{name}.html")
        assert found == f"posters/{NEW}/{name}.html"
    cards = [path for path in artifacts if path.startswith(f"posters/{old}/contacts-")]
    assert not cards, "a building's number means another building now"


@pytest.mark.parametrize("old", OLD)
@pytest.mark.parametrize(
    "feed", ["calendars/compounds/{}.ics", "feeds/compounds/{}/issues.xml",
             "feeds/compounds/{}/notices.xml"],
)  # fmt: skip
def test_subscriptions_go_on(artifacts: dict[str, Artifact], old: str, feed: str) -> None:
    assert artifacts[feed.format(old)].view == artifacts[feed.format(NEW)].view


@pytest.mark.parametrize("name", [*OLD, *NAMES])
def test_old_names_are_a_scope(name: str) -> None:
    assert [c.id for c in sample_board().find_scope(ScopeEntry(name))] == [NEW]


def test_old_names_stand_in_the_directory_and_the_search(artifacts: dict[str, Artifact]) -> None:
    home = cast("HomePage", artifacts["index.html"].view)
    (link,) = [
        compound for committee in home.committees for compound in committee.compounds
        if compound.address == f"compounds/{NEW}.html"
    ]  # fmt: skip
    assert list(link.former_names) == NAMES
    indexes = [a.view for a in artifacts.values() if isinstance(a.view, SearchIndex)]
    found = [d for index in indexes for d in index.documents if set(NAMES) <= set(d.names)]
    # Once in the search of each edition.
    assert {d.address for d in found} == {f"compounds/{NEW}.html"}
    assert len(found) <= 2


def test_the_page_tells_the_history(artifacts: dict[str, Artifact]) -> None:
    path = f"compounds/{NEW}.html"
    press = PagePress(Theme(SAMPLE / "themes" / "linli"))
    page = press.render(path, cast("PageView", artifacts[path].view)).decode()
    assert "6个小区合并而成" in page
    assert all(name in page for name in NAMES)
    view = cast("CompoundPage", artifacts[path].view)
    assert "六个小区合成一个" in [issue.title for issue in view.issues]
