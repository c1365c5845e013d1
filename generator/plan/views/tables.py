"""Tables for spreadsheets."""

from generator.frozen import Frozen


class TableView(Frozen, kw_only=True):
    """A CSV file: the names of its columns, for which the theme has the words, and its rows.

    Each row has a cell for each column; an empty one says that nothing is known.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
