"""Bytes of Chinese Windows, recognised or left alone."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.encodings import decode_foreign

ROOT = Path(__file__).parents[2]
SIMPLIFIED = "---\n标题: 停水通知\n时间: 3月5日上午9点\n地点: 东苑活动室\n---\n请提前储水。\n"
TRADITIONAL = "---\n標題: 停水通知\n時間: 3月5日上午9點\n地點: 東苑活動室\n---\n請提前儲水。\n"
WRITTEN = sorted((ROOT / "content").rglob("*.md")) + sorted((ROOT / "content").rglob("*.yaml"))


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (SIMPLIFIED, "gb18030", "GBK"),
        (TRADITIONAL, "gb18030", "GBK"),
        (TRADITIONAL, "big5", "Big5"),
        (SIMPLIFIED, "utf-16-le", "UTF-16-LE"),
        (SIMPLIFIED, "utf-16-be", "UTF-16-BE"),
        ("停水通知", "gb18030", "GBK"),
        ("標題: 停水通知", "big5", "Big5"),
    ],
)
def test_recognised(text: str, codec: str, name: str) -> None:
    assert decode_foreign(text.encode(codec)) == (text, name)


@pytest.mark.parametrize(
    ("mark", "codec"), [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")]
)
def test_a_mark_decides(mark: bytes, codec: str) -> None:
    assert decode_foreign(mark + SIMPLIFIED.encode(codec)) == ("\ufeff" + SIMPLIFIED, "UTF-16")
    assert decode_foreign(mark + b"abc".decode().encode(codec)) is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"title: party\n",
        "Café crème à la façade".encode("latin-1"),
        "標題".encode("shift_jis"),
        "안녕하세요 여러분".encode("euc-kr"),
        "こんにちは、みなさん。お知らせです。".encode("shift_jis"),
        bytes(range(128, 256)),
        b"\xff\xfe\x00",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    ],
)
def test_left_alone(data: bytes) -> None:
    assert decode_foreign(data) is None


@pytest.mark.parametrize("path", WRITTEN[::7], ids=lambda path: path.name)
def test_what_people_write_is_told_apart(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert decode_foreign(text.encode("gb18030")) == (text, "GBK")
    try:
        traditional = text.encode("big5hkscs")
    except UnicodeEncodeError:
        return  # has characters of the mainland only
    assert decode_foreign(traditional) == (text, "Big5")


@given(st.binary(max_size=60))
def test_any_bytes(data: bytes) -> None:
    reading = decode_foreign(data)
    assert reading is None or reading.text
