"""One publish from end to end: look, announce, put wave after wave, delete, record."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from generator.frozen import Frozen
from generator.publish.failures import Interrupted, PublishError
from generator.publish.host import Host
from generator.publish.lock import Lock
from generator.publish.order import Turns, find_turns
from generator.publish.record import RECORD, Record, RecordError, load_record
from generator.publish.source import Source

PAUSES = (1.0, 2.0, 4.0, 8.0, 16.0)
"""Seconds to wait before a cut connection is tried again, each time it is cut in a row."""
BATCH_FILES, BATCH_BYTES = 200, 32 * 2**20
_HARMLESS = ("CNAME", "lost+found")
"""Names that may stand in a folder that counts as empty, besides those that begin with a dot."""

Progress = Callable[[int, int], None]
T = TypeVar("T")


def _tell_nobody(done: int, total: int) -> None:
    """Show nothing."""


class PublishOptions(Frozen, kw_only=True):
    """How to publish."""

    dry_run: bool = False
    adopt: bool = False
    """Publish among files that Linli did not put there; they stay, unless they have our paths."""
    verify: bool = False
    """Believe no record, and look at every file at the target."""
    progress: Progress = _tell_nobody
    pauses: Sequence[float] = PAUSES
    sleep: Callable[[float], None] = time.sleep


@dataclass(slots=True)
class Published:
    """What a publish did, or with `dry_run` would do."""

    uploads: list[str] = field(default_factory=list)
    """In the order in which they went up."""
    deletions: list[str] = field(default_factory=list)
    kept: int = 0
    """Files that were there already."""
    size: int = 0
    """Bytes of what went up."""
    verification: str = ""
    """The code of the words for how it was verified."""


def publish_site(source: Source, host: Host, options: PublishOptions) -> Published:
    """Bring a target to what `source` is.

    Raises `PublishError`, and `Interrupted` if the connection failed for good. If that has `begun`,
    no page at the target points at a missing file all the same, and the next publish goes on.
    """
    task = _Task(source, host, options)
    try:
        return task.run()
    except PublishError as error:
        error.begun = task.begun
        raise
    finally:
        host.close()


class _Task:
    """The parts of one publish that its steps share."""

    def __init__(self, source: Source, host: Host, options: PublishOptions) -> None:
        self._source = source
        self._host = host
        self._options = options
        self._is_open = False
        self.begun = False

    def run(self) -> Published:
        record = self.insist(self._read_record)
        if self._options.dry_run:
            return self._report(self.insist(lambda: self._find_turns(record)))
        if not self._options.verify and not record.unsure and record.files == self._source.entries:
            return self._report(Turns((), ()))
        lock = Lock(self._host)
        try:
            self.insist(lock.take)
            record = self.insist(self._read_record)  # another publish may just have ended
            turns = self.insist(lambda: self._find_turns(record))
            self._carry_out(turns, record, lock)
            self.insist(lock.release)
        except PublishError as error:
            if not isinstance(error, Interrupted) and error.code != "publish-busy":
                self._free(lock)
            raise
        finally:
            lock.forget()
        return self._report(turns)

    def _free(self, lock: Lock) -> None:
        """Free the lock after a failure, if that can be done; else it is abandoned."""
        try:
            lock.release()
        except PublishError:
            return

    def _read_record(self) -> Record:
        """Return what is at the target already. Raises `PublishError` if it is not ours."""
        try:
            record = load_record(self._host.read(RECORD))
        except RecordError:
            if not self._options.adopt:
                raise PublishError("publish-record-damaged", file=RECORD) from None
            record = None
        if record is not None:
            return record
        foreign = [name for name in self._host.list_top() if not _is_harmless(name)]
        if foreign and not self._options.adopt:
            raise PublishError("publish-foreign", file=min(foreign))
        # What an adopted folder holds under our paths may be right already: look, do not believe.
        known = self._source.entries if foreign else {}
        return Record(dict(known), frozenset(known))

    def _find_turns(self, record: Record) -> Turns:
        wanted = self._source.entries
        there = record.files
        doubtful = [path for path in wanted if path in there and self._is_doubtful(path, record)]
        survey = self._host.survey([self._source.upload(path) for path in doubtful])
        missing = (wanted.keys() - there.keys()) | survey.missing
        changed = (
            {path for path in wanted if path in there and there[path] != wanted[path]}
            | set(doubtful)
        ) - survey.same - missing  # fmt: skip
        gone = there.keys() - wanted.keys()
        return find_turns(changed, missing, gone, lambda path: self._source.upload(path).read())

    def _is_doubtful(self, path: str, record: Record) -> bool:
        return path in record.unsure or self._options.verify

    def _carry_out(self, turns: Turns, record: Record, lock: Lock) -> None:
        uploads = [path for wave in turns.uploads for path in wave]
        deletions = [path for wave in turns.deletions for path in wave]
        wanted = self._source.entries
        announced = record.announce({path: wanted[path] for path in uploads}, deletions)
        self.insist(lambda: self._host.write(RECORD, announced.dump()))
        self.begun = True
        done, total = 0, len(uploads) + len(deletions)
        for wave in turns.uploads:
            for batch in self._split(wave):
                self.insist(partial(self._put, batch, lock))
                done += len(batch)
                self._options.progress(done, total)
        self.insist(lambda: self._sweep(record, lock))
        for wave in turns.deletions:
            self.insist(partial(self._host.remove, wave))
            done += len(wave)
            self._options.progress(done, total)
        self.insist(lambda: self._host.write(RECORD, Record(wanted).dump()))

    def _put(self, batch: Sequence[str], lock: Lock) -> None:
        lock.renew()
        self._host.put([self._source.upload(path) for path in batch])

    def _sweep(self, record: Record, lock: Lock) -> None:
        """Remove what an earlier publish had on its way when it was cut off."""
        lock.renew()
        self._host.sweep({path: record.files[path] for path in sorted(record.unsure)})

    def _split(self, wave: Sequence[str]) -> Iterator[list[str]]:
        """Divide a wave into what is a matter of minutes even on a slow line."""
        batch: list[str] = []
        size = 0
        for path in wave:
            step = self._source.entries[path].size
            if batch and (len(batch) >= BATCH_FILES or size + step > BATCH_BYTES):
                yield batch
                batch, size = [], 0
            batch.append(path)
            size += step
        if batch:
            yield batch

    def insist(self, act: Callable[[], T]) -> T:
        """Do something, with a new connection and a longer pause each time the old one was cut."""
        for pause in self._options.pauses:
            try:
                return self._act(act)
            except Interrupted:
                self._is_open = False
                self._host.close()
                self._options.sleep(pause)
        return self._act(act)

    def _act(self, act: Callable[[], T]) -> T:
        if not self._is_open:
            self._host.open()
            self._is_open = True
        return act()

    def _report(self, turns: Turns) -> Published:
        uploads = [path for wave in turns.uploads for path in wave]
        return Published(
            uploads=uploads,
            deletions=[path for wave in turns.deletions for path in wave],
            kept=len(self._source.entries) - len(uploads),
            size=sum(self._source.entries[path].size for path in uploads),
            verification=self._host.verification if uploads else "",
        )


def _is_harmless(name: str) -> bool:
    return name.startswith(".") or name in _HARMLESS
