"""The colours that follow from a site's accent, as CSS writes them."""

from generator.frozen import Frozen


class SchemeView(Frozen):
    """The colours of one scheme. Text in `accent` has a contrast of 7:1 or more on `soft`.

    A theme's other grounds must be lighter than `soft`, in the dark scheme darker.
    """

    accent: str
    soft: str
    """The tint behind words."""
    band: str
    """The ground of the page's head."""
    on_band: str


class PaperView(Frozen):
    """The colours of posters. Text in `accent` has a contrast of 4.5:1 or more on `soft`."""

    accent: str
    soft: str
    """The tint behind words."""
    rule: str
    """Of lines between entries, which are no text."""


class PaletteView(Frozen):
    """What a theme colours its assets and posters with."""

    light: SchemeView
    dark: SchemeView
    paper: PaperView


JADE = PaletteView(
    light=SchemeView("#0b5345", "#e4f0ec", "#0b5345", "#ffffff"),
    dark=SchemeView("#99dac8", "#163a32", "#102b24", "#f2f5f4"),
    paper=PaperView("#0b5d4e", "#e4f0ec", "#9db8b1"),
)
"""That of sites which name no accent."""
