"""A piece and a place in, whether and how the one can stand in the other out."""

from __future__ import annotations

from brief.edits.pieces import units
from brief.edits.words import joined
from brief.model.brief import Inline, Paragraph, Text
from brief.model.edit import Piece, Place


def needs(piece: Piece) -> str:
    """Return what kind of place a piece can stand in."""
    return piece.kind if piece.kind in ("item", "row", "work") else "block"


def as_block(piece: Piece) -> Piece:
    """Return the piece as one that can stand among blocks, with all its words."""
    if needs(piece) == "block":
        return piece
    words: list[Inline] = []
    for inlines in units(piece).values():
        words += [Text(text=" | "), *inlines] if words else inlines
    return Paragraph(id=piece.id, children=joined(tuple(words)))


def position(siblings: list[str], place: Place) -> int:
    """Return where among siblings a place is."""
    if not place.after:
        return 0
    for key in place.after:
        if key in siblings:
            return siblings.index(key) + 1
    return siblings.index(place.before) if place.before in siblings else len(siblings)
