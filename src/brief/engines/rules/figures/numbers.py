"""Tokens in, numbers out: digits and number words with their scale words, as plain values."""

from __future__ import annotations

import re
from dataclasses import dataclass

from brief.engines.rules.figures.data import NumberWords, number_words
from brief.engines.rules.figures.parts import digit_share, read_part
from brief.engines.rules.figures.tokens import DIGITS, WORD, Tokens

_MAX_DIGITS = 16
"""Longer runs of digits are codes (card, account, ISBN numbers), not measures."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the text: tokens `first` up to `after` (exclusive)."""

    value: float
    base: float
    """The value before scale words ('90 billion' -> 90)."""
    first: int
    after: int
    digits: bool
    """Written with digits."""
    scaled: bool
    """A scale word or suffix was read."""
    part: bool = False
    """A fraction such as 'two thirds' or 'half'."""
    letter: str = ""
    """An undecided one-letter suffix stood against the digits ('5m')."""


_SIGN_OF_NUMBER = re.compile(r"\d|[¼-¾⅐-⅞]")
_LETTERS = re.compile(r"[^\W\d_]+")


def may_hold_number(text: str) -> bool:
    """Tell whether a text holds a digit or a number word: most sentences of an argument do not."""
    if _SIGN_OF_NUMBER.search(text):
        return True
    return not number_words().starts.isdisjoint(_LETTERS.findall(text.lower()))


def read_number(tokens: Tokens, index: int) -> Number | None:
    """Return the number that begins at token `index`, or None."""
    token = tokens.at(index)
    if token.kind == DIGITS:
        return _read_digits(tokens, index)
    words = number_words()
    if token.low not in words.starts:
        return None
    if token.low in words.vulgar:
        return _scaled(
            tokens, Number(words.vulgar[token.low], 0.5, index, index + 1, True, False, True)
        )
    if token.kind != WORD:
        return None
    if token.low in words.folds:
        value = words.folds[token.low]
        return Number(value, value, index, index + 1, False, False)
    return _read_part(tokens, index) or _read_words(tokens, index, words)


def _read_digits(tokens: Tokens, index: int) -> Number | None:
    """Read digits, space-grouped digits, 'n/m' fractions and powers of ten, then the scale."""
    raw = tokens.at(index).raw
    if len(raw) > _MAX_DIGITS + 5:
        return None
    after = index + 1
    value = float(raw.replace(".", "") if raw.count(".") > 1 else raw.replace(",", ""))
    while _is_group(tokens, after, raw):
        value, after = value * 1000 + float(tokens.at(after).raw), after + 1
    fraction = _fraction_at(tokens, after) if "." not in raw else None
    if fraction:
        value, after = value + fraction[0], fraction[1]
        return _scaled(tokens, Number(value, value, index, after, True, False))
    slash = _slash(tokens, index) or digit_share(tokens, index)
    if slash:
        return Number(slash[0], slash[0], index, slash[1], True, False, part=True)
    power = _power(tokens, after)
    if power:
        value, after = value * power[0], power[1]
    number = Number(value, value, index, after, True, False)
    if tokens.low(after) == "and" and raw.isdecimal():
        number = _half_more(tokens, number)
    return _scaled(tokens, number)


def _is_group(tokens: Tokens, index: int, first: str) -> bool:
    """Tell whether token `index` continues '10 000' (no-break and thin spaces join any group)."""
    token = tokens.at(index)
    if token.kind != DIGITS or len(token.raw) != 3 or len(first) > 3 or token.glued:
        return False
    gap = tokens.text[tokens.at(index - 1).end : token.start]
    return gap in ("\u00a0", "\u2009", "\u202f") or (gap == " " and token.raw == "000")


def _slash(tokens: Tokens, index: int) -> tuple[float, int] | None:
    """Read '3/4' as a fraction; dates and codes ('9/11', '24/7') are left to the reject rules."""
    bar, low, high = tokens.at(index + 1), tokens.at(index), tokens.at(index + 2)
    if bar.raw not in "/⁄" or not bar.raw or not bar.glued or high.kind != DIGITS or not high.glued:
        return None
    if len(low.raw) > 2 or len(high.raw) > 3 or not high.raw.isdecimal() or not low.raw.isdecimal():
        return None
    top, bottom = int(low.raw), int(high.raw)
    common = (2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100)
    return (top / bottom, index + 3) if 0 < top < bottom and bottom in common else None


def _fraction_at(tokens: Tokens, index: int) -> tuple[float, int] | None:
    """Read the fraction that completes a mixed number: '5 1/2', '5½', '5-1/2'."""
    if tokens.at(index).raw in number_words().vulgar:
        return number_words().vulgar[tokens.at(index).raw], index + 1
    skip = 1 if tokens.at(index).raw == "-" and tokens.at(index + 1).glued else 0
    return _slash(tokens, index + skip) if tokens.at(index + skip).kind == DIGITS else None


def _power(tokens: Tokens, index: int) -> tuple[float, int] | None:
    """Read '× 10^6' or 'e6' behind a number as a power of ten."""
    if tokens.low(index) == "e" and tokens.at(index).glued:
        return _exponent(tokens, index + 1)
    if tokens.low(index) not in ("x", "×", "*") or tokens.at(index + 1).raw != "10":
        return None
    return _exponent(tokens, index + 2 + (tokens.at(index + 2).raw == "^"))


def _exponent(tokens: Tokens, place: int) -> tuple[float, int] | None:
    """Return (the power of ten, the token behind it) for the exponent at `place`."""
    sign = -1 if tokens.at(place).raw in ("-", "−") else 1
    place += sign < 0
    exponent = tokens.at(place).raw
    if not exponent.isdecimal() or len(exponent) > 2 or not tokens.at(place).glued:
        return None
    return 10.0 ** (sign * int(exponent)), place + 1


def _scaled(tokens: Tokens, number: Number) -> Number:
    """Apply the suffix or scale words behind `number`."""
    words = number_words()
    value, after, letter = number.value, number.after, ""
    token = tokens.at(after)
    if token.kind == WORD and token.glued:
        if token.low in words.suffixes:
            value, after = value * words.suffixes[token.low], after + 1
        elif token.low in words.letters and token.raw in ("m", "b", "k", "M", "B", "K", "T"):
            letter = token.low
    value, after = _scale_words(tokens, value, after, number.digits)
    scaled = after > number.after
    return Number(
        value, number.value, number.first, after, number.digits, scaled, number.part, letter
    )


def _scale_words(tokens: Tokens, value: float, after: int, digits: bool) -> tuple[float, int]:
    """Multiply by each scale word that follows ('5 hundred thousand', '90-billion')."""
    words = number_words()
    for _ in range(3):
        skip = 1 if tokens.at(after).raw == "-" and tokens.at(after).glued else 0
        token = tokens.at(after + skip)
        scale = words.scales.get(token.low)
        if scale is None and digits:
            scale = words.scale_plurals.get(token.low)
        if scale is None or (skip and not token.glued):
            break
        value, after = value * scale, after + skip + 1
    return value, after


def _read_words(tokens: Tokens, index: int, words: NumberWords) -> Number | None:
    """Read 'twenty-five hundred', 'one hundred and fifty', 'two and a half million'."""
    total, current, place, seen = 0.0, 0.0, index, False
    last = 1e18
    while True:
        skip = _joint(tokens, place, words) if seen else 0
        low = tokens.low(place + skip)
        if low in words.ones and last > 9:
            last = words.ones[low]
            current += last
        elif low in words.tens and last > 90:
            last = words.tens[low]
            current += last
        elif low in words.scales and (
            seen or low not in ("mn", "bn", "tn", "mln", "bln", "trn", "mio")
        ):
            scale = words.scales[low]
            if scale >= 1000:
                total, current, last = total + (current or 1) * scale, 0.0, min(scale, 1e17)
            else:
                current, last = (current or 1) * scale, 100
        else:
            break
        place, seen = place + skip + 1, True
    if not seen:
        return None
    value = total + current
    base = value / words.scales.get(tokens.low(place - 1), 1.0)  # "two to three million"
    return _half_more(tokens, Number(value, base, index, place, False, total > 0))


def _joint(tokens: Tokens, place: int, words: NumberWords) -> int:
    """Return how many tokens join two number words: 1 for a hyphen or 'and', else 0."""
    token, nxt = tokens.at(place), tokens.low(place + 1)
    if token.raw in ("-", "‐", "‑") and token.glued and tokens.at(place + 1).glued:
        return 1
    behind = tokens.low(place - 1)
    if token.low == "and" and behind in words.scales and behind != "dozen":
        return 1 if nxt in words.ones or nxt in words.tens else 0
    return 0


def _half_more(tokens: Tokens, number: Number) -> Number:
    """Read '... and a half (million)' behind a number of words."""
    lows = [tokens.low(number.after + k) for k in range(4)]
    steps = 3 if lows[:3] == ["and", "a", "half"] else 0
    if not steps:
        return number
    value, after = _scale_words(tokens, number.value + 0.5, number.after + steps, number.digits)
    return Number(
        value,
        number.value + 0.5,
        number.first,
        after,
        number.digits,
        after > number.after + steps,
    )


def _read_part(tokens: Tokens, index: int) -> Number | None:
    """Read a fraction in words, with the scale behind it ('half a million')."""
    part = read_part(tokens, index)
    if part is None:
        return None
    if not part.open:
        return Number(part.value, part.value, index, part.after, False, False, part=True)
    value, after = _scale_words(tokens, part.value, part.after, False)
    scaled = after > part.after
    return Number(value, part.value, index, after, False, scaled, part=not scaled)
