"""Small builds that are disturbed, each in a process of its own.

`builder.py FOLDER FAULT WAYS` publishes site 2 over site 1 again and again; at one of the calls
that change the disk, another one each time, the process is killed (FAULT `kill`) or the call fails
(an errno's name). Python tells audit hooks of each such call before it is made. FAULT `moments:N`
kills N builds at moments spread over the time that one takes. Prints how each ended and what then
stood there, one line a build. Run apart from pytest, for it forks.

WAYS are `turns`, for a system that cannot exchange two folders in one step, and `mirror`, for a
site as large as those that have a mirror.
"""

import errno
import os
import shutil
import signal
import sys
import time
from pathlib import Path

from generator.write import OutputError, mirror, open_staging, swap
from generator.write.workshop import find_workshop

MUTATING = {
    "os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir", "os.symlink", "os.truncate",
    "os.chmod", "os.utime", "shutil.copyfile", "ctypes.dlsym",
}  # fmt: skip
PAGES = 12
UNTOUCHED, FAILED = 0, 1


def site(number: int) -> dict[str, bytes]:
    """The files of a site; those whose names are odd are the same in every site."""
    return {
        f"folder{page % 3}/page{page}.html": b"%d of %d" % (page, 0 if page % 2 else number)
        for page in range(PAGES)
    }


def publish(output: Path, number: int) -> None:
    """Publish a site as a build does: taking over what is the same."""
    with open_staging(output) as staging:
        for path, data in site(number).items():
            key = data.decode()
            if not staging.keep(path, key):
                staging.put(path, key, "page", data)
        staging.commit()


def published(output: Path) -> dict[str, bytes]:
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in output.rglob("*")
        if path.is_file() and ".linli" not in path.parts
    }


def judge(output: Path) -> str:
    """Say which site stands there: `old`, `new`, `missing`, or else it is `torn`."""
    if not output.exists():
        return "missing"
    found = published(output)
    return "old" if found == site(1) else "new" if found == site(2) else "torn"


def is_withdrawn(output: Path) -> bool:
    """Whether nothing of site 1 that is not in site 2 is left anywhere beside it."""
    kept = set(site(2).values())
    paths = (path for path in find_workshop(output).rglob("*.html") if path.is_file())
    return all(path.read_bytes() in kept for path in paths)


def is_mirrored(output: Path) -> bool:
    """Whether the mirror has the same files as the output, and no others."""
    place = find_workshop(output) / "mirror"
    files = {path.relative_to(place) for path in place.rglob("*") if path.is_file()}
    return files == {path.relative_to(output) for path in output.rglob("*") if path.is_file()} and (
        all((place / path).samefile(output / path) for path in files)
    )


def is_mutating(event: str, arguments: tuple[object, ...]) -> bool:
    if event == "open":
        return isinstance(arguments[2], int) and bool(arguments[2] & (os.O_WRONLY | os.O_RDWR))
    return event in MUTATING


class Saboteur:
    """An audit hook that disturbs one call."""

    def __init__(self, fault: str, at: int) -> None:
        self.count = 0
        self._fault, self._at = fault, at

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if not is_mutating(event, arguments):
            return
        self.count += 1
        if self.count == self._at:
            if self._fault == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            number = getattr(errno, self._fault)
            raise OSError(number, os.strerror(number))


def disturbed_child(output: Path, fault: str, at: int) -> int:
    """Publish site 2 in a child; return its exit code, negative if a signal killed it.

    The child exits with 2 if there were fewer calls than `at`.
    """
    child = os.fork()
    if not child:
        saboteur = Saboteur(fault, at)
        sys.addaudithook(saboteur)
        code = UNTOUCHED
        try:
            publish(output, 2)
        except OSError:
            code = FAILED
        os._exit(code if saboteur.count >= at else 2)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_child(output: Path, moment: float) -> None:
    """Publish site 2 in a child and kill it after so many seconds."""
    child = os.fork()
    if not child:
        publish(output, 2)
        os._exit(0)
    time.sleep(moment)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def run_faults(folder: Path, fault: str) -> None:
    """Disturb one call after another until a build has no more."""
    at, code = 1, 0
    while code != 2:
        output = folder / str(at) / "output"
        publish(output, 1)
        code = disturbed_child(output, fault, at)
        state = judge(output)
        if state == "new" and fault != "kill":
            state += "" if is_withdrawn(output) else "-and-old"
        publish(output, 2)
        after = judge(output)
        after += "" if is_withdrawn(output) else "-and-old"
        after += "-mirrored" if is_mirrored(output) else ""
        left = sorted(path.name for path in output.parent.glob("**/.output.linli/*"))
        sys.stdout.write(f"{code} {state} {after} {' '.join(left)}\n")
        shutil.rmtree(output.parent)
        at += 1


def run_kills(folder: Path, count: int) -> None:
    """Kill builds at moments spread over the time that one takes."""
    output = folder / "output"
    publish(output, 1)
    begun = time.perf_counter()
    disturbed_child(output, "kill", 1_000_000)
    usual = time.perf_counter() - begun
    for number in range(count):
        publish(output, 1)
        killed_child(output, 1.2 * usual * number / count)
        sys.stdout.write(f"{judge(output)}\n")


def main() -> int:
    folder, fault, *ways = sys.argv[1:]
    if "turns" in ways:
        swap._exchange = lambda one, other: False  # noqa: ARG005 - as on a system without it
    if "mirror" in ways:
        mirror.WORTH_A_MIRROR = 1
    if fault.startswith("moments:"):
        run_kills(Path(folder), int(fault.removeprefix("moments:")))
    elif fault == "once":
        try:
            publish(Path(folder), 2)
        except OutputError as error:
            sys.stdout.write(error.code)
            return FAILED
        except OSError as error:
            sys.stdout.write(errno.errorcode[error.errno or 0])
            return FAILED
    else:
        run_faults(Path(folder), fault)
    return 0


if __name__ == "__main__":
    sys.exit(main())
