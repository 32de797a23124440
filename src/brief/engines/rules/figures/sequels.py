"""Figures of a text in, the same out, each with the year and period that others share with it.

`Sales fell by 17% in the first half of 2020, to €1.8bn` gives both one period; `12% and 9% in 2021`
both one year; and `three years later` counts from the year that its sentence has named.
"""

from __future__ import annotations

import re
from dataclasses import replace

from brief.engines.rules.figures.data import number_words, words
from brief.engines.rules.figures.found import FoundFigure

_LEVEL = re.compile(
    r",? (?:to|reaching|hitting|and (?:reached|hit)|totall?ing|amounting to|bringing it to|worth) "
    r"(?:(?:about|around|some|nearly|almost|just|only|over|more than|a record|us) ?)*\W*$",
    re.IGNORECASE,
)
"""What leads from a change to where it ends."""
_PAIRED = re.compile(r" and (?:about |around |some |nearly |almost |by )?\W?$")
_SAME = re.compile(r",? (?:or|to)(?: about| some| nearly| almost)? ")
"""What stands between a change and its own size or end: `2%, or 40,000, to 3 million in 2019`."""
_LISTED = re.compile(r"\),? (?:and )?(?:the )?[A-Z][^\d,;:.()]{1,30} \(")
"""What stands between the shares of a list: `Mali (31%), Chad (22%) and Togo (9%) in 2020`."""
_SPAN = re.compile(r"(?:between|from) (\d{4}) (?:and|to) \d{4}", re.IGNORECASE)
_LATER = re.compile(
    r"\b(?P<n>\d{1,2}|[a-z]+) (?P<span>years?|decades?) (?:later|on|after that)\b,?"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BORDER = re.compile(r"[.!?]\s+[A-Z“]|[;\n]")
_REACH = 90
_LONG = {"year": 1, "decade": 10}


def sequels(text: str, found: list[FoundFigure]) -> list[FoundFigure]:
    """Return the figures with the times that they owe to those beside them."""
    out = list(found)
    for k in range(len(out) - 2, -1, -1):  # of a list the last names the year
        out[k] = _paired(text, out[k], out[k + 1])
    for k in range(len(out) - 1):
        lasts = k > 0 and out[k].unit in words("cues", "spans")  # "in the first nine months, to 5"
        out[k + 1] = _reached(text, out[k - 1 if lasts else k], out[k + 1])
        out[k] = _begun(out[k], out[k + 1])
    return _later(text, out) if _LATER.search(text) else out


def _paired(text: str, one: FoundFigure, other: FoundFigure) -> FoundFigure:
    """Return a figure with the year of the next in its list: `12% and 9% in 2021`."""
    between = text[one.end : other.start]
    if one.year or not other.year:
        return one
    if one.change in ("up", "down") and _SAME.fullmatch(between):
        return replace(one, year=other.year, period=other.period)
    if one.unit != other.unit:
        return one
    if _LISTED.fullmatch(between):
        return replace(
            one, year=other.year, period=other.period, measure=one.measure or other.measure
        )
    return replace(one, year=other.year, period=other.period) if _PAIRED.fullmatch(between) else one


def _reached(text: str, one: FoundFigure, other: FoundFigure) -> FoundFigure:
    """Return where a change ends, with the time of the change and what has changed."""
    between = text[one.end : other.start]
    if len(between) > _REACH or _BORDER.search(between) or not _level(between, one, other):
        return other
    if other.measure:
        return replace(other, year=one.year, period=one.period)
    return replace(
        other, year=one.year, period=one.period, measure=one.measure, subject=one.subject
    )


def _begun(one: FoundFigure, other: FoundFigure) -> FoundFigure:
    """Return the start of a change with the first year of its period: `Between 2010 and 2020`."""
    span = _SPAN.match(other.period) if other.since == one.start else None
    same = span is not None and one.period == other.period
    return replace(one, year=int(span[1]), period="") if span and same else one


def _level(between: str, one: FoundFigure, other: FoundFigure) -> bool:
    """Tell whether a figure is where the change before it ends, and has no time of its own."""
    moved = one.change in ("up", "down") and (one.unit == "%" or one.unit == "times")
    lead = _LEVEL.search(between)
    free = other.year is None and not other.period and other.unit != one.unit
    if not (moved and free and lead and one.period):
        return False
    rest = between[: lead.start()].strip(" ,")
    return rest == one.period or not rest


def _later(text: str, found: list[FoundFigure]) -> list[FoundFigure]:
    """Return the figures, those behind `three years later` so many years after the year before."""
    out = list(found)
    for shift in _LATER.finditer(text):
        steps = _number(shift["n"])
        named = list(_YEAR.finditer(text, 0, shift.start()))
        if (
            not steps
            or not named
            or _BORDER.search(text[named[-1].end() : shift.start()].replace(";", ","))
        ):
            continue
        year = int(named[-1].group()) + steps * _LONG[shift["span"].rstrip("s")]
        for k, one in enumerate(out):
            if one.start <= shift.start() < one.end:
                out[k] = replace(one, year=None, period="")
            elif shift.end() <= one.start and not _again(text, shift.end(), one.start):
                out[k] = replace(one, year=year, period=shift.group().rstrip(","))
    return out


def _again(text: str, start: int, end: int) -> bool:
    """Tell whether another time or sentence begins between two places."""
    between = text[start:end]
    return bool(_YEAR.search(between) or _BORDER.search(between)) or len(between) > _REACH


def _number(word: str) -> int:
    return int(word) if word.isdigit() else int(number_words().ones.get(word, 0) or (word == "a"))
