"""axe-core in the browser: what of a page keeps people out.

The script is the one that axe-playwright-python brings; nothing else of that package is used.
"""

from importlib.metadata import distribution
from pathlib import Path

from selenium.webdriver import Chrome

_BUNDLE = distribution("axe-playwright-python")
SCRIPT = Path(str(_BUNDLE.locate_file("axe_playwright_python/axe.min.js")))
_RUN = """
const [options, done] = arguments;
axe.run(document, {resultTypes: ['violations'], ...options}).then(
  found => done(found.violations.flatMap(rule => rule.nodes.map(
    node => [rule.id, node.target.join(' '), node.failureSummary].join(': ')))),
  fault => done([String(fault)]));
"""
CONTRAST = ("color-contrast", "color-contrast-enhanced")
"""Rules that take longer than all others together. The second is contrast as AAA wants it."""


def load_axe(browser: Chrome) -> None:
    """Make axe-core known to the open page."""
    browser.execute_cdp_cmd("Runtime.evaluate", {"expression": SCRIPT.read_text("utf-8")})


def find_barriers(browser: Chrome, *only: str, contrast: bool = False) -> list[str]:
    """Return what axe-core finds in the open page: rule, element, and what to mend.

    `only` names the rules to run; left out, all run but those of contrast, unless these are wanted.
    """
    rules = {"target-size": {"enabled": True}} | {r: {"enabled": contrast} for r in CONTRAST}
    options = {"runOnly": {"type": "rule", "values": only}} if only else {"rules": rules}
    found: list[str] = browser.execute_async_script(_RUN, options)
    return found
