"""Numbers as people write them in dates and times: 15, 十五, 二十五, 廿五, 二〇二六."""

from generator.schedule.vocabulary import DIGITS, TENS

NUMBER = r"(?:[0-9]+|[〇零一二两三四五六七八九十廿卅]+)"
"""A pattern for one number; what it matches goes to `to_number`."""


def to_number(word: str) -> int:
    """Return the value of a number; −1 where the characters do not form one."""
    if word.isascii():
        return int(word) if len(word) <= 8 else -1
    if not any(char in TENS for char in word):
        # Figure by figure, as in 二〇二六; a single figure is the usual case.
        digits = [DIGITS[char] for char in word]
        return int("".join(map(str, digits))) if len(digits) in {1, 2, 4} else -1
    return _tens(word)


def _tens(word: str) -> int:
    """Return the value of 十, 十五, 二十, 二十五, 廿五; −1 for anything else."""
    place = next(i for i, char in enumerate(word) if char in TENS)
    before, ten, after = word[:place], TENS[word[place]], word[place + 1 :]
    if len(before) > 1 or len(after) > 1 or after in TENS or (before and ten != 10):
        return -1
    tens = DIGITS[before] * 10 if before else ten
    return tens + (DIGITS[after] if after else 0) if tens else -1


_FIGURES = "零一二三四五六七八九十"


def to_words(value: int) -> str:
    """Write a number from 0 to 99 in Chinese: 二, 十二, 二十五."""
    if value <= 10:
        return _FIGURES[value]
    tens, ones = divmod(value, 10)
    return ("" if tens == 1 else _FIGURES[tens]) + "十" + (_FIGURES[ones] if ones else "")
