"""The other end of `executor`: a process that does one task after another, within limits.

What it is sent and what it sends back are pickles with their length before them, on the standard
streams. Nothing else reaches these: what a library prints goes where errors go. The process can
call no address and start no program, uses no more memory than it is given, and is ended by the
system where a task takes too much of the processor's time.
"""

import os
import pickle
import signal
import struct
import sys
import traceback
from collections.abc import Callable
from typing import IO, Any

ANSWERS = (
    *("generator.problems", "generator.build.printing", "generator.render."),
    *("generator.attachments", "generator.privacy.finding"),
    *("jinja2.exceptions", "builtins", "datetime"),
)
"""Where the classes are of what is sent back; nothing else is taken at the other end."""
LENGTH = struct.Struct("!Q")
OUT_OF_MEMORY = 75
"""The exit code of a process that had to give up; EX_TEMPFAIL of sysexits.h."""
_REFUSED = (
    *("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname"),
    *("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.startfile"),
)
"""Audit events (PEP 578) of what no task needs."""


def serve(seconds: float, memory: int) -> None:
    """Do tasks until there are no more; each has so many seconds of the processor's time.

    `memory` is in bytes, for all that the process has.
    """
    tasks, results = _take_streams()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started the process will end it
    _limit_memory(memory)
    sys.addaudithook(_refuse)
    write_message(results, b"")
    while True:
        data = read_message(tasks)
        if data is None:
            return
        _limit_time(seconds)
        reply = _run(data)
        _limit_time(0)
        write_message(results, reply)


def read_message(stream: IO[bytes]) -> bytes | None:
    """Return the next message; None where the other end is gone."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    data = stream.read(length)
    return data if len(data) == length else None


def write_message(stream: IO[bytes], data: bytes) -> None:
    """Send a message. Raises OSError where the other end is gone."""
    stream.write(LENGTH.pack(len(data)) + data)
    stream.flush()


def _take_streams() -> tuple[IO[bytes], IO[bytes]]:
    """Return the streams for messages, which nobody else can write to from now on."""
    tasks = os.fdopen(os.dup(0), "rb")
    results = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    os.close(nothing)
    return tasks, results


def _run(data: bytes) -> bytes:
    task: Callable[..., Any]
    try:
        task, arguments = pickle.loads(data)  # noqa: S301 - from the process that started this one
        return pickle.dumps((True, task(*arguments)), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)  # what is left of it is in pieces
    except Exception as error:  # noqa: BLE001 - whatever it is, it is raised at the other end
        known = type(error).__module__.startswith(ANSWERS)
        told = error if known else RuntimeError(traceback.format_exc())
        return pickle.dumps((False, told), pickle.HIGHEST_PROTOCOL)


def _limit_memory(memory: int) -> None:
    """Have the system refuse more memory than this, where it can: Linux counts it for a process."""
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - not everywhere

        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        limit = memory if most == resource.RLIM_INFINITY else min(memory, most)
        resource.setrlimit(resource.RLIMIT_DATA, (limit, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: float) -> None:
    """Have the system end this process after so many seconds of work; 0 is never.

    The processor's time is counted, so that a busy machine makes no difference. Windows cannot; the
    other end's clock alone counts there.
    """
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _refuse(event: str, _: tuple[Any, ...]) -> None:
    if event.startswith(_REFUSED):
        raise PermissionError(event)
