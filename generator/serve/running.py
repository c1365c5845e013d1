"""A running server with all that belongs to it: begun as one, ended as one."""

import ipaddress
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread

from generator.model.folders import is_leftover
from generator.model.printed import RECORD_PATH
from generator.read import find_content
from generator.serve.answers import Site
from generator.serve.requests import Request
from generator.serve.server import Answer, SiteServer, refuse
from generator.serve.watch import Watch

LOCAL = "127.0.0.1"
EVERYWHERE = "0.0.0.0"  # noqa: S104 - only where --lan asks for it
_OWN_NAMES = (LOCAL, "localhost")
_TRIED = 20
"""Ports after the usual one that are tried."""
_NOWHERE = ("192.0.2.1", 9)
"""An address for documentation (RFC 5737): nothing is sent, the system says which way it would."""


class Doors:
    """The port, taken before there is anything to show behind it."""

    def __init__(self, port: int, *, lan: bool, strict: bool) -> None:
        """Take the port, or unless `strict` one of the next if it is taken. Raises OSError."""
        self.lan_address = find_lan_address() if lan else None
        self.site: Site | None = None
        place = EVERYWHERE if lan else LOCAL
        for number in range(port, port + (1 if strict or not port else _TRIED)):
            try:
                self.server = SiteServer((place, number), self._respond)
                break
            except OSError as error:
                failure = error
        else:
            raise failure
        own = [self.lan_address] if self.lan_address else []
        self.server.allow((*_OWN_NAMES, *own))

    def address(self, name: str = LOCAL) -> str:
        """Return the address of the front page."""
        return f"http://{name}:{self.server.port}/"

    def close(self) -> None:
        """Give the port back."""
        self.server.stopping.set()
        self.server.server_close()

    def _respond(self, request: Request) -> Answer:
        return self.site.respond(request) if self.site else refuse(503)


@contextmanager
def open_doors(port: int, *, lan: bool = False, strict: bool = False) -> Iterator[Doors]:
    """Take a port, and give it back in the end. Raises OSError."""
    doors = Doors(port, lan=lan, strict=strict)
    try:
        yield doors
    finally:
        doors.close()


@contextmanager
def serve(doors: Doors, site: Site) -> Iterator[Watch]:
    """Read the site, answer requests and watch the files, until the end of the block."""
    preview = site.preview
    folder = preview.place.site

    def read_again(changed: frozenset[Path]) -> None:
        content = find_content(folder)
        preview.refresh(theme_changed=any(not path.is_relative_to(content) for path in changed))

    watch = Watch(lambda: list_watched(folder), read_again)
    watch.start()
    preview.refresh()
    doors.site = site
    thread = Thread(target=doors.server.serve_forever, args=(0.1,), name="doors", daemon=True)
    thread.start()
    try:
        yield watch
    finally:
        doors.server.stopping.set()
        preview.wake()
        doors.server.shutdown()
        thread.join()
        watch.stop()


def list_watched(site: Path) -> list[Path]:
    """Return the folders and files that a site is made of, whether they are there or not."""
    content = find_content(site)
    if content == site:
        inner = [each for each in site.iterdir() if not is_leftover(each.name)]
        return [*(each for each in inner if each.name != "output"), site / RECORD_PATH]
    return [content, site / "themes", site / RECORD_PATH]


def find_lan_address() -> str | None:
    """Return this machine's address in its own network; None if it is in none."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        way.connect(_NOWHERE)
        address = str(way.getsockname()[0])
        if not ipaddress.ip_address(address).is_loopback:
            return address
    return None
