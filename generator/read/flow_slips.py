"""Slips inside `[…]` and `{…}`, found by reading them as the writer meant them."""

import re
from dataclasses import dataclass, field

from generator.problems import Edit, Fact, Severity
from generator.read.slips import (
    BLANKS,
    CLOSERS,
    COLONS,
    OPENERS,
    PAIRS,
    SIGNS,
    Slip,
    change,
    end_of_blanks,
    end_of_quote,
    is_word,
    is_yaml_name,
    last_word,
    quoted,
)
from generator.read.wants import known_names

_FIELD_AFTER_COMMA = re.compile(r"[ \t\u3000]*([^\s\u3000,，、:：{}\[\]]{1,12})[ \u3000]*[:：]")
_LONGEST_PIECE = 8


@dataclass(slots=True)
class _Frame:
    """A bracket that is open, and what its entry is made of so far."""

    sign: str
    line: int
    column: int
    start: int | None = None  # where the entry's or value's plain text begins
    key: str | None = None
    has_comma: bool = False
    commas: list[tuple[int, int]] = field(default_factory=list)  # full-width ones in a list
    pieces: list[str] = field(default_factory=list)


class Flow:
    """Reads one bracketed value; afterwards `line` and `column` stand behind it."""

    def __init__(self, lines: list[str], line: int, column: int, stops: frozenset[int]) -> None:
        self.slips: list[Slip] = []
        self.line, self.column = line, column
        self._lines = lines
        self._stops = stops  # lines that begin something else, so that a bracket is unclosed
        self._frames: list[_Frame] = []

    @property
    def _text(self) -> str:
        return self._lines[self.line]

    @property
    def _top(self) -> _Frame:
        return self._frames[-1]

    def read(self) -> None:
        """Read up to the closing bracket, or to where it should have been."""
        self._take_opener(self._text[self.column])
        while self._frames:
            if self.column >= len(self._text):
                if self.line + 1 >= len(self._lines) or self.line + 1 in self._stops:
                    self._report_unclosed()
                    return
                self.line, self.column = self.line + 1, 0
                self._top.start = None
            else:
                self._take(self._text[self.column])

    def _take(self, sign: str) -> None:
        if self._top.start is None:
            self._take_start(sign)
        elif sign in PAIRS.values() or sign in CLOSERS:
            self._take_closer(sign)
        elif sign == ",":
            self._take_comma()
        elif sign in "，、；;":
            self._take_wide_comma(sign)
        elif sign in COLONS:
            self._take_colon(sign)
        elif sign == "#" and self._text[self.column - 1] in BLANKS:
            self.column = len(self._text)
        else:
            self.column += 1

    def _take_start(self, sign: str) -> None:
        """Take the first character of a key, a value or an item."""
        if sign in BLANKS:
            self.column += 1
        elif sign == "#":
            self.column = len(self._text)
        elif sign in PAIRS or sign in "［｛":
            self._take_opener(sign)
        elif sign in "\"'":
            self._take_quote(sign)
        elif sign == ",":
            self._take_comma()
        elif sign in PAIRS.values() or sign in CLOSERS:
            self._take_closer(sign)
        elif sign in SIGNS and not is_yaml_name(self._text[self.column :]):
            self._quote_rest("value-begins-with", {"sign": sign})
        else:
            self._top.start = self.column

    def _take_opener(self, sign: str) -> None:
        if sign in OPENERS:
            self._replace_sign(sign, OPENERS[sign], "bracket-full-width")
        self._frames.append(_Frame(OPENERS.get(sign, sign), self.line, self.column))
        self.column += 1

    def _take_closer(self, sign: str) -> None:
        top = self._top
        wanted = PAIRS[top.sign]
        if sign in CLOSERS:
            text = self._text[top.start : self.column] if top.start is not None else ""
            own = next(opener for opener, plain in zip(OPENERS, CLOSERS, strict=True)
                       if plain == sign)  # fmt: skip
            if text.count(own) > text.count(sign):
                self.column += 1
                return
            self._replace_sign(sign, wanted, "bracket-full-width")
        elif sign != wanted:
            others = [PAIRS[frame.sign] for frame in self._frames[:-1]]
            if sign in others:
                self._add("bracket-unclosed", top.column, line=top.line,
                          facts={"sign": top.sign, "better": wanted},
                          edits=(change(self.line, self.column, 0, wanted),))  # fmt: skip
                self._close()
                return
            self._replace_sign(sign, wanted, "bracket-mismatch")
        self._close()
        self.column += 1

    def _close(self) -> None:
        """Leave the innermost bracket; a list whose commas are all full-width was meant as one."""
        self._end_piece()
        self._report_commas(self._frames.pop())
        if self._frames:
            self._top.start = self.column + 1

    def _report_commas(self, frame: _Frame) -> None:
        if frame.commas and not frame.has_comma and are_short(frame.pieces):
            for line, column in frame.commas:
                sign = self._lines[line][column]
                # No edits: [急病打120，遇险打110] may as well be one item that has a comma.
                self._add("comma-full-width", column, line=line, facts={"sign": sign},
                          severity=Severity.WARNING)  # fmt: skip

    def _end_piece(self) -> None:
        top = self._top
        if top.start is not None:
            top.pieces.append(self._text[top.start : self.column].strip(BLANKS))
        top.start = None

    def _take_comma(self) -> None:
        self._end_piece()
        self._top.has_comma = True
        self._top.key = None
        self.column += 1

    def _take_wide_comma(self, sign: str) -> None:
        top = self._top
        fields = self._text[self.column + 1 :].lstrip(BLANKS)[:1] in ("{", "｛")
        after = self._text[self.column - 1] in "]}］｝\"'"
        if fields or after or (top.sign == "{" and self._field_follows()):
            self._add("comma-full-width", self.column, facts={"sign": sign},
                      edits=(self._comma_edit(self.line, self.column),))  # fmt: skip
            self._take_comma()
            return
        if top.sign == "[" and sign in "，、":
            self._end_piece()
            top.start = self.column + 1
            top.commas.append((self.line, self.column))
        self.column += 1

    def _field_follows(self) -> bool:
        """Whether a key comes behind a full-width comma, and no more of the sentence."""
        match = _FIELD_AFTER_COMMA.match(self._text, self.column + 1)
        if match is None:
            return False
        proper = self._text[match.end() - 1 : match.end() + 1] in (":", ": ")
        return match[1] in known_names() or (proper and is_word(match[1]))

    def _comma_edit(self, line: int, column: int) -> Edit:
        end = end_of_blanks(self._lines[line], column + 1)
        return change(line, column, end - column, ", ")

    def _take_colon(self, sign: str) -> None:
        top = self._top
        text = self._text
        start = top.start if top.start is not None else self.column
        word = text[start : self.column].strip(BLANKS)
        after = text[self.column + 1 : self.column + 2]
        proper = sign == ":" and after in ("", *" \t,]}")
        if top.key is not None:
            if proper and top.sign == "{":
                self._report_second_colon(start)
            else:
                self.column += 1
        elif proper or text[self.column - 1] in "\"'":
            if sign != ":":
                self._mend_colon(sign, word)
            self._begin_value(word)
        elif top.sign == "{" and is_word(word) and after != "/":
            self._mend_colon(sign, word)
            self._begin_value(word)
        else:
            self.column += 1

    def _mend_colon(self, sign: str, word: str) -> None:
        end = end_of_blanks(self._text, self.column + 1)
        code = "colon-space-missing" if sign == ":" else "colon-full-width"
        self._add(code, self.column, facts={"sign": sign, "word": word},
                  edits=(change(self.line, self.column, end - self.column, ": "),))  # fmt: skip

    def _begin_value(self, word: str) -> None:
        top = self._top
        top.key = word.strip("\"'")
        top.start = None
        self.column = end_of_blanks(self._text, self.column + 1)

    def _report_second_colon(self, start: int) -> None:
        """Report a colon in a value: a comma is missing before a known name, else quotes are."""
        value = self._text[start : self.column]
        word = last_word(value)
        before = value[: len(value) - len(word)]
        if word not in known_names():
            self.column = start
            self._quote_rest("colon-in-value", {})
            return
        sure = before[-1:] == " " and bool(before.strip())
        column = start + len(before)
        self._add("comma-missing", column, len(word), facts={"word": word},
                  edits=(change(self.line, start + len(before.rstrip()), 0, ","),) if sure else (),
                  )  # fmt: skip
        self._begin_value(word)

    def _take_quote(self, sign: str) -> None:
        end = end_of_quote(self._text, self.column)
        start = self.column
        if end is None:
            if any(end_of_quote(sign + line, 0) for line in self._rest_of_flow()):
                self._skip_quote(sign)
                return
            self._add("quote-unclosed", start, facts={"sign": sign})
            self.column = len(self._text.rstrip("]} \t,"))
            self._top.start = start
            return
        self._top.start = start
        self.column = end
        after = self._text[end_of_blanks(self._text, end) :][:1]
        if after and after not in ",]}:，、：#" and after not in CLOSERS:
            self.column = start
            self._quote_rest("text-after-quote", {})

    def _rest_of_flow(self) -> list[str]:
        last = min((stop for stop in self._stops if stop > self.line), default=len(self._lines))
        return self._lines[self.line + 1 : last]

    def _skip_quote(self, sign: str) -> None:
        """Go behind a quote that ends in a later line."""
        while True:
            self.line += 1
            end = end_of_quote(sign + self._text, 0)
            if end is not None:
                self.column = end - 1
                self._top.start = self.column
                return

    def _quote_rest(self, code: str, facts: dict[str, Fact]) -> None:
        """Report a value that needs quotes up to the next comma or bracket."""
        start = self.column
        match = re.compile(r"[,\]}\[{]|$").search(self._text, start + 1)
        end = match.start() if match else len(self._text)
        value = self._text[start:end].rstrip(BLANKS)
        better = quoted(value)
        closed = bool(value) and end < len(self._text) and self._text[end] not in "[{"
        width = 1 if code == "value-begins-with" else len(value)
        self._add(code, start, width, facts={**facts, "value": value, "better": better},
                  edits=(change(self.line, start, len(value), better),) if closed else (),
                  )  # fmt: skip
        self._top.start = start
        self.column = max(end, start + 1)

    def _replace_sign(self, sign: str, better: str, code: str) -> None:
        self._add(code, self.column, facts={"sign": sign, "better": better},
                  edits=(change(self.line, self.column, 1, better),))  # fmt: skip

    def _report_unclosed(self) -> None:
        """Report brackets that never end; those of one line can be closed without a doubt."""
        end = len(self._text.rstrip())
        whole = all(frame.line == self.line for frame in self._frames)
        # What stands behind a # may be a comment, and a bracket written there would be part of it.
        sure = whole and self._text[end - 1] not in ",，、:：" and "#" not in self._text
        sure = sure and not any(slip.code == "quote-unclosed" for slip in self.slips)
        better = "".join(PAIRS[frame.sign] for frame in reversed(self._frames))
        inner = self._top
        self._add("bracket-unclosed", inner.column, line=inner.line,
                  facts={"sign": inner.sign, "better": better},
                  edits=(change(self.line, end, 0, better),) if sure else ())  # fmt: skip
        self.column = end
        while self._frames:
            self._end_piece()
            self._report_commas(self._frames.pop())
        self.column = len(self._text)

    def _add(  # noqa: PLR0913 - what a slip has
        self,
        code: str,
        column: int,
        width: int = 1,
        *,
        line: int | None = None,
        facts: dict[str, Fact],
        edits: tuple[Edit, ...] = (),
        severity: Severity = Severity.ERROR,
    ) -> None:
        self.slips.append(
            Slip(code=code, line=self.line if line is None else line, column=column,
                 width=width, facts=facts, edits=edits, severity=severity)
        )  # fmt: skip


def are_short(pieces: list[str]) -> bool:
    """Whether these are several items rather than one sentence with commas in it."""
    return all(0 < len(piece) <= _LONGEST_PIECE for piece in pieces) and len(pieces) > 1
