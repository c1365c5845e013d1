"""What is printed and put up: the cover sheet of a pack, and the page for those who hang it."""

from datetime import date
from typing import ClassVar

from generator.frozen import Frozen
from generator.plan.views.head import Head
from generator.plan.views.pieces import Frame, PosterLink
from generator.plan.views.poster_frame import PosterFrame


class HungSheet(Frozen, kw_only=True):
    """A poster on a board; the theme names it by `title`, else by kind and time."""

    title: str
    kind: str
    month: date | None
    week: date | None
    last_day: date | None
    """The last day it hangs; None if it stays up."""


class FreshSheet(Frozen, kw_only=True):
    """A poster to put up; `replaces` the one of that name that hangs there."""

    sheet: HungSheet
    paper: str
    pages: int
    replaces: bool


class WeekSheets(Frozen, kw_only=True):
    """What comes down in a week, by day."""

    first: date
    last: date
    sheets: tuple[HungSheet, ...]


class BoardWork(Frozen, kw_only=True):
    """What there is to do at one board."""

    name: str
    """Empty where the compound's file has no boards."""
    doors: bool
    """True for the doors of the buildings, which are no board: each sheet names its own."""
    size: str
    """`A3×4`, or empty."""
    put_up: tuple[FreshSheet, ...]
    take_down: tuple[HungSheet, ...]
    """Today, besides those that are replaced."""
    stays: int
    """The posters that hang there and are not touched."""
    no_room: tuple[HungSheet, ...]
    weeks: tuple[WeekSheets, ...]
    """What comes down after today: the rest of this week, and next week."""


class CoverSheet(Frozen, kw_only=True):
    """The first sheet of a compound's pack: what goes where, with boxes to tick."""

    template: ClassVar[str] = "posters/cover.html"
    one_page: ClassVar[bool] = False
    frame: PosterFrame
    today: date
    boards: tuple[BoardWork, ...]
    lists_only: bool
    """Whether there is nothing behind this sheet: it is the take-down list alone."""


class StaffBoard(Frozen, kw_only=True):
    """What hangs on one board and has to change, as far as the record of printing knows."""

    name: str
    """Empty where the compound's file has no boards, or nothing was printed yet."""
    doors: bool
    replace: tuple[PosterLink, ...]
    """Those that say something else by now."""
    take_down: tuple[HungSheet, ...]
    """Those that should not hang there any more."""
    weeks: tuple[WeekSheets, ...]


class StaffCompound(Frozen, kw_only=True):
    """A compound with something to do."""

    name: str
    address: str
    id: str
    fresh: tuple[PosterLink, ...]
    """Posters that were not printed yet."""
    boards: tuple[StaffBoard, ...]


class StaffPage(Frozen, kw_only=True):
    """For those who print and hang: what needs printing, and what comes down."""

    template: ClassVar[str] = "staff.html"
    frame: Frame
    head: Head
    today: date
    recorded: bool
    """Whether `linli print` has ever been used for this site."""
    compounds: tuple[StaffCompound, ...]
    quiet: int
    """The compounds where there is nothing to do."""
