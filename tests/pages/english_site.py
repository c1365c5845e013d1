"""A site in English, as `linli new` makes it, for what must hold of its pages."""

from datetime import date
from pathlib import Path

from generator.create import Answers, make_site, write_files
from generator.plan import Stamps, plan_site
from generator.plan.artifact import Artifact, Kind
from generator.read import read_board
from generator.schedule import packaged_calendar

TODAY = date(2026, 3, 2)


def plan_english_pages(folder: Path) -> list[Artifact]:
    """Write the site into an empty folder; returns its pages and the twins of its posters."""
    answers = Answers(
        street="Demonstration Street",
        committees=("Demonstration Committee",),
        compounds=(("Demonstration Compound",),),
        url="https://board.example/",
        language="en",
    )
    write_files(folder, make_site(answers, TODAY, packaged_calendar()))
    board = read_board(folder).board
    assert board is not None
    planned = plan_site(board, TODAY, Stamps(page="", poster=""))
    return [artifact for artifact in planned if artifact.kind in (Kind.PAGE, Kind.TWIN)]
