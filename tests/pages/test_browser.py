"""The theme in a real browser: widths, errors, contrast, targets, and life without scripts."""

import re
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from PIL import Image
from selenium.webdriver import Chrome
from selenium.webdriver.support.wait import WebDriverWait

from generator.build.rendering import make_renderer
from generator.plan.artifact import Kind
from generator.plan.views import RedirectPage
from generator.render.pages import PagePress
from generator.render.theme import Theme
from tests.chromium import open_chromium
from tests.pages import sample_views
from tests.pages.english_site import plan_english_pages

pytestmark = [pytest.mark.browser]

LINLI = Path(__file__).parents[2] / "themes" / "linli"
THEME = Theme(LINLI)
FULL = {
    path: view
    for path, view in sample_views.full_pages().items()
    if not isinstance(view, RedirectPage)
}
# Every visible text with the ratio of its colour to the nearest opaque colour behind it.
CONTRASTS = """
const parse = colour => (colour.match(/[0-9.]+/g) || []).map(Number);
const light = ([r, g, b]) => {
  const part = [r, g, b].map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
};
const behind = element => {
  for (let e = element; e; e = e.parentElement) {
    const colour = parse(getComputedStyle(e).backgroundColor);
    if (colour.length === 3 || colour[3] === 1) return colour;
  }
  return [255, 255, 255];
};
const found = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
  const [one, two] = [light(parse(getComputedStyle(element).color)), light(behind(element))];
  const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  found.push([ratio, walker.currentNode.data.trim()]);
}
return found;
"""

# Links that are no part of a sentence and whose place to touch is lower than 44 pixels.
SMALL_TARGETS = """
const found = [];
const sentences = '.prose, .daily, table, .facts, p.meta, .timeline';
for (const link of document.querySelectorAll('a:not(.skip)')) {
  if (!link.checkVisibility() || link.closest(sentences)) continue;
  if (link.parentElement.matches('p') && link.previousSibling?.data?.trim()) continue;
  const after = getComputedStyle(link, '::after');
  const area = after.position === 'absolute' ? link.closest('li') : link;
  const box = area.getBoundingClientRect();
  if (box.height < 43.5) found.push([link.textContent.trim(), box.height]);
}
return found;
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the sample pages; yields the address of their folder."""
    folder = tmp_path_factory.mktemp("site")
    press = PagePress(THEME)
    for path, view in sample_views.full_pages().items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        page = press.render(path, view)
        file.write_bytes(page)
        for picture in re.findall(rb'src="([^"]+\.png)"', page):
            place = (file.parent / picture.decode()).resolve()
            place.parent.mkdir(parents=True, exist_ok=True)
            Image.new("L", (30, 42), "white").save(place)
    for address, data in THEME.assets():
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_bytes(data)
    (folder / "manifest.webmanifest").write_text('{"name": "甲"}\n', "utf-8")
    handler = partial(QuietHandler, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


class QuietHandler(SimpleHTTPRequestHandler):
    """A server that keeps its log to itself."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name it has there
        pass


@pytest.fixture(scope="module")
def browser() -> Iterator[Chrome]:
    with open_chromium("--hide-scrollbars") as chrome:
        yield chrome


def show(browser: Chrome, address: str, *, width: int, scheme: str = "light") -> None:
    """Open a page on a screen of a width, in light or dark, and wait until all of it is shown."""
    screen = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    feature = {"name": "prefers-color-scheme", "value": scheme}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
    browser.get(address)
    wait_until_open(browser)


def wait_until_open(browser: Chrome) -> None:
    """Wait for the frames in which scripts/unveil.js shows what is below the first sheet."""
    opening = "return document.documentElement.classList.contains('is-opening')"
    WebDriverWait(browser, 10, 0.02).until_not(lambda _: browser.execute_script(opening))


def list_errors(browser: Chrome) -> list[dict[str, Any]]:
    """Return what the console has said since it was last asked."""
    entries: list[dict[str, Any]] = browser.get_log("browser")  # type: ignore[no-untyped-call]
    return entries


@pytest.mark.parametrize("path", sorted(FULL))
@pytest.mark.parametrize("width", [320, 640, 1280])
def test_no_page_scrolls_sideways(browser: Chrome, site: str, path: str, width: int) -> None:
    show(browser, site + path, width=width)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


def test_no_page_in_english_scrolls_sideways(browser: Chrome, tmp_path: Path) -> None:
    pages = [page for page in plan_english_pages(tmp_path / "site") if page.kind is Kind.PAGE]
    render = make_renderer(Theme(LINLI, "en"), lambda path: (tmp_path / path).read_bytes())
    for address, data in THEME.assets():
        (tmp_path / address).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / address).write_bytes(data)
    for page in pages:
        file = tmp_path / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(render(page))
        show(browser, file.as_uri(), width=320)
        wide = browser.execute_script("return document.documentElement.scrollWidth")
        assert wide <= 320, page.path


@pytest.mark.parametrize("path", ["index.html", "compounds/hexie.html", "reviews/2018.html"])
def test_no_sideways_scroll_with_letters_twice_as_large(
    browser: Chrome, site: str, path: str
) -> None:
    show(browser, site + path, width=640)
    browser.execute_script("document.documentElement.style.fontSize = '225%'")
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 640


@pytest.mark.parametrize("path", sorted(FULL))
def test_no_page_has_errors(browser: Chrome, site: str, path: str) -> None:
    list_errors(browser)  # those of pages before
    show(browser, site + path, width=360)
    assert list_errors(browser) == []
    loaded = browser.execute_script(
        "return performance.getEntriesByType('resource').map(entry => entry.name)"
    )
    assert loaded
    assert all(address.startswith(site) for address in loaded)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", sorted(FULL))
def test_text_stands_out(browser: Chrome, site: str, path: str, scheme: str) -> None:
    show(browser, site + path, width=1280, scheme=scheme)
    found = browser.execute_script(CONTRASTS)
    assert found
    assert [entry for entry in found if entry[0] < 7] == []


@pytest.mark.parametrize("path", sorted(FULL))
def test_what_is_touched_is_large_enough(browser: Chrome, site: str, path: str) -> None:
    show(browser, site + path, width=360)
    assert browser.execute_script(SMALL_TARGETS) == []


def test_letters_are_large_on_a_phone(browser: Chrome, site: str) -> None:
    show(browser, site + "compounds/hexie.html", width=360)
    sizes = browser.execute_script(
        "return [...document.querySelectorAll('body *')].filter(e => e.checkVisibility())"
        ".map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    body = browser.execute_script("return parseFloat(getComputedStyle(document.body).fontSize)")
    assert body >= 18
    assert min(sizes) >= 15


def test_page_reads_without_scripts(browser: Chrome, site: str) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        show(browser, site + "compounds/hexie.html", width=360)
        assert "和谐小区" in browser.title
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_old_address_leads_on(browser: Chrome, site: str) -> None:
    show(browser, site + "x/k7f2/index.html", width=360)
    assert "学雷锋便民服务日" in browser.title
    assert browser.current_url.endswith("xue-lei-feng.html")


def test_skip_link_comes_first(browser: Chrome, site: str) -> None:
    show(browser, site + "compounds/hexie.html", width=360)
    press = {"type": "keyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
    browser.execute_cdp_cmd("Input.dispatchKeyEvent", press)
    focused = browser.execute_script(
        "const e = document.activeElement; return [e.className, e.getBoundingClientRect().top]"
    )
    assert focused[0] == "skip"
    assert focused[1] >= 0


def seen_phones(browser: Chrome) -> list[str]:
    """Return the phones that the choice of buildings shows."""
    found: list[str] = browser.execute_script(
        "return [...document.querySelectorAll('.neighbours .number')]"
        ".filter(e => e.checkVisibility()).map(e => e.textContent)"
    )
    return found


def test_a_resident_picks_a_building_without_scripts(browser: Chrome, site: str) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        show(browser, site + "compounds/hexie.html", width=360)
        assert seen_phones(browser) == []
        chips = browser.find_elements("css selector", ".picker a")
        addresses = [chip.get_attribute("href") or "" for chip in chips]
        assert len(addresses) == 5
        for address in addresses:
            browser.get(address)  # what a touch does
            near = ["021-0123 4563", "021-0123 4531"] if address != addresses[-1] else []
            assert seen_phones(browser) == [*near, "021-0123 4501"]
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_buildings_and_their_phones_are_large_to_touch(browser: Chrome, site: str) -> None:
    show(browser, site + "compounds/hexie.html#building-3", width=360)
    sizes = browser.execute_script(
        "return [...document.querySelectorAll('.picker a, .picked:target a, .picked-offices a')]"
        ".filter(e => e.checkVisibility())"
        ".map(e => [e.getBoundingClientRect().width, e.getBoundingClientRect().height])"
    )
    assert len(sizes) == 5 + 1 + 3
    assert min(min(pair) for pair in sizes) >= 48


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_days_of_steps_do_not_run_together(browser: Chrome, site: str, width: int) -> None:
    show(browser, site + "issues.html", width=width)
    apart = browser.execute_script(
        "return [...document.querySelectorAll('.progress-day')].filter(e => {"
        " const column = e.parentElement.getBoundingClientRect();"
        " return [...e.querySelectorAll('span')].some(s => {"
        " const box = s.getBoundingClientRect();"
        " return box.left < column.left - 1 || box.right > column.right + 1 }) })"
        ".map(e => e.textContent)"
    )
    assert apart == []
