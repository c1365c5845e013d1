"""The ways to a target, each with a real server, and each with a folder in which one can look."""

import getpass
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import pytest

from generator.publish import PublishOptions, open_host, parse_target
from generator.publish.folder import Folder
from generator.publish.host import Host
from tests.publish.servers import SSHD, Proxy, free_port, run_server, run_sshd

_NUMBERS = count()
NETWORK = ("sftp", "rsync", "s3")
KEYS = {"AWS_ACCESS_KEY_ID": "linli-test", "AWS_SECRET_ACCESS_KEY": "not-a-secret-0"}


@dataclass(frozen=True)
class Way:
    """A way: what is typed, where the files come to lie, and the proxy between."""

    name: str
    target: str
    root: Path
    proxy: Proxy | None = None

    def fresh(self) -> "Way":
        """The same way to a place where nothing is yet."""
        name = f"www{next(_NUMBERS)}"
        if self.proxy:
            self.proxy.cut_after(None)
        return replace(
            self, target=self.target.replace(self.root.name, name), root=self.root.with_name(name)
        )

    def plant(self, path: str, data: bytes) -> None:
        """Put a file there past Linli, by the server where it has to know."""
        if self.name == "s3":
            host = self.host()
            host.open()
            host.write(path, data)
        else:
            self.root.mkdir(exist_ok=True)
            (self.root / path).write_bytes(data)

    def drop(self, path: str) -> None:
        """Delete a file there past Linli."""
        if self.name == "s3":
            host = self.host()
            host.open()
            host.remove([path])
        else:
            (self.root / path).unlink()

    def host(self) -> Host:
        """A host that nothing was asked of yet."""
        if self.name == "folder":
            return Folder(self.root)
        return open_host(parse_target(self.target))


def quick(*, dry_run: bool = False, adopt: bool = False, verify: bool = False) -> PublishOptions:
    """Options that try again once, and at once."""
    return PublishOptions(dry_run=dry_run, adopt=adopt, verify=verify, pauses=(0.0,))


@contextmanager
def lead(name: str, folder: Path) -> Iterator[Way]:
    """Make a way below an empty folder, with its server."""
    if name == "folder":
        yield Way(name, str(folder / "www"), folder / "www")
    elif name == "s3":
        with _lead_to_bucket(folder) as way:
            yield way
    else:
        with _lead_by_ssh(name, folder) as way:
            yield way


@contextmanager
def _lead_by_ssh(name: str, folder: Path) -> Iterator[Way]:
    if not Path(SSHD).exists():
        pytest.skip("needs openssh-server")
    if name == "rsync" and not shutil.which("rsync"):
        pytest.skip("needs rsync")
    with run_sshd(folder) as port, pytest.MonkeyPatch.context() as patch, _through(port) as proxy:
        client = folder / ".ssh"
        known = (client / "known_hosts").read_text().replace(f":{port} ", f":{proxy.port} ")
        (client / "known_hosts").write_text(known)
        patch.setenv("HOME", str(folder))
        patch.delenv("SSH_AUTH_SOCK", raising=False)
        options = f"-F none -i {client}/id_ed25519 -o UserKnownHostsFile={client}/known_hosts"
        patch.setenv("RSYNC_RSH", f"ssh {options}")
        user = getpass.getuser()
        root = folder / "www"
        yield Way(name, f"{name}://{user}@127.0.0.1:{proxy.port}{root}", root, proxy)


@contextmanager
def _lead_to_bucket(folder: Path) -> Iterator[Way]:
    rclone = shutil.which("rclone", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    if not rclone:
        pytest.skip("needs rclone, as its S3 server")
    root, port = folder / "buckets" / "board" / "www", free_port()
    root.parent.mkdir(parents=True)
    keys = ",".join(KEYS.values())
    command = [
        rclone, "serve", "s3", "--addr", f"127.0.0.1:{port}", "--auth-key", keys,
        "--config", os.devnull, str(folder / "buckets"),
    ]  # fmt: skip
    with (
        run_server(command, port, folder / "rclone.log"),
        pytest.MonkeyPatch.context() as patch,
        _through(port) as proxy,
    ):
        for variable, value in KEYS.items():
            patch.setenv(variable, value)
        endpoint = f"http://127.0.0.1:{proxy.port}"
        yield Way("s3", f"s3://board/www?endpoint={endpoint}", root, proxy)


@contextmanager
def _through(port: int) -> Iterator[Proxy]:
    proxy = Proxy(port)
    try:
        yield proxy
    finally:
        proxy.close()
