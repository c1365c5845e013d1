"""The site 站点: the street's name and address, and what holds for all its pages and posters."""

import re
from datetime import date
from enum import Enum
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import Field

from generator.attachments.finding import Format
from generator.model.accent import DEFAULT_ACCENT, Accent
from generator.model.attachment import AttachmentType
from generator.model.procedure import STEPS, Procedure
from generator.model.record import NOWHERE, Record, Source
from generator.model.retention import Retention
from generator.model.taking import Given, TakenBy
from generator.model.target import TargetText
from generator.model.values import Choices, Names, Phone, SiteUrl, Text, YesNo, reject, take_text

FOOTER_FIELDS = ("发布日期", "撤下日期")
_ENGLISH_FOOTER_FIELDS = ("published", "take_down")
_DEFAULT_FOOTERS = {
    "zh": "{发布日期}发布　请于{撤下日期}后取下",
    "en": "Published {published}. Take down after {take_down}.",
}


def _take_footer(value: Any) -> str:
    """Accept a sentence with the fields of `FOOTER_FIELDS`, or their English names, in braces.

    There is no field for the day of printing: it would change every poster every day, and with
    that the list of posters to print again.
    """
    text = take_text(value)
    for name in re.findall(r"\{([^{}]*)\}", text):
        if name not in FOOTER_FIELDS + _ENGLISH_FOOTER_FIELDS:
            raise reject("footer-field-unknown", value=name, known="\n".join(FOOTER_FIELDS))
    return text


def fill_footer(
    footer: str | None, published: date | None, take_down: date | None, *, language: str
) -> str:
    """Return the footer with its dates, without the clauses whose date does not exist.

    None stands for Linli's own footer in `language`, a BCP 47 tag. Clauses are what spaces
    separate, or sentences where spaces separate words, so a poster that stays up loses only
    请于…后取下.
    """
    in_chinese = language.lower().startswith("zh")
    text = footer or _DEFAULT_FOOTERS["zh" if in_chinese else "en"]
    days = dict(zip(FOOTER_FIELDS, (published, take_down), strict=True))
    days |= dict(zip(_ENGLISH_FOOTER_FIELDS, (published, take_down), strict=True))
    clauses = []
    for clause in re.split(r"\s+" if in_chinese else r"(?<=[.;|])\s+|　", text):
        filled = clause
        for name, day in days.items():
            if day is not None:
                filled = filled.replace(f"{{{name}}}", _write_day(day, in_chinese=in_chinese))
        if "{" not in filled:
            clauses.append(filled)
    return ("　" if in_chinese else " ").join(clauses)


def _write_day(day: date, *, in_chinese: bool) -> str:
    if in_chinese:
        return f"{day.year}年{day.month}月{day.day}日"
    from babel.dates import format_date  # noqa: PLC0415 - only sites that are not Chinese need it

    return format_date(day, "d MMMM y", locale="en")


Footer = Annotated[str, TakenBy(_take_footer)]


def _take_time_zone(value: Any) -> str:
    text = take_text(value)
    try:
        return ZoneInfo(text).key
    except (ValueError, OSError, KeyError):  # a name that is no path, or no zone
        raise reject("time-zone-unknown", value=text) from None


TimeZone = Annotated[str, TakenBy(_take_time_zone)]


class Hotline(Record):
    """A number that everybody may call, such as 12345."""

    name: Annotated[Text, Names("名称")]
    phone: Annotated[Phone, Names("号码", ("电话",))]


class PaperSize(Enum):
    """纸张: what the office's printer takes."""

    A4 = "A4"
    A3 = "A3"


class Ink(Enum):
    """颜色: what the office's printer prints with."""

    COLOUR = "colour"
    MONOCHROME = "monochrome"


_PAPER_WORDS = {"A4": PaperSize.A4, "A3": PaperSize.A3, "a4": PaperSize.A4, "a3": PaperSize.A3}
_INK_WORDS = {"彩色": Ink.COLOUR, "黑白": Ink.MONOCHROME, "color": Ink.COLOUR} | {
    ink.value: ink for ink in Ink
}


class PosterDefaults(Record):
    """海报: what all posters share, of the site or of one committee.

    What a committee leaves out is as the site has it; what the site leaves out is A4, in colour,
    in ordinary type, with Linli's own footer.
    """

    footer: Annotated[Footer | None, Names("页脚")] = None
    paper: Annotated[PaperSize | None, TakenBy(Choices(_PAPER_WORDS)), Names("纸张")] = None
    ink: Annotated[
        Ink | None,
        TakenBy(Choices(_INK_WORDS)),
        Names("颜色", ("color",), "colour"),
    ] = None
    large_print: Annotated[YesNo | None, Names("大字")] = None

    def over(self, general: "PosterDefaults") -> "PosterDefaults":
        """Return these choices, with `general` ones where there are none."""
        own = {name: value for name, value in self if value is not None}
        return general.model_copy(update=own)


class Site(Record):
    """`site.yaml`."""

    source: Annotated[Source, Given()] = NOWHERE
    name: Annotated[Text, Names("名称")]
    phone: Annotated[Phone | None, Names("电话")] = None
    url: Annotated[SiteUrl | None, Names("网址")] = None
    time_zone: Annotated[TimeZone, Names("时区")] = "Asia/Shanghai"
    language: Annotated[Text, Names("语言", ("languages",))] = "zh-CN"
    theme: Annotated[Text, Names("外观")] = "linli"
    """The folder of `themes/` that says how pages look."""
    footer: Annotated[Text | None, Names("页脚", ("统计口径",))] = None
    hotlines: Annotated[tuple[Hotline, ...], Names("公共电话")] = ()
    street_wide: Annotated[tuple[Text, ...], Names("可发全街道")] = ()
    """Committees, by id or name, that may publish for compounds which are not their own."""
    target: Annotated[TargetText | None, Names("发布", english="publish")] = None
    """Where `linli publish` takes the site, without any password."""
    accent: Annotated[Accent, Names("主题色", ("网页颜色",), "accent")] = DEFAULT_ACCENT
    steps: Annotated[Procedure, Names("议题办法")] = STEPS
    posters: Annotated[PosterDefaults, Names("海报")] = PosterDefaults.model_construct()
    retention: Annotated[Retention, Names("保留期")] = Retention.model_construct()
    attachment_types: Annotated[tuple[AttachmentType, ...], Names("附件类型")] = (Format.PDF,)
    """What items may have as attachments."""
    traditional_edition: Annotated[YesNo, Names("繁体版", ("繁體版",))] = False
    """Whether all pages exist in traditional characters as well."""
    traditional_names: Annotated[dict[str, Text], Names("繁体写法", ("繁體寫法",))] = Field(
        default_factory=dict
    )
    """How names and words are written there that would otherwise be converted: 于老师 → 于老師."""

    @property
    def is_chinese(self) -> bool:
        """Whether its pages are in Chinese, which alone can have an edition in other characters."""
        return self.language.lower().partition("-")[0] == "zh"

    @property
    def speech(self) -> str:
        """The language of what is told of times: `zh`, or `en` for anything else."""
        return "zh" if self.is_chinese else "en"

    @property
    def step_names(self) -> tuple[str, ...]:
        """The steps of an issue in their order."""
        return tuple(step.name for step in self.steps)
