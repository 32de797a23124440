"""A note in, what the comment beside its mark says out: its sentences, their source and place."""

from __future__ import annotations

from collections.abc import Iterator

from brief.model.brief import Brief, Note
from brief.model.ledger import LedgerQuote
from brief.model.plain import inline_text


def evidence(brief: Brief, note: Note, quoted: tuple[str, ...] = ()) -> list[str]:
    """Return the paragraphs of the comment on a note: each sentence, then source and place.

    The sentences that are `quoted` at this mark come first.
    """
    quotes = _quotes(brief, note)
    if not quotes:
        return []
    quotes.sort(key=lambda quote: quote.id not in quoted)
    articles = {quote.article for quote in quotes}
    works = [ref for ref in brief.references if ref.id in articles]
    place = inline_text(note.children)
    return [
        *(line for quote in quotes for line in _said(brief, quote)),
        *([place] if place else []),
        *(f"{brief.labels.references}: {inline_text(work.children)}" for work in works),
    ]


def _said(brief: Brief, quote: LedgerQuote) -> Iterator[str]:
    opening, closing = brief.layout.quotes
    yield f"{opening}{quote.text}{closing}"
    if quote.voice != "author":
        yield f"Not the author’s own view, but that of {quote.voice}."


def _quotes(brief: Brief, note: Note) -> list[LedgerQuote]:
    quotes = {quote.id: quote for quote in brief.ledger.quotes}
    return [quotes[key] for key in note.quotes if key in quotes]


def evidence_of(brief: Brief) -> frozenset[str]:
    """Return every paragraph of the comments that a draft of the brief carries as evidence.

    Those that drafts of form 1 carried before they said it in plain words are among them.
    """
    lines = (line for note in brief.notes for line in evidence(brief, note))
    return frozenset((*lines, *_once_said(brief)))


def _once_said(brief: Brief) -> Iterator[str]:
    numbers = {ref.id: ref.number for ref in brief.references}
    for quote in (quote for note in brief.notes for quote in _quotes(brief, note)):
        number = numbers.get(quote.article)
        where = f"{brief.labels.references} {number}, " if number is not None else ""
        words = "our note on it, not its own words; " if quote.note else ""
        voice = "" if quote.voice == "author" else f"voice: {quote.voice}; "
        yield (
            f"{words}{voice}{where}{quote.seed}, {quote.passage}, "
            f"characters {quote.start} to {quote.end}"
        )
