"""Findings in; those on which sources agree that differ otherwise, and what others say, out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from brief.compose.answers import Claim
from brief.compose.evidence.library import Library
from brief.compose.evidence.line import Line
from brief.compose.evidence.phrases import names_one
from brief.compose.evidence.proofs import Proofs
from brief.compose.sides import VERDICT
from brief.compose.tallies import LEANING
from brief.model.dossier import Side

LEAST = 0.2
"""Appeal from which a reported view, introduced by its reporter, is quoted."""
SHORT = 30
"""Words of a verdict on the two that names neither."""
AGREED = 3
"""Findings under what sources agree on, at most."""


def agreements(claims: Sequence[Claim]) -> list[Claim]:
    """Return the findings that two sources or more share and none denies.

    Those first that most sources share, and of these what doubters and believers agree on: that
    like minds do is less. What everybody expects is said only for want of a better.
    """
    fit = [
        one
        for one in claims
        if one.way in ("yes", "no")
        and one.number >= LEANING
        and not one.opposed
        and len(one.tally.both) < one.number
    ]
    fit = [one for one in fit if not one.expected] or fit
    fit.sort(key=lambda one: (-one.number, -one.shared, -len(_camps(one))))
    return fit[:AGREED]


def _camps(claim: Claim) -> set[Side]:
    """Return on which sides of the main question those stand who bear a finding out."""
    return {source.side for source in claim.bearing} - {"silent"}


def words_for(claim: Claim) -> list[Line]:
    """Return sentences that may be quoted for a finding, those that carry it alone first."""
    known = [line for source in claim.bearing for line in claim.evidence.get(source.id, ())]
    own = [line for line in (*claim.carrying, *known) if line.own]
    return list({line.ref: line for line in own}.values())


_ROUNDABOUT = re.compile(
    r"\b(?:idea|notion|claim|view|argument|assertion|assumption|suggestion|belief)s?\b.*"
    r"\b(?:is|are|was|were|has been|have been|met)\s(?:\w+\s){0,2}?"
    r"(?:questioned|disputed|doubted|challenged|rejected|dismissed|contested|denied|refuted|"
    r"with (?:disbelief|doubt|skepticism|scepticism))\b",
    re.IGNORECASE,
)
"""A view told by what it is against: `the idea that they part was questioned`."""


def reported(library: Library, proofs: Proofs, first: str = "for") -> list[Line]:
    """Return what others are reported to say on the relation itself, in turn from either side.

    That it ought to come, or is being negotiated, is no view that it is there.
    The side that `first` names begins. First come views that their reporter does not reject, then
    those that name what is asked about, the most decided, those said outright and not by what they
    are against, and of like views the one that reads best.
    """
    rated: list[tuple[float, Line]] = []

    def rank(one: tuple[float, Line]) -> tuple[bool, bool, float, bool, float, str]:
        score, line = one
        round_about = _ROUNDABOUT.search(line.text) is not None
        reads = VERDICT if line.unnamed else line.quotability
        return (
            line.rejected,
            not proofs.names(line.text),
            -abs(score),
            round_about,
            -reads,
            line.ref,
        )

    for source in library.dossier.sources:
        scored = {one.start: float(one.score) for one in source.stance.voices}
        for line in library.lines[source.id] if source.independent else ():
            if line.own or line.weight < 0 or line.text.startswith("If "):
                continue
            if line.quotability < LEAST:
                if len(line.text.split()) > SHORT or names_one(line.text, library.question):
                    continue
                # `this is already …`: its reporter is on the two, and we say so
                line = replace(line, unnamed=True)
            score = scored.get(line.start) or proofs.score(line.text)
            there = score < 0 or proofs.holds(line.text) or not proofs.names(line.text)
            if score and there and proofs.bears_out(line.text, score):
                rated.append((score, line))
    rated.sort(key=rank)
    turns = (False, True) if first == "against" else (True, False)
    sides = [[line for score, line in rated if (score > 0) is yes] for yes in turns]
    return [line for pair in zip_longest(*sides) for line in pair if line]
