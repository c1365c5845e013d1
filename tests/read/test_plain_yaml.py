"""Fields read without the parser: the very same as with it, and most of what people write."""

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.read import yaml_text
from generator.read.front_matter import Document, split_front_matter
from generator.read.invisible import Visible
from generator.read.plain_yaml import read_plain_yaml
from generator.read.yaml_nodes import Node
from generator.read.yaml_text import YamlRefusedError, parse_events
from tests.cases.mistakes import load_mistakes, load_site_mistakes

ROOT = Path(__file__).parents[2]


def read_both(text: str) -> Node | None:
    """Fields by both ways, which must agree; None if they are left to the parser."""
    visible = Visible(text)
    try:
        yaml_text._bound(text, "a.yaml", 3)
    except YamlRefusedError:
        return None
    plain = read_plain_yaml(text, "a.yaml", 3) if visible.text == text else None
    if plain is not None:
        assert parse_events(visible, "a.yaml", 3) == plain
    return plain


def fields(text: str) -> str:
    """The front matter of a text, or all of it if it has none."""
    parts = split_front_matter(text)
    return parts.matter if isinstance(parts, Document) else text


def usual() -> list[str]:
    """The fields of the sample site."""
    files = [p for p in sorted((ROOT / "content").rglob("*")) if p.suffix in (".md", ".yaml")]
    return [fields(file.read_text("utf-8")) for file in files]


def corpus() -> list[str]:
    """Whatever fields there are in this repository, right and wrong."""
    found = usual()
    found += [fields(mistake.given) for mistake in load_mistakes()]
    for file in sorted((ROOT / "tests/sites").rglob("*")):
        if file.suffix in (".md", ".yaml"):
            text = file.read_text("utf-8", errors="ignore").replace("\r\n", "\n")
            found.append(fields(text))
    found += (
        fields(data.decode("utf-8", errors="ignore"))
        for site in load_site_mistakes()
        for path, data in site.files.items()
        if path.endswith((".md", ".yaml"))
    )
    return found


LINES = (
    "标题: 义诊", "时间: 2026年3月5日 9:00-11:00", '电话: "021-0123 5001"', "项目: [修鞋, 配钥匙]",
    "联系: {称呼: 值班室, 电话: '3010'}", "服务:", "  - 名称: 理发", "    费用: 免费", "  - 量血压",
    "  - {名称: 理发, 时间: 9:00-11:00}", "- 甲", "", "# 记下", "  称呼: 值班室", "title: a-b",
    "范围: [hexie#3, a]", "联系:", "要点: 一、甲，乙（丙）", "费用: 3.00",
)  # fmt: skip
"""What fields are made of."""
STRANGE = (
    ":", ": ", " :", "： ", "#", " #", "# ", "- ", "-", "? ", "?", "[", "]", "[]", "{", "}", "{}",
    ",", ", ", '"', "'", "''", '\\"', "\\", "|", ">", "|\n  甲", "&a ", "*a", "!!str ", "%", "@",
    "`", "<<: ", "---", "...", "\n---\n", "\t", "\r", " ", "  ", "\n", "\n  ", "\u3000", "\xa0",
    "\u200b", "\ufeff", "a: b", "~", "=", "_", "٣", "𠮷", "👍", "9:00", ":a", "a#b", "-5", ".5",
)  # fmt: skip
"""What makes them something else."""


def mutate(text: str, chance: random.Random) -> str:
    """A text after a few accidents."""
    for _ in range(chance.randint(1, 3)):
        at = chance.randint(0, len(text))
        kind = chance.random()
        if kind < 0.25:
            text = text[:at] + text[at + chance.choice((1, 1, 2, 5)) :]
        elif kind < 0.6:
            text = text[:at] + chance.choice(STRANGE) + text[at:]
        else:
            lines = text.split("\n")
            at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
            line = chance.choice((lines[other], "  " + lines[at], lines[at][1:], lines[at][2:]))
            lines[at : at + chance.randint(0, 1)] = [line]
            text = "\n".join(lines)
    return text


def make_texts(count: int) -> Iterator[str]:
    """Fields as people write them, with accidents."""
    chance = random.Random(1)  # noqa: S311 - the same accidents each time
    known = [text for text in corpus() if len(text) < 2000]
    for _ in range(count):
        lines = "\n".join(chance.choices(LINES, k=chance.randint(1, 8)))
        text = lines if chance.random() < 0.4 else chance.choice(known)
        yield text if chance.random() < 0.1 else mutate(text, chance)


def count_plain(texts: Iterable[str]) -> int:
    return sum(read_both(text) is not None for text in texts)


def test_all_fields_at_hand_are_read_alike() -> None:
    count_plain(corpus())


def test_most_of_the_sample_site_needs_no_parser() -> None:
    texts = usual()
    assert count_plain(texts) > 0.6 * len(texts)


def test_what_accidents_make_of_them_is_read_alike() -> None:
    assert count_plain(make_texts(1500)) > 150


@pytest.mark.exhaustive
def test_what_many_accidents_make_of_them_is_read_alike() -> None:
    assert count_plain(make_texts(200_000)) > 20_000


@given(st.lists(st.sampled_from(LINES + STRANGE), max_size=8).map("\n".join))
def test_any_lines_are_read_alike(text: str) -> None:
    read_both(text)


@given(st.lists(st.sampled_from((*STRANGE, "甲", "a", "1")), max_size=8).map("".join))
def test_any_value_is_read_alike(value: str) -> None:
    for before in ("a: ", "- ", "a: [", "a: {b: ", 'a: "'):
        read_both(before + value + {"[": "]", "{": "}", '"': '"'}.get(before[3:4], ""))


def test_a_long_line_of_blanks_takes_no_time() -> None:
    blanks = " " * 30_000
    read_both(f"a: b{blanks}c{blanks}: d")
    read_both(f"a: [b{blanks}c{blanks}: d]")
    read_both(f"a: {{b: {blanks}c{blanks}: d}}")
