"""Pieces in, what stands behind the end of the text cut: teasers, offers and lists of the page.

A biography, a note on the publication, a line of copyright: each may stand in a box amid the text.
Two of different kinds, with nearly all of the text above them, show that it is over; then a short
paragraph behind them belongs to the page as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.readers import signs
from brief.readers.pieces import Piece, is_prose, words

_ENDS = frozenset({
    "bio", "editorial-note", "copyright", "tags", "comments", "contact", "journal-note",
    "site-blurb", "blog-footer", "page-footer",
})  # fmt: skip
_LEAST_ENDS = 2
_LONGEST = 60
# "Reporting by Jane Doe; Editing by John Roe" is an end by itself.
_BY_DESK = re.compile(r"\b(?:reporting|writing|compiled) by [^.!?]{3,120}[;,.] ?editing by\b", re.I)
_LONGEST_DESK = 300
# So large a part of the running text stands above its end.
_ABOVE = 0.8


def cut_closed(pieces: Sequence[Piece]) -> None:
    """Cut what stands behind two different signs of the end and most of the running text."""
    counts = [words(piece.text) if _is_running(piece) else 0 for piece in pieces]
    enough = _ABOVE * sum(counts)
    seen, start = 0, 0
    ends: set[str] = set()
    for place, (piece, count) in enumerate(zip(pieces, counts, strict=True)):
        if piece.cut in _ENDS:
            start = start if ends else place
            ends.update((piece.cut, *_BY_DESK.findall(piece.text[:_LONGEST_DESK])))
        elif count and (len(ends) < _LEAST_ENDS or seen < enough or count > _LONGEST):
            ends.clear()
            seen += count
    for piece in pieces[start:] if len(ends) >= _LEAST_ENDS and seen >= enough > 0 else ():
        if not piece.cut and piece.kind != "note" and not signs.heads_notes(piece.text):
            piece.cut = "page-footer"


def _is_running(piece: Piece) -> bool:
    return not piece.cut and piece.kind != "note" and is_prose(piece.text)
