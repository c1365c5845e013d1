"""`linli doctor`: what this machine has and lacks, and what to type to get it."""

import argparse
import json

from generator.commands.machine import COMMANDS, Finding, can_show, find_system, look_around
from generator.commands.terminal import default_language
from generator.messages import say

_MARKS = ("✓", "✗")
_ASCII_MARKS = ("[OK]", "[--]")
_OF_MSYS2 = ("pango", "harfbuzz-subset")


def run_doctor(options: argparse.Namespace) -> int:
    """Print one line for each thing that Linli needs; 1 if something is missing."""
    language: str = options.lang or default_language()
    findings = look_around(options.site)
    wanting = [finding for finding in findings if not finding.good]
    if options.format == "json":
        print(json.dumps([_to_json(f, language) for f in findings], ensure_ascii=False, indent=2))
        return int(bool(wanting))
    good, bad = _MARKS if can_show("".join(_MARKS)) else _ASCII_MARKS
    for finding in findings:
        message = say(finding.code, language, finding.facts).message
        print(f"{good if finding.good else bad} {message}")
        if not finding.good:
            print(f"  {_advise(finding, language)}")
    code = "summary-doctor-lacks" if wanting else "summary-doctor-well"
    print(say(code, language, {"count": len(wanting)}).message)
    return int(bool(wanting))


def _advise(finding: Finding, language: str) -> str:
    """Return what to do about something that is missing, with the command for this system."""
    remedy = say(finding.code, language, finding.facts).remedy
    if not finding.need:
        return remedy
    system = find_system()
    command = COMMANDS.get(system or "", {}).get(finding.need)
    if command is None:
        code = "word-font-of-windows" if system == "windows" else "word-see-install"
    else:
        in_msys2 = system == "windows" and finding.need in _OF_MSYS2
        code = "word-type-in-msys2" if in_msys2 else "word-type"
    return f"{remedy} {say(code, language, {'command': command or ''}).message}"


def _to_json(finding: Finding, language: str) -> dict[str, str | bool]:
    return {
        "check": finding.code.removeprefix("doctor-"),
        "ok": finding.good,
        "message": say(finding.code, language, finding.facts).message,
        "help": "" if finding.good else _advise(finding, language),
    }
