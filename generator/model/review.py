"""The annual review 年度回顾: the street's themes, and one entry from each committee."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Annotated, ClassVar

from generator.frozen import Frozen
from generator.model.item import Item
from generator.model.record import NOWHERE, Figure, Record, Source
from generator.model.taking import Given
from generator.model.values import Day, Names, Text, Year

_HANGS = timedelta(days=91)
"""So long, a quarter of a year, a review stays on the boards."""


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

    source: Annotated[Source, Given()] = NOWHERE
    title: Annotated[Text, Names("标题")]
    year: Annotated[Year, Names("年份")]
    origin: Annotated[ReviewSource, Names("来源")]
    themes: Annotated[tuple[Theme, ...], Names("主题")]
    figures: Annotated[tuple[Figure, ...], Names("数字")] = ()

    @property
    def code(self) -> str:
        """The code of the review's short address, printed as QR code."""
        return f"review-{self.year}"

    @property
    def last_day(self) -> date:
        """The last day on which it hangs: three months from its source's day.

        Where that is not known, to the end of the year after the one it tells of.
        """
        return self.origin.day + _HANGS if self.origin.day else date(self.year + 1, 12, 31)


class ReviewEntry(Item):
    """条目: one committee's part of a year, in its own folder."""

    folder: ClassVar[str] = "reviews"

    year: Annotated[Year, Names("年份")]
    theme: Annotated[Text, Names("主题")]
    project: Annotated[Text, Names("项目", ("标题",))]
    summary: Annotated[Text, Names("摘要")]
    figures: Annotated[tuple[Figure, ...], Names("数字")] = ()


class OwnedFigure(Frozen):
    """A figure and whose it is: a committee's or, then `owner` is None, the street's."""

    owner: str | None
    entry: ReviewEntry | None
    """None for the figures of the whole street."""
    figure: Figure


class Review(Frozen):
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

    def theme_of(self, entry: ReviewEntry) -> Theme | None:
        """Return the theme that an entry names; None for one that the year does not have."""
        return next((t for t in self.street.themes if entry.theme in (t.number, t.name)), None)

    def of(self, owner: str | None) -> tuple[ReviewEntry, ...]:
        """Return the entries of one committee or, for None, the street office's own."""
        return tuple(entry for entry in self.entries if entry.owner == owner)

    @property
    def owners(self) -> tuple[str | None, ...]:
        """Who has entries, in their order, each once."""
        return tuple(dict.fromkeys(entry.owner for entry in self.entries))

    @property
    def figures(self) -> Iterator[OwnedFigure]:
        """All figures: the whole street's, then those of the entries, theme by theme."""
        yield from (OwnedFigure(None, None, figure) for figure in self.street.figures)
        for theme in self.street.themes:
            for entry in self.under(theme):
                yield from (OwnedFigure(entry.owner, entry, figure) for figure in entry.figures)


class ComparedFigure(Frozen):
    """A figure that two years have."""

    earlier: OwnedFigure
    later: OwnedFigure


def compare_reviews(earlier: Review, later: Review) -> tuple[ComparedFigure, ...]:
    """Return the figures that both years have, in the order of the later one.

    It is the same figure if a committee gives it the same name in the same project, or the same
    name and has only one of that name in either year. What the figures say is not looked at.
    """
    before, now = tuple(earlier.figures), tuple(later.figures)
    indexes = [(key, _index(before, key), _index(now, key)) for key in (_in_project, _by_name)]
    compared = []
    for figure in now:
        matches = (old[key(figure)] for key, old, new in indexes if key(figure) in old.keys() & new)
        same = next(matches, None)
        if same:
            compared.append(ComparedFigure(same, figure))
    return tuple(compared)


_Key = tuple[str | None, ...]
_Index = dict[_Key, OwnedFigure]


def _in_project(figure: OwnedFigure) -> _Key:
    return (figure.owner, figure.entry.project if figure.entry else None, figure.figure.name)


def _by_name(figure: OwnedFigure) -> _Key:
    return (figure.owner, figure.figure.name)


def _index(figures: tuple[OwnedFigure, ...], key: Callable[[OwnedFigure], _Key]) -> _Index:
    """Return the figures by a key, without those whose key is not theirs alone."""
    count = Counter(map(key, figures))
    return {key(figure): figure for figure in figures if count[key(figure)] == 1}
