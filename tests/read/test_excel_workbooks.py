"""Workbooks as Excel and WPS write them: what is in a cell, and what is said about it."""

from pathlib import Path

import pytest

from generator.build import check_site, read_site
from generator.problems import Problem
from generator.read.tables.sheet import TableRefusedError
from generator.read.tables.workbook import read_workbook
from tests.cases.excel import (
    CHINESE_DAY,
    CLOCK,
    DAY,
    DECIMALS,
    GENERAL,
    LONG_DAY,
    MOMENT,
    MONTH_DAY,
    USUAL,
    Habits,
    Runs,
    Styled,
    Value,
    save_as_excel,
)
from tests.cases.mistakes import TODAY, tell
from tests.read.test_tables import SERVICES, write_site

HEADING: list[Value] = ["名称", "时间", "名额", "费用"]
HAIRCUT: list[Value] = ["理发", "每周三上午9点至11点", None, None]
THIRD_OF_MARCH = 46084
"""2026-03-03 counted from 1900; from 1904 it is 1462 days less."""
FROM_1904 = 1462


def cells(rows: list[list[Value]], habits: Habits = USUAL) -> list[list[str]]:
    """The texts below the heading."""
    sheet = read_workbook(save_as_excel([HEADING, *rows], habits), "a.xlsx")
    return [[cell.text for cell in row.cells] for row in sheet.rows[1:]]


def problems_of(site: Path, rows: list[list[Value]], habits: Habits = USUAL) -> list[Problem]:
    write_site(site, save_as_excel(rows, habits))
    return check_site(read_site(site), TODAY)


def places(problems: list[Problem]) -> list[tuple[str, int, str]]:
    return [(p.code, p.place.line, p.place.column_letters) for p in problems]


@pytest.mark.parametrize(
    "name",
    [
        Runs(("理", "发 ")),
        Runs(("理发",), guide="リハツ"),
        Runs(("理", "发"), "リ", is_shared=False),
    ],
    ids=["runs", "guide", "inline"],
)
def test_texts_are_put_together_from_their_runs(name: Runs) -> None:
    assert cells([[name, "每周三上午9点至11点"]]) == [["理发", "每周三上午9点至11点"]]


@pytest.mark.parametrize("from_1904", [False, True])
def test_days_and_times_as_they_are_shown(*, from_1904: bool) -> None:
    day = THIRD_OF_MARCH - from_1904 * FROM_1904
    (row,) = cells(
        [[
            *(Styled(day, style) for style in (DAY, CHINESE_DAY, MONTH_DAY, LONG_DAY)),
            Styled(day + 0.375, MOMENT),
            *(Styled(part, CLOCK) for part in (0.375, 0.39583333333333331, 0.5)),
        ]],
        Habits(from_1904=from_1904),
    )  # fmt: skip
    assert row == [*["2026-03-03"] * 4, "2026-03-03 9:00", "9:00", "9:30", "12:00"]


def test_numbers_and_saved_results() -> None:
    row: list[Value] = [
        Styled("理发", kind="str", formula='A9&"发"'),
        Styled("每周三上午9点至11点", kind="str", formula="B9"),
        Styled(20, formula="10+10"),
        Styled(3.456, DECIMALS),
        Styled(1, kind="b"),
    ]
    assert cells([row]) == [["理发", "每周三上午9点至11点", "20", "3.46", "TRUE"]]


def test_styled_rows_below_and_empty_ones_above_are_nothing(tmp_path: Path) -> None:
    shoes: list[Value] = ["修鞋", "每周五上午九点", None, "３元"]
    rows: list[list[Value]] = [HEADING, HAIRCUT, [None] * 4, shoes]
    assert problems_of(tmp_path, rows, Habits(styled_rows=5000, first_row=3)) == []
    board = read_site(tmp_path).board
    assert board is not None
    assert [service.fee for service in board.services[0].services] == [None, "３元"]


def test_sheets_rows_and_columns_that_are_hidden(tmp_path: Path) -> None:
    sheets = (
        *(("旧表", "hidden"), ("很旧", "veryHidden")),
        *(("三月（新）", "visible"), ("四月", "visible")),
    )
    rows: list[list[Value]] = [HEADING, [*HAIRCUT[:3], "免费"]]
    found = problems_of(tmp_path, rows, Habits(sheets=sheets, hidden_columns=(4,)))
    assert places(found) == [("table-sheets", 0, ""), ("table-hidden", 1, "D")]
    assert found[0].facts == {"value": "三月（新）", "others": "旧表\n很旧\n四月"}


def test_a_title_over_all_columns_is_told_as_one(tmp_path: Path) -> None:
    rows: list[list[Value]] = [["便民服务时间表", None, None, None], ["名 称", "时　间"], HAIRCUT]
    found = problems_of(tmp_path, rows, Habits(merged=("A1:D1",)))
    assert places(found) == [("table-title", 1, "A")]


def test_spaces_that_set_a_heading_apart_are_none(tmp_path: Path) -> None:
    assert problems_of(tmp_path, [["名 称", "时　间", "名\n额"], HAIRCUT]) == []


def test_other_merged_cells_are_refused() -> None:
    for merged in ("A2:A3", "A1:B1"):
        with pytest.raises(TableRefusedError) as error:
            cells([HAIRCUT, HAIRCUT], Habits(merged=(merged,)))
        assert error.value.problem.code == "cell-merged"
        assert error.value.problem.place.column_letters == "A"


@pytest.mark.parametrize(
    ("value", "code", "column"),
    [
        (Styled(THIRD_OF_MARCH, GENERAL), "cell-is-serial", "B"),
        (Styled(0.375, GENERAL), "cell-is-serial", "B"),
        (Styled("#N/A", kind="e", formula="NA()"), "cell-error", "B"),
        ("每周三上午９点之１１点", "time-word-unknown", "B"),
        (Styled(0.375, CLOCK), "time-days-missing", "B"),
    ],
)
def test_what_is_wrong_is_told_at_its_cell(
    value: Value, code: str, column: str, tmp_path: Path
) -> None:
    found = problems_of(tmp_path, [HEADING, HAIRCUT, ["修鞋", value, "２０", None]])
    assert places(found) == [(code, 3, column)]
    assert f"{SERVICES}/表.xlsx:3:2" in tell(found, paths=True)


def test_a_file_that_is_open_in_excel_leaves_no_trace(tmp_path: Path) -> None:
    write_site(tmp_path, save_as_excel([HEADING, HAIRCUT]))
    for name in ("~$表.xlsx", ".~表.xlsx"):
        (tmp_path / SERVICES / name).write_bytes(b"\x05admin" + bytes(160))
    assert check_site(read_site(tmp_path), TODAY) == []
