"""What belongs to one person alone, in any file: who may publish it, and what is to be taken out.

`read` found it (`Source.personal`). Here is known what is public all the same: the numbers that a
committee declares (公开电话), those that the site gives to everybody, and what an item's own
隐私说明 answers for until its day. A service that is 不公开 reaches no page, so it
may say anything.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import PurePosixPath

from generator.frozen import Frozen
from generator.model.attachment import AttachmentContent
from generator.model.board import Board
from generator.model.committee import Committee
from generator.model.disclosure import KIND_WORDS, PrivacyNote
from generator.model.item import Item, SignedItem
from generator.model.personal import Personal
from generator.model.prose import TargetKind
from generator.model.record import Record, Source
from generator.model.service import ServiceSchedule, Visibility
from generator.model.site import Hotline, Site
from generator.model.withholding import withhold
from generator.privacy import ERRORS, Finding, Kind, is_list_name, mask
from generator.problems import Fact, Fault, Place, Problem, Severity, Term

_CODES = {
    Kind.RESIDENT_ID: "personal-id-number",
    Kind.BANK_CARD: "personal-bank-card",
    Kind.MOBILE: "phone-mobile",
    Kind.PLATE: "personal-plate",
    Kind.PERSONAL_LIST: "personal-list",
    Kind.SENSITIVE_PERSON: "personal-hardship",
    Kind.HOME_ADDRESS: "personal-address",
    Kind.PERSON: "personal-name",
    Kind.WECHAT: "personal-account",
    Kind.QQ: "personal-account",
    Kind.EMAIL: "personal-account",
}
_LIST_NAME = "personal-list-name"
_TERMS = {kind: Term(word, kind.value) for word, kind in KIND_WORDS.items() if not word.islower()}
_MOBILE_LENGTH = 11
_SHOWN = 3
"""So many of the things that are only a warning are named in it."""


class _File(Frozen):
    """A file, whose it is, and what it may say."""

    source: Source
    record: Record | None
    """What it is on the board; None for calendars."""
    public: frozenset[str]
    """Numbers that everybody may call."""
    notes: tuple[PrivacyNote, ...] = ()
    hidden: frozenset[tuple[str | int, ...]] = frozenset()
    """The fields that are never published, with all in them."""
    attached: tuple[Personal, ...] = ()
    """What the files say that it has as attachments."""

    @property
    def personal(self) -> tuple[Personal, ...]:
        """Everything that was found in it."""
        return (*self.source.personal, *self.attached)

    def allows(self, found: Personal, today: date) -> bool:
        """Whether a finding may be public."""
        if any(found.keys[: len(keys)] == keys for keys in self.hidden):
            return True
        if found.kind is Kind.MOBILE and found.value[-_MOBILE_LENGTH:] in self.public:
            return True
        return any(note.covers(found.kind, found.value) for note in self.notes_of(today))

    def notes_of(self, today: date) -> Iterator[PrivacyNote]:
        """Yield the notes that are in force."""
        return (note for note in self.notes if today <= note.until)


def check_privacy(board: Board, today: date) -> Iterator[Problem]:
    """Find what gives somebody away: an error, or a warning where it may well be meant."""
    for file in _list_files(board):
        if file.personal or file.notes:
            yield from _tell([p for p in file.personal if not file.allows(p, today)], file)
            yield from _check_notes(file, today)
    yield from _check_pictures(board)


def _list_files(board: Board) -> Iterator[_File]:
    """Yield all files that something is published of."""
    site = _numbers(board.site.hotlines)
    yield _File(board.site.source, board.site, site)
    for source in board.other_sources:
        yield _File(source, None, site)
    public = {each.id: site | _numbers(each.public_phones) for each in board.committees}
    for committee in board.committees:
        yield _File(committee.source, committee, public[committee.id])
    for review in board.reviews:
        yield _File(review.street.source, review.street, site)
    for item in board.items:
        numbers = public.get(item.owner or "", site)
        yield _File(
            *(item.source, item, numbers, item.privacy_notes, _hidden_fields(item)),
            tuple(_find_attached(board, item)),
        )


def _find_attached(board: Board, item: Item) -> Iterator[Personal]:
    """Yield what the attachments of an item give away; one of several items is looked at for each.

    So what one item's 隐私说明 answers for is still an error where another names the same file.
    """
    if isinstance(item, SignedItem):
        for attachment in item.attachments:
            file = board.find_attachment(item, attachment)
            if file and isinstance(file.content, AttachmentContent):
                yield from file.content.personal


def _numbers(lines: Iterable[Hotline]) -> frozenset[str]:
    return frozenset(re.sub(r"\D", "", line.phone)[-_MOBILE_LENGTH:] for line in lines)


def _hidden_fields(item: Item) -> frozenset[tuple[str | int, ...]]:
    hidden: set[tuple[str | int, ...]] = {("privacy_notes",)}
    if isinstance(item, ServiceSchedule):
        hidden |= {
            ("services", number)
            for number, service in enumerate(item.services)
            if service.visibility is Visibility.PRIVATE
        }
    return frozenset(hidden)


def _tell(found: Iterable[Personal], file: _File) -> Iterator[Problem]:
    """Yield an error for each thing that may not be there, and one warning a kind for others."""
    doubtful: dict[str, list[Personal]] = {}
    for each in found:
        if each.kind in ERRORS:
            yield _make_error(each, file.record)
        else:
            doubtful.setdefault(_CODES[each.kind], []).append(each)
    for code, same in doubtful.items():
        values = list(dict.fromkeys(map(_masked, same)))
        facts: dict[str, Fact] = {"value": "\n".join(values[:_SHOWN]), "count": len(same)}
        yield _remark(code, same[0].place, Severity.WARNING, facts)


def _make_error(found: Personal, record: Record | None) -> Problem:
    is_list = found.kind is Kind.PERSONAL_LIST
    return Problem(
        place=found.place,
        code=_LIST_NAME if is_list and not (found.place.line or found.keys) else _CODES[found.kind],
        fault=Fault.ITEM if _can_go(found, record) else Fault.SITE,
        # The name of a column or a file gives nobody away.
        facts={"value": found.value if is_list else _masked(found)},
        edits=found.edits,
    )


def _can_go(found: Personal, record: Record | None) -> bool:
    """Whether it can be left out, with its item or alone, so that all else is published."""
    if isinstance(record, Site | Committee):
        return withhold(record, found.keys) is not None
    return record is not None


def _masked(found: Personal) -> str:
    return mask(Finding(0, len(found.value), found.kind, found.value))


def _check_notes(file: _File, today: date) -> Iterator[Problem]:
    """Say which notes are in force, which are over, and which are about nothing."""
    keys = "privacy_notes"
    for number, note in enumerate(file.notes):
        place = file.source.place(keys, number)
        facts: dict[str, Fact] = {
            "kind": _TERMS[note.kind],
            "ending": note.ending,
            "until": note.until,
        }
        if not any(note.covers(p.kind, p.value) for p in file.personal):
            yield _remark("privacy-note-unused", place, Severity.WARNING, facts)
        elif note.until < today:
            yield _remark("privacy-note-expired", place, Severity.WARNING, facts)
        else:
            more: dict[str, Fact] = {"reason": note.reason, "approved_by": note.approved_by}
            yield _remark("privacy-note-in-force", place, Severity.NOTE, facts | more)


def _remark(code: str, place: Place, severity: Severity, facts: dict[str, Fact]) -> Problem:
    return Problem(place=place, code=code, severity=severity, facts=facts)


def _check_pictures(board: Board) -> Iterator[Problem]:
    """Find pictures in a text that are called a list of people: most likely they show one."""
    for item in board.items:
        for target in item.body.targets:
            name = PurePosixPath(target.path).name
            if target.kind is TargetKind.IMAGE and is_list_name(name):
                yield Problem(place=target.place, code=_LIST_NAME, facts={"value": name})
