"""A table in, its HTML out: widths and the places of numbers settled before layout."""

from __future__ import annotations

from collections.abc import Sequence

from brief.model.brief import Cell, Column, Table
from brief.writers.html_page import CAPTION, Page, classes, unit
from brief.writers.measure import SHORT, column_widths, decimal_pads, needs_page


def table_html(block: Table, page: Page) -> str:
    """Return a table; its box says whether it stands across both columns."""
    size = "short" if len(block.rows) <= SHORT else "long"
    span = "span" if page.spans and needs_page(block, page.column) else "column"
    caption = page.words(block.caption)
    even = page.even(block.caption, CAPTION, span == "span")
    room = page.full if span == "span" else page.column
    widths = column_widths(block, room)
    sizes = "".join(f'<col style="width:{width:.1f}pt">' for width in widths)
    heads = "".join(
        f'<th scope="col" {classes(c.align)} {unit(f"{block.id}/col{n}")}>'
        f"{page.words(c.title)}</th>"
        for n, c in enumerate(block.columns, 1)
    )
    pads = decimal_pads(block, widths)
    rows = "".join(_row(row, block.columns, pads, page) for row in block.rows)
    return (
        f"<div {classes('table-box', size, span)}><table {classes('table', block.role)}>"
        f"<caption {unit(f'{block.id}/caption')}{even}>{caption}</caption>"
        f"<colgroup>{sizes}</colgroup><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>"
    )


def _row(row: Sequence[Cell], columns: Sequence[Column], pads: dict[str, float], page: Page) -> str:
    cells = (_cell(cell, column, pads, page) for cell, column in zip(row, columns, strict=True))
    return f"<tr>{''.join(cells)}</tr>"


def _cell(cell: Cell, column: Column, pads: dict[str, float], page: Page) -> str:
    pad = f' style="padding-right:{pads[cell.id]:.2f}em"' if cell.id in pads else ""
    words = page.words(cell.children)
    broken = "broken" if column.align == "decimal" and not pad else ""
    return f"<td {classes(column.align, broken)} {unit(cell.id)}{pad}>{words}</td>"
