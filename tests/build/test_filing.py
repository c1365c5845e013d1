"""What is long over is filed: the same output as of a whole build, and its records stay unread."""

import dataclasses
import os
import shutil
import sqlite3
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from generator.build import (
    BuildOptions,
    BuildResult,
    build_site,
    quarantine,
    read_site,
    read_unfiled,
)
from generator.build.memory import open_memory
from generator.build.unchanged import Start, scan_inputs
from generator.listing import RACY
from generator.model.board import Board
from generator.problems import Severity
from generator.read import Reading, read_board
from tests.build.test_incremental import CONTENT, EVENT, files_of
from tests.sites_for_tests import TODAY

HOME = "committees/dong"
CUT = f"{HOME}/notices/ting-shui.md"
GARDEN = f"{HOME}/events/2026-03-09-yuan.md"
SERVICE = """标题: {title}
服务: [{{名称: 理发, 时间: 每周三上午9点至11点}}]
有效期: {first}至{last}
最后核对: {first}
联系: {{称呼: 值班, 电话: "021-0123 4501"}}
"""
NOTICE = """---
类别: 公示
标题: {title}
发布: {first}
公示期: {first}至{last}
意见: {{电话: "021-0123 4501"}}
---
请大家提意见。
"""
REMARKED = """---
标题: 听讲座
时间: 1月11日上午9点至11点
地点: 和园
队伍: [没有这队]
联系: {{称呼: 值班, 电话: "021-0123 4501"}}
---
{body}
"""
OUTAGE = """---
类别: 停水停电
标题: 检修停水
发布: {first}
起止: {when}上午9点至11点
原因: 修水管
电话: "021-0123 4501"
修订: 1
---
请备水。
"""
RESULT = """---
类别: 会议结果
标题: 议定结果
发布: {first}
议题: 2026-02
---
都同意。
"""
ISSUE = """---
编号: {number}
标题: 装电梯
进度:
  - {{步骤: 收集, 日期: {first}, 说明: 有人提出来。}}
  - {{步骤: 整理, 日期: {first}, 说明: 问过各家。}}
  - {{步骤: 公示, 日期: {first}, 说明: 贴出来了。, 公示: {notice}}}
---
"""
LONG_OVER = {
    f"{HOME}/events/{name}"
    for name in (
        *("2024-10-20-deng.md", "2026-01-05-fu.md", "2026-01-11-ting.md", "2026-01-12-kan.md"),
        *("2026-01-13-zhao.md", "2026-01-20-li.md", "jia.md"),
    )
} | {f"{HOME}/services/jian.yaml", f"{HOME}/notices/ban.md", f"{HOME}/notices/yi-ding.md", CUT}


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def rename(site: Path, path: str, name: str) -> None:
    file = site / "content" / path
    file.rename(file.with_name(name))


def cut_off(site: Path, path: str) -> None:
    """Damage a picture where only decoding shows it."""
    file = site / "content" / path
    data = bytearray(file.read_bytes())
    start = data.index(b"IDAT") + 8
    data[start : start + 20] = bytes(20)
    file.write_bytes(data)


def say(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def put(site: Path, path: str, text: str) -> None:
    file = site / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def put_event(site: Path, name: str, title: str, day: date, body: str = "请来。") -> None:
    put(site, f"{HOME}/events/{name}.md", EVENT.format(title=title, when=say(day), body=body))


def put_issue(site: Path, name: str, number: str, notice: str) -> None:
    text = ISSUE.format(number=number, first=days_ago(115), notice=notice)
    put(site, f"{HOME}/issues/{name}.md", text)


def paint(site: Path, path: str, colour: str) -> None:
    Image.new("RGB", (64, 48), colour).save(site / "content" / path)


def change(site: Path, path: str, old: str, new: str) -> None:
    file = site / "content" / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def options(site: Path, today: date, output: str = "output") -> BuildOptions:
    return BuildOptions(site=site, output=site / output, today=today, posters=False)


def build(site: Path, today: date = TODAY) -> tuple[BuildResult, set[str]]:
    """Build a site long after everything was changed; return the paths of what was filed, too."""
    inputs = scan_inputs(options(site, today))
    newest = max(inputs.newest, inputs.rest_newest)
    start = Start(newest + 2 * RACY, inputs)
    with open_memory(site, start.moment, site.parent / "cache") as memory:
        reading = read_unfiled(site, memory, start.program, today)
        filed = {item.path for item in reading.board.filed} if reading.board else set()
        result = build_site(reading, options(site, today), memory, start)
        return result, {path.removeprefix("content/") for path in filed}


def check(site: Path, today: date = TODAY) -> set[str]:
    """Build it, and compare with what is built from nothing; return what was filed."""
    result, filed = build(site, today)
    full = build_site(read_site(site), options(site, today, "other"))
    assert files_of(site / "output") == files_of(site / "other")
    assert dataclasses.replace(result, kept=0, to_print=[]) == dataclasses.replace(
        full, kept=0, to_print=[]
    )
    return filed


PICTURES = '![大家](zhao.png "合影")\n\n![](zhao.png)\n\n![还没有](mei-you.png)'


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("built") / "site"
    for path, text in CONTENT.items():
        put(site, path, text)
    put(site, "site.yaml", f"{CONTENT['site.yaml']}繁体版: 是\n保留期: {{活动: 12个月}}\n")
    put_event(site, "2024-10-20-deng", "挂灯笼", days_ago(498))
    put_event(site, "2026-01-05-fu", "贴福字", days_ago(56))
    put_event(site, "2026-01-20-li", "领历书", days_ago(41))
    put_event(site, "2026-02-20-ying", "送迎春花", days_ago(10))
    put_event(site, "2026-03-09-yuan", "逛花园", TODAY + timedelta(days=7))
    links = "[通知](../notices/ban.md)、[花园](2026-03-09-yuan.md)、[大图](zhao.png)"
    put_event(site, "2026-01-12-kan", "看展", days_ago(49), f"请看{links}。")
    put_event(site, "2026-01-13-zhao", "拍合影", days_ago(48), PICTURES)
    paint(site, f"{HOME}/events/zhao.png", "red")
    put(site, f"{HOME}/events/2026-01-11-ting.md", REMARKED.format(body="有[讲义](jiang-yi.md)。"))
    put_event(site, "jia", "写对联", days_ago(49))
    holidays = "2026年1月1日至1月20日法定节假日"
    change(site, f"{HOME}/events/jia.md", say(days_ago(49)), holidays)
    text = SERVICE.format(title="便民服务", first=days_ago(400), last=days_ago(200))
    put(site, f"{HOME}/services/jian.yaml", text)
    text = NOTICE.format(title="楼道公示", first=days_ago(120), last=days_ago(110))
    put(site, f"{HOME}/notices/ban.md", text)
    put_issue(site, "che", "2026-02", "gong-gao")
    put(site, f"{HOME}/notices/yi-ding.md", RESULT.format(first=days_ago(70)))
    text = OUTAGE.format(first=days_ago(60), when=say(days_ago(58)))
    put(site, CUT, text)
    assert build(site)[0].published
    return site


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """A site that was built, and what was remembered of it, at another place."""
    folder = Path(shutil.copytree(built, tmp_path / "site", copy_function=shutil.copy2))
    assert build(folder)[0].published
    return folder


def test_what_is_long_over_is_filed(site: Path) -> None:
    assert check(site) == LONG_OVER


Edit = Callable[[Path], None]
EDITS: dict[str, tuple[Edit, set[str]]] = {
    "a title": (
        lambda site: change(site, GARDEN, "逛花园", "看牡丹"),
        LONG_OVER,
    ),
    "a title of what is over": (
        lambda site: change(site, f"{HOME}/events/2026-01-05-fu.md", "贴福字", "写福字"),
        LONG_OVER - {f"{HOME}/events/2026-01-05-fu.md"},
    ),
    "a schedule that is over": (
        lambda site: change(site, f"{HOME}/services/jian.yaml", "理发", "磨刀"),
        LONG_OVER - {f"{HOME}/services/jian.yaml"},
    ),
    "another between two": (
        lambda site: put_event(site, "2026-01-15-ci", "贴窗花", days_ago(46)),
        LONG_OVER,
    ),
    "one is deleted": (
        lambda site: (site / f"content/{HOME}/events/2026-01-05-fu.md").unlink(),
        LONG_OVER - {f"{HOME}/events/2026-01-05-fu.md"},
    ),
    "a link to what is filed": (
        lambda site: put_event(
            site, "xin", "新活动", TODAY, "同[上次](2026-01-05-fu.md)，不是[那次](没有.md)。"
        ),
        LONG_OVER,
    ),
    "the office's phone": (
        lambda site: change(site, f"{HOME}/committee.yaml", "0123 4501", "0123 4509"),
        set(),
    ),
    "the site's address": (
        lambda site: change(site, "site.yaml", "board.example", "other.example"),
        set(),
    ),
    "a group": (
        lambda site: put(site, f"{HOME}/groups/dui.yaml", "代号: dui\n类别: 队伍\n名称: 巡逻队\n"),
        set(),
    ),
    "a name in the other edition": (
        lambda site: change(site, GARDEN, "值班", "后里"),
        set(),
    ),
    "an issue that names it": (
        lambda site: put_issue(site, "dian-ti", "2026-01", "ban"),
        set(),
    ),
    "the issue that it tells of has another number": (
        lambda site: change(site, f"{HOME}/issues/che.md", "2026-02", "2026-03"),
        set(),
    ),
    "an issue that nearly names it": (
        lambda site: put_issue(site, "dian-ti", "2026-01", "bann"),
        LONG_OVER,
    ),
    "its name in another folder": (
        lambda site: put(site, "events/2026-01-05-fu.md", EVENT.format(
            title="福字", when=say(TODAY), body="请来。")),
        LONG_OVER,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_edits(site: Path, name: str) -> None:
    edit, filed = EDITS[name]
    edit(site)
    assert check(site) == filed
    build(site)
    assert files_of(site / "output") == files_of(site / "other")


def delete(site: Path, path: str) -> None:
    (site / "content" / path).unlink()


def shut(site: Path, *paths: str) -> None:
    """Leave files out for an error, with their last good versions."""
    for path in paths:
        change(site, path, "标题:", "范围: 没有\n标题:")


def open_again(site: Path, *paths: str) -> None:
    for path in paths:
        change(site, path, "范围: 没有\n标题:", "标题:")


EVENTS, NOTICES, ISSUE_FILE = f"{HOME}/events", f"{HOME}/notices", f"{HOME}/issues/che.md"
SHOWN = f"{EVENTS}/zhao.png"
FOLLOWING = {f"{EVENTS}/2026-01-11-ting.md", f"{EVENTS}/2026-01-12-kan.md"} | {
    f"{EVENTS}/2026-01-13-zhao.md",
    f"{NOTICES}/yi-ding.md",
}
"""What is filed and links to other files, shows them or names them."""
SOON = {"first": TODAY + timedelta(days=9), "last": TODAY + timedelta(days=20)}
STEPS: dict[str, tuple[Edit, ...]] = {
    "other titles": (
        lambda site: change(site, f"{NOTICES}/ban.md", "楼道公示", "走廊公示"),
        lambda site: change(site, ISSUE_FILE, "装电梯", "修车棚"),
    ),
    "errors": (lambda site: shut(site, GARDEN, ISSUE_FILE),),
    "errors mended, a file deleted": (
        lambda site: open_again(site, GARDEN, ISSUE_FILE),
        lambda site: delete(site, f"{NOTICES}/ban.md"),
    ),
    "a name that may be meant": (lambda site: put_event(site, "jiang-yii", "讲义", TODAY),),
    "the name that was meant": (lambda site: put_event(site, "jiang-yi", "讲义", TODAY),),
    "not out yet": (
        lambda site: put(site, f"{NOTICES}/ban.md", NOTICE.format(title="公示", **SOON)),
    ),
    "other pictures": (
        lambda site: paint(site, SHOWN, "blue"),
        lambda site: paint(site, f"{EVENTS}/zhao-2.png", "blue"),
    ),
    "other names": (
        lambda site: rename(site, GARDEN, "hua-yuan.md"),
        lambda site: rename(site, ISSUE_FILE, "che-peng.md"),
        lambda site: rename(site, f"{EVENTS}/zhao-2.png", "mei-you.png"),
    ),
    "a picture deleted": (lambda site: delete(site, SHOWN),),
    "no picture at all": (lambda site: put(site, SHOWN, "红的"),),
    "a picture that is cut off": (
        lambda site: paint(site, SHOWN, "red"),
        lambda site: cut_off(site, SHOWN),
    ),
    "a picture mended": (lambda site: paint(site, SHOWN, "red"),),
}


def test_pages_follow_what_they_name(site: Path) -> None:
    for name, edits in STEPS.items():
        for edit in edits:
            edit(site)
        assert check(site) >= FOLLOWING, name


def test_a_group_that_is_left_out(site: Path) -> None:
    """For its error no page leads to it; and once it is gone, it is unknown to those it had."""
    group = f"{HOME}/groups/d.yaml"
    put(site, group, "代号: d\n类别: 队伍\n名称: 没有这队\n")
    assert check(site) == set()
    put(site, group, "代号: d\n类别: 队伍\n名称: 没有这队\n范围: 没有\n")
    check(site)
    delete(site, group)
    assert check(site) == set()


def test_an_address_that_is_taken_in_other_letters(site: Path) -> None:
    put_event(site, "2026-01-05-Fu", "福字", TODAY)
    assert find_refusals(site) == {"address-taken"}


def test_a_code_that_is_taken(site: Path) -> None:
    item = "2026-01-05-fu"
    (short,) = (
        path
        for path, data in files_of(site / "output").items()
        if path.startswith("x/") and item.encode() in data
    )
    put_event(site, "xin", "新活动", TODAY)
    code = short.split("/")[1]
    change(site, f"{HOME}/events/xin.md", "标题: 新活动", f"标题: 新活动\n代号: {code}")
    assert find_refusals(site) == {"code-taken"}


def find_refusals(site: Path) -> set[str]:
    """Build a site in which nothing may be filed; return why it is not published."""
    result, filed = build(site)
    assert not result.published
    assert not filed
    return {p.code for p in result.problems if p.severity is Severity.ERROR}


@pytest.mark.parametrize("days", [1, 20, 40, 250, 320, 400])
def test_time_passes(site: Path, days: int) -> None:
    """Schedules tell the day, the year's calendars end with it, contacts go in time."""
    assert check(site, TODAY + timedelta(days=days)) <= LONG_OVER
    check(site, TODAY + timedelta(days=days + 1))


def test_a_version_that_stands_asks_for_nothing_that_is_filed(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else each build would read the whole site until an error is mended."""
    mixtures = list[Board]()

    def read(*arguments: Any) -> Reading:
        reading = read_board(*arguments)
        mixtures.extend([reading.board] if reading.board else [])
        return reading

    monkeypatch.setattr(quarantine, "read_board", read)
    change(site, GARDEN, say(TODAY + timedelta(days=7)), "第三个星期八")
    result, _ = build(site)
    assert set(result.standing) == {f"content/{GARDEN}"}
    (mixture,) = mixtures
    assert {item.path.removeprefix("content/") for item in mixture.filed} == LONG_OVER


def test_what_was_filed_tomorrow_does_not_count_today(site: Path) -> None:
    check(site, TODAY + timedelta(days=3))
    assert check(site, TODAY) == set()


def test_contacts_go_when_their_time_is_over(site: Path) -> None:
    page = f"{HOME}/events/2026-01-05-fu.html"
    change(site, f"{HOME}/events/2026-01-05-fu.md", "称呼: 值班", "称呼: 门房")
    check(site)
    assert "门房" in (site / "output" / page).read_text("utf-8")
    assert f"{HOME}/events/2026-01-05-fu.md" not in check(site, TODAY + timedelta(days=330))
    assert "门房" not in (site / "output" / page).read_text("utf-8")


def test_a_page_that_somebody_removed_is_made_again(site: Path) -> None:
    (site / f"output/{HOME}/events/2026-01-05-fu.html").unlink()
    assert check(site) == LONG_OVER


ANOTHER_BYTE = "UPDATE filed SET ? = CAST(substr(?, 1, 60) || x'ff' || substr(?, 62) AS BLOB)"


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE filed SET views = x'00'",
        "UPDATE filed SET document = '[]'",
        "UPDATE filed SET folder = '[]'",
        *(ANOTHER_BYTE.replace("?", column) for column in ("folder", "document", "views")),
        "UPDATE filing SET basis = 'another'",
        "UPDATE filing SET program = 'another'",
        "DELETE FROM items",
        "DELETE FROM filed",
    ],
)
def test_damage(site: Path, damage: str) -> None:
    """Whatever is not whole is as good as nothing: a new neighbour asks for cards and records."""
    (path,) = (site.parent / "cache").glob("*.sqlite")
    with sqlite3.connect(path) as database:
        database.execute(damage)
    database.close()
    put_event(site, "2026-01-15-ci", "贴窗花", days_ago(46))
    check(site)


def test_a_file_with_another_time_is_the_same(site: Path) -> None:
    os.utime(site / f"content/{HOME}/events/2026-01-05-fu.md")
    assert check(site) == LONG_OVER
