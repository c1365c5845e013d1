"""Places that must not be written to, and outputs in which somebody has set a trap.

Every case is run with the real commands; then all of the tree around must be as it was, byte for
byte, but for the output itself and its workshop.
"""

import io
import json
import os
import shutil
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from generator.commands import main
from generator.listing import state_of
from generator.write import OutputError, mirror, open_staging
from generator.write.guard import guard_folder
from generator.write.inventory import load_inventory, save_inventory
from generator.write.packs import write_pack
from tests.hostile.snapshot import Snapshot, take_snapshot
from tests.sites_for_tests import SMALL, TODAY

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where Linli keeps what it knows of the machine; no part of what is looked at."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def place(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with a site, another site, letters and a working folder."""
    home = tmp_path / "disk" / "home"
    for name in ("letters", "work", "empty"):
        (home / name).mkdir(parents=True)
    for name in ("site", "other"):
        site = home / name
        (site / "content").mkdir(parents=True)
        (site / "content" / "site.yaml").write_text("名称: 测试街道公告栏\n", "utf-8")
        for inner in (".linli", ".linli-backup/2026", "themes/own", "content/committees/dong"):
            (site / inner).mkdir(parents=True)
        (site / ".linli" / "printed.json").write_text("{}", "utf-8")
        (site / "themes" / "own" / "page.html").write_text("", "utf-8")
    (home / "letters" / "will.docx").write_bytes(b"mine")
    (home / "link").symlink_to("letters")
    (home / "link-to-empty").symlink_to("empty")
    (home / "dead").symlink_to("nowhere")
    (home / "loop").symlink_to("loop")
    (home / "shortcut").symlink_to("site/content")
    os.mkfifo(home / "pipe")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.chdir(home / "work")
    return home


REFUSED = [
    # the site and what is in it
    *("site", "site/", "site/.", "site/content", "site/content/output", "site/content/committees"),
    *("site/content/committees/dong/out", "site/themes", "site/themes/own", "site/themes/new"),
    *("site/.linli", "site/.linli/out", "site/.linli-backup", "site/.linli-backup/2026/out"),
    *("site/content/../content", "site/output/../content", "site/output/..", "site/x/../../site"),
    # people's folders, and all around them
    *("", ".", "..", "../..", "../../..", "work", "work/..", "letters", "other", "other/content"),
    *("/", "//", "/..", "/home/..", "/etc", "/usr", "/dev", "/proc", "/dev/null", "/etc/passwd"),
    # links, and what is no folder
    *("link", "link-to-empty", "dead", "loop", "shortcut", "shortcut/out", "pipe"),
    *("letters/will.docx", "letters/will.docx/out", "loop/out", "link/../site", "link-to-empty/"),
    # names
    *("con", "nul.out", "out.", "out ", "a:b", "a\tb", "a\x1b[2J", "a\u202eb", "a\\b", "x" * 256),
]


def around(home: Path) -> Snapshot:
    return take_snapshot(home.parent)


def test_there_are_enough_of_them() -> None:
    assert len(REFUSED) >= 60


@pytest.mark.parametrize("name", REFUSED)
def test_a_place_that_is_refused(place: Path, name: str) -> None:
    before = around(place)
    site = place / "site"
    output = Path(name) if name in ("", ".") or name.startswith("..") else place / name
    for command in (("build", "--no-posters"), ("print", "--take-down")):
        said = io.StringIO()
        with redirect_stdout(said), redirect_stderr(said):
            where = ("--site", str(site), "--output", str(output))
            code = main([*command, *where, "--today", TODAY.isoformat()])
        # Packs are new files and replace nothing, so a folder of letters may have them.
        assert code == 1 or "print" in command
        assert "Traceback" not in said.getvalue()
        assert not {"\x1b", "\u202e"} & set(said.getvalue())
        assert around(place) == before


ALLOWED = [
    "site/output",
    "site/public",
    "new",
    "new/deep/er",
    "empty",
    "other/public",
    "a b",
    "输出",
]


@pytest.mark.parametrize("name", [*ALLOWED, "link-to-empty/out", "link/../new", "work/out"])
def test_a_place_of_its_own(place: Path, name: str) -> None:
    guard_folder(place / name, place / "site", place / "site" / "content")
    with open_staging(place / name) as staging:
        staging.put("index.html", "key", "page", b"1")
        staging.commit()
    assert (place / name / "index.html").read_bytes() == b"1"


def publish(output: Path, number: int = 1) -> None:
    with open_staging(output) as staging:
        for path in ("index.html", "a/b/page.html", "x/code/index.html"):
            if not staging.keep(path, f"{number}"):
                staging.put(path, f"{number}", "page", b"%d" % number)
        staging.commit()


def change_manifest(output: Path, **changes: object) -> None:
    path = output / ".linli/manifest.json"
    path.write_text(json.dumps(json.loads(path.read_bytes()) | changes), "utf-8")


def entry(key: str = "2", **changes: object) -> list[object]:
    digest = "d4735e3a265e16eee03f59718b9b5d03019c07d8b6c51f90da3a666eec13ab35"
    usual = {"key": key, "kind": "page", "size": 1, "digest": digest, "pages": 0, "left_out": []}
    return list((usual | changes).values())


def list_more(*paths: str) -> Callable[[Path], object]:
    """Make the manifest claim more files than Linli wrote."""

    def trap(output: Path) -> None:
        files = {path: entry() for path in (*paths, "index.html")}
        change_manifest(output, files=files)

    return trap


def replace_by_link(name: str, target: str) -> Callable[[Path], object]:
    def trap(output: Path) -> None:
        path = output / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(target)

    return trap


def workshop(name: str) -> Callable[[Path], object]:
    """Put a link to somebody's letters where builds work."""

    def trap(output: Path) -> None:
        shop = output.with_name(".output.linli")
        path = shop / name
        if not name:
            shutil.rmtree(shop)
        elif path.is_dir():
            shutil.rmtree(path)
        elif path.exists():
            path.unlink()
        path.symlink_to("../letters" if not name else "../../letters")

    return trap


def write(name: str, text: str) -> Callable[[Path], object]:
    def trap(output: Path) -> None:
        (output / name).write_text(text, "utf-8")

    return trap


def pipe(name: str) -> Callable[[Path], object]:
    def trap(output: Path) -> None:
        (output / name).unlink()
        os.mkfifo(output / name)

    return trap


def forge(folders: dict[str, str], files: dict[str, str]) -> Callable[[Path], object]:
    """Make the inventory claim more than Linli wrote, with the states that it has."""

    def trap(output: Path) -> None:
        inventory = load_inventory(output)
        assert inventory
        for path, real in folders.items():
            inventory.listing.folders[path] = (output / real).lstat().st_mtime_ns
        for path, real in files.items():
            inventory.listing.files[path] = state_of((output / real).lstat())
        mirrored = output.with_name(".output.linli") / "mirror"
        times = {"": mirrored.lstat().st_mtime_ns} if mirrored.is_dir() else {}
        for folder in mirrored.rglob("*"):
            if folder.is_dir():
                times[folder.relative_to(mirrored).as_posix()] = folder.lstat().st_mtime_ns
        save_inventory(output, inventory.listing, inventory.manifest, times)

    return trap


def link_in_mirror(output: Path, *, is_seen: bool = True) -> None:
    """Put a link to somebody's letters in the place of a folder of the mirror."""
    mirrored = output.with_name(".output.linli") / "mirror"
    mirrored.mkdir(exist_ok=True)
    shutil.rmtree(mirrored / "a", ignore_errors=True)
    (mirrored / "a").symlink_to("../../letters")
    if not is_seen:
        forge({}, {})(output)


TRAPS: dict[str, Callable[[Path], object]] = {
    "absolute paths": list_more("/etc/hostname", "/home", "//x"),
    "paths that climb": list_more("../letters/will.docx", "a/../../letters/will.docx", ".."),
    "paths through a link": lambda o: (
        replace_by_link("a", "../letters")(o), list_more("a/will.docx")(o)
    ),
    "a folder that is a link": replace_by_link("a", "../letters"),
    "a folder deeper that is a link": replace_by_link("a/b", "../../letters"),
    "a link to all": replace_by_link("x", "/"),
    "a page that is a link": replace_by_link("index.html", "../letters/will.docx"),
    "a page that is a link to the same": lambda o: (
        (o.parent / "same").write_bytes(b"1"), replace_by_link("index.html", "../same")(o)
    ),
    "a page that is a pipe": pipe("index.html"),
    "a page that is a folder": lambda o: (
        shutil.move(o / "index.html", o / "x"), shutil.copytree(o / "a", o / "index.html")
    ),
    "a mark that is a link": replace_by_link(".linli", "../letters"),
    "a manifest that is a link": replace_by_link(".linli/manifest.json", "../../letters/will.docx"),
    "a manifest that is a pipe": pipe(".linli/manifest.json"),
    "no manifest": lambda o: (o / ".linli/manifest.json").unlink(),
    "an empty manifest": write(".linli/manifest.json", ""),
    "half a manifest": write(".linli/manifest.json", '{"version": 2, "files": {'),
    "a deep manifest": write(".linli/manifest.json", "[" * 200_000),
    "a list": write(".linli/manifest.json", "[]"),
    "a great number": write(".linli/manifest.json", '{"version": 2, "files": {"a": 1e999}}'),
    "another version": lambda o: change_manifest(o, version=99),
    "wrong types": lambda o: change_manifest(o, files={"index.html": entry(size="1", digest=5)}),
    "wrong parts": lambda o: change_manifest(o, files={"a": entry(left_out=[["x"]])}),
    "unknown fields": lambda o: change_manifest(o, files={"a": entry(run="rm -rf")}),
    "an inventory that climbs": forge(
        {"../letters": "../letters", "a/../../letters": "../letters"},
        {"../letters/will.docx": "../letters/will.docx"},
    ),
    "an inventory that leads through a link": lambda o: (
        replace_by_link("a", "../letters")(o),
        forge({"a": "a", "a/b": "a"}, {"a/will.docx": "../letters/will.docx"})(o),
    ),
    "a mirror that leads through a link": link_in_mirror,
    "a mirror that leads through a link unseen": lambda o: link_in_mirror(o, is_seen=False),
    "a workshop that is a link": workshop(""),
    "a lock that is a link": workshop("lock"),
    "a new site that is a link": workshop("fresh"),
    "a next site that is a link": workshop("next"),
    "a mirror that is a link": workshop("mirror"),
    "an old site that is a link": workshop("retired"),
    "a note that is a link": workshop(".gitignore"),
    "a folder emptied by hand": lambda o: (o / "a/b/page.html").unlink(),
}  # fmt: skip


@pytest.mark.parametrize("is_large", [False, True], ids=["small", "large"])
@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_in_the_output(
    place: Path, trap: str, monkeypatch: pytest.MonkeyPatch, *, is_large: bool
) -> None:
    """A build between traps writes its site or refuses, and nothing beside it changes."""
    monkeypatch.setattr(mirror, "WORTH_A_MIRROR", 1 if is_large else 1000)
    output = place / "output"
    publish(output)
    TRAPS[trap](output)
    before = rest_of(place)
    try:
        publish(output, 2)
        assert (output / "index.html").read_bytes() == b"2"
        assert not (output / "index.html").is_symlink()
    except OutputError as error:
        assert error.code in (
            *("output-not-folder", "output-foreign", "output-file-foreign", "output-mark-damaged"),
        )
    except OSError as error:
        assert "lock" in str(error), "only what cannot be locked is the machine's failure"
    assert rest_of(place) == before


def rest_of(place: Path) -> Snapshot:
    """Everything but the output and its workshop."""
    all_around = around(place)
    return {
        path: found
        for path, found in all_around.items()
        if not path.startswith(("home/output", "home/.output.linli"))
    }


def test_a_bind_mount_is_said(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder on which another disk is mounted cannot be exchanged."""
    output = place / "output"
    publish(output)
    monkeypatch.setattr("os.path.ismount", lambda path: Path(path) == output)
    with pytest.raises(OutputError) as caught:
        publish(output, 2)
    assert caught.value.code == "output-mounted"
    assert (output / "index.html").read_bytes() == b"1"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("INDEX.html", "output-address-twice"), ("index.html", "output-address-twice"),
        ("a/B/page.html", "output-address-twice"), ("con/index.html", "output-address-wrong"),
        ("a/nul.html", "output-address-wrong"), ("../x.html", "output-address-wrong"),
        ("/x.html", "output-address-wrong"), ("a//x.html", "output-address-wrong"),
        ("a/x.html.", "output-address-wrong"), ("a\\x.html", "output-address-wrong"),
        ("a/" + "x" * 300, "output-address-wrong"),
    ],
)  # fmt: skip
def test_an_address_that_cannot_be(place: Path, path: str, code: str) -> None:
    """Whatever plans or themes come up with, two files never share a place."""
    with open_staging(place / "output") as staging:
        staging.put("index.html", "key", "page", b"1")
        staging.put("a/b/page.html", "key", "page", b"1")
        with pytest.raises(OutputError) as caught:
            staging.put(path, "other key", "page", b"2")
    assert caught.value.code == code
    assert not (place / "output").exists()


def test_what_comes_during_the_swap_stays(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who saves a file into the output at that moment does not lose it."""
    output = place / "output"
    publish(output)
    flush = "generator.write.renewal.flush_folder"
    monkeypatch.setattr(flush, lambda *_: (output / "a" / "late.txt").write_bytes(b"mine"))
    publish(output, 2)
    assert (output / "a" / "late.txt").read_bytes() == b"mine"
    assert (output / "index.html").read_bytes() == b"2"


# Other commands that write ----------------------------------------------------------------------


def run(*words: str) -> tuple[int, str]:
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = main(list(words))
    return code, said.getvalue()


def test_packs_change_nothing_that_is_there(place: Path) -> None:
    folder = place / "packs"
    folder.mkdir()
    (folder / "a.pdf").symlink_to("../letters/will.docx")
    os.mkfifo(folder / "a-2.pdf")
    before = around(place)
    written = write_pack(folder, "a", b"%PDF-1")
    assert written == folder / "a-3.pdf"
    after = around(place)
    assert after.pop("home/packs/a-3.pdf")[1] == b"%PDF-1"
    assert after == before, "also no .gitignore in a folder that was there"


def test_what_was_printed_is_never_noted_behind_a_link(place: Path) -> None:
    site = place / "site"
    shutil.rmtree(site / ".linli")
    (site / ".linli").symlink_to(place / "letters")
    before = around(place)
    code, said = run("print", "--site", str(site), "--today", TODAY.isoformat(), "--lang", "zh")
    assert (code, "是一个链接" in said) == (1, True)
    assert around(place) == before


@pytest.mark.parametrize("kind", ["file", "link", "dead link", "folder", "pipe"])
def test_the_guide_overwrites_a_pdf_and_nothing_else(place: Path, kind: str) -> None:
    target = place / "guide.pdf"
    if kind == "file":
        target.write_bytes(b"my own words")
    elif kind == "folder":
        target.mkdir()
    elif kind == "pipe":
        os.mkfifo(target)
    else:
        target.symlink_to("letters/will.docx" if kind == "link" else "letters/new.pdf")
    before = around(place)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.commands.guide.missing_requirements", list)
        patch.setattr("generator.commands.guide.print_guide", lambda _: None)
        code, said = run("guide", "--pdf", str(target), "--lang", "zh")
    assert code == 1
    assert "没有动它" in said
    assert around(place) == before


def test_new_files_are_never_written_through_links(place: Path, tmp_path: Path) -> None:
    site = Path(shutil.copytree(SMALL, tmp_path / "small"))
    events = site / "content/committees/东居委/活动"
    shutil.rmtree(events)
    shutil.rmtree(events.with_name("events"), ignore_errors=True)
    events.symlink_to(place / "letters")
    before = around(place)
    where = ("--site", str(site), "--committee", "dong", "--today", TODAY.isoformat())
    code, said = run("add", "活动", "联欢", *where, "--lang", "zh")
    assert (code, "是一个链接" in said) == (1, True)
    assert around(place) == before


def test_originals_are_never_kept_behind_a_link(place: Path, tmp_path: Path) -> None:
    site = Path(shutil.copytree(SMALL, tmp_path / "small"))
    notice = site / "content/committees/东居委/通知/gbk.md"
    notice.write_bytes("---\n类别: 通知\n标题: 停水\n---\n正文\n".encode("gb18030"))
    (site / ".linli-backup").symlink_to(place / "letters")
    before, text = around(place), notice.read_bytes()
    code, said = run("check", "--fix", "--site", str(site), "--today", TODAY.isoformat())
    assert code == 1
    assert ".linli-backup" in said
    assert (around(place), notice.read_bytes()) == (before, text)


def test_a_new_site_is_never_made_where_something_is(place: Path) -> None:
    before = around(place)
    for name in ("letters", "site", "link", "pipe", "letters/will.docx", "loop", "dead"):
        code, said = run("new", str(place / name), "--yes", "--today", TODAY.isoformat())
        assert (code, "Traceback" in said) == (1, False)
        assert around(place) == before
