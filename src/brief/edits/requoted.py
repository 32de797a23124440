"""Edits and the sources as they are now in, the edits with each quotation at its present place out.

A seed that changed may still say what edited words quote, though our new version quotes it no more.
Pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from brief.edits.cites import mapped
from brief.edits.renamed import files_of, renamed
from brief.model.brief import Brief, Inline, Inlines, Note, Text
from brief.model.document import Passage
from brief.model.dossier import Source
from brief.model.edit import Edits
from brief.model.ledger import LedgerQuote

_BEGINS = r"(?:^|[.!?…][\"”’»)\]\d\[]*\s*)"
"""What stands before a sentence: words of it that came in front may deny the rest."""


def requoted(edits: Edits, new: Brief, sources: Callable[[], Iterable[Source]]) -> Edits:
    """Return the edits; what they quote of a seed that changed is where that says it now.

    Only whole sentences are known again, word for word; `sources` is asked for where a seed that
    is there still has changed. What is said there no more stays as it was, and vouches for nothing.
    """
    files, called = files_of(new), renamed(edits, new)
    changed = [quote for quote in called.ledger.quotes if _changed(quote, files)]
    by_id = {source.id: source for source in sources()} if changed else {}
    old = {quote.id: quote for quote in changed if quote.article in by_id}
    found = {key: _placed(quote, by_id[quote.article]) for key, quote in old.items()}
    if found == old:
        return edits
    quotes = tuple(found.get(quote.id, quote) for quote in called.ledger.quotes)
    return called.model_copy(
        update={
            "ledger": called.ledger.model_copy(update={"quotes": quotes}),
            "notes": tuple(_renumbered(note, old, found) for note in called.notes),
        }
    )


def _changed(quote: LedgerQuote, files: Mapping[str, str]) -> bool:
    return files.get(quote.seed, quote.sha256) != quote.sha256


def _placed(quote: LedgerQuote, source: Source) -> LedgerQuote:
    """Return a quote where its source says it now; as it is where that says it no more."""
    whole = re.compile(f"{_BEGINS}({re.escape(quote.text)})(?!\\w)")
    for passage in _nearest(source.passages, quote.passage):
        if at := whole.search(passage.text):
            start, end = (passage.start + place for place in at.span(1))
            place = {"passage": passage.id, "start": start, "end": end}
            return quote.model_copy(update={**place, "sha256": source.sha256, "seed": source.seed})
    return quote


def _nearest(passages: Sequence[Passage], name: str) -> list[Passage]:
    """Return the passages, that of a name first."""
    return sorted(passages, key=lambda passage: passage.id != name)


def _renumbered(note: Note, old: Mapping[str, LedgerQuote], now: Mapping[str, LedgerQuote]) -> Note:
    """Return a note that names the paragraphs in which its words stand now."""
    moved = {old[quote].paragraph: now[quote].paragraph for quote in note.quotes if quote in now}
    if all(was == there for was, there in moved.items()):
        return note
    return note.model_copy(update={"children": _named(note.children, moved)})


def _named(words: Inlines, moved: Mapping[str, str]) -> Inlines:
    """Return the words of a note with the new numbers of its paragraphs."""

    def set_right(inline: Inline) -> Inlines:
        if not isinstance(inline, Text):
            return (inline,)
        text = _PLACES.sub(
            lambda said: re.sub(r"\d+", lambda one: moved.get(one[0], one[0]), said[0]), inline.text
        )
        return (inline.model_copy(update={"text": text}),)

    return mapped(words, set_right)


_PLACES = re.compile(r"\bparas?\.\s\d+(?:(?:,| and)\s\d+)*")
"""The paragraphs that a note names: `paras. 3, 5 and 9`."""
