"""Issues on boards: where each stands, how long, what is counted, and what is on paper."""

from datetime import date
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.model.board import Board
from generator.model.issue import Issue, NextStep, Step
from generator.model.procedure import ProcedureStep
from generator.model.site import Site
from generator.plan.standing import stand
from generator.plan.views import (
    CommitteePage,
    CompoundPage,
    HomePage,
    IssueBoardPage,
    IssueBoardPoster,
    IssuePage,
    RedirectPage,
)
from generator.schedule import Calendar
from tests.sites_for_tests import TODAY, plan, sample_board, small_board

ORDER = ("收集", "整理", "公示", "评议", "反馈")
STREET, PAPER = "issues.html", "posters/street/issues-all.pdf"


def issue(*steps: tuple[str, date], **fields: Any) -> Issue:
    made = tuple(Step(name=name, day=day, note="甲") for name, day in steps)
    number = fields.pop("number", "2026-001")
    return Issue(number=number, title="路灯", steps=made, slug=number, **fields)


def board(*issues: Issue, limits: dict[str, int] | None = None) -> Board:
    steps = tuple(ProcedureStep(name=name, limit=(limits or {}).get(name)) for name in ORDER)
    site = Site(name="街道", url="https://board.example/", steps=steps)
    return Board(site=site, calendar=Calendar(), issues=issues)


def street(*issues: Issue, today: date = TODAY, **more: Any) -> IssueBoardPage:
    return cast("IssueBoardPage", plan(board(*issues, **more), today)[STREET].view)


def days(month: int, *numbers: int) -> list[tuple[str, date]]:
    return [(n, date(2026, month, d)) for n, d in zip(ORDER, numbers, strict=False)]


def test_where_an_issue_stands() -> None:
    (row,) = street(issue(*days(1, 5, 9, 20)), limits={"公示": 15, "收集": 3}).open
    assert [step.state for step in row.steps] == ["done", "done", "here", "ahead", "ahead"]
    assert [step.day for step in row.steps][:3] == [day for _, day in days(1, 5, 9, 20)]
    assert (row.step, row.since, row.due, row.limit) == (
        "公示", date(2026, 1, 20), date(2026, 2, 4), 15)  # fmt: skip
    assert (row.closed, row.duration) == (False, None)


def test_a_closed_issue_took_so_many_days() -> None:
    page = street(issue(*days(1, 5, 9, 20, 25, 30)), limits={"评议": 1})
    (row,) = page.closed_this_year
    assert {step.state for step in row.steps} == {"done"}
    assert (row.closed, row.duration, row.due, row.next_name) == (True, 25, None, None)
    assert page.open == page.closed_before == ()


def test_next_year_it_was_closed_before() -> None:
    page = street(issue(*days(1, 5, 9, 20, 25, 30)), today=date(2027, 1, 1))
    assert page.closed_this_year == ()
    assert len(page.closed_before) == 1


def test_a_step_noted_twice_counts_from_its_first_day() -> None:
    twice = issue(
        ("收集", date(2026, 1, 1)), ("整理", date(2026, 1, 5)), ("整理", date(2026, 2, 1))
    )
    (row,) = street(twice).open
    assert row.since == row.steps[1].day == date(2026, 1, 5)
    path = "street/issues/2026-001.html"
    page = cast("IssuePage", plan(board(twice))[path].view)
    assert [(s.name, s.day, s.state) for s in page.steps if s.day] == [
        ("收集", date(2026, 1, 1), "done"), ("整理", date(2026, 1, 5), "done"),
        ("整理", date(2026, 2, 1), "here")]  # fmt: skip


def test_a_step_left_out_is_neither_done_nor_to_come() -> None:
    (row,) = street(issue(("收集", date(2026, 1, 1)), ("公示", date(2026, 1, 5)))).open
    assert [s.state for s in row.steps] == ["done", "skipped", "here", "ahead", "ahead"]


def test_a_step_dated_later_is_what_comes_next() -> None:
    """Not what the file plans after it."""
    planned = NextStep(name="反馈", expected=date(2027, 1, 1))
    later = issue(*days(2, 5), ("整理", date(2026, 4, 1)), next_step=planned)
    (row,) = street(later).open
    assert (row.next_name, row.next_day) == ("整理", date(2026, 4, 1))
    (row,) = street(later, today=date(2026, 4, 2)).open
    assert (row.next_name, row.next_day) == ("反馈", date(2027, 1, 1))


def test_the_longest_waiting_comes_first() -> None:
    page = street(
        issue(*days(2, 5), number="a"), issue(*days(1, 5, 30), number="b"),
        issue(*days(1, 6), number="c"), issue(*days(1, 1, 2, 3, 4, 5), number="d"),
        issue(*days(1, 1, 2, 3, 4, 6), number="e"),
    )  # fmt: skip
    assert [row.number for row in page.open] == ["c", "b", "a"]
    assert [row.number for row in page.closed_this_year] == ["e", "d"]


def test_the_list_of_problems_is_counted() -> None:
    page = street(
        issue(*days(2, 5), number="a", topic="安全"), issue(*days(2, 5), number="b"),
        issue(*days(1, 1, 2, 3, 4, 5), number="c", topic="安全"),
        issue(*days(1, 1, 2), number="d", topic="停车"),
        issue(("收集", date(2026, 3, 3)), number="e", topic="绿化"),  # not yet to be seen
    )  # fmt: skip
    counts = page.counts
    assert (counts.collected, counts.open, counts.closed) == (4, 3, 1)
    assert [(t.topic, t.collected, t.open, t.closed) for t in page.topics] == [
        ("安全", 2, 1, 1), ("停车", 1, 1, 0)]  # fmt: skip


@given(
    done=st.integers(1, 5), gaps=st.lists(st.integers(0, 60), min_size=5, max_size=5),
    limit=st.one_of(st.none(), st.integers(1, 90)), ahead=st.integers(0, 400),
)  # fmt: skip
def test_standing_agrees_with_the_steps(
    done: int, gaps: list[int], limit: int | None, ahead: int
) -> None:
    first = date(2025, 1, 1).toordinal()
    ordinals = [first + sum(gaps[: n + 1]) for n in range(done)]
    made = issue(*zip(ORDER, map(date.fromordinal, ordinals), strict=False))
    today = date.fromordinal(ordinals[0] + ahead)
    limits = {name: limit for name in ORDER[:-1] if limit}
    standing = stand(made, board(made, limits=limits), today)
    reached = max(n for n, ordinal in enumerate(ordinals) if ordinal <= today.toordinal())
    assert standing.step == ORDER[reached]
    assert standing.closed == (reached == len(ORDER) - 1)
    assert standing.since.toordinal() == ordinals[reached]
    late = limit and not standing.closed
    assert (standing.due is not None) == bool(late)
    if standing.due:
        assert (standing.due - standing.since).days == limit


def test_a_site_with_steps_of_its_own() -> None:
    site = Site(name="街道", steps=(ProcedureStep(name="登记"), ProcedureStep(name="答复")))
    made = issue(("登记", date(2026, 1, 1)))
    page = plan(replace(board(made), site=site))[STREET].view
    (row,) = cast("IssueBoardPage", page).open
    assert [step.name for step in row.steps] == ["登记", "答复"]


def test_boards_of_the_small_site() -> None:
    artifacts = plan(small_board())
    assert cast("HomePage", artifacts["index.html"].view).issue_board == STREET
    committee = cast("CommitteePage", artifacts["committees/dong.html"].view)
    assert committee.issue_board == "issues/committees/dong.html"
    compound = cast("CompoundPage", artifacts["compounds/dong-yuan.html"].view)
    assert compound.issue_board == "issues/compounds/dong-yuan.html"
    (row,) = cast("IssueBoardPage", artifacts["issues/compounds/dong-yuan.html"].view).open
    assert row.office.text == "东居委"
    assert row.steps[2].period_last == date(2026, 3, 10)
    elsewhere = cast("CompoundPage", artifacts["compounds/xi-yuan.html"].view)
    assert elsewhere.issue_board is None
    assert "issues/compounds/xi-yuan.html" not in artifacts


def test_nothing_is_seen_before_the_first_step() -> None:
    early = plan(small_board(), date(2026, 2, 9))
    assert not [p for p in early if p.startswith("issues") or p.endswith("/issues.xml")]
    assert not [path for path in early if "/issues" in path and path.endswith(".pdf")]


def test_an_announcement_of_the_same_name_elsewhere_is_not_taken() -> None:
    """Two committees may both have a file gong-shi.md."""
    small = small_board()
    (own,) = [notice for notice in small.notices if notice.source.stem == "gong-shi"]
    other = own.model_copy(update={"owner": "xi", "slug": "other"})
    both = replace(small, notices=(other, *small.notices))
    (row,) = cast("IssueBoardPage", plan(both)[STREET].view).open
    assert row.steps[2].address == "committees/dong/notices/gong-shi.html"


def test_paper_does_not_count_days() -> None:
    """The poster is the same on every day on which nothing happens."""
    made = [issue(*days(1, 5, 9)), issue(*days(1, 1, 2, 3, 4, 6), number="2")]
    posters = {
        plan(board(*made, limits={"整理": 5}), date(2026, month, 28))[PAPER].key
        for month in (1, 2, 3, 12)
    }
    assert len(posters) == 1
    view = cast("IssueBoardPoster", plan(board(*made))[PAPER].view)
    assert view.frame.variant.paper == "A3"
    assert view.frame.published == date(2026, 1, 9)
    assert [row.duration for row in view.closed_this_year] == [5]


def test_paper_hangs_only_while_there_is_something_to_tell() -> None:
    closed = issue(*days(1, 1, 2, 3, 4, 6))
    assert PAPER in plan(board(closed), date(2026, 12, 31))
    assert PAPER not in plan(board(closed), date(2027, 1, 1))


@pytest.mark.parametrize(("compound", "paper"), [("hui-quan", "A3"), ("chang-le", "A4")])
def test_paper_is_as_large_as_the_glass_case_takes(compound: str, paper: str) -> None:
    view = plan(sample_board())[f"posters/{compound}/issues.pdf"].view
    assert cast("IssueBoardPoster", view).frame.variant.paper == paper


def test_the_code_on_paper_leads_to_the_board() -> None:
    artifacts = plan(small_board())
    for path, target in (
        (PAPER, STREET),
        ("posters/dong-yuan/issues.pdf", "issues/compounds/dong-yuan.html"),
    ):
        frame = cast("IssueBoardPoster", artifacts[path].view).frame
        assert frame.url
        short = frame.url.removeprefix(small_board().site.url or "")
        redirect = artifacts[f"{short}index.html"].view
        assert isinstance(redirect, RedirectPage)
        assert redirect.target == target
