"""Documents that are made without WeasyPrint's parser: the paper is the same, and quicker made."""

from functools import cache
from pathlib import Path

import pytest

from generator.plan.views import ProseView
from generator.render import documents
from generator.render.documents import parse_markup
from generator.render.fonts import Faces
from generator.render.posters import PosterPress
from generator.render.theme import find_theme
from tests.posters.printing import Printer
from tests.posters.samples import all_kinds, event

TEXT = (
    "<h2>带什么</h2><ul><li>身份证<ul><li>原件</li></ul></li></ul><ol><li>先登记</li></ol>"
    "<blockquote><p>雨天<em>照常</em>。</p></blockquote>"
    "<table><thead><tr><th>时间</th></tr></thead><tbody><tr><td>上午</td></tr></tbody></table>"
)
NAMES = ("urgent", "announcement", "form", "timetable", "contact-card", "street-review")
VIEWS = {name: all_kinds()[name] for name in NAMES} | {
    "rich": event(body=ProseView((TEXT,), (), "带什么"))
}
"""Of each style sheet one, and a text with all that a text may have."""


@cache
def library() -> object:
    import weasyprint  # noqa: PLC0415 - it may be missing where posters are not tested

    return weasyprint


def is_cheap(markup: str) -> bool:
    return hasattr(parse_markup(library(), markup, None), "margin_boxes")


@pytest.mark.parametrize("kind", VIEWS)
def test_paper_is_the_same(
    kind: str, faces: Faces, printed: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Byte by byte, whether WeasyPrint parses and has all its defaults or not."""
    monkeypatch.setattr(documents, "_parse_tree", lambda _: None)
    slow = PosterPress(find_theme("linli", Path()), faces)
    assert slow.render(kind, VIEWS[kind]) == printed(kind, VIEWS[kind])


def test_this_weasyprint_is_known() -> None:
    body = '<p>看<br>这<img src="x:y" alt="x"></p>'
    assert is_cheap(f'<!doctype html>\n<html lang="zh-CN"><body>{body}</body></html>')


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body><p>one<p>two</body></html>",
        "<html><body><p hidden>one</p></body></html>",
        "<html><body>a&nbsp;b</body></html>",
        "<html><body><svg viewBox='0 0 1 1'></svg></body></html>",
        "no tag at all",
    ],
)
def test_what_is_no_xml_goes_the_usual_way(markup: str) -> None:
    assert not is_cheap(markup)


def test_another_weasyprint_goes_the_usual_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "_ATTRIBUTES", documents._ATTRIBUTES | {"one_more"})
    documents._cheap_class.cache_clear()
    assert not is_cheap("<html><body><p>x</p></body></html>")
    documents._cheap_class.cache_clear()
