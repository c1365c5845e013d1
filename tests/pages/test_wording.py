"""The theme's words in English: all of them, and a site in English without any Chinese."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from jinja2.ext import babel_extract

from generator.build.rendering import make_renderer
from generator.plan.artifact import Kind
from generator.render.theme import Theme
from tests.pages.english_site import plan_english_pages

ROOT = Path(__file__).parents[2]
THEMES = [ROOT / "themes" / name for name in ("linli", "plain")]
OPTIONS = {
    "silent": "false",
    "newstyle_gettext": "true",
    "trim_blocks": "true",
    "lstrip_blocks": "true",
    "extensions": "jinja2.ext.i18n",
}
HAN = re.compile("[\u4e00-\u9fff]")
SPOKEN = re.compile(
    r"\{#.*?#\}|\{%-?\s*trans.*?endtrans\s*-?%\}|'[^']*'(?=: _\()"
    r"|n?gettext\('[^']*'(?:, '[^']*')?|_\('[^']*'",
    re.DOTALL,
)


def templates(theme: Path) -> list[Path]:
    """Return the templates of pages, posters, calendars, feeds and tables."""
    found = [*theme.glob("*.html"), *theme.glob("posters/*.html"), *theme.glob("*/words.txt")]
    return sorted(found)


def words(theme: Path) -> Iterator[str]:
    for path in templates(theme):
        with path.open("rb") as source:
            for _, _, said, _ in babel_extract(source, ("_", "gettext", "ngettext"), [], OPTIONS):
                yield str(said if isinstance(said, str) else (said or ())[0])


def catalogue(theme: Path) -> dict[str, bool]:
    """Return the words that have an entry, and whether that says anything."""
    with (theme / "locale" / "en.po").open(encoding="utf-8") as source:
        entries = [entry for entry in read_po(source) if entry.id]
    return {e.id if isinstance(e.id, str) else e.id[0]: bool(e.string) for e in entries}


@pytest.mark.parametrize("theme", THEMES, ids=lambda path: path.name)
def test_every_word_has_its_english(theme: Path) -> None:
    known = catalogue(theme)
    if theme.name != "linli":
        known = catalogue(THEMES[0]) | known
    said = set(words(theme))
    assert sorted(said - known.keys()) == []
    assert all(known[word] for word in said)


def test_no_word_is_left_over() -> None:
    used = set(words(THEMES[0]))
    assert sorted(catalogue(THEMES[0]).keys() - used) == []


@pytest.mark.parametrize("path", templates(THEMES[0]), ids=lambda path: path.name)
def test_all_chinese_of_a_template_can_be_translated(path: Path) -> None:
    text = SPOKEN.sub("", path.read_text(encoding="utf-8"))
    # The one word by which a review's title is known to say what it is.
    assert HAN.findall(text.replace("'回顾' not in", "")) == []


def test_a_site_in_english_is_english(tmp_path: Path) -> None:
    pages = plan_english_pages(tmp_path)
    assert {artifact.kind for artifact in pages} == {Kind.PAGE, Kind.TWIN}
    render = make_renderer(Theme(THEMES[0], "en"), lambda path: path.encode())
    for artifact in pages:
        assert HAN.findall(render(artifact).decode()) == [], artifact.path
