"""The search in a real browser, from a disk and from a folder of a server."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from http.server import ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selenium.webdriver import Chrome, Keys

from generator.plan.artifact import Kind
from generator.plan.views import (
    PageView,
    SearchDocument,
    SearchIndex,
    SearchPage,
    Several,
    make_share,
)
from generator.render.pages import PagePress
from generator.render.search import render_search
from tests.pages import sample_views
from tests.pages.test_browser import THEME, QuietHandler, list_errors, show
from tests.sites_for_tests import plan, sample_board

pytestmark = [pytest.mark.browser]

ASK = """
const done = arguments[1];
const form = document.getElementById("search-form");
form.elements.q.value = arguments[0];
form.dispatchEvent(new Event("submit", {cancelable: true}));
const status = document.getElementById("search-status");
const wait = () => {
  const count = parseInt((status.textContent.match(/[0-9]+/) || [0])[0]);
  const cards = [...document.querySelectorAll("#search-results > li")];
  if (status.textContent.startsWith("正在") || cards.length < Math.min(count, 20))
    return setTimeout(wait, 10);
  done(cards.map(card => card.innerText));
};
wait();
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the sample site, and what the search needs, in a folder of a folder."""
    root = tmp_path_factory.mktemp("site") / "a" / "b"
    press = PagePress(THEME)
    artifacts = plan(sample_board(), posters=False)
    made = {a.path: a.view for a in artifacts.values() if a.kind is Kind.SEARCH}
    for path, view in made.items():
        assert isinstance(view, SearchIndex)
        put(root / path, render_search(view))
    for path in ("search.html", "compounds/hexie.html", "404.html", "index.html"):
        page: Any = artifacts[path].view
        put(root / path, press.render(path, page))
    for address, data in THEME.assets():
        (root / address).parent.mkdir(parents=True, exist_ok=True)
        (root / address).write_bytes(data)
    put(root / "manifest.webmanifest", b'{"name": "A"}')
    return root


def put(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


@pytest.fixture(scope="module", params=["disk", "subfolder"])
def site(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    """The address of the site, with a slash."""
    if request.param == "disk":
        yield f"{folder.as_uri()}/"
        return
    handler = partial(QuietHandler, directory=str(folder.parents[1]))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/a/b/"
    server.shutdown()
    server.server_close()


def ask(browser: Chrome, query: str) -> list[str]:
    """Return the first results as they are read."""
    found: list[str] = browser.execute_async_script(ASK, query)
    return found


def title(card: str) -> str:
    return card.split("\n", maxsplit=1)[0]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("和谐小区", "和谐小区"),
        ("ｈｅｘｉｅ", "和谐小区"),
        ("hexie", "和谐小区"),
        ("hx", "和谐小区"),
        ("HeXieXQ", "和谐小区"),
        ("clxq", "长乐小区"),
        ("汇泉一区", "复兴"),
        ("jianerjw", "建二居委"),
        ("“明起降温，注意防冻”", "明起降温，注意防冻"),
    ],
)
def test_titles_names_and_pinyin(browser: Chrome, site: str, query: str, first: str) -> None:
    show(browser, f"{site}search.html", width=360)
    found = ask(browser, query)
    assert found
    if first != "复兴":
        assert title(found[0]) == first
    else:
        assert query in found[0]


def test_bodies_are_found_with_the_words_marked(browser: Chrome, site: str) -> None:
    show(browser, f"{site}search.html", width=360)
    found = ask(browser, "量血压 驿站")
    assert any("邻里驿站" in card for card in found)
    marked = browser.execute_script(
        "return [...document.querySelectorAll('mark')].map(e => e.textContent)"
    )
    assert set(marked) == {"量血压", "驿站"}


def test_a_phrase_is_found_letter_for_letter(browser: Chrome, site: str) -> None:
    show(browser, f"{site}search.html", width=360)
    loose, exact = ask(browser, "服务日 便民"), ask(browser, '"便民服务日"')
    assert exact
    assert {*map(title, exact)} <= {*map(title, loose)}
    assert all("便民服务日" in card for card in exact)
    assert ask(browser, "“便民雷锋服务”") == []


def test_pieces_are_found_where_the_whole_is_not(browser: Chrome, site: str) -> None:
    show(browser, f"{site}search.html", width=360)
    found = ask(browser, "驿站量血压")
    assert "邻里驿站每月便民服务" in map(title, found)
    assert "最接近" in browser.find_element("id", "search-status").text


def test_nothing_found_says_what_to_do(browser: Chrome, site: str) -> None:
    show(browser, f"{site}search.html", width=360)
    assert ask(browser, "冬天滑雪场") == []
    assert browser.find_element("id", "search-status").text == "没有找到“冬天滑雪场”"
    assert browser.find_element("id", "search-advice").is_displayed()
    ask(browser, "和谐")
    assert not browser.find_element("id", "search-advice").is_displayed()


def test_the_box_of_every_page_leads_here(browser: Chrome, site: str) -> None:
    show(browser, f"{site}compounds/hexie.html", width=1280)
    box = browser.find_element("id", "site-search")
    box.send_keys("hx")
    box.submit()
    found = ask(browser, "hx")
    assert title(found[0]) == "和谐小区"
    assert f"{site}search.html?q=hx" == browser.current_url
    browser.find_element("css selector", "#search-results a").click()
    assert browser.current_url == f"{site}compounds/hexie.html"


def test_the_index_waits_until_somebody_searches(browser: Chrome, site: str) -> None:
    show(browser, f"{site}search.html", width=360)
    scripts = "return [...document.scripts].filter(s => s.src.includes('/index-')).length"
    assert browser.execute_script(scripts) == 0
    browser.find_element("id", "q").send_keys("和谐")
    assert browser.execute_script(scripts) == 1


def test_no_errors_and_nothing_from_elsewhere(browser: Chrome, site: str) -> None:
    list_errors(browser)
    show(browser, f"{site}search.html?q={quote('学雷锋 <b>&')}", width=360)
    ask(browser, "学雷锋")
    assert list_errors(browser) == []
    loaded = browser.execute_script(
        "return performance.getEntriesByType('resource').map(entry => entry.name)"
    )
    assert all(address.startswith(site) for address in loaded)


@pytest.fixture
def bare(browser: Chrome, folder: Path) -> Chrome:
    """A search page without an index of its own; tests give it one."""
    view: PageView = SearchPage(
        frame=sample_views.FRAME, head=sample_views.head("搜索"), parts=(), committees=(), kinds=()
    )
    put(folder / "bare.html", PagePress(THEME).render("bare.html", view))
    show(browser, f"{folder.as_uri()}/bare.html", width=360)
    return browser


def give(browser: Chrome, *documents: SearchDocument) -> None:
    """Replace the index of a page."""
    browser.execute_script("linliSearch.documents.length = 0")
    index = SearchIndex(Several(make_share(documents)))
    browser.execute_script(render_search(index).decode())


def notice(title: str, *, text: str = "", **facts: Any) -> SearchDocument:
    return SearchDocument(
        address=f"{title}.html", title=title, kind="notice", texts=(text,), **facts
    )


def test_titles_come_before_bodies_and_what_is_over_last(bare: Chrome) -> None:
    give(
        bare,
        notice("甲", text="说到合唱队"),
        notice("合唱队招新", current=False),
        notice("合唱队排练"),
        notice("关于合唱队"),
        notice("合唱队"),
    )
    found = ask(bare, "合唱队")
    assert [*map(title, found)] == ["合唱队", "合唱队排练", "关于合唱队", "甲", "合唱队招新"]
    assert [("已结束" in card) for card in found] == [False, False, False, False, True]


def test_what_ended_after_the_build_is_over_too(bare: Chrome) -> None:
    give(
        bare,
        notice("老通知", last_day=date(2020, 1, 1)),
        notice("新通知", last_day=date(2999, 1, 1)),
    )
    assert [*map(title, ask(bare, "通知"))] == ["新通知", "老通知"]


def test_letters_and_figures_begin_where_theirs_do(bare: Chrome) -> None:
    give(bare, notice("18号楼"), notice("8号楼"), notice("ＷｉＦｉ密码"))
    assert [*map(title, ask(bare, "8"))] == ["8号楼"]
    assert [*map(title, ask(bare, "wifi"))] == ["ＷｉＦｉ密码"]
    assert [*map(title, ask(bare, "fi"))] == []


def test_spaces_and_widths_make_no_difference(bare: Chrome) -> None:
    give(bare, notice("甲", text="2018 年（上）的 学雷锋"))
    for query in ("2018年", "２０１８年", '"2018 年(上)"', "学　雷锋", "“的学雷锋”"):
        assert ask(bare, query), query


def test_what_is_found_is_text_and_never_markup(bare: Chrome) -> None:
    give(bare, notice("<img src=x onerror=alert(1)>甲", text="<script>alert(2)</script>甲"))
    assert "<img src=x" in ask(bare, "甲")[0]
    assert bare.execute_script("return document.querySelectorAll('main img').length") == 0


def test_more_results_are_shown_on_demand(bare: Chrome) -> None:
    give(bare, *(notice(f"通知{number}") for number in range(1, 46)))
    assert len(ask(bare, "通知")) == 20
    more = bare.find_element("id", "search-more")
    assert more.is_displayed()
    more.send_keys(Keys.ENTER)
    focused = bare.execute_script("return document.activeElement.textContent")
    assert focused == "通知21"


HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)


@settings(max_examples=12)
@given(st.data())
def test_every_two_characters_of_a_document_find_it(browser: Chrome, data: st.DataObject) -> None:
    texts = data.draw(
        st.lists(
            st.text(HAN | st.sampled_from("的小区，。1a\n"), max_size=30), min_size=1, max_size=4
        )
    )
    give(browser, *(notice(str(n), text=text) for n, text in enumerate(texts)))
    for number, text in enumerate(texts):
        for one, two in pairwise(text):
            if min(one, two) >= "\u4e00" and max(one, two) <= "\u9fff":
                assert str(number) in map(title, ask(browser, one + two))
