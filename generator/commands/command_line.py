"""What the command line accepts, and what is said when all else failed.

Not in the package's `__init__`: a module beside it that is named as a command is, such as `print`,
would hide the builtin of that name there once it is imported.
"""

import argparse
import os
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
READER_GONE = 141
"""As a shell says of a program that wrote to a closed pipe."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `linli` with these arguments (the process's own if None) and return its exit code."""
    use_utf8()
    options = _make_parser().parse_args(arguments)
    language = options.lang or default_language()
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return _leave_pipe()
    except OSError as error:
        print(" ".join(say("machine-failed", language, {"reason": str(error)})), file=sys.stderr)
        return NOTHING_PUBLISHED
    except Exception:  # noqa: BLE001 - a traceback shown to a volunteer is a bug of its own
        facts = {"log": log_traceback()}
        print(" ".join(say("internal-error", language, facts)), file=sys.stderr)
        return NOTHING_PUBLISHED
    return code


def _leave_pipe() -> int:
    """Say no more: whoever read the output, such as `head`, has read enough."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return READER_GONE


def log_traceback() -> str:
    """Write down the exception at hand, and return where."""
    from generator.privacy import mask_text  # noqa: PLC0415 - only where all went wrong

    with NamedTemporaryFile(
        "w", prefix="linli-", suffix=".log", encoding="utf-8", delete=False
    ) as log:
        trace = mask_text(traceback.format_exc())  # an error may quote what it was about
        log.write(f"linli {__version__}, Python {sys.version}\n\n{trace}")
    return log.name


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    """Return a function that imports `run_NAME` of the module NAME beside this one and calls it.

    What one command needs is not imported for the others: help and version answer at once.
    """

    def run(options: argparse.Namespace) -> int:
        module = import_module(f"{__package__}.{name}")
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
        "--strict", action="store_true", help="publish nothing if there is any error"
    )
    build.add_argument(
        "--full", action="store_true", help="make everything anew, whatever earlier builds left"
    )
    build.add_argument(
        "--workers", type=_positive, metavar="N", help="processes for posters (default: one a core)"
    )
    build.add_argument(
        "--dask", metavar="ADDRESS", help="a Dask cluster to make many posters on (docs/scale.md)"
    )
    build.set_defaults(run=_command("build"))

    _add_publish(commands)
    _add_print(commands)
    _add_serve(commands)

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


def _add_publish(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command that takes the site to where it is served."""
    publish = commands.add_parser("publish", help="take the built site to a folder, host or bucket")
    publish.add_argument(
        "target",
        nargs="?",
        metavar="TARGET",
        help="a folder, FILE.zip, sftp://USER@HOST/PATH, rsync://USER@HOST/PATH or "
        "s3://BUCKET/PREFIX?endpoint=URL (default: what site.yaml says)",
    )
    publish.add_argument("--site", type=Path, default=Path(), metavar="DIR", help="default: here")
    publish.add_argument(
        "--output", type=Path, metavar="DIR", help="what was built (default: output in the site)"
    )
    publish.add_argument("--dry-run", action="store_true", help="only list what would be done")
    publish.add_argument(
        "--adopt", action="store_true", help="publish among files that Linli did not put there"
    )
    publish.add_argument(
        "--verify", action="store_true", help="look at every file at the target, mend what differs"
    )
    _add_language(publish)
    publish.set_defaults(run=_command("publish"))


def _add_print(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command for what is taken to the boards."""
    pack = commands.add_parser("print", help="make a PDF to print for each compound's boards")
    _add_common(pack)
    pack.add_argument(
        "--compound",
        action="append",
        default=[],
        metavar="ID",
        help="only this one; may be repeated",
    )
    pack.add_argument("--changed", action="store_true", help="only what does not hang already")
    pack.add_argument("--board", metavar="NAME", help="only this board")
    pack.add_argument("--take-down", action="store_true", help="only the lists of what comes down")
    pack.add_argument("--monochrome", action="store_true", help="for a black and white printer")
    pack.add_argument("--large-print", action="store_true", help="in larger type")
    pack.add_argument("--paper", choices=("A4", "A3"), help="on this paper")
    pack.add_argument("--print-shop", action="store_true", help="with 3 mm bleed and crop marks")
    pack.add_argument(
        "--output", type=Path, metavar="DIR", help="where to write (default: print in the site)"
    )
    pack.add_argument("--workers", type=_positive, metavar="N", help=argparse.SUPPRESS)
    pack.set_defaults(run=_command("print"))


def _add_serve(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command that shows a site while it is written."""
    serve = commands.add_parser("serve", help="show the site in a browser while it is written")
    serve.add_argument(
        "--port", type=_port, metavar="N", help="default: 8000, or the next that is free"
    )
    serve.add_argument("--open", action="store_true", help="open it in the browser")
    serve.add_argument("--lan", action="store_true", help="let phones of the same network see it")
    serve.add_argument(
        "--site", type=Path, default=Path(), metavar="DIR", help="the site's folder (default: here)"
    )
    _add_today(serve)
    serve.set_defaults(run=_command("serve"))


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

    _add_review(commands)

    guide = commands.add_parser("guide", help="the volunteers' guide, in Chinese")
    guide.add_argument("--pdf", type=Path, metavar="FILE", help="write it as a PDF for printing")
    guide.add_argument("--lang", choices=LANGUAGES, help="language of messages")
    guide.set_defaults(run=_command("guide"))

    doctor = commands.add_parser("doctor", help="say what this machine lacks")
    doctor.add_argument("--site", type=Path, default=Path(), metavar="DIR", help="default: here")
    doctor.add_argument("--renew", action="store_true", help="bring schemas for editors up to date")
    _add_language(doctor)
    doctor.set_defaults(run=_command("doctor"))


def _add_review(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add what helps with annual reviews."""
    review = commands.add_parser("review", help="begin a year's review")
    actions = review.add_subparsers(required=True, metavar="ACTION", dest="action")
    draft = actions.add_parser("draft", help="count a year's events, services and issues")
    draft.add_argument("year", type=_year, metavar="YEAR", help="such as 2025")
    draft.add_argument("--committee", metavar="ID", help="only this one (default: all)")
    draft.add_argument("--site", type=Path, default=Path(), metavar="DIR", help="default: here")
    _add_today(draft)
    draft.set_defaults(run=_command("review"))


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


def _year(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1949 <= int(text) <= 2100):
        raise argparse.ArgumentTypeError(f"{text!r} is not a year like 2025")
    return int(text)


def _positive(text: str) -> int:
    if not text.isdigit() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes")
    return int(text)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= 65535):
        raise argparse.ArgumentTypeError(f"{text!r} is not a port like 8000")
    return int(text)
