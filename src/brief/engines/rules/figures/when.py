"""Tokens in; where the words begin that say when, out: `exports [last year] rose`."""

from __future__ import annotations

from brief.engines.rules.figures.data import mapping, words
from brief.engines.rules.figures.tokens import DIGITS, Tokens

_DATED = 8
"""Tokens of a date at most."""
_IN_DATES = frozenset(
    ("the", "first", "second", "half", "quarter", "of", "early", "late", "months")
)
WHICH = frozenset(("last", "this", "next", "each", "every", "past", "previous"))
"""What stands before a span of time that says when: `last year`."""


def before_time(tokens: Tokens, k: int) -> int:
    """Return the place at or before `k` where words that say when end: `exports [last year] …`."""
    while (earlier := _before_one_time(tokens, k)) < k:
        k = earlier
    return k


def _before_one_time(tokens: Tokens, k: int) -> int:
    if tokens.low(k - 1) in WHICH and tokens.low(k) in words("cues", "spans"):
        return k - 2
    at = k
    while k - at < _DATED and (tokens.at(at).kind == DIGITS or _dates(tokens, at)):
        at -= 1
    dated = at < k and tokens.low(at) in ("in", "since", "during", "over")
    return at - 1 if dated else k


def _dates(tokens: Tokens, k: int) -> bool:
    """Tell whether a word may stand in a date: `in the first half of 2020`, `in May-June 2020`."""
    low = tokens.low(k)
    return low in mapping("words", "months") or low in _IN_DATES or tokens.at(k).raw in ("-", "–")
