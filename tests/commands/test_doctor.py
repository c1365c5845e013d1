"""`linli doctor`: one line a need, and the command for what is missing."""

import json
import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

import run
from generator.commands import doctor, machine
from generator.messages import LANGUAGES
from tests.create.new_sites import linli, make

CHECKS = ["python", "pango", "subset", "face", "console", "disk", "output", "cache"]
ROWS = {"debian": "apt-get", "macos": "darwin", "windows": "win32"}


class Usage(NamedTuple):
    total: int
    used: int
    free: int


def pretend(
    monkeypatch: pytest.MonkeyPatch,
    *,
    missing: Iterable[str] = (),
    system: str | None = "debian",
    encoding: str = "utf-8",
    free: int = 10**10,
) -> None:
    monkeypatch.setattr(machine, "missing_requirements", lambda: tuple(missing))
    monkeypatch.setattr(machine, "console_encoding", lambda: encoding)
    monkeypatch.setattr(machine, "can_write", lambda _: True)
    monkeypatch.setattr("shutil.disk_usage", lambda _: Usage(10**11, 0, free))
    monkeypatch.setattr(doctor, "find_system", lambda: system)


def lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().out.splitlines()


def test_a_machine_that_has_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pretend(monkeypatch)
    assert linli("doctor", "--site", tmp_path, "--lang", "zh") == 0
    *found, last = lines(capsys)
    assert len(found) == len(CHECKS)
    assert all(line.startswith("✓ ") for line in found)
    assert last == "这台电脑什么都不缺。"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("system", [*ROWS, None])
def test_what_is_missing_comes_with_its_command(
    language: str,
    system: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    missing = ("pango", "harfbuzz-subset", "face")
    pretend(monkeypatch, missing=missing, system=system)
    assert linli("doctor", "--site", tmp_path, "--lang", language) == 1
    output = lines(capsys)
    assert [line[0] for line in output[:7]] == ["✓", "✗", " ", "✗", " ", "✗", " "]
    for need, advice in zip(missing, output[2:7:2], strict=True):
        command = machine.COMMANDS.get(system or "", {}).get(need)
        assert (command or "") in advice
        if system is None:
            assert "docs/install.md" in advice
        if system == "windows" and need != "face":
            assert "MSYS2" in advice
    assert "3" in output[-1]


def test_as_json(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pretend(monkeypatch, missing=["face"])
    arguments = ("doctor", "--site", tmp_path, "--lang", "en", "--format", "json")
    assert linli(*arguments) == 1
    data = json.loads(capsys.readouterr().out)
    assert [entry["check"] for entry in data] == CHECKS
    assert [entry["check"] for entry in data if not entry["ok"]] == ["face"]
    assert all(bool(entry["help"]) is not entry["ok"] for entry in data)


@pytest.mark.parametrize(
    ("encoding", "mark", "good"),
    [("utf-8", "✓ ", True), ("gbk", "[OK] ", True), ("latin-1", "[OK] ", False),
     ("ascii", "[OK] ", False), ("cp65001", "✓ ", True), ("no such", "[OK] ", False)],
)  # fmt: skip
def test_consoles(
    encoding: str,
    mark: str,
    good: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    pretend(monkeypatch, encoding=encoding, system="windows")
    assert linli("doctor", "--site", tmp_path, "--lang", "zh") == (0 if good else 1)
    output = lines(capsys)
    assert output[0].startswith(mark)
    if not good:
        assert output[4].startswith("[--] ")
        assert "chcp 65001" in output[5]


def test_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pretend(monkeypatch, free=42_000_000)
    assert linli("doctor", "--site", tmp_path / "not/there", "--lang", "zh") == 1
    assert "✗ 磁盘还空 42 MB" in lines(capsys)


def test_folders_that_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pretend(monkeypatch)
    monkeypatch.setattr(machine, "can_write", lambda _: False)
    assert linli("doctor", "--site", tmp_path, "--lang", "zh") == 1
    output = "\n".join(lines(capsys))
    assert f"✗ 可以写输出文件夹 {tmp_path / 'output'}" in output
    assert "✗ 可以写缓存文件夹" in output


def test_writing_is_really_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert machine.can_write(tmp_path / "new" / "folder")
    assert list(tmp_path.iterdir()) == []

    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(machine, "NamedTemporaryFile", refuse)
    assert not machine.can_write(tmp_path)


def test_this_machine(tmp_path: Path) -> None:
    findings = machine.look_around(tmp_path)
    assert [finding.code.removeprefix("doctor-") for finding in findings] == CHECKS
    assert findings[0].good


def test_systems() -> None:
    assert machine.find_system("win32") == "windows"
    assert machine.find_system("darwin") == "macos"
    assert machine.find_system("linux", lambda name: f"/usr/bin/{name}") == "debian"
    assert machine.find_system("linux", lambda _: None) is None


@pytest.mark.parametrize("system", ROWS)
def test_commands_are_those_that_set_the_project_up(system: str) -> None:
    row = next(row for row in run.SYSTEMS if row.mark == ROWS[system])
    for need, key in (("pango", "pango"), ("harfbuzz-subset", "subset"), ("face", "font")):
        command = machine.COMMANDS[system].get(need)
        if key not in row.packages:
            assert command is None
            continue
        wanted = [*shlex.split(row.install), *row.packages[key].split()]
        assert command is not None
        assert [word for word in shlex.split(command) if word != "sudo"] == wanted


def test_schemas_of_another_version(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = make(tmp_path / "site")
    (site / "schemas/event.json").unlink()
    changed = site / "schemas/notice.json"
    changed.write_text("{}", "utf-8")
    assert linli("doctor", "--site", site, "--lang", "zh") == 1
    output = capsys.readouterr().out
    assert "1 个模式文件" in output
    assert "schemas/notice.json" in output
    assert not (site / "schemas/event.json").exists()
    linli("doctor", "--renew", "--site", site, "--lang", "zh")
    assert (site / "schemas/event.json").is_file()
    assert changed.read_text("utf-8") == "{}"


def test_add_renews_schemas_silently(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = make(tmp_path / "site")
    (site / "schemas/event.json").unlink()
    assert linli("add", "活动", "甲", "--site", site, "--committee", "jian-er") == 0
    assert (site / "schemas/event.json").is_file()
    assert capsys.readouterr().err == ""
