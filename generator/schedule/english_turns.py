"""What single English patterns are made of, and how what they match is turned into Chinese."""

import re
from collections.abc import Callable

from generator.schedule import lunar
from generator.schedule.english_words import (
    FESTIVAL_ALIASES,
    FESTIVALS,
    MONTH_NAMES,
    ORDINALS,
)
from generator.schedule.reader import words
from generator.schedule.vocabulary import WEEKDAYS

Found = re.Match[str]
Turn = Callable[[Found], str]

DAY = (
    r"(?:mon(?:day)?s?|tue(?:s(?:day)?)?s?|wed(?:nesday)?s?|thu(?:rs?(?:day)?)?s?|fri(?:day)?s?"
    r"|sat(?:urday)?s?|sun(?:day)?s?)\b\.?"
)
DAY_STARTS = ("mo", "tu", "we", "th", "fr", "sa", "su")
DAYS = rf"{DAY}(?:\s*(?:,\s*and|,|and|&|to|through|-)\s*{DAY})*"
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
NUMBER = r"([0-9]{1,2})(?:st|nd|rd|th)?"
PLAIN_NUMBER = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_LIST_OR_TO = r"(?:,\s*and|,|and|&|to|until|till|through|-)"
NUMBERS = rf"{PLAIN_NUMBER}(?:\s*{_LIST_OR_TO}\s*(?:the\s+)?{PLAIN_NUMBER})*"
_ORDINAL = r"(?:[0-9]{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth)"
NTH = rf"(?:{_ORDINAL}(?:\s+(?:to\s+)?last)?|last)\b"
NTHS = rf"{NTH}(?:\s*(?:,\s*and|,|and|&)\s*{NTH})*"
TO = r"(?:to|until|till|through|-)"
OF_MONTH = r"(?:of|in)\s+(?:each|every|the|a|any)\s+month|monthly|each month|every month"
PARITY = r"(?:of|in)\s+(odd|even)(?:-numbered)?\s+months"
QUARTER = r"(?:of|in)\s+(?:the\s+)?(first|second|last)\s+month\s+of\s+(?:each|every|the)\s+quarter"
WORKING = r"(?:working|work|business)\s*day"
IF_HOLIDAY = r"(?:\s*if\s+(?:it\s+is\s+)?(?:on\s+)?a\s+(?:public\s+)?holiday,?\s*)?"
FROM = r"(?:(?:starting|beginning)(?:\s+(?:from|on))?|from|since)\s+"
NOT = (
    r"(?:(?:but\s+)?not|closed|suspended|cancell?ed|except(?:\s+for)?|excluding|apart\s+from|other\s+than"
    r"|with\s+the\s+exception\s+of|no\s+(?:session|class|service|meeting|activit)(?:s|es|y|ies)?)"
)
"""What stands before days that are taken out."""
ISO = r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?![0-9])"
HHMM = r"([0-9]{1,2}:[0-9]{2})"
AND_MORE = r"(?:\s*(?:,\s*and|,|and|&)\s*(?:the\s+)?[0-9]{1,2}(?:st|nd|rd|th)?)*"
YEAR = r"(?:,?\s+([0-9]{4})(?![0-9:]))?"
NO_CLOCK = r"(?![0-9:]|\s*[ap]\.?m\b|\s*(?:-|to|until)\s*[0-9]{1,2}(?::|\s*[ap]\.?m\b))"
"""After the day in March 9: it is no hour, as in 9:00, 9am and 9-11am."""
CLOCK = r"([0-9]{1,2})(?:[:.]([0-9]{2}))?\s*([ap])\.?m\b\.?"
COUNTS = {
    **dict(zip(["one", "two", "three", "four", "five", "six"], range(1, 7), strict=True)),
    "a": 1,
    "the": 1,
}


def turn_weekdays(text: str) -> str:
    """Monday, Wednesday to Friday → 周一、周三至周五."""
    found = re.findall(rf"{DAY}|to|through|-", text)
    turned = ""
    for word in found:
        if word in {"to", "through", "-"}:
            turned += "至"
        else:
            turned += ("、" if turned and turned[-1] != "至" else "") + "周"
            turned += WEEKDAYS[DAY_STARTS.index(word[:2])]
    return turned


def find_nths(text: str) -> tuple[int, ...]:
    """First, third, second to last, last → 1, 3, −2, −1."""
    numbers = []
    for word, from_end in re.findall(rf"({_ORDINAL}|last\b)(\s+(?:to\s+)?last)?", text):
        if word == "last":
            numbers.append(-1)
            continue
        figure = re.match("[0-9]+", word)
        number = int(figure.group()) if figure else ORDINALS.index(word) + 1
        numbers.append(-number if from_end else number)
    return tuple(numbers)


def turn_nths(text: str) -> str:
    """Turn the first and third → 第1个和第3个."""
    return "和".join(
        "最后一个" if number == -1 else f"{'倒数' if number < 0 else ''}第{abs(number)}个"
        for number in find_nths(text)
    )


def turn_month_prefix(match: Found) -> str:
    """Return 每月, 单月 or 每季度末月 for what follows a day."""
    parity, quarter = match.group("parity"), match.group("quarter")
    if parity:
        return "单月" if parity == "odd" else "双月"
    if quarter:
        return {"first": "每季度首月", "second": "每季度第二个月", "last": "每季度末月"}[quarter]
    return "每月"


def month_number(word: str) -> int:
    """March → 3."""
    starts = [name[:3].lower() for name in MONTH_NAMES]
    return starts.index(word[:3]) + 1


def count_of(word: str) -> int:
    """Two, or 2 → 2."""
    return int(word) if word.isdigit() else COUNTS[word]


def turn_clock(match: Found) -> str:
    """2:30 pm → 14:30."""
    hour, minute, half = match.group(1), match.group(2) or "00", match.group(3)
    number = int(hour)
    if not 1 <= number <= 12:
        return f"{'上午' if half == 'a' else '下午'}{number}点{minute}分"
    return f"{number % 12 + (12 if half == 'p' else 0):02}:{minute}"


def turn_clock_span(match: Found) -> str:
    """Turn 9-11am and 2 to 4pm, where the first half of the day follows from the second."""
    hour, minute = int(match.group(1)), match.group(2) or "00"
    end_hour, end_minute, half = int(match.group(3)), match.group(4) or "00", match.group(5)
    end = end_hour % 12 + (12 if half == "p" else 0)
    begin = hour % 12 + (12 if half == "p" else 0)
    if (begin, minute) >= (end, end_minute) and begin >= 12:
        begin -= 12
    return f"{begin:02}:{minute}-{end:02}:{end_minute}"


def clock_of(text: str) -> str:
    """2pm, 14:00 or noon → 14:00, 14:00 or 12:00; other words stay as they are."""
    if text in {"noon", "midnight"}:
        return "12:00" if text == "noon" else "24:00"
    found = re.fullmatch(CLOCK, text)
    return turn_clock(found) if found else text


def turn_clock_range(match: Found) -> str:
    """Between 2pm and 4pm, 10pm to 2am the next day → 14:00-16:00, 22:00-次日02:00."""
    first, last = match.group("first"), match.group("last")
    if first.isdigit() and not last.isdigit() and last[-1] in "m." and last != "noon":
        first += re.sub("[^apm]", "", last)
    next_day = "次日" if match.groupdict().get("next") else ""
    return f"{clock_of(first)}-{next_day}{clock_of(last)}"


def turn_date_list(text: str, month: str, year: str | None) -> str:
    """5, 12 and 19, March → 3月5日、12日、19日."""
    days = "、".join(f"{int(number)}日" for number in re.findall("[0-9]+", text))
    return (f"{year}年" if year else "") + f"{month_number(month)}月{days}"


def turn_date(day: str, month: str, year: str | None) -> str:
    """5, March, 2026 → 2026年3月5日."""
    return (f"{year}年" if year else "") + f"{month_number(month)}月{int(day)}日"


def turn_range(first: tuple[str, str], last: tuple[str, str], year: str | None) -> str:
    """Write a range whose year stands at its end; it may begin in the year before."""
    begin = (month_number(first[1]), int(first[0]))
    end = (month_number(last[1]), int(last[0]))
    first_year = str(int(year) - (begin > end)) if year else None
    return f"{turn_date(*first, first_year)}至{turn_date(*last, year)}"


def turn_from(weekday: str | None, day: str) -> str:
    """Wednesday, 3月4日 → 3月4日(周三)起."""
    return day + (f"({turn_weekdays(weekday)})" if weekday else "") + "起,"


def turn_full_range(match: Found) -> str:
    """4 March 2026 to 30 June 2026 → 2026年3月4日至2026年6月30日."""
    days = []
    found = [word for word in match.groups() if word]
    for one, two, year in (found[:3], found[3:]):
        number, month = (one, two) if one.isdigit() else (two, one)
        days.append(turn_date(number, month, year))
    return "至".join(days)


def turn_month_days(text: str) -> str:
    """1st to 10th and 20th → 1日至10日、20日."""
    turned = re.sub(r"\s*(?:,\s*and|,|and|&)\s*(?:the\s+)?", "、", text)
    turned = re.sub(rf"\s*{TO}\s*(?:the\s+)?", "至", turned)
    return re.sub(r"([0-9]+)(?:st|nd|rd|th)?", r"\1日", turned).replace(" ", "")


def turn_lunar_days(text: str) -> list[str]:
    """1st and 15th → 初一 and 十五."""
    numbers = [int(number) for number in re.findall("[0-9]+", text)]
    return [lunar.day_name(number) if 1 <= number <= 30 else f"{number}日" for number in numbers]


def turn_lunar(match: Found) -> str:
    """9th of the 9th lunar month → 农历9月9日."""
    leap = "闰" if match.group("leap") else ""
    return f"农历{leap}{int(match.group('month'))}月{int(match.group('day'))}日"


def says(word: str) -> Turn:
    """Return a turn that always gives `word`."""
    return lambda _: word


FESTIVAL_WORDS = {
    **{name.lower(): chinese for name, chinese in FESTIVALS.items()},
    **FESTIVAL_ALIASES,
}
FESTIVAL = words(tuple(FESTIVAL_WORDS)) + r"\b"
FESTIVAL_LIST = rf"{FESTIVAL}(?:\s*(?:,\s*and|,|and|&)\s*(?:the\s+)?{FESTIVAL})*"
MONTHS_NAMED = rf"{MONTH}(?:\s*(?:,\s*and|,|and|&)\s*{MONTH})*"


def turn_month_names(text: str) -> str:
    """March and September → 3月、9月."""
    return "、".join(f"{month_number(word)}月" for word in re.findall(MONTH, text))


ANY_CLOCK = r"(?:[0-9]{1,2}:[0-9]{2}|[0-9]{1,2}(?:[:.][0-9]{2})?\s*[ap]\.?m\b\.?|noon|midnight)"
DAY_FULL = rf"{NUMBER}\s+({MONTH}),?\s+([0-9]{{4}})"
FULL_DAY = rf"({MONTH})\s+{NUMBER},?\s+([0-9]{{4}})"
DATE_LIST = rf"({PLAIN_NUMBER}(?:\s*(?:,\s*and|,|and|&)\s*(?:the\s+)?{PLAIN_NUMBER})+)"
OF_NAMED = (
    rf"(?:(?:{OF_MONTH})|(?:of|in)\s+(?P<parity>odd|even)(?:-numbered)?\s+months|"
    r"(?:of|in)\s+(?:the\s+)?(?P<quarter>first|second|last)\s+month\s+of\s+(?:each|every|the)\s+quarter)"
)
IN_MONTHS = (
    rf"(?:of|in)\s+(?P<months>{MONTHS_NAMED})"
    r"(?:\s+(?:(?P<year>[0-9]{4})(?![0-9:])|(?P<yearly>every year)))?"
)
NO_YEAR_DAY = r"(?!\s+[0-9]{1,2}(?:st|nd|rd|th)?(?:\s*[,;]|\s*$))"
"""After in March: it is no date such as in March 9."""


def turn_in_months(match: Found, rest: str, *, days: bool = False) -> str:
    """Put months before a rule: in March 2026, every year, or in the next such month.

    Days of the month, and months that do not follow one another, are those of every year.
    """
    names = turn_month_names(match.group("months"))
    numbers = [month_number(word) for word in re.findall(MONTH, match.group("months"))]
    year = match.group("year")
    if year:
        return f"{year}年{names}{rest}"
    one = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return (
        f"{names}{rest}" if one and not days and not match.group("yearly") else f"每年{names}{rest}"
    )


def turn_official(word: str) -> str:
    """Spring Festival → 春节, the name of the holiday."""
    name = FESTIVAL_WORDS[word]
    return {"清明": "清明节", "除夕": "春节"}.get(name, name)


def turn_official_list(text: str) -> str:
    """Spring Festival and National Day → 春节、国庆节."""
    return "、".join(turn_official(word) for word in re.findall(FESTIVAL, text))


def turn_beside_workday(match: Found) -> str:
    """Turn the first working day after National Day → 国庆节后第1个工作日."""
    feast = FESTIVAL_WORDS[match.group("feast")]
    if not match.group("nth"):
        return f"{feast}前最后一个工作日"
    return f"{feast}后{turn_nths(match.group('nth'))}工作日"


def turn_feast(match: Found) -> str:
    """Qingming Festival → 清明."""
    return FESTIVAL_WORDS[match.group(1)]
