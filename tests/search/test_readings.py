"""Readings of characters, held against pypinyin itself."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypinyin import lazy_pinyin
from pypinyin.constants import PHRASES_DICT

from generator.render.readings import find_readings
from tests.sites_for_tests import SAMPLE

HAN = "".join(map(chr, range(0x4E00, 0xA000)))
WORDS = [word for word in PHRASES_DICT if all(character in HAN for character in word)]


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a cache folder that nobody has used."""
    monkeypatch.setattr(
        "generator.render.cache_folder.cache_folder", lambda: tmp_path / "linli" / "fonts"
    )
    find_readings.cache_clear()
    return tmp_path / "linli" / "tables"


def read_by_package(text: str) -> list[tuple[str, str]]:
    spoken = lazy_pinyin(text)
    return [pair for pair in zip(text, spoken, strict=True) if pair[1].isascii()]


@settings(max_examples=100)
@given(
    st.lists(st.one_of(st.sampled_from(WORDS), st.text(HAN, max_size=3)), max_size=6).map("".join)
)
def test_any_text_is_read_alike(text: str) -> None:
    assert list(find_readings().read(text)) == read_by_package(text)


@pytest.mark.exhaustive
def test_all_words_are() -> None:
    known = find_readings()
    for one, other in zip(WORDS, [*WORDS[1:], ""], strict=True):
        assert list(known.read(one + other)) == read_by_package(one + other)


def test_the_words_around_a_character_tell() -> None:
    read = find_readings().read
    assert list(read("长乐组长，ABC 绿地")) == [
        ("长", "chang"), ("乐", "le"), ("组", "zu"), ("长", "zhang"), ("绿", "lv"), ("地", "di"),
    ]  # fmt: skip


def test_what_is_kept_says_the_same(own_cache: Path) -> None:
    fresh = find_readings()
    find_readings.cache_clear()
    (kept,) = own_cache.iterdir()
    assert find_readings() == fresh
    for damage in (b"", kept.read_bytes()[:-9], kept.read_bytes().replace(b"he", b"ha")):
        kept.write_bytes(damage)
        find_readings.cache_clear()
        assert find_readings() == fresh


def test_without_a_folder_nothing_is_kept(own_cache: Path) -> None:
    own_cache.parent.mkdir(parents=True)
    own_cache.write_text("a file")
    assert dict(find_readings().read("和谐")) == {"和": "he", "谐": "xie"}


PROGRAM = """
import sys
from generator.render.readings import find_readings
assert dict(find_readings().read("和谐")) == {"和": "he", "谐": "xie"}
print(any(name.startswith("pypinyin") for name in sys.modules))
"""


def test_the_package_is_needed_once() -> None:
    find_readings()
    command = [sys.executable, "-c", PROGRAM]
    run = subprocess.run(command, check=True, cwd=SAMPLE, capture_output=True, text=True)
    assert run.stdout == "False\n"
