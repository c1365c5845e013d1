"""`linli serve` as a program: where it says it is, and how it ends."""

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from generator.commands import main
from tests.serve.conftest import wait_until
from tests.sites_for_tests import SAMPLE, SMALL


def test_from_start_to_end(tmp_path: Path) -> None:
    """Ctrl+C leaves no traceback, no folder, and the port free; --lan says what it exposes."""
    arguments = ("serve", "--site", str(SMALL), "--port", "0", "--lan", "--today", "2026-03-02")
    log = tmp_path / "said.txt"
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "generator", *arguments],
            cwd=SAMPLE,
            env={"TMPDIR": str(tmp_path), "LANG": "zh_CN.UTF-8", "PATH": ""},
            stdout=out,
            stderr=out,
        )
    try:
        assert wait_until(lambda: "Ctrl+C 结束。\n" in log.read_text("utf-8"))
        (address,) = re.findall(r"http://127\.0\.0\.1:\d+/", log.read_text("utf-8"))
        with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own
            assert "3月2日".encode() in answer.read()
        assert list(tmp_path.glob("linli-serve-*"))
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
    finally:
        process.kill()
        process.wait()
    said = log.read_text("utf-8")
    assert "Traceback" not in said
    assert said.rstrip().endswith("预览结束了。")
    assert ("▄" in said and "还没有发布的内容" in said) or "没有连上网络" in said
    assert not list(tmp_path.glob("linli-serve-*"))
    port = int(address.rstrip("/").rpartition(":")[2])
    with socket.socket() as again:
        again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        again.bind(("127.0.0.1", port))


def test_a_port_that_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        arguments = ["serve", "--site", str(SMALL), "--port", str(port), "--lang", "zh"]
        assert main(arguments) == 1
    said = capsys.readouterr().err
    assert f"端口 {port} 用不了" in said
