"""Bodies read without the parser: the very same as with it, and most of what people write."""

import json
import random
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.common.utils import isPunctChar, isWhiteSpace

from generator.model.prose import Prose
from generator.read import plain_markdown
from generator.read.chinese_text import is_chinese
from generator.read.commonmark import parse_prose
from generator.read.front_matter import Document, split_front_matter
from generator.read.markdown import read_prose
from generator.read.markup_limits import find_excess
from generator.read.plain_markdown import read_plain
from generator.read.remarks import Remarks
from tests.cases.cases import load_cases
from tests.cases.mistakes import load_site_mistakes
from tests.hostile.planting import WAYS
from tests.hostile.vectors import make_vectors

ROOT = Path(__file__).parents[2]
SPEC = ROOT / "tests/data/commonmark-0.31.2.json"
PATH = "content/committees/dong/events/a.md"


def read_both(text: str) -> Prose | None:
    """A body by both ways, which must agree; None if it is left to the parser."""
    if find_excess(text, PATH, 7):
        return None
    lines = text.split("\n")
    plain = read_plain(text, Remarks(PATH, 7, lines))
    if plain is not None:
        remarks = Remarks(PATH, 7, lines)
        assert parse_prose(text, remarks) == plain
        assert not remarks.problems
    return plain


def bodies(folder: Path) -> Iterator[str]:
    """The bodies of Markdown files below a folder, be there front matter or not."""
    for file in sorted(folder.rglob("*.md")):
        text = file.read_text("utf-8", errors="ignore").replace("\r\n", "\n")
        parts = split_front_matter(text)
        yield parts.body if isinstance(parts, Document) else text


def corpus() -> list[str]:
    """Whatever Markdown there is in this repository."""
    found = [spec["markdown"] for spec in json.loads(SPEC.read_text("utf-8"))]
    found += [case.given for case in load_cases("markdown.md")]
    for folder in ("content", "docs", "tests/cases", "tests/sites"):
        found += bodies(ROOT / folder)
    found += (
        data.decode("utf-8", errors="ignore")
        for site in load_site_mistakes()
        for path, data in site.files.items()
        if path.endswith(".md")
    )
    found += (WAYS[v.number % len(WAYS)].replace("{}", v.text) for v in make_vectors())
    return found


PLAIN = (
    "## 事情是这样的\n\n", "请自备雨具。", "**注意：**请带好门禁卡", "\n", "\n\n",
    "- 请带好门禁卡\n", "1. 先签到\n", "2. 再领号\n", "3) 领号\n", "| 时间 | 地点 |\n",
    "|---|:-:|\n", "| 9:00 | 一号楼 |\n", "| 10:00 |\n",
    "[办事指南](https://guide.example/3.html)", "[活动](../events/a.md#b)", "*临时*",
    "![灯](图/灯.jpg)", "联系138****1234", "9:00-11:00", "“好”", "(a > b)", "　　为了",
    "* 一\n", "# A ", "\n\n- 二\n\n- 三\n", "2026年", "a", "！",
)  # fmt: skip
"""What bodies are made of."""
STRANGE = (
    "*", "**", "_", "__", "`", "```\n", "~~~\n", "[", "](", ")", "![", "<", ">", "<b>", "<!-- ",
    "\\", "&", "&lt;", "&#49;", "\t", " ", "  ", "    ", "  \n", "\n ", "\n    ", "\r\n",
    "\u3000", "\xa0", "\u2003", "- ", "-\n", "+ ", "> ", "# ", "#", "###### ", " #\n", "1. ",
    "7. ", "0) ", "1234567890. ", "---\n", "===\n", "***\n", "- - -\n", "|", "||", "|-|-|\n",
    "-|-\n", ":-:\n", "[甲]: /a\n", "[甲][乙]", "]:", "：", "（", "，", "“", "。",
    "<http://a.b>", "http://a.b", "@", "(a b)", "(<a>)", "(a 'b')", "(//a.b)", "(javascript:x)",
    "(a%20b)", "(?a)", "(A.md)", "é", "  - 甲\n", "   1. 甲\n", "\u0301", "①", "$", "~", "!",
    "=", "\n\n\n", "[ ] ", "𠮷", "👍",
)  # fmt: skip
"""What makes them something else."""


def mutate(text: str, chance: random.Random) -> str:
    """A text after a few accidents."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randint(0, len(text))
        kind = chance.random()
        if kind < 0.25:
            text = text[:at] + text[at + chance.choice((1, 1, 2, 5, 30)) :]
        elif kind < 0.6:
            text = text[:at] + chance.choice(STRANGE) + text[at:]
        elif kind < 0.75:
            text = text[:at] + chance.choice(PLAIN) + text[at:]
        else:
            text = _mutate_lines(text.split("\n"), chance)
    return text


def _mutate_lines(lines: list[str], chance: random.Random) -> str:
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    kind = chance.random()
    if kind < 0.3:
        lines[at], lines[other] = lines[other], lines[at]
    elif kind < 0.5:
        lines.insert(at, lines[other])
    elif kind < 0.7:
        del lines[at]
    else:
        lines[at] = chance.choice(STRANGE).strip("\n") + lines[at]
    return "\n".join(lines)


def make_texts(count: int) -> Iterator[str]:
    """Bodies as people write them, and whatever else is Markdown, with accidents."""
    chance = random.Random(1)  # noqa: S311 - the same accidents each time
    strange = [text for text in corpus() if len(text) < 3000]
    usual = [text for text in bodies(ROOT / "content") if text.strip()]
    for _ in range(count):
        kind = chance.random()
        if kind < 0.4:
            text = "".join(chance.choices(PLAIN, k=chance.randint(1, 12)))
        else:
            text = chance.choice(usual if kind < 0.65 else strange)
        yield text if kind < 0.1 else mutate(text, chance)


def count_plain(texts: Iterable[str]) -> int:
    return sum(read_both(text) is not None for text in texts)


def test_all_markdown_at_hand_is_read_alike() -> None:
    texts = corpus()
    assert len(texts) > 1000
    assert count_plain(texts) > 200


def test_what_accidents_make_of_it_is_read_alike() -> None:
    assert count_plain(make_texts(500)) > 50


@pytest.mark.exhaustive
def test_what_many_accidents_make_of_it_is_read_alike() -> None:
    assert count_plain(make_texts(200_000)) > 20_000


@given(st.lists(st.sampled_from(PLAIN + STRANGE), max_size=12).map("".join))
def test_any_body_is_read_alike(text: str) -> None:
    read_both(text)


ADDRESSES = st.from_regex(
    f"(?:{plain_markdown._WEB}|{plain_markdown._FILE})",
    fullmatch=True,
    alphabet=st.sampled_from("abhtpsX09-._~/?#=:甲é"),
)


@given(ADDRESSES)
def test_any_address_leads_to_the_same_place(address: str) -> None:
    assert read_both(f"见[甲]({address})") is not None


TRAPS = (
    "a | b\n|---|---|\n|---|---|", "# a | b\n|---|---|\n|---|---|\n", "- a | b\n|---|---|\n",
    "| a |\n|---|---|", "| a | b |\n|---|", "|\n|-|", "||\n|-|",
    "| a |\u3000\n|---|\n| b |\u3000", "| a |\n|-|\n乙", "| a |\n|-|\n# 乙",
    "| a |\n|-|\n| b | c |", "| a | b |\n|-|-|\n|\n| |", "\u3000| a |\n|-|", "a|b\n:-|-:",
    "a|b\n-|-", "甲\n- 乙\n丙", "甲\n2. 乙", "甲\n01. 乙", "甲\n1. 乙", "- 甲\n* 乙",
    "- 甲\n\n* 乙", "- 甲\n\n\n- 乙", "1. 甲\n2) 乙", "2. 甲\n2. 乙\n4. 丙", "3. 甲\n4. 乙",
    "0. 甲", "1234567890. 甲", "-     甲", "- \u3000", "- # 甲", "- - 甲", "- 1. 甲",
    "- 甲\n  乙", "- 甲\n ---", "甲\n===", "甲\n---", "甲\n= b", "甲\n: b", "甲 \n乙",
    "甲  \n乙", "甲\n 乙", "\u3000\u3000甲\n\u3000乙\n\u3000", "a\nb", "a\n甲",
    "甲\n**乙**\n[丙](a.md)\nd", "![ ](a.png)\n甲", "甲![a  b](a.png)\nc", "[甲]: b\n\n[甲]",
    "[甲]", "[甲](b", "![甲]", "[甲](b c)", "[甲](<b>)", "[甲](b 'c')", "[甲](//b.c)",
    "[甲](/b)", "[甲](?b)", "[甲](a:b)", "[甲](a%20b)", "[甲](https://a_b@c.example)",
    "[a](http://www.example.com:80/)", "[甲](../a.md#一)", "[甲](a//b)", "甲****乙**丙**",
    "**甲**乙**丙**", "**甲 **乙**", "**甲***", "***甲***", "*甲**乙*", "a**(b)**c",
    "**甲*乙*丙**", "1****2**甲**", "1****甲**乙**", "_甲_", "a_b_c", "*甲\n乙*", "#甲", "#",
    "# 甲 #", "# 甲#", "####### 甲", "###### 甲", "# 甲\n乙\n# 丙\n- 丁\n# 戊", "甲\n#乙",
    "&#49;", "a & b", "\\*甲\\*", "`甲`", "<b>甲</b>", "a < b", "a > \"b\"", "    甲", "\t甲",
    "~~~\n甲", "> 甲", "+ 甲",
    "**甲***乙*", "*甲**乙**", "*甲**乙*丙*", "甲****乙****丙", "[*甲*](b)", "[甲*](b)*", "***甲",
    "甲****1甲****1", "***", "*", "**", "* * *", "1.", "甲\n1.", "1.\n甲", "| a |\u3000\n|-|-|",
    "|-|-|\n|-|-|", "- 甲\n\n# 乙", "- 甲\n# 乙", "- 甲\n\n    乙", "1. 甲\n\n2. 乙\n3. 丙",
    "\n\n甲\n\n\n\n乙\n\n",
)  # fmt: skip


@pytest.mark.parametrize("text", TRAPS)
def test_trap(text: str) -> None:
    read_both(text)


@pytest.mark.exhaustive
def test_stars_may_stand_beside_each_edge() -> None:
    """Whatever is outside of them, as `_flanks` wants it."""
    edges = re.findall(plain_markdown._EDGE, "".join(map(chr, range(sys.maxunicode + 1))))
    assert len(edges) > 100_000
    for edge in edges:
        assert not isWhiteSpace(ord(edge))
        assert is_chinese(edge) or not isPunctChar(edge)


def test_nearly_all_bodies_of_the_sample_need_no_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [text for text in bodies(ROOT / "content") if text.strip()]
    assert count_plain(texts) > 0.95 * len(texts)
    monkeypatch.setitem(sys.modules, "generator.read.commonmark", None)
    assert read_prose("# 甲\n\n**乙**", PATH, 1)[0].text == "甲 乙"
    with pytest.raises(ImportError):
        read_prose("`甲`", PATH, 1)
