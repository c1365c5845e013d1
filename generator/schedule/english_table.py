"""The table of English phrases: patterns, and the Chinese that each of them becomes.

The first pattern that fits at a place is taken, so longer and more special ones stand first.
"""

import re
from functools import cache

from generator.schedule.english_turns import (
    AND_MORE,
    ANY_CLOCK,
    CLOCK,
    DATE_LIST,
    DAY,
    DAY_FULL,
    DAYS,
    FESTIVAL,
    FESTIVAL_LIST,
    FESTIVAL_WORDS,
    FROM,
    FULL_DAY,
    HHMM,
    IF_HOLIDAY,
    IN_MONTHS,
    ISO,
    MONTH,
    MONTHS_NAMED,
    NO_CLOCK,
    NO_YEAR_DAY,
    NOT,
    NTH,
    NTHS,
    NUMBER,
    NUMBERS,
    OF_NAMED,
    PLAIN_NUMBER,
    TO,
    WORKING,
    YEAR,
    Turn,
    clock_of,
    count_of,
    says,
    turn_beside_workday,
    turn_clock,
    turn_clock_range,
    turn_clock_span,
    turn_date,
    turn_date_list,
    turn_feast,
    turn_from,
    turn_full_range,
    turn_in_months,
    turn_lunar,
    turn_lunar_days,
    turn_month_days,
    turn_month_names,
    turn_month_prefix,
    turn_nths,
    turn_official,
    turn_official_list,
    turn_range,
    turn_weekdays,
)
from generator.schedule.english_words import SEASON_NAMES
from generator.schedule.reader import words

_ENTRIES: tuple[tuple[str, Turn], ...] = (
    (r"[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}t?", lambda m: m.group().rstrip("t")),
    # moments and deadlines
    (
        (
            rf"(?:deadline:?|by|before|no later than)\s+({ANY_CLOCK}),?\s+(?:on\s+)?{NUMBER}"
            rf"\s+({MONTH}){YEAR}"
        ),
        lambda m: f"{turn_date(m.group(2), m.group(3), m.group(4))}{clock_of(m.group(1))}前",
    ),
    (
        rf"(?:deadline:?|by|before|no later than)\s+{NUMBER}\s+({MONTH}){YEAR},?\s+({ANY_CLOCK})",
        lambda m: f"{turn_date(m.group(1), m.group(2), m.group(3))}{clock_of(m.group(4))}前",
    ),
    (
        rf"(?:deadline:?|by|before|no later than)\s+{HHMM}\s+(?:on\s+)?{NUMBER}\s+({MONTH}){YEAR}",
        lambda m: f"{turn_date(m.group(2), m.group(3), m.group(4))}{m.group(1)}前",
    ),
    (
        rf"(?:deadline:?|by|before|no later than)\s+{NUMBER}\s+({MONTH}){YEAR}(?:,?\s+{HHMM})?",
        lambda m: f"{turn_date(m.group(1), m.group(2), m.group(3))}{m.group(4) or ''}前",
    ),
    # lunar days
    (
        (
            r"(?:the\s+)?(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\s+(?:day\s+)?of\s+the\s+(?P<leap>leap\s+)?"
            r"(?P<month>[0-9]{1,2})(?:st|nd|rd|th)?\s+lunar\s+month(?:\s+every year)?"
        ),
        turn_lunar,
    ),
    (
        (
            rf"(?:the\s+)?({PLAIN_NUMBER}{AND_MORE})"
            r"\s+of\s+(?:each|every)\s+lunar\s+month"
        ),
        lambda m: "农历每月" + "、".join(turn_lunar_days(m.group(1))),
    ),
    # between, which is one range and not two dates or two times
    (rf"between\s+({ISO})\s+and\s+({ISO})", lambda m: f"{m.group(1)}至{m.group(2)}"),
    (
        rf"between\s+(?P<first>{ANY_CLOCK}|[0-9]{{1,2}})\s+and\s+(?P<last>{ANY_CLOCK})",
        turn_clock_range,
    ),
    (
        rf"between\s+{NUMBER}\s+({MONTH})\s+and\s+{NUMBER}\s+({MONTH}){YEAR}",
        lambda m: turn_range((m.group(1), m.group(2)), (m.group(3), m.group(4)), m.group(5)),
    ),
    (
        rf"between\s+({MONTH})\s+{NUMBER}\s+and\s+({MONTH})\s+{NUMBER}{YEAR}{NO_CLOCK}",
        lambda m: turn_range((m.group(2), m.group(1)), (m.group(4), m.group(3)), m.group(5)),
    ),
    (
        rf"between\s+{NUMBER}\s+and\s+{NUMBER}\s+({MONTH}){YEAR}",
        lambda m: turn_range((m.group(1), m.group(3)), (m.group(2), m.group(3)), m.group(4)),
    ),
    # ranges of dates, and dates
    (
        rf"(?:from\s+)?{DAY_FULL}\s*{TO}\s*{DAY_FULL}|between\s+{DAY_FULL}\s+and\s+{DAY_FULL}",
        turn_full_range,
    ),
    (
        rf"(?:from\s+)?{FULL_DAY}\s*{TO}\s*{FULL_DAY}|between\s+{FULL_DAY}\s+and\s+{FULL_DAY}",
        turn_full_range,
    ),
    (
        rf"(?:on\s+)?(?:the\s+)?{DATE_LIST}\s+(?:of\s+)?({MONTH}){YEAR}",
        lambda m: turn_date_list(m.group(1), m.group(2), m.group(3)),
    ),
    (
        rf"(?:on\s+)?({MONTH})\s+{DATE_LIST}{YEAR}{NO_CLOCK}",
        lambda m: turn_date_list(m.group(2), m.group(1), m.group(3)),
    ),
    (
        rf"(?:from\s+)?{NUMBER}\s+({MONTH})\s*{TO}\s*{NUMBER}\s+({MONTH}){YEAR}",
        lambda m: turn_range((m.group(1), m.group(2)), (m.group(3), m.group(4)), m.group(5)),
    ),
    (
        rf"(?:from\s+)?{NUMBER}\s*{TO}\s*{NUMBER}\s+(?:of\s+)?({MONTH}){YEAR}",
        lambda m: turn_range((m.group(1), m.group(3)), (m.group(2), m.group(3)), m.group(4)),
    ),
    (
        rf"(?:from\s+)?({MONTH})\s+{NUMBER}\s*{TO}\s*({MONTH})\s+{NUMBER}{YEAR}{NO_CLOCK}",
        lambda m: turn_range((m.group(2), m.group(1)), (m.group(4), m.group(3)), m.group(5)),
    ),
    (
        rf"(?:from\s+)?({MONTH})\s+{NUMBER}\s*-\s*{NUMBER}{YEAR}{NO_CLOCK}",
        lambda m: turn_range((m.group(2), m.group(1)), (m.group(3), m.group(1)), m.group(4)),
    ),
    (
        (
            rf"{FROM}(?:({DAY}),?\s+)?(?:the\s+)?{NUMBER}\s+(?:of\s+)?({MONTH}){YEAR}"
            rf"(?!\s*{TO}|\s+[0-9]{{4}}\b)"
        ),
        lambda m: turn_from(m.group(1), turn_date(m.group(2), m.group(3), m.group(4))),
    ),
    (
        rf"{FROM}({MONTH})\s+{NUMBER}{YEAR}(?!\s*{TO}|,?\s+[0-9]{{4}}\b){NO_CLOCK}",
        lambda m: turn_date(m.group(2), m.group(1), m.group(3)) + "起,",
    ),
    (
        rf"(?:from\s+)?{FROM}([0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}})(?![0-9]|\s*{TO})",
        lambda m: m.group(1) + "起,",
    ),
    (
        rf"(?:until|till|to|through)\s+{NUMBER}\s+(?:of\s+)?({MONTH}){YEAR}(?!,?\s+[0-9])",
        lambda m: "至" + turn_date(m.group(1), m.group(2), m.group(3)) + "止,",
    ),
    (
        rf"(?:until|till|to|through)\s+({MONTH})\s+{NUMBER}{YEAR}{NO_CLOCK}(?!,?\s+[0-9])",
        lambda m: "至" + turn_date(m.group(2), m.group(1), m.group(3)) + "止,",
    ),
    (
        r"(?:until|till|to|through)\s+([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?![0-9])(?!,?\s+[0-9])",
        lambda m: "至" + m.group(1) + "止,",
    ),
    (
        rf"(?:on\s+)?({DAY}),?\s+(?:the\s+)?{NUMBER}\s+(?:of\s+)?({MONTH}){YEAR}",
        lambda m: turn_date(m.group(2), m.group(3), m.group(4)) + f"({turn_weekdays(m.group(1))})",
    ),
    (
        rf"(?:on\s+)?({DAY}),?\s+({MONTH})\s+{NUMBER}{YEAR}{NO_CLOCK}",
        lambda m: turn_date(m.group(3), m.group(2), m.group(4)) + f"({turn_weekdays(m.group(1))})",
    ),
    (
        (
            rf"(?:the\s+)?{NUMBER}\s+(?:of\s+)?({MONTH})"
            r"(?:(?:,?\s+([0-9]{4})(?![0-9:]))|(\s+(?:every|each) year))?"
        ),
        lambda m: ("每年" if m.group(4) else "") + turn_date(m.group(1), m.group(2), m.group(3)),
    ),
    (
        rf"every\s+(?:{NUMBER}\s+(?:of\s+)?({MONTH})|({MONTH})\s+{NUMBER}{NO_CLOCK})",
        lambda m: "每年" + turn_date(m.group(1) or m.group(4), m.group(2) or m.group(3), None),
    ),
    (
        rf"({MONTH})\s+{NUMBER}{YEAR}{NO_CLOCK}",
        lambda m: turn_date(m.group(2), m.group(1), m.group(3)),
    ),
    # rules of the month
    (
        rf"(?:the\s+|on\s+the\s+)?(?P<nths>{NTHS})\s+(?P<unit>weekends?|week)\s+{OF_NAMED}",
        lambda m: f"每月{turn_nths(m.group('nths'))}{'周末' if 'end' in m.group('unit') else '周'}",
    ),
    (
        rf"(?:the\s+|on\s+the\s+)?(?P<nths>{NTHS})\s+(?P<days>{DAYS})\s+(?:of|in)\s+(?:each|every)\s+quarter",
        lambda m: "每季度" + turn_nths(m.group("nths")) + turn_weekdays(m.group("days")),
    ),
    (
        rf"(?:every\s+month|monthly)\s+on\s+(?:the\s+)?(?P<numbers>{NUMBERS})",
        lambda m: "每月" + turn_month_days(m.group("numbers")),
    ),
    (
        (
            rf"(?:the\s+)?{NUMBER}\s+of\s+(?:each|every|the)\s+month\s+{TO}\s+(?:the\s+)?{NUMBER}"
            r"\s+of\s+the\s+(?:next|following)(?:\s+month|\s+one)?"
        ),
        lambda m: f"每月{int(m.group(1))}日至次月{int(m.group(2))}日",
    ),
    (
        rf"(?:every\s+|each\s+|the\s+|on\s+the\s+)?(?P<nths>{NTHS})\s+(?P<days>{DAYS})\s+{OF_NAMED}",
        lambda m: (
            turn_month_prefix(m) + turn_nths(m.group("nths")) + turn_weekdays(m.group("days"))
        ),
    ),
    (
        rf"(?:the\s+|on\s+the\s+)?(?P<nths>{NTHS})\s+(?P<days>{DAYS})\s+{IN_MONTHS}",
        lambda m: turn_in_months(m, turn_nths(m.group("nths")) + turn_weekdays(m.group("days"))),
    ),
    (
        rf"(?:the\s+|on\s+the\s+)?(?P<nths>{NTHS})\s+(?:working|business|work)\s*days?\s+{OF_NAMED}",
        lambda m: turn_month_prefix(m) + turn_nths(m.group("nths")) + "工作日",
    ),
    (
        rf"(?:the\s+|on\s+the\s+)?(?P<nths>{NTHS})\s+days?\s+{OF_NAMED}",
        lambda m: (
            turn_month_prefix(m)
            + turn_nths(m.group("nths")).replace("一个", "一天").replace("个", "天")
        ),
    ),
    (
        (
            rf"(?:on\s+)?(?:the\s+)?(?P<numbers>{NUMBERS})"
            rf"\s+{OF_NAMED}"
        ),
        lambda m: turn_month_prefix(m) + turn_month_days(m.group("numbers")),
    ),
    (
        (
            rf"(?:on\s+)?(?:the\s+)?(?P<numbers>{NUMBERS})"
            rf"\s+{IN_MONTHS}"
        ),
        lambda m: turn_in_months(m, turn_month_days(m.group("numbers")), days=True),
    ),
    (
        rf"(?:on\s+)?(?:the\s+)?(?P<nths>{NTHS})\s+days?\s+{IN_MONTHS}",
        lambda m: turn_in_months(m, turn_nths(m.group("nths")).replace("个", "天")),
    ),
    (
        rf"(?:on\s+)?(?:the\s+)?(?P<nths>{NTHS})\s+{WORKING}s?\s+{IN_MONTHS}",
        lambda m: turn_in_months(m, turn_nths(m.group("nths")) + "工作日"),
    ),
    # rules of the week
    (
        rf"(?:every\s+other|every\s+second|alternate)\s+({DAYS})(?!\s+of)",
        lambda m: "隔" + turn_weekdays(m.group(1)),
    ),
    (
        rf"every\s+([2-9]|two|three|four|five|six)\s+weeks\s+on\s+({DAYS})",
        lambda m: f"每{count_of(m.group(1))}周的{turn_weekdays(m.group(2))}",
    ),
    (rf"(?:fortnightly|biweekly)\s+on\s+({DAYS})", lambda m: "隔" + turn_weekdays(m.group(1))),
    (r"every\s+other\s+day", says("每隔1天")),
    (
        r"every\s+([0-9]{1,3}|two|three|four|five|six)\s+days",
        lambda m: f"每{count_of(m.group(1))}天",
    ),
    (
        rf"(?:every\s+|each\s+)?({DAYS})\s+{IN_MONTHS}",
        lambda m: turn_in_months(m, "每" + turn_weekdays(m.group(1))),
    ),
    (rf"(?:every\s+day|daily)\s+{IN_MONTHS}{NO_YEAR_DAY}", lambda m: turn_in_months(m, "每天")),
    (
        rf"(?:every\s+)?(?:{WORKING}s?)\s+{IN_MONTHS}{NO_YEAR_DAY}",
        lambda m: turn_in_months(m, "工作日"),
    ),
    (rf"(?:on\s+)?(?:every|each)\s+({DAYS})", lambda m: "每" + turn_weekdays(m.group(1))),
    (
        rf"every\s+(third|fourth)\s+({DAYS})(?!\s+(?:of|in))",
        lambda m: f"每{3 if m.group(1) == 'third' else 4}周的{turn_weekdays(m.group(2))}",
    ),
    (rf"every\s+fortnight\s+on\s+({DAYS})", lambda m: "隔" + turn_weekdays(m.group(1))),
    (rf"(?:next|coming)\s+{DAY}", says("下周")),
    (rf"this\s+{DAY}", says("本周")),
    (rf"(?:on\s+)?({DAYS})", lambda m: turn_weekdays(m.group(1))),
    (
        (
            r"(once|twice|([0-9]+|two|three|four) times)\s+(?:a|per|every|each)\s+"
            r"(week|month|quarter|year)"
        ),
        lambda m: (
            {"week": "每周", "month": "每月", "quarter": "每季度", "year": "每年"}[m.group(3)]
            + str({"once": 1, "twice": 2}.get(m.group(1)) or count_of(m.group(2)))
            + "次"
        ),
    ),
    (r"every\s+weekday|weekdays", says("每周一至周五")),
    (r"(?:every\s+)?(?:working|business|work)\s*days?", says("工作日")),
    (r"days\s+off", says("非工作日")),
    (r"(?:every\s+|on\s+|at\s+)?(?:the\s+)?weekends?", says("周末")),
    (r"24/7", says("每天24小时")),
    (
        (
            r"every\s+day\s+of\s+the\s+week|(?:7|seven)\s+days\s+a\s+week|every\s*day|each\s+day"
            r"|daily|all\s+year(?:\s+round)?"
        ),
        says("每天"),
    ),
    # policies, before the words they are made of
    (r"rain\s+or\s+shine", says("风雨无阻")),
    (
        r"(?:cancell?ed\s+)(?:if\s+(?:it\s+rains|it\s+is\s+raining|raining|wet)|in\s+(?:case\s+of\s+)?rain)|(?:if\s+(?:it\s+rains|it\s+is\s+raining|raining|wet)|in\s+(?:case\s+of\s+)?rain),?\s*cancell?ed",
        says("遇雨取消"),
    ),
    (
        r"(?:postponed|put\s+off)\s+(?:if\s+(?:it\s+rains|it\s+is\s+raining|raining|wet)|in\s+(?:case\s+of\s+)?rain)|(?:if\s+(?:it\s+rains|it\s+is\s+raining|raining|wet)|in\s+(?:case\s+of\s+)?rain),?\s*(?:postponed|put\s+off)",
        says("遇雨顺延"),
    ),
    (
        rf"{IF_HOLIDAY}(?:moved\s+to\s+)?(?:the\s+)?next\s+{WORKING}{IF_HOLIDAY}",
        says("节假日顺延"),
    ),
    (
        (
            rf"{IF_HOLIDAY}(?:moved\s+to\s+)?(?:the\s+)?(?:previous\s+{WORKING}|{WORKING}\s+before)"
            rf"{IF_HOLIDAY}"
        ),
        says("节假日提前"),
    ),
    (
        r"(?:also\s+|open\s+)?(?:on\s+)?(?:public\s+)?holidays\s+(?:as\s+usual|included|too)|including\s+(?:public\s+)?holidays|(?:open|also)\s+on\s+(?:public\s+)?holidays",
        says("节假日照常"),
    ),
    (
        rf"{NOT}(?:\s+(?:on|for|at|during))?\s+(?:the\s+)?(?:public\s+|official\s+)?holidays\b",
        says("除节假日"),
    ),
    (
        rf"{NOT}(?:\s+(?:on|for|at|during))?\s+(?:the\s+)?({FESTIVAL_LIST})\s+holidays?\b",
        lambda m: f"除{turn_official_list(m.group(1))}放假期间",
    ),
    (r"(?:(?:is|are)\s+)?(?:closed|suspended|cancell?ed)(?=\s*(?:$|[,;.)]))", says("暂停")),
    (
        rf"{NOT}(?:\s+(?:on|for|at|during))?(?:\s+the)?\b",
        says("除"),
    ),
    (r"(?:(?:are|is)\s+)?(?:excluded|excepted)", says("除外")),
    (
        rf"(?:during\s+)?(?:the\s+)?({FESTIVAL_LIST})\s+holidays?\b",
        lambda m: f"{turn_official_list(m.group(1))}放假期间",
    ),
    (rf"during\s+(?:the\s+)?({FESTIVAL})", lambda m: f"{turn_official(m.group(1))}期间"),
    (r"(?:public|official)\s+holidays", says("节假日")),
    # seasons, festivals
    (
        (
            rf"(?:the\s+)?(?:(?P<nth>{NTH})\s+{WORKING}\s+after|last\s+{WORKING}\s+before)\s+(?:the\s+)?"
            rf"(?P<feast>{FESTIVAL})(?:\s+holidays?)?(?:\s+(?:every|each)\s+year)?"
        ),
        turn_beside_workday,
    ),
    (
        rf"(one|two|three|[1-8])\s+weeks?\s+(before|after)\s+(?:the\s+)?({FESTIVAL})",
        lambda m: (
            f"{FESTIVAL_WORDS[m.group(3)]}{'前' if m.group(2) == 'before' else '后'}"
            f"{count_of(m.group(1))}周"
        ),
    ),
    (
        r"(?:in\s+|during\s+)?(?:the\s+)?winter\s+(?:school\s+)?(?:holidays?|vacation|break)",
        says("寒假"),
    ),
    (
        r"(?:in\s+|during\s+)?(?:the\s+)?summer\s+(?:school\s+)?(?:holidays?|vacation|break)",
        says("暑假"),
    ),
    (r"(?:in\s+|during\s+)?(?:the\s+)?school\s+(?:holidays?|vacations?|breaks?)", says("寒暑假")),
    (r"(?:in\s+|during\s+)?(?:the\s+)?(?:school\s+)?term(?:\s*-?time)?", says("开学期间")),
    (
        rf"(?:the\s+)?day\s+before\s+(?:the\s+)?({FESTIVAL})(?:\s+every\s+year)?",
        lambda m: turn_feast(m) + "前1天",
    ),
    (
        rf"(?:the\s+)?day\s+after\s+(?:the\s+)?({FESTIVAL})(?:\s+every\s+year)?",
        lambda m: turn_feast(m) + "后1天",
    ),
    (
        rf"([0-9]{{1,2}}|one|two|three|four|five|six)\s+days?\s+(before|after)\s+(?:the\s+)?({FESTIVAL})(?:\s+every\s+year)?",
        lambda m: (
            FESTIVAL_WORDS[m.group(3)]
            + ("前" if m.group(2) == "before" else "后")
            + f"{count_of(m.group(1))}天"
        ),
    ),
    (rf"(?:on\s+)?(?:the\s+)?({FESTIVAL})(?:\s+(?:every|each)\s+year)?", turn_feast),
    (
        rf"(?:in\s+)?({words(tuple(SEASON_NAMES))})(?=\s*[(])",
        lambda m: SEASON_NAMES[m.group(1)],
    ),
    (rf"(?:in\s+)?({words(tuple(SEASON_NAMES))})\b", lambda m: SEASON_NAMES[m.group(1)]),
    (r"(?:every|each)\s+year|yearly|annually", says("每年")),
    # times
    (
        (
            rf"(?:from\s+)?(?P<first>{ANY_CLOCK}|[0-9]{{1,2}})\s*{TO}\s*(?P<last>{ANY_CLOCK})\s*"
            r"(?P<next>\(?(?:on\s+)?(?:the\s+)?(?:next|following)\s+(?:day|morning)\)?)"
        ),
        turn_clock_range,
    ),
    (
        r"(?:at\s+)?([0-9]{1,2})(?:[:.]([0-9]{2}))?(?:\s*o'?clock)?\s+in\s+the\s+(morning|afternoon|evening)",
        lambda m: (
            {"morning": "上午", "afternoon": "下午", "evening": "晚上"}[m.group(3)]
            + f"{m.group(1)}点{m.group(2) + '分' if m.group(2) else ''}"
        ),
    ),
    (
        rf"([0-9]{{1,2}})(?:[:.]([0-9]{{2}}))?\s*{TO}\s*([0-9]{{1,2}})(?:[:.]([0-9]{{2}}))?\s*([ap])\.?m\b\.?",
        turn_clock_span,
    ),
    (CLOCK, turn_clock),
    (r"(?:at\s+)?(?:12(?::00)?\s+)?noon", says("12:00")),
    (r"(?:at\s+)?(?:12\s+)?midnight", says("半夜12点")),
    (r"([0-9]{1,2})\s*o'?clock", lambda m: f"{m.group(1)}点"),
    (r"at\s+([0-9]{1,2})(?![0-9:.]|\s*[ap]\.?m)", lambda m: f"{m.group(1)}点"),
    (r"(?:the\s+)?next\s+day(?:\s+at)?", says("次日")),
    (
        r"all\s+day|(?:open\s+)?24\s+hours(?:\s+a\s+day)?|round\s+the\s+clock|around\s+the\s+clock",
        says("24小时"),
    ),
    (r"(?:in\s+the\s+)?small\s+hours", says("凌晨")),
    (r"(?:in\s+the\s+)?early\s+mornings?", says("早上")),
    (r"(?:at\s+)?midday", says("中午")),
    (r"(?:in\s+the\s+)?early\s+evenings?", says("傍晚")),
    (r"(?:at\s+)?night", says("半夜")),
    (r"(?:in\s+the\s+)?mornings?", says("上午")),
    (r"(?:in\s+the\s+)?afternoons?", says("下午")),
    (r"(?:in\s+the\s+)?evenings?", says("晚上")),
    (
        rf"(?:in\s+)?({MONTHS_NAMED})(?:\s+every\s+year)?(?=\s*(?:$|[,;]))",
        lambda m: "每年" + turn_month_names(m.group(1)),
    ),
    # joints
    (r"from\s+now(?:\s+on)?|as\s+of\s+now|effective\s+immediately", says("即日起")),
    (
        r"further\s+notice|until\s+further\s+notice|to\s+be\s+announced|tba|by\s+appointment",
        says("另行通知"),
    ),
    (r"\bor\b", says("或")),
    (r"(?:around|about|approximately|approx|roughly|circa)\b\.?", says("大约")),
    (r"(?:some|most|usually|sometimes|occasional(?:ly)?)\b", says("有时")),
    (r"(?:sharp|onwards?)\b", says("")),
    (r"(?:to|until|till|through)\b", says("至")),
    (r"and\b|&", says("、")),
    (r"(?:tomorrow|today|tonight|next\s+week|this\s+week)", says("今天")),
    (r"(?:on|at|from|the|in|of|during|o)\b", says("")),
)


@cache
def find_table() -> tuple[tuple[re.Pattern[str], Turn], ...]:
    """Return patterns with what they become, in the order in which they are tried.

    Compiled when the first English phrase is read, for it takes a tenth of a start.
    """
    return tuple((re.compile(pattern), turn) for pattern, turn in _ENTRIES)
