"""Builds of edited bodies: what shows the words is made again, and all else stands as it is.

Most edits are of a sentence that no list shows. Then nothing need be planned: the views of the last
build (`kept_views`) are taken with the new words, for the page of the item, its posters and the
search. The result is that of a whole build, byte for byte. Whatever is not as usual is left to a
whole build: another file that changed, a problem anywhere about this one, a poster that does not
fit, a file of the output that is not as it was.
"""

import dataclasses
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from jinja2 import TemplateError
from msgspec.structs import replace

from generator.build.kept_views import KeptViews, Setting
from generator.build.last_good import open_last_good
from generator.build.memory import SiteMemory, open_memory
from generator.build.options import BuildOptions, BuildResult
from generator.build.rendering import make_renderer, render_posters
from generator.build.stamps import find_site_theme, make_stamps
from generator.build.unchanged import Note, Start, find_edited, is_intact, leave_note
from generator.frozen import Frozen
from generator.model.folders import committee_folder
from generator.model.item import Item
from generator.plan import addresses
from generator.plan.artifact import Artifact, Kind, Stamps, make_artifact
from generator.plan.bodies import put_words, says_the_same_elsewhere
from generator.plan.search_documents import describe_page, find_parts, name_part, put_documents
from generator.plan.traditional import mirror_page
from generator.plan.views import SearchIndex, SearchPage, Thumbnail
from generator.problems import Problem
from generator.read import find_content
from generator.read.board import read_item
from generator.read.files import FoundFile
from generator.read.memory import ReadItem, make_key
from generator.render.theme import Theme, ThemeMissingError
from generator.write import OutputError
from generator.write.output import Staging, open_staging

_MOST = 20
"""How many files at once: who changes more is served as well by a whole build."""


class Edit(Frozen):
    """An item's file whose body alone was edited."""

    old: Item
    new: Item
    keys: tuple[str, str]
    """What stood for it in the memory, and what does now."""
    digest: str

    @property
    def path(self) -> str:
        """The file, as people see it."""
        return self.new.source.path


def retouch_site(
    note: Note, start: Start, options: BuildOptions, cache: Path | None = None
) -> BuildResult | None:
    """Build a site of which only bodies were edited; None if it has to be built as a whole.

    `cache` is the user's cache folder unless another is given. OSError means that the machine
    failed; then the output is as it was.
    """
    # A whole build tells of these, or reads what there is now.
    with suppress(OutputError, TemplateError, ThemeMissingError, FileNotFoundError):
        return _retouch(note, start, options, cache)
    return None


def _retouch(
    note: Note, start: Start, options: BuildOptions, cache: Path | None
) -> BuildResult | None:
    paths = find_edited(note, start.inputs)
    if options.full or note.today != options.today or not paths or len(paths) > _MOST:
        return None
    with open_memory(options.site, start.moment, cache, reads_all=False) as memory:
        setting = memory.views.open(note.outputs)
        edits = setting and _read_edits(paths, setting, options, memory)
        if not setting or not edits or not _is_quiet(edits, note.result):
            return None
        edits = [edit for edit in edits if edit.keys[0] != edit.keys[1]]
        if not edits:
            return _settle(note, start, options, memory)
        theme = find_site_theme(setting.site, options.site)
        stamps = make_stamps(theme, posters=options.posters)
        artifacts = _plan(edits, memory.views, setting, stamps)
        if artifacts is None:
            return None
        with open_staging(options.output) as staging:
            result = _fill(staging, artifacts, theme, note.result, options)
            if result is None:
                return None
            with open_last_good(options.output) as store:
                sources = {edit.path: {edit.path: edit.digest} for edit in edits}
                store.renew(sources, options.site, options.today)
            staging.commit()
        memory.amend({edit.keys[0] for edit in edits} - {edit.keys[1] for edit in edits})
        with suppress(OSError):  # it is published; a note only spares time
            output = leave_note(result, options, start, note.time_zone)
            memory.views.replace(artifacts, output)
        return result


def _settle(
    note: Note, start: Start, options: BuildOptions, memory: SiteMemory
) -> BuildResult | None:
    """Note that files with another time are the same, or have had time to be edited unseen."""
    if not is_intact(note, options.output):
        return None
    memory.amend(())
    with suppress(OSError):
        leave_note(note.result, options, start, note.time_zone)
    return note.result


def _read_edits(
    paths: Iterable[str], setting: Setting, options: BuildOptions, memory: SiteMemory
) -> list[Edit] | None:
    """Return the edits; None if a file is no item's, is faulty, or has changed in other ways."""
    content = find_content(options.site)
    prefix = "" if content == options.site else f"{content.name}/"
    edits = []
    for path in map(PurePosixPath, paths):
        shown = f"{prefix}{path}"
        folder, before = committee_folder(shown), memory.last_digest(path)
        owner = setting.owners.get(folder) if folder else None
        is_plain = stat.S_ISREG((content / path).lstat().st_mode)
        if before is None or not is_plain or (folder and owner is None):
            return None
        key = make_key(shown, owner, before)
        old = memory.recall(key)
        found = read_item(FoundFile(path, content / path), prefix, owner, memory)
        if not isinstance(old, ReadItem) or found is None or old.problems or found.read.problems:
            return None
        one, other = old.item, found.read.item
        if one is None or other is None or not says_the_same_elsewhere(one, other):
            return None
        edits.append(Edit(one, other, (key, make_key(shown, owner, found.digest)), found.digest))
    return edits


def _is_quiet(edits: Iterable[Edit], last: BuildResult) -> bool:
    """Whether the last build published these files and found nothing to say about them."""
    remarkable = {*last.left_out, *last.standing, *(p.place.path for p in last.problems)}
    return last.published and remarkable.isdisjoint(edit.path for edit in edits)


def _plan(
    edits: Iterable[Edit], views: KeptViews, setting: Setting, stamps: Stamps
) -> list[Artifact] | None:
    """Return what is another file now, each after what it is made of; None if that is unknown."""
    found: list[Artifact] = []
    for edit in edits:
        shown = views.of_source(edit.path)
        before = (_renew(artifact, edit.old, stamps) for artifact in shown)
        # Of what is long over, pages say less than the file did (`plan.retention`).
        if not shown or any(a.key != b.key for a, b in zip(shown, before, strict=True)):
            return None
        found += (_renew(artifact, edit.new, stamps) for artifact in shown)
    search = _plan_search(found, views, setting, stamps)
    if search is None:
        return None
    found += search
    posters = [artifact for artifact in found if artifact.kind is Kind.POSTER]
    return [*found, *(_redraw(a, stamps) for a in posters), *_mirror(found, setting, stamps)]


def _renew(artifact: Artifact, item: Item, stamps: Stamps) -> Artifact:
    view = put_words(artifact.view, item.body)
    return make_artifact(artifact.path, artifact.kind, view, stamps)


def _redraw(poster: Artifact, stamps: Stamps) -> Artifact:
    path, view = addresses.of_thumbnail(poster.path), Thumbnail(poster.path, poster.key)
    return make_artifact(path, Kind.THUMBNAIL, view, stamps)


def _mirror(pages: Iterable[Artifact], setting: Setting, stamps: Stamps) -> Iterator[Artifact]:
    """Yield what the edition in traditional characters has of these pages."""
    names = setting.names
    for page in pages if names else ():
        assert names  # noqa: S101 - see above
        yield from mirror_page(page, names, setting.site.url, stamps)


def _plan_search(
    found: Iterable[Artifact], views: KeptViews, setting: Setting, stamps: Stamps
) -> list[Artifact] | None:
    """Return the parts of the index that these pages change, and the page that asks them."""
    page = views.find(addresses.SEARCH)
    if page is None or not isinstance(page.view, SearchPage):
        return None
    documents = [document for artifact in found for document in describe_page(artifact)]
    names = list(page.view.parts)
    outlines = [outline for part in names if (outline := views.outline(part.address))]
    numbers = find_parts(outlines, documents)
    if numbers is None or len(outlines) != len(names):
        return None
    made: list[Artifact] = []
    for number in numbers:
        kept = views.find(names[number].address)
        if kept is None or not isinstance(kept.view, SearchIndex):
            return None
        view = put_documents(kept.view, documents)
        if view != kept.view:
            part = make_artifact(kept.path, Kind.SEARCH, view, stamps)
            twin = _twin_part(part, view, setting, stamps)
            names[number] = name_part(part, twin)
            made += (part,) if twin is part else (part, twin)
    asking = replace(page.view, parts=tuple(names))
    return [*made, make_artifact(page.path, Kind.PAGE, asking, stamps)]


def _twin_part(part: Artifact, view: SearchIndex, setting: Setting, stamps: Stamps) -> Artifact:
    """Return the part of the index in traditional characters; the same where there is none."""
    if setting.names is None:
        return part
    twin = replace(view, traditional=setting.names)
    return make_artifact(addresses.of_traditional(part.path), Kind.SEARCH, twin, stamps)


def _fill(
    staging: Staging,
    artifacts: list[Artifact],
    theme: Theme,
    last: BuildResult,
    options: BuildOptions,
) -> BuildResult | None:
    """Put these into the staging folder, and all else as it was; None if that cannot be."""
    made = {artifact.path: artifact for artifact in artifacts}
    posters = [artifact for artifact in artifacts if artifact.kind is Kind.POSTER]
    # With a record of what hangs, another poster is another page for the staff.
    if not made.keys() <= staging.previous.files.keys() or (posters and last.recorded):
        return None
    if staging.keep_all(except_for=made) or not _print(staging, posters, made, theme, options):
        return None
    render = make_renderer(theme, staging.read)
    for artifact in artifacts:
        if artifact.kind not in (Kind.POSTER, Kind.THUMBNAIL):
            staging.put(artifact.path, artifact.key, artifact.kind, render(artifact))
    changed = staging.changed()
    printed = [poster.path for poster in posters if poster.path in changed]
    return dataclasses.replace(last, kept=len(staging.files) - len(made), to_print=sorted(printed))


def _print(
    staging: Staging,
    posters: list[Artifact],
    made: Mapping[str, Artifact],
    theme: Theme,
    options: BuildOptions,
) -> bool:
    """Print posters into the staging folder; whether nothing had to be left out of them."""
    for poster, outcome in render_posters(posters, theme, options.workers):
        before = staging.previous.files[poster.path]
        if isinstance(outcome, Problem) or outcome.left_out or before.left_out:
            return False
        preview = outcome.preview
        staging.put(poster.path, poster.key, poster.kind, outcome.pdf, pages=preview.pages)
        picture = made[addresses.of_thumbnail(poster.path)]
        staging.put(picture.path, picture.key, picture.kind, preview.picture)
    return True
