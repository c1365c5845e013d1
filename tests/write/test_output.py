"""The output folder: whole or as it was, and other people's files untouched."""

import os
from pathlib import Path

import pytest

from generator.write import OutputError, open_staging, swap
from generator.write.manifest import load_manifest


def publish(output: Path, files: dict[str, bytes]) -> None:
    with open_staging(output) as staging:
        for path, data in files.items():
            staging.put(path, f"key of {path}", "page", data)
        staging.commit()


def content(folder: Path) -> dict[str, bytes]:
    """All files of a folder but the manifest."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".linli" not in path.parts
    }


def beside(output: Path) -> list[str]:
    """What a build has left in its workshop beside the output, which git ignores."""
    assert {path.name for path in output.parent.iterdir()} == {output.name, ".output.linli"}
    workshop = output.parent / ".output.linli"
    assert (workshop / ".gitignore").read_text() == "*\n"
    return sorted(path.name for path in workshop.iterdir() if path.name != ".gitignore")


def by_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a system that cannot exchange two folders in one step."""
    monkeypatch.setattr(swap, "_exchange", lambda one, other: False)  # noqa: ARG005


def test_a_new_folder(tmp_path: Path) -> None:
    publish(tmp_path / "a" / "output", {"index.html": b"1", "x/y/index.html": b"2"})
    assert content(tmp_path / "a" / "output") == {"index.html": b"1", "x/y/index.html": b"2"}
    assert beside(tmp_path / "a" / "output") == ["inventory.json", "lock"]


def test_the_site_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    publish(tmp_path / "output", {"index.html": b"1"})
    assert (tmp_path / "output").stat().st_mode & 0o755 == 0o755


def test_what_is_no_longer_planned_goes(tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish(output, {"index.html": b"1", "old/page.html": b"2"})
    publish(output, {"index.html": b"3"})
    assert content(output) == {"index.html": b"3"}
    assert not (output / "old").exists()


@pytest.mark.parametrize("name", [".gitkeep", ".gitignore"])
def test_a_placeholder_stays(tmp_path: Path, name: str) -> None:
    output = tmp_path / "output"
    output.mkdir()
    (output / name).write_bytes(b"")
    publish(output, {"index.html": b"1"})
    publish(output, {"index.html": b"2"})
    assert content(output) == {name: b"", "index.html": b"2"}


def test_files_of_others_stay(tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish(output, {"index.html": b"1"})
    (output / "CNAME").write_bytes(b"board.example")
    (output / "deep" / "er").mkdir(parents=True)
    (output / "deep" / "er" / "photo.jpg").write_bytes(b"jpg")
    (output / "empty").mkdir()
    (output / "link").symlink_to("deep")
    publish(output, {"index.html": b"2"})
    assert (output / "CNAME").read_bytes() == b"board.example"
    assert (output / "deep/er/photo.jpg").read_bytes() == b"jpg"
    assert (output / "empty").is_dir()
    assert os.readlink(output / "link") == "deep"  # noqa: PTH115 - the text of the link itself


def test_a_file_of_others_is_not_overwritten(tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish(output, {"index.html": b"1"})
    (output / "new.html").write_bytes(b"mine")
    with pytest.raises(OutputError) as caught:
        publish(output, {"index.html": b"2", "new.html": b"3"})
    assert caught.value.code == "output-file-foreign"
    assert content(output) == {"index.html": b"1", "new.html": b"mine"}


@pytest.mark.parametrize("name", ["letter.docx", "index.html", ".ssh"])
def test_a_folder_of_others_is_refused(tmp_path: Path, name: str) -> None:
    output = tmp_path / "home"
    output.mkdir()
    (output / name).write_bytes(b"mine")
    with pytest.raises(OutputError) as caught:
        publish(output, {"index.html": b"1"})
    assert caught.value.code == "output-foreign"
    assert caught.value.facts["file"] == name
    assert content(output) == {name: b"mine"}
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def test_a_file_or_a_link_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    for name in ("file", "link"):
        with pytest.raises(OutputError) as caught:
            publish(tmp_path / name, {"index.html": b"1"})
        assert caught.value.code == "output-not-folder"


def test_without_commit_nothing_changes(tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish(output, {"index.html": b"1"})
    with open_staging(output) as staging:
        staging.put("index.html", "k", "page", b"2")
    with pytest.raises(ZeroDivisionError), open_staging(output) as staging:
        staging.put("index.html", "k", "page", bytes(1 // 0))
    assert content(output) == {"index.html": b"1"}
    assert beside(output) == ["inventory.json", "lock"]


def test_a_swap_that_fails_half_way_is_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "output"
    publish(output, {"index.html": b"1"})
    by_turns(monkeypatch)
    rename = Path.rename
    calls: list[Path] = []

    def failing(self: Path, target: Path) -> Path:
        calls.append(self)
        if len(calls) == 2:
            raise PermissionError("no")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(PermissionError):
        publish(output, {"index.html": b"2"})
    assert content(output) == {"index.html": b"1"}


def test_a_kill_between_the_two_renames_is_mended_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "output"
    publish(output, {"index.html": b"1"})
    by_turns(monkeypatch)
    rename = Path.rename

    def dying(self: Path, target: Path) -> Path:
        moved = rename(self, target)
        raise KeyboardInterrupt(str(moved))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", dying)
        with pytest.raises(KeyboardInterrupt):
            publish(output, {"index.html": b"2"})
    assert not output.exists()
    with open_staging(output):
        pass
    assert content(output) == {"index.html": b"1"}
    assert beside(output) == ["inventory.json", "lock"]


def test_keep_takes_over_only_what_is_the_same(tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish(output, {"a": b"1", "b": b"2", "c": b"3"})
    (output / "b").write_bytes(b"X")
    (output / "c").unlink()
    with open_staging(output) as staging:
        assert staging.keep("a", "key of a")
        assert not staging.keep("a", "another key")
        assert not staging.keep("b", "key of b"), "somebody changed it"
        assert not staging.keep("c", "key of c"), "somebody deleted it"
        assert not staging.keep("d", "key of d")
        staging.put("b", "key of b", "page", b"2")
        staging.put("d", "key of d", "page", b"4")
        assert staging.changed() == ["d"]
        staging.commit()
    assert content(output) == {"a": b"1", "b": b"2", "d": b"4"}


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", '{"version": 99, "files": {}}', '{"version": 2}'),
        '{"version": 2, "files": {"a": 3}}',
        '{"version": 2, "files": {"a": ["", "", "", "", 0, []]}}',
    ],
)
def test_a_damaged_manifest_is_no_manifest(tmp_path: Path, text: str) -> None:
    (tmp_path / ".linli").mkdir()
    (tmp_path / ".linli" / "manifest.json").write_text(text)
    assert load_manifest(tmp_path) is None
