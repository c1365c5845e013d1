"""Counting a year: a generated street, counted here once more in another way."""

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from generator.create import ReviewDraft, draft_review, write_files
from generator.model.board import Board
from generator.model.tally import ThemeTally, What, tally_year
from generator.read import read_board

YEAR = 2025
FIRST, LAST = date(YEAR, 1, 1), date(YEAR, 12, 31)
COMMITTEES, ITEMS = 16, 120
THEMES = ["办实事", "学文化", "讲文明", "共建"]


@dataclass
class Expected:
    """What was written, counted while it was written: theme's number or "" → what → number."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, theme: str, what: str, number: int = 1) -> None:
        self.counts.setdefault(theme, Counter())[what] += number


def write_event(rng: random.Random, number: int, theme: str, known: Expected) -> str:
    group = rng.random() < 0.2 and theme
    when = FIRST + timedelta(days=rng.randrange(365))
    year = rng.choices([YEAR, YEAR - 1, YEAR + 1], [8, 1, 1])[0]
    when = when.replace(year=year)
    days = rng.randint(1, 4) if when.day < 25 else 1
    last = when + timedelta(days=days - 1)
    phrase = f"{when.year}年{when.month}月{when.day}日至{last.month}月{last.day}日每天上午9点至11点"
    if days == 1:
        phrase = f"{when.year}年{when.month}月{when.day}日上午9点至11点"
    cancelled = rng.random() < 0.1
    people, vague = rng.randrange(200), rng.random() < 0.3
    words = [f"标题: 活动{number}", f"时间: {phrase}", "地点: 院子", "联系: {称呼: 居委}"]
    if group:
        words.append(f"队伍: [队{theme}]")
    elif theme:
        words.append(f"主题: {rng.choice([theme, THEMES[int(theme) - 1]])}")
    if cancelled:
        words.append("取消: 下雨")
    kind = rng.choice(["none", "bare", "unit", "words"])
    results = {"bare": f"人次: {people}", "unit": f"参加: {'约' * vague}{people}人次",
               "words": "参加: 十余人"}  # fmt: skip
    if kind in results:
        words.append(f"结果: {{{results[kind]}}}")
    if year == YEAR and not cancelled:
        known.add(theme, "events")
        known.add(theme, "event-times", days)
        if kind in ("bare", "unit"):
            known.add(theme, f"results {'人次' if kind == 'bare' else '参加'}", people)
    return "---\n" + "\n".join(words) + "\n---\n"


def write_service(rng: random.Random, number: int, theme: str, known: Expected) -> str:
    first = FIRST + timedelta(days=rng.randrange(-60, 360))
    last = first + timedelta(days=rng.randrange(30, 200))
    weekday = rng.randrange(7)
    words = [f"标题: 服务{number}", f"有效期: {first}至{last}", f"最后核对: {first}"]
    words += ["联系: {称呼: 居委}", "服务:", f"  - 名称: 项目{number}"]
    words.append(f"    时间: 每周{'一二三四五六日'[weekday]}上午9点至10点")
    counted = first.year == last.year == YEAR
    for name, indent in (("人次", "    "), ("建档", "")):
        if rng.random() < 0.5:
            amount = rng.randrange(90)
            words.append(f"{indent}结果: {{{name}: {rng.choice(['', '约'])}{amount}{name[:1]}}}")
            if counted:
                known.add(theme, f"results {name}", amount)
    off = first + timedelta(days=rng.randrange(30))
    if rng.random() < 0.5:
        words.append(f"暂停: [{{时间: {off}至{off + timedelta(days=9)}}}]")
    else:
        off = date(1990, 1, 1)
    if theme:
        words.append(f"主题: {theme}")
    span = (FIRST + timedelta(days=n) for n in range(365))
    times = sum(
        first <= day <= last and day.weekday() == weekday and not 0 <= (day - off).days <= 9
        for day in span
    )
    if times:
        known.add(theme, "services")
        known.add(theme, "service-times", times)
    return "\n".join(words) + "\n"


def write_issue(rng: random.Random, number: int, theme: str, known: Expected) -> str:
    day = date(YEAR - 1, 9, 1) + timedelta(days=rng.randrange(480))
    words = [f"编号: {day.year}-{number:03}", f"标题: 事{number}", "进度:"]
    words.append(f"  - {{步骤: 收集, 日期: {day}, 说明: 好}}")
    closed = rng.random() < 0.6
    end = day + timedelta(days=rng.randrange(1, 120))
    if closed:
        words.append(f"  - {{步骤: 反馈, 日期: {end}, 说明: 好}}")
    if theme:
        words.append(f"主题: {theme}")
    if day.year == YEAR:
        known.add(theme, "issues")
    if closed and end.year == YEAR:
        known.add(theme, "issues-closed")
    return "---\n" + "\n".join(words) + "\n---\n"


def write_street(site: Path) -> dict[str, Expected]:
    rng = random.Random(20250101)  # noqa: S311 - the same street in every run
    content = site / "content"
    (content / "reviews").mkdir(parents=True)
    (content / "site.yaml").write_text("名称: 示范街道\n", "utf-8")
    themes = "".join(f"  - {{号: {n}, 名称: {t}}}\n" for n, t in enumerate(THEMES, start=1))
    street = f"标题: 回顾\n年份: {YEAR - 1}\n来源: {{名称: 年报}}\n主题:\n{themes}"
    (content / "reviews" / f"{YEAR - 1}.yaml").write_text(street, "utf-8")
    expected = {}
    for number in range(COMMITTEES):
        name = f"c{number:02}"
        known = expected[name] = Expected()
        folder = content / "committees" / name
        for kind in ("events", "services", "issues", "groups"):
            (folder / kind).mkdir(parents=True)
        committee = (
            f"代号: {name}\n名称: 居委{number}\n小区: [{{代号: k{number}, 名称: 小区{number}}}]\n"
        )
        (folder / "committee.yaml").write_text(committee, "utf-8")
        for item in range(ITEMS):
            theme = rng.choice(["", "1", "2", "3", "4"])
            kind, write, suffix = rng.choice([
                ("events", write_event, ".md"), ("services", write_service, ".yaml"),
                ("issues", write_issue, ".md"),
            ])  # fmt: skip
            unique = number * ITEMS + item
            text = write(rng, unique, theme, known)
            (folder / kind / f"i{unique}{suffix}").write_text(text, "utf-8")
    groups = content / "groups"
    groups.mkdir()
    for number in range(1, 5):
        text = f"---\n类别: 队伍\n名称: 队{number}\n主题: {number}\n---\n"
        (groups / f"dui-{number}.md").write_text(text, "utf-8")
    return expected


@pytest.fixture(scope="module")
def street(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Board, dict[str, Expected]]:
    site = tmp_path_factory.mktemp("street")
    expected = write_street(site)
    reading = read_board(site)
    assert reading.problems == ()
    assert reading.board is not None
    return site, reading.board, expected


def as_counts(tally: tuple[ThemeTally, ...]) -> dict[str, Counter[str]]:
    """The tally as the test counts: a result by its name, whatever its unit."""
    found: dict[str, Counter[str]] = {}
    for one in tally:
        numbers = found.setdefault(one.theme.number if one.theme else "", Counter())
        for count in one.counts:
            name = f"{count.what} {count.name}".strip()
            numbers[name] += int(count.total)
    return found


def test_a_year_of_sixteen_committees_is_counted_right(
    street: tuple[Path, Board, dict[str, Expected]],
) -> None:
    _, board, expected = street
    themes = board.reviews[0].street.themes
    items = len(board.events) + len(board.services) + len(board.issues)
    assert items == COMMITTEES * ITEMS
    for committee in board.committees:
        tally = tally_year(board, committee.id, themes, FIRST, LAST)
        assert as_counts(tally) == expected[committee.id].counts, committee.id


def test_the_drafts_say_what_was_counted(
    street: tuple[Path, Board, dict[str, Expected]], tmp_path: Path
) -> None:
    """Read back from the files: every figure, live or in a comment, and the items behind it."""
    site, board, expected = street
    wish = ReviewDraft(
        site=site, content=site / "content", board=board, last=LAST,
        committees=tuple(c.id for c in board.committees),
    )  # fmt: skip
    files = draft_review(wish).files
    assert len(files) == COMMITTEES + 1
    names = {"活动": "events", "活动场次": "event-times", "便民服务": "services",
             "服务次数": "service-times", "收到的议题": "issues", "办结的议题": "issues-closed",
             "参加": "results 参加", "人次": "results 人次", "建档": "results 建档"}  # fmt: skip
    for file in files[:-1]:
        found: dict[str, Counter[str]] = {}
        behind: dict[str, Counter[str]] = {}
        theme, name = "", ""
        for line in file.text.split("数字:", 1)[1].splitlines():
            text = line.strip().removeprefix("# ")
            if text.startswith("## ") and not line.startswith("  ##   "):
                theme = text.removeprefix("## ").partition(" ")[0]
                theme, name = theme if theme.isdigit() else "", ""
            elif line.startswith("  ##   ") and name:
                path, _, *amount = text.removeprefix("##   ").split("　")
                assert (site / path).is_file()
                digits = "".join(c for c in "".join(amount) if c.isdigit()) or "1"
                behind.setdefault(theme, Counter())[name] += int(digits)
            elif text.startswith("- 名称: "):
                name = names[text.removeprefix("- 名称: ")]
            elif text.strip().startswith("值: "):
                number = "".join(c for c in text if c.isdigit())
                found.setdefault(theme, Counter())[name] += int(number)
        assert found == expected[file.path.parts[2]].counts
        assert behind == found  # the items in the comments beneath a number make it up
    write_files(tmp_path, files)
    assert all((tmp_path / file.path).is_file() for file in files)


def test_every_number_is_the_sum_of_the_items_behind_it(
    street: tuple[Path, Board, dict[str, Expected]],
) -> None:
    _, board, _ = street
    for committee in board.committees:
        for one in tally_year(board, committee.id, board.reviews[0].street.themes, FIRST, LAST):
            for count in one.counts:
                assert count.total == sum((part.amount for part in count.parts), Decimal(0))
                assert {part.item.owner for part in count.parts} == {committee.id}
                if count.what is What.RESULTS:
                    assert count.exact is not any("约" in part.written for part in count.parts)


def count_events(folder: Path, *events: str) -> tuple[ThemeTally, ...]:
    """Count the events of one committee, which are given without what every event needs."""
    return tally_year(read_events(folder, *events), "dong", (), FIRST, LAST)


def read_events(folder: Path, *events: str) -> Board:
    """Read such events, and what else stands in the folder of their committee."""
    events_folder = folder / "committees" / "dong" / "events"
    events_folder.mkdir(parents=True)
    (folder / "site.yaml").write_text("名称: 示范街道\n", "utf-8")
    committee = "代号: dong\n名称: 东居委\n小区: [{代号: a, 名称: 甲}]\n"
    (events_folder.parent / "committee.yaml").write_text(committee, "utf-8")
    for number, text in enumerate(events):
        matter = f"---\n标题: 活动{number}\n地点: 院子\n联系: {{称呼: 居委}}\n{text}\n---\n"
        (events_folder / f"e{number}.md").write_text(matter, "utf-8")
    reading = read_board(folder)
    assert reading.problems == ()
    assert reading.board
    return reading.board


def test_results_that_cannot_be_added_stand_beside_the_numbers(tmp_path: Path) -> None:
    (tally,) = count_events(
        tmp_path,
        "时间: 每周三上午9点至11点\n结果: {参加: 12人次}",
        "时间: 2025年3月5日上午9点至11点\n结果: {参加: 十余人, 场地: 2处}",
        "时间: 2025年3月6日上午9点至11点\n结果: {场地: 约3处}",
    )
    assert [part.written for part in tally.left_out] == ["12人次", "十余人"]
    (places,) = (count for count in tally.counts if count.what is What.RESULTS)
    assert (places.name, int(places.total), places.unit, places.exact) == ("场地", 5, "处", False)


def test_what_goes_on_in_this_year_counts_before_its_end(tmp_path: Path) -> None:
    folder = tmp_path / "committees/dong/services"
    folder.mkdir(parents=True)
    (folder / "a.yaml").write_text(
        "标题: 驿站\n有效期: 2025年1月1日至12月31日\n最后核对: 2025-06-01\n"
        "联系: {称呼: 居委}\n服务:\n"
        "  - {名称: 理发, 时间: 每周三上午9点至11点, 结果: {人次: 36}}\n"
        "  - {名称: 探望, 时间: 每天上午10点, 公开: 不公开, 结果: {人次: 500}}\n"
        "结果: {建档: 约12户}\n",
        "utf-8",
    )
    board = read_events(
        tmp_path, "时间: 2025年3月5日至12月10日每周三上午9点至11点\n结果: {参加: 12人次}"
    )
    (tally,) = tally_year(board, "dong", (), FIRST, date(YEAR, 6, 30))
    assert tally.left_out == ()
    results = {c.name: (int(c.total), c.unit, c.exact) for c in tally.counts if c.name}
    assert results == {
        "参加": (12, "人次", True), "人次": (36, "人次", True), "建档": (12, "户", False),
    }  # fmt: skip


def test_one_name_in_two_units_is_two_numbers(tmp_path: Path) -> None:
    (tally,) = count_events(
        tmp_path,
        "时间: 2025年3月5日上午9点至11点\n结果: {参加: 12人}",
        "时间: 2025年3月6日上午9点至11点\n结果: {参加: 20户}",
    )
    results = [count for count in tally.counts if count.what is What.RESULTS]
    assert [(int(count.total), count.unit) for count in results] == [(12, "人"), (20, "户")]


def test_a_year_with_nothing_has_no_zeros(tmp_path: Path) -> None:
    assert count_events(tmp_path, "时间: 2024年3月5日上午9点至11点") == ()
