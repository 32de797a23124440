"""What people do in Word beyond typing: columns, copies, pictures, page feet, odd wrappers."""

from __future__ import annotations

import copy

import pytest

from brief.draft import Before, follow
from brief.edits.diff import diff
from brief.edits.merge import merge
from brief.edits.readback import read_draft
from brief.edits.report import status_lines
from brief.model.brief import Table
from brief.model.edit import Added, Changed, Edits, Moved, Removed, Reshaped
from brief.model.plain import inline_text, walk
from brief.writers.docx import to_docx
from tests.edits.drafts import (
    Element,
    W,
    base,
    changed,
    edits,
    el,
    find,
    paragraph,
    read,
    run,
    text_in,
)
from tests.support.kitchen import house_style, kitchen

NONE = Edits(audience="kitchen")


def table_of(root: Element) -> Element:
    """Return the table of figures."""
    cell = find(root, "US$38 billion")
    return next(cell.iterancestors(f"{W}tbl"))


def add_column(root: Element) -> None:
    """Add a column after the second."""
    for number, row in enumerate(table_of(root).findall(f"{W}tr")):
        row.findall(f"{W}tc")[1].addnext(el("tc", paragraph(f"mine {number}")))


def drop_column(root: Element) -> None:
    """Delete the third column."""
    for row in table_of(root).findall(f"{W}tr"):
        row.remove(row.findall(f"{W}tc")[2])


def the_table(brief) -> Table:
    return next(b for b in walk(brief.blocks) if isinstance(b, Table))


def test_an_added_column_stays_when_rows_change() -> None:
    """The table is the same table: new rows of the machine come in, the column stays."""
    followed = follow(changed(add_column), Before(base(), base(), NONE), base())
    assert sum(isinstance(edit, Reshaped) for edit in followed.edits.edits) == 1
    assert not any(isinstance(edit, Removed | Added) for edit in followed.edits.edits)
    old = the_table(base())
    row = tuple(c.model_copy(update={"id": f"new{n}"}) for n, c in enumerate(old.rows[0]))
    wider = old.model_copy(update={"rows": (*old.rows, row)})
    blocks = tuple(wider if b.id == old.id else b for b in base().blocks)
    merged = merge(followed.edits, base().model_copy(update={"blocks": blocks}))
    table = the_table(merged.brief)
    assert [inline_text(c.title) for c in table.columns][2] == "mine 0"
    assert [inline_text(cells[2].children) for cells in table.rows] == [
        "mine 1", "mine 2", "mine 3", "mine 4", "",
    ]  # fmt: skip
    assert merged.conflicts == ()


def test_a_deleted_column_stays_away() -> None:
    """Its cells go, those of other columns refresh."""
    (edit,) = edits(changed(drop_column))
    assert isinstance(edit, Reshaped)
    assert edit.columns == ("1", "2", "4")
    merged = merge(Edits(audience="kitchen", edits=(edit,)), base())
    assert {len(cells) for cells in the_table(merged.brief).rows} == {3}


def test_the_first_column_can_be_deleted_too() -> None:
    """A row is known though the cell that named it is gone, over two rounds and new rows."""

    def drop_first(root: Element) -> None:
        for row in table_of(root).findall(f"{W}tr"):
            row.remove(row.findall(f"{W}tc")[0])

    once = follow(changed(drop_first), Before(base(), base(), NONE), base())
    (edit,) = once.edits.edits
    assert isinstance(edit, Reshaped)
    assert edit.columns == ("2", "3", "4")
    again = changed(drop_first, to_docx(once.brief, house_style()))
    twice = follow(again, Before(base(), once.brief, once.edits), base())
    (edit,) = twice.edits.edits
    assert isinstance(edit, Reshaped)
    assert edit.columns == ("3", "4")
    old = the_table(base())
    row = tuple(c.model_copy(update={"id": f"new{n}"}) for n, c in enumerate(old.rows[0]))
    longer = old.model_copy(update={"rows": (*old.rows, row)})
    blocks = tuple(longer if b.id == old.id else b for b in base().blocks)
    merged = merge(twice.edits, base().model_copy(update={"blocks": blocks})).brief
    assert [len(cells) for cells in the_table(merged).rows] == [2] * (len(old.rows) + 1)
    words = [inline_text(c.children) for c in the_table(merged).rows[0]]
    assert words == [inline_text(c.children) for c in old.rows[0][2:]]


def test_a_cell_edited_where_the_first_column_is_gone_is_an_edit_of_that_cell() -> None:
    """And a conflict there is one of that cell."""

    def change(root: Element) -> None:
        for row in table_of(root).findall(f"{W}tr"):
            row.remove(row.findall(f"{W}tc")[0])
        text_in(root, "US$38 billion").text = "US$39 billion"

    found = edits(changed(change))
    assert [type(edit) for edit in found] == [Reshaped, Changed]
    assert inline_text(found[1].now) == "US$39 billion"


def test_a_copied_paragraph_with_its_names_is_added_once() -> None:
    """Two places of one name: one is the passage, the other is new."""

    def duplicate(root: Element) -> None:
        find(root, "Options").addnext(copy.deepcopy(find(root, "The joint statement")))

    (edit,) = edits(changed(duplicate))
    assert isinstance(edit, Added)
    assert edit.place.after[0] in ("h-opt", "l-1", "tab-1")


@pytest.mark.parametrize("words", [" And 2 more.", " 1, 2, go", ", and so on", " 17"])
def test_words_typed_after_a_mark_lose_nothing(words: str) -> None:
    """A program raises them like the mark; they stay words, with their spaces and numbers."""

    def type_on(root: Element) -> None:
        raised = el("r", el("rPr", el("rStyle", val="FootnoteReference")), el("t", text=words))
        find(root, "The ports cooperate").append(raised)

    (edit,) = edits(changed(type_on))
    assert isinstance(edit, Changed)
    assert inline_text(edit.now).endswith(words)


@pytest.mark.parametrize("tag", ["smartTag", "customXml", "conflictIns", "hyperlink", "dir"])
def test_words_in_any_wrapper_are_read(tag: str) -> None:
    """What an element is called that holds runs matters to nobody."""
    draft = read(changed(lambda root: find(root, "No source").append(el(tag, run(" Zq.")))))
    assert "Zq." in str(draft.brief.blocks)


def test_a_paragraph_in_a_wrapper_is_read() -> None:
    """Paragraphs in elements that are new to us are paragraphs."""

    def wrap(root: Element) -> None:
        find(root, "Options").addnext(el("unknown", paragraph("Zq wrapped.")))

    assert "Zq wrapped." in str(read(changed(wrap)).brief.blocks)


def test_what_is_left_out_is_said_apart() -> None:
    """An inserted file is no plain text: a warning says that it is missing."""

    def insert(root: Element) -> None:
        find(root, "Options").addnext(el("altChunk"))

    (said,) = read(changed(insert)).diagnostics
    assert (said.severity, said.code) == ("warning", "draft-formatting")
    assert "left out" in said.message
    assert "inserted file (1)" in said.message


def test_arrows_that_word_makes_stay_arrows() -> None:
    """Word makes a sign of its own font of `-->`."""

    def arrow(root: Element) -> None:
        find(root, "No source").append(el("r", el("sym", font="Wingdings", char="F0E0")))

    assert "→" in str(read(changed(arrow)).brief.blocks)


def test_each_page_foot_keeps_its_own_words() -> None:
    """The first page's foot and that of the others are two; a tail after the number stays."""
    rest, first = "word/footer1.xml", "word/footer2.xml"
    data = changed(lambda root: text_in(root, "TLP").__setattr__("text", "Rest\t"), None, rest)
    (edit,) = edits(data)
    assert edit.unit == "brief/footer"
    data = changed(lambda root: text_in(root, "TLP").__setattr__("text", "First\t"), data, first)
    labels = read(data).brief.labels
    assert (labels.footer, labels.first_footer) == ("Rest", "First")
    again = read_draft(to_docx(read(data).brief, house_style()), read(data).brief)
    assert again.brief == read(data).brief


def test_a_first_page_that_is_a_section_has_its_own_foot() -> None:
    """LibreOffice makes it one where its head alone is changed; its foot stays its own."""

    def own_section(root: Element) -> None:
        rest = next(root.iter(f"{W}sectPr"))
        rest.remove(rest.find(f"{W}titlePg"))
        first = copy.deepcopy(rest)
        for section, unwanted in ((rest, "first"), (first, "default")):
            for foot in section.findall(f"{W}footerReference"):
                if foot.get(f"{W}type") == unwanted:
                    section.remove(foot)
                foot.set(f"{W}type", "default")
        find(root, "Options").find(f"{W}pPr").append(first)

    data = changed(own_section)
    for words, part in (("Rest\t", "word/footer1.xml"), ("First\t", "word/footer2.xml")):
        data = changed(
            lambda root, w=words: text_in(root, "TLP").__setattr__("text", w), data, part
        )
    labels = read(data).brief.labels
    assert (labels.footer, labels.first_footer) == ("Rest", "First")


def test_a_foot_that_no_page_shows_is_no_edit() -> None:
    """Word keeps the first page's foot in the file when all pages are to have the same."""
    data = changed(lambda root: text_in(root, "TLP").__setattr__("text", "Old\t"), None,
                   "word/footer2.xml")  # fmt: skip

    def same_for_all(root: Element) -> None:
        for title in list(root.iter(f"{W}titlePg")):
            title.getparent().remove(title)

    assert not edits(changed(same_for_all, data))


def test_an_emptied_page_head_is_gone_and_stays_so() -> None:
    """Its words are an edit like any other; those of another page are not touched."""
    data = changed(lambda root: text_in(root, "Two ports").__setattr__("text", ""), None,
                   "word/header1.xml")  # fmt: skip
    (edit,) = edits(data)
    assert (edit.unit, edit.now) == ("brief/running", ())
    assert merge(diff(base(), read(data).brief), base()).brief.labels.running == ""


def test_new_words_for_a_chart_are_an_edit() -> None:
    """The alternative text is the person's; emptied, it is ours again."""
    from tests.edits.drafts import DOCUMENT

    whole = kitchen()
    drafted = to_docx(whole, house_style())

    def rename(words: str):
        def change(root: Element) -> None:
            shown = next(e for e in root.iter() if str(e.tag).endswith("}docPr"))
            shown.set("descr", words)

        return change

    for words, edited in (("My 12 words.", True), ("", False)):
        followed = follow(
            changed(rename(words), drafted, DOCUMENT), Before(whole, whole, NONE), whole
        )
        assert bool(followed.edits.edits) is edited
        assert (words in str(followed.brief.blocks)) is True


def test_a_work_that_notes_cite_comes_back() -> None:
    """Its deletion would leave notes that lead nowhere; a comment says so."""

    def delete(root: Element) -> None:
        gone = find(root, "Aldana, M.")
        parent = gone.getparent()
        assert parent is not None
        parent.remove(gone)

    followed = follow(changed(delete), Before(base(), base(), NONE), base())
    assert followed.merged.returned == ("ref:001",)
    assert "notes still cite it" in str(followed.remarks)
    told = status_lines("kitchen", followed.merged, followed.touched)
    assert "  back because notes still cite it: ref:001" in told
    assert followed.brief.references[0].id == "001"


def test_an_item_moved_to_another_list_leaves_both_lists_where_they_are() -> None:
    """A list goes on where most of its items are."""

    def move(root: Element) -> None:
        find(root, "Fuel prices drive").addprevious(find(root, "Whether the treaty"))

    (edit,) = edits(changed(move))
    assert isinstance(edit, Moved)
    assert edit.id == "l-1b"
