"""Pieces in, sentences joined that a scraper broke at their links.

It sets the words of a link in a line of their own: `In her`, `last report`, `, the minister says
...`. No line of a text begins with a comma or a stop; what does goes on with the link above it, and
with the begin of the sentence above that. Nor does a paragraph end in a comma.
"""

from __future__ import annotations

import re

from brief.readers.pieces import Piece, ends_sentence, join, open_above, words

_GOES_ON = re.compile(r"(?:[,;)]|[.?!](?![.?!]))(?=\s|$)|[’']s\s")
_LONGEST_LINK = 14
_LONG = 80


def _is_broken(above: str, below: str) -> bool:
    """Tell whether a long line ends in a comma and the next one in a stop."""
    return len(above) >= _LONG and above[-1] == "," and ends_sentence(below)


def join_linked(raw: str, pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with each line that begins with a mark joined to the two above it."""
    joined: list[Piece] = []
    for piece in pieces:
        link = open_above(joined, piece)
        if link is not None and _is_broken(link.text, piece.text):
            joined[-1] = join(raw, link, piece)
            continue
        linked = link is not None and not ends_sentence(link.text) and _GOES_ON.match(piece.text)
        if link is None or not linked:
            joined.append(piece)
            continue
        joined.pop()
        short = words(link.text) <= _LONGEST_LINK and "\n" not in link.text
        begun = open_above(joined, link) if short else None
        if begun is not None and not ends_sentence(begun.text):
            joined.pop()
            link = join(raw, begun, link)
        joined.append(join(raw, link, piece))
    return joined
