"""What the parts of one HTML page share: measures, marks already set, how a part is known."""

from __future__ import annotations

import re

from brief.model.brief import Brief, Inlines
from brief.model.plain import heading_levels, inline_text
from brief.model.strips import keys_to
from brief.writers import fonts
from brief.writers.gauge import gauge
from brief.writers.inlines import inlines_html, text_html
from brief.writers.last_words import held
from brief.writers.measure import balanced
from brief.writers.style import MM, Style, millimeters

_PAPER = {"A4": 210.0, "Letter": 215.9}
"""Widths in millimeters."""

CAPTION = 9.0
"""Size of the titles of tables and exhibits in points."""


class Page:
    """What the parts of one page share: measures, heading levels, marks already set."""

    def __init__(self, brief: Brief, style: Style, spans: bool) -> None:
        self.style = style
        self.spans = spans
        """Whether what is too wide for a column may stand across both."""
        self.labels = brief.labels
        self.keys = keys_to(brief)
        self.levels = heading_levels(brief)
        self.cited: set[int] = set()
        self.explained: set[str] = set()
        """Lists whose dots have their key."""
        self.in_front = False
        """Whether what is written stands above the columns."""
        self.margin = 0.0
        """Points that the notes beside the bottom line take, with the gap."""
        page = style.tokens["page"]
        self.full = (_PAPER[brief.layout.paper] - 2 * millimeters(page["side"])) * MM
        self.column = (self.full - millimeters(page["gap"]) * MM) / 2

    @property
    def room(self) -> float:
        """Width of what is written now, in points."""
        return self.full if self.in_front else self.column

    def even(
        self, title: Inlines, size: float, wide: bool = False, role: fonts.Role = "sans"
    ) -> str:
        """Return the attribute that sets a title in lines of like length."""
        style = balanced(inline_text(title), size, self.full if wide else self.room, role)
        return f' style="{style}"' if style else ""

    def words(self, inlines: Inlines) -> str:
        """Return inlines as HTML; marks of notes and drawings beside asides as this page has."""
        return inlines_html(inlines, self.cited, lambda aside: gauge(aside, self.style))

    def prose(self, inlines: Inlines) -> str:
        """Return the HTML of a text whose last line is to hold more than a short word."""
        return held(self.words(inlines))


def unit(id_: str) -> str:
    """Return the attribute by which a place of the brief is known on the page."""
    return f'data-unit="{text_html(id_)}"'


def classes(*names: str) -> str:
    """Return the attribute that names what a part is."""
    words = [re.sub(r"[^\w-]+", "-", name) for name in names if name]
    return f'class="{" ".join(words)}"'
