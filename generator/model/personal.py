"""What in a file is personal, as `read` found it; whether it may be public, `check` knows."""

from dataclasses import replace

from generator.frozen import Frozen
from generator.privacy import Kind, mask_text
from generator.problems import Edit, Fact, FieldPath, Place, Problem, Term


class Personal(Frozen, kw_only=True):
    """Something personal in a file."""

    kind: Kind
    place: Place
    value: str
    """What was found, without separators: for comparing, and never for a message or a log."""
    keys: tuple[str | int, ...] = ()
    """The field that it stands in (`Keys`); empty for a body or the name of a file."""
    edits: tuple[Edit, ...] = ()
    """What masks it, where a mask is surely what is wanted."""

    def __repr__(self) -> str:
        """Return what stands for it in logs: where it is, and not what."""
        return f"Personal({self.kind!r}, {self.place!r})"


def mask_problem(problem: Problem) -> Problem:
    """Return a problem that tells nothing personal: not in its facts, its cells or its edits."""
    facts = {name: _mask_fact(fact) for name, fact in problem.facts.items()}
    cells = tuple(map(mask_text, problem.place.cells))
    edits = problem.edits if all(mask_text(e.text) == e.text for e in problem.edits) else ()
    if (facts, cells, edits) == (problem.facts, problem.place.cells, problem.edits):
        return problem
    return replace(problem, place=replace(problem.place, cells=cells), facts=facts, edits=edits)


def tells_something(problem: Problem) -> bool:
    """Whether a problem as it is would tell something personal."""
    return mask_problem(problem) is not problem


def _mask_fact(fact: Fact) -> Fact:
    match fact:
        case str():
            return mask_text(fact)
        case Term():
            return _mask_term(fact)
        case FieldPath():
            return FieldPath(tuple(p if isinstance(p, int) else _mask_term(p) for p in fact.parts))
        case tuple():
            return tuple(map(_mask_term, fact))
        case _:
            return fact


def _mask_term(term: Term) -> Term:
    return Term(mask_text(term.zh), mask_text(term.en), mask_text(term.written))
