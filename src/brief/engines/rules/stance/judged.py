"""The sentences of an article in; each with its score, and with what it says in the text, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from brief.engines.rules.sentences import Sentence, asks
from brief.engines.rules.stance.aggregation import Said
from brief.engines.rules.stance.discourse import balanced, concedes, moves, undecided
from brief.engines.rules.stance.lexicon import Lexicon, phrases
from brief.engines.rules.stance.mentions import BOTH, Mention, mentions, named, spoken_of
from brief.engines.rules.stance.relevance import Context
from brief.engines.rules.stance.reported_stance import (
    NOTHING_REPORTED,
    ReportedStance,
    pulls,
    reported_stance,
)
from brief.engines.rules.stance.scoring import Score, score_words
from brief.engines.rules.tokens import MOST_TOKENS
from brief.engines.rules.voice import Spoken
from brief.model.summary import AUTHOR
from brief.vocabulary.words import Word, words

SAID = 0.5  # weight of what is said of the relation from which a text speaks of it
_ENDORSED = 0.5  # weight of a reported view the author adopts
_PERSONAL = 0.2  # share of its sentences in the first person
_FIRST_PERSON = frozenset(["i", "we", "my", "our", "i'm", "i’m", "we’re", "we're"])
_GUEST = 0.6  # share of the sentences that makes a voice the text's own
_TOLD = 0.5  # share of its sentences that say who speaks, from which a text reports on him
_SAYING = frozenset(["said", "says", "noted", "added", "told", "stressed", "underlined", "argued"])
_OPENING = 10  # words in which a sentence says who speaks
_HEAD = 2  # words in which a holder shows that it is `the two`, and not a view on the two
_RIVAL = 0.5  # lateness of another state, from which `the two` may be a party and that one


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence with its score, and what it says in the text."""

    sentence: Sentence
    spoken: Spoken
    score: Score
    said: Said
    reported: ReportedStance = NOTHING_REPORTED
    """What a reported voice is given to say."""


Text = tuple[list[Word], list[Mention]]
"""The words of a sentence, and who is named in it."""


def named_words(text: str, lex: Lexicon) -> Text:
    """Return the words of a text and the names in it."""
    split = words(text).first(MOST_TOKENS)
    return split, spoken_of(mentions(split, lex), split)


def judge(
    sentences: Sequence[Sentence],
    spoken: Sequence[Spoken],
    texts: Sequence[Text],
    lex: Lexicon,
    context: Context,
    claims: Sequence[int],
) -> list[Judged]:
    """Score every sentence in order, each in the light of those before."""
    judged: list[Judged] = []
    done = moves([text for text, _ in texts])
    ranks = {index: rank for rank, index in enumerate(claims, start=1)}
    for sentence, said, (text, found), move in zip(sentences, spoken, texts, done, strict=True):
        asked = asks(sentence.text)
        own = found if context.rival < _RIVAL else [one for one in found if one.who != BOTH]
        reported, leans = NOTHING_REPORTED, pulls(text, own, lex)
        if said.voice.is_author:
            score = score_words(text, found, lex, context, asked=asked)
        else:
            score, reported = reported_stance(text, found, said, leans, lex, context, asked=asked)
        around = named(found, 0, len(text))
        if move.rejects and score.weight >= SAID:
            move = replace(move, rejects=False)  # it says something itself
        one = Said(
            score=score.score,
            weight=score.weight,
            leanings=leans,
            move=move,
            voice=_voice(said, text),
            together=not said.voice.is_author and _together(str(said.voice), lex),
            conceded=said.concession or concedes(text) or _surveyed(text),
            asked=asked,
            rhetorical=asked and _rhetorical(text),
            unsettled=balanced(text) or (undecided(text) and score.weight > 0),
            claim=ranks.get(sentence.index, 0),
            passage=sentence.passage,
            paired=around.pair or around.both,
            explicit=score.explicit,
            drift=score.drift,
        )
        judged.append(Judged(sentence, said, score, one, reported))
    return judged


def _together(holder: str, lex: Lexicon) -> bool:
    """Tell whether the parties speak together: `the two governments agreed`."""
    text, found = named_words(holder, lex)
    return named(found, 0, len(text)).pair or named(found, 0, _HEAD).both


def _rhetorical(text: list[Word]) -> bool:
    """Tell whether a question answers itself: `Why should Beijing …?`, `But will it …?`."""
    opening = [word.text for word in text[:2]]
    if opening[:1] in (["why"], ["who"]):
        return True
    return opening[:1] in (["but"], ["and"], ["so"], ["yet"]) and opening[1:2] in (
        ["why"], ["who"], ["would"], ["will"], ["can"], ["could"],
    )  # fmt: skip


def guest(judged: list[Judged]) -> list[Judged]:
    """Give the text to the one voice that speaks nearly all of it: an interview's guest."""
    counts = Counter(j.spoken.voice for j in judged)
    if not counts:
        return judged
    voice, count = counts.most_common(1)[0]
    if voice.is_author or count < _GUEST * len(judged):
        return judged
    said = [j for j in judged if j.spoken.voice == voice]
    personal = sum(bool(_FIRST_PERSON & set(j.sentence.text.lower().split())) for j in said)
    if personal < _PERSONAL * count:
        return judged
    if sum(_told(j.sentence.text, str(voice)) for j in said) > _TOLD * count:
        return judged  # a report on somebody names him and what he said; an interview does not
    return [
        replace(j, spoken=Spoken(AUTHOR), said=replace(j.said, voice=1.0))
        if j.spoken.voice == voice
        else j
        for j in judged
    ]


def _told(text: str, holder: str) -> bool:
    """Tell whether a sentence says who speaks: `…, Holm said.`, `he added`."""
    found = {word.text for word in words(text)}
    surname = {word.text for word in words(holder)[-1:]}
    return bool(found & (_SAYING | surname))


def _voice(said: Spoken, text: list[Word]) -> float:
    """Return how much a sentence counts for the author."""
    if not said.voice.is_author:
        vouching = phrases("factive").within(text, 0, _OPENING)
        vouched = any(hit.first and text[hit.first - 1].text != "to" for hit in vouching)
        return _ENDORSED if said.endorsed or vouched else 0.0
    return 1.0


def _surveyed(text: list[Word]) -> bool:
    """Tell whether a sentence only sets out what some think: `There are those who …`."""
    return any(hit.first == 0 for hit in phrases("surveyed").within(text, 0, 4))
