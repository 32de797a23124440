"""Edits that come from another machine and those of the draft here become one."""

from __future__ import annotations

import pytest

from brief.draft import Before, follow, write_draft
from brief.edits.text_form import from_data, to_data
from brief.model.brief import Brief
from brief.model.edit import Changed, Edits
from tests.edits.drafts import base, drafted, find, paragraph, type_over
from tests.support.desk import Desk, drop_remarks, remarks_in, say, text_of
from tests.support.kitchen import house_style

COMMENTS = "word/comments.xml"
NONE = Edits(audience="kitchen")


def elsewhere(*changes: tuple[str, str]) -> Edits:
    """Return the edits file of another machine on which somebody typed over words."""
    desk = Desk()
    for old, new in changes:
        desk.edit(type_over(old, new))
    return from_data(to_data(desk.run().edits), "edits")


def test_edits_from_elsewhere_are_taken_up_beside_those_of_the_draft() -> None:
    """Each side changed another passage: both stand, and the draft shows both."""
    desk = Desk()
    desk.edit(type_over("No source speaks to insurance.", "Silence on insurance."))
    followed = desk.run(brought=elsewhere(("for a decade", "for twelve years")))
    assert "for twelve years" in text_of(followed.brief, "p-1")
    assert {e.unit for e in followed.edits.edits if isinstance(e, Changed)} == {"p-1", "kj-3"}
    assert followed.merged.conflicts == ()
    again = desk.run()
    assert again.brief == followed.brief
    assert not again.rewrite


def test_words_that_both_changed_stay_and_the_others_wait_in_a_comment() -> None:
    """The comment lasts from run to run until the person deletes it."""
    desk = Desk()
    desk.edit(type_over("for a decade", "for eleven years"))
    followed = desk.run(brought=elsewhere(("for a decade", "for twelve years")))
    assert "for eleven years" in text_of(followed.brief, "p-1")
    assert followed.merged.conflicts == ("p-1",)
    assert "for twelve years" in remarks_in(desk)
    assert not desk.run().rewrite
    again = desk.run(say(desk.machine, "p-4", "A new finding."))
    assert again.merged.conflicts == ("p-1",)
    assert "for twelve years" in remarks_in(desk)
    desk.edit(drop_remarks, COMMENTS)
    settled = desk.run()
    assert settled.merged.conflicts == ()
    assert "for eleven years" in text_of(settled.brief, "p-1")


def test_the_same_words_on_both_sides_are_no_conflict() -> None:
    """An edits file that says what the draft says already changes nothing."""
    desk = Desk()
    desk.edit(type_over("for a decade", "for twelve years"))
    followed = desk.run(brought=elsewhere(("for a decade", "for twelve years")))
    assert followed.merged.conflicts == ()
    assert followed.touched == ("p-1",)


def test_what_the_other_side_lacks_is_not_taken_back() -> None:
    """It may never have known of the edit; words that it changed further are taken over."""
    desk = Desk()
    desk.edit(type_over("for a decade", "for twelve years"))
    desk.run()
    followed = desk.run(brought=NONE)
    assert "for twelve years" in text_of(followed.brief, "p-1")
    further = desk.run(brought=elsewhere(("for a decade", "for thirteen years")))
    assert "for thirteen years" in text_of(further.brief, "p-1")
    assert further.merged.conflicts == ()


def test_paragraphs_added_on_both_sides_stand_once_each() -> None:
    """What the other machine added comes in; what both have is not doubled."""
    there = Desk()
    there.edit(lambda root: find(root, "Options").addnext(paragraph("From there.")))
    brought = there.run().edits
    here = Desk()
    here.edit(lambda root: find(root, "Options").addnext(paragraph("From here.")))
    followed = here.run(brought=brought)
    words = str(followed.brief.blocks)
    assert (words.count("From there."), words.count("From here.")) == (1, 1)
    again = here.run(brought=followed.edits)
    assert again.brief == followed.brief


@pytest.mark.parametrize("data", [drafted(), None], ids=["a draft as made", "no draft"])
def test_a_new_machine_without_memory_takes_the_edits_up(data: bytes | None) -> None:
    """An edits file is applied whether a draft that knows nothing of it lies there or none."""
    brought = elsewhere(("for a decade", "for twelve years"))
    followed = follow(data, Before(brought=brought), base())
    assert "for twelve years" in text_of(followed.brief, "p-1")
    assert followed.edits.edits == brought.edits


def test_a_draft_that_came_with_its_edits_needs_no_memory() -> None:
    """Draft and edits file from another machine: nothing is doubled, nothing in conflict."""
    there = Desk()
    there.edit(type_over("for a decade", "for twelve years"))
    there.edit(lambda root: find(root, "Options").addnext(paragraph("From there.")))
    edits = there.run().edits
    followed = follow(there.data, Before(brought=edits), base())
    assert followed.brief == there.brief
    assert followed.merged.conflicts == ()


def test_a_deletion_from_elsewhere_is_taken_up_without_memory() -> None:
    """A draft that still shows the passage was written before the edits that delete it."""

    def without(brief: Brief) -> Edits:
        desk = Desk()
        desk.edit(lambda root: find(root, "The joint statement").getparent().remove(
            find(root, "The joint statement")))  # fmt: skip
        return desk.run().edits

    followed = follow(drafted(), Before(brought=without(base())), base())
    assert "p-2" not in [block.id for block in followed.brief.blocks]
    assert followed.touched == ("p-2 (deleted)",)


def test_a_fresh_draft_shows_what_was_brought() -> None:
    """Written anew and read again, the draft holds the same edits."""
    followed = follow(None, Before(brought=elsewhere(("for a decade", "for ten"))), base())
    data = write_draft(followed.brief, house_style(), remarks=followed.remarks)
    again = follow(data, Before(base(), followed.brief, followed.edits), base())
    assert again.brief == followed.brief
    assert not again.rewrite
