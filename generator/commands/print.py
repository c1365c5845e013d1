"""`linli print`: what is taken to the boards, one PDF for each compound."""

import argparse
import json
import sys
from pathlib import Path

from generator.build import PrintOptions, PrintResult, print_packs, read_site
from generator.commands.fix import open_folder
from generator.commands.progress import show_progress
from generator.commands.report import to_json, to_text
from generator.commands.terminal import language_of, today_in
from generator.messages import say
from generator.problems import Fact, Severity


def run_print(options: argparse.Namespace) -> int:
    """Print the packs of a site and say where they are."""
    reading = read_site(options.site)
    language = language_of(reading, options.lang)
    with show_progress(language) as show:
        result = print_packs(
            reading,
            PrintOptions(
                site=options.site,
                output=options.site / "output",
                folder=options.output or options.site / "print",
                today=options.today or today_in(reading),
                compounds=tuple(options.compound),
                board=options.board,
                changed=options.changed,
                lists_only=options.take_down,
                paper=options.paper,
                monochrome=options.monochrome,
                large_print=options.large_print,
                print_shop=options.print_shop,
                workers=options.workers,
                progress=show,
            ),
        )
    if options.format == "json":
        data = _to_json(result, options.site, language)
        print(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        _print_text(result, options.site, language)
    if not result.done:
        return 1
    return 3 if any(p.severity is Severity.ERROR for p in result.problems) else 0


def _print_text(result: PrintResult, site: Path, language: str) -> None:
    # What content could be better in belongs to `check`; here it is said what is not printed.
    grave = [p for p in result.problems if p.severity is Severity.ERROR or _is_own(p.code)]
    if grave:
        print(to_text(grave, open_folder(site), language) + "\n", file=sys.stderr)
    if not result.done:
        print(say("summary-nothing-printed", language).message, file=sys.stderr)
        return
    for pack in result.packs:
        facts: dict[str, Fact] = {"compound": pack.compound, "path": str(pack.path)}
        code = "summary-pack" if pack.sheets else "summary-pack-lists"
        print(say(code, language, facts | {"sheets": pack.sheets}).message)
        if pack.no_room:
            print(say("summary-pack-no-room", language, {"count": pack.no_room}).message)
    if result.left_out:
        print(say("summary-left-out", language, {"count": len(result.left_out)}).message)
    if not result.packs:
        print(say("summary-no-packs", language).message)


def _is_own(code: str) -> bool:
    return code == "print-record-damaged"


def _to_json(result: PrintResult, site: Path, language: str) -> dict[str, object]:
    folder = open_folder(site)
    return {
        "done": result.done,
        "packs": [
            {
                "compound": pack.compound,
                "path": str(pack.path),
                "sheets": pack.sheets,
                "no_room": pack.no_room,
            }
            for pack in result.packs
        ],
        "left_out": result.left_out,
        "problems": [to_json(problem, folder, language) for problem in result.problems],
    }
