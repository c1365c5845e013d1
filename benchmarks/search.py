"""Measures the search on made-up pages, beside Pagefind if that is installed.

Run: python -m benchmarks.search [PAGES …]. Needs Chromium and its driver; Pagefind comes by
pip install "pagefind[extended]". Each query is asked of both, one after the other, in one browser
whose processor is slowed down six times, five times over; the best of the five counts, for other
work on the machine only ever adds. The time of Linli ends when its first results are laid out,
that of Pagefind when its script has them, before a page shows them.

A page answers a query if it says the words, all of them, whether together or not; a phrase, if it
says it letter for letter; pinyin, if it says the compound that is meant.
"""

import importlib.util
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from selenium.webdriver import Chrome, ChromeOptions, ChromeService

from benchmarks.search_pages import COMPOUNDS, OLD_NAMES, PLACES, TOPICS, Page, make_pages
from generator.plan.views import (
    Frame,
    Head,
    IndexPart,
    SearchDocument,
    SearchIndex,
    SearchPage,
    Several,
    make_share,
)
from generator.render.pages import PagePress
from generator.render.search import render_search
from generator.render.theme import DEFAULT_THEME, find_theme

SLOWER = 6
WORDS = (
    *(
        "志愿者",
        "物业费",
        "停车位",
        "老花镜",
        "独居老人",
        "垃圾厢房",
        "验证码",
        "脚手架",
        "糖尿病",
        "安全账户",
    ),
    *(
        "茉莉花",
        "身份证",
        "四角粽",
        "单元门",
        "复印件",
        "水龙头",
        "赵国强",
        "王丽娟",
        "张建华",
        "楼组长",
    ),
    *("停车位 公示", "志愿者 端午节", "量血压 和谐小区", "加装电梯 采光", "民警 快递"),
)
PHRASES = (
    *(
        "湿垃圾要破袋投放",
        "先挂断，再问家里人",
        "下雨改在中心花园进行",
        "不识谱也能参加",
        "结果当场写在小本子上",
    ),
    *(
        "请带身份证",
        "表决结果在公告栏公示七天",
        "旧电池、过期药品",
        "地点在邻里驿站",
        "请把椅子放回小广场",
    ),
    *("到居委会来问", "名额20个", "停在社区食堂外面", "一提、二拔、三握、四压", "感谢张"),
)
PINYIN = {
    "hx": "和谐小区",
    "hexie": "和谐小区",
    "clxc": "长乐新村",
    "changle": "长乐新村",
    "jxy": "锦绣苑",
    "mxy": "民祥园",
    "dongfeng": "东风新村",
    "chhy": "翠湖花园",
    "wjl": "望江楼小区",
    "jsw": "金水湾",
}

ASK_OURS = """
const done = arguments[1];
const form = document.getElementById("search-form");
form.elements.q.value = arguments[0];
form.dispatchEvent(new Event("submit", {cancelable: true}));
const list = document.getElementById("search-results");
const more = document.getElementById("search-more");
const finish = () => {
  if (!more.hidden) more.click();
  const count = parseInt(document.getElementById("search-status").textContent.match(/[0-9]+/) || 0);
  if (list.children.length < count) return setTimeout(finish, 0);
  done([...list.querySelectorAll("h3 a")].map(link => link.href));
};
finish();
"""
TIME_OURS = """
const done = arguments[1];
const form = document.getElementById("search-form");
form.elements.q.value = arguments[0];
const times = [];
for (let i = 0; i < 5; i++) {
  const start = performance.now();
  form.dispatchEvent(new Event("submit", {cancelable: true}));
  document.body.offsetHeight;
  times.push(performance.now() - start);
}
done(Math.min(...times));
"""
LOAD_OURS = """
const done = arguments[0];
const read = window.linliSearch;
let time = 0;
window.linliSearch = part => {
  const start = performance.now();
  read(part);
  time += performance.now() - start;
};
document.getElementById("search-form").dispatchEvent(new Event("submit", {cancelable: true}));
const wait = () => read.documents.length ? setTimeout(() => done(time), 300) : setTimeout(wait, 50);
wait();
"""
ASK_PAGEFIND = """
const done = arguments[1];
(async () => {
  const search = await window.pagefind.search(arguments[0]);
  const data = await Promise.all(search.results.map(result => result.data()));
  done(data.map(one => new URL(one.url, location.href).href));
})();
"""
TIME_PAGEFIND = """
const done = arguments[1];
(async () => {
  const times = [];
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    const search = await window.pagefind.search(arguments[0]);
    if (search.results.length) await search.results[0].data();
    times.push(performance.now() - start);
  }
  done(Math.min(...times));
})();
"""
LOAD_PAGEFIND = """
const done = arguments[0];
import("/pagefind/pagefind.js").then(async pagefind => {
  await pagefind.init();
  window.pagefind = pagefind;
  done(0);
});
"""


@dataclass(slots=True)
class Tally:
    """How one search did on the queries of one kind."""

    recall: list[float] = field(default_factory=list)
    precision: list[float] = field(default_factory=list)
    exact: int = 0
    times: list[float] = field(default_factory=list)

    def count(self, found: set[str], wanted: set[str], time: float) -> None:
        """Add a query."""
        right = len(found & wanted)
        self.recall.append(right / len(wanted))
        self.precision.append(right / len(found) if found else 0.0)
        self.exact += found == wanted
        self.times.append(time)

    def __str__(self) -> str:
        return (
            f"recall {statistics.mean(self.recall):.3f}  "
            f"precision {statistics.mean(self.precision):.3f}  "
            f"exactly right {self.exact}/{len(self.times)}  "
            f"first result {statistics.median(self.times):.0f} ms (median), "
            f"{max(self.times):.0f} ms (worst)"
        )


def make_queries(pages: list[Page]) -> Iterator[tuple[str, str, set[str]]]:
    """Yield kind, query and the addresses of the pages that answer it; none without an answer."""
    for query in (*WORDS, *TOPICS, *PLACES):
        yield "words", query, {p.address for p in pages if all(w in p.words for w in query.split())}
    for phrase in PHRASES:
        yield "phrases", f'"{phrase}"', {p.address for p in pages if phrase in p.words}
    for compound, old_name in OLD_NAMES.items():
        wanted = {f"compounds/{COMPOUNDS.index(compound)}.html"}
        yield "old names", old_name, wanted
    for letters, name in PINYIN.items():
        yield "pinyin", letters, {p.address for p in pages if name in (p.title, p.compound)}


def write_site(folder: Path, pages: list[Page]) -> int:
    """Write the pages, the search page and its index; return the bytes of the index."""
    for page in pages:
        file = folder / page.address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{page.title}</title>'
            f"<main><h1>{page.title}</h1><p>{page.compound}</p><p>{page.old_name}</p>"
            f"<p>{page.text}</p></main></html>",
            encoding="utf-8",
        )
    theme = find_theme(DEFAULT_THEME, folder)
    for address, data in theme.assets():
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_bytes(data)
    frame = Frame(
        site_name="试", site_url=None, language="zh-CN", footer=None, hotlines=(), review=None
    )
    view = SearchPage(
        frame=frame, head=Head(title="", description=""), committees=(), kinds=(),
        parts=(IndexPart("index-1.js", "1"),),
    )  # fmt: skip
    (folder / "search.html").write_bytes(PagePress(theme).render("search.html", view))
    documents = sorted(map(make_document, pages), key=lambda d: not d.current)
    data = render_search(SearchIndex(Several(make_share(tuple(documents)))))
    (folder / "index-1.js").write_bytes(data)
    return len(data)


def make_document(page: Page) -> SearchDocument:
    """Return what `plan.search` would make of a page."""
    place = page.address.startswith("compounds/")
    names = (page.old_name,) if page.old_name else () if place else (page.compound,)
    return SearchDocument(
        address=page.address,
        title=page.title,
        kind="compound" if place else "notice",
        names=names,
        current=page.current,
        texts=(page.text,),
    )


def index_with_pagefind(folder: Path) -> int | None:
    """Let Pagefind index the pages; return the bytes of its index, None if it is not installed."""
    if importlib.util.find_spec("pagefind") is None:
        return None
    command = [sys.executable, "-m", "pagefind", "--site", str(folder)]
    subprocess.run(
        [*command, "--glob", "{compounds,street}/**/*.html"], check=True, capture_output=True
    )
    parts = (folder / "pagefind").rglob("*.pf_*")
    return sum(part.stat().st_size for part in parts)


class QuietHandler(SimpleHTTPRequestHandler):
    """A server that keeps its log to itself."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name it has there
        """Say nothing."""


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@contextmanager
def open_browser() -> Iterator[Chrome]:
    """Start Chromium without a window."""
    options = ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for switch in ("--headless", "--no-sandbox", "--disable-gpu"):
        options.add_argument(switch)
    browser = Chrome(options=options, service=ChromeService(shutil.which("chromedriver") or ""))
    yield browser
    browser.quit()


@dataclass(frozen=True, slots=True)
class Search:
    """A search in a tab of the browser."""

    browser: Chrome
    tab: str
    asking: str
    timing: str

    def ask(self, query: str) -> set[str]:
        """Return the addresses of everything that is found."""
        self.browser.switch_to.window(self.tab)
        self._slow_down(1)
        return set(self.browser.execute_async_script(self.asking, query))

    def time(self, query: str) -> float:
        """Return the milliseconds until the first result."""
        self._slow_down(SLOWER)
        return float(self.browser.execute_async_script(self.timing, query))

    def _slow_down(self, rate: int) -> None:
        self.browser.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": rate})


def open_tab(browser: Chrome, address: str, script: str) -> tuple[str, float]:
    """Open a page on a slow phone and load its index; return the tab and the time for reading."""
    browser.switch_to.new_window("tab")
    browser.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    browser.set_script_timeout(600)
    browser.get(address)
    time = browser.execute_async_script(script)
    return browser.current_window_handle, float(time)


def measure(count: int) -> None:
    """Print the figures for so many pages."""
    pages = make_pages(count)
    text = sum(len(page.words.encode()) for page in pages)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        size = write_site(folder, pages)
        print(f"\n{count} pages, text {text} bytes in UTF-8")
        print(f"Linli     index {size} bytes, {size / text:.1%} of the text")
        rival_size = index_with_pagefind(folder)
        if rival_size is not None:
            print(f"Pagefind  index {rival_size} bytes, {rival_size / text:.1%} of the text")
        with serve(folder) as site, open_browser() as browser:
            tab, reading = open_tab(browser, f"{site}search.html", LOAD_OURS)
            print(f"Linli     reads its index in {reading:.0f} ms, once")
            searches = {"Linli": Search(browser, tab, ASK_OURS, TIME_OURS)}
            if rival_size is not None:
                tab, _ = open_tab(browser, f"{site}search.html", LOAD_PAGEFIND)
                searches["Pagefind"] = Search(browser, tab, ASK_PAGEFIND, TIME_PAGEFIND)
            print_tallies(pages, site, searches)


def print_tallies(pages: list[Page], site: str, searches: dict[str, Search]) -> None:
    """Ask every query of every search in turn, and print how they did."""
    tallies: dict[tuple[str, str], Tally] = {}
    for kind, query, wanted in make_queries(pages):
        if not wanted:
            continue
        for name, search in searches.items():
            found = {address.removeprefix(site) for address in search.ask(query)}
            tallies.setdefault((kind, name), Tally()).count(found, wanted, search.time(query))
    for (kind, name), tally in tallies.items():
        print(f"{kind:10}{name:10}{tally}")


if __name__ == "__main__":
    for argument in sys.argv[1:] or ("400", "1000"):
        measure(int(argument))
