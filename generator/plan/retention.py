"""Contacts of what is long over: the office's phone takes their place, everywhere at once.

The board itself is changed before anything is planned, so that pages, calendars, feeds, cards and
search cannot differ. A file in the content folder stays as it is.
"""

import re
from collections.abc import Callable
from datetime import date
from operator import is_not
from typing import Any, TypeVar

from msgspec.structs import replace

from generator.model.board import Board
from generator.model.byline import Byline
from generator.model.event import Event
from generator.model.issue import Issue
from generator.model.item import Item, SignedItem
from generator.model.notice import Announcement, Notice, Outage, Recruitment
from generator.model.prose import Prose, Target, TargetKind
from generator.model.record import Contact, Record
from generator.model.retention import Period
from generator.model.service import ServiceSchedule
from generator.plan.lifetime import last_day

HIDDEN = "1**********"
"""Stands where a mobile number was."""

_DIGIT = r"[0-9０-９]"
_GAP = r"[\s\-‐-―－]?"
_ELEVEN_DIGITS = rf"[1１][3-9３-９](?:{_GAP}{_DIGIT}){{9}}"
_LIKE_MOBILE = re.compile(_ELEVEN_DIGITS)
"""What every mobile number has; to look for it takes an eighth of the time."""
_MOBILE = re.compile(rf"(?<!{_DIGIT})(?:[+＋]?[8８][6６]{_GAP})?{_ELEVEN_DIGITS}(?!{_DIGIT})")
_OTHERS = re.compile(r"\D+")
Edit = Callable[[str], str]
ItemT = TypeVar("ItemT", bound=Item)
RecordT = TypeVar("RecordT", bound=Record)


def retire_contacts(board: Board, today: date) -> Board:
    """Return the board without the contacts whose time is over on `today` (site.retention)."""

    def retire(items: tuple[ItemT, ...]) -> tuple[ItemT, ...]:
        return tuple(retire_contact(item, board, today) for item in items)

    return replace(
        board,
        events=retire(board.events),
        services=retire(board.services),
        notices=retire(board.notices),
        issues=retire(board.issues),
    )


def retire_contact(item: ItemT, board: Board, today: date) -> ItemT:
    """Return an item as it is shown on `today`: without its contacts if their time is over."""
    kept_until = last_day_of_contact(item, board, today)
    return _retire(item, board) if kept_until and kept_until < today else item


def last_day_of_contact(item: Item, board: Board, today: date) -> date | None:
    """Return the last day on which an item's contacts are shown; None if they stay."""
    period = _period_of(item, board)
    end = last_day(item, board, today)
    return period.last_day_after(end) if period and end else None


def _period_of(item: Item, board: Board) -> Period | None:
    retention = board.site.retention
    match item:
        case Event():
            return retention.events
        case ServiceSchedule():
            return retention.services
        case Announcement():
            return retention.announcements
        case Notice():
            return retention.notices
        case Issue():
            return retention.issues
        case _:
            return None


def _retire(item: ItemT, board: Board) -> ItemT:
    """Return an item with its office in the place of its contacts, and no mobile number."""
    office = _office_of(item, board)
    contact: Contact | None = getattr(item, "contact", None)
    edited = _edit(item, _hide(contact, office), frozenset({*_OURS, "contact"}))
    changed: dict[str, Any] = {"contact": office} if contact else {}
    if isinstance(item, SignedItem) and item.attachments:
        changed["attachments"] = ()  # nobody has taken the contacts out of a document
    return edited.model_copy(
        update=changed | _unsigned(edited) | _other_phones(edited, office.phone)
    )


def _unsigned(item: Item) -> dict[str, Any]:
    """Return a byline without those who wrote and edited; where a text is from stays."""
    byline = item.byline if isinstance(item, SignedItem) else None
    return {"byline": Byline(origin=byline.origin)} if byline else {}


def _office_of(item: Item, board: Board) -> Contact:
    site = board.site
    if item.owner is None:
        return Contact(name=site.name, phone=site.phone)
    committee = board.committee(item.owner)
    return Contact(name=committee.name, phone=committee.phone)


def _other_phones(item: Item, phone: str | None) -> dict[str, Any]:
    """Return what takes the place of an item's other phones; an empty one is not shown."""
    match item:
        case Outage():
            return {"phone": phone or ""}
        case Announcement():
            return {"objections": item.objections.model_copy(update={"phone": phone or ""})}
        case Recruitment():
            return {"tear_off": None}
        case _:
            return {}


def _hide(contact: Contact | None, office: Contact) -> Edit:
    """Return what takes mobile numbers, and the contact's own number, out of a text.

    A contact with a mobile number is a person, whose name then goes as well. The name of an office
    stays: it is in the words of every second notice.
    """
    number = _OTHERS.sub("", contact.phone or "") if contact else ""
    person = contact.name if contact and _MOBILE.fullmatch(contact.phone or "") else None

    def hide(text: str) -> str:
        if _LIKE_MOBILE.search(text):
            text = _MOBILE.sub(HIDDEN, text)
        # Most texts do not have its first digit, and hardly any needs a pattern of its own.
        if number and number[0] in text and number in _OTHERS.sub("", text):
            own = rf"(?<!{_DIGIT}){_GAP.join(number)}(?!{_DIGIT})"
            text = re.sub(own, office.phone or HIDDEN, text)
        return text.replace(person, office.name) if person else text

    return hide


_OURS = frozenset(("source", "owner", "slug", "pinned_code", "scope", "groups"))
"""What names other things, and is no text to be read."""


def _edit(record: RecordT, edit: Edit, left: frozenset[str] = _OURS) -> RecordT:
    """Return a record with every text that its file gives, however deep, as `edit` leaves it.

    But for the fields that are `left`.
    """
    found = {name: value for name, value in record if name not in left}
    edited = {name: _edit_value(value, edit) for name, value in found.items()}
    changed = {n: v for n, v in edited.items() if v is not found[n]}
    return record.model_copy(update=changed) if changed else record


def _edit_value(value: Any, edit: Edit) -> Any:
    match value:
        case str():
            return edit(value)
        case Record():
            return _edit(value, edit)
        case tuple():
            edited = tuple([_edit_value(each, edit) for each in value])
            return edited if any(map(is_not, edited, value)) else value
        case dict():
            return {edit(key): _edit_value(each, edit) for key, each in value.items()}
        case Prose():
            return _edit_prose(value, edit)
        case _:
            return value


def _edit_prose(prose: Prose, edit: Edit) -> Prose:
    return Prose(
        tuple(edit(piece) for piece in prose.pieces),
        tuple(_edit_target(target, edit) for target in prose.targets),
        edit(prose.text),
        edit(prose.lead),
    )


def _edit_target(target: Target, edit: Edit) -> Target:
    """Return a link that leads nowhere if it would call a number that is hidden."""
    target = replace(target, words=edit(target.words))
    if target.kind is not TargetKind.WEB or edit(target.path) == target.path:
        return target
    return replace(target, path="#")
