"""A sentence in, the votes of what it says of both sides at once: who stands where, or neither."""

from __future__ import annotations

from brief.engines.rules.stance.lexicon import OTHER
from brief.engines.rules.stance.mentions import BOTH, Mention
from brief.engines.rules.stance.trends import Vote
from brief.vocabulary.words import Word, lows

_SAME_CAMP, _CAMP = 1.5, 2.0
"""Score and weight of what puts both on one side, and somebody else on the other."""


def camps(text: list[Word], found: list[Mention]) -> list[Vote]:
    """Read who stands on which side: `with China and Russia on one side and us on the other`."""
    said = lows(text)
    if "side" not in said:
        return []
    here = next((n for n in range(1, len(said)) if said[n] == "side" and said[n - 1] == "one"), 0)
    if not here or "other" not in said[here:]:
        return []
    turn = here + said[here:].index("other")
    parties = [m for m in found if m.who not in (OTHER, BOTH)]
    before = {m.who for m in parties if m.first < here}
    if before:
        after = {m.who for m in parties if m.first > here}
    else:
        before = {m.who for m in parties if here < m.first < turn}
        after = {m.who for m in parties if m.first > turn}
    if len(before) > 1 and not after and any(m.who == OTHER and m.first > here for m in found):
        return [Vote(_SAME_CAMP, _CAMP, "near")]
    return [Vote(-_SAME_CAMP, _CAMP, "opposed")] if before and after - before else []


def neither(votes: list[Vote]) -> list[Vote]:
    """Return a vote for neither side where both are denied: `no alliance, no rivalry`."""
    terms = [v for v in votes if v.kind == "terms" and v.score < 0]
    others = [v for v in votes if v.kind in ("weaker", "opposed") and v.score > 0]
    weight = min(sum(v.weight for v in terms), 2 * sum(v.weight for v in others))
    return [Vote(0.0, 2 * weight, "open")] if terms and others else []


def mixed(text: list[Word], votes: list[Vote]) -> list[Vote]:
    """Return a vote for neither side where both are said to hold: `a mixture of trust and fear`."""
    said = lows(text)
    each = "both" in said and any(
        low == "both" and "and" in said[at + 2 : at + 4] for at, low in enumerate(said)
    )
    if not each and _MIXED.isdisjoint(said):
        return []
    favor = sum(vote.weight for vote in votes if vote.score > 0)
    against = sum(vote.weight for vote in votes if vote.score < 0)
    return [Vote(0.0, favor + against, "open")] if favor and against else []


_MIXED = frozenset(
    ["mixture", "mix", "blend", "combine", "combines", "combination", "coexist",
     "coexists", "coexisted"]
)  # fmt: skip
