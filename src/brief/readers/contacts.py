"""Pieces in, the blocks cut that say how one reaches a person: name, office, place, address.

Those of the authors stand in the first half of a text; they are its byline, where no other is.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from brief.readers import names
from brief.readers.bylines import is_role_line, names_alone
from brief.readers.credited import Head
from brief.readers.persons import REACHED, is_place
from brief.readers.pieces import Piece, is_prose, words
from brief.readers.signs import reason_to_cut

_LONGEST_BLOCK = 7
_LONGEST_OFFICE = 12
# Whom to ask about a text has not written it.
_ASKED = re.compile(r"\b(?:contacts?|enquir\w+|inquir\w+|press|media|information)\b", re.IGNORECASE)


def cut_contacts(pieces: Sequence[Piece], head: Head) -> None:
    """Cut the blocks that print a name and, below it, an office, a place and an address of mail."""
    if not any(REACHED.match(piece.text) for piece in pieces):
        return
    half = sum(map(_running, pieces)) / 2
    seen = 0
    found: list[str] = []
    house = ""
    for place, piece in enumerate(pieces):
        seen += _running(piece)
        near = list(itertools.takewhile(_is_office, pieces[place + 1 : place + _LONGEST_BLOCK]))
        mail = next((i for i, one in enumerate(near, 1) if REACHED.match(one.text)), 0)
        named = names_alone(piece.text) if mail and not piece.cut else ()
        offices = (is_role_line(one.text) or is_place(one.text) for one in near[: mail - 1])
        if len(named) != 1 or piece.kind == "note" or not (mail == 1 or any(offices)):
            continue
        asked = any(_ASKED.search(one.text) for one in pieces[max(0, place - 1) : place])
        for one in (piece, *near[:mail]):
            reached = asked or reason_to_cut(one.text, edge=True) == "contact"
            one.cut = "contact" if reached else "byline"
        if seen <= half and not asked:
            found += named
            houses = (one.text for one in near[:mail] if names.is_organization(one.text))
            house = house or next(houses, "")
    head.authors = tuple(found)
    head.affiliation = house


def _running(piece: Piece) -> int:
    return words(piece.text) if not piece.cut and is_prose(piece.text) else 0


def _is_office(piece: Piece) -> bool:
    """Tell whether a line may stand between a name and its address: short, and no sentence."""
    short = words(piece.text) <= _LONGEST_OFFICE and piece.text[-1] not in ".!?:"
    return short and piece.kind != "note" and not piece.cut
