"""Items that are filed: long over, so that most of a site can do without their records."""

from datetime import date

from generator.frozen import Frozen
from generator.model.prose import Target
from generator.problems import Problem


class FiledFacts(Frozen):
    """What an item's file says that the rest of a board has to know of it.

    What an `Item` has as well is called the same.
    """

    path: str
    digest: str
    """The SHA-256 of the file's bytes."""
    folder: str
    owner: str | None
    slug: str
    code: str
    title: str
    compounds: tuple[str, ...]
    """The ids of those it is for."""
    day: date | None
    """The day that it stands for among others of its kind."""
    changed: date | None
    """The last day on which it changed."""
    last_day: date
    contact: str | None
    """The name of whom to call."""
    targets: tuple[Target, ...] = ()
    """What its body leads to or shows of the content, be it there or not."""
    issue: str | None = None
    """The number of the issue whose result it tells."""


class FiledItem(FiledFacts):
    """An item that is filed, with what is said of it."""

    remarks: tuple[Problem, ...] = ()
    """What is said of its file as long as that stays as it is."""
