"""Words that speak for a relation in, those said of only some of three parties or more told apart.

An alliance of two is none of all three; but where two of three are no allies, no three are.
"""

from __future__ import annotations

from brief.engines.rules.stance.clauses import Clause
from brief.engines.rules.stance.lexicon import OTHER
from brief.engines.rules.stance.mentions import BOTH, Mention, attached, named
from brief.engines.rules.stance.trends import Vote
from brief.vocabulary.words import Hit, Word

_PAIR = 2


def of_all(
    votes: list[Vote], text: list[Word], part: Clause, found: list[Mention], count: int
) -> list[Vote]:
    """Return the votes of a clause without those for a relation of fewer than `count` parties."""
    if count <= _PAIR:
        return votes
    return [
        vote
        for vote in votes
        if vote.score <= 0
        or vote.place is None
        or not _of_some(vote.place, text, part, found, count)
    ]


def _of_some(cue: Hit, text: list[Word], part: Clause, found: list[Mention], count: int) -> bool:
    """Tell whether a word is said of two parties or more, and not of all."""
    own = attached(text, found, (cue.first, cue.last), (0, cue.last)).parties
    clause, whole = named(found, part.first, part.last), named(found, 0, len(text))
    before = [m for m in found if part.first <= m.first and m.last <= cue.first]
    last: list[Mention] = []
    for mention in reversed(before):  # who does it stand side by side before the word
        if mention.who in (OTHER, BOTH) or (last and last[-1].first - mention.last > 1):
            break
        last.append(mention)
    doers = {mention.who for mention in last}
    beside = next((some for some in (own, doers) if len(some) >= _PAIR), None)
    if beside is None and (clause.both or whole.both):
        return False
    named_here = clause.parties if len(clause.parties) >= _PAIR else whole.parties
    return _PAIR <= len(beside or named_here) < count
