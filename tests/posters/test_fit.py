"""Whatever somebody writes: the poster is whole and legible, or it is refused."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.plan.views import EventPoster, NoticePoster, Variant
from generator.render.fonts import Faces
from generator.render.posters import PosterFault, PosterPress
from generator.render.press import PAPERS, Layout, Press, Sheet
from generator.render.squeezing import CLOSING
from generator.render.theme import find_theme
from tests.posters.printing import Printer
from tests.posters.reading import POINTS_PER_MM, Letter, Printed
from tests.posters.samples import NOTHING, PHONE, all_kinds, event, frame, prose

LETTERS = "小区邻里志愿者一起来打扫卫生，下雨改期。天热带水！3号楼、（南门）A"


def sized(longest: int) -> st.SearchStrategy[str]:
    return st.text(alphabet=LETTERS, min_size=1, max_size=longest).map(lambda text: f"请{text}")


VARIANTS = (
    Variant(),
    Variant(paper="A3"),
    Variant(large_print=True),
    Variant(monochrome=True),
    Variant(landscape=True),
    Variant(paper="A3", landscape=True, large_print=True),
)
ONE_PAGE = {
    name: view for name, view in all_kinds().items() if isinstance(view, EventPoster | NoticePoster)
}
SMALLEST = 8.4
"""Points: the address below the code."""
BODY, LARGE_BODY = 15.9, 21.9


@settings(
    max_examples=36,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    kind=st.sampled_from(sorted(ONE_PAGE)),
    variant=st.sampled_from(VARIANTS),
    title=sized(30),
    place=sized(40),
    body=sized(300),
    points=st.lists(sized(20), max_size=5).map(tuple),
    repeated=st.integers(0, 3),
)
def test_fits_on_one_page_or_is_refused(  # noqa: PLR0917
    press: PosterPress,
    kind: str,
    variant: Variant,
    title: str,
    place: str,
    body: str,
    points: tuple[str, ...],
    repeated: int,
) -> None:
    view = ONE_PAGE[kind]
    framed = replace(view.frame, title=title, variant=variant)
    text = prose(*[f"正文{body}"] * repeated)
    if isinstance(view, EventPoster):
        parts = replace(view.parts, place=place, programme=points)
        view = replace(view, frame=framed, parts=parts, body=text)
    else:
        view = replace(view, frame=framed, parts=replace(view.parts, points=points), body=text)
    try:
        sheet = Printed(press.render("any", view))
    except PosterFault as fault:
        assert fault.problem.code in {"poster-too-long", "poster-too-long-anyway"}
        assert fault.problem.facts["cut"]
        return
    assert sheet.page_count == 1
    left_out = press.left_out.get("any", ())
    _check_words(view, sheet, shows_body=bool(repeated) and "body" not in left_out)
    check_places(sheet, variant)


@pytest.mark.parametrize(
    "name", ["上海市黄浦区淮海中路街道建国东路第二居民委员会", "The Committee of the Long Yard"]
)
def test_a_long_name_of_who_signs_stays_on_the_sheet(press: PosterPress, name: str) -> None:
    view = ONE_PAGE["announcement"]
    view = replace(view, frame=replace(view.frame, committee=name))
    check_places(Printed(press.render("any", view)), view.frame.variant)


def _check_words(view: EventPoster | NoticePoster, sheet: Printed, *, shows_body: bool) -> None:
    """The facts are there, each at its size."""
    text = sheet.text()
    variant = view.frame.variant
    expected = [view.frame.title, PHONE, "2026年3月6日", view.frame.compound, view.frame.committee]
    if isinstance(view, EventPoster):
        expected.append(view.parts.place)
        expected.append("3月5日（周四）9:00–11:00" if view.days else view.parts.reading)
        assert sheet.size_of("时间") > 0
    elif view.parts.period_last:
        expected.append("3月12日")
    for words in expected:
        assert "".join(words.split()) in text, words
    if shows_body:
        floor = LARGE_BODY if variant.large_print else BODY
        assert sheet.size_of("正文请") >= floor
    if view.frame.title in text:
        assert sheet.size_of(view.frame.title) >= 39.9


def check_places(sheet: Printed, variant: Variant) -> None:
    """Nothing leaves the sheet, nothing lies on anything else, nothing is too small."""
    width, height = (side * POINTS_PER_MM for side in PAPERS[variant.paper])
    if variant.landscape:
        width, height = height, width
    margin = 12 * POINTS_PER_MM
    letters = sheet.letters()
    for letter in letters:
        right = letter.right - (letter.size / 2 if letter.text in CLOSING else 0)  # of its ink
        assert margin <= letter.left <= right <= width - margin, letter
        assert 0 <= letter.bottom <= height - letter.size / 2, letter
        assert letter.size >= SMALLEST or not "\u4e00" <= letter.text <= "\u9fff", letter
    chinese = [x for x in letters if "\u4e00" <= x.text <= "\u9fff"]
    for number, one in enumerate(chinese):
        for other in chinese[number + 1 :]:
            assert not _overlap(one, other), (one, other)


def _overlap(one: Letter, other: Letter) -> bool:
    """Whether the middle of a character lies within another."""
    x = (one.left + one.right) / 2
    y = one.bottom + one.size / 2
    slack = 0.2 * other.size
    return one.page == other.page and (
        other.left + slack < x < other.right - slack
        and other.bottom + slack < y < other.bottom + other.size - slack
    )


def test_a_larger_paper_is_the_same_sheet_enlarged(printed: Printer) -> None:
    for name, view in ONE_PAGE.items():
        small = Printed(printed(name, view))
        framed = replace(view.frame, variant=Variant(paper="A3"))
        large = Printed(printed(f"{name}-A3", replace(view, frame=framed)))
        assert large.raw_text() == small.raw_text(), name  # line by line
        ratio = large.size_of(view.frame.title) / small.size_of(view.frame.title)
        assert ratio == pytest.approx(2**0.5, abs=0.01), name


def test_few_layouts_are_enough(faces: Faces, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = []
    lay_out = Press.lay_out

    def count(self: Press, document: Any, sheet: Sheet) -> Layout:
        counts.append(1)
        return lay_out(self, document, sheet)

    monkeypatch.setattr(Press, "lay_out", count)
    monkeypatch.setattr(Press, "write", lambda _, __: b"")
    press = PosterPress(find_theme("linli", Path()), faces)
    for view in ONE_PAGE.values():
        press.render("x", view)
    assert len(counts) <= 2 * len(ONE_PAGE)
    counts.clear()
    press.render("x", event(body=prose("这一段话写得很长，是为了看看一张纸放得下多少字。" * 40)))
    assert len(counts) <= 7


def test_what_the_author_names_goes_first(press: PosterPress) -> None:
    named = ("fee", "rain", "audience")
    for count in range(3, 14):  # until the first sheet that is just a little too full
        body = prose("这一段话写得很长，是为了看看一张纸放得下多少字。" * count)
        path = f"named-{count}"
        view = event(body=body, frame=frame("邻里服务日", may_go=named))
        sheet = Printed(press.render(path, view))
        if path in press.left_out:
            break
    assert set(press.left_out[path]) <= set(named)
    assert "放得下多少字" in sheet.text()
    assert "免费理发" in sheet.text()


def test_nothing_goes_if_the_author_says_so(press: PosterPress) -> None:
    body = prose("这一段话写得很长，是为了看看一张纸放得下多少字。" * 20)
    with pytest.raises(PosterFault) as caught:
        press.render("x", event(body=body, frame=frame("邻里服务日", may_go=())))
    assert caught.value.problem.code.startswith("poster-too-long")


def test_title_keeps_its_floor(press: PosterPress) -> None:
    view = event("春季环社区健步走暨垃圾分类宣传志愿服务活动报名开始了", body=prose("很长。" * 60))
    assert Printed(press.render("x", view)).size_of("春季环社区") >= 39.9


def test_filled_sheets_shrink_and_sparse_ones_grow(press: PosterPress) -> None:
    nothing = {"programme": (), "fee": None, "audience": None, "registration": None, "rain": None}
    sparse = event("写春联", place="居委会", body=NOTHING, **nothing)
    full = event(body=prose("这一段话写得很长，是为了看看一张纸放得下多少字。" * 6))
    large = Printed(press.render("x", sparse)).size_of("3月5日")
    small = Printed(press.render("x", full)).size_of("3月5日")
    assert 28 <= small < 40 < large


def test_only_the_body_goes_if_that_is_enough(press: PosterPress) -> None:
    view = event(body=prose("这一段话写得很长，是为了看看一张纸放得下多少字。" * 40))
    sheet = Printed(press.render("body-only", view))
    assert press.left_out["body-only"] == ("body",)
    assert "改在居委会会议室" in sheet.text()
    assert sheet.size_of("3月5日") >= 31.9
