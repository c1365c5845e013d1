"""What scripts/today.js makes, on later days, of the page of a compound built on 2 March 2026.

The clock of the browser is set before the page is read, and so is its time zone. Times in the tests
are those of the site (UTC+8) unless they say otherwise.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any, cast

import pytest
from msgspec.structs import replace
from selenium.webdriver import Chrome
from selenium.webdriver.support.wait import WebDriverWait

from generator.plan import Kind, plan_site
from generator.plan.views import PageView, RedirectPage
from generator.read import read_board
from generator.render.pages import PagePress
from generator.render.theme import Theme
from tests.pages.test_browser import browser, list_errors, show, wait_until_open
from tests.pages.test_reading import SHIFTS, prepared
from tests.sites_for_tests import SAMPLE, SMALL, STAMPS, TODAY

__all__ = ["browser"]
pytestmark = [pytest.mark.browser]

THEME = Theme(SAMPLE / "themes" / "linli")
PAGE = "compounds/dong-yuan.html"
OWN = "content/committees/东居委"
CLOCK = """{
const shift = Date.parse('%s') - Date.now();
Date = class extends Date {
  constructor(...given) { super(...(given.length ? given : [Date.now()])) }
  static now() { return super.now() + shift }
};
}"""
MORE = {
    "活动/ye-shi.md": "标题: 夜市\n时间: 2026年3月4日晚上8点至次日1点\n地点: 广场",
    "活动/yi-zhen.md": "标题: 义诊\n时间: 2026年3月4日上午9点至11点\n地点: 广场\n取消: 医生有事",
    "活动/ji-shi.md": "标题: 集市\n时间: 2026年4月1日上午9点至11点\n地点: 广场",
    "活动/chang-ge.md": "标题: 唱歌\n时间: 每月第三个周六上午9点至10点\n地点: 活动室",
}
CONTACT = "\n联系: {称呼: 居委会, 电话: 021-0123 4500}"
OUTAGE = (
    "类别: 停水停电\n标题: 停水\n发布: 2026-03-02\n原因: 换水管\n范围: [dong-yuan]\n"
    '起止: 2026年3月5日9:00-16:00\n电话: "021-0123 4500"'
)
SERVICES = (
    "标题: 窗口\n有效期: 2026年1月1日至2026年12月31日\n最后核对: 2026-02-20\n服务:\n"
    "  - {名称: 代办, 时间: 工作日上午9点至11点、下午2点至4点}\n"
    "  - {名称: 量血压, 时间: 每周三上午9点至10点}\n"
    "  - {名称: 交费, 时间: 每月5日上午9点至10点，节假日顺延}"
)
LEAF = ".leaf-day [data-slot]"
ALL = "[...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility())"
Open = Callable[..., None]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the pages of a small site, opened as from a disk."""
    source, output = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("output")
    shutil.copytree(SMALL, source, dirs_exist_ok=True)
    for name, text in MORE.items():
        (source / OWN / name).write_text(f"---\n{text}{CONTACT}\n---\n", "utf-8")
    (source / OWN / "通知/ting-shui.md").write_text(f"---\n{OUTAGE}\n---\n先接好水。\n", "utf-8")
    (source / OWN / "services/chuang-kou.yaml").write_text(SERVICES + CONTACT, "utf-8")
    board = read_board(source).board
    assert board is not None
    press = PagePress(THEME)
    pages = {
        a.path: press.render(a.path, cast("PageView", a.view))
        for a in plan_site(board, TODAY, STAMPS, posters=False)
        if a.kind is Kind.PAGE and not isinstance(a.view, RedirectPage)
    }
    for path, data in (*pages.items(), *THEME.assets()):
        (output / path).parent.mkdir(parents=True, exist_ok=True)
        (output / path).write_bytes(data)
    return output


@pytest.fixture
def at(browser: Chrome, folder: Path) -> Iterator[Open]:
    """Return what opens a page at a moment of the site's clock, in a visitor's time zone."""
    with ExitStack() as stack:

        def open_page(moment: str, *, path: str = PAGE, zone: str = "Asia/Shanghai") -> None:
            offset = "" if moment.endswith("Z") else "+08:00"
            stack.close()  # the clock of a page before
            stack.enter_context(prepared(browser, CLOCK % (moment + offset)))
            browser.execute_cdp_cmd("Emulation.setTimezoneOverride", {"timezoneId": zone})
            list_errors(browser)
            show(browser, (folder / path).as_uri(), width=360)
            wrong = [e for e in list_errors(browser) if "manifest" not in e["message"]]
            assert wrong == []

        yield open_page
        browser.execute_cdp_cmd("Emulation.setTimezoneOverride", {"timezoneId": ""})


def seen(browser: Chrome, selector: str) -> list[str]:
    """Return the words of the elements that are seen, white space as one blank."""
    script = f"return {ALL}.map(e => e.innerText.replace(/\\s+/g, ' ').trim())"
    found: list[str] = browser.execute_script(script, selector)
    return found


def titles(browser: Chrome, within: str) -> list[str]:
    return seen(browser, f"{within} .entry-title a")


def days(browser: Chrome, within: str) -> list[str]:
    script = f"return {ALL}.map(e => e.dateTime)"
    found: list[str] = browser.execute_script(script, f"{within} .agenda-date time")
    return found


def test_on_now_comes_first_and_what_is_over_last(browser: Chrome, at: Open) -> None:
    at("2026-03-04T09:30")
    assert titles(browser, "[data-today=now]") == ["量血压", "代办"]
    assert titles(browser, "[data-today=rest]") == ["义诊", "夜市"]
    assert seen(browser, "[data-today=rest] .is-cancelled .tag-strong") == ["取消"]
    assert seen(browser, "[data-today=over]") == []
    at("2026-03-04T10:00")
    assert titles(browser, "[data-today=now]") == ["代办"]
    browser.execute_script("document.querySelector('[data-today=over]').open = true")
    assert titles(browser, "[data-today=over]") == ["量血压"]
    at("2026-03-04T12:00")
    assert seen(browser, "[data-today=now]") == []
    assert titles(browser, "[data-today=rest]") == ["义诊", "夜市", "代办"]


def test_past_midnight_the_evening_goes_on(browser: Chrome, at: Open) -> None:
    at("2026-03-05T00:30")
    assert titles(browser, "[data-today=now]") == ["夜市"]
    assert seen(browser, "[data-today=now] .entry-when") == ["20:00–次日1:00"]
    assert seen(browser, LEAF) == ["5"]
    at("2026-03-05T01:00")
    assert "夜市" not in titles(browser, "#today")


@pytest.mark.parametrize("moment", ["2026-03-04T23:59:59", "2026-03-31T23:59:59"])
def test_at_midnight_the_page_turns_by_itself(browser: Chrome, at: Open, moment: str) -> None:
    at(moment)
    before = seen(browser, LEAF)
    WebDriverWait(browser, 5).until(lambda _: seen(browser, LEAF) != before)
    assert before == [str(int(moment[8:10]))]
    fifth = moment.startswith("2026-03-04")
    assert seen(browser, LEAF) == (["5"] if fifth else ["1"])
    assert seen(browser, ".leaf-month") == (["2026年3月"] if fifth else ["2026年4月"])
    assert ("集市" in titles(browser, "#today")) is not fifth


def test_it_looks_again_when_it_is_seen_again(browser: Chrome, at: Open) -> None:
    at("2026-03-03T10:00")
    assert seen(browser, LEAF) == ["3"]
    browser.execute_script(
        "const later = Date.parse('2026-03-06T10:00+08:00'); Date.now = () => later;"
        "document.dispatchEvent(new Event('visibilitychange'))"
    )
    assert seen(browser, LEAF) == ["6"]
    assert seen(browser, ".leaf-week") == ["星期五"]


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Kiritimati", "Europe/London"])
def test_the_clock_is_the_sites_wherever_the_reader_is(
    browser: Chrome, at: Open, zone: str
) -> None:
    at("2026-03-03T16:30Z", zone=zone)  # half past midnight on 4 March in the compound
    assert seen(browser, LEAF) == ["4"]
    assert seen(browser, ".leaf-lunar") == ["农历正月十六"]
    assert "义诊" in titles(browser, "[data-today=rest]")
    at("2026-03-04T01:30Z", zone=zone)
    assert titles(browser, "[data-today=now]") == ["量血压", "代办"]


@pytest.mark.parametrize(("known", "day"), [("", "3"), ("delete Intl.DateTimeFormat", "4")])
def test_a_clock_that_is_put_forward_goes_by_its_zone(
    browser: Chrome, at: Open, known: str, day: str
) -> None:
    """Its page names the zone; a browser that knows none goes by the offset it was built with."""
    name = "() => document.body.dataset.timeZone = 'America/New_York'"
    with prepared(browser, f"{known}\ndocument.addEventListener('DOMContentLoaded', {name})"):
        at("2026-03-03T16:30Z")
    assert seen(browser, LEAF) == [day]


@pytest.mark.parametrize(
    ("zone", "is_named"), [("Asia/Shanghai", False), ("Asia/Tokyo", False), ("Europe/Berlin", True)]
)
def test_a_page_names_its_zone_only_where_clocks_change(zone: str, is_named: bool) -> None:
    board = read_board(SMALL).board
    assert board is not None
    board = replace(board, site=board.site.model_copy(update={"time_zone": zone}))
    (home,) = [a for a in plan_site(board, TODAY, STAMPS, posters=False) if a.path == "index.html"]
    page = PagePress(THEME).render("index.html", cast("PageView", home.view)).decode()
    assert (f'data-time-zone="{zone}"' in page) is is_named


def test_three_weeks_later_the_lists_have_moved_up(browser: Chrome, at: Open) -> None:
    at("2026-03-24T08:00")
    assert seen(browser, ".leaf-lunar") == ["农历二月初六"]
    assert seen(browser, ".urgent") == []
    assert titles(browser, "#today") == ["代办"]
    assert days(browser, "#week") == ["2026-03-25"]
    assert seen(browser, "#week .agenda-relative") == ["明天"]
    assert seen(browser, "#week .daily a") == ["代办"]
    assert days(browser, "#coming")[:2] == ["2026-04-01", "2026-04-07"]  # 5 April is Qingming
    assert "由4月5日（周日）顺延" in seen(browser, "#coming .meta")
    assert titles(browser, "#coming")[0] == "量血压"
    assert "集市" in titles(browser, "#coming")
    browser.execute_script("document.getElementById('later').open = true")
    assert "2026-04-18" in days(browser, "#later")
    assert "唱歌" in titles(browser, "#later")


def test_nothing_is_not_said_beside_what_is_on_every_day(browser: Chrome, at: Open) -> None:
    at("2026-03-25T08:00")
    assert days(browser, "#week") == []
    assert seen(browser, "#week .daily a") == ["代办"]
    assert seen(browser, "#week .empty") == []


def test_it_agrees_with_what_was_built(browser: Chrome, at: Open) -> None:
    """On the day of building, the script's lists say what the page said."""
    shown = (
        "#today .entries",
        "#week .agenda",
        "#week .daily",
        "#coming .agenda",
        "#later .agenda",
    )
    script = (
        "return arguments[0].map(s => document.querySelector(s).textContent.replace(/\\s/g, ''))"
    )
    at("2026-03-02T07:00")
    fresh = browser.execute_script(
        script.replace("#today .entries", "x"), ["[data-today=rest] .entries", *shown[1:]]
    )
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        at("2026-03-02T07:00")
        built = browser.execute_script(script, ["[data-today=rest] .entries", *shown[1:]])
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    assert fresh == built
    assert any("集市" in words for words in built)


def test_without_scripts_the_dated_list_is_there(browser: Chrome, at: Open) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        at("2026-04-20T08:00")
        assert seen(browser, LEAF) == ["2"]
        assert days(browser, "#week")[:2] == ["2026-03-03", "2026-03-04"]
        assert "本页更新于2026年3月2日（周一）" in seen(browser, ".site-footer .small")[0]
        assert "停水" in titles(browser, "#week")
        assert seen(browser, "[data-wechat]") == []
        assert seen(browser, "[data-show-after]") == []
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_ninety_days_later_it_says_that_it_is_old(browser: Chrome, at: Open) -> None:
    at("2026-05-31T10:00")
    (stale,) = seen(browser, ".banner[data-show-after]")
    assert "本页是2026年3月2日（周一）做的，可能过时了" in stale
    assert "021-0123 4500" in stale
    assert seen(browser, LEAF) == ["31"]
    assert seen(browser, ".leaf-lunar") in ([], [""])
    assert seen(browser, ".agenda-day, .entry, .window, .empty") == ["现在没有公示", "现在没有通知"]


def test_beyond_its_last_day_nothing_is_said_to_be_empty(browser: Chrome, at: Open) -> None:
    at("2026-05-01T10:00")  # the last day is 3 May, so of the fortnight after it nothing is known
    assert seen(browser, ".banner[data-show-after]") == []
    assert "往后两周没有活动" not in seen(browser, ".empty")


def test_the_urgent_strip_comes_down(browser: Chrome, at: Open) -> None:
    at("2026-03-05T12:00")
    assert seen(browser, ".urgent-title a") == ["防冻", "停水"]
    assert "预计3月5日（周四） 16:00恢复" in seen(browser, ".urgent-when")
    at("2026-03-05T16:00")
    assert "按通知，应已在3月5日（周四） 16:00恢复" in seen(browser, ".urgent-when")
    at("2026-03-06T08:00")
    assert seen(browser, ".urgent-title a") == ["防冻"]
    at("2026-03-09T08:00")
    assert seen(browser, ".urgent") == []


def test_days_left_for_objections(browser: Chrome, at: Open) -> None:
    for moment, left in (("03-02", "还剩9天"), ("03-07", "还剩4天"), ("03-10", "今天截止")):
        at(f"2026-{moment}T23:00")
        assert seen(browser, "#announcements .left") == [left]
        assert seen(browser, "#announcements .empty") == []
    at("2026-03-11T00:00")
    assert seen(browser, "#announcements .card") == []
    assert seen(browser, "#announcements .empty") == ["现在没有公示"]
    at("2026-03-11T08:00", path="committees/dong/notices/gong-shi.html")
    assert seen(browser, ".banner")[0].startswith("公示期已满")
    assert seen(browser, ".left") == []


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-03-02T09:30", "现在开放 到11:00"),
        ("2026-03-02T12:00", "今天开 9:00–11:00、14:00–16:00"),
        ("2026-03-02T16:00", "今天已经关了 下一次：3月3日（周二） 9:00–11:00、14:00–16:00"),
        ("2026-03-07T10:00", "今天不开 下一次：3月9日（周一） 9:00–11:00、14:00–16:00"),
        ("2026-04-04T10:00", "今天不开 下一次：4月7日（周二） 9:00–11:00、14:00–16:00"),
    ],
)
def test_service_windows(browser: Chrome, at: Open, moment: str, words: str) -> None:
    at(moment)
    windows = seen(browser, "#services .window")
    assert words in windows
    open_now = ["代办 到11:00"] if "到11:00" in words else []
    assert seen(browser, "#open-now li") == open_now


@pytest.mark.parametrize(
    ("moment", "state", "over"),
    [
        ("2026-03-02T10:00", ["后天"], False), ("2026-03-03T10:00", ["明天"], False),
        ("2026-03-04T10:00", ["今天"], False), ("2026-03-04T20:00", ["正在进行"], False),
        ("2026-03-05T00:59", ["正在进行"], False), ("2026-03-05T01:00", ["已结束"], True),
    ],
)  # fmt: skip
def test_an_events_own_page(
    browser: Chrome, at: Open, moment: str, state: list[str], over: bool
) -> None:
    at(moment, path="committees/dong/events/ye-shi.html")
    assert seen(browser, "[data-state]") == state
    assert bool(seen(browser, ".banner")) == over


def test_other_pages_move_on_too(browser: Chrome, at: Open) -> None:
    at("2026-03-12T10:00", path="index.html")
    assert seen(browser, ".today-line") == ["2026年3月12日（周四）"]
    assert seen(browser, "#week .empty") == ["今后七天没有活动"] or days(browser, "#week")
    at("2026-03-12T10:00", path="committees/dong.html")
    assert "元宵猜灯谜" not in " ".join(seen(browser, ".card"))
    at("2026-03-12T10:00", path="issues.html")
    assert any("已11天" in words for words in seen(browser, ".elapsed"))
    at("2026-03-12T10:00", path="committees/dong/services/chuang-kou.html")
    assert days(browser, ".sheet")[0] == "2026-03-18"


def test_the_hint_for_wechat(browser: Chrome, at: Open) -> None:
    agent: Any = browser.execute_script("return navigator.userAgent")
    try:
        for more, shown in (("", 0), (" MicroMessenger/8.0.50", 1)):
            browser.execute_cdp_cmd("Emulation.setUserAgentOverride", {"userAgent": agent + more})
            at("2026-03-02T10:00")
            assert len(seen(browser, "[data-wechat]")) == shown
    finally:
        browser.execute_cdp_cmd("Emulation.setUserAgentOverride", {"userAgent": agent})
    address = "webcal://board.example/calendars/compounds/dong-yuan.ics"
    assert browser.find_elements("css selector", f"#calendar a[href='{address}']")


@pytest.mark.parametrize(
    "gone",
    ["#agenda-rows", "#agenda-day", "#agenda-days", "#today-words", "#now", "[data-today=now]",
     "[data-today=rest] .empty", "#later", ".leaf", ".empty", "[data-daily]", ".line"],
)  # fmt: skip
def test_a_missing_piece_is_no_error(browser: Chrome, at: Open, gone: str) -> None:
    with prepared(
        browser,
        "document.addEventListener('DOMContentLoaded', () => "
        f"document.querySelectorAll('{gone}').forEach(e => e.remove()))",
    ):
        at("2026-03-04T09:30")


def test_what_is_on_today_stands_in_the_first_screen(browser: Chrome, at: Open) -> None:
    at("2026-03-06T10:00")  # with the urgent strip still hanging
    top = browser.execute_script(
        "return document.querySelector('#today .entry-title').getBoundingClientRect().bottom"
    )
    assert top < 740


PAINTED = "new PerformanceObserver(() => fetch('/painted')).observe({type: 'paint'})"


class SlowHandler(SimpleHTTPRequestHandler):
    """Serves files, the second half of a compound's page once the first has been painted."""

    painted = Event()

    def do_GET(self) -> None:
        if self.path == "/painted":
            self.painted.set()
        if self.path != f"/{PAGE}":
            return super().do_GET()
        self.painted.clear()
        data = (Path(self.directory) / PAGE).read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        half = data.index(b"<template")
        self.wfile.write(data[:half])
        self.wfile.flush()
        assert self.painted.wait(10)
        self.wfile.write(data[half:])
        return None

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has there
        """Say nothing."""


@pytest.mark.parametrize("moment", ["2026-03-04T09:30", "2026-07-01T09:30"])
def test_nothing_moves_while_a_page_comes_slowly(
    browser: Chrome, folder: Path, moment: str
) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SlowHandler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        with prepared(browser, CLOCK % f"{moment}+08:00" + PAINTED):
            browser.get(f"http://127.0.0.1:{server.server_port}/{PAGE}")
            wait_until_open(browser)
            assert browser.execute_async_script(SHIFTS) == 0
            assert seen(browser, "h1") == ["东苑"]
    finally:
        server.shutdown()
        server.server_close()
