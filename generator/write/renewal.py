"""The renewal: the last steps of a build, in which a new site takes the place of the old one.

Until the two are swapped the output is as it was, whatever happens; after that it is the new site.
What other people have put into it stays. What is removed of an old site is what its build made,
found by looking and never by the manifest's own paths.
"""

import errno
import os
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.listing import Listing, folder_of, state_of
from generator.plain_files import is_folder, is_link
from generator.write import mirror
from generator.write.file_tree import FileTree
from generator.write.guard import OutputError
from generator.write.inventory import save_inventory
from generator.write.manifest import MARK, Written
from generator.write.mirror import find_replaced, remove_files, update_mirror
from generator.write.others import (
    Survey,
    find_late,
    find_others,
    move_late,
    remove_old,
    take_over,
    take_over_file,
)
from generator.write.stock import Stock
from generator.write.swap import flush_folder, swap_folders
from generator.write.workshop import Workshop, remove_folder


@dataclass(slots=True)
class Renewal:
    """A new site, complete but for what is taken over, and the old one."""

    output: Path
    workshop: Workshop
    previous: Mapping[str, Written]
    """The files of the old site."""
    stock: Stock
    """Where they are taken over from."""
    files: Mapping[str, Written]
    """The files of the new site."""
    fresh: set[str]
    """Those of them, and its mark, that lie in the workshop and are not taken over."""

    def run(self, mark: str) -> None:
        """Put the new site in the place of the old one; `mark` is the digest of its manifest.

        Raises `OutputError` or OSError before any change.
        """
        new = self.workshop.next
        known = self.previous.keys() | {MARK}
        self._put_together(new)
        survey = find_others(self.output, self.stock.noted or self.stock.found, known)
        self._carry_over(new, survey.others)
        listing = self._verify(new, survey.others)
        flush_folder(new, self.fresh)
        old = self._swap(new)
        late = _publish_late(old, self.output, survey, known) if old else []
        mirrored = self._keep_mirror(old, survey)
        with suppress(OSError):  # it is published; an inventory only spares time
            _list_more(self.output, listing, late)
            self._list_folders(listing)
            save_inventory(self.output, listing, mark, mirrored)

    @property
    def _has_mirror(self) -> bool:
        return self.stock.root == self.workshop.mirror

    def _put_together(self, new: Path) -> None:
        """Make the folder of the new site of what was taken over and what is fresh."""
        if not self._has_mirror:
            self.workshop.fresh.replace(new)
            self._link_kept(new)
            return
        self._tidy_mirror()
        self.workshop.mirror.replace(new)
        remove_files(new, self.stock.found.files.keys() - self.files.keys() - {MARK})
        for folder in _folders_above(self.fresh):
            if folder and is_link(new / folder):
                (new / folder).unlink()
        fresh, tree = self.workshop.fresh, FileTree(new)
        for path in self.fresh:
            os.replace(f"{fresh}/{path}", tree.make_room(path))  # noqa: PTH105 - thousands of times

    def _tidy_mirror(self) -> None:
        """Give the output what somebody has put into the mirror, taking it for the output."""
        found = self.stock.found
        for path in [*(found.files.keys() - self.previous.keys() - {MARK}), *found.odd]:
            with suppress(FileNotFoundError):
                move_late(self.workshop.mirror / path, self.output / path)

    def _link_kept(self, new: Path) -> None:
        tree = FileTree(new, {folder_of(path) for path in self.fresh})
        for path in self.files:
            if path not in self.fresh:
                take_over_file(f"{self.output}/{path}", tree.make_room(path))

    def _carry_over(self, new: Path, others: Iterable[str]) -> None:
        """Take what Linli did not write into the new site."""
        for path in others:
            try:
                (new / path).parent.mkdir(parents=True, exist_ok=True)
                take_over(self.output / path, new / path)
            except (FileExistsError, NotADirectoryError):
                raise OutputError("output-file-foreign", self.output, file=path) from None

    def _verify(self, new: Path, others: Iterable[str]) -> Listing:
        """Return the states of all files; make sure that each has its size.

        Those of a mirror were looked at when they were taken over.
        """
        listing, found = Listing(), self.stock.found.files
        sure = self.files.keys() - self.fresh if self._has_mirror else set()
        for path, written in self.files.items():
            if path in sure:
                listing.files[path] = found[path]
                continue
            state = state_of(os.lstat(f"{new}/{path}"))
            if state[0] != written.size:
                raise OSError(errno.EIO, os.strerror(errno.EIO), f"{new}/{path}")
            listing.files[path] = state
        _list_more(new, listing, [MARK, *others])
        return listing

    def _list_folders(self, listing: Listing) -> None:
        """Complete the listing of what is published now. Raises OSError.

        The folders of a mirror were looked at; only some of them have changed since then.
        """
        files = listing.files
        if self._has_mirror:
            listing.folders = dict(self.stock.found.folders)
            files = {p: s for p, s in files.items() if self.stock.found.files.get(p) != s}
            files |= {p: s for p, s in self.stock.found.files.items() if p not in listing.files}
        came = (f"{path}/" for path in listing.empty)
        _look_at_folders(self.output, [*files, *came], listing.folders)

    def _swap(self, new: Path) -> Path | None:
        try:
            return swap_folders(new, self.output, self.workshop.retired)
        except OSError as error:
            if error.errno in (errno.EBUSY, errno.EXDEV):
                raise OutputError("output-mounted", self.output) from error
            raise

    def _keep_mirror(self, old: Path | None, survey: Survey) -> dict[str, int]:
        """Make a mirror of the old site, or a new one, if one is worth it; else remove it.

        Returns its folders with their times.
        """
        place = old or self.workshop.next
        if len(self.files) >= mirror.WORTH_A_MIRROR:
            with suppress(OSError):
                times = self._update(place, survey, has_old=old is not None)
                remove_folder(self.workshop.mirror)
                place.replace(self.workshop.mirror)
                return times
        remove_folder(self.workshop.mirror)
        remove_old(place, self.output, self.previous.keys() | survey.others | {MARK})
        return {}

    def _update(self, place: Path, survey: Survey, *, has_old: bool) -> dict[str, int]:
        """Bring the old site up to date, of which only what was looked at is sure."""
        if not has_old:
            place.mkdir()
            update_mirror(place, self.output, (), [*self.files, MARK])
            return _look_at_folders(place, [*self.files, MARK], {})
        listed = self.stock.noted or self.stock.found
        gone = (listed.files.keys() | survey.others) - self.files.keys() - {MARK}
        gone = {path for path in gone if folder_of(path) in survey.times}  # not behind a link
        doubtful = [path for path in self.files if folder_of(path) in survey.changed]
        replaced = find_replaced(place, self.output, doubtful)
        update_mirror(place, self.output, gone, self.fresh | replaced)
        return _look_at_folders(place, gone | self.fresh | replaced, survey.times)


def _publish_late(old: Path, output: Path, survey: Survey, known: set[str]) -> list[str]:
    """Move what has come during the swap to the new site; return its paths."""
    late = list(find_late(old, survey, known))
    for path in late:
        with suppress(OSError):
            move_late(old / path, output / path)
    return late


def _list_more(root: Path, listing: Listing, paths: Iterable[str]) -> None:
    """Add to a listing what is at paths."""
    for path in paths:
        found = os.lstat(f"{root}/{path}")
        if is_folder(found):
            listing.empty.add(path)
        else:
            listing.files[path] = state_of(found)
            if not stat.S_ISREG(found.st_mode):
                listing.odd.add(path)


def _look_at_folders(root: Path, touched: Iterable[str], times: dict[str, int]) -> dict[str, int]:
    """Bring the times of folders up to date after something has happened at paths in them.

    A path that ends with a slash is a folder that came itself.
    """
    touched = set(touched)
    folders = _folders_above(touched)
    folders |= touched & times.keys()  # folders that have gone
    for folder in sorted(folders):
        found = None
        with suppress(FileNotFoundError, NotADirectoryError):
            found = os.lstat(f"{root}/{folder}")
        if found is not None and is_folder(found):
            times[folder] = found.st_mtime_ns
        else:
            times.pop(folder, None)
    return times


def _folders_above(paths: Iterable[str]) -> set[str]:
    """Return the folders around files and folders, with the outermost, which has no name."""
    found = set[str]()
    around = set(map(folder_of, paths))
    while around:
        found |= around
        around = set(map(folder_of, around)) - found
    return found
