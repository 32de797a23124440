"""The head of page one, and what stays together in the columns below it."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from brief.model.brief import (
    Aside,
    Block,
    Brief,
    Callout,
    Dots,
    Exhibit,
    Heading,
    Item,
    ListBlock,
    Strong,
)
from brief.writers.front import margin_width
from brief.writers.pdf import Rendered
from brief.writers.stance_chart import is_wide
from brief.writers.style import MM, millimeters
from tests.support.kitchen import PROSE, aside, house_style, kitchen, paragraph, text

FULL = 178.0 * MM
OWN = millimeters(house_style().tokens["page"]["margin"])


def head(line: int, *notes: int) -> list[Block]:
    """Return a bottom line of so many characters, and notes of so many in the margin."""

    def box(role: str, name: str, length: int) -> Callout:
        words = paragraph(f"{name}-text", *text((PROSE * 4)[:length]))
        return Callout(id=name, role=role, title=text("Title"), blocks=(words,))

    return [
        box("bottom-line", "line", line),
        *(box("margin", f"note-{n}", length) for n, length in enumerate(notes)),
    ]


def test_a_margin_column_is_as_wide_as_closes_the_hole_beside_it() -> None:
    """Long notes beside a short bottom line get a wider column; short ones the style's own."""
    assert margin_width(head(300, 60), house_style(), FULL) == OWN
    assert margin_width([], house_style(), FULL) == OWN
    wide = margin_width(head(300, 260, 160), house_style(), FULL)
    assert OWN + 8 <= wide <= 74
    assert margin_width(head(300, 260, 300), house_style(), FULL) >= wide


HEADING = next(block for block in kitchen().blocks if isinstance(block, Heading))


def of_blocks(*blocks: Block) -> Brief:
    """Return a brief of these blocks alone."""
    parts = {"blocks": blocks, "notes": (), "references": ()}
    return kitchen().model_copy(update=parts)


def test_a_lone_note_on_a_single_page_takes_its_width() -> None:
    """Two notes stand in a row there; one leaves no hole beside it."""
    for notes in (1, 2):
        brief = of_blocks(*head(300, *[120] * notes), HEADING, paragraph("p", *text(PROSE)))
        one = brief.layout.model_copy(update={"pages": 1})
        rendered = Rendered(brief.model_copy(update={"layout": one}), house_style())
        page = rendered._document.pages[0]._page_box
        seen = [box for box in page.descendants() if "margin" in box_class(box)]
        assert len(seen) == notes
        assert sum(box.width for box in seen) > 0.95 * page.width


def box_class(box: Any) -> list[str]:
    """Return the classes of the section that a box is drawn for."""
    return str(box.element.get("class", "")).split() if box.element_tag == "section" else []


def test_what_does_not_fit_a_second_column_leaves_the_first_where_it_is() -> None:
    """A page is filled up to a heading that must stay with what follows, not left empty."""
    front = tuple(paragraph(f"a{n}", *text(PROSE)) for n in range(9))
    lead = Callout(id="lead", role="key-judgements", title=text("Lead"), blocks=front)
    chart = next(one for one in kitchen().blocks if isinstance(one, Exhibit) and not is_wide(one))
    for lines in (1, 3, 5):
        short = paragraph("short", *text("Two words. " * 5 * lines))
        brief = of_blocks(lead, HEADING, short, HEADING.model_copy(update={"id": "next"}), chart)
        units = Rendered(brief, house_style()).layout().units
        assert (units["short"], units["next"], units[f"{chart.id}/title"]) == (1, 2, 2)


@pytest.mark.parametrize("above", range(1, 9, 2))
def test_a_question_stays_with_its_count_and_what_is_quoted(above: int) -> None:
    """A column ends with two lines of an answer at least, never with its question alone; the next
    begins with three."""
    words = "Said here. " * 30
    items = tuple(
        Item(id=f"q{n}", children=(Strong(children=text("Is it so?")), aside(), *text(words)))
        for n in range(14)
    )
    filler = tuple(paragraph(f"f{n}", *text("Short.")) for n in range(above))
    asked = ListBlock(id="asked", role="questions", ordered=False, items=items)
    brief = of_blocks(HEADING, *filler, asked)
    pieces: Counter[tuple[str, int, float]] = Counter()
    for page in Rendered(brief, house_style())._document.pages:
        for box in page._page_box.descendants():
            unit = (box.element is not None and box.element.get("data-unit")) or ""
            if unit.startswith("q") and box.element.tag == "li" and hasattr(box, "descendants"):
                lines = sum(type(one).__name__ == "LineBox" for one in box.descendants())
                pieces[unit, id(page), box.position_x] += lines
    whole: Counter[str] = Counter()
    for (unit, *_), lines in pieces.items():
        whole[unit] += lines
    assert len(whole) == len(items)
    firsts = {unit: lines for (unit, *_), lines in reversed(pieces.items())}
    for (unit, *_), lines in pieces.items():
        assert lines >= 3
        assert firsts[unit] >= 4


def test_dots_without_words_stand_before_the_words_that_follow() -> None:
    """No line of a question holds a dot alone."""
    dots = Aside(children=(), dots=(Dots(shape="faint", value=1, source="n:1", label="x"),))
    asked = Strong(children=text("Is it so?"))
    item = Item(id="q1", children=(asked, dots, *text(" One source speaks of it.")))
    brief = of_blocks(HEADING, ListBlock(id="q", role="questions", items=(item,)))
    page = Rendered(brief, house_style())._document.pages[0]._page_box
    lines = [box for box in page.descendants() if type(box).__name__ == "LineBox"]
    drawn = [
        line for line in lines if any("Replaced" in type(b).__name__ for b in line.descendants())
    ]
    said = ["".join(getattr(box, "text", "") for box in line.descendants()) for line in drawn]
    assert [words.strip() for words in said] == ["One source speaks of it."]


def test_questions_without_a_quotation_break_between_one_another() -> None:
    """Questions that are only counted begin below what stands above them, not all overleaf."""
    items = tuple(
        Item(id=f"q{n}", children=(Strong(children=text("Is it so?")), aside())) for n in range(40)
    )
    asked = ListBlock(id="asked", role="questions", ordered=False, items=items)
    above = tuple(paragraph(f"a{n}", *text(PROSE)) for n in range(9))
    units = Rendered(of_blocks(HEADING, *above, asked), house_style()).layout().units
    assert (units["q0"], units["q39"]) == (1, 2)
