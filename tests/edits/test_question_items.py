"""A question, its tally and its answer are paragraphs of a draft and one item of the brief."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from lxml import etree

from brief.check.word import draft_text
from brief.edits.readback import read_draft
from brief.model.brief import Aside, Brief, Dots, Heading, Inlines, Item, ListBlock, Strong, Text
from brief.model.edit import Edit
from brief.model.plain import block_text
from brief.writers.docx import to_docx
from tests.edits.drafts import Element, W, base, changed, diff, el, find, parent_of, typed_anew
from tests.support.kitchen import house_style

BREAK = Text(text="\n")


def item(name: str, *answer: str) -> Item:
    """Return a question with a tally and perhaps an answer."""
    words: Inlines = (
        Strong(children=(Text(text=f"Does {name} pay?"),)),
        BREAK,
        Aside(children=(Text(text=f"Two say so of {name}."),)),
    )
    return Item(id=f"q-{name}", children=(*words, *(Text(text=f"\n{one}") for one in answer)))


def asked() -> Brief:
    """Return a brief of three questions: one answered, one tallied only, one of a single line."""
    alone = Item(id="q-none", children=(Text(text="Nothing answers the rest."),))
    items = (item("tin", "Ada says that tin pays well."), item("zinc"), alone)
    block = ListBlock(id="questions", role="questions", items=items)
    return base().model_copy(update={"blocks": (*base().blocks, block)})


def styles(data: bytes) -> list[tuple[str, str]]:
    """Return style and words of the paragraphs from the first question on."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    made = [(s.get(f"{W}val"), "".join(p.itertext(f"{W}t"))) for p in root.iter(f"{W}p")
            for s in p.iter(f"{W}pStyle")]  # fmt: skip
    start = next(n for n, (_, words) in enumerate(made) if "tin" in words)
    return made[start : start + 6]


def edits(change: Callable[[Element], None]) -> list[Edit]:
    """Return what a change of the draft is taken for."""
    data = changed(change, to_docx(asked(), house_style()))
    return list(diff(asked(), read_draft(data, asked()).brief).edits)


def test_a_question_is_a_heading_with_its_answer_below() -> None:
    """Heading, tally and answer each have a style; what has no question is an answer alone."""
    assert styles(to_docx(asked(), house_style())) == [
        ("Heading2", "Does tin pay?"),
        ("Tally", "Two say so of tin."),
        ("Answer", "Ada says that tin pays well."),
        ("Heading2", "Does zinc pay?"),
        ("Tally", "Two say so of zinc."),
        ("Answer", "Nothing answers the rest."),
    ]


def test_no_edit_of_a_question_is_no_change() -> None:
    """Read back, each question is the item that it was."""
    assert read_draft(to_docx(asked(), house_style()), asked()).brief == asked()


@pytest.mark.parametrize("between", ["", "\n"])
def test_dots_without_words_are_no_edit_of_a_question(between: str) -> None:
    """A question whose dots have no count in words is read back unedited, on one line or two."""
    dots = Aside(children=(), dots=(Dots(shape="faint", value=1, source="n:1", label="x"),))
    words = Text(text=f"{between}One source speaks of tin, without a plain yes.")
    strong = Strong(children=(Text(text="Does tin pay?"),))
    one = Item(id="q-tin", children=(strong, BREAK, dots, words))
    block = ListBlock(id="questions", role="questions", items=(one,))
    brief = base().model_copy(update={"blocks": (*base().blocks, block)})
    assert list(diff(brief, read_draft(to_docx(brief, house_style()), brief).brief).edits) == []


def test_the_check_reads_a_question_as_one_place() -> None:
    """Its paragraphs together say what the item says."""
    block = asked().blocks[-1]
    found = draft_text(to_docx(asked(), house_style()), dict(block_text(block)), "x.docx")
    assert {unit: found[unit] for unit, _ in block_text(block)} == dict(block_text(block))


def retype(root: Element, words: str, typed: str) -> None:
    """Type other words over the paragraph that holds these."""
    typed_anew(find(root, words), typed)


def delete(root: Element, words: str) -> None:
    """Delete a paragraph."""
    one = find(root, words)
    parent_of(one).remove(one)


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (lambda r: retype(r, "tin pays", "Ben differs."), "Does tin pay? Two say so of tin. Ben"),
        (lambda r: retype(r, "Does tin", "And tin?"), "And tin? Two say so of tin. Ada"),
        (lambda r: delete(r, "tin pays"), "Does tin pay? Two say so of tin."),
        (lambda r: delete(r, "so of tin"), "Does tin pay? Ada says"),
        (lambda r: delete(r, "Does tin"), "Two say so of tin. Ada says"),
    ],
)
def test_an_edit_of_a_line_is_one_of_its_item(change: Callable[[Element], None], left: str) -> None:
    """Words typed anew or deleted in one paragraph change that item alone."""
    (edit,) = edits(change)
    assert getattr(edit, "unit", "") == "q-tin"
    data = changed(change, to_docx(asked(), house_style()))
    said = dict(block_text(read_draft(data, asked()).brief.blocks[-1]))
    assert said["q-tin"].startswith(left)


def test_the_heading_over_deleted_questions_is_no_question() -> None:
    """What stands right over an answer without its question is still the heading of the section."""
    over = Heading(id="h-asks", level=1, children=(Text(text="What we ask"),))
    blocks = asked().blocks
    brief = asked().model_copy(update={"blocks": (*blocks[:-1], over, blocks[-1])})

    def change(root: Element) -> None:
        for words in ("Does tin", "so of tin", "tin pays", "Does zinc"):
            delete(root, words)

    found = read_draft(changed(change, to_docx(brief, house_style())), brief).brief
    assert over in found.blocks
    assert next(text for _, text in block_text(found.blocks[-1])) == "Two say so of zinc."


def test_a_draft_of_bulleted_questions_is_read_as_before() -> None:
    """A draft from before, each question one bullet with line breaks, has no edits."""
    block = asked().blocks[-1].model_copy(update={"role": ""})
    older = asked().model_copy(update={"blocks": (*base().blocks, block)})
    assert read_draft(to_docx(older, house_style()), asked()).brief == asked()


def test_the_head_of_the_first_page_is_the_series() -> None:
    """It is ours and no edit until a person types another."""
    labels = base().labels.model_copy(update={"series": "Evidence brief · Peru"})
    brief = base().model_copy(update={"labels": labels})
    data = to_docx(brief, house_style())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert "Evidence brief · Peru" in package.read("word/header2.xml").decode()
    assert read_draft(data, brief).brief == brief

    def typed(root: Element) -> None:
        next(root.iter(f"{W}t")).text = "Internal"

    edited = read_draft(changed(typed, data, "word/header2.xml"), brief).brief
    assert edited.labels.first_running == "Internal"


def headed(handling: str) -> tuple[Brief, bytes]:
    """Return a brief with a series and a handling line, and its draft."""
    labels = base().labels.model_copy(update={"series": "Evidence brief", "footer": handling})
    brief = base().model_copy(update={"labels": labels})
    return brief, to_docx(brief, house_style())


@pytest.mark.parametrize("handling", ["TLP:GREEN", "For the addressee and nobody else; " * 4])
def test_the_first_page_says_at_its_head_how_to_handle_it(handling: str) -> None:
    """As in the PDF: beside the series where there is room, else below; and that is no edit."""
    brief, data = headed(handling.strip())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        head = package.read("word/header2.xml").decode()
    assert "Evidence brief" in head
    assert handling.strip() in head
    found = read_draft(data, brief)
    assert found.brief == brief
    assert not found.worn


@pytest.mark.parametrize("part", ["word/header2.xml", "word/footer2.xml"])
def test_page_one_says_one_thing_of_its_handling(part: str) -> None:
    """Typed at the head or the foot, it is one edit, and the draft is renewed to say it at both."""
    brief, data = headed("TLP:GREEN")

    def typed(root: Element) -> None:
        next(t for t in root.iter(f"{W}t") if "GREEN" in t.text).text = "TLP:AMBER"

    found = read_draft(changed(typed, data, part), brief)
    assert found.brief.labels.footer_on_first == "TLP:AMBER"
    assert found.brief.labels.first_running == ""
    assert found.worn
    again = read_draft(to_docx(found.brief, house_style()), found.brief)
    assert not again.worn


def test_a_head_without_the_handling_line_is_given_it() -> None:
    """Drafts of before had none, and a person may overtype it: no edit of it, and it is back."""
    brief, data = headed("TLP:GREEN")

    def typed(root: Element) -> None:
        line = next(root.iter(f"{W}p"))
        for run in list(line.iter(f"{W}r"))[1:]:
            line.remove(run)
        run = next(line.iter(f"{W}r"))
        for child in list(run)[1:]:
            run.remove(child)
        next(root.iter(f"{W}t")).text = "Internal"

    found = read_draft(changed(typed, data, "word/header2.xml"), brief)
    assert found.brief.labels.first_running == "Internal"
    assert found.brief.labels.footer_on_first == "TLP:GREEN"
    assert found.worn


def test_a_bookmark_that_runs_on_takes_nothing_in() -> None:
    """LibreOffice lets some end far below: what follows the questions is no part of one."""
    below = Heading(id="h-below", level=2, children=(Text(text="Below"),))
    brief = asked().model_copy(update={"blocks": (*asked().blocks, below)})

    def run_on(root: Element) -> None:
        start = next(find(root, "tin pays").iter(f"{W}bookmarkStart"))
        ends = root.iter(f"{W}bookmarkEnd")
        end = next(e for e in ends if e.get(f"{W}id") == start.get(f"{W}id"))
        find(root, "Below").append(end)

    data = changed(run_on, to_docx(brief, house_style()))
    assert read_draft(data, brief).brief == brief


@pytest.mark.parametrize("line", ["Does tin", "Two say so of tin", "Ada says that tin"])
def test_a_line_of_a_question_typed_anew_is_found_where_it_was(line: str) -> None:
    """Whichever of its lines lost its name, the check of the draft reads the question whole."""

    def retyped(root: Element) -> None:
        old = find(root, line)
        for child in [child for child in old if child.tag != f"{W}pPr"]:
            old.remove(child)
        old.append(el("r", el("t", text="Typed anew.")))

    data = changed(retyped, to_docx(asked(), house_style()))
    units = dict(block_text(asked().blocks[-1]))
    found = draft_text(data, units, "x.docx")
    assert "Typed anew." in found["q-tin"]
    assert len(found["q-tin"].split()) > len(["Typed", "anew."])
    assert found["q-zinc"] == units["q-zinc"]
