"""Attachments: the files that items name, looked through in a process of its own."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from pathlib import PurePosixPath

from msgspec.structs import replace

from generator.attachments.finding import Format, Inspection, RefusedError
from generator.attachments.inspect import MAX_BYTES, inspect_attachment
from generator.model.attachment import (
    AttachmentContent,
    AttachmentFile,
    AttachmentFlaw,
    fold_attachment,
)
from generator.model.item import SignedItem
from generator.model.personal import Personal
from generator.privacy import ERRORS, mask_text
from generator.problems import Fault, Place
from generator.read.files import FoundFile, UnreadableError, read_bytes
from generator.read.memory import make_key
from generator.read.parts import Parts
from generator.read.personal import find_in_table_name
from generator.supervised import Limits, Reason, SupervisedExecutor, TaskStoppedError

LIMITS = Limits(seconds=10, memory=768 << 20)
"""What looking through an attachment may take. They differ from those of posters, so that a process
which has opened a stranger's file prints nothing."""
ATTACHMENT_SUFFIXES = tuple(f".{form.value}" for form in Format)
_ENOUGH = 6
"""So many attachments are worth the start of another process."""
_STOPPED = {
    Reason.TIME: "attachment-too-slow",
    Reason.MEMORY: "attachment-too-long",
    Reason.DIED: "attachment-damaged",
}
_Content = AttachmentContent | AttachmentFlaw


def read_attachments(parts: Parts, files: Iterable[FoundFile]) -> None:
    """Read the attachments that the items name; note the others. Tables may be attachments too."""
    named = {
        attachment.path_from(item.source.path)
        for item in parts.items
        if isinstance(item, SignedItem)
        for attachment in item.attachments
        if not attachment.is_foreign(item.source.path)
    }
    fresh: list[tuple[AttachmentFile, FoundFile, bytes]] = []
    for file in files:
        path = parts.shown(file)
        found = AttachmentFile(path=path, location=str(file.location), form=_format_of(file))
        if fold_attachment(path) not in named:
            if found.form is not Format.XLSX:
                parts.attachments.append(found)
            continue
        parts.tables.used.add(file.path)
        known = _recall(parts, found, file)
        if known:
            parts.attachments.append(known)
            continue
        try:
            data = read_bytes(file, path, MAX_BYTES)
        except UnreadableError as error:
            parts.take([error.problem], Fault.ITEM)
            continue
        digest = hashlib.sha256(data).hexdigest()
        fresh.append((replace(found, digest=digest), file, data))
    parts.attachments += _inspect_all(parts, fresh)


def is_attachable(file: FoundFile) -> bool:
    """Whether a file has the name of an attachment."""
    return file.suffix in ATTACHMENT_SUFFIXES


def _format_of(file: FoundFile) -> Format:
    return Format(file.suffix.removeprefix("."))


def _recall(parts: Parts, found: AttachmentFile, file: FoundFile) -> AttachmentFile | None:
    """Return what an earlier build has found in a file that has not changed since."""
    memory = parts.memory
    digest = memory.find_digest(file) if memory else None
    if memory is None or digest is None:
        return None
    known = memory.recall(_key_of(found, digest))
    if not isinstance(known, AttachmentContent | AttachmentFlaw):
        return None
    memory.note_digest(file, digest)
    return replace(found, digest=digest, content=known)


def _key_of(found: AttachmentFile, digest: str) -> str:
    return make_key(found.path, "attachment", digest)


def _inspect_all(
    parts: Parts, fresh: list[tuple[AttachmentFile, FoundFile, bytes]]
) -> Iterator[AttachmentFile]:
    if not fresh:
        return
    processes = min(os.cpu_count() or 1, len(fresh) // _ENOUGH + 1)
    with SupervisedExecutor(processes, LIMITS) as executor:
        asked = [executor.submit(inspect_attachment, data, f.form) for f, _, data in fresh]
        for (found, file, _), future in zip(fresh, asked, strict=True):
            content, is_certain = _judge(found, future)
            if parts.memory and is_certain and not _is_delicate(content):
                parts.memory.note_digest(file, found.digest)
                parts.memory.remember(_key_of(found, found.digest), content)
            yield replace(found, content=content)


def _judge(found: AttachmentFile, future: Future[Inspection]) -> tuple[_Content, bool]:
    """Return what came of looking through an attachment, and whether it would the next time."""
    try:
        inspection = future.result()
    except RefusedError as error:
        return AttachmentFlaw(error.code, error.facts), True
    except TaskStoppedError as error:
        return AttachmentFlaw(_STOPPED[error.reason]), False
    except (RecursionError, RuntimeError):  # whatever a library raises for bytes that anybody made
        return AttachmentFlaw("attachment-damaged"), False
    stem = PurePosixPath(found.path).stem
    said = tuple(
        Personal(
            kind=each.kind,
            place=Place(path=found.path, line=each.page),
            value=each.value,
            keys=("attachments",),
        )
        for each in inspection.found
    )
    personal = (*find_in_table_name(found.path, stem), *said)
    return AttachmentContent(
        size=inspection.size, personal=personal, unread=inspection.unread
    ), True


def _is_delicate(content: _Content) -> bool:
    """Whether something personal would be remembered that may not be public."""
    if isinstance(content, AttachmentContent):
        return any(each.kind in ERRORS for each in content.personal)
    return any(mask_text(str(fact)) != str(fact) for fact in content.facts.values())
