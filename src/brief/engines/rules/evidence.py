"""Facts about sentences in, what the claim rests on out: best first, no two that say the same."""

from __future__ import annotations

from collections.abc import Sequence

from brief.engines.rules.features import Facts, same
from brief.engines.rules.stems import similarity
from brief.engines.rules.thesis import score, states

MOST = 15
_LEAST = 5
_FEWEST_WORDS = 6
_SAME = 0.5  # evidence that shares more of its words than this says the same


def rank_evidence(facts: Sequence[Facts], thesis: Sequence[Facts]) -> list[Facts]:
    """Return the sentences the thesis rests on or has to answer, best first."""
    claim = frozenset(stem for fact in thesis for stem in fact.stems)
    for fact in facts:
        fact.values["like_thesis"] = min(1.0, 2 * similarity(fact.stems, claim))
    taken = {fact.sentence.index for fact in thesis}
    pool = [fact for fact in facts if fact.sentence.index not in taken and _candidate(fact)]
    pool.sort(key=lambda fact: (-score(fact, "evidence"), fact.sentence.index))
    chosen: list[Facts] = []
    for fact in pool:
        if not any(same(fact, other, _SAME) for other in (*thesis, *chosen)):
            chosen.append(fact)
        if len(chosen) == _enough(len(facts)):
            break
    return chosen


def _candidate(fact: Facts) -> bool:
    """Tell whether a sentence states something a claim can rest on."""
    whole = sum([word.is_word for word in fact.words]) >= _FEWEST_WORDS
    return whole and states(fact) and _stands_alone(fact)


def _stands_alone(fact: Facts) -> bool:
    """Tell whether a reader understands a sentence without the one before it.

    One that opens with "It" or "So they" must at least name both parties.
    """
    return not fact.values["dangling"] or fact.parties > 1


def _enough(count: int) -> int:
    """Return how many pieces of evidence a text of `count` sentences gives: two in five."""
    return max(_LEAST, min(MOST, round(count * 0.4)))
