"""QR codes: as SVG for browsers, as PNG for the press."""

import html
import io
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache

import segno

QUIET_ZONE = 4
"""Modules of white on each side, as the standard asks for."""

_LEVEL = "m"
_MASK = 2
"""Fixed, so that the same address gives the same picture whatever segno thinks of masks."""
_FEW_BITS = 24
"""Short addresses differ by no more at first, and soon by none that no code before them had."""
_DIGITS = bytes.maketrans(b"\0\1", b"01")
_RUN_END = "10"
_ROW_END = "0/"
"""Begins with a light module, so that a run ends at the end of its row as elsewhere."""


@lru_cache(maxsize=512)
def draw_qr(text: str, title: str) -> str:
    """Return an `<svg>` of the code for `text`, quiet zone included, to be sized by a style sheet.

    `title` is what a screen reader says instead. Error correction is level M; raises ValueError
    (`segno.DataOverflowError`) if `text` is too long for any code, which is above 2,331 bytes.
    """
    side, modules = _find_modules(text)
    size = side + 2 * QUIET_ZONE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" class="qr">'
        f"<title>{html.escape(title, quote=False)}</title>"
        f'<path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/>'
        f'<path stroke="#000" d="{_trace(side, modules)}"/></svg>\n'
    )


@lru_cache(maxsize=512)
def print_qr(text: str) -> bytes:
    """Return a PNG of the code for `text`, one pixel a module, quiet zone included.

    WeasyPrint takes a third of the time over it that it takes over the SVG. To be enlarged without
    smoothing. Raises ValueError as `draw_qr` does.
    """
    buffer = io.BytesIO()
    _make_code(text).save(buffer, kind="png", border=QUIET_ZONE, scale=1)
    return buffer.getvalue()


def _make_code(text: str, mode: str | None = None) -> segno.QRCode:
    return segno.make(text, error=_LEVEL, mask=_MASK, mode=mode, micro=False, boost_error=False)


def _trace(side: int, modules: int) -> str:
    """Return strokes along all runs of dark modules, each from where the last one ended."""
    bits = f"{modules:0{side * side}b}"
    rows = _ROW_END.join([bits[start : start + side] for start in range(0, side * side, side)])
    dark, _, _ = rows.rpartition("1")
    strokes = "".join(map(_strokes(side).__getitem__, dark.split(_RUN_END)))
    # The first module is dark in every code, and so none is before it.
    return f"M{QUIET_ZONE} {QUIET_ZONE + 0.5}" + strokes.removeprefix("m1 0")


class _Strokes(dict[str, str]):
    """The stroke along a run of dark modules after a gap, which may lead to a later row.

    What stands here lacks the two signs at which it was split: a light module before, and the last
    dark one.
    """

    def __init__(self, side: int) -> None:
        super().__init__()
        self._side = side

    def __missing__(self, run: str) -> str:
        before, *others = f"0{run}".rstrip("1").split("/")
        # A row has one light module more than the code, before it ends.
        right = len(others[-1]) - (self._side + 1 - len(before)) if others else len(before)
        stroke = self[run] = f"m{right} {len(others)}h{run.count('1') + 1}"
        return stroke


_strokes = cache(_Strokes)


def _find_modules(text: str) -> tuple[int, int]:
    """Return what `_make_modules` returns, from what is known of similar codes if it can be."""
    # A small letter is neither a digit nor one of the few signs that codes have a denser mode for.
    plain = text.isascii() and any(map(str.islower, text))
    return _family(len(text)).sum_up(text) if plain else _make_modules(text)


def _make_modules(text: str, mode: str | None = None) -> tuple[int, int]:
    """Return how many modules wide a code is, and all of them as one number, dark ones as 1."""
    matrix = _make_code(text, mode).matrix
    return len(matrix), int(b"".join(matrix).translate(_DIGITS), 2)


class _Family:
    """The codes of ASCII texts of one length, most of them made by adding.

    Error correction and the mask are sums over GF(2) (ISO/IEC 18004, 7.5 and 7.8). So where two
    texts differ by one bit, their codes differ by the same modules, whatever the rest of them is. A
    site's short addresses differ by some dozens of bits, of which each is learned once.
    """

    def __init__(self, length: int) -> None:
        self._length = length
        self._known = 0, 0, 0
        self._effects: dict[int, int] = {}

    def sum_up(self, text: str) -> tuple[int, int]:
        """Return what `_make_modules` returns."""
        number = int.from_bytes(text.encode(), "big")
        known, size, modules = self._known
        bits = list(_split_bits(number ^ known))
        unknown = [bit for bit in bits if bit not in self._effects]
        if not size or len(unknown) > _FEW_BITS:
            self._known = number, *_make_modules(text)  # what comes next is more likely like it
            return self._known[1:]
        for bit in unknown:
            self._effects[bit] = self._make(bit) ^ self._blank
        for bit in bits:
            modules ^= self._effects[bit]
        return size, modules

    @cached_property
    def _blank(self) -> int:
        return self._make(0)

    def _make(self, number: int) -> int:
        return _make_modules(number.to_bytes(self._length, "big").decode("ascii"), "byte")[1]


_family = cache(_Family)


def _split_bits(number: int) -> Iterator[int]:
    """Yield the powers of two that make up a number."""
    while number:
        yield number & -number
        number &= number - 1
