"""An edited body: the same output as of a whole build, with what shows the body made anew alone."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from generator.build import BuildOptions, BuildResult, build_site, read_site
from generator.build.last_good import open_last_good
from generator.build.memory import open_memory
from generator.build.retouch import retouch_site
from generator.build.unchanged import Note, Start, load_note, scan_inputs
from generator.listing import RACY
from tests.build.test_incremental import CONTENT, EVENT, files_of
from tests.sites_for_tests import TODAY

FOLDER = "committees/dong/events"
BODY = "元宵节请来。\n\n大家一起[猜灯谜](n1.md)。"


def options(site: Path, output: str = "output", *, posters: bool = False) -> BuildOptions:
    return BuildOptions(site=site, output=site / output, today=TODAY, posters=posters)


def start_of(site: Path, *, posters: bool = False) -> Start:
    """Return the start of a build long after everything was changed."""
    inputs = scan_inputs(options(site, posters=posters))
    return Start(inputs.newest + 2 * RACY, inputs)


def put(site: Path, name: str, title: str, body: str) -> None:
    day = TODAY + timedelta(days=1)
    text = EVENT.format(title=title, when=f"{day.year}年{day.month}月{day.day}日", body=body)
    file = site / "content" / FOLDER / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def build(site: Path, *, posters: bool = False) -> BuildResult:
    start = start_of(site, posters=posters)
    asked = options(site, posters=posters)
    with open_memory(site, start.moment, site.parent / "cache") as memory:
        return build_site(read_site(site, memory), asked, memory, start)


def build_anew(site: Path, *, posters: bool = False) -> BuildResult:
    return build_site(read_site(site), options(site, "other", posters=posters))


def note_of(site: Path) -> Note:
    note = load_note(site / "output")
    assert note
    return note


def retouch(site: Path, *, posters: bool = False) -> BuildResult | None:
    asked, start = options(site, posters=posters), start_of(site, posters=posters)
    return retouch_site(note_of(site), start, asked, site.parent / "cache")


def edit(site: Path, name: str = "n0.md", old: str = "大家", new: str = "老人孩子") -> None:
    file = site / "content" / FOLDER / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("built") / "site"
    for path, text in CONTENT.items():
        (site / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (site / "content" / path).write_text(text, "utf-8")
    (site / "content/site.yaml").write_text(f"{CONTENT['site.yaml']}繁体版: 是\n", "utf-8")
    put(site, "n0.md", "闹元宵", BODY)
    put(site, "n1.md", "包汤圆", "来包汤圆。\n\n大家带围裙。")
    assert build(site).published
    return site


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """A site that was built, and what was remembered of it, at another place."""
    folder = Path(shutil.copytree(built, tmp_path / "site", copy_function=shutil.copy2))
    assert build(folder).published
    return folder


def test_one_body(site: Path) -> None:
    edit(site)
    result = retouch(site)
    assert result
    assert result.published
    full = build_anew(site)
    assert files_of(site / "output") == files_of(site / "other")
    assert replace(result, kept=0, to_print=[]) == replace(full, kept=0, to_print=[])
    page = f"{FOLDER}/n0.html"
    shown = {
        path for path, data in files_of(site / "output").items() if "老人孩子".encode() in data
    }
    assert {page, "posters/he-yuan/event-dong-n0.html"} <= shown
    assert "老人孩子" in (site / "output" / page).read_text("utf-8")
    assert "老人孩子" in (site / "output/hant" / page).read_text("utf-8")
    # The page, its twin of paper, the search's index and page, and the other edition of three.
    assert result.files - result.kept == 7


def test_again_and_again(site: Path) -> None:
    edit(site)
    assert retouch(site)
    edit(site, "n1.md", "围裙", "剪刀")
    edit(site, old="老人孩子", new="街坊")
    assert retouch(site)
    with open_last_good(site / "output") as store:
        version = store.find(f"content/{FOLDER}/n0.md")
    assert version
    assert "街坊" in version.files[f"content/{FOLDER}/n0.md"].decode()
    build_anew(site)
    assert files_of(site / "output") == files_of(site / "other")
    # What a whole build remembers then is as if there had been no other builds.
    assert build(site).kept == note_of(site).result.files


def test_a_file_that_was_only_touched(site: Path) -> None:
    file = site / "content" / FOLDER / "n0.md"
    later = file.stat().st_mtime_ns + 10 * RACY
    os.utime(file, ns=(later, later))
    before = files_of(site / "output")
    result = retouch(site)
    assert result
    assert result.kept == result.files
    assert files_of(site / "output") == before
    page = site / "output/index.html"
    page.write_bytes(page.read_bytes() + b" ")
    os.utime(file, ns=(later + 1, later + 1))
    assert retouch(site) is None
    page.write_bytes(before["index.html"])
    assert build(site).published
    edit(site)
    assert retouch(site)  # it is still known


def test_posters_are_printed_again(site: Path) -> None:
    assert build(site, posters=True).posters
    edit(site)
    result = retouch(site, posters=True)
    assert result
    assert result.to_print == ["posters/he-yuan/event-dong-n0.pdf"]
    build_anew(site, posters=True)
    assert files_of(site / "output") == files_of(site / "other")


def change_title(site: Path) -> None:
    edit(site, old="闹元宵", new="庆元宵")


def change_lead(site: Path) -> None:
    edit(site, old="元宵节请来", new="正月十五请来")


def change_link(site: Path) -> None:
    edit(site, old="n1.md", new="../committee.yaml")


def bring_a_remark(site: Path) -> None:
    edit(site, new="<b>大家</b>")


def tell_a_number(site: Path) -> None:
    edit(site, new="电话13812345678，大家")


def change_another_kind(site: Path) -> None:
    edit(site)
    file = site / "content/site.yaml"
    file.write_text(file.read_text("utf-8").replace("小街", "大街"), "utf-8")


def add_a_file(site: Path) -> None:
    edit(site)
    put(site, "n2.md", "猜灯谜", "来猜。")


def remove_a_file(site: Path) -> None:
    (site / "content" / FOLDER / "n1.md").unlink()
    edit(site)


def put_a_link_there(site: Path) -> None:
    file = site / "content" / FOLDER / "n0.md"
    other = site.parent / "other.md"
    file.rename(other)
    file.symlink_to(other)


def damage_the_output(site: Path) -> None:
    edit(site)
    page = site / "output/index.html"
    page.write_bytes(page.read_bytes() + b" ")


def forget(site: Path) -> None:
    edit(site)
    for path in (site.parent / "cache").glob("*/*.sqlite"):
        path.unlink()
    for path in (site.parent / "cache").glob("*.sqlite"):
        path.unlink()


@pytest.mark.parametrize(
    "change",
    [
        *(change_title, change_lead, change_link, bring_a_remark, tell_a_number),
        *(change_another_kind, add_a_file, remove_a_file, put_a_link_there),
        *(damage_the_output, forget),
    ],
    ids=lambda change: change.__name__,
)
def test_what_is_left_to_a_whole_build(site: Path, change: Callable[[Path], None]) -> None:
    before = files_of(site / "output")
    change(site)
    damaged = files_of(site / "output")
    assert retouch(site) is None
    assert files_of(site / "output") == damaged
    if change is not damage_the_output:
        assert damaged == before


def test_a_file_with_an_error_is_left_to_a_whole_build(site: Path) -> None:
    edit(site, old="地点", new="地奌")
    assert build(site).standing
    edit(site)
    assert retouch(site) is None


def test_views_of_another_output_are_not_taken(site: Path) -> None:
    edit(site)
    with open_memory(site, 0, site.parent / "cache", reads_all=False) as memory:
        assert memory.views.open(note_of(site).outputs)
        assert memory.views.open("0" * 64) is None


def test_another_day(site: Path) -> None:
    edit(site)
    asked = replace(options(site), today=TODAY + timedelta(days=1))
    start = Start(start_of(site).moment, scan_inputs(asked))
    assert retouch_site(note_of(site), start, asked, site.parent / "cache") is None


def test_one_of_the_same_time_is_read_again(site: Path) -> None:
    """Within a tick of the clock a file may be edited twice, and the second time looks the same."""
    file = site / "content" / FOLDER / "n0.md"
    asked = options(site)
    now = start_of(site).moment
    edit(site)
    os.utime(file, ns=(now + RACY, now + RACY))
    moment = now + RACY + 1
    first = retouch_site(
        note_of(site), Start(moment, scan_inputs(asked)), asked, site.parent / "cache"
    )
    edit(site, old="老人孩子", new="青年少年")
    os.utime(file, ns=(now + RACY, now + RACY))
    later = Start(moment + 9 * RACY, scan_inputs(asked))
    assert first
    assert retouch_site(note_of(site), later, asked, site.parent / "cache")
    assert "青年少年" in (site / "output" / FOLDER / "n0.html").read_text("utf-8")
