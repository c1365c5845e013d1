"""What the search knows: a document for each page that a resident may look for."""

from datetime import date

from generator.frozen import Frozen
from generator.plan.views.several import Several
from generator.plan.views.traditional import TraditionalNames


class SearchDocument(Frozen, kw_only=True):
    """A page in the index: where it is, how it is listed, and its words."""

    address: str
    title: str
    kind: str
    """`compound`, `committee`, or as in a `Card`: `event`, `service`, `notice` …"""
    category: str = ""
    """A notice's category, a group's kind, else empty."""
    owner: str = ""
    """Who publishes it; empty for the street office."""
    names: tuple[str, ...] = ()
    """Names it is found by besides its title: former ones, compounds, groups, whom to call."""
    place: str = ""
    day: date | None = None
    """The day it is listed with: when it next takes place, or was published."""
    last_day: date | None = None
    current: bool = True
    texts: tuple[str, ...] = ()
    """What else it says: mostly the very texts of records, which so take no room of their own."""

    @property
    def length(self) -> int:
        """The characters of its texts, of which parts of the index have so many."""
        return sum(map(len, self.texts))


class SearchIndex(Frozen):
    """A part of the index. The documents that should be found first come first."""

    documents: Several[SearchDocument]
    traditional: TraditionalNames | None = None
    """The names of the edition in traditional characters, if it is that one's index."""
