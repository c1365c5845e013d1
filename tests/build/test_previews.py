"""Twins and thumbnails: what shows a poster before it is printed."""

import io
import re
import shutil
from pathlib import Path

import pytest
from PIL import Image

from generator.build import BuildOptions, BuildResult, build_site, printing, site
from generator.read import read_board
from generator.render.fonts import missing_requirements
from tests.sites_for_tests import SMALL, TODAY

POSTER = "posters/dong-yuan/event-dong-2026-03-03-yuan-xiao"
needs_posters = pytest.mark.skipif(
    bool(missing_requirements()), reason="posters cannot be made here"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site and its output."""
    folder = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("previews") / "site"))
    assert build(folder).published
    return folder


def build(folder: Path, *, posters: bool = True) -> BuildResult:
    options = BuildOptions(
        site=folder, output=folder / "output", today=TODAY, posters=posters, workers=1
    )
    return build_site(read_board(folder), options)


def read(folder: Path, path: str) -> str:
    return (folder / "output" / path).read_text("utf-8")


def test_without_posters_there_are_twins(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SMALL, tmp_path / "site"))
    assert build(folder, posters=False).published
    twin = read(folder, f"{POSTER}.html")
    assert "元宵猜灯谜" in twin
    assert ".pdf" not in twin
    assert "../../committees/dong/events/2026-03-03-yuan-xiao.html" in twin
    page = read(folder, "compounds/dong-yuan.html")
    assert f"../{POSTER}.html" in page
    assert ".pdf" not in page
    assert not re.search(r'posters/[^"]*\.png', page)
    assert not list((folder / "output").rglob("posters/**/*.pdf"))


@pytest.mark.posters
@needs_posters
def test_each_poster_has_a_twin_and_a_small_picture(built: Path) -> None:
    posters = sorted((built / "output/posters").rglob("*.pdf"))
    assert posters
    for poster in posters:
        assert poster.with_suffix(".html").is_file()
        data = poster.with_suffix(".png").read_bytes()
        picture = Image.open(io.BytesIO(data))
        assert (picture.format, picture.mode, min(picture.size)) == ("PNG", "P", 320)
        assert len(data) < 25_000


@pytest.mark.posters
@needs_posters
def test_pages_show_the_pictures_and_lead_to_twin_and_pdf(built: Path) -> None:
    up = "../../../"
    for page, prefix in (
        ("compounds/dong-yuan.html", "../"),
        ("committees/dong/events/2026-03-03-yuan-xiao.html", up),
    ):
        text = read(built, page)
        for link in (f'src="{prefix}{POSTER}.png"', f'href="{prefix}{POSTER}.html"',
                     f'href="{prefix}{POSTER}.pdf"'):  # fmt: skip
            assert link in text, (page, link)
    item = read(built, "committees/dong/events/2026-03-03-yuan-xiao.html")
    assert f'property="og:image" content="https://board.example/{POSTER}.png"' in item


@pytest.mark.posters
@needs_posters
def test_a_twin_is_for_people_and_not_for_search_engines(built: Path) -> None:
    twin = read(built, f"{POSTER}.html")
    assert '<meta name="robots" content="noindex">' in twin
    page = "https://board.example/committees/dong/events/2026-03-03-yuan-xiao.html"
    assert f'<link rel="canonical" href="{page}">' in twin
    assert f'href="{POSTER}.pdf"'.replace("posters/dong-yuan/", "") in twin
    assert "\N{WORD JOINER}" not in twin
    assert (built / "output/assets/posters/sheet.css").is_file()


@pytest.mark.posters
@needs_posters
def test_a_second_build_draws_nothing(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def draw(_: bytes) -> None:
        raise AssertionError("drawn again")

    for module in (printing, site):
        monkeypatch.setattr(module, "draw_thumbnail", draw)
    before = (built / "output" / f"{POSTER}.png").read_bytes()
    result = build(built)
    assert result.published
    assert (built / "output" / f"{POSTER}.png").read_bytes() == before


@pytest.mark.posters
@needs_posters
def test_a_lost_picture_is_drawn_from_the_kept_poster(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = built / "output" / f"{POSTER}.png"
    before = picture.read_bytes()
    picture.unlink()
    monkeypatch.setattr(site, "render_posters", lambda posters, *_: iter(posters))
    assert build(built).published  # fails if any poster is to be printed, for none comes out
    assert picture.read_bytes() == before
