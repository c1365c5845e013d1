"""Whatever somebody writes: the poster is whole and legible, or it is refused."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.render.posters import PosterFault, PosterPress
from tests.posters.reading import POINTS_PER_MM, Printed
from tests.posters.samples import NOTHING, PHONE, event, prose

LETTERS = "小区邻里志愿者一起来打扫卫生，下雨改期。天热带水！3号楼、（南门）A"


def sized(longest: int) -> st.SearchStrategy[str]:
    return st.text(alphabet=LETTERS, min_size=1, max_size=longest).map(lambda text: f"请{text}")


@settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    title=sized(40),
    place=sized(40),
    body=sized(500),
    programme=st.lists(sized(20), max_size=6).map(tuple),
    repeated=st.integers(0, 3),
)
def test_fits_on_one_page_or_is_refused(
    press: PosterPress,
    title: str,
    place: str,
    body: str,
    programme: tuple[str, ...],
    repeated: int,
) -> None:
    view = event(title, place=place, programme=programme, body=prose(*[body] * repeated))
    try:
        sheet = Printed(press.render("any", view))
    except PosterFault as fault:
        assert fault.problem.code == "poster-too-long"
        assert fault.problem.facts["cut"]
        return
    text = sheet.text()
    assert sheet.page_count == 1
    assert "3月5日（周四）9:00–11:00" in text
    assert "".join(PHONE.split()) in text
    assert "".join(place.split()) in text
    assert sheet.size_of("3月5日（周四）") >= 28
    margin = 12 * POINTS_PER_MM
    foot = 63 * POINTS_PER_MM
    for letter in sheet.letters():
        assert margin <= letter.left <= letter.right <= 210 * POINTS_PER_MM - margin
        assert letter.size >= 8.4 or letter.bottom < foot


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
    assert press.left_out["body-only"] == ('[data-drop="5-body"]',)
    assert "改在居委会会议室" in sheet.text()
    assert sheet.size_of("3月5日") > 32
