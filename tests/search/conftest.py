"""The browser that tests of pages use."""

from tests.pages.test_browser import browser

__all__ = ["browser"]
