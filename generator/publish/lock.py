"""One publish at a time: a small file at the target that says who is at work.

Nobody can free it after a cut connection. So it is written anew while a publish goes on, and one
that has not been for ten minutes, by the host's own clock, is abandoned; so is one of a process of
this machine that is no more.
"""

import hashlib
import json
import os
import platform
import secrets
import time
import uuid

from generator.publish.failures import PublishError
from generator.publish.host import Host

LOCK = ".linli-publishing.json"
_PROBE = ".linli-clock"
ABANDONED = 600
"""Seconds after which a lock that nobody renews counts for nothing."""
_OFTEN = 30.0
"""Seconds for which a lock is as good as new."""
_AT_WORK: set[str] = set()
"""The tokens of this process, which may publish more than once."""


class Lock:
    """The lock of one publish."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._renewed = time.monotonic()
        self._token = secrets.token_hex(16)
        owner = {"token": self._token, "machine": _machine(), "process": os.getpid()}
        self._data = json.dumps(owner).encode()

    def take(self) -> None:
        """Take the lock. Raises `PublishError` if another publish has it."""
        _AT_WORK.add(self._token)
        if self._host.create(LOCK, self._data):
            return
        if not self._is_mine():
            self._refuse_living()
            self._host.remove([LOCK])
            if not self._host.create(LOCK, self._data) and not self._is_mine():
                raise PublishError("publish-busy", minutes=ABANDONED // 60)

    def renew(self) -> None:
        """Say from time to time that the publish goes on.

        Raises `PublishError` if another one took over.
        """
        if time.monotonic() - self._renewed < _OFTEN:
            return
        if not self._is_mine():
            raise PublishError("publish-busy", minutes=ABANDONED // 60)
        self._host.write(LOCK, self._data)
        self._renewed = time.monotonic()

    def release(self) -> None:
        """Free the lock, if it is still this one's."""
        if self._is_mine():
            self._host.remove([LOCK])

    def forget(self) -> None:
        """Let this process take the lock again although it could not be freed."""
        _AT_WORK.discard(self._token)

    def _is_mine(self) -> bool:
        return self._host.read(LOCK) == self._data

    def _refuse_living(self) -> None:
        if _is_over(self._host.read(LOCK)):
            return
        self._host.write(_PROBE, self._data)
        now, then = self._host.modified(_PROBE), self._host.modified(LOCK)
        self._host.remove([_PROBE])
        if now is not None and then is not None and now - then < ABANDONED:
            raise PublishError("publish-busy", minutes=ABANDONED // 60)


def _machine() -> str:
    """Return what tells this machine from others, and tells others nothing."""
    return hashlib.sha256(f"{uuid.getnode()} {platform.node()}".encode()).hexdigest()[:16]


def _is_over(data: bytes | None) -> bool:
    """Whether the publish that left this lock ended for certain."""
    try:
        owner = json.loads(data or b"{}")
        machine, process, token = owner["machine"], owner["process"], owner["token"]
    except (ValueError, LookupError, TypeError):
        return data is None
    if machine != _machine() or type(process) is not int or process <= 0:
        return False
    if process == os.getpid():
        return token not in _AT_WORK
    return os.name == "posix" and not _is_running(process)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
