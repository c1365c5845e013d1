"""A poster as it is seen before it is printed: its page for a browser, its small picture."""

from generator.frozen import Frozen
from generator.plan.views.posters import PosterView


class TwinPage(Frozen, kw_only=True):
    """A poster's HTML twin: the same template and style sheets, shown and printed by a browser."""

    poster: PosterView
    pdf: str | None
    """The address of the poster as PDF; None if it could not be made."""
    image: str | None
    """The address of its small picture."""
    site_url: str | None


class Thumbnail(Frozen):
    """The small picture of a poster, which follows from the poster's own bytes."""

    poster: str
    """The path of the poster."""
    poster_key: str
