"""Words and the room of a column in, what keeps them from breaking badly out."""

from __future__ import annotations

from brief.model.brief import Cite, Inlines, Text
from brief.model.plain import inline_text
from brief.writers import fonts
from brief.writers.measure import broken

MOST = 9
"""Lines of a text that stands whole in one column: a longer one would leave too large a hole."""
SHORT = 0.3
"""Part of a line that the last line of a lead fills at least."""
_MARK = Text(text="1")
"""About as wide as the small number of a note and the comma before the next."""
_KERNED = (0.97, 0.985, 1.0)
"""Parts of what words measure that they may take: kerning sets them closer."""
_NARROWER = 0.12
"""Part of the room that is given up at most to fill the last line."""


def keeping(inlines: Inlines, size: float, room: float, spare: float = 0.0) -> str:
    """Return `kept` for words that stand whole in a column, `long` for those that may break.

    `size` is that of the words, `spare` how many lines what belongs to them takes.
    """
    return "kept" if len(_rows(inlines, size, room)) + spare <= MOST else "long"


def filled(inlines: Inlines, size: float, room: float) -> str:
    """Return CSS that sets words a little narrower where their last line would be a word or two."""
    most = len(_rows(inlines, size, room))
    for narrower in range(0, int(room * _NARROWER), 2):
        tried = [_rows(inlines, size * part, room - narrower) for part in _KERNED]
        if any(len(rows) > most for rows in tried):
            break
        if most < 2 or all(rows[-1] >= (room - narrower) * SHORT for rows in tried):
            return f"padding-right:{narrower}pt" if narrower else ""
    return ""


def _rows(inlines: Inlines, size: float, room: float) -> list[float]:
    """Return how wide the lines of words are, broken at spaces; a mark belongs to its word."""
    words = inline_text(_MARK if isinstance(i, Cite) else i for i in inlines).split()
    widths = (fonts.text_width(word, "serif") * size for word in words)
    return broken(widths, fonts.text_width(" ", "serif") * size, room)
