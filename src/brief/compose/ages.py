"""An undated source in, the latest year that its text names out: no proof of its age, but a trace.

A text that speaks of what happened in 2016 was not finished before; a year that it only aims at
(`by 2030`, `until 2025`) says nothing.
"""

from __future__ import annotations

import re

from brief.model.dossier import Source

_YEAR = re.compile(
    r"(?<![\w./$€£¥#-])(?<!\d[,.])((?:19|20)\d\d)(?!\d|[.,/]\d|[\w%]|-\d{3}| (?:percent|per cent))"
)
_AHEAD = re.compile(
    r"\b(?:by|until|till|before|towards?|through|beyond|target\w*|goal\w*|aim\w*|plan\w*|vision|agenda)"
    r"(?: \w+){0,3} $|\bfrom \d{4} to $|\d{4} ?[-–] ?$",
    re.IGNORECASE,
)
"""What stands before a year that lies ahead, or ends a span that may."""


_PAST = re.compile(r"[^.;]{0,80}?\b(?:was|were|had|became|went|rose|fell|reached|fallen|risen)\b")


def _come(text: str, first: int, last: int) -> bool:
    """Tell whether the year at an offset is spoken of as one that has come."""
    return not _AHEAD.search(text[:first]) or _PAST.match(text[last:]) is not None


def latest_year(source: Source, now: int) -> int:
    """Return the latest year up to `now` that a text names as one that has come; zero for none."""
    found = [
        int(year[1])
        for passage in source.passages
        for year in _YEAR.finditer(passage.text)
        if int(year[1]) <= now and _come(passage.text, *year.span())
    ]
    return max(found, default=0)
