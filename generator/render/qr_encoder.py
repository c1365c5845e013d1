"""QR codes of short texts: ISO/IEC 18004, versions 1 to 10, mode byte, level M, mask 010.

That is what addresses need. segno makes all codes there are, and so takes some ten times as long
for one, and to be imported as long as a changed page takes; the tests hold these codes against its.
"""

from functools import cache
from itertools import chain, zip_longest

LONGEST = 213
"""Bytes that the largest of these codes has room for."""

_BLOCKS = {
    1: (10, [16]), 2: (16, [28]), 3: (26, [44]), 4: (18, [32] * 2), 5: (24, [43] * 2),
    6: (16, [27] * 4), 7: (18, [31] * 4), 8: (22, [38] * 2 + [39] * 2),
    9: (22, [36] * 3 + [37] * 2), 10: (26, [43] * 4 + [44]),
}  # fmt: skip
"""By version: the codewords of error correction in each block, and those of data (table 9)."""
_BYTE_MODE = "0100"
_PADDING = bytes([0b11101100, 0b00010001])
_END = b"\0"
"""Padding begins with it as that of segno does, whose codes posters have; no reader looks there."""
_FORMAT = 0b101_1110_0111_1100
"""Level M and mask 010 with their error correction, masked (table C.1)."""
_VERSIONS = {7: 0x07C94, 8: 0x085BC, 9: 0x09A99, 10: 0x0A4D3}
"""With their error correction (table D.1); smaller codes do not name theirs."""
_LONG_COUNTS = 10
"""The version from which on the number of characters has 16 bits instead of 8."""
_FIELD = 0x11D
"""The polynomial of the field GF(256) that error correction reckons in (7.5.2)."""


def encode_bytes(data: bytes) -> tuple[int, int]:
    """Return how many modules wide the code of `data` is, and all of them as one number.

    They come row by row, the first as the highest bit, dark ones as 1. `data` has 1 to
    `LONGEST` bytes.
    """
    version = next(each for each in _BLOCKS if len(data) <= _room(each))
    side, fixed, places = _lay_out(version)
    modules = fixed
    for place, bit in zip(places, _write_bits(_add_correction(version, data)), strict=False):
        if bit == "1":
            modules ^= place
    return side, modules


def _room(version: int) -> int:
    """Return how many bytes of text a code holds, beside the mode and the count of them."""
    return sum(_BLOCKS[version][1]) - (3 if version >= _LONG_COUNTS else 2)


def _write_bits(codewords: bytes) -> str:
    return f"{int.from_bytes(codewords, 'big'):0{8 * len(codewords)}b}"


def _add_correction(version: int, data: bytes) -> bytes:
    """Return all codewords in the order in which they are placed (7.4 to 7.6)."""
    corrections, sizes = _BLOCKS[version]
    count = f"{len(data):0{16 if version >= _LONG_COUNTS else 8}b}"
    bits = f"{_BYTE_MODE}{count}{_write_bits(data)}0000"
    words = int(bits, 2).to_bytes(len(bits) // 8, "big")
    words = (words + _END + _PADDING * sum(sizes))[: sum(sizes)]
    blocks = []
    for size in sizes:
        blocks.append(words[:size])
        words = words[size:]
    checks = [_find_remainder(block, corrections) for block in blocks]
    in_turn = chain(*zip_longest(*blocks), *zip_longest(*checks))
    return bytes(word for word in in_turn if word is not None)


def _find_remainder(block: bytes, corrections: int) -> list[int]:
    """Return the codewords of Reed and Solomon for a block."""
    powers, logarithms = _field()
    generator = _generator(corrections)
    remainder = [0] * corrections
    for word in block:
        factor = word ^ remainder[0]
        remainder = [*remainder[1:], 0]
        if factor:
            log = logarithms[factor]
            remainder = [
                old ^ powers[log + each] for old, each in zip(remainder, generator, strict=True)
            ]
    return remainder


@cache
def _generator(degree: int) -> list[int]:
    """Return the product of all (x - 2^i), without its first term, as logarithms."""
    powers, logarithms = _field()
    product = [1]
    for root in range(degree):
        times = [powers[logarithms[each] + root] for each in product]
        product = [a ^ b for a, b in zip([*product, 0], [0, *times], strict=True)]
    return [logarithms[each] for each in product[1:]]


@cache
def _field() -> tuple[list[int], dict[int, int]]:
    """Return the powers of 2, twice round so that sums of two need no remainder, and logarithms."""
    powers = [1]
    for _ in range(254):
        double = powers[-1] << 1
        powers.append(double ^ _FIELD if double > 0xFF else double)
    return powers * 2, {power: number for number, power in enumerate(powers)}


@cache
def _lay_out(version: int) -> tuple[int, int, list[int]]:
    """Return the side, the modules of a code whose data is 0, and the place of each bit of data."""
    side = 17 + 4 * version
    patterns = _draw_patterns(version, side)

    def place(x: int, y: int) -> int:
        return 1 << (side * side - 1 - y * side - x)

    fixed = sum(place(x, y) for (x, y), dark in patterns.items() if dark)
    free = [each for each in _walk(side) if each not in patterns]
    mask = sum(place(x, y) for x, y in free if x % 3 == 0)
    return side, fixed ^ mask, [place(x, y) for x, y in free]


def _walk(side: int) -> list[tuple[int, int]]:
    """Return columns and rows in the order of data: up and down in pairs of columns (7.7.3)."""
    rights = [*range(side - 1, 6, -2), 5, 3, 1]  # the column of the timing pattern is passed over
    rows = [range(side - 1, -1, -1), range(side)]
    return [(x, y) for turn, right in enumerate(rights) for y in rows[turn % 2]
            for x in (right, right - 1)]  # fmt: skip


def _draw_patterns(version: int, side: int) -> dict[tuple[int, int], bool]:
    """Return what is no data, by column and row: patterns, format and version (6.3, 7.9, 7.10)."""
    far = side - 1
    drawn = {each: i % 2 == 0 for i in range(side) for each in ((i, 6), (6, i))}
    middles = [6, *([2 * version + 8] if version in _VERSIONS else []), far - 6]
    near_finder = {(6, 6), (6, far - 6), (far - 6, 6)}
    if version > 1:
        for x, y in {(x, y) for x in middles for y in middles} - near_finder:
            drawn |= _draw_square(x, y, 2, light={1})
    for x, y in ((3, 3), (far - 3, 3), (3, far - 3)):
        drawn |= _draw_square(x, y, 4, light={2, 4})
    drawn = {(x, y): dark for (x, y), dark in drawn.items() if 0 <= x < side and 0 <= y < side}
    upper = [(8, y) for y in (0, 1, 2, 3, 4, 5, 7, 8)] + [(x, 8) for x in (7, 5, 4, 3, 2, 1, 0)]
    lower = [(far - i, 8) for i in range(8)] + [(8, side - 7 + i) for i in range(7)]
    for number in range(15):
        drawn[upper[number]] = drawn[lower[number]] = bool(_FORMAT >> number & 1)
    drawn[8, side - 8] = True
    for number in range(18 if version in _VERSIONS else 0):
        a, b = side - 11 + number % 3, number // 3
        drawn[a, b] = drawn[b, a] = bool(_VERSIONS[version] >> number & 1)
    return drawn


def _draw_square(x: int, y: int, reach: int, light: set[int]) -> dict[tuple[int, int], bool]:
    """Return rings around a module, those at the distances `light` without ink."""
    steps = range(-reach, reach + 1)
    return {(x + i, y + j): max(abs(i), abs(j)) not in light for i in steps for j in steps}
