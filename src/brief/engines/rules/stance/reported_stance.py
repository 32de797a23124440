"""What a reported sentence says in, where its voice stands out: -2 to +2.

By what it says of the relation; else by how its words lean; else by its disagreement with the
voice before; else by what its holder is called (`skeptics`, `enthusiasts`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from brief.engines.rules.stance.lexicon import OTHER, Lexicon, phrases
from brief.engines.rules.stance.mentions import Mention
from brief.engines.rules.stance.relevance import MET, MET_ONE, Context
from brief.engines.rules.stance.scoring import Score, score_words
from brief.engines.rules.stance.tone import leanings
from brief.engines.rules.voice import Spoken
from brief.vocabulary.words import Word, lows, words

_HEARD, _PLAIN = 0.15, 1.2  # scores from which a reported sentence leans, and is plain
_BARELY = 0.2  # weight from which a reported sentence says something of the relation
_LEANS = 0.3  # sum of leanings from which one that says nothing of the relation leans
_ON_TOPIC = 0.9  # salience of the pair in what others are reported to say
_HOLDER = 20  # words in which the holder's name is looked for
_OPENING = 10  # words in which a sentence says who speaks
_LEAD = 4  # words before what is given to a voice in which it is denied
_NOT = frozenset(["not", "n't", "never", "hardly", "scarcely", "cannot", "no"])
_BELIEFS = frozenset(
    ["believe", "think", "expect", "foresee", "see", "accept", "imagine", "envisage", "envision",
     "anticipate", "agree", "consider", "regard", "buy", "believes", "thinks", "expects", "sees",
     "believed", "thought", "expected", "foresaw", "saw", "accepted", "imagined", "agreed"]
)  # fmt: skip
_UNSURE = frozenset(["unconvinced", "unpersuaded", "skeptical", "sceptical", "doubtful", "dubious"])
_OPPOSES = frozenset(
    ["oppose", "opposes", "opposed", "resent", "resents", "resented", "dislike", "dislikes"]
)
_MARKS = frozenset('“"«')
_CAMP = 1.0  # sum of leanings from which a voice is reported against the side its name tells
_FEW = 14  # words in which a sentence says that it disagrees

Pulls = dict[str, tuple[float, float]]
"""How words lean, and how many do, by who is named around them."""


@dataclass(frozen=True, slots=True)
class ReportedStance:
    """What a voice is given to say, without the words that give it."""

    score: float = 0.0
    """What it says of the relation, -2 to 2."""
    leans: Pulls = field(default_factory=dict)
    """How its words lean."""
    stray: bool = False
    """True where it names others alone, or the text is not about the parties."""
    alone: bool = False
    """True where it names one of the parties, and not the other or the two together."""


NOTHING_REPORTED = ReportedStance()


def reported_stance(
    text: list[Word],
    found: list[Mention],
    said: Spoken,
    every: Pulls,
    lex: Lexicon,
    context: Context,
    *,
    asked: bool,
) -> tuple[Score, ReportedStance]:
    """Return what a reported sentence says as a whole, and what its voice is given to say.

    `every` tells how all its words lean.
    """
    held = _without_holder(text, found, str(said.voice))
    stray = context.floor < MET or any(one.who == OTHER for one in held)
    alone = {one.who for one in held} - {OTHER} in ({"0"}, {"1"})
    before = _on_topic(context)
    whole = _reported(text, held, lex, context, asked=asked)
    if said.content is None or asked or not (whole.weight or every):
        return whole, ReportedStance(whole.score, every, stray, alone)
    if whole.weight and _disbelieved(text, said.content[0]):
        return whole, ReportedStance(whole.score, {}, stray, alone)
    if whole.weight and _opposed(text, said.content[0]):
        return whole, ReportedStance(-abs(whole.score), {}, stray, alone)
    part, inside = _content(text, held, said.content)
    score = score_words(part, inside, lex, before) if whole.weight else whole
    both = len({one.who for one in inside if one.who != OTHER}) > 1
    leans = pulls(part, inside, lex) if every and (both or not stray) else {}
    if part and not _MARKS.isdisjoint(part[0].gap):
        # what tells of the speaker is not said
        return whole, ReportedStance(score.score, leans, stray, alone)
    # Without the others who stand before it, what is given would lead astray.
    own = score.score if score.weight else whole.score
    return whole, ReportedStance(own, leans, stray, alone)


def _disbelieved(text: list[Word], start: int) -> bool:
    """Tell whether a holder denies what is given to him: `he does not believe [that they will]`.

    Or doubts it: `they are unconvinced [that they will]`.
    """
    first = _place(text, start)
    lead = [word.text for word in text[max(0, first - _LEAD) : first] if word.text != "that"]
    if not lead:
        return False
    return lead[-1] in _UNSURE or (lead[-1] in _BELIEFS and not _NOT.isdisjoint(lead))


def _opposed(text: list[Word], start: int) -> bool:
    """Tell whether a holder is against what is given to him: `they oppose [an alliance]`."""
    first = _place(text, start)
    return first > 0 and text[first - 1].text in _OPPOSES


def _reported(
    text: list[Word], found: list[Mention], lex: Lexicon, context: Context, *, asked: bool
) -> Score:
    """Score what another is reported to say: on the subject of the text, or not worth reporting."""
    salience, rival = context.salience, context.rival
    if context.floor >= MET_ONE:
        context.salience, context.rival = max(salience, _ON_TOPIC), 0.0
    score = score_words(text, found, lex, context, asked=asked)
    context.salience, context.rival = salience, rival
    context.after(found, len(text))
    if score.explicit and score.score > 0:
        context.told = score.weight  # "Critics argue that they are allies. They are not."
    return score


def _on_topic(context: Context) -> Context:
    """Return a copy of what came before, in which what is reported is on the subject."""
    if context.floor < MET_ONE:
        return replace(context)
    return replace(context, salience=max(context.salience, _ON_TOPIC), rival=0.0)


def _content(
    text: list[Word], found: list[Mention], content: tuple[int, int]
) -> tuple[list[Word], list[Mention]]:
    """Cut a sentence to the words given to its voice."""
    first, last = (_place(text, at) for at in content)
    kept = [
        replace(one, first=one.first - first, last=min(one.last, last) - first)
        for one in found
        if first <= one.first < last
    ]
    return text[first:last], kept


def _place(text: list[Word], start: int) -> int:
    """Return the place of the first word that begins at or behind a character."""
    return next((n for n, word in enumerate(text) if word.start >= start), len(text))


def _without_holder(text: list[Word], found: list[Mention], voice: str) -> list[Mention]:
    """Drop who only speaks: others in the holder's name, or before `Japanese officials say that`.

    An aside about the holder (`mainly in Europe,`) goes with the name.
    """
    opening = lows(text)
    said = opening.index("that") if "that" in opening[:_OPENING] else 0
    head = voice.casefold().split()[:1]
    start = next((n for n, word in enumerate(opening[:_HOLDER]) if [word] == head), -1)
    if start >= 0:
        said = max(said, start + len(words(voice)))
        if said < len(text) and "," in text[said].gap:
            said = next((n for n in range(said + 1, len(text)) if "," in text[n].gap), said)
    return [mention for mention in found if mention.who != OTHER or mention.first >= said]


def pulls(text: list[Word], found: list[Mention], lex: Lexicon) -> Pulls:
    """Return how the words of a sentence lean, by who is named around them."""
    sums: dict[str, tuple[float, float]] = {}
    own = lex.cues.find(text) if lex.direction > 0 else ()
    for one in leanings(text, found, own):
        pull, weight = sums.get(one.key, (0.0, 0.0))
        value = one.value * one.share
        sums[one.key] = (pull + value * lex.direction, weight + abs(value))
    return sums


def on_subject(text: str, weight: float) -> bool:
    """Tell whether a reported sentence may be about the relation: `They trust each other`."""
    return weight >= _BARELY or bool(
        phrases("pronoun", "both", "topic", "disagree").find(words(text))
    )


def side(reported: ReportedStance, text: str, holder: str, before: int | None) -> int:
    """Return where a reported sentence stands; `before` is the grade of the voice before it."""
    if abs(reported.score) >= _HEARD:
        size = 2 if abs(reported.score) >= _PLAIN else 1
        return size if reported.score > 0 else -size
    if before and _disagrees(text):
        return -1 if before > 0 else 1
    topical = not reported.stray and bool(phrases("topic").find(words(text)))
    pull = sum(
        pull
        for key, (pull, _) in reported.leans.items()
        # of the two by name, or of their ties: what surrounds nobody is of anybody
        if key.startswith("pair") or (topical and key == "none")
    )
    # "Skeptics blame the imports for Russia's deficit" is no word on the two.
    camp = 0 if reported.alone and not on_subject(text, 0.0) else _camp(holder)
    if abs(pull) >= (_CAMP if camp else _LEANS):
        return 1 if pull > 0 else -1
    return camp


def _disagrees(text: str) -> bool:
    """Recognize `Most of the experts do not agree.`"""
    return bool(phrases("disagree").find(words(text)[-_FEW:]))


def _camp(holder: str) -> int:
    """Return the side that a holder's name tells: that of `skeptics` or of `enthusiasts`."""
    named = words(holder)
    against = bool(phrases("skeptics").find(named))
    return bool(phrases("enthusiasts").find(named)) - against
