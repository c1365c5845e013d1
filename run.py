#!/usr/bin/env python3
"""Set Linli up on this machine and run it: `python3 run.py build`, `python3 run.py test`.

Needs Python and nothing else. What it makes stays in `.venv` beside this file; a stamp written
last says that all of it is there, so an interrupted set-up is simply done again. System packages
are installed as root on Debian and Ubuntu; elsewhere it says which command installs them.
Progress goes to standard error, so that the output of `linli` can be piped.

Everything down to the check of the version must run, and the rest must parse, on old Pythons.
"""

import argparse
import ctypes
import hashlib
import importlib.util
import io
import json
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

OLDEST = (3, 11)
VERSION = "{}.{}".format(*sys.version_info)
if sys.version_info[:2] < OLDEST:
    sys.exit(
        f"Linli 需要 Python 3.11 或更新的版本，这里是 {VERSION}。\n"
        f"Linli needs Python 3.11 or newer; this is {VERSION} ({sys.executable})."
    )

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "linli-setup.json"
LOCK, DEV_LOCK = "requirements.lock", "requirements-dev.lock"
SCRIPTS, PACKAGES = (
    Path(sysconfig.get_path(name, "venv", {"base": str(VENV), "platbase": str(VENV)}))
    for name in ("scripts", "purelib")
)
PYTHON = str(SCRIPTS / ("python.exe" if os.name == "nt" else "python"))
HANDS_OFF = "LINLI_NO_SYSTEM_PACKAGES"
SITE_COMMANDS = ("add", "build", "check", "doctor", "publish")
CHECKS = (
    # First, for hundreds of tests start the program, and where Python may not write bytecode each
    # would compile it anew.
    ("编译", "compileall -q generator"),
    ("代码检查", "ruff check"), ("代码格式", "ruff format --check"), ("类型检查", "mypy"),
)  # fmt: skip


class SetupError(Exception):
    """Linli cannot go on; the text says so in Chinese and English."""


# What the machine has, and what it lacks -----------------------------------------------------

SETUP, POSTERS, TESTS = "setup", "posters", "tests"
LIBRARY_NAMES = {"darwin": "lib{}.{}.dylib", "win32": "lib{}-{}.dll"}
LIBRARY_FOLDERS = {
    "darwin": ("/opt/homebrew/lib", "/usr/local/lib"),
    "win32": ("C:/msys64/ucrt64/bin", "C:/msys64/mingw64/bin"),
}.get(sys.platform, ())
FONT_FOLDERS = (
    *("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts"),
    *("/System/Library/Fonts", "/System/Library/AssetsV2", "/Library/Fonts", "~/Library/Fonts"),
    *("C:/Windows/Fonts", "~/AppData/Local/Microsoft/Windows/Fonts"),
)
FONT_FILES = {
    *("notosanscjk-regular.ttc", "notosanscjksc-regular.otf"),
    *("notosanssc-regular.otf", "notosanssc-regular.ttf"),
    *("sourcehansans-regular.ttc", "sourcehansanssc-regular.otf", "sourcehansanscn-regular.otf"),
    *("msyh.ttc", "msyh.ttf", "deng.ttf"),
    *("pingfang.ttc", "hiragino sans gb.ttc", "stheiti light.ttc"),
}
"""The faces that posters can be set in; a test holds them equal to the generator's."""
BROWSERS = (
    *("chromium", "chromium-browser", "google-chrome"),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
)


def can_load(library: str, number: int) -> bool:
    """Tell whether the dynamic linker finds `library`, whose binary interface is `number`."""
    name = LIBRARY_NAMES.get(sys.platform, "lib{}.so.{}").format(library, number)
    for candidate in (name, *(f"{folder}/{name}" for folder in LIBRARY_FOLDERS)):
        try:
            ctypes.CDLL(candidate)
        except OSError:
            continue
        return True
    return False


def has_ensurepip() -> bool:
    """Tell whether this Python can put pip into a virtual environment (Debian splits that off)."""
    importlib.invalidate_caches()
    return importlib.util.find_spec("ensurepip") is not None


def has_pango() -> bool:
    """Tell whether the libraries without which WeasyPrint does not start are there."""
    names = ("gobject-2.0", "pango-1.0", "pangoft2-1.0", "harfbuzz")
    return all(can_load(name, 0) for name in names) and can_load("fontconfig", 1)


def has_font() -> bool:
    """Tell whether a file with a Chinese face is installed."""
    walks = (os.walk(os.path.expanduser(folder)) for folder in FONT_FOLDERS)  # noqa: PTH111
    return any(name.lower() in FONT_FILES for walk in walks for *_, names in walk for name in names)


def has_program(*names: str) -> bool:
    """Tell whether one of the programs `names` can be run."""
    return any(shutil.which(name) for name in names)


class Need(NamedTuple):
    """What the machine has to have: what for, the names of it, and how to see that it is there."""

    key: str
    purpose: str
    zh: str
    en: str
    is_there: Callable[[], bool]


class System(NamedTuple):
    """A family of systems: `sys.platform` or the program that marks it, and its packages."""

    name: str
    mark: str
    install: str
    packages: Mapping[str, str]


# fmt: off
NEEDS = (
    Need("venv", SETUP, "虚拟环境", "Python's venv with pip", has_ensurepip),
    Need("pango", POSTERS, "排版库", "Pango, which sets the posters", has_pango),
    Need("subset", POSTERS, "字体裁剪库", "HarfBuzz-subset, which keeps posters small",
         lambda: can_load("harfbuzz-subset", 0)),
    Need("font", POSTERS, "中文字体", "a Chinese font", has_font),
    Need("browser", TESTS, "浏览器", "Chromium", lambda: has_program(*BROWSERS)),
    Need("driver", TESTS, "浏览器驱动", "chromedriver", lambda: has_program("chromedriver")),
    Need("pdftotext", TESTS, "PDF 阅读工具", "pdftotext", lambda: has_program("pdftotext")),
    Need("qpdf", TESTS, "PDF 检查工具", "qpdf", lambda: has_program("qpdf")),
    Need("java", TESTS, "Java", "Java, which runs the HTML checker", lambda: has_program("java")),
    Need("sshd", TESTS, "SSH 服务", "OpenSSH's server",
         lambda: has_program("sshd", "/usr/sbin/sshd")),
    Need("rsync", TESTS, "rsync", "rsync", lambda: has_program("rsync")),
    Need("nginx", TESTS, "nginx", "nginx", lambda: has_program("nginx", "/usr/sbin/nginx")),
    Need("caddy", TESTS, "Caddy", "Caddy", lambda: has_program("caddy")),
)
SYSTEMS = (
    System("MSYS2 UCRT64", "win32", "pacman -S", {
        "pango": "mingw-w64-ucrt-x86_64-pango", "subset": "mingw-w64-ucrt-x86_64-harfbuzz",
        "pdftotext": "mingw-w64-ucrt-x86_64-poppler", "qpdf": "mingw-w64-ucrt-x86_64-qpdf"}),
    System("macOS, Homebrew", "darwin", "brew install", {
        "venv": "python", "pango": "pango", "subset": "harfbuzz", "font": "font-noto-sans-cjk-sc",
        "browser": "google-chrome", "driver": "chromedriver", "pdftotext": "poppler",
        "qpdf": "qpdf", "java": "openjdk", "rsync": "rsync", "nginx": "nginx", "caddy": "caddy",
        "sshd": "openssh"}),
    System("Debian, Ubuntu", "apt-get", "apt-get install --no-install-recommends", {
        "venv": f"python{VERSION}-venv", "pango": "libpango-1.0-0 libpangoft2-1.0-0",
        "subset": "libharfbuzz-subset0", "font": "fonts-noto-cjk",
        "browser": "chromium", "driver": "chromium-driver", "pdftotext": "poppler-utils",
        "qpdf": "qpdf", "java": "default-jre-headless",
        "sshd": "openssh-server", "rsync": "rsync", "nginx": "nginx-light", "caddy": "caddy"}),
    System("Fedora", "dnf", "dnf install", {
        "venv": "python3", "pango": "pango", "subset": "harfbuzz",
        "font": "google-noto-sans-cjk-fonts",
        "browser": "chromium", "driver": "chromedriver", "pdftotext": "poppler-utils",
        "qpdf": "qpdf", "java": "java-latest-openjdk-headless",
        "sshd": "openssh-server", "rsync": "rsync", "nginx": "nginx-core", "caddy": "caddy"}),
    System("Arch", "pacman", "pacman -S", {
        "venv": "python", "pango": "pango", "subset": "harfbuzz", "font": "noto-fonts-cjk",
        "browser": "chromium", "driver": "chromium", "pdftotext": "poppler", "qpdf": "qpdf",
        "java": "jre-openjdk-headless",
        "sshd": "openssh", "rsync": "rsync", "nginx": "nginx", "caddy": "caddy"}),
    System("Alpine", "apk", "apk add", {
        "venv": "python3 py3-pip", "pango": "pango", "subset": "harfbuzz-subset",
        "font": "font-noto-cjk",
        "browser": "chromium", "driver": "chromium-chromedriver", "pdftotext": "poppler-utils",
        "qpdf": "qpdf", "java": "openjdk21-jre-headless",
        "sshd": "openssh-server", "rsync": "rsync", "nginx": "nginx", "caddy": "caddy"}),
)
# fmt: on


def find_system(
    platform: str = sys.platform, which: Callable[[str], str | None] = shutil.which
) -> System | None:
    """Return the row of `SYSTEMS` that this machine is, if any."""
    if platform in ("win32", "darwin"):
        return next(row for row in SYSTEMS if row.mark == platform)
    return next((row for row in SYSTEMS if which(row.mark)), None)


def find_missing(purposes: Sequence[str]) -> list[Need]:
    """Return the needs for `purposes` that this machine does not fulfil."""
    return [need for need in NEEDS if need.purpose in purposes and not need.is_there()]


def list_packages(system: System, needs: Sequence[Need]) -> list[str]:
    """Return the packages that fulfil `needs` on `system`, each once."""
    names = " ".join(system.packages.get(need.key, "") for need in needs)
    return list(dict.fromkeys(names.split()))


def is_root() -> bool:
    """Tell whether this user may install system packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def advise(system: System | None, missing: Sequence[Need], *, root: bool) -> str:
    """Return what to print about `missing`: the things and the command that installs them."""
    lines = ["这台电脑还缺 This machine lacks:", *(f"  {n.zh} {n.en}" for n in missing)]
    packages = list_packages(system, missing) if system else []
    if system and packages:
        sudo = "" if root or system.mark in ("win32", "darwin") else "sudo "
        lines.append(f"这样安装 To install ({system.name}):")
        lines.append(f"  {sudo}{system.install} {' '.join(packages)}")
    if not system or any(need.key not in system.packages for need in missing):
        lines.append("详见 See docs/install.md")
    return "\n".join(lines)


# Running programs ----------------------------------------------------------------------------


def tell(text: str, end: str = "\n") -> None:
    """Print progress."""
    print(text, end=end, file=sys.stderr, flush=True)


def child_environment() -> dict[str, str]:
    """Return the environment of the programs started here: this one's, with UTF-8 everywhere."""
    extra = {"PYTHONUTF8": "1", "DEBIAN_FRONTEND": "noninteractive"}
    if sys.platform == "darwin":  # where Homebrew's libraries are not looked for by themselves
        extra["DYLD_FALLBACK_LIBRARY_PATH"] = ":".join(LIBRARY_FOLDERS)
    return {**os.environ, **extra}


def run(command: Sequence[str], output: int | None = None, folder: Path | None = None) -> int:
    """Run `command` to its end and return its exit code; it may tidy up after Ctrl-C."""
    interrupted = False
    child = subprocess.Popen(
        command, stdout=output, stderr=output, cwd=folder, env=child_environment()
    )
    while child.returncode is None:
        try:
            child.wait()
        except KeyboardInterrupt:  # the child has been sent it too
            interrupted = True
    if interrupted:
        raise KeyboardInterrupt
    return child.returncode


def run_step(zh: str, en: str, detail: str, command: Sequence[str], shown: int = 12) -> bool:
    """Run `command` as one line of the report, with its time and, if it fails, its last words."""
    tell(f"  {zh} {en:<9} {detail} … ", end="")
    start = time.monotonic()
    with tempfile.TemporaryFile() as output:
        code = run(command, output.fileno(), ROOT)
        tell(f"{time.monotonic() - start:.1f} s" if code == 0 else f"失败 failed ({code})")
        if code:
            output.seek(0)
            lines = output.read().decode("utf-8", "replace").splitlines()
            tell("\n".join(f"    {line}" for line in lines[-shown:]))
    return code == 0


# Setting up ----------------------------------------------------------------------------------


class Stamp(NamedTuple):
    """What a finished set-up leaves behind."""

    fingerprint: str
    lock: str
    tried: Sequence[str]
    """The needs that could not be installed, so that not every start tries again."""


def fingerprint() -> str:
    """Return a digest of all that `.venv` follows from: the locks, this Python, this platform."""
    digest = hashlib.sha256(f"{sys.implementation.cache_tag} {sysconfig.get_platform()}".encode())
    for name in (LOCK, DEV_LOCK):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def venv_works() -> bool:
    """Tell whether the Python of `.venv` starts and finds the project."""
    command = [PYTHON, "-I", "-c", "import generator"]
    try:
        return subprocess.run(command, check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def read_stamp() -> Stamp | None:
    """Return what the last set-up left if it was for these locks and `.venv` still works."""
    try:
        stamp = Stamp(**json.loads(STAMP.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return stamp if stamp.fingerprint == fingerprint() and venv_works() else None


def write_stamp(lock: str, tried: Sequence[str]) -> None:
    """Leave word that `.venv` holds all that `lock` names."""
    STAMP.write_text(json.dumps(Stamp(fingerprint(), lock, tried)._asdict()), "utf-8")


def install_packages(system: System, missing: Sequence[Need]) -> None:
    """Install what fulfils `missing`; the tests' tools apart, for not every release has them."""
    options = ["-q", "-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::http::Timeout=20"]
    run_step("系统软件", "system", "apt-get update", ["apt-get", "update", *options])
    for purposes in ((SETUP, POSTERS), (TESTS,)):
        packages = list_packages(system, [need for need in missing if need.purpose in purposes])
        if packages:
            command = [*shlex.split(system.install), *packages]
            run_step("系统软件", "system", shlex.join(command), [*command, *options, "-y"])


def make_venv(lock: str, *, anew: bool) -> None:
    """Bring `.venv` to what `lock` names, with compiled bytecode."""
    STAMP.unlink(missing_ok=True)
    python = [PYTHON, "-I", "-X", "utf8", "-m"]
    venv = [sys.executable, "-I", "-m", "venv", "--clear", str(VENV)]
    if anew and not run_step("虚拟环境", "venv", f".venv, Python {VERSION}", venv):
        raise SetupError(
            "虚拟环境没有建成。请删除 .venv 文件夹再试。\n"
            "The virtual environment was not made. Delete the folder .venv and try again."
        )
    pip = [*python, "pip", "install", "--disable-pip-version-check", "--no-user", "--no-compile"]
    pip += ["--no-input", "--require-hashes", "--no-deps", "--only-binary=:all:", "-r", lock]
    if not run_step("依赖软件", "packages", lock, pip):
        raise SetupError(
            "依赖软件没有装上。没有网络或下载很慢时怎么办，见 docs/install.md。\n"
            "The packages were not installed. If there is no network, see docs/install.md."
        )
    add_project()
    code = ["compileall", "-qq", "-j", "0", str(PACKAGES), str(ROOT / "generator")]
    run_step("预先编译", "bytecode", "compileall", [*python, *code])


def add_project() -> None:
    """Let `.venv` import the project from here and have a command `linli`, by relative paths."""
    (PACKAGES / "linli.pth").write_text(os.path.relpath(ROOT, PACKAGES) + "\n", "utf-8")
    arguments = "-X utf8 -P -m generator"
    if os.name == "nt":
        (SCRIPTS / "linli.cmd").write_text(f'@"%~dp0python.exe" {arguments} %*\n', "ascii")
    else:
        launcher = SCRIPTS / "linli"
        script = f'#!/bin/sh\nexec "$(dirname -- "$0")/python" {arguments} "$@"\n'
        launcher.write_text(script, "ascii")
        launcher.chmod(0o755)


def provide(purposes: Sequence[str], tried: list[str], *, hands_off: bool) -> list[Need]:
    """Install what is missing for `purposes` where that is possible; say how for what remains.

    Returns what remains. What could not be installed is added to `tried`.
    """
    missing, system = find_missing(purposes), find_system()
    untried = [need for need in missing if need.key not in tried]
    if untried and system and system.mark == "apt-get" and is_root() and not hands_off:
        install_packages(system, untried)
        missing = find_missing(purposes)
        tried += [need.key for need in missing if need in untried]
    if missing:
        tell(advise(system, missing, root=is_root()))
    return missing


def set_up(purposes: Sequence[str], *, hands_off: bool, again: bool) -> list[Need]:
    """Make all ready for `purposes` and return what is missing; `again` tries all of it anew."""
    lock = DEV_LOCK if TESTS in purposes else LOCK
    stamp = None if again else read_stamp()
    tried = list(stamp.tried) if stamp else []
    if stamp and stamp.lock in (lock, DEV_LOCK):  # the latter holds all of the former
        missing = provide([p for p in purposes if p != SETUP], tried, hands_off=hands_off)
        if tried != stamp.tried:
            write_stamp(stamp.lock, tried)
        return missing
    tell("正在准备，第一次要几分钟 Setting up; the first time takes a few minutes")
    missing = provide(purposes, tried, hands_off=hands_off)
    if any(need.purpose == SETUP for need in missing):
        raise SetupError("没有虚拟环境不能继续。\nLinli cannot go on without Python's venv.")
    make_venv(lock, anew=stamp is None)
    write_stamp(lock, tried)
    return missing


# Commands ------------------------------------------------------------------------------------


def run_suite(arguments: Sequence[str]) -> int:
    """Run every check of the code and then the tests; 0 only if all of them pass."""
    failed = [
        check
        for zh, check in CHECKS
        if not run_step(zh, "check", check, [PYTHON, "-m", *check.split()], shown=200)
    ]
    if run([PYTHON, "-m", "pytest", "-n", "2", "--dist", "worksteal", *arguments], folder=ROOT):
        failed.append("pytest")
    if failed:
        tell("没有通过 Failed: " + ", ".join(failed))
    return 1 if failed else 0


def run_linli(command: str, arguments: Sequence[str], *, posters: bool) -> int:
    """Run `linli command arguments` for the site in this folder unless they name another."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--site", type=Path)
    parser.add_argument("--output", type=Path)
    known, _ = parser.parse_known_args(arguments)
    extra = [] if known.site or command not in SITE_COMMANDS else ["--site", str(ROOT)]
    if not posters:
        extra.append("--no-posters")
        tell("\n★ 这次只做网页，不做海报。 Web pages only this time, no posters. ★\n")
    code = run([PYTHON, "-P", "-m", "generator", command, *extra, *arguments])
    output = (known.output or (known.site or ROOT) / "output").resolve()
    if command == "build" and code in (0, 3) and not {"-h", "--help"} & set(arguments):
        as_json = any(argument.endswith("json") for argument in arguments)
        print(describe_site(output), file=sys.stderr if as_json else sys.stdout)
    return code


def describe_site(output: Path) -> str:
    """Return where the site in `output` is and how to look at it."""
    python = "py" if os.name == "nt" else "python3"
    folder = f'"{output}"' if os.name == "nt" else shlex.quote(str(output))
    return (
        f"\n网站在这里，用浏览器打开 The site is here; open it in a browser:\n"
        f"  {output / 'index.html'}\n"
        f"或运行，再打开 Or run this and open http://localhost:8000/ :\n"
        f"  {python} -m http.server --directory {folder} 8000"
    )


def parse_arguments(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read this program's own options, which come before the command."""
    parser = argparse.ArgumentParser(
        prog="run.py",
        usage="python3 run.py [--no-system] COMMAND [ARGUMENT ...]",
        description="准备好这台电脑并运行 Linli。 Set this machine up and run Linli.",
        epilog=f"同 --no-system 一样 The same as --no-system: {HANDS_OFF}=1",
    )
    parser.add_argument(
        "--no-system",
        action="store_true",
        default=os.environ.get(HANDS_OFF, "0") not in ("", "0"),
        help="不安装系统软件包 install no system packages",
    )
    parser.add_argument(
        "command",
        metavar="COMMAND",
        help="build 生成网站 make the site and posters; test 测试 run all checks and tests; "
        "setup 只做准备 only set up, anew; 其余交给 linli anything else goes to linli",
    )
    parser.add_argument("arguments", nargs=argparse.REMAINDER, metavar="ARGUMENT")
    return parser.parse_args(arguments)


def allow_chinese() -> None:
    """Let Chinese be printed in whatever locale this runs; what cannot be shown is a `?`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def main() -> int:
    """Set up, run the command, and return its exit code."""
    allow_chinese()
    options = parse_arguments()
    command, arguments = options.command, options.arguments
    purposes = [SETUP]
    if command in ("build", "setup", "test") and "--no-posters" not in arguments:
        purposes.append(POSTERS)
    if command == "test":
        purposes.append(TESTS)
    try:
        missing = set_up(purposes, hands_off=options.no_system, again=command == "setup")
        if command == "setup":
            tell("准备好了 Ready")
            return 0
        if command == "test":
            return run_suite(arguments)
        lacks_posters = any(need.purpose == POSTERS for need in missing)
        return run_linli(command, arguments, posters=not lacks_posters)
    except SetupError as error:
        tell(f"\n{error}")
        return 1
    except OSError as error:
        tell(f"\n没有完成，系统不允许 Not done, the system refused: {error}")
        return 1
    except KeyboardInterrupt:
        tell("\n中断了，再运行一次即可 Stopped; simply run it again")
        return 130


if __name__ == "__main__":
    sys.exit(main())
