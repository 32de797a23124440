"""A library in, the strongest sentences of each side of the question out.

A sentence is chosen when its author says it, it is part of what decides that author's stance or of
the thesis, it stands on that side itself, it names what is asked about, and it can stand alone.
"""

from __future__ import annotations

import re
from dataclasses import replace

from brief.compose.lines import Library, Line
from brief.compose.phrases import OPEN
from brief.compose.proofs import PROVES, Proofs
from brief.engines.rules.stance.scoring import Score, sentence_score
from brief.model.dossier import Side, Source

SIDES: tuple[Side, ...] = ("against", "for", "open")
SURE = 0.5
"""Score from which a sentence stands on a side."""
SAYS = 0.6
"""Weight from which a sentence says something about the matter."""
CENTRAL = 1.5
"""Factor on a sentence that decides the stance or carries the thesis."""
TELLING = 0.4
"""Worth below which a sentence shows its side too faintly to speak for it."""
LEAST_APPEAL = 0.3
"""Below this a sentence does not stand alone and is cited, not quoted."""
PROVEN = 1.5
"""Factor on a sentence that proves by itself where its source stands."""
PLAIN = 20
"""Words up to which such a sentence is a verdict on the parties, and no general remark."""
UNNAMED, VERDICT = 0.4, 0.5
"""Factor on such a sentence, and its appeal."""


def side_lines(side: Side, library: Library, proofs: Proofs) -> list[Line]:
    """Return the best sentence of each source on a side, the most telling first."""
    own = [s for s in library.dossier.sources if s.side == side and s.independent]
    best = [found for source in own if (found := _best(source, side, library, proofs))]
    best.sort(key=lambda one: (-one[0], one[1].ref))
    return [line for _, line in best]


def _best(
    source: Source, side: Side, library: Library, proofs: Proofs
) -> tuple[float, Line] | None:
    central = {quote.start for quote in (*source.stance.quotes, *source.thesis)}
    rated = [
        (_worth(line, side, line.start in central, proofs), line)
        for line in library.lines[source.id]
        if line.voice == "author" and not line.counter and line.weight >= 0
    ]
    rated = [one for one in rated if one[0] > 0]
    best = max(rated, key=lambda one: (one[0], -one[1].start), default=None)
    if best is None or sentence_score(best[1].text, proofs.question).parties:
        return best
    return best[0], replace(best[1], unnamed=True)


def _worth(line: Line, side: Side, central: bool, proofs: Proofs) -> float:
    """Return how well a sentence speaks for a side; 0 when it does not."""
    if not (central or line.weight > 0):
        return 0.0
    found = sentence_score(line.text, proofs.question)
    if side == "open" and (not OPEN.search(line.text) or _ASKED.search(line.text)):
        return 0.0
    appeal = line.appeal if found.parties else _short_verdict(line, found)
    if appeal < LEAST_APPEAL or not _stands(found, side) or found.weight < SAYS:
        return 0.0
    firm = 1.0 if side == "open" else min(abs(found.score), 2.0)
    named = (1.0 if found.explicit else 0.45) * (1.0 if found.parties else UNNAMED)
    weight = min(found.weight, 4.0) / 4.0
    said = (0.5 + 0.5 * firm) * named * (0.4 + weight)
    said *= PROVEN if proofs.rate(line, side) >= PROVES else 1.0
    worth = float(appeal**0.5 * said * (CENTRAL if central else 1.0))
    return worth if worth >= TELLING else 0.0


def _short_verdict(line: Line, found: Score) -> float:
    """Return the appeal of a sentence that names no party, once our words name them for it."""
    short = len(line.text.split()) <= PLAIN and re.search(r"[.!]$", line.text)
    return VERDICT if found.explicit and short and not _POINTING.search(line.text) else 0.0


_ASKED = re.compile(r"\bask(?:s|ed|ing)?\b", re.IGNORECASE)
"""That somebody asks leaves nothing open."""
_POINTING = re.compile(r"\b(?:this|these|those|such|he|she|I|we)\b", re.IGNORECASE)


def _stands(found: Score, side: Side) -> bool:
    if side == "open":
        return abs(found.score) < SURE and found.explicit
    return found.score >= SURE if side == "for" else found.score <= -SURE
