"""The command line: one short function a command.

The only place that prints, reads the clock or exits. Exit codes: 0 clean, 1 nothing published (or,
for `check`, errors found), 2 wrong usage, 3 published with some items left out.
"""

import argparse
import sys
import traceback
from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from tempfile import NamedTemporaryFile

from generator import __version__
from generator.commands.terminal import default_language, use_utf8
from generator.messages import LANGUAGES, say

NOTHING_PUBLISHED = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `linli` with these arguments (the process's own if None) and return its exit code."""
    use_utf8()
    options = _make_parser().parse_args(arguments)
    language = options.lang or default_language()
    try:
        code: int = options.run(options)
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        print(" ".join(say("machine-failed", language, {"reason": str(error)})), file=sys.stderr)
        return NOTHING_PUBLISHED
    except Exception:  # noqa: BLE001 - a traceback shown to a volunteer is a bug of its own
        facts = {"log": _log_traceback()}
        print(" ".join(say("internal-error", language, facts)), file=sys.stderr)
        return NOTHING_PUBLISHED
    return code


def _log_traceback() -> str:
    with NamedTemporaryFile(
        "w", prefix="linli-", suffix=".log", encoding="utf-8", delete=False
    ) as log:
        log.write(f"linli {__version__}, Python {sys.version}\n\n{traceback.format_exc()}")
    return log.name


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    """Return a function that imports `run_NAME` of the module NAME beside this one and calls it.

    What one command needs is not imported for the others: help and version answer at once.
    """

    def run(options: argparse.Namespace) -> int:
        module = import_module(f"{__name__}.{name}")
        return int(getattr(module, f"run_{name}")(options))

    return run


def _make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="linli", description="邻里: a community's notice boards as a website and as posters."
    )
    parser.add_argument("--version", action="version", version=f"linli {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    build = commands.add_parser("build", help="make the site and its posters")
    _add_common(build)
    build.add_argument(
        "--output", type=Path, metavar="DIR", help="where to write (default: output in the site)"
    )
    build.add_argument("--no-posters", action="store_true", help="make pages only")
    build.add_argument(
        "--workers", type=_positive, metavar="N", help="processes for posters (default: one a core)"
    )
    build.set_defaults(run=_command("build"))

    check = commands.add_parser("check", help="find mistakes, and with --fix mend them")
    _add_common(check)
    check.add_argument("--fix", action="store_true", help="mend what is certain")
    check.set_defaults(run=_command("check"))

    explain = commands.add_parser("explain", help="say what a message's code means")
    explain.add_argument("code", nargs="?", metavar="CODE", help="such as key-twice (default: all)")
    explain.add_argument("--lang", choices=LANGUAGES, help="language of messages")
    explain.add_argument("--write", type=Path, metavar="DIR", help=argparse.SUPPRESS)
    explain.set_defaults(run=_command("explain"))

    when = commands.add_parser("when", help="say what a phrase of time means")
    when.add_argument("phrase", metavar="PHRASE", help="such as 每月第二个周六上午9点至11点")
    when.add_argument("--from", type=_day, dest="first", metavar="D", help="default: today")
    when.add_argument("--until", type=_day, metavar="D", help="default: a year later")
    when.add_argument(
        "--published", type=_day, metavar="D", help="the day it was written (default: --from)"
    )
    when.add_argument("--site", type=Path, metavar="DIR", help="a site whose calendar counts")
    _add_language(when)
    when.set_defaults(run=_command("when"))
    _add_helpers(commands)
    return parser


def _add_helpers(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands that help before there is a mistake."""
    new = commands.add_parser("new", help="make a new site")
    new.add_argument("folder", type=Path, metavar="DIR", help="a folder that is new or empty")
    new.add_argument("--yes", action="store_true", help="ask nothing")
    _add_today(new)
    new.set_defaults(run=_command("new"))

    add = commands.add_parser("add", help="begin a new file of a site")
    add.add_argument("kind", metavar="KIND", help="such as 活动 or event, 通知 or notice")
    add.add_argument("title", nargs="?", metavar="TITLE")
    add.add_argument("--committee", metavar="ID", help="whose it is; street for the street itself")
    add.add_argument("--site", type=Path, default=Path(), metavar="DIR", help="default: here")
    _add_today(add)
    add.set_defaults(run=_command("add"))

    doctor = commands.add_parser("doctor", help="say what this machine lacks")
    doctor.add_argument("--site", type=Path, default=Path(), metavar="DIR", help="default: here")
    _add_language(doctor)
    doctor.set_defaults(run=_command("doctor"))


def _add_today(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--today", type=_day, metavar="YYYY-MM-DD", help="default: today")
    parser.add_argument("--lang", choices=LANGUAGES, help="language of messages")


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--site", type=Path, default=Path(), metavar="DIR", help="the site's folder (default: here)"
    )
    parser.add_argument(
        "--today", type=_day, metavar="YYYY-MM-DD", help="build for this day (default: today)"
    )
    _add_language(parser)


def _add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--lang", choices=LANGUAGES, help="language of messages")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day like 2026-03-05") from None


def _positive(text: str) -> int:
    if not text.isdigit() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes")
    return int(text)
