"""Every kind of poster on every paper, in colour and monochrome, in normal and large print."""

from collections.abc import Iterator
from itertools import product

from msgspec.structs import replace

from generator.plan.views import PosterView, Variant
from tests.posters.samples import all_kinds

PAPERS = ("A4", "A3")
LONG = ("-long", "-many")
"""How samples end that are there for their length: on one variant is enough."""


def name_variant(variant: Variant) -> str:
    """Return `A4`, `A3-large-mono` and the like."""
    large, mono = variant.large_print and "-large", variant.monochrome and "-mono"
    return f"{variant.paper}{large or ''}{mono or ''}"


def all_combinations() -> dict[str, PosterView]:
    """Return the samples in each variant by `KIND-PAPER[-large][-mono]`.

    What is made for one paper alone, as A3 is for a street's board, stays on that.
    """
    found: dict[str, PosterView] = {}
    for kind, view in all_kinds().items():
        for variant in _variants(view.frame.variant, every=not kind.endswith(LONG)):
            frame = replace(view.frame, variant=variant)
            found[f"{kind}-{name_variant(variant)}"] = replace(view, frame=frame)
    return found


def _variants(own: Variant, *, every: bool) -> Iterator[Variant]:
    if not every:
        yield own
        return
    papers = PAPERS if own.paper == "A4" and not own.landscape else (own.paper,)
    for paper, large, mono in product(papers, (False, True), (False, True)):
        yield replace(own, paper=paper, large_print=large, monochrome=mono)
