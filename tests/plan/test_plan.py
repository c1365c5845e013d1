"""Planning: which files a site has on a day, and what their keys depend on."""

import pickle
from datetime import date, timedelta
from typing import cast

import pytest
from msgspec.structs import replace

from generator.model.event import Event
from generator.plan import Kind, Stamps, plan_site
from generator.plan.artifact import make_artifact
from generator.plan.views import (
    CompoundPage,
    EventPage,
    EventPoster,
    HomePage,
    IssuePage,
    Location,
    NoticePage,
    Original,
    PictureVersion,
    PictureView,
    RedirectPage,
    ServicePage,
    TimetablePoster,
)
from tests.sites_for_tests import (
    STAMPS,
    TODAY,
    lasting_board,
    plan,
    sample_board,
    small_board,
    words_of,
)

EVENT = "committees/dong/events/2026-03-03-yuan-xiao.html"


def test_every_page_of_the_small_site() -> None:
    apart = ("x/", "posters/", "feeds/", "pictures/")
    pages = {path for path, a in plan(small_board()).items() if not path.startswith(apart)}
    others = (".pdf", ".ics", ".csv", ".js", "sitemap.xml", "robots.txt")
    assert {path for path in pages if not path.endswith(others)} == {
        "index.html", "archive.html", "404.html", "search.html", "staff.html", "reviews/2025.html",
        "committees/dong.html", "committees/xi.html",
        "compounds/dong-yuan.html", "compounds/he-yuan.html", "compounds/he-yuan-1.html",
        "compounds/xi-yuan.html",
        EVENT,
        "committees/dong/services/bian-min.html",
        "committees/dong/notices/gong-shi.html",
        "committees/dong/issues/2026-001.html",
        "committees/dong/groups/he-chang.html",
        "committees/dong/reviews/2025.html",
        "street/notices/2026-03-01-fang-dong.html",
        "issues.html", "issues/committees/dong.html",
        "issues/compounds/dong-yuan.html", "issues/compounds/he-yuan.html",
        "issues/compounds/he-yuan-1.html",
    }  # fmt: skip


def test_planning_is_pure() -> None:
    board = small_board()
    assert plan(board) == plan(board)


def test_artifacts_pickle() -> None:
    artifacts = list(plan(sample_board()).values())
    assert pickle.loads(pickle.dumps(artifacts)) == artifacts  # noqa: S301 - our own bytes


def test_paths_are_unique_and_relative() -> None:
    paths = [a.path for a in plan_site(sample_board(), TODAY, STAMPS)]
    assert len({path.casefold() for path in paths}) == len(paths)
    assert not any(path.startswith("/") or ".." in path.split("/") for path in paths)


def test_key_depends_on_view_stamp_and_path() -> None:
    artifact = plan(small_board())[EVENT]
    view = cast("EventPage", artifact.view)

    def key(path: str, view: EventPage, stamps: Stamps) -> str:
        return make_artifact(path, Kind.PAGE, view, stamps).key

    assert key(EVENT, view, STAMPS) == artifact.key
    others = {
        key("other.html", view, STAMPS),
        key(EVENT, replace(view, parts=replace(view.parts, place="别处")), STAMPS),
        key(EVENT, view, Stamps(page="new", poster="poster")),
        artifact.key,
    }
    assert len(others) == 4
    assert key(EVENT, view, Stamps(page="page", poster="new")) == artifact.key


def test_a_picture_is_the_same_wherever_it_lies() -> None:
    here, there = (
        PictureVersion(
            original=Original(location=Location(place), digest="d", orientation=1, drawing=False),
            width=480,
            height=300,
            format="webp",
        )
        for place in ("/a", "/䶮")
    )
    assert make_artifact("f", Kind.PICTURE, here, STAMPS).key == (
        make_artifact("f", Kind.PICTURE, there, STAMPS).key
    )
    assert repr(here) == repr(there), "a face would be cut for the characters of a folder's name"


def test_posters_do_not_change_with_the_day_of_building() -> None:
    """Else the whole glass case would have to be printed again every morning."""
    monday, tuesday = (
        plan(sample_board(), date(2026, 3, 9)),
        plan(sample_board(), date(2026, 3, 10)),
    )
    both = [p for p in monday if p.startswith("posters/") and p in tuesday]
    assert len(both) > 100
    assert [p for p in both if monday[p].key != tuesday[p].key] == []


def test_a_private_service_reaches_nothing() -> None:
    for artifact in plan(small_board()).values():
        assert "密访" not in words_of(artifact.view)
        assert "密室" not in words_of(artifact.view)
    for artifact in plan(sample_board()).values():
        assert "上门探望" not in words_of(artifact.view)


def test_the_small_compound() -> None:
    page = cast("CompoundPage", plan(small_board())["compounds/dong-yuan.html"].view)
    assert page.committee.text == "东居委"
    assert [card.title for card in page.urgent] == ["防冻"]
    assert [card.title for card in page.announcements] == ["关于修车棚的公示"]
    assert [(d.day, [e.title for e in d.entries]) for d in page.this_week] == [
        (date(2026, 3, 3), ["元宵猜灯谜"]),
    ]
    assert page.now.entries == ()
    assert [line.name for service in page.services for line in service.lines] == ["理发"]
    assert page.issues[0].steps[2].address == "committees/dong/notices/gong-shi.html"
    assert {p.kind for p in page.posters} == {
        "timetable", "digest", "event", "notice", "issues", "review"}  # fmt: skip


def test_suspended_days_are_left_out() -> None:
    """The 5th of March is suspended; the next is a Sunday, which 节假日顺延 does not move."""
    page = cast("ServicePage", plan(small_board())["committees/dong/services/bian-min.html"].view)
    (line,) = page.lines
    assert date(2026, 3, 5) not in line.next_days
    assert line.next_days[0].month == 4


def test_links_of_a_body_are_resolved() -> None:
    view = cast("EventPage", plan(small_board())[EVENT].view)
    link, picture = view.item.body.fillings
    assert link == "committees/dong/notices/gong-shi.html"
    assert isinstance(picture, PictureView)
    assert (picture.words, picture.width, picture.height) == ("灯", 8, 8)
    pictures = [path for path, a in plan(small_board()).items() if a.kind is Kind.PICTURE]
    assert pictures == [picture.sizes[0].address, picture.fallback]


def test_days_left_for_objections() -> None:
    view = cast("NoticePage", plan(small_board())["committees/dong/notices/gong-shi.html"].view)
    assert view.days_left == 9
    after = plan(small_board(), date(2026, 3, 11))["committees/dong/notices/gong-shi.html"]
    assert cast("NoticePage", after.view).days_left is None


def test_a_notice_is_not_seen_before_its_day() -> None:
    early = plan(small_board(), date(2026, 2, 28))
    assert "street/notices/2026-03-01-fang-dong.html" not in early
    assert cast("HomePage", early["index.html"].view).urgent == ()


def test_steps_of_the_future_are_not_done() -> None:
    path = "committees/dong/issues/2026-001.html"
    view = cast("IssuePage", plan(small_board(), date(2026, 2, 15))[path].view)
    assert [step.day for step in view.steps] == [date(2026, 2, 10), None, None, None, None]


def test_former_compounds_lead_on() -> None:
    for path in ("compounds/he-yuan-1.html", "x/he-yuan-1/index.html", "x/he-yuan/index.html"):
        view = plan(small_board())[path].view
        assert isinstance(view, RedirectPage)
        assert view.target == "compounds/he-yuan.html"


def test_every_poster_code_answers() -> None:
    artifacts = plan(sample_board())
    url = sample_board().site.url or ""
    posters = [a.view for a in artifacts.values() if a.kind is Kind.POSTER]
    assert posters
    for view in posters:
        assert not isinstance(view, PictureVersion)
        short = getattr(view, "frame").url.removeprefix(url)  # noqa: B009 - all posters have one
        assert isinstance(artifacts[f"{short}index.html"].view, RedirectPage)


def test_an_event_over_has_no_poster_and_is_archived() -> None:
    after = plan(small_board(), date(2026, 3, 4))
    assert not any("yuan-xiao" in path for path in after if path.startswith("posters/"))
    assert not cast("EventPage", after[EVENT].view).item.current
    assert "元宵猜灯谜" in words_of(after["archive.html"].view)
    assert "元宵猜灯谜" not in words_of(plan(small_board())["archive.html"].view)


def test_a_cancelled_event_has_no_poster() -> None:
    board = small_board()
    (event,) = board.events
    cancelled = replace(board, events=(event.model_copy(update={"cancelled": "下雨"}),))
    paths = plan(cancelled)
    assert not any(p.startswith("posters/") and "/event-" in p for p in paths)
    assert cast("EventPage", paths[EVENT].view).cancelled == "下雨"
    page = cast("CompoundPage", paths["compounds/dong-yuan.html"].view)
    assert page.this_week[0].entries[0].cancelled


def test_an_event_has_no_poster_months_before() -> None:
    for today, expected in ((date(2025, 12, 30), False), (date(2025, 12, 31), True)):
        paths = plan(small_board(), today)
        assert any("event-dong" in path for path in paths) is expected, today


def test_poster_of_an_event_lists_its_few_days() -> None:
    path = "posters/dong-yuan/event-dong-2026-03-03-yuan-xiao.pdf"
    view = cast("EventPoster", plan(small_board())[path].view)
    assert [day.day for day in view.days] == [date(2026, 3, 3)]
    assert view.frame.take_down == date(2026, 3, 3)
    assert view.frame.footer == "请于2026年3月3日后取下"


def test_timetable_lists_the_month() -> None:
    path = "posters/dong-yuan/timetable-2026-04.pdf"
    april = plan(small_board(), date(2026, 4, 20))
    view = cast("TimetablePoster", april[path].view)
    assert [e.title for day in view.days for e in day.entries] == ["理发"]


@pytest.mark.parametrize(
    ("today", "months"),
    [(date(2026, 3, 2), ["2026-03"]), (date(2026, 3, 24), ["2026-03"]),
     (date(2026, 3, 25), ["2026-03", "2026-04"]), (date(2026, 12, 31), ["2026-12", "2027-01"])],
)  # fmt: skip
def test_the_next_month_is_printed_in_the_last_week(today: date, months: list[str]) -> None:
    paths = plan(lasting_board(), today)
    printed = [path for path in paths if path.endswith(".pdf") and "-W" not in path]
    digests = [path for path in printed if path.startswith("posters/dong-yuan/digest-")]
    assert digests == [f"posters/dong-yuan/digest-{month}.pdf" for month in months]


def test_without_posters_no_page_mentions_one() -> None:
    for artifact in plan(sample_board(), posters=False).values():
        assert artifact.kind is not Kind.POSTER
        assert ".pdf" not in words_of(artifact.view)


def test_a_poster_that_failed_is_not_linked() -> None:
    board = small_board()
    path = "posters/dong-yuan/digest-2026-03.pdf"
    assert path in words_of(plan(board)["compounds/dong-yuan.html"].view)
    rest = plan_site(board, TODAY, STAMPS, unprintable=frozenset({path}))
    assert all(path not in words_of(a.view) for a in rest if a.kind is Kind.PAGE)


@pytest.mark.parametrize("days", range(0, 480, 40))
def test_every_compound_has_four_posters_on_any_day(days: int) -> None:
    """The sample site is alive for at least a year and a quarter."""
    today = TODAY + timedelta(days=days)
    paths = plan(sample_board(), today)
    for compound in sample_board().compounds:
        assert sum(p.startswith(f"posters/{compound.id}/") for p in paths) >= 4, compound.name


def test_sample_site_is_as_large_as_planned() -> None:
    board = sample_board()
    assert len(board.committees) == 16
    assert len(board.compounds) == 25
    assert len(list(board.review_entries)) == 16
    assert len(board.events) >= 10
    assert len(board.services) >= 8
    assert len(board.notices) >= 12
    assert len({notice.category for notice in board.notices}) == 7
    assert len(board.issues) >= 4
    assert all(isinstance(event, Event) for event in board.events)
