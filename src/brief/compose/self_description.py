"""A work without title and author in, what it says of itself out: whose meeting, what kind of text.

`In this synopsis of a Delta Fund workshop no names are given` is a better name than `text`: a
reader asks first from what house words come.
"""

from __future__ import annotations

import re

from brief.model.dossier import Source
from brief.model.source import Record

OPENING = 5
"""Passages in which a text says what it is."""
LONGEST = 48
"""Characters of the name of a house."""
_EVENT = r"(?P<event>workshop|conference|symposium|seminar|roundtable|colloquium|panel discussion)"
_WORD = r"[A-Z][^\W\d_]+"
_HOUSE = rf"(?P<house>{_WORD}(?:-{_WORD})?(?: (?:(?:of|for|on|and) (?:the )?)?{_WORD}){{1,5}})"
_HELD = (
    re.compile(rf"\b(?:an?|the|this) {_HOUSE} {_EVENT}\b"),
    re.compile(rf"\b(?:an?|the|this) {_EVENT} (?:of|at|by|held by|hosted by) the {_HOUSE}"),
)
_KIND = re.compile(
    r"\b[Tt]his (?P<kind>synopsis|summary|report|paper|essay|memo|record|briefing|transcript)\b|"
    r"\b[Tt]he (?P<other>synopsis|summary|transcript)\b"
)


def described(record: Record, kind: str) -> str:
    """Return what a text is called that has no name: `Delta Fund synopsis`, or `text`.

    `kind` is what its record calls it. Only a text that has no title and no author is looked into.
    """
    if record.title or record.authors or not isinstance(record, Source):
        return kind or "text"
    opening = "\n".join(passage.text for passage in record.passages[:OPENING])
    held = next(filter(None, (pattern.search(opening) for pattern in _HELD)), None)
    told = _KIND.search(opening)
    noun = kind or (told and (told["kind"] or told["other"])) or "text"
    if held is None or len(held["house"]) > LONGEST:
        return noun
    return f"{held['house']} {noun}"
