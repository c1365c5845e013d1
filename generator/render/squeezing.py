"""Chinese punctuation that stands side by side, set closer: `）。` `：（` `”、`.

Full-width marks have half their square empty. Two such halves that meet are a hole in the line, so
one of them goes (Requirements for Chinese Text Layout, 3.1.6.1). A face of ours says so itself, as
kerning, which every program applies without being asked; WeasyPrint has no `text-spacing-trim`.
"""

from typing import Any

CLOSING = "，。、；：？！）》」』】〕〉”’"
"""Marks with an empty right half, in most faces."""
OPENING = "（《「『【〔〈“‘"
"""Marks with an empty left half."""

_SLACK = 0.06
"""How far a mark may reach into its empty half, in type sizes."""


def add_squeezing(font: Any, face: Any) -> None:
    """Give a font the features `kern` and `halt` for its punctuation.

    `font` is a `fontTools.ttLib.TTFont` and `face` its `uharfbuzz.Face`. What counts is where the
    ink of a mark really is: some faces have `！` in the middle of its square, which stays as it is.
    """
    from fontTools.feaLib.builder import addOpenTypeFeaturesFromString  # noqa: PLC0415

    names, half = font.getBestCmap(), face.upem // 2
    closing = [names[ord(mark)] for mark in CLOSING if _is_empty(face, mark, right=True)]
    opening = [names[ord(mark)] for mark in OPENING if _is_empty(face, mark, right=False)]
    if closing and opening:
        code = _write_features(" ".join(closing), " ".join(opening), half)
        addOpenTypeFeaturesFromString(font, code, tables=["GPOS"])


def _write_features(closing: str, opening: str, half: int) -> str:
    return f"""
    languagesystem DFLT dflt;
    @closing = [{closing}];
    @opening = [{opening}];
    @any = [{closing} {opening}];
    feature kern {{
      pos @closing <0 0 -{half} 0> @any <0 0 0 0>;
      subtable;
      pos @opening <0 0 0 0> @opening <-{half} 0 -{half} 0>;
    }} kern;
    feature halt {{
      pos @closing <0 0 -{half} 0>;
      pos @opening <-{half} 0 -{half} 0>;
    }} halt;
    """


def _is_empty(face: Any, mark: str, *, right: bool) -> bool:
    """Whether a mark is as wide as a Chinese character and has no ink in one of its halves."""
    import uharfbuzz as hb  # noqa: PLC0415 - posters alone need it

    font = hb.Font(face)
    glyph = font.get_nominal_glyph(ord(mark))
    extents = glyph and font.get_glyph_extents(glyph)
    if not extents or font.get_glyph_h_advance(glyph) != face.upem:
        return False
    middle, slack = face.upem / 2, _SLACK * face.upem
    if right:
        return bool(extents.x_bearing + extents.width <= middle + slack)
    return bool(extents.x_bearing >= middle - slack)
