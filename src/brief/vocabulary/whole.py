"""The sentences of a source in, those that its page cut off out."""

from __future__ import annotations

import re
from collections.abc import Sequence

CUT, LONG = 0.2, 10
"""Share of a text's sentences that may lack a mark at their end, and words from which one that
does is no heading or item of a list, but cut off."""
_END = re.compile(r"[.!?…:;][\"”’»')\]]*(?:\s*\[?\d{1,3}\]?)*$")
"""What ends a sentence, with the quotation marks and the marks of notes behind it."""

_LONG_WORD = re.compile(r"\b[^\W\d_]{4,}")


def unmarked(texts: Sequence[str]) -> frozenset[int]:
    """Return which sentences, by their place, lack a mark at their end: headings, what is cut off.

    Where many have none (notes, lists) it tells nothing, and none is returned.
    """
    found = [at for at, text in enumerate(texts) if not _END.search(text)]
    return frozenset(found) if len(found) <= CUT * len(texts) else frozenset()


def left_open(text: str) -> bool:
    """Tell whether a sentence is left open at its end (`...`): the begin of a text, cut short."""
    return text.endswith(("...", "…"))


def labels(texts: Sequence[str]) -> frozenset[int]:
    """Return which lines name something and say nothing: `Center on Straits, Quay Street`.

    They lack a mark at their end, which others have, and all of their long words are capitalized.
    """
    found = [at for at, text in enumerate(texts) if not _END.search(text)]
    if len(found) == len(texts):
        return frozenset()
    longs = {at: _LONG_WORD.findall(texts[at]) for at in found}
    return frozenset(
        at
        for at, long in longs.items()
        if len(long) > 1 and all(word[0].isupper() for word in long)
    )


def cut_off(texts: Sequence[str]) -> frozenset[int]:
    """Return which sentences, by their place, break off before their end."""
    return frozenset(at for at in unmarked(texts) if len(texts[at].split()) >= LONG)
