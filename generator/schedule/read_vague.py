"""Words that mean more than one thing, or nothing exact: refused with what to write instead."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from generator.pattern import Pattern
from generator.schedule.dates import weekday_number
from generator.schedule.feasts import NAMES
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
_MONTH_PART = Pattern(
    rf"(?:(?:{NUMBER}月份?|每月|每个月|本月|当月|月)的?)(底(?!的?最[后末]一[天日])|末(?!周|个|尾|星期|礼拜|的?最[后末]一[天日])|初(?![一二三四五六七八九十0-9])|"
    rf"中旬|上旬|下旬|中(?!午|秋|元|班|心))|(上旬|中旬|下旬)"
)
_NTH_WEEK = Pattern(
    rf"(?:第({NUMBER})(?:个)?|(首)|(最后)(?:一)?(?:个)?){_WEEK}的?(?={_WEEK}([一二三四五六日天]))"
)
_LUNAR_OR_NOT = Pattern(
    r"每(?:个)?月的?(?:逢)?([十廿二三][一二三四五六七八九十]?)(?![一二三四五六七八九十日号、和及与点时月个至到次刻\-天])"
)
_NTH_BARE_WEEK = Pattern(
    rf"(?:第({NUMBER})|首|最后一?|倒数第({NUMBER}))(?:个)?(?:周末|{_WEEK}(?![一二三四五六日天1-7]))"
)
_NICKNAME = Pattern(
    rf"(?:{words(tuple(NICKNAMES))})(?![0-9一二三四五六七八九十]*[月点时日号年个]|[、\-至到次分刻:0-9]"
    rf"|国际|劳动|国庆节|儿童|妇女|青年|建党|建军)"
)
_RELATIVE = Pattern(rf"({words(RELATIVE_WORDS)})({_WEEK}?[一二三四五六日天](?![点时月]))?")
_OR = Pattern(words(OR_WORDS))
_VAGUE = Pattern(rf"(?!年初[一二三四五六七八九十]){words(VAGUE_WORDS)}")
_TWO_MEANINGS: tuple[tuple[Pattern, tuple[str, ...]], ...] = (
    (Pattern(r"平日|平时|平常日"), ("工作日", "周一至周五")),
    (
        Pattern(r"节[前后](?=[第首最]|[一二三四五六七八九十0-9])"),
        ("国庆节后第一个工作日", "国庆节前最后一个工作日"),
    ),
)
"""Words that stand for more than one thing → what can be written instead."""
_BARE_NUMBER = Pattern(
    r"(?<=周[一二三四五六日])[、, ]?([0-9]{1,2})(?:(?:-|至|到)([0-9]{1,2}))?(?=$|[,;()、 ])"
)
_BARE_WEEKDAYS = Pattern(
    r"([一二三四五六](?:、?[一二三四五六日])+)(?=$|[,;()]|上午|下午|晚|早|中午|[0-9]|每天)"
)
_NEW_YEAR_DAYS = Pattern(
    r"春节(?:期间|放假|假期)?的?(初[一二三四五六七八九十](?:(?:-|至|到)初?[一二三四五六七八九十])?)"
)
_MONTHLESS = Pattern(
    r"初[一二三四五六七八九十](?![、和及与]?[初十廿])(?:(?:-|至|到)(?:初|十|廿)?[一二三四五六七八九十]+)?"
)
_WEEKS_BESIDE = Pattern(rf"({words(NAMES)})(前|后)({NUMBER})(?:个)?(?:周|星期|礼拜)(?!末)")
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


def _choose(reader: Reader) -> Stop | None:
    """Refuse a word of more than one meaning, with what to write for each of them."""
    for pattern, ways in _TWO_MEANINGS:
        match = pattern.match(reader.text, reader.pos)
        if match is not None:
            return reader.refuse("time-word-choice", match.start(), match.end(), ways)
    return _new_year_days(reader) or _weeks_beside(reader) or _bare_weekdays(reader)


def _new_year_days(reader: Reader) -> Stop | None:
    """Refuse 春节初一至初三 and 初一至初三, which name no month."""
    match = _NEW_YEAR_DAYS.match(reader.text, reader.pos)
    if match is not None:
        ways = [f"正月{match.group(1)}"]
        return reader.refuse("time-word-choice", match.start(), match.end(), ways)
    match = _MONTHLESS.match(reader.text, reader.pos)
    if match is None:
        return None
    ways = [f"正月{match.group()}"]
    if len(match.group()) == 2:
        ways.append(f"农历每月{match.group()}")
    return reader.refuse("time-word-choice", match.start(), match.end(), ways)


def _weeks_beside(reader: Reader) -> Stop | None:
    """Refuse 清明前两周, which may be one day, or all of the two weeks."""
    match = _WEEKS_BESIDE.match(reader.text, reader.pos)
    if match is None:
        return None
    name, side = match.group(1), match.group(2)
    days = 7 * min(max(to_number(match.group(3)), 1), 8)
    ends = (
        (f"{name}前{days}天", f"{name}前1天")
        if side == "前"
        else (f"{name}后1天", f"{name}后{days}天")
    )
    ways = [f"{name}{side}{days}天", f"{ends[0]}至{ends[1]}"]
    return reader.refuse("time-word-choice", match.start(), match.end(), ways)


def _bare_weekdays(reader: Reader) -> Stop | None:
    """Refuse 一三五 without 周, and the 2 of 周三2."""
    match = _BARE_WEEKDAYS.match(reader.text, reader.pos)
    if match is not None:
        ways = ["每周" + "、".join(match.group(1).replace("、", ""))]
        return reader.refuse("time-word-choice", match.start(), match.end(), ways)
    match = _BARE_NUMBER.match(reader.text, reader.pos)
    if match is None or int(match.group(1)) > 24:
        return None
    first, last = int(match.group(1)), match.group(2)
    ways = [f"{hour}:00" for hour in _hours(first)]
    if last is not None and first < int(last) <= 24:
        ways = [f"{hour}:00-{hour - first + int(last)}:00" for hour in _hours(first)]
        ways = [way for way in ways if int(way.split("-")[1].split(":")[0]) <= 24]
    elif last is not None and 1 <= int(last) < first <= 12:
        ways = [f"{first}:00-{int(last) + 12}:00"]
    return reader.refuse("time-word-choice", match.start(1), match.end(), ways)


def _hours(hour: int) -> list[int]:
    """Return the hours of the day that a bare number can mean, those of the daytime first."""
    if not 1 <= hour <= 12:
        return [hour]
    both = [hour % 12, hour % 12 + 12]
    return both if 7 <= hour < 12 else both[::-1]


def _vague(reader: Reader) -> Stop | None:
    match = _VAGUE.match(reader.text, reader.pos)
    return match and reader.refuse("time-word-vague", match.start(), match.end())


_FINDERS: tuple[Callable[[Reader], Stop | None], ...] = (
    _month_part,
    _nth_week,
    _lunar_or_not,
    _nickname,
    _choose,
    _relative,
    _or,
    _vague,
)
