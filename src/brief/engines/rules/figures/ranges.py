"""Drafts of figures in reading order in, the same with ranges united and shared units filled in, out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from brief.engines.rules.figures.data import words
from brief.engines.rules.figures.numbers import Number
from brief.engines.rules.figures.tokens import Tokens

_DASHES = ("-", "–", "—", "‐", "‑", "~", "−")
_TREND_REACH = 14
"""Tokens before 'from A to B' searched for a word of change, which makes it two figures."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure under work: tokens `first` up to `after` (exclusive)."""

    value: float | tuple[float, float]
    unit: str
    first: int
    after: int
    number: Number
    money: bool = False
    counted: bool = False
    change: str = ""
    """Set when the draft's making already decided the change."""


def unite_ranges(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """Join neighbours that are two ends of a range; a score ('3-1') is dropped."""
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
    if isinstance(left.value, tuple) or isinstance(right.value, tuple):
        return None
    dash = _dashed(tokens, left, right)
    if dash:
        return _dash_range(tokens, left, right)
    if right.first - left.after != 1 or left.counted:
        return None
    link = tokens.low(left.after)
    before = tokens.low(left.first - 1)
    fits = left.unit in ("", right.unit)
    if link == "and" and fits and _between(tokens, left):
        return [_united(left, right)]
    if link == "or" and not left.unit and right.value == left.value + 1:
        return [_united(left, right)]
    if link in ("to", "through") and fits:
        if before in ("from", "-") and _trend(tokens, left.first - 1):
            return [replace(_scaled_like(left, right), change="="), right]
        return [_united(left, right)] if _scaled_like(left, right).value <= right.value else None
    return None


def _dashed(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """Tell whether only a dash parts the two numbers ('25-30%', '$5–6 billion', '5% - 6%')."""
    if right.first - left.after == 1:
        return tokens.at(left.after).raw in _DASHES
    return False


def _dash_range(tokens: Tokens, left: Draft, right: Draft) -> list[Draft] | None:
    """Unite two ends parted by a dash; the higher number first is a score and is dropped."""
    scaled = _scaled_like(left, right)
    if left.unit not in ("", right.unit):
        return None
    if scaled.value < right.value:
        before = tokens.low(left.first - 1)
        if not right.unit and before in _SCORE_WORDS:
            return []
        return [_united(left, right)]
    return [] if not right.money and right.unit != "%" else None


_SCORE_WORDS = frozenset(
    [
        "won",
        "win",
        "wins",
        "lost",
        "lose",
        "beat",
        "beats",
        "draw",
        "drew",
        "lead",
        "led",
        "defeated",
        "victory",
        "defeat",
        "loss",
        "score",
        "tie",
        "tied",
        "by",
        "by-a",
    ]
)


def _united(left: Draft, right: Draft) -> Draft:
    """Return the range from `left` to `right`."""
    low, high = _scaled_like(left, right).value, right.value
    assert not isinstance(low, tuple) and not isinstance(high, tuple)
    return replace(
        right,
        value=(low, high),
        first=left.first,
        unit=right.unit or left.unit,
        money=right.money or left.money,
    )


def _scaled_like(left: Draft, right: Draft) -> Draft:
    """Give `left` the scale and unit of `right` when it has none ('$5-6 billion')."""
    number = left.number
    if (
        number.scaled
        or not right.number.scaled
        or number.base >= 1000
        or isinstance(left.value, tuple)
    ):
        return replace(left, unit=left.unit or right.unit, counted=left.counted or right.counted)
    factor = right.number.value / right.number.base if right.number.base else 1.0
    return replace(left, value=left.value * factor, unit=left.unit or right.unit, money=right.money)


def _between(tokens: Tokens, left: Draft) -> bool:
    """Tell whether 'between' stands just before `left`, a hedge apart at most."""
    return any(tokens.low(left.first - k) == "between" for k in (1, 2, 3))


def _trend(tokens: Tokens, place: int) -> bool:
    """Tell whether a word of change stands before 'from' in its clause."""
    for k in range(place, max(-1, place - _TREND_REACH), -1):
        low = tokens.low(k)
        if low in (".", ";", "?", "!"):
            return False
        if low in words("cues", "up") or low in words("cues", "down"):
            return True
    return False


def share_units(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """Fill a missing unit from the next figure of a list, or from the figure it is compared with."""
    out = list(drafts)
    for k in range(len(out) - 2, -1, -1):
        if not out[k].unit and out[k + 1].unit and _gap(tokens, out[k], out[k + 1]) <= _LIST:
            out[k] = replace(out[k], unit=out[k + 1].unit, counted=out[k + 1].counted)
    for k in range(1, len(out)):
        gap = _gap(tokens, out[k - 1], out[k])
        if (
            not out[k].unit
            and out[k - 1].unit
            and gap & {"from", "than", "versus", "to", "compared"}
            and gap <= _COMPARE
        ):
            out[k] = replace(out[k], unit=out[k - 1].unit)
    return out


_LIST = frozenset((",", "and", "or", "to", "but", "then", "nor"))
_COMPARE = frozenset(
    [
        ",",
        "(",
        "up",
        "down",
        "from",
        "than",
        "compared",
        "with",
        "to",
        "versus",
        "vs",
        "just",
        "only",
        "about",
        "around",
        "in",
        "last",
        "year",
        "over",
    ]
)


def _gap(tokens: Tokens, left: Draft, right: Draft) -> frozenset[str]:
    """Return the words between two figures; a mark that is in no set when they are far apart."""
    if right.first - left.after > 8:
        return frozenset(("far",))
    return frozenset(tokens.low(k) for k in range(left.after, right.first))
