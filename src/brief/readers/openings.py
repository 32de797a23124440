"""The first lines of a page in; what opens one of them parted from it: byline, agency, day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.readers import names
from brief.readers.affiliations import body_after_byline
from brief.readers.bylines import Credit, credit_of
from brief.readers.credited import Head
from brief.readers.datelines import part_datelines
from brief.readers.dates import Order, find_date
from brief.readers.pieces import Piece, is_prose, split_at
from brief.readers.shape import BULLET

_WIRE = re.compile(
    r"\((?P<house>[^\W\d_a-z][^()]{2,40})\)\s+(?P<who>[^\W\d_a-z][^.:;()]{4,80}?)\s+[–—-]+\s+"
)
_WIRE_TOP = 15
# "The Harbor Post | Jane Doe: ", "Harbor Institute – Opinion: "
_HOUSED = re.compile(
    r"(?P<house>[^\W\d_a-z][^|:.!?]{2,40}?)\s*\|\s*(?P<who>[^\W\d_a-z][^:|.!?]{4,60}):(?:\s+|$)"
)
_KINDED = re.compile(
    r"(?P<house>(?:[A-Z][\w’'&.-]*\s?){1,6}?)\s?[–—-]{1,2}\s?(?:Opinion|Interview|Commentary|Analysis"
    r"|Guest [Pp]ost|Guest [Ee]ssay|Note|Report|Exclusive|Editorial|Op-[Ee]d)\s?:\s+"
)
_LONGEST_HOUSED = 120
_LABELLED = re.compile(
    r"(?:date|published|posted)\s*:?\s+(?P<day>\d{4}-\d\d-\d\d)(?:\s+(?=\S)|$)", re.IGNORECASE
)
_LABELLED_TOP = 4


_FIELD = re.compile(r"(?:source|editor|author|time|date|published|writer)s?:?", re.IGNORECASE)
_FIELDS_TOP, _LONGEST_VALUE = 12, 60


def part_fields(pieces: Sequence[Piece], head: Head) -> None:
    """Label a box of fields, name and value in lines of their own: `Source`, `Harbor Online`, ….

    One field alone may be a heading; two in turn are a box. The source is the house; what the
    other values say, a byline or a day, is read like any line.
    """
    top = pieces[:_FIELDS_TOP]
    fields = [
        at
        for at, piece in enumerate(top[:-1])
        if _FIELD.fullmatch(piece.text.strip()) and len(top[at + 1].text) <= _LONGEST_VALUE
    ]
    for at in fields:
        if at - 2 not in fields and at + 2 not in fields:
            continue
        name, value = top[at], top[at + 1]
        name.cut = "tags"
        called = name.text.strip(" :s").casefold()
        if called == "source":
            value.cut = "site-name"
            head.publisher = head.publisher or value.text
        elif called == "editor":
            value.cut = "tags"


def lift_bullet(pieces: list[Piece]) -> None:
    """Part the bullet from a page's first line, where no other item of a list follows."""
    bullet = BULLET.match(pieces[0].text) if pieces else None
    if bullet and not pieces[0].cut and not any(BULLET.match(one.text) for one in pieces[1:3]):
        _part(pieces, 0, bullet.end()).cut = "markup"


def part_all(pieces: list[Piece], head: Head) -> None:
    """Part all that opens the first lines of a page, and label its boxes."""
    lift_bullet(pieces)
    part_fields(pieces, head)
    part_glued_byline(pieces)
    part_labelled(pieces, head)
    part_wire(pieces, head)
    part_housed(pieces, head)
    part_datelines(pieces)


def part_glued_byline(pieces: list[Piece]) -> None:
    """Part `Author Jane Doe Ph.D. candidate at Any University` from the text run into it."""
    for place, piece in enumerate(pieces[:40]):
        if piece.cut or not is_prose(piece.text):
            continue
        credit = credit_of(piece.text, Order())
        at = 0 if credit and credit.explicit else body_after_byline(piece.text)
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
            head.issued = head.issued or found.issued
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


def part_housed(pieces: list[Piece], head: Head) -> None:
    """Part `The Harbor Post | Jane Doe: ` and `Harbor Institute – Opinion: ` from what they open.

    The first is the byline of a reprint; the second a house may print before each text of a list.
    """
    for place, piece in enumerate(pieces):
        text = piece.text
        if piece.cut or ":" not in text[:_LONGEST_HOUSED]:
            continue
        said, kind = _HOUSED.match(text), _KINDED.match(text)
        authors, rest = names.split_names(said["who"]) if said else ((), "")
        whole = said is not None and said.end() == len(text)
        if said and authors and not rest.strip() and (whole or is_prose(text)):
            byline = piece if whole else _part(pieces, place, said.end())
            byline.cut = "byline"
            head.credits[byline.start] = Credit(authors, publisher=said["house"], explicit=True)
        elif kind and kind["house"].isascii() and is_prose(text[kind.end() :] or "a"):
            _part(pieces, place, kind.end()).cut = "site-name"
            known = any(credit.publisher for credit in head.credits.values())
            head.publisher = head.publisher or ("" if known else kind["house"].strip())


def _part(pieces: list[Piece], place: int, end: int) -> Piece:
    """Part a line at `end`, in its place; return what opened it."""
    parts = pieces[place : place + 1] = split_at(pieces[place], [end])
    return parts[0]
