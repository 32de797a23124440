"""A document and a question in, a structured summary out, by rules and word lists alone.

For each article: sentences → voices → facts → thesis, evidence, figures, stance. A pure function
of its arguments: the same document and question give the same summary, whatever else was read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import copysign

from brief.engines.rules.evidence import rank_evidence
from brief.engines.rules.features import Facts, observe
from brief.engines.rules.figures.data import is_measure
from brief.engines.rules.figures.find import find_figures
from brief.engines.rules.figures.found import FoundFigure
from brief.engines.rules.sentences import Sentence, sentences
from brief.engines.rules.stance.document import article_stance
from brief.engines.rules.thesis import rank_thesis
from brief.engines.rules.voice import voices
from brief.model.document import Article, Document, Span
from brief.model.question import Question
from brief.model.summary import (
    AUTHOR,
    ArticleSummary,
    Evidence,
    Figure,
    Stance,
    Summary,
    Thesis,
    Voice,
)
from brief.vocabulary.numbers import stands_in

ENGINE = "rules/1"


def summarize(document: Document, question: Question) -> Summary:
    """Return the summary of every article of `document` for `question`."""
    return Summary(
        engine=ENGINE,
        seed=document.seed,
        question=question.text,
        articles=tuple(_article(article, document, question) for article in document.articles),
    )


def _article(article: Article, document: Document, question: Question) -> ArticleSummary:
    """Return one article, summarized."""
    running = sentences(article)
    spoken = voices(running, article.authors or document.seed.authors)
    facts = observe(running, spoken, question, article.title)
    thesis = rank_thesis(facts)
    claims = [fact.sentence.index for fact in thesis]
    stance = article_stance(running, spoken, question, title=article.title, claims=claims)
    evidence = rank_evidence(facts, thesis)
    return ArticleSummary(
        **{name: getattr(article, name) for name in _RECORD},
        id=article.id,
        thesis=tuple(_thesis(fact) for fact in thesis),
        evidence=tuple(_evidence(fact, stance) for fact in evidence),
        figures=_figures(article, facts),
        stance=stance,
    )


_RECORD = (
    "title", "authors", "families", "affiliation", "publisher", "container", "issued", "language",
    "url", "genre",
)  # fmt: skip


def _thesis(fact: Facts) -> Thesis:
    one = fact.sentence
    return Thesis(text=one.text, start=one.start, end=one.end, passage=one.passage, voice=AUTHOR)


def _evidence(fact: Facts, stance: Stance) -> Evidence:
    one = fact.sentence
    return Evidence(
        text=one.text,
        start=one.start,
        end=one.end,
        passage=one.passage,
        voice=fact.spoken.voice,
        supports="counter" if _counters(fact, stance) else "thesis",
    )


_AGAINST = 0.7
"""Score from which a sentence of the author's own stands on the other side."""


def _counters(fact: Facts, stance: Stance) -> bool:
    """Tell whether a piece of evidence speaks against the author's claim.

    It does when the author only grants it, or when it, or a reported voice in it, stands on the
    other side of the question than the author.
    """
    if fact.spoken.concession:
        return True
    if not stance.score:
        return False
    if fact.values["leans"] * copysign(1, stance.score) <= -_AGAINST:
        return True
    start = fact.sentence.start
    return any(voice.score * stance.score < 0 for voice in stance.voices if voice.start == start)


def _figures(article: Article, facts: Sequence[Facts]) -> tuple[Figure, ...]:
    """Return the figures of an article in order of appearance."""
    year = article.issued.year if article.issued else None
    found = [
        (fact, figure)
        for fact in facts
        if not fact.courtesy
        for figure in find_figures(fact.sentence.text, year=year)
        if not _refers_back(fact.sentence.text, figure)
        and not _only_dates(fact.sentence.text, figure)
        and not _counts_nothing(fact.sentence.text, figure)
        and _is_readable(fact.sentence.text, figure)
    ]
    names = {
        (fact.sentence.start, figure.start): f"{article.id}#f{number}"
        for number, (fact, figure) in enumerate(found, start=1)
    }
    return tuple(_figure(names, fact, figure) for fact, figure in found)


def _is_readable(text: str, figure: FoundFigure) -> bool:
    """Tell whether the independent reader finds the number too: grounding admits no other."""
    ends = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    return all(stands_in(end, text[figure.start : figure.end]) for end in ends)


def _teller(fact: Facts, found: FoundFigure) -> Voice:
    """Return who gives a figure: the voice of its sentence where that is named in it.

    A voice carried over from a sentence before tells how a view goes on, not who counted.
    """
    said, text = fact.spoken, fact.sentence.text
    inside = said.content is None or said.content[0] <= found.start < said.content[1]
    telling = [word.lower() for word in re.findall(r"\w{3,}", str(said.voice))]
    last = next((word for word in reversed(telling) if word != "the"), "")
    return said.voice if inside and last and last in text.lower() else AUTHOR


_PARTIES = re.compile(
    r"(?:both|two) (?:[a-z][\w-]*,? ){0,3}?(?:power|rival|neighbou?r|side|partner|ally|allies"
    r"|enem(?:y|ies)|adversar(?:y|ies)|leader|giant|empire)s?\b",
    re.IGNORECASE,
)
_PAIR = re.compile(r"\b(?:the|these|those|both|its|their|our)\s+two$", re.IGNORECASE)


def _refers_back(text: str, figure: FoundFigure) -> bool:
    """Tell whether a count only names again what was named: `the two countries`, `two rivals`."""
    word = re.match(r"\w*", text[figure.start :])
    parties = _PARTIES.match(text, figure.start)
    if parties and (not figure.unit or parties.end() == figure.end):
        return True
    return bool(word and _PAIR.search(text[: figure.start] + word[0]))


_TIMES = frozenset({"hour", "day", "week", "month", "year"})
_BEHIND = re.compile(r" (?:after|before|later|earlier|ago|since)\b")
_BEFORE = re.compile(r"\b(?:last|past|next|first|previous|coming)(?: few)? $", re.IGNORECASE)


def _only_dates(text: str, figure: FoundFigure) -> bool:
    """Tell whether a few days or years in words only say when: `two days after the talks`."""
    if figure.unit not in _TIMES or not text[figure.start].isalpha():
        return False
    before, behind = text[: figure.start], text[figure.end :]
    return bool(_BEHIND.match(behind) or _BEFORE.search(before))


_NO_MORE = re.compile(r"\b(?:only|just|but|than|least|not|even|merely|single)\s$", re.IGNORECASE)


def _counts_nothing(text: str, figure: FoundFigure) -> bool:
    """Tell whether a number is no count that matters: `one view is`, `per 1,000 people`.

    That there is only one, or not one, does matter.
    """
    if text[: figure.start].endswith("per "):
        return True
    if not text[figure.start].isalpha():
        return False
    if not figure.unit:
        return not figure.measure
    counted = figure.value == 1 and not is_measure(figure.unit)
    return counted and not _NO_MORE.search(text[: figure.start])


def _figure(names: Mapping[tuple[int, int], str], fact: Facts, found: FoundFigure) -> Figure:
    one: Sentence = fact.sentence
    since = "" if found.since is None else names.get((one.start, found.since), "")
    return Figure.model_validate(
        {
            "id": names[one.start, found.start],
            "text": one.text,
            "start": one.start,
            "end": one.end,
            "passage": one.passage,
            "value": found.value,
            "unit": found.unit,
            "change": found.change,
            "measure": found.measure,
            "subject": found.subject,
            "since": since,
            "period": found.period,
            "year": found.year,
            "kind": found.kind,
            "voice": _teller(fact, found),
            "number": Span(start=one.start + found.start, end=one.start + found.end),
        }
    )
