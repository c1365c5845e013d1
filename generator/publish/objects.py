"""A bucket of S3-compatible storage: Amazon's, OSS, COS, MinIO and others."""

import hashlib
import mimetypes
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import timedelta
from posixpath import splitext
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

import obstore
from obstore import exceptions
from obstore.store import S3Store

from generator.model.target import Target
from generator.publish.credentials import Credentials, find_keys, list_secrets
from generator.publish.failures import Interrupted, PublishError, mask_secrets
from generator.publish.host import Survey
from generator.publish.record import Entry
from generator.publish.source import Upload
from generator.write.manifest import digest_of

if TYPE_CHECKING:
    from obstore.store import ClientConfig, RetryConfig

_AT_ONCE = 8
_CLIENT: "ClientConfig" = {
    "connect_timeout": timedelta(seconds=20),
    "timeout": timedelta(minutes=5),
}
_RETRIES: "RetryConfig" = {"max_retries": 3, "retry_timeout": timedelta(minutes=5)}
_BUCKET_IN_HOST = ("aliyuncs.com", "myqcloud.com", "amazonaws.com.cn", "amazonaws.com")
"""Servers that want the bucket as the first part of their own name."""
_NO_BULK = ("aliyuncs.com",)
_DEFAULT_REGION = "us-east-1"
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
    ".ico": "image/x-icon",
}
_FOREVER = "public, max-age=31536000, immutable"
_ASK_AGAIN = "no-cache"
"""Keep it, but ask each time whether it is still the same."""
_NAMED_BY_DIGEST = "pictures/"
T = TypeVar("T")


class Bucket:
    """A `Host` that is a bucket, or what has one prefix in it.

    An object is there whole or not at all. It is verified by the MD5 that the server answers with;
    where that is none, as with keys of the server's own, the object is read back.
    """

    def __init__(self, target: Target) -> None:
        self._target = target
        self._opened: S3Store | None = None
        self._keys: Credentials | None = None
        self.verification = "word-verified-by-checksum"

    def open(self) -> None:
        """Find the keys; connections are made when something is asked."""
        target = self._target
        try:
            self._keys = find_keys(target.address)
        except LookupError:
            raise PublishError("publish-keys-missing", address=target.address) from None
        options: dict[str, Any] = {"region": target.region or _DEFAULT_REGION}
        if target.endpoint:
            options |= _reach(target)
        if self._keys:
            options["access_key_id"] = self._keys.name
            options["secret_access_key"] = self._keys.secret
        with self._failures():
            self._opened = S3Store(
                target.bucket,
                prefix=target.path or None,
                client_options={**_CLIENT, "allow_http": target.endpoint.startswith("http:")},
                retry_config=_RETRIES,
                **options,
            )

    def close(self) -> None:
        """Forget the connections."""
        self._opened = None

    def list_top(self) -> list[str]:
        """Return the names below the prefix."""
        with self._failures():
            found = obstore.list_with_delimiter(self._store)
        folders = [prefix.rsplit("/", 1)[-1] for prefix in found["common_prefixes"]]
        return folders + [each["path"].rsplit("/", 1)[-1] for each in found["objects"]]

    def read(self, path: str) -> bytes | None:
        """Return an object's bytes, None if there is none."""
        with self._failures(), suppress(FileNotFoundError):
            return bytes(obstore.get(self._store, path).bytes())
        return None

    def write(self, path: str, data: bytes) -> None:
        """Write an object."""
        with self._failures():
            self._send(path, data)

    def create(self, path: str, data: bytes) -> bool:
        """Write an object unless there is one.

        Not every server knows the condition, and some ignore it; so it is also looked first, and
        read back after.
        """
        if self.read(path) is not None:
            return False
        with self._failures():
            try:
                self._send(path, data, mode="create")
            except (exceptions.AlreadyExistsError, exceptions.PreconditionError):
                return False
            except exceptions.NotSupportedError:
                self._send(path, data)
        return self.read(path) == data

    def modified(self, path: str) -> float | None:
        """Return when an object was written, by the server's clock."""
        with self._failures(), suppress(FileNotFoundError):
            return obstore.head(self._store, path)["last_modified"].timestamp()
        return None

    def survey(self, uploads: Sequence[Upload]) -> Survey:
        """Compare digests of what is listed."""
        if not uploads:
            return Survey(frozenset(), frozenset())
        above = f"{self._target.path}/" if self._target.path else ""
        with self._failures():
            rows = [each for page in obstore.list(self._store) for each in page]
        tags = {each["path"].removeprefix(above): each["e_tag"] or "" for each in rows}
        there = [upload for upload in uploads if upload.path in tags]
        right = self._at_once(lambda u: self._is_right(u.path, u.read(), tags[u.path]), there)
        same = frozenset(u.path for u, good in zip(there, right, strict=True) if good)
        return Survey(same, frozenset(u.path for u in uploads if u.path not in tags))

    def put(self, uploads: Sequence[Upload]) -> None:
        """Write objects and verify each by what the server answers."""
        self._at_once(self._put_one, uploads)

    def _put_one(self, upload: Upload) -> None:
        data = upload.read()
        tag = self._send(upload.path, data)
        if not self._is_right(upload.path, data, tag):
            raise Interrupted("publish-arrived-damaged", file=upload.path)

    def _send(self, path: str, data: bytes, mode: Any = "overwrite") -> str:
        attributes = {"Content-Type": type_of(path), "Cache-Control": caching_of(path)}
        sent = obstore.put(
            self._store, path, data, attributes=attributes, mode=mode, use_multipart=False
        )
        return sent["e_tag"] or ""

    def _is_right(self, path: str, data: bytes, tag: str) -> bool:
        """Whether an object is what it should be, by its tag if that is an MD5."""
        if tag.strip('"') == hashlib.md5(data, usedforsecurity=False).hexdigest():
            return True
        self.verification = "word-verified-by-reading"
        found = bytes(obstore.get(self._store, path).bytes())
        return len(found) == len(data) and digest_of(found) == digest_of(data)

    def remove(self, paths: Sequence[str]) -> None:
        """Delete objects."""
        self._at_once(self._remove_one, paths)

    def _remove_one(self, path: str) -> None:
        with suppress(FileNotFoundError):
            obstore.delete(self._store, path)

    def sweep(self, unsure: Mapping[str, Entry]) -> None:
        """Nothing is ever left half done."""

    def _at_once(self, work: Callable[[Any], T], items: Sequence[Any]) -> list[T]:
        with self._failures(), ThreadPoolExecutor(_AT_ONCE) as pool:
            return list(pool.map(work, items))

    @property
    def _store(self) -> S3Store:
        if self._opened is None:
            raise Interrupted("publish-unreachable", reason="not connected")
        return self._opened

    @contextmanager
    def _failures(self) -> Iterator[None]:
        try:
            yield
        except (exceptions.PermissionDeniedError, exceptions.UnauthenticatedError) as error:
            raise PublishError("publish-login-refused", reason=self._mask(error)) from None
        except (exceptions.UnknownConfigurationKeyError, exceptions.InvalidPathError) as error:
            raise PublishError("publish-host-failed", reason=self._mask(error)) from None
        except FileNotFoundError as error:
            raise PublishError("publish-host-failed", reason=self._mask(error)) from None
        except (exceptions.BaseError, OSError, ValueError) as error:
            raise Interrupted("publish-unreachable", reason=self._mask(error)) from None

    def _mask(self, error: BaseException) -> str:
        text = str(error).partition("\n\nDebug source:")[0]
        keys = (self._keys.name, self._keys.secret) if self._keys else ()
        return mask_secrets(text, (*list_secrets(), *keys))


def _reach(target: Target) -> dict[str, Any]:
    """Return the settings for a server that is not Amazon's own of the region."""
    server = urlsplit(target.endpoint)
    host = server.hostname or ""
    if not host.endswith(_BUCKET_IN_HOST):
        return {"endpoint": target.endpoint, "virtual_hosted_style_request": False}
    named = host if host.startswith(f"{target.bucket}.") else f"{target.bucket}.{host}"
    return {
        "endpoint": f"{server.scheme}://{named}",
        "virtual_hosted_style_request": True,
        "disable_bulk_delete": host.endswith(_NO_BULK),
    }


def type_of(path: str) -> str:
    """Return the media type that a file is served with, with the encoding of texts."""
    kind = _TYPES.get(splitext(path)[1].lower())
    return kind or mimetypes.guess_type(path)[0] or "application/octet-stream"


def caching_of(path: str) -> str:
    """Return how long browsers may keep a file: what is named by its digest for ever."""
    return _FOREVER if path.startswith(_NAMED_BY_DIGEST) else _ASK_AGAIN
