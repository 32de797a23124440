"""Figures of a text in, the same out, each set beside the one it is compared with.

The ends of a change measure one thing, and the later of them knows where it began.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from brief.engines.rules.figures.found import FoundFigure


def compared(text: str, found: list[FoundFigure]) -> list[FoundFigure]:
    """Return the figures; one set beside another (`up from 76%`) measures the same as that."""
    out: list[FoundFigure] = []
    for figure in found:
        recent = range(max(0, len(out) - _BACK), len(out))
        alike = [k for k in recent if out[k].unit == figure.unit]
        near = alike[-1] if alike else -1
        ends = bool(alike) and _ends(text, out[near], figure)
        if ends:
            if _TO.search(_lead(text, out[near].start)):
                out[near] = replace(out[near], since=figure.start)
            else:
                figure = _directed(out[near], figure)
            if figure.measure and _has_whole(text, figure):
                out[near] = _of_whole(out[near], figure)
        elif _of_others(text, figure):
            near, figure = -1, replace(figure, measure="", subject="")
        elif _has_whole(text, figure):
            near = -1  # "compared with 44% of Belgians"
        elif alike and _UP_FROM.match(text, out[near].end, figure.start):
            out[near] = replace(out[near], since=figure.start)
        elif out:
            near = len(out) - 1
        last = out[near] if near >= 0 else None
        if last and last.measure and (ends or _shares(text, last, figure)):
            figure = replace(figure, measure=last.measure, subject=last.subject)
        out.append(figure)
    return out


def own_years(text: str, starts: Sequence[int], place: int) -> tuple[int, int]:
    """Return from where to the figure, and from where behind it, a year is another figure's.

    `starts` are those of all figures. What a change begins with stands before the year of its
    end, and what it ends with behind that of its start.
    """
    start = starts[place]
    lead = _lead(text, start)
    begins = place + 1 < len(starts) and _FROM.search(lead)
    near = starts[max(0, place - _BACK) : place]
    before = [one for one in near if _FROM.search(_lead(text, one))]
    since = before[-1] if before and _TO.search(lead) else start
    beside = place + 1 < len(starts) and _TO_FROM.match(text, start, starts[place + 1])
    return since, starts[place + 1] if begins or beside else len(text)


def _lead(text: str, start: int) -> str:
    """Return the words that lead to a figure: `from about`."""
    return text[max(0, start - _HEDGED) : start]


def _has_whole(text: str, figure: FoundFigure) -> bool:
    """Tell whether a figure says itself of what it is a part: `36% of Indian imports`."""
    return figure.unit == "%" and text.startswith(" of ", figure.end)


def _of_others(text: str, figure: FoundFigure) -> bool:
    """Tell whether a figure is compared that is of others: `against $18bn for Chad`."""
    behind = _OTHERS.match(text, figure.end)
    return bool(behind and _BESIDE.search(_lead(text, figure.start)))


def _of_whole(start: FoundFigure, end: FoundFigure) -> FoundFigure:
    """Return the start of a change that is a part of what its end says: `from 76% to 36% of …`."""
    whose = start.measure or start.subject or end.subject
    return replace(start, measure=end.measure, subject="" if whose == end.measure else whose)


def _shares(text: str, last: FoundFigure, figure: FoundFigure) -> bool:
    """Tell whether a figure measures what the one before it does, which is set beside it."""
    between = text[last.end : figure.start]
    alike = last.unit == figure.unit
    if _PARTED.search(between):
        return False
    if alike and _BESIDE.search(between):
        return True
    compared = alike and _COMPARES.fullmatch(between)
    return not figure.measure and bool(compared or _RESTATES.fullmatch(between))


def _directed(start: FoundFigure, end: FoundFigure) -> FoundFigure:
    """Return the end of a change with where it began and its direction: `went from 12% to 41%`."""
    change, low, high = end.change, start.value, end.value
    if change == "=" and not isinstance(low, tuple) and not isinstance(high, tuple):
        change = "up" if high > low else "down" if high < low else "="
    return replace(end, change=change, since=start.start)


def _ends(text: str, one: FoundFigure, other: FoundFigure) -> bool:
    """Tell whether two figures are the ends of one change, in either order."""
    before, between = _lead(text, one.start), text[one.end : other.start]
    if _PARTED.search(between):
        return False
    forth = (_FROM.search(before) or _GREW.search(between)) and _TO.search(between)
    return bool(forth or (_TO.search(before) and _FROM.search(between)))


_BACK = 3
"""Figures before one among which the start of its change is looked for."""
_HEDGED = 24
"""Characters before a figure in which `from` or `to` leads to it."""
_HEDGE = (
    r"\W+(?:(?:about|around|some|nearly|almost|just|only|over|under|more than|less than) ?)*\W*$"
)
_FROM = re.compile(rf"\bfrom{_HEDGE}", re.IGNORECASE)
_TO = re.compile(rf"\bto{_HEDGE}", re.IGNORECASE)
_TO_FROM = re.compile(rf"[^\d,;:.!?]*[\d.,]+[^\d,;:.!?]*\bfrom{_HEDGE}")
"""From a figure to the one it is up or down from, whose year stands behind it."""
_GREW = re.compile(
    r"\band (?:(?:by|in|since|then|later|now|\d{4}),? )*(?:(?:has|have|had|was|were) )?"
    r"(?:risen|rose|grown|grew|climbed|soared|surged|jumped|increased|expanded|fallen|fell|dropped|declined"
    r"|shrunk|shrank|sunk|sank|doubled|tripled|raised|cut|reduced)\b[^,;:.]{0,16}$",
    re.IGNORECASE,
)
"""What joins the end of a change to its start: `was worth $8bn in 2000 and had risen to $90bn`."""
_BESIDE = re.compile(rf"\b(?:compared (?:with|to)|against|(?:up|down) from){_HEDGE}", re.IGNORECASE)
_UP_FROM = re.compile(rf"[^;:.!?]{{0,40}}\b(?:up|down) from{_HEDGE}", re.IGNORECASE)
_OTHERS = re.compile(
    r" (?:between|with|for|to|from|among|in) (?:the )?(?:same |other |rest |whole |[A-Z])"
)
_PARTED = re.compile(r"[;:.!?](?=\s)|, and\b|\b(?:while|whereas|but)\b")
_COMPARES = re.compile(
    r"[^;:.!?]*\b(?:from|than|against|with|to|and|or)\W*(?:\w+\W+){0,3}", re.IGNORECASE
)
"""Words between two figures of one unit of which the second is compared with the first."""
_RESTATES = re.compile(
    r"\s*\((?:about|some|or)?\s*|\)?,? (?:or|up|down)(?: by)? "
    r"|(?: (?:in|last|this|over) (?:the )?(?:year|\d{4}))?, (?:up|down)(?: by)? ",
    re.IGNORECASE,
)
"""Words between two figures of which the second says the first again, or how it changed."""
