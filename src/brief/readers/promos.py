"""Pieces in, cards cut that a page sets between its paragraphs to lead readers elsewhere.

A card says of what kind it is, how another text is called and, in one sentence, what that is about:
`Podcast Episode`, `What the Dam Will Cost`, `Two engineers discuss ...`. Or it names a part of the
house, describes it by that name and ends in a button: `Water Program`, `The Water Program follows
...`, `Learn more`. Only a page with a menu or buttons of its own has such cards.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.readers.pieces import Piece, ends_sentence, has_inner_stop, is_prose, words
from brief.readers.shape import BULLET, is_titled
from brief.readers.signs import load

_PAGE = frozenset({"menu", "share-bar", "page-navigation", "subscription", "language-switch"})
_BUTTON = re.compile(r"\W*(?:learn|read|find out|see|discover|explore) more\W*$", re.IGNORECASE)
_WORD = re.compile(r"\w+")
# So many words of running text stand above the first card.
_LEAST_ABOVE = 20
_LONGEST_SERIES = 4
_LEAST_HEADLINE = 4
_LONGEST_HEADLINE = 20
_LONGEST_TEASER = 50
_LONGEST_NAME = 6
# A part of a house is named among so many first words of what is said of it.
_NAMED = 10


def cut_described(pieces: Sequence[Piece]) -> None:
    """Cut what a house says of its parts, with their names and up to their buttons."""
    for place in range(1, len(pieces) - 1):
        if _BUTTON.match(pieces[place + 1].text):
            _cut_described(pieces, place)


def cut_cards(pieces: Sequence[Piece]) -> None:
    """Cut cards of other texts amid the text of a page."""
    if not any(piece.cut in _PAGE for piece in pieces):
        return
    seen = 0
    for place, piece in enumerate(pieces):
        if seen >= _LEAST_ABOVE and load().card_label.match(piece.text) and piece.kind != "note":
            _cut_card(pieces, place)
        seen += words(piece.text) if not piece.cut and is_prose(piece.text) else 0


def _cut_described(pieces: Sequence[Piece], place: int) -> None:
    """Cut a paragraph above a button that describes what the short line above it names."""
    name, said = pieces[place - 1], pieces[place]
    if said.cut or is_prose(name.text) or words(name.text) > _LONGEST_NAME:
        return
    wanted = [word.casefold() for word in _WORD.findall(name.text)]
    first = [word.casefold() for word in _WORD.findall(said.text)[:_NAMED]]
    if len(wanted) > 1 and is_prose(said.text) and set(wanted) <= set(first):
        above = pieces[place - 2 : place - 1] if place > 1 else []
        label = [one for one in above if words(one.text) == 1 and not ends_sentence(one.text)]
        for piece in (*label, name, said):
            piece.cut = piece.cut or "site-blurb"


def _cut_card(pieces: Sequence[Piece], place: int) -> None:
    """Cut a label, the headline below it (with its series between) and its teaser."""
    card = [pieces[place]]
    for piece in pieces[place + 1 : place + 3]:
        card.append(piece)
        if _is_headline(piece.text):
            break
        if piece.cut not in ("", "read-more", "tags", "menu") or not _is_series(piece.text):
            return
    else:
        return
    end = place + len(card)
    for teaser in pieces[end : end + 1]:
        if not _is_teaser(teaser):
            return
        for piece in (*card, teaser):
            piece.cut = piece.cut or "related-links"


def _is_series(text: str) -> bool:
    short = words(text) <= _LONGEST_SERIES and not ends_sentence(text)
    return short and not BULLET.match(text)


def _is_headline(text: str) -> bool:
    """Tell whether a line may be the headline of another text."""
    asks = text[-1] == "?" and not has_inner_stop(text)
    named = is_titled(text) and not ends_sentence(text)
    return _LEAST_HEADLINE <= words(text) <= _LONGEST_HEADLINE and (asks or named)


def _is_teaser(piece: Piece) -> bool:
    """Tell whether a line is the single sentence of a card."""
    text = piece.text
    said = text[-1] in ".!?…" and not has_inner_stop(text) and not BULLET.match(text)
    return not piece.cut and piece.kind != "note" and said and words(text) <= _LONGEST_TEASER
