"""A view of each kind of poster, as the sample site has them."""

from datetime import date
from typing import Any

from generator.plan.views import (
    Card,
    DayView,
    DigestPoster,
    Entry,
    EventParts,
    EventPoster,
    FormFieldView,
    Link,
    NoticeParts,
    NoticePoster,
    PhoneView,
    PosterFrame,
    PosterView,
    ProseView,
    ServiceLine,
    TimetablePoster,
)

URL = "https://board.example/x/k7m2p9/"
SHORT_URL = "board.example/x/k7m2p9/"
PHONE = "021-0123 4511"
TAKE_DOWN = date(2026, 3, 6)
NOTHING = ProseView(("",), (), "")


def prose(*paragraphs: str) -> ProseView:
    return ProseView(("".join(f"<p>{p}</p>" for p in paragraphs),), (), "".join(paragraphs))


def frame(title: str, **changes: Any) -> PosterFrame:
    values: dict[str, Any] = {
        "source": "content/x.md",
        "site_name": "淮海家园公告栏（示例）",
        "language": "zh-CN",
        "committee": "建二居委会",
        "compound": "和谐小区",
        "title": title,
        "published": date(2026, 3, 2),
        "take_down": TAKE_DOWN,
        "office_phone": PHONE,
        "footer": "2026年3月2日发布　请于2026年3月6日后取下",
        "url": URL,
        "short_url": SHORT_URL,
    }
    return PosterFrame(**(values | changes))


def entry(kind: str, title: str, hours: tuple[int, int], place: str | None, **more: Any) -> Entry:
    start, end = hours
    return Entry(kind=kind, title=title, start=start, end=end, place=place, address="x", **more)


def day(number: int, *entries: Entry, occasion: str | None = None) -> DayView:
    on = date(2026, 3, number)
    return DayView(day=on, lunar="正月十七", occasion=occasion, workday=True, entries=entries)


def event(title: str = "学雷锋，邻里服务日", **changes: Any) -> EventPoster:
    parts: dict[str, Any] = {
        "reading": "2026年3月5日上午9:00–11:00",
        "place": "邻里驿站一楼大厅（向阳路12号）",
        "contact": PhoneView("王老师", PHONE),
        "programme": ("免费理发", "修鞋配钥匙", "量血压"),
        "fee": "免费",
        "audience": "本小区居民",
        "registration": "不用报名",
        "deadline": None,
        "deadline_minute": None,
        "places": None,
        "rain": "改在居委会会议室",
    }
    values: dict[str, Any] = {
        "frame": frame(title),
        "days": (day(5, entry("event", title, (540, 660), None), occasion="惊蛰"),),
        "body": prose("请自带要磨的刀剪，用报纸包好。行动不便的老人请打电话，志愿者上门。"),
    }
    parts |= {name: changes.pop(name) for name in list(changes) if name in parts}
    return EventPoster(parts=EventParts(**parts), **(values | changes))


def notice(category: str, title: str, body: ProseView, **parts: Any) -> NoticePoster:
    values: dict[str, Any] = {
        "category": category,
        "level": "normal",
        "published": date(2026, 3, 2),
        "points": (),
        "contact": None,
    }
    return NoticePoster(frame=frame(title), parts=NoticeParts(**(values | parts)), body=body)


def form_field(name: str, width: str = "half", *choices: str) -> FormFieldView:
    return FormFieldView(name=name, width=width, choices=choices)


def _timetable(days: int) -> TimetablePoster:
    haircut = entry("service", "免费理发", (540, 660), "邻里驿站", note="60岁以上")
    advice = entry(
        "service", "法律咨询", (870, 990), "调解室", moved_from=date(2026, 3, 1), tentative=True
    )
    return TimetablePoster(
        frame=frame("", published=None),
        year=2026,
        month=3,
        days=tuple(day(number, haircut, advice) for number in range(1, days + 1)),
        daily=(
            ServiceLine(
                name="长者食堂",
                reading="周一至周五11:00–12:30",
                place="大食堂",
                fee="12元起",
                audience=None,
                places=None,
                errands=(),
            ),
        ),
        contacts=(PhoneView("建二居委会", PHONE), PhoneView("邻里驿站", "021-0123 4530")),
    )


def _digest() -> DigestPoster:
    days = (
        day(5, entry("event", "学雷锋，邻里服务日", (540, 660), "邻里驿站"), occasion="惊蛰"),
        day(9, entry("outage", "3号楼至7号楼停水", (510, 1020), None)),
        day(14, entry("event", "露天电影", (1170, 1500), "中心花园", cancelled=True)),
    )
    card = Card(
        kind="notice",
        category="recruitment",
        title="招募令：楼组志愿者",
        address="x",
        summary="",
        owner="建二居委会",
        last_day=date(2026, 3, 31),
    )
    return DigestPoster(
        frame=frame("", published=None),
        year=2026,
        month=3,
        days=days,
        notices=(card,),
        contacts=(PhoneView("建二居委会", PHONE),),
    )


def all_kinds() -> dict[str, PosterView]:
    """Return a poster of each kind and layout by a name for it."""
    caller = PhoneView("物业报修", PHONE)
    points = ("室外水管用布包好", "出门戴帽子围巾", "关好燃气再离家", "发现楼道结冰打电话")
    words = prose("邻居之间多敲敲门。发现独居老人有异常，先打120，再通知居委会。")
    return {
        "event": event(),
        "event-recurring": event("写春联", days=(), reading="每月第二个周六，春节放假暂停"),
        "urgent": notice(
            "tip", "明起降温，注意防冻", words, level="urgent", points=points, contact=caller
        ),
        "tip": notice("tip", "清明祭扫，文明又安全", words, points=points, contact=caller),
        "outage": notice(
            "outage",
            "3月9日停水通知",
            words,
            reason="更换老旧水管",
            reading="3月9日（周一）8:30至17:00",
            phone=PHONE,
        ),
        "recruitment": notice(
            "recruitment",
            "招募令：楼组志愿者",
            words,
            deadline=date(2026, 3, 31),
            deadline_minute=1020,
            places=12,
            tasks=("熟悉本楼邻居", "转告社区活动"),
            conditions=("年满18岁",),
            hours="自己定",
            strip_text="楼组志愿者报名",
            strip_phone=PHONE,
            strips=8,
        ),
        "announcement": notice(
            "announcement",
            "关于拆除屋顶废旧太阳能热水器的公示",
            prose("经居民小组商议，拟拆除79台热水器，费用由152户分担。"),
            period_first=date(2026, 3, 3),
            period_last=date(2026, 3, 12),
            ways=("投意见箱", "打电话"),
            objection_phone=PHONE,
            outcome="公示期满后5个工作日内张贴",
            issue=Link("2026-001 废旧热水器", "x"),
        ),
        "result": notice("result", "会议结果", words, points=points[:3], contact=caller),
        "form": notice(
            "form",
            "进户登记表",
            words,
            contact=caller,
            purpose="只用于上门服务",
            annex="出租须知",
            fields=(
                form_field("门牌"),
                form_field("电话"),
                form_field("需要帮助", "full", "送餐", "陪诊", "代办", "暂不需要", "其他"),
                form_field("填表日期"),
            ),
        ),
        "notice": notice("notice", "关于电梯年检的通知", words, contact=caller),
        "timetable": _timetable(3),
        "timetable-long": _timetable(28),
        "digest": _digest(),
    }
