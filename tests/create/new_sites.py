"""New sites for tests, and the words that their tests share."""

from datetime import date
from pathlib import Path

from generator.build import check_site, read_site
from generator.commands import main
from generator.create import Answers, make_site, write_files
from generator.problems import Problem
from generator.schedule import packaged_calendar

TODAY = date(2026, 3, 2)
DAYS = [
    date(2026, 1, 1),
    date(2026, 2, 10),
    date(2026, 12, 31),
    date(2027, 6, 15),
    date(2028, 2, 29),
    date(2031, 9, 28),
]
"""A first and a last day, days before long holidays, a leap day, years whose list is unknown."""

ANSWERS = Answers(
    street="示范街道",
    committees=("建二居委", "复四居委会"),
    compounds=(("建二里", "和谐小区"), ("复四里",)),
    url="https://board.example/",
    language="zh-CN",
)

ENGLISH = Answers(
    street="Garden Street",
    committees=("First Committee", "Fourth Residents' Committee"),
    compounds=(("Rose Yard", "Harmony"), ("Lane Nine",)),
    url="https://board.example/",
    language="en",
)


def make(folder: Path, today: date = TODAY, answers: Answers = ANSWERS) -> Path:
    """Write a new site and return its folder."""
    write_files(folder, make_site(answers, today, packaged_calendar()))
    return folder


def problems(site: Path, today: date = TODAY) -> list[Problem]:
    """All that `linli check` says about a site."""
    return check_site(read_site(site), today)


def linli(*arguments: str | Path) -> int:
    """Run a command."""
    return main([str(argument) for argument in arguments])
