"""The sentences of a source in, those that its page cut off out."""

from __future__ import annotations

import re
from collections.abc import Sequence

CUT, LONG = 0.2, 10
"""Share of a text's sentences that may lack a mark at their end, and words from which one that
does is no heading or item of a list, but cut off."""
_END = re.compile(r"[.!?…:;][\"”’»')\]]*(?:\s*\[?\d{1,3}\]?)*$")
"""What ends a sentence, with the quotation marks and the marks of notes behind it."""


def unmarked(texts: Sequence[str]) -> frozenset[int]:
    """Return which sentences, by their place, lack a mark at their end: headings, what is cut off.

    Where many have none (notes, lists) it tells nothing, and none is returned.
    """
    found = [at for at, text in enumerate(texts) if not _END.search(text)]
    return frozenset(found) if len(found) <= CUT * len(texts) else frozenset()


def left_open(text: str) -> bool:
    """Tell whether a sentence is left open at its end (`...`): the begin of a text, cut short."""
    return text.endswith(("...", "…"))


def cut_off(texts: Sequence[str]) -> frozenset[int]:
    """Return which sentences, by their place, break off before their end."""
    return frozenset(at for at in unmarked(texts) if len(texts[at].split()) >= LONG)
