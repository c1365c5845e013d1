"""A week's menus on paper: every dish, large enough to be read through the glass."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from generator.plan.views import MenuPoster, NoticePoster, PosterView, Variant
from generator.render.posters import PosterPress
from tests.posters.menu_samples import menu_of_one_meal, menu_of_two_canteens
from tests.posters.reading import Printed, bare
from tests.posters.samples import all_kinds, frame

LARGE = Variant(large_print=True)
FLOOR, LARGE_FLOOR = 15.9, 21.9
"""Points: what a dish may not go below."""


def dishes_of(view: MenuPoster) -> list[str]:
    return [
        dish
        for canteen in view.canteens
        for day in canteen.days
        for meal in day.meals
        for dish in meal.dishes
    ]


@pytest.mark.parametrize("make", [menu_of_one_meal, menu_of_two_canteens])
@pytest.mark.parametrize("variant", [Variant(), LARGE], ids=["A4", "A4-large"])
def test_every_dish_is_on_it_and_large_enough(
    press: PosterPress, make: Callable[..., MenuPoster], variant: Variant
) -> None:
    view = make(frame("", published=None, variant=variant))
    sheet = Printed(press.render("menu", view))
    text = sheet.text()
    for dish in dishes_of(view):
        assert text.count(dish) >= dishes_of(view).count(dish), dish
        assert sheet.size_of(dish) >= (LARGE_FLOOR if variant.large_print else FLOOR)
    for canteen in view.canteens:
        assert bare(canteen.line.reading) in text
    if sheet.page_count > 1:
        assert f"{sheet.page_count}/{sheet.page_count}" in text


def test_little_to_eat_is_in_larger_type(
    press: PosterPress, printed: Callable[[str, PosterView], bytes]
) -> None:
    one = Printed(press.render("menu", menu_of_one_meal(frame("", published=None))))
    two = Printed(printed("menu-A4", all_kinds()["menu"]))
    assert (one.page_count, two.page_count) == (1, 1)
    assert one.size_of("红烧带鱼") > two.size_of("红烧带鱼") > 20


def test_an_outage_that_is_cancelled_tells_nobody_to_store_water(press: PosterPress) -> None:
    outage = all_kinds()["outage"]
    assert isinstance(outage, NoticePoster)
    parts = replace(outage.parts, cancelled="下雨，改期再通知", restore=None, points=())
    view = replace(outage, parts=parts, body=replace(outage.body, pieces=("",), text=""))
    text = Printed(press.render("outage", view)).text()
    assert "停水停电取消" in text
    assert "这次不停了" in text
    assert "下雨，改期再通知" in text
    assert bare(parts.reading or "") in text
    assert "恢复" not in text
