"""A figure in its tokens in, out what it measures (words of the text) and whether it is fact, target or forecast."""

from __future__ import annotations

from brief.engines.rules.figures.data import words
from brief.engines.rules.figures.tokens import SIGN, WORD, Tokens

_CLAUSE_ENDS = frozenset(".;:?!()—")
_VERBS = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "will",
        "would",
        "could",
        "can",
        "may",
        "might",
        "should",
        "shall",
        "remains",
        "remain",
        "remained",
        "reached",
        "reaches",
        "reach",
        "hit",
        "hits",
        "stood",
        "stands",
        "stalled",
        "totaled",
        "totalled",
        "amounted",
        "amounts",
        "accounted",
        "accounts",
        "exceeded",
        "exceeds",
        "exceed",
        "cost",
        "costs",
        "cover",
        "covers",
        "covered",
        "spent",
        "spend",
        "spends",
        "became",
        "become",
        "worth",
        "represents",
        "represented",
        "made",
        "makes",
        "make",
        "comprised",
        "contains",
        "contain",
        "employ",
        "employs",
        "earns",
        "earned",
    ]
)
_OF_STOPS = frozenset(
    [
        "and",
        "or",
        "but",
        "which",
        "who",
        "that",
        "while",
        "in",
        "by",
        "since",
        "for",
        "to",
        "from",
        "at",
        "on",
        "with",
        "as",
        "than",
        ",",
        ".",
        ";",
        ":",
        "(",
        ")",
        "—",
        "–",
    ]
)
_FORWARD, _BACK = 8, 24


def measure_of(tokens: Tokens, first: int, after: int, counted: bool) -> str:
    """Return a short verbatim phrase saying what the figure measures, '' when none is found."""
    if counted:
        return _phrase(tokens, _noun_start(tokens, first), after)
    if (tokens.low(after) in ("of", "in") and tokens.low(after + 1) != "the") or tokens.low(
        after
    ) == "of":
        phrase = _object(tokens, after + 1)
        if phrase:
            return phrase
    return _subject(tokens, first) or _following(tokens, after)


def _noun_start(tokens: Tokens, first: int) -> int:
    """Return the index behind the number, where the counted noun phrase begins."""
    place = first
    while tokens.at(place).kind != WORD or tokens.low(place) in ("of", "the"):
        place += 1
        if place > first + 12:
            return first
    return place


def _phrase(tokens: Tokens, first: int, after: int) -> str:
    """Return the text of tokens `first` up to `after`, '' when empty."""
    if first >= after or after > len(tokens):
        return ""
    return tokens.text[tokens.at(first).start : tokens.at(after - 1).end]


def _object(tokens: Tokens, place: int) -> str:
    """Return the noun phrase that begins at `place` ('40% of [total arms exports]')."""
    start = place
    while tokens.low(start) in ("the", "its", "their", "all", "a", "an", "his", "her", "our"):
        start += 1
    end = start
    while (
        end < start + _FORWARD
        and tokens.at(end).kind == WORD
        and tokens.low(end) not in _OF_STOPS
        and not _verb(tokens.low(end))
    ):
        end += 1
    return _phrase(tokens, start, end)


def _verb(low: str) -> bool:
    """Tell whether a word is a verb that parts a subject from its figure."""
    return low in _VERBS or low in words("cues", "up") or low in words("cues", "down")


def _subject(tokens: Tokens, first: int) -> str:
    """Return the noun phrase before the verb that governs the figure ('[bilateral trade] fell')."""
    k = first - 1
    low_end = max(-1, first - _BACK)
    while k > low_end and not _verb(tokens.low(k)):
        if tokens.at(k).raw in _CLAUSE_ENDS and tokens.at(k).kind == SIGN:
            return ""
        k -= 1
    while k > low_end and (
        _verb(tokens.low(k))
        or tokens.low(k) in ("not", "also", "already", "still", "only", "now", "an", "a", "the")
    ):
        k -= 1
    if k <= low_end:
        return ""
    start = k
    while (
        start > low_end
        and start > k - _FORWARD
        and tokens.at(start).kind == WORD
        and tokens.low(start) not in _SUBJECT_STOPS
    ):
        start -= 1
    start += 1
    while tokens.low(start) in ("the", "its", "their", "a", "an", "that"):
        start += 1
    return _phrase(tokens, start, k + 1)


_SUBJECT_STOPS = frozenset(
    [
        "and",
        "but",
        "while",
        "when",
        "as",
        "that",
        "which",
        "who",
        "because",
        "if",
        "although",
        "though",
        "where",
        "so",
        "than",
        "said",
        "says",
        "said",
    ]
)


def _following(tokens: Tokens, after: int) -> str:
    """Return the noun phrase behind the figure ('$5 billion [pipeline]')."""
    return (
        _object(tokens, after)
        if tokens.at(after).kind == WORD and tokens.low(after) not in words("words", "stops")
        else ""
    )


def kind_of(tokens: Tokens, first: int, after: int) -> str:
    """Return 'target', 'forecast' or 'fact' by the words of the figure's clause."""
    target = forecast = False
    for k in range(first - 1, max(-1, first - _BACK), -1):
        token = tokens.at(k)
        if token.kind == SIGN and token.raw in _CLAUSE_ENDS:
            break
        if token.low in ("while", "but", "whereas"):
            break
        target = target or token.low in words("cues", "target")
        forecast = forecast or (
            token.low in words("cues", "forecast")
            and not (token.low == "may" and token.raw == "May")
        )
    target = target or any(tokens.low(k) in ("target", "goal") for k in range(after, after + 3))
    if target:
        return "target"
    return "forecast" if forecast else "fact"
