"""`linli doctor`: what this machine has and lacks, and what to type to get it."""

import argparse
import json
from pathlib import Path

from generator.build import read_site
from generator.commands.machine import COMMANDS, Finding, can_show, find_system, look_around
from generator.commands.terminal import default_language, today_in
from generator.create import Guide, compare_schemas, renew_schemas, speech_of
from generator.messages import say

_MARKS = ("✓", "✗")
_ASCII_MARKS = ("[OK]", "[--]")
_OF_MSYS2 = ("pango", "harfbuzz-subset")


def run_doctor(options: argparse.Namespace) -> int:
    """Print one line for each thing that Linli needs; 1 if something is missing."""
    language: str = options.lang or default_language()
    findings = look_around(options.site) + _look_at_schemas(options.site, renew=options.renew)
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


def _look_at_schemas(site: Path, *, renew: bool) -> list[Finding]:
    """Return whether the schemas for editors, if the site has any, are of this version of Linli."""
    reading = read_site(site)
    if reading.board is None:
        return []
    guide = Guide(today_in(reading), speech_of(reading.board.site.language))
    state = renew_schemas(site, guide) if renew else compare_schemas(site, guide)
    findings = []
    if state.old:
        findings.append(Finding("doctor-schemas", renew, {"count": len(state.old)}))
    if state.changed:
        names = "\n".join(map(str, state.changed))
        findings.append(Finding("doctor-schemas-changed", good=False, facts={"paths": names}))
    return findings


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
