"""Posters of a week's menus: one canteen with two meals a day, and two that fill several pages."""

from datetime import date, timedelta

from generator.plan.views import (
    CanteenView,
    MealView,
    MenuDayView,
    MenuPoster,
    PhoneView,
    PosterFrame,
    ServiceLine,
)

MONDAY = date(2026, 3, 2)
_LUNCH = (
    *(("红烧带鱼", "清炒菠菜", "番茄蛋汤"), ("肉末豆腐", "炒卷心菜", "冬瓜汤")),
    *(("土豆烧鸡块", "凉拌黄瓜", "紫菜汤"), ("清蒸鲈鱼", "香菇青菜", "萝卜汤"), ("大排面",)),
)
_SUPPER = (("葱油拌面", "茶叶蛋"), ("青菜肉丝面",), ("小米粥", "花卷"), ("鸡蛋饼",), ("菜肉馄饨",))
_FEAST = (
    *("糖醋小排", "百叶结烧肉", "洋葱炒牛肉", "红烧狮子头", "雪菜黄鱼", "蒜泥菠菜"),
    *("清炒西兰花", "菌菇汤"),
)


def menu(frame: PosterFrame) -> MenuPoster:
    days = tuple(
        _day(number, ("午餐", lunch), ("晚餐", supper))
        for number, (lunch, supper) in enumerate(zip(_LUNCH, _SUPPER, strict=True))
    )
    return _poster(frame, CanteenView(line=_line("大食堂", "社区好味到大食堂"), days=days))


def menu_of_one_meal(frame: PosterFrame) -> MenuPoster:
    days = tuple(_day(number, (None, lunch)) for number, lunch in enumerate(_LUNCH))
    return _poster(frame, CanteenView(line=_line("助餐点", None), days=days))


def menu_of_two_canteens(frame: PosterFrame) -> MenuPoster:
    meals = (("早餐", _FEAST[:4]), ("午餐", _FEAST), ("晚餐", _FEAST[2:]))
    days = tuple(_day(number, *meals) for number in range(7))
    names = ("社区好味到大食堂", "助餐点")
    canteens = (CanteenView(line=_line(name, "北门一楼"), days=days) for name in names)
    return _poster(frame, *canteens)


def _poster(frame: PosterFrame, *canteens: CanteenView) -> MenuPoster:
    days = [day.day for canteen in canteens for day in canteen.days]
    contacts = (PhoneView("食堂值班", "021-0123 4511"),)
    return MenuPoster(
        frame=frame, first=min(days), last=max(days), canteens=canteens, contacts=contacts
    )


def _day(number: int, *meals: tuple[str | None, tuple[str, ...]]) -> MenuDayView:
    views = tuple(MealView(name=name, dishes=dishes) for name, dishes in meals)
    return MenuDayView(day=MONDAY + timedelta(days=number), meals=views)


def _line(name: str, place: str | None) -> ServiceLine:
    return ServiceLine(
        name=name,
        reading="每天上午10:30–中午12:30、下午4:30–晚上6:00，节假日照常",
        place=place,
        fee="按菜单",
        audience=None,
        places=None,
        errands=(),
    )
