"""A folder on a host, by rsync over ssh: both programs of this machine, with their own settings.

All is done by rsync itself, so that an account which may do nothing else (rrsync) is enough.
"""

import os
import re
import shlex
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.model.target import Target
from generator.publish.credentials import list_secrets
from generator.publish.failures import Interrupted, PublishError, mask_secrets
from generator.publish.host import Survey
from generator.publish.record import Entry
from generator.publish.source import Upload

TIMEOUT = 60
"""Seconds without a byte after which rsync gives up."""
_SSH = ("-o BatchMode=yes -o StrictHostKeyChecking=yes -o ConnectTimeout=20 "
        "-o ServerAliveInterval=10 -o ServerAliveCountMax=2")  # fmt: skip
_COMMON = ("--checksum", "--omit-dir-times", "--no-perms", "--chmod=D755,F644", "--8-bit-output")
_NOT_THERE, _PART_OF_IT, _VANISHED = 3, 23, 24
_ROW = re.compile(r"(\S+)\s+([\d,.]+)\s+(\d{4}/\d\d/\d\d) (\d\d:\d\d:\d\d) (.+)")
_ITEM = re.compile(r"^[<>c.](f\S+) (.+)$")
_PATIENCE = 3600
_CONNECTING, _LOOK = 60.0, 0.02
"""Seconds for connecting and logging in, and between looks whether that is done."""
_SSH_FAILED = 255


class RsyncHost:
    """A `Host` by rsync. It writes beside the place, compares a digest and renames.

    Afterwards both sides are compared again by the digests of whole files.
    """

    verification = "word-verified-by-rsync"

    def __init__(self, target: Target) -> None:
        host = f"[{target.host}]" if ":" in target.host else target.host
        user = f"{target.user}@" if target.user else ""
        self._root = f"{user}{host}:{target.path.removeprefix('~/')}/"
        port = f" -p {target.port}" if target.port else ""
        self._shell = f"{os.environ.get('RSYNC_RSH') or 'ssh'} {_SSH}{port}"
        self._login = f"{user}{target.host}"
        self._host = target.host
        self._line: _Line | None = None

    def open(self) -> None:
        """Connect once, for all that rsync is called for."""
        for program in ("rsync", shlex.split(self._shell)[0]):
            if shutil.which(program) is None:
                raise PublishError("publish-program-missing", program=program)
        if os.name == "posix":  # elsewhere ssh cannot share a connection, and each call makes one
            self._line = _Line(shlex.split(self._shell), self._login)
            said = self._line.wait()
            if said is not None:
                raise self._explain(_SSH_FAILED, said)

    def close(self) -> None:
        """Hang up."""
        if self._line:
            self._line.close()
        self._line = None

    def list_top(self) -> list[str]:
        """Return the names in the folder, empty if there is none."""
        return [row[4] for row in self._list("") if row[4] != "."]

    def _list(self, path: str) -> list[tuple[str, ...]]:
        code, said = self._call("--list-only", self._root + path, may_fail=True)
        if code:
            return []
        return [match.groups() for line in said.splitlines() if (match := _ROW.fullmatch(line))]

    def read(self, path: str) -> bytes | None:
        """Return a file's bytes, None if there is none."""
        with TemporaryDirectory(prefix="linli-") as folder:
            code, _ = self._call(self._root + path, f"{folder}/", may_fail=True)
            found = Path(folder, Path(path).name)
            return found.read_bytes() if not code and found.is_file() else None

    def write(self, path: str, data: bytes) -> None:
        """Write a file whole or not."""
        self._write(path, data)

    def _write(self, path: str, data: bytes, *options: str) -> None:
        with TemporaryDirectory(prefix="linli-") as folder:
            place = Path(folder, path)
            place.write_bytes(data)
            self._call("--mkpath", "--ignore-times", *options, str(place), self._root)

    def create(self, path: str, data: bytes) -> bool:
        """Write a file unless there is one, and look whether it is the own one."""
        self._write(path, data, "--ignore-existing")
        return self.read(path) == data

    def modified(self, path: str) -> float | None:
        """Return when a file was written, by the host's clock."""
        for _, _, day, clock, _ in self._list(path):
            moment = datetime.strptime(f"{day} {clock} +0000", "%Y/%m/%d %H:%M:%S %z")
            return moment.astimezone(UTC).timestamp()
        return None

    def survey(self, uploads: Sequence[Upload]) -> Survey:
        """Let both sides compare digests."""
        if not uploads:
            return Survey(frozenset(), frozenset())
        _, said = self._send(uploads, "--dry-run", "--out-format=%i %n")
        items = [match.groups() for line in said.splitlines() if (match := _ITEM.match(line))]
        missing = frozenset(path for signs, path in items if signs.endswith("+"))
        return Survey(frozenset(u.path for u in uploads) - {path for _, path in items}, missing)

    def put(self, uploads: Sequence[Upload]) -> None:
        """Send files, which change their places at the end, and compare both sides again."""
        for upload in uploads:
            upload.read()
        self._send(uploads, "--mkpath", "--delay-updates")
        for upload in uploads:  # rsync reads the files itself; were they the same all the time?
            upload.read()
        different = {upload.path for upload in uploads} - self.survey(uploads).same
        if different:
            raise Interrupted("publish-arrived-damaged", file=min(different))

    def _send(self, uploads: Sequence[Upload], *options: str) -> tuple[int, str]:
        folder = _folder_of(uploads[0])
        names = "\0".join(upload.path for upload in uploads)
        listed = ("--files-from=-", "--from0")
        return self._call(*listed, *options, f"{folder}/", self._root, given=names)

    def remove(self, paths: Sequence[str]) -> None:
        """Delete files: those that are named, and are not in an empty folder here.

        Folders that are empty then stay, for rsync cannot be asked for them and nothing else.
        """
        if not paths:
            return
        with TemporaryDirectory(prefix="linli-") as nothing:
            options = ("--files-from=-", "--from0", "--delete-missing-args")
            names = "\0".join(paths)
            self._call(*options, f"{nothing}/", self._root, given=names, accepted=_VANISHED)

    def sweep(self, unsure: Mapping[str, Entry]) -> None:
        """Nothing to do: rsync clears away what it left."""

    def _call(
        self, *arguments: str, given: str = "", accepted: int = 0, may_fail: bool = False
    ) -> tuple[int, str]:
        """Run rsync; return its exit code, which with `may_fail` says that nothing is there."""
        shell = self._shell + (self._line.option if self._line else "")
        options = (*_COMMON, "--secluded-args", f"--timeout={TIMEOUT}", f"--rsh={shell}")
        with self._failures():
            done = subprocess.run(  # noqa: S603 - a list, and a target's parts are held narrow
                ["rsync", *options, *arguments],  # noqa: S607 - whichever the user has
                input=given,
                env=os.environ | {"LC_ALL": "C.UTF-8", "TZ": "UTC"},
                capture_output=True,
                text=True,
                errors="replace",
                timeout=_PATIENCE,
                check=False,
            )
        if done.returncode in (0, accepted):
            return 0, done.stdout
        is_absent = "No such file or directory" in done.stderr
        if may_fail and is_absent and done.returncode in (_NOT_THERE, _PART_OF_IT):
            return done.returncode, ""
        raise self._explain(done.returncode, done.stderr)

    @contextmanager
    def _failures(self) -> Iterator[None]:
        try:
            yield
        except subprocess.TimeoutExpired:
            raise Interrupted("publish-unreachable", reason=self._host) from None
        except OSError as error:
            raise PublishError("publish-host-failed", reason=str(error)) from None

    def _explain(self, code: int, said: str) -> PublishError:
        """Return what a failure is, by what ssh and rsync said."""
        reason = mask_secrets(_choose_line(said) or f"rsync: {code}", list_secrets())
        if "Host key verification failed" in said:
            return PublishError("publish-host-key", host=self._host, reason=reason)
        if "Permission denied (" in said:
            return PublishError("publish-login-refused", reason=reason)
        if "Permission denied" in said:
            return PublishError("publish-not-allowed", reason=reason)
        if code in (10, 12, 30, 35, _SSH_FAILED):
            return Interrupted("publish-unreachable", reason=reason)
        return PublishError("publish-host-failed", reason=reason)


class _Line:
    """A connection of ssh that later calls of ssh go through."""

    def __init__(self, shell: Sequence[str], login: str) -> None:
        self._folder = TemporaryDirectory(prefix="linli-", ignore_cleanup_errors=True)
        self._socket = Path(self._folder.name, "line")
        self.option = f" -o ControlPath={self._socket}"
        self._said = Path(self._folder.name, "said")
        command = [*shell, *shlex.split(self.option), "-M", "-N", login]
        with self._said.open("wb") as said:
            self._process = subprocess.Popen(  # noqa: S603 - as above
                command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said
            )

    def wait(self) -> str | None:
        """Wait until it is there; return what ssh said if that failed."""
        for _ in range(round(_CONNECTING / _LOOK)):
            if self._socket.exists():
                return None
            if self._process.poll() is not None:
                break
            time.sleep(_LOOK)
        return self._said.read_text(errors="replace")

    def close(self) -> None:
        """Hang up."""
        self._process.terminate()
        self._process.wait()
        self._folder.cleanup()


def _folder_of(upload: Upload) -> Path:
    """Return the folder that a file's path is relative to."""
    return upload.file.parents[upload.path.count("/")]


def _choose_line(said: str) -> str:
    """Return the line that says most: the first one that is not a frame around the reason."""
    lines = [line.strip("@ ") for line in said.splitlines() if line.strip("@ \r")]
    return lines[0] if lines else ""
