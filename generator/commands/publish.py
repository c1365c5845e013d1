"""`linli publish`: the built site to a folder, a zip, a host or a bucket.

Exit codes: 0 all of it is there, 1 refused and nothing was changed, 2 wrong usage, 4 cut off on the
way: the site at the target is whole, not all of it is new yet, and the next publish goes on.
"""

import argparse
import json
import sys
from pathlib import Path

from generator.build import read_site
from generator.build.clearance import find_privacy_errors
from generator.commands.fix import open_folder
from generator.commands.progress import show_progress
from generator.commands.report import to_json, to_text
from generator.commands.terminal import language_of, today_in
from generator.messages import say
from generator.problems import Fact, Fault, Place, Problem
from generator.publish import (
    Published,
    PublishError,
    PublishOptions,
    Target,
    TargetError,
    TargetKind,
    open_host,
    open_source,
    parse_target,
    publish_site,
    publish_zip,
)
from generator.publish.folder import Folder, refuse_folder
from generator.read import Reading, find_content

CUT_OFF = 4
_MIB = 2**20


def run_publish(options: argparse.Namespace) -> int:
    """Publish the output of the last build and say what was done."""
    reading = read_site(options.site)
    language = language_of(reading, options.lang)
    output: Path = options.output or options.site / "output"
    try:
        target = _find_target(options, reading)
        _refuse_private(options, reading, output)
        result = _publish(target, output, options, language)
    except PublishError as error:
        return _print_failure(error, options, language)
    _print_result(result, target, options, language)
    return 0


def _find_target(options: argparse.Namespace, reading: Reading) -> Target:
    """Return the target that was typed, else the site's; a folder of the site is relative to it."""
    written = reading.board.site.target if reading.board else None
    text: str | None = options.target or written
    if not text:
        raise PublishError("publish-target-missing")
    try:
        target = parse_target(text)
    except TargetError as error:
        raise PublishError(error.code, **error.facts) from None
    if target.host or target.bucket:
        return target
    start = Path() if options.target else options.site
    place = start / Path(target.path).expanduser()
    kind = TargetKind.FOLDER if place.is_dir() else target.kind
    return Target(kind=kind, path=str(place))


def _refuse_private(options: argparse.Namespace, reading: Reading, output: Path) -> None:
    errors = find_privacy_errors(options.site, output, today_in(reading))
    if errors:
        paths = "\n".join(dict.fromkeys(problem.place.path for problem in errors))
        raise PublishError("publish-privacy", count=len(errors), paths=paths)


def _publish(target: Target, output: Path, options: argparse.Namespace, language: str) -> Published:
    source = open_source(output)
    with show_progress(language, "word-progress-publish") as show:
        asked = PublishOptions(
            dry_run=options.dry_run, adopt=options.adopt, verify=options.verify, progress=show
        )
        if target.kind is TargetKind.ZIP:
            return publish_zip(source, Path(target.path), asked)
        if target.kind is TargetKind.FOLDER:
            folder = Path(target.path)
            refuse_folder(folder, (output, find_content(options.site)))
            return publish_site(source, Folder(folder), asked)
        return publish_site(source, open_host(target), asked)


def _print_failure(error: PublishError, options: argparse.Namespace, language: str) -> int:
    problem = Problem(place=Place(path=""), code=error.code, fault=Fault.SITE, facts=error.facts)
    folder = open_folder(options.site)
    if options.format == "json":
        data = {"published": False, "problems": [to_json(problem, folder, language)]}
        print(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        print(to_text([problem], folder, language), file=sys.stderr)
        code = "summary-publish-cut" if error.begun else "summary-not-published"
        print(say(code, language).message, file=sys.stderr)
    return CUT_OFF if error.begun else 1


def _print_result(
    result: Published, target: Target, options: argparse.Namespace, language: str
) -> None:
    if options.format == "json":
        data = {
            "published": not options.dry_run,
            "target": target.address,
            "uploads": result.uploads,
            "deletions": result.deletions,
            "kept": result.kept,
            "bytes": result.size,
            "problems": [],
        }
        print(json.dumps(data, ensure_ascii=False, indent=2))
        return
    facts: dict[str, Fact] = {
        "target": target.address,
        "uploads": len(result.uploads),
        "deletions": len(result.deletions),
        "kept": result.kept,
        "size": f"{result.size / _MIB:.1f}",
    }
    if options.dry_run:
        print("\n".join([f"+ {path}" for path in result.uploads]
                        + [f"- {path}" for path in result.deletions]))  # fmt: skip
    if not result.uploads and not result.deletions:
        print(say("summary-publish-same", language, facts).message)
        return
    code = "summary-publish-would" if options.dry_run else "summary-publish-done"
    print(say(code, language, facts).message)
    if result.verification and not options.dry_run:
        print(say(result.verification, language).message)
