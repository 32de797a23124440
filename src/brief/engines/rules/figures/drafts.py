"""The working form of a figure between reading and finishing."""

from __future__ import annotations

from dataclasses import dataclass

from brief.engines.rules.figures.numbers import Number


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure under work: tokens `first` up to `after` (exclusive)."""

    value: float
    """The value, or the lower end of a range."""
    unit: str
    first: int
    after: int
    number: Number
    money: bool = False
    """The unit is a currency."""
    counted: bool = False
    """The unit is a counted noun."""
    high: float | None = None
    """The upper end of a range."""
    change: str = ""
    """Set when reading already decided the change."""
