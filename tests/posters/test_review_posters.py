"""The posters of a review, printed and read back: the street's on wide A3, a committee's on A4."""

import re
from functools import cache

import pypdfium2
import pytest
from msgspec.structs import replace

from generator.plan.views import (
    CommitteeReviewPoster,
    FigureView,
    PosterView,
    StreetReviewPoster,
    Variant,
)
from generator.render.posters import PosterPress
from tests.posters.printing import Printer
from tests.posters.reading import POINTS_PER_MM, Printed
from tests.sites_for_tests import plan, sample_board

STREET = "posters/street/review-2018.pdf"
COMMITTEE = "posters/committees/xiao-he/review-2018.pdf"
LOOKS = ("colour", "monochrome", "large")


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@cache
def planned(path: str) -> PosterView:
    view = plan(sample_board())[path].view
    assert isinstance(view, StreetReviewPoster | CommitteeReviewPoster)
    return view


def with_variant(view: PosterView, look: str) -> PosterView:
    variant = replace(
        view.frame.variant, monochrome=look == "monochrome", large_print=look == "large"
    )
    return replace(view, frame=replace(view.frame, variant=variant))


@pytest.fixture(params=[(path, look) for path in (STREET, COMMITTEE) for look in LOOKS])
def poster(request: pytest.FixtureRequest, printed: Printer) -> tuple[PosterView, Printed]:
    path, look = request.param
    view = with_variant(planned(path), look)
    return view, Printed(printed(f"{path} {look}", view))


def test_one_page_of_the_right_paper(poster: tuple[PosterView, Printed]) -> None:
    view, sheet = poster
    assert sheet.page_count == 1
    width, height = pypdfium2.PdfDocument(sheet.data)[0].get_size()
    expected = (420, 297) if view.frame.variant.landscape else (210, 297)
    assert (width / POINTS_PER_MM, height / POINTS_PER_MM) == pytest.approx(expected, abs=0.5)
    for letter in sheet.letters():
        assert letter.left >= 12 * POINTS_PER_MM, letter
        assert letter.right <= (expected[0] - 12) * POINTS_PER_MM, letter
        assert letter.bottom >= 7 * POINTS_PER_MM, letter


def test_every_figure_stands_on_it_as_written(poster: tuple[PosterView, Printed]) -> None:
    view, sheet = poster
    text = sheet.text()
    if isinstance(view, StreetReviewPoster):
        cards = [card for theme in view.themes for card in theme.cards]
        assert len(cards) == 16
        assert all(bare(theme.name) in text for theme in view.themes)
        assert all(card.committee.text in text for card in cards)
    else:
        assert isinstance(view, CommitteeReviewPoster)
        cards = list(view.cards)
    for card in cards:
        assert bare(card.project) in text
        for figure in card.figures:
            assert bare(figure.value) in text
            assert bare(figure.name) in text
    assert bare(view.frame.title) in text
    assert bare(view.frame.short_url or "") in text
    assert "2019年2月15日发布" in text


def test_code_leads_to_the_review(poster: tuple[PosterView, Printed]) -> None:
    view, sheet = poster
    assert sheet.codes() == [view.frame.url]


def test_floors(poster: tuple[PosterView, Printed]) -> None:
    view, sheet = poster
    large = view.frame.variant.large_print
    assert sheet.size_of(view.frame.title) >= 39.9
    if isinstance(view, StreetReviewPoster):
        assert sheet.size_of("弄堂清杂物") >= (23.9 if large else 19.9)
        assert sheet.size_of("志成居委") >= (17.9 if large else 15.9)
    else:
        assert sheet.size_of("注册用户") >= (25.9 if large else 19.9)
        assert sheet.size_of("2018年6月，生鲜自提柜") >= (25.9 if large else 19.9)


def test_monochrome_has_no_colour(poster: tuple[PosterView, Printed]) -> None:
    view, sheet = poster
    image = pypdfium2.PdfDocument(sheet.data)[0].render(scale=0.5).to_pil().convert("RGB")
    colours = [colour for _, colour in image.getcolors(image.width * image.height) or ()]
    coloured = any(max(colour) - min(colour) > 24 for colour in colours)
    assert coloured is not view.frame.variant.monochrome


def test_summaries_give_way_to_figures_and_not_the_other_way_round(press: PosterPress) -> None:
    """With twice as many words there are fewer summaries, and still every number."""
    view = planned(STREET)
    assert isinstance(view, StreetReviewPoster)
    longer = replace(
        view,
        themes=tuple(
            replace(theme, cards=tuple(replace(c, summary=c.summary * 2) for c in theme.cards))
            for theme in view.themes
        ),
    )
    text = Printed(press.render("longer", longer)).text()
    assert all(number in text for number in ("475名", "3304人次", "14.86次", "约890人次", "40余人"))


def test_a_street_with_totals_missing_committees_and_a_theme_without_cards(
    press: PosterPress,
) -> None:
    view = planned(STREET)
    assert isinstance(view, StreetReviewPoster)
    total = FigureView(name="志愿者", value="约600人", start=None, remark=None)
    themes = (*view.themes[:1], replace(view.themes[1], cards=()))
    view = replace(view, figures=(total,), missing=("甲居委", "乙居委"), themes=themes, chart=None)
    text = Printed(press.render("sparse", view)).text()
    assert "约600人" in text
    assert "尚未提交甲居委、乙居委" in text
    assert "还没有内容" in text


def test_a_year_with_few_entries_keeps_its_chart_between_the_phone_and_the_code(
    press: PosterPress,
) -> None:
    view = planned(STREET)
    assert isinstance(view, StreetReviewPoster)
    assert view.chart
    few = replace(view.themes[0], cards=view.themes[0].cards[:1])
    sheet = Printed(press.render("few", replace(view, themes=(few,))))
    assert sheet.page_count == 1
    assert sheet.codes() == [view.frame.url]
    letters = sheet.letters()
    text = "".join(letter.text for letter in letters)
    code = letters[text.index("扫码看")]
    number = bare(view.frame.office_phone or "")
    phone = letters[text.index(number) + len(number) - 1]
    for bar in view.chart.bars:
        written = letters[text.rindex(bare(bar.written))]
        assert phone.right < written.left < written.right < code.left - 20


def test_chart_says_its_bars_in_words(printed: Printer) -> None:
    text = Printed(printed(f"{STREET} colour", planned(STREET))).text()
    assert "单位相同的数字：人次" in text
    assert "孝和居委下单" in text
    assert planned(STREET).frame.variant == Variant(paper="A3", landscape=True)
