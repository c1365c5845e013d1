"""English phrases, turned into Chinese ones word for word, so that there is one grammar.

Every character that comes out remembers the English words it came from, so that a refusal points
at them.
"""

from collections.abc import Callable

from msgspec.structs import replace

from generator.pattern import Pattern
from generator.schedule.english_table import find_table
from generator.schedule.english_words import PERIOD_NAMES, WEEKDAY_NAMES
from generator.schedule.normalise import Plain, simplify
from generator.schedule.records import Facts, Refusal
from generator.schedule.vocabulary import WEEKDAYS

_LATIN = Pattern(r"[a-z]{2}")
_SPOKEN = Pattern("(凌晨|上午|中午|下午|晚上)([0-9]+)点(半?)")
_HAN = Pattern(r"[\u3400-\u9fff]")


def is_english(phrase: str) -> bool:
    """Return whether a phrase is in English: Latin words, and nothing Chinese."""
    if _HAN.search(phrase):
        return False
    text = simplify(phrase, keep_spaces=True).text
    return bool(_LATIN.search(text) or "24/7" in text) and not _HAN.search(text)


def translate(phrase: str) -> Plain:
    """Return a phrase in the spelling that the grammar reads; words not known stay as they are."""
    plain = simplify(phrase, keep_spaces=True, keep_quotes=True)
    text: list[str] = []
    places: list[int] = []
    ends: list[int] = []
    pos = 0
    while pos < len(plain.text):
        turned, end = _turn(plain.text, pos)
        if turned == " " and not (text and text[-1].isdigit()):
            turned = ""
        if (
            turned[:1].isdigit()
            and text
            and text[-1].isdigit()
            and pos
            and _parted(plain.text, pos)
        ):
            turned = " " + turned
        offset, length = plain.span(pos, end)
        text += turned
        places += [offset] * len(turned)
        ends += [offset + length] * len(turned)
        pos = end
    return Plain("".join(text), tuple(places), plain.original, tuple(ends))


def _parted(text: str, pos: int) -> bool:
    """Return whether what stands at `pos` does not go on with a number: 9:00 4 March."""
    return text[pos - 1] not in "0123456789:.-/"


def _turn(text: str, pos: int) -> tuple[str, int]:
    """Return what stands at `pos` in the grammar's words, and where it ends."""
    starts_word = pos == 0 or not (
        (text[pos - 1].isalpha() and text[pos].isalpha())
        or (text[pos - 1] in "0123456789:" and text[pos].isdigit())
    )
    for pattern, turn in find_table() if starts_word and text[pos] not in " ,;()、" else ():
        match = pattern.match(text, pos)
        if match is not None and match.end() > pos:
            return turn(match), match.end()
    if text[pos] == " ":
        # A space between two figures must go on keeping them apart.
        return (
            " " if text[pos - 1 : pos].isdigit() and text[pos + 1 : pos + 2].isdigit() else ""
        ), (pos + 1)
    return text[pos], pos + 1


def in_english(refusal: Refusal, read: Callable[[str], str]) -> Refusal:
    """Return a refusal whose suggestions are in English, for a phrase that was.

    `read` gives the English reading of a Chinese phrase, or nothing if it is not a whole one.
    """
    names = {**{f"周{char}": WEEKDAY_NAMES[i] for i, char in enumerate(WEEKDAYS)}, **PERIOD_NAMES}

    def turned(way: str) -> str:
        if way.isascii() or way in names:
            return names.get(way, way)
        if (spoken := _SPOKEN.fullmatch(way)) is not None:
            half = "am" if spoken.group(1) in {"凌晨", "上午"} else "pm"
            return f"{spoken.group(2)}{':30' if spoken.group(3) else ''} {half}"
        return read(way) or read(f"每天{way}").removeprefix("every day, ")

    ways = tuple(dict.fromkeys(way for old in refusal.suggestions if (way := turned(old))))
    facts = {
        name: (turned(value) or value) if isinstance(value, str) else value
        for name, value in refusal.facts.items()
        if name not in {"word", "phrase"}
    }
    kept = {name: value for name, value in refusal.facts.items() if name in {"word", "phrase"}}
    facts["suggestions"] = "\n".join(ways)
    return replace(refusal, facts=Facts({**facts, **kept}), suggestions=ways)
