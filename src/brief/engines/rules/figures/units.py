"""A number in its tokens in, its unit out: currencies, %, physical units, 'a per b'."""

from __future__ import annotations

from dataclasses import dataclass, replace

from brief.engines.rules.figures.data import mapping, number_words, unit_phrases, words
from brief.engines.rules.figures.heights import behind_feet, inches_end, marked_unit
from brief.engines.rules.figures.numbers import Number
from brief.engines.rules.figures.rejects import is_rand
from brief.engines.rules.figures.tokens import DIGITS, WORD, Tokens
from brief.vocabulary.nouns import invariable

_HYPHENS = frozenset("-‐‑–")
_MONEY_REACH = 12
"""Tokens searched on each side for a word of money when 'pounds' may be weight."""


_BITS = frozenset(("kb", "Kb", "Mb", "Gb", "Tb"))
"""Bytes by their letters, but bits where a speed is told ('100 Mb/s')."""
_BEFORE = 8
"""Tokens before a number searched for what is counted in heads."""
_WON = 100
"""Fewer than this many 'won' are games, not money."""
_OLDEST = 150
"""Years of age beyond this are the age of a thing: plain years."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with the unit read around it: tokens `first` up to `after` (exclusive)."""

    number: Number
    unit: str
    first: int
    after: int
    money: bool = False
    """The unit is a currency."""


def measure(tokens: Tokens, number: Number) -> Measured:
    """Return `number` with the currency or unit of measure around it ('' when none)."""
    sign = _currency_before(tokens, number.first)
    if not sign and is_rand(tokens, number):
        sign = "ZAR", number.first - 1
    if sign:
        return _with_currency(tokens, number, _whose(tokens, sign[0]), sign[1])
    scaled = _scaled_unit(tokens, number)
    if scaled:
        return scaled
    number = _letter_scale(tokens, number)
    found = _unit_behind(tokens, number)
    if not found:
        return Measured(number, "", number.first, number.after)
    unit, after = found
    money = unit in _codes()
    if unit == "pound" and _means_money(tokens, number, after):
        unit, money = "GBP", True
    bits = tokens.at(after - 1).raw in _BITS
    unit, after = composite(tokens, _whose(tokens, unit), after)
    if bits and unit.endswith("byte per second"):
        unit = unit.replace("byte", "bit")
    return Measured(number, unit, number.first, after, money)


def _whose(tokens: Tokens, code: str) -> str:
    """Return the rupee of the one country of rupees that the text names, where India is not."""
    if code != "INR":
        return code
    named = {token.low.removesuffix("'s") for token in tokens.items if token.raw[:1].isupper()}
    if any(name.startswith("india") for name in named) or "delhi" in named:
        return code
    found = {other for name, other in mapping("currencies", "rupees").items() if name in named}
    return found.pop() if len(found) == 1 else code


def _scaled_unit(tokens: Tokens, number: Number) -> Measured | None:
    """Return the number with a unit that holds a scale: `2.2 mb/d`, `450 kb/d`."""
    if not number.digits or number.scaled:
        return None
    known = mapping("units", "scaled")
    for size in (3, 1):
        name = "".join(tokens.low(number.after + step) for step in range(size))
        if name in known:
            scale, unit = known[name]
            after = number.after + size
            value = number.value * scale
            whole = replace(number, value=value, after=after, scaled=True, letter="")
            return Measured(whole, unit, number.first, after)
    return None


def _codes() -> dict[str, str]:
    """Return the ISO codes that name a currency."""
    names: dict[str, str] = mapping("currencies", "names")
    return names


def _currency_before(tokens: Tokens, first: int) -> tuple[str, int] | None:
    """Return (code, first token) of a currency sign or code before the number."""
    token = tokens.at(first - 1)
    signs, prefixed = mapping("currencies", "signs"), mapping("currencies", "prefixed")
    if token.raw in _HYPHENS and tokens.at(first - 2).raw in signs:
        first, token = first - 1, tokens.at(first - 2)
    if token.raw in signs:
        for size in (2, 1):
            name = " ".join(tokens.low(first - 2 - k) for k in reversed(range(size)))
            if name + token.raw in prefixed and (len(name) > 1 or token.glued):
                return prefixed[name + token.raw], first - 1 - size
        return signs[token.raw], first - 1
    low = token.low
    if token.raw == "." and tokens.low(first - 2) == "rs":
        low, first = "rs", first - 1
    codes = mapping("currencies", "codes")
    raw = tokens.at(first - 1).raw if low != "rs" else "Rs"
    if codes.get(low) and low not in ("try", "euro", "euros") and raw[:1].isupper():
        return codes[low], first - 1
    return None


def _with_currency(tokens: Tokens, number: Number, code: str, first: int) -> Measured:
    """Apply 'm', 'b', 'k' suffixes, which are scales once a currency stands before."""
    token = tokens.at(number.after)
    scale = number_words().letters.get(token.low) if token.kind == WORD else None
    fits = token.glued or (token.low in ("m", "b") and number.base < 1000)
    if scale and fits and number.digits and not number.scaled:
        number = _times(number, scale)
    unit, after = composite(tokens, code, _skip_name(tokens, code, number.after))
    return Measured(number, unit, first, after, True)


def _skip_name(tokens: Tokens, code: str, after: int) -> int:
    """Step over a currency name or code that repeats the sign ('$5 million USD')."""
    for parts, canon in unit_phrases().get(tokens.low(after), ()):
        if canon == code and _matches(tokens, after, parts):
            return after + len(parts)
    known: str = mapping("currencies", "codes").get(tokens.low(after), "")
    return after + 1 if known and tokens.at(after).raw.isupper() else after


def _letter_scale(tokens: Tokens, number: Number) -> Number:
    """Read '5m people' as millions: a letter is a scale when a plural or a currency follows."""
    if not number.letter or number.letter == "t":
        return number
    after = number.after + 1
    follows = tokens.at(after).low
    plural = follows in invariable() or (
        follows.endswith("s") and follows not in words("words", "not_plural")
    )
    known = follows in mapping("currencies", "codes") or _phrase_at(tokens, after) is not None
    sure = tokens.at(number.after).raw in ("k", "b", "B", "M") or _counts_heads(tokens, number)
    scale = number_words().letters[number.letter]
    return _times(number, scale) if sure or known or plural else number


def _counts_heads(tokens: Tokens, number: Number) -> bool:
    """Tell whether the words before say that people are counted: `the population grew to 12m`."""
    before = range(max(0, number.first - _BEFORE), number.first)
    return any(tokens.low(place) in words("words", "crowds") for place in before)


def _times(number: Number, scale: float) -> Number:
    """Return `number` with the letter behind it read as a scale."""
    value, after = number.value * scale, number.after + 1
    return replace(number, value=value, after=after, scaled=True, letter="")


def _unit_behind(tokens: Tokens, number: Number) -> tuple[str, int] | None:
    """Return (unit, token after it) of the unit that follows the number."""
    after = number.after
    if tokens.low(after - 1) in number_words().folds:
        return "times", after
    if number.part and tokens.low(after) in ("of", "an", "a", "the"):
        if tokens.low(after) != "of":
            return _phrase_at(tokens, after + 1)
        whole = tokens.low(after + 1) in ("a", "an")  # "three quarters of a mile"
        return _phrase_at(tokens, after + 2) if whole else None
    if behind_feet(tokens, number.first, number.value, after):
        return "inch", inches_end(tokens, after)
    if number.digits and (mark := marked_unit(tokens, after)):
        return mark, after + 1
    hyphen = tokens.at(after).raw in _HYPHENS and tokens.at(after + 1).glued
    place = after + 1 if hyphen or tokens.low(after) == "more" else after
    symbol = _symbol_at(tokens, number, place)
    if symbol and tokens.at(place).raw != tokens.low(place):
        return symbol
    found = _phrase_at(tokens, place)
    if found and _trusted(tokens, number, place, found):
        if found[0] == "year of age" and number.value > _OLDEST:
            return "year", found[1]
        return found
    return symbol


def _matches(tokens: Tokens, place: int, parts: tuple[str, ...]) -> bool:
    """Tell whether `parts` stand at `place`; a hyphen in the text counts as a space."""
    return _match_end(tokens, place, parts) is not None


def _match_end(tokens: Tokens, place: int, parts: tuple[str, ...]) -> int | None:
    """Return the token behind `parts` when they stand at `place`."""
    for k, part in enumerate(parts):
        if (
            k
            and tokens.at(place).raw in _HYPHENS
            and part not in _HYPHENS
            and tokens.at(place).glued
        ):
            place += 1
        if tokens.low(place) != part:
            return None
        place += 1
    return place


def _phrase_at(tokens: Tokens, place: int) -> tuple[str, int] | None:
    """Return the longest unit phrase at `place`."""
    for parts, canon in unit_phrases().get(tokens.low(place), ()):
        end = _match_end(tokens, place, parts)
        if end is not None:
            return canon, end
    code = mapping("currencies", "codes").get(tokens.low(place))
    if code and (tokens.at(place).raw.isupper() or tokens.at(place).raw in ("Rs", "euros", "euro")):
        return code, place + 1
    return None


def _trusted(tokens: Tokens, number: Number, place: int, found: tuple[str, int]) -> bool:
    """Reject short or ambiguous unit words where the text uses them otherwise."""
    token, follows = tokens.at(place), tokens.low(found[1])
    if token.raw == "won":
        return number.scaled or number.value >= _WON
    if token.low in words("units", "digits_only"):
        return number.digits and (token.glued or token.raw in (token.low, token.low.upper()))
    if token.low == "time":
        return tokens.at(place - 1).raw == "-" and follows not in ("frame", "zone")
    single = number.value == 1 and not number.digits
    return not (single and (token.low == "second" or (token.low == "day" and follows == "of")))


def _symbol_at(tokens: Tokens, number: Number, place: int) -> tuple[str, int] | None:
    """Read one-letter and other short symbols, which only digits may carry."""
    token = tokens.at(place)
    if not number.digits or token.kind != WORD:
        return None
    table = mapping("units", "symbols")["glued" if token.glued else "spaced"]
    unit = table.get(token.raw)
    if token.raw == "in" and not token.glued and tokens.at(place + 1).raw == ".":
        unit = "inch"
    if unit is None or (_sticks(tokens, place + 1)):
        return None
    if unit == "times" and tokens.at(place + 1).kind == DIGITS:
        return None  # "12 x 8 inches"
    if not token.glued and (
        tokens.at(place + 1).raw == "." and tokens.at(place + 1).glued and len(token.raw) == 1
    ):
        following = tokens.at(place + 2)
        if following.glued:
            return None
    return unit, place + 1


def _sticks(tokens: Tokens, place: int) -> bool:
    """Tell whether letters, digits or a hyphen stick to the symbol before `place` ('F-16')."""
    token = tokens.at(place)
    return token.glued and (token.kind in (WORD, DIGITS) or token.raw == "-")


def _means_money(tokens: Tokens, number: Number, after: int) -> bool:
    """Tell whether 'pounds' is money: a large scale, or a word of money nearby."""
    if number.value >= 1e6:
        return True
    if tokens.at(after - 1).low not in ("pound", "pounds"):
        return False
    money = words("currencies", "money")
    back = range(number.first - 1, number.first - _MONEY_REACH, -1)
    for reach in (back, range(after, after + _MONEY_REACH)):
        for k in reach:
            if tokens.low(k) in money:
                return True
            if tokens.low(k) in (";", ".", ""):
                break
    return False


def composite(tokens: Tokens, unit: str, after: int) -> tuple[str, int]:
    """Extend `unit` by 'per b', '/b' or 'a b' into 'unit per b'; '180C/gas 4' is none."""
    if unit in ("celsius", "fahrenheit"):
        return unit, after
    low = tokens.low(after)
    step = 1 if low == "-" and tokens.low(after + 1) in ("a", "an", "per") else 0
    low = tokens.low(after + step)
    if low in ("per", "/") and (low == "per" or tokens.at(after).glued):
        below = _below(tokens, after + step + 1)
        if below:
            return f"{unit} per {below[0]}", below[1]
    if low in ("a", "an", "each", "every"):
        place = after + step + 1
        place += 1 if tokens.at(place).raw == "-" else 0
        if tokens.low(place) in words("units", "a_per"):
            below = _below(tokens, place)
            half = [tokens.low(below[1] + k) for k in range(3)] if below else []
            if half == ["and", "a", "half"] or half[:2] in (["from", "now"], ["from", "today"]):
                return unit, after  # "20 dollars a year and a half ago"
            spans = tokens.low(place) in words("units", "span_per")
            if below and not (spans and tokens.low(below[1]) in words("units", "not_per")):
                return f"{unit} per {below[0]}", below[1]
    return unit, after


def _below(tokens: Tokens, place: int) -> tuple[str, int] | None:
    """Return (unit, token after it) of a denominator."""
    found = _phrase_at(tokens, place)
    if found:
        return found
    token = tokens.at(place)
    if token.kind != WORD:
        return None
    short: str | None = mapping("units", "per").get(token.low)
    return (
        short or token.low.removesuffix("s") if len(token.low) > 3 else short or token.low,
        place + 1,
    )


def extend_composite(tokens: Tokens, unit: str, after: int) -> tuple[str, int]:
    """Extend a counted noun by 'per b' ('20 points per game'), or by 'a b' for a span of time."""
    if tokens.low(after) == "per":
        return composite(tokens, unit, after)
    spans = tokens.low(after) in ("a", "an") and tokens.low(after + 1) in words("units", "span_per")
    if spans and tokens.low(after + 2) not in ("of", "off"):  # "gave 40 pupils a day off"
        return composite(tokens, unit, after)
    return unit, after
