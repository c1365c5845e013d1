"""Every page in every edition: ordinary and for elders, light, dark and on paper."""

from typing import Any

import pytest
from msgspec.structs import replace
from selenium.webdriver import Chrome

from generator.model.accent import NAMED
from generator.plan.palette import make_palette
from tests.pages.axe import CONTRAST, find_barriers, load_axe
from tests.pages.test_browser import CONTRASTS, FULL, THEME, browser, show, site

__all__ = ["browser", "site"]
pytestmark = [pytest.mark.browser]

# Those that can be pressed and are no part of a sentence, with how high and wide they are.
TARGETS = """
const row = e => e.matches('h3 a, .entry-title a, .urgent-title a, .poster-name, .archive-list a');
const sentence = e => e.closest('.prose, .daily, table, p.meta, .timeline, .facts')
  || (e.parentElement.matches('p') && e.previousSibling?.data?.trim());
return [...document.querySelectorAll('a, button, summary, input, select')]
  .filter(e => e.checkVisibility() && !e.matches('.skip, :disabled') && !row(e) && !sentence(e))
  .map(e => [e.textContent.trim() || e.id, e.getBoundingClientRect()])
  .map(([name, box]) => [name, box.height, box.width]);
"""
SIZES = """
const speaks = e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
return [...document.querySelectorAll('body *')]
  .filter(e => e.checkVisibility() && speaks(e) && !e.closest('svg'))
  .map(e => [e.textContent.trim().slice(0, 20), parseFloat(getComputedStyle(e).fontSize)]);
"""


def choose_media(browser: Chrome, media: str, scheme: str) -> None:
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})


def be_for_elders(browser: Chrome) -> None:
    browser.execute_script("document.documentElement.dataset.da = '1'")


def faint_texts(browser: Chrome) -> list[Any]:
    found = browser.execute_script(CONTRASTS)
    assert found
    return [entry for entry in found if entry[0] < 7]


@pytest.mark.parametrize("path", sorted(FULL))
def test_nothing_keeps_anybody_out(browser: Chrome, site: str, path: str) -> None:
    """One opening of a page serves all its editions: opening is what takes the time."""
    show(browser, site + path, width=320)
    load_axe(browser)
    assert find_barriers(browser) == []
    choose_media(browser, "print", "dark")
    assert faint_texts(browser) == []
    choose_media(browser, "screen", "light")
    be_for_elders(browser)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 320
    assert [size for size in browser.execute_script(SIZES) if size[1] < 24] == []
    targets = browser.execute_script(TARGETS)
    assert targets
    assert [target for target in targets if min(target[1:]) < 48] == []
    assert faint_texts(browser) == []
    choose_media(browser, "screen", "dark")
    assert faint_texts(browser) == []


@pytest.mark.exhaustive
@pytest.mark.parametrize("path", sorted(FULL))
def test_axe_finds_nothing_in_any_edition(browser: Chrome, site: str, path: str) -> None:
    """All rules, those of contrast too, which take a second for each edition of a page."""
    for elder in (False, True):
        for media, scheme in (("screen", "light"), ("screen", "dark"), ("print", "light")):
            show(browser, site + path, width=360)
            choose_media(browser, media, scheme)
            if elder:
                be_for_elders(browser)
            load_axe(browser)
            paper = CONTRAST if media == "print" else ()  # nobody presses paper
            assert find_barriers(browser, *paper, contrast=True) == []


SET = "const [name, value] = arguments; document.documentElement.style.setProperty(name, value)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_texts_stand_out_in_every_accent(browser: Chrome, site: str, scheme: str) -> None:
    show(browser, site + "compounds/hexie.html", width=1280, scheme=scheme)
    for colour in dict.fromkeys(NAMED.values()):
        palette = make_palette(colour)
        shades = palette.light if scheme == "light" else palette.dark
        browser.execute_script(SET, "--accent", shades.accent)
        browser.execute_script(SET, "--accent-soft", shades.soft)
        browser.execute_script(SET, "--band", shades.band)
        browser.execute_script(SET, "--on-band", shades.on_band)
        assert faint_texts(browser) == [], str(colour)


def test_the_theme_is_coloured_by_the_build() -> None:
    plum = make_palette(NAMED["plum"])
    assets = dict(replace(THEME, palette=plum).assets())
    style, icon = assets["assets/site.css"].decode(), assets["assets/icon.svg"].decode()
    for shades in (plum.light, plum.dark):
        for colour in (shades.accent, shades.soft, shades.band, shades.on_band):
            assert colour in style
    assert plum.light.band in icon
    assert not any(name.endswith(".jinja") or b"{{" in data for name, data in assets.items())
