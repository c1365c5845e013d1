"""Twins in a real browser: printed, one sheet with the same words as the PDF."""

import base64
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from generator.plan.views import PosterView, TimetablePoster, TwinPage, Variant
from generator.render.theme import find_theme
from generator.render.twins import TwinPress
from tests.posters.printing import Printer
from tests.posters.reading import Printed
from tests.posters.samples import all_kinds, event, prose

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="Chromium is not installed"),
]
KINDS = all_kinds()
SHEETS = {"A4": (595, 842), "A3": (842, 1191)}
Show = Callable[[str, PosterView], None]


@pytest.fixture(scope="module")
def browser() -> Iterator[webdriver.Chrome]:
    options = Options()
    options.binary_location = CHROMIUM or ""
    for argument in ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    chrome = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield chrome
    chrome.quit()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("twins")
    for address, data in find_theme("linli", Path()).assets():
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_bytes(data)
    (folder / "posters/x").mkdir(parents=True)
    return folder


@pytest.fixture
def show(browser: webdriver.Chrome, site: Path) -> Show:
    """Open the twin of a view."""
    press = TwinPress(find_theme("linli", Path()))

    def open_twin(name: str, view: PosterView) -> None:
        twin = TwinPage(poster=view, pdf=f"posters/x/{name}.pdf", image=None, site_url=None)
        path = f"posters/x/{name}.html"
        (site / path).write_bytes(press.render(path, twin))
        browser.get((site / path).as_uri())

    return open_twin


def print_page(browser: webdriver.Chrome) -> Printed:
    settings = {"preferCSSPageSize": True, "printBackground": True}
    data = browser.execute_cdp_cmd("Page.printToPDF", settings)["data"]
    return Printed(base64.b64decode(data))


def words(text: str) -> str:
    return re.sub(r"[\s\u2060]", "", text)


@pytest.mark.parametrize("name", [name for name, view in KINDS.items() if view.one_page])
def test_prints_as_one_sheet_with_the_same_words(
    name: str, show: Show, browser: webdriver.Chrome, printed: Printer
) -> None:
    show(name, KINDS[name])
    sheet = print_page(browser)
    assert sheet.page_count == 1
    variant = KINDS[name].frame.variant
    size = SHEETS[variant.paper][:: -1 if variant.landscape else 1]
    assert [round(side) for side in sheet._document[0].get_size()] == pytest.approx(size, abs=1)
    assert sorted(sheet.text()) == sorted(Printed(printed(name, KINDS[name])).text())


def test_a_list_goes_on_to_further_sheets(show: Show, browser: webdriver.Chrome) -> None:
    view = KINDS["timetable-long"]
    assert isinstance(view, TimetablePoster)
    show("timetable-long", view)
    sheet = print_page(browser)
    assert sheet.page_count > 1
    assert sheet.text().count("免费理发") == len(view.days)


@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_long_text_becomes_smaller_and_then_loses_parts(
    paper: str, show: Show, browser: webdriver.Chrome
) -> None:
    view = event(body=prose("这一段话写得很长，是为了看看一张纸放得下多少字。" * 60))
    view = replace(view, frame=replace(view.frame, variant=Variant(paper=paper)))
    show(f"long-{paper}", view)
    sheet = print_page(browser)
    assert sheet.page_count == 1
    assert words(view.frame.title) in sheet.text()
    assert browser.find_elements("css selector", "[data-gone]")


def test_is_as_wide_as_a_phone_and_asks_for_nothing_elsewhere(
    show: Show, browser: webdriver.Chrome
) -> None:
    phone = {"width": 360, "height": 640, "deviceScaleFactor": 2, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", phone)
    try:
        show("event", KINDS["event"])
        wide = browser.execute_script("return document.documentElement.scrollWidth")
        seen = browser.execute_script("return window.innerWidth")
        assert wide <= seen
        loaded = browser.execute_script(
            "return [...document.querySelectorAll('script, link[rel~=stylesheet]')]"
            ".map(element => element.src || element.href)"
        )
        assert loaded
        assert all(address.startswith("file:") for address in loaded)
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
