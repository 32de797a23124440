"""A number in its tokens in, out whether a name owns it: Article 5, the 10-year bond, 9 Elm Street.

The rules look at neighbours and lists; none knows a name of a particular thing.
"""

from __future__ import annotations

from brief.engines.rules.figures.data import words
from brief.engines.rules.figures.nouns import is_plural
from brief.engines.rules.figures.numbers import Number
from brief.engines.rules.figures.tokens import DASHES, SIGN, WORD, Tokens

_STREET_REACH = 5
"""Words behind a house number up to the one for a street."""


def names_maturity(tokens: Tokens, number: Number) -> bool:
    """Tell whether years name a kind of bond rather than a time: `the 10-year bond`."""
    place = number.after
    if tokens.at(place).raw in DASHES:
        place += 1
    if tokens.low(place) != "year":
        return False
    behind = [tokens.low(place + step) for step in (1, 2, 3)]
    return any(word in words("words", "bonds") for word in behind[:1]) or (
        behind[0] in words("words", "issuers") and behind[1] in words("words", "bonds")
    )


def names_picture(tokens: Tokens, number: Number) -> bool:
    """Tell whether digits with a 'p' name the size of a picture ('1080p') where one is told of."""
    behind = tokens.at(number.after)
    if behind.low not in ("p", "i") or not behind.glued or number.scaled:
        return False
    if tokens.at(number.first).raw not in words("words", "picture_sizes"):
        return False
    return any(token.low in words("words", "pictures") for token in tokens.items)


def is_address(tokens: Tokens, number: Number) -> bool:
    """Tell whether digits are a house number: '45 West Oak Avenue', no '12 Wall Street banks'."""
    if not number.digits or number.scaled or "," in tokens.at(number.first).raw:
        return False
    for k in range(number.after, number.after + _STREET_REACH):
        token = tokens.at(k)
        if token.kind != WORD or not token.raw[:1].isupper():
            return False
        if k > number.after and token.low in words("words", "streets"):
            behind = tokens.at(k + 1)
            return behind.kind != WORD or behind.raw != behind.low or not is_plural(behind.low)
    return False


def is_indexed(tokens: Tokens, number: Number, counted: bool) -> bool:
    """Tell whether the word before makes the number a name: 'Article 5', 'Boeing 737'."""
    place = number.first - 1
    before = tokens.at(place)
    if before.raw == "." and before.glued:
        place -= 1
        before = tokens.at(place)
        if before.low not in ("no", "nos", "p", "pp", "vol", "art", "ch", "sec", "fig", "ver", "v"):
            return False
    if before.kind == SIGN:
        return before.raw in ("#", "§", "¶", "№")
    low = before.low
    if number.scaled or number.part or "," in tokens.at(number.first).raw:
        return False
    if low in words("words", "index_words"):
        return True
    if low in words("words", "loose_index_words"):
        return not counted or (before.raw != low and not before.line_start)
    if counted and tokens.low(place - 1) in words("words", "giving"):
        return False  # "sold Egypt 54 jets"
    return number.digits and before.raw != low and _names_what_follows(tokens, place)


def _names_what_follows(tokens: Tokens, place: int) -> bool:
    """Tell whether the capital word at `place` is a name rather than the opening of a sentence."""
    token = tokens.at(place)
    if token.low in words("words", "stops") or token.low in words("words", "openings"):
        return False
    if token.low.endswith("'s"):
        return False
    if token.low.endswith("ly") or token.low in words("words", "adjectives"):
        return False
    return not token.line_start or token.low not in words("words", "openings")
