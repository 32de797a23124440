"""Answers to a reader's standing questions in; those that are findings for page one, out.

A question whose yes and no are both listed as sentences makes a judgement, worded and counted as
a theme is: so the first page of each reader begins with what that reader asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from brief.compose.answers import Answer, Claim
from brief.compose.tallies import LEANING, Way
from brief.model.audience import Standing, Theme

PROMOTED = 2
"""Questions among the key judgements, at most."""
PREFIX = "asks-"
"""Before the id of a question, where it stands among themes."""


def promoted(asked: Sequence[Standing], answers: Mapping[str, Answer]) -> tuple[Claim, ...]:
    """Return the first answer of several sources and that of most, in order; or one of one."""
    found = [answers[one.id] for one in asked if one.claim and one.claim_no]
    found = [one for one in found if sum(one.counts) and not one.expected]
    several = [one for one in found if _tells(one)]
    best = several[:1] + sorted(several[1:], key=_fewest)[: PROMOTED - 1]
    best = best or [one for one in found if sum(one.counts[:2])][:1]
    return tuple(_as_claim(one) for one in found if one in best)


def question_of(claim: Claim) -> str:
    """Return the id of the question that a finding answers; empty for a theme."""
    key = claim.theme.id
    return key.removeprefix(PREFIX) if key.startswith(PREFIX) else ""


def others(
    claims: Iterable[Claim], asked: Sequence[Standing], found: Sequence[Claim]
) -> list[Claim]:
    """Return the findings on themes without those that a question among the findings asks too."""
    known = {question_of(one) for one in found}
    same = {key for one in asked if one.id in known for key in (one.theme, one.covers) if key}
    return [one for one in claims if one.theme.id not in same]


def _fewest(found: Answer) -> int:
    return -sum(found.counts)


def _tells(found: Answer) -> bool:
    """Tell whether several find the same, or the opposite: one side and one of both is neither."""
    yes, no, _ = found.counts
    return max(found.counts) >= LEANING or bool(yes and no)


def _as_claim(found: Answer) -> Claim:
    asked = found.question
    theme = Theme(
        id=PREFIX + asked.id,
        name=asked.short,
        claim=_sentence(asked.claim),
        claim_yes=_sentence(asked.claim),
        claim_no=_sentence(asked.claim_no),
        claim_split=f"Sources differ on whether {asked.claim}.",
        poles=(asked.claim, asked.claim_no),
        about=asked.about or (asked.short,),
    )
    return Claim(theme, found.sources, found.evidence, (), _way(found), found.tally)


def _way(found: Answer) -> Way:
    yes, no, both = found.counts
    if found.lean in ("yes", "no"):
        return "yes" if yes > no else "no"
    if yes + no and not (yes and no) and not both:
        return "yes" if yes else "no"
    return "split"


def _sentence(clause: str) -> str:
    """Return a clause as a sentence: `Trade grows.`"""
    return f"{clause[:1].upper()}{clause[1:]}."
