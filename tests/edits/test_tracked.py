"""Tracked changes that are open outlive a rewrite of the draft: authors, dates, places, looks."""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable

import pytest

from brief.check.finished import draft_units
from brief.check.word import draft_text
from brief.edits.pieces import form, units
from brief.edits.readback import Draft, open_changes, read_draft
from brief.edits.tree import to_tree
from brief.model.brief import Brief
from brief.model.plain import plain
from brief.writers.docx import to_docx
from tests.edits.drafts import Element, W, base, changed, drafted, el, find, paragraph, run, text_in
from tests.support.desk import say
from tests.support.kitchen import house_style
from tests.writers.docx.test_order import ORDERS

WHO = {"author": "Ann <a&b>", "date": "2026-11-20T09:30:00Z"}


def put_in(root: Element) -> None:
    """Type words in the middle of a sentence."""
    first = text_in(root, "Fuel prices drive").getparent()
    second = copy.deepcopy(first)
    words, rest = first.find(f"{W}t"), second.find(f"{W}t")
    words.text, rest.text = (words.text or "")[:11], (rest.text or "")[11:]
    first.addnext(second)
    first.addnext(el("ins", run(" and taxes"), id="901", **WHO))


def as_deleted(element: Element) -> Element:
    """Return runs as a program writes them when they are deleted."""
    made = el("del", id="902", **WHO)
    for old in element.iter(f"{W}r"):
        gone = copy.deepcopy(old)
        for words in gone.iter(f"{W}t"):
            words.tag = f"{W}delText"
        made.append(gone)
    return made


def take_out(root: Element) -> None:
    """Delete the words of one run, and type others."""
    old = text_in(root, "No source speaks").getparent()
    holder = old.getparent()
    at = holder.index(old)
    wrapper = el("x", old)
    holder.insert(at, as_deleted(wrapper))
    holder.insert(at + 1, el("ins", run("Two sources speak to insurance."), id="903", **WHO))


def take_out_a_paragraph(root: Element) -> None:
    """Delete a paragraph with its end."""
    old = find(root, "Whether freight follows fuel")
    for holder in [n for n in old if n.tag != f"{W}pPr"]:
        old.replace(holder, as_deleted(holder))
    old.find(f"{W}pPr").append(el("rPr", el("del", id="904", **WHO)))


def take_out_all_words(root: Element) -> None:
    """Delete the words of a paragraph and not its end."""
    old = find(root, "Whether freight follows fuel")
    for holder in [n for n in old if n.tag != f"{W}pPr"]:
        old.replace(holder, as_deleted(holder))


def put_in_a_paragraph(root: Element) -> None:
    """Press Enter at the end of a paragraph and type another."""
    old = find(root, "Harbor authorities")
    new = paragraph("")
    new.append(el("ins", run("A word of the analyst's, "), run("stressed", "b"), id="905", **WHO))
    old.find(f"{W}pPr").append(el("rPr", el("ins", id="906", **WHO)))
    old.addnext(new)


def join(root: Element) -> None:
    """Delete the end of a list item."""
    first = find(root, "Fuel prices drive")
    first.find(f"{W}pPr").append(el("rPr", el("del", id="907", **WHO)))


def stress(root: Element) -> None:
    """Make words bold."""
    old = text_in(root, "No source speaks").getparent()
    look = old.find(f"{W}rPr")
    if look is None:
        look = el("rPr")
        old.insert(0, look)
    look.insert(0, el("b"))
    look.append(el("rPrChange", el("rPr"), id="909", **WHO))


def make_a_heading(root: Element) -> None:
    """Make a paragraph a heading."""
    old = find(root, "Whether freight follows fuel").find(f"{W}pPr")
    was = copy.deepcopy(old)
    old[:] = [el("pStyle", val="Heading2"), el("pPrChange", was, id="910", **WHO)]


def move(root: Element) -> None:
    """Move a paragraph."""
    old = find(root, "The joint statement")
    new = copy.deepcopy(old)
    new.append(el("moveTo", *list(new)[1:], id="911", **WHO))
    old.append(el("moveFrom", *list(old)[1:], id="912", **WHO))
    old.find(f"{W}pPr").append(el("rPr", el("moveFrom", id="913", **WHO)))
    find(root, "Options").addnext(new)


def change_a_cell(root: Element) -> None:
    """Type over the words of a cell."""
    old = text_in(root, "US$38 billion").getparent()
    at, holder = old.getparent().index(old), old.getparent()
    holder.insert(at, as_deleted(el("x", old)))
    holder.insert(at + 1, el("ins", run("US$39 billion"), id="914", **WHO))


def put_in_a_row(root: Element) -> None:
    """Add a row to a table."""
    old = next(r for r in root.iter(f"{W}tr") if "berth 1" in "".join(map(str, r.itertext())))
    cells = []
    for number in range(4):
        new = el("p", el("pPr", el("pStyle", val="TableText")))
        new.append(el("ins", run(f"mine {number}"), id="915", **WHO))
        cells.append(el("tc", new))
    old.addnext(el("tr", el("trPr", el("ins", id="916", **WHO)), *cells))


EDITS = [put_in, put_in_a_row, take_out, take_out_a_paragraph, take_out_all_words, join,
         put_in_a_paragraph, stress, make_a_heading, move, change_a_cell]  # fmt: skip


def rewritten(draft: Draft) -> bytes:
    """Return the draft written anew."""
    return to_docx(draft.brief, house_style(), standing=draft.standing)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_open_changes_outlive_a_rewrite(edit: Callable[[Element], None]) -> None:
    """Each is there again, once, with its author and date, and reads as before."""
    data = changed(edit)
    draft = read_draft(data, base())
    assert draft.standing
    new = rewritten(draft)
    again = read_draft(new, draft.brief)
    assert again.brief == draft.brief
    assert again.standing == draft.standing
    assert open_changes(new) == open_changes(data) > 0
    assert rewritten(again) == new


def split_a_heading(root: Element) -> None:
    """Make a paragraph a heading, and press Enter at its end."""
    make_a_heading(root)
    properties = find(root, "Whether freight follows fuel").find(f"{W}pPr")
    properties.insert(1, el("rPr", el("ins", id="917", **WHO)))


@pytest.mark.parametrize("name", ["pPr", "rPr", "sdtPr"])
def test_marks_stand_in_the_order_of_the_standard(name: str) -> None:
    """A draft with all of them at once holds no property where Word would call it damaged."""
    together = functools.reduce(
        lambda data, edit: changed(edit, data),
        [put_in, put_in_a_row, stress, split_a_heading, put_in_a_paragraph, move],
        drafted(),
    )
    made: list[Element] = []
    changed(made.append, rewritten(read_draft(together, base())))
    order = ORDERS[name].split()
    found = list(made[0].iter(f"{W}{name}"))
    for element in found:
        kids = [str(kid.tag).removeprefix(W) for kid in element if str(kid.tag).startswith(W)]
        names = [kid for kid in kids if kid not in ("ins", "del")]  # of the end, they come first
        assert [order.index(kid) for kid in names] == sorted(map(order.index, names))
    assert found


def test_of_foreign_markup_nothing_comes_along() -> None:
    """What stands in a tracked change beside words is not written anew, and breaks nothing."""

    def hide(root: Element) -> None:
        hostile = el("r", el("object"), el("instrText", text=" INCLUDETEXT x "), el("t", text="a"))
        gone = el("r", el("pict"), el("delText", text="b"), el("altChunk"))
        holder = find(root, "Harbor authorities")
        holder.append(el("ins", hostile, el("sdt", el("sdtPr")), id="1", author='A" onload="x'))
        holder.append(el("del", gone, id="-1", author="B" * 9999, date="2026-13-99"))

    draft = read_draft(changed(hide), base())
    made: list[Element] = []
    changed(made.append, rewritten(draft))
    names = {str(node.tag).removeprefix(W) for node in made[0].iter()}
    assert not names & {"object", "pict", "altChunk", "instrText"}
    authors = [n.get(f"{W}author", "") for n in made[0].iter(f"{W}ins", f"{W}del")]
    assert authors == ['A" onload="x', "B" * 200]
    assert [n.get(f"{W}date") for n in made[0].iter(f"{W}del")] == [None]


def test_a_block_with_new_words_shows_no_marks_of_old_ones() -> None:
    """Places in other words would be wrong ones; deleted paragraphs beside it stay shown."""
    data = changed(take_out_a_paragraph, changed(take_out))
    draft = read_draft(data, base())
    other = say(draft.brief, "p-4", "Other words.")
    assert read_draft(to_docx(other, house_style(), standing=draft.standing), other).tracked == 3
    tracked = {key: one.model_copy(update={"words": "x"}) for key, one in draft.standing.items()}
    again = read_draft(to_docx(draft.brief, house_style(), standing=tracked), draft.brief)
    assert again.tracked == 1
    assert again.brief == draft.brief


def decided(root: Element, *, accept: bool) -> None:
    """Accept or reject all that is open, as a word processor does."""
    gone, kept = {"del", "moveFrom"}, {"ins", "moveTo"}
    gone, kept = (gone, kept) if accept else (kept, gone)
    for row in list(root.iter(f"{W}tr")):
        if row.find(f"{W}trPr/{W}ins") is not None and not accept:
            row.getparent().remove(row)
    for words in root.iter(f"{W}delText"):
        words.tag = f"{W}t"
    for old in list(root.iter(f"{W}p")):
        marks = old.find(f"{W}pPr/{W}rPr")
        names = {m.tag.removeprefix(W) for m in marks} if marks is not None else set()
        if marks is not None:
            marks.getparent().remove(marks)
        if names & gone:  # its end goes: what follows is a part of it
            _join(old)
    for change in [n for n in root.iter() if str(n.tag).removeprefix(W) in gone]:
        change.getparent().remove(change)
    for change in [n for n in root.iter() if str(n.tag).removeprefix(W) in kept]:
        for inside in list(change):
            change.addprevious(inside)
        change.getparent().remove(change)
    for change in list(root.iter(f"{W}rPrChange", f"{W}pPrChange")):
        look = change.getparent()
        if not accept:
            look[:] = list(change[0])
        else:
            look.remove(change)


def _join(old: Element) -> None:
    following = old.getnext()
    content = [n for n in old if n.tag != f"{W}pPr"]
    following[1:1] = content
    old.getparent().remove(old)


@pytest.mark.parametrize("accept", [True, False], ids=["accept", "reject"])
@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_what_was_carried_on_can_be_decided(edit: Callable[[Element], None], accept: bool) -> None:
    """Accepted or rejected in the draft written anew, it reads as when decided at once."""

    def decide(root: Element) -> None:
        decided(root, accept=accept)

    draft = read_draft(changed(edit), base())
    at_once = read_draft(changed(decide, changed(edit)), base())
    later = read_draft(changed(decide, rewritten(draft)), draft.brief)
    assert open_changes(changed(decide, rewritten(draft))) == 0
    assert words(later.brief) == words(at_once.brief)
    if accept:
        assert later.brief == draft.brief
    else:
        assert words(later.brief) == words(base())


def words(brief: Brief) -> list[tuple[str, str]]:
    """Return the words of a brief in order, each with the form of its block."""
    tree = to_tree(brief)
    return [
        (form(tree.pieces[key]), plain(said))
        for key in ("brief", *tree.in_order())
        for said in units(tree.pieces[key]).values()
    ]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_the_check_reads_what_is_open_as_its_result(edit: Callable[[Element], None]) -> None:
    """Each place of the draft written anew says what the brief says, and no other is there."""
    draft = read_draft(changed(edit), base())
    said = dict(draft_units(draft.brief))
    shown = draft_text(rewritten(draft), said, "x")
    assert {unit: said[unit] for unit in said if unit in shown} == shown


def test_a_mark_deleted_under_tracking_is_no_mark() -> None:
    """A link to a note whose number is deleted shows none."""

    def take_out_marks(root: Element) -> None:
        line = find(root, "Harbor authorities")
        for link in line.iter(f"{W}hyperlink"):
            link[:] = [as_deleted(link)]

    draft = read_draft(changed(take_out_marks), base())
    assert draft.tracked == 1
    assert "note-2" not in str(to_tree(draft.brief).pieces["p-1"])


def test_what_follows_a_paragraph_taken_out_whole_stays_what_it_was() -> None:
    """LibreOffice gives the kind of a paragraph deleted under tracking to the heading below it."""

    def take_out_above(root: Element) -> None:
        head = find(root, "Options")
        mark = el("pPr", el("rPr", el("del", id="931", **WHO)))
        head.addprevious(el("p", mark, as_deleted(el("x", run("Gone.")))))
        head.find(f"{W}pPr").remove(head.find(f"{W}pPr/{W}pStyle"))

    brief = read_draft(changed(take_out_above), base()).brief
    assert form(to_tree(brief).pieces["h-opt"]) == form(to_tree(base()).pieces["h-opt"])
