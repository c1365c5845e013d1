"""Messages: both languages say the same codes with the same facts, and every code has words."""

import ast
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

from generator.messages import LANGUAGES, describe, say, wording
from generator.messages.text import GAP, Text
from generator.problems import Fact, Place, Problem

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
        assert text.remedy or code.startswith(("summary-", "when-", "word-", "time-")), code


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
