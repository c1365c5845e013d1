"""Words of templates are translated when they are compiled, as Jinja would translate them later."""

import gettext
from unittest.mock import Mock

import jinja2
import pytest

from generator.render.word_folding import FoldingEnvironment

WORDS = {"往期": "Past <b>", "%(n)s天": "%(n)s days", "50%%": "half", "找": "Find %(what)s & go"}


class Translations(gettext.NullTranslations):
    asked = 0

    def gettext(self, message: str) -> str:
        self.asked += 1
        return WORDS.get(message, message)

    def pgettext(self, context: str, message: str) -> str:
        return f"{context}: {self.gettext(message)}"


def make(kind: type[jinja2.Environment], translations: Translations) -> jinja2.Environment:
    environment = kind(autoescape=True, extensions=["jinja2.ext.i18n"])
    if isinstance(environment, FoldingEnvironment):
        environment.speak(translations)
    else:
        install = environment.install_gettext_translations  # type: ignore[attr-defined]
        install(translations, newstyle=True)
    return environment


@pytest.mark.parametrize(
    "text",
    [
        "{{ _('往期') }}",
        "{{ _('没有译文') }} {{ gettext('往期') }}",
        "{{ _('50%%') }}",
        "{{ _('%(n)s天', n=x) }}",
        "{{ _('找', what='<i>') }}{{ _('找', what=_('往期')) }}",
        "{% trans n=x %}{{ n }}天{% endtrans %}",
        "{{ _('%(n)s天', n='<b>') ~ _('%(n)s天', n=_('往期')) }}",
        "{{ _('%(n)s天', n=none) }} {{ _('%(n)03d', n=x) }} {{ _('100%%的%(n)s', n=x) }}",
        "{% macro say(n) %}{{ _('%(n)s天', n=n) }}{% endmacro %}{{ say(y ~ '&')|upper }}",
        "{% set said = _('%(n)s天', n='&') %}{{ said }}{{ said ~ '<' }}{{ said|length }}",
        "{{ _(y) }}",
        "{{ _('往期')|upper ~ '<' }}",
        "{% set names = {'a': _('往期')} %}{{ names.a }}{{ names['a']|length }}",
        "{{ pgettext('一个', '往期') }}{{ pgettext(y, '往期') }}",
        "{{ pgettext('找', '找', what='<') }}",
        "{{ ngettext('%(num)s天', '%(num)s天', x) }}",
        "{% macro say(words=_('往期')) %}<p>{{ words }}</p>{% endmacro %}{{ say() }}",
    ],
)
@pytest.mark.parametrize("escaped", [True, False])
def test_words_are_those_of_jinja(text: str, *, escaped: bool) -> None:
    said = [
        make(kind, Translations())
        .overlay(autoescape=escaped)
        .from_string(text)
        .render(x=3, y="往期")
        for kind in (jinja2.Environment, FoldingEnvironment)
    ]
    assert said[0] == said[1]


def test_a_word_is_looked_up_once() -> None:
    translations = Translations()
    environment = make(FoldingEnvironment, translations)
    template = environment.from_string("{{ _('往期') }}{{ _('找', what=x) }}")
    for number in range(3):
        template.render(x=number)
    assert translations.asked == 2


def test_what_is_imported_without_context_is_read_once() -> None:
    count = Mock(side_effect=(1, 2))
    loader = jinja2.DictLoader(
        {"a": "{% import 'b' as b %}{{ b.x }}{{ own }}", "b": "{% set x = count() %}"}
    )
    environment = FoldingEnvironment(loader=loader)
    environment.globals["count"] = count
    template = environment.get_template("a", globals={"own": "!"})
    assert [template.render(), template.render()] == ["1!", "1!"]
