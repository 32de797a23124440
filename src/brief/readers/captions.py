"""Pieces in, captions of pictures cut that only their place or their second printing gives away.

A page keeps what a picture shows twice: for those who do not see it, and below it. In plain text
both are left, one right below the other, beside the name of the photographer. A single sentence
that opens the text and ends in a photographer's name is none either, nor one
that tells in the present what happened on a day.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from brief.readers import names
from brief.readers.pieces import (
    LEAST_OPENING,
    Piece,
    beside,
    ends_sentence,
    has_inner_stop,
    is_prose,
    words,
)
from brief.readers.shape import BULLET
from brief.readers.signs import reason_to_cut

_CREDIT = "image-credit"
_AGENCY = re.compile(
    r"(?:AFP|AP|Reuters|REUTERS|EPA(?:-EFE)?|Getty(?: Images)?|TASS|Xinhua|Kyodo|PTI|ANI|SPA|WAM)$"
)
# "Jane Doe greets John Roe in Rome on May 5, 2016.": what has a day is told in the past, what a
# picture shows in the present.
_FILED = re.compile(r"FILE(?: PHOTO| IMAGE)? ?[–—:-]+ \S.{5,400}$")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_SCENE = re.compile(
    r"(?:[^\W\d_a-z]|A |Two )[^,;:]{2,120}?\b(?:attends?|meets? with|shakes? hands|speaks?|walks?"
    r"|looks? on"
    r"|arrives?|poses?|listens?|greets?|talks?|delivers?|address(?:es)?|stands?|waves?|gestures?"
    r"|smiles?|embraces?|hugs?|inspects?|holds?|reviews?|welcomes?|chairs?|watch(?:es)?)\b"
    rf"[^;]{{0,200}}\b(?:{_MONTH} \d{{1,2}}, (?:19|20)\d\d|\d{{1,2}} {_MONTH},? (?:19|20)\d\d)\W*$"
)
# What people do where a picture is taken, told of in the present; a treaty expires on a day, too.
_DOING = re.compile(
    r"(?:[^\W\d_a-z]|A |An |Two |Three )[^,;:]{2,140}?\b(?:attend|visit|walks?|shakes? hands|poses?"
    r"|listens? to|greets?|stands?|sits?|waves?|gestures?|smiles?|embraces?|inspects?|installs?"
    r"|uses? an?|fires? an?|patrols?|takes? part|raises? (?:a|the) flag"
    r"|chairs? a|watch(?:es)?|cross(?:es)?|rides?|gathers?|march(?:es)?|looks? (?:on|at)"
    r"|holds? (?:up|hands|a (?:flag|banner|sign|portrait|photo)))\b[^;]{0,200}"
)
_DATED = re.compile(
    rf"\b(?:{_MONTH} \d{{1,2}}, (?:19|20)\d\d|\d{{1,2}} {_MONTH},? (?:19|20)\d\d)\W*$"
)
_LONGEST = 60
# A caption without a stop stands among so many first lines.
_TOP = 10
_TITLE_TOP = 20
_LEAST = 6
_LEAST_HEAD = 4
_LEAST_TEXT = 2
_BARE = 6
_SHORT = 16
# "Ana Kovac inspects the wall on 5 May 2020." may be a chronicle's; a caption says where, too.
_LEAST_DATED = 14
# A credit run into the line of its caption stands so near behind it.
_GLUED = 2


def cut_captions(pieces: Sequence[Piece]) -> None:
    """Cut captions that are printed twice beside a credit, or open the text and have one behind."""
    counts = Counter(piece.text for piece in pieces)
    text = [piece for piece in pieces if not piece.cut and is_prose(piece.text)]
    opens = text[0] if len(text) > _LEAST_TEXT else None
    for piece, below in itertools.pairwise(pieces):
        credited = below.cut == _CREDIT and below.start - piece.end <= _GLUED
        shown = credited and (counts[piece.text] > 1 or piece is opens)
        if shown and not piece.cut and _is_caption(piece.text):
            piece.cut = _CREDIT
    for piece in pieces:
        if not piece.cut and _FILED.match(piece.text) and not has_inner_stop(piece.text):
            piece.cut = _CREDIT
    for piece in (*_told_in_head(pieces), *(text[:2] if opens else ())):
        if not piece.cut and words(piece.text) <= _LONGEST and _SCENE.match(piece.text):
            piece.cut = _CREDIT
    for piece, below in itertools.pairwise([*pieces, Piece(0, 0, "")]):
        if piece.cut or not (_is_caption(piece.text) and _DOING.match(piece.text)):
            continue
        dated = words(piece.text) >= _LEAST_DATED and bool(_DATED.search(piece.text))
        if dated or below.cut == _CREDIT or _is_credit_line(below.text):
            piece.cut = _CREDIT
    _cut_twins(pieces)
    for above, piece in itertools.pairwise(pieces[:-1]):
        if is_prose(above.text) and not piece.cut and _names_source(piece.text):
            piece.cut = _CREDIT
    _cut_repeated(pieces)


def _cut_repeated(pieces: Sequence[Piece]) -> None:
    """Cut a caption and its second printing where a credit stands beside one of them.

    The picture of a page may be named by the page's title, which stands apart from it and stays.
    """
    for place, piece in enumerate(pieces):
        for again, below in enumerate(pieces[place + 1 : place + 3], place + 1):
            free = {piece.cut, below.cut} <= {"", _CREDIT}
            if not free or piece.text != below.text or words(piece.text) < _LEAST:
                continue
            if piece.text[-1] == "?" and not has_inner_stop(piece.text):
                continue  # no picture asks: the page prints its title twice
            credited = any(map(_is_credit, beside(pieces, place)))
            if not credited and not any(map(_is_credit, beside(pieces, again))):
                continue
            if credited or again == place + 1:
                piece.cut = _CREDIT
            kept = credited and again > place + 1 and again <= _TITLE_TOP and _is_title(below.text)
            below.cut = "" if kept else _CREDIT


def _is_title(text: str) -> bool:
    """Tell whether a line may be a title: no running text, and without a stop at its end."""
    return not (ends_sentence(text) or is_prose(text))


def _cut_twins(pieces: Sequence[Piece]) -> None:
    """Cut a line printed twice in a row below title and standfirst: picture and caption of it.

    A title printed twice has no other above it, and no title holds two sentences.
    """
    titled, last = False, None
    for piece, again in itertools.pairwise(pieces):
        if words(piece.text) >= LEAST_OPENING:
            return
        told = last is not None and (is_prose(last.text) or has_inner_stop(piece.text))
        twice = piece.text == again.text and not (piece.cut or again.cut)
        if twice and told and titled:
            piece.cut = again.cut = _CREDIT
        if not piece.cut:
            titled = titled or (words(piece.text) >= _LEAST_HEAD and not is_prose(piece.text))
            last = piece


def _told_in_head(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the first short lines, those without a stop only where another may be the title.

    `The minister speaks in Riga, 5 May 2020` is the title of a page without another.
    """
    head = [piece for piece in pieces[:_TOP] if not piece.cut and not is_prose(piece.text)]
    above = itertools.takewhile(lambda piece: not is_prose(piece.text), pieces[:_TOP])
    titled = any(
        words(piece.text) >= _LEAST_HEAD
        and not (piece.cut or _SCENE.match(piece.text) or names.is_organization(piece.text))
        for piece in above
    )
    return [piece for piece in head if titled or ends_sentence(piece.text)]


def cut_captioned(pieces: Sequence[Piece]) -> None:
    """Cut what stands right above a credit between the title and the text, and is no sentence."""
    for piece, below in itertools.pairwise(pieces):
        if is_prose(piece.text) and not piece.cut:
            return
        bare = below.cut == _CREDIT and words(below.text) <= _BARE and not piece.cut
        bare = bare and not BULLET.match(piece.text)
        if bare and words(piece.text) >= _LEAST_HEAD and not ends_sentence(piece.text):
            piece.cut = _CREDIT


def _names_source(text: str) -> bool:
    """Tell whether a line without a stop ends in an outlet: `A mine in the north – The Herald`."""
    shown, dash, house = text.rpartition(" – ")
    short = _LEAST_HEAD <= words(shown) <= _SHORT and not ends_sentence(text)
    return bool(dash) and short and words(house) <= _LEAST_HEAD and names.is_organization(house)


def _is_credit_line(text: str) -> bool:
    """Tell whether a short line only names a photographer or an agency."""
    return 0 < words(text) <= _BARE and reason_to_cut(text, edge=False) == _CREDIT


def _is_credit(piece: Piece) -> bool:
    known = _AGENCY.match(piece.text) or reason_to_cut(piece.text, edge=False) == _CREDIT
    return bool(known) or piece.cut == _CREDIT


def _is_caption(text: str) -> bool:
    """Tell whether a line may be a caption: one sentence of some words."""
    fits = _LEAST <= words(text) <= _LONGEST
    return fits and ends_sentence(text) and not has_inner_stop(text)
