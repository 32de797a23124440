"""Paragraphs as found and the units they were written from in, which is which out.

By the names around the text (content control, bookmark), then by the same words, then by a name
that lost its text, then by likeness, then by standing alone between the same neighbors.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from brief.edits.diff import longest_rise
from brief.edits.readback.raw import RawBlock, RawParagraph, RawTable
from brief.edits.words import alike
from brief.model.marks import SUBTITLE, TITLE
from brief.model.plain import fold_spaces

LIKE = 0.55
"""Texts this alike, word by word, are one text rewritten. Half the words kept in order is rare
between two passages of one brief, and usual for a passage that somebody revised."""


@dataclass(frozen=True, slots=True)
class Known:
    """A unit of the draft as we wrote it."""

    unit: str
    text: str
    """Its words without note marks, spaces folded."""
    sort: str
    """`cell`, or `text`: a table's cells never become running text by likeness alone."""


@dataclass(frozen=True, slots=True)
class Found:
    """A paragraph, or all paragraphs of a table cell, as found."""

    raw: RawParagraph
    text: str
    sort: str


def text_of(raw: RawParagraph) -> str:
    """Return the words of a paragraph without note marks, spaces folded."""
    return fold_spaces(raw.rich.text.replace("\ufffc", ""))


def shows(block: RawBlock) -> bool:
    """Return whether there is anything to see: a table, words or a picture."""
    return isinstance(block, RawTable) or bool(text_of(block) or block.pictures)


def match(found: list[Found], known: list[Known], names: dict[str, str]) -> dict[int, str]:
    """Return index of what was found → unit; `names` gives the unit of a tag or bookmark."""
    matching = _Matching(found, known, names)
    matching.by_name()
    matching.by_words()
    matching.by_lost_name()
    matching.by_likeness()
    matching.by_neighbors()
    return matching.units


def styled(found: list[Found], known: list[Known], units: Mapping[int, str]) -> dict[int, str]:
    """Return what stands in the style of a title that is gone: it is that, typed anew with all."""
    lost = [u for u in (TITLE, SUBTITLE) if u in {k.unit for k in known} - {*units.values()}]
    free = [n for n, one in enumerate(found) if n not in units and one.text]
    made = {unit: [n for n in free if unit == f"brief/{found[n].raw.kind}"] for unit in lost}
    return {places[0]: unit for unit, places in made.items() if places}


class _Matching:
    """What is matched so far, one to one."""

    def __init__(self, found: list[Found], known: list[Known], names: dict[str, str]) -> None:
        self.found = found
        self.known = {unit.unit: unit for unit in known}
        self.names = names
        self.units: dict[int, str] = {}
        self.taken: set[str] = set()

    def by_name(self) -> None:
        """Match by names around the text; the best of several parts of a split one wins.

        What holds the title and more is the title: a brief has to have one.
        """
        claims: list[tuple[bool, float, int, int, str]] = []
        for index, item in enumerate(self.found):
            inside: dict[str, int] = {}
            for name, count in item.raw.strong.items():
                unit = self.names.get(name)
                if unit in self.known:
                    inside[unit] = max(inside.get(unit, 0), count)
            for unit, count in inside.items():
                share = alike(self.known[unit].text, item.text)
                claims.append((unit == TITLE, share, count, -index, unit))
        for _, _, _, index, unit in sorted(claims, reverse=True):
            self._take(-index, unit)

    def by_words(self) -> None:
        """Match what has the very words, in order."""
        free: dict[tuple[str, str], list[str]] = {}
        for unit in self._free():
            free.setdefault((unit.text, unit.sort), []).append(unit.unit)
        for index, item in self._open():
            same = free.get((item.text, item.sort), [])
            if item.text and same:
                self._take(index, same.pop(0))

    def by_lost_name(self) -> None:
        """Match by a name that no longer holds text: all of it was retyped, or never was any."""
        for index, item in self._open():
            for name in item.raw.weak:
                unit = self.names.get(name)
                if unit in self.known and self.known[unit].sort == item.sort:
                    self._take(index, unit)

    def by_likeness(self) -> None:
        """Match the most alike first."""
        pairs = [
            (alike(unit.text, item.text), -index, unit.unit)
            for index, item in self._open()
            if item.text
            for unit in self._free()
            if unit.sort == item.sort and unit.text
        ]
        for share, index, unit in sorted(pairs, reverse=True):
            if share >= LIKE:
                self._take(-index, unit)

    def by_neighbors(self) -> None:
        """Match one unknown paragraph with one missing unit between the same neighbors.

        A neighbor is what was left where it stood: a passage that was moved in between, or away,
        says nothing of the one that was typed anew there.
        """
        order = list(self.known)
        at = {unit: number for number, unit in enumerate(order)}
        staying = [-1, *self._staying(at), len(self.found)]
        for first, last in pairwise(staying):
            low = at[self.units[first]] if first >= 0 else -1
            high = at[self.units[last]] if last < len(self.found) else len(order)
            between = (self.known[unit] for unit in order[low + 1 : high])
            missing = [one.unit for one in between if one.text and one.unit not in self.taken]
            open_ = [n for n in range(first + 1, last) if n not in self.units]
            if len(missing) != 1 or len(open_) != 1:
                continue
            item = self.found[open_[0]]
            if self.known[missing[0]].sort == item.sort and item.text:
                self._take(open_[0], missing[0])

    def _staying(self, at: Mapping[str, int]) -> list[int]:
        """Return which of the matched paragraphs, by their place, stand in the order of before."""
        known = sorted(self.units)
        return [known[n] for n in longest_rise([at[self.units[index]] for index in known])]

    def _take(self, index: int, unit: str) -> None:
        if index not in self.units and unit not in self.taken:
            self.units[index] = unit
            self.taken.add(unit)

    def _open(self) -> list[tuple[int, Found]]:
        return [(n, item) for n, item in enumerate(self.found) if n not in self.units]

    def _free(self) -> list[Known]:
        return [unit for unit in self.known.values() if unit.unit not in self.taken]
