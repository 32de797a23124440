"""A question, its tally and its answer are refreshed each by itself, around what a person typed."""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.edits.by_line import by_line
from brief.edits.merge import CONFLICT, MARGIN, merge
from brief.edits.readback import read_draft
from brief.model.brief import Brief, Inlines, Item, ListBlock, Strong, Text
from brief.model.edit import Changed, Edits
from brief.model.marks import RUNNING
from brief.model.plain import inline_text
from brief.writers.docx import to_docx
from tests.edits.drafts import base, merge3
from tests.support.kitchen import house_style

EXAMPLES = int(os.environ.get("BRIEF_TEST_EXAMPLES", "60"))
LINES = st.lists(st.sampled_from("abcd"), min_size=1, max_size=4).map("\n".join)
REWRITTEN = st.lists(st.sampled_from("abcdABCDxy"), max_size=5, unique=True).map("\n".join)
"""Lines kept, moved, changed (a capital), left out or new."""


def words(text: str) -> Inlines:
    """Return plain words."""
    return (Text(text=text),)


@pytest.mark.parametrize(
    ("now", "here", "made", "contested"),
    [
        ("Q\nt\na", "q\nt2\na2", "Q\nt2\na2", False),
        ("Q\nt\na", "q\nt2\na2\nb2", "Q\nt2\na2\nb2", False),
        ("Q\nt\na", "q2\nt2\na", "Q\nt2\na", True),
        ("q\nt\na1\na2", "q\nt3\na", "q\nt3\na1\na2", False),
        ("q\nt", "q\nt3\na", "q\nt3", False),
        ("q\nt", "q\nt\na9", "q\nt", True),
        ("x\nq\nt\na", "q2\nt\na", "x\nq2\nt\na", False),
        ("one line", "q\nt2\na", "one line", True),
        ("q\nt\nA", "q\nt", "q\nt\nA", True),
    ],
)
def test_lines_that_a_person_left_are_refreshed(
    now: str, here: str, made: str, contested: bool
) -> None:
    """A line that the person changed, added or deleted stays so; where both changed it, it says.

    Merged again, the result stays as it is.
    """
    found, both = by_line(words("q\nt\na"), words(now), words(here))
    assert (inline_text(found), both) == (made, contested)
    assert by_line(words("q\nt\na"), words(now), found)[0] == found


@settings(max_examples=EXAMPLES)
@given(LINES, LINES, LINES)
def test_laws_of_lines(was: str, now: str, here: str) -> None:
    """Nothing edited gives the new, nothing new the edited; no typed line is lost."""
    assert by_line(words(was), words(was), words(here)) == (words(here), False)
    assert by_line(words(was), words(now), words(was)) == (words(now), False)
    typed = {f"{line}!" for line in now.split("\n") if line not in was}
    mine = "\n".join(line if line in was else f"{line}!" for line in now.split("\n"))
    once, _ = by_line(words(was), words(mine), words(here))
    assert typed <= {*inline_text(once).split("\n")}


@settings(max_examples=EXAMPLES)
@given(LINES, REWRITTEN, REWRITTEN)
def test_merging_lines_twice_changes_nothing(was: str, now: str, here: str) -> None:
    """Wherever machine or person put or left out lines, a second merge gives what the first did."""
    once, _ = by_line(words(was), words(now), words(here))
    assert by_line(words(was), words(now), once)[0] == once


@pytest.mark.parametrize(
    ("now", "here", "made", "contested"),
    [
        ("a\nB", "b\na", "a\nB", True),
        ("a\nc", "b\nc\na", "c\na", False),
        ("b", "A\nB", "b", True),
        ("b", "B", "b", True),
    ],
)
def test_a_line_that_the_machine_moved_is_not_said_twice(
    now: str, here: str, made: str, contested: bool
) -> None:
    """What a person changed or took out does not come back as it was in another place."""
    found, both = by_line(words("a\nb\nc" if "c" in here else "a\nb"), words(now), words(here))
    assert (inline_text(found), both) == (made, contested)


def test_stress_in_a_line_is_an_edit_of_that_line() -> None:
    """A bold word stays when another line is refreshed."""
    bold = (Strong(children=words("q")), *words("\nt"))
    found, _ = by_line(words("q\nt"), bold, words("q\nt2"))
    assert found == (Strong(children=words("q")), *words("\nt2"))


def asking(text: str) -> Brief:
    """Return a brief with a question of some lines."""
    block = ListBlock(id="questions", role="questions", items=(Item(id="q", children=words(text)),))
    return base().model_copy(update={"blocks": (*base().blocks, block)})


def test_a_retyped_question_gets_the_new_answer_without_a_comment() -> None:
    """Only where the machine changed the question itself does a comment hold what it says now."""
    before, typed = asking("Does it pay?\nTwo say so."), asking("And does it pay?\nTwo say so.")
    quiet = merge3(before, typed, asking("Does it pay?\nThree say so."))
    assert quiet.brief == asking("And does it pay?\nThree say so.")
    assert not quiet.remarks
    loud = merge3(before, typed, asking("Would it pay?\nThree say so."))
    assert loud.brief == quiet.brief
    assert loud.remarks["q"][0].startswith(CONFLICT)


def test_a_conflict_in_the_head_of_pages_is_told_at_the_title_until_it_is_settled() -> None:
    """Heads and feet take no comments; the draft is not written anew for one it has."""
    labels = base().labels.model_copy(update={"running": "Title of then"})
    new = base().model_copy(update={"labels": labels})
    typed = Changed(unit=RUNNING, was=words("Title"), now=words("Head of mine"))
    merged = merge(Edits(audience=base().id, edits=(typed,)), new)
    assert merged.remarks[RUNNING][0].startswith(MARGIN)
    draft = to_docx(merged.brief, house_style(), remarks=merged.remarks)
    read = read_draft(draft, merged.brief)
    assert (read.brief, read.remarks) == (merged.brief, frozenset({RUNNING}))
