"""Heads and feet of pages as found in, the words of each kind of page that a person changed out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from brief.edits.pieces import units
from brief.edits.readback.rich import flatten
from brief.model.brief import Inlines, Text
from brief.model.edit import Front
from brief.model.marks import FIRST_FOOTER, FIRST_RUNNING, FOOTER, MARGINS, RUNNING
from brief.model.plain import fold_spaces

_FIELDS = re.compile(r"\{\w+\}")
_DIGITS = re.compile(r"[\d\s]*")
_UNITS = {
    ("header", True): FIRST_RUNNING,
    ("header", False): RUNNING,
    ("footer", True): FIRST_FOOTER,
    ("footer", False): FOOTER,
}


def unit_of(kind: str, pages: str) -> str:
    """Return the unit of a `header` or `footer` of the pages `first`, `default` or `even`."""
    return _UNITS[kind, pages == "first"]


def margins(
    found: Sequence[tuple[str, str]], front: Front, page: str, series: str
) -> Mapping[str, Inlines]:
    """Return the words that a person changed, by unit; `page` stands around the page number.

    The first page is headed by the `series` where a person gave it no head.

    Pages of one kind may have several heads, in a draft of several sections: what was changed in
    any of them is kept, in one. Emptied are only words that none shows any more.
    """
    made: dict[str, Inlines] = {}
    for unit in MARGINS:
        known = fold_spaces(flatten(units(front)[unit])[0].text)
        texts = [_words(text, unit, page) for name, text in found if name == unit]
        ours = {known, fold_spaces(series) if unit == FIRST_RUNNING else known}
        typed = dict.fromkeys(text for text in texts if text and text not in ours)
        if typed:
            made[unit] = (Text(text=" · ".join(typed)),)
        elif texts and known and not any(texts):
            made[unit] = ()
    return made


def _words(text: str, unit: str, page: str) -> str:
    """Return the words of a head or foot without those around the page number, at a foot's end."""
    if unit in (RUNNING, FIRST_RUNNING):
        return fold_spaces(text)
    words, _, number = text.partition("\t")
    for ours in _FIELDS.split(page):
        number = number.replace(ours.strip() or " ", " ", 1)
    typed = "" if _DIGITS.fullmatch(number) else number
    return fold_spaces(f"{words} {typed}")
