"""Edits in the markup that Word writes for them, with what else it writes on the way."""

from __future__ import annotations

import copy

import pytest

from brief.draft import Before, follow
from brief.edits.pieces import units
from brief.edits.tree import to_tree
from brief.model.edit import Changed, Edits, Moved, Removed
from brief.model.plain import inline_text, plain
from tests.edits.drafts import (
    BY,
    Element,
    W,
    base,
    changed,
    drafted,
    edits,
    el,
    find,
    marked_as_moved,
    paragraph,
    parent_of,
    run,
    text_in,
    typed_anew,
    unmarked,
    unwrapped,
)
from tests.edits.word_packages import COMMENTS, NOTES, W14, saved
from tests.edits.word_saves import comments_of_people, ids_on_paragraphs, proofing


def replace_in(root: Element) -> None:
    """Replace a word as "Replace All" does: each find a run of its own, by another revision."""
    for words in list(root.iter(f"{W}t")):
        before, found, after = (words.text or "").partition("ports")
        if not found:
            continue
        old = parent_of(words)
        new, rest = copy.deepcopy(old), copy.deepcopy(old)
        for part, text in ((old, before), (new, "harbors"), (rest, after)):
            part.find(f"{W}t").text = text
        new.set(f"{W}rsidR", "00AB12CD")
        old.addnext(rest)
        old.addnext(new)


def test_find_and_replace_changes_each_unit_that_has_the_word() -> None:
    """In the text and in the notes, and nowhere else."""
    data = changed(replace_in, saved(drafted(), ids_on_paragraphs))
    data = changed(replace_in, data, NOTES)
    found = edits(data)
    assert all(isinstance(edit, Changed) for edit in found)
    assert all("harbors" in plain(edit.now) for edit in found)
    pieces = to_tree(base()).pieces.values()
    having = {
        unit for piece in pieces for unit, words in units(piece).items()
        if "ports" in plain(words) and not unit.startswith("brief/running")
    }  # fmt: skip
    assert {edit.unit for edit in found} == having


@pytest.mark.parametrize("whole", [False, True])
def test_a_title_typed_anew_is_the_title(whole: bool) -> None:
    """In its control, or with control and mark selected and typed over."""

    def retitle(root: Element) -> None:
        words = text_in(root, "Two ports act together")
        line = find(root, "Two ports act together")
        if whole:
            typed_anew(line, "Two harbors and a strait")
        else:
            words.text = "Two harbors and a strait"

    (edit,) = edits(changed(retitle))
    assert isinstance(edit, Changed)
    assert edit.unit == "brief/title"
    assert plain(edit.now) == "Two harbors and a strait"


SCRIPTS = "中文、日本語 русский عربي עברית"


def test_words_in_other_scripts_keep_their_signs_and_order() -> None:
    """Runs for East Asian and right-to-left text, each with its language."""

    def type_on(root: Element) -> None:
        line = find(root, "No source")
        asian = run(" 中文、日本語 ")
        asian.find(f"{W}rPr").extend([el("rFonts", hint="eastAsia"), el("lang", eastAsia="zh-CN")])
        arabic = run("عربي עברית")
        arabic.find(f"{W}rPr").extend([el("rtl"), el("cs"), el("lang", bidi="ar-SA")])
        for part in (asian, run("русский "), arabic):
            line.append(part)

    (edit,) = edits(saved(changed(type_on), proofing))
    assert isinstance(edit, Changed)
    assert inline_text(edit.now).endswith(f" {SCRIPTS}")


def test_a_section_deleted_with_its_heading_is_gone() -> None:
    """Its heading and its paragraphs, and nothing of the next section."""

    def cut(root: Element) -> None:
        heading = find(root, "What the sources say")
        after = heading.getnext()
        parent_of(heading).remove(heading)
        while after is not None and "Heading" not in str(
            [style.get(f"{W}val") for style in after.iter(f"{W}pStyle")]
        ):
            gone, after = after, after.getnext()
            parent_of(gone).remove(gone)

    found = edits(changed(cut))
    assert found
    assert all(isinstance(edit, Removed) for edit in found)
    assert found[0].id == "h-say"
    followed = follow(changed(cut), Before(base(), base(), Edits(audience="kitchen")), base())
    assert "What the sources say" not in str(followed.brief.blocks)


@pytest.mark.parametrize("names", ["both", "from", "to", "none"])
def test_a_move_under_tracking_is_a_move(names: str) -> None:
    """Between its range marks, whichever of the two keeps control and bookmark."""

    def move(root: Element) -> None:
        old = find(root, "The joint statement")
        new = copy.deepcopy(old)
        find(root, "What the sources say").addprevious(new)
        for place, keeps in ((old, "from"), (new, "to")):
            if names not in (keeps, "both"):
                unwrapped(place)
                unmarked(place)
        marked_as_moved(old, new)

    found = edits(changed(move))
    assert [type(edit) for edit in found] == [Moved], found
    assert found[0].id == "p-2"


@pytest.mark.parametrize("bare", [False, True])
def test_a_paragraph_mark_deleted_under_tracking_makes_one_of_two(bare: bool) -> None:
    """The words of both stay, in one; with and without controls and bookmarks."""

    def join(root: Element) -> None:
        if bare:
            unwrapped(root)
            unmarked(root)
        first = find(root, "Harbor authorities")
        first.find(f"{W}pPr").append(el("rPr", el("del", **BY)))

    found = edits(changed(join))
    assert sorted(type(edit).__name__ for edit in found) == ["Changed", "Removed"]
    (now,) = (plain(edit.now) for edit in found if isinstance(edit, Changed))
    assert "Harbor authorities" in now
    assert "The joint statement" in now


def answer(root: Element) -> None:
    """Add an answer to each comment."""
    for number, comment in enumerate(list(root.iter(f"{W}comment"))):
        said = copy.deepcopy(comment)
        said.set(f"{W}id", str(70000 + number))
        said.set(f"{W}author", "Ann Editor")
        for line in said.iter(f"{W}p"):
            line.set(f"{{{W14}}}paraId", f"{0x70000000 + number:08X}")
        comment.addnext(said)


def mark_answers(root: Element) -> None:
    """Set the marks of the answers beside those of the comments."""
    for kind in ("commentRangeStart", "commentRangeEnd"):
        for mark in list(root.iter(W + kind)):
            key = int(mark.get(f"{W}id", "0"))
            mark.addnext(el(kind, id=str(key + 60000)))
    for found in list(root.iter(f"{W}commentReference")):
        key = int(found.get(f"{W}id", "0"))
        parent_of(found).addnext(el("r", el("commentReference", id=str(key + 60000))))


def take_comments_away(root: Element) -> None:
    """Delete every comment's marks."""
    for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for mark in list(root.iter(W + kind)):
            parent_of(mark).remove(mark)


def test_comments_answered_resolved_and_deleted_are_no_edits() -> None:
    """Whatever is said in the margin stays there."""
    answered = changed(
        mark_answers, changed(answer, saved(drafted(), comments_of_people), COMMENTS)
    )
    assert edits(answered) == ()
    assert edits(saved(drafted(), comments_of_people)) == ()
    assert edits(changed(take_comments_away)) == ()


@pytest.mark.parametrize("style", ["Title", "BodyText"])
def test_all_typed_anew_keeps_every_typed_word(style: str) -> None:
    """All that was there is gone, and what was typed is there; nothing else is lost or raised."""

    def anew(root: Element) -> None:
        body = root.find(f"{W}body")
        last = body.find(f"{W}sectPr")
        for child in list(body):
            if child is not last:
                body.remove(child)
        body.insert(0, paragraph("All of it anew.", style))
        body.insert(1, paragraph("And a second thought.", "BodyText"))

    followed = follow(changed(anew), Before(base(), base(), Edits(audience="kitchen")), base())
    text = str(followed.brief)
    assert "All of it anew." in text
    assert "And a second thought." in text
    assert (followed.brief.title == "All of it anew.") == (style == "Title")
    assert "Harbor authorities" not in str(followed.brief.blocks)


def test_a_work_cut_and_pasted_into_a_box_is_read() -> None:
    """Of a work below the sources no piece of the text has the name: a box with it is read so."""

    def pasted(root: Element) -> None:
        (work, *_) = [one for one in root.iter(f"{W}p") if _style(one) == "Reference"]
        cell = next(root.iter(f"{W}tc"))
        for old in list(cell.iter(f"{W}p")):
            parent_of(old).remove(old)
        cell.append(work)

    assert edits(changed(pasted))


def _style(found: Element) -> str:
    style = found.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))
