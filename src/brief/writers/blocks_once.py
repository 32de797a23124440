"""WeasyPrint's layout made to set each block of a column once, not once for each try at it.

WeasyPrint 70 balances columns by setting them again and again, a little higher each time. A block
that stands whole in one of those tries looks the same in all others where it has the room: the
first answer is moved to where the block comes to stand next.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from brief.writers.patched import patched


@contextmanager
def blocks_once() -> Iterator[None]:
    """Keep the blocks that stand directly in columns while a document is laid out."""
    from weasyprint.layout import block

    lay_out = block.block_level_layout
    known: dict[tuple[int, tuple[float, ...]], tuple[Any, ...]] = {}

    def remembered(*given: Any, **named: Any) -> Any:
        if named or not given[4].is_column:
            return lay_out(*given, **named)
        context, box, bottom, skip, _, empty, absolutes, fixed, margins, *rest = given
        if skip or empty or any(rest) or context.excluded_shapes:
            return lay_out(*given)
        key = (id(box), tuple(margins))
        left, top = box.position_x, box.position_y
        if key in known:
            _, aside, above, high, made, page, after, *others = known[key]
            if not context.overflows_page(bottom, top + high):
                made.translate(left + aside - made.position_x, top + above - made.position_y)
                return (made, None, dict(page), list(after), *others)
        made, resume, page, after, *others = lay_out(*given)
        if made and not (resume or absolutes or fixed or context.excluded_shapes):
            aside, above = made.position_x - left, made.position_y - top
            high = made.border_box_y() + made.border_height() - top
            # The box is kept as well: its identity stands in the key.
            known[key] = (box, aside, above, high, made, dict(page), list(after), *others)
        return (made, resume, page, after, *others)

    with patched(block, "block_level_layout", remembered):
        yield
