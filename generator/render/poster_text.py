"""Chinese typesetting that WeasyPrint does not do: what stays together, and what is squeezed.

Works on finished HTML, outside tags, so that no template has to think of it.
"""

import re

from markupsafe import Markup

_BODY = re.compile(r"(<body.*</body>)", re.DOTALL)
_TAG = re.compile(r"(<(?:svg\b.*?</svg|style\b.*?</style|[^>]*)>)", re.DOTALL)
_JOINER = "\N{WORD JOINER}"
_CLOSING = "，。、；：？！）》」』】〕〉”’"
_OPENING = "（《「『【〔〈“‘"
_SQUEEZED = re.compile(
    rf"([{_CLOSING}]+)(?=[{_CLOSING}{_OPENING}])|(?<=[{_OPENING}])([{_OPENING}]+)"
)
_DATE = r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号])?(?:（周.）)?"
_CLOCK = r"(?:[上中下]午|早上|晚上|凌晨|次日)?\d{1,2}(?:[:：]\d\d|点(?:半|\d{1,2}分)?)"
_HOURS = rf"{_CLOCK}(?:[-–—至到]{_CLOCK})?"
_COUNT = r"\d[\d.]*(?:余|多)?[万]?[余]?[元㎡米人户条名个次天层楼岁点]"
_TOGETHER = re.compile(f"{_DATE}|{_HOURS}|{_COUNT}")
_PHONE = re.compile(r"(?<![\d-])\+?\d[\d-]{1,9} [\d -]{2,12}\d(?!\d)")
_LEAKS = re.compile(r"(?<=\S)(?=[·℃%‰°…—])|(?<=[￥¥$№])(?=\S)")
_ENDS = re.compile(r"(?:</(?:strong|em)>)*</(?:p|li|div)>")
_SHORT = 12
"""A text of so few characters is one line anyway."""
_LAST = re.compile(r"[\u3400-\u9fff]{3}[。！？]?$")
_LINK = re.compile(r"</?a\b[^>]*>|<img\b[^>]*>")

_WIDE = re.compile(r"[^\x00-ɏ]")
_AFTER = re.compile(r"[，、：；！？。）》”]$|[\s]$")
_BEFORE = re.compile(r"^[（《“]")
_WORD = re.compile(r"[A-Za-z0-9.:–—-]+|.", re.DOTALL)


def set_type(markup: str) -> str:
    """Return a page whose body keeps times, dates and phones whole and squeezes punctuation.

    A paragraph's last line has three characters at least.
    """
    head, body, tail = _BODY.split(markup, maxsplit=1)
    parts = _TAG.split(body)
    for index in range(0, len(parts), 2):
        if parts[index].strip():
            ends = _ENDS.match("".join(parts[index + 1 : index + 6]))
            parts[index] = _set_text(parts[index], ends=bool(ends))
    return head + "".join(parts) + tail


def bare_prose(html: str) -> Markup:
    """Return a body without links and pictures, which paper has no use for."""
    return Markup(_LINK.sub("", html))  # noqa: S704 - markdown-it with html=False wrote it


def width_in_ems(text: str) -> float:
    """Return about how wide a text is: a Chinese character is 1, a Latin one a bit over half."""
    return sum(1.0 if _WIDE.match(character) else 0.56 for character in text)


def balance_lines(title: str, widest: float) -> tuple[str, ...]:
    """Divide a title into the fewest lines of at most `widest` ems, about equally long.

    Breaks after punctuation if that is nearly as even; never inside a number or a Latin word.
    """
    count = max(1, -(-int(width_in_ems(title) * 100) // int(widest * 100)))
    lines: list[str] = []
    rest = _WORD.findall(title.strip())
    for remaining in range(count, 1, -1):
        target = width_in_ems("".join(rest)) / remaining
        cut = min(range(1, len(rest)), key=lambda i: _badness(rest, i, target), default=len(rest))
        lines.append("".join(rest[:cut]).strip())
        rest = rest[cut:]
    lines.append("".join(rest).strip())
    return tuple(line for line in lines if line)


def _badness(words: list[str], cut: int, target: float) -> float:
    first = "".join(words[:cut])
    distance = abs(width_in_ems(first) - target)
    if words[cut] in _CLOSING or words[cut - 1] in _OPENING:
        return distance + 100
    if _AFTER.search(first) or _BEFORE.match(words[cut]):
        return distance - 2.5
    return distance - 0.8 if words[cut - 1] in "的与和" else distance


def _set_text(text: str, *, ends: bool) -> str:
    text = _TOGETHER.sub(_join, text)
    if ends and len(text) > _SHORT:
        text = _LAST.sub(_join, text)
    text = _LEAKS.sub(_JOINER, text)
    text = _PHONE.sub(r'<span class="whole">\g<0></span>', text)
    return _SQUEEZED.sub(lambda found: f'<span class="half">{found[0]}</span>', text)


def _join(found: re.Match[str]) -> str:
    """Return the text with word joiners: no line breaks, and no trace of them in the PDF."""
    return _JOINER.join(found[0])
