"""Findings on themes in; those that become key judgements out, and what sources agree on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from brief.compose.agreements import agreements
from brief.compose.answers import Claim, claim
from brief.compose.balance import Balance
from brief.compose.evidence.library import Library
from brief.compose.promotion import question_of
from brief.compose.tallies import LEANING
from brief.model.audience import Audience, Theme
from brief.model.dossier import Source

FIRST = 2
"""Judgements beside the main one that are made before points of agreement."""
JUDGEMENTS = 4
"""Themes among the key judgements, at most; the balance of sources comes first."""
RAISED = 3
"""Independent sources that bear a finding out before it is a key judgement; of few, fewer."""
FEWEST = 2
"""Findings among the key judgements: below that number those of fewer sources fill up."""
PLACE, DECISIVE, SHARED, NEWEST = 3.0, 1.0, 0.5, 1.0
"""What a finding gains, beside one for each author, by its place in the reader's order, by that
none denies it, by that those who differ on the main question share it, and by that the newest
source bears it out."""
SUPERSEDED = 3
"""Years after which a newer source denies what was, and not those who told of it."""
_NO_SIDE = ("open", "too-few", "none")
"""Verdicts without a larger side."""
OWN = 2
"""Themes first in the reader's order, of which one stands among the first judgements."""


def claims_for(
    themes: Sequence[Theme], audience: Audience, library: Library, found: Balance
) -> list[Claim]:
    """Return the themes that sources speak of, those first that say most to this reader."""
    made = [claim(theme, library) for theme in themes]
    order = {name: place for place, name in enumerate(audience.themes)}
    newest = found.newest.id if found.newest else ""

    def worth(one: Claim) -> float:
        place = order.get(one.theme.id, len(order))
        # of a division those count that stand together
        authors = max(one.tally.counts) if one.way == "split" else one.number * bool(one.way)
        worth = PLACE * (1 - place / (len(order) or 1)) + authors
        worth += DECISIVE * one.unopposed + SHARED * one.shared
        return worth + NEWEST * any(source.id == newest for source in one.bearing)

    spoken = [one for one in made if one.sources]
    return sorted(spoken, key=lambda one: (not one.way, -worth(one), one.theme.id))


def listed(claims: Sequence[Claim], audience: Audience) -> list[Claim]:
    """Return the themes that this reader lists; of one who lists none, all."""
    return [one for one in claims if not audience.themes or one.theme.id in audience.themes]


def chosen(
    asked: Sequence[Claim],
    claims: Sequence[Claim],
    found: Balance,
    audience: Audience,
    grounds: Claim | None,
    heading: Collection[str] = (),
) -> list[Claim]:
    """Return the judgements in order.

    First come the reader's first question, what the line below the title follows from (themes by
    the ids in `heading`) and what is most the reader's own, then what most bear out; what one
    source answers comes behind what more find. The ground of the larger side is told
    in the bottom line, and fills up where the judgements are few.
    """
    raised = _raised(claims, found, len(asked))
    sure = [one for one in claims if one.settled and one is not grounds]
    heads = [one for one in sure if one.theme.id in heading and one.way][:1]
    held = [one for one in sure if one.theme.id in audience.themes[:OWN] and one.way != "split"]
    own = heads or [one for one in held if one.way and not one.expected][:1]
    rest = [*asked[1:], *(one for one in raised if one not in own and one is not grounds)]
    made = sorted([*asked[:1], *own, *rest][:JUDGEMENTS], key=_is_alone)
    several = sum(not _is_alone(one) for one in made)
    fills = [grounds] if grounds and several < FIRST else []
    return [*made[:several], *fills, *made[several:]]


def _is_alone(one: Claim) -> bool:
    """Tell whether a question is answered on either side by one source alone, if at all."""
    sides = one.tally.counts[:2] if one.way == "split" else (one.number,)
    return bool(question_of(one)) and max(sides) < LEANING


def ground(claims: Sequence[Claim], found: Balance) -> Claim | None:
    """Return the finding that most on the larger side give as their ground.

    None where fewer than two do, and where the bottom line parts that side by how far it goes.
    """
    parted = found.leans_for and all(found.degrees.values())
    if parted or found.verdict in _NO_SIDE:
        return None
    side = found.order[0]
    held = [one for one in claims if one.way == "yes" and one.theme.ground == side]
    most = max(held, key=lambda one: len(grounded(one)), default=None)
    return most if most and len(grounded(most)) >= LEANING else None


def qualification(claims: Sequence[Claim], found: Balance, grounds: Claim | None) -> Claim | None:
    """Return what qualifies the larger side, and nobody denies: no alliance, but a tie that lasts.

    Somebody on that side bears it out, and as many as its ground (`grounds`) at least.
    """
    if found.verdict in _NO_SIDE:
        return None
    side, least = found.order[0], len(grounded(grounds)) if grounds else LEANING
    held = [one for one in claims if one.way == "yes" and one.theme.qualifies == side]
    shared = [
        one
        for one in held
        if one.unopposed and one.number >= least and any(who.side == side for who in one.bearing)
    ]
    return max(shared, key=lambda one: one.number, default=None)


def grounded(claim: Claim) -> list[Source]:
    """Return who bears out a finding on the side for which it is a ground."""
    return [source for source in claim.bearing if source.side == claim.theme.ground]


def most_differing(claims: Sequence[Claim]) -> Claim | None:
    """Return the finding on which sources stand against each other, the most of them on both sides.

    `None` where two stand together on none.
    """
    apart = [one for one in claims if min(one.tally.counts[:2]) and max(one.tally.counts) > 1]
    return max(apart, key=lambda one: sorted(one.tally.counts[:2]), default=None)


def alone_recent(found: Balance, library: Library) -> str:
    """Return the id of the newest source where it is of years after all others; else ``."""
    one = found.newest
    rest = [s for s in library.dossier.sources if one and s is not one and s.independent]
    return one.id if one and comes_after([one], rest, library.year, SUPERSEDED) else ""


def lasting(claims: Sequence[Claim], library: Library) -> list[Claim]:
    """Return findings without divisions over what grows, where only older sources deny the newer.

    That trade was weak, and thrives some years later, is no difference of opinion.
    """

    def passed(one: Claim) -> bool:
        if one.way != "split" or "growth" not in one.theme.tones:
            return False
        sides = (one.tally.yes, one.tally.no)
        return any(
            comes_after(new, old, library.year, SUPERSEDED) for new, old in (sides, sides[::-1])
        )

    return [one for one in claims if not passed(one)]


def comes_after(
    newer: Sequence[Source], older: Sequence[Source], year: Callable[[Source], int], least: int = 1
) -> bool:
    """Tell whether a source with a date is of `least` years after all on the other side."""
    last = max((one.issued.year for one in newer if one.issued), default=0)
    return bool(older) and last >= max(map(year, older)) + least


def said_once(
    claims: Sequence[Claim], judged: Sequence[Claim], grounds: Claim | None
) -> tuple[list[Claim], list[Claim]]:
    """Return what sources agree on, and the judgements, such that no finding stands in both.

    The first judgements keep theirs, since page one should hold three with the main one, and so
    does the ground of the larger side, which those on it share; of the others it says more who
    agrees across the main question.
    """
    first = [one for n, one in enumerate(judged) if n < FIRST or one is grounds]
    rest = [one for one in judged if one not in first]
    shared = agreements([one for one in claims if one not in first and one is not grounds])
    return shared, [*first, *(one for one in rest if one not in shared)]


def _raised(claims: Sequence[Claim], found: Balance, held: int) -> list[Claim]:
    """Return the findings that become key judgements, beside so many that are held already.

    Where too few are borne out by as many as are asked, those of two sources fill up, and then
    those of one: what one text says is a judgement only for want of a better.
    """
    least = min(RAISED, found.quarter)
    made = [one for one in claims if one.way and not one.expected]
    # a division needs more who take part in it than a finding that nobody denies
    raised = [
        one for one in made if one.number >= (min(LEANING, least) if one.unopposed else least)
    ]
    for enough in (LEANING, 1):
        if len(raised) + held < FEWEST:
            more = [one for one in made if one not in raised and one.number >= enough]
            raised += more[: (JUDGEMENTS if enough > 1 else FEWEST) - len(raised) - held]
    return raised[:JUDGEMENTS]
