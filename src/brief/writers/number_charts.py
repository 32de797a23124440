"""A series or a comparison of numbers in, its plot out.

The numbers shown are those of the points; a value label that would touch another is left out of a
series (its mark stays), never of a comparison.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from brief.model.brief import Exhibit, Point
from brief.model.marks import clean
from brief.writers import fonts
from brief.writers.plot import AXIS, LABEL, Label, Line, Mark, Plot, Rect, fits, wrap
from brief.writers.style import Style

BAR, THICK = 15.0, 9.0
"""Height of a row of a comparison, and of the bar in it."""
FARTHEST = 15.0
"""Most room between two rows for the years between them."""
LABELS, BESIDE = 0.4, 0.25
"""Most of the width that the names of bars take, and the sources at their ends."""
SHAPES = ("circle", "square", "triangle", "diamond")
DASHES = ("", "4 2", "1.2 1.8", "6 2 1.2 2")


def series(exhibit: Exhibit, style: Style, width: float) -> Plot:
    """Return lines over years, each named at its end and told apart by shape and dash."""
    names = _names(exhibit.points)
    endings = [fonts.text_width(name, bold=True) * LABEL for name in names]
    right = width - (min(max(endings, default=0.0), width * 0.3) + 10 if len(names) > 1 else 14)
    top, bottom = 24.0, max(96.0, min(width * 0.36, 150.0))
    plot = Plot(width=width, height=bottom + 15)
    steps = _positions([point.label for point in exhibit.points])
    values = [point.value for point in exhibit.points]
    low, high = min([0.0, *values]), max([0.0, *values])
    span = (high - low) or 1.0

    def place(point: Point) -> tuple[float, float]:
        x = 14 + steps[point.label] * (right - 14)
        return x, bottom - (point.value - low) / span * (bottom - top)

    base = bottom - (0 - low) / span * (bottom - top)
    plot.grid.append(Line(((6, base), (right + 8, base)), style.tokens["color"]["muted"]))
    plot.axis += _unit(exhibit)
    for nth, name in enumerate(names):
        own = [point for point in exhibit.points if point.series == name or len(names) == 1]
        _one_series(plot, style, nth, name if len(names) > 1 else "", [(p, place(p)) for p in own])
    _tick_labels(plot, {label: 14 + at * (right - 14) for label, at in steps.items()}, bottom + 11)
    placed = [(point, place(point)) for point in exhibit.points]
    _value_labels(plot, placed, style.tokens["color"]["paper"])
    return plot


def _unit(exhibit: Exhibit) -> list[Label]:
    """Return the unit as a label, unless each value is shown with its own."""
    bare = [p for p in exhibit.points if not re.search(r"[^\W\d_]|[%$€£¥₽₹]", p.shown)]
    return [Label(0, 8, clean(exhibit.unit))] if exhibit.unit and bare else []


def _names(points: Sequence[Point]) -> list[str]:
    """Return the names of the series; points that each bear a name of their own are one series."""
    names = list(dict.fromkeys(point.series for point in points))
    return names if len(names) < len(points) else names[:1]


def _positions(labels: Sequence[str]) -> dict[str, float]:
    """Return each label's place from 0 to 1: by year where all are years, else evenly."""
    unique = list(dict.fromkeys(labels))
    years = [int(label) for label in unique if label.isascii() and label.isdecimal()]
    numbers = years if len(years) == len(unique) else list(range(len(unique)))
    low, span = min(numbers, default=0), (max(numbers, default=0) - min(numbers, default=0)) or 1
    return {label: (at - low) / span for label, at in zip(unique, numbers, strict=True)}


def _one_series(
    plot: Plot,
    style: Style,
    nth: int,
    name: str,
    placed: Sequence[tuple[Point, tuple[float, float]]],
) -> None:
    colors = style.tokens["chart"]["colors"]
    color = colors[nth % len(colors)]
    ordered = sorted(placed, key=lambda pair: pair[1][0])
    dash = DASHES[nth % len(DASHES)]
    if len(ordered) > 1:
        plot.lines.append(Line(tuple(at for _, at in ordered), color, dash))
    shape = SHAPES[nth % len(SHAPES)]
    plot.marks += [Mark(*at, shape, color, nth % 2 == 0) for _, at in ordered]
    if name:
        x, y = ordered[-1][1]
        fit = wrap(name, plot.width - x - 8, LABEL, lines=2, bold=True)
        plot.labels += [
            Label(x + 8, y + 2.5 + line * (LABEL + 0.6), word, strong=True)
            for line, word in enumerate(fit)
        ]


def _tick_labels(plot: Plot, ticks: Mapping[str, float], y: float) -> None:
    """Add the years below: the first and the last, and those between that do not touch."""
    labels = sorted(ticks.items(), key=lambda tick: tick[1])
    taken: list[tuple[float, float]] = []
    for label, x in [*labels[-1:], *labels[:-1]]:
        half = fonts.text_width(label) * AXIS / 2 + 2
        if all(x + half <= a or x - half >= b for a, b in taken):
            taken.append((x - half, x + half))
            plot.axis.append(Label(x, y, clean(label), "middle"))


def _value_labels(
    plot: Plot, placed: Sequence[tuple[Point, tuple[float, float]]], ground: str
) -> None:
    """Add each value above its mark, or below it, where it touches no other label."""
    values = [point.value for point, _ in placed]
    ends = {placed[0][1], placed[-1][1]} if placed else set()
    weight = sorted(
        placed,
        key=lambda pair: (pair[1] not in ends, pair[0].value not in (max(values), min(values))),
    )
    taken = [_extent(label) for label in plot.labels]
    drawn = [*plot.lines, *plot.grid]
    for point, at in weight:
        places = [_inside(label, plot.width) for label in _around(clean(point.shown), *at)]
        room = [one for one in places if not any(_touch(_extent(one), box) for box in taken)]
        room = [one for one in room if one.y < plot.height - 13]
        clear = [one for one in room if not _crossed(_extent(one), drawn)]
        for label in (clear or room)[:1]:
            box = _extent(label)
            plot.labels.append(label)
            taken.append(box)
            if not clear:
                left, top, right, bottom = box
                plot.plates.append(Rect(left, top, right - left, bottom - top, ground))


def _around(words: str, x: float, y: float) -> list[Label]:
    """Return where a value may stand by its mark, best first."""
    sides = ((0, -5.5, "middle"), (0, 11.0, "middle"), (-4, -4.5, "end"), (4, 9.5, "start"))
    return [Label(x + dx, y + dy, words, anchor) for dx, dy, anchor in sides]


def _crossed(box: tuple[float, ...], lines: Sequence[Line]) -> bool:
    """Return whether a line of the chart runs through the box."""
    left, top, right, bottom = box
    for line in lines:
        for (x1, y1), (x2, y2) in pairwise(line.points):
            steps = [n / 40 for n in range(41)]
            spots = ((x1 + (x2 - x1) * t, y1 + (y2 - y1) * t) for t in steps)
            if any(left < x < right and top < y < bottom for x, y in spots):
                return True
    return False


def _inside(label: Label, width: float) -> Label:
    """Return a label, moved where it would leave the drawing."""
    left, _, right, _ = _extent(label)
    return replace(label, x=label.x + max(0.0, 1 - left) - max(0.0, right - width - 1))


def _extent(label: Label) -> tuple[float, float, float, float]:
    wide = fonts.text_width(label.text, bold=label.strong) * LABEL
    left = label.x - {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
    return left - 1, label.y - LABEL * 0.75, left + wide + 1, label.y + 1.5


def _touch(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def bars(exhibit: Exhibit, style: Style, width: float) -> Plot:
    """Return one bar a row from a common zero, each with its value, year and source.

    A series of two or three points is drawn so as well: a line says no more, and takes more room.
    Its rows stand as far apart as its years; the zero line is dashed where that would be too far.
    """
    rows = [_Bar.of(point, width) for point in exhibit.points]
    start = max((row.room for row in rows), default=0.0) + 8
    ending = max((row.ending for row in rows), default=0.0)
    values = [point.value for point in exhibit.points]
    low, high = min([0.0, *values]), max([0.0, *values])
    unit = max(width - start - ending, width * 0.15) / ((high - low) or 1.0)
    plot = Plot(width=width)
    plot.axis += _unit(exhibit)
    y = 13.0 if plot.axis else 2.0
    zero = start - low * unit
    line = style.tokens["color"]["muted"]
    gaps = _gaps(exhibit)
    for n, row in enumerate(rows):
        row.draw(plot, style, zero, unit, y)
        plot.grid.append(Line(((zero, y), (zero, y + row.height)), line))
        y += row.height
        gap = gaps[n] if n < len(gaps) else 0.0
        if gap:
            far = gap > FARTHEST
            gap = min(gap, FARTHEST)
            plot.grid.append(Line(((zero, y), (zero, y + gap)), line, "1.5 2" if far else ""))
            y += gap
    plot.height = y + 2
    return plot


def _gaps(exhibit: Exhibit) -> list[float]:
    """Return how far the rows of a series stand apart, beyond the two nearest years."""
    years = [int(p.label) for p in exhibit.points if p.label.isascii() and p.label.isdecimal()]
    steps = [later - earlier for earlier, later in pairwise(years)]
    if exhibit.chart != "series" or len(years) < len(exhibit.points) or min(steps, default=0) < 1:
        return []
    return [BAR * (step / min(steps) - 1) for step in steps]


@dataclass(frozen=True, slots=True)
class _Bar:
    """One row of a comparison."""

    point: Point
    label: tuple[str, ...]
    shown: str
    beside: str
    """The year where the label does not say it, and the source."""

    @classmethod
    def of(cls, point: Point, width: float) -> _Bar:
        label = wrap(point.label, width * LABELS, LABEL, lines=3)
        beside = ", ".join(filter(None, (_year(point), clean(point.detail))))
        beside = beside if fits(beside, width * BESIDE, AXIS) else _year(point)
        return cls(point, tuple(label), clean(point.shown), beside)

    @property
    def room(self) -> float:
        return max((fonts.text_width(line) * LABEL for line in self.label), default=0.0)

    @property
    def ending(self) -> float:
        shown = fonts.text_width(self.shown, bold=True) * LABEL
        return shown + fonts.text_width(self.beside) * AXIS + 14

    @property
    def height(self) -> float:
        return max(BAR, 5 + len(self.label) * (LABEL + 1))

    def draw(self, plot: Plot, style: Style, zero: float, unit: float, top: float) -> None:
        """Add the bar, its label left of the zero line or the fall, and its value at the end."""
        reach = max(abs(self.point.value) * unit, 0.6)
        left = zero if self.point.value >= 0 else zero - reach
        middle = top + self.height / 2
        color = style.tokens["chart"]["colors"][0]
        plot.rects.append(Rect(left, middle - THICK / 2, reach, THICK, color))
        first = middle + 2.6 - (len(self.label) - 1) * (LABEL + 1) / 2
        plot.labels += [
            Label(0, first + n * (LABEL + 1), line) for n, line in enumerate(self.label)
        ]
        end = left + reach + 4
        plot.labels.append(Label(end, middle + 2.6, self.shown, strong=True))
        after = end + 4 + fonts.text_width(self.shown, bold=True) * LABEL
        plot.axis += [Label(after, middle + 2.6, self.beside)] if self.beside else []


def _year(point: Point) -> str:
    """Return the year a bar is of, where its series is one and its label does not say it."""
    year = clean(point.series)
    return year if year.isdecimal() and year not in point.label else ""
