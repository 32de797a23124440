"""Drafts as programs leave them that drop names, styles and properties; words in odd places."""

from __future__ import annotations

import copy
from collections.abc import Callable

import pytest
from lxml import etree

from brief.edits.diff import diff
from brief.edits.readback import read_draft
from brief.edits.report import diff_lines
from brief.model.brief import Brief, Text
from brief.model.edit import Added, Changed
from brief.model.plain import brief_text, inline_text
from brief.writers.docx import to_docx
from tests.edits.drafts import (
    BY,
    DOCUMENT,
    Element,
    W,
    base,
    changed,
    edits,
    el,
    find,
    paragraph,
    parent_of,
    read,
    run,
    type_over,
    unmarked,
    unwrapped,
)
from tests.edits.test_question_items import asked
from tests.edits.word_packages import NOTES, STYLES, Parts, each, saved
from tests.support.kitchen import house_style

FEW = {"Title", "Subtitle", "Heading1", "Heading2", "Heading3", "Normal"}
"""The styles that Google Docs knows."""
LISTS = {"ListBullet": "1", "ListNumber": "2"}
RAISED = ("FootnoteReference", "EndnoteReference")


def _said_on_runs(root: Element) -> None:
    """Looks of character styles said on each run, lists on each item."""
    for style in list(root.iter(f"{W}rStyle")):
        look, name = parent_of(style), style.get(f"{W}val", "")
        look.remove(style)
        look.extend([el("b")] if name == "Strong" else [])
        look.extend([el("i")] if name in ("Emphasis", "BriefAside") else [])
        look.extend([el("vertAlign", val="superscript")] if name in RAISED else [])
    for style in root.iter(f"{W}pStyle"):
        if number := LISTS.get(style.get(f"{W}val", "")):
            numbering = el("numPr", el("ilvl", val="0"), el("numId", val=number))
            parent_of(style).append(numbering)


def _flat_marks(root: Element) -> None:
    """Marks that repeat a note are a raised number."""
    for link in list(root.iter(f"{W}hyperlink")):
        if link.get(f"{W}anchor"):
            parent = parent_of(link)
            at = parent.index(link)
            parent[at : at + 1] = list(link)


def _without_our_parts(parts: Parts) -> None:
    for name in [n for n in parts if n.startswith("customXml") or n == "docProps/custom.xml"]:
        del parts[name]


def pages(parts: Parts) -> None:
    """Apple Pages: styles stay by name; controls, bookmarks, fields and our parts are gone."""
    _without_our_parts(parts)

    def change(root: Element) -> None:
        unwrapped(root)
        unmarked(root)
        _flat_marks(root)
        _said_on_runs(root)

    each(parts, [DOCUMENT, NOTES], change)


def google_docs(parts: Parts) -> None:
    """Google Docs: besides, all styles but a few are gone."""
    pages(parts)

    def prose(root: Element) -> None:
        for style in list(root.iter(f"{W}pStyle")):
            if style.get(f"{W}val") not in FEW:
                parent_of(style).remove(style)

    def styles(root: Element) -> None:
        for style in list(root.iter(f"{W}style")):
            if style.get(f"{W}styleId") not in FEW:
                root.remove(style)

    each(parts, [DOCUMENT, NOTES], prose)
    each(parts, [STYLES], styles)


PROGRAMS = pytest.mark.parametrize("program", [pages, google_docs])


@PROGRAMS
def test_a_program_that_drops_names_and_styles_makes_no_edits(
    program: Callable[[Parts], None],
) -> None:
    """What it drops is no person's doing; the draft is to be written anew."""
    draft = read_draft(saved(to_docx(asked(), house_style()), program), asked())
    assert diff(asked(), draft.brief).edits == ()
    assert draft.worn


@PROGRAMS
@pytest.mark.parametrize(
    ("old", "new", "unit"),
    [
        ("for a decade", "for twelve years", "p-1"),
        ("Two say so of tin.", "Two of us say so of tin.", "q-tin"),
        ("Nothing answers", "Hardly anything answers", "q-none"),
    ],
)
def test_an_edit_in_such_a_program_is_that_edit_alone(
    program: Callable[[Parts], None], old: str, new: str, unit: str
) -> None:
    """In prose and in a line of a question."""
    edited = changed(type_over(old, new), to_docx(asked(), house_style()))
    (edit,) = diff(asked(), read_draft(saved(edited, program), asked()).brief).edits
    assert isinstance(edit, Changed)
    assert edit.unit == unit
    assert new in inline_text(edit.now)


@PROGRAMS
def test_a_paragraph_added_in_such_a_program_is_added(program: Callable[[Parts], None]) -> None:
    """It stands after the one that it followed."""

    def change(root: Element) -> None:
        find(root, "for a decade").addnext(paragraph("A thought of the desk."))

    edited = changed(change, to_docx(asked(), house_style()))
    (edit,) = diff(asked(), read_draft(saved(edited, program), asked()).brief).edits
    assert isinstance(edit, Added)
    assert edit.place.after[0] == "p-1"


def _repeated(root: Element) -> Element:
    return next(link for link in root.iter(f"{W}hyperlink") if link.get(f"{W}anchor"))


def _as_field(root: Element, *result: Element) -> None:
    link = _repeated(root)
    code = el("instrText", text=f" NOTEREF {link.get(f'{W}anchor')} \\h ")
    begun = [el("r", el("fldChar", fldCharType="begin")), el("r", code)]
    parts = [*begun, el("r", el("fldChar", fldCharType="separate")), *result]
    parent = parent_of(link)
    at = parent.index(link)
    parent[at : at + 1] = [*parts, el("r", el("fldChar", fldCharType="end"))]


def typed_in_link(root: Element) -> None:
    """Words typed behind the number, in its own run."""
    words = next(_repeated(root).iter(f"{W}t"))
    words.text = f"{words.text} as 2 say"


def typed_in_run(root: Element) -> None:
    """Words typed behind it in a run of their own, the number split in two."""
    link = _repeated(root)
    link.append(run(" as 2"))
    link.append(run(" say"))


def typed_in_field(root: Element) -> None:
    """Words typed in a field of Word."""
    _as_field(root, run("1"), run("3"), run(" as 2 say"))


def inserted_in_link(root: Element) -> None:
    """Words typed there with tracking on."""
    _repeated(root).append(el("ins", run(" as 2 say"), **BY))


@pytest.mark.parametrize("change", [typed_in_link, typed_in_run, typed_in_field, inserted_in_link])
def test_words_typed_into_the_mark_of_a_note_are_words(change: Callable[[Element], None]) -> None:
    """The number is the mark's, whatever it is; what follows is a person's."""
    (edit,) = edits(changed(change))
    assert isinstance(edit, Changed)
    was, now = inline_text(edit.was), inline_text(edit.now)
    assert " as 2 say" in now
    assert now.replace(" as 2 say", "").rstrip(", ") == was


@pytest.mark.parametrize("runs", [["13"], ["1", "3"], ["1", "", "3"]])
def test_a_number_in_any_runs_is_no_word(runs: list[str]) -> None:
    """A program may split it."""

    def change(root: Element) -> None:
        _as_field(root, *map(run, runs))

    assert edits(changed(change)) == ()


def test_a_mark_put_into_the_mark_of_another_note_is_a_mark() -> None:
    """As where somebody pastes one there."""

    def change(root: Element) -> None:
        ref = next(root.iter(f"{W}footnoteReference"))
        _repeated(root).append(copy.deepcopy(parent_of(ref)))

    (edit,) = edits(changed(change))
    assert isinstance(edit, Changed)


def test_a_reading_above_words_stands_in_brackets_behind_them() -> None:
    """As Japanese editors set it where it cannot stand above."""

    def change(root: Element) -> None:
        ruby = el("ruby", el("rubyPr"), el("rt", run("さくら")), el("rubyBase", run("桜")))
        find(root, "for a decade").append(el("r", ruby))

    (edit,) = edits(changed(change))
    assert isinstance(edit, Changed)
    assert inline_text(edit.now).endswith("桜(さくら)")


def _cell(root: Element, words: str) -> Element:
    found = parent_of(find(root, words))
    while found.tag != f"{W}tc":
        found = parent_of(found)
    return found


def deleted(root: Element) -> None:
    """A cell deleted, those behind it moved up."""
    cell = _cell(root, "US$38 billion")
    parent_of(cell).remove(cell)


def deleted_with_tracking(root: Element) -> None:
    """The same, as Word marks it with tracking on."""
    properties = _cell(root, "US$38 billion").find(f"{W}tcPr")
    assert properties is not None
    properties.append(el("cellDel", **BY))


@pytest.mark.parametrize("change", [deleted, deleted_with_tracking])
def test_a_deleted_cell_is_gone_and_no_other_doubled(change: Callable[[Element], None]) -> None:
    """The row ends with an empty cell."""
    draft = read(changed(change))
    assert draft.tracked == (change is deleted_with_tracking)
    said = [text for _, text in brief_text(draft.brief)]
    before = [text for _, text in brief_text(base())]
    assert sorted([*said, "US$38 billion"]) == sorted(before)


def test_the_text_box_of_a_last_paragraph_without_an_end_is_kept() -> None:
    """Its end was deleted with tracking on, and nothing follows."""

    def change(root: Element) -> None:
        body = root.find(f"{W}body")
        assert body is not None
        box = etree.SubElement(el("r", el("pict")), f"{W}unknown")
        box.append(el("txbxContent", paragraph("Words of a text box.")))
        pict = parent_of(box)
        last = paragraph("The last line.")
        last[0].append(el("rPr", el("del", **BY)))
        last.append(el("r", el("pict", *pict)))
        body.append(last)

    assert "Words of a text box." in str(edits(changed(change)))


def test_the_diff_of_a_long_passage_shows_where_it_differs() -> None:
    """Both lines begin a few words before, and say so."""
    long = "The ports of the north have had one rule for all since the canal. " * 6

    def with_words(words: str) -> Brief:
        blocks = [
            b.model_copy(update={"children": (Text(text=words),)}) if b.id == "p-1" else b
            for b in base().blocks
        ]
        return base().model_copy(update={"blocks": tuple(blocks)})

    made = diff(with_words(f"{long}It holds."), with_words(f"{long}It broke."))
    _, was, now = diff_lines(made)
    assert was.startswith("  - …")
    assert was.endswith("It holds.")
    assert now.endswith("It broke.")
