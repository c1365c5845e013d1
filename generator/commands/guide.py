"""`linli guide`: where the volunteers' guide is, or the guide as a PDF for printing."""

import argparse
import sys
from pathlib import Path

from generator.build.guide import GuideTargetError, find_guide, print_guide, write_guide
from generator.commands.terminal import default_language
from generator.messages import say
from generator.problems import Fact
from generator.render.fonts import missing_requirements

_FAILED = 1


def run_guide(options: argparse.Namespace) -> int:
    """Say where the guide is, or write it to the file that was asked for."""
    language: str = options.lang or default_language()
    source = find_guide()
    if options.pdf is None:
        _say("guide-place", language, path=str(source))
        return 0
    missing = missing_requirements()
    if missing:
        facts: dict[str, Fact] = {"missing": "\n".join(missing), "path": str(source)}
        print(" ".join(say("guide-impossible", language, facts)), file=sys.stderr)
        return _FAILED
    target: Path = options.pdf
    booklet = print_guide(source)
    try:
        write_guide(target, booklet)
    except GuideTargetError:
        print(" ".join(say("guide-target", language, {"path": str(target)})), file=sys.stderr)
        return _FAILED
    _say("guide-done", language, path=str(target.resolve()), pages=booklet.pages)
    return 0


def _say(code: str, language: str, **facts: Fact) -> None:
    text = say(code, language, facts)
    print(f"{text.message}\n{text.remedy}")
