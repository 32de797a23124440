"""A text in, the same as a reader sees it, and the way back: cut words whole, no marks of Markdown.

A text copied from print reads `alli-` at the end of one line and `ance` at the begin of the next;
one saved from a page reads `the [pact](https://...)` or `**never**`. Whoever looks for words reads
them as they are meant; whoever quotes counts characters of the text as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from brief.vocabulary.lists import word_set

_CUT = re.compile(r"(?<=[^\W\d_])-[ \t]*\r?\n[ \t]*(?=[^\W\d_])")
_LEFT = re.compile(r"[^\W_]+$")
_tied = word_set(__package__, "hyphens.yaml", "tied")
"""What a hyphen ties to the next word in the midst of a line too: `long-term`, `self-interest`."""


# "[words](address)": what a reader sees of a link are its words.
_LINK = re.compile(
    r"(!?\[)[^\[\]\n]{1,200}"
    r"(\]\((?:[^()\s]|\([^()\s]*\)){1,400}(?: \"[^\"\n]*\")?\)(?:\{[^{}\n]*\})?)"
)
_STRONG = re.compile(r"\*{2,3}|(?<!\w)__(?=\w)|(?<=\w)__(?!\w)")
_SLANTED = re.compile(
    r"(?<![\w*])(\*)(?=[^\s*])[^*\n]{1,200}?(?<=\S)(\*)(?![\w*])"
    r"|(?<![\w_])(_)(?=[^\s_])[^_\n]{1,200}?(?<=[^\s_])(_)(?![\w_])"
)


_SIGNS = ("\n", "](", "*", "_")
"""One of them stands in every text that is not read as it is written."""


def joined(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return `text` as it is read, and (offset in it, characters dropped so far) pairs.

    Cut words are whole; of Markdown's emphasis and links the words alone are left.
    """
    if not any(map(text.__contains__, _SIGNS)):
        return text, []
    drops = sorted([*_cuts(text), *_markup(text)])
    if not drops:
        return text, []
    parts: list[str] = []
    shifts: list[tuple[int, int]] = []
    last = length = dropped = 0
    for start, end in drops:
        if start < last:
            continue  # `**` that opens a link has been dropped with it
        parts.append(text[last:start])
        length += start - last
        dropped += end - start
        shifts.append((length, dropped))
        last = end
    return "".join(parts) + text[last:], shifts


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """Yield what parts the halves of a word: hyphen and line end, or the line end alone."""
    last = 0
    for cut in _CUT.finditer(text) if "-" in text and "\n" in text else ():
        left = _LEFT.search(text, last, cut.start())
        compound = text[cut.end()].isupper() or (left and left.group().lower() in _tied())
        last = cut.end()
        yield cut.start() + bool(compound), last


def _markup(text: str) -> Iterator[tuple[int, int]]:
    """Yield the marks of Markdown around words, and where its links go."""
    for link in _LINK.finditer(text) if "](" in text else ():
        yield link.span(1)
        yield link.span(2)
    if "**" in text or "__" in text:
        yield from (mark.span() for mark in _STRONG.finditer(text))
    for mark in _SLANTED.finditer(text) if "*" in text or "_" in text else ():
        sign = 1 if mark[1] else 3
        yield mark.span(sign)
        yield mark.span(sign + 1)


def back(offset: int, shifts: list[tuple[int, int]], *, end: bool = False) -> int:
    """Return the offset in the text as it is of an `offset` in the joined text.

    An `end` stands behind a character: one that ends where a word was cut ends before the cut.
    """
    place = bisect_right(shifts, offset - end, key=lambda shift: shift[0]) - 1
    return offset + (shifts[place][1] if place >= 0 else 0)


def forth(offset: int, shifts: list[tuple[int, int]]) -> int:
    """Return the offset in the joined text of an `offset` in the text as it is."""
    before = 0
    for length, dropped in shifts:
        if length + dropped > offset:
            return min(offset - before, length)
        before = dropped
    return offset - before
