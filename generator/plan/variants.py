"""How a compound's posters are printed: paper, colour and type, as the site or committee chose."""

from generator.model.board import Board
from generator.model.committee import Compound
from generator.model.site import Ink, PaperSize, PosterDefaults
from generator.plan.views import Variant


def poster_defaults(board: Board, compound: Compound) -> PosterDefaults:
    """Return what all posters of a compound share: its committee's choices over the site's."""
    return owner_defaults(board, compound.owner)


def owner_defaults(board: Board, owner: str | None) -> PosterDefaults:
    """Return what all posters of a committee share or, for None, those of the street."""
    site = board.site.posters
    return board.committee(owner).posters.over(site) if owner else site


def poster_variant(board: Board, compound: Compound) -> Variant:
    """Return how the posters of a compound are printed."""
    return make_variant(poster_defaults(board, compound))


def make_variant(chosen: PosterDefaults) -> Variant:
    """Return how a poster is printed by what was chosen for it."""
    return Variant(
        paper=(chosen.paper or PaperSize.A4).value,
        monochrome=chosen.ink is Ink.MONOCHROME,
        large_print=bool(chosen.large_print),
    )
