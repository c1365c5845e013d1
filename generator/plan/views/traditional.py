"""The edition in traditional characters: what of the site it has, and the names that it keeps."""

import msgspec

from generator.frozen import Frozen

TRADITIONAL = "hant/"
"""The folder in which that edition has the same addresses as the site itself."""
_SHARED = ("x/", "posters/", "files/", "assets/", "404.html")
"""Pages that there are once for all editions: codes on paper, posters, an unknown address."""


def is_mirrored(path: str) -> bool:
    """Whether the edition has a file of its own for `path`, a path from the site's root."""
    own = path.endswith(".html") or path.startswith("search/")
    return own and not path.startswith(_SHARED)


class TraditionalNames(Frozen, kw_only=True):
    """What names there are, as far as they are not written as their characters would be."""

    forms: tuple[tuple[str, str], ...] = ()
    """Names and words with the form that the site says they have."""
    places: tuple[str, ...] = ()
    """Names of compounds and committees, where 里 is a lane and no inside."""
    people: tuple[str, ...] = ()
    """Names of those who may be called, which begin with a surname."""


class TraditionalPage(Frozen, kw_only=True):
    """A page as it is once its characters are converted."""

    page: str
    """The path of the page it is made of."""
    page_key: str
    """What that page's bytes depend on, and so these."""
    site_url: str | None
    names: TraditionalNames = msgspec.field(default=TraditionalNames())
