"""A large site has a mirror: the next one begins with it, and nothing is different for that."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.listing import list_tree, mark_recent, still_holds
from generator.write import OutputError, mirror, open_staging, renewal
from generator.write.inventory import load_inventory
from generator.write.workshop import find_workshop
from tests.write.builder import is_mirrored
from tests.write.test_output import content, publish

SITE = {
    "index.html": b"1",
    "a/page.html": b"2",
    "a/b/page.html": b"3",
    "x/code/index.html": b"4",
    "x/gone/index.html": b"5",
}


@pytest.fixture(autouse=True)
def _with_mirror(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mirror, "WORTH_A_MIRROR", 1)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    output = tmp_path / "output"
    publish(output, SITE)
    return output


def mirror_of(output: Path) -> Path:
    return find_workshop(output) / "mirror"


def renew(output: Path, changes: dict[str, bytes | None]) -> list[str]:
    """Publish what was there but for some files; return which could not be taken over."""
    with open_staging(output) as staging:
        damaged = staging.keep_all(changes)
        for path in damaged:
            staging.put(path, f"key of {path}", "page", SITE[path])
        for path, data in changes.items():
            if data is not None:
                staging.put(path, f"new key of {path}", "page", data)
        staging.commit()
    return damaged


def test_a_mirror_is_the_site_in_hard_links(output: Path) -> None:
    assert is_mirrored(output)
    assert content(mirror_of(output)) == SITE


def test_a_build_begins_with_the_mirror(output: Path) -> None:
    kept = (output / "a/page.html").stat()
    folders = (mirror_of(output) / "a").stat()
    changes: dict[str, bytes | None] = {"index.html": b"new", "y/page.html": b"6"}
    assert renew(output, changes | {"x/gone/index.html": None}) == []
    expected = {**SITE, **changes}
    del expected["x/gone/index.html"]
    assert content(output) == expected
    assert not (output / "x/gone").exists()
    assert os.path.samestat((output / "a/page.html").stat(), kept)
    assert os.path.samestat((output / "a").stat(), folders), "folders are not made again"
    assert is_mirrored(output)


def test_what_is_withdrawn_is_not_in_the_mirror(output: Path) -> None:
    builds: list[dict[str, bytes | None]] = [
        {"index.html": b"x", "x/gone/index.html": None},
        {"a/page.html": None},
        {},
    ]
    for build in builds:
        old = {path: (output / path).read_bytes() for path in build}
        renew(output, build)
        left = [path.read_bytes() for path in find_workshop(output).rglob("*.html")]
        assert not set(old.values()) & set(left)
        assert is_mirrored(output)


def test_keep_all_takes_over_all_but_what_is_named(output: Path) -> None:
    (output / "a/page.html").write_bytes(b"mine")
    os.utime(output / "index.html", (1, 1))
    with open_staging(output) as staging:
        assert staging.keep_all(["x/gone/index.html", "no/such.html"]) == ["a/page.html"]
        assert set(staging.files) == SITE.keys() - {"x/gone/index.html", "a/page.html"}
        assert staging.changed() == []
        assert staging.read("index.html") == b"1"
        with pytest.raises(OutputError):
            staging.put("INDEX.html", "key", "page", b"")
        staging.put("index.html", "key of index.html", "page", b"!")
        assert staging.changed() == ["index.html"]
        assert staging.read("index.html") == b"!"
        staging.commit()
    assert content(output) == {"index.html": b"!", "a/b/page.html": b"3", "x/code/index.html": b"4"}


def replace_page(output: Path) -> None:
    (output / "n").write_bytes(b"mine")
    (output / "n").replace(output / "a/page.html")


def copy_output(output: Path) -> None:
    put_back(output, Path(shutil.copytree(output, output.parent / "copy")))


def put_back_older(output: Path) -> None:
    older = Path(shutil.copytree(output, output.parent / "copy"))
    renew(output, {"index.html": b"newer"})
    put_back(output, older)


def put_back(output: Path, copy: Path) -> None:
    shutil.rmtree(output)
    copy.rename(output)


def link_mirror(output: Path) -> None:
    elsewhere = mirror_of(output).rename(output.parent / "elsewhere")
    mirror_of(output).symlink_to(elsewhere)


EDITS: dict[str, Callable[[Path], object]] = {
    "written into": lambda o: (o / "a/page.html").write_bytes(b"mine"),
    "replaced": replace_page,
    "deleted": lambda o: (o / "a/page.html").unlink(),
    "its folder deleted": lambda o: shutil.rmtree(o / "a"),
    "touched": lambda o: os.utime(o / "a/page.html", (1, 1)),
    "a folder touched": lambda o: os.utime(o / "a", (1, 1)),
    "copied": copy_output,
    "no inventory": lambda o: (find_workshop(o) / "inventory.json").unlink(),
    "no mirror": lambda o: shutil.rmtree(mirror_of(o)),
    "half a mirror": lambda o: shutil.rmtree(mirror_of(o) / "a"),
    "a mirror that is a link": link_mirror,
    "an older output": put_back_older,
}


@pytest.mark.parametrize("edit", EDITS)
def test_what_somebody_does_to_the_output_is_mended(output: Path, edit: str) -> None:
    EDITS[edit](output)
    renew(output, {"x/code/index.html": b"new"})
    assert content(output) == SITE | {"x/code/index.html": b"new"}
    assert is_mirrored(output)
    renew(output, {"x/code/index.html": b"newer"})
    assert content(output) == SITE | {"x/code/index.html": b"newer"}
    assert is_mirrored(output)


def test_files_of_others_stay_and_are_not_in_the_mirror(output: Path) -> None:
    (output / "CNAME").write_bytes(b"board.example")
    (output / "a" / "photos").mkdir()
    (output / "a" / "photos" / "1.jpg").write_bytes(b"jpg")
    (output / "empty").mkdir()
    (output / "link").symlink_to("a")
    for number in range(3):
        renew(output, {"index.html": b"%d" % number})
        assert (output / "CNAME").read_bytes() == b"board.example"
        assert (output / "a/photos/1.jpg").read_bytes() == b"jpg"
        assert (output / "empty").is_dir()
        assert (output / "link").is_symlink()
        assert content(mirror_of(output)).keys() == SITE.keys()
        assert not (mirror_of(output) / "empty").exists()
    (output / "CNAME").unlink()
    shutil.rmtree(output / "a" / "photos")
    (output / "a" / "later.txt").write_bytes(b"mine")
    renew(output, {})
    assert content(output) == SITE | {"index.html": b"2", "a/later.txt": b"mine"}


def test_what_comes_into_the_old_site_is_published(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody saves a file during the swap; or later, in a window that still shows the old one."""

    def save(*_: object) -> None:
        (output / "a" / "late.txt").write_bytes(b"mine")
        (output / "index.html").unlink()

    monkeypatch.setattr(renewal, "flush_folder", save)
    renew(output, {"a/page.html": b"new"})
    assert (output / "a/late.txt").read_bytes() == b"mine"
    assert (output / "index.html").read_bytes() == b"1"
    assert content(mirror_of(output)) == SITE | {"a/page.html": b"new"}
    monkeypatch.undo()
    monkeypatch.setattr(mirror, "WORTH_A_MIRROR", 1)
    (mirror_of(output) / "a" / "later.txt").write_bytes(b"mine")
    (mirror_of(output) / "a" / "folder").symlink_to("..")
    renew(output, {"a/page.html": b"newer"})
    assert (output / "a/later.txt").read_bytes() == b"mine"
    assert (output / "a/folder").is_symlink()
    renew(output, {"a/page.html": b"newest"})
    assert (output / "a/later.txt").read_bytes() == b"mine"


def test_without_hard_links_there_is_no_mirror(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("no hard links")

    monkeypatch.setattr(os, "link", refuse)
    for number in range(2):
        renew(output, {"index.html": b"%d" % number})
        assert content(output) == SITE | {"index.html": b"%d" % number}
        left = {path.name for path in find_workshop(output).iterdir()}
        assert left == {".gitignore", "lock", "inventory.json"}


def test_a_small_site_has_no_mirror(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mirror, "WORTH_A_MIRROR", 100)
    renew(output, {"index.html": b"new"})
    assert content(output) == SITE | {"index.html": b"new"}
    assert not mirror_of(output).exists()


def test_an_output_that_was_deleted_does_not_come_back(output: Path) -> None:
    shutil.rmtree(output)
    publish(output, {"index.html": b"1"})
    assert content(output) == {"index.html": b"1"}
    assert is_mirrored(output)


def test_a_build_that_stops_leaves_the_mirror(output: Path) -> None:
    with open_staging(output) as staging:
        staging.keep_all(["index.html"])
        staging.put("index.html", "other key", "page", b"new")
    assert content(output) == SITE
    assert is_mirrored(output)


def test_the_inventory_is_what_a_look_at_the_output_finds(output: Path) -> None:
    """It is not made by looking at all files, most of which nothing has happened to."""
    changes: list[dict[str, bytes | None]] = [
        {"index.html": b"new"},
        {"x/gone/index.html": None, "x/gone/other.html": b"5"},
        {"a/b/page.html": None, "new/deep/page.html": b"6"},
        {"new/deep/page.html": None, "a/b/c/page.html": b"7"},
        {"index.html": b"again"},
    ]
    for change in changes:
        (output / "CNAME").touch()
        (output / f"empty{len(change)}").mkdir(exist_ok=True)
        renew(output, change)
        inventory = load_inventory(output)
        assert inventory
        assert still_holds(output, inventory.listing)
        found = list_tree(output)
        mark_recent(found)
        noted = inventory.listing
        assert (noted.files, noted.folders, noted.empty) == (
            (found.files, found.folders, found.empty)
        )
        mirrored = list_tree(mirror_of(output))
        assert inventory.mirror.folders == mirrored.folders
        order = list(noted.folders)
        assert all(
            order.index(path) > order.index(path.rpartition("/")[0]) for path in order if path
        )
