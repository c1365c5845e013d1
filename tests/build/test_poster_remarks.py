"""What printing finds out is told at the file of who wrote it, in this build and in later ones."""

import shutil
from pathlib import Path

import pytest

from generator.build import BuildOptions, BuildResult, build_site, read_site
from generator.problems import Problem, Severity, Term
from generator.render.fonts import missing_requirements
from tests.sites_for_tests import SMALL, TODAY

pytestmark = [
    pytest.mark.posters,
    pytest.mark.skipif(bool(missing_requirements()), reason="this machine cannot print posters"),
]
EVENT = "content/committees/东居委/活动/2026-03-03-元宵.md"
LONG = "这一段话写得很长，是为了看看一张纸放得下多少字。" * 40


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "site"))


def build(site: Path) -> BuildResult:
    options = BuildOptions(site=site, output=site.parent / "out", today=TODAY, workers=1)
    return build_site(read_site(site), options)


def change_event(site: Path, *, field: str = "", body: str) -> None:
    head = (site / EVENT).read_text("utf-8").split("---\n")[1]
    (site / EVENT).write_text(f"---\n{head}{field}---\n{body}\n", "utf-8")


def notes(result: BuildResult) -> list[Problem]:
    return [p for p in result.problems if p.code == "poster-parts-left-out"]


def test_what_has_no_room_is_told_in_this_build_and_the_next(site: Path) -> None:
    change_event(site, body=LONG)
    first = build(site)
    (note,) = notes(first)
    assert note.place.path == EVENT
    assert note.severity is Severity.NOTE
    parts = note.facts["parts"]
    assert isinstance(parts, tuple)
    assert Term("正文", "body", "正文") in parts
    second = build(site)
    assert second.to_print == []
    assert notes(second) == [note]


def test_the_author_may_write_a_short_text_instead(site: Path) -> None:
    change_event(site, field="海报摘要: 请自带灯笼，先到先猜\n", body=LONG)
    result = build(site)
    assert notes(result) == []
    assert not [p for p in result.problems if p.severity is Severity.ERROR]


def test_nothing_goes_if_the_author_says_so(site: Path) -> None:
    change_event(site, field="海报可省: 无\n", body=LONG)
    codes = {p.code for p in build(site).problems if p.place.path == EVENT}
    assert codes & {"poster-too-long", "poster-too-long-anyway"}
    assert "poster-parts-left-out" not in codes


def test_a_part_that_must_stay_is_refused_at_its_place(site: Path) -> None:
    change_event(site, field="海报可省: 正文、地点\n", body="请来。")
    problem = next(p for p in read_site(site).problems if p.code == "poster-part-wrong")
    assert problem.facts["value"] == "地点"
    assert problem.place.line > 1


def test_a_character_without_a_face_is_found_in_its_line(site: Path) -> None:
    change_event(site, body="请来。\n\n带上📞。")
    problem = next(p for p in build(site).problems if p.code == "glyph-missing")
    lines = (site / EVENT).read_text("utf-8").split("\n")
    assert problem.facts["code_point"] == "U+1F4DE"
    assert lines[problem.place.line - 1][problem.place.column - 1] == "📞"


def test_after_an_edit_only_the_posters_that_changed_are_printed(site: Path) -> None:
    everything = build(site).to_print
    change_event(site, body="请从南门进。")
    changed = build(site).to_print
    assert changed
    assert len(changed) < len(everything)
    assert all("digest" not in path for path in changed)
