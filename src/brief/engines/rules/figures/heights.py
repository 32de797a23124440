"""Tokens in, feet and inches out, as they are told of people and things: 6-foot-8, 5'11", 2" hail.

Quotation marks stand for inches and feet, and a bare number behind feet counts the inches.
"""

from __future__ import annotations

from brief.engines.rules.figures.data import words
from brief.engines.rules.figures.tokens import DIGITS, WORD, Tokens

_HYPHENS = frozenset("-‐‑")
_FEET = frozenset(("foot", "feet", "ft"))
_FOOT_MARKS = frozenset("'’′")
_INCH_MARKS = frozenset('"”″')
_INCHES = frozenset(("in", "inch", "inches"))
_IN_A_FOOT = 12
_QUOTE_REACH = 80
"""Tokens before a mark in which a quotation may have been opened."""


def behind_feet(tokens: Tokens, first: int, value: float, after: int) -> bool:
    """Tell whether the number from `first` to `after` counts the inches behind feet: '6-foot-[8]'.

    Without a hyphen or inches behind it, it has to end its phrase ('6 feet 3, 180 pounds').
    """
    if not 0 <= value < _IN_A_FOOT:
        return False
    feet = first - 1 - (tokens.at(first - 1).raw in _HYPHENS)
    token = tokens.at(feet)
    marked = token.raw in _FOOT_MARKS and token.glued
    if not (marked or token.low in _FEET):
        return False
    count = feet - 1 - (tokens.at(feet - 1).raw in _HYPHENS)
    if tokens.at(count).kind != DIGITS and tokens.low(count) not in words("numbers", "ones"):
        return False
    if marked:
        return tokens.at(first).glued
    behind = tokens.at(after)
    return (
        feet < first - 1
        or inches_end(tokens, after) > after
        or behind.kind != WORD
        or behind.low in words("words", "stops")
    )


def inches_end(tokens: Tokens, place: int) -> int:
    """Return the token behind 'inches' or its mark at `place`; `place` where there is none."""
    token = tokens.at(place)
    if token.raw in _INCH_MARKS:
        return place + token.glued
    if token.low in _INCHES:
        return place + 1
    hyphened = token.raw in _HYPHENS and tokens.low(place + 1) in ("inch", "inches")
    return place + 2 if hyphened else place


def marked_unit(tokens: Tokens, place: int) -> str:
    """Return the unit that a mark at `place`, against digits, stands for; '' for a quotation."""
    token, behind = tokens.at(place), tokens.at(place + 1)
    if not token.raw or not token.glued:
        return ""
    if token.raw in _FOOT_MARKS:
        inches = behind.kind == DIGITS and behind.glued
        told = behind.low in words("units", "spread") or token.raw == "′"
        return "foot" if inches or told else ""
    if token.raw == "″":
        return "inch"
    if token.raw not in _INCH_MARKS or behind.kind == "end" or behind.raw in ",.":
        return ""
    return "" if _quoted(tokens, place) else "inch"


def _quoted(tokens: Tokens, place: int) -> bool:
    """Tell whether a quotation is open before `place`; marks of inches open and close none."""
    opened = False
    for k in range(max(0, place - _QUOTE_REACH), place):
        raw = tokens.at(k).raw
        if raw in ("“", "”"):
            opened = raw == "“"
        elif raw == '"' and (opened or not _against_digits(tokens, k)):
            opened = not opened
    return opened


def _against_digits(tokens: Tokens, place: int) -> bool:
    """Tell whether the sign at `place` sticks to the digits before it."""
    return tokens.at(place).glued and tokens.at(place - 1).kind == DIGITS
