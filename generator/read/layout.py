"""The content folder's layout: what kind of thing a file is, and whose, from its path alone."""

from enum import Enum
from pathlib import PurePosixPath

from generator.attachments.finding import Format
from generator.frozen import Frozen
from generator.model.folders import CALENDAR_FOLDERS, COMMITTEE_FOLDERS, FOLDERS
from generator.read.tables import TABLE_SUFFIXES

IMAGE_SUFFIXES = (".jpg", ".jpeg", ".jfif", ".png", ".webp")
ITEM_SUFFIXES = (".md", ".yaml", ".yml")
YAML_SUFFIXES = (".yaml", ".yml")
_SITE_STEMS = ("site", "站点")
_COMMITTEE_STEMS = ("committee", "居委", "居委会")


class Role(Enum):
    """What a file is for."""

    SITE = "site"
    CALENDAR = "calendar"
    STREET_REVIEW = "street review"
    COMMITTEE = "committee"
    ITEM = "item"
    IMAGE = "image"
    TABLE = "table"
    ATTACHMENT = "attachment"
    MISPLACED = "misplaced"


_BY_SUFFIX = (
    dict.fromkeys(IMAGE_SUFFIXES, Role.IMAGE)
    | {f".{form.value}": Role.ATTACHMENT for form in Format}
    | dict.fromkeys(TABLE_SUFFIXES, Role.TABLE)
)
"""A workbook may be an attachment as well, which only the file that names it tells."""


class Position(Frozen):
    """A file's role; `committee` is the name of its committee's folder, `kind` an item's folder."""

    role: Role
    committee: str | None = None
    kind: str | None = None


def classify(path: PurePosixPath) -> Position:
    """Return what a path relative to the content folder means."""
    folder, name = path.parts[:-1], path
    suffix = path.suffix.lower()
    if suffix in _BY_SUFFIX:
        return Position(_BY_SUFFIX[suffix], _committee_of(folder))
    if suffix in YAML_SUFFIXES:
        if not folder and name.stem.lower() in _SITE_STEMS:
            return Position(Role.SITE)
        if len(folder) == 1 and folder[0] in CALENDAR_FOLDERS:
            return Position(Role.CALENDAR)
        if len(folder) == 1 and FOLDERS.get(folder[0]) == "reviews":
            return Position(Role.STREET_REVIEW)
        if _committee_of(folder) and len(folder) == 2 and name.stem in _COMMITTEE_STEMS:
            return Position(Role.COMMITTEE, folder[1])
    return _classify_item(folder, suffix)


def _classify_item(folder: tuple[str, ...], suffix: str) -> Position:
    committee = _committee_of(folder)
    inner = inner_folders(folder)
    if suffix in ITEM_SUFFIXES and len(inner) == 1 and inner[0] in FOLDERS:
        return Position(Role.ITEM, committee, FOLDERS[inner[0]])
    return Position(Role.MISPLACED, committee)


def inner_folders(folder: tuple[str, ...]) -> tuple[str, ...]:
    """Return the folders below a committee's own, or below the content folder."""
    return folder[2:] if _committee_of(folder) else folder


def _committee_of(folder: tuple[str, ...]) -> str | None:
    return folder[1] if len(folder) >= 2 and folder[0] in COMMITTEE_FOLDERS else None
