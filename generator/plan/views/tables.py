"""Tables for spreadsheets."""

from dataclasses import dataclass

from generator.packed import packed


@packed
@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """A CSV file: the names of its columns, for which the theme has the words, and its rows.

    Each row has a cell for each column; an empty one says that nothing is known.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
