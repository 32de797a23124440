"""A line in, whether it only says of what kind a text is, on what occasion, or which part of it."""

from __future__ import annotations

import re

# "Session 1: Energy" heads a part.
PART = re.compile(r"(?:session|panel|part|chapter|section|day)\s+(?:\d+|[ivx]+|one|two)\b", re.I)
# "The Journal of Rivers, Vol. 28, No. 3": where a text was printed.
PERIODICAL = re.compile(r"\bvol(?:ume|\.)?\s*\d+,? (?:no|nr|issue|number)\b\.?\s*\d", re.IGNORECASE)
# "Hearing on ...", "Statement by ...": the occasion of a text. "Remarks by the Minister upon
# arrival at the summit" is a title.
OCCASION = re.compile(
    r"(?:(?:hearing|testimony|(?:prepared )?(?:statement|remarks(?!(?: \S+){8}))|before the)\b"
    r"|(?:questions? without notice|motions? to take note|(?:oral|written) (?:answers?|questions?)"
    r"(?: to questions)?|urgent questions?|adjournment debate"
    r"|(?:house|commons|lords|senate) debates?|question (?:time|period|hour))\W*$)",
    re.IGNORECASE,
)
# "Any Institute Policy Brief": the house and the kind of text.
KIND = re.compile(
    r"(?:(?-i:[^\W\d_a-z])\S* ){0,3}(?:policy|working|discussion|research|occasional|issue|briefing"
    r"|background) (?:briefs?|papers?|notes?|memos?)(?: (?:no\.? ?|#)?\d+\S*(?: ?/ ?\d+)?)?$",
    re.IGNORECASE,
)


def names_kind(text: str) -> bool:
    """Tell whether a line says on what occasion a text was made, or of what kind it is."""
    return bool(OCCASION.match(text) or KIND.match(text))
