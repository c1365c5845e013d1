"""Measures how long it takes to parse a phrase and to expand it over one year.

Run: python -m benchmarks.schedule. The target is less than a millisecond for plain rules.
"""

import timeit
from datetime import date

from generator.schedule import Refusal, Schedule, packaged_calendar, parse_schedule

PLAIN = (
    "每周三14:00-16:00",
    "每月第二个周六上午9点至11点",
    "每月5日、20日下午2点至4点",
    "每月最后一天",
    "3月5日(周四)下午两点半到四点",
    "3月4日起，隔周三下午2点",
    "every Wednesday 14:00-16:00",
)
OTHERS = (
    "每天上午十点和下午三点",
    "工作日上午8点半至11点半、下午1点半至5点",
    "每月首个工作日上午9点",
    "每周三下午2点至4点，春节放假暂停",
    "每月15日上午9点，节假日顺延",
    "重阳节上午9点",
    "农历每月初一、十五上午8点",
    "开学期间周一至周五16:30-18:00",
    "每周三2点",
)
_ROUNDS = 200
_FIRST, _LAST = date(2026, 3, 1), date(2027, 2, 28)


def measure(phrase: str) -> float:
    """Return the milliseconds for parsing a phrase and expanding it over a year, the best of 5."""
    calendar = packaged_calendar()

    def once() -> object:
        found = parse_schedule(phrase, published=_FIRST)
        if isinstance(found, Schedule):
            return found.occurrences(_FIRST, _LAST, calendar)
        assert isinstance(found, Refusal)
        return found

    return min(timeit.repeat(once, number=_ROUNDS, repeat=5)) / _ROUNDS * 1000


def main() -> None:
    """Print a line for each phrase."""
    for title, phrases in (("plain rules", PLAIN), ("others", OTHERS)):
        print(title)
        for phrase in phrases:
            print(f"  {measure(phrase):6.3f} ms  {phrase}")


if __name__ == "__main__":
    main()
