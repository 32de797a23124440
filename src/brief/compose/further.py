"""A library in; what its sources claim beside all that is quoted already, out.

Where a few short texts leave a page half empty, each of them is heard once more, in its own words
on what is between the two: first those that nothing else quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief.compose.evidence.library import Library
from brief.compose.evidence.line import Line
from brief.compose.evidence.phrases import WOULD, in_present, names_both, names_one, names_others
from brief.compose.evidence.proofs import SHOWS, Proofs
from brief.compose.evidence.quoting import snippet
from brief.compose.picking import Picker
from brief.model.dossier import Side, Source

MOST = 6
"""Claims on offer."""
CENTRAL = 2.0
"""The engine's weight from which a sentence is central to its text."""
READS = 0.5
"""Quotability below which nobody needs the sentence."""
_EVENT = re.compile(
    r"\b(?:webinar|seminar|conference|workshop|round ?table|symposium|podcast|episode)\b", re.I
)
"""What tells of a meeting claims nothing of the two."""
_UNREAL = re.compile(r"\b(?:could|might|should) (?:\w+ )?have\b")
"""What did not come about: `an ally could have been expected to help`."""


def further_claims(library: Library, proofs: Proofs, picker: Picker) -> tuple[Line, ...]:
    """Return a claim of each source, those first that are not quoted yet, the surest first."""
    quoted = {line.article for line in picker.taken}
    offered = [
        (
            source.id in quoted,
            not proofs.on_tie(line.text),
            -line.weight * line.quotability,
            line.ref,
            line,
        )
        for source in library.dossier.sources
        if source.independent
        for line in _central(source, library, proofs)
    ]
    made: dict[str, Line] = {}
    for *_, line in sorted(offered):
        if len(made) < MOST and line.article not in made and picker.pick([line]):
            made[line.article] = line
    return tuple(made.values())


def _central(source: Source, library: Library, proofs: Proofs) -> Iterator[Line]:
    """Yield the sentences by which a source itself says something of the two, or of their tie.

    What only tells what was signed or said one day claims nothing.
    """
    other: Side = {"for": "against", "against": "for"}.get(source.side, "silent")  # type: ignore[assignment]
    for line in library.lines[source.id]:
        own = line.own and not (line.counter or line.rejects or line.taken_back)
        if not own or line.weight < CENTRAL or line.quotability < READS:
            continue
        claims = in_present(line.text) or proofs.rate(line, source.side) >= SHOWS
        whole = claims and not _EVENT.search(line.text)
        whole &= not snippet(line.text, line.focus).text.endswith("…")
        supposed = WOULD.search(line.text) or _UNREAL.search(line.text) or library.bygone(line)
        contrary = other != "silent" and proofs.rate(line, other) >= SHOWS
        if whole and not supposed and not contrary and _on_them(line.text, proofs):
            yield line


def _on_them(text: str, proofs: Proofs) -> bool:
    """Tell whether a sentence names a tie and one of the two, or both and no other state."""
    asked = proofs.question
    if proofs.on_tie(text):
        return names_both(text, asked) or names_one(text, asked)
    return names_both(text, asked) and not names_others(text, asked)
