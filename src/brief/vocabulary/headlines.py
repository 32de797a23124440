"""Words in, whether they are written as English writes the title of a work out."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SMALL = re.compile(
    "a|an|the|and|but|or|nor|for|yet|so|of|in|on|to|at|by|as|if|up|off|out|per|via|vs|from|into"
    "|with|over|than|that|is|are",
    re.IGNORECASE,
)
"""What stays small in a title, in one style or another."""
_FEWEST = 3
"""Capitals beyond the first word: a quotation may well name one or two states or persons."""


def is_title(text: str) -> bool:
    """Tell whether all words but the small ones begin with a capital: `The Road to a New Pact`."""
    found = _WORD.findall(text)
    large = [word for word in found[1:] if word[0].isupper()]
    return len(large) >= _FEWEST and all(w[0].isupper() or _SMALL.fullmatch(w) for w in found)
