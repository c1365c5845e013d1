"""Tables that name people: in Markdown, in CSV, in a workbook."""

from collections.abc import Iterable, Sequence

from generator.pattern import Pattern
from generator.privacy import words
from generator.privacy.plain import PlainText

_NAMES = Pattern(f"(?:{words.LIST_NAMES})")
_MATTERS = Pattern(words.LIST_MATTERS)
_FILE = Pattern(words.LIST_FILES)
_PERSON = Pattern(
    rf"(?:{'|'.join(sorted(words.SURNAMES_OF_TWO))}|[{''.join(sorted(words.SURNAMES))}])"
    r"[\u4e00-\u9fff]{1,2}"
)
_SHARE = 0.6
"""Where so many of a column's cells look like names, it names people."""


def find_lists(rows: Sequence[Sequence[str]]) -> int | None:
    """Return the column, from 0, that names people beside what is nobody's business.

    `rows` are a table's cells, its head first. None if no column does. Names that are masked
    (张*三) are no names.
    """
    if len(rows) < 2:
        return None
    if not may_head_list(rows[0]):
        return None
    heads = [PlainText(cell).text for cell in rows[0]]
    for column, head in enumerate(heads):
        cells = [PlainText(row[column]).text.strip() for row in rows[1:] if column < len(row)]
        filled = [cell for cell in cells if cell]
        people = sum(1 for cell in filled if _PERSON.fullmatch(cell))
        if filled and people / len(filled) >= (0.3 if _NAMES.search(head) else _SHARE):
            return column
    return None


def may_head_list(head: Iterable[str]) -> bool:
    """Whether a table with these heads has a column of what is nobody's business."""
    return any(_MATTERS.search(PlainText(cell).text) for cell in head)


def is_list_name(name: str) -> bool:
    """Tell whether a file is called a list of people (名单)."""
    return bool(_FILE.search(PlainText(name).text))
