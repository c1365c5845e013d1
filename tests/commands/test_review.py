"""`linli review draft`: a year begun from what was recorded, and nothing overwritten."""

import shutil
from pathlib import Path

import pytest
import yaml

from generator.problems import Severity
from tests.commands.test_add import files
from tests.create.new_sites import linli, problems
from tests.sites_for_tests import SAMPLE, SMALL

TODAY = "2026-11-20"
BLANK = {"field-blank"}
"""What is left for people to fill in."""


def draft(site: Path, year: int = 2026, *arguments: str) -> int:
    return linli("review", "draft", str(year), "--site", site, "--today", TODAY, *arguments)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(SAMPLE / "content", tmp_path / "content")
    return tmp_path


def errors(site: Path) -> set[str]:
    return {p.code for p in problems(site) if p.severity is Severity.ERROR}


def test_a_draft_for_every_committee_and_the_street(site: Path) -> None:
    before = files(site)
    assert errors(site) == set()
    assert draft(site) == 0
    new = files(site) - before
    assert len(new) == 17
    assert Path("content/reviews/2026.yaml") in new
    assert errors(site) == BLANK


def test_it_is_clean_once_it_is_filled_in(site: Path) -> None:
    assert draft(site, 2026, "--committee", "he-yi") == 0
    path = site / "content/committees/he-yi/reviews/2026.md"
    text = path.read_text("utf-8").replace("\n主题:\n", "\n主题: 1\n")
    text = text.replace("\n项目:\n", "\n项目: 六助\n").replace("\n摘要:\n", "\n摘要: 好\n")
    path.write_text(text, "utf-8")
    assert errors(site) == set()
    matter = yaml.load(text.split("---\n")[1], yaml.BaseLoader)  # noqa: S506 - text and nothing else
    assert matter["数字"][0] == {"名称": "便民服务", "值": "6项"}
    commented = text.replace("  # ", "  ")
    assert yaml.load(commented.split("---\n")[1], yaml.BaseLoader)["年份"] == "2026"  # noqa: S506


def test_an_unfinished_draft_is_not_published(site: Path) -> None:
    draft(site)
    output = site / "output"
    build = linli("build", "--site", site, "--no-posters", "--today", TODAY)
    assert build == 3
    assert (output / "reviews" / "2018.html").is_file()
    assert not (output / "reviews" / "2026.html").exists()


def test_nothing_is_overwritten(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert draft(site) == 0
    contents = {path: (site / path).read_bytes() for path in files(site)}
    capsys.readouterr()
    assert draft(site) == 0
    assert {path: (site / path).read_bytes() for path in files(site)} == contents
    assert "合一居委" in capsys.readouterr().out
    assert draft(site, 2018) == 0
    assert {path: (site / path).read_bytes() for path in files(site)} == contents


def test_a_file_that_cannot_be_read_is_left_alone(site: Path) -> None:
    folder = site / "content/committees/he-yi/回顾"
    folder.mkdir()
    (folder / "2026.yaml").write_text("年份: [", "utf-8")
    assert draft(site, 2026, "--committee", "合一居委") == 0
    assert [p.name for p in (site / "content/committees/he-yi/reviews").iterdir()] == ["2018.md"]


def test_themes_come_from_the_items_or_their_groups(site: Path) -> None:
    group = site / "content/committees/he-yi/services/liu-zhu.yaml"
    group.write_text(group.read_text("utf-8") + "\n主题: 解决居民实际困难\n", "utf-8")
    assert draft(site, 2026, "--committee", "he-yi") == 0
    text = (site / "content/committees/he-yi/reviews/2026.md").read_text("utf-8")
    assert "\n主题: 1\n" in text
    assert "1 解决居民实际困难（1件）、未归类（1件）" in text
    assert "\n  # - 名称: 收到的议题\n" in text


def test_the_sample_is_drafted_under_its_themes(site: Path) -> None:
    """But for one issue, which shows what is said of items that name none."""
    assert draft(site) == 0
    head = (site / "content/reviews/2026.yaml").read_text("utf-8").split("标题:")[0]
    sizes = dict(line.split("：")[:2] for line in head.splitlines()[1:])
    assert len(sizes) == 16
    assert [name for name, found in sizes.items() if "未归类" in found] == ["##   合一居委"]
    assert sizes["##   复兴居委"] == "2 提升居民文化修养（2件）、4 促进共建共管（1件）"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [((2027,), "还没有到"), ((2026, "--committee", "没有"), "没有“没有”这个居委")],
)
def test_refusals(
    arguments: tuple[int, str], words: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(site)
    assert draft(site, *arguments) == 2
    assert words in capsys.readouterr().err
    assert files(site) == before


def test_a_site_without_reviews_begins_with_the_sample_themes(tmp_path: Path) -> None:
    shutil.copytree(SMALL / "content", tmp_path / "content")
    (tmp_path / "content/reviews/2025.yaml").unlink()
    shutil.rmtree(tmp_path / "content/committees/东居委/reviews")
    assert draft(tmp_path) == 0
    street = (tmp_path / "content/reviews/2026.yaml").read_text("utf-8")
    assert "名称: 解决居民实际困难" in street
    assert errors(tmp_path) <= BLANK


def test_an_english_site_has_english_drafts(site: Path) -> None:
    path = site / "content/site.yaml"
    path.write_text(path.read_text("utf-8").replace("zh-CN", "en"), "utf-8")
    if "语言" not in path.read_text("utf-8"):
        path.write_text(path.read_text("utf-8") + "\n语言: en\n", "utf-8")
    assert draft(site, 2026, "--committee", "he-yi") == 0
    text = (site / "content/committees/he-yi/reviews/2026.md").read_text("utf-8")
    assert "\nyear: 2026\n" in text
    assert "- name: Services\n    value: 6\n" in text
    assert errors(site) == BLANK


def test_a_year_is_a_year(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        linli("review", "draft", "26")
    assert "not a year" in capsys.readouterr().err
