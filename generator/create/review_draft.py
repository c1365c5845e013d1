"""Drafts of annual reviews: numbers from a committee's own files, and the items behind each.

A draft is for people to finish: its project and summary are left blank, so that it is not published
before somebody has filled them in. Every number that was counted is in it; those of the theme with
the most items are live, the others are comments that take effect once `# ` is deleted.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path, PurePosixPath
from string import Template
from typing import Any

import yaml

from generator.create.comments import clean, quote
from generator.create.files import NewFile
from generator.create.guide import Guide, read_template
from generator.create.item import FENCE
from generator.create.places import find_folder, free_stem
from generator.create.shapes import name_in
from generator.frozen import Frozen
from generator.model.board import Board
from generator.model.record import Figure
from generator.model.review import ReviewEntry, StreetReview, Theme
from generator.model.tally import Count, Part, ThemeTally, What, tally_year

_FOLDER = "reviews"
_EACH_ONE = (What.EVENTS, What.SERVICES, What.ISSUES, What.ISSUES_CLOSED)
"""Counts to which each item adds one."""


class ReviewDraft(Frozen, kw_only=True):
    """What somebody wants counted: a year, up to and including `last`, of some committees."""

    site: Path
    content: Path
    board: Board
    last: date
    committees: tuple[str, ...]
    """Their ids."""
    language: str = "zh"

    @property
    def first(self) -> date:
        """The first day that counts."""
        return date(self.last.year, 1, 1)


class Drafted(Frozen):
    """The files of a draft, and the names of committees that have an entry for the year already."""

    files: tuple[NewFile, ...]
    kept: tuple[str, ...]


def draft_review(wish: ReviewDraft) -> Drafted:
    """Draft the entries that are not there, and the street's review if its year has none."""
    themes, has_street = _find_themes(wish)
    tallies = {
        committee: tally_year(wish.board, committee, themes, wish.first, wish.last)
        for committee in wish.committees
    }
    files, kept = [], []
    for committee, tally in tallies.items():
        if _has_entry(wish, committee):
            kept.append(wish.board.committee(committee).name)
        else:
            files.append(_write_entry(wish, committee, tally))
    if not has_street:
        files.append(_write_street(wish, themes, tallies))
    return Drafted(tuple(files), tuple(kept))


def _find_themes(wish: ReviewDraft) -> tuple[tuple[Theme, ...], bool]:
    """Return the themes of the year, and whether they are its own.

    A year without a file has those of the latest one before it or, if there is none, a sample's.
    """
    reviews = [r.street for r in wish.board.reviews if r.street.year <= wish.last.year]
    stem = str(wish.last.year)
    exists = free_stem(wish.content, _FOLDER, stem) != stem
    if reviews:
        return reviews[-1].themes, exists or reviews[-1].year == wish.last.year
    sample, _ = Guide(wish.last, wish.language).sample("street-review.yaml")
    number, name = (name_in(Theme, field, wish.language) for field in ("number", "name"))
    listed = sample[name_in(StreetReview, "themes", wish.language)]
    return tuple(Theme(number=theme[number], name=theme[name]) for theme in listed), exists


def _owner_folder(wish: ReviewDraft, committee: str) -> Path:
    return (wish.site / wish.board.committee(committee).source.path).parent


def _has_entry(wish: ReviewDraft, committee: str) -> bool:
    """Whether there is an entry, or a file that cannot be read where it would be."""
    year, folder = wish.last.year, _owner_folder(wish, committee)
    entries = [e for e in wish.board.review_entries if e.owner == committee]
    return any(e.year == year for e in entries) or free_stem(folder, _FOLDER, str(year)) != str(
        year
    )


def _new_file(wish: ReviewDraft, owner: Path, suffix: str, lines: Iterable[str]) -> NewFile:
    path = owner / find_folder(owner, _FOLDER) / f"{wish.last.year}{suffix}"
    relative = PurePosixPath(path.relative_to(wish.site).as_posix())
    return NewFile(relative, "\n".join(lines) + "\n")


def _write_entry(wish: ReviewDraft, committee: str, tally: tuple[ThemeTally, ...]) -> NewFile:
    words = _words(wish.language)
    name = wish.board.committee(committee).name
    named = [theme for theme in tally if theme.theme]
    main = max(named or tally, key=lambda theme: theme.size, default=None)
    fields = {f: name_in(ReviewEntry, f, wish.language) for f in ("year", "project", "summary")}
    lines = [
        FENCE.strip(),
        *(f"## {_fill(line, wish, owner=name)}" for line in words["entry_head"]),
        f"{fields['year']}: {wish.last.year}",
        *_theme_lines(wish, tally, main.theme if main else None),
        f"## {words['project']}",
        f"{fields['project']}:",
        f"## {words['summary']}",
        f"{fields['summary']}:",
        *_figure_lines(wish, tally, main),
        FENCE.strip(),
        words["body"],
    ]
    return _new_file(wish, _owner_folder(wish, committee), ".md", lines)


def _theme_lines(
    wish: ReviewDraft, tally: tuple[ThemeTally, ...], theme: Theme | None
) -> Iterator[str]:
    words = _words(wish.language)
    yield f"## {_fill(words['theme'], wish, found=_sizes(wish, tally))}"
    if any(one.theme is None for one in tally):
        yield f"## {words['no_theme_hint']}"
    name = name_in(ReviewEntry, "theme", wish.language)
    yield f"{name}: {quote(theme.number)}" if theme else f"{name}:"


def _figure_lines(
    wish: ReviewDraft, tally: tuple[ThemeTally, ...], main: ThemeTally | None
) -> Iterator[str]:
    if main is None:
        yield f"## {_words(wish.language)['nothing']}"
        return
    name = name_in(ReviewEntry, "figures", wish.language)
    yield f"{name}:" if main.counts else f"# {name}:"
    for one in sorted(tally, key=lambda one: one is not main):
        yield f"  ## {_theme_title(wish, one.theme)}"
        for count in one.counts:
            live = "  " if one is main else "  # "
            yield from (f"{live}{line}" for line in _figure(wish, count))
            told = count.what not in _EACH_ONE
            yield from (f"  ##   {_describe(wish, part, told=told)}" for part in count.parts)
        if one.left_out:
            yield f"  ## {_words(wish.language)['left_out']}"
            yield from (f"  ##   {_describe(wish, part, told=True)}" for part in one.left_out)


def _figure(wish: ReviewDraft, count: Count) -> tuple[str, str]:
    words = _words(wish.language)
    known = words["counts"].get(count.what, {"name": count.name, "unit": count.unit})
    name, value = (name_in(Figure, field, wish.language) for field in ("name", "value"))
    about = "" if count.exact else words["about"]
    written = f"{about}{_plain(count.total)}{known['unit']}"
    return f"- {name}: {quote(known['name'])}", f"  {value}: {quote(written)}"


def _describe(wish: ReviewDraft, part: Part, *, told: bool) -> str:
    """Return what an item adds, for a comment: its file, its title, and if `told` how much."""
    title = clean(str(getattr(part.item, "title", part.item.slug)))
    name = clean(" ".join(filter(None, (title, part.name))))
    amount = (clean(part.written) or _plain(part.amount)) if told else ""
    words = _words(wish.language)
    line = _fill(words["part"], wish, path=part.item.source.path, title=name, amount=amount)
    return line.rstrip()


def _write_street(
    wish: ReviewDraft, themes: tuple[Theme, ...], tallies: Mapping[str, tuple[ThemeTally, ...]]
) -> NewFile:
    """Return the street's review of a year, which can be published as it is."""
    words, language = _words(wish.language), wish.language
    sample, _ = Guide(wish.last, language).sample("street-review.yaml")
    fields = [name_in(StreetReview, f, language) for f in ("title", "year", "origin", "themes")]
    title, year, origin, theme_list = fields
    number, name = (name_in(Theme, field, language) for field in ("number", "name"))
    lines = [f"## {_fill(line, wish)}" for line in words["street_head"]]
    for committee, tally in tallies.items():
        facts = {"owner": wish.board.committee(committee).name, "found": _sizes(wish, tally)}
        lines.append(f"##   {_fill(words['committee_size'], wish, **facts)}")
    lines += [f"{title}: {quote(sample[title])}", f"{year}: {wish.last.year}", f"{origin}:"]
    lines += [f"  {key}: {quote(value)}" for key, value in sample[origin].items()]
    lines.append(f"{theme_list}:")
    for theme in themes:
        lines += [f"  - {number}: {quote(theme.number)}", f"    {name}: {quote(theme.name)}"]
    return _new_file(wish, wish.content, ".yaml", lines)


def _sizes(wish: ReviewDraft, tally: tuple[ThemeTally, ...]) -> str:
    """Return how many items each theme has, in words."""
    words = _words(wish.language)
    found = [
        _fill(words["theme_size"], wish, theme=_theme_title(wish, one.theme), size=str(one.size))
        for one in tally
    ]
    return str(words["separator"]).join(found) or str(words["none"])


def _theme_title(wish: ReviewDraft, theme: Theme | None) -> str:
    named = clean(f"{theme.number} {theme.name}") if theme else _words(wish.language)["no_theme"]
    return str(named)


def _fill(text: str, wish: ReviewDraft, **facts: str) -> str:
    days = {"first": wish.first.isoformat(), "last": wish.last.isoformat()}
    return Template(text).substitute(days, **facts)


def _plain(amount: Decimal) -> str:
    return f"{amount.normalize():f}"


@cache
def _words(language: str) -> dict[str, Any]:
    text = read_template("review-draft.yaml", language)
    words: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - nothing but text
    return words
