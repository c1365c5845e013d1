"""Real servers on this machine for the tests, and a proxy that cuts connections."""

import os
import shutil
import socket
import socketserver
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

SSHD = shutil.which("sshd") or "/usr/sbin/sshd"
_PATIENCE = 20


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def run_server(
    command: Sequence[str], port: int, log: Path, environment: Mapping[str, str] | None = None
) -> Iterator[None]:
    """Run a server until it answers on its port, and end it after."""
    with log.open("wb") as said:
        env = {**os.environ, **(environment or {})}
        server = subprocess.Popen(command, stdout=said, stderr=said, env=env)
    try:
        _await(port, server, log)
        yield
    finally:
        server.terminate()
        try:
            server.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _await(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(_PATIENCE * 20):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        assert server.poll() is None, log.read_text(errors="replace")
        time.sleep(0.05)
    raise AssertionError(log.read_text(errors="replace"))


@contextmanager
def run_sshd(folder: Path, *extra: str) -> Iterator[int]:
    """Run OpenSSH's server with keys of its own; `folder/.ssh` then is a client's."""
    client, port = folder / ".ssh", free_port()
    client.mkdir(mode=0o700, parents=True)
    for key in (folder / "host_key", client / "id_ed25519"):
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)]
        subprocess.run(command, check=True)
    host_key = (folder / "host_key.pub").read_text().strip()
    (client / "known_hosts").write_text(f"[127.0.0.1]:{port} {host_key}\n")
    settings = [
        f"Port {port}", "ListenAddress 127.0.0.1", f"HostKey {folder / 'host_key'}",
        f"AuthorizedKeysFile {client / 'id_ed25519.pub'}", "StrictModes no", "UsePAM no",
        "PidFile none", "PasswordAuthentication no", "MaxStartups 100:30:200",
        "Subsystem sftp internal-sftp", *extra,
    ]  # fmt: skip
    (folder / "sshd_config").write_text("\n".join(settings) + "\n")
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    command = [SSHD, "-D", "-e", "-f", str(folder / "sshd_config")]
    with run_server(command, port, folder / "sshd.log"):
        yield port


class Proxy:
    """Passes bytes on to a port, until so many have gone to the server; then all is cut."""

    def __init__(self, port: int) -> None:
        self.server_port = port
        self.left: int | None = None
        self._sockets: list[socket.socket] = []
        self._lock = threading.Lock()
        outer = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                outer.pass_on(self.request)

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.port = int(self._server.server_address[1])
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()

    def cut_after(self, count: int | None) -> None:
        """Let so many more bytes through; None is all."""
        with self._lock:
            self.left = count

    def close(self) -> None:
        """End."""
        self._hang_up()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def pass_on(self, client: socket.socket) -> None:
        """Serve one connection."""
        if self.left == 0:
            return
        with socket.create_connection(("127.0.0.1", self.server_port)) as server:
            self._sockets += [client, server]
            for each in (client, server):  # what waits to be acknowledged waits long here
                each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            back = threading.Thread(target=_copy, args=(server, client))
            back.start()
            with suppress(OSError):
                while data := client.recv(4096):
                    allowed = self._allow(len(data))
                    server.sendall(data[:allowed])
                    if allowed < len(data):
                        self._hang_up()
                        break
            _shut(server)
            back.join()

    def _allow(self, count: int) -> int:
        with self._lock:
            if self.left is None:
                return count
            allowed = min(count, self.left)
            self.left -= allowed
            return allowed

    def _hang_up(self) -> None:
        for each in self._sockets:
            _shut(each)
        self._sockets.clear()


def _copy(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    _shut(target)


def _shut(each: socket.socket) -> None:
    with suppress(OSError):
        each.shutdown(socket.SHUT_RDWR)
