"""The sentences of an article in, its stance out: the author's, and each reported voice's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from brief.engines.rules.sentences import Sentence
from brief.engines.rules.stance.lexicon import OTHER, Lexicon, lexicon, phrases
from brief.engines.rules.stance.mentions import BOTH, Mention, mentions, named
from brief.engines.rules.stance.relevance import Context
from brief.engines.rules.stance.scoring import (
    Score,
    concedes,
    concludes,
    score_words,
    turns,
)
from brief.engines.rules.voice import Spoken
from brief.model.question import Question
from brief.model.summary import AUTHOR, Confidence, Quote, Stance, VoiceStance
from brief.vocabulary.words import Word, words

_SURE, _STRONG = 0.35, 1.3
"""Means from which a stance leans (±1), and from which it is plain (±2)."""
_CLAIMS = (2.5, 1.5, 1.2)
"""Factors on the sentences that carry the central claim, best first."""
_SHORT = 15  # sentences of a text in which they count in full; in a longer one others repeat them
_NEITHER = 0.2  # weight that stands on neither side
# These were set together, as the best of 864 combinations by macro-F1, error and wrong side on 88
# texts (the originals, and passages that two authors wrote for development).
_SAID, _SAID_EACH = 0.3, 0.035
_MET, _MET_ONE = 0.6, 0.5  # least salience where both parties are named at all, or one
_TITLE = 0.7  # weight of the title against a sentence
_CONCEDED = 0.15  # weight of a sentence the author only grants
_ENDORSED = 0.5  # weight of a reported view the author adopts
_REPORTER = 0.6  # factor on the lean of a text that mostly reports
_ON_TOPIC = 0.9  # salience of the pair in what others are reported to say
_HEARD, _HEARD_PLAIN = 0.15, 1.2  # scores from which a reported sentence leans, and is plain
_RARE = 0.1  # times one party is named, for each time the other is, in a text about both
_TOGETHER = 2  # sentences that speak of `the two`, from which one name will do
_PERSONAL = 0.2  # share of its sentences in the first person
_FIRST_PERSON = frozenset(["i", "we", "my", "our", "i'm", "i’m", "we’re", "we're"])
_GUEST = 0.6  # share of the sentences that makes a voice the text's own
_MOST_WORDS = 400  # words of a sentence that are read
_HOLDER = 20  # words in which the holder's name is looked for
_OPENING = 10  # words in which a sentence says who speaks
_QUOTES = 3  # deciding sentences shown


@dataclass(frozen=True, slots=True)
class _Judged:
    """A sentence with its score, and its weight in the author's stance."""

    sentence: Sentence
    spoken: Spoken
    score: Score
    weight: float
    place: float
    """What its place and its opening make of its weight."""


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
    judged = _judge(sentences, spoken, texts, lex, context)
    heading = _title(title, lex)
    judged = _guest(judged)
    factors = _factors(claims, len(judged))
    own = [
        (j.score.score, j.weight * factors.get(j.sentence.index, 1.0)) for j in judged if j.weight
    ]
    if heading.weight:
        own.append((heading.score, heading.weight * _TITLE))
    enough = _SAID + _SAID_EACH * len(judged)
    score, mean, total = _weigh(own, enough, reports=_mostly_reports(judged))
    label = question.labels["none" if score is None else str(score)]
    return Stance(
        score=score,
        label=label,
        confidence=_confidence(score, mean, total, own),
        quotes=_deciding(judged, score),
        voices=_voices(judged),
    )


Text = tuple[list[Word], list[Mention]]
"""The words of a sentence, and who is named in it."""


def _named_words(text: str, lex: Lexicon) -> Text:
    """Return the words of a text and the names in it."""
    split = words(text)[:_MOST_WORDS]
    return split, mentions(split, lex)


def _names_them(texts: Sequence[Text], title: str, lex: Lexicon) -> bool:
    """Tell whether a text is about the parties: names two of them, or one and its own `we`.

    A text that names one party often and the other hardly ever is about somebody else. One that
    names neither may still be, as its reader knows.
    """
    every = [*texts, _named_words(title, lex)]
    counts = Counter(who for _, found in every for who in {m.who for m in found} - {BOTH, OTHER})
    ours = any(word.text in ("we", "our") for text, _ in texts for word in text)
    together = sum(any(m.who == BOTH for m in found) for _, found in every)
    if len(counts) < 2:
        return not counts or ours or together >= _TOGETHER
    first, second = (count for _, count in counts.most_common(2))
    return second >= _RARE * first


def _focus(texts: Sequence[Text], lex: Lexicon, title: str) -> float:
    """Return how much the article is about the pair: the least salience of `the two`."""
    around = [named(found, 0, len(text)) for text, found in texts]
    count = max(1, len(texts))
    pair = sum(one.pair for one in around) / count
    some = sum(bool(one.parties) or one.both for one in around) / count
    head, heads = _named_words(title, lex)
    in_title = named(heads, 0, len(head)).pair
    met = len({party for one in around for party in one.parties})
    least = _MET if met > 1 else _MET_ONE * met
    return min(0.85, max(least, 1.2 * pair + 0.6 * some + (0.2 if in_title else 0.0)))


def _judge(
    sentences: Sequence[Sentence],
    spoken: Sequence[Spoken],
    texts: Sequence[Text],
    lex: Lexicon,
    context: Context,
) -> list[_Judged]:
    """Score every sentence in order, each in the light of those before."""
    judged: list[_Judged] = []
    for sentence, said, (text, found) in zip(sentences, spoken, texts, strict=True):
        asked = sentence.text.rstrip("\"'”’)] ").endswith("?")
        if said.voice.is_author:
            score = score_words(text, found, lex, context, asked=asked)
        else:
            score = _reported(
                text, _without_holder(text, found, str(said.voice)), lex, context, asked=asked
            )
        place = _place(sentence.index, len(sentences), text) if score.weight else 1.0
        weight = score.weight * place * _voice(said, text)
        judged.append(_Judged(sentence, said, score, weight, place))
    return judged


def _reported(
    text: list[Word], found: list[Mention], lex: Lexicon, context: Context, *, asked: bool
) -> Score:
    """Score what another is reported to say: on the subject of the text, or not worth reporting."""
    salience, rival = context.salience, context.rival
    if context.floor >= _MET_ONE:
        context.salience, context.rival = max(salience, _ON_TOPIC), 0.0
    score = score_words(text, found, lex, context, asked=asked)
    context.salience, context.rival = salience, rival
    context.after(found, len(text))
    return score


def _without_holder(text: list[Word], found: list[Mention], voice: str) -> list[Mention]:
    """Drop who only speaks: others in the holder's name, or before `Japanese officials say that`.

    An aside about the holder (`mainly in Europe,`) goes with the name.
    """
    opening = [word.text for word in text]
    said = opening.index("that") if "that" in opening[:_OPENING] else 0
    head = voice.casefold().split()[:1]
    start = next((n for n, word in enumerate(opening[:_HOLDER]) if [word] == head), -1)
    if start >= 0:
        said = max(said, start + len(words(voice)))
        if said < len(text) and "," in text[said].gap:
            said = next((n for n in range(said + 1, len(text)) if "," in text[n].gap), said)
    return [mention for mention in found if mention.who != OTHER or mention.first >= said]


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
    return [
        replace(j, spoken=Spoken(AUTHOR), weight=j.score.weight * j.place)
        if j.spoken.voice == voice
        else j
        for j in judged
    ]


def _voice(said: Spoken, text: list[Word]) -> float:
    """Return how much a sentence counts for the author."""
    if not said.voice.is_author:
        vouching = phrases("factive").find(text[:_OPENING])
        vouched = any(hit.first and text[hit.first - 1].text != "to" for hit in vouching)
        return _ENDORSED if said.endorsed or vouched else 0.0
    surveyed = any(hit.first == 0 for hit in phrases("surveyed").find(text[:4]))
    return _CONCEDED if said.concession or surveyed else 1.0


def _place(index: int, count: int, text: list[Word]) -> float:
    """Return how much a sentence counts by where it stands and how it opens."""
    weight = 1.0
    if count >= 6 and index >= count - max(2, count // 8):
        weight *= 1.6
    if concludes(text):
        weight *= 1.5
    if turns(text):
        weight *= 1.3
    if concedes(text):
        weight *= 0.3
    return weight


def _factors(claims: Sequence[int], count: int) -> dict[int, float]:
    """Return what carrying the central claim makes of a sentence's weight, by its index."""
    share = min(1.0, _SHORT / max(1, count))
    return {index: 1.0 + (most - 1.0) * share for index, most in zip(claims, _CLAIMS, strict=False)}


def _title(title: str, lex: Lexicon) -> Score:
    """Return what the title says; a title that asks says nothing."""
    text, found = _named_words(title, lex)
    return score_words(text, found, lex, Context(salience=0.0), asked="?" in title)


def _weigh(
    own: Sequence[tuple[float, float]], enough: float, *, reports: bool
) -> tuple[int | None, float, float]:
    """Return the score, the weighted mean it comes from, and the total weight.

    A little weight on neither side keeps a text that says little near 0.
    """
    total = sum(weight for _, weight in own)
    if total < enough:
        return None, 0.0, total
    pull = sum(score * weight for score, weight in own)
    mean = pull / (total + _NEITHER) * (_REPORTER if reports else 1.0)
    return grade(mean), mean, total


def grade(mean: float, sure: float = _SURE, strong: float = _STRONG) -> int:
    """Return a mean as one of the five scores; `sure` makes it ±1, `strong` ±2."""
    size = 2 if abs(mean) >= strong else 1 if abs(mean) >= sure else 0
    return size if mean > 0 else -size


def _mostly_reports(judged: Sequence[_Judged]) -> bool:
    """Tell whether a text mostly reports views of both sides, so that its own words lean less."""
    own = sum(j.weight for j in judged)
    others = [j.score for j in judged if not j.spoken.voice.is_author and j.score.weight]
    sides = {one.score > 0 for one in others}
    return len(sides) == 2 and sum(one.weight for one in others) > 2 * own


def _confidence(
    score: int | None, mean: float, total: float, own: Sequence[tuple[float, float]]
) -> Confidence:
    """Return how sure: high when much is said and nearly all on one side, low when little is."""
    if score is None:
        return "moderate" if total == 0 else "low"
    agree = sum(weight for value, weight in own if value * (score or mean) > 0)
    if score == 0:
        return "moderate" if total >= 6 else "low"
    if total >= 8 and agree >= 0.8 * total:
        return "high"
    return "moderate" if total >= 3 and agree >= 0.6 * total else "low"


def _quote(sentence: Sentence) -> dict[str, object]:
    return {
        "text": sentence.text,
        "start": sentence.start,
        "end": sentence.end,
        "passage": sentence.passage,
    }


def _deciding(judged: Sequence[_Judged], score: int | None) -> tuple[Quote, ...]:
    """Return the author's sentences that weigh most on the side of the score, in order."""
    if score is None:
        return ()
    own = [j for j in judged if j.weight and j.spoken.voice.is_author]

    def pull(j: _Judged) -> float:
        side = abs(j.score.score) if score == 0 else j.score.score * score
        return side * j.weight

    best = sorted((j for j in own if pull(j) > 0), key=lambda j: -pull(j))[:_QUOTES]
    ordered = sorted(best, key=lambda j: j.sentence.index)
    return tuple(Quote.model_validate(_quote(j.sentence)) for j in ordered)


def _voices(judged: Sequence[_Judged]) -> tuple[VoiceStance, ...]:
    """Return where each reported voice stands, sentence by sentence."""
    found = [
        VoiceStance.model_validate(
            _quote(j.sentence)
            | {"voice": j.spoken.voice, "score": grade(j.score.score, _HEARD, _HEARD_PLAIN)}
        )
        for j in judged
        if not j.spoken.voice.is_author and (j.score.weight >= 0.2 or j.score.parties)
    ]
    return tuple(found)
