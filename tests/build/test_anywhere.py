"""The built site anywhere: at the root of a host, in a folder of one, and opened from a disk.

Every link is followed on paper; in a real browser a page of each kind is opened from a disk and
from a folder of a server; it finds no other host.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from html.parser import HTMLParser
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from selenium.webdriver import Chrome

from generator.build import BuildOptions, build_site, read_site
from tests.pages.test_browser import QuietHandler, list_errors, show
from tests.sites_for_tests import TODAY

SITUATIONS = ("https://a.example/", "https://a.example/a/b/", "file:///srv/output/")
COMMENTS = re.compile(r"/\*.*?\*/|^\s*//.*?$", re.DOTALL | re.MULTILINE)
LOADED = """
return [...document.querySelectorAll('link[rel=stylesheet], script[src], img')]
  .map(element => element.currentSrc || element.href || element.src)
  .concat(performance.getEntriesByType('resource').map(entry => entry.name));
"""
OUTWARD = ("http", "https", "tel", "mailto", "sms")
KINDS = (
    "index.html", "compounds/hexie.html", "committees/jian-er.html",
    "committees/jian-er/events/2026-03-05-xue-lei-feng.html",
    "committees/jian-er/services/lin-li-yi-zhan.html",
    "committees/jian-er/groups/lin-li-yi-zhan.html",
    "street/notices/2026-03-02-jiang-wen.html", "committees/fu-si/issues/2026-003.html",
    "issues.html", "reviews/2018.html", "committees/jian-er/reviews/2018.html",
    "archive.html", "archive/2026-01.html", "search.html", "staff.html",
    "posters/hexie/timetable-2026-03.html", "hant/index.html", "hant/compounds/hexie.html",
)  # fmt: skip
"""A page of each kind."""


@dataclass
class Found:
    """What a page links to, with the tag of each link, and the ids that it has."""

    links: list[tuple[str, str]] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)


class Reader(HTMLParser):
    """Reads a page as a browser does."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.found = Found()
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if not value:
                continue
            if name == "id":
                self.found.ids.add(value)
            elif name in ("href", "src", "action", "poster", "data"):
                self.found.links.append((tag, value))
            elif name in ("srcset", "imagesrcset"):
                self.found.links += [(tag, each.split()[0]) for each in value.split(",")]
            elif tag == "meta" and name == "content" and "; url=" in value:
                self.found.links.append((tag, value.partition("url=")[2]))


@pytest.fixture(scope="module")
def pages(sample: Path) -> dict[str, Found]:
    """Every page of the sample site; of the editions that follow from others, some."""
    files = sorted(path.relative_to(sample).as_posix() for path in sample.rglob("*.html"))
    copies = [path for path in files if path.startswith("hant/")]
    chosen = [path for path in files if path not in set(copies)] + copies[::6]
    return {path: Reader((sample / path).read_text("utf-8")).found for path in chosen}


def resolve(page: str, link: str, root: str) -> tuple[str, str] | None:
    """Return the path from the site's root that a link leads to, and its fragment.

    None for a link out of the site. Raises AssertionError for one that leaves the site's folder.
    Calendar programs are given the absolute address.
    """
    link = link.replace("webcal://board.example/", root)
    if urlsplit(link).scheme and not link.startswith(root):
        assert urlsplit(link).scheme in OUTWARD, link
        return None
    target = urlsplit(urljoin(root + page, link))
    folder = urlsplit(root).path
    assert target.path.startswith(folder), (page, link)
    assert target.netloc == urlsplit(root).netloc, (page, link)
    return unquote(target.path.removeprefix(folder)), unquote(target.fragment)


@pytest.mark.parametrize("root", SITUATIONS)
def test_every_link_leads_to_a_file_and_every_anchor_to_a_place(
    sample: Path, pages: dict[str, Found], root: str
) -> None:
    followed = 0
    for page, found in pages.items():
        if page == "404.html" and root != SITUATIONS[0]:
            continue  # it knows its site's address, see below
        for _, link in found.links:
            target = resolve(page, link, root)
            if target is None:
                continue
            path, fragment = target
            assert (sample / path).is_file(), (page, link)
            if fragment and path in pages:
                assert fragment in pages[path].ids, (page, link)
            followed += 1
    assert followed > 5_000


def test_nothing_is_loaded_from_another_host(pages: dict[str, Found]) -> None:
    for page, found in pages.items():
        for tag, link in found.links:
            if tag not in ("a", "meta"):
                parts = urlsplit(link)
                known = tag == "link" and link.startswith("https://board.example/")
                assert known or not parts.netloc, (page, tag, link)


def test_style_sheets_and_scripts_name_no_other_host(sample: Path) -> None:
    for path in (*sample.rglob("*.css"), *sample.rglob("*.js")):
        if path.name.startswith("index-"):
            continue  # the search's texts
        text = re.sub(
            r"/\*.*?\*/|^\s*//.*$", "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE
        )
        assert not re.search(r"@import|https?://(?!www\.w3\.org)", text), path
        assert not re.search(r"\b(?:fetch|XMLHttpRequest|sendBeacon|WebSocket)\b", text), path
        assert not re.search(r"^\s*(?:import|export)\b", text, re.MULTILINE), path


@pytest.mark.parametrize(
    ("address", "root"), [("https://a.example/", "/"), ("https://a.example/a/b/", "/a/b/")]
)
def test_the_page_for_unknown_addresses_works_wherever_it_is_shown(
    tmp_path: Path, address: str, root: str
) -> None:
    site = tmp_path / "site"
    (site / "content/committees/a").mkdir(parents=True)
    (site / "content/site.yaml").write_text(f"名称: 甲\n网址: {address}\n", "utf-8")
    committee = "代号: a\n名称: 甲居委\n小区: [{代号: b, 名称: 乙里}]\n"
    (site / "content/committees/a/committee.yaml").write_text(committee, "utf-8")
    output = tmp_path / "output"
    options = BuildOptions(site=site, output=output, today=TODAY, posters=False)
    assert build_site(read_site(site), options).published
    links = Reader((output / "404.html").read_text("utf-8")).found.links
    inward = [link for _, link in links if not urlsplit(link).scheme and not link.startswith("#")]
    assert len(inward) > 5
    for link in inward:
        assert link.startswith(root)
        assert (output / urlsplit(link).path.removeprefix(root)).is_file(), link
    assert (output / "robots.txt").exists() == (root == "/"), "only a host's root has one"


def test_short_and_former_addresses_lead_on(pages: dict[str, Found]) -> None:
    leading = [page for page in pages if page.startswith("x/")]
    assert len(leading) > 100
    for page in (*leading, "compounds/hui-quan-1.html"):
        found = pages[page]
        refreshed = [link for tag, link in found.links if tag == "meta"]
        clicked = [link for tag, link in found.links if tag == "a"]
        assert refreshed, page
        assert refreshed[0] in clicked, "for browsers that do not go on by themselves"


@pytest.fixture(scope="module", params=["disk", "subfolder"])
def address(request: pytest.FixtureRequest, sample: Path, tmp_path_factory: pytest.TempPathFactory
            ) -> Iterator[str]:  # fmt: skip
    """The address of the built site, with a slash."""
    if request.param == "disk":
        yield f"{sample.as_uri()}/"
        return
    root = tmp_path_factory.mktemp("server")
    (root / "a").mkdir()
    (root / "a" / "b").symlink_to(sample, target_is_directory=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(root)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/a/b/"
    server.shutdown()
    server.server_close()


@pytest.mark.browser
def test_every_kind_of_page_opens_without_an_error_or_a_foreign_request(
    browser: Chrome, address: str
) -> None:
    list_errors(browser)  # those of pages before
    for path in KINDS:
        show(browser, address + path, width=360)
        assert list_errors(browser) == [], path
        loaded = browser.execute_script(LOADED)
        assert loaded, path
        assert all(name.startswith(address) for name in loaded), path


@pytest.mark.browser
def test_a_code_on_paper_leads_to_its_page(browser: Chrome, address: str) -> None:
    for path, page in {"x/hexie/": "和谐小区", "compounds/hui-quan-1.html": "汇泉小区"}.items():
        file = path + "index.html" if path.endswith("/") and address.startswith("file") else path
        show(browser, address + file, width=360)
        assert page in browser.title


@pytest.mark.browser
def test_everything_is_there_without_scripts(browser: Chrome, address: str) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        for path in KINDS[:4]:
            show(browser, address + path, width=360)
            text = browser.find_element("css selector", "main").text
            assert len(text) > 150, path
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
