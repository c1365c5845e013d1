"""Coverage-guided fuzzing of the language of times; needs `pip install atheris`.

    python benchmarks/fuzz_schedule.py -max_total_time=60

Every input must give a schedule or a refusal, and a schedule must expand without raising; anything
else stops the run and leaves the input in a file.
"""

import sys
from datetime import date

import atheris

with atheris.instrument_imports(include=["generator.schedule"]):
    from generator.schedule import Refusal, packaged_calendar, parse_schedule

WORDS = """
每 每周 每月 三 五 日 周六 第二个 最后一个 工作日 节假日 顺延 暂停 除外 农历 九月初九 闰 重阳节
春节前 天 3月5日 2026年 2月29日 上午 下午 晚 9点 半 14:00 24:00 - 至 到 次日 、 ， ； （ ） 起 前
即日起 隔周三 单月 逢 寒假 开学期间 夏季 every Wednesday second Saturday of each month 2 pm
except until 30 June 0 1 31 十 廿
""".split()  # noqa: SIM905 - read as a list of words
CALENDAR = packaged_calendar()
PUBLISHED = date(2026, 3, 1)
LAST = date(2027, 2, 28)


def make_phrase(data: bytes) -> str:
    """Return raw text, or words of the grammar in an order that the bytes choose."""
    if data[:1] and data[0] < 64:
        return data[1:].decode("utf-8", "surrogatepass" if data[0] < 8 else "replace")
    return "".join(WORDS[byte % len(WORDS)] for byte in data[1:80])


def try_input(data: bytes) -> None:
    """Parse and expand one phrase."""
    try:
        phrase = make_phrase(data)
    except UnicodeDecodeError:
        return
    found = parse_schedule(phrase, published=PUBLISHED)
    if isinstance(found, Refusal):
        assert 0 <= found.offset <= len(phrase)
        return
    found.occurrences(PUBLISHED, LAST, CALENDAR)
    found.cautions(PUBLISHED, LAST, CALENDAR)
    found.reading("zh")
    found.reading("en")


if __name__ == "__main__":
    atheris.Setup(sys.argv, try_input)
    atheris.Fuzz()
