"""Where everything stands in the output: paths from the site's root, each decided in one place."""

from generator.model.committee import Compound
from generator.model.item import Item
from generator.model.review import ReviewEntry

HOME = "index.html"
ARCHIVE = "archive.html"
NOT_FOUND = "404.html"
STREET = "street"
"""Stands for the committee in the addresses of what the street office itself publishes."""


def of_compound(compound_id: str) -> str:
    """Return the page of a compound, or of a former one."""
    return f"compounds/{compound_id}.html"


def of_committee(committee_id: str) -> str:
    """Return the page of a committee."""
    return f"committees/{committee_id}.html"


def of_review(year: int) -> str:
    """Return the page of a street's year."""
    return f"reviews/{year}.html"


def of_item(item: Item) -> str:
    """Return the page of an item; a review's entry is a part of its year's page."""
    if isinstance(item, ReviewEntry):
        return f"{of_review(item.year)}#{item.owner or STREET}"
    owner = f"committees/{item.owner}" if item.owner else STREET
    return f"{owner}/{item.folder}/{item.slug}.html"


def of_short(code: str) -> str:
    """Return the short address that is printed as a QR code; it ends in a slash."""
    return f"x/{code}/"


def of_short_page(code: str) -> str:
    """Return the file that answers at a short address."""
    return f"{of_short(code)}index.html"


def of_item_poster(compound: Compound, item: Item) -> str:
    """Return an item's poster for one compound."""
    kind = item.folder.removesuffix("s")
    return f"posters/{compound.id}/{kind}-{item.owner or STREET}-{item.slug}.pdf"


def of_month_poster(compound: Compound, kind: str, year: int, month: int) -> str:
    """Return a compound's timetable or digest of a month."""
    return f"posters/{compound.id}/{kind}-{year}-{month:02}.pdf"


def of_item_calendar(item: Item) -> str:
    """Return the calendar feed of an event or service schedule, beside its page."""
    return of_item(item).removesuffix(".html") + ".ics"


def of_compound_calendar(compound_id: str) -> str:
    """Return the calendar feed of a compound, or of a former one."""
    return f"calendars/compounds/{compound_id}.ics"


def of_committee_calendar(committee_id: str) -> str:
    """Return the calendar feed of a committee."""
    return f"calendars/committees/{committee_id}.ics"


def of_content_file(path: str) -> str:
    """Return where a picture of the content goes."""
    return f"files/{path}"
