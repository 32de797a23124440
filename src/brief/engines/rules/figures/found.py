"""What is found of a figure: its value, unit, change and time, and what it measures of whom."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A measure or count in a text; `text[start:end]` holds its number, scale and unit."""

    value: float | tuple[float, float]
    """In plain units (90 billion is 9e10); both ends of a range."""
    unit: str
    """ISO code, '%', British singular name, counted noun, 'a per b', or ''."""
    change: str
    """One of = ~ up down > <."""
    start: int
    end: int
    year: int | None
    """The year the figure is about, when the text names it."""
    measure: str
    """Words of the text that say what is measured, '' when not found."""
    kind: str
    """'fact', 'target' or 'forecast'."""
    period: str
    """The period as the text words it, or ''."""
    subject: str = ""
    """Who or what its clause is about, where that is not what is measured; else ''."""
    since: int | None = None
    """Where the figure begins from which this one rose or fell (`from 76% to 36%`)."""
