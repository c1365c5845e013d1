"""The pages of a review as they are read: by eye, by ear, and beside the year before."""

from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import cast

import pytest

from generator.plan.views import PageView
from generator.render.pages import PagePress
from generator.render.theme import Theme
from tests.plan.test_reviews import two_years
from tests.sites_for_tests import plan, sample_board

PRESS = PagePress(Theme(Path(__file__).parents[2] / "themes" / "linli"))
PATHS = ["reviews/2024.html", "reviews/2025.html", "committees/dong/reviews/2025.html",
         "committees/xi/reviews/2025.html"]  # fmt: skip


@cache
def render(path: str, *, sample: bool = False) -> str:
    artifact = plan(sample_board() if sample else two_years(), posters=False)[path]
    return PRESS.render(path, cast("PageView", artifact.view)).decode()


class Parts(HTMLParser):
    """The elements of a page in order: tag, attributes, and the text up to the next tag."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs), []))

    def handle_data(self, data: str) -> None:
        if self.found and data.strip():
            self.found[-1][2].append(data.strip())

    def named(self, tag: str) -> list[tuple[dict[str, str | None], str]]:
        return [(attributes, "".join(text)) for name, attributes, text in self.found if name == tag]


@pytest.mark.parametrize("path", PATHS)
def test_tables_have_captions_and_heads_that_say_what_they_head(path: str) -> None:
    parts = Parts(render(path))
    assert len(parts.named("caption")) == len(parts.named("table"))
    assert all(text for _, text in parts.named("caption"))
    scopes = {attributes.get("scope") for attributes, _ in parts.named("th")}
    assert scopes <= {"col", "row", "rowgroup"}


@pytest.mark.parametrize("path", PATHS)
def test_charts_are_figures_told_in_words(path: str) -> None:
    source = render(path)
    parts = Parts(source)
    charts = [attributes for attributes, _ in parts.named("svg") if attributes.get("role") == "img"]
    assert len(parts.named("figure")) == len(parts.named("figcaption")) == len(charts)
    if path == "reviews/2025.html":
        # Between that of the page and that of its own code at the foot.
        titles = [text for _, text in parts.named("title")[1:-1]]
        assert titles == [
            "东居委 送餐 1200人次；西居委 认领 360余人次",
            "西居委 队员 从10余人到40余人",
        ]


def test_years_lead_to_one_another_and_say_which_is_open() -> None:
    parts = Parts(render("reviews/2025.html"))
    links = [a for a, text in parts.named("a") if text in ("2024年", "2025年")]
    assert [(a["href"], a.get("aria-current")) for a in links] == [
        ("2024.html", None), ("2025.html", "page"),
    ]  # fmt: skip


def test_both_years_stand_side_by_side_as_written() -> None:
    source = render("reviews/2025.html")
    row = source.partition('id="comparison"')[2].partition("</section>")[0]
    assert row.index("约890人次") < row.index("1200人次")
    assert "十余户" in row
    assert "30个" not in row
    assert "comparison" not in render("reviews/2024.html")


def test_who_is_missing_is_said() -> None:
    missing = render("reviews/2025.html").partition('id="missing"')[2].partition("</section>")[0]
    assert "尚未提交" in missing
    assert "南居委" in missing
    assert 'id="missing"' not in render("reviews/2018.html", sample=True)


def test_no_figure_is_made_up() -> None:
    """A committee without figures has none: no zero, no dash, no empty plate."""
    source = render("committees/zhi-cheng/reviews/2018.html", sample=True)
    assert "figures" not in source.partition('class="column-main"')[2]
    assert '<svg class="chart"' not in source


def test_the_table_can_be_taken_along() -> None:
    links = [a for a, _ in Parts(render("reviews/2025.html")).named("a")]
    assert [a["type"] for a in links if a["href"] == "2025.csv"] == ["text/csv"]
