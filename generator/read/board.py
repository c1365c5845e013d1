"""Assembles a `Board` from the files of a content folder."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.model.board import Board, ContentFile
from generator.model.calendar import CalendarYear
from generator.model.committee import Committee
from generator.model.event import Event
from generator.model.group import Group
from generator.model.issue import Issue
from generator.model.item import Item
from generator.model.notice import CATEGORY_WORDS, NOTICE_CLASSES, Category, Notice
from generator.model.prose import Prose
from generator.model.record import Record, field_names
from generator.model.review import Review, ReviewEntry, StreetReview
from generator.model.service import ServiceSchedule
from generator.model.site import Site
from generator.model.slug import make_slug
from generator.problems import Fact, Fault, Place, Problem
from generator.read.fields import read_fields
from generator.read.files import FoundFile, UnreadableError, list_files, read_text
from generator.read.layout import YAML_SUFFIXES, Position, Role, classify
from generator.read.markdown import read_prose
from generator.read.misplaced import judge_misplaced
from generator.read.printed import read_printed
from generator.read.records import Draft, draft_record, finish_record, infer_published
from generator.read.tables import Tables, expand_tables
from generator.read.yaml_text import Mapping, Scalar
from generator.schedule import packaged_calendar

ITEM_KINDS: dict[str, type[Item]] = {
    kind.folder: kind for kind in (Event, ServiceSchedule, Notice, Issue, ReviewEntry, Group)
}
"""A new kind of content is one line here: folder → record."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came out of the files: a board, unless a fault of the site itself prevents one.

    `in_chinese` is whether the site speaks Chinese, as far as its broken files tell.
    """

    board: Board | None
    problems: tuple[Problem, ...]
    in_chinese: bool


@dataclass(slots=True)
class _Parts:
    """The records read so far."""

    prefix: str
    tables: Tables
    sites: list[Site] = field(default_factory=list)
    calendars: list[CalendarYear] = field(default_factory=list)
    street_reviews: list[StreetReview] = field(default_factory=list)
    committees: dict[str, Committee] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)
    """Committees' folders that have their file, be it right or wrong, or were reported."""
    items: list[Item] = field(default_factory=list)
    files: list[ContentFile] = field(default_factory=list)
    withheld: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def shown(self, file: FoundFile) -> str:
        """Return a file's path as people see it, from the site's folder."""
        return f"{self.prefix}{file.path}"

    def report(self, code: str, place: Place, *, fault: Fault = Fault.SITE, **facts: Fact) -> None:
        self.problems.append(Problem(place=place, code=code, fault=fault, facts=facts))

    def take(self, problems: Iterable[Problem], fault: Fault) -> None:
        """Note what is wrong with a file's text."""
        self.problems += [replace(problem, fault=fault) for problem in problems]


def find_content(site: Path) -> Path:
    """Return the content folder of a site's folder: `content/` in it, else the folder itself."""
    inner = site / "content"
    return inner if inner.is_dir() else site


def read_board(site: Path) -> Reading:
    """Read the content of the site in the folder `site`.

    Every mistake in any file becomes a problem; only failures of the machine raise (OSError).
    """
    content = find_content(site)
    prefix = "" if content == site else f"{content.name}/"
    found = tuple(list_files(content)) if content.is_dir() else ()
    parts = _Parts(prefix, Tables(found, prefix))
    if not content.is_dir():
        parts.report("content-missing", Place(path=content.name))
        return Reading(None, tuple(parts.problems), in_chinese=False)
    files = [(classify(file.path), file) for file in found]
    # Committees come first, for the files in their folders are theirs.
    for position, file in sorted(files, key=lambda pair: pair[0].role is not Role.COMMITTEE):
        _READERS[position.role](parts, position, file)
    _report_unused_tables(parts, (f for p, f in files if p.role is Role.TABLE))
    board = _assemble(parts)
    if board:
        printed, damage = read_printed(site)
        parts.problems += damage
        board = replace(board, printed=printed)
    return Reading(board, tuple(parts.problems), _speaks_chinese(files, board))


def _speaks_chinese(files: list[tuple[Position, FoundFile]], board: Board | None) -> bool:
    if board:
        return board.site.language.lower().startswith("zh")
    sites = [file.location for position, file in files if position.role is Role.SITE]
    text = "".join(site.read_text(encoding="utf-8", errors="ignore") for site in sites)
    return any("\u4e00" <= character <= "\u9fff" for character in text)


def _assemble(parts: _Parts) -> Board | None:
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
        files=tuple(parts.files),
        withheld=tuple(parts.withheld),
    )


def _of_kind(parts: _Parts, kind: type[Any]) -> tuple[Any, ...]:
    return tuple(item for item in parts.items if isinstance(item, kind))


def _join_reviews(parts: _Parts) -> tuple[Review, ...]:
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


def _parse(parts: _Parts, file: FoundFile, fault: Fault) -> tuple[Mapping, Prose] | None:
    """Return a file's mapping and body, or None after reporting why there is none."""
    path = parts.shown(file)
    try:
        text = read_text(file, path)
    except UnreadableError as error:
        parts.take([error.problem], fault)
        return None
    fields = read_fields(text, path, has_fences=file.suffix not in YAML_SUFFIXES)
    parts.take(fields.problems, fault)
    document, node = fields.document, fields.root
    if document is None or fields.is_refused:
        return None
    if not isinstance(node, Mapping):
        place = Place(path=path, line=document.matter_line, column=1)
        parts.report("fields-wanted", place, fault=fault)
        return None
    return node, read_prose(document.body, path, document.body_line)


def _draft(
    parts: _Parts, file: FoundFile, node: Mapping, kind: type[Record], fault: Fault
) -> Draft:
    """Return the draft of a file's record, with the rows of the tables that it names."""
    expansion = expand_tables(node, kind, file, parts.tables)
    parts.take(expansion.remarks, fault)
    draft = draft_record(expansion.node, kind, parts.shown(file), fault)
    draft.problems += [replace(problem, fault=fault) for problem in expansion.problems]
    draft.guessed |= expansion.reported
    return draft


def _read_single(parts: _Parts, file: FoundFile, kind: type[Record], **filled: Any) -> Any:
    """Read a file of the site's own configuration: its faults are the site's."""
    parsed = _parse(parts, file, Fault.SITE)
    if parsed is None:
        return None
    draft = _draft(parts, file, parsed[0], kind, Fault.SITE)
    record = finish_record(draft, kind, infer_published(parsed[0], file.path.stem), **filled)
    parts.problems += draft.problems
    return record


def _read_site(parts: _Parts, position: Position, file: FoundFile) -> None:  # noqa: ARG001
    site = _read_single(parts, file, Site)
    if site:
        parts.sites.append(site)


def _read_calendar(parts: _Parts, position: Position, file: FoundFile) -> None:  # noqa: ARG001
    stem = file.path.stem
    if not (stem.isascii() and stem.isdigit() and len(stem) == 4):
        parts.report("calendar-name", Place(path=parts.shown(file)))
        return
    year = _read_single(parts, file, CalendarYear, year=int(stem))
    if year:
        parts.calendars.append(year)


def _read_street_review(parts: _Parts, position: Position, file: FoundFile) -> None:  # noqa: ARG001
    parsed = _parse(parts, file, Fault.ITEM)
    if parsed is None:
        parts.withheld.append(parts.shown(file))
        return
    draft = _draft(parts, file, parsed[0], StreetReview, Fault.ITEM)
    review = finish_record(draft, StreetReview, None)
    parts.problems += draft.problems
    if review:
        parts.street_reviews.append(review)
    else:
        parts.withheld.append(parts.shown(file))


def _read_committee(parts: _Parts, position: Position, file: FoundFile) -> None:
    committee = _read_single(parts, file, Committee)
    parts.folders.add(position.committee or "")
    if committee and position.committee:
        compounds = tuple(
            compound.model_copy(update={"owner": committee.id, "source": committee.source})
            for compound in committee.compounds
        )
        owned = committee.model_copy(update={"compounds": compounds})
        parts.committees[position.committee] = owned


def _read_item(parts: _Parts, position: Position, file: FoundFile) -> None:
    path, folder = parts.shown(file), position.committee
    if folder and folder not in parts.folders:
        parts.report("committee-missing", Place(path=path), fault=Fault.ITEM, folder=folder)
        parts.folders.add(folder)  # once is enough
    parsed = _parse(parts, file, Fault.ITEM)
    item = _make_item(parts, position, file, parsed) if parsed else None
    if item is None or (folder and folder not in parts.committees):
        parts.withheld.append(path)
    else:
        parts.items.append(item)


def _make_item(
    parts: _Parts, position: Position, file: FoundFile, parsed: tuple[Mapping, Prose]
) -> Item | None:
    node, body = parsed
    kind = _kind_of(position, node)
    draft = _draft(parts, file, node, kind, Fault.ITEM)
    if kind is Notice and draft.values.get("category") not in CATEGORY_WORDS:
        draft.problems.clear()  # which fields a notice may have, its category decides
    published: date | None = infer_published(node, file.path.stem)
    committee = parts.committees.get(position.committee or "")
    owner = committee.id if committee else None
    filled = {"owner": owner, "slug": make_slug(file.path.stem), "body": body}
    item = finish_record(draft, kind, published, **filled)
    parts.problems += draft.problems
    return item


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


def _read_image(parts: _Parts, position: Position, file: FoundFile) -> None:  # noqa: ARG001
    parts.files.append(ContentFile(parts.shown(file), str(file.location), file.digest()))


def _report_misplaced(parts: _Parts, position: Position, file: FoundFile) -> None:  # noqa: ARG001
    code, facts = judge_misplaced(file.path)
    parts.report(code, Place(path=parts.shown(file)), fault=Fault.ITEM, **facts)
    parts.withheld.append(parts.shown(file))


def _pass_over(parts: _Parts, position: Position, file: FoundFile) -> None:
    """Leave a table to the file that names it."""


def _report_unused_tables(parts: _Parts, tables: Iterable[FoundFile]) -> None:
    for table in tables:
        if table.path not in parts.tables.used:
            place = Place(path=parts.shown(table))
            parts.report("table-unused", place, fault=Fault.ITEM, value=table.path.name)
            parts.withheld.append(parts.shown(table))


_READERS: dict[Role, Callable[[_Parts, Position, FoundFile], None]] = {
    Role.SITE: _read_site,
    Role.CALENDAR: _read_calendar,
    Role.STREET_REVIEW: _read_street_review,
    Role.COMMITTEE: _read_committee,
    Role.ITEM: _read_item,
    Role.IMAGE: _read_image,
    Role.TABLE: _pass_over,
    Role.MISPLACED: _report_misplaced,
}
