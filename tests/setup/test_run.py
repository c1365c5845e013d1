"""run.py: what it finds missing, what it would install, and what it leaves behind."""

import ast
import os
import re
import signal
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

import run
from generator.render import font_search

ROOT = Path(__file__).resolve().parents[2]
HAN = re.compile(r"[\u4e00-\u9fff]")
CHINESE_AND_ENGLISH = re.compile(r"[\u4e00-\u9fff].*[A-Za-z]{3}", re.DOTALL)


def system(name: str) -> run.System:
    return next(row for row in run.SYSTEMS if row.name.startswith(name))


def needs(*keys: str) -> list[run.Need]:
    return [need for need in run.NEEDS if need.key in keys]


# The table ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("platform", "programs", "name"),
    [
        ("linux", {"apt-get", "apk"}, "Debian, Ubuntu"),
        ("linux", {"dnf"}, "Fedora"),
        ("linux", {"pacman"}, "Arch"),
        ("linux", {"apk"}, "Alpine"),
        ("darwin", {"brew", "apt-get"}, "macOS, Homebrew"),
        ("win32", {"pacman"}, "MSYS2 UCRT64"),
        ("freebsd14", {"pkg"}, None),
    ],
)
def test_a_system_is_known_by_its_platform_or_its_program(
    platform: str, programs: set[str], name: str | None
) -> None:
    found = run.find_system(platform, lambda program: program if program in programs else None)
    assert (found.name if found else None) == name


@pytest.mark.parametrize("row", run.SYSTEMS, ids=lambda row: row.name)
def test_every_row_names_packages_for_needs_that_exist(row: run.System) -> None:
    keys = {need.key for need in run.NEEDS}
    assert row.packages.keys() <= keys
    assert {"pango", "subset"} <= row.packages.keys()
    if row.mark != "win32":
        assert row.packages.keys() == keys


def test_a_package_that_fulfils_two_needs_is_named_once() -> None:
    packages = run.list_packages(system("Arch"), needs("browser", "driver"))
    assert packages == ["chromium"]


def test_debian_gets_the_venv_of_the_python_that_runs() -> None:
    packages = run.list_packages(system("Debian"), needs("venv"))
    assert packages == [f"python3.{sys.version_info.minor}-venv"]


# The advice -----------------------------------------------------------------------------------


def test_advice_is_the_whole_command() -> None:
    text = run.advise(system("Debian"), needs("pango", "subset", "font"), root=False)
    assert text.splitlines()[-1] == (
        "  sudo apt-get install --no-install-recommends"
        " libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk"
    )
    assert "sudo" not in run.advise(system("Debian"), needs("font"), root=True)
    assert "  brew install pango" in run.advise(system("macOS"), needs("pango"), root=False)


@pytest.mark.parametrize("row", [*run.SYSTEMS, None], ids=lambda row: row.name if row else "other")
def test_advice_is_in_both_languages_and_never_a_dead_end(row: run.System | None) -> None:
    text = run.advise(row, run.NEEDS, root=False)
    for need in run.NEEDS:
        assert need.zh in text
        assert need.en in text
    for line in text.splitlines():
        if not line.startswith("  "):
            assert CHINESE_AND_ENGLISH.search(line), line
    assert (row and row.install in text) or "docs/install.md" in text


def test_what_has_no_package_is_explained_in_the_handbook() -> None:
    assert "docs/install.md" in run.advise(system("MSYS2"), needs("font"), root=False)
    assert (ROOT / "docs/install.md").is_file()


# The probes -----------------------------------------------------------------------------------


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="names a Linux library")
def test_a_library_is_really_loaded() -> None:
    assert run.can_load("m", 6) or run.can_load("c", 6) or run.can_load("c.musl-x86_64", 1)
    assert not run.can_load("no-such-library", 0)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("NotoSansCJK-Regular.ttc", True),
        ("SourceHanSansCN-Regular.otf", True),
        ("Hiragino Sans GB.ttc", True),
        ("msyh.ttc", True),
        ("NotoSans-Regular.ttf", False),
        ("NotoSansCJK-VF.ttc", False),
        ("NotoSansCJK-Regular.ttc.part", False),
    ],
)
def test_a_chinese_font_is_known_by_its_file(
    name: str, found: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "opentype").mkdir()
    (tmp_path / "opentype" / name).touch()
    monkeypatch.setattr(run, "FONT_FOLDERS", (str(tmp_path), str(tmp_path / "none")))
    assert run.has_font() is found


def test_a_chinese_font_is_one_that_posters_can_be_set_in() -> None:
    usable = {name.lower() for face in font_search.CANDIDATES for name in face.regular.files}
    assert usable == run.FONT_FILES


def test_fonts_are_looked_for_where_the_generator_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA", "WINDIR"):
        monkeypatch.delenv(name, raising=False)
    folders = {Path(folder).expanduser() for folder in run.FONT_FOLDERS}
    assert set(font_search.font_folders()) <= folders


# Setting up, with every program replaced ------------------------------------------------------


class Machine:
    """A pretended machine: what it lacks, which programs were run, and which of them fail."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.lacks: set[str] = set()
        self.installable = True
        self.root = True
        self.mark: str | None = "apt-get"
        self.failing: str | None = None
        self.broken = False
        self.commands: list[list[str]] = []
        venv = folder / ".venv"
        venv.mkdir()
        for lock in (run.LOCK, run.DEV_LOCK):
            (folder / lock).write_text(lock, "utf-8")
        fakes = {
            "ROOT": folder,
            "VENV": venv,
            "STAMP": venv / "stamp.json",
            "SCRIPTS": venv,
            "PACKAGES": venv,
            "PYTHON": sys.executable,
            "NEEDS": [need._replace(is_there=self.probe(need.key)) for need in run.NEEDS],
            "venv_works": lambda: not self.broken,
            "run_step": self.run_step,
            "is_root": lambda: self.root,
            "find_system": lambda: next((r for r in run.SYSTEMS if r.mark == self.mark), None),
        }
        for name, fake in fakes.items():
            monkeypatch.setattr(run, name, fake)

    def probe(self, key: str) -> Callable[[], bool]:
        return lambda: key not in self.lacks

    def run_step(self, _zh: str, _en: str, _detail: str, command: Sequence[str]) -> bool:
        self.commands.append(list(command))
        if self.failing == "Ctrl-C":
            raise KeyboardInterrupt
        if "install" in command and "apt-get" in command and self.installable:
            self.lacks.clear()
        return self.failing not in command

    def set_up(self, *purposes: str, hands_off: bool = False, again: bool = False) -> list[str]:
        """Set up and return the keys of what is missing; `commands` are those of this run."""
        self.commands.clear()
        missing = run.set_up(purposes, hands_off=hands_off, again=again)
        return [need.key for need in missing]

    def apt(self) -> list[list[str]]:
        return [command for command in self.commands if command[0] == "apt-get"]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(tmp_path, monkeypatch)


def test_root_on_debian_gets_what_is_missing_and_only_that(machine: Machine) -> None:
    machine.lacks = {"subset", "font"}
    assert machine.set_up("setup", "posters") == []
    update, install = machine.apt()
    assert update[:2] == ["apt-get", "update"]
    assert [word for word in install if re.match("lib|fonts|python|chrom", word)] == [
        "libharfbuzz-subset0",
        "fonts-noto-cjk",
    ]
    assert "--no-install-recommends" in install


def test_the_tools_of_the_tests_cannot_spoil_the_posters(machine: Machine) -> None:
    machine.lacks = {"font", "browser"}
    machine.installable = False
    machine.set_up("setup", "posters", "tests")
    installs = machine.apt()[1:]
    assert ["fonts-noto-cjk" in command for command in installs] == [True, False]
    assert ["chromium" in command for command in installs] == [False, True]


@pytest.mark.parametrize(
    ("root", "mark", "hands_off"),
    [(False, "apt-get", False), (True, "apt-get", True), (True, "dnf", False), (True, None, False)],
)
def test_elsewhere_the_system_is_left_alone_and_set_up_goes_on(
    machine: Machine,
    capsys: pytest.CaptureFixture[str],
    root: bool,
    mark: str | None,
    hands_off: bool,
) -> None:
    machine.root, machine.mark, machine.lacks = root, mark, {"pango"}
    assert machine.set_up("setup", "posters", hands_off=hands_off) == ["pango"]
    assert machine.apt() == []
    assert any("pip" in command for command in machine.commands)
    assert run.STAMP.exists()
    assert "Pango" in capsys.readouterr().err


def test_without_venv_it_ends_with_advice(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.root, machine.lacks = False, {"venv"}
    with pytest.raises(run.SetupError, match=CHINESE_AND_ENGLISH):
        machine.set_up("setup")
    assert "sudo apt-get install" in capsys.readouterr().err
    assert machine.commands == []


def test_the_second_time_nothing_is_run(machine: Machine) -> None:
    machine.set_up("setup", "posters")
    assert any("--require-hashes" in command for command in machine.commands)
    machine.set_up("setup", "posters")
    assert machine.commands == []
    machine.set_up("setup", "posters", again=True)
    assert any("--clear" in command for command in machine.commands)


def test_the_tests_add_to_what_is_there_and_then_serve_both(machine: Machine) -> None:
    machine.set_up("setup")
    machine.set_up("setup", "tests")
    assert not any("--clear" in command for command in machine.commands)
    assert any(run.DEV_LOCK in command for command in machine.commands)
    machine.set_up("setup")
    assert machine.commands == []


@pytest.mark.parametrize("lock", [run.LOCK, run.DEV_LOCK])
def test_another_lock_makes_it_anew(machine: Machine, lock: str) -> None:
    machine.set_up("setup")
    (run.ROOT / lock).write_text("another", "utf-8")
    machine.set_up("setup")
    assert any("--clear" in command for command in machine.commands)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"lock": "requirements.lock"}'])
def test_a_damaged_stamp_makes_it_anew(machine: Machine, text: str) -> None:
    machine.set_up("setup")
    run.STAMP.write_text(text, "utf-8")
    machine.set_up("setup")
    assert any("--clear" in command for command in machine.commands)


def test_another_python_makes_it_anew(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.set_up("setup")
    monkeypatch.setattr(sysconfig, "get_platform", lambda: "linux-sparc")
    machine.set_up("setup")
    assert any("--clear" in command for command in machine.commands)


def test_a_venv_that_does_not_work_is_made_anew(machine: Machine) -> None:
    machine.set_up("setup")
    machine.broken = True
    machine.set_up("setup")
    assert any("--clear" in command for command in machine.commands)


@pytest.mark.parametrize(
    ("program", "works"), [("", True), ("raise SystemExit(1)", False), (None, False)]
)
@pytest.mark.skipif(os.name == "nt", reason="pretends to be Python by a shell script")
def test_a_venv_works_if_its_python_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str | None, works: bool
) -> None:
    python = tmp_path / "python"
    if program is not None:
        python.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{program}"\n', "utf-8")
        python.chmod(0o755)
    monkeypatch.setattr(run, "PYTHON", str(python))
    assert run.venv_works() is works


@pytest.mark.parametrize("failing", ["venv", "pip", "Ctrl-C"])
def test_nothing_half_made_counts_as_ready(machine: Machine, failing: str) -> None:
    machine.set_up("setup")
    machine.failing = failing
    expected = KeyboardInterrupt if failing == "Ctrl-C" else run.SetupError
    with pytest.raises(expected):
        machine.set_up("setup", again=True)
    assert not run.STAMP.exists()
    machine.failing = None
    machine.set_up("setup")
    assert any("--clear" in command for command in machine.commands)


def test_what_failed_is_not_tried_at_every_start(machine: Machine) -> None:
    machine.lacks, machine.installable = {"font"}, False
    assert machine.set_up("setup", "posters") == ["font"]
    assert machine.apt()
    assert machine.set_up("setup", "posters") == ["font"]
    assert machine.apt() == []
    machine.installable = True
    assert machine.set_up("setup", "posters", again=True) == []


def test_what_failed_is_noted_without_forgetting_the_tools_of_the_tests(machine: Machine) -> None:
    machine.set_up("setup", "tests")
    machine.lacks, machine.installable = {"font"}, False
    assert machine.set_up("setup", "posters") == ["font"]
    machine.set_up("setup", "tests")
    assert machine.commands == []


def test_what_was_not_asked_for_before_is_still_installed(machine: Machine) -> None:
    machine.lacks = {"font"}
    assert machine.set_up("setup") == []
    assert machine.apt() == []
    assert machine.set_up("setup", "posters") == []
    assert len(machine.apt()) == 2


def test_the_project_is_found_by_relative_paths(machine: Machine) -> None:
    machine.set_up("setup")
    assert (run.PACKAGES / "linli.pth").read_text("utf-8").strip() == ".."
    if os.name != "nt":
        script = run.SCRIPTS / "linli"
        assert os.access(script, os.X_OK)
        assert str(run.ROOT) not in script.read_text("utf-8")


# Running --------------------------------------------------------------------------------------


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Record what would be run; everything succeeds."""
    recorded: list[list[str]] = []

    def record(command: Sequence[str], **_kwargs: object) -> int:
        recorded.append([str(word) for word in command])
        return 0

    monkeypatch.setattr(run, "run", record)
    return recorded


@pytest.mark.parametrize(
    ("command", "arguments", "posters", "expected"),
    [
        ("build", [], True, ["build", "--site", str(ROOT)]),
        ("build", [], False, ["build", "--site", str(ROOT), "--no-posters"]),
        ("build", ["--site", "x", "--workers", "2"], True, None),
        ("check", ["--format=json"], True, ["check", "--site", str(ROOT), "--format=json"]),
        ("explain", ["每周六"], True, None),
    ],
)
def test_linli_is_given_the_site_and_the_rest_as_it_is(
    commands: list[list[str]],
    command: str,
    arguments: list[str],
    posters: bool,
    expected: list[str] | None,
) -> None:
    assert run.run_linli(command, arguments, posters=posters) == 0
    (ran,) = commands
    assert ran[ran.index("generator") + 1 :] == (expected or [command, *arguments])


@pytest.mark.parametrize(
    ("arguments", "folder"),
    [
        ([], ROOT / "output"),
        (["--site=/a b"], Path("/a b/output")),
        (["--site", "/a", "--output", "/网站"], Path("/网站")),
    ],
)
@pytest.mark.usefixtures("commands")
def test_build_ends_by_saying_where_the_site_is(
    capsys: pytest.CaptureFixture[str], arguments: list[str], folder: Path
) -> None:
    run.run_linli("build", arguments, posters=True)
    text = capsys.readouterr().out
    assert str(folder.resolve() / "index.html") in text
    assert "http.server" in text
    assert CHINESE_AND_ENGLISH.search(text)


@pytest.mark.usefixtures("commands")
@pytest.mark.parametrize("arguments", [["--format", "json"], ["--format=json"], ["--help"]])
def test_nothing_is_added_to_output_meant_for_programs(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    run.run_linli("build", arguments, posters=True)
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("commands")
def test_missing_posters_are_said_loudly_in_both_languages(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run.run_linli("build", [], posters=False)
    text = capsys.readouterr().err
    assert "★" in text
    assert CHINESE_AND_ENGLISH.search(text)


@pytest.mark.parametrize(
    "failing",
    [None, "compileall -q generator", "ruff check", "ruff format --check", "mypy", "pytest"],
)
def test_the_suite_is_green_only_if_every_part_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], failing: str | None
) -> None:
    started: list[str] = []

    def start(command: Sequence[str], *_args: object, **_kwargs: object) -> int:
        started.append(" ".join(command))
        return int(failing is not None and failing in started[-1])

    monkeypatch.setattr(run, "run", start)
    assert run.run_suite(["-k", "posters"]) == (1 if failing else 0)
    assert len(started) == 5
    assert started[-1].endswith("pytest -n 2 --dist worksteal -k posters")
    if failing:
        assert capsys.readouterr().err.endswith(f"Failed: {failing}\n")


def test_a_failing_step_shows_its_last_words(capsys: pytest.CaptureFixture[str]) -> None:
    program = "print('first'); print('开头\\n' * 20 + '原因'); raise SystemExit(3)"
    assert not run.run_step("步骤", "step", "detail", [sys.executable, "-c", program])
    text = capsys.readouterr().err
    assert "(3)" in text
    assert "原因" in text
    assert "first" not in text
    assert run.run_step("步骤", "step", "detail", [sys.executable, "-c", "print('quiet')"])
    assert "quiet" not in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="sends a signal to a group of processes")
def test_after_ctrl_c_the_program_may_tidy_up(tmp_path: Path) -> None:
    tidy = tmp_path / "tidy"
    child = (
        "import pathlib, sys, time\n"
        "try:\n    print('ready', flush=True); time.sleep(60)\n"
        "except KeyboardInterrupt:\n    time.sleep(0.6); pathlib.Path(sys.argv[1]).touch()\n"
    )
    parent = (
        "import pathlib, run, signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        f"try:\n    run.run([sys.executable, '-c', {child!r}, {str(tidy)!r}])\n"
        f"except KeyboardInterrupt:\n    print('waited', pathlib.Path({str(tidy)!r}).exists())\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", parent],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"ready\n"
        time.sleep(0.2)
        os.killpg(process.pid, signal.SIGINT)
        output, _ = process.communicate(timeout=30)
    assert output == b"waited True\n"


# The file itself ------------------------------------------------------------------------------


def start_run(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    """Run run.py itself, with nothing of this machine's locale."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return subprocess.run(
        [sys.executable, *arguments],
        check=False,
        cwd=ROOT,
        env=kept | environment,
        capture_output=True,
    )


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "POSIX"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii:strict"},
        {"PYTHONIOENCODING": "latin-1"},
        {"PYTHONUTF8": "1"},
    ],
    ids=str,
)
def test_it_speaks_in_every_locale(environment: dict[str, str]) -> None:
    result = start_run("run.py", "--help", **environment)
    assert result.returncode == 0, result.stderr.decode()
    assert b"LINLI_NO_SYSTEM_PACKAGES" in result.stdout
    assert b"Traceback" not in result.stderr
    if "PYTHONUTF8" in environment and environment["PYTHONUTF8"] == "1":
        assert HAN.search(result.stdout.decode())


def test_no_command_is_a_usage_error() -> None:
    assert start_run("run.py").returncode == 2


def test_an_old_python_is_told_so() -> None:
    program = (
        "import runpy, sys; sys.version_info = (3, 9, 2, 'final', 0);"
        "runpy.run_path('run.py', run_name='__main__')"
    )
    result = start_run("-X", "utf8", "-c", program)
    text = result.stderr.decode()
    assert result.returncode == 1
    assert "Traceback" not in text
    assert CHINESE_AND_ENGLISH.search(text)
    assert "3.11" in text
    assert "3.9" in text


def test_it_parses_on_old_pythons_and_imports_only_the_standard_library() -> None:
    tree = ast.parse((ROOT / "run.py").read_text("utf-8"), feature_version=(3, 7))
    modules = {
        name
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert modules
    assert {name.split(".")[0] for name in modules} <= sys.stdlib_module_names


@pytest.mark.skipif(os.name == "nt", reason="has no executable bit")
def test_the_entry_for_continuous_integration_can_be_run() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert "run.py test" in script.read_text("utf-8")
