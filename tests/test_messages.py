"""Messages: both languages say the same codes with the same facts, and every code has words."""

import ast
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

from generator.messages import _TABLES, LANGUAGES, describe, say, wording
from generator.messages.text import GAP, Text
from generator.problems import Fact, FieldPath, Place, Problem, Term

PACKAGE = Path(__file__).parents[1] / "generator"
CODES = sorted(wording("zh"))


def fields(text: Text) -> set[str]:
    parts = [field for part in text for _, field, _, _ in Formatter().parse(part) if field]
    return set(parts)


def literals() -> set[str]:
    """All words in the package's code, messages apart."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        if path.parent.name != "messages":
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found.add(node.value)
    return found


LITERALS = literals()


def test_languages_have_the_same_codes() -> None:
    assert set(wording("zh")) == set(wording("en"))


def test_a_code_stands_in_one_table() -> None:
    for language in LANGUAGES:
        assert sum(map(len, _TABLES[language])) == len(wording(language))


@pytest.mark.parametrize("code", [code for code in CODES if not code.startswith("time-")])
def test_languages_use_the_same_facts(code: str) -> None:
    """Times apart: there a remedy may be a phrase of the language."""
    zh, en = (fields(wording(language)[code]) for language in LANGUAGES)
    assert zh == en


@pytest.mark.parametrize("code", CODES)
def test_a_problem_has_a_remedy(code: str) -> None:
    for language in LANGUAGES:
        text = wording(language)[code]
        assert text.message
        assert text.remedy or code.startswith(("summary-", "when-", "word-", "time-", "serve-")), (
            code
        )


@pytest.mark.parametrize("code", CODES)
def test_no_code_is_dead(code: str) -> None:
    """Each code stands somewhere in the code that reports it."""
    assert code in LITERALS or code in {f"word-{word}" for word in ("error", "warning", "note")}


def test_facts_are_written_as_the_language_does() -> None:
    facts: dict[str, Fact] = {"day": date(2026, 3, 5), "before": date(2026, 3, 8), "value": "公示"}
    assert say("step-days", "zh", facts).message == (
        "“公示”的日期 2026年3月5日 早于上一步的 2026年3月8日。"
    )
    assert "5 March 2026" in say("step-days", "en", facts).message
    known: dict[str, Fact] = {"known": "甲\n乙", "value": "丙", "field": "类别", "name": "category"}
    assert "甲、乙" in say("choice-unknown", "zh", known).remedy
    assert "甲, 乙" in say("choice-unknown", "en", known).remedy


def test_a_missing_fact_leaves_a_gap_and_no_traceback() -> None:
    problem = Problem(place=Place(path="a"), code="phone-wrong")
    assert describe(problem, "zh").message == f"“{GAP}”不像电话号码。"


def test_braces_of_content_are_not_templates() -> None:
    facts: dict[str, Fact] = {"value": "{known} {0} {value.__class__}", "field": "甲"}
    assert "{known} {0} {value.__class__}" in say("phone-wrong", "zh", facts).message


# Names of fields ------------------------------------------------------------------------------

ZH_FILE = Term("时间", "when", "时间")
EN_FILE = Term("时间", "when", "when")
NO_FILE = Term("时间", "when")


@pytest.mark.parametrize(
    ("path", "zh", "en"),
    [
        ((ZH_FILE,), "“时间”", "“时间” (when)"),
        ((EN_FILE,), "“when”（时间）", "“when”"),
        ((NO_FILE,), "“时间”", "“when”"),
        ((Term("服务", "services", "服务"), 2, ZH_FILE), "“服务”第 2 项的“时间”",
         "“时间” (when; item 2 of “服务”)"),
        ((Term("报名", "registration", "registration"), EN_FILE),
         "“registration”里的“when”（时间）", "“when” (in “registration”)"),
        ((Term("要点", "points"), 3), "“要点”第 3 项", "“points” (item 3)"),
        ((Term("结果", "results"), Term("人次", "人次", "人次")), "“结果”里的“人次”",
         "“人次” (in “results”)"),
    ],
)  # fmt: skip
def test_a_field_is_named_as_its_file_spells_it(
    path: tuple[Term | int, ...], zh: str, en: str
) -> None:
    facts: dict[str, Fact] = {"field": FieldPath(path)}
    assert say("field-missing", "zh", facts).message == f"缺少{zh}。"
    assert say("field-missing", "en", facts).message == f"{en} is missing."


def test_what_is_to_be_pasted_has_the_authors_spelling() -> None:
    for language in LANGUAGES:
        for term, name in ((ZH_FILE, "时间"), (EN_FILE, "when")):
            facts: dict[str, Fact] = {"field": FieldPath((Term("服务", "services"), 1, term))}
            assert f"“{name}: …”" in say("field-missing", language, facts).remedy
        item: dict[str, Fact] = {"field": FieldPath((Term("要点", "points"), 2))}
        assert "“- " in say("text-wanted", language, item).remedy


def test_known_and_near_names() -> None:
    facts: dict[str, Fact] = {"field": "地奌", "near": ZH_FILE, "known": (ZH_FILE, EN_FILE)}
    zh, en = (say("field-unknown-near", language, facts) for language in LANGUAGES)
    assert zh.remedy == "请改成“时间”。可以写的有：时间、when（时间）。"
    assert en.message == "There is no field “地奌”; is it “时间” (when)?"
    assert en.remedy == "Write “时间”. The fields are: 时间 (when), when."


def test_long_words_are_cut_in_a_sentence_but_not_in_its_remedy() -> None:
    facts: dict[str, Fact] = {"lost": "#" * 90, "better": '"' + "#" * 90 + '"'}
    text = say("value-cut", "zh", facts)
    assert "#" * 31 not in text.message
    assert "#" * 90 in text.remedy
