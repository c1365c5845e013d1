"""The command line as a user types it."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator import __version__
from generator.commands import main
from generator.commands.command_line import READER_GONE
from generator.commands.report import SHOWN
from tests.sites_for_tests import SAMPLE, SMALL

SITES = SMALL.parent


def build(site: Path, output: Path, *more: str) -> int:
    return main(["build", "--site", str(site), "--output", str(output), "--today", "2026-03-02",
                 "--no-posters", *more])  # fmt: skip


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"linli {__version__}\n"


LIBRARIES = {"pydantic", "jinja2", "markdown_it", "yaml", "wcwidth"}
FOR_FILES = {"PIL", "fontTools", "pikepdf", "pypdfium2", "python_calamine", "weasyprint"}


@pytest.mark.parametrize(
    ("arguments", "unused"),
    [
        (["--version"], LIBRARIES | FOR_FILES),
        (["when", "每周三下午2点"], LIBRARIES | FOR_FILES),
        (["check", "--site", str(SMALL)], {"jinja2"} | FOR_FILES - {"PIL"}),
    ],
)
def test_a_command_imports_nothing_that_it_does_not_use(
    arguments: list[str], unused: set[str]
) -> None:
    program = (
        "import sys; from generator.commands import main\n"
        f"try: main({arguments!r})\n"
        "except SystemExit: pass\n"
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=SAMPLE, capture_output=True, text=True, check=True
    )
    assert not unused.intersection(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    "arguments",
    [[], ["fly"], ["build", "--today", "2026-02-29"], ["build", "--workers", "0"],
     ["build", "--format", "xml"], ["check", "--no-posters"]],
)  # fmt: skip
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage: linli" in capsys.readouterr().err


def test_clean_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build(SMALL, tmp_path / "out") == 0
    captured = capsys.readouterr()
    assert re.match(r"已生成：\d+ 个网页，0 张海报，用时 \d+\.\d 秒。\n", captured.out)
    assert str(tmp_path / "out") in captured.out
    assert captured.err == ""
    change = "明天（2026年3月3日 周二）起有变化：“元宵猜灯谜”当天。请明天再生成一次。"
    assert captured.out.splitlines()[-1] == change
    assert build(SMALL, tmp_path / "out") == 0
    assert capsys.readouterr().out.splitlines()[-1] == change, "nothing was done this time"


def test_clean_build_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build(SMALL, tmp_path / "out", "--format", "json") == 0
    data = json.loads(capsys.readouterr().out)
    assert data["published"] is True
    assert data["problems"] == []
    assert data["next_change"] == "2026-03-03"
    assert data["next_news"] == [{"kind": "takes-place", "title": "元宵猜灯谜"}]
    out = tmp_path / "out"
    below = [path.read_text("utf-8") for path in (out / "posters").rglob("*.html")]
    twins = [text for text in below if 'http-equiv="refresh"' not in text]
    assert data["pages"] == len(list(out.rglob("*.html"))) - len(twins)


def test_something_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build(SITES / "broken-field-typo", tmp_path / "out") == 3
    captured = capsys.readouterr()
    assert "有 1 个文件有错，没有发布。" in captured.out
    assert "地奌" in captured.err


def test_nothing_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build(SITES / "broken-site-field", tmp_path / "out") == 1
    captured = capsys.readouterr()
    assert "什么都没有发布" in captured.err
    assert not (tmp_path / "out").exists()


def test_english(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build(SITES / "broken-field-typo", tmp_path / "out", "--lang", "en")
    captured = capsys.readouterr()
    assert "1 files have errors and were left out." in captured.out
    assert (
        "error[field-unknown-near] There is no field “地奌”; is it “地点” (place)?" in captured.err
    )


def test_check_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    site = SITES / "broken-weekday"
    code = main(["check", "--site", str(site), "--today", "2026-03-02", "--format", "json"])
    assert code == 1
    (problem,) = json.loads(capsys.readouterr().out)
    assert list(problem) == [
        "path", "line", "column", "code", "severity", "message", "help", "fixable",
    ]  # fmt: skip
    assert problem["fixable"] is False
    assert problem["path"] == "content/committees/dong/events/a.md"
    assert (problem["line"], problem["column"]) == (3, 15)
    assert problem["severity"] == "error"
    assert "周二" in problem["message"]


def test_check_points_with_a_caret(capsys: pytest.CaptureFixture[str]) -> None:
    site = SITES / "broken-weekday"
    main(["check", "--site", str(site), "--today", "2026-03-02"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "  --> content/committees/dong/events/a.md:3:15"
    assert lines[3] == "3 | 时间: 2026年3月3日（周三）晚上7点至8点半"
    # Each Chinese character before the words takes two columns of the terminal.
    assert lines[4].index("^") == len("3 | ") + 4 + 2 + 4 + 2 + 1 + 2 + 1 + 2 + 2
    assert lines[4].endswith("^^^^")


def test_check_of_a_clean_site(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--site", str(SMALL), "--today", "2026-03-02"]) == 0
    assert capsys.readouterr().out == "检查完毕，没有发现问题。\n"


def test_warnings_are_no_errors(capsys: pytest.CaptureFixture[str]) -> None:
    site = SITES / "broken-stale"
    assert main(["check", "--site", str(site), "--today", "2026-03-02"]) == 0
    assert "发现 0 个错误、1 个提醒、0 条说明。" in capsys.readouterr().out


def test_only_so_many_are_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(SITES / "broken-field-typo", tmp_path / "site")
    event = tmp_path / "site/content/committees/dong/events/a.md"
    for number in range(SHOWN):
        shutil.copy(event, event.with_name(f"a{number}.md"))
    main(["check", "--site", str(tmp_path / "site"), "--today", "2026-03-02"])
    output = capsys.readouterr().out
    assert output.count("-->") == SHOWN
    assert "还有 1 条没有列出" in output


def test_no_site_at_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--site", str(tmp_path), "--lang", "zh"]) == 1
    assert "缺少站点文件 site.yaml" in capsys.readouterr().err
    assert main(["build", "--site", str(tmp_path / "none"), "--lang", "zh"]) == 1


def test_failure_of_the_machine(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.build.site.build_site", full)
    assert build(SMALL, tmp_path / "out", "--lang", "en") == 1
    assert "No space left on device" in capsys.readouterr().err


def test_a_bug_shows_no_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def bug(*_: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("generator.build.site.build_site", bug)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert build(SMALL, tmp_path / "out", "--lang", "en") == 1
    error = capsys.readouterr().err
    assert "Traceback" not in error
    (log,) = tmp_path.glob("linli-*.log")
    assert str(log) in error
    assert "ZeroDivisionError: a bug" in log.read_text("utf-8")


COMMANDS = {
    "check": ("check", "--site", str(SITES / "broken-weekday")),
    "check --fix": ("check", "--fix", "--site", "SITE"),
    "build": ("build", "--no-posters", "--site", "SITE"),
    "explain": ("explain", "encoding-not-utf8"),
    "explain all": ("explain",),
    "when": ("when", "每周三下午2点“至”4点"),
    "new": ("new", "--yes", "NEW"),
    "add": ("add", "活动", "龘䶮 🙂", "--site", "SITE", "--committee", "dong"),
    "doctor": ("doctor", "--site", "SITE"),
    "json": ("check", "--format", "json", "--site", str(SITES / "broken-weekday")),
}


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_on_a_console_that_lacks_characters(
    command: str, encoding: str, tmp_path: Path
) -> None:
    shutil.copytree(SITES / "broken-field-typo", tmp_path / "site")
    places = {"SITE": str(tmp_path / "site"), "NEW": str(tmp_path / "new")}
    arguments = [places.get(word, word) for word in COMMANDS[command]]
    settings = {"PYTHONIOENCODING": encoding, "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-m", "generator", *arguments, "--lang", "zh"],
        env=os.environ | settings, cwd=SAMPLE, capture_output=True, check=False,
    )  # fmt: skip
    output = done.stdout + done.stderr
    assert done.returncode in (0, 1, 3)
    assert b"Traceback" not in output
    text = output.decode("gbk" if encoding == "gbk" else "utf-8")
    assert not text.startswith("程序内部出错")
    assert re.search("[\u4e00-\u9fff]", text)


def test_a_reader_that_has_read_enough() -> None:
    command = [sys.executable, "-m", "generator", "explain"]
    with subprocess.Popen(
        command, cwd=SAMPLE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as linli:
        assert linli.stdout
        linli.stdout.close()
        _, errors = linli.communicate()
    assert errors == b""
    assert linli.returncode == READER_GONE
