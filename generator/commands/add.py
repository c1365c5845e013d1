"""`linli add`: one new file, right as it is, with a comment for everything else it can say."""

import argparse
import sys
from pathlib import Path

from generator.build import read_site
from generator.commands.terminal import language_of, today_in
from generator.create import (
    KINDS,
    Guide,
    Kind,
    LinkError,
    Wish,
    find_kind,
    find_owner,
    known_words,
    list_committees,
    make_item,
    renew_schemas,
    speech_of,
    write_files,
)
from generator.messages import say
from generator.problems import Fact, Term, near_misses
from generator.read import Reading, find_content

_WRONG_USAGE = 2
_FAILED = 1


class _RefusedError(Exception):
    """Nothing was written: the code of the message, its facts, and how the command ends."""

    def __init__(self, code: str, exit_code: int = _WRONG_USAGE, **facts: Fact) -> None:
        super().__init__(code)
        self.code = code
        self.exit_code = exit_code
        self.facts = facts


def run_add(options: argparse.Namespace) -> int:
    """Write a new file and say where it is and what to do next."""
    reading = read_site(options.site)
    language = language_of(reading, options.lang)
    try:
        wish = Wish(
            kind=_find_kind(options.kind),
            word=options.kind.strip().lower(),
            title=options.title,
            site=options.site,
            content=find_content(options.site),
            owner=_find_owner(reading, options, language),
            today=options.today or today_in(reading),
            language=speech_of(reading.board.site.language) if reading.board else language,
        )
        paths = _write(wish, reading)
        renew_schemas(options.site, Guide(wish.today, wish.language))
    except _RefusedError as error:
        print(" ".join(say(error.code, language, error.facts)), file=sys.stderr)
        return error.exit_code
    for path in paths:
        print(say("add-done", language, {"path": str(path)}).message)
    print(say("add-done", language).remedy)
    return 0


def _find_kind(word: str) -> Kind:
    kind = find_kind(word)
    if kind is None:
        near = near_misses(word, known_words()) or ["—"]
        known = tuple(Term(kind.word_in("zh"), kind.word_in("en")) for kind in KINDS)
        raise _RefusedError("add-kind-unknown", value=word, near=near[0], known=known)
    return kind


def _find_owner(reading: Reading, options: argparse.Namespace, language: str) -> Path:
    """Return the folder that the file belongs to: a committee's, or for the street the content."""
    if reading.board is None:
        raise _RefusedError("add-site-broken", _FAILED)
    committees = list_committees(reading.board)
    named: str | None = options.committee
    if named is None and len(committees) > 1:
        named = _ask_committee(committees, language)
    content = find_content(options.site)
    owner = find_owner(reading.board, options.site, content, named)
    if owner is None:
        raise _RefusedError("add-committee-unknown", value=named or "", known=_names(committees))
    return owner


def _ask_committee(committees: list[tuple[str, str]], language: str) -> str:
    """Return the committee that somebody at the terminal chooses by number, id or name."""
    if not sys.stdin.isatty():
        raise _RefusedError("add-committee-wanted", known=_names(committees))
    for number, (committee, name) in enumerate(committees, start=1):
        print(f"  {number}. {name} ({committee})")
    try:
        answer = input(say("word-which-committee", language).message + " ").strip()
    except EOFError:
        raise _RefusedError("add-committee-wanted", known=_names(committees)) from None
    if answer.isdecimal() and 1 <= int(answer) <= len(committees):
        return committees[int(answer) - 1][0]
    return answer


def _names(committees: list[tuple[str, str]]) -> str:
    return "\n".join(f"{committee} ({name})" for committee, name in committees)


def _write(wish: Wish, reading: Reading) -> list[Path]:
    try:
        files = make_item(wish, reading.board) if reading.board else []
        write_files(wish.site, files)
    except FileExistsError as error:
        raise _RefusedError("add-exists", _FAILED, path=str(error.filename or error)) from None
    except LinkError as error:
        raise _RefusedError("add-link", _FAILED, path=str(error.filename)) from None
    return [wish.site / file.path for file in files]
