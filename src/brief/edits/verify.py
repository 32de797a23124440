"""Edited units in, those that can no longer be vouched for out.

A person's statement is vouched for only where it cites a source and each of its quotations and
numbers stands in the cited sentences. What it says in words of its own nobody has checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from brief.edits.cites import leaves, notes_in
from brief.edits.pieces import units
from brief.edits.tree import Tree, to_tree
from brief.edits.words import plain
from brief.model.brief import Brief, Inlines, Number, Quoted
from brief.model.edit import Added, Changed, Edits
from brief.model.marks import MARGINS, REFERENCES, clean
from brief.model.plain import fold_spaces
from brief.vocabulary.hyphens import joined

_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_QUOTATION = re.compile(r"[“«「„\"]([^”»」“\"]{3,})[”»」“\"]")
_SAME = str.maketrans("‘’“”–—\u00a0", "''\"\"-- ")


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


def unverified(brief: Brief, edited: Iterable[str]) -> tuple[str, ...]:
    """Return the edited units whose quotations and numbers do not stand in what they cite."""
    tree = to_tree(brief)
    owners = tree.owners()
    found: list[str] = []
    for unit in edited:
        if unit in owners:
            words = units(tree.pieces[owners[unit]])[unit]
            if plain(words) and not _stands(words, tree):
                found.append(unit)
    return tuple(found)


def _stands(words: Inlines, tree: Tree) -> bool:
    cited = _cited(words, tree)
    text = _level(plain(words))
    quotations = [clean(m) for m in _QUOTATION.findall(plain(words))]
    tied = [leaf.text for leaf in leaves(words) if isinstance(leaf, Number)]
    intact = any(isinstance(leaf, Quoted) for leaf in leaves(words))
    for shown in tied:
        text = text.replace(_level(shown), " ", 1)
    for quotation in quotations:
        text = text.replace(_level(quotation), " ", 1)
    numbers = _NUMBER.findall(text)
    if not (quotations or numbers or tied or intact) or not cited:
        return False
    return all(_level(quotation).strip(" .,;") in cited for quotation in quotations) and all(
        re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d]|[.,]\d)", cited) for number in numbers
    )


def _cited(words: Inlines, tree: Tree) -> str:
    """Return the text of all sentences that the words cite."""
    texts = {quote.id: quote.text for quote in tree.ledger.quotes}
    notes = tree.notes
    cited = [notes[note] for note in notes_in(words) if note in notes]
    said = (texts[q] for note in cited for q in note.quotes if q in texts)
    return _level("\n".join(joined(one)[0] for one in said))


def _level(text: str) -> str:
    """Return the text with one kind of quotation mark, dash and space, in one case."""
    return fold_spaces(text.translate(_SAME)).casefold()
