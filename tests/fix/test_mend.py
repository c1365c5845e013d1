"""Rounds of mending, with problems made by hand and files on the disk."""

import re
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.fix import BACKUPS, Backup, Folder, Mending, mend, remove_backups
from generator.fix.contents import mend_bytes
from generator.fix.mend import MOST_ROUNDS
from generator.problems import Edit, Place, Problem

BETTER = {"：": ": ", "，": ", ", "\t": "  ", "＃": "#"}


def find_signs(text: str, path: str = "content/a.md") -> list[Problem]:
    """A reader of one kind of mistake, as `read` reports them."""
    lines = re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))
    return [
        Problem(
            place=Place(path=path, line=number, column=column),
            code="sign",
            edits=(Edit(line=number, column=column, length=1, text=BETTER[sign]),),
        )
        for number, line in enumerate(lines, start=1)
        for column, sign in enumerate(line, start=1)
        if sign in BETTER
    ]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    return tmp_path


def run(site: Path, find: Callable[[], list[Problem]]) -> Mending:
    return mend(Folder(site, site / "content"), Backup.of_run(site, "t"), find)


def reading(site: Path, *, first_only: bool = False) -> Callable[[], list[Problem]]:
    """Return what reads all files; like a parser it may stop at each file's first mistake."""

    def find() -> list[Problem]:
        found = []
        for path in sorted((site / "content").glob("*.md")):
            shown = path.relative_to(site).as_posix()
            try:
                signs = find_signs(path.read_bytes().decode("utf-8"), shown)
            except UnicodeDecodeError:
                signs = [Problem(place=Place(path=shown, line=1), code="encoding-not-utf8")]
            found += signs[:1] if first_only else signs
        return found

    return find


@given(st.text("a文：，\t＃\n", max_size=40), st.sampled_from(["", "\ufeff"]))
def test_twice_is_once(text: str, mark: str) -> None:
    once = mend_bytes((mark + text).encode(), find_signs(text))
    expected = "".join(BETTER.get(sign, sign) for sign in text)
    if once is None:
        assert expected == text
    else:
        assert once.after == mark + expected
        assert mend_bytes(once.after.encode(), find_signs(once.after)) is None


@pytest.mark.parametrize("first_only", [True, False])
def test_until_nothing_is_left(site: Path, first_only: bool) -> None:
    (site / "content/a.md").write_bytes("标题：甲\r\n时间：乙，丙\r\n".encode())
    (site / "content/b.md").write_bytes("\ufeff标题:\t甲".encode())
    done = run(site, reading(site, first_only=first_only))
    assert (site / "content/a.md").read_bytes() == "标题: 甲\r\n时间: 乙, 丙\r\n".encode()
    assert (site / "content/b.md").read_bytes() == "\ufeff标题:  甲".encode()
    assert done.problems == []
    assert list(done.files) == ["content/a.md", "content/b.md"]
    assert done.files["content/a.md"].before == "标题：甲\r\n时间：乙，丙\r\n"
    assert done.files["content/a.md"].codes == ("sign",)


def test_the_original_of_the_first_round_is_kept(site: Path) -> None:
    original = "标题：甲，乙\n".encode("gb18030")
    (site / "content/a.md").write_bytes(original)
    done = run(site, reading(site, first_only=True))
    assert (site / "content/a.md").read_bytes() == "标题: 甲, 乙\n".encode()
    assert done.files["content/a.md"].codes == ("encoding-not-utf8", "sign")
    assert done.files["content/a.md"].encoding == "GBK"
    assert (site / BACKUPS / "t/content/a.md").read_bytes() == original


def test_a_second_run_changes_nothing(site: Path) -> None:
    (site / "content/a.md").write_bytes("标题：甲".encode())
    run(site, reading(site))
    before = (site / "content/a.md").stat()
    done = run(site, reading(site))
    assert done.files == {}
    assert (site / "content/a.md").stat().st_mtime_ns == before.st_mtime_ns
    assert not (site / BACKUPS / "t-2").exists()


def test_runs_of_one_moment_keep_their_originals_apart(site: Path) -> None:
    for text in ("甲：", "乙："):
        (site / "content/a.md").write_bytes(text.encode())
        run(site, reading(site))
    assert (site / BACKUPS / "t/content/a.md").read_bytes() == "甲：".encode()
    assert (site / BACKUPS / "t-2/content/a.md").read_bytes() == "乙：".encode()
    assert remove_backups(site)
    assert not (site / BACKUPS).exists()
    assert not remove_backups(site)


def test_a_mix_of_line_ends_becomes_one(site: Path) -> None:
    (site / "content/a.md").write_bytes("标题：甲\r\n乙\r\n丙\n丁".encode())
    run(site, reading(site))
    assert (site / "content/a.md").read_bytes() == "标题: 甲\r\n乙\r\n丙\r\n丁".encode()


def test_a_doubtful_encoding_stays(site: Path) -> None:
    data = "Fête à côté".encode("latin-1")
    (site / "content/a.md").write_bytes(data)
    done = run(site, reading(site))
    assert (site / "content/a.md").read_bytes() == data
    assert [problem.code for problem in done.problems] == ["encoding-not-utf8"]
    assert not (site / BACKUPS).exists()


def test_edits_that_undo_one_another_come_to_an_end(site: Path) -> None:
    path = site / "content/a.md"
    path.write_bytes(b"a")
    calls = 0

    def swap() -> list[Problem]:
        nonlocal calls
        calls += 1
        other = {"a": "b", "b": "a"}[path.read_text(encoding="utf-8")]
        edits = (Edit(line=1, column=1, length=1, text=other),)
        return [Problem(place=Place(path="content/a.md", line=1), code="swap", edits=edits)]

    run(site, swap)
    assert calls == 2


def test_edits_that_never_end_are_stopped(site: Path) -> None:
    path = site / "content/a.md"
    path.write_bytes(b"")
    edits = (Edit(line=1, column=1, length=0, text="a"),)
    problem = Problem(place=Place(path="content/a.md", line=1), code="grow", edits=edits)
    run(site, lambda: [problem])
    assert path.read_bytes() == b"a" * MOST_ROUNDS


def one_problem(path: str) -> Callable[[], list[Problem]]:
    return lambda: find_signs("：", path)


def test_a_read_only_file_stays(site: Path) -> None:
    path = site / "content/a.md"
    path.write_bytes("：".encode())
    path.chmod(stat.S_IREAD)
    assert run(site, one_problem("content/a.md")).refused == {"content/a.md": "fix-read-only"}
    assert path.read_bytes() == "：".encode()
    assert not Folder(site, site / "content").can_mend(find_signs("：")[0])


def test_a_link_stays(site: Path) -> None:
    (site / "other.md").write_bytes("：".encode())
    (site / "content/a.md").symlink_to(site / "other.md")
    (site / "elsewhere").mkdir()
    (site / "elsewhere/b.md").write_bytes("：".encode())
    (site / "content/folder").symlink_to(site / "elsewhere")
    for path in ("content/a.md", "content/folder/b.md"):
        assert run(site, one_problem(path)).refused == {path: "fix-symlink"}
    assert (
        (site / "other.md").read_bytes()
        == (site / "elsewhere/b.md").read_bytes()
        == b"\xef\xbc\x9a"
    )


@pytest.mark.parametrize("path", ["other.md", "content/../other.md", "../other.md"])
def test_nothing_outside_the_content_is_touched(site: Path, path: str) -> None:
    (site / path).write_bytes("：".encode())
    assert run(site, one_problem(path)).refused == {path: "fix-outside"}
    assert (site / path).read_bytes() == "：".encode()


def test_a_content_folder_that_is_a_link_is_content(site: Path) -> None:
    (site / "content").rename(site / "real")
    (site / "content").symlink_to(site / "real")
    (site / "real/a.md").write_bytes("甲：".encode())
    run(site, reading(site))
    assert (site / "real/a.md").read_bytes() == "甲: ".encode()


def test_permissions_stay_and_nothing_is_left_behind(site: Path) -> None:
    path = site / "content/a.md"
    path.write_bytes("甲：".encode())
    path.chmod(0o640)
    run(site, reading(site))
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list((site / "content").iterdir()) == [path]


def test_a_failure_leaves_the_file_whole(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    path = site / "content/a.md"
    path.write_bytes("甲：".encode())
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        run(site, reading(site))
    assert path.read_bytes() == "甲：".encode()
    assert list((site / "content").iterdir()) == [path]
