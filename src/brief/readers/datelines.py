"""Paragraphs in, the datelines that open them parted and cut: `NAIROBI, March 21 (PIN) —`.

A dateline is a place in capitals with a day, an agency or a dash behind it, or a place written as
usual with a day or a known agency in brackets; a sentence with its capital follows. A word that
the text writes in capitals elsewhere is no place but an abbreviation or a speaker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from brief.readers.dates import month_names
from brief.readers.pieces import Piece, is_prose, split_at, words
from brief.readers.signs import data
from brief.vocabulary.states import state_of

# A dateline opens one of so many first paragraphs; further down it is an entry of a chronicle.
_TOP = 3
# The sentence behind a dateline has so many words.
_LEAST = 5
_LEAST_PLACE = 4
_LONGEST = 90
_CAPITALS = re.compile(r"[^\W\d_]{4,}")
_OPENS = r"(?=[“‘\"'(\[]?[^\W_a-z])"


@cache
def _form() -> re.Pattern[str]:
    """Return the pattern of a dateline at the begin of a line."""
    month = rf"(?i:{'|'.join(sorted(map(re.escape, month_names()), key=len, reverse=True))})\b\.?"
    weekday = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    day = rf"{weekday}(?:{month} \d{{1,2}}|\d{{1,2}} {month})(?:,? (?:19|20)\d\d)?"
    capital = r"[^\W\d_a-zß-ÿ]"
    letters = rf"(?:{capital}|[.’'-])"
    loud = rf"{capital}{{2}}{letters}*(?: {capital}{letters}+){{0,3}}"
    calm = rf"{capital}[a-zß-ÿ’'.-]+(?: {capital}[a-zß-ÿ’'.-]+){{0,2}}"
    more = rf"(?:(?:, ?| ?/ ?)(?!{month}){capital}[\w.’-]*(?: {capital}[\w.’-]*){{0,2}})?"
    mark = r"(?:\s*(?:[—–]|--)\s*|\s+-\s+|(?<=\))\s*-\s*|\s[|]\s)"
    wire = "|".join(map(re.escape, _agencies()))
    signed = rf"(?:{mark}(?i:{wire})[.:]\s+|\.?\s*/(?i:{wire})/[.:]?\s*)"
    return re.compile(
        rf"(?:(?P<loud>{loud})|(?P<calm>{calm})){more}"
        rf"(?P<day>(?:,? | ?[|] ?){day})?"
        rf"(?P<house>[, ]*\((?P<who>{capital}[\w/ .&’-]{{1,40}})\))?"
        rf"(?:(?P<signed>{signed})|{mark}|(?P<colon>\s?:\s+)){_OPENS}"
    )


@cache
def _agencies() -> frozenset[str]:
    return frozenset(data("names.yaml")["agencies"])


def part_datelines(pieces: list[Piece]) -> None:
    """Part each dateline from its paragraph and cut it as a date, in place."""
    text = [piece for piece in pieces if not piece.cut and is_prose(piece.text)]
    dated = sum(bool(one["day"]) for one in map(_match, (p.text for p in text)) if one)
    for piece in text[:_TOP]:
        end = _end(piece.text, pieces, chronicle=dated > 1)
        if end:
            place = next(i for i, other in enumerate(pieces) if other is piece)
            parts = pieces[place : place + 1] = split_at(piece, [end])
            parts[0].cut = "date"


def _match(text: str) -> re.Match[str] | None:
    """Return the dateline that opens a paragraph, with a sentence behind it."""
    found = _form().match(text[: _LONGEST + 20])
    if found is None or found.end() > _LONGEST or words(text[found.end() :]) < _LEAST:
        return None
    return found


def _end(text: str, pieces: Sequence[Piece], *, chronicle: bool) -> int:
    """Return where the dateline ends that opens a paragraph; 0 where none does.

    In a chronicle the days of several paragraphs are told by their datelines: they stay.
    """
    found = _match(text)
    if found is None:
        return 0
    wire = found["who"] is not None and found["who"].casefold() in _agencies()
    if found["signed"] or wire:
        return found.end()
    if found["day"]:
        return 0 if chronicle and not found["house"] else found.end()
    place = found["loud"]
    if not place or len(place) < _LEAST_PLACE or _is_shouted(place, pieces):
        return 0
    known = found["house"] or not found["colon"] or state_of(place.title())
    return found.end() if known else 0


def _is_shouted(place: str, pieces: Sequence[Piece]) -> bool:
    """Tell whether the text has a word of a place in capitals elsewhere too: `OPEC`, `SMITH:`."""
    loud = set(_CAPITALS.findall(place))
    told = (_CAPITALS.findall(one.text) for one in pieces if not one.text.isupper())
    return sum(word in loud for found in told for word in found) > len(loud)
