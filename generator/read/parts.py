"""What has been read so far, and how one file of any kind becomes a draft of its record."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from generator.frozen import Frozen
from generator.model.attachment import AttachmentFile
from generator.model.calendar import CalendarYear
from generator.model.committee import Committee
from generator.model.filed import FiledItem
from generator.model.item import Item
from generator.model.picture import PictureFile
from generator.model.prose import Prose
from generator.model.record import Record, Source
from generator.model.review import StreetReview
from generator.model.site import Site
from generator.problems import Fact, Fault, Place, Problem, Severity
from generator.read.fields import read_fields
from generator.read.files import (
    MAX_TEXT_BYTES,
    FoundFile,
    UnreadableError,
    decode_text,
    read_bytes,
)
from generator.read.layout import YAML_SUFFIXES
from generator.read.markdown import read_prose
from generator.read.memory import Memory
from generator.read.personal import (
    find_in_file,
)
from generator.read.records import Draft, draft_record
from generator.read.tables import Tables, expand_tables
from generator.read.yaml_nodes import Mapping

Versions = dict[str, dict[str, bytes]]
"""For files by path the bytes of another version: their own, and of the tables that it names."""


class Parsed(Frozen):
    """A file in its parts."""

    node: Mapping
    body: Prose
    text: str
    """All of it, as it is written."""
    body_line: int
    """The number of the body's first line."""


@dataclass(slots=True)
class Parts:
    """The records read so far."""

    prefix: str
    tables: Tables
    memory: Memory | None = None
    instead: Versions = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    sites: list[Site] = field(default_factory=list)
    calendars: list[CalendarYear] = field(default_factory=list)
    calendar_sources: list[Source] = field(default_factory=list)
    street_reviews: list[StreetReview] = field(default_factory=list)
    committees: dict[str, Committee] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)
    """Committees' folders that have their file, be it right or wrong, or were reported."""
    items: list[Item] = field(default_factory=list)
    known: dict[str, FiledItem] = field(default_factory=dict)
    """What an earlier build has filed, by path."""
    filed: list[FiledItem] = field(default_factory=list)
    """What of that has not changed since."""
    pictures: list[PictureFile] = field(default_factory=list)
    attachments: list[AttachmentFile] = field(default_factory=list)
    withheld: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def shown(self, file: FoundFile) -> str:
        """Return a file's path as people see it, from the site's folder."""
        return f"{self.prefix}{file.path}"

    def report(self, code: str, place: Place, *, fault: Fault = Fault.SITE, **facts: Fact) -> None:
        """Note a problem."""
        self.problems.append(Problem(place=place, code=code, fault=fault, facts=facts))

    def tables_of(self, file: FoundFile) -> Tables:
        """Return the tables that a file can name: of another version, those it came with."""
        version = self.instead.get(self.shown(file))
        if version is None:
            return self.tables
        kept = [
            FoundFile(PurePosixPath(path.removeprefix(self.prefix)), file.location, data)
            for path, data in version.items()
        ]
        tables = Tables(kept, self.prefix, self.digests)
        tables.used = self.tables.used
        return tables

    def take(self, problems: Iterable[Problem], fault: Fault) -> None:
        """Note what is wrong with a file's text."""
        self.problems += [replace(problem, fault=fault) for problem in problems]


def parse_file(parts: Parts, file: FoundFile, fault: Fault) -> Parsed | None:
    """Return a file in its parts, or None after reporting why there are none."""
    path = parts.shown(file)
    try:
        data = read_bytes(file, path, MAX_TEXT_BYTES)
        parts.digests[path] = hashlib.sha256(data).hexdigest()
        text = decode_text(data, path, MAX_TEXT_BYTES)
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
    body, problems = read_prose(document.body, path, document.body_line)
    parts.take(problems, fault)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return None
    return Parsed(node, body, text, document.body_line)


def draft_file(
    parts: Parts, file: FoundFile, parsed: Parsed, kind: type[Record], fault: Fault
) -> Draft:
    """Return the draft of a file's record, with the rows of the tables that it names.

    What is personal in any of that is noted.
    """
    expansion = expand_tables(parsed.node, kind, file, parts.tables_of(file))
    parts.take(expansion.remarks, fault)
    draft = draft_record(expansion.node, kind, parts.shown(file), fault)
    draft.problems += [replace(problem, fault=fault) for problem in expansion.problems]
    draft.guessed |= expansion.reported
    draft.personal += find_in_file(
        draft, file.path.stem, parsed.text, parsed.body, parsed.body_line
    )
    return draft
