"""Boards of issues and contact cards: what stands on them, how large, in every variant."""

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest
from msgspec.structs import replace

from generator.plan.views import GridView, PosterView, StepView, Variant
from tests.posters.printing import Printer
from tests.posters.reading import Letter, Printed
from tests.posters.samples import (
    PHONE,
    building_card,
    contact_card,
    issue_board,
    issue_row,
    offices,
)
from tests.posters.test_fit import check_places

VARIANTS = [
    Variant(paper=paper, monochrome=monochrome, large_print=large_print)
    for paper, monochrome, large_print in product(("A4", "A3"), (False, True), (False, True))
]
DIGIT_WIDTH = 0.554
"""Of a digit of the face, in ems."""


def show(printed: Printer, view: PosterView, variant: Variant | None = None) -> Printed:
    if variant:
        view = replace(view, frame=replace(view.frame, variant=variant))
    return Printed(printed("", view))


def phone_letters(sheet: Printed, phone: str) -> Iterator[Letter]:
    """The digits of a phone, wherever it stands."""
    letters = sheet.letters()
    text = "".join(letter.text[0] for letter in letters)
    wanted, start = "".join(phone.split()), 0
    while (start := text.find(wanted, start)) >= 0:
        yield from (x for x in letters[start : start + len(wanted)] if x.text.isdecimal())
        start += len(wanted)


@pytest.mark.parametrize("variant", VARIANTS, ids=repr)
def test_six_phones_are_large_enough_to_be_read_from_the_door(
    printed: Printer, variant: Variant
) -> None:
    for view in (building_card(), contact_card(2)):
        sheet = show(printed, view, variant)
        for office in offices():
            sizes = [(x.right - x.left) / DIGIT_WIDTH for x in phone_letters(sheet, office.phone)]
            assert max(sizes) >= 31.5, office
        assert "119" in sheet.text()


@pytest.mark.parametrize("variant", VARIANTS, ids=repr)
def test_every_step_says_what_it_is_in_every_variant(printed: Printer, variant: Variant) -> None:
    sheet = show(printed, issue_board(3), variant)
    text = sheet.text()
    for words in ("收集6件", "正在办3件", "已办结3件", "2026年办结", "历时120天", "现在",
                  "还没到", "预计4月15日", "1月19日起", "1月28日前可提意见"):  # fmt: skip
        assert words in text
    assert sheet.size_of("收集") >= 13.5
    assert text.count("屋顶废旧太阳能热水器松动") == 3


def test_paper_says_no_count_of_days_for_what_goes_on(printed: Printer) -> None:
    """It would be wrong tomorrow."""
    view = replace(issue_board(3), closed_this_year=())
    text = show(printed, view).text()
    assert "历时" not in text
    assert "天" not in text.replace("太阳能", "").replace("今天", "")


def test_a_long_board_goes_on_and_cuts_no_issue(printed: Printer) -> None:
    sheet = show(printed, issue_board(14))
    assert sheet.page_count > 1
    titles = [f"热水器松动{n or ''}2026-001" for n in range(14)]
    assert [title for title in titles if title not in sheet.text()] == []


def test_another_office_phone_is_told_the_own_one_once(printed: Printer) -> None:
    own, other = issue_row("甲", 2), issue_row("乙", 2, phone="021-0123 4599")
    view = replace(issue_board(1), open=(own, other), closed_this_year=())
    text = show(printed, view).text()
    assert text.count("".join(PHONE.split())) == 1
    assert "021-01234599" in text


def test_the_streets_board_names_the_compounds(printed: Printer) -> None:
    view = replace(issue_board(1), closed_this_year=())
    street = replace(view, frame=replace(view.frame, compound="", committee="街道"))
    assert "和谐小区" in show(printed, street).text()
    assert "和谐小区" not in show(printed, view).text().replace("和谐小区", "", 1)


def test_a_step_left_out_says_so(printed: Printer) -> None:
    row = issue_row("甲", 3)
    steps = (row.steps[0], replace(row.steps[1], state="skipped", day=None), *row.steps[2:])
    view = replace(issue_board(1), open=(replace(row, steps=steps),))
    assert "略过" in show(printed, view).text()


WAYS = {
    "收 集 公 评 办 反": 6,
    "提出 核实 张榜 表决 施工 回访": 3,
    "收集 整理 公示 评议 反馈": 5,
    "居民提出 现场核实 方案公示 居民表决 组织施工 回访反馈 归档": 4,
    "收集居民的意见 街道和物业一起答复": 2,
}
"""Steps of a site's own, and how many of them stand in the first row."""


@pytest.mark.parametrize(("names", "beside"), WAYS.items())
def test_steps_of_any_procedure_stand_in_rows_with_room_for_their_words(
    printed: Printer, names: str, beside: int
) -> None:
    before, here, *ahead = names.split()
    day = date(2026, 5, 6)
    plain = {"note": None, "address": None, "period_first": None, "period_last": None}
    steps = (
        StepView(name=before, state="done", day=date(2026, 4, 30), **plain),
        StepView(name=here, state="here", day=day, **plain),
        *(StepView(name=name, state="ahead", day=None, **plain) for name in ahead),
    )
    row = issue_row("甲", 2, steps=steps, next_name=None, next_day=None, topic=None)
    sheet = show(printed, replace(issue_board(1), open=(row,), closed_this_year=()))
    check_places(sheet, Variant())
    text = "".join(letter.text for letter in sheet.letters())
    marks = [sheet.letters()[text.index(f"{n}{name}")] for n, name in enumerate(names.split(), 1)]
    lines = [round(mark.bottom / 8) for mark in marks]
    assert lines.count(lines[0]) == beside
    assert "4月30日已办" in sheet.text()


@pytest.mark.parametrize("count", [1, 8, 9, 15, 40])
def test_every_grid_is_on_the_compounds_card(printed: Printer, count: int) -> None:
    sheet = show(printed, contact_card(count))
    text = sheet.text()
    for number in range(1, count + 1):
        assert f"{2 * number - 1}–{2 * number}号楼" in text
        assert f"021-0123{4530 + number}" in text
    assert sheet.page_count == (1 if count < 20 else 2)


def test_a_grid_with_little_known_is_there_too(printed: Printer) -> None:
    grids = (
        GridView(number="1", buildings=(), team="甲组", phone=None),
        GridView(number="2", buildings=("甲楼", "1", "2", "3", "9"), team=None, phone=None),
    )
    text = show(printed, replace(contact_card(0), grids=grids)).text()
    assert "第1网格甲组" in text
    assert "1–3、9号楼、甲楼第2网格" in text


def test_a_card_says_role_and_hours_and_nobodys_name(printed: Printer) -> None:
    text = show(printed, building_card()).text()
    for words in ("12号楼有事找谁", "第6网格", "楼组长", "办公电话", "工作日9:00–11:00"):
        assert words in text


def test_without_a_grid_or_further_phones(printed: Printer) -> None:
    view = replace(building_card(), grid=None, others=(), building="甲楼")
    text = show(printed, view).text()
    assert "甲楼有事找谁" in text
    assert "网格第" not in text
    assert "119" not in text
