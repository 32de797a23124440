"""Text in, tokens with offsets out: words, runs of digits, single signs, web addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from brief.vocabulary.hyphens import back, joined

WORD, DIGITS, SIGN, OPAQUE = "word", "digits", "sign", "opaque"
DASHES = frozenset("-–—‐‑−")
"""Hyphens, dashes and the minus sign."""

# Possessive quantifiers and bounded groups keep every alternative linear, also on 100 kB of digits.
_TOKEN = re.compile(
    r"(?P<opaque>(?:https?://|www\.)\S++|(?!\d{1,3}(?:\.\d{3}){2,4}(?![\d.]))\d++(?:\.\d++){2,})"
    r"|(?P<digits>\d{1,3}(?:\.\d{3}){2,4}(?![\d.])|\d{1,3}(?:,\d{2,3}){0,6},\d{3}(?!\d)(?:\.\d++)?|\d++(?:\.\d++)?|(?<![\w.])\.\d++)"
    r"|(?P<word>(?:[A-Za-z]\.){2,}|[^\W\d_]++(?:['’][^\W\d_]++)*)"
    r"|(?P<sign>\S)"
)


@dataclass(slots=True, eq=False)
class Token:
    """One piece of the text; `text[start:end] == raw`, but for words that a line end cut."""

    raw: str
    low: str
    kind: str
    start: int
    end: int
    glued: bool
    """No white space stands between this token and the one before it."""
    line_start: bool
    """First token of its line."""


_END = Token("", "", "end", -1, -1, False, True)


T = TypeVar("T")


class _Places(dict[int, T]):
    """What stands at each place of a text, and the same for every place outside."""

    __slots__ = ("_outside",)

    def __init__(self, items: Iterable[T], outside: T) -> None:
        super().__init__(enumerate(items))
        self._outside = outside

    def __missing__(self, place: int) -> T:
        return self._outside


class Tokens:
    """The tokens of one text, with an end mark for every index outside."""

    __slots__ = ("at", "items", "low", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.items = _tokenize(text)
        # Asked for hundreds of times in a sentence: a look-up without a call of ours.
        self.at: Callable[[int], Token] = _Places(self.items, _END).__getitem__
        """Return the token at an index, or an empty mark when there is none."""
        self.low: Callable[[int], str] = _Places([t.low for t in self.items], "").__getitem__
        """Return the lower-case form at an index, '' outside the text."""

    def __len__(self) -> int:
        return len(self.items)


def _tokenize(text: str) -> list[Token]:
    """Cut `text` into tokens, in order."""
    out: list[Token] = []
    end = -1
    whole, shifts = joined(text)
    for found in _TOKEN.finditer(whole):
        raw, (start, stop) = found.group(), found.span()
        low = raw.lower() if raw.isalpha() else raw.lower().replace("’", "'")
        glued, fresh = start == end, end < 0 or "\n" in whole[end:start]
        end = stop
        if shifts:
            start, stop = back(start, shifts), back(stop, shifts, end=True)
        out.append(Token(raw, low, found.lastgroup or SIGN, start, stop, glued, fresh))
    return out
