"""Seasons before a rule, and what follows one: 除外, 暂停, 节假日顺延, 遇雨取消."""

import re

from generator.pattern import Pattern
from generator.schedule.draft import Clause
from generator.schedule.numbers import NUMBER, to_number
from generator.schedule.read_monthly import read_month_days
from generator.schedule.read_windows import read_dates
from generator.schedule.reader import Reader, words
from generator.schedule.rules import HolidayDays, Rule, Weekly
from generator.schedule.segment import DaysOff, Rain
from generator.schedule.selection import SchoolSeason, Selection, YearlySeason
from generator.schedule.vocabulary import (
    CANCEL_WORDS,
    EARLIER_WORDS,
    HOLIDAY_NAMES,
    HOLIDAY_WORDS,
    KEEP_WORDS,
    LATER_WORDS,
    RAIN_WORDS,
    SCHOOL_HOLIDAYS,
    SEASON_DAYS,
    SEASONS,
    STOP,
    TERM_WORDS,
    WEEKEND_WORDS,
)

_SCHOOL = Pattern(rf"(?:每年)?({words(tuple(SCHOOL_HOLIDAYS))})(?:放假)?(?:期间|内|里|时)?")
_TERM = Pattern(words(TERM_WORDS))
_SEASON = Pattern(rf"(?:每年)?({words(SEASONS)})(?:期间|时间|作息)?:?")
_SEASON_NAME = Pattern(rf"\((?:{words(SEASONS)}(?:时间|作息)?)\)")
_OPEN, _CLOSE = Pattern(r"\("), Pattern(r"\)")
_STOP = Pattern(
    rf"(?:的|期间|当天|当日|时|都|均|不在此列)*(?:均|都|各)?(?:{words(STOP)})(?:一天|一次|服务|活动|开放|办理)?"
)
_EXCEPT = Pattern(r"(?:但)?除(?!夕|外|[以之]外)了?|(?:不含|不包括)(?!$|[,;)])")
_EXCEPT_END = Pattern(r"(?:以|之)?外")
_EXCEPT_AHEAD = Pattern(r"[^,;()]*?外")
_KIND = words((*HOLIDAY_WORDS, *WEEKEND_WORDS, *HOLIDAY_NAMES, *RAIN_WORDS))
_ENDINGS = words((*CANCEL_WORDS, *(word for word in STOP if word != "放假")))
_POLICY = Pattern(
    rf"(?:但|如|若|凡|如果|若是)*(?:恰)?(?:遇到|遇上|碰到|碰上|遇|逢|碰)?(?:上)?({_KIND}(?:[、和及与或]{_KIND})*)"
    rf"(?:放假)?(?:期间|时|则|均|都|也|将|活动|自动|,)*"
    rf"(?:({words(KEEP_WORDS)})|({words(LATER_WORDS)})|({words(EARLIER_WORDS)})|({_ENDINGS}|放假(?=$|[,;()])))"
)
_RAIN_DETAIL = Pattern(r"(?:至|到)?(?:下一周|下周|次日|第二天|一周|一天|下一次)(?:同一时间|举行)?")
_RAIN_OR_SHINE = Pattern("风雨无阻|风雨不改|晴雨无阻")
_COUNT = Pattern(
    rf"(每(?:个)?(?:周|星期|礼拜|月|季度?|年|日|天)|每?半(?:个月|月|年)|每(?:个)?小时|一周|一个?月|一年)的?"
    rf"(?:共|举办|开展)?({NUMBER})[次回场]"
)


def read_season(reader: Reader, clause: Clause) -> bool:
    """Read 暑假, 开学期间, 夏季(5月1日-9月30日)."""
    start = reader.pos
    if reader.take(_TERM):
        clause.seasons.append(SchoolSeason(("寒假", "暑假"), term=True))
    elif school := reader.take(_SCHOOL):
        if not _read_dated_season(reader, clause):
            clause.seasons.append(SchoolSeason(SCHOOL_HOLIDAYS[school.group(1)]))
    elif season := reader.take(_SEASON):
        _read_yearly_season(reader, clause, season)
    elif not reader.take(_SEASON_NAME):
        return False
    clause.ends_at(start, reader.pos)
    return True


def _read_dated_season(reader: Reader, clause: Clause) -> bool:
    """Read the dates in brackets that fix this one season."""
    start = reader.pos
    if not reader.take(_OPEN):
        return False
    if read_dates(reader, clause) and reader.take(_CLOSE):
        return True
    reader.pos = start
    return False


def _read_yearly_season(reader: Reader, clause: Clause, season: re.Match[str]) -> None:
    here = reader.pos
    bracket = reader.take(_OPEN) is not None
    at = reader.pos
    days = read_month_days(reader)
    until = reader.pos
    if days is not None and (not bracket or reader.take(_CLOSE)):
        first, last = days
        clause.seasons.append(YearlySeason(first, last, season.group(1)))
        reader.note(
            "time-season-yearly",
            at,
            until,
            begins=f"{first.month}月{first.day}日",
            ends=f"{last.month}月{last.day}日",
        )
        return
    reader.pos = here
    if bracket and _read_dated_season(reader, clause):
        return
    reader.pos = here
    usual = SEASON_DAYS.get(season.group(1)[0], SEASON_DAYS["夏"])
    ways = [f"{season.group(1)}（{usual}）"]
    raise reader.refuse("time-season-undated", season.start(1), season.end(1), ways)


def read_count(reader: Reader, clause: Clause) -> bool:
    """Read 每周两次, which needs days to go with it."""
    match = reader.take(_COUNT)
    if match is None:
        return False
    count = to_number(match.group(2))
    if count < 1:
        raise reader.refuse("time-count-impossible", match.start())
    clause.count = count
    clause.count_at = (match.start(), match.end())
    clause.count_unit = next((u for u in "半小周星礼月季年" if u in match.group(1)), "日")
    clause.ends_at(match.start(), reader.pos)
    return True


def read_policy(reader: Reader, clause: Clause) -> bool:
    """Read what becomes of days off and of rain."""
    start = reader.pos
    if reader.take(_RAIN_OR_SHINE):
        clause.rain = Rain.KEEP
        clause.touch(start, reader.pos)
        return True
    match = reader.take(_POLICY)
    if match is None:
        return False
    kinds, keep, later, earlier, _ = match.groups()
    if any(kinds.endswith(word) for word in RAIN_WORDS):
        clause.rain = Rain.KEEP if keep else Rain.LATER if later or earlier else Rain.CANCEL
        reader.take(_RAIN_DETAIL)
    elif keep or later or earlier:
        if not re.search(f"{words(HOLIDAY_WORDS)}|{words(WEEKEND_WORDS)}", kinds):
            clause.one_holiday = (start, reader.pos)
        clause.days_off = DaysOff.KEEP if keep else DaysOff.LATER if later else DaysOff.EARLIER
    else:
        clause.exclusions += [Selection(rules=(rule,)) for rule in _days_off(kinds)]
    clause.touch(start, reader.pos)
    return True


def _days_off(kinds: str) -> list[Rule]:
    """Return the rules for days that a list such as 周末和节假日 names."""
    rules: list[Rule] = []
    names = [HOLIDAY_NAMES[word] for word in re.findall(words(tuple(HOLIDAY_NAMES)), kinds)]
    if names:
        rules.append(HolidayDays(tuple(dict.fromkeys(names))))
    if re.search(words(WEEKEND_WORDS), kinds):
        rules.append(Weekly((5, 6)))
    if re.search(words(HOLIDAY_WORDS), kinds):
        rules.append(HolidayDays())
    return rules


def read_except(reader: Reader, clause: Clause) -> bool:
    """Read 除 of 除…外; the days follow as usual."""
    match = reader.take(_EXCEPT)
    if match is None:
        return False
    clause.excluded = clause.opened = True
    clause.touch(match.start(), reader.pos)
    return True


def read_except_end(reader: Reader, clause: Clause) -> bool:
    """Read 外 of 除…外."""
    return clause.excluded and reader.take(_EXCEPT_END) is not None


def sees_except_end(reader: Reader) -> bool:
    """Return whether 外 follows before the next comma."""
    return reader.sees(_EXCEPT_AHEAD)


def read_stop(reader: Reader, clause: Clause) -> bool:
    """Read 除外 or 暂停 after days: those days are taken out."""
    if not clause.has_days:
        return False
    start = reader.pos
    if not reader.take(_STOP):
        return False
    clause.excluded = True
    clause.touch(start, reader.pos)
    return True
