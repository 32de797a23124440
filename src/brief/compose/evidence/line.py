"""One sentence of a source: its words, where they stand, and who speaks."""

from __future__ import annotations

from dataclasses import dataclass

from brief.compose.evidence.quotability import quotability


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a source, verbatim."""

    article: str
    text: str
    start: int
    end: int
    passage: str
    voice: str
    """`author`, or whose view is reported."""
    weight: float
    """How central the engine found it; 0 for a sentence passed over, less for a straw man."""
    counter: bool = False
    """True for evidence against the source's own thesis."""
    unnamed: bool = False
    """True when it names no party: whoever introduces it says whom it is about."""
    focus: tuple[int, int] | None = None
    """What must stay in view when it is shortened: offsets in its text."""
    taken_back: bool = False
    """True when the next sentence turns against it: `However, …`, `But …`."""
    own_from: int = 0
    """Where its author begins to speak, after a view that he reports and turns against."""
    rejected: bool = False
    """True when it reports a view that its author calls wrong in the next sentence."""
    rejects: str = ""
    """The view that its author calls wrong here: it says the opposite of that."""

    @property
    def ref(self) -> str:
        """Return the id of the quotation in the ledger: `003@120-180`."""
        return f"{self.article}@{self.start}-{self.end}"

    @property
    def asked(self) -> str:
        """Return the text that says what it speaks of: the view that it rejects, or its own."""
        return self.rejects or self.text

    @property
    def stated(self) -> str:
        """Return its text, blank where another speaks."""
        return " " * self.own_from + self.text[self.own_from :]

    @property
    def own(self) -> bool:
        """True for the words of the source itself, not of another whom it reports."""
        return self.voice == "author"

    @property
    def quotability(self) -> float:
        """Return how well it stands alone as a quotation, 0 (hardly) to 1."""
        return quotability(self.text, self.focus)
