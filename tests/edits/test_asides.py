"""Lines set apart beside a strip of dots: what becomes of them when a person edits near by."""

from __future__ import annotations

from brief.edits.diff import diff
from brief.edits.merge import merge
from brief.edits.pieces import units
from brief.edits.readback import read_draft
from brief.edits.tree import from_tree, to_tree
from brief.model.brief import Aside, Brief, Emphasis, Inlines, Item, ListBlock, Strong, Text
from brief.model.plain import inline_text
from brief.writers.docx import to_docx
from tests.edits.drafts import base, changed, read, type_over
from tests.support.kitchen import aside, house_style


def judgement(brief: Brief) -> Inlines:
    """Return the words of the judgement that has a line set apart."""
    return units(to_tree(brief).pieces["kj-2"])["kj-2"]


def test_words_changed_beside_a_strip_leave_it_drawn() -> None:
    """The line that nobody touched is as it was."""
    edited = read(changed(type_over("Fuel prices", "Fuel taxes"))).brief
    assert judgement(edited)[-1] == aside()
    assert "Fuel taxes" in inline_text(judgement(edited))


def test_a_strip_goes_when_its_counts_hold_no_more() -> None:
    """The words of the edited judgement stay, the dots would say what is no longer so."""
    found = diff(base(), read(changed(type_over("Fuel prices", "Fuel taxes"))).brief)
    ledger = base().ledger
    counts = tuple(c.model_copy(update={"value": c.value + 1}) for c in ledger.counts)
    new = base().model_copy(update={"ledger": ledger.model_copy(update={"counts": counts})})
    kept, same = (judgement(merge(found, to).brief)[-1] for to in (new, base()))
    assert isinstance(kept, Aside)
    assert not kept.dots
    assert inline_text((kept,)) == inline_text((aside(),))
    assert same == aside()


def test_dots_without_words_outlive_an_edit() -> None:
    """They stay, whatever is edited elsewhere or beside them, and go when their count is gone."""
    dots = Aside(children=(), dots=aside().dots)
    item = Item(id="bare", children=(dots, Text(text="One source speaks of tin.")))
    block = ListBlock(id="bare-list", items=(item,))
    brief = base().model_copy(update={"blocks": (*base().blocks, block)})
    assert from_tree(to_tree(brief), brief) == brief
    words = Text(text="Ada speaks of tin.")
    now = block.model_copy(update={"items": (Item(id="bare", children=(dots, words)),)})
    found = diff(brief, brief.model_copy(update={"blocks": (*base().blocks, now)}))
    uncounted = brief.ledger.model_copy(update={"counts": ()})
    new = brief.model_copy(update={"ledger": uncounted})
    kept, bare = (to_tree(merge(found, to).brief).pieces["bare"] for to in (brief, new))
    assert units(kept)["bare"] == (dots, words)
    assert units(bare)["bare"] == (words,)


def test_a_line_whose_own_words_change_is_stressed_words() -> None:
    """Its drawing would say what the words no longer do."""
    edited = read(changed(type_over(" agree. Confidence: ", " agreed. Confidence: "))).brief
    assert [type(inline) for inline in judgement(edited)[-2:]] == [Emphasis, Strong]


def test_strong_words_in_such_a_line_stay_strong() -> None:
    """Written and read again, an edited judgement has the look that it had."""
    edited = read(changed(type_over(" agree. Confidence: ", " agreed. Confidence: "))).brief
    assert read_draft(to_docx(edited, house_style()), edited).brief == edited
