"""Laid-out pages in, where the units of a brief stand on them and the room that is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class PageLayout:
    """Where a brief's blocks stand once set."""

    pages: int
    fill: float
    """How much of the last page's text height is used, 0 to 1."""
    free: int
    """Lines of text that the columns of the last page still take: about eight words each."""
    over: float
    """Lines of text, as wide as a column, on pages beyond those that the brief may take."""
    units: Mapping[str, int]
    """Page number, from 1, on which each unit begins."""
    holes: tuple[int, ...] = ()
    """Lines that stay empty at the foot of each column of the pages before the last."""

    @property
    def empty(self) -> int:
        """Lines that stay empty in all columns."""
        return self.free + sum(self.holes)

    @property
    def room(self) -> float:
        """Lines that an item more may take, at best; negative when the brief must lose some.

        What is short stands whole in one column: no item takes the room of two holes.
        """
        return -self.over if self.over else max(self.free, *self.holes, 0)


def page_room(pages: Sequence[Any], allowed: int) -> PageLayout:
    """Return what stands where on the boxes of pages, of which a brief may take so many."""
    units: dict[str, int] = {}
    boxes: list[Any] = []
    holes: list[int] = []
    over = 0.0
    for number, page in enumerate(pages, 1):
        boxes = list(_content(page))
        if number > allowed:
            over += _lines(page, boxes)
        for box in boxes:
            if box.element is not None and (unit := box.element.get("data-unit")):
                units.setdefault(unit, number)
        if number < len(pages):
            holes += _holes(page, boxes)
    return PageLayout(len(pages), *_room(pages[-1], boxes), over, units, tuple(holes))


def _holes(page: Any, boxes: Sequence[Any]) -> list[int]:
    """Return how many lines stay empty at the foot of each of a page's columns."""
    limit, half = float(page.margin_top + page.height), page.width / 2
    printed = [box for box in boxes if type(box).__name__ in _PRINTED]
    across = max((_bottom(box) for box in printed if box.width > half), default=0.0)
    sides: tuple[list[float], list[float]] = ([across], [across])
    for box in printed:
        sides[box.position_x >= page.margin_left + half].append(_bottom(box))
    return [max(0, int((limit - max(side)) / _LINE)) for side in sides]


def _content(page_box: Any) -> Iterator[Any]:
    """Yield the boxes of the page's own content, not those of running heads."""
    for child in page_box.children:
        if type(child).__name__ != "MarginBox":
            yield from (
                child.descendants(placeholders=False) if hasattr(child, "descendants") else ()
            )


def _room(page: Any, boxes: Sequence[Any]) -> tuple[float, int]:
    """Return how much of a page's height is used, and how many lines its two columns still take.

    Each column may grow until notes and sources, moved down, reach the end of the page.
    """
    top, height = float(page.margin_top), float(page.height)
    middle = float(page.margin_left + page.width / 2)
    printed = [box for box in boxes if type(box).__name__ in _PRINTED]
    lowest = max((_bottom(box) for box in printed), default=top)
    end = min((float(box.position_y) for box in boxes if _is_end(box)), default=lowest)
    body = [box for box in printed if _bottom(box) <= end]
    sides = (
        [_bottom(box) for box in body if box.position_x < middle],
        [_bottom(box) for box in body if box.position_x >= middle],
    )
    limit = top + height - (lowest - end)
    free = sum(max(0, int((limit - max(side, default=top)) / _LINE)) for side in sides)
    return min(1.0, (lowest - top) / height), free


def _lines(page: Any, boxes: Sequence[Any]) -> float:
    """Return how many lines of a column's width a page's text and drawings amount to."""
    area = 0.0
    for box in boxes:
        if type(box).__name__ in _DRAWINGS:
            area += box.width * box.height
        for line in getattr(box, "children", ()):
            area += box.width * line.height if type(line).__name__ == "LineBox" else 0.0
    return float(area / (page.width / 2 * _LINE))


_LINE = 17.5
"""Height of a line of text with its share of spacing, in CSS pixels."""
_DRAWINGS = ("BlockReplacedBox", "InlineReplacedBox")
_PRINTED = ("LineBox", *_DRAWINGS)


def _bottom(box: Any) -> float:
    """Return where a line or a drawing ends, in CSS pixels from the top."""
    return float(box.position_y + box.height)


def _is_end(box: Any) -> bool:
    """Tell whether a box stands below the columns: how it was made, notes, sources."""
    return box.element is not None and box.element.get("class", "").split()[:1] in _ENDS


_ENDS = (["end"], ["close"])
