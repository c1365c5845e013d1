"""docs/themes.md tells what templates are given; half of it is made from the views themselves."""

import re
from pathlib import Path
from typing import get_args

from jinja2 import Environment

from docs.tools.describe_views import MARK, PAGE, describe, read_views
from generator.plan.views import PageView, PosterView
from generator.render.pages import PagePress
from generator.render.poster_markup import poster_environment
from generator.render.theme import find_theme

TEXT = PAGE.read_text("utf-8")


def test_the_page_is_up_to_date() -> None:
    """If not: python -m docs.tools.describe_views."""
    head, mark, generated = TEXT.partition(MARK)
    assert head
    assert mark
    assert generated == f"\n{describe()}"


def test_every_view_is_told_with_its_fields() -> None:
    views = read_views()
    for kind in (*get_args(PageView), *get_args(PosterView)):
        told = views[kind.__name__]
        assert told.template == kind.template
        assert told.meaning
        assert {field.name for field in told.fields} >= set(kind.__struct_fields__)
        assert f"### {kind.__name__}\n" in TEXT


def test_all_links_of_the_page_lead_somewhere() -> None:
    anchors = {name.lower() for name in re.findall(r"^#+ (\w+)$", TEXT, re.MULTILINE)}
    links = re.findall(r"\]\(#([^)]+)\)", TEXT)
    assert links
    assert not set(links) - anchors


def test_every_global_and_filter_is_told() -> None:
    theme = find_theme("plain", Path())
    pages, posters = PagePress(theme)._environment, poster_environment(theme)
    usual = Environment(autoescape=True)
    names = (pages.globals.keys() | posters.globals.keys()) - usual.globals.keys()
    filters = (pages.filters.keys() | posters.filters.keys()) - usual.filters.keys()
    told = set(re.findall(r"`(\w+)", TEXT)) | set(re.findall(r"\\?\|(\w+)", TEXT))
    assert names - {"gettext", "ngettext", "pgettext", "npgettext"} <= told
    assert {name for name in filters if not name.startswith("_")} <= told
