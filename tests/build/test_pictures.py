"""Pictures from the content folder to the finished site."""

from pathlib import Path

import pytest
from PIL import Image

from generator.build import pictures
from generator.build.pictures import draw_pictures
from generator.messages.examples import base_files
from generator.plan.artifact import Artifact, Kind
from generator.problems import Severity
from tests.build.test_build import build, contents
from tests.pages.test_pictures import make, paint, without_last_rows
from tests.read.test_pictures import save

HEAD = """---
标题: 春游
时间: 2026年3月9日上午9点至10点
地点: 东苑活动室
联系: {称呼: 居委会值班, 电话: 021-0123 4500}
---
"""
PAGE = "committees/dong/events/chun-you.html"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with an event that shows a photograph, and a picture that nothing shows."""
    site = tmp_path / "site"
    for path, text in base_files().items():
        location = site / "content" / path
        location.parent.mkdir(parents=True, exist_ok=True)
        location.write_text(text, "utf-8")
    write(site, "![湖边](hu.jpg)\n\n![又一张](hu.jpg)")
    folder(site).joinpath("hu.jpg").write_bytes(save(paint(1000, 700), "JPEG"))
    folder(site).joinpath("unused.jpg").write_bytes(save(paint(90, 60), "JPEG"))
    return site


def folder(site: Path) -> Path:
    return site / "content/committees/dong/events"


def write(site: Path, body: str) -> None:
    folder(site).mkdir(parents=True, exist_ok=True)
    folder(site).joinpath("chun-you.md").write_text(HEAD + body, "utf-8")


def test_pictures_are_built_and_originals_are_not_published(site: Path, tmp_path: Path) -> None:
    assert build(site, tmp_path / "out").published
    made = contents(tmp_path / "out")
    names = sorted(path for path in made if path.startswith("pictures/"))
    assert [name.partition("-")[2] for name in names] == [
        "1000.webp", "480.webp", "960.jpg",
    ]  # fmt: skip
    originals = {path.read_bytes() for path in site.rglob("*") if path.suffix in (".jpg", ".png")}
    assert not originals & set(made.values())
    page = made[PAGE].decode()
    assert page.count("<picture>") == 2
    assert page.count('loading="lazy"', page.index("<picture>"), page.rindex("</picture>")) == 1
    for name in names:
        with Image.open(tmp_path / "out" / name) as image:
            assert image.size in ((480, 336), (960, 672), (1000, 700))


def test_nothing_is_decoded_again(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(site, tmp_path / "out")
    before = contents(tmp_path / "out/pictures")
    monkeypatch.setattr(pictures, "draw_versions", None)
    write(site, "![湖边的人](hu.jpg)")
    assert build(site, tmp_path / "out").published
    assert contents(tmp_path / "out/pictures") == before
    assert "湖边的人" in (tmp_path / "out" / PAGE).read_text("utf-8")


def test_a_picture_that_cannot_be_decoded_is_told_and_the_page_is_published(
    site: Path, tmp_path: Path
) -> None:
    folder(site).joinpath("hu.jpg").write_bytes(without_last_rows(400, 300))
    result = build(site, tmp_path / "out")
    assert result.published
    found = [problem for problem in result.problems if problem.code == "image-damaged"]
    assert [(p.place.line, p.severity) for p in found] == [(7, Severity.WARNING), (9, "warning")]
    page = (tmp_path / "out" / PAGE).read_text("utf-8")
    assert "<picture>" not in page
    assert '<span class="no-picture">湖边</span>' in page


def test_processes_draw_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "_ENOUGH", 1)
    made = make(tmp_path, save(paint(700, 500), "JPEG"))
    artifacts = [Artifact(path, Kind.PICTURE, view, "") for path, view in made.versions]
    alone, together = (dict(draw_pictures(artifacts, workers)) for workers in (1, 2))
    assert alone == together
    assert len(alone) == 3
