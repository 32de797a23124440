"""A figure in its tokens in, out what it measures and whether it is fact, target or forecast."""

from __future__ import annotations

from brief.engines.rules.figures.data import mapping, words
from brief.engines.rules.figures.tokens import DIGITS, SIGN, WORD, Tokens

_CLAUSE_ENDS = frozenset(".;:?!()—")
_PHRASE, _CLAUSE = 8, 24
"""Tokens of a noun phrase at most; tokens searched back for the verb and for signs of a target."""


def measure_of(tokens: Tokens, first: int, after: int, counted: bool) -> str:
    """Return a short verbatim phrase saying what the figure measures, '' when none is found.

    For a count, `first` is the token behind the number: the counted noun phrase begins there.
    """
    if counted:
        return _text(tokens, _noun_start(tokens, first, after), after)
    if tokens.low(after) == "of":
        whole = _phrase_from(tokens, after + 1)
        return (_subject(tokens, first) if _vague(whole) else "") or whole
    named = _grown(tokens, after) or _before_of(tokens, first)
    if not named or _vague(named):
        named = _subject(tokens, first) or named
    return named or _object(tokens, after)


def _object(tokens: Tokens, after: int) -> str:
    """Return the noun phrase behind the figure, '' when it names a span of time: `year on year`."""
    phrase = _phrase_from(tokens, after)
    return "" if phrase.lower() in words("cues", "spans") else phrase


def _vague(phrase: str) -> bool:
    """Tell whether a phrase says how much and not of what: `a record high`, `6% of GDP`."""
    return bool(phrase) and phrase.split()[-1].lower() in words("cues", "vague")


def _grown(tokens: Tokens, after: int) -> str:
    """Return the noun in 'a 5% rise in [wages]', '' when none."""
    for k in range(after, after + 3):
        if tokens.low(k) in words("cues", "growths") and tokens.low(k + 1) in ("in", "of"):
            return _phrase_from(tokens, k + 2)
    return ""


def _text(tokens: Tokens, first: int, after: int) -> str:
    """Return the text of tokens `first` up to `after`, '' when empty."""
    if first >= after or after > len(tokens):
        return ""
    return tokens.text[tokens.at(first).start : tokens.at(after - 1).end]


def _noun_start(tokens: Tokens, first: int, after: int) -> int:
    """Return the first word behind the number that is no link ('of the', '-', 'or more')."""
    skip = words("words", "measure_skip")
    while first < after - 1 and (tokens.at(first).kind != WORD or tokens.low(first) in skip):
        first += 1
    return first


def _phrase_from(tokens: Tokens, start: int) -> str:
    """Return the noun phrase that begins at `start` ('40% of [total arms exports]')."""
    while tokens.low(start) in words("words", "measure_skip"):
        start += 1
    end = start
    while end < start + _PHRASE and _in_phrase(tokens, end):
        end += 1
    return _text(tokens, start, end)


def _in_phrase(tokens: Tokens, k: int) -> bool:
    """Tell whether token `k` may stand inside a noun phrase: no link, verb, month or number."""
    token = tokens.at(k)
    if token.kind != WORD:
        return token.raw == "-" and token.glued
    low = token.low
    return not (
        low in words("words", "stops") or _is_verb(low) or low in mapping("words", "months")
    )


def _is_verb(low: str) -> bool:
    """Tell whether a word is a verb that parts a subject from its figure."""
    cues = words("cues", "up") | words("cues", "down")
    return low in words("words", "measure_verbs") or (low in cues and low not in _NOUN_CUES)


_NOUN_CUES = frozenset(
    ("growth", "expansion", "contraction", "increase", "decline", "cuts", "loss")
)


def _phrase_back(tokens: Tokens, last: int) -> str:
    """Return the noun phrase that ends with token `last`, its prepositional parts included."""
    start = last
    while start > last - _PHRASE and start >= 0 and _joins(tokens, start):
        start -= 1
    start += 1
    while start <= last and tokens.low(start) in words("words", "stops"):
        start += 1
    return _text(tokens, start, last + 1)


def _joins(tokens: Tokens, k: int) -> bool:
    """Tell whether token `k` belongs to a noun phrase read backwards ('Sales of hybrid cars')."""
    return _in_phrase(tokens, k) or tokens.low(k) in ("of", "in", "for", "with", "the", "its", "on")


def _before_of(tokens: Tokens, first: int) -> str:
    """Return the noun in 'a [range] of 2,500 km', '[net worth] of about $3bn', '' when none."""
    k = first - 1
    bridge = words("cues", "bridge")
    while tokens.low(k) != "of" and (tokens.low(k) in bridge or tokens.low(k) in ("up", "a")):
        k -= 1
    if tokens.low(k) != "of" or not _in_phrase(tokens, k - 1):
        return ""
    start = k - 1
    while start > k - 4 and _in_phrase(tokens, start - 1):
        start -= 1
    return _text(tokens, start, k)


def _subject(tokens: Tokens, first: int) -> str:
    """Return the noun phrase before the verb that governs the figure ('[bilateral trade] fell')."""
    k, limit = first - 1, max(-1, first - _CLAUSE)
    while k > limit and not _is_verb(tokens.low(k)):
        if tokens.at(k).kind in (SIGN, DIGITS) and tokens.at(k).raw in _CLAUSE_ENDS:
            return ""
        if tokens.at(k).raw == "," and tokens.low(k + 1) in ("at", "worth", "about", "some"):
            return _phrase_back(tokens, k - 1)  # an aside: `Military spending, at 6% of GDP, …`
        k -= 1
    auxiliary = words("words", "measure_between")
    while k > limit and (_is_verb(tokens.low(k)) or tokens.low(k) in auxiliary):
        k -= 1
    return _phrase_back(tokens, k) if k > limit else ""


def kind_of(tokens: Tokens, first: int, after: int) -> str:
    """Return 'target', 'forecast' or 'fact' by the words of the figure's clause."""
    forecast = False
    for k in range(first - 1, max(-1, first - _CLAUSE), -1):
        token = tokens.at(k)
        if (token.kind == SIGN and token.raw in _CLAUSE_ENDS) or token.low in ("while", "but"):
            break
        if token.low in words("cues", "target") or _is_goal(tokens, k):
            return "target"
        forecast = forecast or (token.low in words("cues", "forecast") and token.raw != "May")
    if any(_is_goal(tokens, k) or tokens.low(k) == "target" for k in range(after, after + 3)):
        return "target"
    return "forecast" if forecast else "fact"


def _is_goal(tokens: Tokens, k: int) -> bool:
    """Tell whether 'goal' at `k` is an aim and no point scored ('the goal is', 'a goal of')."""
    return tokens.low(k) == "goal" and tokens.low(k + 1) in ("of", "is", "was", "to", "for")
