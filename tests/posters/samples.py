"""A view of each kind of poster, as the sample site has them."""

from datetime import date, timedelta
from typing import Any

from msgspec.structs import replace

from generator.plan.views import (
    BuildingCardPoster,
    Card,
    ContactCardPoster,
    DayView,
    DigestPoster,
    Entry,
    EventParts,
    EventPoster,
    FormFieldView,
    GridView,
    HolidayView,
    IssueBoardPoster,
    IssueCounts,
    IssueRow,
    Link,
    NoticeParts,
    NoticePoster,
    OfficeView,
    PhoneView,
    PosterFrame,
    PosterView,
    ProseView,
    ServiceChanges,
    ServiceLine,
    StepView,
    SuspensionView,
    TimetablePoster,
    Variant,
)
from tests.posters.menu_samples import menu
from tests.posters.review_samples import committee_review, street_review

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
    workday = on.weekday() < 5
    return DayView(day=on, lunar="正月十七", occasion=occasion, workday=workday, entries=entries)


def event(title: str = "学雷锋，邻里服务日", **changes: Any) -> EventPoster:
    parts: dict[str, Any] = {
        "reading": "2026年3月5日上午9:00–11:00",
        "place": "邻里驿站一楼大厅（向阳路12号）",
        "contact": PhoneView("王老师", PHONE),
        "programme": ("免费理发", "修鞋配钥匙", "量血压"),
        "bring": ("要磨的刀剪", "要修的鞋"),
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


CANTEEN = ServiceLine(
    name="长者食堂",
    reading="周一至周五11:00–12:30",
    place="大食堂",
    fee="12元起",
    audience=None,
    places=None,
    errands=(),
)
OFFICES = (PhoneView("建二居委会", PHONE), PhoneView("邻里驿站", "021-0123 4530"))


def _long_timetable() -> TimetablePoster:
    """Sixteen days with two services each: more than a page."""
    haircut = entry("service", "免费理发", (540, 660), "邻里驿站", note="60岁以上")
    advice = entry(
        "service", "法律咨询", (870, 990), "调解室", moved_from=date(2026, 3, 1), tentative=True
    )
    return TimetablePoster(
        frame=frame("", published=None),
        year=2026,
        month=3,
        days=tuple(day(number, haircut, advice) for number in range(1, 17)),
        daily=(CANTEEN,),
        contacts=OFFICES,
        changes=ServiceChanges(),
    )


def _timetable() -> TimetablePoster:
    """A month with a holiday, and each thing that can be different."""
    haircut = entry("service", "理发", (840, 960), "邻里驿站", note="60岁以上")
    moved = replace(haircut, moved_from=date(2026, 4, 5))
    pressure = entry("service", "量血压", (840, 960), "邻里驿站")
    suspended = replace(pressure, cancelled=True, note="驿站检修")
    lawyer = entry("service", "律师坐班", (570, 690), "会所一楼会客室")
    repair = entry("service", "修理小家电", (540, 660), "邻里驿站", note="配件自理")
    reading = entry("service", "夕阳红读报", (540, 630), "老年活动室")
    april = date(2026, 4, 1)
    rows: dict[int, tuple[Entry, ...]] = {
        7: (reading, moved),
        8: (pressure,),
        9: (lawyer,),
        11: (repair,),  # a Saturday that is made up for
        13: (reading,),
        15: (suspended,),
        16: (lawyer,),
        20: (reading, haircut),
        22: (suspended,),
        23: (lawyer,),
        27: (reading,),
    }
    days = [
        DayView(
            day=april.replace(day=number),
            lunar="二月十四",
            occasion="谷雨" if number == 20 else None,
            workday=True,
            entries=entries,
        )
        for number, entries in rows.items()
    ]
    return TimetablePoster(
        frame=frame("", published=None),
        year=2026,
        month=4,
        days=tuple(days),
        daily=(CANTEEN,),
        contacts=OFFICES,
        holidays=(HolidayView("清明节", date(2026, 4, 4), date(2026, 4, 6)),),
        workdays=(date(2026, 4, 26),),
        suspensions=(
            SuspensionView(
                first=date(2026, 4, 14),
                last=date(2026, 4, 22),
                reason="驿站检修",
                of="邻里驿站每月便民服务",
            ),
        ),
        changes=ServiceChanges(new=("夕阳红读报",), changed=("律师坐班",), ended=("洗锅",)),
    )


def _card(title: str, last: date | None) -> Card:
    return Card(
        kind="notice",
        category="notice",
        title=title,
        address="x",
        summary="",
        owner="建二居委会",
        last_day=last,
    )


def _digest() -> DigestPoster:
    days = (
        day(5, entry("event", "学雷锋，邻里服务日", (540, 660), "邻里驿站"), occasion="惊蛰"),
        day(9, entry("outage", "3号楼至7号楼停水", (510, 1020), None)),
        day(
            14,
            entry("event", "春季环社区健步走暨垃圾分类宣传志愿服务", (510, 630), "东门集合"),
            entry("event", "露天电影", (1170, 1500), "中心花园", cancelled=True),
        ),
        day(20, entry("event", "春分踏青", (780, 960), "街心公园"), occasion="春分"),
        day(28, entry("event", "旧书交换", (540, 690), "大食堂门口")),
    )
    return DigestPoster(
        frame=frame("", published=None),
        first=date(2026, 3, 1),
        last=date(2026, 3, 31),
        weekly=False,
        days=days,
        notices=(
            _card("招募令：楼组志愿者", date(2026, 3, 31)),
            _card("关于拆除屋顶废旧太阳能热水器的公示", date(2026, 3, 12)),
            _card("清明祭扫，文明又安全", None),
        ),
        contacts=OFFICES[:1],
    )


def _week() -> DigestPoster:
    haircut = entry("service", "理发", (840, 960), "邻里驿站", note="60岁以上")
    month = _digest()
    return replace(
        month,
        first=date(2026, 3, 2),
        last=date(2026, 3, 8),
        weekly=True,
        days=(
            day(2, entry("service", "夕阳红读报", (540, 630), "老年活动室")),
            day(3),
            day(4, entry("service", "量血压", (840, 960), "邻里驿站")),
            replace(month.days[0], entries=(*month.days[0].entries, haircut)),
            day(6),
            day(7, entry("service", "律师坐班", (570, 690), "会所一楼会客室")),
            day(8, entry("event", "妇女节插花", (810, 930), "居委会活动室"), occasion="妇女节"),
        ),
        daily=(CANTEEN,),
    )


STEPS = ("收集", "整理", "公示", "评议", "反馈")


def issue_row(title: str, done: int, **changes: Any) -> IssueRow:
    """An issue that has come so far through the five steps; with all of them it is closed."""
    first, closed = date(2025, 11, 20), done == len(STEPS)
    days = [first + timedelta(days=30 * number) for number in range(len(STEPS))]
    steps = tuple(
        StepView(
            name=name,
            state="ahead" if at >= done else "here" if at == done - 1 and not closed else "done",
            day=days[at] if at < done else None,
            note=None,
            address=None,
            period_first=days[at] if name == "公示" and at < done else None,
            period_last=days[at] + timedelta(days=9) if name == "公示" and at < done else None,
        )
        for at, name in enumerate(STEPS)
    )
    values: dict[str, Any] = {
        "number": "2026-001",
        "title": title,
        "address": "x",
        "topic": "安全",
        "office": Link("建二居委会", "x"),
        "phone": PHONE,
        "compounds": ("和谐小区",),
        "steps": steps,
        "step": STEPS[done - 1],
        "since": days[done - 1],
        "due": None if closed else days[done - 1] + timedelta(days=15),
        "limit": None if closed else 15,
        "next_name": None if closed else STEPS[done],
        "next_day": None if closed else date(2026, 4, 15),
        "opened": first,
        "closed": closed,
        "duration": 120 if closed else None,
    }
    return IssueRow(**(values | changes))


def issue_board(count: int, **changes: Any) -> IssueBoardPoster:
    rows = [issue_row(f"屋顶废旧太阳能热水器松动{n or ''}", n % 4 + 1) for n in range(count)]
    return IssueBoardPoster(
        frame=frame("", **changes),
        year=2026,
        open=tuple(rows),
        closed_this_year=(issue_row("公用厨房怎么改", 5, topic=None, phone=None),),
        counts=IssueCounts(topic=None, collected=count + 3, open=count, closed=3),
    )


def offices() -> tuple[OfficeView, ...]:
    return (
        OfficeView(role="lead", name="", phone=PHONE, hours="工作日9:00–11:00"),
        OfficeView(role="grid", name="第1网格组", phone="021-0123 4551"),
        OfficeView(
            role="committee", name="建二居委", phone="021-0123 4501", hours="工作日8:30–17:00"
        ),
        OfficeView(role="other", name="物业报修", phone="021-0123 4555"),
        OfficeView(role="other", name="市民服务热线", phone="12345"),
        OfficeView(role="other", name="报警", phone="110"),
    )


def contact_card(grids: int) -> ContactCardPoster:
    return ContactCardPoster(
        frame=frame("", published=None),
        offices=offices(),
        others=(PhoneView("火警", "119"), PhoneView("急救", "120")),
        grids=tuple(
            GridView(
                number=str(n),
                buildings=(str(2 * n - 1), str(2 * n)),
                team=f"第{n}敲门组",
                phone=f"021-0123 {4530 + n}",
            )
            for n in range(1, grids + 1)
        ),
    )


def building_card() -> BuildingCardPoster:
    return BuildingCardPoster(
        frame=frame("", published=None),
        building="12",
        grid="6",
        offices=offices(),
        others=(PhoneView("火警", "119"), PhoneView("急救", "120")),
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
                form_field("姓名"),
                form_field("电话"),
                form_field("门牌", "full"),
                form_field("需要帮助", "full", "送餐", "陪诊", "代办", "暂不需要", "其他"),
                form_field("方便的时间", "full", "上午", "下午", "晚上"),
                form_field("要说明的事", "full"),
                form_field("填表日期"),
            ),
        ),
        "notice": notice("notice", "关于电梯年检的通知", words, contact=caller),
        "timetable": _timetable(),
        "timetable-long": _long_timetable(),
        "digest": _digest(),
        "week": _week(),
        "menu": menu(frame("", published=None)),
        "issues": issue_board(2),
        "issues-long": issue_board(11),
        "contact-card": contact_card(2),
        "contact-card-many": contact_card(15),
        "building-card": building_card(),
        "street-review": street_review(
            frame(
                "2018年各居委工作回顾",
                compound="淮海家园公告栏（示例）",
                variant=Variant(paper="A3", landscape=True),
            )
        ),
        "committee-review": committee_review(frame("家门口的网上菜场")),
    }
