"""What earlier builds have read is the same as reading it, or it is not used."""

import os
import pickle
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from generator.build import memory
from generator.build.memory import open_memory
from generator.plain_files import open_plain
from generator.problems import Place, Problem
from generator.read import Reading, read_board
from generator.read.markdown import read_prose
from generator.read.memory import ReadItem
from tests.sites_for_tests import SAMPLE, SMALL

MOMENT = 1_800_000_000_000_000_000
"""When a build begins: files of these tests were changed long before it, unless a test says so."""
LONG_AGO = 1_700_000_000
EVENT = "content/committees/东居委/活动/2026-03-03-元宵.md"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(SMALL, tmp_path / "site"))
    for path in folder.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))
    return folder


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are parsed while a test runs."""
    paths: list[str] = []

    def note(body: str, path: str, line: int) -> object:
        paths.append(path)
        return read_prose(body, path, line)

    monkeypatch.setattr("generator.read.parts.read_prose", note)
    return paths


def read(site: Path, moment: int = MOMENT) -> Reading:
    with open_memory(site, moment, site.parent / "cache") as known:
        return read_board(site, known)


def database(site: Path) -> Path:
    (path,) = (site.parent / "cache").glob("*.sqlite")
    return path


def items_of(paths: list[str]) -> set[str]:
    return {path for path in paths if "committee.yaml" not in path and "site.yaml" not in path}


@pytest.mark.parametrize("content", [SMALL, SAMPLE])
def test_what_is_remembered_is_what_is_read(
    content: Path, tmp_path: Path, parsed: list[str]
) -> None:
    folder = Path(shutil.copytree(content / "content", tmp_path / "site" / "content")).parent
    for path in folder.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))
    fresh = read_board(folder)
    assert read(folder) == fresh
    items = items_of(parsed)
    parsed.clear()
    assert read(folder) == fresh
    assert len(items_of(parsed)) < len(items) / 4, "years and what stands beside tables are read"


def test_what_is_remembered_is_found_in_any_order(tmp_path: Path) -> None:
    """Not only in the one in which it was written down, and whatever is missing or new between."""
    items = {
        str(number): ReadItem(None, (Problem(place=Place(path=str(number)), code="a"),))
        for number in range(8)
    }
    with open_memory(tmp_path, MOMENT, tmp_path / "cache") as known:
        for key, item in items.items():
            known.remember(key, item)
    with open_memory(tmp_path, MOMENT, tmp_path / "cache", reads_all=False) as known:
        assert known.recall("0") == items["0"]
        known.remember("new", items["1"])
        for key in ("5", "6", "none", "7", "new", "none", "2", "3", "3", "1", "0", "4"):
            assert known.recall(key) == (items | {"new": items["1"]}).get(key)


def test_only_what_changed_is_read(site: Path, parsed: list[str]) -> None:
    read(site)
    parsed.clear()
    (site / EVENT).write_text((site / EVENT).read_text("utf-8").replace("谜", "迷"), "utf-8")
    assert read(site) == read_board(site)
    assert parsed[0 : len(parsed) // 2].count(EVENT) == 1


def test_a_touched_file_is_read_again_to_the_same_end(site: Path) -> None:
    before = read(site)
    os.utime(site / EVENT, (LONG_AGO + 5, LONG_AGO + 5))
    assert read(site) == before


def test_an_edit_of_the_same_size_in_the_same_moment_is_noticed(site: Path) -> None:
    """As git's index: a file that was changed just before it was read is not known by its time."""
    moment = LONG_AGO * 1_000_000_000 + 1_000_000_000
    read(site, moment)
    text = (site / EVENT).read_text("utf-8")
    (site / EVENT).write_text(text.replace("猜灯谜", "赏花灯"), "utf-8")
    os.utime(site / EVENT, (LONG_AGO, LONG_AGO))
    assert any("赏花灯" in event.title for event in (read(site, moment).board or fail()).events)


def test_a_committee_that_gets_another_id_has_its_items(site: Path) -> None:
    read(site)
    committee = site / "content/committees/东居委/committee.yaml"
    committee.write_text(
        committee.read_text("utf-8").replace("代号: dong\n", "代号: xin\n"), "utf-8"
    )
    reading = read(site)
    assert reading == read_board(site)
    assert {event.owner for event in (reading.board or fail()).events} == {"xin"}


def fail() -> NoReturn:
    raise AssertionError("no board")


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def overwrite(path: Path) -> None:
    path.write_bytes(b"no database at all")


def scramble(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for place in range(100, len(data), 97):
        data[place] ^= 0x55
    path.write_bytes(data)


def flip_rows(path: Path) -> None:
    with sqlite3.connect(path) as opened:
        opened.execute("UPDATE items SET data = substr(data, 2)")
    opened.close()


def age(path: Path) -> None:
    with sqlite3.connect(path) as opened:
        opened.execute("UPDATE stamp SET stamp = 'of another version'")
    opened.close()


@pytest.mark.parametrize("damage", [truncate, overwrite, scramble, flip_rows, age])
def test_a_damaged_memory_is_no_memory(
    site: Path, damage: Callable[[Path], None], parsed: list[str]
) -> None:
    before = read(site)
    damage(database(site))
    parsed.clear()
    assert read(site) == before
    assert EVENT in parsed
    parsed.clear()
    assert read(site) == before
    assert EVENT not in parsed, "it is whole again"


class Bomb:
    """A pickle that does something."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(self.mark),)


def test_a_pickle_that_would_run_something_does_not(site: Path, tmp_path: Path) -> None:
    before = read(site)
    mark = tmp_path / "mark"
    data = pickle.dumps(Bomb(mark))
    with sqlite3.connect(database(site)) as opened:
        for (key,) in opened.execute("SELECT key FROM items").fetchall():
            row = (memory._digest(key, data), data, key)
            opened.execute("UPDATE items SET digest = ?, data = ? WHERE key = ?", row)
    opened.close()
    assert read(site) == before
    assert not mark.exists()


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
def test_a_folder_where_others_write_is_not_trusted(site: Path, parsed: list[str]) -> None:
    before = read(site)
    (site.parent / "cache").chmod(0o777)
    parsed.clear()
    assert read(site) == before
    assert EVENT in parsed


def test_a_file_that_changes_while_it_is_read_is_read_again(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program writes it in two steps; what is read is one whole version."""
    whole = (site / EVENT).read_text("utf-8")
    opened: list[Path] = []

    def meddle(path: Path) -> tuple[int, os.stat_result]:
        found = open_plain(path)
        if path == site / EVENT:
            opened.append(path)
            if len(opened) < 3:
                path.write_text(whole + "再说一句。" * len(opened), "utf-8")
        return found

    monkeypatch.setattr("generator.plain_files.open_plain", meddle)
    monkeypatch.setattr("generator.read.files._PAUSE", 0)
    board = read_board(site).board
    assert board
    (event,) = board.events
    assert len(opened) == 3
    assert event.body.text.count("再说一句") == 2


def test_a_file_that_never_stands_still_is_told(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = iter(range(1, 1000))
    lstat = os.lstat

    def moving(path: Path) -> os.stat_result:
        if path == site / EVENT:
            os.utime(path, (LONG_AGO, LONG_AGO + next(times)))
        return lstat(path)

    monkeypatch.setattr(os, "lstat", moving)
    monkeypatch.setattr("generator.read.files._PAUSE", 0)
    reading = read_board(site)
    assert [(p.code, p.place.path) for p in reading.problems] == [("file-changing", EVENT)]
    assert reading.board
    assert EVENT in reading.board.withheld
