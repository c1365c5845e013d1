"""Choosing between simplified and traditional characters, in a real browser."""

from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.support.expected_conditions import url_to_be
from selenium.webdriver.support.wait import WebDriverWait

from generator.plan.artifact import Kind
from generator.plan.views import TraditionalPage
from generator.render.editions import render_traditional
from generator.render.pages import PagePress
from generator.render.search import render_search
from tests.pages.test_browser import THEME, QuietHandler, browser, list_errors, show
from tests.search.test_search_page import ask, put, title
from tests.sites_for_tests import plan, sample_board

__all__ = ["browser"]
pytestmark = [pytest.mark.browser]

PAGES = ("index.html", "compounds/hexie.html", "search.html", "404.html", "x/hexie/index.html")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some pages of the sample site in both editions, in a folder of a folder."""
    root = tmp_path_factory.mktemp("editions") / "a" / "b"
    press = PagePress(THEME)
    artifacts = plan(sample_board(), posters=False)
    for path in PAGES:
        page: Any = artifacts[path].view
        html = press.render(path, page)
        put(root / path, html)
        twin = artifacts.get(f"hant/{path}")
        if twin and isinstance(twin.view, TraditionalPage):
            put(root / twin.path, render_traditional(html, twin.view))
    for artifact in artifacts.values():
        index: Any = artifact.view
        if artifact.kind is Kind.SEARCH:
            put(root / artifact.path, render_search(index))
    for address, data in THEME.assets():
        put(root / address, data)
    return root


@pytest.fixture
def disk(folder: Path, browser: Chrome) -> Iterator[str]:
    """The address of the site on a disk, with a slash; nothing was chosen yet."""
    yield f"{folder.as_uri()}/"
    browser.execute_script("localStorage.clear()")


@pytest.fixture(params=["disk", "subfolder"])
def site(request: pytest.FixtureRequest, folder: Path, disk: str) -> Iterator[str]:
    """The address of the site on a disk, or in a folder of a server."""
    if request.param == "disk":
        yield disk
        return
    handler = partial(QuietHandler, directory=str(folder.parents[1]))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/a/b/"
    server.shutdown()
    server.server_close()


def press_switch(browser: Chrome) -> str:
    """Go over to the other edition; return what the link to it says."""
    links = [e for e in browser.find_elements("class name", "edition") if e.is_displayed()]
    (link,) = links
    text: str = link.text
    link.send_keys(Keys.ENTER)
    return text


def test_the_choice_is_remembered(browser: Chrome, site: str) -> None:
    list_errors(browser)
    show(browser, f"{site}compounds/hexie.html", width=360)
    assert "和谐小区" in browser.title
    assert press_switch(browser) == "繁體"
    wait_for(browser, f"{site}hant/compounds/hexie.html")
    assert browser.find_element("tag name", "h1").text == "和諧小區"
    # From a code on paper, and from any link to a page of the other edition, with its place.
    show(browser, f"{site}x/hexie/index.html", width=360)
    wait_for(browser, f"{site}hant/compounds/hexie.html")
    show(browser, f"{site}compounds/hexie.html#content", width=360)
    wait_for(browser, f"{site}hant/compounds/hexie.html#content")
    assert press_switch(browser) == "简体"
    wait_for(browser, f"{site}compounds/hexie.html#content")
    show(browser, f"{site}hant/index.html", width=360)
    wait_for(browser, f"{site}index.html")
    assert [each for each in list_errors(browser) if each["source"] == "javascript"] == []


def wait_for(browser: Chrome, address: str) -> None:
    """Wait until a page is shown, to which another may have led."""
    WebDriverWait(browser, 10, poll_frequency=0.05).until(url_to_be(address))


def test_nobody_is_led_away_who_has_not_chosen(browser: Chrome, disk: str) -> None:
    for path in ("hant/compounds/hexie.html", "compounds/hexie.html", "404.html"):
        show(browser, f"{disk}{path}", width=360)
        assert browser.current_url == f"{disk}{path}"


@pytest.mark.parametrize("edition", ["", "hant/"])
def test_either_script_finds_the_same(browser: Chrome, disk: str, edition: str) -> None:
    show(browser, f"{disk}{edition}search.html", width=360)
    for words in (("邻里驿站", "鄰里驛站"), ("理发", "理髮"), ("和谐小区", "和諧小區")):
        one, other = (ask(browser, word) for word in words)
        assert one
        assert one == other
        assert words[bool(edition)] in one[0]
    assert ask(browser, "hx") == ask(browser, "ｈｘ")
    assert title(ask(browser, "hx")[0]) == ("和諧小區" if edition else "和谐小区")
    browser.find_element("css selector", "#search-results a").click()
    assert browser.current_url == f"{disk}{edition}compounds/hexie.html"


def test_what_was_searched_for_goes_along(browser: Chrome, disk: str) -> None:
    show(browser, f"{disk}search.html?q={quote('理发')}", width=360)
    press_switch(browser)
    wait_for(browser, f"{disk}hant/search.html?q={quote('理发')}")
    assert ask(browser, "理发")
