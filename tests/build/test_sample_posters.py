"""The project's own content with its posters, built once, and every PDF read back.

That of three committees; of all in the exhaustive form.
"""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

import pytest

from generator.build import BuildOptions, BuildResult, build_site, read_site
from generator.model.board import Board
from generator.plan.context import Context
from generator.plan.posters import plan_item_poster
from generator.plan.views import PosterView
from generator.read import read_board
from generator.render.fonts import cache_folder, find_faces, missing_requirements, prepare_faces
from generator.render.posters import PosterPress
from generator.render.theme import find_theme
from tests.build.test_build import SURROUNDINGS, build_in
from tests.posters.reading import Printed
from tests.sites_for_tests import SAMPLE, SMALL, STAMPS, TODAY, plan, sample_board

MISSING = missing_requirements()
pytestmark = [
    pytest.mark.posters,
    pytest.mark.slow,
    pytest.mark.skipif(bool(MISSING), reason=f"this machine lacks {', '.join(MISSING)}"),
]


COMMITTEES = ("jian-er", "fu-xing", "shun-liu")


@dataclass(frozen=True)
class Built:
    site: Path
    output: Path
    result: BuildResult

    @cached_property
    def board(self) -> Board:
        board = read_board(self.site).board
        assert board is not None
        return board

    def views(self) -> dict[str, PosterView]:
        return {
            path: cast("PosterView", artifact.view)
            for path, artifact in plan(self.board).items()
            if path.startswith("posters/") and path.endswith(".pdf")
        }

    def posters(self) -> Iterator[tuple[str, Path]]:
        """Each poster with its address."""
        for path in sorted((self.output / "posters").rglob("*.pdf")):
            yield path.relative_to(self.output).as_posix(), path


def build(site: Path, output: Path) -> Built:
    options = BuildOptions(site=site, output=output, today=TODAY)
    return Built(site, output, build_site(read_site(site), options))


@pytest.fixture(scope="module", params=["some", pytest.param("all", marks=pytest.mark.exhaustive)])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("sample")
    if request.param == "all":
        return build(SAMPLE, folder / "output")
    shutil.copytree(SAMPLE / "content", folder / "content")
    for committee in (folder / "content/committees").iterdir():
        if committee.name not in COMMITTEES:
            shutil.rmtree(committee)
    return build(folder, folder / "output")


def test_everything_could_be_printed(built: Built) -> None:
    assert built.result.published
    expected = ("time-", "step-future")  # the sample tells of a whole year, TODAY is early in it
    assert [p.code for p in built.result.problems if not p.code.startswith(expected)] == []
    assert [path for path, _ in built.posters()] == sorted(built.views())


def test_four_posters_for_each_compound(built: Built) -> None:
    for compound in built.board.compounds:
        assert len(list((built.output / "posters" / compound.id).glob("*.pdf"))) >= 4


def test_each_says_what_its_content_says(built: Built) -> None:
    planned = built.views()
    for path, file in built.posters():
        view, printed = planned[path], Printed(file.read_bytes())
        if view.one_page:
            assert printed.page_count == 1, path
        text, frame = printed.text(), view.frame
        for words in (frame.compound, frame.committee, frame.title, frame.short_url or ""):
            assert "".join(words.split()) in text, (path, words)
        if frame.take_down:
            assert f"{frame.take_down.month}月{frame.take_down.day}日" in text, path


def test_codes_lead_to_pages_of_the_site(built: Built) -> None:
    planned = built.views()
    seen: set[str] = set()
    for path, file in built.posters():
        url = planned[path].frame.url or ""
        if url not in seen:  # the same code stands on an item's poster in every compound
            seen.add(url)
            assert Printed(file.read_bytes()).codes() == [url], path
            assert (built.output / urlsplit(url).path.lstrip("/") / "index.html").is_file()
    assert len(seen) > 20


def test_pdftotext_reads_the_chinese(built: Built) -> None:
    """Another reader than the one of the other tests, as a blind resident's would be."""
    path = built.output / "posters/hexie/event-jian-er-2026-03-05-xue-lei-feng.pdf"
    try:
        done = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True)
    except FileNotFoundError:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    text = "".join(done.stdout.decode().split())
    for words in ("学雷锋便民服务日", "3月5日（周四）", "9:00–11:00", "邻里驿站", "和谐小区",
                  "021-01234501", "请于2026年3月5日后取下"):  # fmt: skip
        assert words in text


def test_a_second_build_makes_no_poster_again(built: Built) -> None:
    before = {path: file.read_bytes() for path, file in built.posters()}
    again = build(built.site, built.output)
    assert again.result.to_print == []
    assert again.result.kept == len(_files(built))
    assert {path: file.read_bytes() for path, file in again.posters()} == before


def _files(built: Built) -> list[Path]:
    every = built.output.rglob("*")
    return [path for path in every if path.is_file() and ".linli" not in path.parts]


def test_some_posters_made_anew_are_the_same_bytes(tmp_path: Path) -> None:
    """In other processes and surroundings, with nothing taken over and nothing logged."""
    results = []
    for workers, surroundings in zip(("1", "2"), SURROUNDINGS, strict=True):
        site = Path(shutil.copytree(SMALL, tmp_path / workers / "site"))
        assert build_in(surroundings, site, "--workers", workers) == b""
        results.append({p.name: p.read_bytes() for p in (site / "output").rglob("*.pdf")})
    assert results[0] == results[1]
    assert len(results[0]) >= 5


def test_every_item_fits_whatever_the_day() -> None:
    """Not only those that hang today: a build on any day must be clean."""
    board, found = sample_board(), find_faces()
    assert found
    press = PosterPress(find_theme("linli", SAMPLE), prepare_faces(found, cache_folder(), ""))
    context = Context(board, TODAY, STAMPS)
    for item in (*board.events, *board.notices):
        artifact = plan_item_poster(context, board.compounds_of(item)[0], item)
        assert press.render(artifact.path, cast("PosterView", artifact.view))
    assert press.log == ()
