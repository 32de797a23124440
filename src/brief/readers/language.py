"""A text in, whether it is in English out: other languages are read without sense."""

from __future__ import annotations

import re

_HELPERS = frozenset(["the", "and", "that", "to", "of", "with", "by", "from", "this"])
"""Words that every English text is full of; of other languages each has one or two at most."""
_LEAST_SHARE = 0.06
"""The share of them in the barest English page seen is half as large again (0.089)."""
_LEAST_WORDS = 40
"""A shorter text may be English without many of them."""
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 20_000


def is_english(text: str) -> bool:
    """Tell whether a text is in English, by its script and by the small words in it."""
    words = _WORD.findall(text[:_LOOKED_AT].lower())
    letters = "".join(words)
    if len(_LATIN.findall(letters)) * 2 < len(letters):
        return False
    helpers = sum(word in _HELPERS for word in words)
    return len(words) < _LEAST_WORDS or helpers >= _LEAST_SHARE * len(words)
