"""A text in, the same with the words whole that a line end cut in two, and the way back.

A text copied from print reads `alli-` at the end of one line and `ance` at the begin of the next.
Whoever looks for words reads them whole; whoever quotes counts characters of the text as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right

_CUT = re.compile(r"(?<=[^\W\d_])-[ \t]*\r?\n[ \t]*(?=[^\W\d_])")
_LEFT = re.compile(r"[^\W_]+$")
# What a hyphen ties to the next word in the midst of a line too: `long-term`, `self-interest`.
_TIED = frozenset(
    "long short mid well self so non anti pro co post pre high low half full all cross counter semi"
    " multi inter intra sub ultra ex great near far hard soft fast slow old new deep wide free"
    " one two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy"
    " eighty ninety first second third sea land air ground north south east west state market"
    " war peace oil gas energy trade arms US EU UK".lower().split()
)


def joined(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return `text` with cut words whole, and (offset in it, characters dropped so far) pairs."""
    if "-" not in text or "\n" not in text:
        return text, []
    parts: list[str] = []
    shifts: list[tuple[int, int]] = []
    last = length = dropped = 0
    for cut in _CUT.finditer(text):
        left = _LEFT.search(text, last, cut.start())
        compound = text[cut.end()].isupper() or (left and left.group().lower() in _TIED)
        kept = cut.start() + bool(compound)
        parts.append(text[last:kept])
        length += kept - last
        dropped += cut.end() - kept
        shifts.append((length, dropped))
        last = cut.end()
    return ("".join(parts) + text[last:], shifts) if shifts else (text, [])


def back(offset: int, shifts: list[tuple[int, int]], *, end: bool = False) -> int:
    """Return the offset in the text as it is of an `offset` in the joined text.

    An `end` stands behind a character: one that ends where a word was cut ends before the cut.
    """
    place = bisect_right(shifts, offset - end, key=lambda shift: shift[0]) - 1
    return offset + (shifts[place][1] if place >= 0 else 0)
