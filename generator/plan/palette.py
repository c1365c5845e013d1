"""The colours that follow from a site's accent."""

from generator.model.accent import Shades, dark_shades, light_shades
from generator.model.colour import Colour
from generator.plan.views import PaletteView, SchemeView


def make_palette(accent: Colour) -> PaletteView:
    """Return the colours of both schemes."""
    return PaletteView(_scheme(light_shades(accent)), _scheme(dark_shades(accent)))


def _scheme(shades: Shades) -> SchemeView:
    return SchemeView(
        accent=str(shades.accent),
        soft=str(shades.soft),
        band=str(shades.band),
        on_band=str(shades.on_band),
    )
