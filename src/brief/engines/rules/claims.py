"""Sentences that may carry the claim in, what speaks for one of them as the first out.

The three that `thesis` chooses differ little by its features. What tells the claim from what leads
up to it: it judges, it is said of the present and of both parties, it names few and counts
nothing, it says what a thing is and what it is not, and it stands near an end of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.engines.rules.features import Facts
from brief.engines.rules.lexicon import phrases

_MANY = 3  # words of judgment from which a sentence does nothing else
_FEW_NAMES = 0.4  # share of names up to which a sentence is general
_THEN = frozenset(["was", "were", "had", "did"])
_TURN = re.compile(
    r"\bnot [^.;]{1,60}\bbut\b|, not (?:an?|the|in|for|by|because)?\b|\brather than\b"
    r"|\bno longer\b|\b(?:less|more) [^.;,]{1,40} than\b|\bneither [^.;]{1,60} nor\b",
    re.IGNORECASE,
)


def claims(fact: Facts, last: int) -> dict[str, float]:
    """Return what speaks for a sentence as the claim; `last` is the index of the text's last."""
    text, values = fact.sentence.text, fact.values
    plain = not any(sign.isdigit() for sign in text)
    then = any(word.low in _THEN for word in fact.words)
    share = fact.sentence.index / max(1, last)
    return {
        "judges": min(1.0, phrases("judging", "marks.yaml").count(fact.words) / _MANY),
        "opens_verdict": float(_opens(fact)),
        "turns": float(bool(_TURN.search(text))),
        "general": float(plain and values["names"] <= _FEW_NAMES),
        "both_now": float(fact.parties > 1 and not then),
        "at_an_end": (2 * share - 1) ** 2,
    }


def _opens(fact: Facts) -> bool:
    """Tell whether a sentence opens as a verdict does: `In truth`, `Fears of …`, `The key …`."""
    start = next((place for place, word in enumerate(fact.words) if word.is_word), 0)
    return phrases("opening_verdict", "marks.yaml").at(fact.words, start) > 0


def first(chosen: Sequence[tuple[float, Facts]], last: int, more: dict[str, float]) -> list[Facts]:
    """Return the chosen sentences with the one first that is most like a claim.

    `chosen` gives each with its score; `more` weighs what `claims` returns.
    """
    if not chosen:
        return []

    def value(place: int) -> tuple[float, int]:
        score, fact = chosen[place]
        found = claims(fact, last)
        score += sum(weight * found[name] for name, weight in more.items())
        return score, fact.sentence.index

    best = max(range(len(chosen)), key=value)
    rest = [fact for place, (_, fact) in enumerate(chosen) if place != best]
    return [chosen[best][1], *rest]
