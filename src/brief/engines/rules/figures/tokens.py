"""Text in, tokens with offsets out: words, runs of digits, single signs, web addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass

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


class Tokens:
    """The tokens of one text, with an end mark for every index outside."""

    __slots__ = ("items", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.items = _tokenize(text)

    def __len__(self) -> int:
        return len(self.items)

    def at(self, index: int) -> Token:
        """Return the token at `index`, or an empty mark when there is none."""
        return self.items[index] if 0 <= index < len(self.items) else _END

    def low(self, index: int) -> str:
        """Return the lower-case form at `index`, '' outside the text."""
        return self.items[index].low if 0 <= index < len(self.items) else ""


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
