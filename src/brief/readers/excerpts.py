"""Pieces in, begins of other texts cut: three or more paragraphs in a row that break off in dots.

A page that is saved with its cards prints them one below the other, each cut short. A text that
breaks off so three times in a row does not argue. At its end `links` wants less of them.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from brief.readers.links import is_begun
from brief.readers.pieces import Piece, is_prose, words

_LEAST = 3
# A turn of a conversation may break off, and is shorter.
_LEAST_WORDS = 12


def cut_excerpts(pieces: Sequence[Piece]) -> None:
    """Cut such runs on a page that has half as much other running text as they hold."""
    runs = [list(run) for begun, run in itertools.groupby(pieces, key=_is_excerpt) if begun]
    found = [piece for run in runs if len(run) >= _LEAST for piece in run]
    excerpts = {piece.start for piece in found}
    others = (one for one in pieces if one.start not in excerpts and not one.cut)
    told = sum(words(one.text) for one in others if is_prose(one.text))
    for piece in found if 2 * told > sum(words(one.text) for one in found) else ():
        piece.cut = piece.cut or "related-links"


def _is_excerpt(piece: Piece) -> bool:
    return is_begun(piece) and words(piece.text) >= _LEAST_WORDS
