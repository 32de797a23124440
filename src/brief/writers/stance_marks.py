"""A mark of a stance exhibit in, whose it is and how it is drawn out.

It is an author's, or a voice's with its reporter.
"""

from __future__ import annotations

from brief.model.brief import Point
from brief.model.marks import clean
from brief.writers.plot import Mark
from brief.writers.style import Style


def is_author(point: Point) -> bool:
    """Tell whether a mark is that of an author, not of a voice that one reports."""
    return point.shape != "voice"


def named(point: Point) -> tuple[str, str]:
    """Return a mark's name, and for a voice who reports it: `Shi Ze (in Albert)`."""
    if is_author(point):
        return clean(point.label), ""
    name, _, reporter = clean(point.label).removesuffix(")").rpartition(" (in ")
    return (name, reporter) if name else (clean(point.label), "")


def drawn(author: bool, x: float, y: float, style: Style) -> Mark:
    """Return the filled dot of an author, or the open diamond of a voice."""
    color = style.tokens["color"]
    made = ("circle", color["brand"]) if author else ("diamond", color["accent"])
    return Mark(x, y, *made, filled=author)
