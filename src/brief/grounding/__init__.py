"""A summary in; the violations out. Nothing passes that is not verbatim in its seed."""

from __future__ import annotations

from collections.abc import Iterator

from brief.errors import BriefError, Diagnostic
from brief.model.document import Document, Passage
from brief.model.summary import ArticleSummary, Figure, Quote, Summary
from brief.vocabulary.numbers import stands_in


def admit(summary: Summary, document: Document, raw: str) -> Summary:
    """Return `summary` unchanged, or raise a `BriefError` that names every violation."""
    violations = tuple(ground(summary, document, raw))
    if violations:
        raise BriefError(*violations)
    return summary


def ground(summary: Summary, document: Document, raw: str) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each item that does not trace to the seed.

    Checked: the seed is the one summarized; every article is the document's; every text
    is `raw[start:end]`, lies in the passage named and is not empty; every figure's number
    lies in its text and reads as the figure's value.
    """
    seed = summary.seed
    if (seed.id, seed.sha256) != (document.seed.id, document.seed.sha256):
        yield _violation(seed.file, "summary", "it was made from another version of the seed")
        return
    articles = {article.id: article for article in document.articles}
    for article in summary.articles:
        source = articles.get(article.id)
        if source is None:
            yield _violation(seed.file, article.id, "there is no such article in the seed")
            continue
        passages = {passage.id: passage for passage in source.passages}
        for item, quote in _quotes(article):
            place = f"{seed.file}: {quote.passage}"
            problem = _unfaithful(quote, raw, passages)
            if problem is None and isinstance(quote, Figure):
                problem = _untrue(quote, raw)
            if problem:
                yield _violation(place, item, problem)


def _quotes(article: ArticleSummary) -> Iterator[tuple[str, Quote]]:
    """Yield every quote with the name of the item it belongs to."""
    groups: tuple[tuple[str, tuple[Quote, ...]], ...] = (
        ("thesis", article.thesis),
        ("evidence", article.evidence),
        ("stance quote", article.stance.quotes),
        ("voice", article.stance.voices),
    )
    for name, quotes in groups:
        for number, quote in enumerate(quotes, 1):
            yield f"{article.id} {name} {number}", quote
    for figure in article.figures:
        yield f"figure {figure.id}", figure


def _unfaithful(quote: Quote, raw: str, passages: dict[str, Passage]) -> str | None:
    """Return why the quote is not verbatim at its place, or `None`."""
    if not quote.text.strip():
        return "it is empty"
    if raw[quote.start : quote.end] != quote.text:
        return f"the seed does not read “{_short(quote.text)}” at {quote.start}-{quote.end}"
    passage = passages.get(quote.passage)
    if passage is None:
        return f"there is no passage {quote.passage}"
    if not passage.start <= quote.start <= quote.end <= passage.end:
        return f"{quote.start}-{quote.end} is not in passage {quote.passage}"
    return None


def _untrue(figure: Figure, raw: str) -> str | None:
    """Return why the number does not stand in the figure's text, or `None`."""
    number = figure.number
    if not figure.start <= number.start < number.end <= figure.end:
        return "its number is not in its text"
    words = raw[number.start : number.end]
    values = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    missing = [value for value in values if not stands_in(value, words)]
    if missing:
        return f"{missing[0]:g} does not stand in “{_short(words)}”"
    return None


def _violation(place: str, item: str, problem: str) -> Diagnostic:
    return Diagnostic(
        code="not-grounded",
        severity="error",
        place=place,
        message=f"{item}: {problem}.",
        hint="Nothing untraceable goes into a brief; please report this with the seed.",
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}..."
