"""`linli new`: questions, answers, and a site that builds."""

import builtins
from datetime import date
from pathlib import Path

import pytest

from generator.read import read_board
from tests.create.new_sites import DAYS, linli, problems

TODAY = "2026-03-02"


def answer(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Have these answers typed; the list that is returned fills with the questions."""
    asked: list[str] = []
    waiting = list(answers)

    def reply(prompt: str = "") -> str:
        asked.append(prompt)
        if not waiting:
            raise EOFError
        return waiting.pop(0)

    monkeypatch.setattr(builtins, "input", reply)
    return asked


def new(site: Path, *more: str) -> int:
    return linli("new", site, "--today", TODAY, "--lang", "zh", *more)


def test_five_questions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = answer(
        monkeypatch,
        "淮海街道",
        "建二居委、复四居委",
        "建二里、和谐小区；复四里",
        "board.example",
        "1",
    )
    site = tmp_path / "新 网站"
    assert new(site) == 0
    assert [prompt[:2] for prompt in asked] == ["1.", "2.", "3.", "4.", "5."]
    board = read_board(site).board
    assert board
    assert (board.site.name, board.site.url) == ("淮海街道公告栏", "https://board.example/")
    assert {c.name for c in board.committees} == {"建二居委", "复四居委"}
    assert {c.name for c in board.compounds} == {"建二里", "和谐小区", "复四里"}
    output = capsys.readouterr().out
    assert str(site) in output
    assert "建二居委、复四居委" in output


@pytest.mark.parametrize("typed", [(), ("",), ("", "", "", "", ""), ("\t ",)])
def test_no_answer_is_the_default(
    typed: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, *typed)
    assert new(tmp_path / "asked") == 0
    monkeypatch.undo()
    assert new(tmp_path / "silent", "--yes") == 0
    for path in (path for path in (tmp_path / "silent").rglob("*") if path.is_file()):
        other = tmp_path / "asked" / path.relative_to(tmp_path / "silent")
        assert path.read_bytes() == other.read_bytes()


def test_yes_asks_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch)
    assert new(tmp_path / "site", "--yes") == 0
    assert asked == []


def test_what_cannot_be_read_is_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = answer(
        monkeypatch, "、、", "街道", "；", "居委", "、", "小区", "网址", "a.example", "法语", "2"
    )
    assert new(tmp_path / "site") == 0
    assert len(asked) == 10
    assert capsys.readouterr().out.count("看不懂") == 5
    board = read_board(tmp_path / "site").board
    assert board
    assert board.site.language == "en"


@pytest.mark.parametrize("typed", ["'\"#:{}[]", "- 甲: 乙 # 丙", "甲\ud800\x00乙", "<b>甲</b>"])
def test_odd_answers(typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, typed, typed, typed)
    assert new(tmp_path / "site") == 0
    assert problems(tmp_path / "site") == []


def test_questions_in_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch)
    assert linli("new", tmp_path / "site", "--lang", "en") == 0
    assert asked[0].startswith("1. What is the street called?")


def test_a_folder_with_anything_in_it_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    assert new(tmp_path, "--yes") == 1
    assert new(tmp_path / "mine.txt", "--yes") == 1
    assert "已经有东西" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    (tmp_path / "empty").mkdir()
    assert new(tmp_path / "empty", "--yes") == 0


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_a_new_site_checks_clean_and_builds(
    today: date, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    day = ("--today", str(today))
    assert linli("new", site, "--yes", *day) == 0
    assert linli("check", "--site", site, *day) == 0
    assert "没有发现问题" in capsys.readouterr().out
    assert linli("build", "--site", site, "--no-posters", *day) == 0
    assert (site / "output/index.html").is_file()


@pytest.mark.posters
@pytest.mark.slow
def test_a_new_site_prints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = tmp_path / "site"
    assert new(site, "--yes") == 0
    assert linli("build", "--site", site, "--today", TODAY) == 0
    assert capsys.readouterr().err == ""
    assert list((site / "output/posters").rglob("*.pdf"))
