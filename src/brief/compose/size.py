"""A brief in, the words a reader sees out: what decides how much fits."""

from __future__ import annotations

from brief.model.brief import (
    Block,
    Brief,
    Callout,
    Exhibit,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Quotation,
    Table,
)
from brief.model.plain import inline_text

WORDS_A_PAGE = 640
"""Words of all kinds on a page at 10.5 points, exhibits and small notes included."""
EXHIBIT = 110
"""Words that a chart takes the place of."""
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
            return EXHIBIT
