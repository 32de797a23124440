"""Drafts in reading order in, the same with ranges united and shared units filled in, out."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from math import isclose

from brief.engines.rules.figures.changes import moves
from brief.engines.rules.figures.data import mapping, number_words, words
from brief.engines.rules.figures.drafts import Draft
from brief.engines.rules.figures.tokens import Tokens
from brief.engines.rules.figures.units import composite

_DASHES = frozenset("-–—‐‑~−")
_TREND_REACH = 14
"""Tokens before 'from A to B' searched for a word of change, which makes it two figures."""
_WENT = frozenset(("went", "gone", "moved", "swung"))
"""What only before 'from' says that something changed: 'went from 12 to 41'."""
_WIDEST = 10
"""A range behind a word of change spans at most this factor ('fell 60 to 2,782' is no range)."""
_COMPARED = (("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to"))
_COMPARE_REACH = 14
"""Tokens between a count and 'up from' that leads to its earlier value."""
_WHOLE = 100
"""Shares in a list are parts of this; a larger number before ', or 2%' is a count."""
_LEVEL_REACH = 6
"""Tokens before a figure in which 'from a total of' begins."""
_GAP_REACH = 8
"""Tokens between two figures that may share a unit."""


def unite_ranges(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """Join neighbors that are the two ends of a range."""
    out: list[Draft] = []
    for draft in drafts:
        joined = _join(tokens, out[-1], draft) if out else None
        if joined is None:
            out.append(draft)
        else:
            out[-1:] = joined
    return out


def _join(tokens: Tokens, left: Draft, right: Draft) -> list[Draft] | None:
    """Return what the pair becomes, or None when the two have nothing to do with each other."""
    hedged = tokens.low(left.first - 1) == "from" and tokens.low(right.first - 1) in _hedges()
    if right.first - left.after != 1 + hedged or left.high is not None or left.counted:
        return None
    link = tokens.low(left.after)
    if left.money:
        right = _same_scale(tokens, right)
    if left.money and not right.unit and not right.number.part and _one_sign(tokens, left, link):
        unit, after = composite(tokens, left.unit, right.after)
        left, right = replace(left, unit=unit), replace(right, unit=unit, after=after, money=True)
    if left.unit not in ("", right.unit):
        return None
    even = _scaled_like(left, right)
    if link in ("to", "through"):
        return _from_to(tokens, even, right)
    if link == "and" and _between(tokens, left) and even.value > right.value and left.unit:
        return [replace(_united(even, right), value=right.value, high=even.value)]
    if even.value >= right.value:
        return None
    ranged = link in _DASHES or (link == "and" and _between(tokens, left))
    ranged = ranged or (link == "or" and not left.unit and right.value == left.value + 1)
    return [_united(even, right)] if ranged else None


def _same_scale(tokens: Tokens, right: Draft) -> Draft:
    """Return the upper end of a sum with its letter read as a scale: '£40m-50m' has no meters."""
    letter, number = tokens.at(right.number.after), right.number
    scale = number_words().letters.get(letter.low)
    if scale is None or right.money or number.scaled or not (letter.glued and number.digits):
        return right
    value, after = number.value * scale, number.after + 1
    number = replace(number, value=value, after=after, scaled=True, letter="")
    return replace(right, value=value, unit="", number=number, after=after)


def _one_sign(tokens: Tokens, left: Draft, link: str) -> bool:
    """Tell whether one currency sign serves both ends: '$40-60 a night', 'between $5 and 6bn'."""
    between = link == "and" and _between(tokens, left)
    return link in _DASHES or between or (link == "to" and not _trend(tokens, left.first - 1))


def _from_to(tokens: Tokens, left: Draft, right: Draft) -> list[Draft] | None:
    """Read 'A to B': a range, or two figures where something rose from A to B or fell by A to B."""
    trend = left.value != 0 and _trend(tokens, left.first - 1)
    if trend and (tokens.low(left.first - 1) == "from" or _from_level(tokens, left.first)):
        return [replace(left, change="="), right]
    wide = right.value > _WIDEST * left.value or (left.money and left.number.scaled)
    if left.value > right.value or (trend and (wide or _step(tokens, left, right))):
        return None
    return [_united(left, right)]


def _step(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """Tell whether 'A to B' is a step and where it ended: 'rose three feet to 19 feet'."""
    named = left.after > left.number.after and right.after > right.number.after
    return named and moves(tokens.low(left.first - 1 - left.money))


def _from_level(tokens: Tokens, first: int) -> bool:
    """Tell whether 'from' and a noun of level lead to `first`: 'from an estimate of 30 to 45'."""
    back = [tokens.low(first - k) for k in range(2, _LEVEL_REACH)]
    return tokens.low(first - 1) == "of" and "from" in back


def _united(low: Draft, high: Draft) -> Draft:
    """Return the range from `low` to `high`."""
    return replace(
        high,
        value=low.value,
        high=high.value,
        first=low.first,
        unit=high.unit or low.unit,
        money=high.money or low.money,
    )


def _scaled_like(left: Draft, right: Draft) -> Draft:
    """Give `left` the unit of `right`, and its scale when it has none ('$5-6 billion')."""
    unit = left.unit or right.unit
    left = replace(left, unit=unit, counted=right.counted, money=left.money or right.money)
    if left.number.scaled or not right.number.scaled or left.number.base >= 1000:
        return left
    factor = right.number.value / right.number.base if right.number.base else 1.0
    # Scales are whole numbers; a quotient of floats is a hair off.
    factor = round(factor) if isclose(factor, round(factor)) else factor
    return replace(left, value=left.value * factor)


@cache
def _hedges() -> frozenset[str]:
    """Return the hedges of one word: 'from 8 to about 10 billion'."""
    listed = mapping("cues", "before").values()
    return frozenset(one for hedges in listed for one in hedges.split("|"))


def _between(tokens: Tokens, left: Draft) -> bool:
    """Tell whether 'between' stands just before `left`, a hedge apart at most."""
    return any(tokens.low(left.first - k) == "between" for k in (1, 2, 3))


def _trend(tokens: Tokens, place: int) -> bool:
    """Tell whether a word of change stands before 'from' in its clause."""
    if tokens.low(place - 1) in _WENT:
        return True
    for k in range(place, max(-1, place - _TREND_REACH), -1):
        low = tokens.low(k)
        if low in (".", ";", "?", "!"):
            return False
        if moves(low):
            return True
    return False


def share_units(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """Fill a missing unit from the next figure of a list, or from the one it is compared with."""
    out = [_aged(tokens, draft) for draft in drafts]
    for k in range(len(out) - 2, -1, -1):
        if not out[k].unit and _shares_next(tokens, out[k], out[k + 1]):
            out[k] = replace(out[k], unit=out[k + 1].unit, counted=out[k + 1].counted)
    for k in range(1, len(out)):
        if not out[k].unit and out[k - 1].unit == "year of age":
            same = _gap(tokens, out[k - 1], out[k]) <= words("words", "list_links")
            out[k] = replace(out[k], unit="year of age" if same else "")
        elif not out[k].unit and _shares_last(tokens, out[k - 1], out[k]):
            other = k - 2 if k > 1 and out[k - 1].unit == "%" and out[k].value > 100 else k - 1
            out[k] = replace(out[k], unit=out[other].unit)
    return out


def _aged(tokens: Tokens, draft: Draft) -> Draft:
    """Give 'aged between 18 and 65' its unit."""
    before = {tokens.low(draft.first - k) for k in (1, 2)}
    old = not draft.unit and before & {"aged", "ages", "age"}
    return replace(draft, unit="year of age") if old else draft


def _shares_next(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """Tell whether `left` has its unit from `right`: '5, 10 and 15 %', '14 of the 16 games'."""
    gap = _gap(tokens, left, right)
    if gap <= words("words", "list_links"):
        restated = "or" in gap and right.unit == "%" and left.value > _WHOLE
        # "rose a third to 9 euros", "300, or 2 percent"
        return not (restated or (left.number.part and "to" in gap))
    return (
        "of" in gap
        and gap <= words("words", "part_links")
        and not right.money
        and right.unit != "%"
    )


def _shares_last(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """Tell whether `right` has its unit from `left`: '300 jobs, up from 250', 'of 90 men, 31'."""
    back = (tokens.low(right.first - 2), tokens.low(right.first - 1))
    measured = left.unit not in ("", "%", "times", "year of age") and not left.money
    if measured and back in _COMPARED and right.first - left.after < _COMPARE_REACH:
        return True
    gap = _gap(tokens, left, right)
    of_them = "of" in (tokens.low(left.first - 1), tokens.low(left.first - 2))
    if gap == {","} and of_them:
        return True
    linked = gap & {"from", "than", "versus", "vs", "compared", "against"}
    tally = gap == {"to"} and left.counted and left.unit not in words("words", "losable")
    if gap == {"to"} and measured and tokens.low(left.first - 1) == "from":
        return True  # "from 90 minutes to 35"
    if gap == {"to"} and left.money and tokens.low(left.first - 1) == "from":
        return right.number.scaled  # "rose from $92 million to 122.4 million"
    return tally or bool(linked and gap <= words("words", "compare_links"))


def twins(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """Tell whether figures change together: '9 points, or 0.7%', '3% in May and 4% in June'."""
    gap = _gap(tokens, left, right)
    if gap in ({",", "or"}, {"or"}, {"("}):
        return right.unit == "%" or left.unit == "%" or (_is_sum(left) and _is_sum(right))
    if gap in ({"to"}, {",", "to"}):
        return True  # "added 35 points to 9,400"
    months = gap - words("words", "paired_links") - mapping("words", "months").keys()
    return "and" in gap and not months and left.unit == right.unit


def _is_sum(draft: Draft) -> bool:
    """Tell whether a figure is money, small change too: '69 cents per share'."""
    return draft.money or draft.unit.split(" per ")[0] in ("cent", "pence")


def _gap(tokens: Tokens, left: Draft, right: Draft) -> frozenset[str]:
    """Return the words between two figures; an impossible word when they are far apart."""
    if right.first - left.after > _GAP_REACH or right.first <= left.after:
        return frozenset(("\0",))
    return frozenset(tokens.low(k) for k in range(left.after, right.first))
