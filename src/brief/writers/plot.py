"""What charts are drawn from: marks, lines, boxes and words at places, in points."""

from __future__ import annotations

from dataclasses import dataclass, field

from brief.model.marks import clean
from brief.writers import fonts

LABEL = 7.4
"""Size of labels in points; charts are drawn at their final size, never scaled."""
AXIS = 6.9


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
    plates: list[Rect] = field(default_factory=list)
    """Bare ground behind words that a line runs through."""
    marks: list[Mark] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    axis: list[Label] = field(default_factory=list)


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
