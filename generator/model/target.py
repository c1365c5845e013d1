"""The target 发布: where the built site goes, as one line that says everything but the password.

/srv/www/board                                    a folder
board.zip                                         a zip
sftp://linli@web.example/var/www/board            SFTP
rsync://linli@web.example/var/www/board           rsync over ssh (or linli@web.example:/var/www)
s3://board/sub?endpoint=https://oss-cn-shanghai.aliyuncs.com&region=cn-shanghai
"""

import re
from enum import Enum
from typing import Annotated, Any
from urllib.parse import parse_qsl, unquote, urlsplit

from generator.frozen import Frozen
from generator.model.taking import TakenBy
from generator.model.values import reject, take_text
from generator.problems import Fact


class TargetKind(Enum):
    """By which way files get there."""

    FOLDER = "folder"
    ZIP = "zip"
    SFTP = "sftp"
    RSYNC = "rsync"
    S3 = "s3"


class Target(Frozen, kw_only=True):
    """Where a site is published.

    `path` is the folder or file; of SFTP and rsync the folder on the host, relative to the home
    folder there unless it begins with a slash; of S3 the prefix of all keys, without slashes at
    its ends.
    """

    kind: TargetKind
    path: str
    host: str = ""
    user: str = ""
    port: int | None = None
    bucket: str = ""
    endpoint: str = ""
    """Of S3: the server's address, with http or https; empty means Amazon's of the region."""
    region: str = ""

    @property
    def address(self) -> str:
        """How the target is named to people and in a keyring."""
        if self.kind is TargetKind.S3:
            return "/".join(filter(None, (f"s3://{self.bucket}", self.path)))
        if not self.host:
            return self.path
        user = f"{self.user}@" if self.user else ""
        port = f":{self.port}" if self.port else ""
        path = self.path if self.path.startswith("/") else f"/~/{self.path}"
        return f"{self.kind.value}://{user}{self.host}{port}{path}"


class TargetError(ValueError):
    """A line that is no target; `code` and `facts` say why, for `messages`."""

    def __init__(self, code: str, **facts: Fact) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


_SCHEMES = {kind.value: kind for kind in TargetKind if kind is not TargetKind.ZIP}
_HOST = re.compile(r"[A-Za-z0-9][A-Za-z0-9.\-]*|\[[0-9A-Fa-f:.]+\]")
_USER = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.\-]*")
_BUCKET = re.compile(r"[a-z0-9][a-z0-9.\-]{1,62}")
_REGION = re.compile(r"[A-Za-z0-9\-]{1,40}")
_SHORT = re.compile(r"(?:(?P<user>[^@/:\s]+)@)?(?P<host>[^@/:\s]{2,}):(?P<path>[^\\]*)")
"""As scp and rsync write it; a single letter before the colon is a drive of Windows."""
_WITH_PASSWORD = re.compile(r"[^/\\@:\s]{2,}:[^/@\s]+@")
_SECRETS = ("key", "secret", "password", "passwd", "token", "credential", "signature")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f]")


def parse_target(text: str) -> Target:
    """Read a target. Raises `TargetError`, whose facts never repeat a password."""
    text = text.strip()
    if not text or _UNPRINTABLE.search(text):
        raise TargetError("publish-target-wrong", value=_UNPRINTABLE.sub("?", text))
    if "://" in text:
        return _parse_url(text)
    if _WITH_PASSWORD.match(text):
        raise TargetError("publish-password")
    short = _SHORT.fullmatch(text)
    if short:
        parts = (short["host"], short["user"] or "", None)
        return _make_remote(TargetKind.RSYNC, parts, short["path"], text)
    kind = TargetKind.ZIP if text.lower().endswith(".zip") else TargetKind.FOLDER
    return Target(kind=kind, path=text)


def _parse_url(text: str) -> Target:
    scheme, _, rest = text.partition("://")
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    if ":" in authority.rpartition("@")[0]:
        raise TargetError("publish-password")
    try:
        url = urlsplit(text)
        port, query = url.port, dict(parse_qsl(url.query, keep_blank_values=True))
    except ValueError:
        raise TargetError("publish-target-wrong", value=text) from None
    if any(secret in name.lower() for name in query for secret in _SECRETS):
        raise TargetError("publish-password")
    if scheme == "file" and not authority:
        return parse_target(unquote(url.path))
    kind = _SCHEMES.get(scheme)
    if kind is TargetKind.S3:
        return _make_bucket(authority, unquote(url.path), query, text)
    if kind is None or kind is TargetKind.FOLDER or query or url.fragment:
        raise TargetError("publish-target-wrong", value=text)
    user, _, host = authority.rpartition("@")
    host = host.removesuffix(f":{port}") if port else host
    return _make_remote(kind, (host, user, port), unquote(url.path), text)


def _make_remote(
    kind: TargetKind, parts: tuple[str, str, int | None], path: str, text: str
) -> Target:
    """Return a target on a host; its parts become arguments of programs, so few are let in."""
    host, user, port = parts
    path = path.removeprefix("/~/") if path.startswith("/~/") else path
    steps = path.split("/")
    is_narrow = _HOST.fullmatch(host) and (not user or _USER.fullmatch(user))
    if not is_narrow or ".." in steps or not path.strip("/") or _UNPRINTABLE.search(path):
        raise TargetError("publish-target-wrong", value=text)
    if path.startswith("-"):
        path = f"./{path}"
    return Target(kind=kind, path=path.rstrip("/"), host=host.strip("[]"), user=user, port=port)


def _make_bucket(bucket: str, path: str, query: dict[str, str], text: str) -> Target:
    endpoint, region = query.pop("endpoint", ""), query.pop("region", "")
    prefix = path.strip("/")
    is_wrong = (
        not _BUCKET.fullmatch(bucket)
        or bool(query)
        or any(step in (".", "..") for step in prefix.split("/"))
        or (region and not _REGION.fullmatch(region))
    )
    if is_wrong:
        raise TargetError("publish-target-wrong", value=text)
    if endpoint:
        server = urlsplit(endpoint)
        if "@" in server.netloc:
            raise TargetError("publish-password")
        if server.scheme not in ("http", "https") or not server.hostname:
            raise TargetError("publish-target-wrong", value=text)
    return Target(
        kind=TargetKind.S3,
        path=prefix,
        bucket=bucket,
        endpoint=endpoint.rstrip("/"),
        region=region,
    )


def _take_target(value: Any) -> str:
    """Accept a target in a content file, and leave it a text."""
    text = take_text(value)
    try:
        parse_target(text)
    except TargetError as error:
        raise reject(error.code, **error.facts) from None
    return text


TargetText = Annotated[str, TakenBy(_take_target)]
