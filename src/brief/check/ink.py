"""The pages of a PDF as another library draws them in; text of which nothing is seen, out.

What stands in the file may yet be hidden: covered by a box, set in the color of its ground, cut
off, or drawn outside the page. PDFium draws the page; where text stands, there is ink.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from brief.check.pdf_page import Run
from brief.check.pdf_text import Tagged
from brief.check.places import AGAIN, short
from brief.model.diagnostic import Diagnostic

_SCALE = 2.0
"""Dots a point: enough for a stop of small print."""
_CSS = 0.75
"""Points in the unit that places of text are given in."""


def unseen(data: bytes, tagged: Tagged, file: str) -> Iterator[Diagnostic]:
    """Yield each page with text that is not seen, and the first of its words."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        for number, page in enumerate(document, 1):
            drawn = page.render(scale=_SCALE).to_pil().convert("L")
            runs = [run for n, run in tagged.runs if n == number and run.placed]
            hidden = [run for run in runs if run.text.strip("\u2060\u00ad ") and _blank(drawn, run)]
            if hidden:
                said = f"“{short(' '.join(run.text for run in hidden))}” is not seen."
                yield Diagnostic(
                    code="text-hidden", severity="error", place=f"{file}, page {number}",
                    message=said, hint=f"Something covers it. {AGAIN}",
                )  # fmt: skip


def _blank(drawn: Any, run: Run) -> bool:
    """Tell whether all is of one tone where a text stands."""
    unit = _CSS * _SCALE
    left, top = int(run.x * unit), int((run.y - 0.75 * run.size) * unit)
    right, bottom = int(run.end * unit) + 1, int((run.y + 0.1 * run.size) * unit) + 1
    box = (max(left, 0), max(top, 0), min(right, drawn.width), min(bottom, drawn.height))
    if box[0] >= box[2] or box[1] >= box[3]:
        return True
    darkest, lightest = drawn.crop(box).getextrema()
    return bool(lightest - darkest < _TONES)


_TONES = 12
"""Tones of grey, of 256, that ink and ground differ by at least."""
