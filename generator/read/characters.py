"""Characters that no text may have: of no use to readers, and of some to who would mislead them.

Control characters, halves of surrogate pairs, code points that are none, and the one that turns a
line around, so that it reads otherwise than programs, moderators and neighbours took it.
"""

import re

_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202e\ud800-\udfff\uf8ff\ufffe\uffff]"
)
"""What XML cannot hold (XML 1.0, 2.2), C1 controls, U+2028 and U+2029, which YAML takes for ends of
lines, the override U+202E, and U+F8FF, by which bodies mark their own gaps. The other signs of
direction come with phone numbers from contacts of phones; they are left out, with a warning."""

_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Nobody writes one of these as a number without meaning harm."""

_CODE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));")


def find_refused(text: str) -> re.Match[str] | None:
    """Return the first character that no text may have."""
    return _REFUSED.search(text)


def find_refused_code(text: str) -> re.Match[str] | None:
    """Return the first `&#8238;` or `&#x202e;` in a body that stands for such a character."""
    return next((code for code in _CODE.finditer(text) if is_refused_code(_read_code(code))), None)


def has_direction(text: str) -> bool:
    """Whether something in a text has an order of its own, whatever it looks like."""
    return bool(_DIRECTION.search(text))


def is_refused_code(number: int) -> bool:
    """Whether a code point that somebody wrote as a number must not become a character."""
    if number > 0x10FFFF:
        return True
    character = chr(number)
    return bool(_REFUSED.match(character) or _DIRECTION.match(character))


def name_character(character: str) -> str:
    """Return a character as Unicode names it: U+202E."""
    return f"U+{ord(character):04X}"


def name_code(code: re.Match[str]) -> str:
    """Return the name of the character that a match of `find_refused_code` stands for."""
    return f"U+{_read_code(code):04X}"


def _read_code(code: re.Match[str]) -> int:
    return int(code[1], 16) if code[1] else int(code[2])
