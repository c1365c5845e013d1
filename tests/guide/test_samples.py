"""What the guide says is true of the program: its commands, files, phrases and words."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.build import BuildOptions, BuildResult, build_site, read_site
from generator.commands.explain import explained_codes
from generator.create.kinds import find_kind
from generator.create.shapes import fields_of
from generator.messages import wording
from generator.schedule import Refusal, parse_schedule
from tests.guide.guide_text import (
    ATTACHMENT_NAME,
    EVENT,
    GUIDE,
    PICTURE_NAME,
    TODAY,
    Chapter,
    follow,
    paint_picture,
    read_chapters,
    run,
    write_form,
)

CHAPTERS = read_chapters()
TIMES = next(chapter for chapter in CHAPTERS if chapter.title == "时间怎么写")
PICTURE = next(c for c in CHAPTERS if c.title == "放图片")
TITLES = [chapter.title for chapter in CHAPTERS]
DAY = date.fromisoformat(TODAY)
_CELLS = re.compile(r"^\| (.+) \|$", re.MULTILINE)
_NOT_LINLI = {"cmd", "---", ATTACHMENT_NAME, PICTURE_NAME}
"""Words set as code that are no command: they are typed elsewhere, or are tested below."""


def build(day: date = DAY) -> BuildResult:
    options = BuildOptions(site=Path(), output=Path("output"), today=day, posters=False)
    result = build_site(read_site(Path()), options)
    assert result.published
    return result


def page(pattern: str) -> str:
    [found] = Path("output").glob(pattern)
    return found.read_text("utf-8")


@pytest.mark.usefixtures("followed")
def test_everything_in_it_checks_clean() -> None:
    code, answer = run("linli check")
    quoted = [fence for c in CHAPTERS for fence in c.fences if fence.kind == "text"]
    assert [(0, answer)] == [(code, fence.text) for fence in quoted]
    assert quoted[0].about == "linli check"


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("chapter", CHAPTERS, ids=TITLES)
def test_a_sample_has_known_fields(chapter: Chapter) -> None:
    """Each file alone, right after `linli add`: nothing is left to another sample."""
    own = [c for c in CHAPTERS if c is chapter]
    if (
        any(Path(fence.path) == EVENT for fence in chapter.samples)
        and chapter.title != "发一个活动"
    ):
        own.insert(0, next(c for c in CHAPTERS if c.title == "发一个活动"))
    if chapter is PICTURE:
        paint_picture()
    if chapter.title == "放附件":
        write_form()
    for one in own:
        follow(one)
    assert run("linli check")[1] == "检查完毕，没有发现问题。\n"


@pytest.mark.usefixtures("site")
def test_commands_are_understood() -> None:
    commands = [word for c in CHAPTERS for word in c.words if word.startswith("linli")]
    assert {command.split()[1] for command in commands} >= {"check", "when", "explain", "doctor"}
    for command in set(commands):
        name, *rest = command.split()[1:]
        if name == "explain":
            assert rest[0] in explained_codes()
            assert run(command)[0] == 0
        elif name == "when":
            assert rest == []
        elif name == "serve":  # it would go on until it is stopped
            assert rest == ["--open"]
        else:
            assert run(command)[1], command
    unknown = {word for c in CHAPTERS if c is not TIMES for word in c.words}
    assert unknown - set(commands) - _NOT_LINLI == set()


def test_commands_are_all_of_linli_but_one() -> None:
    others = [one for c in CHAPTERS for one in c.commands if not one.startswith("linli ")]
    assert others == ["py -m pip install ."]


def cells() -> list[list[str]]:
    rows = [[cell.strip("` ") for cell in row.split(" | ")] for row in _CELLS.findall(TIMES.text)]
    return [row for row in rows if set(row[0]) != {"-"} and "这样写" not in row[0]]


def test_times_are_understood() -> None:
    phrases = [row[0] for row in cells() if len(row) == 2]
    phrases += [row[2] for row in cells() if len(row) == 3]
    assert len(phrases) > 15
    for phrase in phrases:
        found = parse_schedule(phrase, published=DAY)
        assert not isinstance(found, Refusal), phrase
        assert not [note for note in found.notes if "weekday" in note.code], phrase


def test_wrong_times_are_refused_and_the_better_ones_suggested() -> None:
    refused = [row for row in cells() if len(row) == 3]
    assert len(refused) == 4
    for row in refused:
        assert isinstance(parse_schedule(row[0], published=DAY), Refusal), row[0]


def test_words_in_quotes_are_those_of_the_program(site: Path) -> None:
    """A name in “quotes” is a field, a category, a launcher, a message, or listed here."""
    elsewhere = {  # the editor's and the system's own words; other tests' examples; plain speech
        "文档", "打开方式", "记事本", "文件", "保存", "另存为", "保存类型", "所有文件", "编码",
        "UTF-8", "是", "实际大小", "100%", "画图", "重新调整大小", "Install Now",
        "Add python.exe to PATH", "邻里", "公告栏", "公告栏20260302", ":", "-", "-->", "^^",
        "三号楼某室的老人", "每天13:00-18:00", "请于……后取下", "紧急", "往期", "一览",
    }  # fmt: skip
    fields = {
        field.chinese
        for word in ("活动", "服务", "通知", "公示", "停水停电", "招募", "议题", "回顾", "表格")
        if (kind := find_kind(word))
        for field in fields_of(kind.record)
    }
    launchers = {path.stem for path in site.iterdir()}
    said = " ".join(text.message + text.remedy for text in wording("zh").values())
    for quoted in re.findall("“([^”]+)”", GUIDE.read_text("utf-8")):
        known = quoted in elsewhere | fields | launchers | set(TITLES) or quoted in said
        assert known, quoted


def test_files_that_it_names_are_in_a_new_site(site: Path) -> None:
    for name in ("content/site.yaml", "README.txt", "生成网站.bat", "预览网站.bat"):
        assert (site / name).exists()
    assert len(list(site.glob("生成网站.*"))) == 3  # 同名的有三个
    assert list(site.glob("content/committees/*/committee.yaml"))


@pytest.mark.usefixtures("followed")
def test_a_cancelled_event_says_so() -> None:
    build()
    assert "场地检修，改期再通知" in page("committees/*/events/*chun-ji*.html")


@pytest.mark.usefixtures("followed")
def test_notices_come_down_by_themselves() -> None:
    build()
    assert "灭蟑螂上门" in page("index.html") + page("committees/shi-fan.html")
    build(date(2026, 3, 11))
    archive = page("archive.html")
    assert "往期" in archive
    for title in ("灭蟑螂上门", "水管抢修停水"):
        assert title in archive
    assert "停车位调整方案" not in archive  # its period lasts until the 12th
    build(date(2026, 3, 17))
    assert "停车位调整方案" in page("archive.html")
    assert "招募楼组志愿者" in page("archive.html")


@pytest.mark.usefixtures("followed")
def test_an_urgent_notice_is_above_everything() -> None:
    build()
    for pattern in ("index.html", "compounds/*.html"):
        body = page(pattern).partition("<main")[2]
        others = [body.find(title) for title in ("春季植树", "停车位调整方案", "加装电梯")]
        assert 0 < body.find("水管抢修停水") < min(place for place in others if place > 0)


@pytest.mark.usefixtures("followed")
def test_reviews_are_on_the_front_page() -> None:
    build()
    assert "reviews/2026.html" in page("index.html")
    assert "家门口便民服务" in page("reviews/2026.html")


@pytest.mark.usefixtures("followed")
def test_an_outage_without_an_end_is_sent_back() -> None:
    [notice] = Path("content").rglob("*ting-shui.md")
    notice.write_text(notice.read_text("utf-8").replace("2026年3月2日（周一）", "每天"), "utf-8")
    code, answer = run("linli check")
    assert code == 1
    assert "outage-endless" in answer


@pytest.mark.usefixtures("followed")
def test_services_not_verified_for_half_a_year_are_noticed() -> None:
    [services] = Path("content").rglob("jia-men-kou*.yaml")
    old = (DAY - timedelta(days=200)).isoformat()
    text = services.read_text("utf-8").replace("最后核对: 2026-03-02", f"最后核对: {old}")
    services.write_text(text, "utf-8")
    assert "service-stale" in run("linli check")[1]


@pytest.mark.usefixtures("followed")
def test_a_picture_that_is_not_there_is_named() -> None:
    EVENT.with_name(PICTURE_NAME).unlink()
    assert "图片不存在" in run("linli check")[1]


@pytest.mark.usefixtures("followed")
def test_fixed_files_are_kept_until_all_is_well() -> None:
    EVENT.write_text(EVENT.read_text("utf-8").replace("标题: ", "标题："), "utf-8")
    assert "可以自动改好" in run("linli check")[1]
    assert "改好了" in run("linli check --fix")[1]
    kept = list(Path(".linli-backup").rglob(EVENT.name))
    assert len(kept) == 1
    assert run("linli check")[0] == 0
    assert not list(Path(".linli-backup").rglob(EVENT.name))


def test_a_picture_is_in_the_chapter_that_speaks_of_it() -> None:
    assert any("zhi-shu.jpg" in fence.text for fence in PICTURE.fences)
