"""What stays together on a line, and what is squeezed."""

import pytest

from generator.render.poster_text import balance_lines, bare_prose, set_type, width_in_ems

JOINER = "\N{WORD JOINER}"


def set_body(text: str) -> str:
    body = set_type(f"<head></head><body><p>{text}</p></body>")
    return body.removeprefix("<head></head><body><p>").removesuffix("</p></body>")


@pytest.mark.parametrize(
    "words",
    [
        "3月14日",
        "2026年3月5日（周四）",
        "9:00–11:00",
        "上午9点至11点",
        "下午2点半",
        "152户",
        "10余人",
    ],
)
def test_times_and_dates_and_counts_stay_whole(words: str) -> None:
    assert set_body(f"在{words}左右，") == f"在{JOINER.join(words)}左右，"


def test_phones_stay_whole_and_searchable() -> None:
    assert set_body("打021-0123 4511转") == '打<span class="whole">021-0123 4511</span>转'


@pytest.mark.parametrize(
    ("text", "squeezed"),
    [("（看）。好", "）"), ("说：“好", "："), ("好”、“坏", "”、"), ("“《书》", "《")],
)
def test_adjacent_punctuation_is_squeezed(text: str, squeezed: str) -> None:
    assert f'<span class="half">{squeezed}</span>' in set_body(text + "，今天天气")


def test_single_punctuation_is_left_alone() -> None:
    assert "half" not in set_body("请来，我们（大家）等你")


def test_last_line_has_three_characters() -> None:
    assert set_body("行动不便的老人请打电话，志愿者上门。").endswith(JOINER.join("者上门。"))
    assert set_body("志愿者上门。") == "志愿者上门。"


def test_tags_and_pictures_are_left_alone() -> None:
    markup = '<body><svg><title>“（3月5日）”</title></svg><p class="，。">x</p></body>'
    assert set_type(markup) == markup


def test_paper_has_no_links() -> None:
    html = '<p>看<a href="x.html">这里</a><img src="a.png" alt="图"></p>'
    assert bare_prose(html) == "<p>看这里</p>"


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("写春联", ("写春联",)),
        ("明起降温，注意防冻", ("明起降温，", "注意防冻")),
        ("关于拆除屋顶废旧太阳能热水器的公示", ("关于拆除屋顶废旧", "太阳能热水器的公示")),
    ],
)
def test_titles_are_balanced(title: str, lines: tuple[str, ...]) -> None:
    widest = 7.2 if len(title) < 10 else 10.2
    assert balance_lines(title, widest) == lines


def test_no_title_line_begins_with_punctuation() -> None:
    for count in range(4, 30):
        for line in balance_lines("一二三四，" * count, 10):
            assert line[0] != "，"


def test_words_and_numbers_are_not_divided() -> None:
    assert any("2026" in line for line in balance_lines("二〇二六年春节文艺汇演2026专场演出", 8))


def test_width() -> None:
    assert width_in_ems("邻里") == 2
    assert width_in_ems("ab") < 1.2
