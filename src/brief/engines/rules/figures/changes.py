"""A figure in its tokens in, its change out: one of = ~ up down > <.

Order of the signs, settled on labelled sentences: the start of "from A to B" is '='; 'up to' and
its like are '<'; a word of change beats the other hedges ("fell by about 30%" is down), except
before "to" ("reduced to about 30%" is ~).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from brief.engines.rules.figures.data import (
    hedges_after,
    hedges_before,
    mapping,
    unit_phrases,
    words,
)
from brief.engines.rules.figures.nouns import is_plural, singular
from brief.engines.rules.figures.tokens import DIGITS, WORD, Tokens

_DURATIONS = frozenset(
    ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")
)
_LEVELS = (("above",), ("below",), ("over",), ("under",))
_MARKS = frozenset({"target", "threshold", "average", "mark", "limit", "norm", "goal", "ceiling"})
"""What has its value exactly, whatever lies above it: "well above the 2% target"."""
_SCHEME_REACH = 4
"""Tokens behind a sum in which a scheme may be named."""
_EQUALS = frozenset(("amounting", "amounted", "amounts", "equal", "equivalent", "compared"))
"""Words with which "to" is no change: 'grew last year, amounting to 8 million'."""
_COMPOSES = frozenset(("make", "makes", "made", "making", "come", "comes", "came", "coming"))
"""Verbs with which "up" is no change: 'made up 38%', 'came up five times'."""
_TOTALS = frozenset(("average", "total", "record", "net"))
"""Nouns between a verb and 'of' that part no change from its figure: 'lost a total of 40 kg'."""
_RELATIVE = frozenset(("who", "which", "that"))
_NEAR, _FAR = 9, 16
"""Tokens searched back for a word of change: through bridge words, and behind 'by' or 'to'."""


@dataclass(frozen=True, slots=True)
class Span:
    """What the search for a change needs to know of a figure."""

    first: int
    number_after: int
    """The token behind the number; the unit follows."""
    after: int
    unit: str
    counted: bool
    """The unit is a counted noun."""


def change_of(tokens: Tokens, span: Span) -> str:
    """Return the change sign of the figure at `span`."""
    hedge, place = hedge_before(tokens, span)
    if tokens.low(place) == "from" or hedge == "<":
        return hedge or "="
    behind = _direction_behind(tokens, span)
    if behind:
        return behind
    if _has_own_noun(tokens, span):
        return hedge or "="
    direction, to = _direction_before(tokens, span, place)
    hedge = hedge or _hedge_behind(tokens, span)
    if hedge and (to or not direction):
        return hedge
    return direction or "="


def _has_own_noun(tokens: Tokens, span: Span) -> bool:
    """Tell whether a figure says how large a thing is that changes: 'cut the $45bn deficit'."""
    thing = tokens.at(span.after)
    named = thing.kind == WORD and thing.low not in words("words", "stops")
    owned = tokens.low(span.first - 1) in ("the", "its", "their", "this")
    return named and owned and not span.counted and bool(span.unit)


def moves(low: str) -> bool:
    """Tell whether a word says that something rises or falls: 'fell', 'raised', 'growth'."""
    return low in words("cues", "up") or low in words("cues", "down")


def hedge_before(tokens: Tokens, span: Span) -> tuple[str, int]:
    """Return the sign of the hedge at the figure, and the index of the token before it."""
    place = span.first - 1
    while tokens.low(place) in words("words", "openers"):
        place -= 1
    for start in (span.first - 1, place):
        for parts, sign in hedges_before().get(tokens.low(start), ()):
            begin = start - len(parts) + 1
            if all(tokens.low(begin + k) == part for k, part in enumerate(parts)) and _is_hedge(
                tokens, span, parts, begin
            ):
                return sign, _skip_degree(tokens, begin - 1)
    return "", place


def _skip_degree(tokens: Tokens, place: int) -> int:
    """Step back over 'just', 'well', 'slightly', 'a little' before a hedge."""
    while tokens.low(place) in words("words", "degrees"):
        place -= 1
    return place


def _is_hedge(tokens: Tokens, span: Span, parts: tuple[str, ...], begin: int) -> bool:
    """Reject 'over three years' (during), 'within two years', 'under two governments'."""
    if parts == ("over",) and span.unit in _spent():
        counted = tokens.at(begin - 1)
        if counted.kind == DIGITS or is_plural(counted.low):
            return False  # "600 yards over 12 games"
    if parts == ("over",) and span.unit in _DURATIONS:
        before, behind = tokens.low(begin - 1), tokens.low(span.after)
        return before in words("words", "lasting") or behind in words("words", "lasting_behind")
    if parts[0].endswith("er") and parts[-1] == "than" and span.unit in _DURATIONS:
        return parts[0] in ("longer", "older", "fewer")
    if parts[-1] == "than" and parts[0].endswith("er") and _measures(tokens, begin - 1):
        return False  # "3 euros cheaper than the 25-euro ticket"
    if parts[0] in ("passed", "passes"):
        return not span.counted and bool(span.unit) and span.unit not in _DURATIONS
    if parts == ("up", "to") and _goes(tokens, span, begin):
        return False
    if tokens.low(begin + len(parts)) == "the" and tokens.low(span.after) in _RELATIVE:
        return False  # "well short of the 11 million who came"
    if parts == ("under",) and tokens.low(begin + 1) in ("the", "a", "an", "this"):
        named = {tokens.low(span.after + k) for k in range(_SCHEME_REACH)}
        if named & words("cues", "schemes"):
            return False  # "under the $900m aid program"
    if parts in _LEVELS and tokens.low(begin + 1) == "the":
        return tokens.low(span.after) not in _MARKS
    if parts == ("within",) and tokens.low(begin + 1) in ("a", "an", "the"):
        return False  # "within a 9-mile radius"
    if parts == ("within",) and (span.unit in _DURATIONS or span.counted):
        return False
    if parts in (("under",), ("above",), ("below",), ("beyond",)) and span.counted:
        return tokens.low(begin - 1) in (
            "just",
            "well",
            "is",
            "was",
            "to",
            "at",
            "of",
            "were",
            "are",
            "for",
            "with",
        )
    return True


def _measures(tokens: Tokens, place: int) -> bool:
    """Tell whether a number or its unit ends at `place`."""
    token = tokens.at(place)
    return token.kind == DIGITS or token.raw == "%" or token.low in unit_phrases()


@cache
def _spent() -> frozenset[str]:
    """Return the times and games that something happens in, in the singular."""
    return frozenset(singular(one) for one in words("numbers", "spent"))


def _goes(tokens: Tokens, span: Span, begin: int) -> bool:
    """Tell whether something went up to the figure: no limit, but where it is now."""
    verb = tokens.low(begin - 1)
    later = any(tokens.low(span.after + k) == "from" for k in range(6))
    return verb in words("cues", "goes_up") or (verb == "go" and later)


def _hedge_behind(tokens: Tokens, span: Span) -> str:
    """Return the sign of a hedge behind the number or its unit: 'three or more', '40-odd'."""
    for place in (span.number_after, span.after):
        place += tokens.at(place).raw in ("-", ",")
        for parts, sign in hedges_after().get(tokens.low(place), ()):
            if all(tokens.low(place + k) == part for k, part in enumerate(parts)):
                named = parts[0] == "at" and parts[-1] != "least"
                named = named or (parts == ("plus",) and place == span.after)  # "€4m plus tax"
                return "" if named and _names(tokens, place + len(parts)) else sign
    return ""


def _names(tokens: Tokens, place: int) -> bool:
    """Tell whether a noun or a sum follows at `place`: 'at most shops', 'plus €5m'."""
    token = tokens.at(place)
    if token.kind == DIGITS or token.raw in mapping("currencies", "signs"):
        return True
    return token.kind == WORD and token.low not in words("words", "stops")


def _direction_behind(tokens: Tokens, span: Span) -> str:
    """Return up or down from the words behind: 'a 5% increase', '3 points lower'."""
    reach = 1 if span.counted else 4
    for k in range(span.after, span.after + reach):
        low = tokens.low(k)
        bare = k == span.number_after and tokens.at(span.first).kind == DIGITS
        if low == "more" and bare and tokens.low(k + 1) != "than":
            return ""  # "threw for 240 more"
        if low in ("hike", "climb") and tokens.low(span.number_after) == "-" and span.unit != "%":
            return ""  # "a 12-mile hike"
        if low in words("cues", "behind_up"):
            return "up" if span.unit != "times" or low in words("cues", "growths") else ""
        if low in words("cues", "behind_down"):
            return "down" if span.unit != "times" or low in words("cues", "growths") else ""
        if low not in words("words", "increase_between") and not (
            k == span.after and low.isalpha() and low.endswith(("al", "ly", "ic", "age"))
        ):
            return _growth_behind(tokens, span)
    return ""


def _growth_behind(tokens: Tokens, span: Span) -> str:
    """Return up or down from the noun that ends a phrase: 'a 4% [tuition rate increase]'."""
    if span.unit != "%" or tokens.low(span.first - 1) not in ("a", "an", "the", "its"):
        return ""
    for k in range(span.after, span.after + 4):
        low = tokens.low(k)
        if k > span.after and low in words("cues", "growths"):
            return "up" if low in words("cues", "behind_up") else "down"
        if tokens.at(k).kind != WORD or low in words("words", "stops"):
            return ""
    return ""


def _direction_before(tokens: Tokens, span: Span, place: int) -> tuple[str, bool]:
    """Return (up, down or '', whether 'to' led to the figure) from the words before `place`."""
    if tokens.at(span.first - 1).raw in ("(", "["):
        return "", False
    if tokens.at(span.first - 1).raw == "+":
        return "up", False
    prep = ""
    for k in range(place, max(-1, place - _NEAR), -1):
        low = tokens.low(k)
        if low == "up" and tokens.low(k - 1) in _COMPOSES:
            return "", False
        if low in ("up", "down") and span.counted and not prep and _is_particle(tokens, k):
            return "", False
        if prep == "to" and low in _EQUALS:
            return "", False
        sign = _sign(low, prep, span)
        if sign:
            return sign, prep == "to"
        if (low == "in" or (low == "at" and span.unit != "%")) and not prep:
            return "", False
        if low == "than" and tokens.low(k - 1) not in ("more", "less", "fewer"):
            return "", False
        if low in ("by", "to", "of") and not prep:
            total = tokens.low(k - 1) in _TOTALS and tokens.low(k - 3) != "to"
            prep = "" if total else low
        if low not in words("cues", "bridge"):
            return (
                (_far(tokens, k, span, prep), prep == "to")
                if prep in ("by", "to")
                else _of(tokens, k, span, prep)
            )
    return "", False


def _is_particle(tokens: Tokens, k: int) -> bool:
    """Tell whether 'up' or 'down' at `k` belongs to a verb of doing: 'set [up] 12 schools'."""
    verb = tokens.at(k - 1)
    if verb.kind != WORD or is_plural(verb.low) or moves(verb.low):
        return False
    if verb.low in words("cues", "goes_up"):
        return tokens.low(k) == "down"  # "shot down three drones"
    return verb.low in words("cues", "phrasal") or verb.low not in words("words", "stops")


def _sign(low: str, prep: str, span: Span) -> str:
    """Return the direction of one word as it bears on the figure."""
    if low in words("cues", "needs_by") and not prep and span.unit not in words("words", "rates"):
        return ""
    if low in words("cues", "up"):
        return "up"
    if low in words("cues", "down"):
        return "down"
    losable = not span.counted or span.unit.split(" ")[-1] in words("words", "losable")
    if not prep and span.unit and losable:
        if low in words("cues", "direct_up"):
            return "up"
        if low in words("cues", "direct_down"):
            return "down"
    return ""


def _far(tokens: Tokens, place: int, span: Span, prep: str) -> str:
    """Search further back in the clause behind 'by' or 'to'."""
    for k in range(place, max(-1, place - _FAR), -1):
        low = tokens.low(k)
        if low in (".", ";", "?", "!", ":", "while", "but", "whereas", "although"):
            return ""
        sign = _sign(low, prep, span)
        if sign and low != "more" and not _modifies(tokens, k):
            return sign
    return ""


def _modifies(tokens: Tokens, k: int) -> bool:
    """Tell whether a noun of change at `k` only names a thing: 'cut its [growth] forecast to'."""
    behind = tokens.at(k + 1)
    noun = tokens.low(k) in ("growth", "expansion", "contraction")
    return noun and behind.kind == WORD and behind.low not in words("words", "stops")


def _of(tokens: Tokens, place: int, span: Span, prep: str) -> tuple[str, bool]:
    """Read 'an increase in exports of 5%': a noun of change up to five tokens before 'of'."""
    if prep != "of":
        return "", False
    for k in range(place, place - 5, -1):
        if tokens.low(k) == "in" and _sign(tokens.low(k - 1), "of", span):
            return _sign(tokens.low(k - 1), "of", span), False
    return "", False
