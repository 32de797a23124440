"""Findings in; those on which sources agree that differ otherwise, and what others say, out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from brief.compose.answers import Claim
from brief.compose.lines import Library, Line
from brief.compose.sides import LEAST_APPEAL
from brief.compose.tallies import LEANING
from brief.model.dossier import Side

AGREED = 3
"""Findings under what sources agree on, at most."""


def agreements(claims: Sequence[Claim]) -> list[Claim]:
    """Return the findings that two sources or more share and none denies.

    Those first that sources on both sides of the main question share, then on two of its three
    sides, then those of most sources: that doubters and believers agree is news, that like minds
    do is less.
    """
    fit = [
        one
        for one in claims
        if one.way in ("yes", "no")
        and one.number >= LEANING
        and not one.opposed
        and len(one.tally.both) < one.number
    ]
    fit.sort(key=lambda one: (-one.shared, -len(_camps(one)), -one.number))
    return fit[:AGREED]


def _camps(claim: Claim) -> set[Side]:
    """Return on which sides of the main question those stand who bear a finding out."""
    return {source.side for source in claim.bearing} - {"silent"}


def words_for(claim: Claim) -> list[Line]:
    """Return sentences that may be quoted for a finding, those that carry it alone first."""
    known = [line for source in claim.bearing for line in claim.evidence.get(source.id, ())]
    own = [line for line in (*claim.carrying, *known) if line.own]
    return list({line.ref: line for line in own}.values())


def reported(library: Library, voices: Mapping[str, Mapping[str, int]]) -> list[Line]:
    """Return what others are reported to say on the question, in turn from either side.

    The most decided view first, and of like views the one that reads best. `voices` are the scores
    of those heard on it, by source.
    """
    rated: list[tuple[int, Line]] = []
    for source in library.dossier.sources:
        scores = voices.get(source.id, {})
        lines = {line.start: line for line in library.lines[source.id] if not line.own}
        for one in source.stance.voices:
            line, score = lines.get(one.start), scores.get(str(one.voice), 0)
            if line and score and line.voice == str(one.voice) and line.appeal >= LEAST_APPEAL:
                rated.append((score, line))
    rated.sort(key=lambda one: (-abs(one[0]), -one[1].appeal, one[1].ref))
    sides = [[line for score, line in rated if (score > 0) is yes] for yes in (True, False)]
    return [line for pair in zip_longest(*sides) for line in pair if line]
