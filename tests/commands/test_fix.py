"""`linli check --fix`: what is certain is mended, and the originals wait for a clean check."""

import json
import shutil
import stat
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import generator.commands.check
import generator.commands.fix
from generator.build import check_site
from generator.commands import main
from generator.fix import BACKUPS
from generator.messages.examples import FileExample, examples
from generator.problems import Edit, Place, Problem, Severity
from generator.read import Reading
from tests.sites_for_tests import SMALL

EVENT = "content/committees/东居委/活动/2026-03-03-元宵.md"
MISTAKE = Problem(
    place=Place(path=EVENT, line=2, column=4, width=3),
    code="value-empty",
    severity=Severity.WARNING,
    facts={"field": "标题"},
    edits=(Edit(line=2, column=7, length=1, text="节"),),
)
"""A made-up mistake that no reader finds: 元宵猜灯谜 becomes 元宵节灯谜."""

SLIPS = """———
标题：元宵猜灯谜
时间:2026年3月3日晚上7点至8点半
地点: 东苑活动室
项目:
\t- 猜灯谜
\t- 吃汤圆
联系: ｛称呼: 居委会值班，电话: 021-0123 4500｝
---
注意：请从北门进，带好孩子。
"""
MENDED = """---
标题: 元宵猜灯谜
时间: 2026年3月3日晚上7点至8点半
地点: 东苑活动室
项目:
  - 猜灯谜
  - 吃汤圆
联系: {称呼: 居委会值班, 电话: 021-0123 4500}
---
注意：请从北门进，带好孩子。
"""
FILE_EXAMPLES = [code for code, example in examples().items() if isinstance(example, FileExample)]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "site"))


@pytest.fixture
def one_problem(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One more problem while the event's title is as it was."""

    def check(reading: Reading, today: date) -> list[Problem]:
        written = (site / EVENT).read_text(encoding="utf-8")
        return check_site(reading, today) + [MISTAKE] * ("元宵猜" in written)

    monkeypatch.setattr(generator.commands.check, "check_site", check)
    monkeypatch.setattr(generator.commands.fix, "check_site", check)


def run(site: Path, *more: str) -> int:
    return main(["check", "--site", str(site), "--today", "2026-03-02", *more])


def run_json(site: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, Any]:
    code = run(site, "--format", "json", *more)
    return code, json.loads(capsys.readouterr().out)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.usefixtures("one_problem")
def test_a_plain_check_says_what_can_be_mended(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(site)
    assert run(site) == 0
    assert "\n  linli check --fix 可以自动改好。\n" in capsys.readouterr().out
    assert run(site, "--lang", "en") == 0
    assert "\n  linli check --fix can do this.\n" in capsys.readouterr().out
    assert [problem["fixable"] for problem in run_json(site, capsys)[1]] == [True]
    assert contents(site) == before


@pytest.mark.usefixtures("one_problem")
def test_mended_with_a_diff(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (site / EVENT).read_bytes()
    assert run(site, "--fix") == 0
    out = capsys.readouterr().out
    assert f"--- a/{EVENT}\n+++ b/{EVENT}\n" in out
    assert "\n-标题: 元宵猜灯谜\n+标题: 元宵节灯谜\n" in out
    assert out.endswith("检查完毕，没有发现问题。\n")
    (kept,) = (path for path in (site / BACKUPS).rglob("*.md"))
    assert kept.read_bytes() == before
    assert str(kept).removesuffix(EVENT).rstrip("/") in out
    assert kept.relative_to(site / BACKUPS).parts[1:] == Path(EVENT).parts


@pytest.mark.usefixtures("one_problem")
def test_as_json(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, data = run_json(site, capsys, "--fix")
    assert code == 0
    assert list(data) == ["fixed", "refused", "backup", "problems"]
    (fixed,) = data["fixed"]
    assert list(fixed) == ["path", "diff", "codes"]
    assert (fixed["path"], fixed["codes"]) == (EVENT, ["value-empty"])
    assert fixed["diff"].startswith(f"--- a/{EVENT}\n+++ b/{EVENT}\n@@ ")
    assert (site / data["backup"] / EVENT).is_file()
    assert data["problems"] == data["refused"] == []
    _, again = run_json(site, capsys, "--fix")
    assert again == {"fixed": [], "refused": [], "backup": None, "problems": []}


@pytest.mark.usefixtures("one_problem")
def test_the_originals_go_with_the_next_clean_check(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "content/stray.txt").write_text("x", encoding="utf-8")
    assert run(site, "--fix") == 1
    assert run(site) == 1
    assert (site / BACKUPS).is_dir()
    (site / "content/stray.txt").unlink()
    capsys.readouterr()
    assert run(site) == 0
    assert f"没有错误了，{site / BACKUPS} 里留着的原文件已经删掉。" in capsys.readouterr().out
    assert not (site / BACKUPS).exists()
    run(site)
    assert BACKUPS not in capsys.readouterr().out


@pytest.mark.usefixtures("one_problem")
def test_a_read_only_file_is_named(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / EVENT).chmod(stat.S_IREAD)
    before = (site / EVENT).read_bytes()
    assert run(site, "--fix", "--lang", "en") == 0
    out = capsys.readouterr().out
    assert f"{EVENT} is read-only and was left alone." in out
    assert "There is nothing that can be mended without you." in out
    assert "can do this" not in out
    assert (site / EVENT).read_bytes() == before
    _, data = run_json(site, capsys, "--fix")
    assert [one["code"] for one in data["refused"]] == ["fix-read-only"]


def test_slips_of_the_pen(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file of an old Notepad with a mistake in nearly every line; its text is not touched."""
    (site / EVENT).write_bytes(SLIPS.replace("\n", "\r\n").encode("gb18030"))
    _, data = run_json(site, capsys, "--fix")
    (fixed,) = data["fixed"]
    assert {"encoding-not-utf8", "colon-full-width", "tab-indent"} <= set(fixed["codes"])
    assert [p["code"] for p in data["problems"]] == ["image-unused"], (
        "the new text shows no picture"
    )
    assert (site / EVENT).read_bytes() == MENDED.replace("\n", "\r\n").encode()
    assert "\n-标题：元宵猜灯谜\n-时间:2026年3月3日晚上7点至8点半\n+---\n" in fixed["diff"]


@pytest.mark.parametrize("code", FILE_EXAMPLES)
def test_afterwards_nothing_is_left_to_mend(
    site: Path, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    example = examples()[code]
    assert isinstance(example, FileExample)
    path = site / "content" / example.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(example.wrong_bytes())
    _, found = run_json(site, capsys)
    mine = [problem for problem in found if problem["path"] == f"content/{example.path}"]
    certain = [problem for problem in mine if problem["fixable"]]
    _, fixed = run_json(site, capsys, "--fix")
    assert bool(fixed["fixed"]) == bool(certain)
    assert not [problem for problem in fixed["problems"] if problem["fixable"]]
    after = contents(site / "content")
    _, again = run_json(site, capsys, "--fix")
    assert again["fixed"] == []
    assert contents(site / "content") == after


def test_nothing_to_mend(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(site)
    assert run(site, "--fix") == 0
    assert capsys.readouterr().out == "没有可以自动改的地方。\n\n检查完毕，没有发现问题。\n"
    assert contents(site) == before


@pytest.mark.parametrize("codec", ["gb18030", "utf-16"])
def test_a_file_of_notepad(site: Path, codec: str, capsys: pytest.CaptureFixture[str]) -> None:
    written = (site / EVENT).read_text(encoding="utf-8").replace("\n", "\r\n")
    (site / EVENT).write_bytes(written.encode(codec))
    _, (problem,) = run_json(site, capsys)
    assert (problem["code"], problem["fixable"]) == ("encoding-not-utf8", True)
    assert run(site, "--fix") == 0
    name = {"gb18030": "GBK", "utf-16": "UTF-16"}[codec]
    assert f"{EVENT}：编码从 {name} 转成了 UTF-8。" in capsys.readouterr().out
    assert (site / EVENT).read_bytes().decode("utf-8-sig") == written
    (kept,) = (site / BACKUPS).rglob("*.md")
    assert kept.read_bytes() == written.encode(codec)


def test_a_doubtful_file_is_left_to_a_person(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / EVENT).write_bytes("Café à côté".encode("latin-1"))
    assert run(site, "--fix") == 1
    assert "linli check --fix 可以" not in capsys.readouterr().out
    assert (site / EVENT).read_bytes() == "Café à côté".encode("latin-1")
