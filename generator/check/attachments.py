"""Attachments that cannot be published, those that nobody names, and names that lead nowhere.

An attachment with an error is left out; the page of its item is published without it.
"""

import posixpath
from collections.abc import Iterator, Mapping
from datetime import date

from generator.model.attachment import (
    FORMAT_WORDS,
    AttachmentContent,
    AttachmentFile,
    AttachmentFlaw,
)
from generator.model.board import Board
from generator.model.item import SignedItem
from generator.problems import Fact, Place, Problem, Severity, near_misses

_SHOWN = 10
"""So many numbers of pages are told."""
_ITEM_SUFFIXES = (".md", ".yaml", ".yml")


def check_attachments(board: Board, today: date) -> Iterator[Problem]:  # noqa: ARG001
    """Find what is wrong with attachments: at the file itself, or where an item names it."""
    for item in board.items:
        if isinstance(item, SignedItem) and item.attachments:
            yield from _check_names(board, item)
    is_known = not any(path.endswith(_ITEM_SUFFIXES) for path in board.withheld)
    for file in board.attachments:
        if file.content is not None:
            yield from _check_file(board, file)
        elif is_known:  # else the file that names it may be one that could not be read
            yield _report(file, "attachment-unused", {"value": posixpath.basename(file.path)})


def _check_names(board: Board, item: SignedItem) -> Iterator[Problem]:
    """Check what an item names; its page is published without what is not there."""
    seen = dict[str, str]()
    for number, attachment in enumerate(item.attachments):
        place = item.source.place("attachments", number)
        value = attachment.file
        if attachment.is_foreign(item.source.path):
            yield _warn(place, "attachment-foreign", {"value": value})
        elif posixpath.splitext(value)[1].lower().removeprefix(".") not in FORMAT_WORDS:
            yield _warn(place, "attachment-ending", {"value": value})
        elif (file := board.find_attachment(item, attachment)) is None:
            yield _warn(place, "attachment-missing", _find_near(board, item, value))
        else:
            other = seen.setdefault(file.public_name, value)
            if other is not value:
                yield _warn(place, "attachment-twice", {"value": value, "other": other})


def _find_near(board: Board, item: SignedItem, value: str) -> dict[str, Fact]:
    folder = posixpath.dirname(item.source.path)
    known = [posixpath.relpath(file.path, folder) for file in board.attachments]
    near = near_misses(value, known)
    return {"value": value, "near": near[0] if near else "—"}


def _check_file(board: Board, file: AttachmentFile) -> Iterator[Problem]:
    name = posixpath.basename(file.path)
    if file.form not in board.site.attachment_types:
        yield _report(file, "attachment-not-allowed", {"value": name, "ending": file.form.value})
    elif isinstance(file.content, AttachmentFlaw):
        yield _report(file, file.content.code, {"value": name} | dict(file.content.facts))
    elif isinstance(file.content, AttachmentContent) and file.content.unread:
        pages = "\n".join(map(str, file.content.unread[:_SHOWN]))
        facts: dict[str, Fact] = {"value": name, "pages": pages}
        yield _warn(Place(path=file.path), "attachment-unread", facts)


def _report(file: AttachmentFile, code: str, facts: Mapping[str, Fact]) -> Problem:
    return Problem(place=Place(path=file.path), code=code, facts=facts)


def _warn(place: Place, code: str, facts: Mapping[str, Fact]) -> Problem:
    return Problem(place=place, code=code, severity=Severity.WARNING, facts=facts)
