"""A library in; what page one may quote beside the balance out: the newest source, and a reason."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from brief.compose.balance import Balance
from brief.compose.evidence.library import Library
from brief.compose.evidence.line import Line
from brief.compose.evidence.noncommittal import noncommittal
from brief.compose.evidence.phrases import WOULD, in_present, names_others
from brief.compose.evidence.proofs import Proofs
from brief.compose.evidence.quoting import snippet
from brief.compose.sides import reason_lines
from brief.compose.tallies import LEANING
from brief.model.dossier import Side


def newest_lines(
    found: Balance, best: Mapping[Side, Sequence[Line]], library: Library, proofs: Proofs
) -> list[Line]:
    """Return the sentences by which the newest dated source stands where it does, or its theses.

    They are on what is between the two: what else it tells is no news on the question.
    """
    source = found.newest
    if source is None:
        return []
    central = [
        line
        for line in library.lines[source.id]
        if line.own
        and line.weight > 1
        and not WOULD.search(line.text)
        and not noncommittal(line.text, proofs.question)
        and proofs.touches(line)
        and not snippet(line.text, line.focus).text.endswith("…")
    ]
    # what it tells of years before it is no news, and of one of them and a third state is less
    central = [line for line in central if not library.bygone(line)]
    others = {line.ref: names_others(line.text, proofs.question) for line in central}
    central.sort(key=lambda line: (others[line.ref], -line.weight * line.quotability, line.start))
    known = [line for lines in best.values() for line in lines if line.article == source.id]
    # what it says of its own day comes before what it tells of days before
    return sorted([*known, *central], key=lambda line: not in_present(line.text))


_BECAUSE = re.compile(
    r"\b(?:because|due to|owing to|therefore|thus|hence|for (?:this|that|these) reasons?|"
    r"given (?:the|their|its|that)|so that|driven by|results? from|stems? from)\b"
    r"|, (?:as|since|for) (?:the (?!(?:first|last|time|next|past|most)\b)|"
    r"(?:it|they|both|neither|each|this|that)\b)",
    re.IGNORECASE,
)
"""Words by which a sentence gives a reason."""


def leading_reasons(
    found: Balance, best: Mapping[Side, Sequence[Line]], library: Library, proofs: Proofs
) -> list[Line]:
    """Return the sentences of the leading side that say why, the most telling first."""
    if found.counts["for"] == found.counts["against"]:
        return []
    side: Side = "for" if found.leans_for else "against"
    if len(best[side]) < LEANING:
        return []  # what speaks for the side elsewhere is not taken from it
    return reason_lines(side, library, proofs, lambda text: gives_reason(text, proofs))


def gives_reason(text: str, proofs: Proofs) -> bool:
    """Tell whether a sentence says why the two stand as they do, and not why somebody acts."""
    why = _BECAUSE.search(text)
    if why is None:
        return False
    # `A protests because the two have signed a pact`: the tie stands in the reason alone
    of = text[: why.start()] if text[: why.start()].strip() else text.partition(",")[2]
    return proofs.on_tie(of)
