"""Inlines in, the words that count for comparing out; two texts in, how alike they are out."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from brief.model.brief import Inline, Inlines, Text

_WORD = re.compile(r"\w+")
_DECISIVE = re.compile(r"\d|^(?:not?|never|none|nor|without|unless|cannot)$")
"""Words whose change is always a change of content: numbers and negations."""
MATERIAL = 0.9
"""Texts less alike than this, word by word, say something else. Judged on rewordings by hand:
a changed article or a fixed typo in a sentence of 20 words stays above, a changed clause below."""


def alike(first: str, second: str) -> float:
    """Return from 0 to 1 how alike two texts are, word by word."""
    if first == second:
        return 1.0
    one, two = _WORD.findall(first.casefold()), _WORD.findall(second.casefold())
    if not one or not two:
        return 0.0
    return SequenceMatcher(None, one, two, autojunk=False).ratio()


def material(was: str, now: str) -> bool:
    """Return whether a text says something else than before, not merely in other words."""
    one, two = _WORD.findall(was.casefold()), _WORD.findall(now.casefold())
    if [w for w in one if _DECISIVE.search(w)] != [w for w in two if _DECISIVE.search(w)]:
        return True
    return one != two and SequenceMatcher(None, one, two, autojunk=False).ratio() < MATERIAL


def says(text: str, words: str) -> bool:
    """Return whether some lines of a text say what the words do."""
    lines, many = text.split("\n"), words.count("\n") + 1
    windows = ("\n".join(lines[at : at + many]) for at in range(len(lines) - many + 1))
    return any(not material(window, words) for window in windows)


def joined(inlines: Inlines) -> Inlines:
    """Return the inlines with neighboring texts as one and empty ones left out."""
    made: list[Inline] = []
    for inline in inlines:
        last = made[-1] if made else None
        if isinstance(inline, Text) and isinstance(last, Text):
            made[-1] = Text(text=last.text + inline.text)
        elif not isinstance(inline, Text) or inline.text:
            made.append(inline)
    return tuple(made)
