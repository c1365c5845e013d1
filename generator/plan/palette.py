"""The colours that follow from a site's accent."""

from generator.model.accent import DEFAULT_ACCENT, Shades, dark_shades, light_shades, rule_shade
from generator.model.colour import Colour
from generator.plan.views import JADE, PaletteView, PaperView, SchemeView


def make_palette(accent: Colour) -> PaletteView:
    """Return the colours of both schemes, and of posters."""
    light = light_shades(accent)
    return PaletteView(_scheme(light), _scheme(dark_shades(accent)), _paper(light))


def _paper(light: Shades) -> PaperView:
    """Return the colours of posters; jade is a little brighter in print, as it always was."""
    if light.accent == DEFAULT_ACCENT:
        return JADE.paper
    return PaperView(str(light.accent), str(light.soft), str(rule_shade(light.accent)))


def _scheme(shades: Shades) -> SchemeView:
    return SchemeView(
        accent=str(shades.accent),
        soft=str(shades.soft),
        band=str(shades.band),
        on_band=str(shades.on_band),
    )
