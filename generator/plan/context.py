"""What every plan function is given: the board, the day, and the pieces that many pages share."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from functools import cached_property, wraps
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from generator.frozen import Frozen
from generator.model.board import Board, path_of, targets_of
from generator.model.committee import Committee, Compound
from generator.model.filed import FiledItem
from generator.model.item import Item
from generator.model.notice import Outage
from generator.model.picture import Picture, PictureFile
from generator.model.prose import Target, TargetKind
from generator.model.record import Contact, Figure
from generator.model.review import Review
from generator.plan import addresses
from generator.plan.agenda import Agenda, month_end, week_end
from generator.plan.artifact import Artifact, Kind, Stamps, make_artifact
from generator.plan.filing import Filing
from generator.plan.lifetime import is_cancelled, is_current, is_published
from generator.plan.palette import make_palette
from generator.plan.pictures import largest_address, make_picture_view
from generator.plan.retention import retire_contact
from generator.plan.traditional_names import collect_names
from generator.plan.views import (
    Around,
    CompoundLink,
    DayView,
    FigureView,
    FiledFiles,
    FiledViews,
    Frame,
    Head,
    Link,
    Location,
    MissingPicture,
    PageView,
    PhoneView,
    PictureView,
    ProseView,
    RestoreView,
    TraditionalNames,
)

T = TypeVar("T")
Subject = TypeVar("Subject", bound=Compound | Item)

DAYS_AHEAD = 62
"""How far ahead pages look for the next time something takes place."""


class Context(Frozen, dict=True, gc=True):
    """One planning run."""

    board: Board
    today: date
    stamps: Stamps
    posters: bool = True
    """Whether posters will be made, so that pages may link to them."""
    unprintable: frozenset[str] = frozenset()
    """Paths of posters that could not be made."""
    wanted: str | None = None
    """The one page that is asked for; None where all are."""
    filing: Filing | None = None
    """Where to ask for what the board has filed, if it has anything."""
    again: frozenset[str] = frozenset()
    """The content files of what is filed and has to be planned again nevertheless."""
    neighbours: Mapping[str, Around] | None = None
    """What stands before and after each item (`bylines`), if that was looked for already."""

    def wants(self, path: str) -> bool:
        """Whether the page at a path is to be planned."""
        return self.wanted is None or self.wanted == path

    @property
    def horizon(self) -> date:
        """The last day that pages and posters look ahead to."""
        return self.today + timedelta(days=DAYS_AHEAD)

    @cached_property
    def agenda(self) -> Agenda:
        """Everything from this month's and this week's first day to the last month in sight.

        Last night is always in it, for what goes on past midnight.
        """
        monday = week_end(self.today) - timedelta(days=6)
        first = min(self.today.replace(day=1), monday, self.today - timedelta(days=1))
        return Agenda(self.board, first, month_end(self.horizon))

    @cached_property
    def days_ahead(self) -> tuple[DayView, ...]:
        """Every day from today to the horizon, without what is on."""
        days = range((self.horizon - self.today).days + 1)
        return tuple(self.agenda.day(self.today + timedelta(days=number)) for number in days)

    @cached_property
    def answers(self) -> dict[tuple[str, str], Any]:
        """What has been worked out for compounds and items: see `ask_once`."""
        return {}

    @cached_property
    def frame(self) -> Frame:
        """What every page shares."""
        site = self.board.site
        newest = self.reviews[-1].street if self.reviews else None
        review = Link(newest.title, addresses.of_review(newest.year)) if newest else None
        return Frame(
            site_name=site.name,
            site_url=site.url,
            language=site.language,
            footer=site.footer,
            hotlines=tuple(PhoneView(h.name, h.phone) for h in site.hotlines),
            review=review,
            traditional=self.traditional_names is not None,
            palette=make_palette(site.accent),
            time_zone=site.time_zone,
            utc_offset=_utc_offset(site.time_zone, self.today),
            clock_changes=_is_put_forward(site.time_zone, self.today),
        )

    @cached_property
    def traditional_names(self) -> TraditionalNames | None:
        """The names of the edition in traditional characters; None if the site has none."""
        site = self.board.site
        wanted = site.traditional_edition and site.is_chinese
        return collect_names(self.board) if wanted else None

    @cached_property
    def reviews(self) -> tuple[Review, ...]:
        """The annual reviews that have something to tell, oldest first."""
        return tuple(r for r in self.board.reviews if r.entries or r.street.figures)

    @cached_property
    def home(self) -> Link:
        """The front page, as the first crumb of all others."""
        return Link(self.board.site.name, addresses.HOME)

    @cached_property
    def everything(self) -> tuple[Item | FiledItem, ...]:
        """All items that may be seen, kind by kind, also those that are filed."""
        return tuple(item for item in self.board.everything if self._is_published(item))

    def everything_in(self, place: Committee | Compound | None) -> tuple[Item | FiledItem, ...]:
        """Return what is for a compound, or of a committee; for None, all that may be seen."""
        match place:
            case Compound():
                return self._by_compound[place.id]
            case Committee():
                return self._by_committee[place.id]
            case _:
                return self.everything

    @cached_property
    def _by_compound(self) -> dict[str, tuple[Item | FiledItem, ...]]:
        found = {c.id: self.board.everything_in(c) for c in self.board.compounds}
        return {
            key: tuple(item for item in items if self._is_published(item))
            for key, items in found.items()
        }

    @cached_property
    def _by_committee(self) -> dict[str, tuple[Item | FiledItem, ...]]:
        table: dict[str, list[Item | FiledItem]] = {c.id: [] for c in self.board.committees}
        for item in self.everything:
            if item.owner is not None:
                table[item.owner].append(item)
        return {key: tuple(items) for key, items in table.items()}

    def _is_published(self, item: Item | FiledItem) -> bool:
        return isinstance(item, FiledItem) or is_published(item, self.today)

    @cached_property
    def revived(self) -> tuple[Item, ...]:
        """What is filed and has to be planned again, as its files say it."""
        filed = (item for item in self.board.filed if item.path in self.again)
        assert self.filing or not self.again  # noqa: S101 - a board has filed nothing without
        found = (self.filing.record_of(item) for item in filed) if self.filing else ()
        return tuple(retire_contact(item, self.board, self.today) for item in found)

    def files_of(self, item: FiledItem) -> FiledFiles:
        """Return the files that are made of an item that is filed."""
        assert self.filing  # noqa: S101 - a board has filed nothing without
        return self.filing.files_of(item)

    def views_of(self, item: FiledItem) -> FiledViews:
        """Return what others show of an item that is filed."""
        assert self.filing  # noqa: S101 - a board has filed nothing without
        return self.filing.views_of(item)

    @cached_property
    def _addresses(self) -> dict[str, str]:
        table = {path_of(i): addresses.of_item(i) for i in self.everything}
        for committee in self.board.committees:
            table[committee.source.path] = addresses.of_committee(committee.id)
        for review in self.reviews:
            table[review.street.source.path] = addresses.of_review(review.street.year)
        for file in self.shown_pictures:
            table[file.path] = largest_address(file)
        return table

    def page(self, path: str, view: PageView) -> Artifact:
        """Return the artifact of a page."""
        return make_artifact(path, Kind.PAGE, view, self.stamps)

    def head(self, title: str, description: str, *crumbs: Link) -> Head:
        """Return a page's head, below the front page and `crumbs`."""
        return Head(title=title, description=description, crumbs=(self.home, *crumbs))

    @cached_property
    def shown_pictures(self) -> tuple[PictureFile, ...]:
        """The pictures that something on the site shows or leads to, without those that cannot."""
        targets = (target for item in self.everything for target in targets_of(item))
        named = {target.path for target in targets if not target.is_foreign}
        pictures = (file for file in self.board.pictures if file.path in named)
        return tuple(file for file in pictures if isinstance(file.content, Picture))

    @cached_property
    def _pictures(self) -> dict[str, PictureFile]:
        return {file.path: file for file in self.board.pictures}

    def body(self, item: Item, *, early: bool = True) -> ProseView:
        """Return an item's body with what goes into its gaps; see `fill`."""
        body, fillings = item.body, self.fill(item.body.targets, early=early)
        return ProseView(body.pieces, fillings, body.text, Location(item.source.path))

    def fill(
        self, targets: Iterable[Target], *, early: bool = True
    ) -> tuple[str | PictureView | MissingPicture, ...]:
        """Return what goes into the gaps of a body; a missing file leads nowhere.

        `early` says that the body stands at the head of its page, where a picture is seen at once.
        """
        fillings: list[str | PictureView | MissingPicture] = []
        for target in targets:
            if target.kind is TargetKind.IMAGE:
                fillings.append(self._picture(target, early=early))
                early = False
            elif target.kind is TargetKind.WEB:
                fillings.append(target.path)
            else:
                mark = f"#{target.fragment}" if target.fragment else ""
                address = self._addresses.get(target.path)
                fillings.append(f"{address}{mark}" if address else "#")
        return tuple(fillings)

    def _picture(self, target: Target, *, early: bool) -> PictureView | MissingPicture:
        file = None if target.is_foreign else self._pictures.get(target.path)
        view = make_picture_view(file, target.words, early=early) if file else None
        return view or MissingPicture(target.words)

    @cached_property
    def _owners(self) -> dict[str | None, Link]:
        offices = self.board.committees
        links = [(each.id, Link(each.name, addresses.of_committee(each.id))) for each in offices]
        return dict([(None, self.home), *links])

    def owner(self, item: Item) -> Link:
        """Return who publishes an item."""
        return self._owners[item.owner]

    def office_phone(self, owner: str | None) -> str | None:
        """Return the phone of the office that publishes: a committee's, or the street's."""
        return self.board.committee(owner).phone if owner else self.board.site.phone

    def groups(self, names: tuple[str, ...], owner: str | None) -> tuple[Link, ...]:
        """Return links to the groups that an item of `owner` names; unknown ones were reported."""
        found = (self.board.find_group(name, owner) for name in names)
        return tuple(Link(g.name, addresses.of_item(g)) for g in found if g)

    def short_url(self, code: str) -> str | None:
        """Return the absolute short address; None if the site has no address yet."""
        url = self.board.site.url
        return f"{url}{addresses.of_short(code)}" if url else None

    def is_current(self, item: Item) -> bool:
        """Whether an item belongs on the boards today."""
        return is_current(item, self.board, self.today)


def ask_once(
    work_out: Callable[[Context, Subject], T],
) -> Callable[[Context, Subject], T]:
    """Let what several pages and posters ask of a compound or an item be worked out once."""

    @wraps(work_out)
    def ask(context: Context, subject: Subject) -> T:
        name = subject.id if isinstance(subject, Compound) else subject.source.path
        question = (work_out.__qualname__, name)
        if question not in context.answers:
            context.answers[question] = work_out(context, subject)
        answer: T = context.answers[question]
        return answer

    return ask


def _utc_offset(zone: str, day: date) -> int:
    """Return how many minutes a zone's clock is ahead of UTC at noon of a day."""
    offset = datetime.combine(day, time(12), ZoneInfo(zone)).utcoffset() or timedelta()
    return round(offset.total_seconds() / 60)


def _is_put_forward(zone: str, day: date) -> bool:
    """Whether a zone's clock is known to change within three years after a day."""
    months = (day + timedelta(days=30 * number) for number in range(37))
    return len({_utc_offset(zone, each) for each in months}) > 1


def compound_link(compound: Compound) -> CompoundLink:
    """Return a compound for a directory."""
    former = tuple(f.name for f in compound.merged_from)
    return CompoundLink(
        name=compound.name, address=addresses.of_compound(compound.id), former_names=former
    )


def phone_view(contact: Contact) -> PhoneView:
    """Return whom to call."""
    return PhoneView(contact.name, contact.phone)


def restore_view(context: Context, item: Item) -> RestoreView | None:
    """Return when an outage is expected to be over; None if it is cancelled, and for all else."""
    if not isinstance(item, Outage) or is_cancelled(item):
        return None
    restored = item.restored(context.board.calendar)
    return RestoreView(*restored) if restored else None


def figure_views(figures: tuple[Figure, ...]) -> tuple[FigureView, ...]:
    """Return figures as written."""
    return tuple(
        FigureView(name=f.name, value=f.value, start=f.start, remark=f.remark) for f in figures
    )


def bare_url(url: str | None) -> str | None:
    """Return an address as people read it, without its scheme and last slash."""
    return url and url.partition("://")[2].rstrip("/")
