"""One sentence in, what it says about the question out: a score from -2 to 2 and a weight."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from brief.engines.rules.stance.asides import aside, said_twice
from brief.engines.rules.stance.asserted import asserted, only_spoken_of
from brief.engines.rules.stance.averted import averted
from brief.engines.rules.stance.both_sides import camps, mixed, neither
from brief.engines.rules.stance.clauses import OUTWEIGHED, Clause, clauses
from brief.engines.rules.stance.counterfactuals import TERMS, by_rights, if_this, seemed
from brief.engines.rules.stance.direction import reversed_direction
from brief.engines.rules.stance.discourse import balanced, undecided
from brief.engines.rules.stance.lexicon import OTHER, Lexicon, lexicon, phrases
from brief.engines.rules.stance.lookalikes import (
    against_them,
    aimed_elsewhere,
    any_such,
    defines,
    ends_denied,
    generic,
    goes_on,
    harmless,
    left_behind,
    may_yet,
    of_others,
    only_named,
    supposed,
    theirs,
    undone_limits,
    views_within,
)
from brief.engines.rules.stance.mentions import BOTH, Mention, mentions, named, spoken_of
from brief.engines.rules.stance.operators import Operators, read_operators
from brief.engines.rules.stance.polarity import BASE, read
from brief.engines.rules.stance.relevance import RELEVANT, Context, pronouns, relevance
from brief.engines.rules.stance.replies import answer, arrived
from brief.engines.rules.stance.several import of_all
from brief.engines.rules.stance.third_parties import elsewhere, foreign
from brief.engines.rules.stance.trends import TRENDS, Vote, belittled, trend_votes
from brief.engines.rules.tokens import MOST_TOKENS
from brief.model.question import Question
from brief.vocabulary.words import Hit, Word, Words, lows, words

_WEIGHTS = {"terms": TERMS, "near": 1.2, "weaker": 1.2, "opposed": 1.5}
_APART = frozenset(["weaker", "opposed"])
_UNNAMED = 0.8  # factor on the relevance of a general word in a sentence that names nobody
_OPEN, _OUTDONE = 3.0, 0.25
"""Weight of a sentence that leaves the matter open, and factor on what else it says."""
_TIES_UNSAID = 0.5  # factor on that weight where a sentence has no word for what is between states
_ASKS_OF = frozenset(["what", "how", "where", "when", "why", "whether"])
_SUBJECT = 4  # words in which what such a word opens says of whom
_QUOTED = 0.3  # factor on a word that stands alone in quotation marks
_THIRD = 0.25  # of an ally who is a third: `its ally Syria`
_NEAR = 3  # words between a noun for ties and what is said of it
_GRANTED_SHARE = 0.2  # of what a sentence asserts, the most that what it grants may weigh
_PRESUPPOSED, _PRESUPPOSED_WEIGHT = 0.6, 0.25
"""Factors on score and weight of a relation only spoken of: `the cost of the alliance`."""
_DENIED = -0.7  # score from which a word for the relation is denied
_ONLY_IF = 0.3  # factor on what only one thing could bring about
_CONDITIONAL = 0.6  # factor on what holds only if something else does


@dataclass(frozen=True, slots=True)
class Score:
    """What a sentence says about the question."""

    score: float
    """-2 (rules it out) to 2 (it exists or is coming)."""
    weight: float
    """How much it says; 0 says nothing. About 3 for a plain statement on the relation itself."""
    explicit: bool
    """True when it names the relation asked about, not only something near it."""
    parties: bool
    """True when it names a party, or the parties together."""
    drift: tuple[float, float] = (0.0, 0.0)
    """Pull and weight of what it says of the ties growing warmer or cooler."""
    outright: float = 0.0
    """Pull of the words that name the relation itself."""


SILENT = Score(0.0, 0.0, False, False)


def sentence_score(text: str, question: Question, context: Context | None = None) -> Score:
    """Return what one sentence says about `question`, `context` being what came before it."""
    if context is None:
        return _alone(text, lexicon(question))
    return _scored(text, lexicon(question), context)


@lru_cache(maxsize=8192)
def _alone(text: str, lex: Lexicon) -> Score:
    """Return what a sentence says with nothing before it, kept: it is asked for again and again."""
    return _scored(text, lex, Context())


def _scored(text: str, lex: Lexicon, context: Context) -> Score:
    split = words(text).first(MOST_TOKENS)
    found = spoken_of(mentions(split, lex), split)
    return score_words(split, found, lex, context, asked="?" in text[-3:])


def score_words(
    text: list[Word],
    found: list[Mention],
    lexicon: Lexicon,
    context: Context,
    *,
    asked: bool = False,
) -> Score:
    """Return the score of a sentence, its words and its names given; move `context` past it."""
    cues = [hit for hit in lexicon.cues.find(text) if hit.tag != "idle" and not _name(hit, found)]
    cues = [hit for hit in cues if not reversed_direction(hit, text, lexicon)]
    trends = [hit for hit in phrases(*TRENDS, "neutral").find(text) if hit.tag != "neutral"]
    trends = [] if lexicon.toward else trends  # who leans on whom is no matter of warmth
    votes: list[Vote] = []
    stands = max(context.term, context.asked) >= RELEVANT and "one" in lows(text)
    if (cues or trends or stands) and (found or context.salience > RELEVANT):
        votes = _resumed(text, lexicon, cues, trends, found, context)
    if asked:
        context.asked = max((v.weight for v in votes if v.kind == "terms"), default=0.0)
        votes = []
    else:
        votes += answer(text, context)
        on_ties = _on_ties(text, cues, found, context) if cues or not lexicon.toward else 0.0
        votes = _unsettled(text, votes, on_ties, context)
        votes += arrived(text, votes, context)
        context.asked = context.told = 0.0
        votes = by_rights(text, seemed(text, if_this(text, cues, votes)))
        votes += camps(text, found) if not lexicon.toward else []
        if votes:
            votes += neither(votes)
            votes += mixed(text, votes)
    if ends_denied(text):
        votes = [Vote(-abs(v.score) if v.score > 0 else v.score, v.weight, v.kind) for v in votes]
    context.after(found, len(text))
    context.topic *= 0.8
    context.term *= 0.9 if any(hit.tag == "terms" for hit in cues) else goes_on(text)
    total = sum(vote.weight for vote in votes)
    parties = any(m.who != OTHER for m in found)
    if total < 0.05:
        return Score(0.0, 0.0, False, parties)
    mean = sum(vote.score * vote.weight for vote in votes) / total
    explicit = any(v.kind == "terms" and v.weight > 0.5 for v in votes)
    moving = [vote for vote in votes if vote.kind in ("warming", "cooling")]
    drift = sum(v.score * v.weight for v in moving), sum(v.weight for v in moving)
    outright = sum(v.score * v.weight for v in votes if v.kind == "terms")
    return Score(mean, total, explicit, parties, drift, outright)


def _on_ties(text: list[Word], cues: list[Hit], found: list[Mention], context: Context) -> float:
    """Return how surely a sentence speaks of their ties: by a word, or as the one before did."""
    around = named(found, 0, len(text))
    if around.others and not (around.pair or around.both):
        return 0.0  # what it says of one and somebody else leaves nothing open on the two
    if cues or phrases("topic").find(text):
        return 1.0
    if (
        not found
        and not _ASKS_OF.isdisjoint(lows(text[:1]))
        and any(one.capital for one in text[1:_SUBJECT])
    ):
        return 0.0  # "What BRICS adds is still unclear"
    went_on = max(context.topic, context.term, context.asked) >= RELEVANT
    return _TIES_UNSAID if around.pair or around.both or went_on or not found else 0.0


def _unsettled(text: list[Word], votes: list[Vote], speaks: float, context: Context) -> list[Vote]:
    """Let `it is too early to say` outweigh whatever else its sentence says."""
    even = bool(speaks) and balanced(text)
    if not speaks or not (even or undecided(text)):
        return votes
    weight = _OPEN * context.salience * speaks
    if even or phrases("neither_claimed").find(text):
        return [Vote(0, weight, "open")]
    return [*(Vote(v.score, v.weight * _OUTDONE, v.kind) for v in votes), Vote(0, weight, "open")]


def _name(hit: Hit, found: list[Mention]) -> bool:
    """Tell whether a word is only part of a name: `United` in `United States`."""
    return any(m.first <= hit.first < m.last and m.who != BOTH for m in found)


def _resumed(
    text: list[Word],
    lexicon: Lexicon,
    cues: list[Hit],
    trends: list[Hit],
    found: list[Mention],
    context: Context,
) -> list[Vote]:
    """Return the votes of a sentence, what interrupts it read apart from what goes on behind it."""
    if first := said_twice(text):
        beside = (first.beside(cues), first.beside(trends), first.beside(found))
        return _resumed(first.without(text), lexicon, *beside, context)
    between = aside(text, cues)
    if between is None:
        return _votes(text, lexicon, cues, trends, found, context)
    said = (between.until(cues), between.until(trends))
    inner: list[Vote] = []
    if any(between.holds(hit.first) for some in said for hit in some):
        so_far = Words(text[: between.last])
        inner = _votes(so_far, lexicon, *said, between.until(found), context)
    beside = (between.beside(cues), between.beside(trends), between.named(found))
    outer = _votes(between.without(text), lexicon, *beside, context)
    return [*outer, *(v for v in inner if v.place and between.holds(v.place.first))]


def _votes(
    text: list[Word],
    lexicon: Lexicon,
    cues: list[Hit],
    trends: list[Hit],
    found: list[Mention],
    context: Context,
) -> list[Vote]:
    """Return one vote for every word of a sentence that speaks of the relation."""
    ops = read_operators(text, cues)
    parts = clauses(text, {mention.first: mention.last for mention in found})
    conditional = any(part.role == "condition" for part in parts)
    votes: list[Vote] = []
    minor: list[Vote] = []
    foremost = [m for m in found if m.who != OTHER or not _granted(m, parts)]
    for part in parts:
        named_here = found if part.role != "main" else foremost
        here = [hit for hit in cues if part.first <= hit.first < part.last]
        here += pronouns(text, part, here, ops, context)
        moves = [hit for hit in trends if part.first <= hit.first < part.last]
        into = votes if part.weight == 1.0 else minor
        own = _cue_votes(text, part, here, named_here, context, ops, lexicon.direction)
        denied = any(v.kind == "terms" and v.score <= _DENIED for v in own)
        if denied and part.weight == OUTWEIGHED and may_yet(text, part):
            into, own = votes, [Vote(v.score, v.weight / OUTWEIGHED, v.kind) for v in own]
        own += trend_votes(text, part, moves, here, named_here, context, ops, lexicon.direction)
        into += of_all(own, text, part, named_here, lexicon.count)
    share = _share(votes, minor)
    factor = _ONLY_IF if _only_if(text) else _CONDITIONAL if conditional else 1.0
    every = [*votes, *(replace(vote, weight=vote.weight * share) for vote in minor)]
    told = [vote for vote in every if vote.weight]
    if factor == 1.0:
        return told
    return [replace(v, score=v.score * factor, weight=v.weight * factor) for v in told]


def _granted(mention: Mention, parts: list[Clause]) -> bool:
    """Tell whether a name stands only in what a sentence grants: `despite …`."""
    return any(p.role == "granted" and p.first <= mention.first < p.last for p in parts)


def _only_if(text: list[Word]) -> bool:
    """Tell whether a sentence names the one thing that could bring something about."""
    return bool(text) and text[0].text == "only" and not _MODALS.isdisjoint(lows(text))


_MODALS = frozenset(["could", "would", "might", "can", "may"])


def _share(votes: list[Vote], minor: list[Vote]) -> float:
    """Return the factor that keeps what is granted well below what is asserted."""
    held, granted = sum(v.weight for v in votes), sum(v.weight for v in minor)
    return min(1.0, _GRANTED_SHARE * held / granted) if held > RELEVANT and granted else 1.0


def _cue_votes(
    text: list[Word],
    part: Clause,
    cues: list[Hit],
    found: list[Mention],
    context: Context,
    ops: Operators,
    direction: int,
) -> list[Vote]:
    """Return the votes of the question's own words in one clause."""
    if not cues:
        return []
    votes: list[Vote] = []
    things = [hit for hit in ops.topics if part.first <= hit.first < part.last]
    for cue in cues:
        sure = relevance(cue, text, part, found, context, thing=_beside(cue, things))
        if cue.tag == "it":
            sure = max(context.term, min(1.0, context.asked / _WEIGHTS["terms"]))
        elif not found and (cue.tag != "terms" or any_such(cue, text, part)):
            sure *= 1.0 if things else _UNNAMED
        if (cue.tag in _APART and theirs(cue, text)) or foreign(cue, text, found):
            continue
        against = cue.tag in _APART
        if against and (
            harmless(cue, text, part, ops)
            or aimed_elsewhere(cue, text, found)
            or views_within(cue, text, found)
        ):
            continue
        if cue.tag in ("terms", "near") and against_them(cue, text, found):
            continue
        if cue.tag == "terms" and (defines(cue, text, part, ops) or of_others(cue, text, found)):
            continue
        if sure < RELEVANT or left_behind(cue, text) or (generic(cue, text, ops) and sure < 1):
            continue
        kind = "terms" if cue.tag == "it" else cue.tag
        if kind == "terms":
            context.term = sure
        reading = read(cue, BASE[kind], text, part, ops, direction)
        if averted(cue, text, found):
            continue
        if only_spoken_of(cue, text, denied=reading.score < 0 < BASE[kind]):
            continue
        weight = _WEIGHTS[kind] * sure * reading.weight * part.weight
        weight *= _QUOTED if only_named(cue, text) else 1.0
        weight *= _THIRD if elsewhere(cue, text, found) else 1.0
        undone = undone_limits(cue, text, against=bool(votes) and votes[-1].score < 0)
        score = -reading.score if undone else reading.score
        if kind == "terms" and score > 0 and supposed(cue, text, part):
            continue
        if kind == "terms" and score > 0 and not asserted(cue, text, part, ops):
            score, weight = score * _PRESUPPOSED, weight * _PRESUPPOSED_WEIGHT
        votes.append(Vote(score, weight, kind, cue))
    return belittled(votes, text)


def _beside(cue: Hit, things: list[Hit]) -> int:
    """Return 2 with a noun for ties beside the word, 1 with one in its clause, 0 with none."""
    near = any(cue.first - hit.last <= _NEAR and hit.first - cue.last <= _NEAR for hit in things)
    return 2 if near else int(bool(things))
