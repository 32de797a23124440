"""A text in, the place where its letters are not what a reader sees out."""

from __future__ import annotations

import re

_TURNED = re.compile(rb"\xe2\x80[\xad\xae]")
"""In UTF-8 the signs U+202D and U+202E, which show what follows in another order. They are gone
from a text that is decoded."""
_MIXED = re.compile(
    r"(?<![^\W_])[^\W\d_]*?(?:[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z])[^\W\d_]*"
)
"""A word of Latin and Cyrillic letters, of which many look alike (Unicode standard UTS 39)."""

_CYRILLIC = re.compile("[\u0400-\u04ff]")


def turned_round(data: bytes) -> int | None:
    """Return the line of a file in which letters are shown in another order than they are read."""
    found = _TURNED.search(data)
    return data.count(b"\n", 0, found.start()) + 1 if found else None


def mixed(text: str) -> tuple[int, str] | None:
    """Return where a word of two scripts stands in a text, and the word."""
    found = _MIXED.search(text) if _CYRILLIC.search(text) else None
    return (found.start(), found.group()) if found else None
