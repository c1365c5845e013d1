"""`linli build`: the site and its posters."""

import argparse
import json
import sys
import time
from pathlib import Path

from generator.build import BuildOptions, BuildResult, build_site, read_site
from generator.commands.fix import open_folder
from generator.commands.progress import show_progress
from generator.commands.report import to_json, to_text
from generator.commands.terminal import language_of, today_in
from generator.messages import say
from generator.problems import Fact, Severity

_NAMES_SHOWN = 5


def run_build(options: argparse.Namespace) -> int:
    """Build a site and say what was done."""
    begun = time.monotonic()
    reading = read_site(options.site)
    language = language_of(reading, options.lang)
    output: Path = options.output or options.site / "output"
    with show_progress(language) as show:
        result = build_site(
            reading,
            BuildOptions(
                site=options.site,
                output=output,
                today=options.today or today_in(reading),
                posters=not options.no_posters,
                workers=options.workers,
                progress=show,
            ),
        )
    seconds = time.monotonic() - begun
    if options.format == "json":
        data = _to_json(result, options.site, output, seconds, language)
        print(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        _print_text(result, options.site, output, seconds, language)
    return _exit_code(result)


def _exit_code(result: BuildResult) -> int:
    if not result.published:
        return 1
    return 3 if any(p.severity is Severity.ERROR for p in result.problems) else 0


def _print_text(
    result: BuildResult, site: Path, output: Path, seconds: float, language: str
) -> None:
    # Warnings about content belong to `check`; a build says what it could not publish, and why.
    grave = [p for p in result.problems if p.severity is Severity.ERROR or not p.place.path]
    if grave:
        print(to_text(grave, open_folder(site), language) + "\n", file=sys.stderr)
    if not result.published:
        print(say("summary-nothing", language).message, file=sys.stderr)
        return
    facts: dict[str, Fact] = {
        "pages": result.pages,
        "posters": result.posters,
        "seconds": f"{seconds:.1f}",
    }
    print(say("summary-published", language, facts).message)
    if result.kept:
        print(say("summary-unchanged", language, {"kept": result.kept}).message)
    if result.left_out:
        print(say("summary-left-out", language, {"count": len(result.left_out)}).message)
    if len(grave) < len(result.problems):
        remarks = len(result.problems) - len(grave)
        print(say("summary-remarks", language, {"count": remarks}).message)
    if result.posters:
        print(_printing(result, language))
    print(say("summary-place", language, {"path": str(output.resolve())}).message)


def _printing(result: BuildResult, language: str) -> str:
    if not result.to_print:
        return say("summary-no-printing", language).message
    names = " ".join(result.to_print[:_NAMES_SHOWN])
    if len(result.to_print) > _NAMES_SHOWN:
        names += " " + say("word-and-more", language).message
    facts: dict[str, Fact] = {"count": len(result.to_print), "names": names}
    return say("summary-printing", language, facts).message


def _to_json(
    result: BuildResult, site: Path, output: Path, seconds: float, language: str
) -> dict[str, object]:
    folder = open_folder(site)
    return {
        "published": result.published,
        "output": str(output.resolve()),
        "pages": result.pages,
        "posters": result.posters,
        "kept": result.kept,
        "to_print": result.to_print,
        "left_out": result.left_out,
        "seconds": round(seconds, 3),
        "problems": [to_json(problem, folder, language) for problem in result.problems],
    }
