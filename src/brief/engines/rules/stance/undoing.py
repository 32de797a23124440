"""A word in, what stands before it and lifts or undoes what it says out: `more than allies`."""

from __future__ import annotations

from brief.engines.rules.stance.clauses import Clause
from brief.engines.rules.stance.lexicon import word_list
from brief.engines.rules.stance.operators import Operators, inside
from brief.vocabulary.words import Hit, Word

_APPROACHED = 0.6  # factor on a relation that is only near: `on the verge of an alliance`
_NEAR = 3  # words between `hardly` and what goes beyond something


def undo(cue: Hit, ops: Operators, clause: Clause) -> Hit | None:
    """Return the `only`, `exceed` or `amount` that stands right before the word."""
    near = [
        hit for hit in ops.undo if inside(hit, clause) and hit.last <= cue.first <= hit.last + 4
    ]
    return near[-1] if near else None


def undone(base: float, found: Hit | None, text: list[Word]) -> float:
    """Return the worth of the word after `more than`, `not merely`, `nothing short of`."""
    if found is None:
        return base
    prior = text[found.first - 1].text if found.first else ""
    if found.tag == "exceed":
        before = {word.text for word in text[max(0, found.first - _NEAR) : found.first]}
        denied = prior in word_list("negations") | {"no", "nothing", "little"}
        if denied or "hardly" in before or "scarcely" in before:
            return base  # "no more than", "hardly goes beyond"
        plain = found.first + 2 == found.last and text[found.first].text == "more"
        return 2.0 if base == 2.0 and plain else 1.0
    if found.tag == "approach":
        return _APPROACHED * base
    if found.tag == "only" and base < 0:
        negated = prior in word_list("negations") | {"longer", "nor", "neither"}
        adds = text[found.first].text in ("only", "solely") and prior != "longer"
        return -base if negated and not adds else base
    return base
