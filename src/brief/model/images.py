"""The bytes of a picture in, its kind and size out, from its first bytes alone."""

from __future__ import annotations

import struct
from typing import Literal

Media = Literal["image/png", "image/jpeg", "image/gif"]
NAMELESS = "Picture"
"""What is said of a picture for which a person gave no words."""
MOST_BYTES = 5_000_000
"""Largest picture that a brief takes in: ten times a good photograph of half a page."""
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def media_of(data: bytes) -> Media | None:
    """Return the kind of a picture that every reader can show; `None` for all others."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    return "image/gif" if data.startswith((b"GIF87a", b"GIF89a")) else None


def image_size(data: bytes) -> tuple[int, int]:
    """Return width and height in pixels, at least 1 each; (1, 1) where they are not said."""
    media = media_of(data)
    wide = high = 1
    if media == "image/png" and len(data) >= 24:
        wide, high = struct.unpack(">II", data[16:24])
    elif media == "image/gif" and len(data) >= 10:
        wide, high = struct.unpack("<HH", data[6:10])
    elif media == "image/jpeg":
        wide, high = _jpeg_size(data)
    return max(wide, 1), max(high, 1)


def _jpeg_size(data: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        if data[at + 1] in _JPEG_FRAMES:
            high, wide = struct.unpack(">HH", data[at + 5 : at + 9])
            return wide, high
        at += 2 + int(struct.unpack(">H", data[at + 2 : at + 4])[0])
    return 1, 1
