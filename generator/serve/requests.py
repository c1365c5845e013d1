"""What a browser may ask of the server: who is meant, which address, for which day.

Refused is whatever a browser that shows this site would not send. Nothing here becomes the name of
a file: an address is looked up among those that were planned.
"""

from collections.abc import Collection, Mapping
from contextlib import suppress
from datetime import date
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, unquote_to_bytes, urlsplit

from generator.frozen import Frozen

DAY = "today"
"""The name of the parameter and of the cookie that say for which day the site is shown."""
COOKIE = "linli-today"
"""Its value is a day and the visit, as `2026-03-05.k3f9qb`: another run of the server is another
visit, and browsers send cookies to all ports of a machine."""
_FIRST, _LAST = date(1950, 1, 1), date(2099, 12, 31)
"""Beyond that nobody has worked out a lunar calendar."""
_METHODS = ("GET", "HEAD")
_MOST_PARAMETERS = 20


Headers = Collection[tuple[str, str]]


class RefusedError(Exception):
    """A request that gets no answer but a status of RFC 9110."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Request(Frozen):
    """A request that may be answered."""

    path: str
    """Below the root, decoded, without the first slash: `compounds/hexie.html`."""
    parameters: Mapping[str, str]
    day: date | None = None
    """The day that is asked for; None for the usual one."""
    remembers: bool = False
    """Whether the request says itself which day it is for, to be remembered for the visit."""
    head_only: bool = False


def read_request(
    line: tuple[str, str], headers: Headers, hosts: Collection[str], visit: str
) -> Request:
    """Return what is asked for. Raises `RefusedError`.

    `line` has the method and the target, `headers` have names in lower case; `hosts` are the names,
    with their port, by which the server may be called. A page of another site whose name leads
    here (DNS rebinding) sends that name. `visit` is what this server's cookies end in.
    """
    method, target = line
    if method not in _METHODS:
        raise RefusedError(405)
    named = [value for name, value in headers if name == "host"]
    if len(named) != 1 or named[0].lower() not in hosts:
        raise RefusedError(421)
    if any(name == "transfer-encoding" for name, _ in headers) or any(
        value != "0" for name, value in headers if name == "content-length"
    ):
        raise RefusedError(413)
    path, parameters = _read_target(target, hosts)
    asked = parameters.get(DAY)
    day = _find_remembered(headers, visit) if asked is None else _read_day(asked)
    return Request(path, parameters, day, asked is not None, method == "HEAD")


def _read_target(target: str, hosts: Collection[str]) -> tuple[str, dict[str, str]]:
    """Return the path and the parameters of a target, in origin-form or absolute-form."""
    if "#" in target or "\\" in target:
        raise RefusedError(400)
    if not target.startswith("/"):
        try:
            parts = urlsplit(target)
        except ValueError:
            raise RefusedError(400) from None
        if parts.scheme.lower() != "http" or parts.netloc.lower() not in hosts:
            raise RefusedError(421)
        target = target[target.index(parts.netloc) + len(parts.netloc) :] or "/"
    path, _, query = target.partition("?")
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=_MOST_PARAMETERS)
    except ValueError:
        raise RefusedError(400) from None
    return _decode_path(path.removeprefix("/")), dict(pairs)


def _decode_path(path: str) -> str:
    try:
        decoded = unquote_to_bytes(path).decode()
    except UnicodeDecodeError:
        raise RefusedError(400) from None
    is_plain = decoded.isprintable() and "\\" not in decoded
    if not is_plain or not {".", ".."}.isdisjoint(decoded.split("/")):
        raise RefusedError(400)
    return decoded


def _find_remembered(headers: Headers, visit: str) -> date | None:
    """Return the day that was asked for earlier in this visit."""
    for value in (value for name, value in headers if name == "cookie"):
        with suppress(CookieError, KeyError, RefusedError):
            day, _, known = SimpleCookie(value)[COOKIE].value.partition(".")
            if known == visit:
                return _read_day(day)
    return None


def _read_day(text: str) -> date | None:
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise RefusedError(400) from None
    if not _FIRST <= day <= _LAST:
        raise RefusedError(400)
    return day
