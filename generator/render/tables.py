"""Tables: CSV (RFC 4180) that a spreadsheet opens by a double click.

UTF-8 with a byte order mark, without which Excel takes Chinese for another encoding. A cell that a
spreadsheet would take for a formula is given an apostrophe, as OWASP advises ("CSV Injection").
"""

import csv
import io
from functools import cached_property

from generator.plan.views import TableView
from generator.render.theme import Theme

_ENCODING = "utf-8-sig"
_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")


class TablePress:
    """Makes tables; the words at the heads of columns are in the theme's `tables/words.txt`."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def render(self, view: TableView) -> bytes:
        """Return the table as CSV. Raises jinja2.TemplateError for a fault of the theme."""
        text = io.StringIO()
        writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerow([self._heads[column] for column in view.columns])
        writer.writerows([guard_cell(cell) for cell in row] for row in view.rows)
        return text.getvalue().encode(_ENCODING)

    @cached_property
    def _heads(self) -> dict[str, str]:
        words = self._theme.environment().get_template("tables/words.txt")
        heads: dict[str, str] = getattr(words.module, "HEADS")  # noqa: B009 - set by the template
        return heads


def guard_cell(text: str) -> str:
    """Return the text of a cell, which no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
