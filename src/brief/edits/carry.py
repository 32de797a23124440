"""Edited words and the new version's evidence in, the words tied to evidence that still holds out.

A note, quotation or number of edited words is kept only where the new version has the very same
one, under whatever id; a quotation or number that has none becomes plain words, and a note that
has none is carried along.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from brief.edits.cites import cite_by_id, mapped, note_of
from brief.edits.tree import Tree
from brief.edits.words import joined
from brief.model.brief import Aside, Inline, Inlines, Note, Number, Quoted, Reference, Text
from brief.model.edit import WORKS, Edits, Footnote, Work
from brief.model.ledger import Ledger, LedgerQuote
from brief.model.marks import DAY, note_unit, reference_unit
from brief.model.plain import plain

_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the ids of edited words mean in the new version."""

    notes: dict[str, str]
    quotes: dict[str, str]
    sources: frozenset[str]
    """Ids of the figures and counts that still have the value they had."""
    days: tuple[str, str]
    """The brief's date as the machine showed it, and as it shows it now."""

    def redated_text(self, text: str) -> str:
        """Return the machine's plain words of then with the date of now."""
        return text.replace(*self.days) if all(self.days) else text

    def _redated(self, inline: Inline) -> Inline | None:
        if isinstance(inline, Number) and inline.source == DAY and self.days[1]:
            return inline.model_copy(update={"text": self.days[1]})
        return None

    def adapt(self, words: Inlines) -> Inlines:
        """Return edited words with the ids of the new version."""
        mine = mapped(words, self._adapt)
        adapted = tuple(drawn for inline in mine for drawn in self._drawn(inline))
        return words if adapted == words else joined(adapted)

    def _drawn(self, inline: Inline) -> Inlines:
        """Return an aside without a strip of dots whose counts hold no more; others as is."""
        if not isinstance(inline, Aside) or {one.source for one in inline.dots} <= self.sources:
            return (inline,)
        return (inline.model_copy(update={"dots": ()}),) if inline.children else ()

    def _adapt(self, inline: Inline) -> Inlines:
        note = note_of(inline)
        if note is not None:
            return (cite_by_id(self.notes.get(note, note)),)
        if day := self._redated(inline):
            return (day,)
        if isinstance(inline, Number) and inline.source not in self.sources:
            return (Text(text=inline.text),)
        if isinstance(inline, Quoted):
            quote = self.quotes.get(inline.quote)
            if quote is None:
                return inline.children
            return (inline.model_copy(update={"quote": quote}),)
        return (inline,)


def carry(edits: Edits, tree: Tree, files: Mapping[str, str]) -> Evidence:
    """Return what edited words rest on in `tree`, to which notes it lacks are added.

    `files` gives the hash of each seed that there is now.
    """
    quotes = _quotes(edits.ledger, tree, files)
    evidence = Evidence(
        notes=_notes(edits, tree, quotes),
        quotes=quotes,
        sources=_sources(edits.ledger, tree, quotes),
        days=(edits.day, tree.day()),
    )
    wanted = {note.reference for note in tree.notes.values()}
    for reference in edits.references:
        key = reference_unit(reference.id)
        if key not in tree.pieces and reference.id in wanted:
            number = 1 + max((work.number for work in _works(tree)), default=0)
            renumbered = reference.model_copy(update={"number": number})
            tree.pieces[key] = Work(id=key, reference=renumbered)
            tree.children[WORKS].append(key)
    return evidence


def _works(tree: Tree) -> list[Reference]:
    return [piece.reference for piece in tree.pieces.values() if isinstance(piece, Work)]


def _quotes(old: Ledger, tree: Tree, files: Mapping[str, str]) -> dict[str, str]:
    """Return old id → id in the tree; what the new version only left out is added to its ledger.

    A quote is taken along where the very same file is there still: then its words stand at their
    place, and the check of the finished files finds them there.
    """
    ids = {quote.id for quote in tree.ledger.quotes}
    by_words = {(quote.article, quote.text): quote.id for quote in reversed(tree.ledger.quotes)}
    same = {(quote.id, quote.article, quote.text) for quote in tree.ledger.quotes}
    found: dict[str, str] = {}
    added: list[LedgerQuote] = []
    for quote in old.quotes:
        if (quote.id, quote.article, quote.text) in same:
            found[quote.id] = quote.id
        elif (quote.article, quote.text) in by_words:
            found[quote.id] = by_words[quote.article, quote.text]
        elif files.get(quote.seed) == quote.sha256 and quote.id not in ids:
            found[quote.id] = quote.id
            added.append(quote)
    if added:
        quotes = (*tree.ledger.quotes, *added)
        tree.ledger = tree.ledger.model_copy(update={"quotes": quotes})
    return found


def _sources(old: Ledger, tree: Tree, quotes: dict[str, str]) -> frozenset[str]:
    """Return the figures and counts that hold as they were; figures are taken along likewise."""
    values = {figure.id: (figure.value, figure.unit) for figure in tree.ledger.figures}
    counts = {count.id: count.value for count in tree.ledger.counts}
    added = tuple(
        figure.model_copy(update={"quote": quotes[figure.quote]})
        for figure in old.figures
        if figure.id not in values and figure.quote in quotes
    )
    if added:
        figures = (*tree.ledger.figures, *added)
        tree.ledger = tree.ledger.model_copy(update={"figures": figures})
    held = [f.id for f in old.figures if values.get(f.id) == (f.value, f.unit)]
    held += [figure.id for figure in added]
    return frozenset([*held, *(c.id for c in old.counts if counts.get(c.id) == c.value)])


def _notes(edits: Edits, tree: Tree, quotes: dict[str, str]) -> dict[str, str]:
    present = tree.notes
    texts = {quote.id: quote.text for quote in tree.ledger.quotes}
    same = {_note_key(note, texts): note.id for note in reversed(present.values())}
    found: dict[str, str] = {}
    for note in edits.notes:
        kept = tuple(quotes[quote] for quote in note.quotes if quote in quotes)
        carried = note.model_copy(update={"quotes": kept})
        key = _note_key(carried, texts)
        here = present.get(note.id)
        if here is not None and (_note_key(here, texts) == key or _is_back(note, here)):
            found[note.id] = note.id
        elif key in same:
            found[note.id] = same[key]
        else:
            found[note.id] = _add_note(tree, carried, key)
    return found


def _is_back(note: Note, here: Note) -> bool:
    """Return whether a note that lost its sentences with its source is there again with them."""
    same = note.reference == here.reference and plain(note.children) == plain(here.children)
    return same and not note.quotes


def _note_key(note: Note, texts: dict[str, str]) -> _Key:
    """Return what makes two notes the same: the work and the sentences, or else the words."""
    cited = sorted(texts[quote] for quote in note.quotes if quote in texts)
    return (note.reference, *(cited or [plain(note.children)]))


def _add_note(tree: Tree, note: Note, key: _Key) -> str:
    name = note.id
    if note_unit(name) in tree.pieces:
        name = f"{name}@{sha256(repr(key).encode()).hexdigest()[:8]}"
    named = note.model_copy(update={"id": name})
    tree.pieces[note_unit(name)] = Footnote(id=note_unit(name), note=named)
    return name
