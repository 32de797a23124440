"""Summaries in, one dossier out: order, ages, independent origins, comparable figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from brief.collect.figures import comparisons, conflicts, group, measures
from brief.collect.origins import origins
from brief.collect.subject import of_the_parties
from brief.errors import Diagnostic
from brief.model.document import Document
from brief.model.dossier import Dossier, Side, Source
from brief.model.question import Question
from brief.model.source import Issued
from brief.model.summary import ArticleSummary, Summary

DAYS_A_YEAR = 365.25


def collect(
    summaries: Sequence[Summary],
    question: Question,
    left_out: Sequence[Diagnostic] = (),
    *,
    as_of: date | None = None,
    documents: Sequence[Document] = (),
) -> Dossier:
    """Return the dossier of all summarized articles.

    `as_of` is the date ages count from; without it the newest source's date is taken, so that
    the result depends on nothing but its arguments. `documents` add the articles' own text, in
    which the readers' questions are looked up. The order of the arguments does not matter.
    """
    passages = {article.id: article.passages for doc in documents for article in doc.articles}
    plain = [
        _source(summary, article).model_copy(update={"passages": passages.get(article.id, ())})
        for summary in summaries
        for article in summary.articles
    ]
    today = _issued(as_of) if as_of else max(_dates(plain), default=None, key=str)
    ordered = sorted(plain, key=_by_date)
    shared = origins(ordered)
    sources = tuple(
        source.model_copy(
            update={
                "age": _age(source.issued, today),
                "origin": shared[source.id][0],
                "origin_reason": shared[source.id][1],
                "on_parties": of_the_parties(source, question),
            }
        )
        for source in ordered
    )
    series = group(sources, question)
    return Dossier(
        question=question.text,
        as_of=today,
        dated=as_of is not None,
        sources=sources,
        measures=measures(sources, question),
        series=series,
        conflicts=conflicts(sources, series),
        comparisons=comparisons(sources, question),
        left_out=tuple(sorted(left_out, key=lambda found: (found.place, found.code))),
        engines=tuple(sorted({summary.engine for summary in summaries})),
    )


def _source(summary: Summary, article: ArticleSummary) -> Source:
    fields = ("title", "authors", "families", "affiliation", "publisher", "container", "issued")
    seed = summary.seed
    record = {name: getattr(article, name) for name in (*fields, "language", "url", "genre")}
    return Source(
        **record,
        id=article.id,
        seed=seed.id,
        file=seed.file,
        sha256=seed.sha256,
        note=seed.note,
        thesis=article.thesis,
        evidence=article.evidence,
        figures=article.figures,
        stance=article.stance,
        side=side(article.stance.score),
        origin=article.id,
        reviewed=tuple(dict.fromkeys(mark.who for mark in article.reviewed)),
    )


def side(score: int | None) -> Side:
    """Return the side of the question that a stance score stands on."""
    if score is None:
        return "silent"
    return "for" if score > 0 else "against" if score < 0 else "open"


def _dates(sources: Sequence[Source]) -> list[Issued]:
    return [source.issued for source in sources if source.issued]


def _by_date(source: Source) -> tuple[bool, str, str]:
    return (source.issued is None, str(source.issued or ""), source.id)


def _issued(day: date) -> Issued:
    return Issued(year=day.year, month=day.month, day=day.day)


def _age(issued: Issued | None, today: Issued | None) -> float | None:
    """Return years between two dates; an unknown month or day counts as the middle."""
    if issued is None or today is None:
        return None
    days = (_middle(today) - _middle(issued)).days
    return max(0.0, round(days / DAYS_A_YEAR, 1))


def _middle(issued: Issued) -> date:
    if issued.month is None:
        return date(issued.year, 7, 1)
    return date(issued.year, issued.month, min(issued.day or 15, 28))
