"""A folder on a host, by SFTP. OpenSSH's own known hosts, agent, keys and settings are used."""

import asyncio
import hashlib
import stat
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from posixpath import dirname
from typing import Any, TypeVar

import asyncssh

from generator.model.target import Target
from generator.publish.credentials import find_password, list_secrets
from generator.publish.failures import Interrupted, PublishError, mask_secrets
from generator.publish.host import Survey, part_of
from generator.publish.record import Entry
from generator.publish.source import Upload

TIMEOUT = 20
"""Seconds for connecting and logging in; and for an answer while nothing else is heard."""
_AT_ONCE = 12
"""Files on their way at the same time, so that a far host is not waited for once a file."""
_MODE = 0o644
_SUM = "xargs -0 sha256sum --"
_SUM_LENGTH = 64
A = TypeVar("A")
T = TypeVar("T")


class SftpHost:
    """A `Host` by SFTP. Files are written beside their place, verified there and renamed into it.

    They are verified by `sha256sum` on the host where the account may run it, else read back.
    """

    def __init__(self, target: Target) -> None:
        self._target = target
        self._root = target.path.removeprefix("~/")
        self._runner: asyncio.Runner | None = None
        self._connection: asyncssh.SSHClientConnection | None = None
        self._client: asyncssh.SFTPClient | None = None
        self._can_sum = True
        self._made: set[str] = set()
        self._password: str | None = None

    @property
    def verification(self) -> str:
        """Depends on what the host allows, and is known once something was verified."""
        return "word-verified-by-host" if self._can_sum else "word-verified-by-reading"

    def open(self) -> None:
        """Connect, with the host's key checked."""
        self._runner = asyncio.Runner()
        # Of what was under way when a connection was cut, one failure is told and the rest is not.
        self._runner.get_loop().set_exception_handler(lambda _loop, _context: None)
        self._run(self._connect())

    async def _connect(self) -> None:
        target = self._target
        self._password = find_password(target.address, target.user)
        options: dict[str, Any] = {"username": target.user} if target.user else {}
        if target.port:
            options["port"] = target.port
        if self._password:
            options["password"] = self._password
        self._connection = await asyncssh.connect(
            target.host,
            connect_timeout=TIMEOUT,
            login_timeout=TIMEOUT,
            keepalive_interval=TIMEOUT / 2,
            keepalive_count_max=2,
            **options,
        )
        self._client = await self._connection.start_sftp_client()

    def close(self) -> None:
        """Hang up."""
        if self._connection:
            self._connection.abort()
        if self._runner:
            with suppress(Exception):
                self._runner.close()
        self._connection = self._client = self._runner = None
        self._made.clear()

    def list_top(self) -> list[str]:
        """Return the names in the folder."""
        return self._run(self._list_top())

    async def _list_top(self) -> list[str]:
        try:
            names = [str(name) for name in await self._sftp.listdir(self._root)]
        except asyncssh.SFTPNoSuchFile:
            return []
        return [name for name in names if name not in (".", "..")]

    def read(self, path: str) -> bytes | None:
        """Return a file's bytes, None if there is none."""
        return self._run(self._read(path))

    async def _read(self, path: str) -> bytes | None:
        try:
            async with self._sftp.open(self._place(path), "rb") as file:
                return _to_bytes(await file.read())
        except asyncssh.SFTPNoSuchFile:
            return None

    def write(self, path: str, data: bytes) -> None:
        """Write a file whole or not."""
        entry = Entry(len(data), hashlib.sha256(data).hexdigest())
        self._run(self._write(path, data, entry))

    async def _write(self, path: str, data: bytes, entry: Entry) -> None:
        part = self._place(part_of(path, entry))
        await self._make_folders([path])
        await self._write_part(part, data)
        await self._rename(part, self._place(path))

    def create(self, path: str, data: bytes) -> bool:
        """Write a file unless there is one."""
        return self._run(self._create(path, data))

    async def _create(self, path: str, data: bytes) -> bool:
        await self._make_folders([path])
        try:
            async with self._sftp.open(self._place(path), "xb") as file:
                await file.write(data)
        except asyncssh.SFTPError:  # a server has no code of its own for what is there already
            if await self._sftp.exists(self._place(path)):
                return False
            raise
        return True

    def modified(self, path: str) -> float | None:
        """Return when a file was written, by the host's clock."""
        return self._run(self._modified(path))

    async def _modified(self, path: str) -> float | None:
        try:
            return (await self._sftp.stat(self._place(path))).mtime
        except asyncssh.SFTPNoSuchFile:
            return None

    def survey(self, uploads: Sequence[Upload]) -> Survey:
        """Compare sizes, and digests where these are the same."""
        return self._run(self._survey(uploads))

    async def _survey(self, uploads: Sequence[Upload]) -> Survey:
        places = [self._place(upload.path) for upload in uploads]
        sizes = dict(zip(uploads, await _at_once(self._size, places), strict=True))
        missing = frozenset(u.path for u, size in sizes.items() if size is None)
        alike = [upload for upload, size in sizes.items() if size == upload.entry.size]
        digests = await self._digest([self._place(upload.path) for upload in alike])
        same = frozenset(
            u.path for u in alike if digests.get(self._place(u.path)) == u.entry.digest
        )
        return Survey(same, missing)

    async def _size(self, place: str) -> int | None:
        try:
            found = await self._sftp.lstat(place)
        except asyncssh.SFTPNoSuchFile:
            return None
        is_file = found.permissions is None or stat.S_ISREG(found.permissions)
        return found.size if is_file and found.size is not None else -1

    def put(self, uploads: Sequence[Upload]) -> None:
        """Write all beside their places, verify them, rename them in order."""
        self._run(self._put(uploads))

    async def _put(self, uploads: Sequence[Upload]) -> None:
        await self._make_folders([upload.path for upload in uploads])
        parts = {self._place(part_of(u.path, u.entry)): u for u in uploads}
        await _at_once(self._upload, list(parts.items()))
        digests = await self._digest(list(parts))
        for part, upload in parts.items():
            if digests.get(part) != upload.entry.digest:
                raise Interrupted("publish-arrived-damaged", file=upload.path)
        for part, upload in parts.items():
            await self._rename(part, self._place(upload.path))

    async def _upload(self, item: tuple[str, Upload]) -> None:
        part, upload = item
        await self._write_part(part, upload.read())

    async def _write_part(self, part: str, data: bytes) -> None:
        attributes = asyncssh.SFTPAttrs(permissions=_MODE)
        async with self._sftp.open(part, "wb", attributes) as file:
            await file.write(data)

    async def _rename(self, part: str, place: str) -> None:
        """Rename in one step where the server can, as OpenSSH's does; others know no other way."""
        try:
            await self._sftp.posix_rename(part, place)
        except asyncssh.SFTPOpUnsupported:
            with suppress(asyncssh.SFTPNoSuchFile):
                await self._sftp.remove(place)
            await self._sftp.rename(part, place)

    async def _digest(self, places: Sequence[str]) -> dict[str, str]:
        """Return the SHA-256 of files; those that are not there have none."""
        found = await self._sum(places) if self._can_sum else {}
        left = [place for place in places if place not in found]
        read = await _at_once(self._read_digest, left)
        return found | {p: digest for p, digest in zip(left, read, strict=True) if digest}

    async def _sum(self, places: Sequence[str]) -> dict[str, str]:
        """Ask the host for digests; from then on not any more if it has none to tell."""
        if not places or not self._connection:
            return {}
        try:
            done = await self._connection.run(
                _SUM, input="\0".join(places), timeout=TIMEOUT * 10, check=False
            )
        except (asyncssh.ChannelOpenError, asyncssh.ProcessError, asyncssh.TimeoutError):
            done = None
        lines = str(done.stdout or "").splitlines() if done else []
        rows = [(line[_SUM_LENGTH + 2 :], line[:_SUM_LENGTH]) for line in lines]
        found = {place: digest for place, digest in rows if place in set(places)}
        self._can_sum = bool(found)
        return found

    async def _read_digest(self, place: str) -> str:
        try:
            async with self._sftp.open(place, "rb") as file:
                return hashlib.sha256(_to_bytes(await file.read())).hexdigest()
        except asyncssh.SFTPNoSuchFile:
            return ""

    def remove(self, paths: Sequence[str]) -> None:
        """Delete files, and folders that are empty then."""
        self._run(self._remove(paths))

    async def _remove(self, paths: Sequence[str]) -> None:
        await _at_once(self._remove_one, [self._place(path) for path in paths])
        folders = {above for path in paths for above in _folders_of(path)}
        for folder in sorted(folders, key=len, reverse=True):
            with suppress(asyncssh.SFTPNoSuchFile, asyncssh.SFTPFailure):  # or not empty
                await self._sftp.rmdir(self._place(folder))
                self._made.discard(self._place(folder))

    async def _remove_one(self, place: str) -> None:
        with suppress(asyncssh.SFTPNoSuchFile):
            await self._sftp.remove(place)

    def sweep(self, unsure: Mapping[str, Entry]) -> None:
        """Delete what was on its way."""
        self.remove([part_of(path, entry) for path, entry in unsure.items()])

    async def _make_folders(self, paths: Sequence[str]) -> None:
        for folder in sorted({dirname(self._place(path)) for path in paths} - self._made):
            await self._sftp.makedirs(folder, exist_ok=True)
            self._made.add(folder)

    @property
    def _sftp(self) -> asyncssh.SFTPClient:
        if self._client is None:
            raise Interrupted("publish-unreachable", reason="not connected")
        return self._client

    def _place(self, path: str) -> str:
        return f"{self._root}/{path}"

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        """Do something on the connection and say of a failure what it is."""
        if self._runner is None:
            work.close()
            raise Interrupted("publish-unreachable", reason="not connected")
        with self._failures():
            return self._runner.run(work)

    @contextmanager
    def _failures(self) -> Iterator[None]:
        host = self._target.host
        try:
            yield
        except asyncssh.HostKeyNotVerifiable as error:
            facts = {"host": host, "reason": self._mask(error)}
            raise PublishError("publish-host-key", **facts) from None
        except asyncssh.PermissionDenied as error:
            raise PublishError("publish-login-refused", reason=self._mask(error)) from None
        except (asyncssh.SFTPNoConnection, asyncssh.SFTPConnectionLost) as error:
            raise Interrupted("publish-unreachable", reason=self._mask(error)) from None
        except asyncssh.SFTPPermissionDenied as error:
            raise PublishError("publish-not-allowed", reason=self._mask(error)) from None
        except asyncssh.SFTPError as error:
            raise PublishError("publish-host-failed", reason=self._mask(error)) from None
        except (asyncssh.Error, OSError, EOFError, TimeoutError) as error:
            raise Interrupted("publish-unreachable", reason=self._mask(error)) from None

    def _mask(self, error: BaseException) -> str:
        text = f"{self._target.host}: {str(error) or type(error).__name__}"
        return mask_secrets(text, (*list_secrets(), self._password))


async def _at_once(work: Callable[[A], Awaitable[T]], items: Sequence[A]) -> list[T]:
    """Do the same to many things, some at the same time; return what it gave in their order."""
    turns = asyncio.Semaphore(_AT_ONCE)

    async def take_turn(item: A) -> T:
        async with turns:
            return await work(item)

    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(take_turn(item)) for item in items]
    except BaseExceptionGroup as failures:
        raise failures.exceptions[0] from None
    return [task.result() for task in tasks]


def _to_bytes(data: bytes | str) -> bytes:
    """Return what a file that was opened for bytes has; the library's types do not say so."""
    return data.encode() if isinstance(data, str) else data


def _folders_of(path: str) -> Iterator[str]:
    folder = dirname(path)
    while folder:
        yield folder
        folder = dirname(folder)
