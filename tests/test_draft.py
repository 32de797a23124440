"""A draft's life: written, edited, followed, written anew, with nothing lost on the way."""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.draft import Before, finished, follow, write_draft
from brief.edits.diff import diff
from brief.edits.readback import read_draft
from brief.edits.report import diff_lines, status_lines
from brief.edits.text_form import from_data, to_data
from brief.model.brief import Brief, Cite, Foreign, Inlines, ListBlock, Paragraph, Text
from brief.model.edit import Comment
from brief.model.plain import brief_text, walk
from brief.writers.docx import to_docx
from tests.edits.drafts import (
    Element,
    W,
    base,
    el,
    find,
    paragraph,
    run,
    text_in,
    type_over,
)
from tests.edits.strategies import briefs, edited, rebuilt, wrap
from tests.support.desk import (
    COMMENTS,
    Desk,
    drop_remarks,
    remarks_in,
    say,
    text_of,
)
from tests.support.kitchen import house_style

EXAMPLES = int(os.environ.get("BRIEF_TEST_EXAMPLES", "25"))


def without(brief: Brief, key: str) -> Brief:
    """Return the brief without a block of its body."""
    return brief.model_copy(update={"blocks": tuple(b for b in brief.blocks if b.id != key)})


@pytest.fixture
def desk() -> Desk:
    """Return a draft just written."""
    return Desk()


def test_no_edit_follows_the_machine(desk: Desk) -> None:
    """Without an edit the brief is the machine's, and the draft is left as it lies."""
    followed = desk.run()
    assert followed.brief == base()
    assert not followed.rewrite
    assert status_lines("japan", followed.merged) == ["japan: no edits"]


def test_an_edit_is_followed_and_left_alone(desk: Desk) -> None:
    """The brief carries the edit; the draft that shows it already is not written again."""
    desk.edit(type_over("for a decade", "for twelve years"))
    followed = desk.run()
    assert "for twelve years" in text_of(followed.brief, "p-1")
    again = desk.run()
    assert again.brief == followed.brief
    assert not again.rewrite
    desk.edit(type_over("for twelve years", "for thirteen years"))
    assert not desk.run().rewrite


def test_untouched_blocks_refresh_and_edited_ones_stay(desk: Desk) -> None:
    """A new seed changes one paragraph; the person's stays word for word."""
    desk.edit(type_over("for a decade", "for twelve years"))
    desk.run()
    followed = desk.run(say(base(), "p-4", "A new finding."))
    assert text_of(followed.brief, "p-4") == "A new finding."
    assert "for twelve years" in text_of(followed.brief, "p-1")
    assert followed.rewrite
    assert not desk.run().rewrite


def test_a_block_changed_on_both_sides_keeps_the_persons_words(desk: Desk) -> None:
    """The new text comes as a comment, which stays until the person deletes it."""
    desk.edit(type_over("for a decade", "for twelve years"))
    desk.run()
    followed = desk.run(say(base(), "p-1", "The machine says something new."))
    assert followed.merged.conflicts == ("p-1",)
    assert "for twelve years" in text_of(followed.brief, "p-1")
    assert "The machine says something new." in remarks_in(desk)
    assert not desk.run().rewrite
    again = desk.run(say(desk.machine, "p-4", "A new finding."))
    assert again.merged.conflicts == ("p-1",)
    assert "The machine says something new." in remarks_in(desk)
    desk.edit(drop_remarks, COMMENTS)
    settled = desk.run()
    assert settled.merged.conflicts == ()
    assert "for twelve years" in text_of(settled.brief, "p-1")
    assert not settled.rewrite


def test_an_edited_block_outlives_its_source(desk: Desk) -> None:
    """The paragraph stays where it stood, and a comment says that its source is gone."""
    desk.edit(type_over("for a decade", "for twelve years"))
    desk.run()
    followed = desk.run(without(base(), "p-1"))
    assert "for twelve years" in text_of(followed.brief, "p-1")
    assert followed.merged.orphans == ("p-1",)
    assert "is gone" in remarks_in(desk)
    ids = [block.id for block in followed.brief.blocks]
    assert ids[ids.index("p-1") + 1] == "p-2"
    assert not desk.run().rewrite
    desk.edit(drop_remarks, COMMENTS)
    assert not desk.run().rewrite
    assert "for twelve years" in text_of(desk.run().brief, "p-1")


def test_a_deleted_block_stays_deleted_until_it_says_something_new(desk: Desk) -> None:
    """It returns with a comment; deleted again, it stays away."""

    def delete(root: Element) -> None:
        gone = next(
            p for p in root.iter(f"{W}p") if "".join(p.itertext()).startswith("Harbor") and _last(p)
        )
        gone.getparent().remove(gone)

    def _last(p: Element) -> bool:
        following = "".join(q for q in p.xpath("string(preceding-sibling::*[1])"))
        return following == "Options"

    desk.edit(delete)
    assert "p-4" not in [b.id for b in desk.run().brief.blocks]
    assert "p-4" not in [b.id for b in desk.run(say(base(), "p-2", "Else.")).brief.blocks]
    followed = desk.run(say(desk.machine, "p-4", "A wholly different finding."))
    assert followed.merged.returned == ("p-4",)
    assert text_of(followed.brief, "p-4") == "A wholly different finding."
    assert "You deleted this" in remarks_in(desk)
    assert not desk.run().rewrite

    def delete_again(root: Element) -> None:
        gone = find(root, "A wholly different finding.")
        gone.getparent().remove(gone)

    desk.edit(delete_again)
    assert "p-4" not in [b.id for b in desk.run().brief.blocks]


def test_an_added_block_stays(desk: Desk) -> None:
    """A paragraph of the person keeps its place among new ones, and its id when edited again."""
    desk.edit(lambda root: find(root, "Options").addnext(paragraph("My own thought.")))
    desk.run()
    followed = desk.run(say(base(), "p-4", "A new finding."))
    ids = [block.id for block in followed.brief.blocks]
    at = ids.index("h-opt") + 1
    assert text_of(followed.brief, ids[at]) == "My own thought."
    desk.edit(type_over("My own thought.", "My own second thought."))
    again = desk.run()
    assert text_of(again.brief, ids[at]) == "My own second thought."


def test_a_statement_typed_by_hand_is_not_vouched_for(desk: Desk) -> None:
    """Typed words that cite no source are listed; a quotation of the cited sentence is not."""
    desk.edit(type_over("No source speaks to insurance.", "Insurance costs 12 million."))
    desk.edit(type_over("Fuel prices drive the timing", "It says “the tariff settled it”"))
    followed = desk.run()
    assert followed.unverified == {"kj-3": "it cites no source"}
    assert status_lines("japan", followed.merged, followed.touched, followed.unverified) == [
        "japan: Edited by hand: 2 blocks",
        "  edited: kj-2, kj-3",
        "  edited, not verified: kj-3",
        "    kj-3: it cites no source",
    ]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("‘’", "''"), ("‘’", "“”"), ("“”", "„“"), ("“”", '""'), ("“”", "«»")],
)
def test_another_style_of_quotation_marks_is_no_new_statement(ours: str, theirs: str) -> None:
    """Who replaces all marks of one kind by another's has changed no word that was checked."""
    said = "Ruiz writes: {}Trade rose to Asa, not Belo.{} “Ports” (undated) doubts that. Few do."
    one, other = (
        wrap((Paragraph(id="p", children=(Text(text=words), Cite(note=1))),))
        for words in (said.format(*ours), said.format(*theirs))
    )
    followed = follow(None, Before(machine=one, edits=diff(one, other)), one)
    assert followed.merged.edited == ("p",)
    assert followed.unverified == {}


def test_words_that_a_person_added_are_known_by_their_beginning(desk: Desk) -> None:
    """The id of an added passage says nothing to anybody; its first words do."""

    def add(root: Element) -> None:
        find(root, "for a decade").addnext(el("p", el("r", el("t", text="Mine, all mine."))))

    desk.edit(add)
    followed = desk.run()
    told = status_lines("japan", followed.merged, followed.touched, followed.unverified)
    assert told[-1].endswith(" (“Mine, all mine.”): it cites no source")


def test_a_new_look_is_no_new_statement(desk: Desk) -> None:
    """Bold words and another page foot need no source, until the machine says something else."""

    def change(root: Element) -> None:
        properties = text_in(root, "No source speaks").getparent()
        properties.insert(0, el("rPr", el("b")))

    desk.edit(change)
    desk.edit(type_over("TLP:CLEAR", "TLP:AMBER"), "word/footer1.xml")
    followed = desk.run()
    assert set(followed.merged.edited) == {"kj-3", "brief/footer"}
    assert followed.unverified == {}
    text = base().model_dump_json().replace("No source speaks to insurance.", "All speak of tin.")
    assert set(desk.run(Brief.model_validate_json(text)).unverified) == {"kj-3"}
    assert not desk.run().rewrite


def test_edits_travel_as_text(desk: Desk) -> None:
    """On another machine the edits file alone gives the same brief, without draft or memory."""
    desk.edit(type_over("for a decade", "for twelve years"))
    here = desk.run()
    there = follow(None, Before(edits=from_data(to_data(here.edits), "edits")), base())
    assert there.brief == here.brief
    assert there.rewrite


def test_a_draft_without_memory_loses_nothing(desk: Desk) -> None:
    """With neither memory nor edits file, what differs from the machine's version is an edit."""
    desk.edit(type_over("for a decade", "for twelve years"))
    followed = follow(desk.data, Before(), say(base(), "p-4", "A new finding."))
    assert "for twelve years" in text_of(followed.brief, "p-1")


def test_edits_are_shown_as_text(desk: Desk) -> None:
    """Old words are marked with a minus, new ones with a plus."""
    desk.edit(type_over("No source speaks to insurance.", "Silence on insurance."))
    assert diff_lines(desk.run().edits) == [
        "kj-3",
        "  - No source speaks to insurance.",
        "  + Silence on insurance.",
    ]


def test_clean_drafts_carry_no_evidence() -> None:
    """Without comments the file has none at all."""
    assert b"comments" not in write_draft(base(), house_style(), comments=False)


def test_a_clean_draft_settles_no_conflict() -> None:
    """A comment on an open conflict stays: without it the conflict would count as settled."""
    remarks = {"p-4": ("The new version reads:",)}
    made = write_draft(base(), house_style(), comments=False, remarks=remarks)
    assert read_draft(made, base()).remarks == {"p-4"}


@settings(max_examples=EXAMPLES)
@given(st.data())
def test_a_second_run_does_nothing(data: st.DataObject) -> None:
    """After any edits and any rebuild, the next run finds the draft as it should be."""
    machine = data.draw(briefs())
    written = to_docx(data.draw(edited(machine)), house_style())
    new = data.draw(rebuilt(machine))
    first = follow(written, Before(machine, machine), new)
    draft = to_docx(first.brief, house_style(), remarks=first.remarks)
    second = follow(draft, Before(new, first.brief, first.edits), new)
    assert second.brief == first.brief
    assert second.remarks == first.remarks
    assert second.unverified == first.unverified
    assert not second.rewrite
    third = follow(draft, Before(new, second.brief, second.edits), new)
    assert (third.brief, third.remarks) == (second.brief, second.remarks)


def test_open_tracked_changes_stay_open_until_the_machine_has_something_new(desk: Desk) -> None:
    """A draft under review is not written anew for the notice alone."""

    def track(root: Element) -> None:
        text = text_in(root, "No source speaks").getparent()
        assert text is not None
        text.addnext(el("ins", run(" Zq."), id="9", author="Ann"))

    desk.edit(track)
    followed = desk.run()
    assert not followed.rewrite
    assert followed.touched == ("kj-3",)
    assert "Zq." in str(followed.brief.blocks)
    assert "Edited by hand" in str(followed.brief.blocks)
    assert not desk.run().rewrite
    assert desk.run(say(base(), "p-4", "A new finding.")).rewrite


def test_what_is_kept_around_an_edit_is_nobodys_to_vouch_for(desk: Desk) -> None:
    """A table that comes back for one edited cell comes with caption and heads: all unverified."""
    desk.edit(type_over("US$38 billion", "US$39 billion"))
    desk.run()
    followed = desk.run(without(base(), "tab-1"))
    assert {"r1c2", "r1c3", "tab-1/caption", "tab-1/col2"} <= set(followed.merged.edited)
    final, _ = finished(followed, desk.machine, lambda char: True)
    assert set(final.edited) == set(followed.merged.edited)


def test_a_character_without_a_font_is_named_and_said(desk: Desk) -> None:
    """The finished brief names it, the draft keeps it, one warning tells."""
    desk.edit(type_over("No source speaks to insurance.", "Silence 💯 on 中文."))
    followed = desk.run()
    final, (said,) = finished(followed, base(), lambda char: char != "💯")
    assert "Silence [hundred points symbol] on 中文." in dict(brief_text(final)).values()
    assert "💯" in str(followed.brief.blocks)
    assert said.severity == "warning"
    assert Foreign(lang="zh-Hans", text="中文") in items(final, "kj-3")


def items(brief: Brief, key: str) -> Inlines:
    """Return the words of a list item."""
    found = [b for b in walk(brief.blocks) if isinstance(b, ListBlock)]
    return next(item.children for block in found for item in block.items if item.id == key)


def test_threads_and_resolved_comments_last() -> None:
    """Who answered whom, and what is settled, goes from draft to draft."""
    said = [
        Comment(unit="p-2", author="Ann", lines=("I doubt it.",), id="7"),
        Comment(unit="p-2", author="Bo", lines=("Why?",), id="8", answers="7", resolved=True),
    ]
    for _ in range(2):
        draft = write_draft(base(), house_style(), said=said)
        followed = follow(draft, Before(base(), base(), remarks={}), base())
        said = list(followed.comments)
        first, second = said
        assert (first.author, first.answers, first.resolved) == ("Ann", "", False)
        assert (second.author, second.answers, second.resolved) == ("Bo", first.id, True)
