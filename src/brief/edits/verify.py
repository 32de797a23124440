"""Edited units in, those that can no longer be vouched for out, each with the reason.

A person's statement is vouched for only where each sentence of it says what ours did, or what it
cites says. What it says in words of its own nobody has checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from brief.edits.cites import mapped, note_of, notes_in
from brief.edits.pieces import units
from brief.edits.tree import Tree, to_tree
from brief.edits.vouched import Cited, Figures, doubt_against, doubt_alone
from brief.edits.words import alike
from brief.model.brief import Brief, Inline, Inlines, Text
from brief.model.edit import Added, Changed, Edits, Removed, Work
from brief.model.marks import MARGINS, REFERENCES, reference_unit
from brief.model.plain import inline_text, plain
from brief.vocabulary.hyphens import joined

_MARK = re.compile("\ue000([^\ue001]*)\ue001")
_ENDS = re.compile("[.!?…][”’»\"')\\]]*(?:\ue000[^\ue001]*\ue001)*[ \t]+|\n+")
_GERMAN = re.compile("„([^„“”]*)“")
"""A quotation whose closing mark opens one elsewhere."""
_OPENS = re.compile(r"[“«「„]|(?<!\w)‘")
_SHUTS = re.compile(r"[”»」]|’(?!\w)")
_ONE_MARK = str.maketrans(dict.fromkeys("“”„‟«»「」‘’‚‛‹›'", '"'))
_SOFT = "\u00ad"
"""A place to break a word, unseen but at the end of a line: no change of the word."""
_LIKE = 0.5
"""From here on a sentence is one of ours, edited."""


def typed(edits: Edits) -> frozenset[str]:
    """Return the units whose words or notes a person changed, as against their look."""
    changed = {
        edit.unit
        for edit in edits.edits
        if isinstance(edit, Changed) and _said(edit.was) != _said(edit.now)
    }
    added = {unit for edit in edits.edits if isinstance(edit, Added) for unit in units(edit.piece)}
    return frozenset(changed | added) - {*MARGINS, REFERENCES}


def _said(words: Inlines) -> tuple[str, list[str]]:
    return plain(words), sorted(notes_in(words))


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    notes: frozenset[str]
    """Those behind it, or those of the whole passage where none is."""


def unverified(
    brief: Brief, edited: Sequence[str], new: Brief, shown: Edits, figures: Figures
) -> dict[str, str]:
    """Return why nothing vouches for edited units, by unit; those that are vouched for are not in.

    `new` is the machine's version, whose statements are checked, and `shown` the edits against it.
    """
    if not edited:
        return {}
    figures = cache(figures)
    tree, ours = to_tree(brief), to_tree(new)
    owners, before = tree.owners(), ours.owners()
    said = {unit: _sentences(_words(ours, before, unit)) for unit in before}
    checked = frozenset(_unmarked(one) for sentences in said.values() for one in sentences)
    joined_to = _joined_to(shown, ours)
    found: dict[str, str] = {}
    for unit in edited:
        if unit in owners and plain(words := _words(tree, owners, unit)):
            was = [*said.get(unit, ()), *joined_to.get(unit, ())]
            if why := _doubt(words, was, checked, tree, figures):
                found[unit] = why
    return found


def _joined_to(shown: Edits, ours: Tree) -> dict[str, list[_Sentence]]:
    """Return by unit what the passages said that a person made a part of it."""
    found: dict[str, list[_Sentence]] = {}
    for edit in shown.edits:
        if isinstance(edit, Removed) and edit.into and edit.id in ours.pieces:
            for words in units(ours.pieces[edit.id]).values():
                found.setdefault(edit.into, []).extend(_sentences(words))
    return found


def _words(tree: Tree, owners: Mapping[str, str], unit: str) -> Inlines:
    return units(tree.pieces[owners[unit]])[unit]


def _doubt(
    words: Inlines,
    was: list[_Sentence],
    checked: frozenset[_Sentence],
    tree: Tree,
    figures: Figures,
) -> str:
    """Return why some sentence of a passage is not vouched for; empty when all are."""
    for now in _sentences(words):
        if _unmarked(now) in checked:
            continue
        cited = _cited(now, tree)
        why = doubt_alone(now.text, cited, figures)
        if why and not cited.sentences and _rests_on_a_work(now, tree):
            why = _WORDS_GONE
        likest = max(was, key=lambda one: alike(one.text, now.text), default=None)
        if why and likest and alike(likest.text, now.text) >= _LIKE:
            kept = likest.notes <= now.notes
            why = doubt_against(now.text, likest.text, cited, figures) if kept else _NOTE_GONE
        if why:
            return why
    return ""


def _unmarked(sentence: _Sentence) -> _Sentence:
    """Return a sentence with one sign for all quotation marks: in which style changes no word."""
    return _Sentence(sentence.text.translate(_ONE_MARK), sentence.notes)


_NOTE_GONE = "a note that it rested on is gone"
_WORDS_GONE = "the words that it cites are not in the seed any more"


def _rests_on_a_work(sentence: _Sentence, tree: Tree) -> bool:
    """Return whether a sentence cites a work, by a note of ours."""
    return any(tree.notes[note].reference for note in sentence.notes if note in tree.notes)


def _sentences(words: Inlines) -> list[_Sentence]:
    """Return the sentences of a passage, each with its notes."""

    def mark(inline: Inline) -> Inlines:
        note = note_of(inline)
        return (inline,) if note is None else (Text(text=f"\ue000{note}\ue001"),)

    text = _GERMAN.sub(r"“\1”", inline_text(mapped(words, mark)).replace(_SOFT, ""))
    everywhere = frozenset(notes_in(words))
    return [_sentence(part, everywhere) for part in _parts(text) if _MARK.sub("", part).strip()]


def _parts(text: str) -> Iterator[str]:
    at = 0
    for end in _ENDS.finditer(text):
        part = text[at : end.end()]
        if len(_OPENS.findall(part)) <= len(_SHUTS.findall(part)) or part.endswith("\n"):
            yield part
            at = end.end()
    yield text[at:]


def _sentence(part: str, everywhere: frozenset[str]) -> _Sentence:
    notes = frozenset(_MARK.findall(part))
    return _Sentence(" ".join(_MARK.sub("", part).split()), notes or everywhere)


def _cited(sentence: _Sentence, tree: Tree) -> Cited:
    quotes = {quote.id: quote for quote in tree.ledger.quotes}
    by_id = tree.notes
    notes = [by_id[note] for note in sorted(sentence.notes) if note in by_id]
    said = [quotes[q] for note in notes for q in note.quotes if q in quotes]
    works = {note.reference for note in notes}
    pieces = [tree.pieces.get(reference_unit(work)) for work in sorted(works)]
    named = [name for piece in pieces if isinstance(piece, Work) for name in piece.reference.names]
    known = " ".join([*named, *(quote.voice for quote in said)]).casefold()
    names = frozenset(re.findall(r"[^\W\d_]+", known)) - {"the", "author"}
    return Cited(tuple(joined(quote.text)[0] for quote in said), names)
