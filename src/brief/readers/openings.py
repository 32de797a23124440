"""The first lines of a page in; what opens one of them parted from it: byline, agency, day."""

from __future__ import annotations

import re

from brief.readers import names
from brief.readers.bylines import Credit, credit_of
from brief.readers.credited import Head
from brief.readers.dates import Order, find_date
from brief.readers.pieces import Piece, is_prose, split_at

_WIRE = re.compile(
    r"\((?P<house>[^\W\d_a-z][^()]{2,40})\)\s+(?P<who>[^\W\d_a-z][^.:;()]{4,80}?)\s+[–—-]+\s+"
)
_WIRE_TOP = 15
_LABELLED = re.compile(
    r"(?:date|published|posted)\s*:?\s+(?P<day>\d{4}-\d\d-\d\d)\s+(?=\S)", re.IGNORECASE
)
_LABELLED_TOP = 4


def part_glued_byline(pieces: list[Piece]) -> None:
    """Part `Author Jane Doe Ph.D. candidate at Any University` from the text run into it."""
    for place, piece in enumerate(pieces[:40]):
        if piece.cut or not is_prose(piece.text):
            continue
        credit = credit_of(piece.text, Order())
        at = 0 if credit and credit.explicit else names.body_after_byline(piece.text)
        if at:
            _part(pieces, place, at).cut = "byline"
            return


def part_labelled(pieces: list[Piece], head: Head) -> None:
    """Part `date 2019-04-12` from the line that it opens."""
    for place, piece in enumerate(pieces[:_LABELLED_TOP]):
        dated = _LABELLED.match(piece.text)
        found = find_date(dated["day"], Order()) if dated else None
        if dated and found:
            day = _part(pieces, place, dated.end())
            day.cut = ""
            head.credits[day.start] = Credit(issued=found.issued)
            return


def part_wire(pieces: list[Piece], head: Head) -> None:
    """Part `(Reuters) Jane Doe and John Roe -` from the first paragraph, which it opens."""
    for place, piece in enumerate(pieces[:_WIRE_TOP]):
        wire = _WIRE.match(piece.text) if not piece.cut and is_prose(piece.text) else None
        authors, rest = names.split_names(wire["who"], sure=True) if wire else ((), "")
        if wire and authors and not rest.strip(" ,."):
            byline = _part(pieces, place, wire.end())
            byline.cut = "byline"
            head.credits[byline.start] = Credit(authors, publisher=wire["house"], explicit=True)
            return


def _part(pieces: list[Piece], place: int, end: int) -> Piece:
    """Part a line at `end`, in its place; return what opened it."""
    parts = pieces[place : place + 1] = split_at(pieces[place], [end])
    return parts[0]
