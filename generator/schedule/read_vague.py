"""Words that mean more than one thing, or nothing exact: refused with what to write instead."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from generator.schedule.dates import weekday_number
from generator.schedule.numbers import NUMBER, to_number, to_words
from generator.schedule.reader import Reader, Stop, words
from generator.schedule.vocabulary import (
    NICKNAMES,
    OR_WORDS,
    RELATIVE_WORDS,
    VAGUE_WORDS,
    WEEKDAYS,
)

_WEEK = "(?:周|星期|礼拜)"
_MONTH_PART = re.compile(
    rf"(?:(?:{NUMBER}月份?|每月|每个月|本月|当月|月)的?)(底|末(?!周|个|尾|星期|礼拜)|初(?![一二三四五六七八九十0-9])|"
    rf"中旬|上旬|下旬|中(?!午|秋|元|班|心))|(上旬|中旬|下旬)"
)
_NTH_WEEK = re.compile(
    rf"(?:第({NUMBER})(?:个)?|(首)|(最后)(?:一)?(?:个)?){_WEEK}的?(?={_WEEK}([一二三四五六日天]))"
)
_LUNAR_OR_NOT = re.compile(
    r"每(?:个)?月的?(?:逢)?([十廿二三][一二三四五六七八九十]?)(?![一二三四五六七八九十日号、和及与点时月个至到次刻\-天])"
)
_NTH_BARE_WEEK = re.compile(
    rf"(?:第({NUMBER})|首|最后一?|倒数第({NUMBER}))(?:个)?(?:周末|{_WEEK}(?![一二三四五六日天1-7]))"
)
_NICKNAME = re.compile(
    rf"(?:{words(tuple(NICKNAMES))})(?![0-9一二三四五六七八九十]*[月点时日号年个]|[、\-至到次分刻:0-9]"
    rf"|国际|劳动|国庆节|儿童|妇女|青年|建党|建军)"
)
_RELATIVE = re.compile(rf"({words(RELATIVE_WORDS)})({_WEEK}?[一二三四五六日天](?![点时月]))?")
_OR = re.compile(words(OR_WORDS))
_VAGUE = re.compile(rf"(?!年初[一二三四五六七八九十]){words(VAGUE_WORDS)}")
_SHIFTS = {"今": 0, "明": 1, "后": 2, "大后": 3}

_PARTS = {
    "底": ("月底", ("每月最后一天",)),
    "末": ("月末", ("每月最后一天",)),
    "初": ("月初", ("每月1日",)),
    "中": ("月中", ("每月15日",)),
    "上旬": ("上旬", ("每月1日至10日",)),
    "中旬": ("中旬", ("每月11日至20日",)),
    "下旬": ("下旬", ("每月21日至31日",)),
}


def refuse_vague(reader: Reader) -> None:
    """Refuse the words at this place if they are vague; otherwise do nothing."""
    for find in _FINDERS:
        stop = find(reader)
        if stop is not None:
            raise stop


def _month_part(reader: Reader) -> Stop | None:
    match = _MONTH_PART.match(reader.text, reader.pos)
    if match is None:
        return None
    name, ways = _PARTS[match.group(1) or match.group(2)]
    month = re.match(rf"({NUMBER})月", match.group())
    number = to_number(month.group(1)) if month else 0
    if 1 <= number <= 12 and name not in {"月底", "月末"}:
        way = ways[0].replace("每月", f"{number}月")
        ways = (way.replace("31日", f"{monthrange(2027, number)[1]}日"),)
    code = "time-month-end-vague" if name in {"月底", "月末"} else "time-month-part-vague"
    return reader.refuse(code, match.start(), match.end(), ways, part=name, first=ways[0])


def _nth_week(reader: Reader) -> Stop | None:
    match = _NTH_WEEK.match(reader.text, reader.pos)
    if match is not None:
        nth = "最后一" if match.group(3) else "第" + to_words(_small(match.group(1)))
        day = "周" + WEEKDAYS[weekday_number(match.group(4))]
        way = f"每月{nth}个{day}"
        return reader.refuse("time-nth-week", match.start(), match.end() + 2, [way], way=way)
    bare = _NTH_BARE_WEEK.match(reader.text, reader.pos)
    if bare is None:
        return None
    nth = "最后一" if "最" in bare.group() else "第" + to_words(_small(bare.group(1)))
    ways = [f"每月{nth}个周六", f"每月{nth}个周日"]
    return reader.refuse("time-nth-week", bare.start(), bare.end(), ways, way=ways[0])


def _lunar_or_not(reader: Reader) -> Stop | None:
    match = _LUNAR_OR_NOT.match(reader.text, reader.pos)
    number = to_number(match.group(1)) if match else 0
    if match is None or not 1 <= number <= 30:
        return None
    ways = [f"每月{number}日", f"农历每月{match.group(1)}"]
    return reader.refuse(
        "time-lunar-or-not", match.start(), match.end(), ways, first=ways[0], second=ways[1]
    )


def _small(word: str | None) -> int:
    return min(max(to_number(word), 1), 99) if word else 1


def _nickname(reader: Reader) -> Stop | None:
    match = _NICKNAME.match(reader.text, reader.pos)
    if match is None:
        return None
    ways = NICKNAMES[match.group()]
    return reader.refuse("time-nickname", match.start(), match.end(), ways)


def _relative(reader: Reader) -> Stop | None:
    match = _RELATIVE.match(reader.text, reader.pos)
    if match is None:
        return None
    day = _relative_day(match, reader.published) or date(2026, 3, 5)
    ways = [f"{day.month}月{day.day}日"]
    return reader.refuse("time-relative-day", match.start(), match.end(), ways, way=ways[0])


def _relative_day(match: re.Match[str], published: date | None) -> date | None:
    """Return the day that 明天 or 下周三 was when it was written, if that can be told."""
    if published is None or published.year >= 9999:
        return None
    word, weekday = match.group(1), match.group(2)
    if weekday:
        weeks = 1 if word.startswith("下") else 0
        monday = published - timedelta(days=published.weekday())
        return monday + timedelta(days=7 * weeks + weekday_number(weekday[-1]))
    shift = next((n for start, n in _SHIFTS.items() if word in {start + "天", start + "日"}), None)
    return None if shift is None else published + timedelta(days=shift)


def _or(reader: Reader) -> Stop | None:
    match = _OR.match(reader.text, reader.pos)
    return match and reader.refuse("time-or", match.start(), match.end())


def _vague(reader: Reader) -> Stop | None:
    match = _VAGUE.match(reader.text, reader.pos)
    return match and reader.refuse("time-word-vague", match.start(), match.end())


_FINDERS: tuple[Callable[[Reader], Stop | None], ...] = (
    _month_part,
    _nth_week,
    _lunar_or_not,
    _nickname,
    _relative,
    _or,
    _vague,
)
