"""Broken sites, a folder for each sort of mistake, with every problem that must be reported."""

from datetime import date
from pathlib import Path

import pytest

from generator.build import check_site, read_site
from tests.cases.mistakes import SiteCase, load_site_mistakes, tell

SITES = Path(__file__).parents[1] / "sites"
BROKEN = sorted(path.name for path in SITES.glob("broken-*"))
TODAY = date(2026, 3, 2)


def found(site: Path) -> list[str]:
    problems = check_site(read_site(site), TODAY)
    return sorted(
        f"{p.place.path}:{p.place.line}:{p.place.column} {p.severity} {p.code}" for p in problems
    )


@pytest.mark.parametrize("name", BROKEN)
def test_broken_site(name: str) -> None:
    expected = (SITES / name / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert expected, "a broken site has problems"
    assert found(SITES / name) == sorted(expected)


@pytest.mark.parametrize("case", load_site_mistakes(), ids=lambda case: case.title)
def test_site_case(case: SiteCase, tmp_path: Path) -> None:
    case.write(tmp_path)
    assert tell(check_site(read_site(tmp_path), case.today), paths=True) == case.expected


def test_a_good_site_has_none() -> None:
    assert found(SITES / "small") == []


def test_files_of_one_place_are_read_in_one_order() -> None:
    reading = read_site(SITES / "small")
    assert reading.board is not None
    assert [committee.id for committee in reading.board.committees] == ["xi", "dong"]
