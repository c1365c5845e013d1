"""Whatever happens while a site is written, the output is the old site or the new one, whole."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.write.builder import judge, publish

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
WAYS = [
    ("mirror",),
    ("turns",),
    pytest.param((), marks=pytest.mark.exhaustive),
    pytest.param(("mirror", "turns"), marks=pytest.mark.exhaustive),
]


def start(folder: Path, fault: str, ways: Sequence[str] = ()) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.write.builder", str(folder), fault, *ways]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=pipe, text=True)


def run(folder: Path, fault: str, ways: Sequence[str] = ()) -> tuple[int, list[str]]:
    process = start(folder, fault, ways)
    out, errors = process.communicate(timeout=120)
    assert not errors
    return process.returncode, out.splitlines()


@pytest.mark.parametrize("ways", WAYS, ids="-".join)
@pytest.mark.parametrize("fault", ["kill", "ENOSPC", "EACCES", "EROFS"])
def test_a_fault_at_every_call(tmp_path: Path, fault: str, ways: tuple[str, ...]) -> None:
    code, lines = run(tmp_path, fault, ways)
    assert code == 0
    outcomes = [line.split() for line in lines]
    assert len(outcomes) > 30
    *disturbed, whole = outcomes
    assert whole[:2] == ["2", "new"], "the last build had fewer calls"
    codes = {line[0] for line in disturbed}
    assert codes <= ({str(-signal.SIGKILL)} if fault == "kill" else {"0", "1"})
    states = [line[1] for line in disturbed]
    assert {"old", "new"} <= set(states) <= {"old", "new", "missing"}
    # Without exchange there is no site between two renames; the next start puts it back.
    assert states.count("missing") <= (fault == "kill" and "turns" in ways)
    after = "new-mirrored" if "mirror" in ways else "new"
    assert {line[2] for line in outcomes} == {after}, "the next build finds its way"
    left = {"lock", ".gitignore", "inventory.json", *ways} - {"turns"}
    assert {word for line in outcomes for word in line[3:]} <= left


@pytest.mark.parametrize(
    ("count", "ways"),
    [
        (30, ("mirror",)),
        pytest.param(200, (), marks=pytest.mark.exhaustive),
        pytest.param(200, ("mirror",), marks=pytest.mark.exhaustive),
    ],
)
def test_kills_at_random_moments(tmp_path: Path, count: int, ways: tuple[str, ...]) -> None:
    """Builds are killed from outside; the site is old or new each time."""
    code, states = run(tmp_path, f"moments:{count}", ways)
    assert (code, len(states)) == (0, count)
    assert {"old"} <= set(states) <= {"old", "new"}


def test_twenty_builds_at_once(tmp_path: Path) -> None:
    """Whoever comes while another is at work says so; what stands there is one whole site."""
    output = tmp_path / "output"
    publish(output, 1)
    processes = [start(output, "once", ("mirror",)) for _ in range(20)]
    said = [process.communicate(timeout=60) for process in processes]
    assert {(p.returncode, out) for p, (out, _) in zip(processes, said, strict=True)} <= {
        (0, ""),
        (1, "output-busy"),
    }
    assert any(process.returncode == 0 for process in processes)
    assert judge(output) == "new"


def test_no_room_on_the_disk(tmp_path: Path) -> None:
    """A real full disk, where one can be had: the old site stays."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        publish(disk / "output", 1)
        ballast = disk / "ballast"
        with pytest.raises(OSError, match="No space"), ballast.open("wb") as file:
            file.write(bytes(300_000))
        assert run(disk / "output", "once") == (1, ["ENOSPC"])
        assert judge(disk / "output") == "old"
        ballast.unlink()
        publish(disk / "output", 2)
        assert judge(disk / "output") == "new"
    finally:
        subprocess.run(["umount", str(disk)], check=True)
