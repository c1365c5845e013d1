"""Pages made by hand: each kind with everything that it can show, and with next to nothing."""

from datetime import date, timedelta
from decimal import Decimal

from msgspec.structs import replace

from generator.plan.ahead import make_rows
from generator.plan.views import (
    AheadView,
    ArchiveMonth,
    ArchiveMonthPage,
    ArchivePage,
    ArchiveYear,
    BarView,
    BuildingView,
    BylineView,
    Card,
    ChartView,
    CommitteeLink,
    CommitteePage,
    CommitteeReviewPage,
    ComparedView,
    ComparisonView,
    CompoundLink,
    CompoundPage,
    CoverageView,
    DayView,
    Entry,
    ErrandView,
    EventPage,
    EventParts,
    FigureView,
    FormFieldView,
    Frame,
    GridView,
    GroupPage,
    Head,
    HomePage,
    HoursView,
    IssueBoardPage,
    IssueCard,
    IssueCounts,
    IssuePage,
    IssueRow,
    ItemFrame,
    KindList,
    Link,
    MealView,
    MenuDayView,
    MenuView,
    MenuWeekView,
    MonthChanges,
    MovedView,
    NeighboursView,
    NotFoundPage,
    NoticePage,
    NoticeParts,
    OfficeView,
    PageView,
    PhoneView,
    PosterLink,
    ProseView,
    RedirectPage,
    ResultsView,
    ReviewCard,
    ReviewPage,
    SearchPage,
    ServiceCard,
    ServiceLine,
    ServicePage,
    Several,
    StepView,
    StopView,
    SuspensionView,
    ThemeView,
    WindowView,
    YearLink,
    make_share,
)

TODAY = date(2026, 3, 2)
HOME = Link("首页", "index.html")
OFFICE = Link("建二居委", "committees/jian-er.html")
DUTY = PhoneView("居委会值班", "021-0123 4501")
NO_PROSE = ProseView(("",), (), "")

FRAME = Frame(
    site_name="淮海家园公告栏（示例）",
    site_url="https://board.example/",
    language="zh-CN",
    footer="示例数据，数字取自公开报道，电话均为空号",
    hotlines=(
        PhoneView("市民服务热线", "12345"),
        PhoneView("报警", "110"),
        PhoneView("火警", "119"),
        PhoneView("急救", "120"),
    ),
    review=Link("2018年各居委工作回顾", "reviews/2018.html"),
)
BARE_FRAME = replace(FRAME, site_url=None, footer=None, hotlines=(), review=None)


def head(title: str, *crumbs: Link) -> Head:
    """Return what a page says of itself; all but the home page stand below home."""
    return Head(title=title, description=f"{title}：时间、地点和联系电话", crumbs=(HOME, *crumbs))


BARE_HEAD = Head(title="页", description="")


def day_view(offset: int, *entries: Entry, occasion: str | None = None) -> DayView:
    """Return the day `offset` days after today."""
    lunar = ("十四", "十五", "十六", "十七", "十八", "十九", "二十", "廿一")[offset % 8]
    return DayView(
        day=TODAY + timedelta(days=offset),
        lunar=f"正月{lunar}",
        occasion=occasion,
        workday=True,
        entries=entries,
    )


def entry(kind: str, title: str, start: int | None, end: int | None, place: str | None) -> Entry:
    """Return an entry whose page has some address below a committee's."""
    folder = {"event": "events", "service": "services", "outage": "notices"}[kind]
    address = f"committees/jian-er/{folder}/sample.html"
    return Entry(kind=kind, title=title, start=start, end=end, place=place, address=address)


MEALS = tuple(
    entry("service", "大食堂", start, end, "社区好味到大食堂")
    for start, end in ((420, 510), (630, 750), (990, 1080))
)
ERRANDS = tuple(
    entry("service", "代办", start, end, "邻里驿站") for start, end in ((510, 690), (810, 1020))
)
OUTAGE = entry("outage", "停水通知：水箱清洗", 540, 1020, None)
LEI_FENG = entry("event", "学雷锋便民服务日", 540, 660, "邻里驿站")
NIGHT = entry("event", "元宵灯会守夜", 1200, 1470, "中心花园")
ALL_DAY = entry("event", "志愿者服务日", None, None, "各小区")

WEEK = (
    day_view(1, *MEALS, *ERRANDS, OUTAGE, NIGHT, occasion="元宵节"),
    day_view(2, *MEALS, replace(entry("service", "量血压", 840, 960, "邻里驿站"), note="免费")),
    day_view(
        3,
        *MEALS,
        LEI_FENG,
        replace(
            entry("service", "理发", 840, 960, "邻里驿站"),
            note="60岁以上",
            moved_from=TODAY - timedelta(days=1),
        ),
        occasion="惊蛰",
    ),
    day_view(4, *MEALS),
    day_view(5, *MEALS, replace(ALL_DAY, tentative=True)),
    day_view(6, *MEALS, replace(LEI_FENG, title="包饺子", cancelled=True), occasion="妇女节"),
)


def ahead_view(*days: DayView) -> AheadView:
    """Return two weeks ahead with the entries of some days."""
    dated = [(day.day, each) for day in days for each in day.entries]
    known = {(day.day - TODAY).days: day for day in days}
    return AheadView(
        first=TODAY,
        last=TODAY + timedelta(days=13),
        days=tuple(
            replace(known.get(number, day_view(number)), entries=()) for number in range(14)
        ),
        rows=make_rows(dated, TODAY - timedelta(days=1)),
    )


def notice_card(title: str, category: str, *, level: str = "normal", summary: str = "") -> Card:
    """Return a notice in a list."""
    return Card(
        kind="notice",
        category=category,
        title=title,
        address=f"committees/fu-san/notices/{category}.html",
        summary=summary,
        owner="复三居委",
        level=level,
        published=TODAY,
        last_day=TODAY + timedelta(days=10),
    )


URGENT = notice_card(
    "明起降温，注意防冻",
    "tip",
    level="urgent",
    summary="室外水管用布包好，出门戴帽子围巾，发现楼道结冰打电话。",
)
ANNOUNCEMENT = notice_card(
    "关于拆除屋顶废旧太阳能热水器的公示",
    "announcement",
    summary="经居民小组商议，拟拆除79台无人使用、固定件锈蚀的热水器。",
)
NOTICES = (
    notice_card("停水通知：水箱清洗", "outage", summary="3月3日上午9点到下午5点，1至4号楼停水。"),
    notice_card("招募令：楼组志愿者", "recruitment", level="important"),
    notice_card("进户登记表", "form"),
    notice_card("2月居民代表会议结果", "result"),
)
GROUPS = (
    Card(
        kind="group",
        category="place",
        title="邻里驿站",
        address="committees/jian-er/groups/lin-li-yi-zhan.html",
        summary="歇脚、喝水、修东西、托人办事，都可以来驿站。",
        owner="建二居委",
        place="和谐小区中心花园旁",
    ),
    Card(
        kind="group",
        category="team",
        title="民心在线便民服务队",
        address="committees/jian-er/groups/min-xin.html",
        summary="",
        owner="建二居委",
    ),
)
EVENT_CARD = Card(
    kind="event",
    category="",
    title="学雷锋便民服务日",
    address="committees/jian-er/events/2026-03-05-xue-lei-feng.html",
    summary="",
    owner="建二居委",
    when="2026年3月5日（周四）9:00–11:00",
    place="邻里驿站",
    next_day=TODAY + timedelta(days=3),
)


def step_view(name: str, day: date | None = None, note: str | None = None) -> StepView:
    return StepView(name=name, state="done" if day else "ahead", day=day, note=note, address=None)


STEPS = (
    step_view("收集", date(2026, 2, 10), "检查发现部分热水器锈蚀松动"),
    step_view("整理", date(2026, 2, 20), "挨户问过意见，152户愿意参加"),
    StepView(
        name="公示",
        state="here",
        day=date(2026, 3, 2),
        note="方案和费用公示10天",
        address="committees/fu-san/notices/announcement.html",
        period_first=date(2026, 3, 2),
        period_last=date(2026, 3, 11),
    ),
    step_view("评议"),
    step_view("反馈"),
)
DONE_STEPS = tuple(replace(step, state="done", day=date(2025, 12, 1)) for step in STEPS)
ISSUES = (
    IssueCard(
        number="2026-001",
        title="屋顶废旧太阳能热水器松动",
        address="committees/fu-san/issues/2026-001.html",
        steps=STEPS,
        closed=False,
        opened=date(2026, 2, 10),
        latest_day=date(2026, 3, 2),
    ),
    IssueCard(
        number="2025-050",
        title="楼道灯不亮",
        address="committees/fu-san/issues/2025-050.html",
        steps=DONE_STEPS,
        closed=True,
        opened=date(2025, 11, 1),
        latest_day=date(2025, 12, 1),
    ),
)

ROW = IssueRow(
    number="2026-001",
    title="屋顶废旧太阳能热水器松动",
    address="committees/fu-san/issues/2026-001.html",
    topic="安全",
    office=Link("复三居委", "committees/fu-san.html"),
    phone="021-0123 4514",
    compounds=("长乐小区",),
    steps=STEPS,
    step="公示",
    since=date(2026, 3, 2),
    due=date(2026, 3, 22),
    limit=20,
    next_name="评议",
    next_day=date(2027, 3, 15),
    opened=date(2026, 2, 10),
    closed=False,
    duration=None,
)
LATE_ROW = replace(
    ROW,
    steps=(replace(STEPS[0], state="here"), *map(step_view, ("整理", "公示", "评议", "反馈"))),
    step="收集",
    since=date(2026, 2, 10),
    due=date(2026, 2, 25),
    limit=15,
    next_name="整理",
)
CLOSED_ROW = replace(
    ROW,
    topic=None,
    steps=(DONE_STEPS[0], replace(DONE_STEPS[1], state="skipped", day=None), *DONE_STEPS[2:]),
    step="反馈",
    since=date(2026, 1, 18),
    due=None,
    limit=None,
    next_name=None,
    next_day=None,
    closed=True,
    duration=48,
)
COMMITTEE_OFFICE = OfficeView(
    role="committee", name="建二居委", phone="021-0123 4501", hours="工作日 8:30–17:00"
)
NEIGHBOURS = (
    NeighboursView(
        buildings=tuple(
            BuildingView(name=n, anchor=f"building-{n}", card=f"posters/hexie/contacts-{n}.html")
            for n in ("1", "2", "3", "4")
        ),
        grid="1",
        offices=(
            OfficeView(role="lead", name="", phone="021-0123 4563", hours="工作日 9:00–11:00"),
            OfficeView(role="grid", name="第1网格组", phone="021-0123 4531"),
            COMMITTEE_OFFICE,
        ),
    ),
    NeighboursView(
        buildings=(BuildingView(name="甲楼", anchor="building-jia-lou", card=None),),
        grid=None,
        offices=(COMMITTEE_OFFICE,),
    ),
)


def issue_board(level: str, name: str) -> IssueBoardPage:
    return IssueBoardPage(
        frame=FRAME, head=head(""), today=TODAY, name=name, level=level, open=(LATE_ROW, ROW),
        closed_this_year=(CLOSED_ROW,),
        closed_before=(replace(CLOSED_ROW, since=date(2025, 12, 1)),),
        counts=IssueCounts(topic=None, collected=4, open=2, closed=2),
        topics=(IssueCounts(topic="安全", collected=2, open=2, closed=0),),
        limits=(("收集", 15), ("公示", 20)), posters=POSTERS, feed="feeds/issues.xml",
    )  # fmt: skip


LINES = (
    ServiceLine(
        name="修理小家电",
        reading="每月第二个周六 9:00–11:00",
        place="邻里驿站",
        fee="免费（配件自理）",
        audience=None,
        places=None,
        errands=(),
        next_days=(date(2026, 3, 14), date(2026, 4, 11), date(2027, 1, 9)),
    ),
    ServiceLine(
        name="理发",
        reading="每月5日、20日 14:00–16:00，遇节假日顺延到后一个工作日",
        place=None,
        fee="免费",
        audience="60岁以上",
        places=20,
        errands=(),
        next_days=(date(2026, 3, 5),),
    ),
    ServiceLine(
        name="代办",
        reading="工作日 8:30–11:30、13:30–17:00",
        place=None,
        fee=None,
        audience=None,
        places=None,
        errands=(
            ErrandView(name="社会保险代办", bring=("身份证", "医保卡"), takes="当天", fee=None),
            ErrandView(name="生活费用代缴", bring=(), takes=None, fee=None),
        ),
        window=WindowView(
            today=(
                HoursView(day=TODAY, start=8 * 60 + 30, end=11 * 60 + 30),
                HoursView(day=TODAY, start=13 * 60 + 30, end=17 * 60),
            ),
            next=HoursView(day=date(2026, 3, 3), start=8 * 60 + 30, end=11 * 60 + 30),
            on="2026-03-02 510-690,810-1020@0-1",
            known_until=date(2026, 3, 15),
        ),
    ),
)
CHANGES = MonthChanges(
    month=3,
    moved=(MovedView(name="理发", day=date(2026, 3, 6), moved_from=date(2026, 3, 5)),),
    stops=(StopView(first=date(2026, 3, 9), last=date(2026, 3, 12), reason="场地检修"),),
    revised=date(2026, 3, 1),
)
MENUS = (
    MenuView(
        service="大食堂",
        weeks=(
            MenuWeekView(
                first=date(2026, 3, 2),
                last=date(2026, 3, 8),
                days=(
                    MenuDayView(
                        day=TODAY,
                        meals=(
                            MealView(name="午餐", dishes=("红烧带鱼", "清炒菠菜")),
                            MealView(name="晚餐", dishes=("肉末豆腐",)),
                        ),
                    ),
                    MenuDayView(
                        day=date(2026, 3, 3), meals=(MealView(name=None, dishes=("大排面",)),)
                    ),
                ),
            ),
        ),
    ),
)
SERVICE_CARD = ServiceCard(
    title="邻里驿站每月便民服务",
    address="committees/jian-er/services/lin-li-yi-zhan.html",
    place="邻里驿站",
    owner="建二居委",
    contact=PhoneView("驿站值班", "021-0123 4517"),
    lines=LINES,
    checked=date(2026, 2, 20),
    changes=CHANGES,
)
FIGURES = (
    FigureView(name="参与", value="152户", start=None, remark=None),
    FigureView(name="成员", value="500余人", start="10余人", remark=None),
    FigureView(name="日均订单", value="14.86次", start=None, remark="按原文，不由程序推算"),
)
POSTERS = (
    PosterLink(
        title="学雷锋便民服务日",
        address="posters/hexie/event-jian-er-2026-03-05-xue-lei-feng.pdf",
        kind="event",
        month=None,
        paper="A4",
        compound="和谐小区",
        last_day=date(2026, 3, 5),
        twin="posters/hexie/event-jian-er-2026-03-05-xue-lei-feng.html",
        thumbnail="posters/hexie/event-jian-er-2026-03-05-xue-lei-feng.png",
    ),
    PosterLink(
        title="",
        address="posters/hexie/timetable-2026-03.pdf",
        kind="timetable",
        month=date(2026, 3, 1),
        paper="A3",
        compound="和谐小区",
        last_day=date(2026, 3, 31),
        twin="posters/hexie/timetable-2026-03.html",
        thumbnail="posters/hexie/timetable-2026-03.png",
    ),
    PosterLink(
        title="进户登记表",
        address="posters/hexie/notice-jian-si-form.pdf",
        kind="notice",
        month=None,
        paper="A4",
        compound="和谐小区",
        last_day=None,
        twin="posters/hexie/notice-jian-si-form.html",
        thumbnail="posters/hexie/notice-jian-si-form.png",
    ),
)
COMPOUNDS = (
    CompoundLink(name="建二里", address="compounds/jian-er-li.html", former_names=()),
    CompoundLink(name="和谐小区", address="compounds/hexie.html", former_names=()),
    CompoundLink(
        name="汇泉小区",
        address="compounds/hui-quan.html",
        former_names=("汇泉一区（示例旧名）", "汇泉二区（示例旧名）", "汇泉三区（示例旧名）"),
    ),
)
COMMITTEES = (
    CommitteeLink(
        name="建二居委",
        address="committees/jian-er.html",
        phone="021-0123 4501",
        compounds=COMPOUNDS,
    ),
    *(
        CommitteeLink(
            name=name,
            address=f"committees/{number}.html",
            phone=None,
            compounds=tuple(
                CompoundLink(name=compound, address=f"compounds/{number}.html", former_names=())
                for compound in compounds
            ),
        )
        for number, (name, *compounds) in enumerate(
            (
                ("新天地居委", "翠湖天地嘉苑"),
                ("瑞华居委", "瑞华东块", "瑞华中块", "瑞华西块"),
                ("顺六居委", "顺六里", "锦阳小区", "雅苑"),
                ("建四居委", "建四大楼", "华和民祥园"),
            )
        )
    ),
)

BODY = ProseView(
    (
        '<p><strong>请自带</strong>电器和鞋子，可以<em>请楼组长</em>提前一天登记，详见<a href="',
        '">邻里驿站</a>和<a href="',
        (
            '">网站</a>。</p>\n<h2>带什么</h2>\n<ul>\n<li>身份证</li>\n<li>要修的东西</li>\n</ul>\n'
            '<table class="prose-table">\n<thead>\n<tr><th>项目</th><th>名额</th></tr>\n</thead>\n'
            "<tbody>\n<tr><td>理发</td><td>40</td></tr>\n</tbody>\n</table>"
        ),
    ),
    ("committees/jian-er/groups/lin-li-yi-zhan.html", "https://example.org/"),
    "请自带要修的电器和鞋子。",
)


def item_frame(title: str) -> ItemFrame:
    """Return the frame of an item that says everything."""
    return ItemFrame(
        title=title,
        owner=OFFICE,
        compounds=(
            Link("建二里", "compounds/jian-er-li.html"),
            Link("和谐小区", "compounds/hexie.html"),
        ),
        buildings=("和谐小区 3",),
        groups=(Link("民心在线便民服务队", "committees/jian-er/groups/min-xin.html"),),
        body=BODY,
        posters=POSTERS,
        short_url="board.example/x/k7f2/",
        current=True,
        last_day=date(2026, 3, 5),
        byline=BylineView(
            origin="社区晨报",
            author="居委会宣传组",
            editor="街道办公室",
            published=date(2026, 2, 26),
            changed=date(2026, 3, 1),
        ),
        earlier=Link("元宵灯会守夜", "committees/jian-er/events/2026-03-03-yuan-xiao.html"),
        later=Link(
            "志愿者集市：理发、磨剪刀、修伞、量血压，欢迎大家都来",
            "committees/jian-er/events/2026-12-05-zhi-yuan-zhe-ji-shi.html",
        ),
    )


FEBRUARY = ArchiveMonth(first=date(2026, 2, 1), address="archive/2026-02.html", count=4)
DECEMBER = ArchiveMonth(first=date(2025, 12, 1), address="archive/2025-12.html", count=2)


def bare_item(title: str, *, current: bool = True) -> ItemFrame:
    """Return the frame of an item that says only what it must."""
    return ItemFrame(
        title=title,
        owner=OFFICE,
        compounds=(),
        buildings=(),
        groups=(),
        body=NO_PROSE,
        posters=(),
        short_url=None,
        current=current,
        last_day=None if current else date(2026, 2, 1),
        over=not current,
        byline=BylineView(
            origin="建二居委", author=None, editor=None, published=None, changed=None
        ),
    )


def notice_page(parts: NoticeParts, title: str, days_left: int | None = None) -> NoticePage:
    """Return the page of a notice that says everything."""
    return NoticePage(
        frame=FRAME, head=head(title, OFFICE), item=item_frame(title), parts=parts,
        days_left=days_left,
    )  # fmt: skip


def notice_pages() -> dict[str, NoticePage]:
    """Return a notice of each category, the tip an urgent one."""
    plain = NoticeParts(category="notice", level="normal", published=TODAY, points=(), contact=DUTY)
    issue = Link("屋顶废旧太阳能热水器松动", "committees/fu-san/issues/2026-001.html")
    tip = replace(
        plain,
        category="tip",
        level="urgent",
        points=("室外水管用布包好", "出门戴帽子围巾", "关好燃气再离家", "发现楼道结冰打电话"),
    )
    outage = replace(
        plain,
        category="outage",
        level="important",
        reason="清洗水箱",
        reading="2026年3月3日（周二）9:00–17:00",
        phone="021-0123 4520",
    )
    recruitment = replace(
        plain,
        category="recruitment",
        deadline=date(2026, 3, 31),
        deadline_minute=1020,
        places=12,
        tasks=("熟悉本楼邻居", "见到新邻居上门打招呼", "转告社区活动", "垃圾分类值守"),
        conditions=("年满18岁", "住在本小区", "每月能抽出4小时"),
        hours="自己定，晚上和周末也可以",
        strip_text="楼组志愿者报名",
        strip_phone="021-0123 4513",
        strips=8,
    )
    announcement = replace(
        plain,
        category="announcement",
        period_first=date(2026, 3, 3),
        period_last=date(2026, 3, 12),
        ways=("投意见箱", "打电话", "到居委会当面说"),
        objection_phone="021-0123 4514",
        outcome="公示期满后5个工作日内张贴",
        issue=issue,
        contact=None,
    )
    form = replace(
        plain,
        category="form",
        fields=(
            FormFieldView(name="门牌", width="half", choices=()),
            FormFieldView(name="房屋情况", width="full", choices=("自住", "出租")),
            FormFieldView(
                name="需要帮助", width="full", choices=("送餐", "陪诊", "代办", "暂不需要")
            ),
        ),
        purpose="只用于上门服务和紧急联系，不公开，搬走后销毁",
        annex="出租须知",
    )
    return {
        "notice": notice_page(plain, "居民大会开会通知"),
        "tip": notice_page(tip, "明起降温，注意防冻"),
        "outage": notice_page(outage, "停水通知：水箱清洗"),
        "recruitment": notice_page(recruitment, "招募令：楼组志愿者"),
        "announcement": notice_page(announcement, "关于拆除屋顶废旧太阳能热水器的公示", 9),
        "result": notice_page(
            replace(plain, category="result", issue=issue, points=("同意拆除", "费用分担")),
            "2月居民代表会议结果",
        ),
        "form": notice_page(form, "进户登记表"),
    }


CHART = ChartView(
    unit="人次",
    name="",
    bars=(
        BarView(label="孝和居委", name="下单", written="3304人次", amount=Decimal(3304)),
        BarView(
            label="建二居委",
            name="全年参与",
            written="约890人次",
            amount=Decimal(890),
            start_written="500余人次",
            start_amount=Decimal(500),
        ),
    ),
)
YEARS = (
    YearLink(year=2017, address="reviews/2017.html", here=False),
    YearLink(year=2018, address="reviews/2018.html", here=True),
)
COMPARISON = ComparisonView(
    earlier_year=2017,
    later_year=2018,
    figures=(ComparedView(owner=OFFICE, name="参与", earlier=FIGURES[0], later=FIGURES[1]),),
)
REVIEW_POSTER = PosterLink(
    title="2018年各居委工作回顾",
    address="posters/street/review-2018.pdf",
    kind="review",
    month=None,
    paper="A3",
    compound="",
    last_day=date(2019, 5, 17),
    twin="posters/street/review-2018.html",
    thumbnail="posters/street/review-2018.png",
)


def full_pages() -> dict[str, PageView]:
    """Return each kind of page with everything that it can show, by path."""
    themes = ("解决居民实际困难", "提升居民文化修养", "推动社区文明有序", "促进共建共管")
    return {
        "index.html": HomePage(
            frame=FRAME,
            head=Head(title=FRAME.site_name, description="二十五个小区的公告栏"),
            today=TODAY,
            urgent=(URGENT,),
            committees=COMMITTEES,
            week=(day_view(0, LEI_FENG), *WEEK),
            ahead=ahead_view(day_view(0, LEI_FENG), *WEEK),
            notices=NOTICES,
            announcements=(ANNOUNCEMENT,),
            issues=ISSUES,
            compound_count=25,
        ),
        "compounds/hexie.html": CompoundPage(
            frame=FRAME,
            head=head("和谐小区", OFFICE),
            today=TODAY,
            name="和谐小区",
            former_names=("汇泉一区（示例旧名）",),
            committee=OFFICE,
            committee_phone="021-0123 4501",
            committee_hours="工作日 8:30–17:00",
            address="淮海路1号",
            households=1644,
            buildings=("1", "2", "3", "4", "6", "甲楼"),
            urgent=(URGENT,),
            now=day_view(0, *MEALS, LEI_FENG, occasion="雨水"),
            this_week=WEEK,
            coming=(day_view(8, LEI_FENG),),
            later=(day_view(13, LEI_FENG),),
            ahead=ahead_view(
                day_view(0, *MEALS, LEI_FENG, occasion="雨水"),
                *WEEK,
                *(day_view(number, LEI_FENG) for number in (8, 13)),
            ),
            services=(SERVICE_CARD,),
            announcements=(ANNOUNCEMENT,),
            notices=NOTICES,
            issues=ISSUES,
            groups=GROUPS,
            grids=(
                GridView(
                    number="1",
                    buildings=("1", "2", "3", "4"),
                    team="第1敲门组",
                    phone="021-0123 4531",
                ),
                GridView(number="2", buildings=("5", "7"), team=None, phone="021-0123 4532"),
                GridView(number="3", buildings=(), team="第3敲门组", phone=None),
            ),
            posters=POSTERS,
            short_url="board.example/x/h3x9/",
            calendar="calendars/compounds/hexie.ics",
            issue_board="issues.html",
            neighbours=NEIGHBOURS,
        ),
        "committees/jian-er.html": CommitteePage(
            frame=FRAME,
            head=head("建二居委"),
            today=TODAY,
            name="建二居委",
            phone="021-0123 4501",
            hours="工作日 8:30–17:00",
            address="淮海路1号",
            summary="管建二里和和谐小区。",
            compounds=COMPOUNDS,
            groups=GROUPS,
            events=(EVENT_CARD, replace(EVENT_CARD, cancelled=True)),
            services=(SERVICE_CARD,),
            notices=NOTICES,
            issues=ISSUES,
            reviews=(replace(EVENT_CARD, kind="review", title="2018年：民心在线", when=None),),
            calendar="calendars/committees/jian-er.ics",
            issue_board="issues/committees/jian-er.html",
            coverage=(
                CoverageView(
                    compound="和谐小区",
                    address="compounds/hexie.html",
                    grids=2,
                    covered=8,
                    buildings=8,
                ),
                CoverageView(
                    compound="青和居",
                    address="compounds/hexie.html",
                    grids=15,
                    covered=0,
                    buildings=0,
                ),
            ),
        ),
        "committees/jian-er/events/2026-03-05-xue-lei-feng.html": EventPage(
            frame=FRAME,
            head=head("学雷锋便民服务日", OFFICE),
            item=item_frame("学雷锋便民服务日"),
            parts=EventParts(
                reading="每月5日 9:00–11:00",
                place="邻里驿站",
                contact=DUTY,
                programme=("理发", "修鞋", "量血压", "修理小家电"),
                fee="免费",
                audience="全体居民，老年人优先",
                registration="不用报名，9点起现场取号，每项限40号",
                deadline=date(2026, 3, 4),
                deadline_minute=1020,
                places=40,
                rain="改在活动室，时间不变",
            ),
            upcoming=(
                day_view(3, LEI_FENG, occasion="惊蛰"),
                day_view(34, replace(LEI_FENG, moved_from=TODAY)),
                day_view(400, replace(LEI_FENG, tentative=True)),
            ),
            cancelled=None,
            results=FIGURES,
            calendar="committees/jian-er/events/2026-03-05-xue-lei-feng.ics",
        ),
        "committees/jian-er/services/lin-li-yi-zhan.html": ServicePage(
            frame=FRAME,
            head=head("邻里驿站每月便民服务", OFFICE),
            item=item_frame("邻里驿站每月便民服务"),
            place="邻里驿站",
            contact=DUTY,
            lines=LINES,
            suspensions=(
                SuspensionView(first=date(2026, 2, 15), last=date(2026, 2, 23), reason="春节放假"),
                SuspensionView(first=date(2026, 5, 1), last=date(2026, 5, 1), reason=None),
            ),
            valid_first=date(2026, 1, 1),
            valid_last=date(2026, 12, 31),
            checked=date(2026, 2, 20),
            upcoming=WEEK,
            ahead=ahead_view(*WEEK),
            today=TODAY,
            menus=MENUS,
            changes=CHANGES,
            calendar="committees/jian-er/services/lin-li-yi-zhan.ics",
            results=(
                ResultsView(name="理发", figures=FIGURES[:1]),
                ResultsView(name="", figures=FIGURES[:1]),
            ),
        ),
        **{f"committees/fu-san/notices/{name}.html": v for name, v in notice_pages().items()},
        "issues.html": issue_board("street", "淮海家园公告栏"),
        "issues/committees/jian-er.html": issue_board("committee", "建二居委"),
        "issues/compounds/hexie.html": issue_board("compound", "和谐小区"),
        "committees/fu-san/issues/2026-001.html": IssuePage(
            frame=FRAME,
            head=head("屋顶废旧太阳能热水器松动", OFFICE),
            item=item_frame("屋顶废旧太阳能热水器松动"),
            number="2026-001",
            origin="志愿服务队日常检查",
            topic="安全",
            steps=STEPS,
            next_name="评议",
            next_day=date(2026, 3, 15),
            figures=FIGURES,
            closed=False,
        ),
        "committees/jian-er/groups/lin-li-yi-zhan.html": GroupPage(
            frame=FRAME,
            head=head("邻里驿站", OFFICE),
            item=item_frame("邻里驿站"),
            kind="place",
            address="和谐小区中心花园旁",
            summary="歇脚、喝水、修东西、托人办事，都可以来驿站。",
            contact=PhoneView("驿站值班", "021-0123 4517"),
            figures=FIGURES,
            related=(EVENT_CARD, *NOTICES),
        ),
        "reviews/2018.html": ReviewPage(
            frame=FRAME,
            head=head("2018年各居委工作回顾"),
            year=2018,
            title="2018年各居委工作回顾",
            source="街道年度回顾（公开报道）",
            source_day=date(2019, 2, 15),
            themes=tuple(
                ThemeView(
                    number=str(number),
                    name=name,
                    cards=tuple(
                        ReviewCard(
                            anchor=f"committee-{number}-{place}",
                            committee=OFFICE,
                            theme=f"{number} {name}",
                            project=project,
                            address="committees/jian-er/reviews/2018.html",
                            summary="把健康、政策和便民服务送进小区，老人不出门也能用上。",
                            figures=figures,
                            body=BODY if number == place == 1 else NO_PROSE,
                        )
                        for place, (project, figures) in enumerate(
                            (
                                ("民心在线便民服务队", FIGURES[:1]),
                                ("六助为老服务", FIGURES[:2]),
                                ("弄堂清杂物", ()),
                                ("家门口的网上菜场", FIGURES),
                            ),
                            start=1,
                        )
                    ),
                )
                for number, name in enumerate(themes, start=1)
            ),
            missing=(OFFICE,),
            figures=FIGURES[:1],
            years=YEARS,
            comparison=COMPARISON,
            charts=(CHART,),
            table="reviews/2018.csv",
            posters=(REVIEW_POSTER,),
        ),
        "committees/jian-er/reviews/2018.html": CommitteeReviewPage(
            frame=FRAME,
            head=head("建二居委 2018", OFFICE),
            committee=OFFICE,
            year=2018,
            review=Link("2018年各居委工作回顾", "reviews/2018.html"),
            source="街道年度回顾（公开报道）",
            source_day=date(2019, 2, 15),
            cards=(
                ReviewCard(
                    anchor="jian-er-2018",
                    committee=OFFICE,
                    theme="1 解决居民实际困难",
                    project="民心在线便民服务队",
                    address="committees/jian-er/reviews/2018.html",
                    summary="把健康、政策和便民服务送进小区，老人不出门也能用上。",
                    figures=FIGURES,
                    body=BODY,
                ),
            ),
            years=YEARS,
            comparison=COMPARISON,
            charts=(CHART,),
            posters=(REVIEW_POSTER,),
            short_url="https://board.example/x/k7m2p9/",
        ),
        "archive.html": ArchivePage(
            frame=FRAME,
            head=Head(title="", description="公告栏", crumbs=(HOME,)),
            years=(
                ArchiveYear(year=2026, count=4, months=(FEBRUARY,)),
                ArchiveYear(year=2025, count=2, months=(DECEMBER,)),
            ),
            cards=Several(make_share((EVENT_CARD, *NOTICES))),
        ),
        FEBRUARY.address: ArchiveMonthPage(
            frame=FRAME,
            head=Head(title="", description="公告栏", crumbs=(HOME,)),
            month=FEBRUARY,
            cards=Several(make_share((EVENT_CARD, *NOTICES))),
            earlier=DECEMBER,
            later=None,
        ),
        "404.html": NotFoundPage(
            frame=FRAME, head=Head(title="", description="公告栏", listed=False)
        ),
        "search.html": SearchPage(
            frame=FRAME,
            head=Head(title="", description="公告栏", crumbs=(HOME,)),
            parts=(),
            committees=COMMITTEES,
            kinds=(
                KindList("event", (Link(LEI_FENG.title, LEI_FENG.address),)),
                KindList("notice", tuple(Link(card.title, card.address) for card in NOTICES)),
            ),
        ),
        "x/k7f2/index.html": RedirectPage(
            language="zh-CN",
            title="学雷锋便民服务日",
            target="committees/jian-er/events/2026-03-05-xue-lei-feng.html",
            site_url="https://board.example/",
        ),
    }


def bare_pages() -> dict[str, PageView]:
    """Return each kind of page with next to nothing on it, by path."""
    nobody = PhoneView("居委会", None)
    bare_event = EventParts(
        reading="", place="空地", contact=nobody, programme=(), fee=None, audience=None,
        registration=None, deadline=None, deadline_minute=None, places=None, rain=None,
    )  # fmt: skip
    bare_notice = NoticeParts(
        category="notice", level="normal", published=TODAY, points=(), contact=None
    )
    notices = {
        f"committees/a/notices/{category}.html": NoticePage(
            frame=BARE_FRAME,
            head=BARE_HEAD,
            item=bare_item("通知", current=False),
            parts=replace(bare_notice, category=category),
            days_left=None,
        )
        for category in notice_pages()
    }
    return {
        "index.html": HomePage(
            frame=BARE_FRAME, head=BARE_HEAD, today=TODAY, urgent=(), committees=(), week=(),
            ahead=ahead_view(),
            notices=(), announcements=(), issues=(), compound_count=0,
        ),
        "compounds/a.html": CompoundPage(
            frame=BARE_FRAME, head=BARE_HEAD, today=TODAY, name="甲", former_names=(),
            committee=OFFICE, committee_phone=None, committee_hours=None, address=None,
            households=None, buildings=(), urgent=(), now=replace(day_view(0), workday=None),
            this_week=(), coming=(), later=(), ahead=ahead_view(), services=(),
            announcements=(), notices=(), issues=(), groups=(), grids=(), posters=(),
            short_url=None,
        ),
        "committees/a.html": CommitteePage(
            frame=BARE_FRAME, head=BARE_HEAD, today=TODAY, name="甲居委", phone=None, hours=None,
            address=None, summary=None, compounds=(), groups=(), events=(), services=(),
            notices=(), issues=(), reviews=(),
        ),
        "committees/a/events/over.html": EventPage(
            frame=BARE_FRAME, head=BARE_HEAD, item=bare_item("活动", current=False),
            parts=bare_event, upcoming=(), cancelled=None, results=(),
        ),
        "committees/a/events/cancelled.html": EventPage(
            frame=BARE_FRAME, head=BARE_HEAD, item=bare_item("活动"),
            parts=replace(bare_event, reading="每周三", deadline=date(2026, 3, 1)),
            upcoming=(day_view(2, replace(NIGHT, cancelled=True)),), cancelled="下雨", results=(),
        ),
        "committees/a/services/a.html": ServicePage(
            frame=BARE_FRAME, head=BARE_HEAD, item=bare_item("服务", current=False), place=None,
            contact=nobody, lines=(), suspensions=(), valid_first=TODAY, valid_last=TODAY,
            checked=TODAY, upcoming=(), ahead=ahead_view(), today=TODAY,
        ),
        **notices,
        "issues.html": IssueBoardPage(
            frame=BARE_FRAME, head=BARE_HEAD, today=TODAY, name="甲", level="street", open=(),
            closed_this_year=(), closed_before=(), topics=(), limits=(), posters=(),
            counts=IssueCounts(topic=None, collected=0, open=0, closed=0),
        ),
        "committees/a/issues/a.html": IssuePage(
            frame=BARE_FRAME, head=BARE_HEAD, item=bare_item("议题"), number="1", origin=None,
            topic=None, steps=STEPS[:1], next_name=None, next_day=None, figures=(), closed=True,
        ),
        "committees/a/groups/a.html": GroupPage(
            frame=BARE_FRAME, head=BARE_HEAD, item=bare_item("队伍"), kind="team", address=None,
            summary=None, contact=None, figures=(), related=(),
        ),
        "reviews/2020.html": ReviewPage(
            frame=BARE_FRAME, head=BARE_HEAD, year=2020, title="2020年", source="街道",
            source_day=None, figures=(), themes=(), missing=(), years=(), comparison=None,
            charts=(), table=None, posters=(),
        ),
        "committees/a/reviews/2020.html": CommitteeReviewPage(
            frame=BARE_FRAME, head=BARE_HEAD, committee=Link("甲居委", "committees/a.html"),
            year=2020, review=Link("2020年", "reviews/2020.html"), source="街道", source_day=None,
            cards=(), years=(), comparison=None, charts=(), posters=(), short_url=None,
        ),
        "archive.html": ArchivePage(
            frame=BARE_FRAME, head=BARE_HEAD, years=(), cards=Several()
        ),
        "404.html": NotFoundPage(frame=BARE_FRAME, head=BARE_HEAD),
        "search.html": SearchPage(
            frame=BARE_FRAME, head=BARE_HEAD, parts=(), committees=(), kinds=()
        ),
        "x/a/index.html": RedirectPage(
            language="zh-CN", title="甲", target="compounds/a.html", site_url=None
        ),
    }  # fmt: skip
