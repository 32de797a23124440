"""The blocks of a brief and the marks that were set in them in, which mark rests on what out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from brief.model.brief import Block, Mark, Note
from brief.model.plain import block_parts, notes_marked


def marks(
    blocks: Iterable[Block],
    handed_out: Sequence[tuple[int, tuple[str, ...]]],
    notes: Iterable[Note],
) -> tuple[Mark, ...]:
    """Return each mark with its place and its sentences, in reading order.

    `handed_out` are note numbers and sentences in the order in which the page asked for them, which
    is that of reading; where it is not, as in a template that cites in what is not printed, nothing
    is known of any mark.
    """
    parts = (part for block in blocks for part in block_parts(block))
    placed = [(unit, number) for unit, inlines in parts for number in notes_marked(inlines)]
    if [number for _, number in placed] != [number for number, _ in handed_out]:
        return ()
    ids = {note.number: note.id for note in notes}
    return tuple(
        Mark(unit=unit, note=ids[number], quotes=quotes)
        for (unit, number), (_, quotes) in zip(placed, handed_out, strict=True)
    )
