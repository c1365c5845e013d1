"""The site 站点: the street's name and address, and what holds for all its pages and posters."""

import re
from typing import Annotated, Any

from pydantic import PlainValidator

from generator.model.record import NOWHERE, Record, Source
from generator.model.values import Names, Phone, SiteUrl, Text, reject, take_text

FOOTER_FIELDS = ("发布日期", "撤下日期")
_DEFAULT_FOOTER = "{发布日期}发布　请于{撤下日期}后取下"


def _take_footer(value: Any) -> str:
    """A sentence with the fields of `FOOTER_FIELDS` in braces.

    There is no field for the day of printing: it would change every poster every day, and with
    that the list of posters to print again.
    """
    text = take_text(value)
    for name in re.findall(r"\{([^{}]*)\}", text):
        if name not in FOOTER_FIELDS:
            raise reject("footer-field-unknown", value=name, known="\n".join(FOOTER_FIELDS))
    return text


Footer = Annotated[str, PlainValidator(_take_footer)]


class Hotline(Record):
    """A number that everybody may call, such as 12345."""

    name: Annotated[Text, Names("名称")]
    phone: Annotated[Phone, Names("号码", ("电话",))]


class PosterDefaults(Record):
    """海报: what all posters of the site share."""

    footer: Annotated[Footer, Names("页脚")] = _DEFAULT_FOOTER


class Site(Record):
    """`site.yaml`."""

    source: Source = NOWHERE
    name: Annotated[Text, Names("名称")]
    url: Annotated[SiteUrl | None, Names("网址")] = None
    language: Annotated[Text, Names("语言", ("languages",))] = "zh-CN"
    footer: Annotated[Text | None, Names("页脚", ("统计口径",))] = None
    hotlines: Annotated[tuple[Hotline, ...], Names("公共电话")] = ()
    steps: Annotated[tuple[Text, ...], Names("议题办法")] = ("收集", "整理", "公示", "评议", "反馈")
    posters: Annotated[PosterDefaults, Names("海报")] = PosterDefaults()
