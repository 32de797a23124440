"""A stance exhibit in, its plot out: each author and each reported voice on the scale.

One row a mark while they are few; one row an analysis when they are many, in two panels. Authors
are filled dots, voices open diamonds.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from brief.model.brief import Exhibit, Point
from brief.writers import fonts
from brief.writers.plot import AXIS, LABEL, Label, Line, Mark, Plot, Rect, wrap
from brief.writers.style import Style

ROW, DENSE = 11.0, 9.4
"""Height of a row; the smaller one where a panel has more than twelve."""
MAX_ROWS = 22
"""Rows of a panel; more rows go to a second panel beside it."""


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    points: tuple[Point, ...]
    indent: bool


def _rows(points: Sequence[Point]) -> list[_Row]:
    """Return points as rows: voices under the author who reports them, where `series` says so."""
    order = {point.series: n for n, point in reversed(list(enumerate(points))) if point.series}
    placed = sorted(enumerate(points), key=lambda at: (order.get(at[1].series, at[0]), at[0]))
    ordered = [point for _, point in placed]
    if len(ordered) <= 2 * MAX_ROWS:
        return [_Row(p.label, (p,), p.shape == "voice" and p.series in order) for p in ordered]
    groups: dict[str, list[Point]] = {}
    for point in ordered:
        groups.setdefault(point.series or point.label, []).append(point)
    return [_Row(group[0].label, tuple(group), False) for group in groups.values()]


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
    low = -(steps - 1) / 2
    widest = max((fonts.text_width(row.label) * LABEL + 6 * row.indent for row in rows), default=0)
    start = left + min(widest + 10, width * 0.44)
    column = (left + width - start) / steps
    heads = [wrap(word, column - 3, AXIS, lines=3) for word in exhibit.scale]
    top = max((len(head) for head in heads), default=0) * (AXIS + 0.8) + 5
    height = ROW if len(rows) <= 12 else DENSE
    bottom = top + height * len(rows)
    for n, head in enumerate(heads):
        x = start + (n + 0.5) * column
        lift = (AXIS + 0.8) * len(head)
        plot.axis += [
            Label(x, top - 4.5 - lift + (AXIS + 0.8) * (line + 1), word, "middle")
            for line, word in enumerate(head)
        ]
    chart = style.tokens["chart"]
    plot.rects += [
        Rect(start + n * column, top, column, bottom - top, chart["band"])
        for n in range(0, steps, 2)
    ]
    for n, row in enumerate(rows):
        y = top + (n + 0.5) * height
        plot.grid.append(Line(((start, y), (left + width, y)), chart["grid"], "0.6 2"))
        indent = 6.0 if row.indent else 0.0
        shown = wrap(row.label, start - left - 6 - indent, LABEL, lines=1, bold=not row.indent)
        plot.labels += [
            Label(left + indent, y + 2.5, word, strong=_is_author(row.points[0])) for word in shown
        ]
        plot.marks += _marks(row.points, style, start - low * column + column / 2, column, y)
    plot.height = max(plot.height, bottom + 2)


def _is_author(point: Point) -> bool:
    return point.shape != "voice"


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
