"""Notes and their marks in, what the comment beside a mark says out: sentence, source and place.

A note is a passage; a mark rests on one sentence of it or two. Each comment holds the sentences of
its own mark, and says where one of them was shown before, so that no claim has to be looked up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brief.model.brief import Brief, Inlines, Note
from brief.model.ledger import LedgerQuote
from brief.model.plain import block_parts, inline_text, notes_marked

SAME, SAME_TWO = "The same sentence as above.", "The same sentences as above."
"""What a comment says that holds no sentence which none before it does."""


class Evidence:
    """What the comments of one draft say, in reading order: works are told in full once."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._marks = _marks(brief)
        self._place = ""
        self._waiting: list[tuple[int, tuple[str, ...]]] = []
        self._told: set[str] = set()

    def enter(self, unit: str) -> None:
        """Say that the marks that come now are those of a place."""
        if unit.startswith(f"{self._place}/") and unit not in self._marks:
            return  # a line of it
        self._place, self._waiting = unit, self._marks.get(unit, [])

    def pass_over(self, note: Note) -> None:
        """Say that the next mark, which is one of the note, has no comment."""
        self._of_mark(note.number)

    def beside(self, note: Note, quoted: Sequence[str]) -> list[str]:
        """Return the paragraphs of the comment on the next mark, which is one of the note."""
        quotes = _quotes(self._brief, note)
        chosen = self._of_mark(note.number) or [key for key in quoted if key in note.quotes]
        if chosen:
            quotes = [quote for quote in quotes if quote.id in chosen]
        if not quotes:
            return []
        known = {quote.id for quote in quotes} <= self._told
        work = [] if note.reference in self._told else _work(self._brief, note)
        self._told |= {note.reference, *(quote.id for quote in quotes)}
        again = SAME if len(quotes) == 1 else SAME_TWO
        place = " ".join((inline_text(note.children), *([again] if known else [])))
        said = [line for quote in quotes for line in _said(self._brief, quote)]
        return [*said, *([place] if place else []), *work]

    def _of_mark(self, number: int) -> tuple[str, ...]:
        first, *rest = self._waiting or [(0, ())]
        self._waiting = rest if first[0] == number else []
        return first[1] if first[0] == number else ()


def _marks(brief: Brief) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    """Return the marks of each place, where a person left them as they were."""
    numbers = {note.id: note.number for note in brief.notes}
    made: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for mark in brief.marks:
        if mark.note in numbers:
            made.setdefault(mark.unit, []).append((numbers[mark.note], mark.quotes))
    there = dict(part for block in brief.blocks for part in block_parts(block))
    return {unit: marks for unit, marks in made.items() if _as_set(marks, there.get(unit, ()))}


def _as_set(marks: Sequence[tuple[int, tuple[str, ...]]], inlines: Inlines) -> bool:
    return [number for number, _ in marks] == list(notes_marked(inlines))


def _said(brief: Brief, quote: LedgerQuote) -> Iterator[str]:
    opening, closing = brief.layout.quotes
    yield f"{opening}{quote.text}{closing}"
    if quote.voice != "author":
        yield f"Not the author’s own view, but that of {quote.voice}."


def _work(brief: Brief, note: Note) -> list[str]:
    """Return the work as it is listed."""
    return [inline_text(ref.children) for ref in brief.references if ref.id == note.reference]


def _quotes(brief: Brief, note: Note) -> list[LedgerQuote]:
    quotes = {quote.id: quote for quote in brief.ledger.quotes}
    return [quotes[key] for key in note.quotes if key in quotes]


def evidence_of(brief: Brief) -> frozenset[str]:
    """Return every paragraph that the comments of a draft of the brief may hold as evidence.

    Those that drafts carried before are among them.
    """
    lines = (line for note in brief.notes for line in _any_of(brief, note))
    return frozenset((*lines, *_once_said(brief)))


def _any_of(brief: Brief, note: Note) -> Iterator[str]:
    place = inline_text(note.children)
    yield from (place, f"{place} {SAME}", f"{place} {SAME_TWO}", SAME, SAME_TWO)
    for quote in _quotes(brief, note):
        yield from _said(brief, quote)
    for work in _work(brief, note):
        yield from (work, f"{brief.labels.references}: {work}")


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
