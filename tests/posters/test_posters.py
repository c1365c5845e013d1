"""Each kind of poster, printed and read back."""

import os
import pickle
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import get_args

import pytest
from msgspec.structs import replace

from generator.model.notice import MOST_STRIPS, Category
from generator.plan.views import (
    CoverSheet,
    DigestPoster,
    NoticePoster,
    PhoneView,
    PosterView,
    TimetablePoster,
    Variant,
)
from generator.render.fonts import Faces
from generator.render.posters import PosterFault, PosterPress
from tests.posters.printing import Printer
from tests.posters.reading import POINTS_PER_MM, Printed, bare, open_streams
from tests.posters.samples import (
    PHONE,
    SHORT_URL,
    TAKE_DOWN,
    all_kinds,
    event,
    form_field,
    frame,
    notice,
    prose,
)
from tests.posters.test_fit import check_places

KINDS = all_kinds()


@pytest.fixture(params=KINDS)
def poster(request: pytest.FixtureRequest, printed: Printer) -> tuple[PosterView, Printed]:
    view = KINDS[request.param]
    return view, Printed(printed(request.param, view))


def test_carries_what_every_poster_carries(poster: tuple[PosterView, Printed]) -> None:
    view, sheet = poster
    text = sheet.text()
    end = f"{TAKE_DOWN.year}年{TAKE_DOWN.month}月{TAKE_DOWN.day}日"
    for words in (view.frame.title, view.frame.compound, view.frame.committee, PHONE, end):
        assert bare(words) in text
    assert SHORT_URL in text


def test_page_count(poster: tuple[PosterView, Printed]) -> None:
    view, sheet = poster
    if view.one_page:
        assert sheet.page_count == 1


def test_nothing_leaves_the_paper(poster: tuple[PosterView, Printed]) -> None:
    margin, sheet = 12 * POINTS_PER_MM, poster[1]
    for letter in sheet.letters():
        assert margin <= letter.left, letter
        assert letter.right <= sheet.width - margin, letter
        assert letter.bottom >= 7 * POINTS_PER_MM, letter


def test_event_facts_are_large(printed: Printer) -> None:
    sheet = Printed(printed("event", KINDS["event"]))
    assert sheet.size_of("学雷锋") >= 40
    assert sheet.size_of("3月5日（周四）") >= 28
    assert sheet.size_of("邻里驿站一楼大厅") >= 28
    assert sheet.size_of("请自带要磨的刀剪") >= 16


def test_urgent_title_is_larger_than_any(printed: Printer) -> None:
    assert Printed(printed("urgent", KINDS["urgent"])).size_of("明起降温") >= 72


def test_strips_say_whom_to_call(printed: Printer) -> None:
    text = Printed(printed("recruitment", KINDS["recruitment"])).text()
    assert text.count(f"楼组志愿者报名{bare(PHONE)}") == 8
    assert text.count(bare(PHONE)) == 9


def test_as_many_strips_as_may_be_stand_apart(press: PosterPress) -> None:
    call = KINDS["recruitment"]
    assert isinstance(call, NoticePoster)
    view = replace(call, parts=replace(call.parts, strips=MOST_STRIPS))
    sheet = Printed(press.render("strips", view))
    assert sheet.text().count(f"楼组志愿者报名{bare(PHONE)}") == MOST_STRIPS
    check_places(sheet, Variant())


def test_form_warns_against_posting(printed: Printer) -> None:
    text = Printed(printed("form", KINDS["form"])).text()
    assert "请勿张贴填好的表格，也不要拍照发群" in text
    assert all(choice in text for choice in ("送餐", "暂不需要", "其他"))


def test_form_choices_take_as_many_lines_as_they_need(press: PosterPress) -> None:
    choices = ("理发", "修理", "量血压", "写字", "做饭", "陪人说话", "都可以学")
    fields = (form_field("会什么", "full", *choices), form_field("什么时候有空", "full", "晚上"))
    sheet = Printed(press.render("x", notice("form", "报名表", prose("好"), fields=fields)))
    last = next(x for x in sheet.letters() if x.text == "陪")
    following = [x for x in sheet.letters() if x.text == "什"][1]
    assert last.bottom - following.bottom > 10 * POINTS_PER_MM


def test_each_phone_stands_once(press: PosterPress) -> None:
    view = KINDS["digest"]
    assert isinstance(view, DigestPoster)
    contacts = (PhoneView("居委会", PHONE), PhoneView("值班", PHONE))
    text = Printed(press.render("x", replace(view, contacts=contacts))).text()
    assert text.count(bare(PHONE)) == 1


def test_long_lists_continue_with_head_and_page_numbers(printed: Printer) -> None:
    sheet = Printed(printed("timetable-long", KINDS["timetable-long"]))
    assert sheet.page_count > 1
    text = sheet.text()
    assert f"1/{sheet.page_count}" in text
    assert f"和谐小区·3月便民服务{sheet.page_count}/{sheet.page_count}" in text
    assert text.count("免费理发") == 16


def test_sixteen_rows_go_on_one_page(press: PosterPress) -> None:
    month = KINDS["timetable-long"]
    assert isinstance(month, TimetablePoster)
    days = tuple(replace(day, entries=day.entries[:1]) for day in month.days)
    assert len(days) == 16
    sheet = Printed(press.render("x", replace(month, days=days)))
    assert sheet.page_count == 1
    assert sheet.size_of("免费理发") >= 15.9


def test_short_lists_have_no_page_numbers(printed: Printer) -> None:
    assert "1/1" not in Printed(printed("digest", KINDS["digest"])).text()


def test_after_midnight_is_the_next_day(printed: Printer) -> None:
    assert "19:30–次日1:00" in Printed(printed("digest", KINDS["digest"])).text()


def test_without_take_down_it_stays_up(press: PosterPress) -> None:
    view = event(frame=frame("写春联", take_down=None, footer=""))
    assert "长期张贴" in Printed(press.render("x", view)).text()


def test_take_down_is_there_if_the_footer_does_not_say_it(press: PosterPress) -> None:
    view = event(frame=frame("写春联", footer="居委会"))
    assert "请于2026年3月6日后取下" in Printed(press.render("x", view)).text()


def test_without_address_there_is_no_code(press: PosterPress) -> None:
    view = event(frame=frame("写春联", url=None, short_url=None))
    assert Printed(press.render("x", view)).codes() == []


def test_several_days_are_listed(press: PosterPress) -> None:
    first = event().days[0]
    days = tuple(replace(first, day=first.day + timedelta(weeks=n)) for n in range(4))
    text = Printed(press.render("x", event(days=days))).text()
    for words in ("3月5日（周四）9:00–11:00", "3月26日（周四）9:00–11:00"):
        assert words in text


def test_metadata_names_title_and_committee_only(printed: Printer) -> None:
    metadata = Printed(printed("event", KINDS["event"])).metadata()
    assert metadata.pop("Producer").startswith("WeasyPrint")
    assert metadata == {"Title": "学雷锋，邻里服务日", "Author": "建二居委会"}


def test_is_tagged_in_chinese(printed: Printer) -> None:
    data = open_streams(printed("event", KINDS["event"]))
    assert b"/Lang (zh-CN)" in data
    assert b"/MarkInfo" in data


def test_larger_paper_takes_more(press: PosterPress) -> None:
    body = prose("这一段话写得很长，是为了看看一张纸放得下多少字。" * 20)
    view = event(body=body)
    large = replace(view, frame=replace(view.frame, variant=Variant(paper="A3")))
    sheet = Printed(press.render("x", large))
    assert sheet.page_count == 1
    assert "放得下多少字" in sheet.text()
    assert sheet.size_of("放得下多少字") >= 16


def test_dispensable_parts_go_first_and_are_noted(press: PosterPress) -> None:
    view = event(body=prose("这一段话写得很长，是为了看看一张纸放得下多少字。" * 12))
    text = Printed(press.render("crowded", view)).text()
    assert press.left_out["crowded"]
    assert "放得下多少字" not in text
    assert bare(PHONE) in text


def test_too_long_says_how_much_to_cut(press: PosterPress) -> None:
    view = notice("notice", "通知", prose("这一段话写得很长，是为了看看一张纸放得下多少字。" * 40))
    with pytest.raises(PosterFault) as caught:
        press.render("x", view)
    problem = caught.value.problem
    assert problem.code == "poster-too-long"
    assert problem.place.path == "content/x.md"
    assert problem.facts["larger"] == "A3"
    cut = problem.facts["cut"]
    assert isinstance(cut, int)
    shorter = prose(view.body.text[: len(view.body.text) - cut])
    assert Printed(press.render("x", replace(view, body=shorter))).page_count == 1
    assert cut < 0.9 * len(view.body.text)


def test_character_without_a_face_is_refused(press: PosterPress) -> None:
    with pytest.raises(PosterFault) as caught:
        press.render("x", event("请看这里📞"))
    problem = caught.value.problem
    assert problem.code == "glyph-missing"
    assert problem.facts == {"character": "📞", "code_point": "U+1F4DE"}


def test_rare_characters_come_from_the_overflow(press: PosterPress) -> None:
    data = press.render("x", event("请找陈䶮、李㛃"))
    assert "陈䶮、李㛃" in Printed(data).text()
    assert b"Linli-Rare" in open_streams(data)


def test_pictures_and_links_are_left_out(press: PosterPress) -> None:
    body = prose('看<a href="https://example.org/">这里</a>。<img src="https://example.org/x.png">')
    data = press.render("x", event(body=body))
    assert "看这里。" in Printed(data).text()
    assert b"example.org" not in open_streams(data)


def test_joiners_leave_no_trace(printed: Printer) -> None:
    assert "\u2060" not in Printed(printed("event", KINDS["event"])).raw_text()


def test_same_view_same_bytes_in_any_process(
    faces: Faces, printed: Printer, tmp_path: Path
) -> None:
    (tmp_path / "render.py").write_text(
        "import pickle, sys; from pathlib import Path\n"
        "from generator.render.posters import PosterPress\n"
        "from generator.render.theme import find_theme\n"
        "faces, view = pickle.loads(sys.stdin.buffer.read())\n"
        "press = PosterPress(find_theme('linli', Path()), faces)\n"
        "sys.stdout.buffer.write(press.render('event', view))\n"
    )
    root = Path(__file__).parents[2]
    result = subprocess.run(
        [sys.executable, str(tmp_path / "render.py")],
        input=pickle.dumps((faces, KINDS["event"])),
        env=os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": str(root)},
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert result.stdout == printed("event", KINDS["event"])
    assert result.stderr == b""


def test_same_view_same_bytes_after_other_posters(press: PosterPress, printed: Printer) -> None:
    assert press.render("event", KINDS["event"]) == printed("event", KINDS["event"])


def test_nothing_was_logged(printed: Printer) -> None:
    for name, view in KINDS.items():
        printed(name, view)
    assert printed.log == []


def test_samples_cover_every_kind() -> None:
    of_a_pack = {CoverSheet}  # carried to the boards, not hung there
    assert {type(view) for view in KINDS.values()} == set(get_args(PosterView)) - of_a_pack
    assert {v.weekly for v in KINDS.values() if isinstance(v, DigestPoster)} == {True, False}
    notices = {view.parts.category for view in KINDS.values() if isinstance(view, NoticePoster)}
    assert notices == {category.value for category in Category}
