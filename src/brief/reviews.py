"""A summary and a person's corrections in; the corrected summary and what no longer fits out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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
Numbered = tuple[int, Review]
"""A correction with its number in the file."""
Said = tuple[int, str]
"""What the correction of a number says."""
Field = Literal["stance", "thesis", "evidence"]


def apply_reviews(
    summary: Summary, document: Document, question: Question, reviews: Sequence[Review]
) -> Summary:
    """Return `summary` corrected by the reviews of its seed.

    A correction whose article or words are not in the seed any more changes nothing
    and becomes a diagnostic `review-stale` of the summary; where two are at odds, neither changes
    anything, and that is an error.
    """
    said: list[Diagnostic] = []
    articles = {article.id: article for article in summary.articles}
    sources = {article.id: article for article in document.articles}
    own: dict[str, list[Numbered]] = {}
    for number, review in enumerate(reviews, 1):
        if review.seed != summary.seed.id:
            continue
        key = review.article or (next(iter(articles)) if len(articles) == 1 else "")
        if key in articles:
            own.setdefault(key, []).append((number, review))
        else:
            said.append(_stale(_place(review.seed, number), f"there is no article '{key}'"))
    for key, numbered in own.items():
        agreed, at_odds = settled(numbered, articles[key])
        said += at_odds
        for number, review in agreed:
            place = _place(review.seed, number)
            said += _too_early(articles[key], review, place)
            corrector = _Corrector(sources[key], review, question, place, said)
            articles[key] = corrector.correct(articles[key])
    return summary.model_copy(
        update={
            "articles": tuple(articles.values()),
            "diagnostics": (*summary.diagnostics, *said),
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
        fits = any(_names(item, words) for item in article.evidence)
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


def _names(item: Evidence, words: str) -> bool:
    """Tell whether words name an item: they are its own, or begin it and are not too few."""
    long_enough = len(words) >= _SHORTEST or len(item.text) <= len(words)
    return long_enough and _begins(item.text, words)


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


def _place(seed: str, *numbers: int) -> str:
    """Return where corrections stand, by their numbers in the file."""
    each = " and ".join(map(str, dict.fromkeys(numbers)))
    return f"reviews.yaml: correction{'s' if len({*numbers}) > 1 else ''} {each} ({seed})"


def _stale(place: str, message: str) -> Diagnostic:
    return Diagnostic(
        code="review-stale",
        severity="warning",
        place=place,
        message=f"{message}; the correction was not applied.",
        hint="Compare it with the seed and mend or delete it.",
    )


def _too_early(article: ArticleSummary, review: Review, place: str) -> Iterator[Diagnostic]:
    """Yield a warning where a text was reviewed before its date; an issue may be dated ahead."""
    issued = str(article.issued or "")
    if review.when[: len(issued)] < issued:
        yield Diagnostic(
            code="review-early",
            severity="warning",
            place=place,
            message=f"it was made on {review.when}, before the text appeared ({issued}).",
            hint="Mend `when`, or give the date of the text in references.yaml.",
        )


# What two corrections say otherwise


def settled(
    numbered: Sequence[Numbered], article: ArticleSummary
) -> tuple[list[Numbered], list[Diagnostic]]:
    """Return the corrections of an article without that in which they are at odds, and that."""
    said: list[Diagnostic] = []
    left = dict(numbered)
    for field, says in _fields_at_odds(numbered):
        said.append(_at_odds(numbered, f"they give article {article.id} the {field}", says))
        empty = None if field == "stance" else ()
        left = {n: one.model_copy(update={field: empty}) for n, one in left.items()}
    for text, says in _items_at_odds(numbered, article.evidence):
        said.append(_at_odds(numbered, f"“{_short(text)}” is", says))
        for number, one in left.items():
            add = tuple(item for item in one.add if not _same(item.text, text))
            drop = tuple(words for words in one.drop if not _means(words, text, article.evidence))
            left[number] = one.model_copy(update={"add": add, "drop": drop})
    return list(left.items()), said


def _fields_at_odds(numbered: Sequence[Numbered]) -> Iterator[tuple[str, list[Said]]]:
    """Yield the fields that are given twice and not alike: who gives what."""
    stances = [(n, f"{one.stance}") for n, one in numbered if one.stance is not None]
    if len({score for _, score in stances}) > 1:
        yield "stance", stances
    theses = [(n, one.thesis) for n, one in numbered if one.thesis]
    for _, given in theses[1:]:
        first = theses[0][1]
        if len(given) != len(first) or not all(map(_same, given, first)):
            yield "thesis", [(n, f"“{_short(words[0])}”") for n, words in theses]
            return


def _items_at_odds(
    numbered: Sequence[Numbered], evidence: Sequence[Evidence]
) -> Iterator[tuple[str, list[Said]]]:
    """Yield the words that are added in two ways, or added and dropped: who does which."""
    done: list[str] = []
    for text in (item.text for _, one in numbered for item in one.add):
        if any(_same(text, words) for words in done):
            continue
        done.append(text)
        says = [
            (number, f"added ({item.supports}, {item.voice})")
            for number, one in numbered
            for item in one.add
            if _same(item.text, text)
        ]
        says += [
            (number, "dropped")
            for number, one in numbered
            if any(_means(words, text, evidence) for words in one.drop)
        ]
        if len({how for _, how in says}) > 1:
            yield text, says


def _means(words: str, text: str, evidence: Sequence[Evidence]) -> bool:
    """Tell whether a text is the item of evidence that is dropped by these words."""
    named = [item.text for item in evidence if _names(item, words)]
    return any(_same(text, one) for one in (words, *named))


def _same(one: str, other: str) -> bool:
    return _pattern(one).fullmatch(" ".join(other.split())) is not None


def _at_odds(numbered: Sequence[Numbered], what: str, says: Sequence[Said]) -> Diagnostic:
    each = " and ".join(dict.fromkeys(how for _, how in says))
    return Diagnostic(
        code="review-contradicts",
        severity="error",
        place=_place(numbered[0][1].seed, *sorted(number for number, _ in says)),
        message=f"{what} {each}; none of this was applied.",
        hint="Keep one of them.",
    )
