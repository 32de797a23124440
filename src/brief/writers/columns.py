"""Columns as WeasyPrint would not set them: kept where they begin, and no higher than their words.

What a second column begins with may not fit below what stands above it: a heading that must stay
with what follows. WeasyPrint 70 then gives up the first column too, and leaves the rest of the page
empty; we leave the second column empty, and go on overleaf. It measures what comes next by setting
it where there is no room at all, and fails where that must not be parted, such as a table's head
and first row; we let it measure nothing, and it finds the height step by step. A heading that was
tried at the foot of a column, and moved to the next with what it must stay with, leaves its room
behind there: we take it back. Tests fail where any of these has no effect.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from typing import Any

from brief.writers.patched import patched


@contextmanager
def kept_columns() -> Iterator[None]:
    """Let a column after the first be empty, and none too high, while pages are laid out."""
    from weasyprint.layout import block

    lay_out = block.block_box_layout

    def tried(
        context: Any, box: Any, bottom: Any, skip: Any, around: Any, *more: Any, **named: Any
    ) -> Any:
        found = lay_out(context, box, bottom, skip, around, *more, **named)
        if found[0] is not None and box.is_column and found[1]:
            _cut(found[0])
        later = box.is_column and skip and box.position_x > around.content_box_x() + 1
        measured = box.is_column and bottom == inf
        if found[0] is not None or not (later or measured):
            return found
        empty = box.copy_with_children([])
        empty.height = 0
        return (empty, skip, {"break": "any", "page": None}, *found[3:])

    with patched(block, "block_box_layout", tried):
        yield


def _cut(column: Any) -> None:
    """Make a column that goes on elsewhere as high as what stands in it."""
    inside = [one for one in column.children if one.is_in_normal_flow()]
    if inside and column.height != "auto":
        end = inside[-1].position_y + inside[-1].margin_height()
        column.height = min(column.height, max(0.0, end - column.content_box_y()))
