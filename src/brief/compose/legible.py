"""Words of sources in, the same in characters that our fonts can draw out.

A title may hold a smiling face, a script that we have no font of, or a control character: none of
them stops a brief. A name says what it cannot show; a quotation leaves it out with an ellipsis.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import groupby

from brief.writers.fonts import has_glyph

_ELLIPSIS = "[…]"


def legible(text: str) -> str:
    """Return text whose characters can be drawn: `[smiling face]`, `[Thai]` for the others."""
    if text.isascii() and text.isprintable():
        return text
    seen = (char for char in text if _instead(char) != "")
    return "".join(
        "".join(chars) if said is None else f"[{said}]" for said, chars in groupby(seen, _instead)
    )


def elided(text: str) -> str:
    """Return words of a source with an ellipsis for each run that cannot be drawn."""
    kept = "".join(char if _instead(char) is None else "\0" for char in text)
    parts = [part for part in kept.split("\0") if part.strip()]
    return _ELLIPSIS.join(parts) if parts else text


@cache
def _instead(char: str) -> str | None:
    """Return what stands for a character that cannot be drawn, nothing for one without a look.

    `None` means that it can be drawn; letters of a script are named by the script.
    """
    kind, name = unicodedata.category(char), unicodedata.name(char, "")
    if kind == "Cc":
        return None if char in "\n\t\r" else ""
    if has_glyph(char) or kind in ("Cf", "Zs"):
        return None
    if kind[0] in "CM":
        return ""
    return name.split(" ")[0].capitalize() if kind[0] == "L" else name.lower() or "sign"
