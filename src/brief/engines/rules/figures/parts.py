"""Tokens in, fractions out: 'two thirds', 'half an hour', 'a quarter of', 'one in five'."""

from __future__ import annotations

import re
from typing import NamedTuple

from brief.engines.rules.figures.data import number_words, words
from brief.engines.rules.figures.tokens import WORD, Tokens

_BOTTOM = re.compile(r"\d{1,3}(?:,\d{3})*")


class Part(NamedTuple):
    """A fraction read up to token `after`."""

    value: float
    after: int
    open: bool = False
    """A scale word may follow and multiply it ('half a million')."""


def read_part(tokens: Tokens, index: int) -> Part | None:
    """Return the fraction in words that begins at token `index`."""
    low = tokens.low(index)
    if low == "half":
        return _half(tokens, index)
    if number_words().ones.get(low):
        return _several(tokens, index) or _share(tokens, index)
    return _lone(tokens, index) if low in number_words().parts else None


def _several(tokens: Tokens, index: int) -> Part | None:
    """Read 'two thirds', 'three-quarters', 'one-third', 'one third of'."""
    top = number_words().ones[tokens.low(index)]
    hyphen = tokens.low(index + 1) == "-"
    after = index + 2 + hyphen
    name = tokens.low(after - 1)
    if name not in number_words().parts or name == "half" or name.endswith("s") != (top > 1):
        return None
    scaled = [tokens.low(after + k) for k in range(3)]
    if top > 1 and scaled[:2] == ["of", "a"] and scaled[2] in number_words().scales:
        return Part(top / number_words().parts[name], after + 2, open=True)
    sure = hyphen or top > 1 or tokens.low(after) in words("numbers", "share_follow")
    return Part(top / number_words().parts[name], after) if sure else None


def _share(tokens: Tokens, index: int) -> Part | None:
    """Read 'one in five', 'one-in-five', 'nine out of ten'."""
    lows = [tokens.low(index + k) for k in (1, 2, 3)]
    steps = _share_steps(lows)
    known = number_words()
    top = known.ones[tokens.low(index)]
    low = tokens.low(index + steps)
    bottom = known.ones.get(low) or known.tens.get(low)
    if low.isdecimal() and len(low) < 4:
        bottom = float(low)  # "seven out of 10 firms"
    if not steps or not bottom or top >= bottom:
        return None
    if top > 1 and lows[0] == "in" and _spends(tokens, index + steps + 1):
        return None
    return Part(top / bottom, index + steps + 1)


def _share_steps(lows: list[str]) -> int:
    """Return how many tokens lie between the two numbers of a share, 0 when it is none."""
    if lows[:2] == ["out", "of"] or lows == ["-", "in", "-"]:
        return 4 if lows[0] == "-" else 3
    if lows[:2] == ["in", "every"]:
        return 3
    return 2 if lows[0] == "in" else 0


def digit_share(tokens: Tokens, index: int) -> tuple[float, int] | None:
    """Read '1 in 10', '1-in-4', '3 in 4 voters', '9 out of 10' as a fraction."""
    lows = [tokens.low(index + k) for k in (1, 2, 3)]
    steps = _share_steps(lows)
    top, bottom = tokens.at(index).raw, tokens.at(index + steps).raw
    # Without a comma a long number may be a year: "3 in 2019".
    if not steps or not top.isdecimal() or not _BOTTOM.fullmatch(bottom):
        return None
    bottom = bottom.replace(",", "")
    noun = len(bottom) == 1 and tokens.at(index + steps + 1).kind == WORD
    if not (top == "1" or noun or "every" in lows or lows[0] == "out") or not 0 < int(top) < int(
        bottom
    ):
        return None
    if top != "1" and lows[0] == "in" and _spends(tokens, index + steps + 1):
        return None
    return int(top) / int(bottom), index + steps + 1


def _spends(tokens: Tokens, place: int) -> bool:
    """Tell whether times or games stand at `place`: 'three in eight games' is no share."""
    return tokens.low(place) in words("numbers", "spent")


def _half(tokens: Tokens, index: int) -> Part | None:
    """Read 'half a million', 'half an hour', 'half of', 'by half'; 'first half' is a period."""
    before, after = tokens.low(index - 1), index + 1
    if before in words("numbers", "half_periods"):
        return None
    hyphen = tokens.low(after) == "-"
    if tokens.low(after + hyphen) in ("a", "an"):
        return Part(0.5, after + hyphen + 1, open=True)
    if hyphen:
        return None
    if tokens.low(after) in number_words().scales:
        return Part(0.5, after, open=True)
    follows = tokens.low(after) in words("numbers", "share_follow")
    return Part(0.5, after) if follows or before in words("numbers", "share_before") else None


def _lone(tokens: Tokens, index: int) -> Part | None:
    """Read 'a third of', 'by a quarter', 'quarter century', 'a quarter of a million'."""
    low = tokens.low(index)
    if low.endswith("s"):
        return None
    value = 1 / number_words().parts[low]
    after = index + 1 + (tokens.low(index + 1) == "-")
    if low == "quarter" and tokens.low(after) in ("century", "mile"):
        return Part(value, after)
    if low == "quarter" and tokens.low(after) in ("million", "billion", "trillion"):
        return Part(value, after, open=True)
    if tokens.low(index - 1) not in ("a", "one") or after > index + 1:
        return None
    if tokens.low(after) == "of":
        scale = tokens.low(after + 1) == "a" and tokens.low(after + 2) in number_words().scales
        return Part(value, after + 2, open=True) if scale else Part(value, after)
    if tokens.low(after) in words("numbers", "share_measured") or _compares(tokens, after):
        return Part(value, after)
    before = tokens.low(index - 2)
    if before in ("from", "against", "with") and tokens.low(after) in ("in", "to"):
        return Part(value, after)  # "up from a third in 2021"
    # "cut by $150m, or a third."
    again = before == "or" and tokens.at(after).kind != WORD and tokens.at(index - 3).raw == ","
    return Part(value, after) if again or before in words("numbers", "share_before") else None


def _compares(tokens: Tokens, place: int) -> bool:
    """Tell whether a share is compared: `a tenth more than`, `a fifth fewer.`"""
    if tokens.low(place) not in words("numbers", "share_compared"):
        return False
    return tokens.low(place + 1) in words("numbers", "share_ends")
