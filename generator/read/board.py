"""Assembles a `Board` from the files of a content folder."""

import hashlib
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from generator.file_names import is_device
from generator.frozen import Frozen
from generator.model.board import Board
from generator.model.calendar import CalendarYear
from generator.model.committee import Committee
from generator.model.event import Event
from generator.model.filed import FiledItem
from generator.model.group import Group
from generator.model.issue import Issue
from generator.model.item import Item
from generator.model.notice import CATEGORY_WORDS, NOTICE_CLASSES, Category, Notice
from generator.model.personal import tells_something
from generator.model.picture import PictureFile
from generator.model.record import Record, field_names
from generator.model.review import Review, ReviewEntry, StreetReview
from generator.model.service import ServiceSchedule
from generator.model.site import Site
from generator.model.slug import LONGEST_SLUG, make_slug
from generator.privacy import ERRORS
from generator.problems import Fault, Place, Problem
from generator.read.attachments import is_attachable, read_attachments
from generator.read.content_files import Found, find_files
from generator.read.files import (
    MAX_TEXT_BYTES,
    FoundFile,
    UnreadableError,
    read_bytes,
)
from generator.read.layout import Position, Role, classify
from generator.read.memory import Memory, ReadItem, make_key
from generator.read.misplaced import judge_misplaced
from generator.read.parts import Parsed, Parts, Versions, draft_file, parse_file
from generator.read.pictures import MAX_BYTES as MAX_PICTURE_BYTES
from generator.read.pictures import read_picture
from generator.read.printed import read_printed
from generator.read.records import Draft, finish_record, infer_published
from generator.read.tables import Tables
from generator.read.yaml_nodes import Mapping, Scalar
from generator.schedule import packaged_calendar

ITEM_KINDS: dict[str, type[Item]] = {
    kind.folder: kind for kind in (Event, ServiceSchedule, Notice, Issue, ReviewEntry, Group)
}
"""A new kind of content is one line here: folder → record."""


class Reading(Frozen):
    """What came out of the files: a board, unless a fault of the site itself prevents one.

    `in_chinese` is whether the site speaks Chinese, as far as its broken files tell.
    """

    board: Board | None
    problems: tuple[Problem, ...]
    in_chinese: bool
    digests: dict[str, str] = msgspec.field(default_factory=dict)
    """The SHA-256 of the bytes of items' files and of the tables they name, by path."""


class Reread(Frozen):
    """What became of one item's file, and the SHA-256 of its bytes."""

    read: ReadItem
    digest: str


def find_content(site: Path) -> Path:
    """Return the content folder of a site's folder: `content/` in it, else the folder itself."""
    inner = site / "content"
    return inner if inner.is_dir() else site


def read_board(
    site: Path,
    memory: Memory | None = None,
    instead: Versions | None = None,
    filed: dict[str, FiledItem] | None = None,
) -> Reading:
    """Read the content of the site in the folder `site`.

    `memory` spares reading what has not changed; what is `filed`, by its path, not even that is
    asked for. `instead` are other versions of items' files, to be read in the place of those on
    disk. Every mistake in any file becomes a problem; only failures of the machine raise (OSError).
    """
    content = find_content(site)
    prefix = "" if content == site else f"{content.name}/"
    found = find_files(content, prefix) if content.is_dir() else Found()
    digests = dict[str, str]()
    tables = Tables(found.files, prefix, digests)
    parts = Parts(prefix, tables, memory, instead or {}, digests, known=filed or {})
    parts.problems += found.problems
    parts.withheld += [problem.place.path for problem in found.problems]
    if not content.is_dir():
        parts.report("content-missing", Place(path=content.name))
        return Reading(None, tuple(parts.problems), in_chinese=False)
    files = [(classify(file.path), _choose_version(parts, file)) for file in found.files]
    # Committees come first, for the files in their folders are theirs.
    for position, file in sorted(files, key=lambda pair: pair[0].role is not Role.COMMITTEE):
        _READERS[position.role](parts, position, file)
    attachable = (Role.ATTACHMENT, Role.TABLE)
    read_attachments(parts, (f for p, f in files if p.role in attachable and is_attachable(f)))
    _report_unused_tables(parts, (f for p, f in files if p.role is Role.TABLE))
    board = _assemble(parts)
    if board:
        printed, damage = read_printed(site)
        parts.problems += damage
        board = replace(board, printed=printed)
    chinese = _speaks_chinese(files, board)
    return Reading(board, tuple(parts.problems), chinese, parts.digests)


def _choose_version(parts: Parts, file: FoundFile) -> FoundFile:
    """Return a file as it is on disk, or the version that is to be read instead."""
    path = parts.shown(file)
    version = parts.instead.get(path)
    return replace(file, kept=version[path]) if version else file


def _speaks_chinese(files: list[tuple[Position, FoundFile]], board: Board | None) -> bool:
    if board:
        return board.site.language.lower().startswith("zh")
    sites = [file.location for position, file in files if position.role is Role.SITE]
    text = "".join(site.read_text(encoding="utf-8", errors="ignore") for site in sites)
    return any("\u4e00" <= character <= "\u9fff" for character in text)


def _assemble(parts: Parts) -> Board | None:
    if not parts.sites and not any(p.fault is Fault.SITE for p in parts.problems):
        parts.report("site-missing", Place(path=f"{parts.prefix}site.yaml"))
    if not parts.sites or any(p.fault is Fault.SITE for p in parts.problems):
        return None
    calendar = packaged_calendar()
    for year in parts.calendars:
        calendar = calendar.replaced_by(year.as_calendar())
    return Board(
        site=parts.sites[0],
        calendar=calendar,
        committees=tuple(parts.committees.values()),
        groups=_of_kind(parts, Group),
        events=_of_kind(parts, Event),
        services=_of_kind(parts, ServiceSchedule),
        notices=_of_kind(parts, Notice),
        issues=_of_kind(parts, Issue),
        reviews=_join_reviews(parts),
        pictures=tuple(parts.pictures),
        filed=tuple(parts.filed),
        attachments=tuple(sorted(parts.attachments, key=lambda file: file.path)),
        withheld=tuple(parts.withheld),
        other_sources=tuple(parts.calendar_sources),
    )


def _of_kind(parts: Parts, kind: type[Any]) -> tuple[Any, ...]:
    return tuple(item for item in parts.items if isinstance(item, kind))


def _join_reviews(parts: Parts) -> tuple[Review, ...]:
    entries = _of_kind(parts, ReviewEntry)
    years = {street.year for street in parts.street_reviews}
    for entry in entries:
        if entry.year not in years:
            parts.report(
                "review-year-unknown", entry.source.place("year"), fault=Fault.ITEM, year=entry.year
            )
    reviews = [
        Review(street, tuple(entry for entry in entries if entry.year == street.year))
        for street in parts.street_reviews
    ]
    return tuple(sorted(reviews, key=lambda review: review.street.year))


def _read_single(parts: Parts, file: FoundFile, kind: type[Record], **filled: Any) -> Any:
    """Read a file of the site's own configuration: its faults are the site's."""
    parsed = parse_file(parts, file, Fault.SITE)
    if parsed is None:
        return None
    draft = draft_file(parts, file, parsed, kind, Fault.SITE)
    record = finish_record(draft, kind, infer_published(parsed.node, file.path.stem), **filled)
    parts.problems += draft.problems
    return record


def _read_site(parts: Parts, position: Position, file: FoundFile) -> None:  # noqa: ARG001
    site = _read_single(parts, file, Site)
    if site:
        parts.sites.append(site)


def _read_calendar(parts: Parts, position: Position, file: FoundFile) -> None:  # noqa: ARG001
    stem = file.path.stem
    if not (stem.isascii() and stem.isdigit() and len(stem) == 4):
        parts.report("calendar-name", Place(path=parts.shown(file)))
        return
    year = _read_single(parts, file, CalendarYear, year=int(stem))
    if year:
        parts.calendars.append(year)
        parts.calendar_sources.append(year.source)


def _read_street_review(parts: Parts, position: Position, file: FoundFile) -> None:  # noqa: ARG001
    parsed = parse_file(parts, file, Fault.ITEM)
    if parsed is None:
        parts.withheld.append(parts.shown(file))
        return
    draft = draft_file(parts, file, parsed, StreetReview, Fault.ITEM)
    review = finish_record(draft, StreetReview, None)
    parts.problems += draft.problems
    if review:
        parts.street_reviews.append(review)
    else:
        parts.withheld.append(parts.shown(file))


def _read_committee(parts: Parts, position: Position, file: FoundFile) -> None:
    committee = _read_single(parts, file, Committee)
    parts.folders.add(position.committee or "")
    if committee and position.committee:
        compounds = tuple(
            compound.model_copy(update={"owner": committee.id, "source": committee.source})
            for compound in committee.compounds
        )
        owned = committee.model_copy(update={"compounds": compounds})
        parts.committees[position.committee] = owned


def _read_item(parts: Parts, position: Position, file: FoundFile) -> None:
    path, folder = parts.shown(file), position.committee
    if folder and folder not in parts.folders:
        parts.report("committee-missing", Place(path=path), fault=Fault.ITEM, folder=folder)
        parts.folders.add(folder)  # once is enough
    committee = parts.committees.get(folder or "")
    owner = committee.id if committee else None
    if path in parts.known and _is_filed(parts, file, owner):
        parts.filed.append(parts.known[path])
        return
    item = _recall_item(parts, position, file, owner)
    if item is None or (folder and folder not in parts.committees):
        parts.withheld.append(path)
    else:
        parts.items.append(item)


def _is_filed(parts: Parts, file: FoundFile, owner: str | None) -> bool:
    """Whether a file still is what was filed of it."""
    path, memory = parts.shown(file), _memory_for(parts, file)
    filed = parts.known[path]
    if memory is None:
        return False
    if filed.owner != owner or filed.digest != _find_digest(file, path, memory)[0]:
        return False
    parts.digests[path] = filed.digest
    return True


def _memory_for(parts: Parts, file: FoundFile) -> Memory | None:
    """Return what may know a file; None for another version of it, and beside tables."""
    is_other = parts.shown(file) in parts.instead or parts.tables.beside(file)
    return None if is_other else parts.memory


def _recall_item(
    parts: Parts, position: Position, file: FoundFile, owner: str | None
) -> Item | None:
    """Return the item of a file, read now or in an earlier run, and note what is wrong with it."""
    path, memory = parts.shown(file), _memory_for(parts, file)
    if memory is None:
        return _parse_item(parts, position, file, owner)
    digest, file = _find_digest(file, path, memory)
    known = memory.recall(make_key(path, owner, digest)) if digest else None
    if digest and isinstance(known, ReadItem):
        parts.digests[path] = digest
        parts.problems += known.problems
        return known.item
    begun = len(parts.problems)
    item = _parse_item(parts, position, file, owner)
    if path in parts.digests:
        digest = parts.digests[path]
        memory.note_digest(file, digest)
        read = ReadItem(item, tuple(parts.problems[begun:]))
        if not _is_delicate(read):
            memory.remember(make_key(path, owner, digest), read)
    return item


def _is_delicate(read: ReadItem) -> bool:
    """Whether something personal would be remembered that may not be public."""
    personal = read.item.source.personal if read.item else ()
    found = any(each.kind in ERRORS for each in personal)
    return found or any(map(tells_something, read.problems))


def _find_digest(file: FoundFile, path: str, memory: Memory) -> tuple[str | None, FoundFile]:
    """Return the digest of a file, opened only if need be; None if it cannot be read.

    With it comes the file, and its bytes if they were read.
    """
    digest = memory.find_digest(file)
    if digest is None:
        try:
            data = read_bytes(file, path, MAX_TEXT_BYTES)
        except UnreadableError:
            return None, file
        file = FoundFile(file.path, file.location, data)
        digest = hashlib.sha256(data).hexdigest()
        memory.note_digest(file, digest)
    return digest, file


def read_item(file: FoundFile, prefix: str, owner: str | None, memory: Memory) -> Reread | None:
    """Read one item's file again, of a site that has not changed but for that; None if it is none.

    `prefix` stands before its path where people see it, `owner` is the id of its committee.
    """
    position = classify(file.path)
    if position.role is not Role.ITEM:
        return None
    digests = dict[str, str]()
    parts = Parts(prefix, Tables([], prefix, digests), memory, {}, digests)
    item = _recall_item(parts, position, file, owner)
    digest = digests.get(f"{prefix}{file.path}")
    return Reread(ReadItem(item, tuple(parts.problems)), digest) if digest else None


def _parse_item(
    parts: Parts, position: Position, file: FoundFile, owner: str | None
) -> Item | None:
    parsed = parse_file(parts, file, Fault.ITEM)
    return _make_item(parts, position, file, parsed, owner) if parsed else None


def _make_item(
    parts: Parts, position: Position, file: FoundFile, parsed: Parsed, owner: str | None
) -> Item | None:
    node = parsed.node
    kind = _kind_of(position, node)
    draft = draft_file(parts, file, parsed, kind, Fault.ITEM)
    if kind is Notice and draft.values.get("category") not in CATEGORY_WORDS:
        draft.problems.clear()  # which fields a notice may have, its category decides
    published: date | None = infer_published(node, file.path.stem)
    slug = make_slug(file.path.stem)
    _check_slug(draft, slug, file)
    item = finish_record(draft, kind, published, owner=owner, slug=slug, body=parsed.body)
    parts.problems += draft.problems
    return item


def _check_slug(draft: Draft, slug: str, file: FoundFile) -> None:
    """Refuse a file whose pages would have a name that not every system can keep."""
    place = Place(path=draft.path)
    if is_device(slug):
        draft.report("name-reserved", place, value=file.path.name)
    elif len(slug) > LONGEST_SLUG:
        draft.report("name-long", place, value=file.path.name)


def _kind_of(position: Position, node: Mapping) -> type[Item]:
    """Return the record for an item; a notice's category decides which fields it must have."""
    kind = ITEM_KINDS[position.kind or ""]
    if kind is Notice:
        names = [n for n, a in field_names(Notice).items() if a == "category"]
        written = node.get(*names)
        word = written.text.strip() if isinstance(written, Scalar) else ""
        category = CATEGORY_WORDS.get(word)
        if isinstance(category, Category):
            return NOTICE_CLASSES[category]
    return kind


def _read_image(parts: Parts, position: Position, file: FoundFile) -> None:  # noqa: ARG001
    path = parts.shown(file)
    try:
        data = read_bytes(file, path, MAX_PICTURE_BYTES)
    except UnreadableError as error:
        parts.take([error.problem], Fault.ITEM)
        parts.withheld.append(path)
        return
    digest = hashlib.sha256(data).hexdigest()
    parts.pictures.append(PictureFile(path, str(file.location), digest, read_picture(data)))


def _report_misplaced(parts: Parts, position: Position, file: FoundFile) -> None:  # noqa: ARG001
    code, facts = judge_misplaced(file.path)
    parts.report(code, Place(path=parts.shown(file)), fault=Fault.ITEM, **facts)
    parts.withheld.append(parts.shown(file))


def _pass_over(parts: Parts, position: Position, file: FoundFile) -> None:
    """Leave a table, or an attachment, to the file that names it."""


def _report_unused_tables(parts: Parts, tables: Iterable[FoundFile]) -> None:
    for table in tables:
        if table.path not in parts.tables.used:
            place = Place(path=parts.shown(table))
            parts.report("table-unused", place, fault=Fault.ITEM, value=table.path.name)
            parts.withheld.append(parts.shown(table))


_READERS: dict[Role, Callable[[Parts, Position, FoundFile], None]] = {
    Role.SITE: _read_site,
    Role.CALENDAR: _read_calendar,
    Role.STREET_REVIEW: _read_street_review,
    Role.COMMITTEE: _read_committee,
    Role.ITEM: _read_item,
    Role.IMAGE: _read_image,
    Role.TABLE: _pass_over,
    Role.ATTACHMENT: _pass_over,
    Role.MISPLACED: _report_misplaced,
}
