"""The pages of a PDF as another library draws them in; text that cannot be read there, out.

What stands in the file may yet be hidden: covered by a box, set in the color of its ground, cut
off, or drawn outside the page. PDFium draws the page; where text stands, there is ink. And two
lines may be printed over each other, which is ink as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
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


def overprinted(data: bytes, file: str) -> Iterator[Diagnostic]:
    """Yield each line of text that others are printed over, in drawings as well."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        for number, page in enumerate(document, 1):
            text = page.get_textpage()
            boxes = [text.get_rect(n) for n in range(text.count_rects())]
            boxes.sort(key=lambda box: -box[3])
            for n, box in enumerate(boxes):
                if sum(_shared(box, other) for other in _reaching(boxes[n + 1 :], box)) > _OVER:
                    said = f"“{short(text.get_text_bounded(*box))}” has other words over it."
                    yield Diagnostic(
                        code="text-overprinted", severity="error", place=f"{file}, page {number}",
                        message=said, hint="Look at the page, and at a style of your own first.",
                    )  # fmt: skip


_Box = tuple[float, float, float, float]
"""Left, bottom, right and top of the ink of letters that stand side by side, in points."""
_OVER = 6.0
"""Points of a line's length that others may reach over: slanted letters and marks of notes do."""
_DEEP = 0.3
"""Part of the lower letters' height from which on they are over each other, not close."""


def _reaching(boxes: Sequence[_Box], box: _Box) -> Iterator[_Box]:
    """Yield of boxes, the highest first, those that begin above the foot of one."""
    return takewhile(lambda other: other[3] > box[1], boxes)


def _shared(one: _Box, other: _Box) -> float:
    """Return the length over which two pieces of text are printed over each other."""
    low = min(one[3] - one[1], other[3] - other[1])
    deep = min(one[3], other[3]) - max(one[1], other[1])
    return max(0.0, min(one[2], other[2]) - max(one[0], other[0])) if deep > _DEEP * low else 0.0


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
