"""A sentence that speaks of what is looked for, with how far it proves it."""

from __future__ import annotations

from dataclasses import dataclass

from brief.compose.evidence.line import Line
from brief.compose.evidence.phrases import in_present
from brief.compose.evidence.search import Spans

PAST, BYGONE = 0.75, 0.5
"""Factors on a sentence that only tells what once was, and what was years before its source."""
RECENT = 1.15
"""Factor on a sentence of the last years."""
LEANS, OUTRIGHT = 0.5, 0.7
"""Sum from which a sentence takes a side, and from which it says what it says outright."""
TELLING = 0.3
"""Sum from which the clause that holds the subject takes a side."""


@dataclass(frozen=True, slots=True)
class Found:
    """A line that holds words looked for."""

    line: Line
    subject: Spans
    """Where the words of the subject stand in it."""
    hits: int
    """How many different phrases were found in it."""
    lean: float = 0.0
    """How far it points to yes (above zero) or to no."""
    sides: tuple[float, float] = (0.0, 0.0)
    """How much of it speaks for yes, and how much for no."""
    hint: float = 0.0
    """The lean of its words alone, where it only supposes, reports talk or names nobody."""
    near: bool = True
    """True when it holds the subject itself, and does not only go on with it."""
    sure: bool = True
    """True when it says itself, or with the sentence before, what and whom it is about."""
    stated: bool = True
    """True when it names those parties itself."""
    close: tuple[float, float] = (0.0, 0.0)
    """How much speaks for yes, and how much for no, in the clauses of its subject."""
    recent: bool = False
    """True when its source is of the last years."""
    bygone: bool = False
    """True when it only tells what was years before its source."""
    mark: tuple[int, int] | None = None
    """Where the word stands that decides its lean."""

    @property
    def weighed(self) -> tuple[float, float]:
        """Return what it says for yes and for no: both only where each is said outright."""
        if min(self.sides) >= OUTRIGHT:
            return self.sides
        if abs(self.lean) < LEANS:
            return 0.0, 0.0
        return max(self.lean, 0.0), max(-self.lean, 0.0)

    def proves(self, way: int) -> bool:
        """Tell whether it shows by itself that its source says yes (`way` 0) or no (1)."""
        sure = self.sure if self.line.own else self.sure and self.stated
        return sure and self.weighed[way] >= LEANS and self.close[way] >= TELLING

    @property
    def score(self) -> float:
        """Return how good the line is as evidence on what was looked for."""
        own = 1.0 if self.line.voice == "author" else 0.7
        own *= BYGONE if self.bygone else 1.0 if in_present(self.line.text) else PAST
        own *= RECENT if self.recent else 1.0
        firm = 0.7 + 0.3 * min(abs(self.lean), 2.0)
        about = 1 + 0.3 * min(self.hits, 4)
        return self.line.quotability * own * firm * about + 0.12 * self.line.weight
