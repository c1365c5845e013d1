"""When a site is read again, and when it is not."""

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from generator.serve.watch import Watch, is_passed_over, scan_files
from tests.serve.conftest import wait_until

Told = list[frozenset[Path]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(200):
        (tmp_path / f"{number}.md").write_text("a", "utf-8")
    return tmp_path


@pytest.fixture
def told(folder: Path) -> Iterator[Told]:
    """What a watch of the folder tells."""
    found: Told = []
    watch = Watch(lambda: [folder], found.append)
    watch.start()
    assert watch.failure is None
    yield found
    watch.stop()


def test_a_save_is_told(folder: Path, told: Told) -> None:
    (folder / "1.md").write_text("another", "utf-8")
    assert wait_until(lambda: bool(told))
    assert told[0] == {folder / "1.md"}


def test_many_saves_are_told_at_most_twice(folder: Path, told: Told) -> None:
    for number in range(2000):
        (folder / f"{number % 200}.md").write_text(f"another {number}", "utf-8")
    (folder / "last.md").write_text("last", "utf-8")
    assert wait_until(lambda: any(folder / "last.md" in changed for changed in told))
    assert len(told) <= 2


def test_reading_and_editors_files_are_not_told(folder: Path, told: Told) -> None:
    """What comes after them is told, so they would have been, too."""
    for path in sorted(folder.iterdir()):
        path.read_text("utf-8")
    list(os.walk(folder))
    for name in ("4913", ".1.md.swp", "1.md~", "~$1.xlsx", "a.tmp", ".~lock.1.csv#", "#1.md#"):
        (folder / name).write_text("x", "utf-8")
        (folder / name).unlink()
    (folder / "2.md").write_text("another", "utf-8")
    assert wait_until(lambda: bool(told))
    assert told == [{folder / "2.md"}]


def test_a_save_by_replacing_is_told(folder: Path, told: Told) -> None:
    """As Vim, Notepad++ and VS Code may save: another file takes the place."""
    (folder / "1.md.tmp").write_text("b", "utf-8")
    (folder / "1.md.tmp").replace(folder / "1.md")
    assert wait_until(lambda: bool(told))
    assert told == [{folder / "1.md"}]


def test_without_the_systems_help(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Linux with too many watches: the files are looked at instead, and that is said."""
    heard = Event()
    watch = Watch(lambda: [folder], lambda _: heard.set())

    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(watch._observer, "schedule", refuse)
    monkeypatch.setattr("generator.serve.watch._LOOK_EVERY", 0.05)
    watch.start()
    assert watch.failure is not None
    (folder / "1.md").write_text("another", "utf-8")
    assert heard.wait(20)
    watch.stop()


def test_names() -> None:
    assert all(map(is_passed_over, ("4913", "a.swp", "~$a.xlsx", "a~", ".a.md.kate-swp")))
    assert not any(map(is_passed_over, ("a.md", "4913.md", "site.yaml")))


def test_what_is_not_there(tmp_path: Path) -> None:
    assert scan_files([tmp_path / "none"]) == {}
