"""What stands at an address: files of the site, and below `-/serve/` what belongs to the server."""

from collections.abc import Callable, Iterator
from datetime import date
from importlib.resources import files
from threading import Event

from generator.frozen import Frozen
from generator.plan import Kind
from generator.plan.addresses import HOME, NOT_FOUND
from generator.problems import Problem
from generator.serve.injection import RESERVED, Addition, inject, make_empty_page
from generator.serve.panel import Voice, describe_state
from generator.serve.preview import File, Preview
from generator.serve.requests import COOKIE, DAY, Request
from generator.serve.server import Answer, refuse

_HTML = "text/html; charset=utf-8"
_MEDIA = {
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "html": _HTML,
    "ico": "image/x-icon",
    "ics": "text/calendar; charset=utf-8",
    "jpg": "image/jpeg",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "webmanifest": "application/manifest+json",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "xml": "application/xml; charset=utf-8",
}
_OTHER_MEDIA = "application/octet-stream"
_OWN = ("clock.js", "panel.js", "panel.css", "page.css", "empty.css")
_LATER = 1.0
"""Seconds without a change after which there is time to plan what to print."""
_HEARTBEAT = 15.0
"""Seconds after which a line is sent that says nothing, to find out who has left."""
_RETRY = b"retry: 400\n\n"
"""Milliseconds after which a browser asks again once the server is gone."""


class Site(Frozen):
    """Answers requests from a preview."""

    preview: Preview
    voice: Voice
    stopping: Event
    visit: str
    """What the cookies end in."""
    real_today: Callable[[], date]
    """The day it really is where the residents live."""
    say: Callable[[str], str]
    """The words for a code, in the language of messages."""
    language: Callable[[], str]

    def respond(self, request: Request) -> Answer:
        """Return the answer to a request."""
        if request.path.startswith(RESERVED):
            return self._respond_own(request)
        answer = self._find(request)
        if request.remembers:
            value = f"{request.day}.{self.visit}" if request.day else ""
            age = "" if request.day else "; Max-Age=0"
            cookie = f"{COOKIE}={value}; Path=/; HttpOnly; SameSite=Lax{age}"
            return Answer(answer.status, answer.media, answer.body, {"Set-Cookie": cookie})
        return answer

    def _respond_own(self, request: Request) -> Answer:
        name = request.path.removeprefix(RESERVED)
        if name == "events":
            page = request.parameters.get("page", HOME)
            day = request.day if request.parameters.get(DAY) else None
            return Answer(200, "text/event-stream", self._tell(page, day))
        if name not in _OWN:
            return refuse(404)
        data = files(__package__).joinpath("browser", name).read_bytes()
        return Answer(200, _media(name), data)

    # --- the site -----------------------------------------------------------------------------

    def _find(self, request: Request) -> Answer:
        day = request.day or self.preview.usual_day()
        path = request.path + HOME if request.path.endswith("/") else request.path or HOME
        made = self.preview.make(path, day)
        if made is None and self.preview.show(day).site is None:
            return self._say_wrong(request, path, self.preview.show(day).problems)
        if made is None:
            return self._say_missing(request, path, day)
        if made.body is None:
            return self._say_wrong(request, path, made.problems)
        if not made.is_page:
            return Answer(200, made.media or _media(path), made.body)
        return self._page(200, request, path, made)

    def _page(self, status: int, request: Request, path: str, made: File) -> Answer:
        """Return a page with what the server adds."""
        day = request.day or self.preview.usual_day()
        addition = Addition(
            path=path,
            digest=self.preview.digest(path, day),
            day=request.day,
            days_off=(day - self.real_today()).days,
        )
        return Answer(status, _HTML, inject(made.body or b"", addition))

    def _say_missing(self, request: Request, path: str, day: date) -> Answer:
        page = self.preview.make(NOT_FOUND, day)
        if page and page.body and _media(path) in (_HTML, _OTHER_MEDIA):
            return self._page(404, request, path, page)
        return refuse(404)

    def _say_wrong(
        self, request: Request, path: str, problems: tuple[Problem, ...] | list[Problem]
    ) -> Answer:
        """Return a page that says why there is none."""
        texts = ["\n".join(filter(None, self._lines(problem))) for problem in problems]
        title, lines = self.say("serve-nothing-title"), [self.say("serve-nothing")]
        page = File(make_empty_page(self.language(), title, lines, texts), Kind.PAGE)
        return self._page(503, request, path, page)

    def _lines(self, problem: Problem) -> Iterator[str]:
        told = self.voice.describe(problem)
        for part in ("message", "position", "excerpt", "help"):
            yield str(told[part])

    # --- what changes -------------------------------------------------------------------------

    def _tell(self, path: str, day: date | None) -> Iterator[bytes]:
        """Yield an event for each reading, and one more when it is known what to print."""
        yield _RETRY
        told = ""
        while not self.stopping.is_set():
            number = self.preview.number
            shown = self.preview.show(day or self.preview.usual_day())
            page = self.preview.digest(path, shown.day)
            state = describe_state(self.preview, shown, page, self.voice)
            if state != told:
                yield f"data: {state}\n\n".encode()
                told = state
            elif shown.whole or shown.site is None:
                yield b":\n\n"
            if shown.whole or shown.site is None:
                self.preview.wait(number, _HEARTBEAT)
            elif not self.preview.wait(number, _LATER):
                self.preview.finish(shown)


def _media(path: str) -> str:
    return _MEDIA.get(path.rpartition(".")[2].lower(), _OTHER_MEDIA)
