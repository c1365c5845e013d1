"""The body of a file: Markdown that has become HTML, with its links left open.

Where a link leads depends on the page it stands on, so the HTML is kept in pieces and the
addresses are put between them when a page is planned.
"""

from enum import StrEnum

from generator.frozen import Frozen
from generator.model.folders import committee_folder
from generator.problems import Place

WEB_SCHEMES = ("http", "https", "mailto", "tel")
"""By which a link may lead out of the site."""


class TargetKind(StrEnum):
    """What a link of a body leads to."""

    WEB = "web"
    """http, https, mailto or tel: written out as it is."""
    FILE = "file"
    """Another file of the site's content, named relative to the one that links to it."""
    IMAGE = "image"
    """A picture in the content folder, or what was meant for one; the whole element is left out."""


class Target(Frozen, kw_only=True):
    """One link or picture: what the author wrote, and what it resolves to.

    `path` is that of a content file, from the site's folder as in `Source.path`, or for the web the
    author's text. `fragment` is what follows `#`. `words` are what a picture shows, in the author's
    words; those of a link stand in the body's pieces.
    """

    kind: TargetKind
    path: str
    fragment: str = ""
    words: str = ""
    place: Place

    @property
    def is_foreign(self) -> bool:
        """Whether a committee's text shows what lies in the folder of another one."""
        own, other = committee_folder(self.place.path), committee_folder(self.path)
        return own is not None and other is not None and own != other


class Prose(Frozen):
    """HTML in `len(targets) + 1` pieces: after `pieces[i]` goes what `targets[i]` is about.

    That is the address of a link, inside its tag, or a whole picture.
    """

    pieces: tuple[str, ...] = ("",)
    targets: tuple[Target, ...] = ()
    text: str = ""
    """The words alone, for search and feeds."""
    lead: str = ""
    """The words of the first paragraph, for summaries."""

    def __bool__(self) -> bool:
        return bool(self.text or self.targets)
