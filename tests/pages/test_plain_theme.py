"""The second theme: another look from the same views, with the shared parts of the first."""

from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import cast, get_args

import pytest
from msgspec.structs import replace

from generator.build import BuildOptions, build_site, read_site
from generator.plan.views import CompoundPage, PageView, TwinPage
from generator.render.pages import PagePress
from generator.render.theme import Theme, find_theme
from generator.render.twins import TwinPress
from tests.pages.test_pages import PAGES, STEP_TAGS, Outline
from tests.posters.samples import event, frame
from tests.sites_for_tests import SMALL, TODAY

THEME = find_theme("plain", Path())
MOST_LINES = 150
"""It is to stay an example that is read in one go."""


@cache
def press() -> PagePress:
    return PagePress(THEME)


@cache
def page(name: str) -> str:
    path, view = PAGES[name]
    return press().render(path, view).decode()


def test_is_short_and_whole() -> None:
    templates = {path.name: path.read_text("utf-8") for path in THEME.folder.glob("*.html")}
    assert sum(text.count("\n") for text in templates.values()) <= MOST_LINES
    assert {kind.template for kind in get_args(PageView)} <= templates.keys()
    assert not (THEME.folder / "posters").exists()


@pytest.mark.parametrize("name", PAGES)
def test_page(name: str) -> None:
    source = page(name)
    outline = Outline(source)
    tags = [tag for tag, _ in outline.tags]
    assert source.startswith("<!doctype html>\n<html lang=")
    head = [tag for tag in tags[: tags.index("title")] if tag != "meta"]
    assert head == ["html", "head"]
    ids = Counter(value for _, value in outline.values("id"))
    assert not [each for each, count in ids.items() if count > 1]
    if "redirect" not in name and "x/" not in name:
        assert tags.count("main") == tags.count("h1") == 1
        levels = [STEP_TAGS.index(tag) for tag in tags if tag in STEP_TAGS]
        assert all(after <= before + 1 for before, after in pairwise(levels))
    for attribute in ("href", "src", "srcset"):
        for _, link in outline.values(attribute):
            assert "://" not in link or attribute == "href"
            assert not link.startswith("/") or "404" in name


@pytest.mark.parametrize("name", [name for name in PAGES if name.startswith("full")])
def test_page_says_its_title(name: str) -> None:
    _, view = PAGES[name]
    title = getattr(getattr(view, "head", view), "title", "")
    assert title in page(name)


def test_shared_files_come_from_the_default_theme() -> None:
    assets = dict(THEME.assets())
    default = dict(find_theme("linli", Path()).assets())
    assert assets["assets/search.js"] == default["assets/search.js"]
    assert assets["assets/posters/sheet.css"] == default["assets/posters/sheet.css"]
    assert assets["assets/site.css"] != default["assets/site.css"]
    twin = TwinPage(poster=event(frame=frame("春游")), pdf=None, image=None, site_url=None)
    assert "春游" in TwinPress(THEME).render("posters/a/b.html", twin).decode()


def test_pages_of_the_default_theme_are_not_mixed_in(tmp_path: Path) -> None:
    """Half of one look and half of another would be a page of neither."""
    (tmp_path / "base.html").write_text("", "utf-8")
    theme = Theme(tmp_path, default=find_theme("linli", Path()).folder)
    names = theme.environment().list_templates()
    assert "base.html" in names
    assert "home.html" not in names
    assert "posters/event.html" in names


def test_a_file_of_its_own_comes_first(tmp_path: Path) -> None:
    (tmp_path / "posters").mkdir()
    (tmp_path / "posters/sheet.css").write_text("p {}", "utf-8")
    theme = Theme(tmp_path, default=find_theme("linli", Path()).folder)
    assert theme.read("posters/sheet.css") == b"p {}"
    assert dict(theme.assets())["assets/posters/sheet.css"] == b"p {}"
    assert theme.find("posters/facts.css").is_file()
    assert theme.poster_digest() != THEME.poster_digest()


def copy_site(folder: Path, theme: str) -> Path:
    for path in SMALL.rglob("*"):
        if path.is_file():
            copy = folder / path.relative_to(SMALL)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    site = folder / "content/site.yaml"
    site.write_text(f"{site.read_text('utf-8')}外观: {theme}\n", "utf-8")
    return folder


def test_a_site_chooses_it(tmp_path: Path) -> None:
    site = copy_site(tmp_path / "site", "plain")
    output = tmp_path / "out"
    options = BuildOptions(site=site, output=output, today=TODAY, posters=False)
    assert build_site(read_site(site), options).published
    home = (output / "index.html").read_text("utf-8")
    assert "site-header" not in home
    assert "<header><a href=" in home


@pytest.mark.parametrize("name", ["plein", "../linli", "/"])
def test_a_theme_that_is_not_there(tmp_path: Path, name: str) -> None:
    site = copy_site(tmp_path / "site", name)
    options = BuildOptions(site=site, output=tmp_path / "out", today=TODAY, posters=False)
    result = build_site(read_site(site), options)
    assert not result.published
    (problem,) = [p for p in result.problems if p.code == "theme-missing"]
    assert problem.place.path == "content/site.yaml"
    assert problem.place.line > 1
    assert problem.facts == {"name": name, "known": "linli\nplain"}


def test_pages_name_their_editions_and_remember_which_was_chosen() -> None:
    path, found = PAGES["full compounds/hexie.html"]
    view = cast("CompoundPage", found)
    other = replace(view, frame=replace(view.frame, traditional=True))
    made = Outline(press().render(path, other).decode())
    languages = [value for tag, value in made.values("hreflang") if tag == "link"]
    assert languages == ["zh-Hans", "zh-Hant", "x-default"]
    assert ("script", "../assets/site.js") in made.values("src")
    assert b"linli-edition" in dict(THEME.assets())["assets/site.js"]
    assert "assets/site.js" not in page("full compounds/hexie.html")
