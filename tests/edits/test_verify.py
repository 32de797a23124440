"""What a person changed is vouched for only where what it cites says so."""

from __future__ import annotations

from brief.edits.cites import cite_by_id
from brief.edits.verify import typed
from brief.model.brief import Strong, Text
from brief.model.edit import Changed, Edits

SAID = Text(text="Trade rose.")
NOTED = (SAID, cite_by_id("note-1"))


def changed(was: tuple, now: tuple) -> frozenset[str]:
    return typed(Edits(audience="us", edits=(Changed(unit="p-1", was=was, now=now),)))


def test_a_note_that_is_gone_or_another_counts_as_words_do() -> None:
    """A statement whose source note a person took away is no longer vouched for unseen."""
    assert changed(NOTED, (SAID,)) == {"p-1"}
    assert changed(NOTED, (SAID, cite_by_id("note-2"))) == {"p-1"}


def test_a_look_is_no_statement() -> None:
    """Words made bold are the words that were checked."""
    assert changed(NOTED, (Strong(children=(SAID,)), cite_by_id("note-1"))) == frozenset()
