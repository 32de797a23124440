"""The ledger of a brief: the quotations, figures and counts that it traces to."""

from __future__ import annotations

from brief.model.base import Model


class LedgerQuote(Model):
    """A verbatim span a brief rests on."""

    id: str
    article: str
    seed: str
    sha256: str
    passage: str
    start: int
    end: int
    text: str
    voice: str
    note: bool = False
    """True when the seed is a note of ours, so that the words are ours."""

    @property
    def paragraph(self) -> str:
        """The number of its paragraph: `7` of the passage `003#p7`."""
        return self.passage.rpartition("#p")[2]


class LedgerFigure(Model):
    """A figure a brief shows."""

    id: str
    quote: str
    """Ledger id of the sentence it stands in."""
    value: float | tuple[float, float]
    unit: str
    text: str
    """The number as the source writes it."""


class LedgerCount(Model):
    """A number computed by us."""

    id: str
    """`n:` and a name: `n:sources`, `n:sources.agree`."""
    value: float
    how: str
    """What was counted, in words."""


class Ledger(Model):
    """All that a brief's words and numbers trace to."""

    quotes: tuple[LedgerQuote, ...] = ()
    figures: tuple[LedgerFigure, ...] = ()
    counts: tuple[LedgerCount, ...] = ()
