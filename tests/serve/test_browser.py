"""A page in Chromium while somebody writes: it follows, warns, recovers, and keeps its place."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from selenium.common.exceptions import WebDriverException
from selenium.webdriver import Chrome

from tests.pages.test_browser import browser as browser  # noqa: PLC0414 - a fixture
from tests.pages.test_browser import list_errors, show
from tests.serve.conftest import EVENT, EVENT_PAGE, Running, start, wait_until
from tests.sites_for_tests import SMALL

pytestmark = [pytest.mark.browser]

ASK = "return document.getElementById('linli-serve')?.shadowRoot.querySelector(arguments[0])"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The small site, to be written in by each test; what it changes the next one mends."""
    folder = tmp_path_factory.mktemp("written")
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    with ExitStack() as stack:
        yield start(stack, folder, tmp_path_factory.mktemp("workshop"))


@pytest.fixture
def page(written: Running, browser: Chrome) -> Iterator[Chrome]:
    """The browser on the page of an event, all being well."""
    show(browser, written.address + EVENT_PAGE, width=1280)
    yield browser
    for path in (EVENT, "content/site.yaml"):
        shutil.copy(SMALL / path, written.folder / path)
    assert wait_until(lambda: "元宵猜灯谜" in written.get(f"/{EVENT_PAGE}")[2].decode())


def ask(browser: Chrome, script: str, *given: object) -> object:
    """What a script says of the page; None while it is being loaded."""
    with suppress(WebDriverException):
        return browser.execute_script(script, *given)
    return None


def text(browser: Chrome, selector: str) -> str:
    """The visible text of a part of the panel; nothing if that is not shown."""
    shown = "return (each => each?.checkVisibility() ? each.innerText : '')"
    return str(ask(browser, f"{shown}({ASK[7:]})", selector) or "")


def change(written: Running, path: str, old: str, new: str) -> None:
    file = written.folder / path
    before = file.read_text("utf-8")
    assert old in before
    file.write_text(before.replace(old, new), "utf-8")


def is_in_page(browser: Chrome, words: str) -> bool:
    return words in str(ask(browser, "return document.body.innerText"))


def test_a_change_is_shown_and_the_place_kept(written: Running, page: Chrome) -> None:
    page.execute_script("window.scrollTo({ top: 120, behavior: 'instant' })")
    place = page.execute_script("return window.scrollY")
    assert place > 0
    change(written, EVENT, "元宵猜灯谜", "元宵看花灯")
    assert wait_until(lambda: is_in_page(page, "元宵看花灯"))
    assert wait_until(lambda: ask(page, "return window.scrollY") == place)
    assert list_errors(page) == []


def test_a_mistake_is_told_over_the_last_good_page(written: Running, page: Chrome) -> None:
    change(written, EVENT, "（周二）", "（周五）")
    assert wait_until(lambda: "2026年3月3日是周二，不是周五" in text(page, ".alert"))
    assert f"{EVENT}:3" in text(page, ".alert")
    assert is_in_page(page, "元宵猜灯谜")
    assert "2026年3月3日是周二" in text(page, ".panel .wrong")
    change(written, EVENT, "（周五）", "（周二）")
    assert wait_until(lambda: not text(page, ".alert"))
    assert list_errors(page) == []


def test_a_site_that_cannot_be_read(written: Running, page: Chrome) -> None:
    change(written, "content/site.yaml", "名称", "名称: [")
    assert wait_until(lambda: "site.yaml" in text(page, ".alert"))
    assert is_in_page(page, "元宵猜灯谜")
    page.refresh()
    assert is_in_page(page, "元宵猜灯谜")
    change(written, "content/site.yaml", "名称: [", "名称")
    assert wait_until(lambda: not text(page, ".alert"))


def test_a_page_that_another_file_changes(written: Running, page: Chrome) -> None:
    """It is loaded again; one that says the same as before is not."""
    page.get(f"{written.address}committees/xi.html")
    assert wait_until(lambda: "元宵猜灯谜" in text(page, ".panel .expiring"))
    page.execute_script("window.mark = 'the same'")
    change(written, EVENT, "元宵猜灯谜", "元宵看花灯")
    assert wait_until(lambda: "元宵看花灯" in text(page, ".panel .expiring"))
    assert ask(page, "return window.mark") == "the same"
    page.get(f"{written.address}compounds/dong-yuan.html")
    assert wait_until(lambda: is_in_page(page, "元宵看花灯"))
    change(written, EVENT, "元宵看花灯", "元宵猜灯谜")
    assert wait_until(lambda: is_in_page(page, "元宵猜灯谜"))


def test_another_day(written: Running, page: Chrome) -> None:
    """The page's own scripts believe it, links keep it, and it is remembered."""
    page.get(written.address + "compounds/dong-yuan.html?today=2026-03-03")
    assert wait_until(lambda: bool(text(page, ".day")))
    assert page.execute_script("return new Date().toISOString().slice(0, 10)") != ""
    days = "return Math.round((Date.now() - performance.timeOrigin) / 864e5)"
    assert page.execute_script(days) == 1
    assert page.execute_script("return new Date(0).getTime()") == 0
    assert page.execute_script("return new Date() instanceof Date")
    page.execute_script("document.querySelector('.crumbs a').click()")
    assert wait_until(lambda: page.current_url.endswith("index.html?today=2026-03-03"))
    page.get(written.address)
    assert page.execute_script(days) == 1
    page.get(f"{written.address}?today=")
    assert page.execute_script(days) == 0
    assert list_errors(page) == []


def test_the_panel_leads_to_the_page_of_a_file(written: Running, page: Chrome) -> None:
    page.get(written.address)
    assert wait_until(lambda: "元宵猜灯谜" in text(page, ".panel .expiring"))
    page.execute_script(f"{ASK}.click()", f".expiring a[href='/{EVENT_PAGE}']")
    assert wait_until(lambda: page.current_url.endswith(EVENT_PAGE))


@pytest.mark.parametrize("width", [360, 1280])
def test_the_panel_hides_nothing(written: Running, page: Chrome, width: int) -> None:
    """It stands beside the page, or below it on a phone, where it opens when it is asked for."""
    show(page, written.address + EVENT_PAGE, width=width)
    page.execute_script("localStorage.removeItem('linli-serve-open')")
    page.refresh()
    assert wait_until(lambda: bool(text(page, ".panel") or text(page, ".tab")))
    if width == 360:
        assert not text(page, ".panel")
        page.execute_script(f"{ASK}.click()", ".tab")
    assert wait_until(lambda: bool(text(page, ".panel")))
    box = f"return (r => [r.left, r.top, r.right, r.bottom])(({ASK[7:]}).getBoundingClientRect())"
    left, top, right, bottom = page.execute_script(box, ".panel")
    body = page.execute_script("return document.body.getBoundingClientRect().left")
    end = page.execute_script(
        "window.scrollTo({ top: 1e6, behavior: 'instant' });"
        "return document.body.getBoundingClientRect().bottom"
    )
    assert (right <= body) if width == 1280 else (end <= top)
    assert (left, bottom) == (0, 800)
    assert page.execute_script("return document.documentElement.scrollWidth") <= width
    page.execute_script(f"{ASK}.click()", ".panel .hide")
    assert wait_until(lambda: not text(page, ".panel"))


def test_a_broken_site_from_the_start(browser: Chrome, tmp_path: Path) -> None:
    """There is a page that says what is wrong, and becomes the site once it is mended."""
    folder = tmp_path / "site"
    shutil.copytree(SMALL, folder)
    config = folder / "content" / "site.yaml"
    good = config.read_text("utf-8")
    config.write_text("名称: [\n", "utf-8")
    with ExitStack() as stack:
        running = start(stack, folder, tmp_path / "workshop")
        browser.get(running.address + EVENT_PAGE)
        assert is_in_page(browser, "site.yaml")
        config.write_text(good, "utf-8")
        assert wait_until(lambda: is_in_page(browser, "元宵猜灯谜"))
