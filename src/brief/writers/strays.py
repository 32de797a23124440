"""Where the units of a brief stand in, the list items that stand alone on a page out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from brief.model.brief import Brief, ListBlock
from brief.model.plain import walk

_FEW = 2
"""Items of a list that may be parted: each of them then stands alone."""


def strays(brief: Brief, units: Mapping[str, int]) -> Iterator[str]:
    """Yield the last item of each list that begins a page without any other of its list.

    `units` says on which page each unit begins.
    """
    for block in walk(brief.blocks):
        if isinstance(block, ListBlock) and len(block.items) > _FEW:
            before, last = (units.get(item.id, 0) for item in block.items[-2:])
            if last > before:
                yield block.items[-1].id
