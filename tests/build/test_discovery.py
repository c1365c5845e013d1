"""Sitemap, robots.txt, web manifest and icons of the built sample site."""

import io
import json
from datetime import date
from pathlib import Path
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
from PIL import Image

from generator.plan.views import IconFile
from generator.render.discovery import SITEMAP_NAMESPACE
from generator.render.icons import draw_icon
from tests.sites_for_tests import TODAY

SITE = "https://board.example/"
SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">'
    '<rect width="8" height="8" fill="#fff"/></svg>'
)


@pytest.fixture(scope="module")
def listed(sample: Path) -> dict[str, str | None]:
    """The pages of the sitemap, each with the day of its last change."""
    root = ElementTree.parse(sample / "sitemap.xml").getroot()  # noqa: S314 - we wrote it
    space = f"{{{SITEMAP_NAMESPACE}}}"
    assert root.tag == f"{space}urlset"
    return {url.findtext(f"{space}loc", ""): url.findtext(f"{space}lastmod") for url in root}


def test_the_sitemap_lists_the_pages_of_today(sample: Path, listed: dict[str, str | None]) -> None:
    assert SITE in listed
    assert f"{SITE}compounds/hexie.html" in listed
    for url in listed:
        path = url.removeprefix(SITE) or "index.html"
        assert "noindex" not in (sample / path).read_text("utf-8"), path


def test_the_sitemap_leaves_out_what_is_over_or_leads_on(
    sample: Path, listed: dict[str, str | None]
) -> None:
    paths = {url.removeprefix(SITE) for url in listed}
    items = {p.relative_to(sample).as_posix() for p in sample.glob("committees/*/*/*.html")}
    assert len(items & paths) > 50
    assert items - paths, "some events of January are over"
    left_out = ("x/", "404", "staff", "posters/", "compounds/hui-quan-1", "archive/")
    assert not [path for path in paths if path.startswith(left_out)]


def test_days_of_change_are_the_contents_own(listed: dict[str, str | None]) -> None:
    assert listed[f"{SITE}street/notices/2026-03-02-jiang-wen.html"] == "2026-03-02"
    assert listed[SITE] == "2026-03-02"
    assert all(date.fromisoformat(day) <= TODAY for day in listed.values() if day)


def test_robots_may_see_everything_and_find_the_sitemap(sample: Path) -> None:
    robots = RobotFileParser()
    robots.parse((sample / "robots.txt").read_text("utf-8").splitlines())
    assert robots.can_fetch("anybody", f"{SITE}compounds/hexie.html")
    assert robots.site_maps() == [f"{SITE}sitemap.xml"]


def test_the_manifest_is_relative_and_its_icons_are_there(sample: Path) -> None:
    manifest = json.loads((sample / "manifest.webmanifest").read_bytes())
    assert manifest["start_url"] == "./index.html"
    assert manifest["name"].startswith(manifest["short_name"])
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        with Image.open(sample / icon["src"]) as image:
            assert f"{image.width}x{image.height}" == icon["sizes"]
            assert image.format == "PNG"


def test_an_icon_for_a_home_screen_has_no_clear_corner(sample: Path) -> None:
    for name, clear in (("touch-icon", False), ("icon-full-192", False), ("icon-192", True)):
        with Image.open(sample / f"assets/{name}.png") as image:
            corner = image.convert("RGBA").getpixel((0, 0))
        assert isinstance(corner, tuple)
        assert (corner[3] == 0) == clear, name


def test_the_favicon_has_the_sizes_that_browsers_show(sample: Path) -> None:
    with Image.open(sample / "favicon.ico") as image:
        assert image.info["sizes"] == {(16, 16), (32, 32), (48, 48)}


def test_what_systems_cut_off_is_ground_alone() -> None:
    data = draw_icon(IconFile(drawing=SQUARE, size=100, format="png", ground="#0b5345"))
    with Image.open(io.BytesIO(data)) as image:
        pixels = image.convert("RGB")
    assert pixels.getpixel((8, 50)) == pixels.getpixel((50, 92)) == (0x0B, 0x53, 0x45)
    assert pixels.getpixel((50, 50)) == pixels.getpixel((12, 12)) == (255, 255, 255)
