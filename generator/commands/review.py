"""`linli review draft`: a year's review begun from what the committees' own files say."""

import argparse
import sys
from datetime import date
from pathlib import Path

from generator.build import read_site
from generator.commands.terminal import language_of, today_in
from generator.create import ReviewDraft, draft_review, list_committees, speech_of, write_files
from generator.messages import say
from generator.problems import Fact
from generator.read import Reading, find_content

_WRONG_USAGE = 2
_FAILED = 1


def run_review(options: argparse.Namespace) -> int:
    """Write the drafts that are not there yet, and say where they are and what to do next."""
    reading = read_site(options.site)
    language = language_of(reading, options.lang)
    if reading.board is None:
        return _refuse("add-site-broken", language, _FAILED)
    today: date = options.today or today_in(reading)
    if options.year > today.year:
        return _refuse("draft-future", language, year=options.year)
    committees = _choose_committees(reading, options.committee)
    if not committees:
        known = "\n".join(f"{id_} ({name})" for id_, name in list_committees(reading.board))
        return _refuse("draft-committee-unknown", language, value=options.committee, known=known)
    wish = ReviewDraft(
        site=options.site,
        content=find_content(options.site),
        board=reading.board,
        last=min(date(options.year, 12, 31), today),
        committees=committees,
        language=speech_of(reading.board.site.language),
    )
    drafted = draft_review(wish)
    write_files(options.site, drafted.files)
    paths = [options.site / file.path for file in drafted.files]
    _report(paths, drafted.kept, reading, language)
    return 0


def _choose_committees(reading: Reading, named: str | None) -> tuple[str, ...]:
    """Return the ids of the committees that are meant: all, or the one with this id or name."""
    board = reading.board
    if board is None:
        return ()
    if named is None:
        return tuple(committee.id for committee in board.committees)
    committee = board.committees_by_name.get(named)
    return (committee.id,) if committee else ()


def _refuse(code: str, language: str, exit_code: int = _WRONG_USAGE, **facts: Fact) -> int:
    print(" ".join(say(code, language, facts)), file=sys.stderr)
    return exit_code


def _report(paths: list[Path], kept: tuple[str, ...], reading: Reading, language: str) -> None:
    for path in paths:
        print(say("add-done", language, {"path": str(path)}).message)
    if kept:
        print(" ".join(say("draft-kept", language, {"committees": "\n".join(kept)})))
    if reading.board and reading.board.withheld:
        facts: dict[str, Fact] = {"files": "\n".join(reading.board.withheld)}
        print(" ".join(say("draft-withheld", language, facts)))
    if paths:
        print(say("draft-done", language).remedy)
