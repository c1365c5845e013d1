"""How a reader has pages: for elders, in larger letters, read aloud, printed, and by key."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from selenium.webdriver import Chrome

from tests.pages.test_browser import browser, list_errors, show, site

__all__ = ["browser", "site"]
pytestmark = [pytest.mark.browser]

PAGE = "compounds/hexie.html"
NEXT = "search.html"
# The pages' own day, at noon: what scripts/today.js would change later is no matter of these tests.
NOON = """
const noon = new Date('2026-03-02T04:00:00Z').getTime();
Date = class extends Date { constructor(...given) { super(...(given.length ? given : [noon])) } };
Date.now = () => noon;
"""
BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})"
PRINTED = "window.printed = 0; window.print = () => { window.printed += 1 }"
# A voice that is done at once when told to be, and notes what it says.
VOICE = """
window.said = [];
window.SpeechSynthesisUtterance = class extends EventTarget {
  constructor(text) { super(); this.text = text }
};
const speech = {
  getVoices: () => [{lang: 'en-US', localService: true}, {lang: 'zh_CN', localService: true}],
  speak(utterance) { said.push(utterance.text); this.current = utterance },
  cancel() {
    const last = this.current;
    this.current = null;
    last?.dispatchEvent(new Event('error'));
  },
  finish() { this.current.dispatchEvent(new Event('end')) },
  addEventListener() {},
};
Object.defineProperty(window, 'speechSynthesis', {value: speech});
"""
SHIFTS = """
const done = arguments[0]; let sum = 0;
new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value })
  .observe({type: 'layout-shift', buffered: true});
setTimeout(() => done(sum), 150);
"""


@contextmanager
def prepared(browser: Chrome, script: str) -> Iterator[None]:
    """Have a script run before those of every page."""
    command = "Page.addScriptToEvaluateOnNewDocument"
    made = browser.execute_cdp_cmd(command, {"source": script})
    try:
        yield
    finally:
        browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", made)


@pytest.fixture(autouse=True)
def forgetful(browser: Chrome, site: str) -> Iterator[None]:
    """Begin each test with a browser that remembers nothing, on a page, on the pages' own day."""
    with prepared(browser, NOON):
        show(browser, site + "404.html", width=360)
        browser.execute_script("localStorage.clear()")
        yield


def press(browser: Chrome, key: str, *, code: int = 0, text: str = "") -> None:
    event = {"key": key, "code": key, "windowsVirtualKeyCode": code, "text": text}
    browser.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": "keyDown", **event})
    browser.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": "keyUp", **event})


def press_enter(browser: Chrome) -> None:
    press(browser, "Enter", code=13, text="\r")


def letter_size(browser: Chrome) -> float:
    size: float = browser.execute_script(
        "return parseFloat(getComputedStyle(document.body).fontSize)"
    )
    return size


def test_the_elder_edition_is_remembered(browser: Chrome, site: str) -> None:
    show(browser, f"{site}{PAGE}?da=1#phones", width=360)
    assert letter_size(browser) >= 24
    assert browser.find_element("id", "elder").is_selected()
    assert browser.current_url == f"{site}{PAGE}#phones"  # one may send it to others
    show(browser, site + NEXT, width=360)
    assert letter_size(browser) >= 24
    show(browser, f"{site}{PAGE}?da=0", width=360)
    show(browser, site + NEXT, width=360)
    assert letter_size(browser) == 18


def test_what_the_bar_is_told_is_remembered(browser: Chrome, site: str) -> None:
    show(browser, site + PAGE, width=360)
    browser.execute_script("document.getElementById('elder').focus()")
    press_enter(browser)
    assert letter_size(browser) >= 24
    press(browser, " ", code=32, text=" ")
    assert letter_size(browser) == 18
    sizes = [letter_size(browser)]
    for name in ("small", "large"):
        browser.execute_script(f"document.getElementById('text-{name}').click()")
        sizes.append(letter_size(browser))
    assert sizes == [18, 16, 22]
    show(browser, site + NEXT, width=360)
    assert letter_size(browser) == 22
    assert browser.find_element("id", "text-large").is_selected()


def test_links_carry_what_cannot_be_remembered(browser: Chrome, site: str) -> None:
    with prepared(browser, BLOCKED):
        list_errors(browser)
        show(browser, f"{site}{PAGE}?da=1", width=360)
        assert letter_size(browser) >= 24
        browser.execute_script("document.querySelector('.site-name').click()")
        assert letter_size(browser) >= 24
        assert browser.current_url == f"{site}index.html?da=1"
        browser.execute_script("document.getElementById('elder').click()")
        assert browser.current_url == f"{site}index.html"
        assert [error for error in list_errors(browser) if error["source"] == "javascript"] == []


def test_the_bar_works_without_scripts(browser: Chrome, site: str) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        show(browser, site + PAGE, width=360)
        assert not browser.find_element("id", "print").is_displayed()
        assert not browser.find_element("id", "read-aloud").is_displayed()
        browser.find_element("css selector", "label:has(#text-large)").click()
        assert letter_size(browser) == 22
        browser.find_element("css selector", "label:has(#elder)").click()
        assert letter_size(browser) >= 24
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_every_page_prints(browser: Chrome, site: str) -> None:
    with prepared(browser, PRINTED):
        show(browser, site + PAGE, width=360)
        browser.find_element("id", "print").click()
        assert browser.execute_script("return window.printed") == 1


@pytest.mark.parametrize("width", [320, 360])
def test_the_head_leaves_room_for_today(browser: Chrome, site: str, width: int) -> None:
    show(browser, site + PAGE, width=width)
    head = "return document.querySelector('.site-header').getBoundingClientRect().height"
    assert browser.execute_script(head) <= 120


@pytest.mark.parametrize("query", ["", "?da=1"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_a_page_opens(
    browser: Chrome, site: str, width: int, query: str
) -> None:
    show(browser, site + PAGE + query, width=width)
    assert browser.execute_async_script(SHIFTS) == 0


FIRST_ALONE = """
const first = document.querySelector('.sheet');
const isLater = each => first.compareDocumentPosition(each) === Node.DOCUMENT_POSITION_FOLLOWING;
const later = [...document.querySelectorAll('body *')].filter(isLater);
return [first.checkVisibility(), later.some(each => each.checkVisibility())]
"""


@pytest.mark.parametrize(
    "page",
    [
        *(PAGE, "index.html", "committees/jian-er.html", "reviews/2018.html"),
        *("committees/fu-san/notices/outage.html", "committees/fu-san/issues/2026-001.html"),
    ],
)
def test_the_first_sheet_comes_alone(browser: Chrome, site: str, page: str) -> None:
    """Whatever stands below it waits for what comes between, or it would be pushed down."""
    with prepared(browser, "window.requestAnimationFrame = () => 0"):
        browser.get(site + page)
        assert browser.execute_script(FIRST_ALONE) == [True, False]


# --- read aloud ---------------------------------------------------------------------------------


def shown(browser: Chrome) -> list[str]:
    """Return the ids of the reader's buttons that are shown."""
    found: list[str] = browser.execute_script(
        "return [...document.querySelectorAll('.reader button')]"
        ".filter(e => e.checkVisibility()).map(e => e.id)"
    )
    return found


def test_pages_are_read_aloud_sentence_by_sentence(browser: Chrome, site: str) -> None:
    page = "committees/jian-er/events/2026-03-05-xue-lei-feng.html"
    with prepared(browser, VOICE):
        show(browser, site + page, width=360)
        browser.find_element("id", "read-aloud").click()
        marked = "return document.querySelector('.is-read-aloud').textContent.trim()"
        assert browser.execute_script(marked) == "活动"
        for _ in range(3):
            browser.execute_script("speechSynthesis.finish()")
        said = browser.execute_script("return said")
        assert said[:2] == ["活动", "学雷锋便民服务日"]
        assert shown(browser) == ["reader-pause", "reader-stop"]
        browser.find_element("id", "reader-pause").click()
        assert shown(browser) == ["reader-go", "reader-stop"]
        assert browser.execute_script("return said.length") == len(said)
        press_enter(browser)  # on what came in the pause's place
        assert browser.execute_script("return said.at(-1)") == said[-1]
        browser.find_element("id", "reader-stop").click()
        assert shown(browser) == []
        assert browser.execute_script("return document.activeElement.id") == "read-aloud"
        assert browser.find_elements("css selector", ".is-read-aloud") == []


def test_all_of_the_text_is_read_and_nothing_else(browser: Chrome, site: str) -> None:
    with prepared(browser, VOICE):
        show(browser, site + PAGE, width=360)
        browser.find_element("id", "read-aloud").click()
        browser.execute_script("while (speechSynthesis.current) speechSynthesis.finish()")
        said: list[str] = browser.execute_script("return said")
        whole = "".join(said)
        assert "和谐小区" in said
        assert "学雷锋便民服务日" in whole
        assert "搜索" not in whole  # in the head
        assert "海报" not in whole  # for those who print
        assert max(map(len, said)) < 80
        assert shown(browser) == []


def test_no_voice_no_button(browser: Chrome, site: str) -> None:
    with prepared(browser, VOICE + "speech.getVoices = () => [{lang: 'en-US'}]"):
        show(browser, site + PAGE, width=360)
        assert not browser.find_element("id", "read-aloud").is_displayed()


# --- by key -------------------------------------------------------------------------------------

FOCUSED = """
const e = document.activeElement;
const seen = e.matches('.choice-button input') ? e.nextElementSibling : e;
const box = seen.getBoundingClientRect(), style = getComputedStyle(seen);
window.path = [...(window.path || []), e];
return {name: e.id || e.className || e.textContent.trim(), body: e === document.body,
  outline: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
  seen: box.width > 1 && box.bottom > 0 && box.top < innerHeight,
  after: path.length < 2 || Boolean(path.at(-2).compareDocumentPosition(e) & 4)};
"""


def test_all_can_be_reached_by_key_in_order(browser: Chrome, site: str) -> None:
    show(browser, site + PAGE, width=360)
    met: list[dict[str, Any]] = []
    while len(met) < 200:
        press(browser, "Tab", code=9)
        found = browser.execute_script(FOCUSED)
        if found["body"]:
            break
        met.append(found)
    names = [found["name"] for found in met]
    assert names[:4] == ["skip", "elder", "text-medium", "print"]
    assert [
        found for found in met if not (found["outline"] and found["seen"] and found["after"])
    ] == []
    pressable = browser.execute_script(
        "return [...document.querySelectorAll('a[href], button, summary, input')]"
        ".filter(e => e.checkVisibility() && !(e.type === 'radio' && !e.checked)).length"
    )
    assert len(names) == pressable


def test_the_skip_link_leads_past_the_head(browser: Chrome, site: str) -> None:
    show(browser, site + PAGE, width=360)
    press(browser, "Tab", code=9)
    press_enter(browser)
    assert browser.execute_script("return document.activeElement.id") == "content"
    press(browser, "Tab", code=9)
    assert browser.execute_script("return document.activeElement.closest('main') !== null")
