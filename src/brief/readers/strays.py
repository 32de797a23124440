"""Pieces in, short lines cut that nothing but their neighbors or their language shows to be stray.

A label of the page is no sentence, and neither is a heading; but a heading speaks of what the
text speaks of and stands above it. What is short, of another language than the text, or stands
between two lines that are known to be the page's, is the page's too. No sentence in the
language of the text is cut here.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from functools import cache

from brief.readers import shape
from brief.readers.bylines import names_alone
from brief.readers.names import load as load_names
from brief.readers.pieces import AMID, Piece, ends_sentence, has_inner_stop, is_prose, words
from brief.readers.signs import load

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z]")
_QUOTES = "“‘«„\"'»>|"
_LONGEST_FOREIGN = 60
_LONGEST_LINE = 480
# So many small words of another language are a sentence of it, whatever it names.
_SURELY = 2
_LONGEST_STRAY = 8
_MOST_STRAYS = 3
_LONGEST_PAGE_LINE = 10
_LEAST_PAGE_END = 4
_LEAST_WORD = 4
# The language of a text shows in so many of its paragraphs.
_OPENING = 6
# So many words of English prose in a hundred are among its smallest.
_ENGLISH = 0.18
# What stands amid the lines of a text too, and so on either side of one.
_NO_BOX = AMID | {"bio", "editorial-note", "journal-note"}


def cut_strays(pieces: Sequence[Piece], *, signed: bool) -> None:
    """Cut short lines in another language than the text, and those between lines of the page.

    Where the text is not yet `signed`, a name may be that of its author.
    """
    prose = [piece.text for piece in pieces if not piece.cut and is_prose(piece.text)]

    @cache
    def known() -> set[str]:
        found = map(_words, prose)
        return {word for words in found if _is_english(words) for word in words}

    if _is_english(list(itertools.chain.from_iterable(map(_words, prose[:_OPENING])))):
        for piece in pieces:
            if not piece.cut and piece.kind != "note" and _is_foreign(piece.text, known):
                piece.cut = "foreign-line"
        _cut_foreign_end(pieces)
    _cut_page_ends(pieces)
    _cut_between(pieces, signed=signed)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _cut_foreign_end(pieces: Sequence[Piece]) -> None:
    """Cut the last lines of an English text that are written in another script."""
    for piece in reversed(pieces):
        if not piece.cut and (piece.kind == "note" or piece.text[0] in _QUOTES):
            return
        if not piece.cut and sum(map(str.isascii, piece.text)) * 2 > len(piece.text):
            return
        piece.cut = piece.cut or "foreign-line"


def _cut_page_ends(pieces: Sequence[Piece]) -> None:
    """Cut what a print sets between two pages of text: short lines, one of them a number.

    The last may be the heading of what follows, and lines with a number each are a list.
    """
    run: list[Piece] = []
    inside = False
    for piece in pieces:
        if piece.kind != "note" and _is_page_line(piece):
            run.append(piece)
            continue
        if inside and is_prose(piece.text) and not piece.cut:
            numbers = [one for one in run if one.text.isdigit()]
            if len(numbers) == 1 and len(run) >= _LEAST_PAGE_END:
                for one in run[:-1]:
                    one.cut = one.cut or "page-header"
        inside = inside or (is_prose(piece.text) and not piece.cut)
        run = []


def _is_page_line(piece: Piece) -> bool:
    text = piece.text
    said = has_inner_stop(text) or text[-1] in ".!?:;," or is_prose(text)
    return words(text) <= _LONGEST_PAGE_LINE and not said and not shape.BULLET.match(text)


def _is_english(found: Sequence[str]) -> bool:
    return bool(found) and sum(map(load().english.__contains__, found)) > _ENGLISH * len(found)


def _is_foreign(text: str, known: Callable[[], set[str]]) -> bool:
    """Tell whether a line holds no word of English or of the text, and a sign of another tongue.

    A quotation may be foreign, and a name is.
    """
    if len(text) > _LONGEST_LINE:
        return False
    found = [word.casefold() for word in _WORD.findall(text)]
    bullet = shape.BULLET.match(text) and text[0] != "*"
    if not found or len(found) > _LONGEST_FOREIGN or text[0] in _QUOTES or bullet:
        return False
    small = sum(map(load().foreign.__contains__, found))
    english = sum(map(load().english.__contains__, found))
    if english and small < _SURELY + english * _SURELY:
        return False  # "as" and "no" are words of several languages
    if small < _SURELY and any(len(w) >= _LEAST_WORD and w in known() for w in found):
        return False
    if not _LATIN.search(text):
        return len(found) <= _LONGEST_STRAY and not ends_sentence(text)
    foreign = [word for word in found if not word.isascii() or word in load().foreign]
    return bool(foreign) and not (len(found) > 1 and names_alone(text))


def _cut_between(pieces: Sequence[Piece], *, signed: bool) -> None:
    """Cut up to three short lines between two lines of boxes; a paragraph ends the search."""
    run: list[Piece] = []
    above = ""
    for piece in pieces:
        if piece.cut:
            boxed = piece.cut not in _NO_BOX
            if boxed and above and len(run) <= _MOST_STRAYS:
                for one in run:
                    one.cut = above
            above, run = (piece.cut if boxed else ""), []
        elif (
            piece.kind == "note"
            or not _is_stray(piece.text)
            or (not signed and _may_sign(piece.text))
        ):
            above, run = "", []
        else:
            run.append(piece)


def _may_sign(text: str) -> bool:
    return bool(names_alone(text) or load_names().byline.match(text))


def _is_stray(text: str) -> bool:
    """Tell whether a line is short, no sentence and no item of a list."""
    said = is_prose(text) or has_inner_stop(text) or text[-1] in ".!?:;"
    return words(text) <= _LONGEST_STRAY and not said and not shape.BULLET.match(text)
