"""A summary and a person's corrections in; the corrected summary and what no longer fits out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, TypeVar

from brief.errors import Diagnostic
from brief.model.document import Article, Document, Passage
from brief.model.question import Question
from brief.model.review import Review
from brief.model.summary import (
    ArticleSummary,
    Correction,
    Evidence,
    Quote,
    Stance,
    Summary,
    Thesis,
    Voice,
)

_SHORTEST = 20  # characters by which evidence may be named without its end
_CLASSES = ("'’‘ʼ´`", '"“”„«»', "-–—‑")
_ALIKE = {sign: f"[{re.escape(signs)}]" for signs in _CLASSES for sign in signs}
Kind = TypeVar("Kind", bound=Quote)
Field = Literal["stance", "thesis", "evidence"]


def apply_reviews(
    summary: Summary, document: Document, question: Question, reviews: Sequence[Review]
) -> Summary:
    """Return `summary` corrected by the reviews of its seed.

    A correction whose article or words are not in the seed any more changes nothing
    and becomes a diagnostic `review-stale` of the summary.
    """
    stale: list[Diagnostic] = []
    articles = {article.id: article for article in summary.articles}
    sources = {article.id: article for article in document.articles}
    for number, review in enumerate(reviews, 1):
        if review.seed != summary.seed.id:
            continue
        place = f"reviews.yaml: correction {number} ({review.seed})"
        key = review.article or (next(iter(articles)) if len(articles) == 1 else "")
        if key not in articles:
            stale.append(_stale(place, f"there is no article '{key}'"))
            continue
        corrector = _Corrector(sources[key], review, question, place, stale)
        articles[key] = corrector.correct(articles[key])
    return summary.model_copy(
        update={
            "articles": tuple(articles.values()),
            "diagnostics": (*summary.diagnostics, *stale),
        }
    )


class _Corrector:
    """One review on its way into one article."""

    def __init__(
        self,
        source: Article,
        review: Review,
        question: Question,
        place: str,
        stale: list[Diagnostic],
    ) -> None:
        self.source, self.review, self.question = source, review, question
        self.place, self.stale = place, stale

    def correct(self, article: ArticleSummary) -> ArticleSummary:
        """Return the article with stance, thesis and evidence as the person has them."""
        for step in (self._stance, self._thesis, self._evidence):
            article = step(article)
        return article

    def _stance(self, article: ArticleSummary) -> ArticleSummary:
        given = self.review.stance
        if given is None:
            return article
        score = None if given == "not addressed" else int(given)
        label = self.question.labels["none" if score is None else str(score)]
        stance = article.stance.model_copy(
            update={"score": score, "label": label, "confidence": "high"}
        )
        return self._done(article, "stance", {"stance": Stance.model_validate(stance.model_dump())})

    def _thesis(self, article: ArticleSummary) -> ArticleSummary:
        found = [t for words in self.review.thesis if (t := self._find(words, Thesis))]
        if not found:
            return article
        kept = _others(article.evidence, found)
        return self._done(article, "thesis", {"thesis": tuple(found), "evidence": kept})

    def _evidence(self, article: ArticleSummary) -> ArticleSummary:
        added = [
            found.model_copy(update={"supports": item.supports, "voice": Voice(item.voice)})
            for item in self.review.add
            if (found := self._find(item.text, Evidence))
        ]
        dropped = [words for words in self.review.drop if self._names_evidence(article, words)]
        if not added and not dropped:
            return article
        kept = [e for e in article.evidence if not any(_begins(e.text, w) for w in dropped)]
        return self._done(article, "evidence", {"evidence": (*added, *_others(kept, added))})

    def _names_evidence(self, article: ArticleSummary, words: str) -> bool:
        fits = any(
            _begins(e.text, words) and (len(words) >= _SHORTEST or len(e.text) <= len(words))
            for e in article.evidence
        )
        if not fits:
            self.stale.append(_stale(self.place, f"no evidence reads “{_short(words)}”"))
        return fits

    def _find(self, words: str, kind: type[Kind]) -> Kind | None:
        """Return the words as a quote of the passage they stand in."""
        pattern = _pattern(words)
        for passage in self.source.passages if words.strip() else ():
            match = pattern.search(passage.text)
            if match:
                return kind.model_validate(_quote(passage, match.start(), match.group()))
        self.stale.append(_stale(self.place, f"“{_short(words)}” is not in the seed"))
        return None

    def _done(
        self, article: ArticleSummary, field: Field, update: dict[str, object]
    ) -> ArticleSummary:
        mark = Correction(
            field=field, who=self.review.who, when=self.review.when, why=self.review.why
        )
        return article.model_copy(update={**update, "reviewed": (*article.reviewed, mark)})


def _pattern(words: str) -> re.Pattern[str]:
    """Return what finds the words in a seed; blanks, quotes and dashes may be typed otherwise."""
    parts = [
        "".join(_ALIKE.get(sign) or re.escape(sign) for sign in part) for part in words.split()
    ]
    return re.compile(r"\s+".join(parts))


def _begins(text: str, words: str) -> bool:
    return bool(words.strip()) and _pattern(words).match(text) is not None


def _others(items: Iterable[Evidence], given: Sequence[Quote]) -> tuple[Evidence, ...]:
    """Return the evidence that does not overlap what a person gave."""
    return tuple(
        item
        for item in items
        if not any(item.start < one.end and one.start < item.end for one in given)
    )


def _quote(passage: Passage, at: int, words: str) -> dict[str, object]:
    start = passage.start + at
    return {"text": words, "start": start, "end": start + len(words), "passage": passage.id}


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:57]}..."


def _stale(place: str, message: str) -> Diagnostic:
    return Diagnostic(
        code="review-stale",
        severity="warning",
        place=place,
        message=f"{message}; the correction was not applied.",
        hint="Compare it with the seed and mend or delete it.",
    )
