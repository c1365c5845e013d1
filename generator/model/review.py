"""The annual review 年度回顾: the street's themes, and one entry from each committee."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from generator.model.item import Item
from generator.model.record import NOWHERE, Figure, Record, Source
from generator.model.values import Day, Names, Text, Year


class ReviewSource(Record):
    """来源: where the figures were published."""

    name: Annotated[Text, Names("名称")]
    day: Annotated[Day | None, Names("日期")] = None


class Theme(Record):
    """主题: one of the headings that the year's work is told under."""

    number: Annotated[Text, Names("号", ("编号",))]
    name: Annotated[Text, Names("名称")]


class StreetReview(Record):
    """`reviews/YEAR.yaml`: what all entries of a year share."""

    source: Source = NOWHERE
    title: Annotated[Text, Names("标题")]
    year: Annotated[Year, Names("年份")]
    origin: Annotated[ReviewSource, Names("来源")]
    themes: Annotated[tuple[Theme, ...], Names("主题")]


class ReviewEntry(Item):
    """条目: one committee's part of a year, in its own folder."""

    folder: ClassVar[str] = "reviews"

    year: Annotated[Year, Names("年份")]
    theme: Annotated[Text, Names("主题")]
    project: Annotated[Text, Names("项目", ("标题",))]
    summary: Annotated[Text, Names("摘要")]
    figures: Annotated[tuple[Figure, ...], Names("数字")] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """A street's year with its entries, in the order of the committees' folders."""

    street: StreetReview
    entries: tuple[ReviewEntry, ...]

    @property
    def published(self) -> date | None:
        """The day its source was published."""
        return self.street.origin.day

    def under(self, theme: Theme) -> tuple[ReviewEntry, ...]:
        """Return the entries that name this theme by its number or its name."""
        return tuple(e for e in self.entries if e.theme in (theme.number, theme.name))
