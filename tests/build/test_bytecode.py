"""Compiled templates are kept for the environment that they were compiled for."""

from pathlib import Path

import jinja2
import pytest

from generator.render.bytecode import find_bytecode


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "linli" / "templates"
    monkeypatch.setattr("generator.render.bytecode.cache_folder", lambda: folder.with_name("fonts"))
    return folder


def render(text: str, *, escaped: bool = True, with_context: bool = False, words: str = "") -> str:
    environment = jinja2.Environment(
        loader=jinja2.DictLoader({"a": text}), autoescape=True, bytecode_cache=find_bytecode(words)
    ).overlay(autoescape=escaped)

    @jinja2.pass_context
    def say_with_context(context: jinja2.runtime.Context, word: str) -> str:
        return f"{word} & {context['x']}"

    environment.filters["say"] = say_with_context if with_context else str.upper
    return environment.get_template("a").render(x="x")


def test_templates_are_compiled_once(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert render("{{ x }}") == "x"
    assert len(list(cache.iterdir())) == 1
    monkeypatch.setattr(jinja2.Environment, "compile", None)
    assert render("{{ x }}") == "x"


def test_another_text_is_compiled_anew() -> None:
    assert render("{{ x }}") == "x"
    assert render("{{ x }}!") == "x!"


def test_filters_and_escaping_are_those_of_the_environment() -> None:
    text = "{{ x | say }}"
    assert render(text) == "X"
    assert render(text, with_context=True) == "x &amp; x"
    assert render(text, with_context=True, escaped=False) == "x & x"


def test_what_is_compiled_for_one_language_is_not_taken_for_another(cache: Path) -> None:
    for words in ("", "en", "en"):
        assert render("{{ x }}", words=words) == "x"
    assert len(list(cache.iterdir())) == 2


def test_a_damaged_file_is_compiled_anew(cache: Path) -> None:
    render("{{ x }}")
    (file,) = cache.iterdir()
    file.write_bytes(b"nothing")
    assert render("{{ x }}") == "x"


def test_a_folder_where_others_write_is_not_used(cache: Path) -> None:
    render("{{ x }}")
    cache.chmod(0o777)
    assert find_bytecode("") is None
