"""Chinese typesetting that WeasyPrint does not do: what stays together on a line.

Works on finished HTML, outside tags, so that no template has to think of it.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import count

from markupsafe import Markup

from generator.render.title_lines import width_in_ems

_BODY = re.compile(r"(<body.*</body>)", re.DOTALL)
_LEFT_ALONE = "|".join(rf"{name}\b.*?</{name}" for name in ("svg", "style", "pre", "code"))
_TAG = re.compile(rf"(<(?:{_LEFT_ALONE}|[^>]*)>)", re.DOTALL)
JOINER = "\N{WORD JOINER}"
_NUMBER = "\0"
"""Stands for a number that is not known yet; no text has it."""
_DATE = r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号])?(?:（周.）)?"
_CLOCK = r"(?:[上中下]午|早上|晚上|凌晨|次日)?\d{1,2}(?:[:：]\d\d|点(?:半|\d{1,2}分)?)"
_HOURS = rf"{_CLOCK}(?:[-–—至到]{_CLOCK})?"
_COUNT = r"\d[\d.]*(?:余|多)?[万]?[余]?[元㎡米人户条名个次天层楼岁点]"
_WEEKDAY = r"第[一二三四五1-5]个?(?:周|星期)[一二三四五六日天]"
_FEAST = r"(?:农历)?[正一二三四五六七八九十冬腊]月(?:初|十|廿|三十)[一二三四五六七八九十]?"
_PERSON = r"[\u4e00-\u9fff](?:老师|医生|师傅|律师|书记|主任|阿姨|爷叔|先生|女士)"
"""A family name and what goes with it."""
_TOGETHER = re.compile("|".join((_DATE, _HOURS, _COUNT, _WEEKDAY, _FEAST, _PERSON)))
_PHONE = re.compile(r"(?<![\d-])(?:\+?\d[\d-]{1,9} |[（(]0\d{2,3}[）)] ?)[\d -]{2,12}\d(?!\d)")
_LEAKS = re.compile(r"(?<=\S)(?=[·℃%‰°…—])|(?<=[￥¥$№])(?=\S)")
_ENDS = re.compile(r"(?:</(?:strong|em)>)*</(?:p|li|div)>")
_WHOLE_NAME = "whole"
_WHOLE = re.compile(rf'<[^>]* class="(?:[^"]* )?{_WHOLE_NAME}[ "]')
"""An element that is not broken anyway."""
_FOOT = "<footer"
"""From here on no text is in type so large that it might be wider than the sheet."""
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_SPACES = re.compile("[\u1680\u2000-\u200a\u2028\u2029\u205f]")
_WIDE = 6.0
"""Ems from which on a text may be wider than a sheet in the largest type."""
_SHORT = 12
"""A text of so few characters is one line anyway."""
_LAST = re.compile(r"[\u3400-\u9fff]{3}[。！？]?$")
_LINK = re.compile(r"</?a\b[^>]*>|<img\b[^>]*>")


def set_type(markup: str) -> str:
    """Return a page whose body keeps times, dates, phones and names whole.

    A paragraph's last line has three characters at least.
    """
    head, body, tail = _BODY.split(markup, maxsplit=1)
    parts = _TAG.split(body)
    numbers = count(1)
    measured = True
    for index in range(0, len(parts), 2):
        before = parts[index - 1] if index else ""
        measured = measured and not before.startswith(_FOOT)
        text = parts[index]
        if not text:
            continue
        if _WHOLE_NAME in before and _WHOLE.match(before):
            parts[index] = _plain(text)
        elif text.strip():
            ends = _ENDS.match("".join(parts[index + 1 : index + 6]))
            pieces = _set_text(text, ends=bool(ends), measured=measured)
            parts[index] = (
                "".join([f"{piece}{next(numbers)}" for piece in pieces[:-1]]) + pieces[-1]
            )
    return head + "".join(parts) + tail


def bare_prose(html: str) -> Markup:
    """Return a body without links and pictures, which paper has no use for."""
    return Markup(_LINK.sub("", html))  # noqa: S704 - markdown-it with html=False wrote it


@lru_cache(maxsize=1 << 12)  # posters of a board have labels, days and offices in common
def _set_text(text: str, *, ends: bool, measured: bool) -> tuple[str, ...]:
    """Return a text typeset, divided where the number of a run that is to be measured goes.

    `ends` says that it ends a paragraph, `measured` that it may be wider than the sheet.
    """
    text = _plain(text)
    long = len(text) > _SHORT
    text = _TOGETHER.sub(_keep_and_measure if measured else _join, text)
    text = text.replace("</span><span", "</span><wbr><span")  # a date and its hours may part
    if ends and long:
        text = _LAST.sub(_join, text)
    text = _LEAKS.sub(JOINER, text)
    return tuple(_PHONE.sub(r'<span class="whole">\g<0></span>', text).split(_NUMBER))


def _plain(text: str) -> str:
    """Return the text as faces know it: letters composed, no variation selectors, usual spaces.

    A selector asks for another form of a character; a face that has none shows the usual one, and
    so do we (Unicode 16, 23.4). An emoji is not saved by it: the face lacks the emoji itself.
    """
    return _SPACES.sub(" ", _SELECTORS.sub("", unicodedata.normalize("NFC", text)))


def _keep_and_measure(found: re.Match[str]) -> str:
    """Return a text that is not broken; a wide one so that the press measures it.

    A long date in large type may be wider than the sheet, and then the type has to shrink.
    """
    if width_in_ems(found[0]) < _WIDE:
        return _join(found)
    return f'<span class="whole" id="area.run{_NUMBER}">{found[0]}</span>'


def _join(found: re.Match[str]) -> str:
    """Return the text with word joiners: no line breaks, and no trace of them in the PDF."""
    return JOINER.join(found[0])
