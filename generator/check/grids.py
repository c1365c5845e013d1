"""Grids 网格 and building leads: every building has one, and none has two."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.model.board import Board
from generator.model.committee import BuildingLead, Committee, Compound, Grid
from generator.model.record import name_field
from generator.problems import Fact, Problem, Severity


def check_grids(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find buildings without a grid or with two, and numbers and counts that do not agree."""
    for committee in board.committees:
        for number, compound in enumerate(committee.compounds):
            at = _At(committee, compound, number)
            yield from at.check_shares("grids", compound.grids, "building-covered-twice")
            yield from at.check_shares("leads", compound.leads, "building-lead-twice")
            yield from at.check_coverage()
            yield from at.check_count()


class _At:
    """One compound, and where it stands in its committee's file."""

    def __init__(self, committee: Committee, compound: Compound, number: int) -> None:
        self._committee = committee
        self._compound = compound
        self._number = number

    def check_shares(
        self, field: str, shares: Sequence[Grid | BuildingLead], code: str
    ) -> Iterator[Problem]:
        """Find buildings that the compound does not have, and those in two shares."""
        seen: set[str] = set()
        for position, share in enumerate(shares):
            known = self._compound.buildings
            strange = [b for b in share.buildings if known and b not in known]
            if strange:
                facts: dict[str, Fact] = {"value": "\n".join(strange), "known": "\n".join(known)}
                yield self.warn("grid-building-unknown", field, position, "buildings", **facts)
            twice = [b for b in share.buildings if b in seen]
            if twice:
                yield self.warn(code, field, position, "buildings", value="\n".join(twice))
            seen.update(share.buildings)

    def check_coverage(self) -> Iterator[Problem]:
        """Find the buildings in no grid, where there are grids at all."""
        compound = self._compound
        missing = [b for b in compound.buildings if not compound.grid_of(b)]
        if compound.grids and missing:
            yield self.warn("building-uncovered", "grids", value="\n".join(missing))

    def check_count(self) -> Iterator[Problem]:
        """Find two grids of one number, and a 网格数 that is not how many there are."""
        compound = self._compound
        numbers = [grid.number for grid in compound.grids]
        for position, number in enumerate(numbers):
            if number in numbers[:position]:
                yield self.warn("grid-twice", "grids", position, "number", value=number)
        if compound.grid_count is not None and numbers and len(numbers) != compound.grid_count:
            english = self._committee.source.english
            facts: dict[str, Fact] = {
                "count": compound.grid_count,
                "found": len(numbers),
                "field": name_field(Compound, "grid_count", english=english),
            }
            yield self.warn("grid-count-differs", "grid_count", **facts)

    def warn(self, code: str, *keys: str | int, **facts: Fact) -> Problem:
        """Return a warning at a field of the compound."""
        return Problem(
            place=self._committee.source.place("compounds", self._number, *keys),
            code=code,
            severity=Severity.WARNING,
            facts={"compound": self._compound.name} | facts,
        )
