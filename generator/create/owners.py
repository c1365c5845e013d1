"""Whose a new file is: a committee's or the street's, by any name that files may use for it."""

from pathlib import Path

from generator.model.board import Board
from generator.model.scope import EVERYWHERE


def list_committees(board: Board) -> list[tuple[str, str]]:
    """Return the id and the name of each committee."""
    return [(committee.id, committee.name) for committee in board.committees]


def find_owner(board: Board, site: Path, content: Path, named: str | None) -> Path | None:
    """Return the folder for the files of a committee or, by the words for it, of the street.

    Without a name it is that of the only committee, or the street's if there is none. None for a
    name that nobody has, and where there would be a choice.
    """
    if named is None and len(board.committees) == 1:
        named = board.committees[0].id
    if named in EVERYWHERE or (named is None and not board.committees):
        return content
    committee = board.committees_by_name.get(named or "")
    return (site / committee.source.path).parent if committee else None
