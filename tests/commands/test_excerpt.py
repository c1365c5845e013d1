"""The caret stands under the words that are meant, whatever a terminal makes of characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from generator.commands.excerpt import Screen, draw_excerpt

WIDE = Screen(1000)


@pytest.mark.parametrize(
    ("line", "column", "width", "shown", "caret"),
    [
        ("地点：东苑", 3, 1, "地点：东苑", "    ^^"),
        ("when: x", 7, 1, "when: x", "      ^"),
        ("\t地点: 东", 1, 1, "→地点: 东", "^"),
        ("\t地点: 东", 2, 2, "→地点: 东", " ^^^^"),
        ("e\u0301e\u0301: x", 5, 1, "e\u0301e\u0301: x", "  ^"),
        ("👨\u200d👩\u200d👧好", 6, 1, "👨👩👧好", "      ^^"),
        ("❤\ufe0f好", 3, 1, "❤好", " ^^"),
        ("한국 ｱ", 4, 1, "한국 ｱ", "     ^"),
        ("a\x1b[2Jb", 6, 1, "a�[2Jb", "     ^"),
        ("　甲", 2, 1, "　甲", "  ^^"),
        ("甲", 2, 1, "甲", "  ^"),
        ("", 1, 1, "", "^"),
    ],
)
def test_carets(line: str, column: int, width: int, shown: str, caret: str) -> None:
    assert draw_excerpt(line, column, width, WIDE) == (shown, caret)


def test_a_gbk_console_gives_quotes_two_columns() -> None:
    assert draw_excerpt("“甲”乙", 4, 1, Screen(80, wide_signs=True))[1] == "      ^^"
    assert draw_excerpt("“甲”乙", 4, 1, Screen(80))[1] == "    ^^"


@pytest.mark.parametrize("column", [1, 2, 150, 299, 300])
@pytest.mark.parametrize("width", [1, 5, 400])
def test_a_long_line_is_cut_around_the_words(column: int, width: int) -> None:
    line = "".join(chr(0x4E00 + number) for number in range(300))
    shown, caret = draw_excerpt(line, column, width, Screen(60))
    assert wcswidth(shown) <= 60
    assert len(caret) <= 60
    start = wcswidth(shown[: shown.index(line[column - 1])])
    assert caret.index("^") == start
    assert shown.startswith("…") is (column > 20)
    assert shown.endswith("…") is (column < 280)


@given(st.text(max_size=900), st.integers(1, 900), st.integers(0, 50), st.integers(30, 120))
def test_no_line_breaks_the_screen(line: str, column: int, width: int, room: int) -> None:
    line = " ".join(line.splitlines())
    column = min(column, len(line) + 1)
    shown, caret = draw_excerpt(line, column, width, Screen(room))
    assert "\n" not in shown
    assert shown.isprintable() or "\u3000" in shown
    assert set(caret) <= {" ", "^"}
    assert caret.endswith("^")
    assert wcswidth(shown.replace("\u3000", "  ")) <= room
    assert len(caret) <= room + 1
