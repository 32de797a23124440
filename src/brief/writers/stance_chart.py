"""A stance exhibit in, its plot out: each author and each reported voice on the scale.

As wide as a page, stacks below the steps of the scale; in a column, one row a mark while they are
few: date, name, and the mark in the column of its stance. One row an analysis, its voices beside
it, when they are many. Authors are filled dots, voices are smaller, open diamonds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brief.model.brief import Exhibit, Point
from brief.model.layout import Labels
from brief.model.marks import clean
from brief.writers import fonts
from brief.writers.plot import AXIS, LABEL, Label, Line, Plot, Rect, wrap
from brief.writers.stance_marks import drawn, is_author, named
from brief.writers.stance_stacks import stacks
from brief.writers.style import Style

LEADING = 8.6
"""Distance of the lines of a label that takes more than one."""
ROW, DENSE = 11.0, 10.4
"""Height of a row; the smaller one where a panel has more than sixteen."""
LABELS = 0.56
"""Most of the width that dates and names may take."""
INDENT = 7.0
MAX_ROWS = 24
"""Rows of a column; more ask for the width of the page."""
NARROW = 330.0
"""A width that has no room for stacks with names."""
MAX_POINTS = 100
"""Marks with a row each; more share the row of their author."""


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    date: str
    """Shown where it changes, at the author's row: a voice spoke where its author wrote."""
    points: tuple[Point, ...]

    @property
    def author(self) -> bool:
        return is_author(self.points[0])

    @property
    def indent(self) -> float:
        return 0.0 if self.author else INDENT


def _rows(points: Sequence[Point]) -> list[_Row]:
    """Return points as rows: one a mark, or one an author with his voices when there are many."""
    groups: list[list[Point]] = []
    for point in points:
        if groups and _reported(point, groups[-1][0]):
            groups[-1].append(point)
        else:
            groups.append([point])
    dates = ["", *(clean(group[0].detail) for group in groups)]
    made: list[_Row] = []
    for before, now, group in zip(dates, dates[1:], groups, strict=False):
        apart = group if len(points) <= MAX_POINTS else group[:1]
        beside = () if len(points) <= MAX_POINTS else group[1:]
        names = [clean(group[0].label), *(named(point)[0] for point in apart[1:])]
        for n, (name, point) in enumerate(zip(names, apart, strict=True)):
            made.append(_Row(name, "" if n or now == before else now, (point, *beside)))
    return made


def _reported(point: Point, author: Point) -> bool:
    """Return whether a mark is a voice that this author reports."""
    name, reporter = named(point)
    return bool(name and reporter) and is_author(author) and clean(author.label) == reporter


def is_wide(exhibit: Exhibit) -> bool:
    """Return whether the exhibit needs the width of the page."""
    return len(_rows(exhibit.points)) > MAX_ROWS


def stance(exhibit: Exhibit, style: Style, width: float, labels: Labels) -> Plot:
    """Return the marks of all points on the scale, as a width has room for them."""
    if width >= NARROW:
        return stacks(exhibit, style, width, labels)
    rows = _rows(exhibit.points)
    kinds = () if all(map(is_author, exhibit.points)) else (labels.author, labels.voice)
    panel = _Panel(Plot(width=width), exhibit, style)
    panel.measure(rows)
    panel.draw(rows, kinds)
    return panel.plot


@dataclass(slots=True)
class _Panel:
    """The rows while they are drawn."""

    plot: Plot
    exhibit: Exhibit
    style: Style
    dates: float = 0.0
    """Width of the column of dates."""
    start: float = 0.0
    """Where the scale begins."""
    column: float = 0.0

    def measure(self, rows: Sequence[_Row]) -> None:
        """Settle the widths of dates, names and columns."""
        ems = (fonts.text_width(row.date) for row in rows)
        self.dates = max((em * AXIS + 5 for em in ems if em), default=0.0)
        names = (fonts.text_width(row.label, bold=row.author) * LABEL + row.indent for row in rows)
        steps = max(len(self.exhibit.scale), 2)
        words = " ".join(self.exhibit.scale).split()
        longest = max((fonts.text_width(word) * AXIS + 3.5 for word in words), default=0.0)
        width = self.plot.width
        most = min(width * LABELS, max(width - steps * longest, width * 0.3))
        self.start = min(self.dates + max(names, default=0.0) + 8, most)
        self.column = (width - self.start) / steps

    def draw(self, rows: Sequence[_Row], kinds: Sequence[str]) -> None:
        """Add heads and rows, a key to the kinds of marks, and the sums."""
        top = self._heads()
        self._key(kinds, top - 4.5)
        y = top
        least = ROW if len(rows) <= 16 else DENSE
        lines = 4 if len(rows) <= 16 else 2 if len(rows) <= MAX_ROWS else 1
        for n, row in enumerate(rows):
            if n and row.author:
                self._line(y, self.style.tokens["chart"]["grid"])
            y += self._row(row, y, least, lines)
        bottom = y + 1
        steps = len(self.exhibit.scale)
        chart = self.style.tokens["chart"]
        # The middle alone has a ground: what leaves the question open, between the sides.
        middle = self.start + (steps - 1) / 2 * self.column
        self.plot.rects.append(Rect(middle, top, self.column, bottom - top, chart["band"]))
        rule = self.style.tokens["color"]["muted"]
        self._line(top, rule)
        self._line(bottom, rule)
        zero = self._middle((steps - 1) / 2)
        self.plot.grid.append(Line(((zero, top), (zero, bottom)), chart["grid"]))
        self.plot.height = self._totals(bottom) + 2

    def _heads(self) -> float:
        """Add the names of the scale's steps and return where the rows begin."""
        heads = [wrap(word, self.column - 2, AXIS, lines=3) for word in self.exhibit.scale]
        leading = AXIS + 0.9
        deepest = max((len(head) for head in heads), default=0)
        deepest = max(deepest, 2)  # the key to the marks has a line for each
        for n, head in enumerate(heads):
            base = AXIS + (deepest - len(head)) * leading
            self.plot.axis += [
                Label(self._middle(n), base + at * leading, word, "middle")
                for at, word in enumerate(head)
            ]
        return deepest * leading + 4.5

    def _key(self, kinds: Sequence[str], bottom: float) -> None:
        """Add what the marks of authors and of voices stand for, above the names."""
        for n, words in enumerate(kinds):
            y = bottom - (AXIS + 2) * (len(kinds) - 1 - n)
            self.plot.marks.append(drawn(n == 0, 4, y - 2.6, self.style))
            room = self.start - 14
            self.plot.axis.append(Label(11, y, "".join(wrap(words, room, AXIS, 1))))

    def _middle(self, step: float) -> float:
        return self.start + (step + 0.5) * self.column

    def _row(self, row: _Row, top: float, least: float, lines: int) -> float:
        """Add one row and return its height."""
        room = self.start - self.dates - 6 - row.indent
        shown = wrap(row.label, room, LABEL, lines=lines, bold=row.author)
        high = max(least, least - LEADING + len(shown) * LEADING)
        first = top + least / 2 + 2.6
        x = self.dates + row.indent
        self.plot.labels += [
            Label(x, first + n * LEADING, word, strong=row.author) for n, word in enumerate(shown)
        ]
        if row.date:
            self.plot.axis.append(Label(0, first, row.date))
        self._marks(row, top + high / 2)
        return high

    def _line(self, y: float, color: str) -> None:
        self.plot.grid.append(Line(((0, y), (self.plot.width, y)), color))

    def _marks(self, row: _Row, y: float) -> None:
        """Add the marks of a row; those at one place stand side by side."""
        zero = self._middle((len(self.exhibit.scale) - 1) / 2)
        seen: dict[float, int] = {}
        for point in row.points:
            nth = seen[point.value] = seen.get(point.value, -1) + 1
            shift = (nth + 1) // 2 * 6.5 * (1 if nth % 2 else -1)
            edge = self.column / 2 - 3
            x = zero + point.value * self.column + max(-edge, min(edge, shift))
            self.plot.marks.append(drawn(is_author(point), x, y, self.style))

    def _totals(self, bottom: float) -> float:
        """Add below each column how many stand in it, where the exhibit says; return the end."""
        if not self.exhibit.totals:
            return bottom
        y = bottom + LABEL + 2.5
        for n, words in enumerate(self.exhibit.totals):
            self.plot.labels.append(Label(self._middle(n), y, clean(words), "middle", strong=True))
        name = clean(self.exhibit.unit)
        self.plot.axis.append(Label(self.dates, y, name))
        return y + 2
