"""Committees and their compounds: whom an item may be for, and which of two names is meant."""

from pathlib import Path

import pytest

from generator.build import check_site, read_site
from generator.model.board import Board
from generator.problems import Problem
from tests.sites_for_tests import TODAY

EVENT = """\
标题: 猜灯谜
时间: 2026年3月5日晚上7点至8点半
地点: 活动室
联系: {称呼: 居委会值班, 电话: 021-0123 4501}
队伍: [舞蹈队]
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two committees, each with a compound called 新村 and a group called 舞蹈队."""
    content = tmp_path / "content"
    for name, word in (("dong", "东"), ("xi", "西")):
        folder = content / "committees" / name
        (folder / "events").mkdir(parents=True)
        (folder / "groups").mkdir()
        compounds = f"[{{代号: {name}-cun, 名称: 新村}}, {{代号: {name}-yuan, 名称: {word}苑}}]"
        text = f"代号: {name}\n名称: {word}居委\n小区: {compounds}\n"
        (folder / "committee.yaml").write_text(text, "utf-8")
        group = "名称: 舞蹈队\n类别: 队伍\n说明: 跳舞。\n"
        (folder / "groups" / "wu.yaml").write_text(group, "utf-8")
    allow(tmp_path, "")
    return tmp_path


def allow(site: Path, words: str) -> None:
    text = f"名称: 测试街道公告栏\n网址: https://board.example/\n{words}"
    (site / "content/site.yaml").write_text(text, "utf-8")


def publish(site: Path, scope: str, committee: str = "dong") -> tuple[Board, list[Problem]]:
    path = site / "content/committees" / committee / "events/deng.yaml"
    path.write_text(f"{EVENT}范围: {scope}\n", "utf-8")
    reading = read_site(site)
    assert reading.board
    return reading.board, check_site(reading, TODAY)


@pytest.mark.parametrize("scope", ["[西苑]", "[xi-cun]", "[西居委]", "全街道", "[东苑, xi-yuan]"])
def test_another_committees_compounds_need_leave(site: Path, scope: str) -> None:
    _, problems = publish(site, scope)
    (found,) = [p for p in problems if p.code == "scope-foreign"]
    assert found.place.path == "content/committees/dong/events/deng.yaml"
    assert not found.leaves_last_good
    for leave in ("[东居委]", "[xi, dong]"):
        allow(site, f"可发全街道: {leave}\n")
        assert "scope-foreign" not in {p.code for p in publish(site, scope)[1]}
    allow(site, "可发全街道: [西居委]\n")
    assert "scope-foreign" in {p.code for p in publish(site, scope)[1]}


@pytest.mark.parametrize("committee", ["dong", "xi"])
def test_a_name_of_two_is_ones_own(site: Path, committee: str) -> None:
    board, problems = publish(site, "[新村]", committee)
    assert "scope-foreign" not in {p.code for p in problems}
    (event,) = board.events
    assert [c.id for c in board.compounds_of(event)] == [f"{committee}-cun"]
    group = board.find_group("舞蹈队", event.owner)
    assert group
    assert group.owner == committee


def test_posters_of_two_committees_never_have_one_name(site: Path) -> None:
    """`a-b` in the file `c`, and `a` in `b-c`: in one compound that is one file."""
    folder = site / "content/committees/xi/committee.yaml"
    folder.write_text(folder.read_text("utf-8").replace("代号: xi\n", "代号: dong-li\n"), "utf-8")
    allow(site, "可发全街道: [dong, dong-li]\n")
    publish(site, "全街道", "xi")
    event = site / "content/committees/dong/events/li-deng.yaml"
    event.write_text(f"{EVENT}范围: 全街道\n", "utf-8")
    problems = check_site(read_site(site), TODAY)
    assert [p.place.path for p in problems if p.code == "address-taken"]
    event.write_text(EVENT, "utf-8")
    publish(site, "[西苑]", "xi")
    problems = check_site(read_site(site), TODAY)
    assert not [p for p in problems if p.code == "address-taken"], "in no compound together"
