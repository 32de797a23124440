"""Columns that WeasyPrint would push onto the next page whole, kept where they begin.

What a second column begins with may not fit below what stands above it: a heading that must stay
with what follows. WeasyPrint 70 then gives up the first column too, and leaves the rest of the page
empty; we leave the second column empty, and go on overleaf. A test fails where this has no effect.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from brief.writers.patched import patched


@contextmanager
def kept_columns() -> Iterator[None]:
    """Let a column after the first be empty while pages are laid out."""
    from weasyprint.layout import block

    lay_out = block.block_box_layout

    def tried(
        context: Any, box: Any, bottom: Any, skip: Any, around: Any, *more: Any, **named: Any
    ) -> Any:
        found = lay_out(context, box, bottom, skip, around, *more, **named)
        later = box.is_column and skip and box.position_x > around.content_box_x() + 1
        if found[0] is not None or not later:
            return found
        empty = box.copy_with_children([])
        empty.height = 0
        return (empty, skip, {"break": "any", "page": None}, *found[3:])

    with patched(block, "block_box_layout", tried):
        yield
