"""One new file of a kind: where it belongs, with all its fields, right as it is."""

from datetime import date
from pathlib import Path, PurePosixPath

from generator.create.comments import clean, write_record
from generator.create.files import NewFile
from generator.create.guide import Guide
from generator.create.kinds import Kind
from generator.create.places import find_folder, free_stem, next_number, schema_address, shorten
from generator.create.shapes import name_in
from generator.file_names import is_device
from generator.frozen import Frozen
from generator.model.board import Board
from generator.model.review import StreetReview
from generator.model.slug import make_slug

FENCE = "---\n"


class Wish(Frozen, kw_only=True):
    """What somebody wants to begin. `owner` is a committee's folder, or the content folder."""

    kind: Kind
    word: str
    """What they called the kind: 阵地 and 队伍 are one kind."""
    title: str | None = None
    site: Path
    content: Path
    owner: Path
    today: date
    language: str = "zh"
    """Which language the file is written in, `zh` or `en`."""

    @property
    def for_street(self) -> bool:
        """Whether the street office itself publishes it."""
        return self.owner == self.content


def make_item(wish: Wish, board: Board) -> list[NewFile]:
    """Return the file to begin with, and the street's review if its year has none yet.

    Raises FileExistsError for a street's review that is there already.
    """
    if wish.kind.name == "review":
        return _make_review(wish, board)
    words = {"word": wish.kind.word_in(wish.language, wish.word)}
    if wish.kind.name == "issue":
        number = next_number(wish.content, wish.today.year, [i.number for i in board.issues])
        return [_make(wish, words | {"number": number, "step": board.site.steps[0].name}, number)]
    return [_make(wish, words)]


def _make(wish: Wish, words: dict[str, str], stem: str = "") -> NewFile:
    """Return a new file; `stem` is its name if the title is not to give it."""
    kind = wish.kind
    guide = Guide(wish.today, wish.language, words)
    sample, body = guide.sample(kind.template)
    name = name_in(kind.record, kind.title, wish.language)
    title = clean(wish.title or "") or str(sample[name])
    sample[name] = title
    stem = stem or shorten(make_slug(title))
    if is_device(stem):
        stem = f"{stem}-1"  # Windows cannot keep a file CON.md
    if kind.dated:
        stem = f"{wish.today}-{stem}"
    folder = find_folder(wish.owner, kind.record.folder)
    stem = free_stem(wish.owner, kind.record.folder, stem)
    path = _relative(wish, wish.owner / folder / f"{stem}{kind.suffix}")
    matter = write_record(kind.record, sample, guide, schema_address(wish.site, path, kind.schema))
    return NewFile(path, f"{FENCE}{matter}{FENCE}{body}" if kind.suffix == ".md" else matter)


def _make_review(wish: Wish, board: Board) -> list[NewFile]:
    """Return an entry for the latest year that the street tells of, or begin this year's."""
    if wish.for_street:
        return [_make_street_review(wish)]
    files = []
    if board.reviews:
        street = board.reviews[-1].street
        year, theme = street.year, street.themes[0].number if street.themes else ""
    else:
        street_file = _make_street_review(wish)
        files.append(street_file)
        year, theme = wish.today.year, "1"
    words = {"review_year": str(year), "theme": theme}
    stem = str(year)
    if wish.title:
        stem = f"{year}-{shorten(make_slug(clean(wish.title)))}"
    return [_make(wish, words, stem), *files]


def _make_street_review(wish: Wish) -> NewFile:
    folder = find_folder(wish.content, "reviews")
    place = wish.content / folder / f"{wish.today.year}.yaml"
    if place.exists():
        raise FileExistsError(str(place))
    path = _relative(wish, place)
    guide = Guide(wish.today, wish.language)
    sample, _ = guide.sample("street-review.yaml")
    if wish.for_street:
        name = name_in(StreetReview, "title", wish.language)
        sample[name] = clean(wish.title or "") or sample[name]
    address = schema_address(wish.site, path, "street-review")
    return NewFile(path, write_record(StreetReview, sample, guide, address))


def _relative(wish: Wish, path: Path) -> PurePosixPath:
    return PurePosixPath(path.relative_to(wish.site).as_posix())
