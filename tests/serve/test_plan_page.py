"""A page that is planned alone is the same as in the plan of the whole site."""

import pytest

from generator.plan.site import plan_page
from tests.sites_for_tests import STAMPS, TODAY, plan, small_board

ALL = plan(small_board())
ALONE = {path: plan_page(small_board(), TODAY, STAMPS, path) for path in ALL}


def test_same_artifact() -> None:
    assert {path: page for path, page in ALONE.items() if page and page != ALL[path]} == {}


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "compounds/dong-yuan.html",
        "committees/dong.html",
        "committees/dong/events/2026-03-03-yuan-xiao.html",
        "posters/dong-yuan/event-dong-2026-03-03-yuan-xiao.pdf",
        "posters/dong-yuan/event-dong-2026-03-03-yuan-xiao.html",
    ],
)
def test_these_need_no_others(path: str) -> None:
    assert ALONE[path] == ALL[path]


def test_nothing() -> None:
    assert plan_page(small_board(), TODAY, STAMPS, "compounds/nowhere.html") is None
