"""What a site says of its edition in traditional characters, and what its names are there."""

from collections.abc import Iterator
from datetime import date

from generator.model.board import Board
from generator.model.committee import Committee, Compound
from generator.model.record import name_field
from generator.model.site import Site
from generator.problems import Problem, Severity


def check_traditional_edition(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Say if that edition is wanted of a site in another language, or its names for none."""
    site = board.site
    english = site.source.english
    edition = name_field(Site, "traditional_edition", english=english)
    if site.traditional_edition and not site.is_chinese:
        yield Problem(
            place=site.source.place("traditional_edition"),
            code="traditional-not-chinese",
            severity=Severity.WARNING,
            facts={
                "field": edition,
                "language": name_field(Site, "language", english=english),
                "value": site.language,
            },
        )
    if site.traditional_names and not site.traditional_edition and site.is_chinese:
        names = name_field(Site, "traditional_names", english=english)
        yield Problem(
            place=site.source.place("traditional_names"),
            code="traditional-off",
            severity=Severity.WARNING,
            facts={"field": names, "edition": edition},
        )


def check_traditional_names(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find forms that are longer or shorter than their name, and places that have two."""
    site = board.site
    for name, form in site.traditional_names.items():
        if len(name) != len(form):
            yield Problem(
                place=site.source.place("traditional_names", name),
                code="traditional-length",
                severity=Severity.WARNING,
                facts={"value": name, "form": form, "count": len(name), "length": len(form)},
            )
    places: tuple[Committee | Compound, ...] = (*board.committees, *board.compounds)
    for place in places:
        own, used = place.traditional_name, site.traditional_names.get(place.name)
        if own and used and own != used:
            where = site.source.place("traditional_names", place.name)
            yield Problem(
                place=place.source.place("traditional_name"),
                code="traditional-twice",
                severity=Severity.WARNING,
                facts={"value": place.name, "form": own, "first": used, "other": where.path},
            )
