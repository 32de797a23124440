"""Rows in, a Word table out, in schema order."""

from __future__ import annotations

import re

from brief.writers.docx.oxml import Element, el

_NUMBER = re.compile(r"\d[\d,\u202f\u00a0]*(\.\d+)?")
_DIGIT, _POINT = 0.5, 0.25
"""Widths in ems of a digit and of a point or comma in our sans, and near enough in others."""


def decimal_tails(texts: list[str]) -> list[float]:
    """Return for each text of a column how far to set it in from the right, in ems.

    Set right with these indents, whole numbers and decimals stand with their points in line, in
    every word processor; LibreOffice knows no decimal tabs in cells. A text with words after its
    number has no point to line up, and stands at the edge.
    """
    tails = [_tail(text) for text in texts]
    longest = max((tail for tail in tails if tail is not None), default=0.0)
    return [0.0 if tail is None else round(longest - tail, 2) for tail in tails]


def _tail(text: str) -> float | None:
    """Return the width of what follows a number's last whole digit, `None` for no plain number."""
    numbers = list(_NUMBER.finditer(text))
    if len(numbers) != 1 or re.search(r"\w", text[numbers[0].end() :]):
        return None
    after = len(text[numbers[0].end() :].rstrip()) * _DIGIT
    decimals = numbers[0][1] or ""
    return after + (_POINT + _DIGIT * (len(decimals) - 1) if decimals else 0.0)


def table_element(style: str, widths: list[int], rows: list[Element], *, header: bool) -> Element:
    """Return `w:tbl` with fixed columns (widths in twips)."""
    flags = {"w_firstRow": int(header), "w_lastRow": 0, "w_firstColumn": 0, "w_lastColumn": 0}
    look = el("w:tblLook", w_val="0020" if header else "0000", **flags, w_noHBand=1, w_noVBand=1)
    properties = el(
        "w:tblPr",
        el("w:tblStyle", w_val=style),
        el("w:tblW", w_w=sum(widths), w_type="dxa"),
        el("w:tblLayout", w_type="fixed"),
        look,
    )
    grid = el("w:tblGrid", *(el("w:gridCol", w_w=width) for width in widths))
    return el("w:tbl", properties, grid, *rows)
