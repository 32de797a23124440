"""Words in, the stems of those that carry content out, and how much two sets of stems share."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache, lru_cache

from brief.engines.rules.lexicon import load
from brief.engines.rules.tokens import Token

_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ions", "ion", "ed",
            "es", "ly", "ity", "al", "s", "e", "y")  # fmt: skip
_BY_LAST = {
    last: [ending for ending in _ENDINGS if ending[-1] == last]
    for last in {ending[-1] for ending in _ENDINGS}
}
"""The endings by their last letter: few are tried."""
_SHORTEST = 3  # letters of a word that carries content


@cache
def _stopwords() -> frozenset[str]:
    return frozenset(load("marks.yaml")["stopwords"])


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Return a word without its commonest endings; enough to match forms of one word.

    Empty for a word that carries no content.
    """
    if len(word) < _SHORTEST or word in _stopwords() or word[0].isdigit():
        return ""
    word = word.removesuffix("'s")
    for ending in _BY_LAST.get(word[-1], ()):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def content(words: Sequence[Token]) -> list[str]:
    """Return the stems of the words that carry content."""
    return [found for word in words if word.is_word and (found := stem(word.low))]


def similarity(left: frozenset[str], right: frozenset[str]) -> float:
    """Return how much two sentences share: common stems over the geometric mean of their sizes."""
    if not left or not right:
        return 0.0
    return len(left & right) / math.sqrt(len(left) * len(right))
