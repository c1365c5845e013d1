"""Notices 通知: seven categories, one class for each set of required parts."""

from datetime import date, timedelta
from enum import Enum
from typing import Annotated, ClassVar

from pydantic import AfterValidator

from generator.model.posted import PostedItem
from generator.model.record import Contact, Record
from generator.model.taking import TakenBy
from generator.model.values import (
    FOREVER,
    Before,
    Choices,
    Count,
    Day,
    Days,
    Names,
    Phone,
    Text,
    Until,
    When,
    reject,
)
from generator.schedule import Calendar

DAYS_UP = 30
"""How long a notice stays up that does not say when it comes down."""
MOST_STRIPS = 12
"""So many strips beside one another can still be read, and torn off one by one."""
_DAY_MINUTES = 24 * 60


class Category(Enum):
    """类别."""

    NOTICE = "notice"
    TIP = "tip"
    OUTAGE = "outage"
    RECRUITMENT = "recruitment"
    ANNOUNCEMENT = "announcement"
    RESULT = "result"
    FORM = "form"


class Level(Enum):
    """级别: urgent notices stand at the top of every page of their scope."""

    NORMAL = "normal"
    IMPORTANT = "important"
    URGENT = "urgent"


CATEGORY_WORDS = {
    "通知": Category.NOTICE,
    "温馨提示": Category.TIP,
    "停水停电": Category.OUTAGE,
    "招募": Category.RECRUITMENT,
    "公示": Category.ANNOUNCEMENT,
    "会议结果": Category.RESULT,
    "表格": Category.FORM,
} | {category.value: category for category in Category}
_LEVEL_WORDS = {
    "普通": Level.NORMAL,
    "重要": Level.IMPORTANT,
    "紧急": Level.URGENT,
} | {level.value: level for level in Level}


class Notice(PostedItem):
    """通知, and what all categories share."""

    folder: ClassVar[str] = "notices"
    poster_parts: ClassVar[tuple[str, ...]] = ("points",)

    category: Annotated[Category, TakenBy(Choices(CATEGORY_WORDS)), Names("类别")]
    title: Annotated[Text, Names("标题")]
    published: Annotated[Day, Names("发布")]
    take_down: Annotated[Until | None, Names("撤下")] = None
    level: Annotated[Level, TakenBy(Choices(_LEVEL_WORDS)), Names("级别")] = Level.NORMAL
    points: Annotated[tuple[Text, ...], Names("要点")] = ()
    contact: Annotated[Contact | None, Names("联系")] = None
    groups: Annotated[tuple[Text, ...], Names("队伍", ("阵地",))] = ()

    def last_day(self, calendar: Calendar) -> date | None:
        """Return the last day the notice hangs; None if it stays until somebody takes it down."""
        if self.take_down is FOREVER:
            return None
        if isinstance(self.take_down, date):
            return self.take_down
        return self.natural_end(calendar) or self.published + timedelta(days=DAYS_UP)

    def natural_end(self, calendar: Calendar) -> date | None:  # noqa: ARG002 - for subclasses
        """Return the day after which the notice has nothing more to say, if its kind has one."""
        return None


class Outage(Notice):
    """停水停电: no water, power or gas for some hours."""

    poster_parts: ClassVar[tuple[str, ...]] = ("points", "reason")

    reason: Annotated[Text, Names("原因")]
    when: Annotated[When, Names("起止", ("时间",))]
    phone: Annotated[Phone, Names("电话")]
    revision: Annotated[Count, Names("修订")] = 0
    """How often its times were changed; raised by hand so that calendars notice (SEQUENCE)."""
    cancelled: Annotated[Text | None, Names("取消")] = None
    """Why nothing is cut off after all; the notice hangs on to say so."""

    def restored(self, calendar: Calendar) -> tuple[date, int | None] | None:
        """Return the day and minute at which all is to be as before; None without a last day.

        The minute, 1440 at most, is None where the notice gives no clock time.
        """
        last = self.when.last_day(calendar)
        if last is None:
            return None
        ends = [one.end for one in self.when.occurrences(last, last, calendar)]
        minute = max((end for end in ends if end is not None), default=None)
        if minute is None or minute <= _DAY_MINUTES:
            return last, minute
        nights = (minute - 1) // _DAY_MINUTES
        return last + timedelta(days=nights), minute - nights * _DAY_MINUTES

    def natural_end(self, calendar: Calendar) -> date | None:
        """Return the day on which all is as before."""
        restored = self.restored(calendar)
        return restored and restored[0]


def _take_strips(count: int) -> int:
    """Refuse more strips than can be read, and none."""
    if not 0 < count <= MOST_STRIPS:
        raise reject("strips-wrong", value=str(count), most=MOST_STRIPS)
    return count


class TearOff(Record):
    """撕条: the strips at the foot of a poster that people tear off and take home."""

    text: Annotated[Text, Names("文字")]
    phone: Annotated[Phone, Names("电话")]
    strips: Annotated[Count, AfterValidator(_take_strips), Names("条数")] = 8


class Recruitment(Notice):
    """招募: a call for volunteers."""

    poster_parts: ClassVar[tuple[str, ...]] = (
        *("points", "hours", "conditions"),
        *("tasks", "places"),
    )

    deadline: Annotated[Before, Names("报名截止")]
    places: Annotated[Count | None, Names("名额")] = None
    tasks: Annotated[tuple[Text, ...], Names("做什么")] = ()
    conditions: Annotated[tuple[Text, ...], Names("要求")] = ()
    hours: Annotated[Text | None, Names("时间安排")] = None
    tear_off: Annotated[TearOff | None, Names("撕条")] = None

    def natural_end(self, calendar: Calendar) -> date | None:  # noqa: ARG002
        """Return the last day to sign up."""
        return self.deadline.day


class Objections(Record):
    """意见: how residents may object during a public announcement."""

    ways: Annotated[tuple[Text, ...], Names("方式")] = ()
    phone: Annotated[Phone, Names("电话")]


class Announcement(Notice):
    """公示: a plan that is open to objections for a period."""

    poster_parts: ClassVar[tuple[str, ...]] = ("points", "issue", "outcome")

    period: Annotated[Days, Names("公示期")]
    objections: Annotated[Objections, Names("意见")]
    issue: Annotated[Text | None, Names("议题")] = None
    outcome: Annotated[Text | None, Names("结果说明")] = None

    def last_day(self, calendar: Calendar) -> date | None:
        """Never before the period has ended, whatever 撤下 says."""
        end = super().last_day(calendar)
        return end and max(end, self.period.last)

    def natural_end(self, calendar: Calendar) -> date | None:  # noqa: ARG002
        """Return the last day to object."""
        return self.period.last


class Result(Notice):
    """会议结果: what a meeting or a period of objections decided."""

    poster_parts: ClassVar[tuple[str, ...]] = ("points", "issue")

    issue: Annotated[Text | None, Names("议题")] = None


class FieldWidth(Enum):
    """How much of a line a field of a form takes."""

    FULL = "full"
    HALF = "half"


_WIDTH_WORDS = {"整行": FieldWidth.FULL, "半行": FieldWidth.HALF} | {
    width.value: width for width in FieldWidth
}


class FormField(Record):
    """One field of a printed form: a line to write on, or choices to tick."""

    name: Annotated[Text, Names("名称")]
    width: Annotated[FieldWidth, TakenBy(Choices(_WIDTH_WORDS)), Names("宽")] = FieldWidth.FULL
    choices: Annotated[tuple[Text, ...], Names("选项")] = ()


class Form(Notice):
    """表格: a form to fill in by hand, with what its answers are used for."""

    poster_parts: ClassVar[tuple[str, ...]] = ("points", "annex", "purpose")

    fields: Annotated[tuple[FormField, ...], Names("栏目")]
    purpose: Annotated[Text | None, Names("用途")] = None
    annex: Annotated[Text | None, Names("附录", ("附",))] = None


NOTICE_CLASSES: dict[Category, type[Notice]] = {
    Category.NOTICE: Notice,
    Category.TIP: Notice,
    Category.OUTAGE: Outage,
    Category.RECRUITMENT: Recruitment,
    Category.ANNOUNCEMENT: Announcement,
    Category.RESULT: Result,
    Category.FORM: Form,
}
