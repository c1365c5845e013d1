"""`linli build`: the site and its posters."""

import argparse
import atexit
import gc
import json
import sys
import time
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

from generator.build.collector import hold_collector
from generator.build.options import BuildOptions, BuildResult
from generator.build.unchanged import (
    Note,
    Start,
    find_edited,
    is_unchanged,
    load_note,
    scan_inputs,
)
from generator.commands.terminal import (
    DEFAULT_ZONE,
    choose_language,
    language_of,
    today_at,
    today_in,
)
from generator.messages import describe, say
from generator.problems import Fact, Severity

_NAMES_SHOWN = 5
_NEWS_SHOWN = 3
_NEWS = {
    "takes-place": "word-takes-place",
    "published": "word-published",
    "over": "word-over",
    "closed": "word-closed",
    "schedule": "word-schedule",
    "step": "word-step",
    "posters": "word-posters",
}
"""The words for each kind of `plan.changes.News`."""
_DISCLOSURE = "privacy-note-in-force"


def run_build(options: argparse.Namespace) -> int:
    """Build a site and say what was done; where nothing has changed, what was said before."""
    begun, moment = time.monotonic(), time.time_ns()
    output: Path = options.output or options.site / "output"
    note = None if options.full else load_note(output)
    asked = BuildOptions(
        site=options.site,
        output=output,
        today=options.today or today_at(note.time_zone if note else DEFAULT_ZONE),
        posters=not options.no_posters,
        strict=options.strict,
        full=options.full,
        workers=options.workers,
        dask=options.dask,
    )
    start = Start(moment, scan_inputs(asked))
    if note and is_unchanged(note, start.inputs, asked):
        result = note.result
    else:
        result = (note and _retouch(note, start, asked)) or _build(asked, options, start)
    language = choose_language(options.lang, in_chinese=result.in_chinese, known=result.known)
    seconds = time.monotonic() - begun
    if options.format == "json":
        data = _to_json(result, options.site, output, seconds, language)
        print(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        _print_text(result, options.site, output, seconds, language)
    return _exit_code(result)


def _retouch(note: Note, start: Start, asked: BuildOptions) -> BuildResult | None:
    """Build a site of which only bodies were edited; None if that is not all, or not possible."""
    if asked.full or not find_edited(note, start.inputs):
        return None
    with hold_collector():  # most of it is imports, and no garbage
        from generator.build.retouch import retouch_site  # noqa: PLC0415

        return retouch_site(note, start, asked)


def _build(asked: BuildOptions, options: argparse.Namespace, start: Start) -> BuildResult:
    """Build a site with all that is imported for it."""
    atexit.register(gc.freeze)  # a process that ends gives all back, whatever is garbage in it
    with hold_collector():
        from generator.build import build_site, read_site, read_unfiled  # noqa: PLC0415
        from generator.build.memory import forget_site, open_memory  # noqa: PLC0415
    from generator.commands.progress import show_progress  # noqa: PLC0415

    if asked.full:
        forget_site(asked.site)
    remembering = nullcontext() if asked.full else open_memory(asked.site, start.moment)
    with remembering as memory:
        program, day = start.program, asked.today
        reading = (
            read_unfiled(asked.site, memory, program, day) if memory else read_site(asked.site)
        )
        today = options.today or today_in(reading)
        if today != asked.today and reading.board and reading.board.filed:
            reading = read_site(asked.site, memory)
        with show_progress(language_of(reading, options.lang)) as show:
            asked = replace(asked, today=today, progress=show)
            return build_site(reading, asked, memory, start)


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
        from generator.commands.fix import open_folder  # noqa: PLC0415
        from generator.commands.report import to_text  # noqa: PLC0415

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
    _print_disclosures(result, language)
    for path, day in result.standing.items():
        print(say("summary-last-good", language, {"path": _mask(path), "day": day}).message)
    if result.left_out:
        print(say("summary-left-out", language, {"count": len(result.left_out)}).message)
    if len(grave) < len(result.problems):
        remarks = len(result.problems) - len(grave)
        print(say("summary-remarks", language, {"count": remarks}).message)
    if result.posters:
        print(_printing(result, language))
    print(say("summary-place", language, {"path": str(output.resolve())}).message)
    print(_coming(result, language))


def _mask(text: str) -> str:
    from generator.privacy import mask_text  # noqa: PLC0415 - a build that does nothing needs none

    return mask_text(text)


def _print_disclosures(result: BuildResult, language: str) -> None:
    """Print what personal matters are public, and who answers for it: at every build."""
    for problem in result.problems:
        if problem.code == _DISCLOSURE:
            path = _mask(problem.place.path)
            print(f"{path}:{problem.place.line}: {describe(problem, language).message}")


def _coming(result: BuildResult, language: str) -> str:
    """Return when pages or posters next say something else, and what."""
    if result.next_change is None:
        return say("summary-no-change", language).message
    news = [say(_NEWS[kind], language, {"title": t}).message for kind, t in result.next_news]
    if len(news) > _NEWS_SHOWN:
        news[_NEWS_SHOWN:] = [say("word-and-more", language).message]
    facts: dict[str, Fact] = {"day": result.next_change, "news": "\n".join(news)}
    code = "summary-change-tomorrow" if result.next_in == 1 else "summary-change"
    return say(code, language, facts).message


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
    from generator.commands.fix import open_folder  # noqa: PLC0415
    from generator.commands.report import to_json  # noqa: PLC0415

    folder = open_folder(site)
    return {
        "published": result.published,
        "output": str(output.resolve()),
        "pages": result.pages,
        "posters": result.posters,
        "kept": result.kept,
        "to_print": result.to_print,
        "left_out": [_mask(path) for path in result.left_out],
        "last_good": {_mask(path): day.isoformat() for path, day in result.standing.items()},
        "next_change": result.next_change and result.next_change.isoformat(),
        "next_news": [{"kind": kind, "title": title} for kind, title in result.next_news],
        "seconds": round(seconds, 3),
        "problems": [to_json(problem, folder, language) for problem in result.problems],
    }
