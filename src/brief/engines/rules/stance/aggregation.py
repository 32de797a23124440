"""What each sentence of a text says in, where the author stands out: the weights are all here.

Two things are weighed: what sentences say of the relation itself (`score`, `weight`), and how
their language leans (`leanings`), which decides where little is said outright. A sentence counts
by its place and by what it does in its text: one that answers others with `but` most of all, the
first one little, the last and those that carry the central claim more. What is weighed stays near
0 unless there is enough of it: it is better to see no position than the wrong one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from brief.engines.rules.stance.discourse import Move


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights, found by coordinate search on development texts (see docs/QUALITY.md)."""

    drift: float = 4.0
    enough: float = 12.0
    """Of what is said of ties growing warmer or cooler, in a text that says nothing else; and the
    weight of what it says of the relation at which that counts no more than other words do."""
    explicit: float = 1.0
    """Of what is said of the relation itself, beside how the language leans."""
    title: float = 1.0
    """Of what the title says of the relation."""
    most: float = 4.0
    """Most that one sentence may weigh before its place is looked at."""
    pair: float = 1.0
    sentence: float = 0.8
    one: float = 0.7
    none: float = 0.7
    crowd: float = 0.4
    mixed: float = 0.4
    others: float = 0.2
    """Of a word that leans, by who is named in its clause: both parties, both in the sentence, one
    of them, nobody, both and somebody else, one and somebody else, only somebody else."""
    some: float = 0.4
    """Of a word that leans only somewhat."""
    first: float = 0.7
    last: float = 1.5
    claim: float = 1.5
    lesser: float = 1.2
    """Of the first and the last sentence, and of those that carry the central claim."""
    answers: float = 3.0
    answered: float = -0.1
    """Of a sentence that opens with `but`, and of the one before it."""
    common: float = 0.2
    rejects: float = 0.3
    rejected: float = -0.4
    refuted: float = -1.0
    """Of what is commonly thought, of `they are wrong`, and of what stands before that: what the
    author says, and what others do."""
    conceded: float = 0.15
    asked: float = -0.4
    """Of `why would they …?`, which says that they will not."""
    ours: float = 0.6
    """Of what the parties themselves say together."""
    open: float = 3.0
    """Of a sentence that leaves the matter open, on neither side."""
    outdone: float = 0.25
    """Of how the language of such a sentence leans."""
    doubt: float = 2.0
    """What is put on neither side of every text."""
    leans: float = 0.22
    plain: float = 0.6
    """Means from which a stance leans (±1), and from which it may be plain (±2)."""
    outright: float = 4.0
    """What one sentence must say of the relation by its name, for a stance to be plain."""
    outspoken: float = 8.0
    """What it must say beyond what another says to the contrary, for a stance to be plain whatever
    the mean and the wording."""
    repeated: int = 2
    """Sentences that say so, the central claim counted twice, for which any mean will do."""
    firm: float = 0.65
    """Mean from which that holds whatever else is said."""
    unsaid: float = 1.5
    """Times as much that a stance must lean where nothing is said of the relation itself."""
    rare: float = 0.4
    unsure: float = 1.75
    """Share of sentences on the pair below which a stance must lean so many times as much."""
    apart: float = 0.15
    """Share below which a text that says nothing of the relation itself takes no position."""
    sparse: float = 0.35
    few: int = 2
    tells: float = 0.3
    """Mean below which a stance against needs so many sentences, each with such a pull."""
    ample: float = 25.0
    """Weight of what is said of the relation from which a smaller mean is sure: by its root."""
    claimed: float = 1.6
    inclined: float = 0.15
    """What the central claim must say of the two, and the mean on its side, for a text to take the
    side of its claim that by the rest of it would take none."""


WEIGHTS = Weights()
_SAID = 0.5  # weight of what is said of the relation from which a text speaks of it


@dataclass(frozen=True, slots=True)
class Said:
    """What one sentence says, and what it does in its text."""

    score: float
    weight: float
    leanings: dict[str, tuple[float, float]]
    """Pull and weight of the words that lean, by who is named around them; ` some` at the end of
    a key marks those that lean only somewhat."""
    move: Move
    voice: float = 1.0
    """How much it counts for the author: 0 where only somebody else says so."""
    together: bool = False
    """True when both parties are the ones who say it."""
    conceded: bool = False
    asked: bool = False
    rhetorical: bool = False
    unsettled: bool = False
    claim: int = 0
    """1 for the sentence that carries the central claim best, 2 for the next, 0 for none."""
    passage: str = ""
    paired: bool = False
    """True when it names both parties, or the two together."""
    explicit: bool = False
    """True when it names the relation asked about, not only something near it."""
    drift: tuple[float, float] = (0.0, 0.0)
    """Pull and weight of what it says of the ties growing warmer or cooler."""


@dataclass(frozen=True, slots=True)
class Aggregate:
    """What is said on either side, all sentences taken together."""

    pull: float
    total: float
    mean: float
    paired: float
    """Share of the sentences that name both parties."""
    explicit: float
    """Weight of what is said of the relation itself."""
    outright: tuple[float, float] = (0.0, 0.0)
    """The most that one sentence says against the relation by its name, and for it."""
    repeats: tuple[int, int] = (0, 0)
    """How many sentences say so outright, against and for; the central claim counts twice."""
    shares: tuple[float, ...] = field(default=())
    """The pull of each sentence on the side it speaks for, in order."""


def aggregate(
    said: Sequence[Said], use: Weights = WEIGHTS, title: tuple[float, float] = (0.0, 0.0)
) -> Aggregate:
    """Return what all sentences of a text say, taken together; `title`: its score and weight."""
    pull, total = use.title * title[0] * title[1], use.title * title[1]
    shares: list[float] = []
    plain = [title[0] * title[1]]
    refuted = {at for at, pair in enumerate(pairwise(said)) if _refuted(*pair)}
    explicit = title[1] + sum(
        one.weight for at, one in enumerate(said) if one.voice or at in refuted
    )
    drift = use.drift * max(0.0, 1.0 - explicit / use.enough)
    for index, one in enumerate(said):
        following = said[index + 1] if index + 1 < len(said) else None
        factor, emphasis = _factor(one, following, use), _emphasis(index, said, use)
        if index in refuted:  # what the author claims stands in the sentence that rejects it
            factor, emphasis = use.refuted, _emphasis(index + 1, said, use) / use.rejects
        elif following is not None and following.move.turns and not following.move.rejects:
            emphasis *= abs(use.answered)
        if one.unsettled and one.voice and not one.asked:
            total += use.open * emphasis
        spoken, weight = _spoken(one, use, drift, named=explicit >= _SAID)
        plain += [_named(one, factor, use)] * (2 if one.claim == 1 else 1)
        shares.append(max(0.0, factor) * emphasis * spoken)
        pull += factor * emphasis * spoken
        total += abs(factor) * emphasis * weight
    paired = sum(one.paired for one in said) / max(1, len(said))
    mean = pull / (total + use.doubt)
    most = max(0.0, -min(plain)), max(0.0, *plain)
    repeats = sum(-one >= use.outright for one in plain), sum(one >= use.outright for one in plain)
    return Aggregate(pull, total, mean, paired, explicit, most, repeats, tuple(shares))


def graded(found: Aggregate, use: Weights = WEIGHTS) -> int:
    """Return the stance the sum amounts to, from -2 to 2."""
    if found.explicit < _SAID and found.paired < use.apart:
        return 0
    leans = use.leans * (use.unsure if found.paired < use.rare else 1.0)
    leans *= 1.0 if found.explicit >= _SAID else use.unsaid
    leans *= min(1.0, math.sqrt(use.ample / max(1.0, found.explicit)))
    if abs(found.mean) < leans or _thinly_against(found, use):
        return 0
    favors = found.mean > 0
    sure = abs(found.mean) >= use.plain or found.repeats[favors] >= use.repeated
    sure |= _outspoken(found, use)
    size = 2 if sure and found.outright[favors] >= use.outright else 1
    return size if found.mean > 0 else -size


def firm(found: Aggregate, use: Weights = WEIGHTS) -> bool:
    """Tell whether a text names the relation more than once and leans to one side alone.

    So it is where one sentence says it outright and none says much to the contrary.
    """
    repeated = found.repeats[found.mean > 0] > use.repeated
    return (abs(found.mean) >= use.firm and repeated) or _outspoken(found, use)


def _outspoken(found: Aggregate, use: Weights) -> bool:
    """Tell whether what is said outright on the side of a text far exceeds the contrary."""
    favors = found.mean > 0
    return found.outright[favors] - found.outright[not favors] >= use.outspoken


def claimed(found: Aggregate, said: Sequence[Said], use: Weights = WEIGHTS) -> int:
    """Return the side of the central claim where the rest says too little, or 0.

    The sentences that carry the claim speak of the two, plainly for one side, and the text leans to
    it as a whole: a thesis is not outweighed by what is told around it.
    """
    if found.explicit < _SAID or found.paired < use.sparse:
        return 0
    told = sum(
        share for share, one in zip(found.shares, said, strict=True) if one.claim and one.paired
    )
    leans = abs(told) >= use.claimed and abs(found.mean) >= use.inclined
    return (told > 0) - (told < 0) if leans and told * found.mean > 0 else 0


def _thinly_against(found: Aggregate, use: Weights) -> bool:
    """Tell whether a text only seems to lean against: by little, and in a single sentence.

    Texts that hold two parties near still dwell on what divides them; hardly any does the reverse.
    """
    telling = sum(share < -use.tells for share in found.shares)
    return -use.sparse < found.mean < 0 and telling < use.few


def _named(one: Said, factor: float, use: Weights) -> float:
    """Return what a sentence says outright of the relation by its name: 0 for most."""
    if not one.explicit or one.asked or factor <= 0:
        return 0.0
    return factor * one.score * min(one.weight, use.most)


def _spoken(one: Said, use: Weights, drift: float, *, named: bool) -> tuple[float, float]:
    """Return the pull and the weight of what a sentence says, its place left aside.

    Where a text never speaks of the relation (`named`), words in a clause that names nobody say
    nothing of it either.
    """
    weight = 0.0 if one.together or one.asked else use.explicit * min(one.weight, use.most)
    pull = weight * one.score
    if weight:
        pull, weight = pull + drift * one.drift[0], weight + drift * one.drift[1]
    for key, (value, size) in one.leanings.items():
        near, _, some = key.partition(" ")
        if near == "none" and not named:
            continue
        share = float(getattr(use, near)) * (use.some if some else 1.0)
        share *= use.outdone if one.unsettled else 1.0
        pull += share * value
        weight += share * size
    return pull, weight


def _factor(one: Said, following: Said | None, use: Weights) -> float:
    """Return how much a sentence counts for the author; below 0, it counts for the other side."""
    factor = use.ours if one.together else one.voice
    if one.conceded:
        factor = min(factor, use.conceded)
    if one.move.common and use.common < 0:
        factor = -factor
    if one.asked:
        factor = use.asked if one.rhetorical else 0.0
    if following is None:
        return factor
    if following.move.rejects and following.passage == one.passage:
        return use.rejected if factor >= 0 else -use.rejected
    if following.move.turns:
        return factor if use.answered >= 0 else -factor
    return factor


def _refuted(one: Said, following: Said) -> bool:
    """Tell whether a sentence says what others think, and the author next that they are wrong."""
    others = one.move.common or not (one.voice or one.together)
    return others and following.move.rejects and following.voice > 0


def _emphasis(index: int, said: Sequence[Said], use: Weights) -> float:
    """Return what place and opening make of the weight of a sentence."""
    one, weight = said[index], 1.0
    if index == 0 and len(said) > 2:
        weight *= use.first
    if index >= len(said) - max(1, len(said) // 8):
        weight *= use.last
    if one.claim:
        weight *= use.claim if one.claim == 1 else use.lesser
    if one.move.turns:
        weight *= use.answers
    if one.move.common:
        weight *= abs(use.common)
    if one.move.rejects:
        weight *= use.rejects
    return weight
