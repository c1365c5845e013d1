"""`linli new`: a site that checks clean and builds at once, from five questions."""

import argparse
import re
import sys
from collections.abc import Callable
from pathlib import Path

from generator.commands.terminal import default_language, today_in
from generator.create import Answers, make_site, take_url, write_files
from generator.messages import say
from generator.problems import Fact
from generator.schedule import packaged_calendar

_FAILED = 1
_NAMES = re.compile(r"[、,，]+")
_GROUPS = re.compile(r"[;；]+")
_LANGUAGES = {"1": "zh-CN", "2": "en", "zh": "zh-CN", "en": "en", "zh-cn": "zh-CN"}


class _Asker:
    """Asks on the terminal; with `silent`, or once the input has ended, every default is taken."""

    def __init__(self, language: str, *, silent: bool) -> None:
        self._language = language
        self._silent = silent

    def word(self, code: str) -> str:
        """Return a text in the language of the questions."""
        return say(code, self._language).message

    def ask(self, code: str, default: str, take: Callable[[str], str | None]) -> str:
        """Return what `take` makes of an answer; what it makes nothing of is asked again."""
        text = say(code, self._language)
        while not self._silent:
            prompt = f"{text.message}\n  {text.remedy} [{default}] "
            try:
                answer = input(prompt).strip()
            except EOFError:
                print()
                self._silent = True
                break
            taken = take(answer) if answer else default
            if taken is not None:
                return taken
            print(f"  {self.word('word-again')}")
        return default


def run_new(options: argparse.Namespace) -> int:
    """Ask, write the site, and say what to do next."""
    language: str = options.lang or default_language()
    folder: Path = options.folder
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        print(" ".join(say("new-not-empty", language, {"path": str(folder)})), file=sys.stderr)
        return _FAILED
    asker = _Asker(language, silent=options.yes)
    answers = _ask_all(asker, english=options.lang == "en")
    today = options.today or today_in(None)
    calendar = packaged_calendar()
    windows = sys.platform == "win32"
    files = make_site(answers, today, calendar, python=sys.executable, windows=windows)
    write_files(folder, files)
    _report(folder, answers, language)
    return 0


def _ask_all(asker: _Asker, *, english: bool) -> Answers:
    """Return five answers; the defaults are in English only if somebody asked for English.

    A locale says nothing of the street's residents.
    """
    names = "en" if english else "zh"

    def default(code: str) -> str:
        return say(code, names).message

    street = asker.ask("new-street", default("word-default-street"), _take_name)
    committees = asker.ask("new-committees", default("word-default-committee"), _take_names)
    compounds = asker.ask("new-compounds", default("word-default-compound"), _take_names)
    url = asker.ask("new-address", "https://board.example/", take_url)
    language = asker.ask(
        "new-language", _LANGUAGES[names], lambda answer: _LANGUAGES.get(answer.lower())
    )
    return Answers(
        street=street,
        committees=_split(_NAMES, _GROUPS.sub("、", committees)),
        compounds=tuple(_split(_NAMES, group) for group in _split(_GROUPS, compounds)),
        url=url,
        language=language,
    )


def _split(separator: re.Pattern[str], text: str) -> tuple[str, ...]:
    """Return the parts that have at least one letter or digit, each once."""
    parts = dict.fromkeys(part.strip() for part in separator.split(text))
    return tuple(part for part in parts if _take_name(part))


def _take_name(answer: str) -> str | None:
    return answer if re.search(r"\w", answer) else None


def _take_names(answer: str) -> str | None:
    return answer if any(_split(_NAMES, group) for group in _GROUPS.split(answer)) else None


def _report(folder: Path, answers: Answers, language: str) -> None:
    facts: dict[str, Fact] = {
        "path": str(folder.resolve()),
        "committees": "\n".join(answers.committees),
        "folder": str(folder),
    }
    done = say("new-done", language, facts)
    print(f"{done.message}\n{done.remedy}")
