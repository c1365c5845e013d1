"""What stays published of a file that has an error, and what does not."""

import shutil
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.build import BuildOptions, BuildResult, build_site, check_site, read_site
from generator.build.last_good import open_last_good
from generator.build.quarantine import Sound, find_sound
from generator.model.event import Event
from generator.write.workshop import find_workshop
from tests.sites_for_tests import SMALL, TODAY

FOLDER = "content/committees/东居委"
EVENT = f"{FOLDER}/活动/2026-03-03-元宵.md"
SERVICE = f"{FOLDER}/services/bian-min.yaml"
PAGE = "committees/dong/events/2026-03-03-yuan-xiao.html"
LATER = date(2026, 3, 3)


def settle(site: Path, today: date = TODAY) -> Sound:
    """Do what a build does but for making the pages."""
    output = site / "output"
    find_workshop(output).mkdir(exist_ok=True)
    reading = read_site(site)
    sound = find_sound(reading, check_site(reading, today), (site, output), today)
    assert sound is not None
    with open_last_good(output) as store:
        store.replace(sound.good_sources(), sound.standing, site, today)
    return sound


def build(site: Path, *, strict: bool = False, full: bool = False) -> BuildResult:
    options = BuildOptions(
        site=site, output=site / "output", today=TODAY, posters=False, strict=strict, full=full
    )
    return build_site(read_site(site), options)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The small site, which had no error once."""
    folder = Path(shutil.copytree(SMALL, tmp_path / "site"))
    assert settle(folder).left_out == []
    return folder


def edit(site: Path, path: str, old: str, new: str) -> None:
    text = (site / path).read_text("utf-8")
    assert old in text
    (site / path).write_text(text.replace(old, new), "utf-8")


def event(sound: Sound) -> Event | None:
    return next((e for e in sound.board.events if e.source.path == EVENT), None)


def break_event(site: Path) -> None:
    """Change what the event is, and misspell a field."""
    edit(site, EVENT, "猜灯谜", "放鞭炮")
    edit(site, EVENT, "地点:", "地奌:")


def test_the_last_good_version_is_published_as_it_was(site: Path) -> None:
    assert build(site).published
    before = (site / "output" / PAGE).read_bytes()
    break_event(site)
    for full in (False, True):
        result = build(site, full=full)
        assert result.published
        assert result.standing == {EVENT: TODAY}
        assert result.left_out == []
        assert (site / "output" / PAGE).read_bytes() == before
        assert [p.place.path for p in result.problems if p.severity == "error"] == [EVENT]
    assert not build(site, strict=True).published


def test_it_stands_until_the_file_is_mended(site: Path) -> None:
    break_event(site)
    sound = settle(site, LATER)
    assert sound.standing == {EVENT: TODAY}
    found = event(sound)
    assert found
    assert "猜灯谜" in found.title
    edit(site, EVENT, "地奌:", "地点:")
    sound = settle(site, LATER)
    assert sound.standing == {}
    found = event(sound)
    assert found
    assert "放鞭炮" in found.title
    edit(site, EVENT, "地点:", "地奌:")
    assert settle(site, date(2026, 3, 4)).standing == {EVENT: LATER}


def test_what_never_was_good_is_left_out(site: Path) -> None:
    path = f"{FOLDER}/活动/2026-03-08-新.md"
    (site / path).write_text("---\n标题: 新的\n---\n", "utf-8")
    sound = settle(site)
    assert (sound.left_out, sound.standing) == ([path], {})


def test_a_renamed_file_is_a_new_one(site: Path) -> None:
    break_event(site)
    (site / EVENT).rename((site / EVENT).with_name("2026-03-03-灯会.md"))
    sound = settle(site)
    assert sound.standing == {}
    assert len(sound.left_out) == 1
    assert sound.board.events == ()


def test_a_deleted_file_is_forgotten(site: Path) -> None:
    text = (site / EVENT).read_text("utf-8")
    (site / EVENT).unlink()
    assert event(settle(site)) is None
    (site / EVENT).write_text(text.replace("地点:", "地奌:"), "utf-8")
    assert settle(site).left_out == [EVENT]


def empty(site: Path) -> None:
    (site / EVENT).write_text("", "utf-8")


def narrow_scope(site: Path) -> None:
    edit(site, EVENT, "时间:", "范围: 别处\n时间:")


def misspell_cancelled(site: Path) -> None:
    edit(site, EVENT, "时间:", "取削: 下大雨\n时间:")


def lose_committee(site: Path) -> None:
    (site / f"{FOLDER}/committee.yaml").unlink()


@pytest.mark.parametrize("withdraw", [empty, narrow_scope, misspell_cancelled, lose_committee])
def test_what_was_to_come_down_comes_down(site: Path, withdraw: Callable[[Path], None]) -> None:
    """An emptied file, and errors in the fields that say who may see an item and until when."""
    withdraw(site)
    sound = settle(site)
    assert event(sound) is None
    assert sound.standing == {}


def test_a_standing_version_gives_way_to_a_new_file_with_its_code(site: Path) -> None:
    """Else the two would clash, and nothing at all could be published."""
    edit(site, EVENT, "时间:", "代号: deng-mi\n时间:")
    settle(site)
    other = (site / EVENT).with_name("2026-03-04-灯会.md")
    shutil.copy(site / EVENT, other)
    edit(site, EVENT, "代号: deng-mi\n", "")
    edit(site, EVENT, "地点:", "地奌:")
    sound = settle(site)
    assert (sound.standing, sound.left_out) == ({}, [EVENT])
    assert [e.source.stem for e in sound.board.events] == ["2026-03-04-灯会"]


def test_a_version_that_no_longer_fits_is_left_out(site: Path) -> None:
    """Its scope was right when it was written; the compound has another name since."""
    edit(site, EVENT, "时间:", "范围: [he-yuan]\n时间:")
    assert settle(site).left_out == []
    edit(site, f"{FOLDER}/committee.yaml", "he-yuan", "xin-yuan")
    edit(site, EVENT, "地点:", "地奌:")
    sound = settle(site)
    assert sound.standing == {}
    assert EVENT in sound.left_out


def test_tables_come_with_the_version_that_names_them(site: Path) -> None:
    table = (site / SERVICE).with_name("服务表.csv")
    table.write_text("名称,时间\n理发,每周三上午9点至11点\n", "utf-8-sig")
    (site / SERVICE).write_text(
        "标题: 便民服务\n有效期: 2026年1月1日至2026年12月31日\n最后核对: 2026-02-20\n"
        '服务: 服务表.csv\n联系: {称呼: 值班, 电话: "021-0123 4501"}\n',
        "utf-8",
    )
    assert settle(site).left_out == []
    table.write_text("名称,时间\n修伞,每周三上午9点至\n", "utf-8-sig")
    sound = settle(site)
    assert SERVICE in sound.standing
    (service,) = (s for s in sound.board.services if s.source.path == SERVICE)
    assert [line.name for line in service.services] == ["理发"]


@pytest.mark.parametrize("damage", [b"", b"no database", None])
def test_a_damaged_store_is_no_store(site: Path, damage: bytes | None) -> None:
    store = find_workshop(site / "output") / "last-good.sqlite"
    if damage is None:
        with sqlite3.connect(store) as database:
            database.execute("UPDATE sources SET data = x'00'")
        database.close()
    else:
        store.write_bytes(damage)
    break_event(site)
    assert settle(site).left_out == [EVENT]
    edit(site, EVENT, "地奌:", "地点:")
    assert settle(site).left_out == []
    edit(site, EVENT, "地点:", "地奌:")
    assert settle(site).standing == {EVENT: TODAY}


def test_no_source_is_inside_the_output(site: Path) -> None:
    """Files say what pages do not: what is private, comments, contacts that have retired."""
    secret = "密语".encode()
    (site / SERVICE).write_bytes((site / SERVICE).read_bytes() + b"# " + secret + b"\n")
    assert build(site).published
    for path in (site / "output").rglob("*"):
        assert path.is_dir() or secret not in path.read_bytes()
    store = find_workshop(site / "output") / "last-good.sqlite"
    assert secret in store.read_bytes()
    (site / SERVICE).unlink()
    settle(site)
    assert secret not in store.read_bytes(), "a deleted file leaves nothing behind"
