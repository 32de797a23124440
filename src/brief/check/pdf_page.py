"""A PDF page in, the runs of text drawn on it out, with font, place, color and ground."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from brief.model.colors import Color

WHITE: Color = (1.0, 1.0, 1.0)
_CHAR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")
_PAGE_MATRICES = 2
"""The matrices in force on text of the page itself; a drawing inside it adds more."""


_DEEPEST = 8
"""Drawings inside drawings that are read."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text shown at once, on one line. Lengths in the page's own units, y downward."""

    text: str
    font: str
    """Name of the font in the page's resources."""
    codes: tuple[int, ...]
    """Glyph numbers."""
    x: float
    y: float
    end: float
    size: float
    color: Color
    ground: Color
    """Color of the topmost box behind it."""
    placed: bool = True
    """Whether `x` and `y` are places on the page: not so inside a drawing."""


@dataclass(slots=True)
class Font:
    """A font of a page."""

    source: Any
    """The pikepdf dictionary."""
    chars: dict[int, str]
    widths: dict[int, float]
    """In thousandths of the size."""


def read_font(font: Any) -> Font:
    """Return what is needed to read text set in a composite font."""
    return Font(font, _to_unicode(font), _widths(font))


def _to_unicode(font: Any) -> dict[int, str]:
    """Return glyph number → characters, by the font's ToUnicode table (`bfchar` only)."""
    if "/ToUnicode" not in font:
        return {}
    pairs = _CHAR.findall(font.ToUnicode.read_bytes().split(b"endcodespacerange")[-1])
    return {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be", "replace")
        for code, text in pairs
    }


def _widths(font: Any) -> dict[int, float]:
    descendants = font.get("/DescendantFonts")
    table = list(descendants[0].get("/W", [])) if descendants is not None else []
    widths: dict[int, float] = {}
    for first, row in zip(table[::2], table[1::2], strict=False):
        widths.update({int(first) + n: float(width) for n, width in enumerate(row)})
    return widths


@dataclass(slots=True)
class _State:
    """Where the reading of a page's content stands."""

    fonts: dict[str, Font]
    marks: list[int | None] = field(default_factory=list)
    saved: list[tuple[int, Color]] = field(default_factory=list)
    matrices: int = 0
    color: Color = (0.0, 0.0, 0.0)
    font: str = ""
    size: float = 0.0
    x: float = 0.0
    y: float = 0.0
    path: list[tuple[float, ...]] = field(default_factory=list)
    grounds: list[tuple[tuple[float, ...], Color]] = field(default_factory=list)

    def ground(self) -> Color:
        """Return the color of the topmost box at the pen; a drawing's own ground is not known."""
        if self.matrices != _PAGE_MATRICES:
            return WHITE
        for (x, y, width, height), color in reversed(self.grounds):
            if x <= self.x <= x + width and y <= self.y <= y + height:
                return color
        return WHITE


def page_runs(page: Any, fonts: dict[str, Font]) -> Iterator[tuple[int | None, Run]]:
    """Yield each text shown on a page, and the number of the marked content it stands in."""
    yield from _runs(page, page.get("/Resources"), _State(fonts), 0)


def _runs(
    content: Any, resources: Any, state: _State, depth: int
) -> Iterator[tuple[int | None, Run]]:
    """Yield the text of a content stream and of the drawings it calls: labels of charts."""
    import pikepdf

    for step in pikepdf.parse_content_stream(content):
        name, operands = str(step.operator), step.operands
        if name in ("TJ", "Tj"):
            mark = next((mark for mark in reversed(state.marks) if mark is not None), None)
            yield mark, _shown(state, operands[0])
        elif name == "Do":
            drawing = ((resources or {}).get("/XObject") or {}).get(operands[0])
            if drawing is not None and drawing.get("/Subtype") == "/Form" and depth < _DEEPEST:
                state.matrices += 1
                yield from _runs(drawing, drawing.get("/Resources", resources), state, depth + 1)
                state.matrices -= 1
        else:
            _step(state, name, operands)


def _step(state: _State, name: str, operands: Any) -> None:
    match name:
        case "BDC" | "BMC":
            state.marks.append(_mcid(operands))
        case "EMC":
            state.marks.pop()
        case "q":
            state.saved.append((state.matrices, state.color))
        case "Q":
            state.matrices, state.color = state.saved.pop()
        case "cm":
            state.matrices += 1
        case "rg":
            red, green, blue = (float(part) for part in operands)
            state.color = (red, green, blue)
        case "g":
            state.color = (float(operands[0]),) * 3
        case "k":
            *inks, black = (1 - float(part) for part in operands)
            state.color = (inks[0] * black, inks[1] * black, inks[2] * black)
        case "Tf":
            state.font, state.size = str(operands[0]), float(operands[1])
        case "Tm":
            state.x, state.y = float(operands[4]), float(operands[5])
        case _:
            _path(state, name, operands)


def _path(state: _State, name: str, operands: Any) -> None:
    match name:
        case "re":
            state.path.append(tuple(float(part) for part in operands))
        case "f" if len(state.path) == 1 and state.matrices == _PAGE_MATRICES:
            state.grounds.append((state.path[0], state.color))
            state.path.clear()
        case "f" | "f*" | "n" | "S":
            state.path.clear()
        case _:
            pass


def _mcid(operands: Any) -> int | None:
    import pikepdf

    if len(operands) < 2 or not isinstance(operands[1], pikepdf.Dictionary):
        return None
    found = operands[1].get("/MCID")
    return int(found) if found is not None else None


def _shown(state: _State, operand: Any) -> Run:
    import pikepdf

    font = state.fonts.get(state.font) or Font(None, {}, {})
    codes: list[int] = []
    advance = 0.0
    for part in operand if isinstance(operand, pikepdf.Array) else [operand]:
        if isinstance(part, pikepdf.String):
            data = bytes(part)
            own = [int.from_bytes(data[at : at + 2]) for at in range(0, len(data), 2)]
            codes += own
            advance += sum(font.widths.get(code, 1000.0) for code in own)
        else:
            advance -= float(part)
    text = "".join(font.chars.get(code, "\ufffd") for code in codes)
    end = state.x + advance * state.size / 1000
    start = state.x
    run = Run(
        text, state.font, tuple(codes), start, state.y, end, state.size, state.color,
        state.ground(), state.matrices == _PAGE_MATRICES,
    )  # fmt: skip
    state.x = end
    return run
