"""Templates: every field of every record is in them, and what they say is right as it stands."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.create import write_files
from generator.create.comments import clean, quote
from generator.create.guide import Guide, hints
from generator.create.item import Wish, make_item
from generator.create.kinds import KINDS, Kind, find_kind, known_words
from generator.create.places import number_among, shorten
from generator.create.schema import RECORDS
from generator.create.shapes import Many, Nested, fields_of
from generator.create.site import Answers, make_settings, make_site, take_url
from generator.model.notice import Category
from generator.model.record import Record
from generator.read import read_board
from generator.schedule import Calendar, packaged_calendar
from tests.create.new_sites import ANSWERS, DAYS, ENGLISH, TODAY, make, problems

ONE = Answers(
    street="甲街道", committees=("甲居委",), compounds=(("甲里",),), url="https://a.example/",
    language="zh-CN",
)  # fmt: skip
ONE_IN_ENGLISH = Answers(
    street="Street", committees=("One",), compounds=(("Yard",),), url="https://a.example/",
    language="en",
)  # fmt: skip
BY_LANGUAGE = {"zh": ONE, "en": ONE_IN_ENGLISH}
HAN = re.compile(r"[\u3400-\u9fff]")
NAMES_OTHERS = {"attachment-missing", "group-unknown", "issue-unknown", "menu-day-closed",
                "announcement-unknown", "committee-unknown", "privacy-note-unused"}  # fmt: skip
"""Examples name things that a new site does not have."""


def nested(record: type[Record]) -> Iterator[type[Record]]:
    yield record
    for field in fields_of(record):
        inner = field.shape.inner if isinstance(field.shape, Many) else field.shape
        if isinstance(inner, Nested):
            yield from nested(inner.record)


def assert_every_field_is_in(text: str, record: type[Record], language: str) -> None:
    for inner in nested(record):
        for field in fields_of(inner):
            pattern = rf"^[ #-]*{re.escape(field.name_in(language))}:"
            assert re.search(pattern, text, re.MULTILINE), f"{inner.__name__}.{field.chinese}"


def with_all_fields(text: str) -> str:
    """The file once every comment that is a field has been made one."""
    lines = re.sub(r"^( *)# (?!yaml-language-server)", r"\1", text, flags=re.MULTILINE)
    return re.sub(r"^( *)##", r"\1# ", lines, flags=re.MULTILINE)


def as_text(matter: str) -> list[Any]:
    """The values of a mapping, by a loader that makes nothing but text."""
    return list(yaml.load(matter, yaml.BaseLoader).values())  # noqa: S506


def begin(site: Path, kind: Kind, title: str | None = None, language: str = "zh") -> list[Path]:
    board = read_board(site).board
    assert board is not None
    owner = (site / board.committees[0].source.path).parent
    wish = Wish(
        kind=kind, word=kind.word_in(language), title=title, site=site, content=site / "content",
        owner=owner, today=TODAY, language=language,
    )  # fmt: skip
    files = make_item(wish, board)
    for file in files:
        place = site / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        assert not place.exists()
        place.write_bytes(file.data())
    return [site / file.path for file in files]


@pytest.mark.parametrize("language", BY_LANGUAGE)
@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_every_field_of_every_kind_is_there_and_its_example_is_right(
    kind: Kind, language: str, tmp_path: Path
) -> None:
    site = make(tmp_path / "site", answers=BY_LANGUAGE[language])
    begun = begin(site, kind, language=language)
    assert problems(site) == []
    for path in begun:
        text = path.read_text("utf-8")
        if path.parent.parent.name != "content":
            assert_every_field_is_in(text, kind.record, language)
        path.write_text(with_all_fields(text), "utf-8")
        assert {problem.code for problem in problems(site)} <= NAMES_OTHERS
        still = re.sub(r"^ *#  .*$|^# yaml.*$", "", path.read_text("utf-8"), flags=re.MULTILINE)
        assert "# " not in still


@pytest.mark.parametrize("language", BY_LANGUAGE)
@pytest.mark.parametrize(
    ("pattern", "name"),
    [("site.yaml", "site"), ("calendar/*.yaml", "calendar"),
     ("committees/*/committee.yaml", "committee")],
)  # fmt: skip
def test_every_field_of_the_sites_own_files(
    pattern: str, name: str, language: str, tmp_path: Path
) -> None:
    site = make(tmp_path / "site", answers=BY_LANGUAGE[language])
    (path,) = (site / "content").glob(pattern)
    text = path.read_text("utf-8")
    assert_every_field_is_in(text, RECORDS[name], language)
    path.write_text(with_all_fields(text), "utf-8")
    assert {problem.code for problem in problems(site)} <= NAMES_OTHERS


@pytest.mark.parametrize("language", BY_LANGUAGE)
def test_the_hints_name_no_field_that_is_gone(language: str) -> None:
    """Each record of the hints exists and has the fields they explain."""
    known: dict[str, set[str]] = {}
    for record in [*RECORDS.values(), *(kind.record for kind in KINDS)]:
        for inner in nested(record):
            for parent in inner.__mro__:
                if issubclass(parent, Record) and parent is not Record:
                    names = {field.name_in(language) for field in fields_of(parent)}
                    known.setdefault(parent.__name__, set()).update(names)
    for record_name, fields in hints(language).items():
        assert set(fields) - {""} <= known[record_name], record_name


@pytest.mark.parametrize("answers", [ONE_IN_ENGLISH, ENGLISH], ids=["one", "two"])
def test_a_site_in_english_is_in_english(answers: Answers, tmp_path: Path) -> None:
    """Names of holidays and traditional characters apart, which have no other form."""
    site = make(tmp_path / "site", answers=answers)
    assert problems(site) == []
    for kind in KINDS:
        begin(site, kind, language="en")
    assert problems(site) == []
    for path in (path for path in site.rglob("*") if path.is_file()):
        assert path.name.isascii(), path
        if path.suffix in (".md", ".yaml") and "calendar" not in path.parts:
            lines = [line for line in path.read_text("utf-8").splitlines() if HAN.search(line)]
            known = ("traditional-name", "footer", "于海")
            assert all(any(word in line for word in known) for line in lines), lines
        if path.suffix == ".json" and path.parent.name == "schemas":
            schema = json.loads(path.read_text("utf-8"))
            for definition in schema["definitions"].values():
                for name, field in definition["properties"].items():
                    assert "footer" in name or not HAN.search(field["description"]), name


def test_a_kinds_word_is_in_the_files_language(tmp_path: Path) -> None:
    kind = find_kind("outage")
    assert kind
    assert (kind.word_in("zh", "outage"), kind.word_in("en", "停水停电")) == ("停水停电", "outage")
    place = find_kind("阵地")
    assert place
    assert place.word_in("zh", "阵地") == "阵地"
    (path,) = begin(make(tmp_path / "site", answers=ONE_IN_ENGLISH), kind, language="en")
    assert "\ncategory: outage\n" in path.read_text("utf-8")


def test_every_category_and_folder_has_a_word() -> None:
    assert {category.value for category in Category} <= {kind.name for kind in KINDS}
    words = {"活动", "服务", "通知", "温馨提示", "停水停电", "招募", "公示", "会议结果", "表格"}
    words |= {"议题", "回顾", "队伍", "阵地", "便民服务", "event", "service", "notice", "tip"}
    words |= {"outage", "recruitment", "announcement", "result", "form", "issue", "review", "group"}
    assert words <= set(known_words())
    assert find_kind(" Event ") is find_kind("活动")
    assert find_kind("海报") is None


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_a_new_site_is_clean_on_any_day(tmp_path: Path, today: date) -> None:
    assert problems(make(tmp_path / "site", today), today) == []


ODD = [
    "- 减号开头", "井号 # 后面", "冒号: 后面", '引号"里面', "单'引号", "{花} [方]", "&锚 *别名 !甲",
    "% @ `", "yes", "~", "2026", "021-1234567", "2026-03-05", "null", "\\反斜杠", "全角：“引号”，",
    "😀 表情", "尾空格 ", "\t制表\n换行", "龘䶮㛃", "a\x07b\u200bc\ud800d", "|", "> 大于", "? 问",
    "---", "...", "长" * 200, "${day0} $$", "한국어", "%0A", "=", "<<", "../../出去", "CON", ".",
]  # fmt: skip


@pytest.mark.parametrize("title", ODD, ids=range(len(ODD)))
def test_odd_titles(title: str, tmp_path: Path) -> None:
    site = make(tmp_path / "site", answers=ONE)
    for word in ("活动", "服务", "回顾", "队伍"):
        kind = find_kind(word)
        assert kind
        path = begin(site, kind, title)[0]
        assert path.resolve().is_relative_to(site / "content/committees")
        assert path.name.isascii()
        assert len(path.name) <= 80
        if clean(title):
            text = path.read_text("utf-8")
            matter = text.split("---\n")[1] if path.suffix == ".md" and "---\n" in text else text
            assert clean(title) in as_text(matter)
    assert problems(site) == []


@pytest.mark.parametrize("text", [*map(clean, ODD), "工作日 8:30-17:00", "1-8", "A4x6", "甲，乙"])
def test_quoted_text_is_read_as_it_was(text: str) -> None:
    for line in (f"名称: {quote(text)}", f"名称: [{quote(text)}]"):
        (value,) = as_text(line)
        assert value in (text, [text])


def test_only_what_needs_quotes_gets_them() -> None:
    assert quote("工作日 8:30-17:00") == "工作日 8:30-17:00"
    assert quote("2026年3月9日（周一）上午9点至11点") == "2026年3月9日（周一）上午9点至11点"
    assert quote("2026-001") == "2026-001"
    assert quote("yes") == '"yes"'
    assert quote("2026-03-09") == "2026-03-09"


def test_names_are_cut_between_words() -> None:
    assert shorten("chong-yang-jie", 10) == "chong-yang"
    assert shorten("chong-yang-jie", 11) == "chong-yang"
    assert shorten("chong-yang-jie", 14) == "chong-yang-jie"
    assert shorten("a" * 20, 10) == "a" * 10
    assert number_among("a", ["a", "a-2"]) == "a-3"


def test_ids_are_unique_and_in_pinyin(tmp_path: Path) -> None:
    names = ("建二居委", "健儿居委会", "建二居民委员会", "居委会", "甲" * 60, "☆")
    answers = Answers(
        street="街道", committees=names, compounds=(), url="https://a.example/", language="zh-CN"
    )
    site = make(tmp_path / "site", answers=answers)
    assert problems(site) == []
    board = read_board(site).board
    assert board
    ids = {committee.name: committee.id for committee in board.committees}
    assert len(ids) == len(names)
    assert ids["建二居委"] == "jian-er"
    assert {"jian-er", "jian-er-2", "jian-er-3"} <= set(ids.values())
    assert len(board.compounds) == len(names)


@pytest.mark.parametrize(
    ("compounds", "expected"),
    [
        ((), [["建二小区"], ["复四小区"]]),
        ((("甲", "乙"),), [["甲", "乙"], ["复四小区"]]),
        ((("甲",), ("乙",)), [["甲"], ["乙"]]),
        ((("甲",), ("乙",), ("丙", "丁")), [["甲"], ["乙", "丙", "丁"]]),
    ],
)
def test_compounds_are_shared_out(
    compounds: tuple[tuple[str, ...], ...], expected: list[list[str]], tmp_path: Path
) -> None:
    answers = Answers(
        street="街道", committees=ANSWERS.committees, compounds=compounds,
        url="https://a.example/", language="zh-CN",
    )  # fmt: skip
    board = read_board(make(tmp_path / "site", answers=answers)).board
    assert board
    by_name = {c.name: [compound.name for compound in c.compounds] for c in board.committees}
    assert [by_name[name] for name in ANSWERS.committees] == expected


def days_off(calendar: Calendar) -> list[date]:
    return [day for holiday in calendar.holidays for day in holiday.days()]


def test_the_calendar_says_what_the_official_list_says(tmp_path: Path) -> None:
    site = make(tmp_path / "site")
    board = read_board(site).board
    assert board
    assert [path.name for path in (site / "content/calendar").iterdir()] == ["2026.yaml"]
    official = packaged_calendar()
    for year in official.years[-3:]:
        make(tmp_path / str(year), TODAY.replace(year=year))
        mine = read_board(tmp_path / str(year)).board
        assert mine
        ours = mine.calendar
        assert set(days_off(ours)) == set(days_off(official))
        assert ours.make_up_workdays == official.make_up_workdays


def test_launchers(tmp_path: Path) -> None:
    make(tmp_path / "site")
    windows = list((tmp_path / "site").glob("*.bat"))
    assert {path.stem for path in windows} == {"生成网站", "预览网站"}
    for path in windows:
        data = path.read_bytes()
        assert data.startswith(b"@echo off\r\nchcp 65001 >nul\r\n")
        assert data.count(b"\n") == data.count(b"\r\n")
        assert b"pause\r\n" in data
    assert b'start "" "output\\index.html"' in (tmp_path / "site/预览网站.bat").read_bytes()
    for name in ("生成网站.sh", "生成网站.command", "预览网站.sh", "预览网站.command"):
        path = tmp_path / "site" / name
        assert path.stat().st_mode & 0o111 == 0o111
        assert b"\r" not in path.read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="a shell runs it")
@pytest.mark.parametrize("name", ["生成网站.sh", "生成网站.command"])
@pytest.mark.parametrize("code", [0, 1, 3])
def test_a_launcher_builds_the_site_it_lies_in(name: str, code: int, tmp_path: Path) -> None:
    python = tmp_path / "the python"
    script = f'[ "$2" = -c ] && exit 0\necho "$PWD: $*"\nexit {code}\n'
    python.write_text(f"#!/bin/sh\n{script}", "utf-8")
    python.chmod(0o755)
    files = make_site(ANSWERS, TODAY, packaged_calendar(), python=str(python))
    site = tmp_path / "新 网站"
    write_files(site, files)
    done = subprocess.run(
        [site / name], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert done.returncode == code
    assert done.stdout == f"{site}: -P -m generator build\n"
    assert done.stderr == ""


@pytest.mark.skipif(os.name == "nt", reason="a shell runs it")
@pytest.mark.parametrize("python", ["", "/nowhere/python", "/bin/false"])
def test_a_launcher_without_its_python_looks_for_the_command(python: str, tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_files(site, make_site(ANSWERS, TODAY, packaged_calendar(), python=python))

    def launch(path: str) -> tuple[int, str]:
        done = subprocess.run(
            ["/bin/sh", site / "生成网站.sh"], stdin=subprocess.DEVNULL, capture_output=True,
            env={"PATH": path, "LC_ALL": "C.UTF-8"}, text=True, check=False,
        )  # fmt: skip
        return done.returncode, done.stdout

    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "dirname").symlink_to(shutil.which("dirname") or "")
    code, output = launch(str(programs))
    assert code == 1
    assert "找不到邻里程序" in output
    (programs / "linli").write_text('#!/bin/sh\necho "linli $*"\nexit 3\n', "utf-8")
    (programs / "linli").chmod(0o755)
    assert launch(str(programs)) == (3, "linli build\n")


def test_launchers_run_the_python_that_made_them() -> None:
    def texts(python: str, *, windows: bool) -> dict[str, str]:
        files = make_site(ANSWERS, TODAY, packaged_calendar(), python=python, windows=windows)
        return {file.path.name: file.text for file in files}

    texts_there = texts("C:\\用户\\100%\\python.exe", windows=True)
    assert '"C:\\用户\\100%%\\python.exe" -P -m generator build' in texts_there["生成网站.bat"]
    assert "python=''\n" in texts_there["生成网站.sh"]
    texts_here = texts("/opt/the python/bin/python", windows=False)
    assert "python='/opt/the python/bin/python'\n" in texts_here["生成网站.sh"]
    assert 'if exist "" "" -P' in texts_here["生成网站.bat"]


def test_launchers_in_english_have_english_names() -> None:
    files = make_site(ENGLISH, TODAY, packaged_calendar())
    names = {file.path.name for file in files if len(file.path.parts) == 1}
    endings = ("bat", "command", "sh")
    assert names == {"README.txt"} | {
        f"{name}.{ending}" for name in ("Build site", "Preview site") for ending in endings
    }


@pytest.mark.parametrize("answers", [ANSWERS, ENGLISH], ids=["zh", "en"])
def test_the_readme_is_short(answers: Answers) -> None:
    files = make_site(answers, TODAY, packaged_calendar())
    (readme,) = (file for file in files if file.path.name == "README.txt")
    lines = readme.text.splitlines()
    assert len(lines) <= 12
    assert readme.data().count(b"\r\n") == len(lines)


def test_settings_have_a_schema_for_every_file(tmp_path: Path) -> None:
    settings = json.loads(make_settings())["yaml.schemas"]
    assert set(settings) == {f"./schemas/{name}.json" for name in RECORDS}
    assert "content/居委/*/活动/*.yaml" in settings["./schemas/event.json"]
    assert "content/reviews/*.yaml" in settings["./schemas/street-review.json"]
    assert "content/reviews/*.yaml" not in settings["./schemas/review.json"]
    assert "content/committees/*/reviews/*.yml" in settings["./schemas/review.json"]
    site = make(tmp_path / "site")
    for path in (site / "content").rglob("*.yaml"):
        shown = path.relative_to(site)
        places = [place for places in settings.values() for place in places]
        assert sum(shown.match(place) for place in places) == 1, shown


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("https://a.example/", "https://a.example/"), ("a.example", "https://a.example/"),
     ("http://a.example/b", "http://a.example/b/"), ("不是网址", None), ("a b", None),
     ("ftp://a.example", None)],
)  # fmt: skip
def test_web_addresses(answer: str, expected: str | None) -> None:
    assert take_url(answer) == expected


def test_examples_know_their_day() -> None:
    field = next(field for field in fields_of(RECORDS["event"]) if field.attribute == "when")
    assert Guide(TODAY).example(field) == "2026年3月9日（周一）上午9点至11点"
    assert Guide(TODAY, "en").example(field) == "9 March 2026 (Monday) 9:00-11:00"
