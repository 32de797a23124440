"""What a reported sentence says in, where its voice stands out: -2 to +2.

By what it says of the relation; else by how its words lean; else by its disagreement with the
voice before; else by what its holder is called (`skeptics`, `enthusiasts`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from brief.engines.rules.stance.lexicon import OTHER, Lexicon, phrases, word_list
from brief.engines.rules.stance.mentions import Mention, named
from brief.engines.rules.stance.relevance import MET, MET_ONE, Context
from brief.engines.rules.stance.scoring import Score, score_words
from brief.engines.rules.stance.tone import leanings
from brief.engines.rules.voice import Spoken
from brief.vocabulary.words import Word, lows, words

_HEARD, _PLAIN = (
    0.15,
    1.2,
)  # scores from which a reported sentence leans, and above which it is plain
_BARELY = 0.2  # weight from which a reported sentence says something of the relation
_LEANS = 0.3  # sum of leanings from which one that says nothing of the relation leans
_UNTIED = 0.5  # the same where it has no word for ties
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
_LEADING = frozenset(
    ["after", "despite", "amid", "while", "although", "though", "given", "following", "with",
     "notwithstanding", "since", "in", "as", "whereas"]
)  # fmt: skip
"""What opens a clause that leads in."""
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
    if _guards(text, found):
        return _reported(text, held, lex, context, asked=asked), ReportedStance(
            float(lex.direction)
        )
    if _mere_name(text, found):
        return _reported(text, held, lex, context, asked=asked), NOTHING_REPORTED
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
    if (
        whole.weight
        and not score.weight
        and _led_in(text, held, said.content[0], lex, before, whole)
    ):
        return whole, ReportedStance(0.0, {}, stray, alone)
    # Without the others who stand before it, what is given would lead astray.
    own = score.score if score.weight else whole.score
    return whole, ReportedStance(own, leans, stray, alone)


def _guards(text: list[Word], found: list[Mention]) -> bool:
    """Tell whether a voice minds that others would harm the tie: it is one that it wants to keep.

    `warns that the West seeks to undermine the pact`, `accuses Oman of trying to split them`.
    """
    minds = next((n for n, word in enumerate(text) if word.text in word_list("minding")), -1)
    if minds < 0:
        return False
    for at in range(minds + 1, len(text) - 1):
        if text[at].text not in word_list("aiming"):
            continue
        harm = {word.text for word in text[at + 1 : at + _AIM]} & word_list("harming")
        doer = any(one.who == OTHER and minds < one.first < at for one in found)
        theirs = named([one for one in found if one.first > minds], 0, len(text))
        if harm and doer and (theirs.pair or theirs.both):
            return True
    return False


def _mere_name(text: list[Word], found: list[Mention]) -> bool:
    """Tell whether a voice minds what the two are called: `criticizes Oman for calling them foes`.

    It is not said that they are so, nor that they are not. What it calls them itself is another
    matter: `denounces the pact, calling it an axis`.
    """
    minds = next((n for n, word in enumerate(text) if word.text in word_list("minding")), -1)
    if minds < 0 or text[minds].text in word_list("warning"):
        return False
    ends = {one.last for one in found if one.who == OTHER}
    for at in range(minds + 1, min(minds + _NAMES, len(text) - 1)):
        names = text[at].text in word_list("naming") and text[at + 1].text not in _CALLS_FOR
        if names and not text[at].apart and (at in ends or text[at - 1].text in _FOR):
            return True
    return False


_CALLS_FOR = frozenset(["for", "on", "upon"])
_FOR = frozenset(["for", "of", "against", "being", "is", "are", "was", "were", "when", "who"])
_NAMES = 12  # words from a complaint to the name that it is about
_AIM = 5  # words from what somebody tries to the harm that he tries to do


def _led_in(
    text: list[Word],
    found: list[Mention],
    start: int,
    lex: Lexicon,
    context: Context,
    whole: Score,
) -> bool:
    """Tell whether all that is said of the relation leads in: `After years of quarrels, he …`."""
    first = _place(text, start)
    if not text or text[0].text not in _LEADING or not any(one.apart for one in text[1:first]):
        return False
    lead = [one for one in found if one.first < first]
    return abs(score_words(text[:first], lead, lex, replace(context)).weight) >= whole.weight


def _disbelieved(text: list[Word], start: int) -> bool:
    """Tell whether a holder denies what is given to him: `he does not believe [that they will]`.

    Or doubts it, `they are unconvinced [that they will]`, or puts no faith in who holds it.
    """
    first = _place(text, start)
    if phrases("trustless").find(text[:_OPENING]):
        return True
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
    if reported.alone and reported.stray and not _known_tie(text):
        return 0  # of one of the two and somebody else
    if abs(reported.score) >= _HEARD:
        size = 2 if abs(reported.score) > _PLAIN else 1
        return size if reported.score > 0 else -size
    if before and _disagrees(text):
        return -1 if before > 0 else 1
    topical = bool(phrases("topic").find(words(text)))
    pull = _pull(reported, topical=topical) if topical or not reported.stray else 0.0
    # "Skeptics blame the imports for Russia's deficit" is no word on the two.
    camp = 0 if reported.alone and not on_subject(text, 0.0) else _camp(holder)
    least = _CAMP if camp else _LEANS if topical else _UNTIED
    if abs(pull) >= least:
        return 1 if pull > 0 else -1
    return camp


def _known_tie(text: str) -> bool:
    """Tell whether a sentence speaks of a tie as known: `the rapprochement`, not `a partner`."""
    split = words(text)
    return any(
        _KNOWN & {word.text for word in split[max(0, hit.first - 2) : hit.first]}
        for hit in phrases("topic").find(split)
    )


_KNOWN = frozenset(["the", "this", "their", "bilateral", "such"])


def _pull(reported: ReportedStance, *, topical: bool) -> float:
    """Return how words lean that are of the two by name, or of their ties.

    What surrounds nobody is of anybody, unless the sentence speaks of ties.
    """
    return sum(
        pull
        for key, (pull, _) in reported.leans.items()
        if key.startswith("pair") or (topical and key == "none" and not reported.stray)
    )


def _disagrees(text: str) -> bool:
    """Recognize `Most of the experts do not agree.`"""
    return bool(phrases("disagree").find(words(text)[-_FEW:]))


def _camp(holder: str) -> int:
    """Return the side that a holder's name tells: that of `skeptics` or of `enthusiasts`."""
    named = words(holder)
    against = bool(phrases("skeptics").find(named))
    return bool(phrases("enthusiasts").find(named)) - against
