"""What a figure measures: its magnitude and unit, read from words that stay as they are.

A figure of a review is a text (约890人次) and is printed as that text. Read here is only how long
its bar would be, and which figures may stand in one chart; nothing that is read is ever printed,
and a figure of which no single magnitude can be read (十余户, 每月4次) has none.
"""

import re
from decimal import Decimal

from generator.frozen import Frozen
from generator.model.record import Figure

_ASCII = str.maketrans("０１２３４５６７８９，．％", "0123456789,.%")
_MULTIPLES = {"": 1, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_MEASURE = re.compile(
    r"(?:共计?|累计|总计)?(?P<before>约|大约|大概|近|将近|接近|超过?|逾|不到|不足|至少|最多)?\s*"
    r"(?P<number>\d{1,3}(?:,\d{3})+|\d{1,12})(?P<fraction>\.\d{1,6})?\s*"
    r"(?P<odd>[余多来])?(?P<multiple>[百千万亿])?(?P<odder>[余多来])?\s*"
    r"(?P<unit>[^\W\d_百千万亿余多几数半]{1,6}|[㎡%‰℃])"
    r"(?P<after>左右|上下|以上|以下|以内)?"
)
_TAILS = ("左右", "上下", "以上", "以下", "以内")
_NO_UNITS = frozenset("年月日号点时")
"""What follows a number in a date or a time of day, which is no quantity."""
_BARE_UNITS = frozenset("个项件次只种处场家块批本份组台套名张支%‰")
"""Units that do not say what is counted: 3个 of one thing and 5个 of another are not alike."""
_AVERAGE = re.compile(r"[日周月季年人户]均|平均|每")


class Measure(Frozen):
    """A magnitude with its unit; not `exact` where the text says 约, 余 and the like."""

    amount: Decimal
    unit: str
    exact: bool = True


class Scale(Frozen):
    """What figures share that may be compared by length.

    A unit, and where that says too little (3个) the name of the figure too.
    """

    unit: str
    name: str = ""


def parse_measure(text: str) -> Measure | None:
    """Return the magnitude that a text states (1万余元 → about 10000 元); None if there is none."""
    found = _MEASURE.fullmatch(text.strip().translate(_ASCII))
    if found is None:
        return None
    unit, about = found["unit"], found["before"] or found["odd"] or found["odder"] or found["after"]
    tail = next((tail for tail in _TAILS if unit.endswith(tail)), "")
    unit = unit.removesuffix(tail)
    if not unit or unit[0] in _NO_UNITS or (found["odd"] and found["odder"]):
        return None
    number = Decimal(found["number"].replace(",", "") + (found["fraction"] or ""))
    amount = number * _MULTIPLES[found["multiple"] or ""]
    return Measure(amount, unit, exact=not (about or tail))


def scale_of(figure: Figure) -> Scale | None:
    """Return the scale that a figure belongs on; None if it has no single magnitude."""
    measure = parse_measure(figure.value)
    if measure is None:
        return None
    if measure.unit in _BARE_UNITS or _AVERAGE.search(figure.name):
        return Scale(measure.unit, figure.name)
    return Scale(measure.unit)


def measure_start(figure: Figure) -> Measure | None:
    """Return what a figure grew from, if it is told in the unit that the figure has now."""
    now, start = parse_measure(figure.value), parse_measure(figure.start or "")
    return start if now and start and start.unit == now.unit else None
