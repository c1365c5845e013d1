"""Files with every name that can do harm, in one site: each is refused, or published in its place.

No system has all of these names, so the content is made where the tests run and not kept here.
"""

import errno
import io
import os
import re
import shutil
import socket
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from generator import plain_files
from generator.build import read_site
from generator.commands import main
from generator.file_names import find_path_flaw, fold_path
from generator.plain_files import open_plain
from generator.read import Reading, files
from tests.sites_for_tests import SMALL, TODAY

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows has hardly one of these names")

EVENTS = "content/committees/东居委/events"
TEXT = """---
标题: 坏名字{number}号
时间: 2026年3月5日晚上7点至8点半
地点: 东苑活动室
联系: {{称呼: 居委会值班, 电话: 021-0123 4500}}
---
请从北门进。
"""
DEVICES = ("con", "PRN", "Aux", "nul", "CONIN$", "conout$", "com0", "COM1", "lpt9", "COM¹", "LPT³")
DEEP = "deep" * 60
FORMS = ("{}.md", "{}.txt.md", "{} .md", "{}..md")
REFUSED = {
    "name-reserved": [
        *(form.format(device) for device in DEVICES for form in FORMS),
        *("ＣＯＮ.md", "con!.md", "（nul）.md", "aux\u3000.md"),
    ],
    "name-ending": ["a.md.", "a.md ", "a.md. .", "a. ", "a......"],
    "name-character": [
        *(f"a{character}b.md" for character in '<>:"\\|?*'),
        *("a.md:$DATA", "C:\\a.md", "a\\..\\b.md", "*.md", "a\\", ":a.md"),
        *(f"a{chr(number)}b.md" for number in (*range(1, 32), 127, 128, 159)),
        *(
            f"a{sign}b.md"
            for sign in "\u200b\u200d\u200e\u202e\u2066\u2028\u2029\ufeff\u00ad\u2060"
        ),
        *("\x1b[2J.md", "a\r\nb.md", "\x1b]0;t\x07.md", "👩\u200d👧.md"),
    ],
    "name-encoding": ["\udcbb\udcb6.md", "a\udcff.md", "\udced\udca0\udc80.md"],
    "name-long": ["元" * 80 + ".md", "a" * 200 + ".md", "鑫" * 50 + ".md"],
}
ACCEPTED = [
    *("-rf.md", "~a.md", "--help.md", "∕etc∕passwd.md", "⁄b.md", "／c／d.md", "⧵e.md", "f：g.md"),
    *("%2e%2e%2fh.md", "&lt;i&gt;.md", "'; rm -rf j.md", "$(k).md", "`l`.md", "{{7+7}}.md"),
    *("{% raw %}.md", "index.md", "é1.md", "ß2.md", "ﬁ3.md", "İ4.md", "١٢.md", "😀.md", " 前.md"),
    *("\u3000n.md", "o..md", "p\u0301.md", "__q__.md", "r;s.md", "t=u&v.md", "0.md"),
    *("javascript%3aalert.md", "data,.md", "constructor.md", "__proto__.md", "x@y.md", "1e9.md"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with all these names, and with what is no file at all."""
    folder = tmp_path_factory.mktemp("names")
    site = Path(shutil.copytree(SMALL, folder / "site"))
    (folder / "outside.md").write_text(TEXT.format(number="outside"), "utf-8")
    events = site / EVENTS
    events.mkdir(exist_ok=True)
    for number, name in enumerate((*ACCEPTED, *(name for of in REFUSED.values() for name in of))):
        (events / name).write_text(TEXT.format(number=number), "utf-8")
    for number, device in enumerate(("com5", "nul", "a.")):
        (events.parent / device).mkdir()
        (events.parent / device / "a.md").write_text(TEXT.format(number=f"in {number}"), "utf-8")
    make_special(events)
    return site


def make_special(events: Path) -> None:
    """Links, pipes, a socket, and folders as deep as a path can be, and deeper."""
    for name, target in {
        "link.md": "../../../../../outside.md", "passwd.md": "/etc/passwd", "dead.md": "nowhere",
        "loop.md": "loop.md", "up": "..", "root": "/", "inside.md": "-rf.md",
        "table.csv": "/etc/passwd", "photo.png": "/etc/passwd",
    }.items():  # fmt: skip
        (events / name).symlink_to(target)
    (events.parent.parent / "linked").symlink_to("东居委")
    for name in ("pipe.md", "pipe.png", "pipe.csv", "pipe"):
        os.mkfifo(events / name)
    before = Path.cwd()
    try:
        os.chdir(events)
        with socket.socket(socket.AF_UNIX) as unused:
            unused.bind("socket.md")
        for _ in range(20):  # more than 4,096 bytes, the longest path that Linux takes
            Path(DEEP).mkdir()
            os.chdir(DEEP)
    finally:
        os.chdir(before)


@pytest.fixture(scope="module")
def reading(site: Path) -> Reading:
    return read_site(site)


def shown(name: str) -> str:
    return re.sub(
        r"[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]",
        "�",
        name,
    )


def test_there_are_enough_of_them() -> None:
    assert len(ACCEPTED) + sum(map(len, REFUSED.values())) >= 150


def codes_of(reading: Reading) -> dict[str, set[str]]:
    """What is said of each file, by its path."""
    codes: dict[str, set[str]] = {}
    for problem in reading.problems:
        codes.setdefault(problem.place.path, set()).add(problem.code)
    return codes


@pytest.mark.parametrize("code", REFUSED)
def test_names_that_are_refused(reading: Reading, code: str) -> None:
    codes = codes_of(reading)
    missed = [n for n in REFUSED[code] if code not in codes.get(f"{EVENTS}/{shown(n)}", ())]
    assert missed == []


def test_names_that_are_accepted(reading: Reading) -> None:
    codes = codes_of(reading)
    assert {n: codes[f"{EVENTS}/{n}"] for n in ACCEPTED if f"{EVENTS}/{n}" in codes} == {}


def test_what_is_no_file(reading: Reading) -> None:
    codes = codes_of(reading)
    links = {path for path, found in codes.items() if "file-link" in found}
    names = {path.removeprefix(f"{EVENTS}/") for path in links}
    assert names == {
        *("link.md", "passwd.md", "dead.md", "loop.md", "up", "root", "inside.md", "table.csv"),
        *("photo.png", "content/committees/linked"),
    }
    special = {path for path, found in codes.items() if "file-special" in found}
    expected = ("pipe.md", "pipe.png", "pipe.csv", "pipe", "socket.md")
    assert special == {f"{EVENTS}/{name}" for name in expected}
    assert any(f"{DEEP}/{DEEP}" in path for path, found in codes.items() if "name-long" in found)


def test_the_site_is_built_and_everything_is_in_its_place(site: Path) -> None:
    """The whole command, with a report of everything: no traceback, and nothing outside."""
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = main(["build", "--site", str(site), "--no-posters", "--today", TODAY.isoformat()])
        for form in ("text", "json"):
            main(["check", "--site", str(site), "--today", TODAY.isoformat(), "--format", form])
    assert code == 3, said.getvalue()[-2000:]
    text = said.getvalue()
    assert not set("\x1b\x07\u202e\u2066\u200b\x9f") & set(text), "a name cannot steer a terminal"
    assert "Traceback" not in text
    assert {path.name for path in site.parent.iterdir()} == {"site", "outside.md"}
    paths = [path.relative_to(site / "output").as_posix() for path in published(site)]
    assert [path for path in paths if find_path_flaw(path)] == []
    assert len(set(map(fold_path, paths))) == len(paths)
    pages = [p for p in paths if p.startswith("committees/dong/events/") and p.endswith(".html")]
    assert len(pages) >= len(ACCEPTED)
    whole = "".join(p.read_text("utf-8") for p in published(site) if p.suffix == ".html")
    assert {f"坏名字{number}号" for number in range(len(ACCEPTED))} <= set(
        re.findall(r"坏名字\d+号", whole)
    )
    assert "坏名字outside号" not in whole
    assert "坏名字in" not in whole
    assert "root:x:0" not in whole


def published(site: Path) -> Iterator[Path]:
    return (path for path in (site / "output").rglob("*") if path.is_file())


# What cannot be read --------------------------------------------------------------------------


def refuse(path: Path) -> Any:
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def test_a_file_that_cannot_be_read_goes_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = Path(shutil.copytree(SMALL, tmp_path / "site"))
    (site / EVENTS).mkdir(exist_ok=True)
    (site / EVENTS / "a.md").write_text(TEXT.format(number=1), "utf-8")
    before = read_site(site)
    really = open_plain
    monkeypatch.setattr(files, "_PAUSE", 0)
    monkeypatch.setattr(
        plain_files, "open_plain", lambda p: (refuse if p.stem == "a" else really)(p)
    )
    after = read_site(site)
    assert codes_of(after)[f"{EVENTS}/a.md"] == {"file-closed"}
    assert before.board
    assert after.board
    assert len(list(after.board.items)) == len(list(before.board.items)) - 1


def test_a_folder_that_cannot_be_opened_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else all in it would be deleted; what was published before stays."""
    site = Path(shutil.copytree(SMALL, tmp_path / "site"))
    really = os.scandir
    monkeypatch.setattr(
        "os.scandir", lambda p: refuse(p) if str(p).endswith("services") else really(p)
    )
    reading = read_site(site)
    assert reading.board is None
    assert "folder-closed" in {problem.code for problem in reading.problems}
    words = ["build", "--site", str(site), "--no-posters", "--today", TODAY.isoformat()]
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        assert main(words) == 1
    assert not (site / "output").exists()


@pytest.mark.parametrize("kind", ["pipe", "link", "folder", "socket"])
def test_a_file_that_becomes_something_else(tmp_path: Path, kind: str) -> None:
    """Between the listing and the reading; nothing is waited for, and nothing followed."""
    path = tmp_path / "a.md"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "link":
        path.symlink_to("/etc/passwd")
    elif kind == "folder":
        path.mkdir()
    else:
        with socket.socket(socket.AF_UNIX) as unused:
            unused.bind(str(path))
    with pytest.raises(files.UnreadableError) as caught:
        files.read_bytes(files.FoundFile(PurePosixPath("a.md"), path), "a.md")
    assert caught.value.problem.code == "file-changing"
