"""Facts about sentences in, the author's central claim out: one to three sentences, best first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from brief.engines.rules.claims import first
from brief.engines.rules.features import Facts, same
from brief.engines.rules.lexicon import load

MOST = 3
_FEWEST_WORDS = 4
_BEHIND = 4.0
"""So far behind the best, a sentence no longer carries the claim: on the texts that the weights
were set on, cutting here loses no hit, cutting at 3.5 the first."""


@cache
def weights(name: str) -> dict[str, float]:
    """Return the weights in `weights.yaml` under `name`."""
    return {feature: float(value) for feature, value in load("weights.yaml")[name].items()}


def score(fact: Facts, name: str) -> float:
    """Return the weighted sum of a sentence's features."""
    values = fact.values
    every = weights(name).items()
    return sum([weight * values[feature] for feature, weight in every if feature in values])


def candidate(fact: Facts) -> bool:
    """Tell whether a sentence may be a thesis: a whole statement in the author's voice."""
    said = fact.spoken
    whole = sum([word.is_word for word in fact.words]) >= _FEWEST_WORDS
    own = said.voice.is_author or said.endorsed
    return whole and own and states(fact)


def states(fact: Facts) -> bool:
    """Tell whether a sentence states something.

    No question does, no heading of a list, no furniture, no small talk, and none without a mark
    at its end.
    """
    values = fact.values
    if fact.courtesy:
        return False
    leads = values["announces"] and not values["dispels"]  # "Fears of a pact are overblown:"
    return not (values["question"] or values["furniture"] or values["unmarked"] or leads)


def rank_thesis(facts: Sequence[Facts]) -> list[Facts]:
    """Return the sentences that carry the central claim, best first; ties go to the later one."""
    pool = [(score(fact, "thesis"), fact) for fact in facts if candidate(fact)]
    pool.sort(key=lambda one: (-one[0], -one[1].sentence.index))
    chosen: list[tuple[float, Facts]] = []
    for value, fact in pool:
        if value < pool[0][0] - _BEHIND:
            break
        if not any(same(fact, other) for _, other in chosen):
            chosen.append((value, fact))
        if len(chosen) == MOST:
            break
    return first(chosen, len(facts) - 1, weights("first"))
