"""The lock files: they agree with pyproject.toml, with each other, and name no machine."""

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCK = "requirements.lock"
DEV_LOCK = "requirements-dev.lock"
LEFT_OUT = {"playwright"}
"""A second way to drive a browser, which a package asks for of which only axe's script is used."""


def read_pins(name: str) -> dict[str, Requirement]:
    """Return the pinned requirements of a lock file by canonical name."""
    lines = re.findall(r"^(\w\S*==.*?) \\$", (ROOT / name).read_text("utf-8"), re.MULTILINE)
    pins = [Requirement(line) for line in lines]
    return {canonicalize_name(pin.name): pin for pin in pins}


def version_of(pin: Requirement) -> str:
    return next(iter(pin.specifier)).version


def read_dependencies(name: str) -> list[Requirement]:
    """Return what pyproject.toml asks for and the lock file `name` has to hold."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    lines: list[str] = list(project["project"]["dependencies"])
    if name == DEV_LOCK:
        lines += project["dependency-groups"]["dev"]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("name", [LOCK, DEV_LOCK])
def test_every_dependency_is_locked_to_a_version_that_satisfies_it(name: str) -> None:
    pins = read_pins(name)
    wanting = [
        str(dependency)
        for dependency in read_dependencies(name)
        if (pin := pins.get(canonicalize_name(dependency.name))) is None
        or version_of(pin) not in dependency.specifier
    ]
    assert not wanting, "remake the locks as docs/install.md says"


def test_the_development_lock_holds_all_of_the_other() -> None:
    pins, more = read_pins(LOCK), read_pins(DEV_LOCK)
    assert {name: str(more.get(name)) for name in pins} == {
        name: str(pin) for name, pin in pins.items()
    }
    assert len(more) > len(pins) > len(read_dependencies(LOCK))


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
@pytest.mark.parametrize("name", [LOCK, DEV_LOCK])
def test_every_dependency_is_locked_on_every_system(name: str, system: str) -> None:
    pins, here = read_pins(name), {"sys_platform": system}
    for dependency in read_dependencies(name):
        pin = pins[canonicalize_name(dependency.name)]
        if dependency.marker is None or dependency.marker.evaluate(here):
            assert pin.marker is None or pin.marker.evaluate(here), dependency


@pytest.mark.parametrize("name", [LOCK, DEV_LOCK])
def test_every_pin_has_its_hashes(name: str) -> None:
    lines = (ROOT / name).read_text("utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
    blocks = re.split(r"^(?=\w)", text, flags=re.MULTILINE)
    assert len(blocks) - 1 == len(read_pins(name))
    for block in blocks[1:]:
        first, *rest = block.rstrip().splitlines()
        assert first.endswith(" \\")
        assert rest, first
        assert all(re.fullmatch(r" {4}--hash=sha256:[0-9a-f]{64}( \\)?", line) for line in rest)


@pytest.mark.parametrize("name", [LOCK, DEV_LOCK])
def test_no_host_and_no_path_of_a_machine(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert not re.search(r"://|index-url|find-links|trusted-host|(^|[\s(])/\w", text)


def test_nothing_that_a_locked_package_needs_is_left_out() -> None:
    """Set-up installs with --no-deps, so the lock has to be complete by itself."""
    pins = read_pins(DEV_LOCK)
    waiting = [(Requirement(str(pin.name)), "") for pin in pins.values()]
    seen: set[tuple[str, str]] = set()
    while waiting:
        needed, extra = waiting.pop()
        name = canonicalize_name(needed.name)
        pin = pins.get(name)
        assert pin is not None, f"{needed} is not locked"
        if (name, extra) in seen or (pin.marker and not pin.marker.evaluate()):
            continue
        seen.add((name, extra))
        try:
            package = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # a development machine without the locked environment
        if package.version != version_of(pin):
            continue
        for line in package.requires or []:
            further = Requirement(line)
            if canonicalize_name(further.name) in LEFT_OUT:
                continue
            if further.marker is None or further.marker.evaluate({"extra": extra}):
                assert canonicalize_name(further.name) in pins, f"{name} needs {further}"
                assert version_of(pins[canonicalize_name(further.name)]) in further.specifier
                waiting += [(further, more) for more in ("", *further.extras)]
    assert len(seen) > len(read_dependencies(DEV_LOCK)) // 2
