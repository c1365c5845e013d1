"""`linli when`: phrases explained on the command line."""

import json
from typing import Any

import pytest

from generator.commands import main
from tests.sites_for_tests import SAMPLE

RANGE = ("--from", "2026-03-01", "--until", "2027-02-28")


def when_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    code = main(["when", *arguments, "--format", "json"])
    return code, json.loads(capsys.readouterr().out)


def test_understood(capsys: pytest.CaptureFixture[str]) -> None:
    code, data = when_json(capsys, "每月第二个周六上午9点至11点", *RANGE)
    assert code == 0
    assert list(data) == ["ok", "reading", "occurrences", "warnings", "deadline", "text_only"]
    assert data["ok"] is True
    assert data["occurrences"][0] == {"start": "2026-03-14T09:00", "end": "2026-03-14T11:00"}
    assert len(data["occurrences"]) == 12
    assert data["deadline"] is None
    assert data["text_only"] is False


def test_days_and_open_ends(capsys: pytest.CaptureFixture[str]) -> None:
    _, all_day = when_json(capsys, "每月25日", *RANGE)
    assert all_day["occurrences"][0] == {"start": "2026-03-25", "end": None}
    _, open_end = when_json(capsys, "每周三下午2点", *RANGE)
    assert open_end["occurrences"][0] == {"start": "2026-03-04T14:00", "end": None}


def test_past_midnight(capsys: pytest.CaptureFixture[str]) -> None:
    _, data = when_json(capsys, "2026年3月4日22:00至次日6:00", *RANGE)
    assert data["occurrences"] == [{"start": "2026-03-04T22:00", "end": "2026-03-05T06:00"}]


def test_deadline(capsys: pytest.CaptureFixture[str]) -> None:
    code, data = when_json(capsys, "6月30日17:00前", *RANGE)
    assert code == 0
    assert data["occurrences"] == []
    assert data["deadline"] == "2026-06-30T17:00"
    assert [note["code"] for note in data["warnings"]] == ["time-year-inferred"]
    assert "2026" in data["warnings"][0]["message"]


def test_refused(capsys: pytest.CaptureFixture[str]) -> None:
    code, data = when_json(capsys, "3月5日(周五)14:00", *RANGE)
    assert code == 1
    assert list(data) == ["ok", "code", "message", "column", "suggestions"]
    assert data["ok"] is False
    assert data["message"] == "2026年3月5日是周四，不是周五，请核对。"
    assert data["column"] == 6
    assert "周四" in data["suggestions"][0]


def test_refused_with_a_caret(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["when", "每周三2点", *RANGE]) == 1
    _, phrase, caret, _ = capsys.readouterr().out.splitlines()
    assert phrase == "  每周三2点"
    assert caret == "        ^^^"


def test_the_next_ten(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["when", "每周三14:00-16:00", *RANGE]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "  2026年3月4日（周三）农历正月十六 14:00–16:00"
    assert lines[11] == "  …… 共 52 次。"


def test_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["when", "every Wednesday 14:00-16:00", *RANGE, "--lang", "en"]) == 0
    assert "Wednesday 4 March 2026" in capsys.readouterr().out
    code, data = when_json(capsys, "Wednesday or Friday 14:00", *RANGE, "--lang", "en")
    assert code == 1
    assert data["message"].isascii() or "“" in data["message"]


def test_the_calendar_of_a_site(capsys: pytest.CaptureFixture[str]) -> None:
    """School holidays are known to the site alone."""
    phrase = "开学期间周一至周五16:30-18:00"
    _, own = when_json(capsys, phrase, *RANGE, "--site", str(SAMPLE))
    assert len(own["occurrences"]) == 196
    _, packaged = when_json(capsys, phrase, *RANGE)
    assert "time-school-holidays-unknown" in {note["code"] for note in packaged["warnings"]}


def test_published_and_until_default_to_from(capsys: pytest.CaptureFixture[str]) -> None:
    _, data = when_json(capsys, "即日起至6月30日", "--from", "2026-06-28")
    assert [one["start"] for one in data["occurrences"]] == [
        "2026-06-28", "2026-06-29", "2026-06-30",
    ]  # fmt: skip
    _, daily = when_json(capsys, "每天", "--from", "2026-01-01")
    assert len(daily["occurrences"]) == 365
    _, none = when_json(capsys, "每天", "--from", "2026-01-02", "--until", "2026-01-01")
    assert none["occurrences"] == []
