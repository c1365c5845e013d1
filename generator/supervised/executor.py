"""Tasks in processes of their own, each of which is ended when its task takes too much.

`SupervisedExecutor` is a `concurrent.futures.Executor`. Unlike a `ProcessPoolExecutor` it outlives
its processes: one that was ended, or that died, fails the one task that it had, and the next task
gets another. Processes are fresh interpreters, for WeasyPrint's libraries do not survive a fork of
threads. One is kept for the next executor, for it takes a second until it is ready.
"""

import atexit
import io
import pickle
import signal
import subprocess
import sys
import tempfile
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from enum import StrEnum
from threading import Timer
from typing import IO, Any, ParamSpec, TypeVar

from generator.frozen import Frozen
from generator.supervised.child import ANSWERS, OUT_OF_MEMORY, read_message, write_message
from generator.unpickling import RecordUnpickler

_PROGRAM = """import sys; sys.path[:] = {path!r}
from generator.supervised.child import serve; serve({seconds!r}, {memory!r})"""
_START = 60.0
"""Seconds within which a process has to be ready."""

P = ParamSpec("P")
T = TypeVar("T")


class Reason(StrEnum):
    """Why a task was not done."""

    TIME = "time"
    MEMORY = "memory"
    DIED = "died"
    """The process broke off by itself, or something else ended it."""


class TaskStoppedError(Exception):
    """The process of a task came to its end before the task did."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class Limits(Frozen):
    """What a task may take."""

    seconds: float = 10
    """Of the processor's time, where the system can tell (not on Windows)."""
    patience: float = 30 if sys.platform == "win32" else 300
    """Seconds by the clock: all there is on Windows; elsewhere for what waits and does no work,
    and long enough for a machine that has a lot else to do."""
    memory: int = 1 << 30
    """Bytes that the process may have, where the system can tell (Linux)."""


class SupervisedExecutor(Executor):
    """Does tasks in at most so many processes, which start as they are needed.

    Functions and arguments have to pickle. A future's error is that of its task, `TaskStoppedError`
    where the process was ended, and OSError where none could be started.
    """

    def __init__(self, processes: int, limits: Limits) -> None:
        self._limits = limits
        self._threads = ThreadPoolExecutor(processes)  # each of them waits for a process

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have `fn(*args)` done; there are no named arguments."""
        assert not kwargs  # noqa: S101 - the other end takes none
        return self._threads.submit(self._do, fn, args)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Wait for what is under way, and end all processes but one."""
        self._threads.shutdown(wait, cancel_futures=cancel_futures)
        while len(_KEPT) > 1:
            _KEPT.pop().end()

    def _do(self, fn: Callable[..., T], arguments: tuple[Any, ...]) -> T:
        data = pickle.dumps((fn, arguments), pickle.HIGHEST_PROTOCOL)
        child = _take(self._limits)
        done, result = child.do(data)  # on an error the process is not taken again
        _KEPT.append(child)
        if not done:
            raise result
        return result  # type: ignore[no-any-return]


class _Child:
    """A process, and the ends of the pipes to it. At most one thread uses it."""

    def __init__(self, limits: Limits) -> None:
        """Start it. Raises OSError if that does not work."""
        self.limits = limits
        self._late = False
        program = _PROGRAM.format(path=sys.path, seconds=limits.seconds, memory=limits.memory)
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - as long as the process
        self._process = subprocess.Popen(  # noqa: S603 - this very interpreter
            [sys.executable, "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
        )
        if self._wait(_START) is None:
            self.end()
            self._errors.seek(0)
            said = self._errors.read().decode(errors="replace").splitlines()
            raise OSError(f"a process for posters or attachments did not start: {said[-1:]}")

    def do(self, data: bytes) -> tuple[bool, Any]:
        """Return whether a task was done and what it returned or raised. Raises `TaskStoppedError`.

        After any error the process is at its end.
        """
        reply = None
        try:
            assert self._process.stdin  # noqa: S101 - a pipe was asked for
            write_message(self._process.stdin, data)
            reply = self._wait(self.limits.patience)
        except OSError:  # it is gone
            pass
        if reply is None:
            raise TaskStoppedError(self._find_reason())
        try:
            done, result = RecordUnpickler(io.BytesIO(reply), _is_answer).load()
        except (pickle.UnpicklingError, ValueError):  # whoever says that is no process of ours
            self.end()
            raise TaskStoppedError(Reason.DIED) from None
        return done, result

    @property
    def is_alive(self) -> bool:
        """Whether the process is still there."""
        return self._process.poll() is None

    def end(self) -> None:
        """End the process and let go of it."""
        self._process.kill()
        self._process.communicate()
        self._errors.close()

    def _wait(self, seconds: float) -> bytes | None:
        """Return what the process sends; None if it ended, of itself or because it was late."""
        assert self._process.stdout  # noqa: S101 - a pipe was asked for
        watch = Timer(seconds, self._stop)
        watch.daemon = True
        watch.start()
        try:
            return read_message(self._process.stdout)
        finally:
            watch.cancel()

    def _stop(self) -> None:
        self._late = True
        self._process.kill()

    def _find_reason(self) -> Reason:
        """Return why the process has ended before its task was done."""
        self._process.communicate()
        self._errors.close()
        code = self._process.returncode
        if self._late or code == -getattr(signal, "SIGPROF", 0):
            return Reason.TIME
        return Reason.MEMORY if code == OUT_OF_MEMORY else Reason.DIED


_KEPT = deque[_Child]()
"""Processes that wait for a task."""


def _take(limits: Limits) -> _Child:
    """Return a process with these limits, a new one if none waits."""
    while _KEPT:
        child = _KEPT.pop()
        if child.limits == limits and child.is_alive:
            return child
        child.end()
    return _Child(limits)


@atexit.register
def _end_all() -> None:
    while _KEPT:
        _KEPT.pop().end()


def _is_answer(module_name: str, _: str) -> bool:
    return module_name.startswith(ANSWERS)
