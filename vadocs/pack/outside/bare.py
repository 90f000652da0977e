"""Compressed pictures within a PDF without what stands beside their pixels: place, day, camera, what was appended.

The pixels are not decoded: their bytes stay the same.
"""

from collections.abc import Iterator

from vadocs.pack.outside.faults import broken

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_KEPT = frozenset((0xE0, 0xEE))
"""JFIF, and Adobe's, which tells how colours were turned (ISO/IEC 10918-6, 6.5.3)."""
_PROFILE = b"ICC_PROFILE\0"
_CODESTREAM = b"\xff\x4f\xff\x51"
_BOXES = frozenset((b"jP  ", b"ftyp", b"rreq", b"jp2h", b"jpch", b"jplh", b"jp2c"))
"""What a JPEG 2000 file needs (ISO/IEC 15444-1, I.2, and 15444-2, M.11); others tell of place, rights, or anything."""


def bare_jpeg(data: bytes) -> bytes:
    """A JPEG file (ISO/IEC 10918-1, B.1) up to its end, without comments and what programs left in it.

    Raises `Unfit` for bytes that are none.
    """
    at = data.find(b"\xff\xd8")
    if at < 0:
        raise broken()
    return b"".join(_segments(data, at))


def _segments(data: bytes, at: int) -> Iterator[bytes]:
    while at + 1 < len(data):
        marker = data[at + 1]
        if data[at] != 0xFF:
            raise broken()
        if marker == 0xFF:  # fill
            at += 1
            continue
        if marker in (_START, _END) or 0xD0 <= marker <= 0xD7 or marker == 1:
            yield data[at : at + 2]
            at += 2
            if marker == _END:
                return
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if end > len(data) or end < at + 4:
            raise broken()
        profile = marker == 0xE2 and data.startswith(_PROFILE, at + 4)
        if not (0xE0 <= marker <= 0xEF or marker == 0xFE) or marker in _KEPT or profile:
            yield data[at:end]
        at = end
        if marker == _SCAN:
            at = _after_scan(data, end)
            yield data[end:at]


def _after_scan(data: bytes, at: int) -> int:
    """Where the next marker is that belongs to no scan."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            return len(data)
        if data[at + 1] not in (0, 0xFF) and not 0xD0 <= data[at + 1] <= 0xD7:
            return at
        at += 1 if data[at + 1] == 0xFF else 2


def bare_jpx(data: bytes) -> bytes:
    """A JPEG 2000 file without boxes that no pixel needs; raises `Unfit` for bytes that are none."""
    if data.startswith(_CODESTREAM):
        return data
    found, at = [], 0
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        length = int.from_bytes(data[at + 8 : at + 16]) if length == 1 else length or len(data) - at
        if length < 8 or at + length > len(data):
            break
        if kind in _BOXES:
            found.append(data[at : at + length])
        at += length
    if not any(box[4:8] == b"jp2c" for box in found):
        raise broken()
    return b"".join(found)
