"""Sentences in, numbers out: what each shows by its words, its place and its company.

Every feature lies between 0 and 1 (a few may be negative), so that weights can be compared. The
weights are data (`weights.yaml`); this module only observes.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from brief.engines.rules.clauses import Frame, frame
from brief.engines.rules.courtesy import is_courtesy
from brief.engines.rules.cues import dispels
from brief.engines.rules.lexicon import load, phrases, words_of
from brief.engines.rules.phrasing import surroundings, worded
from brief.engines.rules.sentences import Sentence, asks
from brief.engines.rules.shapes import announces, balanced, is_money, past_tenses
from brief.engines.rules.stance.lexicon import OTHER, lexicon
from brief.engines.rules.stance.mentions import BOTH, mentions, spoken_of
from brief.engines.rules.stance.relevance import Context
from brief.engines.rules.stance.scoring import SILENT, Score, score_words
from brief.engines.rules.stance.wording import stems
from brief.engines.rules.stems import content, similarity
from brief.engines.rules.tokens import MOST_TOKENS, Marks, Token, quoted_share, tokens
from brief.engines.rules.voice import Spoken
from brief.model.question import Question
from brief.vocabulary.whole import labels, left_open, unmarked
from brief.vocabulary.words import words as question_words

_SAME = 0.6  # sentences that share more of their words than this say the same
_DIGIT = re.compile(r"\d")
_NO_AMOUNT = re.compile(r"\b(?:1[5-9]|20)\d\d\b|\b[A-Za-z]+-\d+\w*|\bG\d+")
_FEW, _MANY = 12, 24  # sentences of an excerpt, and of a whole text
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_PLAIN = 1.0  # weight from which what a sentence says on the question is plain
_FLOOR = 0.5  # how surely `the two` are the parties, in a text that asks about them
_FIRST_PERSON = frozenset(["i", "we", "our", "my"])
_IS = frozenset(["is", "are", "isn't", "aren't", "remain", "remains", "was", "were"])
_GRADED = ("duty", "forecast", "denial", "verdict", "cause", "event", "document", "reason")
_COUNTED = ("paper", "argues", "looks_at", "furniture", "relation", "stressed")
_ABSTRACT = ("tion", "sion", "ship", "ment", "ness", "ity", "ance", "ence", "ism", "acy")


@dataclass(slots=True)
class Facts:
    """One sentence with all that is known about it."""

    sentence: Sentence
    spoken: Spoken
    words: Sequence[Token]
    frame: Frame
    stems: frozenset[str]
    """Stems of its content words."""
    courtesy: bool = False
    """It is small talk of a meeting and no statement."""
    parties: int = 0
    """How many parties to the question it names ("the two countries" counts as two)."""
    cues: int = 0
    """How many words of the relation asked about stand in it."""
    others: int = 0
    """How many other states or blocs it names."""
    values: dict[str, float] = field(default_factory=dict)
    """The features, by name."""


@cache
def _counted() -> Marks:
    lists = load("marks.yaml")
    return Marks({name: lists[name] for name in (*_GRADED, *_COUNTED)})


@cache
def _connective_group() -> dict[str, str]:
    groups = load("connectives.yaml")
    return {phrase: group for group, phrases_ in groups.items() for phrase in phrases_}


def observe(
    sentences: Sequence[Sentence], spoken: Sequence[Spoken], question: Question, title: str
) -> list[Facts]:
    """Return the facts about each sentence of an article."""
    facts = [_facts(one, said) for one, said in zip(sentences, spoken, strict=True)]
    _relate(facts, question)
    _center(facts, title)
    for place in range(len(facts)):
        facts[place].values.update(_wording(facts[place]))
        facts[place].values.update(_position(facts, place))
        facts[place].values.update(_company(facts, place))
    texts = [fact.sentence.text for fact in facts]
    open_ended = unmarked(texts) | labels(texts)
    for place, fact in enumerate(facts):
        fact.values["unmarked"] = float(place in open_ended or left_open(fact.sentence.text))
    share = _excerpt(facts)
    if share:
        _surround(facts, share)
    return facts


def _excerpt(facts: Sequence[Facts]) -> float:
    """Return how short a text is: 1 where it is an excerpt, 0 where it is long."""
    return max(0.0, min(1.0, (_MANY - len(facts)) / (_MANY - _FEW)))


def _surround(facts: Sequence[Facts], share: float) -> None:
    """Observe what stands around each sentence, times `share`: the less the longer the text."""
    values, stemmed = [fact.values for fact in facts], [fact.stems for fact in facts]
    for place, fact in enumerate(facts):
        found = surroundings(values, stemmed, place)
        fact.values.update((name, share * value) for name, value in found.items())


def _facts(sentence: Sentence, spoken: Spoken) -> Facts:
    words = tokens(sentence.text)[:MOST_TOKENS]
    stems = frozenset(content(words))
    return Facts(sentence, spoken, words, frame(words), stems, is_courtesy(sentence.text))


def _relate(facts: Sequence[Facts], question: Question) -> None:
    """Count the parties and the words of the relation in each sentence; read what it answers."""
    names = lexicon(question)
    context = Context(floor=_FLOOR)
    scores: list[Score] = []
    share = _excerpt(facts)
    for fact in facts:
        text = question_words(fact.sentence.text).first(MOST_TOKENS)
        found = mentions(text, names)
        known = context.salience > _FLOOR
        if fact.spoken.voice.is_author:
            asked = "?" in fact.sentence.text[-3:]
            scores.append(score_words(text, found, names, context, asked=asked))
        else:  # what others answer is no claim of the author's
            context.after(found, len(text))
            scores.append(SILENT)
        together = phrases("together", "marks.yaml").at(fact.words, fact.frame.main) > 0
        fact.values["they"] = float(known and together)
        own = {mention.who for mention in found if mention.who not in (BOTH, OTHER)}
        both = any(mention.who == BOTH for mention in found)
        fact.parties = max(len(own), 2 if both else 0)
        fact.others = len({m.first for m in found if m.who == OTHER})
        fact.cues = len(names.cues.find(text))
        if share:
            fact.values["worded"] = share * worded(stems([(text, spoken_of(found, text))]))
    _answer(facts, scores)


def _answer(facts: Sequence[Facts], scores: Sequence[Score]) -> None:
    """Measure how plainly each sentence answers the question."""
    for fact, one in zip(facts, scores, strict=True):
        fact.values["answers"] = min(1.0, one.weight / 3) * min(1.0, abs(one.score) / 1.5)
        fact.values["explicit"] = float(one.explicit) * min(1.0, one.weight / 2)
        fact.values["leans"] = one.score if one.weight >= _PLAIN else 0.0
        fact.values["outright"] = float(one.explicit and abs(one.score) >= 1.2 and one.weight >= 2)


def _center(facts: Sequence[Facts], title: str) -> None:
    """Measure how much each sentence shares with the rest of the article and with its title."""
    seen = Counter(stem_ for fact in facts for stem_ in fact.stems)
    heading = frozenset(content(tokens(title)))
    raw = []
    for fact in facts:
        weight = sum(math.log(seen[one]) for one in fact.stems if seen[one] > 1)
        raw.append(weight / math.sqrt(len(fact.stems) + 4))
    top = max(raw, default=0.0) or 1.0
    for fact, value in zip(facts, raw, strict=True):
        fact.values["central"] = value / top
        shared = len(fact.stems & heading)
        fact.values["title"] = shared / max(3, len(heading)) if heading else 0.0


def _states(fact: Facts) -> bool:
    """Tell whether the main clause says what something is: `What exists today is …`."""
    main = fact.words[fact.frame.main : fact.frame.main + 12]
    for place, word in enumerate(main):
        if place and word.text in ",;:":
            return False
        if word.low in _IS:
            return place > 0
    return False


def _wording(fact: Facts) -> dict[str, float]:
    """Return what the words of a sentence show by themselves."""
    words, text = fact.words, fact.sentence.text
    lows = [word.low for word in words]
    digits = _DIGIT.search(text) is not None
    count = max(1, sum([word.is_word for word in words]))
    group = _connective_group().get(fact.frame.connective, "")
    capitals = sum([word.is_capital for word in words[1:]])
    # A text that opens with "So" or "But" links to nothing yet.
    values = {f"link_{group}": 1.0} if group and fact.sentence.index else {}
    marks = _counted().count(words)
    for name in _GRADED:
        values[name] = min(1.0, marks[name] / 3)
    values |= {
        "short": max(0.0, (12 - count) / 12),
        "long": max(0.0, min(1.0, (count - 45) / 30)),
        "length": min(1.0, count / 40),
        "digits": min(1.0, len(_DIGIT.findall(text)) / 6) if digits else 0.0,
        "amounts": min(1.0, len(_DIGIT.findall(_NO_AMOUNT.sub("", text))) / 6) if digits else 0.0,
        "year": float(digits and bool(_YEAR.search(text))),
        "money": float(is_money(text)),
        "names": min(1.0, capitals / 10),
        "abstract": min(1.0, sum([low.endswith(_ABSTRACT) for low in lows]) / 5),
        "past": min(1.0, past_tenses(words, lows, fact.frame.main) / 3),
        "quoted": quoted_share(text),
        "colon": float(":" in text[:-1]),
        "announces": float(announces(lows)),
        "question": float(asks(text)),
        "pair": float(fact.parties >= 2),
        "party": float(fact.parties >= 1),
        "cue": min(1.0, fact.cues / 2),
        "pair_cue": float(fact.parties >= 2 and fact.cues > 0),
        "others": min(1.0, fact.others / 3),
        "concessive": float(fact.frame.concessive),
        "dangling": float(phrases("dangling", "marks.yaml").at(words, _first(words)) > 0),
        "first_person": float(not _FIRST_PERSON.isdisjoint(lows)),
        "own": float(phrases("author_phrases").first(words) >= 0),
        "paper_argues": float(marks["paper"] > 0 and marks["argues"] > 0),
        "paper_looks": float(marks["paper"] > 0 and marks["looks_at"] > 0),
        "furniture": float(marks["furniture"] > 0),
        "balance": float(balanced(lows)),
        "states": float(_states(fact)),
        "reported": float(not fact.spoken.voice.is_author),
        "concession": float(fact.spoken.concession),
        "semicolon": float(";" in text),
        "item": float(fact.sentence.kind == "item"),
        "relation": min(1.0, marks["relation"] / 2),
        "relation_subject": float(_relation_subject(fact)),
        "stressed": float(marks["stressed"] > 0),
        "dispels": float(dispels(words, fact.frame.main)),
    }  # fmt: skip
    return values


def _relation_subject(fact: Facts) -> bool:
    """Tell whether the main clause is about a relation: `The partnership of the two is …`."""
    opening = fact.words[fact.frame.main : fact.frame.main + 16]
    for place, word in enumerate(opening):
        if word.low in words_of("finite") or word.text in ";:":
            return phrases("relation", "marks.yaml").first(opening, 0, place) >= 0
    return False


def _first(words: Sequence[Token]) -> int:
    return next((place for place, word in enumerate(words) if word.is_word), 0)


def _position(facts: Sequence[Facts], place: int) -> dict[str, float]:
    """Return where a sentence stands in the article, its section and its paragraph."""
    sentence = facts[place].sentence
    paragraphs = facts[-1].sentence.paragraph - facts[0].sentence.paragraph
    opens = place == 0 or facts[place - 1].sentence.paragraph != sentence.paragraph
    closes = place == len(facts) - 1 or facts[place + 1].sentence.paragraph != sentence.paragraph
    last = sentence.paragraph == facts[-1].sentence.paragraph
    first = sentence.paragraph == facts[0].sentence.paragraph
    share = place / max(1, len(facts) - 1)
    heading = " ".join(sentence.heading[-1:]).lower()
    excerpt = _excerpt(facts)
    return {
        # An excerpt ends where it was cut, not with a conclusion.
        "excerpt_last": excerpt * (place == len(facts) - 1),
        "excerpt_last_paragraph": excerpt * (last and paragraphs > 0),
        "excerpt_first_paragraph": excerpt * (first and paragraphs > 0),
        "excerpt_lead_closes": excerpt * (first and closes and paragraphs > 0),
        "opens": float(opens),
        "closes": float(closes),
        "last_paragraph": float(last and paragraphs > 0),
        "first_paragraph": float(first and paragraphs > 0),
        "last": float(place == len(facts) - 1),
        "penultimate": float(place == len(facts) - 2),
        "first": float(place == 0),
        "late": max(0.0, share - 0.5) * 2,
        "early": max(0.0, 0.5 - share) * 2,
        "last_tenth": float(share >= 0.9),
        "concluding": float(
            bool(heading) and phrases("concluding", "marks.yaml").first(tokens(heading)) >= 0
        ),
    }


def _company(facts: Sequence[Facts], place: int) -> dict[str, float]:
    """Return what the sentences around show: a question before, a view just reported."""
    before = facts[place - 1] if place else None
    near = facts[max(0, place - 3) : place]
    told = any(not one.spoken.voice.is_author or one.spoken.concession for one in near)
    answers = told and (
        "link_contrast" in facts[place].values or phrases("verdicts").first(facts[place].words) >= 0
    )
    asked = before is not None and asks(before.sentence.text)
    return {
        "answers_view": float(answers),
        "answers_question": float(asked),
    }


def same(left: Facts, right: Facts, least: float = _SAME) -> bool:
    """Tell whether two sentences say the same: nearly the same words, and no other number."""
    if similarity(left.stems, right.stems) < least:
        return False
    numbers = [set(_NUMBER.findall(fact.sentence.text)) for fact in (left, right)]
    return numbers[0] <= numbers[1] or numbers[1] <= numbers[0]
