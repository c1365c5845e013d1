"""Posters of an annual review: a street's with a full page of cards, and a committee's."""

from datetime import date
from decimal import Decimal

from generator.plan.views import (
    BarView,
    ChartView,
    CommitteeReviewPoster,
    FigureView,
    Link,
    PosterFrame,
    ProseView,
    ReviewCard,
    StreetReviewPoster,
    ThemeView,
)

SOURCE = "街道年度回顾（公开报道）"
PUBLISHED = date(2019, 2, 15)
_SUMMARY = "居民自己出主意，社工和志愿者一起动手，一年下来，小区里看得见的变化有三处。"


def figure(name: str, value: str, start: str | None = None) -> FigureView:
    return FigureView(name=name, value=value, start=start, remark=None)


def card(
    committee: str, theme: str, project: str, *figures: FigureView, body: str = ""
) -> ReviewCard:
    return ReviewCard(
        anchor=committee,
        committee=Link(committee, "x"),
        theme=theme,
        project=project,
        address="x",
        summary=_SUMMARY,
        figures=figures,
        body=ProseView((f"<p>{body}</p>",), (), body) if body else ProseView(("",), (), ""),
    )


def chart() -> ChartView:
    rows = (("孝和居委", "下单", 3304), ("建二居委", "全年参与", 890), ("合一居委", "受益", 360))
    bars = (
        BarView(label=label, name=name, written=f"{amount}人次", amount=Decimal(amount))
        for label, name, amount in rows
    )
    return ChartView(unit="人次", name="", bars=tuple(bars))


def street_review(frame: PosterFrame) -> StreetReviewPoster:
    """Four themes of four cards, as many as the sheet is made for."""
    projects = {
        "解决居民实际困难": ("六助为老服务", "便民服务队", "家门口的网上菜场", "弄堂清杂物"),
        "提升居民文化修养": ("夕阳红读报组", "漂流空间阅览室", "青少年微基地寒暑假班", "书法班"),
        "推动社区文明有序": ("丰裕里议事会", "护绿队", "金牌调解工作室", "律师进小区"),
        "促进共建共管": ("温暖夕阳红", "共建联席会", "老弄堂改造", "志愿者服务日"),
    }
    figures = {
        "六助为老服务": (figure("主题活动", "32次"), figure("受益", "360余人次")),
        "家门口的网上菜场": (figure("注册用户", "475名", "120名"),),
        "金牌调解工作室": (figure("动迁地块", "3个"),),
    }
    themes = tuple(
        ThemeView(
            number=str(number),
            name=name,
            cards=tuple(
                card(f"{which}{number}居委", f"{number} {name}", project, *figures.get(project, ()))
                for which, project in zip("甲乙丙丁", projects[name], strict=True)
            ),
        )
        for number, name in enumerate(projects, start=1)
    )
    return StreetReviewPoster(
        frame=frame,
        year=2018,
        source=SOURCE,
        figures=(figure("志愿者", "约600人"),),
        themes=themes,
        missing=("戊居委",),
        chart=chart(),
        bars_left_out=2,
    )


def committee_review(frame: PosterFrame) -> CommitteeReviewPoster:
    """One project with three figures, a text and a chart."""
    figures = (
        figure("注册用户", "475名", "120名"),
        figure("下单", "3304人次"),
        figure("日均订单", "14.86次"),
    )
    project = card(
        "孝和居委", "1 解决居民实际困难", frame.title, *figures, body="雨天不用出门，菜一样新鲜。"
    )
    return CommitteeReviewPoster(
        frame=frame, year=2018, source=SOURCE, cards=(project,), charts=(chart(),)
    )
