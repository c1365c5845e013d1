"""What printing found out, told at the files of those who wrote them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generator.model.board import Board, path_of
from generator.model.posted import PostedItem, name_part
from generator.problems import Place, Problem, Severity


def tell_left_out(board: Board, left_out: Mapping[str, Iterable[str]]) -> Iterator[Problem]:
    """Yield a note for each item of which a poster lacks something.

    `left_out` has the names of fields, or `body`, by the paths of content files. Parts that no
    field gives, such as the lunar date, are not worth a note.
    """
    for item in board.items:
        if not isinstance(item, PostedItem) or item.source.path not in left_out:
            continue
        known = (*item.poster_parts, "body")
        gone = [part for part in known if part in left_out[item.source.path]]
        if gone:
            english = item.source.english
            parts = tuple(name_part(type(item), part, english=english) for part in gone)
            yield Problem(
                place=item.source.place(gone[0]) if gone[0] != "body" else item.source.place(),
                code="poster-parts-left-out",
                severity=Severity.NOTE,
                facts={"parts": parts},
            )


def place_character(problem: Problem, board: Board, site: Path) -> Problem:
    """Return a problem about a character of a poster with the place where it stands.

    That is in the poster's own file, else in the first file of the board that has it: a poster of
    a month is made from many, and an event's names its committee.
    """
    character = str(problem.facts["character"])
    own = [problem.place.path] if problem.place.path else []
    others = [path_of(item) for item in board.everything]
    others += [committee.source.path for committee in board.committees]
    for path in (*own, *others):
        place = _find(character, site, path)
        if place:
            return replace(problem, place=place)
    return problem


def _find(character: str, site: Path, path: str) -> Place | None:
    try:
        text = (site / path).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):  # it has changed since it was read
        return None
    for number, line in enumerate(text.splitlines(), start=1):
        if character in line:
            return Place(path=path, line=number, column=line.index(character) + 1)
    return None
