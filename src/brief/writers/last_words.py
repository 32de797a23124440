"""The HTML of a text in, the same with its last words held together out.

A last line of one short word looks like a fault. The words stay as they are, with a plain space
between them: only how the page may break them changes.
"""

from __future__ import annotations

import re
from html import unescape

LEAST, MOST = 12, 26
"""Characters that the last line of a text has at least, and that are held together at most."""
JOINER = "\u2060"
"""Word joiner, invisible: no note mark begins a line."""
_PIECES = re.compile(r"<[^>]*>|[^<]+")
_FLOWS = re.compile(r"</?(?:a|data|em|i|q|span|strong|sup)\b(?![^>]*class=\"(?:aside|said))")
"""Tags of what runs on in a line."""


def held(html: str) -> str:
    """Return HTML whose last words, two or more, no line parts; as it is where they are too long.

    What ends in the middle of them, such as a quotation, is held up to its end: nothing breaks
    between that and what follows.
    """
    start = _start(html)
    return html[:start] + _wrapped(html[start:]) if start else html


def _start(html: str) -> int:
    """Return where the words begin that are to be held together, 0 for none."""
    words = length = 0
    for piece in reversed(list(_PIECES.finditer(html))):
        if piece[0].startswith("<"):
            if not _FLOWS.match(piece[0]):
                return 0
            continue
        for word in reversed(list(re.finditer(r" |[^ ]+", piece[0]))):
            at = piece.start() + word.start()
            if word[0] != " ":
                length += len(unescape(word[0]).replace(JOINER, ""))
                continue
            words += 1
            # a space alone between two elements is not drawn: one must end a text
            if words > 1 and LEAST <= length <= MOST and word.start():
                return at + 1
            length += 1
            if length > MOST:
                return 0
    return 0


def _wrapped(tail: str) -> str:
    """Return the end of a text in spans that do not break, each within one element."""
    depth, begun, made = 0, 0, ""
    for tag in re.finditer(r"<(/?)[^>]*>", tail):
        depth += -1 if tag[1] else 1
        if depth < 0:
            made += _span(tail[begun : tag.start()]) + tag[0]
            begun, depth = tag.end(), 0
    return made + _span(tail[begun:])


def _span(html: str) -> str:
    return f'<span class="whole">{html}</span>' if " " in html else html
