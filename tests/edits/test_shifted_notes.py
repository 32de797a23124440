"""Notes that a program empties or shifts on the way are ours again, and no edit of anybody."""

from __future__ import annotations

import copy
from collections.abc import Callable

import pytest

from brief.model.edit import Comment
from brief.model.plain import plain
from brief.writers.docx import to_docx
from tests.edits.drafts import (
    Element,
    W,
    base,
    changed,
    drafted,
    edits,
    el,
    paragraph,
    read,
    text_in,
)
from tests.support.kitchen import house_style

FOOTNOTES = "word/footnotes.xml"


def notes(root: Element) -> list[Element]:
    """Return the notes but for the rules above them."""
    return [note for note in root if note.get(f"{W}type") is None]


def shift(root: Element) -> None:
    """Give the second and later notes the words of the note before them, names and all."""
    found = notes(root)
    contents = [copy.deepcopy(list(note)) for note in found]
    for note, content in zip(found[1:], contents, strict=False):
        note[:] = content


def empty(root: Element) -> None:
    """Take all words out of the notes."""
    for note in notes(root):
        for text in note.iter(f"{W}t"):
            text.text = ""


@pytest.mark.parametrize("harm", [shift, empty])
def test_notes_that_a_program_harmed_are_no_edit(harm: Callable[[Element], None]) -> None:
    """The marks stand where they stood; the draft wants renewing."""
    draft = read(changed(harm, drafted(), FOOTNOTES))
    assert draft.brief == base()
    assert draft.worn


def test_a_note_typed_anew_is_the_same_note() -> None:
    """Even where its own name is lost with its words: its mark tells."""

    def retype(root: Element) -> None:
        note = notes(root)[1]
        words = next(iter(note.iter(f"{W}sdt")))
        parent = words.getparent()
        assert parent is not None
        for name in ("bookmarkStart", "bookmarkEnd"):
            for mark in list(note.iter(f"{W}{name}")):
                mark.getparent().remove(mark)  # type: ignore[union-attr]
        from tests.edits.drafts import run

        parent.replace(words, run("Wholly other words."))

    (edit,) = edits(changed(retype, drafted(), FOOTNOTES))
    assert getattr(edit, "unit", "") == "note:note-2"


def test_no_comment_stands_between_the_first_note_and_the_second() -> None:
    """LibreOffice 7.4 reads the notes of a file wrongly that it saved so."""
    import io
    import zipfile

    said = [Comment(unit="kj-1", author="Ann", lines=("Hm.",))]
    for data in (drafted(), to_docx(base(), house_style(), said=said)):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            text = package.read("word/document.xml").decode()
        first = text.index("<w:footnoteReference")
        second = text.index("<w:footnoteReference", first + 1)
        between = text[first:second].count("<w:commentReference")
        assert between == (0 if data is drafted() else 1)


def test_a_note_pasted_that_reads_like_one_of_ours_further_down_is_another() -> None:
    """What a mark below it leads to stays as it was."""

    def write(root: Element) -> None:
        words = "Aldana, para. 44. Port Gazette."
        root.append(el("footnote", paragraph(words, "FootnoteText"), id="77"))

    def refer(root: Element) -> None:
        text_in(root, "Bottom line").getparent().addnext(el("r", el("footnoteReference", id="77")))

    notes = read(changed(refer, changed(write, part=FOOTNOTES))).brief.notes
    said = [plain(note.children) for note in notes]
    assert "Aldana, para. 44. Port Gazette." in said
    assert {plain(note.children) for note in base().notes} <= set(said)
