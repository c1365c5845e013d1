"""A build with nothing to do does not begin, and says what the one before it said."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.build import BuildOptions, BuildResult, build_site, read_site
from generator.build import unchanged as module
from generator.build.problem_notes import dump_problem, load_problem
from generator.build.unchanged import Note, Start, is_unchanged, load_note, scan_inputs
from generator.listing import RACY, RECENT, Listing, list_tree, mark_recent, still_holds
from generator.problems import Edit, FieldPath, Place, Problem, Severity, Term
from generator.write.inventory import load_inventory, save_inventory
from generator.write.packs import write_whole
from generator.write.workshop import find_workshop
from tests.sites_for_tests import SAMPLE, SMALL, TODAY

EVENT = "content/committees/东居委/活动/2026-03-03-元宵.md"


def options(site: Path) -> BuildOptions:
    return BuildOptions(site=site, output=site / "output", today=TODAY, posters=False)


def build(site: Path, *, later: int = 2 * RACY) -> BuildResult:
    """Build a site long after everything was changed."""
    inputs = scan_inputs(options(site))
    start = Start(inputs.newest + later, inputs)
    return build_site(read_site(site), options(site), start=start)


def note_of(site: Path) -> Note:
    note = load_note(site / "output")
    assert note
    return note


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    site = Path(shutil.copytree(SMALL, folder / "site"))
    shutil.copytree(SAMPLE / "themes" / "linli", site / "themes" / "linli")
    (site / EVENT).write_text((site / EVENT).read_text("utf-8").replace("地点:", "地奌:"), "utf-8")
    assert build(site).published
    return site


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """A site that was built, as its folder is after having moved; the note moves with it."""
    folder = Path(shutil.copytree(built, tmp_path / "site", copy_function=shutil.copy2))
    note = note_of(folder)
    # The place of the site is one of the inputs, so note what a build there would have noted.
    inputs = scan_inputs(options(folder)).digest
    output = folder / "output"
    inventory = load_inventory(output)
    assert inventory
    save_inventory(output, list_tree(output), inventory.manifest)
    inventory = load_inventory(output)
    assert inventory
    moved = replace(note, inputs=inputs, outputs=inventory.digest)
    (find_workshop(folder / "output") / "unchanged.json").write_bytes(module.dump_note(moved))
    return folder


def is_same(site: Path, **asked: object) -> bool:
    question = replace(options(site), **asked)  # type: ignore[arg-type]
    return is_unchanged(note_of(site), scan_inputs(question), question)


def test_nothing_changed(site: Path) -> None:
    assert is_same(site)
    result = note_of(site).result
    assert result.kept == result.files > 0
    assert result.left_out == [EVENT]
    again = build_site(read_site(site), options(site))
    assert replace(again, to_print=[]) == replace(result, to_print=[])
    assert again.to_print == result.to_print


def touch(path: Path) -> None:
    state = path.stat()
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns + 1_000_000))


def page(site: Path) -> Path:
    return site / "output" / "index.html"


CHANGES: dict[str, Callable[[Path], object]] = {
    "a file touched": lambda site: touch(site / EVENT),
    "a file added": lambda site: (site / "content/notices/a.md").write_bytes(b""),
    "a file deleted": lambda site: (site / EVENT).unlink(),
    "a file renamed": lambda site: (site / EVENT).rename((site / EVENT).with_name("a.md")),
    "the theme": lambda site: touch(site / "themes/linli/base.html"),
    "another theme": lambda site: (site / "themes/plain.css").write_bytes(b""),
    "a page edited": lambda site: page(site).write_bytes(page(site).read_bytes() + b" "),
    "a page deleted": lambda site: page(site).unlink(),
    "somebody else's file": lambda site: (site / "output/CNAME").write_bytes(b""),
    "the output gone": lambda site: shutil.rmtree(site / "output"),
    "something printed": lambda site: write_whole(site / ".linli/printed.json", b"{}"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_noticed(site: Path, change: str) -> None:
    CHANGES[change](site)
    assert not is_same(site)


@pytest.mark.parametrize("name", [".a.md.swp", "~$a.docx", "Thumbs.db"])
def test_what_editors_leave_is_no_change(site: Path, name: str) -> None:
    (site / "content" / name).write_bytes(b"")
    assert is_same(site)


def test_another_day_and_other_options_are_changes(site: Path) -> None:
    assert not is_same(site, today=date(2026, 3, 3))
    assert not is_same(site, posters=True)
    assert not is_same(site, strict=True)


def test_another_library_is_a_change(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "library" / "jinja2-99.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(tmp_path / "library"))
    assert not is_same(site)


def test_a_change_just_before_a_build_could_be_followed_by_another(site: Path) -> None:
    assert build(site, later=RACY // 2).published
    assert not is_same(site)
    assert load_inventory(site / "output"), "what was written is known all the same"


@pytest.mark.parametrize("damage", [b"", b"{}", b"0\n{}", None])
def test_a_damaged_note_is_no_note(site: Path, damage: bytes | None) -> None:
    path = find_workshop(site / "output") / "unchanged.json"
    path.write_bytes(path.read_bytes()[:-2] if damage is None else damage)
    assert load_note(site / "output") is None


def test_problems_are_said_again_as_they_were() -> None:
    term = Term("取消", "cancelled", "取消")
    problem = Problem(
        place=Place(path="a.csv", line=2, column=3, cells=("a", "b"), offset=1),
        code="x",
        severity=Severity.WARNING,
        facts={
            "a": "1",
            "b": 2,
            "c": TODAY,
            "d": term,
            "e": (term, term),
            "f": FieldPath((term, 1)),
        },
        edits=(Edit(line=1, column=2, length=3, text="x"),),
    )
    assert load_problem(dump_problem(problem)) == problem


FOR_POSTERS = ("fontTools", "pikepdf", "pypdfium2", "uharfbuzz", "weasyprint")


def test_an_unchanged_build_imports_nothing_but_the_standard_library(tmp_path: Path) -> None:
    """Two builds from the command line; the second may import Linli's own light modules."""
    site = Path(shutil.copytree(SMALL, tmp_path / "site"))
    for path in (*site.rglob("*"), site):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    program = (
        "import sys, time; before = set(sys.modules)\n"
        "time.time_ns = lambda: 4_000_000_000_000_000_000\n"
        "from generator.commands import main\n"
        f"code = main(['build', '--site', {str(site)!r}, '--today', '2026-03-02',"
        " '--no-posters', '--lang', 'en'])\n"
        "names = {name.partition('.')[0] for name in set(sys.modules) - before}\n"
        "print(sorted(n for n in names - sys.stdlib_module_names if n[0] != '_'))\n"
        "sys.exit(code)"
    )
    environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    said = [
        subprocess.run(
            [sys.executable, "-c", program],
            check=True, cwd=SAMPLE, env=environment, capture_output=True, text=True,
        ).stdout.splitlines()
        for _ in range(2)
    ]  # fmt: skip
    assert "pydantic" in said[0][-1]
    assert not any(name in said[0][-1] for name in FOR_POSTERS)
    assert said[1][-1] == "['generator']"
    assert said[0][0].partition(" in ")[0] == said[1][0].partition(" in ")[0]


def test_a_folder_is_as_it_was_listed(tmp_path: Path) -> None:
    """Also in folders whose times say it, and in one that was made when all were listed."""
    for name in ("old/a", "old/b/c", "new/d", "with\ttab"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    for folder in ("old/b", "old"):
        os.utime(tmp_path / folder, (1_700_000_000, 1_700_000_000))
    listed = list_tree(tmp_path)
    mark_recent(listed)
    assert [path for path, time in listed.folders.items() if time == RECENT] == ["", "new"]
    assert still_holds(tmp_path, listed)
    assert not still_holds(tmp_path, Listing())
    for name in ("old/e", "old/b/e", "new/e", "e"):
        times = (tmp_path / name).parent.stat()
        (tmp_path / name).touch()
        assert not still_holds(tmp_path, listed)
        (tmp_path / name).unlink()
        os.utime((tmp_path / name).parent, ns=(times.st_atime_ns, times.st_mtime_ns))
        assert still_holds(tmp_path, listed)
    (tmp_path / "new/d").unlink()
    assert not still_holds(tmp_path, listed)


@pytest.mark.parametrize("name", ["a\nb", "a\tb", "a\\b", "..\n", "\n/x"])
def test_no_name_of_a_file_can_break_an_inventory(tmp_path: Path, name: str) -> None:
    """What is in the output may have any name; at worst there is no inventory then."""
    output = tmp_path / "output"
    (output / name).parent.mkdir(parents=True)
    (output / name).write_bytes(b"")
    find_workshop(output).mkdir()
    save_inventory(output, list_tree(output), "")
    inventory = load_inventory(output)
    assert inventory is None or still_holds(output, inventory.listing)
