"""`linli add`: one file more, and the site is as clean as before."""

import builtins
import shutil
import sys
from datetime import date
from pathlib import Path

import pytest

from generator.create import KINDS
from tests.create.new_sites import DAYS, linli, make, problems
from tests.sites_for_tests import SMALL

TODAY = "2026-03-02"
WORDS = [word for kind in KINDS for word in kind.words]


def add(site: Path, *arguments: str, today: str = TODAY) -> int:
    return linli("add", *arguments, "--site", site, "--today", today)


def files(site: Path) -> set[Path]:
    return {path.relative_to(site) for path in (site / "content").rglob("*") if path.is_file()}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return make(tmp_path / "site")


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_every_kind_on_any_day(today: date, tmp_path: Path) -> None:
    site = make(tmp_path / "site", today)
    for kind in KINDS:
        before = files(site)
        assert add(site, kind.words[0], "--committee", "fu-si", today=str(today)) == 0
        (path,) = (p for p in files(site) - before if p.parts[1] == "committees")
        assert path.parts[:4] == ("content", "committees", "fu-si", kind.record.folder)
        assert path.name.startswith(str(today)) is kind.dated
        assert problems(site, today) == []
    day = ("--today", str(today))
    assert linli("build", "--site", site, "--no-posters", *day) == 0


@pytest.mark.parametrize("word", WORDS)
def test_every_word(word: str, site: Path) -> None:
    before = files(site)
    assert add(site, word, "重阳 节", "--committee", "复四居委会") == 0
    assert files(site) > before
    assert problems(site) == []


def test_the_title_names_the_file(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(site, "活动", "重阳节包饺子", "--committee", "jian-er") == 0
    path = "content/committees/jian-er/events/2026-03-02-chong-yang-jie-bao-jiao-zi.md"
    assert "标题: 重阳节包饺子\n" in (site / path).read_text("utf-8")
    output = capsys.readouterr().out
    assert str(site / path) in output
    assert "linli check" in output


def test_nothing_is_overwritten(site: Path) -> None:
    for _ in range(3):
        assert add(site, "event", "甲", "--committee", "jian-er") == 0
        assert add(site, "group", "甲", "--committee", "jian-er") == 0
    events = {path.name for path in (site / "content/committees/jian-er/events").glob("*jia*.md")}
    assert {"2026-03-02-jia.md", "2026-03-02-jia-2.md", "2026-03-02-jia-3.md"} <= events
    assert [p.code for p in problems(site)] == []


def test_an_address_is_taken_by_a_file_of_another_ending_or_folder(site: Path) -> None:
    committee = site / "content/committees/jian-er"
    (committee / "队伍").mkdir()
    for name in ("队伍/甲.yaml", "groups/JIA-2.md"):
        (committee / name).parent.mkdir(exist_ok=True)
        (committee / name).write_text("", "utf-8")
    assert add(site, "队伍", "甲", "--committee", "jian-er") == 0
    assert (committee / "groups/jia-3.md").is_file()


def test_the_next_free_number(site: Path) -> None:
    issues = site / "content/committees/jian-er/issues"
    for number in ("2026-001", "2026-002"):
        assert add(site, "议题", "--committee", "jian-er") == 0
        assert f"编号: {number}\n" in (issues / f"{number}.md").read_text("utf-8")
    broken = site / "content/committees/fu-si/议题/2026-007.md"
    broken.parent.mkdir()
    broken.write_text("坏的", "utf-8")
    assert add(site, "议题", "--committee", "jian-er") == 0
    assert (issues / "2026-008.md").is_file()
    assert add(site, "议题", "--committee", "fu-si", today="2027-01-01") == 0
    assert (broken.parent / "2027-001.md").is_file()


def test_chinese_folders_are_used(tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(SMALL, site)
    before = {(p.code, p.place) for p in problems(site)}
    for word, folder in (("活动", "活动"), ("公示", "通知"), ("服务", "services")):
        known = files(site)
        assert add(site, word, "新的", "--committee", "东居委") == 0
        (path,) = files(site) - known
        assert path.parts[2:4] == ("东居委", folder)
        assert "yaml-language-server" not in (site / path).read_text("utf-8")
    assert {(p.code, p.place) for p in problems(site)} == before


def test_the_street_itself(site: Path) -> None:
    for word in ("全街道", "street"):
        assert add(site, "通知", word, "--committee", word) == 0
    assert (site / "content/notices/2026-03-02-street.md").is_file()
    assert add(site, "回顾", "今年", "--committee", "street") == 0
    assert "标题: 今年\n" in (site / "content/reviews/2026.yaml").read_text("utf-8")
    assert problems(site) == []


def test_a_years_review_is_begun_once(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(site, "回顾", "--committee", "jian-er") == 0
    street = site / "content/reviews/2026.yaml"
    begun = street.read_bytes()
    assert add(site, "回顾", "第二条", "--committee", "fu-si", today="2027-02-01") == 0
    assert street.read_bytes() == begun
    assert (site / "content/committees/fu-si/reviews/2026-di-er-tiao.md").is_file()
    assert problems(site) == []
    capsys.readouterr()
    assert add(site, "回顾", "--committee", "street", "--lang", "zh") == 1
    assert "已经有了，没有动它" in capsys.readouterr().err
    assert street.read_bytes() == begun


# Whose it is -----------------------------------------------------------------------------------


def test_without_a_terminal_several_committees_are_listed(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(site)
    assert add(site, "活动") == 2
    error = capsys.readouterr().err
    assert "fu-si (复四居委会)、jian-er (建二居委)" in error
    assert files(site) == before


def at_terminal(monkeypatch: pytest.MonkeyPatch, answer: str | None) -> None:
    def reply(_: str = "") -> str:
        if answer is None:
            raise EOFError
        return answer

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(builtins, "input", reply)


@pytest.mark.parametrize(
    ("answer", "code"),
    [("2", 0), (" jian-er ", 0), ("建二居委", 0), ("3", 2), ("0", 2), ("", 2), (None, 2)],
)
def test_at_a_terminal_it_is_asked(
    answer: str | None, code: int, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_terminal(monkeypatch, answer)
    assert add(site, "活动", "甲") == code
    written = site / "content/committees/jian-er/events/2026-03-02-jia.md"
    assert written.is_file() is (code == 0)


def test_the_only_committee_need_not_be_named(site: Path) -> None:
    shutil.rmtree(site / "content/committees/fu-si")
    assert add(site, "活动", "甲") == 0
    assert (site / "content/committees/jian-er/events/2026-03-02-jia.md").is_file()


def test_a_site_without_committees(site: Path) -> None:
    shutil.rmtree(site / "content/committees")
    assert add(site, "活动", "甲") == 0
    assert (site / "content/events/2026-03-02-jia.md").is_file()


def test_here(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site)
    assert linli("add", "公示", "甲", "--committee", "jian-er", "--today", TODAY) == 0
    path = site / "content/committees/jian-er/notices/2026-03-02-jia.md"
    assert "$schema=../../../../schemas/notice.json" in path.read_text("utf-8")


# What is refused -------------------------------------------------------------------------------


def test_an_unknown_kind(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(site, "活东") == 2
    assert "是不是“活动”" in capsys.readouterr().err
    assert add(site, "xyz", "--lang", "en") == 2
    assert "event, service" in capsys.readouterr().err


def test_an_unknown_committee(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(site, "活动", "--committee", "../..") == 2
    assert "没有“../..”这个居委" in capsys.readouterr().err


def test_a_site_that_cannot_be_read(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "content/site.yaml").write_text("没有: 冒号:", "utf-8")
    assert add(site, "活动", "--lang", "zh") == 1
    assert add(tmp_path / "nowhere", "活动", "--lang", "zh") == 1
    assert "网站的设置读不出来" in capsys.readouterr().err


def test_a_disk_that_cannot_be_written(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "mkdir", full)
    assert add(site, "活动", "--committee", "jian-er", "--lang", "en") == 1
    assert "No space left on device" in capsys.readouterr().err
