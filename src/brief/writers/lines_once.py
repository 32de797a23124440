"""WeasyPrint's layout made to break each line of text once, not once for every try at a column.

WeasyPrint 70 balances columns by setting them again and again, a little higher each time: a page
takes eight times as long as its lines need. How a line breaks depends on its words and its room
alone, so the first answer is kept, and copied to where the line comes to stand next.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from brief.writers.patched import patched


@contextmanager
def lines_once() -> Iterator[None]:
    """Keep how lines break while a document is laid out."""
    from weasyprint.formatting_structure.boxes import LineBox
    from weasyprint.layout import inline

    split = inline.split_inline_box
    known: dict[tuple[int, str, float], tuple[Any, ...]] = {}

    def remembered(context: Any, box: Any, position_x: float, max_x: float, *rest: Any) -> Any:
        if not isinstance(box, LineBox):
            return split(context, box, position_x, max_x, *rest)
        _, skip_stack, _, absolutes, fixed, placeholders, floats, _, first_letter, first_line = rest
        key = (id(box), repr(skip_stack), round(max_x - position_x, 6))
        if key not in known:
            found = split(context, box, position_x, max_x, *rest)
            if absolutes or fixed or placeholders or floats or first_letter or first_line:
                return found
            # The box is kept as well: its identity stands in the key.
            known[key] = (box, position_x, box.position_y, found[0].deepcopy(), found[1:])
            return found
        _, old_x, old_y, line, others = known[key]
        moved = line.deepcopy()
        moved.translate(position_x - old_x, box.position_y - old_y)
        return (moved, *others)

    with patched(inline, "split_inline_box", remembered):
        yield
