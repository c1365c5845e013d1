"""The site as its files say now, or as they last said something that could be shown.

`Preview` reads and checks when it is told that a file has changed. A site that cannot be read, or
a theme that cannot be filled in, leaves what was there before, and says what is wrong.
"""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Condition, RLock
from time import sleep
from typing import cast

from jinja2 import TemplateError

from generator.build.checking import check_site, distinct, read_site
from generator.build.failures import collect_failures, find_obstacle, site_problem
from generator.build.last_good import open_last_good
from generator.build.memory import open_memory
from generator.build.quarantine import Sound, find_sound
from generator.build.stamps import find_site_theme, make_stamps
from generator.frozen import Frozen
from generator.model.board import Board
from generator.plan import Artifact, Kind
from generator.plan.views import Thumbnail
from generator.problems import Problem
from generator.read import Reading
from generator.serve.memory import WarmMemory
from generator.serve.posters import PLACEHOLDER, PosterDesk
from generator.serve.recent import Recent
from generator.serve.site_day import PAGES, Look, SiteDay
from generator.write.workshop import find_workshop

_DAYS = 4
"""Days that are kept planned: today, and what somebody looks at beside it."""
_PAGES = 100
"""Pages that are kept as they were last, for the time in which a theme is broken."""
_POSTERS, _PICTURE = "posters/", ".png"
_AT_ONCE = 8
_PAUSE = 0.002
"""Files to plan, and seconds then left to those who wait for a page."""


class Clock(Frozen, kw_only=True):
    """The time, which only commands may read."""

    today: Callable[[str | None], date]
    """The day it is in a time zone; None if there is no site that has one."""
    nanoseconds: Callable[[], int]
    """Since 1970."""


class Place(Frozen, kw_only=True):
    """The folders of a preview."""

    site: Path
    output: Path
    """Where the last build is; its posters need not be printed again."""
    workshop: Path
    """A folder of the preview's own, to be removed after it."""


class File(Frozen):
    """A file of the site; `body` is None where nothing can be made of it."""

    body: bytes | None
    kind: Kind
    media: str | None = None
    """Where that is not what its name says."""
    problems: tuple[Problem, ...] = ()
    """Why it cannot be made."""

    @property
    def is_page(self) -> bool:
        """Whether it is HTML."""
        return self.kind in PAGES


_PLACEHOLDER = File(PLACEHOLDER, Kind.THUMBNAIL, "image/svg+xml")


@dataclass(slots=True)
class Shown:
    """What is shown for a day, and what is wrong."""

    day: date
    problems: list[Problem]
    site: SiteDay | None = None
    """None while there has been nothing that could be shown."""
    is_old: bool = False
    """Whether the site is that of an earlier reading."""
    whole: bool = field(default=False)
    """Whether all of it is planned."""


class Preview:
    """One site on any day; for many threads."""

    def __init__(self, place: Place, clock: Clock, tell_bug: Callable[[], str]) -> None:
        """Read nothing yet. `tell_bug` notes the exception at hand and returns where."""
        self.place = place
        self.clock = clock
        self.number = 0
        """Of the reading, counted from 1."""
        self._tell_bug = tell_bug
        self._lock = RLock()
        self._changed = Condition()
        self._memory = WarmMemory(clock.nanoseconds)
        self._reading: Reading | None = None
        self._failure: Problem | None = None
        self._good: tuple[Board, Look] | None = None
        self._look: tuple[str, Look] | None = None
        self._shown: Recent[date, Shown] = Recent(_DAYS)
        self._last: Recent[tuple[date, str], bytes] = Recent(_PAGES)
        self._old_pictures: Recent[str, File] = Recent(_PAGES)
        """Small ones of posters, which no page waits for until the plan has come so far."""
        self._obstacle = find_obstacle()
        self._desk = PosterDesk(place.output)
        find_workshop(place.workshop / "output").mkdir(parents=True, exist_ok=True)

    # --- reading ------------------------------------------------------------------------------

    def refresh(self, *, theme_changed: bool = False) -> None:
        """Read the site again, and tell those who wait for that. Raises nothing."""
        with self._lock:
            try:
                self._reading = self._read()
                self._failure = None
            except Exception as error:  # noqa: BLE001 - the next save may mend whatever this was
                self._failure = self._explain(error)
            if theme_changed:
                self._look = None
            self._shown.clear()
            self.show(self.usual_day())
            self._memory.forget_unused()
        self.wake()

    def wait(self, number: int, timeout: float) -> bool:
        """Wait for a later reading than this; whether there is one."""
        with self._changed:
            return self._changed.wait_for(lambda: self.number != number, timeout)

    def wake(self) -> None:
        """Have those who wait look whether there still is anything to wait for."""
        with self._changed:
            self.number += 1
            self._changed.notify_all()

    def usual_day(self) -> date:
        """Return the day for which the site is shown to who asks for no other."""
        board = self._reading.board if self._reading else None
        board = board or (self._good[0] if self._good else None)
        return self.clock.today(board.site.time_zone if board else None)

    @property
    def reading(self) -> Reading | None:
        """What was last read."""
        return self._reading

    def _read(self) -> Reading:
        if self._reading:
            return read_site(self.place.site, self._memory)
        with open_memory(self.place.site, self.clock.nanoseconds()) as beneath:
            self._memory.beneath = beneath
            try:
                return read_site(self.place.site, self._memory)
            finally:
                self._memory.beneath = None

    def _explain(self, error: Exception) -> Problem:
        """Return what went wrong with machine, theme or program as a problem."""
        if isinstance(error, OSError):
            return site_problem("machine-failed", reason=str(error))
        if isinstance(error, TemplateError):
            template = getattr(error, "filename", None) or getattr(error, "name", None)
            facts = {"reason": str(error.message), "template": str(template or "themes/")}
            return site_problem("theme-broken", **facts)
        return site_problem("internal-error", log=self._tell_bug())

    # --- showing ------------------------------------------------------------------------------

    def show(self, day: date) -> Shown:
        """Return what is shown for a day."""
        with self._lock:
            shown = self._shown.get(day)
            return shown or self._shown.put(day, self._prepare(day))

    def _prepare(self, day: date) -> Shown:
        problems = [each for each in (self._failure, self._obstacle) if each]
        shown = Shown(day, problems, is_old=True)
        try:
            self._prepare_site(shown)
        except Exception as error:  # noqa: BLE001 - what was good before is still there
            problems.append(self._explain(error))
        if shown.site is None and self._good:
            with suppress(OSError):
                board, look = self._good
                shown.site = SiteDay(board, day, look, posters=not self._obstacle)
        problems[:] = distinct(problems)
        return shown

    def _prepare_site(self, shown: Shown) -> None:
        """Check what was read and begin to plan it, if anything can be made of it."""
        if self._reading is None:
            return
        shown.problems += check_site(self._reading, shown.day)
        place = (self.place.site, self.place.workshop / "output")
        sound = find_sound(self._reading, shown.problems, place, shown.day, self._memory)
        if sound is None:
            return
        with collect_failures(shown.problems, sound.board.site):
            look = self._find_look(sound.board)
            shown.site = SiteDay(sound.board, shown.day, look, posters=not self._obstacle)
            shown.is_old = bool(self._failure)
            self._good = (sound.board, look)
            if shown.day == self.usual_day():
                self._keep_good(sound, shown.day)

    def _keep_good(self, sound: Sound, day: date) -> None:
        with open_last_good(self.place.workshop / "output") as store:
            store.replace(sound.good_sources(), sound.standing, self.place.site, day)

    def _find_look(self, board: Board) -> Look:
        """Return the site's theme. Raises ThemeMissingError, OSError."""
        key = f"{board.site.theme} {board.site.language} {board.site.accent}"
        if self._look is None or self._look[0] != key:
            theme = find_site_theme(board.site, self.place.site)
            stamps = make_stamps(theme, posters=not self._obstacle)
            self._look = (key, Look(theme, stamps))
        return self._look[1]

    # --- files --------------------------------------------------------------------------------

    def make(self, path: str, day: date) -> File | None:
        """Return a file of the site on a day; None if there is none of that path."""
        with self._lock:
            shown = self.show(day)
            if shown.site is None:
                return None
            try:
                found = self._make(path, shown, shown.site)
            except Exception as error:  # noqa: BLE001 - a page that was good before is still there
                problem = self._explain(error)
                shown.problems[:] = distinct((*shown.problems, problem))
                return File(self._last.get((day, path)), Kind.PAGE, problems=(problem,))
        return self._print(found, shown.site) if isinstance(found, Artifact) else found

    def _make(self, path: str, shown: Shown, site: SiteDay) -> File | Artifact | None:
        """Return a file; of a poster the artifact, for nobody else should wait while it prints."""
        is_picture = path.startswith(_POSTERS) and path.endswith(_PICTURE)
        if is_picture and not (shown.whole or site.knows(path)):
            return self._old_pictures.get(path) or _PLACEHOLDER
        artifact = site.find(path)
        if artifact is None or artifact.kind is Kind.POSTER:
            return artifact
        if artifact.kind is Kind.THUMBNAIL:
            return self._old_pictures.put(path, self._picture(artifact, site))
        made = File(site.make(artifact), artifact.kind)
        if made.body and made.is_page:
            self._last.put((shown.day, path), made.body)
        return made

    def digest(self, path: str, day: date) -> str:
        """Return what changes when the page at a path does, or a file of the theme."""
        made = self.make(path, day)
        shown = self.show(day)
        stamp = shown.site.look.stamps.page if shown.site else ""
        body = made.body if made else None
        return hashlib.sha256(stamp.encode() + (body or b"")).hexdigest()[:16]

    def _picture(self, artifact: Artifact, site: SiteDay) -> File:
        poster = site.find(cast("Thumbnail", artifact.view).poster)
        found = self._desk.picture(artifact, poster) if poster else None
        return File(found, artifact.kind) if found else _PLACEHOLDER

    def _print(self, poster: Artifact, site: SiteDay) -> File:
        try:
            outcome = self._desk.print(poster, site.look.theme)
        except Exception as error:  # noqa: BLE001 - one poster less
            outcome = self._explain(error)
        if isinstance(outcome, Problem):
            return File(None, poster.kind, problems=(outcome,))
        return File(outcome, poster.kind)

    def finish(self, shown: Shown) -> None:
        """Plan what nobody has asked for yet, and stop if that is no longer shown."""
        while not shown.whole:
            with self._lock:
                if self._shown.get(shown.day) is not shown or shown.site is None:
                    return
                try:
                    shown.whole = not all(shown.site.advance() for _ in range(_AT_ONCE))
                except Exception as error:  # noqa: BLE001 - pages tell the rest
                    shown.problems.append(self._explain(error))
                    shown.whole = True
            sleep(_PAUSE)
