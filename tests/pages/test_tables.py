"""CSV: opened by Excel as it is, and nothing in it is taken for a formula."""

import csv
import io
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.plan.reviews import COLUMNS
from generator.plan.views import TableView
from generator.render.tables import TablePress, guard_cell
from generator.render.theme import Theme

PRESS = TablePress(Theme(Path(__file__).parents[2] / "themes" / "linli"))
cells = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=12)


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_begins_with_a_byte_order_mark_and_chinese_heads() -> None:
    data = PRESS.render(TableView(columns=COLUMNS, rows=()))
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    assert read(data)[0][:4] == ["年份", "主题", "居委", "项目"]


@given(st.lists(st.tuples(cells, cells), max_size=5))
def test_cells_come_back_and_none_is_a_formula(rows: list[tuple[str, str]]) -> None:
    found = read(PRESS.render(TableView(columns=("name", "value"), rows=tuple(rows))))[1:]
    assert len(found) == len(rows)
    for row, back in zip(rows, found, strict=True):
        assert [guard_cell(cell) for cell in row] == back
        for cell, text in zip(row, back, strict=True):
            assert not text.startswith(tuple("=+-@\t＝＋－＠"))
            assert text.removeprefix("'") == cell.removeprefix("'")


def test_figures_as_people_write_them_are_left_alone() -> None:
    for text in ("约890人次", "14.86次", "1万余元", "10余人→40余人", "'七'"):
        assert guard_cell(text) == text
    assert guard_cell("=SUM(A1)") == "'=SUM(A1)"
