"""The policy of what pages may load and run: in every page, and kept by every page."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from generator.plan.views import RedirectPage, TraditionalPage, TwinPage
from generator.render.editions import render_traditional
from generator.render.pages import PagePress
from generator.render.policy import POLICY
from generator.render.theme import Theme, find_theme
from generator.render.twins import TwinPress
from tests.hostile.chromium import Stage, open_stage
from tests.pages.sample_views import FRAME, full_pages
from tests.posters.samples import all_kinds

META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
INLINE = re.compile(
    r"""<style|<[a-z][^<>]*\s(?:style|on[a-z]+)=|<script(?![^>]*(?:\ssrc=|ld\+json))"""
)
THEMES = ("linli", "plain")


@cache
def render_all(theme: Theme) -> dict[str, str]:
    """All kinds of pages of a theme, in both scripts, and the twins of posters: path → HTML."""
    press, twins = PagePress(theme), TwinPress(theme)
    pages = {path: press.render(path, view) for path, view in full_pages().items()}
    for path, page in list(pages.items()):
        view = TraditionalPage(page=path, page_key="", site_url=FRAME.site_url)
        pages[f"hant/{path}"] = render_traditional(page, view)
    if theme.default is not None:  # its posters are those of the default theme
        return {path: page.decode() for path, page in pages.items()}
    for name, poster in all_kinds().items():
        path = f"posters/x/{name}.html"
        twin = TwinPage(poster=poster, pdf=None, image=None, site_url=None)
        pages[path] = twins.render(path, twin)
    return {path: page.decode() for path, page in pages.items()}


@pytest.mark.parametrize("name", THEMES)
def test_every_page_has_it_first(name: str) -> None:
    for path, page in render_all(find_theme(name, Path())).items():
        before, found, _ = page.partition(META)
        assert found, path
        assert (
            re.sub(r"<(?:!doctype html|html[^>]*|head|meta charset=[^>]*)>|\s", "", before) == ""
        ), path
        assert page.count('http-equiv="Content-Security-Policy"') == 1


@pytest.mark.parametrize("name", THEMES)
def test_no_page_has_scripts_or_styles_within(name: str) -> None:
    for path, page in render_all(find_theme(name, Path())).items():
        assert INLINE.findall(page) == [], path


def test_a_theme_cannot_leave_it_out(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text("<!doctype html><HEAD><title>x</title><body>", "utf-8")
    view = full_pages()["404.html"]
    page = PagePress(Theme(tmp_path)).render("404.html", view).decode()
    assert page.index(META) < page.index("<title>")


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with open_stage(tmp_path_factory.mktemp("policy")) as opened:
        for name in THEMES:
            theme = find_theme(name, Path())
            for address, data in theme.assets():
                opened.write(f"{name}/{address}", data)
            for path, page in render_all(theme).items():
                opened.write(f"{name}/{path}", page.encode())
            opened.write(f"{name}/manifest.webmanifest", b'{"name": "a"}')
        yield opened


@pytest.mark.browser
@pytest.mark.parametrize("name", THEMES)
def test_no_page_breaks_it(stage: Stage, name: str) -> None:
    views = full_pages()
    paths = [
        path
        for number, path in enumerate(sorted(render_all(find_theme(name, Path()))))
        # The other script has the same templates, scripts and styles.
        if number % 8 == 0 or not path.startswith("hant/")
    ]
    pages = [
        f"{stage.address}{name}/{path}"
        for path in paths
        if not isinstance(views.get(path.removeprefix("hant/")), RedirectPage)
    ]
    assert len(pages) > 20
    shown = stage.show(pages, together=20)
    assert shown.refused == []


@pytest.mark.browser
@pytest.mark.parametrize("path", ["linli/compounds/hexie.html", "linli/search.html",
                                  "linli/posters/x/event.html", "plain/search.html"])  # fmt: skip
def test_scripts_and_styles_work_from_a_disk(stage: Stage, path: str) -> None:
    stage.browser.get_log("browser")  # type: ignore[no-untyped-call]
    stage.browser.get((stage.folder / path).as_uri())
    styled = stage.browser.execute_script(
        "return [...document.styleSheets].length && getComputedStyle(document.body).fontFamily"
    )
    assert styled
    assert styled != "serif"
    ran = stage.browser.execute_script("return [...document.scripts].filter(s => s.src).length")
    said = stage.browser.get_log("browser")  # type: ignore[no-untyped-call]
    refused = [entry["message"] for entry in said if "Content Security Policy" in entry["message"]]
    assert ran
    assert refused == []
