"""A copy of the small site behind a real server, for tests that talk to it."""

import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import monotonic, sleep, time_ns

import pytest

from generator.messages import describe
from generator.serve.answers import Site
from generator.serve.panel import Voice
from generator.serve.preview import Clock, Place, Preview
from generator.serve.running import Doors, open_doors, serve
from tests.sites_for_tests import SMALL, TODAY

EVENT = "content/committees/东居委/活动/2026-03-03-元宵.md"
EVENT_PAGE = "committees/dong/events/2026-03-03-yuan-xiao.html"
WORDS = (
    *("panel", "show", "hide", "close", "day", "usualDay", "wrong", "nothingWrong", "expiring"),
    *("nothingExpires", "printing", "nothingToPrint", "counting", "allPosters", "staff", "gone"),
    *("siteIsOld", "itemIsOld", "open", "help"),
)
VOICE = Voice(
    words=lambda: {word: word for word in WORDS} | {"errors": "{count} errors", "language": "zh"},
    describe=lambda problem: {
        "word": problem.severity.value,
        "position": f"{problem.place.path}:{problem.place.line}",
        "message": describe(problem, "zh").message,
        "excerpt": "",
        "help": describe(problem, "zh").remedy,
    },
    name_day=date.isoformat,
    name_poster=lambda kind, month, week: f"{kind} {month or week}",
)


def make_preview(site: Path, workshop: Path, today: date = TODAY) -> Preview:
    clock = Clock(today=lambda _: today, nanoseconds=time_ns)
    place = Place(site=site, output=site / "output", workshop=workshop)
    return Preview(place, clock, lambda: "log")


def wait_until(is_so: Callable[[], bool], seconds: float = 20) -> bool:
    """Whether it became so: the wait ends with it, and the limit is only for what is broken."""
    deadline = monotonic() + seconds
    while monotonic() < deadline:
        if is_so():
            return True
        sleep(0.02)
    return False


@dataclass(frozen=True)
class Running:
    """A server at work."""

    folder: Path
    preview: Preview
    doors: Doors

    @property
    def port(self) -> int:
        return self.doors.server.port

    @property
    def address(self) -> str:
        return self.doors.address()

    def send(self, data: bytes, seconds: float = 20) -> bytes:
        """What comes back for these bytes until the server closes."""
        with socket.create_connection(("127.0.0.1", self.port), seconds) as connection:
            connection.sendall(data)
            received = b""
            while piece := connection.recv(65536):
                received += piece
        return received

    def get(self, target: str, *headers: str, method: str = "GET") -> tuple[int, str, bytes]:
        """Status, head and body of what an honest client asks for."""
        lines = [f"{method} {target} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", *headers]
        head, _, body = self.send(("\r\n".join(lines) + "\r\n\r\n").encode()).partition(b"\r\n\r\n")
        return int(head.split()[1]), head.decode(), body


def start(stack: ExitStack, folder: Path, workshop: Path) -> Running:
    """Serve a site until the stack is closed."""
    doors = stack.enter_context(open_doors(0, strict=True))
    preview = make_preview(folder, workshop)
    site = Site(
        preview=preview,
        voice=VOICE,
        stopping=doors.server.stopping,
        visit=doors.server.visit,
        real_today=lambda: TODAY,
        say=lambda code: code,
        language=lambda: "zh",
    )
    stack.enter_context(serve(doors, site))
    return Running(folder, preview, doors)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The small site, served."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    with ExitStack() as stack:
        yield start(stack, folder, tmp_path_factory.mktemp("workshop"))
