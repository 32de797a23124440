"""A document and a question in, a structured summary out, by rules and word lists alone.

For each article: sentences → voices → facts → thesis, evidence, figures, stance. A pure function
of its arguments: the same document and question give the same summary, whatever else was read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.engines.rules.evidence import rank_evidence
from brief.engines.rules.features import Facts, observe
from brief.engines.rules.figures.find import FoundFigure, find_figures
from brief.engines.rules.sentences import Sentence, sentences
from brief.engines.rules.stance.document import article_stance
from brief.engines.rules.thesis import rank_thesis
from brief.engines.rules.voice import voices
from brief.model.document import Article, Document, Span
from brief.model.question import Question
from brief.model.summary import AUTHOR, ArticleSummary, Evidence, Figure, Stance, Summary, Thesis
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
    "title", "authors", "affiliation", "publisher", "container", "issued", "language", "url",
    "genre",
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


def _counters(fact: Facts, stance: Stance) -> bool:
    """Tell whether a piece of evidence speaks against the author's claim.

    It does when the author only grants it, or when a reported voice in it stands on the other
    side of the question than the author.
    """
    if fact.spoken.concession:
        return True
    if stance.score is None:
        return False
    start = fact.sentence.start
    return any(voice.score * stance.score < 0 for voice in stance.voices if voice.start == start)


def _figures(article: Article, facts: Sequence[Facts]) -> tuple[Figure, ...]:
    """Return the figures of an article in order of appearance."""
    year = article.issued.year if article.issued else None
    found = [
        (fact, figure)
        for fact in facts
        for figure in find_figures(fact.sentence.text, year=year)
        if not _refers_back(fact.sentence.text, figure) and _is_readable(fact.sentence.text, figure)
    ]
    return tuple(
        _figure(f"{article.id}#f{number}", fact, figure)
        for number, (fact, figure) in enumerate(found, start=1)
    )


def _is_readable(text: str, figure: FoundFigure) -> bool:
    """Tell whether the independent reader finds the number too: grounding admits no other."""
    ends = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    return all(stands_in(end, text[figure.start : figure.end]) for end in ends)


_PAIR = re.compile(r"\b(?:the|these|those|both|its|their|our)\s+two$", re.IGNORECASE)


def _refers_back(text: str, figure: FoundFigure) -> bool:
    """Tell whether a count only names again what was named: `the two countries`."""
    word = re.match(r"\w*", text[figure.start :])
    return bool(word and _PAIR.search(text[: figure.start] + word[0]))


def _figure(identity: str, fact: Facts, found: FoundFigure) -> Figure:
    one: Sentence = fact.sentence
    return Figure.model_validate(
        {
            "id": identity,
            "text": one.text,
            "start": one.start,
            "end": one.end,
            "passage": one.passage,
            "value": found.value,
            "unit": found.unit,
            "change": found.change,
            "measure": found.measure,
            "period": found.period,
            "year": found.year,
            "kind": found.kind,
            "voice": fact.spoken.voice,
            "number": Span(start=one.start + found.start, end=one.start + found.end),
        }
    )
