"""How surely a word speaks of the relation between the parties, and not of somebody else's."""

from __future__ import annotations

from dataclasses import dataclass

from brief.engines.rules.stance.clauses import Clause
from brief.engines.rules.stance.mentions import Mention, attached, named
from brief.vocabulary.words import Hit, Word


@dataclass(slots=True)
class Context:
    """What the text has been about so far."""

    salience: float = 0.5
    """How surely `the two countries` or `the partnership` means the parties, 0 to 1."""
    floor: float = 0.0
    """The least salience in this text: high where the pair is its subject."""
    missing: bool = False
    """True in a sentence that names one party only, right after one that named the pair."""

    def after(self, found: list[Mention], length: int) -> None:
        """Move on past a sentence that named `found`."""
        around = named(found, 0, length)
        if around.pair:
            self.salience = 1.0
        elif around.others and around.parties:
            self.salience *= 0.5
        elif around.others:
            self.salience *= 0.7
        else:
            self.salience *= 0.92
        self.salience = max(self.salience, self.floor)


def relevance(
    cue: Hit, text: list[Word], clause: Clause, found: list[Mention], context: Context
) -> float:
    """Return from 0 (others' relation) to 1 (surely the parties') for a word in its clause."""
    own = attached(text, found, (cue.first, cue.last), (0, len(text)))
    if own.pair:
        return 1.0
    if own.both:
        return 0.6 + 0.4 * context.salience
    if own.others:
        return 0.0
    near = named(found, clause.first, clause.last)
    whole = named(found, 0, len(text))
    if near.pair:
        return 0.75 if near.others else 1.0
    if own.parties:
        return _with_one(near.both, near.others, whole.pair, context)
    if near.both:
        return (0.4 + 0.5 * context.salience) * (0.6 if near.others else 1.0)
    if whole.pair:
        return 0.35 if near.others else 0.8
    if near.others:
        return 0.0
    if whole.both and not whole.others:
        return 0.3 + 0.5 * context.salience
    if whole.others:
        return 0.1 * context.salience
    if near.parties:
        return 0.45 * context.salience
    return 0.6 * context.salience


def _with_one(both: bool, others: bool, pair: bool, context: Context) -> float:
    """Return the relevance of a word tied to one party: `Russia's ally`, `trust in China`."""
    if both:
        return 0.9
    if pair:
        return 0.8 if not others else 0.5
    return 0.1 if others else 0.55 * context.salience
