"""A table in, the widths of its columns and the places of its numbers out, from the fonts' metrics.

CSS cannot align numbers at their decimal mark, and WeasyPrint's own column widths break amounts
over lines; both are settled here, before layout.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations
from math import ceil

from brief.model.brief import Cite, Inlines, Table
from brief.model.plain import inline_text
from brief.writers import fonts

SIZE = 8.2
"""Size of table text in points; a smaller token only leaves more room."""
GAP = 5.0
"""Space between columns."""
AMOUNTS = 0.45
"""Part of a table's width that a column of amounts takes at most: they do not break."""
MOST_COLUMNS = 4
"""Of a table that stands in a column of text."""
CROWDED = 1.75
"""Lines a row, of a table with more than a few: as wide as the page it is half as high."""
FEW = 3
"""Rows of a table that stands in a column though they take a few lines each ..."""
HIGHEST = 6
"""... up to so many, those over two counted twice."""
SHORT = 8
"""Rows of a table that stands on one page: a longer one goes on overleaf, under its heads again,
since a page would stay half empty above it."""
_FRACTION = re.compile(r"^[.,]\d+")
_INTEGER = re.compile(r"\d{1,3}(?:(?:,\d\d)*[,\u00a0\u202f\u2009 ’']\d{3})+(?!\d)|\d+")
_BEFORE_END = re.compile(r" to |(?<=\d)–(?=\d)")
"""What stands before the end of a change or range, `from 40% to 25%`, `25–30`."""


def width(inlines: Inlines, size: float = SIZE, bold: bool = False) -> float:
    """Return the width of words in points on one line, note marks at their smaller size."""
    words = inline_text(inline for inline in inlines if not isinstance(inline, Cite))
    marks = "".join(str(inline.note) for inline in inlines if isinstance(inline, Cite))
    return (fonts.text_width(words, bold=bold) + 0.7 * fonts.text_width(marks)) * size


def column_widths(table: Table, room: float) -> list[float]:
    """Return the width of each column in points; together they fill `room`.

    Columns of amounts are as wide as their longest entry, up to nearly half of the room, with what
    sets all numbers in line where that makes no row higher. The others share the rest so that the
    rows take the fewest lines, else by their given weights; none is narrower than its longest word
    where there is room for that.
    """
    rest = [n for n, column in enumerate(table.columns) if column.align != "decimal"]
    wide = _wide(table, rest)
    made = (_widths(table, room, pads) for pads in (decimal_pads(table), {}))
    return min(made, key=lambda widths: _cost(wide, dict(enumerate(widths)))[0])


def _widths(table: Table, room: float, pads: Mapping[str, float]) -> list[float]:
    """Return the same for columns of amounts that stand so far (em) from their edges."""
    fixed = {
        n: _whole(table, n, room, pads)
        for n, column in enumerate(table.columns)
        if column.align == "decimal"
    }
    rest = [n for n in range(len(table.columns)) if n not in fixed]
    weights = sum(table.columns[n].width for n in rest) or 1.0
    left = room - sum(fixed.values())
    shares = {n: left * table.columns[n].width / weights for n in rest}
    found = {**fixed, **_fewest_lines(table, _no_word_broken(table, shares, left), left)}
    return [found[n] for n in range(len(table.columns))]


def _fewest_lines(table: Table, shares: dict[int, float], left: float) -> dict[int, float]:
    """Return the shares, moved a step at a time from one column to another while rows get lower.

    Where they stay as high, fewer cells break: `not stated` is read in one line.
    """
    least = {n: _longest_word(table, n) + GAP for n in shares}
    wide = _wide(table, shares)
    best = _cost(wide, shares)
    step = left / _STEPS
    for size in range(1, _STEPS):
        for wider, narrower in permutations(shares, 2):
            tried = {**shares, wider: shares[wider] + size * step}
            tried[narrower] -= size * step
            if tried[narrower] < least[narrower]:
                continue
            found = _cost(wide, tried)
            if found < best:
                shares, best = tried, found
    return shares


def _wide(table: Table, columns: Iterable[int]) -> dict[int, list[float]]:
    """Return the width of each cell of some columns, on one line."""
    return {n: [width(row[n].children) for row in table.rows] for n in columns}


def _cost(wide: Mapping[int, Sequence[float]], widths: Mapping[int, float]) -> tuple[int, int]:
    """Return how many lines all rows take, each as high as its highest cell, and cells that break.

    A cell breaks that takes more lines than one. Each line over two counts twice: two rows of two
    lines are read more easily than one of one and one of three.
    """
    heights = [
        [ceil(cell / max(0.95 * (widths[n] - GAP), 1.0)) for cell in wide[n]] for n in sorted(wide)
    ]
    rows = [max(row) for row in zip(*heights, strict=True)]
    lines = sum(high + max(0, high - _EASY) for high in rows)
    return lines, sum(high > 1 for cells in heights for high in cells)


def needs_page(table: Table, room: float) -> bool:
    """Return whether a table is so crowded in a column that it should have the page's width.

    That is also where a word of it is longer than its column is wide.
    """
    columns = range(len(table.columns))
    if len(columns) > MOST_COLUMNS:
        return True
    amounts = {n for n in columns if table.columns[n].align == "decimal"}
    given = column_widths(table, room)
    if any(_longest_word(table, n) > given[n] for n in columns if n not in amounts):
        return True
    widths = dict(enumerate(given))
    lines, _ = _cost(_wide(table, columns), widths)
    return lines > (CROWDED if len(table.rows) > FEW else HIGHEST) * len(table.rows)


_EASY = 2
"""Lines up to which a row is read at a glance."""
_STEPS = 24
"""Parts of the room that columns give each other."""


def _whole(table: Table, column: int, room: float, pads: Mapping[str, float]) -> float:
    """Return the width in points of a column of amounts."""
    cells = [row[column] for row in table.rows]
    wide = [width(cell.children) + pads.get(cell.id, 0.0) * SIZE for cell in cells]
    longest = max(wide, default=0.0)
    return min(max(longest, width(table.columns[column].title, bold=True)) + GAP, room * AMOUNTS)


def _no_word_broken(table: Table, shares: dict[int, float], left: float) -> dict[int, float]:
    """Return the shares, raised where a word would break; the others give in proportion."""
    least = {n: _longest_word(table, n) + GAP for n in shares}
    if sum(least.values()) >= left:
        return shares
    short = {n: least[n] for n in shares if shares[n] < least[n]}
    if not short:
        return shares
    spare = sum(share for n, share in shares.items() if n not in short)
    scale = (left - sum(short.values())) / spare
    return _no_word_broken(
        table, {n: short.get(n, share * scale) for n, share in shares.items()}, left
    )


def _longest_word(table: Table, column: int) -> float:
    words = " ".join(inline_text(row[column].children) for row in table.rows).split()
    head = inline_text(table.columns[column].title).split()
    widths = [fonts.text_width(word) for word in words]
    return SIZE * max([*widths, *(fonts.text_width(word, bold=True) for word in head)], default=0.0)


def decimal_pads(table: Table, widths: Sequence[float] = ()) -> dict[str, float]:
    """Return by cell how far (em) it stands left of its column's edge, so that numbers align.

    Amounts of one unit stand in line, `$9 billion` and `$146.8 billion`; of others each ends at
    the edge. A cell that is then wider than its column has none, where `widths` are given: it
    breaks.
    """
    pads: dict[str, float] = {}
    for n, column in enumerate(table.columns):
        if column.align == "decimal":
            most = widths[n] if widths else math.inf
            whole = [c for c in (row[n] for row in table.rows) if width(c.children) <= most]
            tails = {cell.id: _tail(cell.children) for cell in whole}
            widest: dict[str, float] = {}
            for unit, tail in tails.values():
                widest[unit] = max(widest.get(unit, 0.0), tail)
            edge = float(n < len(table.columns) - 1)
            wanted = {id_: edge + widest[unit] - tail for id_, (unit, tail) in tails.items()}
            fits = (c.id for c in whole if width(c.children) + wanted[c.id] * SIZE <= most)
            pads |= {id_: wanted[id_] for id_ in fits}
    return pads


def _tail(inlines: Inlines) -> tuple[str, float]:
    """Return the unit behind a number, and the width (em) of all that follows the units' digit.

    Of `$146.8 billion` that is ` billion` and `.8 billion`; of a change or a range, `from 40% to
    25%`, what stands at its end.
    """
    words = inline_text(inline for inline in inlines if not isinstance(inline, Cite))
    words = _BEFORE_END.split(words)[-1]
    found = _INTEGER.search(words)
    if not found:
        return "", 0.0
    tail = words[found.end() :]
    return _FRACTION.sub("", tail), fonts.text_width(tail)


def best_columns(entries: Sequence[Inlines], size: float, room: float, indent: float) -> int:
    """Return in how many columns, two to five, a list of entries is shortest.

    An entry stands whole in one column. `indent` is the room in a column that is not text; fewer
    columns win a tie.
    """
    widths = [width(entry, size) for entry in entries]

    def height(columns: int) -> int:
        line = room / columns - 2 * indent
        lines = [ceil(wide / (line * 0.95)) for wide in widths]
        high = max([ceil(sum(lines) / columns), *lines])
        while len(broken(lines, 0, high)) > columns:
            high += 1
        return high

    return min(range(2, 6), key=height)


def title_style(title: str, size: float, room: float) -> str:
    """Return CSS that keeps a title from ending in a line of one word.

    A title slightly too long for one line is set smaller, a longer one in lines of like length.
    """
    wide = fonts.text_width(title, "serif", bold=True) * size
    lines = ceil(wide / room)
    if lines < 2:
        return ""
    if wide <= room * 1.15:
        return f"font-size:{size * room / wide * 0.985:.2f}pt"
    return f"max-width:{min(room, wide / lines * 1.12):.0f}pt"


def balanced(words: str, size: float, room: float, role: fonts.Role = "sans") -> str:
    """Return CSS that sets a heading in lines of like length, in as few as it needs.

    So none ends in a line of one short word.
    """
    spare = evened(words, size, room, role)
    return f"padding-right:{spare:.0f}pt" if spare else ""


def evened(words: str, size: float, room: float, role: fonts.Role = "sans") -> float:
    """Return how much narrower than its room a heading is set to have lines of like length."""
    widths = [fonts.text_width(word, role, bold=True) * size * _SAFE for word in words.split()]
    gap = fonts.text_width(" ", role, bold=True) * size
    needed = len(broken(widths, gap, room))
    if needed < 2 or room < max(widths):
        return 0.0
    width = room
    while width - 2 >= max(widths) and len(broken(widths, gap, width - 2)) == needed:
        width -= 2
    return room - width


_SAFE = 1.02
"""Of words in the heaviest face, against that which we measure."""


def broken(widths: Iterable[float], gap: float, room: float) -> list[float]:
    """Return how wide each line is that words of these widths make, broken where one is full."""
    made: list[float] = []
    for wide in widths:
        if made and made[-1] + gap + wide <= room:
            made[-1] += gap + wide
        else:
            made.append(wide)
    return made
