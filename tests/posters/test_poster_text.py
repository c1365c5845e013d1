"""What stays together on a line, and where titles are divided."""

import re
from pathlib import Path

import pytest

from generator.render.poster_text import bare_prose, set_type
from generator.render.theme import find_theme
from generator.render.title_lines import TitleLines, read_vocabulary, width_in_ems
from tests.cases.cases import Case, load_cases

JOINER = "\N{WORD JOINER}"
VOCABULARY = find_theme("linli", Path()).folder / "posters" / "vocabulary.txt"


@pytest.fixture(scope="module")
def divide() -> TitleLines:
    return TitleLines(read_vocabulary(VOCABULARY.read_text("utf-8")))


def set_body(text: str) -> str:
    body = set_type(f"<head></head><body><p>{text}</p></body>")
    return body.removeprefix("<head></head><body><p>").removesuffix("</p></body>")


@pytest.mark.parametrize("case", load_cases("typesetting.md"), ids=lambda case: case.title)
def test_stays_together(case: Case) -> None:
    shown = set_body(case.given).replace(JOINER, "|")
    shown = re.sub('<span class="whole"[^>]*>', "{", shown).replace("</span>", "}")
    assert shown == case.expected


def test_tags_and_pictures_are_left_alone() -> None:
    markup = '<body><svg><title>“（3月5日）”</title></svg><p class="，。">x</p></body>'
    assert set_type(markup) == markup


def test_paper_has_no_links() -> None:
    html = '<p>看<a href="x.html">这里</a><img src="a.png" alt="图"></p>'
    assert bare_prose(html) == "<p>看这里</p>"


@pytest.mark.parametrize(
    ("title", "widest"),
    [
        ("写春联", 7.2),
        ("明起降温，/注意防冻", 7.2),
        ("关于拆除屋顶废旧/太阳能热水器的公示", 10.2),
        ("2027年学雷锋/便民服务日", 7),
        ("律师每月/第一个周六来坐班", 10.2),
        ("公用厨房改造，/评议通过两条", 10.2),
        ("社区健康小屋/（全街道）", 7),
        ("每月志愿者/服务日", 6),
        ("邻里驿站/2027年便民服务", 10.2),
        ("弄堂口的/自行车停得太满", 10.2),
        ("3月12日/白天停电", 5),
    ],
)
def test_titles_are_divided_at_words(divide: TitleLines, title: str, widest: float) -> None:
    assert "/".join(divide(title.replace("/", ""), widest)) == title


def test_no_title_line_begins_with_punctuation(divide: TitleLines) -> None:
    for count in range(4, 30):
        for line in divide("一二三四，" * count, 10):
            assert line[0] != "，"


def test_no_word_of_the_list_is_divided(divide: TitleLines) -> None:
    words = sorted(read_vocabulary(VOCABULARY.read_text("utf-8")))
    for word in words:
        title = f"第三期{word}大家一起来看"
        assert any(word in line for line in divide(title, 7)), word


def test_numbers_and_latin_words_are_not_divided(divide: TitleLines) -> None:
    assert any("2026" in line for line in divide("二〇二六年春节文艺汇演2026专场演出", 8))


def test_titles_without_a_vocabulary_are_divided_evenly() -> None:
    lines = TitleLines(())("邻里驿站每月便民服务一览", 7)
    assert [len(line) for line in lines] == [6, 6]


def test_width() -> None:
    assert width_in_ems("邻里") == 2
    assert width_in_ems("ab") < 1.2
