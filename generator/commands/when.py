"""`linli when`: what a phrase of time means, before it is pasted into a file."""

import argparse
import json
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands.excerpt import draw_excerpt, find_screen
from generator.commands.terminal import default_language, language_of, today_in
from generator.messages import say
from generator.problems import Fact
from generator.schedule import (
    Calendar,
    Note,
    Occurrence,
    Refusal,
    Schedule,
    lunar_label,
    packaged_calendar,
    parse_schedule,
)

if TYPE_CHECKING:
    from generator.read import Reading

SHOWN = 10
_YEAR = timedelta(days=364)
"""Without --until: a year of days, the first included."""


def run_when(options: argparse.Namespace) -> int:
    """Explain a phrase; 0 if it was understood, 1 if it was refused."""
    reading = _read(options.site) if options.site else None
    language = options.lang or _language(options.phrase, reading)
    first: date = options.first or today_in(reading)
    last: date = options.until or first + _YEAR
    board = reading.board if reading else None
    calendar = board.calendar if board else packaged_calendar()
    schedule = parse_schedule(options.phrase, published=options.published or first)
    if isinstance(schedule, Refusal):
        _print_refusal(schedule, options, language)
        return 1
    found = schedule.occurrences(first, last, calendar) if first <= last else ()
    notes = _notes(schedule, first, last, calendar)
    if options.format == "json":
        print(_to_json(schedule, found, notes, language))
    else:
        print(_to_text(schedule, found, notes, language))
    return 0


def _read(site: Path) -> "Reading":
    from generator.build import read_site  # noqa: PLC0415 - a phrase alone needs no site

    return read_site(site)


def _language(phrase: str, reading: "Reading | None") -> str:
    """Return the language of the site, else that in which the phrase is written."""
    if reading:
        return language_of(reading, None)
    return default_language() if phrase.isascii() else "zh"


def _notes(schedule: Schedule, first: date, last: date, calendar: Calendar) -> list[Note]:
    cautions = schedule.cautions(first, last, calendar) if first <= last else ()
    return [*schedule.notes, *cautions]


def _to_json(
    schedule: Schedule, found: tuple[Occurrence, ...], notes: list[Note], language: str
) -> str:
    deadline = schedule.deadline
    data = {
        "ok": True,
        "reading": schedule.reading(language),
        "occurrences": [
            {
                "start": _iso(one.starts),
                "end": None if one.ends is None else _iso(one.ends),
            }
            for one in found
        ],
        "warnings": [
            {"code": note.code, "message": say(note.code, language, note.facts).message}
            for note in notes
        ],
        "deadline": None if deadline is None else _deadline(deadline.day, deadline.minute),
        "text_only": schedule.text_only,
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _iso(moment: date) -> str:
    """Return `2026-03-14T09:00`, or the day alone for what lasts all day (ISO 8601)."""
    return moment.isoformat()[:16]


def _deadline(day: date, minute: int | None) -> str:
    if minute is None:
        return day.isoformat()
    return _iso(Occurrence(day, minute).starts)


def _to_text(
    schedule: Schedule, found: tuple[Occurrence, ...], notes: list[Note], language: str
) -> str:
    lines = [schedule.reading(language)]
    for one in found[:SHOWN]:
        hours = "–".join(filter(None, (one.start_text, one.end_text))) or one.part
        facts: dict[str, Fact] = {"day": one.day, "lunar": lunar_label(one.day), "hours": hours}
        lines.append("  " + say("when-occurrence", language, facts).message.rstrip())
    if found or schedule.deadline is None:
        code = "when-more" if len(found) > SHOWN else "when-total" if found else "when-none"
        lines.append("  " + say(code, language, {"count": len(found)}).message)
    for note in notes:
        severity = "word-warning" if note.risky else "word-note"
        text = say(note.code, language, note.facts)
        lines.append(f"{say(severity, language).message}: {text.message} {text.remedy}".rstrip())
    return "\n".join(lines)


def _print_refusal(refusal: Refusal, options: argparse.Namespace, language: str) -> None:
    facts = dict(refusal.facts) | {"suggestions": "\n".join(refusal.suggestions)}
    text = say(refusal.code, language, facts)
    if options.format == "json":
        data = {
            "ok": False,
            "code": refusal.code,
            "message": text.message,
            "column": refusal.offset + 1,
            "suggestions": list(refusal.suggestions),
        }
        print(json.dumps(data, ensure_ascii=False, indent=2))
        return
    phrase = " ".join(options.phrase.splitlines())
    shown, caret = draw_excerpt(
        phrase, refusal.offset + 1, refusal.length, find_screen(margin=len("  "))
    )
    print(f"{say('word-error', language).message}[{refusal.code}] {text.message}")
    print(f"  {shown}\n  {caret}")
    if text.remedy:
        print(f"  {say('word-help', language).message}: {text.remedy}")
