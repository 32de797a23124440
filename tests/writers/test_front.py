"""The head of page one, and what stays together in the columns below it."""

from __future__ import annotations

from collections import Counter

import pytest
from kitchen import PROSE, aside, house_style, kitchen, paragraph, text

from brief.model.brief import Block, Callout, Item, ListBlock, Strong
from brief.writers.front import margin_width
from brief.writers.pdf import Rendered
from brief.writers.style import MM, millimeters

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


@pytest.mark.parametrize("above", range(1, 9, 2))
def test_a_question_stays_with_its_count_and_what_is_quoted(above: int) -> None:
    """No column begins or ends with less than three lines of an answer, nor parts it from its
    question."""
    words = "Said here. " * 30
    items = tuple(
        Item(id=f"q{n}", children=(Strong(children=text("Is it so?")), aside(), *text(words)))
        for n in range(14)
    )
    filler = tuple(paragraph(f"f{n}", *text("Short.")) for n in range(above))
    asked = ListBlock(id="asked", role="questions", ordered=False, items=items)
    heading = next(block for block in kitchen().blocks if block.kind == "heading")
    parts = {"blocks": (heading, *filler, asked), "notes": (), "references": ()}
    brief = kitchen().model_copy(update=parts)
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
        assert firsts[unit] >= 5
