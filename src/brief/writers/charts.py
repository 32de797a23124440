"""An `Exhibit` in, an SVG drawing out: geometry computed here, drawn by a Jinja template.

Text stays text, and each number is the `shown` of its point: no axis carries numbers of its own,
so that every number of a chart traces to the ledger. Kinds are told apart by shape and dash as
well as by color. The templates see `Plot` and its parts, the tokens, and nothing else.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from brief.model.brief import Exhibit, Point
from brief.model.marks import clean
from brief.writers import fonts, render
from brief.writers.style import Style

LABEL = 7.4
"""Size of labels in points; charts are drawn at their final size, never scaled."""
AXIS = 6.9
ROW = 11.0
BAR = 15.0
MAX_ROWS = 22
"""Rows of a stance panel; more rows go to a second panel beside it."""
SHAPES = ("circle", "square", "triangle", "diamond")
DASHES = ("", "4 2", "1.2 1.8", "6 2 1.2 2")


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a place; `anchor` is start, middle or end, as in SVG."""

    x: float
    y: float
    text: str
    anchor: str = "start"
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """One point of the data."""

    x: float
    y: float
    shape: str
    color: str
    filled: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """A straight or broken line."""

    points: tuple[tuple[float, float], ...]
    color: str
    dash: str = ""


@dataclass(frozen=True, slots=True)
class Rect:
    """A filled box."""

    x: float
    y: float
    width: float
    height: float
    color: str


@dataclass(slots=True)
class Plot:
    """All that a chart template draws, in points from the top left."""

    width: float
    height: float = 0.0
    rects: list[Rect] = field(default_factory=list)
    grid: list[Line] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    axis: list[Label] = field(default_factory=list)


def to_svg(exhibit: Exhibit, style: Style, width: float) -> str:
    """Return the chart as SVG, `width` points wide, its alt text as `<title>`."""
    match exhibit.chart:
        case "stance":
            plot = _stance(exhibit, style, width)
        case "series":
            plot = _series(exhibit, style, width)
        case "bars":
            plot = _bars(exhibit, style, width)
        case _:
            assert_never(exhibit.chart)
    return _draw(exhibit, style, plot)


def _draw(exhibit: Exhibit, style: Style, plot: Plot) -> str:
    from jinja2 import DictLoader, Environment, StrictUndefined

    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=DictLoader(dict(style.charts)),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["n"] = number
    return environment.get_template(exhibit.chart).render(
        plot=plot, alt=clean(exhibit.alt), tokens=style.tokens, label_size=LABEL, axis_size=AXIS
    )


def number(value: float) -> str:
    """Return a coordinate with two decimals at most, the same on every machine."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def to_png(svg: str, scale: float = 3.0) -> bytes:
    """Return the drawing as PNG at `scale` × 72 dots an inch; the same SVG gives the same bytes."""
    import io

    import pypdfium2

    with pypdfium2.PdfDocument(render.drawing_pdf(svg)) as document:
        image = document[0].render(scale=scale).to_pil().convert("RGB")
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=True, dpi=(72 * scale, 72 * scale))
    return buffer.getvalue()


def wrap(text: str, width: float, size: float, lines: int = 2, bold: bool = False) -> list[str]:
    """Return `text` broken at spaces to `width` points, at most `lines` long, then an ellipsis."""
    rows: list[str] = []
    words = clean(text).split()
    while words and len(rows) < lines:
        row = words.pop(0)
        while words and fits(f"{row} {words[0]}", width, size, bold):
            row = f"{row} {words.pop(0)}"
        rows.append(row)
    if rows and (words or not fits(rows[-1], width, size, bold)):
        rows[-1] = shorten(rows[-1], width, size, bold)
    return rows


def fits(text: str, width: float, size: float, bold: bool = False) -> bool:
    """Return whether `text` set in sans at `size` is no wider than `width`."""
    return fonts.text_width(text, "sans", bold) * size <= width


def shorten(text: str, width: float, size: float, bold: bool = False) -> str:
    """Return `text` cut to `width` with an ellipsis at its end."""
    while text and not fits(f"{text}…", width, size, bold):
        text = text[:-1].rstrip()
    return f"{text}…"


# Stance: one row a mark on the scale, or one row an analysis when there are many.


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


def _stance(exhibit: Exhibit, style: Style, width: float) -> Plot:
    rows = _rows(exhibit.points)
    panels = 1 if len(rows) <= MAX_ROWS else 2
    count = math.ceil(len(rows) / panels)
    gap = 14.0
    wide = (width - gap * (panels - 1)) / panels
    plot = Plot(width=width)
    for panel in range(panels):
        part = rows[panel * count : (panel + 1) * count]
        _stance_panel(plot, exhibit, part, style, panel * (wide + gap), wide)
    return plot


def _stance_panel(
    plot: Plot, exhibit: Exhibit, rows: Sequence[_Row], style: Style, left: float, width: float
) -> None:
    steps = max(len(exhibit.scale), 2)
    low = -(steps - 1) / 2
    widest = max((fonts.text_width(row.label) * LABEL + 6 * row.indent for row in rows), default=0)
    start = left + min(widest + 10, width * 0.44)
    column = (left + width - start) / steps
    heads = [wrap(word, column - 3, AXIS, lines=3) for word in exhibit.scale]
    top = max((len(head) for head in heads), default=0) * (AXIS + 0.8) + 5
    bottom = top + ROW * len(rows)
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
        y = top + (n + 0.5) * ROW
        plot.grid.append(Line(((start, y), (left + width, y)), chart["grid"], "0.6 2"))
        indent = 6.0 if row.indent else 0.0
        shown = wrap(row.label, start - left - 6 - indent, LABEL, lines=1, bold=not row.indent)
        plot.labels += [
            Label(left + indent, y + 2.5, word, strong=_is_author(row.points[0])) for word in shown
        ]
        plot.marks += _stance_marks(row.points, style, start - low * column + column / 2, column, y)
    plot.height = max(plot.height, bottom + 2)


def _is_author(point: Point) -> bool:
    return point.shape != "voice"


def _stance_marks(
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


# Series: lines over years, labeled at their ends.


def _series(exhibit: Exhibit, style: Style, width: float) -> Plot:
    names = list(dict.fromkeys(point.series for point in exhibit.points))
    endings = [fonts.text_width(name, bold=True) * LABEL for name in names]
    right = width - (min(max(endings, default=0.0), width * 0.3) + 10 if len(names) > 1 else 14)
    top, bottom = 24.0, max(96.0, min(width * 0.36, 150.0))
    plot = Plot(width=width, height=bottom + 15)
    steps = _positions([point.label for point in exhibit.points])
    values = [point.value for point in exhibit.points]
    low, high = min(0.0, *values), max(0.0, *values)
    span = (high - low) or 1.0

    def place(point: Point) -> tuple[float, float]:
        x = 14 + steps[point.label] * (right - 14)
        return x, bottom - (point.value - low) / span * (bottom - top)

    base = bottom - (0 - low) / span * (bottom - top)
    plot.grid.append(Line(((6, base), (right + 8, base)), style.tokens["color"]["muted"]))
    if exhibit.unit:
        plot.axis.append(Label(0, 8, clean(exhibit.unit)))
    for nth, name in enumerate(names):
        own = [point for point in exhibit.points if point.series == name]
        _one_series(plot, style, nth, name if len(names) > 1 else "", [(p, place(p)) for p in own])
    _tick_labels(plot, {label: 14 + at * (right - 14) for label, at in steps.items()}, bottom + 11)
    _value_labels(plot, [(point, place(point)) for point in exhibit.points])
    return plot


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


def _value_labels(plot: Plot, placed: Sequence[tuple[Point, tuple[float, float]]]) -> None:
    """Add each value above its mark, or below it, where it touches no other label."""
    values = [point.value for point, _ in placed]
    ends = {placed[0][1], placed[-1][1]} if placed else set()
    weight = sorted(
        placed,
        key=lambda pair: (pair[1] not in ends, pair[0].value not in (max(values), min(values))),
    )
    taken = [_extent(label) for label in plot.labels]
    for point, (x, y) in weight:
        for dy in (-5.5, 11.0):
            label = Label(x, y + dy, clean(point.shown), "middle")
            box = _extent(label)
            if not any(_touch(box, other) for other in taken) and y + dy < plot.height - 13:
                plot.labels.append(label)
                taken.append(box)
                break


def _extent(label: Label) -> tuple[float, float, float, float]:
    wide = fonts.text_width(label.text, bold=label.strong) * LABEL
    left = label.x - {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
    return left - 1, label.y - LABEL * 0.75, left + wide + 1, label.y + 1.5


def _touch(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


# Bars: one row a comparison.


def _bars(exhibit: Exhibit, style: Style, width: float) -> Plot:
    names = list(dict.fromkeys(point.series for point in exhibit.points))
    widest = max((fonts.text_width(point.label) * LABEL for point in exhibit.points), default=0.0)
    start = min(widest + 8, width * 0.42)
    ending = max(
        (fonts.text_width(p.shown, bold=True) * LABEL for p in exhibit.points), default=0.0
    )
    room = max(width - start - ending - 8, width * 0.2)
    values = [point.value for point in exhibit.points]
    low, high = min(0.0, *values), max(0.0, *values)
    unit = room / ((high - low) or 1.0)
    zero = start - low * unit
    top = 14.0 if exhibit.unit else 2.0
    plot = Plot(width=width, height=top + BAR * len(exhibit.points) + 2)
    if exhibit.unit:
        plot.axis.append(Label(0, 8, clean(exhibit.unit)))
    colors = style.tokens["chart"]["colors"]
    for n, point in enumerate(exhibit.points):
        y = top + n * BAR
        color = colors[names.index(point.series) % len(colors)]
        reach = abs(point.value) * unit
        left = zero if point.value >= 0 else zero - reach
        plot.rects.append(Rect(left, y + 3, max(reach, 0.6), BAR - 6, color))
        lines = wrap(point.label, start - 8, LABEL, lines=1)
        plot.labels += [
            Label(start - 6 if low >= 0 else 0, y + 10.2, word, "end" if low >= 0 else "start")
            for word in lines
        ]
        plot.labels.append(
            Label(left + max(reach, 0.6) + 4, y + 10.2, clean(point.shown), strong=True)
        )
    grid = Line(((zero, top), (zero, plot.height - 2)), style.tokens["color"]["muted"])
    plot.grid.append(grid)
    return plot
