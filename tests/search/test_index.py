"""The index as it is written: the same bytes every time, plain ASCII, all text in it."""

import lzma
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.plan.views import SearchDocument, SearchIndex, Several, make_share
from generator.render.search import (
    LZMA_FILTER,
    list_forms,
    pack_text,
    render_search,
    tighten,
    write_readings,
)

HAN = "".join(map(chr, range(0x4E00, 0xA000)))
DIGITS = re.sub(r"\\", "!", "".join(map(chr, range(35, 126))))


def make_document(**facts: object) -> SearchDocument:
    plain: dict[str, object] = {"address": "a.html", "title": "题", "kind": "notice"}
    return SearchDocument(**(plain | facts))  # type: ignore[arg-type]


def index_of(documents: tuple[SearchDocument, ...]) -> SearchIndex:
    return SearchIndex(Several(make_share(documents)))


def unpack_text(packed: str) -> str:
    """Read a part by the description at the head of `generator/render/search.py`."""
    count, digits = packed.split(" ")
    bits = "".join(
        f"{DIGITS.index(high) * 91 + DIGITS.index(low):013b}"
        for high, low in zip(digits[::2], digits[1::2], strict=True)
    )
    data = bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits) - 7, 8))
    plain = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[LZMA_FILTER]).decompress(data)
    assert len(plain) == int(count)
    letters = plain[0] | plain[1] << 8
    alphabet = [plain[i] | plain[i + 1] << 8 for i in range(2, 2 * letters + 2, 2)]
    forms = plain[2 * letters + 2] | plain[2 * letters + 3] << 8
    lead = max(0, -(-(letters - 256) // 255))
    units, codes = bytearray(), iter(plain[2 * letters + 4 + 4 * forms :])
    for code in codes:
        single = 256 - lead
        rank = code if code < single else single + (code - single) * 256 + next(codes)
        units += alphabet[rank].to_bytes(2, "little")
    return units.decode("utf-16-le")


@settings(max_examples=20)
@given(st.text(st.characters(codec="utf-16-le", exclude_categories=["Cs"]), min_size=1))
def test_text_comes_out_as_it_went_in(text: str) -> None:
    assert unpack_text(pack_text(text)) == text


def test_all_forms_of_a_character_are_one() -> None:
    assert {("麵", "面"), ("麪", "面"), ("裏", "里"), ("裡", "里")} <= set(list_forms("面麵里"))
    assert {other for _, other in list_forms("面麵里")} == {"面", "里"}
    assert list_forms("一A") == []
    # What stands beyond 16 bits is no unit of a script's text.
    assert all(len(each.encode("utf-16-le")) == 2 for pair in list_forms(HAN) for each in pair)


@pytest.mark.parametrize("letters", [1, 255, 256, 257, 511, 512, 3000, 20_000])
def test_alphabets_of_any_size(letters: int) -> None:
    text = "".join(chr(0x4E00 + number) for number in range(letters)) * 2
    assert unpack_text(pack_text(text)) == text


def test_a_part_is_a_script_in_ascii_and_always_the_same() -> None:
    index = index_of((make_document(texts=('他说"好"\\n</script>\n下一行',)),))
    script = render_search(index)
    assert script == render_search(index)
    assert script.isascii()
    assert script.startswith(b'linliSearch("')
    assert script.endswith(b'");\n')
    assert script.count(b'"') == 2
    assert b"\\" not in script


def test_fields_stand_in_their_order() -> None:
    document = make_document(
        address="b.html", category="tip", title="三月 2026 年", names=("旧名", "站"), owner="居委",
        place="东门 1 号", day=date(2026, 3, 5), last_day=date(2026, 4, 1), current=False,
        texts=("第一 行\n\n second  line",),
    )  # fmt: skip
    script = render_search(index_of((document,))).decode()
    lines = unpack_text(script.partition('"')[2].partition('"')[0]).split("\n")
    assert lines[1].split("\t") == [
        *("b.html", "notice", "tip", "past", "2026-03-05", "2026-04-01"),
        *("三月 2026 年", "旧名/站/三月2026年", "居委", "东门1号", "第一行\u3000\u3000second line"),
    ]


@pytest.mark.parametrize(
    ("written", "tight"),
    [
        ("2018 年", "2018年"),
        ("学 雷锋", "学雷锋"),
        ("Wi-Fi 密码", "Wi-Fi密码"),
        ("two words", "two words"),
    ],
)
def test_spaces_beside_chinese_go(written: str, tight: str) -> None:
    assert tighten(written) == tight


def test_readings_are_those_of_the_words() -> None:
    documents = [make_document(title="长乐小区", names=("组长",), owner="绿地居委")]
    readings = write_readings(documents)
    assert "长chang,zhang" in readings
    assert "绿lv" in readings
    assert "题" not in readings
