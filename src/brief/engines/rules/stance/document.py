"""The sentences of an article in, its stance out: the author's, and each reported voice's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from brief.engines.rules.sentences import Sentence, asks
from brief.engines.rules.stance.aggregation import Aggregate, Said, aggregate, claimed, firm, graded
from brief.engines.rules.stance.discourse import at_play, balanced, moves, undecided
from brief.engines.rules.stance.lexicon import OTHER, Lexicon, lexicon, phrases
from brief.engines.rules.stance.mentions import BOTH, Mention, mentions, named, spoken_of
from brief.engines.rules.stance.relevance import MET, MET_ONE, Context
from brief.engines.rules.stance.reported_stance import (
    NOTHING_REPORTED,
    ReportedStance,
    on_subject,
    pulls,
    reported_stance,
    side,
)
from brief.engines.rules.stance.scoring import Score, concedes, score_words
from brief.engines.rules.stance.wording import pull, stems, weighed
from brief.engines.rules.tokens import MOST_TOKENS
from brief.engines.rules.voice import Spoken
from brief.model.question import Question
from brief.model.summary import AUTHOR, Confidence, Quote, Stance, VoiceStance
from brief.vocabulary.words import Word, lows, words

_ENDORSED = 0.5  # weight of a reported view the author adopts
_SAID = 0.5  # weight of what is said of the relation from which a text speaks of it
_MUCH, _ENOUGH, _FIRM = 8.0, 3.0, 0.6  # totals and a mean that make a stance sure
_RARE = 0.1  # times one party is named, for each time the other is, or others, in a text on both
_TOGETHER = 2  # sentences that speak of `the two`, from which one name will do
_DENIED, _OUTDONE = 1.2, 0.6
"""What a sentence says against the relation by its name, from which the author denies it, and the
share of that which one that affirms it may say."""
_PERSONAL = 0.2  # share of its sentences in the first person
_RIVAL = 0.5  # lateness of another state, from which `the two` may be a party and that one
_FIRST_PERSON = frozenset(["i", "we", "my", "our", "i'm", "i’m", "we’re", "we're"])
_GUEST = 0.6  # share of the sentences that makes a voice the text's own
_TOLD = 0.5  # share of its sentences that say who speaks, from which a text reports on him
_SAYING = frozenset(["said", "says", "noted", "added", "told", "stressed", "underlined", "argued"])
_OPENING = 10  # words in which a sentence says who speaks
_HEAD = 2  # words in which a holder shows that it is `the two`, and not a view on the two
_QUOTES = 3  # deciding sentences shown
_WORDED = "alliance"  # relation that the words of whole texts were fitted to


@dataclass(frozen=True, slots=True)
class _Judged:
    """A sentence with its score, and what it says in the text."""

    sentence: Sentence
    spoken: Spoken
    score: Score
    said: Said
    reported: ReportedStance = NOTHING_REPORTED
    """What a reported voice is given to say."""


def article_stance(
    sentences: Sequence[Sentence],
    spoken: Sequence[Spoken],
    question: Question,
    *,
    title: str = "",
    claims: Sequence[int] = (),
) -> Stance:
    """Return where an article stands on `question`, with its deciding sentences.

    `spoken` says for each sentence whose words it is; what others are reported to say does not
    count for the author, and is returned voice by voice. `claims` gives the indices of the
    sentences that carry the central claim, best first: they weigh more than the rest.
    """
    lex = lexicon(question)
    texts = [_named_words(sentence.text, lex) for sentence in sentences]
    if not _names_them(texts, title, lex):
        return Stance(score=None, label=question.labels["none"], confidence="high")
    context = Context(floor=_focus(texts, lex, title))
    judged = _guest(_judge(sentences, spoken, texts, lex, context, claims))
    heading = _title(title, lex, context.floor)
    said = [j.said for j in judged]
    found = aggregate(said, title=(heading.score, heading.weight))
    read = way = graded(found)
    if question.relation.name == _WORDED:
        worded = stems(texts)
        way = weighed(read, worded, firm=firm(found))
        if not (read or way):
            way = weighed(claimed(found, said), worded)
    if way > 0 and _denies(judged):
        way = -1  # not for it, however warm the rest: closeness is not the relation
    if way == -2 and _reserves(judged, texts):
        way = -1  # what cannot be excluded is not ruled out
    silent = (way == 0 and not _addressed(judged, found, texts)) or not _speaks(judged)
    silent |= at_play([text for text, _ in texts]) and not any(one.explicit for one in said)
    score = None if silent else way
    return Stance(
        score=score,
        label=question.labels["none" if score is None else str(score)],
        confidence=_confidence(score, found) if score in (read, None) else "low",
        quotes=_deciding(judged, found, score, texts),
        voices=_voices(judged),
    )


def _denies(judged: Sequence[_Judged]) -> bool:
    """Tell whether the author denies the relation by its name, and nowhere says that it is so.

    What he only grants, or what the next sentence answers with `but`, does not count.
    """
    answered = [*(j.said.move.turns for j in judged[1:]), False][: len(judged)]
    plain = [
        j.score.outright
        for j, turned in zip(judged, answered, strict=True)
        if j.said.voice
        and not (
            turned or j.said.asked or j.said.conceded or j.said.unsettled or j.said.move.common
        )
    ]
    most = -min(plain, default=0.0)
    return most > _DENIED and max(plain, default=0.0) < _OUTDONE * most


def _reserves(judged: Sequence[_Judged], texts: Sequence[Text]) -> bool:
    """Tell whether the author says that the relation, named by then, may come about."""
    found = phrases("reserved")
    named = [j.said.explicit and not j.said.asked for j in judged]
    return any(
        j.said.voice and any(named[max(0, at - 1) : at + 1]) and found.find(text)
        for at, (j, (text, _)) in enumerate(zip(judged, texts, strict=True))
    )


def _speaks(judged: Sequence[_Judged]) -> bool:
    """Tell whether the author says anything himself: a text of others' words alone has no view."""
    return any(j.said.voice for j in judged)


def _addressed(judged: Sequence[_Judged], found: Aggregate, texts: Sequence[Text]) -> bool:
    """Tell whether a text that leans to no side speaks of the relation at all.

    One that says so of itself does not: `the paper does not discuss whether they are allies`.
    """
    for j, (text, _) in zip(judged, texts, strict=True):
        if j.said.voice and j.said.explicit and phrases("silent").find(text):
            return False
    open_ = any(j.said.voice and j.said.unsettled and j.said.paired for j in judged)
    return open_ or found.explicit >= _SAID


Text = tuple[list[Word], list[Mention]]
"""The words of a sentence, and who is named in it."""


def _named_words(text: str, lex: Lexicon) -> Text:
    """Return the words of a text and the names in it."""
    split = words(text).first(MOST_TOKENS)
    return split, spoken_of(mentions(split, lex), split)


_OURS = frozenset(["we", "our"])


def _names_them(texts: Sequence[Text], title: str, lex: Lexicon) -> bool:
    """Tell whether a text is about the parties: names two of them, or one and its own `we`.

    A text that names one party, or others, often and the other party hardly ever is about somebody
    else. One that names neither may still be, as its reader knows, unless it speaks of other states
    more than of `the two`.
    """
    every = [*texts, _named_words(title, lex)]
    counts = Counter(who for _, found in every for who in {m.who for m in found} - {BOTH, OTHER})
    ours = any(not _OURS.isdisjoint(lows(text)) for text, _ in texts)
    together = sum(any(m.who == BOTH for m in found) for _, found in every)
    others = sum(any(m.who == OTHER for m in found) for _, found in every)
    if len(counts) < 2:
        if others > together:
            return False
        return not counts or ours or together >= _TOGETHER
    first, second = (count for _, count in counts.most_common(2))
    return second >= _RARE * max(first, others)


def _focus(texts: Sequence[Text], lex: Lexicon, title: str) -> float:
    """Return how much the article is about the pair: the least salience of `the two`."""
    around = [named(found, 0, len(text)) for text, found in texts]
    count = max(1, len(texts))
    pair = sum(one.pair for one in around) / count
    some = sum(bool(one.parties) or one.both for one in around) / count
    head, heads = _named_words(title, lex)
    in_title = named(heads, 0, len(head)).pair
    met = len({party for one in around for party in one.parties})
    least = MET if met > 1 else MET_ONE * met
    return min(0.85, max(least, 1.2 * pair + 0.6 * some + (0.2 if in_title else 0.0)))


def _judge(
    sentences: Sequence[Sentence],
    spoken: Sequence[Spoken],
    texts: Sequence[Text],
    lex: Lexicon,
    context: Context,
    claims: Sequence[int],
) -> list[_Judged]:
    """Score every sentence in order, each in the light of those before."""
    judged: list[_Judged] = []
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
        if score.weight >= _SAID:
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
        judged.append(_Judged(sentence, said, score, one, reported))
    return judged


def _together(holder: str, lex: Lexicon) -> bool:
    """Tell whether the parties speak together: `the two governments agreed`."""
    text, found = _named_words(holder, lex)
    return named(found, 0, len(text)).pair or named(found, 0, _HEAD).both


def _rhetorical(text: list[Word]) -> bool:
    """Tell whether a question answers itself: `Why should Beijing …?`, `But will it …?`."""
    opening = [word.text for word in text[:2]]
    if opening[:1] in (["why"], ["who"]):
        return True
    return opening[:1] in (["but"], ["and"], ["so"], ["yet"]) and opening[1:2] in (
        ["why"], ["who"], ["would"], ["will"], ["can"], ["could"],
    )  # fmt: skip


def _guest(judged: list[_Judged]) -> list[_Judged]:
    """Give the text to the one voice that speaks nearly all of it: an interview's guest."""
    counts = Counter(j.spoken.voice for j in judged)
    if not counts:
        return judged
    voice, count = counts.most_common(1)[0]
    said = [j for j in judged if j.spoken.voice == voice]
    personal = sum(bool(_FIRST_PERSON & set(j.sentence.text.lower().split())) for j in said)
    if voice.is_author or count < _GUEST * len(judged) or personal < _PERSONAL * count:
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


def _title(title: str, lex: Lexicon, salience: float) -> Score:
    """Return what the title says; a title that asks says nothing.

    One that names no other state is on the two as surely (`salience`) as its text is.
    """
    text, found = _named_words(title, lex)
    other = any(one.who == OTHER for one in found)
    context = Context(salience=0.0 if other else salience)
    return score_words(text, found, lex, context, asked="?" in title)


def _confidence(score: int | None, found: Aggregate) -> Confidence:
    """Return how sure: high when much is said and nearly all on one side, low when little is."""
    if score is None:
        return "moderate" if found.total == 0 else "low"
    if score == 0:
        return "moderate" if found.total >= _MUCH else "low"
    agree = sum(abs(share) for share in found.shares if share * score > 0)
    against = sum(abs(share) for share in found.shares if share * score < 0)
    if found.total >= _MUCH and agree >= 4 * against and abs(found.mean) >= _FIRM:
        return "high"
    return "moderate" if found.total >= _ENOUGH and agree >= 2 * against else "low"


def _quote(sentence: Sentence) -> dict[str, object]:
    return {
        "text": sentence.text,
        "start": sentence.start,
        "end": sentence.end,
        "passage": sentence.passage,
    }


def _deciding(
    judged: Sequence[_Judged], found: Aggregate, score: int | None, texts: Sequence[Text]
) -> tuple[Quote, ...]:
    """Return the author's sentences that weigh most on the side of the score, in order.

    Where none speaks for that side, the one whose words do most.
    """
    if score is None:
        return ()
    own = [
        (abs(share) if score == 0 else share * score, j)
        for j, share in zip(judged, found.shares, strict=True)
        if j.spoken.voice.is_author
    ]
    best = sorted((one for one in own if one[0] > 0), key=lambda one: -one[0])[:_QUOTES]
    if score and not best:
        worded = [
            (score * pull(stems([text])), j)
            for j, text in zip(judged, texts, strict=True)
            if j.spoken.voice.is_author
        ]
        best = sorted(worded, key=lambda one: -one[0])[:1]
    ordered = sorted((j for _, j in best), key=lambda j: j.sentence.index)
    return tuple(Quote.model_validate(_quote(j.sentence)) for j in ordered)


def _voices(judged: Sequence[_Judged]) -> tuple[VoiceStance, ...]:
    """Return where each reported voice stands, sentence by sentence."""
    found: list[VoiceStance] = []
    for j in judged:
        if j.spoken.voice.is_author:
            continue
        text, holder = j.sentence.text, str(j.spoken.voice)
        if not j.reported.stray or j.score.parties or on_subject(text, j.score.weight):
            before = found[-1].score if found else None
            at = side(j.reported, text, holder, before)
            given = _quote(j.sentence) | {"voice": j.spoken.voice, "score": at}
            found.append(VoiceStance.model_validate(given))
    return tuple(found)
