"""A stance exhibit in, its plot as wide as a page out: all who stand at a step stacked below it.

Each column is a step of the scale, each mark has its name beside it, so that the spread is the
height of the stacks. Authors come first, in the order of the exhibit; then the voices that they
report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from brief.model.brief import Exhibit, Point
from brief.model.layout import Labels
from brief.model.marks import clean
from brief.writers import fonts
from brief.writers.plot import AXIS, LABEL, Label, Line, Plot, Rect, fits, wrap
from brief.writers.stance_marks import drawn, is_author, named
from brief.writers.style import Style

LINE, ROW = 8.8, 11.2
"""Height of a line of a name, and of an entry with one."""
LEAST, HIGH = 8.6, 620.0
"""Height of an entry where a stack would be higher than a page has room for."""
EDGE, MARK = 5.0, 11.0
"""From the left of a column to its marks, and from those to the names."""
NARROW = 0.62
"""Part of an even share that a column keeps at least when it gives room to longer names."""
AFTER = 2
"""Lines that what stands after a name takes at most."""
_HANGING = re.compile(r"(?: (?:a|an|and|at|by|for|from|in|of|on|or|that|the|to|who|with))+…$")
"""Words on which no name that was cut ends."""
STEP = 7.4
"""Distance of marks without names, where a stack would be too high with them."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One mark with its name, and what stands after that: a year, or who reports it."""

    point: Point
    name: str
    after: str

    @classmethod
    def of(cls, point: Point) -> _Entry:
        name, reporter = named(point)
        when = clean(point.detail)
        year = when if any(map(str.isdigit, when)) else ""
        return cls(point, name, year if is_author(point) else reporter and f"in {reporter}")

    @property
    def strong(self) -> bool:
        return is_author(self.point)

    @property
    def size(self) -> float:
        return fonts.text_width(self.name, bold=self.strong) * LABEL

    def widths(self) -> tuple[float, float]:
        """Return the width it takes with what stands after it below its name, and beside it."""
        after = fonts.text_width(self.after) * AXIS + 3 if self.after else 0.0
        return MARK + max(self.size, after), MARK + self.size + after

    def broken(self, room: float) -> tuple[list[str], list[str]]:
        """Return the name in lines, and those of what stands after it, where it has its own."""
        names = wrap(self.name, room, LABEL, lines=2, bold=self.strong) or [""]
        names[-1] = _HANGING.sub("…", names[-1])
        end = fonts.text_width(names[-1], bold=self.strong) * LABEL + 3
        if not self.after or fits(self.after, room - end, AXIS):
            return names, []
        return names, wrap(self.after, room, AXIS, AFTER)


def stacks(exhibit: Exhibit, style: Style, width: float, labels: Labels) -> Plot:
    """Return all points below the steps of the scale, with a key where marks are of two kinds."""
    steps = max(len(exhibit.scale), 2)
    found: list[list[_Entry]] = [[] for _ in range(steps)]
    for point in sorted(exhibit.points, key=lambda one: not is_author(one)):
        at = round(point.value + (steps - 1) / 2)
        found[min(max(at, 0), steps - 1)].append(_Entry.of(point))
    made = _Stacks(Plot(width=width), exhibit, style)
    made.key(labels)
    made.columns(found)
    return made.plot


@dataclass(slots=True)
class _Stacks:
    """The drawing while it is made."""

    plot: Plot
    exhibit: Exhibit
    style: Style

    def key(self, labels: Labels) -> None:
        """Add at the top right what the marks of authors and of voices stand for.

        Its line is kept free where the marks are of one kind: the title stands over its left.
        """
        self.plot.height = AXIS + 4
        kinds = {is_author(point) for point in self.exhibit.points}
        if len(kinds) < 2:
            return
        x = self.plot.width - 1  # a picture of it cuts what stands at the very edge
        for author, words in ((False, labels.voice), (True, labels.author)):
            x -= fonts.text_width(clean(words)) * AXIS
            self.plot.axis.append(Label(x, AXIS, clean(words)))
            self._mark(author, x - 7, AXIS - 2.6)
            x -= 22

    def columns(self, found: Sequence[Sequence[_Entry]]) -> None:
        """Add heads and stacks."""
        widths = self._widths(found)
        lefts = [sum(widths[:n]) for n in range(len(widths))]
        heads = [
            wrap(self._head(n), wide - EDGE - 2, LABEL, lines=3, bold=True)
            for n, wide in enumerate(widths)
        ]
        top = self.plot.height + max(map(len, heads)) * LINE + 2.5
        for left, head in zip(lefts, heads, strict=True):
            base = top - 3.5 - (len(head) - 1) * LINE
            self.plot.labels += [
                Label(left + EDGE - 2.6, base + n * LINE, word, strong=True)
                for n, word in enumerate(head)
            ]
        bottom = top
        for left, wide, entries in zip(lefts, widths, found, strict=True):
            bottom = max(bottom, self._stack(entries, left, wide, top + 3))
        self._ground(lefts, widths, top, bottom + 1.5)
        self.plot.height = bottom + 3

    def _head(self, at: int) -> str:
        """Return the name of a step, and how many authors stand there."""
        heads = self.exhibit.heads
        return clean(heads[at]) if at < len(heads) else ""

    def _head_needs(self, at: int, even: float) -> float:
        """Return the width that the name of a step asks for: in one line, if that is not wide."""
        head = self._head(at)
        whole = fonts.text_width(head, bold=True) * LABEL
        if EDGE + 4 + whole <= even:
            return whole
        return max(fonts.text_width(word, bold=True) for word in head.split()) * LABEL

    def _widths(self, found: Sequence[Sequence[_Entry]]) -> list[float]:
        """Return the widths of the columns: those of the lowest stacks, else as even as can be."""
        even = self.plot.width / len(found)
        sizes = [self._sizes(n, some, even) for n, some in enumerate(found)]
        for most in sorted({high for one in sizes for _, high in one}):
            fitting = [[wide for wide, high in one if high <= most] for one in sizes]
            if all(fitting) and sum(widths := [min(one) for one in fitting]) <= self.plot.width:
                return _evened(widths, self.plot.width)
        return [even] * len(found)

    def _sizes(self, at: int, entries: Sequence[_Entry], even: float) -> list[tuple[float, float]]:
        """Return the widths that a column may have, each with how high its stack is then."""
        least = max(EDGE + 4 + self._head_needs(at, even), even * NARROW)
        asked = {EDGE + 4 + wide for entry in entries for wide in entry.widths()}
        widths = [least, *(wide for wide in sorted({even, *asked}) if wide > least)]
        return [(wide, _height(entries, wide)) for wide in widths]

    def _stack(self, entries: Sequence[_Entry], left: float, wide: float, top: float) -> float:
        """Add the marks of one step and return where they end."""
        room = wide - EDGE - MARK
        row = _row(entries, room)
        if row < LEAST:
            return self._crowd(entries, left, wide, top)
        y = top
        for entry in entries:
            y += self._entry(entry, left, room, y, row)
        return y

    def _entry(self, entry: _Entry, left: float, room: float, top: float, row: float) -> float:
        """Add a mark and its name, broken where it is too long; return the height."""
        x, base = left + EDGE + MARK - 2.6, top + row / 2 + 2.6
        leading = min(LINE, row)
        self._mark(entry.strong, left + EDGE, top + row / 2)
        names, apart = entry.broken(room)
        for n, words in enumerate(names):
            self.plot.labels.append(Label(x, base + n * leading, words, strong=entry.strong))
        last = len(names) - 1
        for words in apart:
            last += 1
            self.plot.axis.append(Label(x, base + last * leading, words))
        if entry.after and not apart:
            beside = fonts.text_width(names[-1], bold=entry.strong) * LABEL + 3
            self.plot.axis.append(Label(x + beside, base + last * leading, entry.after))
        return row + last * leading

    def _crowd(self, entries: Sequence[_Entry], left: float, wide: float, top: float) -> float:
        """Add marks without names, in rows, and return where they end."""
        row = max(1, int((wide - EDGE) / STEP))
        for n, entry in enumerate(entries):
            at = left + EDGE + n % row * STEP, top + 4 + n // row * STEP
            self._mark(entry.strong, *at)
        return top + (len(entries) - 1) // row * STEP + 9

    def _mark(self, author: bool, x: float, y: float) -> None:
        self.plot.marks.append(drawn(author, x, y, self.style))

    def _ground(
        self, lefts: Sequence[float], widths: Sequence[float], top: float, bottom: float
    ) -> None:
        """Add rules, and a ground to the middle alone: it leaves the question open."""
        chart, rule = self.style.tokens["chart"], self.style.tokens["color"]["muted"]
        middle = len(lefts) // 2
        if len(lefts) % 2:
            band = Rect(lefts[middle], top, widths[middle], bottom - top, chart["band"])
            self.plot.rects.append(band)
        for left in lefts[1:]:
            self.plot.grid.append(Line(((left, top), (left, bottom)), chart["grid"]))
        for y in (top, bottom):
            self.plot.grid.append(Line(((0, y), (self.plot.width, y)), rule))


def _lines(entries: Sequence[_Entry], room: float) -> int:
    """Return how many lines of names a stack has."""
    return sum(len(names) + len(apart) for names, apart in (one.broken(room) for one in entries))


def _row(entries: Sequence[_Entry], room: float) -> float:
    """Return the height of an entry of one line; below `LEAST` there is no room for names."""
    return min(ROW, HIGH / max(_lines(entries, room), 1))


def _height(entries: Sequence[_Entry], wide: float) -> float:
    """Return how high a stack is in a column so wide, with names or without."""
    room = wide - EDGE - MARK
    row = _row(entries, room)
    if row < LEAST:
        return HIGH
    more = _lines(entries, room) - len(entries)
    return len(entries) * row + more * min(LINE, row)


def _evened(widths: Sequence[float], total: float) -> list[float]:
    """Return widths that take all the room: the narrowest ones grow, none shrinks."""
    level, rest = 0.0, total
    narrow = sorted(widths)
    for n in range(len(narrow), 0, -1):
        level = rest / n
        if level >= narrow[n - 1]:
            break
        rest -= narrow[n - 1]
    return [max(wide, level) for wide in widths]
