"""Drafts read back: as saved without an edit, and with each edit a person makes."""

from __future__ import annotations

import base64
import copy
import io
import zipfile

import pytest
from lxml import etree

from brief.edits.readback import read_draft
from brief.model.brief import Heading, Link, ListBlock, Picture, Quotation, Strong, Table
from brief.model.edit import Added, Changed, Moved, Recast, Removed
from brief.model.plain import inline_text, walk
from brief.writers.docx import to_docx
from brief.writers.html import to_html
from tests.edits.drafts import (
    PNG,
    Element,
    W,
    base,
    changed,
    drafted,
    edits,
    el,
    find,
    paragraph,
    read,
    resplit,
    run,
    text_in,
    typed_anew,
    unmarked,
    unwrapped,
)
from tests.support.kitchen import house_style


def nothing(root: Element) -> None:
    """Change nothing."""


def both_gone(root: Element) -> None:
    """Remove content controls and bookmarks."""
    unwrapped(root)
    unmarked(root)


SAVES = [nothing, resplit, unwrapped, unmarked, both_gone]


@pytest.mark.parametrize("save", SAVES, ids=lambda save: save.__name__)
def test_no_edit_no_change(save: object) -> None:
    """Saving without editing gives the very brief again, whatever else the program changed."""
    assert read(changed(save)).brief == base()


def retype(root: Element) -> None:
    """Replace the words of a paragraph."""
    words = text_in(root, "Harbor authorities")
    words.text = (words.text or "").replace("for a decade", "for twelve years")


@pytest.mark.parametrize("save", SAVES, ids=lambda save: save.__name__)
def test_changed_words_are_found(save: object) -> None:
    """A changed word is one edit of its unit, whatever names survive."""

    def change(root: Element) -> None:
        retype(root)
        save(root)

    (edit,) = edits(changed(change))
    assert isinstance(edit, Changed)
    assert edit.unit == "p-1"
    assert "for twelve years" in inline_text(edit.now)
    assert [i for i in edit.now if i.kind == "quoted"] == [
        i for i in edit.was if i.kind == "quoted"
    ]


@pytest.mark.parametrize("save", SAVES, ids=lambda save: save.__name__)
def test_deleted_added_and_moved_paragraphs_are_found(save: object) -> None:
    """A deleted, an added and a moved paragraph are three edits, each in its place."""

    def change(root: Element) -> None:
        gone = find(root, "Whether freight follows fuel")
        gone.getparent().remove(gone)
        after = find(root, "Where they differ")
        after.addnext(paragraph("A new thought of the analyst."))
        moved = find(root, "The joint statement speaks")
        find(root, "Options").addnext(moved)
        save(root)

    found = edits(changed(change))
    assert [(type(e), getattr(e, "id", "")) for e in found if not isinstance(e, Added)] == [
        (Removed, "l-1a"),
        (Moved, "p-2"),
    ]
    (added,) = [e for e in found if isinstance(e, Added)]
    assert added.place.after[0] == "h-sub"
    assert inline_text(added.piece.children) == "A new thought of the analyst."


def test_a_split_paragraph_keeps_its_larger_part() -> None:
    """The part most like the old paragraph stays it; the other is new and follows it."""

    def change(root: Element) -> None:
        first = find(root, "Harbor authorities")
        words = text_in(first, "Harbor authorities")
        whole = words.text or ""
        words.text, rest = whole[:200], whole[200:]
        first.addnext(paragraph(rest))

    found = edits(changed(change))
    assert [type(edit) for edit in found] == [Changed, Added]
    assert "".join(_words(edit) for edit in found).startswith("Harbor authorities")


def _words(edit: object) -> str:
    if isinstance(edit, Changed):
        return inline_text(edit.now)
    return inline_text(edit.piece.children)


def test_merged_paragraphs_keep_all_words() -> None:
    """Two paragraphs made one: one holds both texts, the other is gone."""

    def change(root: Element) -> None:
        first, second = find(root, "Harbor authorities"), find(root, "The joint statement")
        first.extend(list(second)[1:])
        second.getparent().remove(second)

    found = edits(changed(change))
    assert sorted(type(edit).__name__ for edit in found) == ["Changed", "Removed"]
    (kept,) = [edit for edit in found if isinstance(edit, Changed)]
    assert "Harbor authorities" in inline_text(kept.now)
    assert "The joint statement" in inline_text(kept.now)


def test_tracked_changes_count_as_their_result() -> None:
    """Inserted words count, deleted ones do not; that they are open is reported."""

    def change(root: Element) -> None:
        old = text_in(root, "Fuel prices drive the timing").getparent()
        gone = copy.deepcopy(old)
        for words in gone.iter(f"{W}t"):
            words.tag = f"{W}delText"
        old.addnext(el("del", gone, id="901", author="A"))
        old.addnext(el("ins", run("Taxes drive the timing"), id="902", author="A"))
        old.getparent().remove(old)

    data = changed(change)
    (edit,) = edits(data)
    assert inline_text(edit.now).startswith("Taxes drive the timing")
    assert read(data).tracked == 2
    assert [d.code for d in read(data).diagnostics] == ["draft-tracked"]


def test_a_tracked_move_is_a_move() -> None:
    """What moved under tracking stands where it went, and only there."""

    def change(root: Element) -> None:
        old = find(root, "The joint statement")
        new = copy.deepcopy(old)
        unwrapped_move = el("moveTo", *list(new)[1:], id="903")
        new.append(unwrapped_move)
        old_content = el("moveFrom", *list(old)[1:], id="904")
        old.append(old_content)
        old.find(f"{W}pPr").append(el("rPr", el("moveFrom", id="905")))
        find(root, "Options").addnext(new)

    found = edits(changed(change))
    assert [(type(edit), edit.id) for edit in found] == [(Moved, "p-2")]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    """A paragraph mark deleted under tracking joins its paragraph with the next."""

    def change(root: Element) -> None:
        first = find(root, "Fuel prices drive")
        first.find(f"{W}pPr").append(el("rPr", el("del", id="906")))

    found = edits(changed(change))
    (kept,) = [edit for edit in found if isinstance(edit, Changed)]
    assert "Fuel prices drive the timing" in inline_text(kept.now)
    assert "No source speaks" in inline_text(kept.now)


def test_formatting_that_blocks_can_say_is_kept() -> None:
    """Bold, links, headings, quotations and lists that a person applied are inlines and blocks."""

    def change(root: Element) -> None:
        heading = find(root, "Options")
        heading.addnext(paragraph("A list entry", "ListBullet"))
        heading.addnext(paragraph("Somebody said so.", "Quote"))
        heading.addnext(paragraph("A new section", "Heading2"))
        heading.addnext(paragraph("Mind this", "BodyText", "b"))
        field = [
            el("r", el("fldChar", fldCharType="begin")),
            el("r", el("instrText", text=' HYPERLINK "https://example.org/x" ')),
            el("r", el("fldChar", fldCharType="separate")),
            run("the register"),
            el("r", el("fldChar", fldCharType="end")),
        ]
        linked = paragraph("See ")
        linked.extend(field)
        heading.addnext(linked)

    blocks = read(changed(change)).brief.blocks
    at = next(n for n, block in enumerate(blocks) if block.id == "h-opt")
    linked, bold, heading, quote, listed = blocks[at + 1 : at + 6]
    assert isinstance(linked.children[1], Link)
    assert linked.children[1].href == "https://example.org/x"
    assert isinstance(bold.children[0], Strong)
    assert isinstance(heading, Heading)
    assert heading.level == 3
    assert isinstance(quote, Quotation)
    assert isinstance(listed, ListBlock)
    assert inline_text(listed.items[0].children) == "A list entry"


def test_formatting_that_blocks_cannot_say_is_reported() -> None:
    """Underlined words stay as plain words, and the loss is said."""

    def change(root: Element) -> None:
        find(root, "Options").addnext(paragraph("Underlined words", "BodyText", "u", "highlight"))

    draft = read(changed(change))
    assert "underlined words" in str(draft.brief).lower()
    (note,) = draft.diagnostics
    assert note.code == "draft-formatting"
    assert "highlighting (1), underlining (1)" in note.message


def test_an_item_below_another_is_an_item_and_that_is_said() -> None:
    """Our lists have one level; what stood lower keeps its words and its place."""

    def lower(root: Element) -> None:
        number = find(root, "No source speaks").find(f"{W}pPr/{W}numPr/{W}ilvl")
        number.set(f"{W}val", "1")

    draft = read(changed(lower))
    assert draft.brief == base()
    (note,) = draft.diagnostics
    assert "lower level of a list (1)" in note.message


def test_a_restyled_paragraph_is_recast() -> None:
    """A paragraph made a heading is the same block in another form."""

    def change(root: Element) -> None:
        style = find(root, "Harbor authorities").find(f"{W}pPr/{W}pStyle")
        style.set(f"{W}val", "Heading1")

    (edit,) = edits(changed(change))
    assert isinstance(edit, Recast)
    assert (edit.was, edit.now) == ("paragraph", "heading 2")


def test_cells_rows_headings_items_and_titles_are_units() -> None:
    """Words changed in a cell, a heading, an item, a box title and the title are five edits."""

    def change(root: Element) -> None:
        for old, new in (
            ("US$38 billion", "US$39 billion"),
            ("Figures", "The figures"),
            ("No source speaks to insurance.", "One source speaks to insurance."),
            ("Bottom line", "In short"),
            ("Two ports act", "Two harbors act"),
        ):
            words = text_in(root, old)
            words.text = (words.text or "").replace(old, new)

    assert [edit.unit for edit in edits(changed(change)) if isinstance(edit, Changed)] == [
        "brief/title",
        "bl/title",
        "kj-3",
        "h-fig",
        "r1c2",
    ]


def test_added_and_deleted_rows_are_found() -> None:
    """A new row stands in its table where it was put; a deleted one is gone."""

    def change(root: Element) -> None:
        row = find(root, "Freight over berth 1").getparent().getparent()
        new = copy.deepcopy(row)
        unmarked(new)
        unwrapped(new)
        for words in new.iter(f"{W}t"):
            words.text = f"New {words.text}"
        row.addnext(new)
        last = find(root, "Freight over berth 3").getparent().getparent()
        last.getparent().remove(last)

    draft = read(changed(change))
    (table,) = [block for block in walk(draft.brief.blocks) if isinstance(block, Table)]
    shown = [inline_text(row[0].children) for row in table.rows]
    assert shown == [
        "Freight over berth 0",
        "Freight over berth 1",
        "New Freight over berth 1",
        "Freight over berth 2",
    ]


def test_a_table_of_a_person_is_a_table() -> None:
    """A table that a person inserts keeps its cells; its first row is its head."""

    def change(root: Element) -> None:
        rows = [
            el("tr", *(el("tc", paragraph(word, "Normal")) for word in words))
            for words in (("Port", "Ships"), ("North", "12"), ("South", "7"))
        ]
        find(root, "Options").addnext(
            el("tbl", el("tblPr", el("tblStyle", val="TableGrid")), *rows)
        )

    blocks = read(changed(change)).brief.blocks
    table = blocks[next(n for n, block in enumerate(blocks) if block.id == "h-opt") + 1]
    assert isinstance(table, Table)
    assert [inline_text(column.title) for column in table.columns] == ["Port", "Ships"]
    assert [[inline_text(c.children) for c in row] for row in table.rows] == [
        ["North", "12"],
        ["South", "7"],
    ]


def test_notes_can_be_edited() -> None:
    """Changed words of a note are an edit of the note."""

    def change(root: Element) -> None:
        words = text_in(root, "Aldana, para. 3.")
        words.text = "Aldana, paragraph 3. "

    (edit,) = edits(changed(change, part="word/footnotes.xml"))
    assert edit.unit == "note:note-3"
    assert inline_text(edit.now) == "Aldana, paragraph 3. Port Gazette."


def test_notes_can_be_added_and_renumber_the_rest() -> None:
    """A new note takes its number from its place; the notes after it move on."""

    def note(root: Element) -> None:
        root.append(el("footnote", paragraph("Seen in the archive.", "FootnoteText"), id="77"))

    def change(root: Element) -> None:
        words = text_in(
            root, "The two ports act together when rules are simple, and apart when not."
        )
        words.getparent().addnext(el("r", el("footnoteReference", id="77")))

    draft = read(changed(change, changed(note, part="word/footnotes.xml")))
    assert [inline_text(n.children) for n in draft.brief.notes][:2] == [
        "Seen in the archive.",
        "Aldana, para. 1. Port Gazette.",
    ]
    assert [n.number for n in draft.brief.notes] == [1, 2, 3, 4, 5]
    assert draft.worn  # the second mark of the first note still shows a 1


def test_an_emptied_note_is_no_edit() -> None:
    """LibreOffice 7.4 empties notes on a second save; that is not a person's doing."""

    def change(root: Element) -> None:
        for note in root:
            for words in note.iter(f"{W}p"):
                for child in list(words)[1:]:
                    words.remove(child)

    draft = read(changed(change, part="word/footnotes.xml"))
    assert draft.brief == base()
    assert draft.worn


def test_a_deleted_mark_takes_its_note_along() -> None:
    """A note whose marks are all gone is gone, and the others are numbered anew."""

    def change(root: Element) -> None:
        for words in ("Whether the treaty matters",):
            paragraph = find(root, words)
            for mark in list(paragraph.iter(f"{W}footnoteReference")):
                mark.getparent().getparent().remove(mark.getparent())

    assert [note.id for note in read(changed(change)).brief.notes] == ["note-1", "note-2", "note-3"]


def test_a_retyped_number_is_no_longer_vouched_for() -> None:
    """A changed number loses its tie to the ledger; an untouched one keeps it."""

    def change(root: Element) -> None:
        words = text_in(root, "7 of 8")
        words.text = "17 of 8"

    (edit,) = edits(changed(change))
    assert [i for i in edit.now if i.kind == "number"] == []
    assert "17 of 8 analyses" in inline_text(edit.now)


def test_text_boxes_keep_their_words() -> None:
    """Words in a text box become a paragraph; that it was a box is reported."""

    def change(root: Element) -> None:
        box = el("txbxContent", paragraph("Boxed words", "Normal"))
        find(root, "Harbor authorities").append(el("r", el("pict", box)))

    draft = read(changed(change))
    assert "Boxed words" in str(draft.brief)
    assert [d.code for d in draft.diagnostics] == ["draft-formatting"]


def test_a_block_control_of_word_is_transparent() -> None:
    """Pressing Enter inside a control makes Word wrap both paragraphs in one: both are read."""

    def change(root: Element) -> None:
        unmarked(root)
        old = find(root, "Harbor authorities")
        inner = old.find(f"{W}sdt")
        tag = copy.deepcopy(inner.find(f"{W}sdtPr"))
        unwrapped(old)
        second = paragraph("And another sentence.")
        parent, at = old.getparent(), old.getparent().index(old)
        wrapped = el("sdt", tag, el("sdtContent", old, second))
        parent.insert(at, wrapped)

    (edit,) = edits(changed(change))
    assert isinstance(edit, Added)
    assert edit.place.after[0] == "p-1"


def test_special_characters_keep_their_meaning() -> None:
    """Non-breaking and soft hyphens, tabs and line breaks are read as their characters."""

    def change(root: Element) -> None:
        old = text_in(root, "No source speaks").getparent()
        old.append(el("noBreakHyphen"))
        old.append(el("softHyphen"))
        old.append(el("tab"))
        old.append(el("br"))
        old.append(el("t", text="’\u00a0end"))

    (edit,) = edits(changed(change))
    assert inline_text(edit.now).endswith(".\u2011\u00ad\t\n’\u00a0end")


def test_comments_are_left_aside() -> None:
    """An answer to a comment is no edit."""

    def change(root: Element) -> None:
        root.append(el("comment", paragraph("I doubt it.", "Normal"), id="55", author="Ann"))

    assert read(changed(change, part="word/comments.xml")).brief == base()


def test_the_same_draft_reads_the_same_twice() -> None:
    """Ids of added blocks do not change from reading to reading."""

    def change(root: Element) -> None:
        for _ in range(2):
            find(root, "Options").addnext(paragraph("The same words twice."))

    data = changed(change)
    assert read(data).brief == read(data).brief
    ids = [block.id for block in read(data).brief.blocks]
    assert len(ids) == len(set(ids))


def test_an_unedited_draft_is_the_brief_itself() -> None:
    """Not merely equal: nothing is made anew when nothing changed."""
    assert read(drafted()).brief is base()


def with_picture(data: bytes) -> bytes:
    """Return the draft with a picture that a person inserted after a paragraph."""
    space = "http://schemas.openxmlformats.org"
    drawing = etree.fromstring(
        f'<w:r xmlns:w="{space}/wordprocessingml/2006/main" '
        f'xmlns:a="{space}/drawingml/2006/main" '
        f'xmlns:r="{space}/officeDocument/2006/relationships" '
        f'xmlns:wp="{space}/drawingml/2006/wordprocessingDrawing"><w:drawing><wp:inline>'
        '<wp:docPr id="900" name="P" descr="A quay"/><a:blip r:embed="rIdNew"/>'
        "</wp:inline></w:drawing></w:r>"
    )

    def change(root: Element) -> None:
        find(root, "Harbor authorities").addnext(el("p", drawing))

    def relate(root: Element) -> None:
        relation = copy.deepcopy(root[0])
        relation.set("Id", "rIdNew")
        relation.set("Type", f"{space}/officeDocument/2006/relationships/image")
        relation.set("Target", "media/new.png")
        relation.attrib.pop("TargetMode", None)
        root.append(relation)

    related = changed(relate, changed(change, data), "word/_rels/document.xml.rels")
    buffer = io.BytesIO(related)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/media/new.png", PNG)
    return buffer.getvalue()


def test_an_inserted_picture_is_a_block() -> None:
    """A picture keeps its bytes and its description, and comes back when written again."""
    brief = read(with_picture(drafted())).brief
    (picture,) = [block for block in brief.blocks if isinstance(block, Picture)]
    assert base64.b64decode(picture.data) == PNG
    assert (picture.media, picture.alt) == ("image/png", "A quay")
    again = read_draft(to_docx(brief, house_style()), brief)
    assert again.brief == brief
    assert 'alt="A quay"' in to_html(brief, house_style())


def test_words_in_the_page_foot_are_kept() -> None:
    """A handling line typed into the foot is the brief's; its page numbers stay fields."""

    def change(root: Element) -> None:
        words = text_in(root, "TLP:CLEAR")
        words.text = "Embargoed until noon"

    (edit,) = edits(changed(change, part="word/footer1.xml"))
    assert edit.unit == "brief/footer"
    assert inline_text(edit.now) == "Embargoed until noon"


def test_a_deleted_mark_leaves_no_comma_behind() -> None:
    """The comma between two marks goes with either of them."""

    def change(root: Element) -> None:
        item = find(root, "The ports cooperate")
        link = item.find(f".//{W}hyperlink")
        link.getparent().remove(link)

    (edit,) = edits(changed(change))
    assert inline_text(edit.now).endswith("confidence moderate")


def test_a_space_typed_after_a_mark_is_kept() -> None:
    """Raised like the mark before it, it parts two items that a person joined."""

    def change(root: Element) -> None:
        mark = next(root.iter(f"{W}footnoteReference")).getparent()
        raised = el("rPr", el("vertAlign", val="superscript"))
        mark.addnext(el("r", raised, el("t", text=" ")))
        mark.getnext().addnext(run("Not all."))

    (edit,) = edits(changed(change))
    assert inline_text(edit.now).endswith("probabilities. Not all.")


def test_a_prompt_is_no_text() -> None:
    """A control whose text was deleted shows a prompt of Word, which nobody typed."""

    def change(root: Element) -> None:
        unmarked(root)
        control = find(root, "No source speaks").find(f"{W}sdt")
        control.find(f"{W}sdtPr").append(el("showingPlcHdr"))
        for words in control.iter(f"{W}t"):
            words.text = "Click or tap here to enter text."

    (edit,) = edits(changed(change))
    assert isinstance(edit, Removed)
    assert edit.id == "kj-3"


def test_a_deeply_nested_file_is_refused_or_read() -> None:
    """Controls within controls within controls are no reason to fail without a word."""

    def change(root: Element) -> None:
        inner = paragraph("Deep")
        for _ in range(100):
            inner = el("sdt", el("sdtContent", inner))
        find(root, "Options").addnext(inner)

    assert "Deep" in str(read(changed(change)).brief)


def test_a_paragraph_typed_anew_is_the_same_paragraph() -> None:
    """Selected with its control and typed over, it is known by its place between its neighbors."""

    def change(root: Element) -> None:
        typed_anew(find(root, "Fuel prices drive"), "Taxes on crude decide when.")

    (edit,) = edits(changed(change))
    assert isinstance(edit, Changed)
    assert edit.unit == "kj-2"


def test_a_paragraph_typed_anew_beside_one_that_was_moved_is_the_same() -> None:
    """What was moved in between does not hide which passage was typed anew."""

    def change(root: Element) -> None:
        old = find(root, "The ports cooperate without")
        typed_anew(old, "Taxes on crude decide when.")
        old.addnext(find(root, "No source speaks"))

    found = edits(changed(change))
    assert {type(edit) for edit in found} == {Changed, Moved}
    assert [edit.unit for edit in found if isinstance(edit, Changed)] == ["kj-1"]


def test_an_item_typed_after_another_joins_its_list() -> None:
    """Enter at the end of an item makes the next one, with the numbering of its list."""

    def change(root: Element) -> None:
        old = find(root, "No source speaks")
        new = copy.deepcopy(old)
        unmarked(new)
        unwrapped(new)
        text_in(new, "No source speaks").text = "A fourth judgement."
        old.addnext(new)

    (edit,) = edits(changed(change))
    assert isinstance(edit, Added)
    assert edit.place.parent == "kj"
    assert edit.place.after[0] == "kj-3"


PARTS = {
    "box": "Sources and method",
    "caption": "What the sources count, and when",
    "subtitle": "Are the harbors of the strait",
    "work": "Journal of Made-Up Harbors",
}


@pytest.mark.parametrize("words", PARTS.values(), ids=PARTS)
def test_a_bullet_makes_no_item_of_a_title_a_caption_or_a_work(words: str) -> None:
    """LibreOffice lays one on the box below a list whose last item is cut."""

    def change(root: Element) -> None:
        look = find(root, words).find(f"{W}pPr")
        assert look is not None
        look.insert(1, el("numPr", el("ilvl", val="0"), el("numId", val="1")))

    assert read(changed(change)).brief == base()


def _row_below(root: Element, words: str) -> None:
    """Put a row below the box that holds the key judgements, as Tab in its last cell does."""
    box = next(find(root, "Fuel prices drive").iterancestors(f"{W}tbl"))
    old = box.findall(f"{W}tr")[-1]
    new = el("tr", el("tc", el("tcPr"), paragraph(words) if words else el("p")))
    old.addnext(new)


def test_a_row_that_tab_puts_below_a_box_is_no_edit() -> None:
    """The box is one all the same, and what stands in it keeps its names."""
    assert read(changed(lambda root: _row_below(root, ""))).brief == base()


def test_what_is_typed_in_a_row_below_a_box_stands_in_the_box() -> None:
    """It comes last there."""
    (edit,) = edits(changed(lambda root: _row_below(root, "My own remark.")))
    assert isinstance(edit, Added)
    assert edit.place.parent == "kjs"
    assert "My own remark." in str(edit.piece)
