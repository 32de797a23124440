"""Pieces in, the end of a page cut: what stands behind the text, where the page's lines abound.

Behind its text a page prints links, labels, asks and addresses. Line by line a headline among them
looks like a heading; among many lines that are known to be the page's it is one of them. A sentence
is cut only where it is the begin of a text, cut short.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from brief.readers.bylines import names_alone
from brief.readers.links import is_begun, is_said
from brief.readers.names import is_organization
from brief.readers.pieces import AMID, Piece, beside, ends_sentence, is_prose, words
from brief.readers.shape import BULLET, is_titled
from brief.readers.signs import heads_notes

_NEUTRAL = AMID | {"bio", "editorial-note", "journal-note", "foreign-line"}
_OF_PAGE = 1.0
_SHORT = 0.5
_LISTED = -1.5
_LONGEST_SHORT = 16
_LEAST_TOPICS, _LONGEST_TOPIC, _LONGEST_HOUSE = 3, 3, 8
# So many lines known to be the page's stand in its end, and they weigh so much.
_LEAST_KNOWN = 4
_LEAST = 4.0


def cut_topics(pieces: Sequence[Piece]) -> None:
    """Cut bulleted labels: three or more below the last sentence, or one alone above the first."""
    live = [piece for piece in pieces if not piece.cut and piece.kind != "note"]
    run = list(itertools.takewhile(_is_topic, reversed(live)))
    above = live[: len(live) - len(run)]
    bulleted = [place for place, piece in enumerate(pieces) if BULLET.match(piece.text)]
    for place in bulleted if len(bulleted) == 1 else ():  # a list of one item is none
        near = beside(pieces, place)
        opens = len(near) == 2 and bool(near[0].cut) and not near[1].cut and is_prose(near[1].text)
        boxed = len(near) == 2 and all(one.cut for one in near) and _is_house(pieces[place].text)
        if boxed or (opens and (_is_topic(pieces[place]) or _is_house(pieces[place].text))):
            pieces[place].cut = pieces[place].cut or "tags"
    over = bool(above) and is_prose(above[-1].text) and above[-1].text[-1] not in ":;,"
    if len(run) >= _LEAST_TOPICS and over:
        for piece in run:
            piece.cut = "tags"


def _is_house(text: str) -> bool:
    """Tell whether a bulleted line is the name of a house and nothing else."""
    name = text[BULLET.match(text).end() :]  # type: ignore[union-attr]
    short = words(name) <= _LONGEST_HOUSE and not ends_sentence(name)
    return short and is_organization(name) and is_titled(name)


def _is_topic(piece: Piece) -> bool:
    """Tell whether a line is a bullet and up to three words without a stop."""
    bullet = BULLET.match(piece.text)
    label = piece.text[bullet.end() :] if bullet else ""
    return 0 < words(label) <= _LONGEST_TOPIC and label[0].isupper() and label[-1] not in ".;,:!?"


def cut_outro(pieces: Sequence[Piece]) -> None:
    """Cut what is left of the last lines, where the page's own outweigh what may be the text's."""
    for piece in pieces[_heaviest(pieces) :]:
        if not piece.cut:
            piece.cut = "page-footer"


def _heaviest(pieces: Sequence[Piece]) -> int:
    """Return where the end begins that weighs most: below the last sentence of the text."""
    best, weight, known, found = _LEAST, 0.0, 0, len(pieces)
    for place in reversed(range(len(pieces))):
        piece = pieces[place]
        text = not piece.cut and _is_text(piece)
        if piece.kind == "note" or heads_notes(piece.text) or text:
            return found if known >= _LEAST_KNOWN else len(pieces)
        weight += _weight(piece)
        known += bool(piece.cut) and piece.cut not in _NEUTRAL
        if weight >= best:
            best, found = weight, place
    return len(pieces)  # nothing but such lines: there is no text above them


def _is_text(piece: Piece) -> bool:
    """Tell whether a line says something, however short: `Thank you.`"""
    said = is_said(piece) or (piece.text[-1] in ".!" and piece.text[0].isalnum())
    return said and not is_begun(piece)


def _weight(piece: Piece) -> float:
    """Return how much a line is the page's: above 0, or the text's: below."""
    if piece.cut:
        return 0.0 if piece.cut in _NEUTRAL else _OF_PAGE
    listed = BULLET.match(piece.text) or piece.text[-1] in ":;,"
    if listed or words(piece.text) > _LONGEST_SHORT:
        return _LISTED
    return 0.0 if names_alone(piece.text) else _SHORT
