"""A number in its tokens in, out whether it is none of our figures: a year, a date, a name, a mark.

All rules look at shape and neighbours; none knows a name of a particular thing.
"""

from __future__ import annotations

import re

from brief.engines.rules.figures.data import mapping, number_words, unit_phrases, words
from brief.engines.rules.figures.heights import behind_feet
from brief.engines.rules.figures.nouns import is_plural
from brief.engines.rules.figures.numbers import Number
from brief.engines.rules.figures.tokens import DASHES, DIGITS, OPAQUE, SIGN, WORD, Tokens

_OPENERS = frozenset("?!([{“\"‘'’«„$€£¥₽₹₩₪₺₴₸₫₱฿~≈∼<>≥≤±+−–—=/|•·*…:;-#%&⁄×，、（")
_YEAR_WITH_NOTE = re.compile(r"(?:1[5-9]|20)\d\d\.\d{1,2}")
"""A year that ends a sentence and carries a footnote mark ('2013.1')."""
_DAYS = range(1, 32)
_LINKS = frozenset(",-–;")
_YEAR_LOW, _YEAR_HIGH = 1500, 2101
_LAST_LIST_NUMBER = 20
"""Numbers in '(1)' below this count list items; higher ones are data in brackets."""
_YEAR_DIGITS = 4
_HOURS = 12
_SCORE_DIGITS = 3
"""Scores and votes have at most three digits a side."""


def is_year(tokens: Tokens, index: int) -> int | None:
    """Return the year that the digits at `index` may name (four digits, 1500 to 2100), or None."""
    raw = tokens.at(index).raw
    if len(raw) != 4 or not raw.isdecimal():
        return None
    value = int(raw)
    return value if _YEAR_LOW <= value < _YEAR_HIGH else None


def glued_name(tokens: Tokens, number: Number) -> bool:
    """Tell whether letters or signs stick to the digits: '5G', 'S-400', 'world.12', '1990s'."""
    first, after = number.first, number.after
    before, behind = tokens.at(first - 1), tokens.at(after)
    if behind_feet(tokens, first, number.value, after):
        return False
    if behind.raw == "-" and behind.glued and tokens.low(after + 1) in ("under", "over"):
        return True  # "a 4-under 68"
    if not number.digits:
        return _hyphened_word(tokens, number)
    rupees = before.raw == "." and tokens.low(first - 2) == "rs"  # "Rs.25,000"
    if tokens.at(first).glued and not rupees:
        if before.kind in (WORD, DIGITS, OPAQUE) and not _currency_code(before.low):
            return not is_rand(tokens, number)
        if (
            before.kind == SIGN
            and before.raw not in _OPENERS
            and before.low not in mapping("currencies", "signs")
        ):
            return True
        if before.raw == "+" and before.glued and tokens.at(first - 2).kind == DIGITS:
            return True
        if before.raw in DASHES and before.glued and _coded(tokens, first - 2):
            return True
        if (
            before.raw in "’'”\"/.,#&"
            and before.glued
            and tokens.at(first - 2).kind in (WORD, DIGITS)
        ):
            united = tokens.at(first - 2).glued and tokens.at(first - 3).kind == DIGITS
            return before.raw != "/" or (tokens.at(first - 2).kind == WORD and not united)
    return behind.glued and behind.kind in (WORD, OPAQUE) and _letters_behind(tokens, number)


def is_rand(tokens: Tokens, number: Number) -> bool:
    """Tell whether 'R' against digits is money ('R2.1bn', 'R4,500'): 'R2' and 'R9' are names."""
    if tokens.at(number.first - 1).raw != "R" or not number.digits:
        return False
    if number.scaled or tokens.low(number.after) in number_words().suffixes:
        return True
    return _written_as_sum(tokens.at(number.first).raw) or any(
        one.raw == "R" and _written_as_sum(tokens.at(k + 1).raw) and tokens.at(k + 1).glued
        for k, one in enumerate(tokens.items)
    )


def _written_as_sum(digits: str) -> bool:
    """Tell whether digits have the commas or the cents of a sum of money: '4,500', '18.50'."""
    return "," in digits or digits[-3:-2] == "."


def _currency_code(low: str) -> bool:
    """Tell whether a word glued before the digits is a currency code ('Rs500')."""
    return bool(mapping("currencies", "codes").get(low))


def _coded(tokens: Tokens, index: int) -> bool:
    """Tell whether token `index`, before a hyphen, makes a name or compound of what follows it."""
    token = tokens.at(index)
    if token.kind != WORD:
        return False
    if token.glued and tokens.at(index - 1).kind == DIGITS and _measured(tokens, index):
        return False  # "40m-50m"
    return not _currency_code(token.low) and token.low not in (
        "sub",
        "minus",
        "plus",
        "under",
        "over",
        "non",
    )


def _letters_behind(tokens: Tokens, number: Number) -> bool:
    """Tell whether the letters behind the digits make an ordinal, a decade or a clock time."""
    token = tokens.at(number.after)
    if token.low in ("st", "nd", "rd", "th", "s", "am", "pm", "d", "g's"):
        return (
            token.low not in ("s", "d") or token.low == "d" or len(tokens.at(number.first).raw) != 1
        )
    return False


def code_behind(tokens: Tokens, number: Number) -> bool:
    """Tell whether letters that are neither scale nor unit stick to the digits ('5G')."""
    behind = tokens.at(number.after)
    return number.digits and behind.glued and behind.kind in (WORD, OPAQUE)


def title_number(tokens: Tokens, number: Number) -> bool:
    """Tell whether a number word with a capital stands inside a sentence: 'Group of Seven'."""
    token, before = tokens.at(number.first), tokens.at(number.first - 1)
    if number.digits or number.scaled or not token.raw[:1].isupper() or token.line_start:
        return False
    return before.kind == WORD and not before.low.endswith(".")


def _hyphened_word(tokens: Tokens, number: Number) -> bool:
    """Tell whether a number word is part of a hyphened name: 'two-way', 'twenty-first'."""
    before, behind = tokens.at(number.first - 1), tokens.at(number.after)
    if behind.raw in ("-", "‐", "‑") and behind.glued and tokens.at(number.after + 1).glued:
        tail = tokens.low(number.after + 1)
        if tail in words("words", "hyphen_names") or tail.removesuffix("s") in number_words().parts:
            return True
    return (
        before.raw in ("-", "‐", "‑")
        and before.glued
        and tokens.at(number.first).glued
        and tokens.at(number.first - 2).kind == WORD
    )


def is_date_or_time(tokens: Tokens, number: Number) -> bool:
    """Tell whether the digits belong to a date ('5 May', 'May 5, 2014') or a clock time."""
    first, after = number.first, number.after
    months = mapping("words", "months")
    day = number.digits and not number.scaled and number.value in _DAYS
    if day and (_month_at(tokens, after, months) or _month_before(tokens, first, months)):
        return True
    before, behind = tokens.at(first - 1), tokens.at(after)
    if (
        behind.raw == ":"
        and tokens.at(after + 1).kind == DIGITS
        and tokens.at(after + 1).glued
        and behind.glued
    ):
        return True
    if (
        before.raw == ":"
        and before.glued
        and tokens.at(first).glued
        and tokens.at(first - 2).kind == DIGITS
    ):
        return True
    if before.low == "at" and tokens.low(first - 2) in words("words", "clocked"):
        hour = number.value <= _HOURS and tokens.at(first).raw.isdecimal()
        return hour and (behind.kind != WORD or behind.low in ("and", "on"))
    low = behind.low
    return low in ("am", "pm", "a.m.", "p.m.", "o'clock", "gmt", "est", "utc", "noon") or (
        low in ("a", "p") and tokens.at(after + 1).raw == "." and tokens.low(after + 2) == "m"
    )


def _month_at(tokens: Tokens, index: int, months: dict[str, int]) -> bool:
    """Tell whether a month name stands at `index`, behind the day ('5 May', '5th of May')."""
    token = tokens.at(index)
    if token.raw == "-" or token.raw == "–":
        token = tokens.at(index + 2)
    return token.low in months and token.raw[:1].isupper()


def _month_before(tokens: Tokens, first: int, months: dict[str, int]) -> bool:
    """Tell whether a month name stands before the day, also across 'May 5-7' and 'May 5 and 6'."""
    for back in (1, 3):
        place = first - back
        token = tokens.at(place - 1) if tokens.at(place).raw == "." else tokens.at(place)
        if token.low in months and token.raw[:1].isupper():
            return back == 1 or tokens.at(first - 1).low in ("-", "–", "and", "to", ",")
    return False


def bare_year(tokens: Tokens, number: Number) -> bool:
    """Tell whether an unscaled four-digit number is a year or part of one ('2014-15', '1990s')."""
    if number.scaled or not number.digits:
        return False
    first = number.first
    raw = tokens.at(first).raw
    if number.after == first + 1 and (is_year(tokens, first) or _YEAR_WITH_NOTE.fullmatch(raw)):
        return True
    before = tokens.at(first - 1)
    linked = before.raw in DASHES or before.raw == "/"
    return bool(
        linked
        and is_year(tokens, first - 2)
        and tokens.at(first).glued
        and len(tokens.at(first).raw) == 2
    )


def is_mark(tokens: Tokens, number: Number) -> bool:
    """Tell whether the number is a footnote mark, a list number, a score or part of a code."""
    if not number.digits:
        return False
    return (
        _bracketed(tokens, number)
        or _list_number(tokens, number)
        or _is_score(tokens, number)
        or _is_code(tokens, number)
    )


def dashed_on(tokens: Tokens, number: Number, rejected: int) -> bool:
    """Tell whether a dash ties the number to the rejected one before it ('pages 12-15')."""
    dash = tokens.at(number.first - 1)
    if rejected == number.first - 1 and dash.low in ("to", "through"):
        return tokens.low(rejected - 2) in words("words", "index_words")
    return rejected == number.first - 1 and dash.raw in DASHES and tokens.at(number.first).glued


def _bracketed(tokens: Tokens, number: Number) -> bool:
    """Recognize '[12]', '[3, 4]', and the '(2)' of a list inside a sentence."""
    before, behind = tokens.at(number.first - 1).raw, tokens.at(number.after).raw
    if "[" in (before, behind) or "]" in (before, behind):
        return (before == "[" or before in _LINKS) and (behind == "]" or behind in _LINKS)
    small = number.value < _LAST_LIST_NUMBER and number.after == number.first + 1
    return before == "(" and behind == ")" and small


def _list_number(tokens: Tokens, number: Number) -> bool:
    """Recognize '3.' and '3)' at the start of a line."""
    behind = tokens.at(number.after)
    if not tokens.at(number.first).line_start or not behind.glued or behind.raw not in (".", ")"):
        return False
    follows = tokens.at(number.after + 1)
    return number.value < 100 and not follows.glued and follows.kind != "end"


def _is_score(tokens: Tokens, number: Number) -> bool:
    """Recognize '3-1': the higher number first, or a word of winning or voting around."""
    if _is_record(tokens, number.first):
        return True
    if tokens.low(number.first + 2) == "for":
        return tokens.at(number.first + 1).raw in DASHES
    for first in (number.first, number.first - 2):
        low, dash, high = tokens.at(first), tokens.at(first + 1), tokens.at(first + 2)
        if dash.raw not in DASHES or not (dash.glued and high.glued and high.kind == DIGITS):
            continue
        if low.kind != DIGITS or not (low.raw.isdecimal() and high.raw.isdecimal()):
            continue
        if len(low.raw) > _SCORE_DIGITS or len(high.raw) > _SCORE_DIGITS:
            continue
        if tokens.at(first - 1).raw in mapping("currencies", "signs") or number.after > first + 3:
            continue  # "$2-3", "4-1/2"
        if int(low.raw) < int(high.raw) and _measured(tokens, first + 3):
            continue
        around = {tokens.low(k) for k in (first - 2, first - 1, first + 3, first + 4)}
        if int(low.raw) >= int(high.raw) or around & words("words", "scores"):
            return tokens.at(first + 3).raw != "%"
    return False


def _measured(tokens: Tokens, place: int) -> bool:
    """Tell whether a scale, a unit or a plural stands at `place`, behind two numbers: '2-3 kg'."""
    low = tokens.low(place)
    known = number_words()
    scale = low in known.scales or low in known.suffixes or low in known.letters
    return scale or low in unit_phrases() or is_plural(low)


def _is_record(tokens: Tokens, place: int) -> bool:
    """Tell whether the digits at `place` are of three with dashes: '(8-3-1)', '2021-04-30'."""
    if tokens.at(place - 1).raw not in DASHES and tokens.at(place + 1).raw not in DASHES:
        return False
    for first in (place, place - 2, place - 4):
        dashes = (tokens.at(first + 1), tokens.at(first + 3))
        digits = [tokens.at(first + k) for k in (0, 2, 4)]
        if all(one.raw in DASHES and one.glued for one in dashes) and all(
            one.kind == DIGITS and len(one.raw) <= _YEAR_DIGITS for one in digits
        ):
            return True
    return False


def _is_code(tokens: Tokens, number: Number) -> bool:
    """Recognize parts of '2009/28' and of spaced phone or account numbers."""
    first, after = number.first, number.after
    for bar, other in ((first - 1, first - 2), (after, after + 1)):
        slash = tokens.at(bar)
        glued = slash.raw == "/" and tokens.at(bar + 1).glued and slash.glued
        if glued and tokens.at(other).kind == DIGITS:
            return True
    if tokens.low(after) == "-" and tokens.low(after + 1) == "of" and tokens.at(after + 1).glued:
        return True
    if tokens.low(first - 1) == "of" and tokens.at(first - 2).raw == "Group":
        return True
    sums = tokens.at(after).raw == "+" and tokens.at(after + 1).glued
    if (sums or tokens.low(first - 1) == "+") and tokens.at(after + sums).kind == DIGITS:
        return True
    raw = tokens.at(first).raw
    if len(raw) > 1 and raw[0] == "0" and raw.isdecimal():
        return True
    if number.scaled or after > first + 1:
        return False
    beside = (tokens.at(first - 1), tokens.at(after))
    if all(t.kind == DIGITS for t in beside):
        return True
    return any(t.kind == DIGITS and len(t.raw) > 2 and "," not in t.raw for t in beside) and not (
        is_year(tokens, first - 1) or is_year(tokens, after)
    )
