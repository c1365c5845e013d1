"""What may stand in the place of something personal, as public offices write it."""

from collections.abc import Collection

from generator.privacy.finding import ERRORS, Finding, Kind
from generator.privacy.persons import find_title
from generator.privacy.scan import scan_text

_STAR = "*"
_SHOWN = {
    Kind.RESIDENT_ID: (3, 4),
    Kind.BANK_CARD: (0, 4),
    Kind.MOBILE: (3, 4),
    Kind.PLATE: (2, 2),
}
"""How many characters of a number stay at its head and at its end."""
_NAMED = {Kind.PERSON, Kind.SENSITIVE_PERSON, Kind.PERSONAL_LIST}


def mask(finding: Finding) -> str:
    """Return a mask that tells a person that they are meant, and nobody else who that is."""
    value = finding.value[-11:] if finding.kind is Kind.MOBILE else finding.value
    return _cover(value, finding.kind)


def mask_name(name: str) -> str:
    """Return a name with stars: 张*三, and *阿姨 of somebody who is named by a form of address."""
    title = find_title(name)
    if title:
        return _STAR * (len(name) - len(title)) + title
    if len(name) <= 2:
        return name[:1] + _STAR
    return name[0] + _STAR * (len(name) - 2) + name[-1]


def mask_text(text: str, kinds: Collection[Kind] = ERRORS) -> str:
    """Return a text in which what gives somebody away is masked, as long as it was before.

    So a caret below the text still stands where it should. `kinds` are those that are masked.
    """
    found = [finding for finding in scan_text(text) if finding.kind in kinds]
    for finding in reversed(found):
        written = text[finding.start : finding.end]
        text = text[: finding.start] + _cover(written, finding.kind) + text[finding.end :]
    return text


def _cover(written: str, kind: Kind) -> str:
    """Return what was written with stars for its letters and digits, but for a few of them."""
    if kind in _NAMED:
        return mask_name(written)
    places = [place for place, character in enumerate(written) if character.isalnum()]
    first, last = _SHOWN.get(kind, (1, 0))
    hidden = set(places[first : len(places) - last])
    return "".join(_STAR if n in hidden else character for n, character in enumerate(written))
