"""Templates say what plain Jinja would have them say, whatever is done to be sooner with it."""

from datetime import UTC, date, datetime
from functools import partial
from typing import Any
from unittest.mock import Mock

import jinja2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from generator.render.template_runtime import PageMacro
from generator.render.word_folding import FoldingEnvironment

MODULE = (
    "{% set SIGNS = {'a': '<'} %}"
    "{% macro show(x, y=2) %}<p>{{ x }}{{ y }}{{ SIGNS.a }}</p>{% endmacro %}"
    "{% macro twice(x) %}{{ show(x) }}{{ show(x, y='>') }}{% endmacro %}"
)
DAY = date(2026, 3, 2)
MORNING = datetime(2026, 3, 2, tzinfo=UTC)
ALIKE = (1, True, 1.0, "1", Markup("1"), "<b>", Markup("<b>"), None, "", DAY, MORNING, (), [1])
"""Some of these are equal, and yet they are said differently."""


def make(kind: type[jinja2.Environment], **templates: str) -> jinja2.Environment:
    loader = jinja2.DictLoader(templates)
    return kind(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)


def said(kind: type[jinja2.Environment], text: str, **names: Any) -> str:
    """What a template says, or how it fails."""
    try:
        return make(kind, page=text, module=MODULE).get_template("page").render(**names)
    except (jinja2.TemplateError, TypeError) as error:
        return f"{type(error).__name__}: {error}"


@pytest.mark.parametrize(
    "text",
    [
        (
            "{% macro m(x, y='<') %}{{ x }}{{ y }}{% endmacro %}"
            "{{ m('&') }}{{ m(y=1, x=2) }}{{ m(1, 2) }}"
        ),
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m() }}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(1, 2) }}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(z=1) }}",
        "{% macro m(x) %}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1, 2, z=3) }}",
        "{% macro m(x) %}[{{ caller(x) }}]{% endmacro %}{% call(y) m('<') %}{{ y }}{% endcall %}",
        "{% macro m(x, caller=none) %}{{ x }}{{ caller is none }}{% endmacro %}{{ m('<') }}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m('<')|upper ~ '<' }}",
        "{{ [1, 2]|map('string')|join }}",
        "{% set n = 1 %}{% macro m() %}{{ n }}{% endmacro %}{{ m() }}{% set n = 2 %}{{ m() }}",
        (
            "{% autoescape false %}{% macro m(x) %}{{ x }}{% endmacro %}{{ m('<') }}"
            "{% endautoescape %}"
        ),
        "{{ ['<', '&']|join(', ') }}{{ ['<', '&'|safe]|join('>') }}{{ ['<']|join('>'|safe) }}",
        "{{ []|join('<'|safe) }}{{ []|join('<') }}",
        "{{ [1, none, '<']|join('-') }}{{ 'ab'|join('<') }}",
        "{{ [{'n': '<'}, {'n': 1}]|join('; ', attribute='n') }}{{ (['<']|join ~ '<')|length }}",
        "{{ row.name }}{{ row.items is defined }}",
        "{{ row.keys is callable }}{{ row.none is defined }}",
        "{{ row.none }}",
        "{{ none_such.name }}",
        "{{ word.upper() }}{{ 'a,b'.split(',')[1] }}{{ row.inner.name|default('?') }}",
        (
            "{% for x in (1, 2) %}{{ loop.index }}{{ loop.last }}"
            "{{ loop.nextitem is defined }}{% endfor %}"
        ),
        "{% for x in rows if x.name != '<' %}{{ x.name }}{% endfor %}",
        "{{ rows|map(attribute='name')|list }}",
        "{{ rows|selectattr('name', 'equalto', '<')|list|length }}{{ rows|sum(attribute='n') }}",
        "{% import 'module' as ui %}{{ ui.show('<') }}{{ ui.twice(word) }}{{ ui.none() }}",
        "{% from 'module' import show with context %}{{ show(word) }}{{ show(word, 3) }}",
        (
            "{% set a = 1 %}{% import 'module' as ui with context %}"
            "{{ ui }}{{ ui.SIGNS.a }}{{ ui.none is defined }}"
        ),
        "{% from 'module' import none with context %}{{ none is defined }}{{ none }}",
        "{{ plain('<') }}{{ with_context('<') }}{{ in_part(2) }}",
        "{% include 'module' without context %}{% include ['none', 'module'] %}",
    ],
)
def test_what_is_said_is_what_jinja_says(text: str) -> None:
    @jinja2.pass_context
    def with_context(context: jinja2.runtime.Context, x: str) -> str:
        return f"{context['word']}{x}"

    names = {
        "row": {"name": "<", "inner": {}},
        "rows": [{"name": "<", "n": 1}, {"name": "b", "n": 2}],
        "word": "<i>",
        "plain": lambda x: Markup("<b>") + x,
        "with_context": with_context,
        "in_part": partial(pow, 3),
    }
    assert said(FoldingEnvironment, text, **names) == said(jinja2.Environment, text, **names)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(ALIKE), st.sampled_from(ALIKE)), max_size=12))
def test_macros_take_nothing_for_another(pairs: list[tuple[object, object]]) -> None:
    text = (
        "{% import 'module' as ui %}{% for x, y in pairs %}{{ ui.show(x, y) }}{{ ui.twice(x) }}"
        "{% autoescape false %}{{ ui.show(x) }}{% endautoescape %}{% endfor %}"
    )
    again = [*pairs, *pairs]
    expected = said(jinja2.Environment, text, pairs=again)
    assert said(FoldingEnvironment, text, pairs=again) == expected


def count_calls(line: str, *arguments: object) -> int:
    """How often a macro runs that is called with each of the arguments."""
    environment = make(
        FoldingEnvironment,
        page=f"{line}{{% for x in given %}}{{{{ ui.m(x) }}}}{{% endfor %}}",
        other="{% macro m(x) %}{{ count() }}{% endmacro %}",
    )
    environment.globals["count"] = count = Mock(return_value="")
    environment.get_template("page").render(given=arguments)
    return count.call_count


def test_only_what_knows_no_page_is_remembered() -> None:
    days = [DAY] * 3
    assert count_calls("{% import 'other' as ui %}", *days) == 1
    assert count_calls("{% import 'other' as ui with context %}", *days) == 3
    assert count_calls("{% import 'other' as ui %}", *[[1]] * 3) == 3
    assert count_calls("{% import 'other' as ui %}", *range(3000), 2999) == 3000


def test_memory_is_bounded() -> None:
    environment = make(FoldingEnvironment, module=MODULE)
    macro = environment.get_template("module").module.show  # type: ignore[attr-defined]
    assert isinstance(macro, PageMacro)
    for number in range(5000):
        macro.say((number,), autoescape=True)
    assert len(macro._memory or ()) <= 1024


def test_what_is_imported_with_context_is_read_when_it_is_needed() -> None:
    count = Mock(return_value="")
    environment = make(
        FoldingEnvironment,
        page="{% set a = 1 %}{% import 'other' as ui with context %}{% set a = 2 %}"
        "{% if asked %}{{ ui.said }}{{ ui.said }}{% endif %}",
        other="{% set said = a ~ count() %}",
    )
    environment.globals["count"] = count
    page = environment.get_template("page")
    assert (page.render(asked=False), count.call_count) == ("", 0)
    assert (page.render(asked=True), count.call_count) == ("11", 1)


def test_a_fault_in_a_macro_has_its_line() -> None:
    environment = make(
        FoldingEnvironment,
        page="{% import 'other' as ui %}\n{{ ui.m(1) }}",
        other="{% macro m(x) %}\n\n{{ x.none.such }}\n{% endmacro %}",
    )
    with pytest.raises(jinja2.UndefinedError) as caught:
        environment.get_template("page").render()
    lines = [(entry.path, entry.lineno + 1) for entry in caught.traceback]
    assert [line for path, line in lines if str(path) == "<template>"][-2:] == [2, 3]
