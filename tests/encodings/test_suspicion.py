"""Which encoding a file is in, told from its bytes."""

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.encodings import find_hidden_encoding, find_lost, guess_encoding
from generator.read.files import FoundFile, UnreadableError, read_text

NOTICE = "---\n标题: 停水通知\n时间: 三月五日上午八点至下午五点\n---\n请各位居民提前储水。\n"
TRADITIONAL = "---\n標題: 停水通知\n時間: 三月五日上午八點至下午五點\n---\n請各位居民提前儲水。\n"


def read(data: bytes, folder: Path) -> str:
    location = folder / "a.md"
    location.write_bytes(data)
    return read_text(FoundFile(PurePosixPath("a.md"), location), "a.md")


def refusal(data: bytes, folder: Path) -> tuple[str, object, int, int]:
    with pytest.raises(UnreadableError) as caught:
        read(data, folder)
    problem = caught.value.problem
    facts = list(problem.facts.values())
    return problem.code, facts[0], problem.place.line, problem.place.column


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_utf8_is_read(encoding: str, ends: str, tmp_path: Path) -> None:
    assert read(NOTICE.replace("\n", ends).encode(encoding), tmp_path) == NOTICE


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (NOTICE, "gbk", "GBK"),
        (NOTICE, "gb2312", "GBK"),
        (NOTICE + "㐀", "gb18030", "GB18030"),
        (TRADITIONAL, "big5", "Big5"),
        (TRADITIONAL, "gbk", "GBK"),
        (NOTICE, "utf-16", "UTF-16"),
        (TRADITIONAL.replace("a", "b"), "big5hkscs", "Big5"),
        ("停水通知：三月五日", "gbk", "GBK"),
        ("請各位居民提前儲水", "big5", "Big5"),
    ],
)
def test_encodings_are_named(text: str, encoding: str, name: str, tmp_path: Path) -> None:
    code, fact, _, _ = refusal(text.encode(encoding), tmp_path)
    assert (code, fact) == ("encoding-not-utf8", name)
    assert text.encode(encoding).decode(name) == text, "the name is one that Python knows"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(encoding: str) -> None:
    data = NOTICE.encode(encoding)
    assert guess_encoding(data) == encoding.upper()
    assert find_hidden_encoding("title: Notice\n".encode(encoding), "t\0i\0") == encoding.upper()


@pytest.mark.parametrize("text", ["停水通知", "停水", "title: 停水通知\n", "2026-03-05 停水通知"])
def test_gbk_that_is_utf8_by_chance(text: str, tmp_path: Path) -> None:
    data = text.encode("gbk")
    data.decode("utf-8")
    assert refusal(data, tmp_path)[:2] == ("encoding-suspect", "GBK")


@pytest.mark.parametrize(
    "text",
    ["café", "Zażółć gęślą jaźń",
     "Crème brûlée à Saint-Étienne", "naïve façade, déjà vu", "Привет, соседи!", "Ελλάδα",
     "×÷ ± 3°C", "Grüße aus Zürich und Köln", "Ærø og Åse på Øya", "שלום", "25°C ± 2°C",
     "停水通知", "plain", "mañana señor año", "ÀÉÈÙ", "Đặng Văn Ngữ"],
)  # fmt: skip
def test_other_scripts_are_no_suspects(text: str) -> None:
    assert find_hidden_encoding(text.encode(), text) is None


def test_nul_in_a_text(tmp_path: Path) -> None:
    assert refusal("停水\n通\0知\n".encode(), tmp_path) == ("character-refused", "U+0000", 2, 2)


@pytest.mark.parametrize(
    ("text", "words"), [("停水\n通\ufffd\ufffd知", "\ufffd\ufffd"), ("停水\n通锟斤拷", "锟斤拷")]
)
def test_lost_characters(text: str, words: str, tmp_path: Path) -> None:
    assert find_lost(text) == (2, 2, words)
    assert refusal(text.encode(), tmp_path) == ("text-lost", words, 2, 2)


@given(st.binary(max_size=60))
def test_any_bytes_have_a_name_or_none(data: bytes) -> None:
    name = guess_encoding(data)
    assert name == "?" or data.decode(name) is not None


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=8))
def test_chinese_in_utf8_is_no_suspect(text: str) -> None:
    assert find_hidden_encoding(text.encode(), text) is None
