"""Rows in, a Word table out, in schema order."""

from __future__ import annotations

from brief.writers.docx.oxml import Element, el


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
