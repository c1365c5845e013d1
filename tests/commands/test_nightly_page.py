"""The recipes of docs/nightly.md are what the programs they are for understand."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.sites_for_tests import SAMPLE

PAGE = (SAMPLE / "docs" / "nightly.md").read_text("utf-8")
BLOCKS = re.findall(r"```(\w*)\n(.*?)```", PAGE, re.DOTALL)


def blocks(language: str) -> list[str]:
    return [text for found, text in BLOCKS if found == language]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd")
def test_systemd_takes_its_units(tmp_path: Path) -> None:
    service, timer = blocks("ini")
    here = service.replace("/srv/linli/board", str(tmp_path)).replace("User=linli\n", "")
    for name, text in (("linli.service", here), ("linli.timer", timer)):
        (tmp_path / name).write_text(text, "utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "./linli.service", "./linli.timer"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert [line for line in done.stderr.splitlines() if "linli" in line] == []
    (when,) = re.findall(r"OnCalendar=(.+)", timer)
    calendar = ["systemd-analyze", "calendar", when]
    assert subprocess.run(calendar, capture_output=True, check=False).returncode == 0


def test_the_schedules_are_five_fields_at_the_same_moment() -> None:
    (line,) = re.findall(r"^5 0 .*", PAGE, re.MULTILINE)
    assert line.split()[:6] == ["5", "0", "*", "*", "*", "cd"]
    actions, _ = map(yaml.safe_load, blocks("yaml"))
    (schedule,) = actions[True]["schedule"]  # YAML 1.1 takes `on` for a truth value
    minute, hour, *rest = schedule["cron"].split()
    assert (int(minute), (int(hour) + 8) % 24, rest) == (5, 0, ["*"] * 3)


@pytest.mark.parametrize(("code", "expected"), [(0, 0), (1, 1), (2, 1), (3, 0)])
def test_a_file_left_out_does_not_fail_a_pipeline(tmp_path: Path, code: int, expected: int) -> None:
    (tmp_path / "run.py").write_text(f"raise SystemExit({code})", "utf-8")
    lines = re.findall(r"python3 run.py build.*\|\| .*", PAGE)
    assert len(lines) == 3
    for line in lines:
        assert subprocess.run(["sh", "-c", line], cwd=tmp_path, check=False).returncode == expected
