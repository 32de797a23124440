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
    known = {unit: fold_spaces(flatten(units(front)[unit])[0].text) for unit in MARGINS}
    shown: dict[str, list[str]] = {unit: [] for unit in MARGINS}
    for unit, text in found:
        words = _words(text, unit, page)
        if unit == FIRST_RUNNING:
            words, handling = _parted(text, known[FIRST_FOOTER])
            shown[FIRST_FOOTER] += [handling] if handling != known[FIRST_FOOTER] else []
        shown[unit].append(words)
    made: dict[str, Inlines] = {}
    for unit, texts in shown.items():
        ours = {known[unit], fold_spaces(series) if unit == FIRST_RUNNING else known[unit]}
        typed = dict.fromkeys(text for text in texts if text and text not in ours)
        if typed:
            made[unit] = (Text(text=" · ".join(typed)),)
        elif texts and known[unit] and not any(texts):
            made[unit] = ()
    return made


def labelled(found: Sequence[tuple[str, str]], handling: str) -> bool:
    """Tell whether the first page shows its `handling` line behind its head and in its foot."""
    wanted = fold_spaces(handling)
    heads = [fold_spaces(text) for unit, text in found if unit == FIRST_RUNNING]
    feet = [fold_spaces(text) for unit, text in found if unit == FIRST_FOOTER]
    said = any(head.endswith(wanted) for head in heads)
    return not wanted or (said and all(foot.startswith(wanted) for foot in feet))


def _parted(head: str, handling: str) -> tuple[str, str]:
    """Return the words of the first page's head, and the handling line that it shows behind them.

    It is the one that we wrote there, or one typed in its place: what stands behind the tab.
    """
    words = fold_spaces(head)
    if handling and words.endswith(handling):
        return words.removesuffix(handling).strip(), handling
    before, tab, behind = head.rpartition("\t")
    return (fold_spaces(before), fold_spaces(behind) or handling) if tab else (words, handling)


def _words(text: str, unit: str, page: str) -> str:
    """Return the words of a head or foot without those around the page number, at a foot's end."""
    if unit in (RUNNING, FIRST_RUNNING):
        return fold_spaces(text)
    words, _, number = text.partition("\t")
    for ours in _FIELDS.split(page):
        number = number.replace(ours.strip() or " ", " ", 1)
    typed = "" if _DIGITS.fullmatch(number) else number
    return fold_spaces(f"{words} {typed}")
