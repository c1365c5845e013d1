"""What is personal is found however it is written, and ordinary notices are let be."""

import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.privacy import (
    Finding,
    Kind,
    find_lists,
    is_any_personal,
    is_list_name,
    mask,
    scan_text,
)
from generator.privacy.finding import ERRORS
from generator.privacy.plain import PlainText
from tests.privacy.personal import ordinary_lines, personal_lines, personal_lists

PERSONAL = list(personal_lines(1500))
ORDINARY = ordinary_lines(3000)


def test_personal_matters_are_found() -> None:
    missed = Counter[Kind]()
    examples = []
    for kind, line in PERSONAL:
        if kind not in {found.kind for found in scan_text(line)}:
            missed[kind] += 1
            examples.append(line)
    assert missed.total() <= 0.005 * len(PERSONAL), (missed, examples[:20])


def test_ordinary_lines_are_let_be() -> None:
    wrong = [
        (line, found) for line in ORDINARY for found in scan_text(line) if found.kind in ERRORS
    ]
    assert len(ORDINARY) >= 2000
    assert len(wrong) <= 0.005 * len(ORDINARY), wrong[:20]


def test_lists_of_people_are_found() -> None:
    assert [rows for rows in personal_lists(200) if find_lists(rows) is None] == []


@pytest.mark.parametrize(
    "rows",
    [
        [["日期", "内容", "电话"], ["3月5日", "理发", "021-0123 4567"]],
        [["姓名", "电话"], ["张*三", "138****1234"], ["李*", "139****5678"]],
        [["岗位", "姓名"], ["主任", "王建国"], ["书记", "李秀英"]],
        [["姓名", "年龄"]],
        [["项目", "地址"], ["理发", "一号楼"], ["修鞋", "南门"]],
    ],
)
def test_other_tables_are_let_be(rows: list[list[str]]) -> None:
    assert find_lists(rows) is None


@pytest.mark.parametrize(
    "name", ["独居老人名单.xlsx", "业主花名册.csv", "３号楼登记表.pdf", "通讯录.docx"]
)
def test_files_called_lists(name: str) -> None:
    assert is_list_name(name)


def test_places_are_those_of_the_text_as_it_was_given() -> None:
    text = "电话\u200b１３８\u200b００１３８０００，完"
    (found,) = scan_text(text)
    assert text[found.start : found.end] == "１３８\u200b００１３８０００"
    assert found.value == "13800138000"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("3号楼2单元501", Kind.HOME_ADDRESS),
        ("100弄3号501室", Kind.HOME_ADDRESS),
        ("微信号：zhang_san88", Kind.WECHAT),
        ("QQ：12345678", Kind.QQ),
        ("信箱 a.b@board.example", Kind.EMAIL),
        ("请张阿姨帮忙", Kind.PERSON),
        ("欧阳先生", Kind.PERSON),
    ],
)
def test_what_somebody_should_look_at(text: str, kind: Kind) -> None:
    assert [found.kind for found in scan_text(text)] == [kind]
    assert kind not in ERRORS


@pytest.mark.parametrize(
    "text",
    [
        "张医生",
        "请到205室领取",
        "3号楼",
        "021-0123 4567",
        "12345",
        "400-820-8820",
        "2026030512345",
        "微信公众号",
    ],
)
def test_what_is_public(text: str) -> None:
    assert scan_text(text) == []


@pytest.mark.parametrize(
    ("kind", "value", "masked"),
    [
        (Kind.RESIDENT_ID, "310101195001011231", "310***********1231"),
        (Kind.MOBILE, "8613800138000", "138****8000"),
        (Kind.PERSON, "张小三", "张*三"),
        (Kind.PERSON, "张三", "张*"),
        (Kind.BANK_CARD, "6222021234567890", "************7890"),
    ],
)
def test_masks(kind: Kind, value: str, masked: str) -> None:
    assert mask(Finding(0, len(value), kind, value)) == masked


@given(st.sampled_from([line for _, line in PERSONAL]))
def test_a_masked_text_gives_nothing_away(line: str) -> None:
    for found in sorted(scan_text(line), reverse=True):
        if found.kind is not Kind.SENSITIVE_PERSON:
            line = line[: found.start] + mask(found) + line[found.end :]
    assert not [f for f in scan_text(line) if f.kind in ERRORS - {Kind.SENSITIVE_PERSON}]


PIECES = [
    *("1", "38", "0013", "8000", " ", "-", "\n", "\r", "。", "｡", "：", "１", "\u200b", "\u2028"),
    *(
        "电话",
        "李",
        "阿姨",
        "低保",
        "3号楼",
        "302室",
        "沪A",
        "D12345",
        "微信",
        "linli",
        "@",
        "a.cn",
    ),
]


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), max_size=4))
def test_one_look_over_several_texts_finds_what_one_has(texts: list[str]) -> None:
    assert is_any_personal(texts) == any(map(scan_text, texts))


@given(st.lists(st.sampled_from([line for _, line in PERSONAL] + ORDINARY), min_size=1, max_size=4))
def test_what_is_personal_is_found_among_other_lines(texts: list[str]) -> None:
    assert is_any_personal(texts) == any(map(scan_text, texts))


@given(st.text(max_size=60))
def test_any_text_can_be_looked_through(text: str) -> None:
    for found in scan_text(text):
        assert 0 <= found.start < found.end <= len(text)


def test_plain_text_knows_every_character_that_stands_for_a_digit_or_a_letter() -> None:
    for code in range(0x80, 0x110000):
        character = chr(code)
        plain = unicodedata.normalize("NFKC", character)
        if len(plain) == 1 and plain.isascii() and plain.isalnum():
            assert PlainText(character).text == plain, hex(code)
