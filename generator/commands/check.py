"""`linli check`: every mistake of a site; nothing written unless `--fix` asks for it."""

import argparse
import json
import sys
from collections.abc import Sequence

from generator.build import check_site, read_site
from generator.commands.fix import FixedSite, fix_site, fixes_to_json, fixes_to_text, open_folder
from generator.commands.report import count, to_json, to_text
from generator.commands.terminal import language_of, today_in
from generator.fix import BACKUPS, Folder, remove_backups
from generator.messages import say
from generator.problems import Problem, Severity


def run_check(options: argparse.Namespace) -> int:
    """Print the problems of a site, with `--fix` those that remain; 1 if one is an error."""
    fixed = fix_site(options) if options.fix else None
    reading = fixed.reading if fixed else read_site(options.site)
    problems = fixed.problems if fixed else check_site(reading, options.today or today_in(reading))
    language = language_of(reading, options.lang)
    failed = any(problem.severity is Severity.ERROR for problem in problems)
    # The originals have served their purpose once a check that changed nothing finds no error.
    removed = not failed and not (fixed and fixed.changed) and remove_backups(options.site)
    folder = open_folder(options.site)
    as_json = options.format == "json"
    if as_json:
        print(json.dumps(_to_json(problems, fixed, folder, language), ensure_ascii=False, indent=2))
    else:
        print(_to_text(problems, fixed, folder, language))
    if removed:
        text = say("summary-backup-removed", language, {"path": str(options.site / BACKUPS)})
        print(text.message, file=sys.stderr if as_json else sys.stdout)
    return int(failed)


def _to_json(
    problems: Sequence[Problem], fixed: FixedSite | None, folder: Folder, language: str
) -> object:
    """Return the problems as a list; after `--fix` as a part of what that did."""
    found = [to_json(problem, folder, language) for problem in problems]
    return fixes_to_json(fixed, language) | {"problems": found} if fixed else found


def _to_text(
    problems: Sequence[Problem], fixed: FixedSite | None, folder: Folder, language: str
) -> str:
    """Return a report: what was mended, the first problems, and how many there are."""
    blocks = [fixes_to_text(fixed, language)] if fixed else []
    if problems:
        blocks.append(to_text(problems, folder, language))
    code = "summary-found" if problems else "summary-clean"
    blocks.append(say(code, language, count(problems)).message)
    return "\n\n".join(blocks)
