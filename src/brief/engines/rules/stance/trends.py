"""A clause that speaks of ties in, votes for where they go out: they last, grow warmer, or cool."""

from __future__ import annotations

from dataclasses import dataclass

from brief.engines.rules.stance.clauses import Clause
from brief.engines.rules.stance.lookalikes import against_them
from brief.engines.rules.stance.mentions import Mention, named
from brief.engines.rules.stance.operators import Operators
from brief.engines.rules.stance.polarity import read
from brief.engines.rules.stance.relevance import Context, of_others, relevance
from brief.vocabulary.words import Hit, Word

TRENDS = {"lasting": (1.0, 1.2), "warming": (0.6, 0.3), "cooling": (-0.6, 0.6)}
"""Score and weight of a word that says where the relation goes."""
_SURE = 0.4  # relevance from which ties are those of the parties


@dataclass(frozen=True, slots=True)
class Vote:
    """What one word says of the relation, how much it counts, and which list it is from."""

    score: float
    weight: float
    kind: str
    place: Hit | None = None
    """Where the word stands."""


def trend_votes(
    text: list[Word],
    part: Clause,
    trends: list[Hit],
    cues: list[Hit],
    found: list[Mention],
    context: Context,
    ops: Operators,
    direction: int,
) -> list[Vote]:
    """Return the votes of words that say where the relation goes, where one is named."""
    if not trends:
        return []
    here = [
        hit
        for hit in ops.topics
        if part.first <= hit.first < part.last and not against_them(hit, text, found)
    ]
    if not here and not named(found, part.first, part.last).others:
        here = [hit for hit in ops.topics if hit.first < part.first]
    sure = max((relevance(hit, text, part, found, context) for hit in here), default=0.0)
    if here:
        context.topic = sure
    elif _stands_for(text, part, trends[0]):
        sure = 0.9 * max(context.topic, context.term)
    if sure < _SURE:
        return []
    votes: list[Vote] = []
    for hit in trends:
        if any(hit.first < cue.last and cue.first < hit.last for cue in cues):
            continue
        if hit.tag == "cooling" and of_others(hit, text, found):
            continue
        base, weight = TRENDS[hit.tag]
        reading = read(hit, base, text, part, ops)
        score = max(-1.0, min(1.0, reading.score)) * direction
        votes.append(Vote(score, weight * sure * reading.weight * part.weight, hit.tag))
    return votes


def _stands_for(text: list[Word], part: Clause, trend: Hit) -> bool:
    """Tell whether `it` or `they` stands right before what is said of it: `it will endure`."""
    before = text[max(part.first, trend.first - 4) : trend.first]
    return any(word.text in ("it", "this", "they", "both", "these") for word in before)
