"""The words of a sentence in, the shape of what it says out: past, weighed, announced, on money."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from brief.engines.rules.cues import low
from brief.engines.rules.tokens import Token

_NOT_PAST = frozenset(
    ["is", "are", "be", "been", "being", "has", "have", "having", "and", "the", "a", "an", "of",
     "more", "most", "well", "highly", "its", "their", "as", "or", "not", "yet", "already"]
)  # fmt: skip
_SIGN = re.compile(r"[$€£¥%]")
_MONEY = re.compile(r"\b(?:percent|per cent|million|billion|trillion)\b", re.IGNORECASE)


def announces(lows: Sequence[str]) -> bool:
    """Recognize what leads to something else: `For these reasons:`, `He asked whether …`."""
    if lows[-1:] == [":"]:
        return True
    return "whether" in lows and any(
        word in ("asked", "ask", "asks", "wondered", "wonder")
        and "whether" in lows[place + 1 : place + 4]
        for place, word in enumerate(lows)
    )


def is_money(text: str) -> bool:
    """Tell whether a sentence speaks of shares or sums: `5%`, `two million`."""
    low = text.lower()
    named = "illion" in low or "cent" in low
    return bool(_SIGN.search(text) or (named and _MONEY.search(text)))


def past_tenses(words: Sequence[Token], lows: Sequence[str], main: int) -> int:
    """Count the past tenses of the main clause; participles (`accelerated by`) are none."""
    count = 0
    for place, word in enumerate(lows[main:], main):
        if word in ("was", "were", "had", "did"):
            count += 3 if word == "did" else 1  # what did not happen is history, not a claim
        elif word.endswith("ed") and len(word) > 4 and words[place].text.islower():
            before, after = low(words, place - 1), low(words, place + 1)
            count += before not in _NOT_PAST and after not in ("by", "with", "on", "at", "to", "in")
    return count


def balanced(lows: Sequence[str]) -> bool:
    """Recognize `not X but Y`, `less X than Y`, `neither X nor Y`, `…, but …`."""
    if "neither" in lows and "nor" in lows:
        return True
    if "rather" in lows and "than" in lows:
        return True
    return ("but" in lows or "yet" in lows) and any(
        word in ("but", "yet") and before in (",", ";", "—") for before, word in pairwise(lows)
    )
