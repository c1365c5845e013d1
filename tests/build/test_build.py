"""A build from end to end, without posters; posters have their own tests."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.build import BuildOptions, BuildResult, build_site, read_site
from tests.sites_for_tests import SAMPLE, SMALL, TODAY

E = "committees/东居委/活动/2026-03-03-元宵.md"


def build(site: Path, output: Path, today: date = TODAY) -> BuildResult:
    options = BuildOptions(site=site, output=output, today=today, posters=False)
    return build_site(read_site(site), options)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A copy of the small site to break."""
    return Path(shutil.copytree(SMALL, tmp_path / "site"))


class Links(HTMLParser):
    """Collects what a page links to, and the ids it has."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value is not None:
                self.links.append(value)
            if name == "id" and value:
                self.ids.append(value)


def pages(output: Path) -> Iterator[tuple[Path, Links]]:
    for path in sorted(output.rglob("*.html")):
        yield path, Links(path.read_text(encoding="utf-8"))


def test_sample_site_has_its_pages(sample: Path) -> None:
    redirects = 6  # the six old parts of one compound
    assert len(list((sample / "compounds").glob("*.html"))) == 25 + redirects
    assert len(list((sample / "committees").glob("*.html"))) == 16
    review = (sample / "reviews" / "2018.html").read_text(encoding="utf-8")
    for figure in ("约890人次", "360余人次", "3304人次", "14.86次", "475名", "40余人", "10余人"):
        assert figure in review
    for committee in (sample / "committees").glob("*.html"):
        assert f'id="{committee.stem}"' in review


def test_pages_load_nothing_from_elsewhere(sample: Path) -> None:
    for path in sample.rglob("*"):
        if path.suffix in (".html", ".css", ".js"):
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"""(?:src|data)=["']?(?:https?:)?//""", text), path
            assert not re.search(r"@import|url\(\s*['\"]?(?:https?:)?//", text), path


def test_ids_are_unique_and_the_language_is_said(sample: Path) -> None:
    for path, links in pages(sample):
        assert len(links.ids) == len(set(links.ids)), path
        language = "zh-Hant" if path.is_relative_to(sample / "hant") else "zh-CN"
        assert f'<html lang="{language}"' in path.read_text(encoding="utf-8"), path


def test_a_private_service_is_nowhere(sample: Path) -> None:
    for path, data in contents(sample).items():
        assert "上门探望".encode() not in data, path


def test_a_second_build_is_the_same_and_keeps_everything(tmp_path: Path) -> None:
    first = build(SMALL, tmp_path / "a")
    before = contents(tmp_path / "a")
    second = build(SMALL, tmp_path / "a")
    assert contents(tmp_path / "a") == before
    assert (first.kept, second.kept) == (0, len(before) - 1)
    build(SMALL, tmp_path / "b")
    assert contents(tmp_path / "b") == before


SURROUNDINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C", "LANG": "C"},
    {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "", "LANG": "zh_CN.GB18030"},
)


def build_in(surroundings: dict[str, str], site: Path, *more: str) -> bytes:
    """Build by the command line in other surroundings; return what it complained of."""
    command = [sys.executable, "-m", "generator", "build", "--today", "2026-03-02", *more]
    done = subprocess.run(
        [*command, "--site", str(site)],
        check=True, env=os.environ | surroundings, cwd=SAMPLE, capture_output=True,
    )  # fmt: skip
    return done.stderr


def test_the_same_bytes_whatever_hash_seed_zone_locale_and_place(tmp_path: Path) -> None:
    results = []
    for place, surroundings in zip(("a", "很 远/的 地方"), SURROUNDINGS, strict=True):
        site = Path(shutil.copytree(SMALL, tmp_path / place / "site"))
        build_in(surroundings, site, "--no-posters")
        results.append(contents(site / "output"))
    assert results[0] == results[1]


def test_incremental_equals_full(site: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    build(site, output)
    event = site / "content" / E
    event.write_text(event.read_text("utf-8").replace("猜灯谜", "赏花灯"), "utf-8")
    (site / "content/notices/2026-03-01-fang-dong.md").unlink()
    assert build(site, output, date(2026, 3, 3)).kept > 0
    build(site, tmp_path / "full", date(2026, 3, 3))
    assert contents(output) == contents(tmp_path / "full")


def test_a_broken_item_is_left_out_and_the_rest_is_published(site: Path, tmp_path: Path) -> None:
    event = site / "content" / E
    event.write_text(event.read_text("utf-8").replace("地点:", "地奌:"), "utf-8")
    result = build(site, tmp_path / "out")
    assert result.published
    assert result.left_out == [f"content/{E}"]
    assert (tmp_path / "out" / "index.html").is_file()
    assert not (tmp_path / "out/committees/dong/events/2026-03-03-yuan-xiao.html").exists()


def test_a_check_leaves_an_item_out_too(site: Path, tmp_path: Path) -> None:
    event = site / "content" / E
    event.write_text(event.read_text("utf-8").replace("时间:", "范围: 别处\n时间:"), "utf-8")
    result = build(site, tmp_path / "out")
    assert result.published
    assert result.left_out == [f"content/{E}"]
    assert not list((tmp_path / "out").rglob("2026-03-03-yuan-xiao*"))


def test_a_fault_of_the_site_publishes_nothing(site: Path, tmp_path: Path) -> None:
    build(site, tmp_path / "out")
    before = contents(tmp_path / "out")
    (site / "content" / "site.yaml").write_text("名称: [\n", "utf-8")
    result = build(site, tmp_path / "out")
    assert not result.published
    assert contents(tmp_path / "out") == before


@pytest.mark.parametrize("where", [".", "content", "content/notices", ".."])
def test_the_output_must_not_hold_the_content(site: Path, where: str) -> None:
    before = contents(site)
    result = build(site, site / where)
    assert [p.code for p in result.problems] in (["output-overlaps"], ["output-foreign"])
    assert contents(site) == before


def test_a_site_may_bring_its_own_theme(site: Path, tmp_path: Path) -> None:
    shutil.copytree(SAMPLE / "themes" / "linli", site / "themes" / "linli")
    page = "<head></head><p>{{ view.frame.site_name }}</p>"
    (site / "themes/linli/archive.html").write_text(page, "utf-8")
    build(site, tmp_path / "out")
    assert (tmp_path / "out/archive.html").read_text("utf-8").endswith("<p>测试街道公告栏</p>")


def test_a_broken_template_is_a_problem_and_changes_nothing(site: Path, tmp_path: Path) -> None:
    build(site, tmp_path / "out")
    before = contents(tmp_path / "out")
    shutil.copytree(SAMPLE / "themes" / "linli", site / "themes" / "linli")
    for text in ("{{ view.nothing }}", "{% if %}"):
        (site / "themes/linli/archive.html").write_text(text, "utf-8")
        result = build(site, tmp_path / "out")
        assert [p.code for p in result.problems] == ["theme-broken"]
        assert contents(tmp_path / "out") == before


def test_manifest_lists_every_file(tmp_path: Path) -> None:
    build(SMALL, tmp_path / "out")
    manifest = json.loads((tmp_path / "out/.linli/manifest.json").read_bytes())
    assert set(manifest["files"]) == set(contents(tmp_path / "out")) - {".linli/manifest.json"}


def test_a_build_without_posters_never_imports_weasyprint(tmp_path: Path) -> None:
    program = (
        "import sys; sys.modules['weasyprint'] = None; sys.modules['uharfbuzz'] = None\n"
        "from generator.commands import main\n"
        f"code = main(['build', '--site', {str(SMALL)!r}, '--output', {str(tmp_path / 'o')!r},"
        " '--today', '2026-03-02', '--no-posters'])\n"
        "sys.exit(code)"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=SAMPLE, capture_output=True)
