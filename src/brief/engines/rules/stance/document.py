"""The sentences of an article in, its stance out: the author's, and each reported voice's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from brief.engines.rules.sentences import Sentence
from brief.engines.rules.stance.aggregation import Aggregate, aggregate, claimed, firm, graded
from brief.engines.rules.stance.discourse import at_play
from brief.engines.rules.stance.judged import SAID, Judged, Text, guest, judge, named_words
from brief.engines.rules.stance.lexicon import OTHER, Lexicon, lexicon, phrases
from brief.engines.rules.stance.mentions import BOTH, named
from brief.engines.rules.stance.relevance import MET, MET_ONE, Context
from brief.engines.rules.stance.reported_stance import on_subject, side
from brief.engines.rules.stance.scoring import Score, score_words
from brief.engines.rules.stance.wording import pull, stems, weighed
from brief.engines.rules.voice import Spoken
from brief.model.question import Question
from brief.model.summary import Confidence, Quote, Stance, VoiceStance
from brief.vocabulary.words import lows

_MUCH, _ENOUGH, _FIRM = 8.0, 3.0, 0.6  # totals and a mean that make a stance sure
_RARE = 0.1  # times one party is named, for each time the other is, or others, in a text on both
_TOGETHER = 2  # sentences that speak of `the two`, from which one name will do
_DENIED, _OUTDONE = 1.2, 0.6
"""What a sentence says against the relation by its name, from which the author denies it, and the
share of that which one that affirms it may say."""
_QUOTES = 3  # deciding sentences shown
_WORDED = "alliance"  # relation that the words of whole texts were fitted to


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
    texts = [named_words(sentence.text, lex) for sentence in sentences]
    if not _names_them(texts, title, lex):
        return Stance(score=None, label=question.labels["none"], confidence="high")
    context = Context(floor=_focus(texts, lex, title))
    judged = guest(judge(sentences, spoken, texts, lex, context, claims))
    heading = _title(title, lex, context.floor)
    said = [j.said for j in judged]
    found = aggregate(said, title=(heading.score, heading.weight))
    read = way = graded(found)
    if question.relation.name == _WORDED:
        worded = stems(texts)
        toned = found.explicit < SAID  # read from the tone alone: nothing is said of the relation
        way = weighed(read, worded, firm=firm(found), faint=toned)
        if not (read or way):
            way = weighed(claimed(found, said), worded, faint=True)
    if way >= 0 and _denies(judged):
        way = -1  # neither for it nor open, however warm the rest: closeness is not it
    if way == 2 and _grants(judged):
        way = 1  # what he grants to be no alliance is something close to one
    if way == -2 and _reserves(judged, texts):
        way = -1  # what cannot be excluded is not ruled out
    silent = (way == 0 and not _addressed(judged, found, texts)) or not _speaks(judged)
    silent |= not _of_the_two(judged, found, title, lex)
    silent |= at_play([text for text, _ in texts]) and not any(one.explicit for one in said)
    score = None if silent else way
    return Stance(
        score=score,
        label=question.labels["none" if score is None else str(score)],
        confidence=_confidence(score, found) if score in (read, None) else "low",
        quotes=_deciding(judged, found, score, texts),
        voices=_voices(judged),
    )


def _denies(judged: Sequence[Judged]) -> bool:
    """Tell whether the author denies the relation by its name, and nowhere says that it is so.

    What he only grants, or what the next sentence answers with `but`, does not count.
    """
    answered = [*(j.said.move.turns for j in judged[1:]), False][: len(judged)]
    plain = [
        j.score.outright
        for j, turned in zip(judged, answered, strict=True)
        if _states(j) and not (turned or j.said.conceded)
    ]
    most = -min(plain, default=0.0)
    return most > _DENIED and max(plain, default=0.0) < _OUTDONE * most


def _grants(judged: Sequence[Judged]) -> bool:
    """Tell whether the author grants that it is not the relation by its name."""
    return any(_states(j) and j.score.outright < 0 for j in judged)


def _states(one: Judged) -> bool:
    """Tell whether an author says a thing himself, as settled, and as no view that many hold."""
    said = one.said
    return bool(said.voice) and not (said.asked or said.unsettled or said.move.common)


def _reserves(judged: Sequence[Judged], texts: Sequence[Text]) -> bool:
    """Tell whether the author says that the relation, named by then, may come about."""
    found = phrases("reserved")
    named = [j.said.explicit and not j.said.asked for j in judged]
    return any(
        j.said.voice and any(named[max(0, at - 1) : at + 1]) and found.find(text)
        for at, (j, (text, _)) in enumerate(zip(judged, texts, strict=True))
    )


def _speaks(judged: Sequence[Judged]) -> bool:
    """Tell whether the author says anything himself: a text of others' words alone has no view."""
    return any(j.said.voice for j in judged)


def _of_the_two(judged: Sequence[Judged], told: Aggregate, title: str, lex: Lexicon) -> bool:
    """Tell whether a text whose title names somebody else too speaks of the two itself.

    Where the title is on one of them and somebody else, it must name the relation of the two, or
    speak of them most of the time.
    """
    _, heads = named_words(title, lex)
    who = {mention.who for mention in heads}
    if OTHER not in who or told.paired > _MOSTLY or any(j.said.explicit for j in judged):
        return True
    if len(who - {OTHER, BOTH}) == 1:
        return False
    speaks = any(j.said.paired or j.score.weight > SAID for j in judged)
    return speaks or heads[0].who != OTHER  # "Chile and the Peru-Oman pact" may be on Chile alone


def _addressed(judged: Sequence[Judged], found: Aggregate, texts: Sequence[Text]) -> bool:
    """Tell whether a text that leans to no side speaks of the relation at all.

    One that says so of itself does not: `the paper does not discuss whether they are allies`.
    """
    for j, (text, _) in zip(judged, texts, strict=True):
        if j.said.voice and j.said.explicit and phrases("silent").find(text):
            return False
    open_ = any(j.said.voice and j.said.unsettled and j.said.paired for j in judged)
    return open_ or found.explicit >= SAID


_MOSTLY = 0.5  # share of the sentences on the two from which a text is on them
_OURS = frozenset(["we", "our"])


def _names_them(texts: Sequence[Text], title: str, lex: Lexicon) -> bool:
    """Tell whether a text is about the parties: names two of them, or one and its own `we`.

    A text that names one party, or others, often and the other party hardly ever is about somebody
    else. One that names neither may still be, as its reader knows, unless it speaks of other states
    more than of `the two`.
    """
    every = [*texts, named_words(title, lex)]
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
    head, heads = named_words(title, lex)
    in_title = named(heads, 0, len(head)).pair
    met = len({party for one in around for party in one.parties})
    least = MET if met > 1 else MET_ONE * met
    return min(0.85, max(least, 1.2 * pair + 0.6 * some + (0.2 if in_title else 0.0)))


_WHY = ("Why are ", "Why is ", "Why do ", "Why does ", "Why did ")
_WHY_ELSE = ("Why are we", "Why is it", "Why do we", "Why do so", "Why do some", "Why do many")
"""Openings of a question that takes for granted what it asks the reason of, and of others."""


def _title(title: str, lex: Lexicon, salience: float) -> Score:
    """Return what the title says; a title that asks says nothing, but of what it asks why.

    One that names no other state is on the two as surely (`salience`) as its text is.
    """
    text, found = named_words(title, lex)
    other = any(one.who == OTHER for one in found)
    context = Context(salience=0.0 if other else salience)
    why = title.startswith(_WHY) and not (title.startswith(_WHY_ELSE) or " so " in title)
    return score_words(text, found, lex, context, asked="?" in title and not why)


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
    judged: Sequence[Judged], found: Aggregate, score: int | None, texts: Sequence[Text]
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


def _voices(judged: Sequence[Judged]) -> tuple[VoiceStance, ...]:
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
