"""Before: a `Problem`, facts only. After: the sentence a person reads, in Chinese or English."""

from collections.abc import Mapping
from functools import cache

from generator.messages import en, times_en, times_zh, zh
from generator.messages.text import Chinese, English, Sentences, Text, Wording
from generator.problems import Fact, Problem

LANGUAGES = ("zh", "en")
_SENTENCES: dict[str, Sentences] = {"zh": Chinese(), "en": English()}


@cache
def wording(language: str) -> Wording:
    """Return all texts of a language, `zh` or `en`."""
    if language == "zh":
        return {**zh.TEXTS, **times_zh.TEXTS}
    return {**en.TEXTS, **times_en.TEXTS}


def say(code: str, language: str, facts: Mapping[str, Fact] | None = None) -> Text:
    """Return the message and remedy of `code`, filled with `facts`. Raises KeyError."""
    template = wording(language)[code]
    sentences = _SENTENCES[language]
    return Text(*(sentences.vformat(part, (), facts or {}) for part in template))


def describe(problem: Problem, language: str) -> Text:
    """Return the message and remedy for a problem."""
    return say(problem.code, language, problem.facts)
