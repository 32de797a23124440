"""A clause that speaks of ties in, votes for where they go out: they last, grow warmer, or cool.

What a vote is, and how those side by side settle which counts, stands here too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from brief.engines.rules.stance.clauses import Clause
from brief.engines.rules.stance.lookalikes import against_them
from brief.engines.rules.stance.mentions import Mention, named
from brief.engines.rules.stance.operators import Operators
from brief.engines.rules.stance.polarity import read
from brief.engines.rules.stance.relevance import Context, of_others, relevance
from brief.vocabulary.words import Hit, Word

TRENDS = {"lasting": (1.0, 1.2), "warming": (0.6, 0.3), "cooling": (-0.6, 0.6)}
"""Score and weight of a word that says where the relation goes."""
_NAMED = 0.03  # factor on the weight of a word that only names what is then belittled
_OF_IT = 5  # words from `of` to the relation that it belongs to: `of the Sino-Russian alliance`
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
        votes.append(Vote(score, weight * sure * reading.weight * part.weight, hit.tag, hit))
    return votes


def _stands_for(text: list[Word], part: Clause, trend: Hit) -> bool:
    """Tell whether `it` or `they` stands right before what is said of it: `it will endure`."""
    before = text[max(part.first, trend.first - 4) : trend.first]
    return any(word.text in ("it", "this", "they", "both", "these") for word in before)


def belittled(votes: list[Vote], text: list[Word]) -> list[Vote]:
    """Let `the alliance is fragile` speak by its last word: the first only names the thing.

    So does what stands before `of the alliance`: `the limits of the alliance`.
    """
    kept: list[Vote] = []
    for place, vote in enumerate(votes):
        others = votes[place + 1 :]
        if place and vote.kind == "terms" and _qualifies(votes[place - 1], vote, text):
            others = votes[place - 1 :]
        named_only = (
            vote.kind in ("terms", "near")
            and vote.score > 0
            and any(one.score < 0 and one.kind in ("weaker", "opposed") for one in others)
        )
        kept.append(replace(vote, weight=vote.weight * _NAMED) if named_only else vote)
    return kept


def _qualifies(one: Vote, other: Vote, text: list[Word]) -> bool:
    """Tell whether a word stands right before another: `a brief alliance`, `limits of the …`."""
    if one.place is None or other.place is None:
        return False
    between = text[one.place.last : other.place.first]
    of_it = between[:1] and between[0].text in ("of", "to", "in", "on") and one.kind == "weaker"
    return len(between) <= (_OF_IT if of_it else 1)
