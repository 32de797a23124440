"""A composer and a way to lay out in, the brief that fills its pages out, in few layouts.

A layout takes a second, a brief as data a fiftieth of it. So a layout says how many lines are left
or over, words say how many lines each candidate takes, and the next layout shows what holds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from math import inf
from typing import NamedTuple

from brief.compose import Composer
from brief.compose.ranking import FIRST
from brief.compose.size import lines, size
from brief.model.brief import Brief, Table
from brief.model.plain import walk

MOST_PAGES = 8
"""Pages of a brief, however many its sources are."""
FILLERS = 9
"""How many of the items next in rank are tried once the page is full: a layout each."""
LEAST = 1.0
"""Lines left below which none is tried, and by which words may misjudge one."""
HOLE = 4.0
"""Lines at the foot of a column above which what stands early is tried before what ranks higher."""
EARLY = ("agreed", "differing", "side", "voice", "quote")
"""Kinds of what stands before the reader's questions: it fills a hole on the first page."""
LATE = ("exhibit", "figure", "implication", "option", "watch", "further")
"""Kinds of what stands behind them: it moves no figure or table to another column."""
_MISS = 3.0
"""Lines by which each layout that is too long makes the next guess more careful."""


class Room(NamedTuple):
    """What a layout leaves empty, in lines."""

    lines: float
    """How many the pages still take; negative where the brief is longer than they are."""
    hole: float = 0.0
    """How many of them stand at the foot of a column before the last page."""
    last: float = 0.0
    """How many the last page takes."""
    stray: bool = False
    """Whether an item of a list stands alone at the top of a page."""


def fitting(
    composer: Callable[[int], Composer], room: Callable[[Brief], Room], pages: int
) -> tuple[Brief, int]:
    """Return the fullest brief within its pages, and how many of the ranked items it shows.

    Where what a brief must hold is longer than that, such as the list of very many sources, it
    takes the fewest pages that do; `composer` gives what composes for so many, `room` lays a brief
    out and returns what is left. Where a table of figures behind their chart has no room, it is
    tried before it: neither can be parted over columns.
    """
    search = _Search(composer(pages), room)
    brief = search.fullest()
    if _lacks_table(brief):
        other = _Search(composer(pages).table_first(), room)
        if other.takes_table(search.held) and not _lacks_table(turned := other.fullest()):
            search, brief = other, turned
    while pages < MOST_PAGES and search.over(brief):
        pages += 1
        search = _Search(composer(pages), room)
        brief = search.bare()
        if not search.over(brief) or pages == MOST_PAGES:
            brief = search.fullest()
    return brief, search.shown(brief)


def _lacks_table(brief: Brief) -> bool:
    """Tell whether rows of a table are left out beside a chart; of one it makes a sentence."""
    out = {item.partition("-")[0] for item in brief.annex}
    rows = "figure" in out and "exhibit" not in out
    return rows and not any(isinstance(one, Table) for one in walk(brief.blocks))


class _Search:
    """The briefs of one composer, and what lays them out."""

    def __init__(self, composer: Composer, room: Callable[[Brief], Room]) -> None:
        self._composer, self._room = composer, room
        self._rooms: dict[tuple[str, ...], Room] = {}
        self._briefs: dict[tuple[int, tuple[str, ...]], Brief] = {}
        self.held = 0
        """How many items, best first, the fullest brief shows before those that fill it up."""

    def fullest(self) -> Brief:
        """Return the brief that shows most of the ranked items within its pages."""
        self.held = shown = self.prefix(self.shown(self._composer.brief()))
        return self.brief(shown, self.fillers(shown))

    def takes_table(self, shown: int) -> bool:
        """Tell whether a table of figures fits beside so many items: one layout, for many."""
        rows = [one for one in self._composer.ranked if one.startswith("figure-")][:FIRST]
        return self._left(self.brief(shown, rows)).lines >= 0

    def bare(self) -> Brief:
        """Return the brief that shows none of the ranked items."""
        return self.brief(0)

    def shown(self, brief: Brief) -> int:
        """Return how many of the ranked items a brief shows."""
        return len(self._composer.ranked) - len(brief.annex)

    def over(self, brief: Brief) -> bool:
        """Tell whether a brief is longer than its pages though it shows none of the items."""
        return not self.shown(brief) and self._left(brief).lines < 0

    def brief(self, shown: int, also: Sequence[str] = ()) -> Brief:
        """Return the brief of the first `shown` items and of others; each is composed once."""
        asked = shown, tuple(also)
        if asked not in self._briefs:
            self._briefs[asked] = self._composer.brief(shown, also)
        return self._briefs[asked]

    def prefix(self, shown: int) -> int:
        """Return how many of the ranked items fit; the search begins with `shown`."""
        fits, fails, misses = 0, len(self._composer.ranked) + 1, 0.0
        shown = max(shown, 1)
        while fails - fits > 1:
            brief = self.brief(shown)
            room, taken = self._left(brief).lines, lines(brief)
            if room >= 0:
                fits, goal = shown, taken + room
            else:
                fails, goal = shown, taken + room - misses
                misses += _MISS
            shown = min(max(self._reaching(goal, fits, fails), fits + 1), fails - 1)
        return fits

    def _reaching(self, goal: float, fits: int, fails: int) -> int:
        """Return the largest number of items between the two that takes so many lines."""
        counts = range(fits + 1, fails)
        return fits + bisect_right(counts, goal, key=lambda n: lines(self.brief(n)))

    def fillers(self, shown: int) -> list[str]:
        """Return those of the items behind the first that does not fit which still do.

        Only such are laid out as by their words take no more lines than are left, and fewer than
        one of their part of the brief that was too long. What stands early comes before what ranks
        higher only where it fills a hole, and takes nothing of the last page. None pushes an item
        of a list overleaf alone. What shows nothing, such as a quotation for a claim that is left
        out, stays left out.
        """
        also: list[str] = []
        refused: dict[bool, float] = {}
        brief, tried = self.brief(shown), 0
        room, taken, words = self._left(brief), lines(brief), size(brief)
        turns = self._in_turn(shown, room.hole)
        while (turn := next(turns, None)) and tried < FILLERS and room.lines >= LEAST:
            item, early = turn
            fuller = self.brief(shown, [*also, item])
            part = item.partition("-")[0] in LATE
            length, spoken = lines(fuller), size(fuller)
            need = length - taken
            if spoken == words or need > room.lines + LEAST or need >= refused.get(part, inf):
                continue
            tried += fuller.annex not in self._rooms
            left = self._left(fuller)
            if left.lines < 0:
                refused[part] = need
            elif left.stray and not room.stray:
                continue
            elif not early or left.last > room.last - LEAST:
                also.append(item)
                if left.lines > room.lines:
                    # Such as a finding that says what a question asks: what was too long may fit.
                    turns, refused = self._in_turn(shown, left.hole), {}
                room, taken, words = left, length, spoken
        return also

    def _in_turn(self, shown: int, hole: float) -> Iterator[tuple[str, bool]]:
        """Yield what may fill the pages, and whether it shall fill a hole: that first, then all."""
        rest = self._composer.ranked[shown + 1 :]
        early = (one for one in rest if one.partition("-")[0] in EARLY)
        yield from ((one, True) for one in early if hole > HOLE)
        yield from ((one, False) for one in rest)

    def _left(self, brief: Brief) -> Room:
        """Return what the pages still take; the same brief is laid out once."""
        if brief.annex not in self._rooms:
            self._rooms[brief.annex] = self._room(brief)
        return self._rooms[brief.annex]
