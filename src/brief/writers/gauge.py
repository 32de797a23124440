"""An aside in, the small drawings beside its words out: a dot a source, and marks of confidence.

The shapes differ in fill, not in color alone; the words of the aside say the same.
"""

from __future__ import annotations

from brief.model.brief import Aside, Dots, Shape
from brief.model.marks import clean
from brief.model.strips import Key
from brief.writers import fonts
from brief.writers.charts import draw
from brief.writers.plot import AXIS, Label, Mark, Plot, Rect
from brief.writers.style import Style

STEP = 7.7
"""Distance of dots in points."""
ROW = 20
"""Dots of a strip, at most: less than a column of text is wide."""
_BETWEEN = 5.0
"""Space before the next shape that stands with its count, in points."""
_LEVELS = ("low", "moderate", "high")
_BAR, _GAP = 3.6, 1.6
_HEIGHTS = (3.4, 5.6, 7.8)
"""Of the three marks of confidence, which rise like steps."""


def gauge(aside: Aside, style: Style) -> tuple[str, str]:
    """Return the dots and the marks of confidence as SVG, each named by what it stands for.

    Nothing stands for what is not there.
    """
    return _strip(aside, style), _level(aside, style)


def _strip(aside: Aside, style: Style) -> str:
    count = sum(dots.value for dots in aside.dots)
    if not count:
        return ""
    plot = Plot(width=0.0, height=STEP + 1.4)
    for dots in aside.dots:
        if count > ROW:
            _counted(plot, dots, style)
        else:
            _each(plot, dots, style)
    return draw("gauge", clean(aside.alts[0]), style, plot)


def _each(plot: Plot, dots: Dots, style: Style) -> None:
    """Add a dot a source."""
    for _ in range(dots.value):
        plot.marks.append(_dot(dots.shape, plot.width + STEP / 2, STEP / 2 + 0.7, style))
        plot.width += STEP


def _counted(plot: Plot, dots: Dots, style: Style) -> None:
    """Add one dot and how many sources it stands for: nobody counts rows of dots."""
    if not dots.value:
        return
    words = str(dots.value)
    plot.width += _BETWEEN if plot.width else 0.0
    plot.marks.append(_dot(dots.shape, plot.width + STEP / 2, STEP / 2 + 0.7, style))
    plot.axis.append(Label(plot.width + STEP + 1.2, plot.height - 1.9, words))
    plot.width += STEP + 1.2 + fonts.text_width(words) * AXIS


def _dot(shape: Shape, x: float, y: float, style: Style) -> Mark:
    color = style.tokens["color"]["muted" if shape == "faint" else "brand"]
    return Mark(x, y, _SHAPES[shape], color, shape in _FULL)


def key_drawing(one: Key, style: Style, room: float) -> str:
    """Return the drawing of a key as SVG, in as many lines as `room` points ask for."""
    plot = Plot(width=0.0)
    x, y = 0.0, _KEY_LINE - 2.6
    entries: list[tuple[Shape | None, str]] = [(None, one.intro), *one.entries]
    for shape, words in entries:
        mark = STEP + 2.2 if shape else 0.0
        wide = mark + fonts.text_width(clean(words)) * AXIS
        if x and x + wide > room:
            x, y = 0.0, y + _KEY_LINE
        if shape:
            plot.marks.append(_dot(shape, x + STEP / 2, y - 2.3, style))
        plot.axis.append(Label(x + mark, y, clean(words)))
        plot.width = max(plot.width, x + wide)
        x += wide + _KEY_GAP
    plot.height = y + 2.6
    plot.width += 0.5
    return draw("gauge", clean(one.alt), style, plot)


_KEY_LINE, _KEY_GAP = 9.6, 6.5
"""Height of a line of a key, and the space between its entries."""
_SHAPES = {
    "filled": "circle",
    "half": "half",
    "hollow": "circle",
    "dash": "dash",
    "faint": "speck",
}

_FULL = ("filled", "dash")
"""Shapes that are drawn in their color to the edge."""


def _level(aside: Aside, style: Style) -> str:
    """Return one to three full steps of three."""
    if not aside.level:
        return ""
    plot = Plot(width=3 * _BAR + 2 * _GAP, height=STEP + 1.4)
    reached = _LEVELS.index(aside.level)
    for n, high in enumerate(_HEIGHTS):
        color = style.tokens["color"]["brand" if n <= reached else "rule"]
        top = plot.height - 1.2 - high
        plot.rects.append(Rect(n * (_BAR + _GAP), top, _BAR, high, color))
    return draw("gauge", clean(aside.alts[-1]), style, plot)
