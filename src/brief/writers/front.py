"""The head of page one in, the width of its margin column out.

A margin column of one width leaves a hole: under the bottom line where the notes beside it are
long, under the notes where it is. So the column is as wide as makes the two most alike in height.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from brief.model.brief import Block, Callout, Inlines, Paragraph
from brief.model.plain import inline_text
from brief.writers import fonts
from brief.writers.style import MM, Style, millimeters, points

_WIDEST = 74.0
"""Millimeters of the margin column: wider, it would no longer be one."""
_STEP = 2.0
_FILLED = 0.95
"""Of a line, as far as words fill it."""
_TITLE, _LEAD_LINE, _SMALL_LINE = 13.3, 1.34, 1.3
"""Points of a box's title; lines as multiples of their size: as in the CSS."""
BAR, _BOX = 13.0, 15.7
"""Points that the bar at the bottom line takes, and the rule and spaces of a note."""


def margin_width(front: Sequence[Block], style: Style, full: float) -> float:
    """Return how wide the margin column beside the bottom line is, in millimeters.

    `full` is the width of the page's text in points. Never narrower than the style's own.
    """
    boxes = [block for block in front if isinstance(block, Callout)]
    lines = [box for box in boxes if box.role == "bottom-line"]
    notes = [box for box in boxes if box.role == "margin"]
    own, gap = (millimeters(str(style.tokens["page"][name])) for name in ("margin", "gap"))
    size = {name: points(value) for name, value in style.tokens["size"].items()}

    def height(width: float) -> float:
        """Return how high the head is with a margin column of so many millimeters."""
        room = full - (width + gap) * MM - BAR
        left = sum(_TITLE + _high(box, size["lead"], _LEAD_LINE, room) for box in lines)
        right = sum(_BOX + _high(box, size["small"], _SMALL_LINE, width * MM) for box in notes)
        return max(left, right + _TITLE * len(notes))

    steps = int((max(_WIDEST, own) - own) / _STEP)
    best = min((own + _STEP * n for n in range(steps + 1)), key=height)
    saved = height(own) - height(best)
    return best if saved > size["small"] else own


def _high(box: Callout, size: float, line: float, room: float) -> float:
    """Return how high the words of a box stand."""
    texts = (one.children for one in box.blocks if isinstance(one, Paragraph))
    return sum(_rows(text, size, room) for text in texts) * size * line


def _rows(words: Inlines, size: float, room: float) -> int:
    return ceil(fonts.text_width(inline_text(words)) * size / (room * _FILLED))
