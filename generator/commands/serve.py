"""`linli serve`: the site in a browser while it is written."""

import argparse
import signal
import sys
import time
import webbrowser
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from types import FrameType

import segno

from generator.commands.command_line import NOTHING_PUBLISHED, log_traceback
from generator.commands.fix import open_folder
from generator.commands.report import to_detail
from generator.commands.terminal import (
    DEFAULT_ZONE,
    choose_language,
    default_language,
    language_of,
    today_at,
)
from generator.messages import say
from generator.problems import Fact, Problem, Severity
from generator.serve.answers import Site
from generator.serve.panel import Voice
from generator.serve.preview import Clock, Place, Preview
from generator.serve.running import Doors, open_doors, serve

USUAL_PORT = 8000
_WORDS = {
    "panel": "serve-panel",
    "show": "serve-show",
    "hide": "serve-hide",
    "close": "serve-close",
    "day": "serve-day",
    "usualDay": "serve-usual-day",
    "wrong": "serve-wrong",
    "nothingWrong": "serve-nothing-wrong",
    "expiring": "serve-expiring",
    "nothingExpires": "serve-nothing-expires",
    "printing": "serve-printing",
    "nothingToPrint": "serve-nothing-to-print",
    "counting": "serve-counting",
    "allPosters": "serve-all-posters",
    "staff": "serve-staff",
    "siteIsOld": "serve-site-is-old",
    "itemIsOld": "serve-item-is-old",
    "open": "serve-open",
    "gone": "serve-gone",
    "help": "word-help",
}
"""The words of the panel: name in its script → code."""
_POSTERS = {
    "timetable": "serve-poster-timetable",
    "digest": "serve-poster-digest",
    "menu": "serve-poster-menu",
    "issues": "serve-poster-issues",
    "contacts": "serve-poster-contacts",
}
"""The words for posters that have no title, by their kind."""


def run_serve(options: argparse.Namespace) -> int:
    """Serve a site until somebody presses Ctrl+C."""
    language = options.lang or default_language()
    try:
        with open_doors(
            USUAL_PORT if options.port is None else options.port,
            lan=options.lan,
            strict=options.port is not None,
        ) as doors:
            return _serve(options, doors)
    except OSError as error:
        if error.filename is not None or options.port is None:
            raise
        facts: dict[str, Fact] = {
            "port": options.port,
            "reason": str(error.strerror or error),
            "other": options.port % 64000 + 1001,
        }
        print("".join(say("serve-port-taken", language, facts)), file=sys.stderr)
        return NOTHING_PUBLISHED


def _serve(options: argparse.Namespace, doors: Doors) -> int:
    with TemporaryDirectory(prefix="linli-serve-", ignore_cleanup_errors=True) as workshop:
        preview = _open_preview(options, Path(workshop))
        words = _Words(preview, options.lang)
        site = Site(
            preview=preview,
            voice=words.voice(),
            stopping=doors.server.stopping,
            visit=doors.server.visit,
            real_today=lambda: today_at(_zone_of(preview)),
            say=words.say,
            language=lambda: words.language,
        )
        ended = _catch_end()
        with serve(doors, site) as watch:
            words.tell_where(doors, options)
            if watch.failure:
                print(words.say("serve-polling", {"reason": str(watch.failure)}))
            reporter = Thread(target=words.report, args=(ended,), daemon=True)
            reporter.start()
            if options.open:
                webbrowser.open(doors.address())
            while not ended.wait(1):  # in slices, for Windows hears no Ctrl+C meanwhile
                pass
        print("\n" + words.say("serve-over"))
    return 0


def _open_preview(options: argparse.Namespace, workshop: Path) -> Preview:
    fixed: date | None = options.today

    def today(zone: str | None) -> date:
        return fixed or today_at(zone or DEFAULT_ZONE)

    site: Path = options.site.absolute()
    place = Place(site=site, output=site / "output", workshop=workshop)
    return Preview(place, Clock(today=today, nanoseconds=time.time_ns), log_traceback)


def _zone_of(preview: Preview) -> str:
    board = preview.reading.board if preview.reading else None
    return board.site.time_zone if board else DEFAULT_ZONE


def _catch_end() -> Event:
    """Return what is set when the program is asked to end, by Ctrl+C or by the system."""
    ended = Event()

    def end(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - as signals are told
        ended.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    return ended


@dataclass(frozen=True, slots=True)
class _Words:
    """What is said of a preview, in the language of its site unless another was asked for."""

    preview: Preview
    asked: str | None

    @property
    def language(self) -> str:
        """`zh` or `en`."""
        reading = self.preview.reading
        if reading is None:
            return choose_language(self.asked, in_chinese=False, known=False)
        return language_of(reading, self.asked)

    def say(self, code: str, facts: Mapping[str, Fact] | None = None) -> str:
        """Return the words for a code."""
        return say(code, self.language, facts).message

    def voice(self) -> Voice:
        """Return the words that the page needs."""
        return Voice(
            words=self._panel_words,
            describe=self._describe,
            name_day=lambda day: self.say("serve-day-name", {"day": day}),
            name_poster=self._name_poster,
        )

    def _panel_words(self) -> dict[str, str]:
        words = {name: self.say(code) for name, code in _WORDS.items()}
        words["errors"] = self.say("serve-count", {"count": "{count}"})
        return words | {"language": "zh-CN" if self.language == "zh" else "en"}

    def _describe(self, problem: Problem) -> dict[str, str | int]:
        return to_detail(problem, open_folder(self.preview.place.site), self.language)

    def _name_poster(self, kind: str, month: date | None, week: date | None) -> str:
        name = self.say(_POSTERS.get(kind, "serve-poster"))
        if week:
            return self.say("serve-poster-of-week", {"name": name, "day": week})
        if month:
            facts: dict[str, Fact] = {"name": name, "year": month.year, "month": month.month}
            return self.say("serve-poster-of-month", facts)
        return name

    def tell_where(self, doors: Doors, options: argparse.Namespace) -> None:
        """Print the addresses, for phones as a code to point the camera at."""
        usual, port = USUAL_PORT, doors.server.port
        if options.port is None and port != usual:
            print(self.say("serve-port-next", {"port": usual, "other": port}))
        print(self.say("serve-at", {"address": doors.address()}))
        if options.lan and doors.lan_address:
            address = doors.address(doors.lan_address)
            print(self.say("serve-lan", {"address": address}))
            segno.make(address, micro=False).terminal(compact=True)
        elif options.lan:
            print(self.say("serve-no-lan"))
        print(self.say("serve-stop"), flush=True)

    def report(self, ended: Event) -> None:
        """Print a line after each reading, until the end."""
        number = 0
        while not ended.is_set():
            if self.preview.wait(number, 1) and not ended.is_set():
                number = self.preview.number
                shown = self.preview.show(self.preview.usual_day())
                errors = sum(p.severity is Severity.ERROR for p in shown.problems)
                code = "serve-errors" if errors else "serve-clean"
                print(f"{time.strftime('%H:%M:%S')} {self.say(code, {'errors': errors})}")
                sys.stdout.flush()
