"""Sheets: the posters of a compound as paper, with what they take and how much they matter."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from msgspec.structs import replace

from generator.frozen import Frozen
from generator.model.printed import PrintedSheet
from generator.plan import addresses
from generator.plan.agenda import week_end
from generator.plan.artifact import Artifact, Kind, Stamps, make_artifact
from generator.plan.views import HungSheet, NoticePoster, PosterLink, PosterView, WeekSheets

_WEIGHTS = (
    "urgent", "outage", "announcement", "timetable", "menu", "event", "digest", "recruitment",
    "notice", "result", "contacts", "tip", "issues", "review", "form",
)  # fmt: skip
"""What gets its place on a board first; kinds that are not named come last."""
_OWN_PAPER = ("issues", "review")
_UNITS = {"A4": 1, "A3": 2}
"""The room that a sheet takes, in sheets of A4."""


class Sheet(Frozen, kw_only=True):
    """A poster of one compound. Compares by what it says."""

    artifact: Artifact
    link: PosterLink
    key: str

    @property
    def path(self) -> str:
        """The path of the poster."""
        return self.artifact.path

    def units(self, pages: Mapping[str, int]) -> int:
        """Return the room it takes on a board, in sheets of A4."""
        return pages.get(self.path, 1) * units_of(self.link.paper)

    def print_on(self, day: date) -> PrintedSheet:
        """Return the sheet for the record, printed on a day."""
        link = self.link
        return PrintedSheet(
            key=self.key,
            title=link.title,
            kind=link.kind,
            month=link.month,
            week=link.week,
            last_day=link.last_day,
            printed=day,
        )


def units_of(paper: str) -> int:
    """Return the room that a sheet of this paper takes, in sheets of A4."""
    return _UNITS[paper]


def sheet_key(artifact: Artifact) -> str:
    """Return the key of what a poster says and of the paper it is on.

    Unlike the artifact's own key it does not change with the theme, the faces or a new version of
    Linli: nobody has to print a whole glass case anew for those.
    """
    bare = Stamps(page="", poster="")
    return make_artifact(artifact.path, Kind.POSTER, artifact.view, bare).key


def make_sheets(links: Iterable[PosterLink], posters: Mapping[str, Artifact]) -> list[Sheet]:
    """Return the posters that are linked, those that matter most first.

    `posters` are the artifacts by path; a link to one that is not among them is left out.
    """
    paths = {addresses.of_poster(link.twin): link for link in links}
    sheets = [make_sheet(posters[path], link) for path, link in paths.items() if path in posters]
    return sorted(sheets, key=_weigh)


def make_sheet(poster: Artifact, link: PosterLink) -> Sheet:
    """Return a poster as a sheet."""
    return Sheet(artifact=poster, link=link, key=sheet_key(poster))


def _weigh(sheet: Sheet) -> int:
    kind = sheet.link.kind
    view = sheet.artifact.view
    if isinstance(view, NoticePoster):
        kind = "urgent" if view.parts.level == "urgent" else view.parts.category
    return _WEIGHTS.index(kind) if kind in _WEIGHTS else len(_WEIGHTS)


def hung_sheet(sheet: PrintedSheet | PosterLink) -> HungSheet:
    """Return a sheet for a list."""
    return HungSheet(
        title=sheet.title,
        kind=sheet.kind,
        month=sheet.month,
        week=sheet.week,
        last_day=sheet.last_day,
    )


def list_weeks(sheets: Iterable[HungSheet], today: date) -> tuple[WeekSheets, ...]:
    """Return what comes down after its last day in the rest of this week, and in the next.

    A sheet whose last day is Sunday comes down on that day's evening, and counts for that week.
    """
    sunday = week_end(today)
    spans = ((today, sunday), (sunday + timedelta(days=1), sunday + timedelta(days=7)))
    dated = sorted((s for s in sheets if s.last_day), key=lambda s: (s.last_day or today, s.title))
    return tuple(
        WeekSheets(
            first=first,
            last=last,
            sheets=tuple(s for s in dated if s.last_day and first <= s.last_day <= last),
        )
        for first, last in spans
    )


def vary_paper(
    sheet: Sheet,
    stamps: Stamps,
    *,
    paper: str | None = None,
    monochrome: bool = False,
    large_print: bool = False,
) -> Sheet:
    """Return a poster as it is printed once in another way than the site's.

    Kinds that are made for one paper keep it. The key stays: what it says is the same.
    """
    view = sheet.artifact.view
    assert isinstance(view, PosterView)  # noqa: S101 - posters have a frame
    old = view.frame.variant
    variant = replace(
        old,
        paper=old.paper if sheet.link.kind in _OWN_PAPER else paper or old.paper,
        monochrome=monochrome or old.monochrome,
        large_print=large_print or old.large_print,
    )
    if variant == old:
        return sheet
    other = replace(view, frame=replace(view.frame, variant=variant))
    return replace(
        sheet,
        artifact=make_artifact(sheet.path, Kind.POSTER, other, stamps),
        link=replace(sheet.link, paper=variant.paper),
    )
