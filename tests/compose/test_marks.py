"""A brief says which sentences of a note each of its marks rests on."""

from brief.compose import compose
from brief.compose.marks import marks
from brief.model.brief import Cite, Note, Paragraph, Text
from brief.model.plain import block_parts, notes_marked
from tests.support.corpus import audience, dossier, question, templates


def test_every_mark_of_a_brief_is_listed_with_sentences_of_its_note():
    """In reading order, and no note has a sentence that none of its marks rests on."""
    brief = compose(dossier(), audience("us"), question(), templates())
    numbers = {note.id: note.number for note in brief.notes}
    parts = [part for block in brief.blocks for part in block_parts(block)]
    shown = [(unit, number) for unit, inlines in parts for number in notes_marked(inlines)]
    assert [(mark.unit, numbers[mark.note]) for mark in brief.marks] == shown
    assert shown
    for note in brief.notes:
        rested = {key for mark in brief.marks if mark.note == note.id for key in mark.quotes}
        assert rested == set(note.quotes)


def test_of_marks_that_are_not_printed_in_turn_nothing_is_said():
    """Rather than to tell one mark the sentence of another."""
    note = Note(number=1, id="note-1", children=(Text(text="Ada, para. 1."),), reference="a")
    page = (Paragraph(id="p", children=(Cite(note=1),)),)
    assert len(marks(page, [(1, ("one",))], (note,))) == 1
    assert marks(page, [(2, ("two",)), (1, ("one",))], (note,)) == ()
