"""The comment beside a mark holds the sentences of that mark, their place, and a work once."""

from brief.model.brief import Brief, Cite, Mark, Paragraph, Quoted, Text
from brief.model.plain import inline_text
from brief.writers.docx import evidence_of
from brief.writers.docx.evidence import SAME, Evidence
from tests.support.kitchen import kitchen

FIRST, OTHER = kitchen().ledger.quotes[0].id, "other"


def marked(*quotes: tuple[str, ...], changed: bool = False) -> Brief:
    """Return a brief of a note with two sentences and a paragraph with a mark for each of these.

    `changed`: a person took the last of the marks out.
    """
    brief = kitchen()
    second = brief.ledger.quotes[0].model_copy(update={"id": OTHER, "text": "Other words."})
    ledger = brief.ledger.model_copy(update={"quotes": (*brief.ledger.quotes, second)})
    note = brief.notes[0].model_copy(update={"quotes": (FIRST, OTHER)})
    marks = tuple(Mark(unit="p", note=note.id, quotes=one) for one in quotes)
    cites = (Text(text="Words"), *(Cite(note=note.number) for _ in quotes[changed:]))
    block = Paragraph(id="p", children=cites)
    update = {"ledger": ledger, "notes": (note, *brief.notes[1:]), "marks": marks}
    return brief.model_copy(update={**update, "blocks": (block,)})


def comments(brief: Brief, quoted: tuple[str, ...] = ()) -> list[list[str]]:
    """Return what the comments on the marks of the paragraph say."""
    evidence = Evidence(brief)
    evidence.enter("p")
    count = sum(isinstance(one, Cite) for one in brief.blocks[0].children)
    return [evidence.beside(brief.notes[0], quoted) for _ in range(count)]


def words(brief: Brief) -> tuple[str, str, str, str]:
    """Return both sentences in marks, the place and the work."""
    first = next(one.text for one in brief.ledger.quotes if one.id == FIRST)
    place = inline_text(brief.notes[0].children)
    return f"“{first}”", "“Other words.”", place, inline_text(brief.references[0].children)


def test_each_mark_is_told_its_own_sentence() -> None:
    """Of a note with two, a comment holds that which its claim rests on; the work is told once."""
    brief = marked((FIRST,), (OTHER,), (FIRST, OTHER))
    first, other, place, work = words(brief)
    again = f"{place} The same sentences as above."
    assert comments(brief) == [[first, place, work], [other, place], [first, other, again]]


def test_a_sentence_that_was_shown_is_shown_again_and_called_the_same() -> None:
    """No claim has to be looked up elsewhere."""
    brief = marked((OTHER,), (OTHER,))
    _, other, place, work = words(brief)
    assert comments(brief) == [[other, place, work], [other, f"{place} {SAME}"]]


def test_where_a_person_changed_the_marks_all_sentences_of_a_note_are_told() -> None:
    """Or those that are quoted there."""
    brief = marked((FIRST,), (OTHER,), changed=True)
    first, other, place, work = words(brief)
    assert comments(brief) == [[first, other, place, work]]
    assert comments(brief, (OTHER,)) == [[other, place, work]]


def test_the_lines_of_one_place_share_its_marks_and_another_place_has_none() -> None:
    """A question and its answer are paragraphs of their own in a draft."""
    brief = marked((FIRST,), (OTHER,))
    first, other, place, _ = words(brief)
    evidence = Evidence(brief)
    evidence.enter("p")
    assert evidence.beside(brief.notes[0], ())[0] == first
    evidence.enter("p/2")
    assert evidence.beside(brief.notes[0], ()) == [other, place]
    evidence.enter("q")
    assert evidence.beside(brief.notes[0], ())[:2] == [first, other]


def test_a_mark_without_a_comment_takes_its_sentence_along() -> None:
    """Between the first note and the second there are no comments."""
    brief = marked((FIRST,), (OTHER,))
    evidence = Evidence(brief)
    evidence.enter("p")
    evidence.pass_over(brief.notes[0])
    assert evidence.beside(brief.notes[0], ())[0] == words(brief)[1]


def test_all_that_comments_hold_is_known_as_ours() -> None:
    """A comment with other lines is one that a person wrote in."""
    brief = marked((FIRST,), (FIRST,), (OTHER,), (FIRST, OTHER))
    lines = {line for comment in comments(brief) for line in comment}
    assert lines <= evidence_of(brief)


def test_a_quotation_is_no_mark() -> None:
    """Marks are counted, whatever words stand between them."""
    brief = marked((FIRST,), (OTHER,))
    said = Quoted(quote=OTHER, children=(Text(text="Other words."),))
    block = Paragraph(id="p", children=(*brief.blocks[0].children, said))
    assert comments(brief.model_copy(update={"blocks": (block,)}))[0][0] == words(brief)[0]
