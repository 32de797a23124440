"""What keeps words together in a column, and their last lines long enough."""

from __future__ import annotations

import re
from typing import Any

import pytest

from brief.model.brief import Block, Brief, Callout, Heading, Text
from brief.writers.keep import SHORT, filled, keeping
from brief.writers.pdf import Rendered, fitted
from brief.writers.style import denser
from tests.support.kitchen import PROSE, house_style, kitchen, paragraph, text


def of_blocks(*blocks: Block) -> Brief:
    """Return a brief of these blocks alone, in columns under a heading."""
    heading = Heading(id="h", level=2, children=text("A section"))
    parts = {"blocks": (heading, *blocks), "notes": (), "references": ()}
    return kitchen().model_copy(update=parts)


def test_what_is_short_is_kept_and_what_is_long_may_break() -> None:
    """Nine lines stand whole in a column, lines that belong to them counted; more may break."""
    line = "word " * 10
    assert keeping(text(line * 3), 10, 250) == "kept"
    assert keeping(text(line * 30), 10, 250) == "long"
    lines = next(n for n in range(1, 30) if keeping(text(line * n), 10, 250) == "long") - 1
    assert keeping(text(line * lines), 10, 250, 4.0) == "long"


def pages_of(brief: Brief) -> dict[str, set[tuple[int, int]]]:
    """Return by unit the pages and columns that its lines stand in."""
    found: dict[str, set[tuple[int, int]]] = {}
    rendered: Any = Rendered(brief, house_style())
    for number, page in enumerate(rendered._document.pages, 1):
        for box in page._page_box.descendants():
            name = box.element.get("data-unit") if box.element is not None else None
            if name and type(box).__name__ == "LineBox":
                column = int(box.position_x > page.width / 2)
                found.setdefault(name, set()).add((number, column))
    return found


@pytest.mark.parametrize("above", [0, 7, 15])
def test_a_short_paragraph_never_breaks(above: int) -> None:
    """However much stands above it, all its lines stand in one column of one page."""
    words = (PROSE * 9)[: 90 * (above + 1)]
    more = [paragraph(f"p{n}", *text((PROSE * 2)[: 220 + 12 * n])) for n in range(21)]
    found = pages_of(of_blocks(paragraph("above", *text(words)), *more))
    assert {len(found[f"p{n}"]) for n in range(21)} == {1}
    assert len({where for some in found.values() for where in some}) > 1


def test_no_lead_ends_in_a_line_of_one_word() -> None:
    """Words whose last line would be short are set narrower, in as many lines."""
    words = (PROSE * 2).split()[:60]
    told = 0
    for count in range(20, 60):
        said = (Text(text=" ".join(words[:count])),)
        style = filled(said, 11.2, 300)
        told += bool(style)
        if found := re.fullmatch(r"padding-right:(\d+)pt", style):
            assert filled(said, 11.2, 300 - float(found[1])) == ""
    assert told >= SHORT * 40 / 4


def test_what_stays_empty_at_the_foot_of_a_column_is_told() -> None:
    """A block that does not fit leaves a hole, and a layout says how many lines it has."""
    prose = (PROSE * 3)[:480]
    blocks = [paragraph(f"p{n}", *text(prose)) for n in range(14)]
    full = Rendered(of_blocks(*blocks), house_style()).layout()
    assert full.pages == 2
    assert all(0 <= hole <= 10 for hole in full.holes)
    assert len(full.holes) == 2
    assert full.room == max(full.free, *full.holes)


def test_a_foot_that_stays_empty_sets_the_parts_of_page_one_apart() -> None:
    """Where both columns end early, what stands above them takes that room; nothing else moves."""
    listed = Callout(id="box", role="key-judgements", title=text("A box"), blocks=(paragraph("b"),))
    made = of_blocks(*(paragraph(f"p{n}", *text((PROSE * 3)[:400])) for n in range(14)))
    told = []
    for lines in range(4):
        front = (listed, paragraph("above", *text(PROSE[: 90 * lines + 9])))
        brief = made.model_copy(update={"blocks": (*front, *made.blocks), "annex": ("x",)})
        before, after = (
            Rendered(brief, denser(house_style(), 0.94)).layout(),
            fitted(brief, house_style()).layout(),
        )
        assert (after.pages, after.units) == (before.pages, before.units)
        told.append((min(before.holes[:2]), sum(before.holes) - sum(after.holes)))
    assert any(spare for spare, _ in told)
    assert all(saved > 0 for spare, saved in told if spare)


@pytest.mark.parametrize("above", [3, 5, 7])
def test_no_column_is_higher_than_what_stands_in_it(above: int) -> None:
    """A heading tried at the foot of a column, and moved to the next, leaves no room behind."""
    first = [paragraph(f"p{n}", *text(PROSE[: 60 + 9 * n])) for n in range(above)]
    heading = Heading(id="h2", level=2, children=text("Another section"))
    for lines in range(3, 9):
        tall = paragraph("tall", *text((PROSE * 3)[: 50 * lines]))
        rendered: Any = Rendered(of_blocks(*first, heading, tall), house_style())
        boxes = list(rendered._document.pages[0]._page_box.descendants())
        columns = [box for box in boxes if getattr(box, "is_column", False)][:2]
        inside = [column.children[-1] for column in columns]
        end = max(last.position_y + last.margin_height() for last in inside)
        assert columns[0].position_y + columns[0].height <= end + 0.1


@pytest.mark.parametrize("longer", [0, 150, 300])
def test_the_box_on_method_stands_on_one_page(longer: int) -> None:
    """However near the foot of a page it begins, the box at the end is not parted over two."""
    sizes = enumerate((480, 90, 130))
    lines = tuple(paragraph(f"m{n}", *text((PROSE * 3)[:size]), role="small") for n, size in sizes)
    box = Callout(id="meth", role="method", title=text("Sources and method"), blocks=lines)
    prose = [paragraph(f"p{n}", *text((PROSE * 3)[:480])) for n in range(20)]
    found = pages_of(of_blocks(*prose, paragraph("last", *text((PROSE * 3)[: 60 + longer])), box))
    units = ("meth/title", *(line.id for line in lines))
    assert len({page for unit in units for page, _ in found[unit]}) == 1
