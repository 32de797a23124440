"""A tagged PDF in; words that are not drawn where they are read, out.

A style sheet can move words and leave the file's text as it was: the count of one judgment to
another, the value of a row to the next. What is read after something stands below it or to its
right; the cells of a row stand side by side, and those of a column one below the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from brief.check.pdf_page import Run
from brief.check.pdf_text import Element, Tagged
from brief.check.places import AGAIN, short
from brief.model.diagnostic import Diagnostic

MOVED = "text-moved"
"""Code of words that stand elsewhere than they are read."""
Row = Sequence[Sequence[Run]]
"""The words of each cell of a row."""
_CELLS = frozenset({"/TH", "/TD"})


def misplaced(tagged: Tagged, file: str) -> Iterator[Diagnostic]:
    """Yield the first words of each page that stand before, or beside, where they are read."""
    pages = {id(run): page for page, run in tagged.runs}
    said: dict[int, str] = {}
    for page, words in (*_above(tagged.root, pages), *_cells(tagged.root, pages)):
        said.setdefault(page, words)
    for page, words in sorted(said.items()):
        yield Diagnostic(
            code=MOVED, severity="error", place=f"{file}, page {page}",
            message=f"“{short(words)}” is not drawn where it is read.",
            hint=f"Does a style sheet do that? {AGAIN}",
        )  # fmt: skip


def _above(root: Element, pages: dict[int, int]) -> Iterator[tuple[int, str]]:
    """Yield words that stand higher than those read before them, and not to their right.

    Words of no drawing whose place another matrix settles are moved as well.
    """
    read = [run for run in _runs(root) if run.text.strip()]
    yield from ((pages[id(run)], run.text) for run in read if not run.placed)
    for before, run in pairwise(read):
        same = pages[id(before)] == pages[id(run)]
        size = max(before.size, run.size)
        if same and run.y < before.y - size and run.x < before.end - size / 4:
            yield pages[id(run)], run.text


def _runs(element: Element) -> Iterator[Run]:
    for kid in element.kids:
        if isinstance(kid, Run):
            yield kid
        elif kid.tag != "/Figure":
            yield from _runs(kid)


def _cells(root: Element, pages: dict[int, int]) -> Iterator[tuple[int, str]]:
    """Yield cells beside which no other of their row stands, or that stand in the next column."""
    for table in (one for one in root.walk() if one.tag == "/Table"):
        rows = [_row(one) for one in table.walk() if one.tag == "/TR"]
        for row in rows:
            full = [cell for cell in row if cell]
            lines = [(min(r.y - r.size for r in cell), max(r.y for r in cell)) for cell in full]
            for cell, (top, low) in zip(full, lines, strict=True):
                if top > min(end for _, end in lines) or low < max(begin for begin, _ in lines):
                    yield pages[id(cell[0])], "".join(run.text for run in cell)
        for piece in _pieces(rows, pages):
            yield from _crossed(piece, pages)


def _crossed(rows: Sequence[Row], pages: dict[int, int]) -> Iterator[tuple[int, str]]:
    """Yield cells of rows one below the other that stand in the next column of the table."""
    columns = [[cell for cell in column if cell] for column in zip(*rows, strict=False)]
    for left, right in pairwise(columns):
        end = max((run.end for cell in left for run in cell), default=0.0)
        for cell in right:
            if min(run.x for run in cell) < end - cell[0].size / 4:
                yield pages[id(cell[0])], "".join(run.text for run in cell)


def _pieces(rows: Sequence[Row], pages: dict[int, int]) -> list[list[Row]]:
    """Return the rows of a table by the column or page on which they stand."""
    pieces: list[list[Row]] = []
    last = (0, 0.0)
    for row in rows:
        if runs := [run for cell in row for run in cell]:
            place = (pages[id(runs[0])], max(run.y for run in runs))
            if not pieces or place[0] != last[0] or place[1] < last[1]:
                pieces.append([])
            pieces[-1].append(row)
            last = place
    return pieces


def _row(row: Element) -> Row:
    """Return the words of each cell of a row."""
    cells = [kid for kid in row.kids if isinstance(kid, Element) and kid.tag in _CELLS]
    return [[run for run in _runs(cell) if run.text.strip()] for cell in cells]
