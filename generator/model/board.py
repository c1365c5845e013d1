"""The `Board`: everything that the content folder says, typed, joined and ready to be asked."""

import heapq
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from msgspec.structs import replace

from generator.frozen import Frozen
from generator.model.attachment import Attachment, AttachmentFile, fold_attachment
from generator.model.committee import Committee, Compound
from generator.model.event import Event
from generator.model.filed import FiledItem
from generator.model.group import Group
from generator.model.issue import Issue
from generator.model.item import Item
from generator.model.notice import Notice
from generator.model.picture import PictureFile
from generator.model.printed import NOTHING_PRINTED, PrintRecord
from generator.model.prose import Target
from generator.model.record import Source
from generator.model.review import Review, ReviewEntry
from generator.model.scope import ScopeEntry
from generator.model.service import ServiceSchedule
from generator.model.site import Site
from generator.schedule import Calendar

ItemT = TypeVar("ItemT", bound=Item)


class Board(Frozen, dict=True, gc=True):
    """A street's notice boards as one value: no IO, no clock, the same for the same files."""

    site: Site
    calendar: Calendar
    committees: tuple[Committee, ...] = ()
    groups: tuple[Group, ...] = ()
    events: tuple[Event, ...] = ()
    services: tuple[ServiceSchedule, ...] = ()
    notices: tuple[Notice, ...] = ()
    issues: tuple[Issue, ...] = ()
    reviews: tuple[Review, ...] = ()
    pictures: tuple[PictureFile, ...] = ()
    attachments: tuple[AttachmentFile, ...] = ()
    withheld: tuple[str, ...] = ()
    """Paths of files that are on disk but were left out for their errors."""
    other_sources: tuple[Source, ...] = ()
    """The files of which the board has no record of their own: calendars."""
    filed: tuple[FiledItem, ...] = ()
    """What is long over and known from an earlier build; it stands in no other field."""
    printed: PrintRecord = NOTHING_PRINTED
    """What hangs on the boards, as far as it was printed by Linli."""

    def without(self, paths: Collection[str]) -> "Board":
        """Return the board without the items that stand in these files, and without attachments."""
        if not paths:
            return self

        def keep(items: tuple[ItemT, ...]) -> tuple[ItemT, ...]:
            return tuple(item for item in items if item.source.paths.isdisjoint(paths))

        return replace(
            self,
            groups=keep(self.groups),
            events=keep(self.events),
            services=keep(self.services),
            notices=keep(self.notices),
            issues=keep(self.issues),
            reviews=tuple(
                Review(review.street, keep(review.entries))
                for review in self.reviews
                if review.street.source.paths.isdisjoint(paths)
            ),
            attachments=tuple(file for file in self.attachments if file.path not in paths),
        )

    @property
    def items(self) -> Iterator[Item]:
        """Everything with a page of its own, kind by kind."""
        yield from self.groups
        yield from self.events
        yield from self.services
        yield from self.notices
        yield from self.issues
        yield from self.review_entries

    @cached_property
    def everything(self) -> tuple[Item | FiledItem, ...]:
        """All items, kind by kind and by their files, also those that are filed."""
        return (
            *self.groups,
            *self._with_filed(Event, self.events),
            *self._with_filed(ServiceSchedule, self.services),
            *self._with_filed(Notice, self.notices),
            *self.issues,
            *self.review_entries,
        )

    def _with_filed(self, kind: type[Item], items: Sequence[Item]) -> Iterable[Item | FiledItem]:
        filed = (item for item in self.filed if item.folder == kind.folder)
        return heapq.merge(items, filed, key=lambda item: path_of(item).split("/"))

    @property
    def review_entries(self) -> Iterator[ReviewEntry]:
        """The committees' entries of all years."""
        for review in self.reviews:
            yield from review.entries

    @cached_property
    def compounds(self) -> tuple[Compound, ...]:
        """All compounds, by committee."""
        return tuple(c for committee in self.committees for c in committee.compounds)

    @cached_property
    def committees_by_name(self) -> dict[str, Committee]:
        """Committees by id and by name."""
        return {key: c for c in self.committees for key in (c.name, c.id)}

    @cached_property
    def compounds_by_name(self) -> dict[str, Compound]:
        """Compounds by name, by old names, and by id."""
        return _name_compounds(self.compounds)

    @cached_property
    def _compounds_by_owner(self) -> dict[str, dict[str, Compound]]:
        """The compounds of each committee, by its id, in the same way."""
        return {c.id: _name_compounds(c.compounds) for c in self.committees}

    def last_day_of(self, item: Event | Notice) -> date | None:
        """Return the last day of an event or a notice; of this board's own it is found once."""
        known = self._last_days.get(id(item))
        return known[1] if known else item.last_day(self.calendar)

    @cached_property
    def _last_days(self) -> dict[int, tuple[Event | Notice, date | None]]:
        # By identity: to compare two events takes longer than to work out their days.
        dated: tuple[Event | Notice, ...] = (*self.events, *self.notices)
        return {id(item): (item, item.last_day(self.calendar)) for item in dated}

    @cached_property
    def groups_by_name(self) -> dict[str, Group]:
        """Groups by name and by slug."""
        return {key: g for g in self.groups for key in (g.name, g.slug)}

    def find_group(self, name: str, owner: str | None) -> Group | None:
        """Return the group of this name or slug; of several, the one of `owner`."""
        return self._groups_by_owner.get((owner, name)) or self.groups_by_name.get(name)

    @cached_property
    def _groups_by_owner(self) -> dict[tuple[str | None, str], Group]:
        return {(g.owner, key): g for g in self.groups for key in (g.name, g.slug)}

    def committee(self, id: str) -> Committee:  # noqa: A002 - the word of the content format
        """Return the committee with this id. Raises KeyError."""
        return self.committees_by_name[id]

    def find_announcement(self, name: str, owner: str | None) -> Notice | None:
        """Return the notice in the file `name`; of several, the one of `owner` (an issue's own)."""
        found = [notice for notice in self.notices if notice.source.stem == name]
        return next((n for n in found if n.owner == owner), found[0] if found else None)

    def find_issue(self, number: str, owner: str | None) -> Issue | None:
        """Return the issue of this number; of several, the one of `owner` (a notice's own)."""
        found = self._issues_by_number.get(number, ())
        return next((i for i in found if i.owner == owner), found[0] if found else None)

    @cached_property
    def _issues_by_number(self) -> dict[str, list[Issue]]:
        table: dict[str, list[Issue]] = {}
        for issue in self.issues:
            table.setdefault(issue.number, []).append(issue)
        return table

    def find_scope(self, entry: ScopeEntry, owner: str | None = None) -> tuple[Compound, ...]:
        """Return the compounds that one entry of 范围 names; none if nobody knows the name.

        Where two committees have a compound of one name, the `owner` of the item means its own.
        """
        if entry.everywhere:
            return self.compounds
        own = self._compounds_by_owner.get(owner or "", {}).get(entry.name)
        if own:
            return (own,)
        if entry.name in self.compounds_by_name:
            return (self.compounds_by_name[entry.name],)
        if entry.name in self.committees_by_name:
            return self.committees_by_name[entry.name].compounds
        return ()

    def find_attachment(self, item: Item, attachment: Attachment) -> AttachmentFile | None:
        """Return the file that an item names; None if it is not there, or another committee's."""
        source = item.source.path
        if attachment.is_foreign(source):
            return None
        return self._attachments_by_path.get(attachment.path_from(source))

    @cached_property
    def _attachments_by_path(self) -> dict[str, AttachmentFile]:
        return {fold_attachment(file.path): file for file in self.attachments}

    def compounds_of(self, item: Item) -> tuple[Compound, ...]:
        """Return the compounds an item is for: its scope, else all of its owner, else all."""
        if item.scope:
            scopes = (self.find_scope(entry, item.owner) for entry in item.scope)
            found = {compound.id: compound for scope in scopes for compound in scope}
            return tuple(found.values())
        return self.compounds if item.owner is None else self.committee(item.owner).compounds

    @cached_property
    def _by_compound(self) -> dict[str, tuple[Item | FiledItem, ...]]:
        table: dict[str, list[Item | FiledItem]] = {compound.id: [] for compound in self.compounds}
        for item in self.everything:
            for compound_id in self._ids_of(item):
                table[compound_id].append(item)
        return {key: tuple(items) for key, items in table.items()}

    def _ids_of(self, item: Item | FiledItem) -> Iterable[str]:
        if isinstance(item, FiledItem):
            return item.compounds
        return (compound.id for compound in self.compounds_of(item))

    def everything_in(self, compound: Compound) -> tuple[Item | FiledItem, ...]:
        """Return all that is for `compound`, also what is filed."""
        return self._by_compound[compound.id]

    def may_leave(self, owner: str | None) -> bool:
        """Whether items of this owner may be for compounds of others: the street's always may."""
        if owner is None:
            return True
        committee = self.committee(owner)
        return not {committee.id, committee.name}.isdisjoint(self.site.street_wide)

    def in_scope(self, compound: Compound, kind: type[ItemT]) -> tuple[ItemT, ...]:
        """Return the items of one kind that are for `compound`."""
        key = (compound.id, kind)
        if key not in self._by_compound_and_kind:
            found = tuple(i for i in self._by_compound[compound.id] if isinstance(i, kind))
            self._by_compound_and_kind[key] = found
        return cast("tuple[ItemT, ...]", self._by_compound_and_kind[key])

    @cached_property
    def _by_compound_and_kind(self) -> dict[tuple[str, type[Item]], tuple[Item, ...]]:
        return {}  # filled as it is asked for


def path_of(item: Item | FiledItem) -> str:
    """Return the content file of an item."""
    return item.path if isinstance(item, FiledItem) else item.source.path


def targets_of(item: Item | FiledItem) -> tuple[Target, ...]:
    """Return what the body of an item leads to and shows; of what is filed, in the content only."""
    return item.targets if isinstance(item, FiledItem) else item.body.targets


def _name_compounds(compounds: Sequence[Compound]) -> dict[str, Compound]:
    """Return compounds by name, by old names, and by id."""
    table: dict[str, Compound] = {}
    for compound in compounds:
        for former in compound.merged_from:
            table.setdefault(former.name, compound)
            table.setdefault(former.id, compound)
    current = {key: c for c in reversed(compounds) for key in (c.name, c.id)}
    return table | current
