"""A brief in, the words a reader sees out: what decides how much fits."""

from __future__ import annotations

from math import ceil

from brief.model.brief import (
    Block,
    Brief,
    Callout,
    Exhibit,
    Heading,
    Inlines,
    ListBlock,
    Paragraph,
    Picture,
    Quotation,
    Table,
)
from brief.model.plain import inline_text

LINES_A_PAGE = {"A4": 101, "Letter": 94}
"""About how many of the `lines` of a brief its pages take, exhibits and small notes included: six
briefs that fill two pages have 187 to 208."""
CHART, FRAME = 13.75, 3.5
"""Lines that a chart takes the place of, and those of the title and the note of one."""
BARS = 3
"""Points up to which a chart of figures is a few bars."""
SMALL = 0.55
"""Room of a word in notes and references (8 points), against one in the text."""


def size(brief: Brief) -> float:
    """Return the room a brief takes, in words of running text."""
    small = [note.children for note in brief.notes] + [one.children for one in brief.references]
    return sum(map(words, brief.blocks)) + SMALL * sum(
        len(inline_text(children).split()) + 1 for children in small
    )


def words(block: Block) -> float:
    """Return the room of a block."""
    match block:
        case Heading() | Paragraph():
            return len(inline_text(block.children).split())
        case ListBlock():
            return sum(len(inline_text(item.children).split()) for item in block.items)
        case Quotation():
            return len(inline_text((*block.children, *block.attribution)).split())
        case Callout():
            return len(inline_text(block.title).split()) + sum(map(words, block.blocks))
        case Table():
            cells = [cell.children for row in block.rows for cell in row]
            return sum(len(inline_text(children).split()) + 1 for children in cells)
        case Exhibit() | Picture():
            return 8 * _drawn(block)


def lines(brief: Brief) -> float:
    """Return about how many lines of a column the brief takes, as good as words can tell."""
    small = [note.children for note in brief.notes] + [one.children for one in brief.references]
    return sum(map(_lines, brief.blocks)) + 0.62 * sum(_wrapped(one, 75) for one in small)


def _lines(block: Block) -> float:
    """Return the lines of a block, with the space after it."""
    match block:
        case Heading():
            return _wrapped(block.children, 48) + 1.0
        case Paragraph():
            return _wrapped(block.children, 56) + 0.35
        case ListBlock():
            return sum(_wrapped(item.children, 52) + 0.2 for item in block.items)
        case Quotation():
            return _wrapped((*block.children, *block.attribution), 52) + 0.8
        case Callout():
            return 2.0 + sum(map(_lines, block.blocks))
        case Table():
            chars = 60 // max(1, len(block.columns))
            rows = (max(_wrapped(cell.children, chars) for cell in row) for row in block.rows)
            return 2.0 + sum(0.8 * row + 0.2 for row in rows)
        case Exhibit() | Picture():
            return _drawn(block)


def _wrapped(children: Inlines, chars: int) -> int:
    """Return how many lines of so many characters a text takes."""
    return ceil(len(inline_text(children)) / chars)


def _drawn(block: Exhibit | Picture) -> float:
    """Return the lines of a chart: a few bars are lower than a line over years, or stances."""
    if isinstance(block, Picture) or block.chart == "stance":
        return CHART
    few = block.chart == "bars" or len(block.points) <= BARS
    return FRAME + (1.15 * len(block.points) if few else 8)
