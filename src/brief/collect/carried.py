"""Figures of one article in; the labels and years that they owe to what stands before, out.

`By 2014 the share had fallen to 25%` is of the share told before; `trade has stalled at $90bn` in
a sentence that names one year, and gives another figure for it, is of that year.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from brief.collect.measures import before
from brief.model.dossier import Source
from brief.model.summary import Figure

NEAR = 700
"""Characters back in an article at which `the share` may have been told."""
_SAME = re.compile(
    r"\b(?:the|this|that|its)\s(?P<noun>share|proportion|percentage|figure|number|total|sum|value"
    r"|volume|amount|target|goal)\b(?!\s(?:of|in|for|on)\b)[^,;.:]*$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PAST = re.compile(r"(?:since|after|before|until|from)\b", re.IGNORECASE)
_OTHER_TIME = re.compile(
    r"\b(?:now|today|currently|later|then|since|this year|last year|next|ago|annually|a year"
    r"|per year|earlier|before|previous|record)\b",
    re.IGNORECASE,
)
NEARBY = 2
"""Years by which a source may be later than what it tells of as of its own time."""


_TO = re.compile(
    r"\b(?:fell|fallen|falling|dropped|declined|decreased|reduced|shr[au]nk|slipped|halved|down|rose"
    r"|risen|rising|grew|grown|increased|climbed|jumped|doubled|up|gone|went)\s(?:back\s)?to\W"
    r"(?:[a-z]+\W+){0,2}$",
    re.IGNORECASE,
)
"""What says that a number is where another one has got to."""
_CLAUSE = re.compile(r"[,;:()—]\s|\s(?:and|while|but|whereas|though|although)\s")


def carried(
    figures: Sequence[Figure], known: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return labels of the figures of one article that take up one told before, and its id.

    The id only where the one has become the other: `the share had fallen to 25%`.
    """
    labels = dict(known)
    made: dict[str, str] = {}
    starts: dict[str, str] = {}
    told: list[Figure] = []
    for figure in sorted(figures, key=lambda one: one.number.start):
        found = None if labels.get(figure.id) else _SAME.search(before(figure))
        near = [one for one in told if _may_be(one, figure, labels)]
        aim = found is not None and found["noun"].lower() in ("target", "goal")
        if found and near and aim == (figure.kind == "target"):
            made[figure.id] = labels[figure.id] = labels[near[-1].id]
            if _TO.search(before(figure)):
                starts[figure.id] = near[-1].id
        if labels.get(figure.id):
            told.append(figure)
    return made, starts


def _may_be(one: Figure, figure: Figure, labels: Mapping[str, str]) -> bool:
    """Tell whether a figure told before measures what a later one may take up."""
    same = one.unit == figure.unit != ""
    close = 0 <= figure.number.start - one.number.end <= NEAR
    share = figure.unit != "%" or re.search(r"\bshare\b", labels[one.id], re.I) is not None
    return same and close and share and not one.moves


def year_told(source: Source, figure: Figure) -> int | None:
    """Return the year that a sentence names for another figure, where it names no other time.

    `None` where the figure has one of its own, or where the source is of quite another year.
    """
    if figure.year or figure.period or figure.kind != "fact":
        return None
    others = [one for one in source.figures if one.start == figure.start and one is not figure]
    years = {int(year) for year in _YEAR.findall(figure.text)}
    dated = {one.year for one in others if one.year and not _PAST.match(one.period)}
    if len(years) != 1 or years != dated or _OTHER_TIME.search(_clause(figure)):
        return None
    year = years.pop()
    written = source.issued.year if source.issued else year
    return year if 0 <= written - year <= NEARBY else None


def _clause(figure: Figure) -> str:
    """Return the clause that a number stands in."""
    ahead = _CLAUSE.split(before(figure))[-1]
    return ahead + _CLAUSE.split(figure.text[figure.number.start - figure.start :])[0]
