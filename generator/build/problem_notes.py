"""Problems as JSON and back, to say tomorrow what was said today."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from generator.problems import (
    Edit,
    Fact,
    Fault,
    FieldPath,
    Place,
    Problem,
    Severity,
    Term,
)


def dump_problem(problem: Problem) -> dict[str, Any]:
    """Return a problem as values of JSON."""
    return {
        "place": asdict(problem.place),
        "code": problem.code,
        "severity": problem.severity,
        "fault": problem.fault,
        "facts": {name: _dump_fact(fact) for name, fact in problem.facts.items()},
        "edits": [asdict(edit) for edit in problem.edits],
    }


def load_problem(data: Mapping[str, Any]) -> Problem:
    """Return the problem that was dumped. Raises ValueError, LookupError and TypeError."""
    place = data["place"]
    return Problem(
        place=Place(**place | {"cells": tuple(place["cells"])}),
        code=data["code"],
        severity=Severity(data["severity"]),
        fault=Fault(data["fault"]),
        facts={name: _load_fact(fact) for name, fact in data["facts"].items()},
        edits=tuple(Edit(**edit) for edit in data["edits"]),
    )


def _dump_fact(fact: Fact) -> Any:
    """Return a text or number as it is, anything else as a list that begins with its kind."""
    match fact:
        case date():
            return ["day", fact.isoformat()]
        case Term():
            return ["term", fact.zh, fact.en, fact.written]
        case FieldPath():
            return ["path", *map(_dump_fact, fact.parts)]
        case tuple():
            return ["terms", *map(_dump_fact, fact)]
        case _:
            return fact


def _load_fact(data: Any) -> Any:
    match data:
        case ["day", day]:
            return date.fromisoformat(day)
        case ["term", *words]:
            return Term(*words)
        case ["path", *parts]:
            return FieldPath(tuple(map(_load_fact, parts)))
        case ["terms", *terms]:
            return tuple(map(_load_fact, terms))
        case _:
            return data
