"""Before: a `Problem`, facts only. After: the sentence a person reads, in Chinese or English."""

from collections.abc import Mapping
from functools import cache

from generator.messages import (
    attachments_en,
    attachments_zh,
    commands_en,
    commands_zh,
    editions_en,
    editions_zh,
    fields_en,
    fields_zh,
    files_en,
    files_zh,
    issues_en,
    issues_zh,
    machine_en,
    machine_zh,
    markup_en,
    markup_zh,
    pictures_en,
    pictures_zh,
    privacy_en,
    privacy_zh,
    publish_en,
    publish_zh,
    serve_en,
    serve_zh,
    tables_en,
    tables_zh,
    times_en,
    times_zh,
    together_en,
    together_zh,
    yaml_en,
    yaml_zh,
)
from generator.messages.text import Chinese, English, Sentences, Text, Wording
from generator.problems import Fact, Problem

LANGUAGES = ("zh", "en")
_SENTENCES: dict[str, Sentences] = {"zh": Chinese(), "en": English()}
_TABLES: Mapping[str, tuple[Wording, ...]] = {
    "zh": (
        files_zh.TEXTS,
        yaml_zh.TEXTS,
        fields_zh.TEXTS,
        tables_zh.TEXTS,
        together_zh.TEXTS,
        markup_zh.TEXTS,
        pictures_zh.TEXTS,
        attachments_zh.TEXTS,
        privacy_zh.TEXTS,
        publish_zh.TEXTS,
        machine_zh.TEXTS,
        commands_zh.TEXTS,
        serve_zh.TEXTS,
        issues_zh.TEXTS,
        editions_zh.TEXTS,
        times_zh.TEXTS,
    ),
    "en": (
        files_en.TEXTS,
        yaml_en.TEXTS,
        fields_en.TEXTS,
        tables_en.TEXTS,
        together_en.TEXTS,
        markup_en.TEXTS,
        pictures_en.TEXTS,
        attachments_en.TEXTS,
        privacy_en.TEXTS,
        publish_en.TEXTS,
        machine_en.TEXTS,
        commands_en.TEXTS,
        serve_en.TEXTS,
        issues_en.TEXTS,
        editions_en.TEXTS,
        times_en.TEXTS,
    ),
}
"""The tables of each language, one a subject; a code stands in one of them."""


@cache
def wording(language: str) -> Wording:
    """Return all texts of a language, `zh` or `en`."""
    return {code: text for table in _TABLES[language] for code, text in table.items()}


def say(code: str, language: str, facts: Mapping[str, Fact] | None = None) -> Text:
    """Return the message and remedy of `code`, filled with `facts`. Raises KeyError."""
    template = wording(language)[code]
    sentences = _SENTENCES[language]
    return Text(*(sentences.vformat(part, (), facts or {}) for part in template))


def describe(problem: Problem, language: str) -> Text:
    """Return the message and remedy for a problem."""
    return say(problem.code, language, problem.facts)
