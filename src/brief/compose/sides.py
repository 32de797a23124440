"""A library in, the strongest sentences of each side of the question out.

A sentence is chosen when its author says it, it is part of what decides that author's stance or of
the thesis, it stands on that side itself, it names what is asked about, and it can stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from brief.compose.evidence.leanings import POSSIBLE
from brief.compose.evidence.library import Library
from brief.compose.evidence.line import Line
from brief.compose.evidence.phrases import OPEN, WOULD, in_present
from brief.compose.evidence.proofs import PROVES, Proofs
from brief.compose.trust import is_unsigned
from brief.engines.rules.stance.scoring import Score, sentence_score
from brief.model.dossier import Side, Source

SIDES: tuple[Side, ...] = ("against", "for", "open")
SURE = 0.5
"""Score from which a sentence stands on a side, and leaves nothing open."""
SAYS = 0.6
"""Weight from which a sentence says something about the matter."""
CENTRAL = 1.5
"""Factor on a sentence that decides the stance or carries the thesis."""
FULLY = 4.0
"""Proof from which no sentence says it better than another."""
NEARLY = 0.5
"""Part of what the sentence noted for its source proves, from which another is quoted for it."""
LEAST_QUOTABILITY = 0.3
"""Below this a sentence does not stand alone and is cited, not quoted."""
PLAIN = 20
"""Words up to which such a sentence is a verdict on the parties, and no general remark."""
UNNAMED, VERDICT = 0.4, 0.5
"""Factor on such a sentence, and its quotability."""
UNSIGNED = 0.8
"""Factor on a sentence for which neither a person nor a house puts its name."""


def side_lines(side: Side, library: Library, proofs: Proofs) -> list[Line]:
    """Return the best sentence of each source on a side, the most telling first."""
    best = [one for some in _by_source(side, library, proofs) for one in some[:1]]
    return [line for _, line in sorted(best, key=_telling_first)]


def reason_lines(
    side: Side, library: Library, proofs: Proofs, why: Callable[[str], object]
) -> list[Line]:
    """Return sentences of a side that give a reason, as `why` tells, the most telling first.

    Those first that are not the best of their source: these speak for the side elsewhere.
    """
    rated = _by_source(side, library, proofs)
    more = [one for some in rated for one in some[1:]]
    best = [one for some in rated for one in some[:1]]
    every = (*sorted(more, key=_telling_first), *sorted(best, key=_telling_first))
    return [line for _, line in every if why(line.text)]


def _telling_first(one: tuple[float, Line]) -> tuple[float, str]:
    return -one[0], one[1].ref


def _by_source(side: Side, library: Library, proofs: Proofs) -> list[list[tuple[float, Line]]]:
    """Return for each source on a side what `_rated` finds in it."""
    own = [s for s in library.dossier.sources if s.side == side and s.independent]
    return [_rated(source, side, library, proofs) for source in own]


def _rated(
    source: Source, side: Side, library: Library, proofs: Proofs
) -> list[tuple[float, Line]]:
    """Return the sentences of a source that speak for a side, each with its worth, best first."""
    central = [(one.start, one.end) for one in (*source.stance.quotes, *source.thesis)]
    own = [
        line
        for line in library.lines[source.id]
        if line.voice == "author" and not line.counter and line.weight >= 0
    ]
    proof = proofs.proof(source, library)
    told = own if side == "open" or proof is None else _telling(own, proof, side, proofs)
    signed = UNSIGNED if is_unsigned(source) else 1.0
    rated = [
        (signed * _worth(line, side, any(a <= line.start < b for a, b in central), proofs), line)
        for line in told
    ]
    rated = sorted((one for one in rated if one[0] > 0), key=lambda one: (-one[0], one[1].start))
    return [(worth, _with_whom(line, proofs)) for worth, line in rated]


def _with_whom(line: Line, proofs: Proofs) -> Line:
    """Return a line, marked where it names no party."""
    named = sentence_score(line.text, proofs.question).parties
    return line if named else replace(line, unnamed=True)


def _telling(own: Sequence[Line], proof: Line, side: Side, proofs: Proofs) -> list[Line]:
    """Return the sentences that prove a side nearly as well as the one noted for its source.

    Where that one names what is asked about and reads well, or says what is, they do too.
    """
    now = in_present(proof.text)
    least = NEARLY * min(proofs.rate(proof, side), FULLY)
    named = proofs.names(proof.text) and proof.quotability > LEAST_QUOTABILITY
    return [
        one
        for one in own
        if proofs.rate(one, side) >= least
        and (proofs.names(one.text) or not named)
        and (in_present(one.text) or not now)
    ]


def _worth(line: Line, side: Side, central: bool, proofs: Proofs) -> float:
    """Return how well a sentence speaks for a side; 0 when it does not.

    It says on the relation itself where its author stands, and leaves nothing to chance; one that
    leaves the question open says so, and is central to its text.
    """
    found = sentence_score(line.text, proofs.question)
    quotability = line.quotability if found.parties else _short_verdict(line, found)
    supposed = WOULD.search(line.text) is not None and not proofs.names(line.text)
    if quotability < LEAST_QUOTABILITY or POSSIBLE.search(line.text) or supposed:
        return 0.0
    if side == "open":
        said = _left_open(line, found) if central or line.weight > 0 else 0.0
    else:
        proven = proofs.rate(line, side)
        said = min(proven, FULLY) if proven >= PROVES else 0.0
    said *= 1.0 if found.parties else UNNAMED
    return float(quotability**0.5 * said * (CENTRAL if central else 1.0))


def _left_open(line: Line, found: Score) -> float:
    """Return how well a sentence says that the question is open."""
    asks = not OPEN.search(line.text) or _ASKED.search(line.text)
    if asks or abs(found.score) >= SURE or not found.explicit or found.weight < SAYS:
        return 0.0
    return 0.4 + min(found.weight, 4.0) / 4.0


def _short_verdict(line: Line, found: Score) -> float:
    """Return the quotability of a sentence that names no party, once our words name them for it."""
    short = len(line.text.split()) <= PLAIN and re.search(r"[.!]$", line.text)
    return VERDICT if found.explicit and short and not _POINTING.search(line.text) else 0.0


_ASKED = re.compile(r"\bask(?:s|ed|ing)?\b", re.IGNORECASE)
"""That somebody asks leaves nothing open."""
_POINTING = re.compile(r"\b(?:this|these|those|such|he|she|I|we)\b", re.IGNORECASE)
