"""docs/institutions.md: every institution of the reports is where its row says it is."""

import re
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from functools import cache
from html import unescape
from typing import cast

import pytest

from generator.plan.artifact import Artifact, Kind
from generator.plan.views import PageView
from generator.render.pages import PagePress
from generator.render.theme import Theme
from tests.sites_for_tests import SAMPLE, plan, sample_board
from tests.sites_for_tests import words_of as said_by

DOCUMENT = (SAMPLE / "docs/institutions.md").read_text("utf-8")
PRESS = PagePress(Theme(SAMPLE / "themes" / "linli"))
COMMITTEES = 16


@dataclass(frozen=True)
class Row:
    """One row of the table, its marked words by column."""

    name: str
    figures: list[str]
    content: list[str]
    pages: list[str]
    posters: list[str]
    tests: list[str]
    hidden: list[str]


def rows() -> list[Row]:
    lines = [line for line in DOCUMENT.splitlines() if line.startswith("|")][2:]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [Row(name, *(re.findall(r"`([^`]+)`", cell) for cell in rest)) for name, *rest in cells]


ROWS = rows()
each_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)


@cache
def site() -> dict[str, Artifact]:
    found = re.search(r"\*\*(\d{4}-\d{2}-\d{2})\*\*", DOCUMENT)
    assert found
    return plan(sample_board(), date.fromisoformat(found[1]))


@cache
def words_of(path: str) -> str:
    page = PRESS.render(path, cast("PageView", site()[path].view)).decode()
    return re.sub(r"\s+", "", unescape(re.sub(r"<[^>]*>", "", page)))


def test_the_table_is_read_whole() -> None:
    assert len(ROWS) == DOCUMENT.count("\n| ") - 1
    assert len({row.name for row in ROWS}) == len(ROWS)
    reviews = [row for row in ROWS if any("/reviews/2018.md" in path for path in row.content)]
    assert len(reviews) == COMMITTEES


@each_row
def test_content_exists(row: Row) -> None:
    assert row.content
    for path in row.content:
        assert (SAMPLE / "content" / path).is_file(), path


@each_row
def test_pages_and_posters_exist(row: Row) -> None:
    assert row.pages or row.hidden
    for path in row.pages:
        assert site()[path].kind is Kind.PAGE, path
    for path in row.posters:
        assert site()[path].kind is Kind.POSTER, path


@each_row
def test_every_page_has_the_figures(row: Row) -> None:
    files = "".join((SAMPLE / "content" / path).read_text("utf-8") for path in row.content)
    pages = "".join(words_of(path) for path in row.pages)
    for figure in row.figures:
        assert figure in files
        assert figure in pages


@each_row
def test_what_is_not_published_is_nowhere(row: Row) -> None:
    files = "".join((SAMPLE / "content" / path).read_text("utf-8") for path in row.content)
    for words in row.hidden:
        assert words in files
        assert not [path for path, artifact in site().items() if words in said_by(artifact.view)]


def test_every_named_test_is_one_that_pytest_runs() -> None:
    named = {test for row in ROWS for test in row.tests}
    assert all(row.tests for row in ROWS)
    files = sorted({test.partition("::")[0] for test in named})
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, *files], cwd=SAMPLE, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    collected = {line.partition("[")[0] for line in done.stdout.splitlines() if "::" in line}
    assert named <= collected
