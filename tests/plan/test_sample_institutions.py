"""Institutions of the sample that have no test of their own elsewhere: what each one promises.

The rows of docs/institutions.md name these tests; the day is that of the table.
"""

from datetime import date
from functools import cache
from typing import cast

import pytest

from generator.plan.artifact import Artifact
from generator.plan.views import (
    CommitteeReviewPage,
    CommitteeReviewPoster,
    CompoundPage,
    GroupPage,
    HomePage,
    NoticePage,
    NoticePoster,
    ReviewCard,
    ReviewPage,
    ServicePage,
    StreetReviewPoster,
    TableView,
    TimetablePoster,
)
from tests.sites_for_tests import plan, sample_board

DAY = date(2026, 3, 5)
REPORTED = {
    "jian-er": ("1", "民心在线便民服务队", ["全年参与 约890人次"]),
    "he-yi": ("1", "六助为老服务", ["主题活动 32次", "受益 360余人次"]),
    "zhi-cheng": ("1", "弄堂清杂物", []),
    "xiao-he": ("1", "家门口的网上菜场", ["注册用户 475名", "下单 3304人次", "日均订单 14.86次"]),
    "he-er": ("2", "漂流空间阅览室", []),
    "xin-hua": ("2", "新华书法班", ["开课 每月4次"]),
    "da-hua": ("2", "夕阳红读报组", []),
    "jian-liu": ("2", "青少年微基地寒暑假班", []),
    "xin-tian-di": ("3", "律师进小区", []),
    "fu-xing": ("3", "三引领与护绿队", []),
    "fu-si": ("3", "丰裕里议事会", []),
    "rui-hua": ("3", "金牌调解工作室", ["动迁地块 3个"]),
    "shun-liu": ("4", "俪童荟", []),
    "fu-san": ("4", "温暖夕阳红三微项目", []),
    "xi-cheng": ("4", "媛德坊", ["成员 40余人 10余人"]),
    "jian-si": ("4", "睿德会", []),
}
"""The published review of 2018: each committee's theme, its project, and all figures it gives."""


@cache
def site() -> dict[str, Artifact]:
    return plan(sample_board(), DAY)


def group(path: str) -> GroupPage:
    return cast("GroupPage", site()[f"committees/{path}.html"].view)


def notice(path: str) -> NoticePage:
    return cast("NoticePage", site()[f"{path}.html"].view)


def sheet(path: str) -> NoticePoster:
    return cast("NoticePoster", site()[f"posters/{path}.pdf"].view)


def services_on(path: str) -> set[str]:
    """What a timetable tells of: by day, and on nearly every day."""
    view = cast("TimetablePoster", site()[f"posters/{path}.pdf"].view)
    dated = {entry.title for day in view.days for entry in day.entries}
    return dated | {line.name for line in view.daily}


def test_the_cold_is_told_in_the_strip_of_every_page_of_a_place() -> None:
    places = [a.view for a in site().values() if isinstance(a.view, HomePage | CompoundPage)]
    assert len(places) > 25
    for view in places:
        (strip,) = (card for card in view.urgent if card.title == "明起降温，注意防冻")
        assert strip.summary.startswith("室外水管用布包好")
    assert sheet("jin-yang/notice-street-2026-03-02-jiang-wen").parts.level == "urgent"


def test_four_committees_are_named_that_layer_volunteers_over_leads() -> None:
    page = group("shun-liu/groups/die-jia-li-liang")
    assert "恒苑、雅苑、汇苑、新强村四个居委" in page.item.body.text
    assert "招募令：楼组志愿者" in [card.title for card in page.related]
    strips = sheet("ya-yuan/notice-shun-liu-2026-03-01-zhao-mu").parts
    assert (strips.strips, strips.strip_phone) == (8, "021-0123 4513")


def test_haircuts_shoes_and_blood_pressure_have_their_days() -> None:
    assert {"理发", "修鞋", "量血压"} <= services_on("min-xiang-yuan/timetable-2026-03")
    assert {"修理小家电", "洗锅", "理发"} <= services_on("hexie/timetable-2026-03")


def test_the_registration_form_says_what_it_is_for_and_when_it_is_destroyed() -> None:
    parts = sheet("min-xiang-yuan/notice-jian-si-jin-hu-deng-ji").parts
    assert parts.purpose == "只用于上门服务和紧急联系，不公开，搬走后销毁"
    assert parts.annex == "出租须知"
    names = [field.name for field in parts.fields]
    assert names == ["门牌", "房屋情况", "同住人数", "需要帮助", "紧急联系人", "电话"]
    assert notice("committees/jian-si/notices/jin-hu-deng-ji").parts == parts


def test_who_lets_a_flat_reads_the_rules_in_his_compound_alone() -> None:
    rules = ("不隔断", "不群租", "换租客告诉居委会", "电动车不进楼")
    assert notice("committees/jian-si/notices/2026-01-08-chu-zu-xu-zhi").parts.points == rules
    name = "notice-jian-si-2026-01-08-chu-zu-xu-zhi.pdf"
    assert [path for path in site() if path.endswith(name)] == [f"posters/min-xiang-yuan/{name}"]


def test_four_ways_of_working_together_are_told() -> None:
    page = group("jian-si/groups/jin-guang-cun-lian-jian")
    for way in ("党员联学", "品牌联创", "资源联享", "服务联动"):
        assert way in (page.summary or "")
        assert way in page.item.body.text
    assert "民祥园便民服务" in [card.title for card in page.related]


def test_the_window_names_two_of_ten_errands_and_invents_none() -> None:
    page = cast("ServicePage", site()["committees/jian-er/services/lin-li-yi-zhan.html"].view)
    (window,) = (line for line in page.lines if line.errands)
    assert [errand.name for errand in window.errands] == ["社会保险代办", "生活费用代缴"]
    poster = cast("TimetablePoster", site()["posters/hexie/timetable-2026-03.pdf"].view)
    assert window.errands in [line.errands for line in poster.errands]
    (figure,) = group("jian-er/groups/xiang-cheng-dai-ban").figures
    assert (figure.value, figure.remark) == ("10项", "公开报道写明两项")


@pytest.mark.parametrize(
    ("path", "phone", "said"),
    [
        ("jian-liu/groups/qing-shan-wei-lin-li", "021-0123 4508", "拍照时别拍到人脸和门牌"),
        ("jian-liu/groups/shun-shun-ba", "021-0123 4508", "说过的话留在屋里，不外传"),
        ("jian-liu/groups/hao-yang-de", "021-0123 4508", "请物业的师傅做"),
        ("fu-xing/groups/xun-luo", "021-0123 4527", "只劝、只报，不跟人争"),
        ("fu-xing/groups/guang-chang-wu", "021-0123 4527", "考试那几天我们关了音响"),
        ("fu-xing/groups/tai-ji", "021-0123 4527", "膝盖不好的，动作可以做小"),
    ],
)
def test_a_group_says_what_it_does_and_is_reached_through_an_office(
    path: str, phone: str, said: str
) -> None:
    page = group(path)
    assert page.contact
    assert page.contact.phone == phone
    assert page.summary
    assert said in page.item.body.text


def test_the_team_of_the_merger_tells_its_figures_and_leads_to_the_issue() -> None:
    page = group("fu-xing/groups/mei-hao")
    assert [figure.value for figure in page.figures] == [
        "6个", "20余次", "880余平方米", "55处", "1800余平方米",
    ]  # fmt: skip
    assert "committees/fu-xing/issues/2026-006.html" in repr(page.item.body)


def told(cards: tuple[ReviewCard, ...]) -> list[tuple[str, str, list[str]]]:
    """What cards tell: theme's number, project, and figures as they are written."""
    return [
        (
            card.theme.partition(" ")[0],
            card.project,
            [" ".join(filter(None, (f.name, f.value, f.start))) for f in card.figures],
        )
        for card in cards
    ]


@pytest.mark.parametrize("committee", REPORTED)
def test_an_entry_of_2018_is_told_as_it_was_reported(committee: str) -> None:
    """On the street's page and the committee's, on both posters, and for a spreadsheet."""
    street = cast("ReviewPage", site()["reviews/2018.html"].view)
    wide = cast("StreetReviewPoster", site()["posters/street/review-2018.pdf"].view)
    page = cast("CommitteeReviewPage", site()[f"committees/{committee}/reviews/2018.html"].view)
    path = f"posters/committees/{committee}/review-2018.pdf"
    poster = cast("CommitteeReviewPoster", site()[path].view)
    expected = REPORTED[committee]
    assert told(page.cards) == told(poster.cards) == [expected]
    for view in (street, wide):
        assert expected in [each for theme in view.themes for each in told(theme.cards)]
    table = cast("TableView", site()["reviews/2018.csv"].view)
    rows = [row for row in table.rows if expected[1] in row]
    assert [" ".join(filter(None, row[4:7])) for row in rows] == expected[2]


def test_four_themes_have_four_committees_each_and_nobody_is_missing() -> None:
    street = cast("ReviewPage", site()["reviews/2018.html"].view)
    assert [len(theme.cards) for theme in street.themes] == [4, 4, 4, 4]
    assert street.missing == ()
    assert street.figures == ()
