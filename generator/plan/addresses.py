"""Where everything stands in the output: paths from the site's root, each decided in one place."""

from datetime import date

from generator.model.attachment import AttachmentFile
from generator.model.committee import Compound
from generator.model.filed import FiledItem
from generator.model.item import Item
from generator.model.review import ReviewEntry
from generator.model.values import STREET
from generator.plan.views import TRADITIONAL

HOME = "index.html"
ARCHIVE = "archive.html"
NOT_FOUND = "404.html"
STAFF = "staff.html"
SEARCH = "search.html"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
MANIFEST = "manifest.webmanifest"
FAVICON = "favicon.ico"
ICON = "assets/icon.svg"
TOUCH_ICON = "assets/touch-icon.png"


def of_compound(compound_id: str) -> str:
    """Return the page of a compound, or of a former one."""
    return f"compounds/{compound_id}.html"


def of_committee(committee_id: str) -> str:
    """Return the page of a committee."""
    return f"committees/{committee_id}.html"


def of_archive_month(first: date) -> str:
    """Return the page of what was over in the month that begins on `first`."""
    return f"archive/{first.year}-{first.month:02}.html"


def of_review(year: int) -> str:
    """Return the page of a street's year."""
    return f"reviews/{year}.html"


def of_review_part(owner: str | None, year: int) -> str:
    """Return the page of a committee's year, or of the street office's own part of it."""
    return f"{_of_owner(owner)}/reviews/{year}.html"


def of_review_table(year: int) -> str:
    """Return the table of a year's figures."""
    return f"reviews/{year}.csv"


def of_item(item: Item | FiledItem) -> str:
    """Return the page of an item; the entries of a committee's year share one."""
    if isinstance(item, ReviewEntry):
        return of_review_part(item.owner, item.year)
    return f"{_of_owner(item.owner)}/{item.folder}/{item.slug}.html"


def _of_owner(owner: str | None) -> str:
    return f"committees/{owner}" if owner else STREET


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


def of_month_poster(compound: Compound, kind: str, first: date) -> str:
    """Return a compound's timetable or digest of the month that begins on `first`."""
    return f"posters/{compound.id}/{kind}-{first.year}-{first.month:02}.pdf"


def of_week_poster(compound: Compound, kind: str, monday: date) -> str:
    """Return a compound's digest or menu of a week, named by its number in ISO 8601."""
    week = monday.isocalendar()
    return f"posters/{compound.id}/{kind}-{week.year}-W{week.week:02}.pdf"


def of_review_poster(year: int, owner: str | None = None) -> str:
    """Return the poster of a street's year, or of one committee's."""
    return f"posters/{_of_owner(owner)}/review-{year}.pdf"


def of_issues_poster(compound_id: str | None) -> str:
    """Return the poster of the issues of a compound, or of the street."""
    name = f"{compound_id}/issues" if compound_id else f"{STREET}/issues-all"
    return f"posters/{name}.pdf"


def of_contact_card(compound_id: str, building: str | None = None) -> str:
    """Return the contact card of a compound, or of a building, named by its slug."""
    return f"posters/{compound_id}/contacts{f'-{building}' if building else ''}.pdf"


def of_issue_board(level: str, place_id: str | None) -> str:
    """Return the board of issues of a `compound` or `committee`; without an id, the street's."""
    return f"issues/{level}s/{place_id}.html" if place_id else "issues.html"


def of_issue_feed(level: str, place_id: str | None) -> str:
    """Return the Atom feed beside a board of issues."""
    return f"feeds/{level}s/{place_id}/issues.xml" if place_id else "feeds/issues.xml"


def of_notice_feed(compound_id: str | None) -> str:
    """Return the Atom feed of the notices of a compound, or of a former one; else the street's."""
    return f"feeds/compounds/{compound_id}/notices.xml" if compound_id else "feeds/notices.xml"


def of_news_feed(level: str, place_id: str | None) -> str:
    """Return the Atom feed of everything new of a `compound` or `committee`, else the street's."""
    return f"feeds/{level}s/{place_id}/news.xml" if place_id else "feeds/news.xml"


def of_index_part(number: int) -> str:
    """Return a part of the search index, counted from 1."""
    return f"search/index-{number}.js"


def of_traditional(path: str) -> str:
    """Return where the edition in traditional characters has what the site has at `path`."""
    return f"{TRADITIONAL}{path}"


def of_icon(size: int, *, full_bleed: bool = False) -> str:
    """Return the site's icon in a size, in pixels."""
    return f"assets/icon-{'full-' if full_bleed else ''}{size}.png"


def of_posters(compound_id: str) -> str:
    """Return the folder of a compound's posters, with a slash."""
    return f"posters/{compound_id}/"


def of_cover(compound_id: str) -> str:
    """Return the name of a print pack's cover, which is never a file of the site."""
    return f"packs/{compound_id}.pdf"


def of_poster(twin: str) -> str:
    """Return the PDF that a twin stands for."""
    return f"{twin.removesuffix('.html')}.pdf"


def of_twin(poster: str) -> str:
    """Return the page that shows a poster in a browser."""
    return f"{poster.removesuffix('.pdf')}.html"


def of_thumbnail(poster: str) -> str:
    """Return the small picture of a poster."""
    return f"{poster.removesuffix('.pdf')}.png"


def of_item_calendar(item: Item | FiledItem) -> str:
    """Return the calendar feed of an event or service schedule, beside its page."""
    return of_item(item).removesuffix(".html") + ".ics"


def of_attachment(item: Item, file: AttachmentFile) -> str:
    """Return a file that an item has as an attachment, below its page."""
    return f"{of_item(item).removesuffix('.html')}/{file.public_name}"


def of_compound_calendar(compound_id: str) -> str:
    """Return the calendar feed of a compound, or of a former one."""
    return f"calendars/compounds/{compound_id}.ics"


def of_committee_calendar(committee_id: str) -> str:
    """Return the calendar feed of a committee."""
    return f"calendars/committees/{committee_id}.ics"


def of_picture(digest: str, width: int, ending: str) -> str:
    """Return a version of a picture, named by its original's digest: file names may tell of people.

    Such an address never shows anything else, so that browsers may keep it.
    """
    return f"pictures/{digest[:16]}-{width}.{ending}"
