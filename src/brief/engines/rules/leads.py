"""The words before a verb in, those that name somebody out: without time, place and adverbs."""

from __future__ import annotations

from collections.abc import Sequence

from brief.engines.rules.lexicon import words_of
from brief.engines.rules.tokens import Token

_WHEN = frozenset(["last", "this", "next", "every", "one"])
_REFLEXIVE = frozenset(["himself", "herself", "itself", "themselves"])
_LONG = 9  # words of a phrase that may end on another person than it begins with


def without_lead(named: Sequence[Token]) -> list[Token]:
    """Return the words of a subject without what leads in and what only stresses."""
    words = _trim(named)
    if len(words) > 2 and words[0].low in _WHEN and words[1].low in words_of("periods"):
        words = words[2:]  # "Last week a columnist"
    words = _last_owned(_after_lead(_after_ago(words)))
    while len(words) > 1 and words[-1].low in _REFLEXIVE:
        words = words[:-1]  # "Xi himself"
    return words


def _after_ago(words: list[Token]) -> list[Token]:
    """Drop a time before the holder: `Thirty years ago | Ana Soto`."""
    opening = [word.low for word in words[:5]]
    ago = opening.index("ago") if "ago" in opening else 0
    return words[ago + 1 :] if ago else words


def _after_lead(words: list[Token]) -> list[Token]:
    """Drop a short phrase before the holder: `From this a number of analysts`."""
    if (
        len(words) > 2
        and words[0].low in ("in", "at", "on")
        and words[1].low in words_of("occasions")
    ):
        return words[2:]  # "In interviews | chief executives"
    if words and words[0].low in ("from", "within", "by", "before", "after", "at"):
        for place in range(2, min(5, len(words))):
            if words[place].low in ("a", "an", "another", "one", "some", "many", "several", "most"):
                return words[place:]
    return words


def _last_owned(words: list[Token]) -> list[Token]:
    """Keep whom a long phrase ends on: `President Ana Soto's senior adviser Luis Paz`."""
    ends = [place for place, word in enumerate(words) if word.low.endswith("'s")]
    if len(words) < _LONG or not ends or not words[-1].is_capital:
        return words
    rest = words[ends[-1] + 1 :]
    return rest if any(word.low in words_of("people", "peoples") for word in rest[:-1]) else words


def _trim(words: Sequence[Token]) -> list[Token]:
    """Drop signs at both ends and adverbs at the front."""
    left, right = 0, len(words)
    while left < right and (
        not words[left].is_word
        or (words[left].low in words_of("adverb") and not _counting(words, left))
    ):
        left += 1
    while right > left and not words[right - 1].is_word:
        right -= 1
    return list(words[left:right])


def _counting(words: Sequence[Token], place: int) -> bool:
    """Tell a number from an adverb: `all`, `most of the experts`, `most experts`."""
    follow = words[place + 1].low if place + 1 < len(words) else ""
    held = (
        follow in words_of("people", "peoples")
        or follow == "of"
        or words[min(place + 1, len(words) - 1)].is_capital
    )
    return words[place].low in ("all", "both") or (words[place].low == "most" and held)
