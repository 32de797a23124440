"""The laws of the merge, on random briefs, random edits and random rebuilds."""

from __future__ import annotations

import os

from hypothesis import given, settings
from hypothesis import strategies as st

from brief.edits.diff import diff
from brief.edits.merge import merge
from brief.edits.pieces import units
from brief.edits.tree import from_tree, to_tree
from brief.model.brief import Brief, Cite, Inline, Paragraph, Text
from brief.model.edit import Added, Changed
from brief.model.ledger import Ledger
from brief.model.plain import plain
from tests.edits.drafts import base, merge3
from tests.edits.strategies import briefs, edited, rebuilt, wrap

EXAMPLES = int(os.environ.get("BRIEF_TEST_EXAMPLES", "60"))


@settings(max_examples=EXAMPLES)
@given(briefs())
def test_a_tree_gives_its_brief_again(brief: Brief) -> None:
    """Taking a brief apart into pieces and back loses nothing."""
    assert from_tree(to_tree(brief), brief) == brief


@settings(max_examples=EXAMPLES)
@given(st.data())
def test_nothing_edited_gives_the_new_version(data: st.DataObject) -> None:
    """Without edits the merge is the machine's new version."""
    base = data.draw(briefs())
    new = data.draw(rebuilt(base))
    assert merge3(base, base, new).brief == new


@settings(max_examples=EXAMPLES)
@given(st.data())
def test_nothing_new_gives_the_edited_version(data: st.DataObject) -> None:
    """Without news the merge is what the person left."""
    base = data.draw(briefs())
    after = data.draw(edited(base))
    assert merge3(base, after, base).brief == after


@settings(max_examples=EXAMPLES)
@given(st.data())
def test_merging_twice_changes_nothing(data: st.DataObject) -> None:
    """Edits applied to a version that holds them already leave it as it is."""
    base = data.draw(briefs())
    edits = diff(base, data.draw(edited(base)))
    once = merge(edits, data.draw(rebuilt(base))).brief
    assert merge(edits, once).brief == once


@settings(max_examples=EXAMPLES)
@given(st.data())
def test_no_typed_word_is_lost(data: st.DataObject) -> None:
    """Each changed or added text stands in the merged brief, whatever the machine did."""
    base = data.draw(briefs())
    edits = diff(base, data.draw(edited(base)))
    merged = merge(edits, data.draw(rebuilt(base))).brief
    tree = to_tree(merged)
    text = "\n".join(plain(w) for p in tree.pieces.values() for w in units(p).values())
    for edit in edits.edits:
        typed = [edit.now] if isinstance(edit, Changed) else []
        typed += list(units(edit.piece).values()) if isinstance(edit, Added) else []
        for words in typed:
            assert plain(words) in text


@settings(max_examples=EXAMPLES)
@given(st.data())
def test_order_is_kept(data: st.DataObject) -> None:
    """What the person left in order stays in that order when only new blocks came in."""
    base = data.draw(briefs())
    after = data.draw(edited(base))
    tree = to_tree(base)
    merged = merge3(base, after, from_tree(tree, base)).brief
    assert [b.id for b in merged.blocks] == [b.id for b in after.blocks]


def test_evidence_left_out_by_the_new_version_is_taken_along() -> None:
    """A note of edited words keeps its quotes while the file they stand in is the same."""
    words: tuple[Inline, ...] = (Text(text="Trade rose"), Cite(note=1))
    base = wrap((Paragraph(id="p", children=words),))
    after = wrap((Paragraph(id="p", children=(Text(text="Trade fell"), Cite(note=1))),))
    kept = tuple(quote for quote in base.ledger.quotes if quote.id != "q1")
    for sha, quotes in (("0" * 64, ("q1",)), ("1" * 64, ())):
        other = tuple(quote.model_copy(update={"sha256": sha}) for quote in kept)
        ledger = base.ledger.model_copy(update={"quotes": other})
        new = wrap(()).model_copy(update={"notes": (), "ledger": ledger})
        merged = merge3(base, after, new).brief
        assert [note.quotes for note in merged.notes] == [quotes]
        known = {quote.id for quote in merged.ledger.quotes}
        assert set(quotes) <= known


def test_an_edit_whose_source_is_back_is_no_orphan() -> None:
    """It stands where the machine has it again, and cites the machine's note, not a second one."""
    ledger = base().ledger
    quote = ledger.quotes[0]
    passages = (
        *(Paragraph(id=key, children=(Text(text=f"Harbor {key}."),)) for key in ("a", "b")),
        Paragraph(id="p", children=(Text(text="Tolls fell."), Cite(note=1))),
    )
    old = wrap(passages).model_copy(update={"ledger": Ledger(quotes=(quote,))})
    note = old.notes[0].model_copy(update={"quotes": (quote.id,)})
    old = old.model_copy(update={"notes": (note,)})
    mine = Paragraph(id="p", children=(Text(text="Tolls fell. Typed."), Cite(note=1)))
    typed = old.model_copy(update={"blocks": (*passages[:2], mine)})
    none = {"blocks": passages[:1], "notes": (), "references": (), "ledger": Ledger()}
    gone = old.model_copy(update=none)
    without = merge(diff(old, typed), gone)
    assert without.orphans == ("p",)
    back = merge(diff(gone, without.brief), old)
    assert back.orphans == ()
    assert back.brief == typed
