"""What was on offer to an audience, beside its brief: the table of claims says where each went."""

from __future__ import annotations

from brief.model.base import Artifact, Model


class OfferedClaim(Model):
    """One claim that a brief shows or leaves out."""

    id: str
    kind: str
    text: str
    """What it says; listed sentences have braces for names."""
    why: str
    """Why it is on offer to this audience."""


class Offered(Artifact):
    """All that the brief of one audience could show."""

    id: str
    """Of the audience."""
    claims: tuple[OfferedClaim, ...]
    """Best first."""
    unraised: tuple[OfferedClaim, ...] = ()
    """Findings of two sources or more that make no judgement for this reader."""
    ground: OfferedClaim | None = None
    """The finding that the bottom line gives as the ground of the larger side."""
    names: dict[str, str]
    """What stands for the braces of listed sentences."""
