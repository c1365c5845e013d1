"""JPEG and PNG without what cameras and programs write beside the pixels, which stay the same."""

import struct

_SOS, _APP0, _APP2, _APP14, _COMMENT = 0xDA, 0xE0, 0xE2, 0xEE, 0xFE
_ALONE = (0x01, *range(0xD0, 0xD9))
"""Markers without a segment (ITU-T T.81, B.1.1.3)."""
_KEPT = {_APP0: b"JFIF\0", _APP2: b"ICC_PROFILE\0", _APP14: b"Adobe"}
"""Application segments that say how the pixels are to be shown."""
_PNG = b"\x89PNG\r\n\x1a\n"
_KEPT_CHUNKS = (
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"pHYs"),
)
"""The chunks that say how the pixels are to be shown (W3C PNG, 11); iCCP may hold any text."""


def strip_jpeg(data: bytes) -> bytes:
    """Return a JPEG without EXIF, XMP, comments, thumbnails and what follows its end.

    Raises ValueError if it is none.
    """
    if data[:2] != b"\xff\xd8":
        raise ValueError("no JPEG")
    kept, position = [data[:2]], 2
    while True:
        while data[position : position + 2] == b"\xff\xff":  # filling bytes
            position += 1
        if len(data) < position + 4 or data[position] != 0xFF:
            raise ValueError("no marker")
        marker = data[position + 1]
        if marker in _ALONE:
            position += 2
            continue
        if marker == 0xD9:
            kept.append(data[position : position + 2])
            return b"".join(kept)
        end = position + 2 + int.from_bytes(data[position + 2 : position + 4])
        if marker == _SOS:
            end = _find_scan_end(data, end)
        if _is_kept(marker, data[position + 4 : position + 20]):
            kept.append(data[position:end])
        position = end


def _is_kept(marker: int, head: bytes) -> bool:
    if marker in _KEPT:
        return head.startswith(_KEPT[marker])
    return marker != _COMMENT and not _APP0 <= marker <= 0xEF


def _find_scan_end(data: bytes, position: int) -> int:
    """Return where the next marker is behind a scan: 0xFF with neither 0 nor a restart after it."""
    while True:
        position = data.find(b"\xff", position)
        if position < 0 or position + 1 >= len(data):
            raise ValueError("no end")
        if data[position + 1] != 0 and data[position + 1] not in range(0xD0, 0xD8):
            return position
        position += 2


def strip_png(data: bytes) -> bytes:
    """Return a PNG without text, EXIF, time and what follows its end. ValueError if it is none."""
    if not data.startswith(_PNG):
        raise ValueError("no PNG")
    kept, position = [_PNG], len(_PNG)
    while position + 12 <= len(data):
        (length,) = struct.unpack(">I", data[position : position + 4])
        kind, end = data[position + 4 : position + 8], position + 12 + length
        if kind in _KEPT_CHUNKS:
            kept.append(data[position:end])
        if kind == b"IEND":
            return b"".join(kept)
        position = end
    raise ValueError("no end")
