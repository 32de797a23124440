"""A stance exhibit in, its plot out: each author and each reported voice on the scale.

One row a mark while they are few; one row an analysis when they are many, in two panels. Authors
are filled dots, voices open diamonds.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from brief.model.brief import Exhibit, Point
from brief.model.marks import clean
from brief.writers import fonts
from brief.writers.plot import AXIS, LABEL, Label, Line, Mark, Plot, Rect, wrap
from brief.writers.style import Style

ROW, DENSE = 11.0, 9.4
"""Height of a row; the smaller one where a panel has more than twelve."""
LABELS = 0.5
"""Most of the width that labels may take."""
INDENT = 6.0
MAX_ROWS = 22
"""Rows of a panel; more rows go to a second panel beside it."""


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    points: tuple[Point, ...]

    @property
    def author(self) -> bool:
        return _is_author(self.points[0])

    @property
    def indent(self) -> float:
        return 0.0 if self.author else INDENT

    @property
    def width(self) -> float:
        return fonts.text_width(self.label, bold=self.author) * LABEL + self.indent


def _is_author(point: Point) -> bool:
    return point.shape != "voice"


def _rows(points: Sequence[Point]) -> list[_Row]:
    """Return points as rows: one a mark, or one an author with his voices when there are many."""
    groups: list[list[Point]] = []
    for point in points:
        if _is_author(point) or not groups:
            groups.append([])
        groups[-1].append(point)
    if len(points) > 2 * MAX_ROWS:
        return [_Row(group[0].label, tuple(group)) for group in groups]
    return [_Row(_short(point, group[0]), (point,)) for group in groups for point in group]


def _short(point: Point, first: Point) -> str:
    """Return a voice's label without the name of its author, where his row stands above."""
    if _is_author(point) or not _is_author(first):
        return clean(point.label)
    label, author = clean(point.label), clean(first.label)
    name, _, reporter = label.removesuffix(")").rpartition(" (in ")
    return name if name and author.startswith(reporter.removesuffix("…")) else label


def stance(exhibit: Exhibit, style: Style, width: float) -> Plot:
    """Return the marks of all points on the scale, in one panel or two."""
    rows = _rows(exhibit.points)
    panels = 1 if len(rows) <= MAX_ROWS else 2
    count = math.ceil(len(rows) / panels)
    gap = 14.0
    wide = (width - gap * (panels - 1)) / panels
    plot = Plot(width=width)
    for panel in range(panels):
        part = rows[panel * count : (panel + 1) * count]
        _panel(plot, exhibit, part, style, panel * (wide + gap), wide)
    return plot


def _panel(
    plot: Plot, exhibit: Exhibit, rows: Sequence[_Row], style: Style, left: float, width: float
) -> None:
    steps = max(len(exhibit.scale), 2)
    start = left + min(max((row.width for row in rows), default=0.0) + 8, width * LABELS)
    column = (left + width - start) / steps
    top = _heads(plot, exhibit.scale, start, column)
    height = ROW if len(rows) <= 12 else DENSE
    bottom = top + height * len(rows)
    chart = style.tokens["chart"]
    plot.rects += [
        Rect(start + n * column, top, column, bottom - top, chart["band"])
        for n in range(0, steps, 2)
    ]
    for n, row in enumerate(rows):
        y = top + (n + 0.5) * height
        plot.grid.append(Line(((start, y), (left + width, y)), chart["grid"], "0.6 2"))
        room = start - left - 5 - row.indent
        shown = wrap(row.label, room, LABEL, lines=1, bold=row.author)
        plot.labels += [
            Label(left + row.indent, y + 2.5, word, strong=row.author) for word in shown
        ]
        plot.marks += _marks(row.points, style, start + steps * column / 2, column, y)
    plot.height = max(plot.height, bottom + 2)


def _heads(plot: Plot, scale: Sequence[str], start: float, column: float) -> float:
    """Add the names of the scale's steps and return where the rows begin.

    Where they don't fit side by side in two lines, every other name goes above the rest, and may be
    as wide as two steps.
    """
    heads = [wrap(word, column - 3, AXIS, lines=2) for word in scale]
    tiers = 1
    if any(head and head[-1].endswith("…") for head in heads):
        heads = [wrap(word, 2 * column - 4, AXIS, lines=3) for word in scale]
        tiers = 2
    leading = AXIS + 0.8
    depth = [
        max((len(head) for head in heads[t::tiers]), default=0) * leading for t in range(tiers)
    ]
    top = sum(depth) + 5 + 2 * (tiers - 1)
    for n, head in enumerate(heads):
        lower = sum(depth[n % tiers + 1 :]) + 2 * (tiers - 1 - n % tiers)
        last = n == len(heads) - 1 and tiers > 1
        x = start + (n + 1) * column if last else start + (n + 0.5) * column
        base = top - 4.5 - lower - leading * (len(head) - 1)
        plot.axis += [
            Label(x, base + leading * line, word, "end" if last else "middle")
            for line, word in enumerate(head)
        ]
    return top


def _marks(
    points: Sequence[Point], style: Style, zero: float, column: float, y: float
) -> list[Mark]:
    """Return the marks of a row; those at one place stand side by side."""
    color = style.tokens["color"]
    seen: dict[float, int] = {}
    marks = []
    for point in points:
        nth = seen[point.value] = seen.get(point.value, -1) + 1
        shift = (nth + 1) // 2 * 6.5 * (1 if nth % 2 else -1)
        x = zero + point.value * column + max(-column / 2 + 3, min(column / 2 - 3, shift))
        author = _is_author(point)
        shape = "circle" if author else "diamond"
        marks.append(Mark(x, y, shape, color["brand" if author else "accent"], author))
    return marks
