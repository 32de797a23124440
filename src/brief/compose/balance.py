"""A dossier in; how its sources divide, how old and how independent they are, out.

Counting opinions in a handful of texts is a balance of sources, never a probability.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from brief.model.dossier import Dossier, Side, Source

Verdict = Literal[
    "most-against", "more-against", "split", "open", "more-for", "most-for", "too-few", "none"
]
FEW = 3
"""Sources that address the question, below which no balance is struck."""
MISREAD = 5
"""One in so many of the sources that take a side may be misread: a title holds without them."""
CLEAR = 0.7
"""Share of one side that counts as clear."""


@dataclass(frozen=True, slots=True)
class Balance:
    """How independent sources divide over the question."""

    counts: dict[Side, int]
    degrees: dict[str, int]
    """Of those for it, how many find that it `exists`, and how many something `close` to it."""
    sources: int
    """All articles, copies included."""
    origins: int
    newest: Source | None
    oldest: Source | None
    undated: int
    outlet: str
    """The outlet that most independent sources come from."""
    from_outlet: int
    notes: int
    """Articles known from notes of ours only."""
    unproven: Mapping[Side, int] = field(default_factory=dict)
    """Of the silent, how many lean to a side as a whole, though no sentence of theirs shows it."""

    @property
    def unshown(self) -> int:
        """Number of the silent who lean the other way than the larger side: it is not all."""
        if self.counts["for"] == self.counts["against"]:
            return 0
        return self.unproven.get("against" if self.leans_for else "for", 0)

    @property
    def unanimous(self) -> bool:
        """Tell whether all who take the question up agree, and nobody silenced weighs it or leans
        the other way."""
        shown = self.leading == self.addressed
        return shown and not (self.unshown or self.unproven.get("open", 0))

    @property
    def addressed(self) -> int:
        """Number of independent sources that address the question."""
        return self.origins - self.counts["silent"]

    @property
    def quarter(self) -> int:
        """A quarter of the independent sources, rounded up: fewer do not speak for all."""
        return -(-self.origins // 4)

    @property
    def leading(self) -> int:
        """Number of sources on the larger of the two sides."""
        return max(self.counts["for"], self.counts["against"])

    @property
    def dated(self) -> int:
        """Number of articles with a date."""
        return self.sources - self.undated

    @property
    def leans_for(self) -> bool:
        """Tell whether more sources are for than against."""
        return self.counts["for"] > self.counts["against"]

    @property
    def order(self) -> tuple[Side, Side, Side]:
        """Return the sides in the order in which a brief tells them: the larger one first."""
        return ("for", "against", "open") if self.leans_for else ("against", "for", "open")

    @property
    def verdict(self) -> Verdict:
        """Return how the balance falls."""
        yes, no, addressed = self.counts["for"], self.counts["against"], self.addressed
        if addressed < FEW:
            return "too-few" if addressed else "none"
        doubtful = -(-(yes + no) // MISREAD)
        if abs(yes - no) <= doubtful:
            return "split" if yes or no else "open"
        side = "for" if yes > no else "against"
        most = 2 * (max(yes, no) - doubtful) > addressed
        return f"{'most' if most else 'more'}-{side}"  # type: ignore[return-value]


def balance(dossier: Dossier, read: Dossier | None = None) -> Balance:
    """Return the balance of a dossier; copies and reprints add nothing to it.

    `read` is the same with every source on the side that its whole text leans to.
    """
    leant = {one.id: one.side for one in (read or dossier).sources}
    own = [source for source in dossier.sources if source.independent]
    sides = Counter(source.side for source in own)
    dated = [source for source in dossier.sources if source.issued]
    new = [source for source in own if source.issued] or dated
    outlets = Counter(filter(None, (one.outlet for one in own)))
    outlet_name, most = max(outlets.items(), key=lambda one: (one[1], one[0]), default=("", 0))
    return Balance(
        counts={side: sides[side] for side in ("for", "open", "against", "silent")},
        degrees={
            "exists": sum(source.side == "for" and _finds(source) for source in own),
            "close": sum(source.side == "for" and not _finds(source) for source in own),
        },
        sources=len(dossier.sources),
        origins=len(own),
        newest=new[-1] if new else None,
        oldest=dated[0] if dated else None,
        undated=len(dossier.sources) - len(dated),
        outlet=outlet_name,
        from_outlet=most,
        notes=sum(source.note for source in dossier.sources),
        unproven=Counter(leant[one.id] for one in own if one.side == "silent"),
    )


def _finds(source: Source) -> bool:
    """Tell whether a source finds the relation itself, and not only something close to it."""
    return (source.stance.score or 0) > 1
