"""Everything personal in a text, quickly where there is nothing.

Nearly no sentence has a number of nine digits or a word that a rule begins with. For each family
of rules one look over the whole text finds such signs, and the exact rules read only the sentences
that have one.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from generator.privacy import words
from generator.privacy.addresses import find_accounts, find_homes
from generator.privacy.finding import Finding
from generator.privacy.numbers import find_numbers, find_plates
from generator.privacy.persons import find_persons
from generator.privacy.plain import PlainText

# One pattern for each family, and none for all: the engine skips quickly to a first character out
# of one set, or to the first character of one of some words, but not to either of both.
_RULES: tuple[tuple[re.Pattern[str], tuple[Callable[[str], Iterator[Finding]], ...]], ...] = (
    # Eleven digits, which dates and telephone numbers of offices have not. What begins with 0 is no
    # number of one person, unless that is dialled before a mobile number, or 0086 is.
    (
        re.compile(
            r"[1-9](?=[0-9 \-–—.·　]{10})(?:(?<![0-9].)|(?<=008)|(?<=(?<![0-9])01))"
            r"(?:[ \-–—.·　]{0,2}[0-9]){10}"
        ),
        (find_numbers,),
    ),
    (re.compile(f"[{words.PROVINCES}][A-Z]"), (find_plates,)),
    (
        re.compile("@|微信|V信|v信|QQ|qq|Qq|VX|vx|Vx|WX|wx|Wx|WeChat|Wechat|wechat"),
        (find_accounts,),
    ),
    (re.compile("室(?<=[0-9]室)|户(?<=[0-9]户)|元(?<=单元)"), (find_homes,)),
    (re.compile(f"{words.MATTERS}|{words.RESIDENT_TITLES}"), (find_persons,)),
)
_SENTENCE_END = re.compile(r"[\n。]|\Z")


def scan_text(text: str) -> list[Finding]:
    """Return what a text gives away, in its order, with places in the text as it was given."""
    plain = PlainText(text)
    found = []
    for sign, rules in _RULES:
        for start, end in _sentences_with(sign, plain.text):
            sentence = plain.text[start:end]
            for each in (each for rule in rules for each in rule(sentence)):
                span = plain.span(start + each.start, start + each.end)
                found.append(Finding(*span, each.kind, each.value))
    return sorted(found)


def is_any_personal(texts: Iterable[str]) -> bool:
    """Tell whether `scan_text` finds something in any of these texts.

    One look over all of them takes less than one over each. No rule reads on into another line, so
    a line that is there twice, as it is written and as it will be read, needs to be read once.
    """
    lines = dict.fromkeys("\n".join(texts).split("\n"))
    return bool(scan_text("\n".join(lines)))


def _sentences_with(sign: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of the sentences that have a sign."""
    end = 0
    for match in sign.finditer(text):
        if match.start() < end:
            continue
        begin = max(
            text.rfind("\n", end, match.start()), text.rfind("。", end, match.start()), end - 1
        )
        found = _SENTENCE_END.search(text, match.end())
        end = found.start() if found else len(text)
        yield begin + 1, end
