"""The pages of a PDF as another library draws them in; text that is not seen as it stands, out.

What stands in the file may yet be hidden, or be seen otherwise: covered by a box, set in the color
of its ground, cut off, struck through, printed over other words, turned round or too small. PDFium
draws each page three times: whole, its text alone in black, and all but its text. Where the text
alone has ink, the whole page has to differ from what is behind; and behind words nothing changes.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from brief.check.places import AGAIN, short
from brief.model.diagnostic import Diagnostic

_SCALE = 3.0
"""Dots a point: enough for a stop of small print."""
_TONES = 12
"""Tones of grey, of 256, that ink and ground differ by at least."""
_INK = 128
"""Tone from which on a dot of black text is ink."""
_HIDDEN = 0.06
"""Part of the ink of a text from which on it is hidden: less is an edge that two colors share."""
_ABRUPT = 24
"""Tones by which the ground of a text changes within two dots where something is drawn there."""
_SMALLEST = 4.0
"""Points of the smallest text that is read; our note marks have 4.7."""
_BODY = (0.01, 0.42)
"""From where to where, in sizes above the line it stands on, every letter is."""
_REACH = (-0.15, 0.65)
"""From where to where most letters reach."""
_NONE = "\u2060\u00ad\u200b\ufeff "


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Something that is drawn on a page. Lengths in points, from the foot of the page upward."""

    matrix: tuple[float, ...]
    box: tuple[float, float, float, float]
    """Left, lower, right and upper edge."""
    letters: bool
    """Whether it is text, not a line or a shape."""
    text: str
    """Its words; empty for blanks too."""
    size: float
    """Of its letters as they are seen."""
    clips: tuple[tuple[float, float, float, float], ...]
    """Boxes outside which nothing of it is seen."""

    def between(self, low: float, high: float) -> tuple[float, float, float, float]:
        """Return the box between two heights, in sizes above the line that a text stands on."""
        foot = self.matrix[5]
        return self.box[0], foot + low * self.size, self.box[2], foot + high * self.size

    @property
    def upright(self) -> bool:
        """Tell whether it is neither turned nor mirrored."""
        a, b, c, d = self.matrix[:4]
        return a > 0 < d and abs(b) + abs(c) < 0.01 * a


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as it is drawn, in tones of grey, and what is drawn on it."""

    width: float
    height: float
    drawn: list[_Drawn]
    whole: Any
    letters: Any
    ground: Any


CROWDED = "text-crowded"
"""Code of words that have no room: so may be those of a person."""


def unseen(data: bytes, file: str) -> Iterator[Diagnostic]:
    """Yield, for each page and each way of not being seen, the first of the words concerned."""
    for number, page in enumerate(_pages(data), 1):
        place = f"{file}, page {number}"
        for said, texts in _faults(page):
            if texts:
                crowded = said in (_CUT, _OVER)
                yield _told(place, f"“{short(_read(texts))}” {said}.", crowded=crowded)
        if any(not one.letters and not _mirrored(one.matrix) for one in page.drawn):
            yield _told(place, "a drawing is mirrored.")


_CUT = "is cut off at an edge"
_OVER = "is printed over other words"


def _told(place: str, said: str, *, crowded: bool = False) -> Diagnostic:
    why = "Is it too long for its place, or does" if crowded else "Does"
    return Diagnostic(
        code=CROWDED if crowded else "text-hidden", severity="error", place=place, message=said,
        hint=f"{why} a style sheet do that? {AGAIN}",
    )  # fmt: skip


def _faults(page: _Page) -> Iterator[tuple[str, Sequence[_Drawn]]]:
    """Yield what may be wrong with texts of a page, and those that it is wrong with."""
    texts = [one for one in page.drawn if one.text]
    cut = [one for one in texts if _cut(one, page)]
    yield _CUT, cut
    hidden = _hidden(page)
    rest = [one for one in texts if one not in cut]
    yield "is not seen: something covers it, or it has no color", list(filter(hidden, rest))
    yield "is too small to be read", [one for one in rest if one.size < _SMALLEST]
    yield "is turned, mirrored or squeezed", list(filter(_bent, rest))
    rest = [one for one in rest if one.upright and one.size >= _SMALLEST]
    yield "has something drawn across it", [one for one in rest if _crossed(one, page)]
    yield _OVER, list(_over(rest))


def _read(texts: Sequence[_Drawn]) -> str:
    """Return the words of texts; letters that are drawn one by one are a word."""
    words, last = "", None
    for one in texts:
        beside = last and abs(one.box[0] - last.box[2]) < 0.2 * one.size
        words += one.text if beside else f" {one.text}"
        last = one
    return words.strip()


def _cut(one: _Drawn, page: _Page) -> bool:
    """Tell whether a text sticks out of the page, or of what it is cut to, by half a letter."""
    edges = ((0.0, 0.0, page.width, page.height), *one.clips)
    slack = max(1.0, 0.25 * one.size)
    left, low, right, high = one.box
    return any(
        left < x - slack or low < y - slack or right > to + slack or high > top + slack
        for x, y, to, top in edges
    )


def _hidden(page: _Page) -> Any:
    """Return what tells whether ink of a text is not to be told from what is behind it."""
    from PIL import ImageChops

    ink = page.letters.point([255 * (tone < _INK) for tone in range(256)])
    same = ImageChops.difference(page.whole, page.ground)
    same = same.point([255 * (tone < _TONES) for tone in range(256)])
    lost = ImageChops.multiply(ink, same)

    def hidden(one: _Drawn) -> bool:
        box = _dots(one.box, page)
        wanted = ink.crop(box).histogram()[255]
        gone = lost.crop(box).histogram()[255]
        return bool(gone > max(2, _HIDDEN * wanted) or not wanted)

    return hidden


def _dots(box: tuple[float, float, float, float], page: _Page) -> tuple[int, int, int, int]:
    """Return a box of a page in dots of its picture, from the top downward."""
    left, low, right, high = box
    x, y = math.floor(left * _SCALE), math.floor((page.height - high) * _SCALE)
    to, end = math.ceil(right * _SCALE), math.ceil((page.height - low) * _SCALE)
    return max(x, 0), max(y, 0), max(to, x + 1), max(end, y + 1)


def _bent(one: _Drawn) -> bool:
    """Tell whether letters are mirrored, upside down, or not as wide as they are high.

    A label along the side of a chart, turned by a quarter, is none of these.
    """
    a, b, c, d = one.matrix[:4]
    wide, high = math.hypot(a, b), math.hypot(c, d)
    backwards = a < 0 and abs(b) < 0.5 * wide
    return _mirrored(one.matrix) or backwards or not 0.7 < wide / high < 1.4


def _mirrored(matrix: Sequence[float]) -> bool:
    """Tell whether a matrix mirrors, as that of shapes does whose lengths run down the page."""
    a, b, c, d = matrix[:4]
    return a * d <= b * c


def _crossed(one: _Drawn, page: _Page) -> bool:
    """Tell whether the ground changes abruptly where the middle of the letters stands."""
    from PIL import ImageChops

    left, top, right, low = _dots(one.between(*_BODY), page)
    ground = page.ground.crop((left + 1, top + 1, right - 1, low - 1))
    wide, high = ground.size
    for x, y in ((2, 0), (0, 2)):
        if wide > x and high > y:
            first = ground.crop((0, 0, wide - x, high - y))
            other = ground.crop((x, y, wide, high))
            changes = ImageChops.difference(first, other).histogram()
            if any(changes[_ABRUPT:]):
                return True
    return False


def _over(texts: Sequence[_Drawn]) -> Iterator[_Drawn]:
    """Yield the texts whose letters stand where those of another text do."""
    boxes = sorted(((one.between(*_REACH), one) for one in texts), key=lambda pair: pair[0][1])
    for at, ((left, low, right, high), one) in enumerate(boxes):
        for (x, y, to, top), other in boxes[at + 1 :]:
            if y >= high:
                break
            across = min(right, to) - max(left, x)
            shared = (min(high, top) - y) / min(high - low, top - y)
            if across > 0.15 * min(one.size, other.size) and shared > 0.25:
                yield one
                break


# What PDFium tells


def _pages(data: bytes) -> Iterator[_Page]:
    import pypdfium2

    with (
        pypdfium2.PdfDocument(data) as whole,
        pypdfium2.PdfDocument(data) as letters,
        pypdfium2.PdfDocument(data) as ground,
    ):
        for page, alone, behind in zip(whole, letters, ground, strict=True):
            _keep(alone, letters=True)
            _keep(behind, letters=False)
            drawn = [_drawn(one) for one in page.get_objects(_SEEN, textpage=page.get_textpage())]
            wide, high = page.get_size()
            yield _Page(wide, high, drawn, _grey(page), _grey(alone), _grey(behind))


_TEXT, _PATH, _FORM = 1, 2, 5
"""What PDFium calls kinds of objects: text, lines and shapes, drawings that hold others."""
_SEEN = [_TEXT, _PATH]


def _grey(page: Any) -> Any:
    return page.render(scale=_SCALE).to_pil().convert("L")


def _keep(page: Any, *, letters: bool) -> None:
    """Take all but the text off a page, and set that in black; or else take the text off it."""
    from pypdfium2 import raw

    for one in list(page.get_objects()):
        if one.type != _FORM and (one.type == _TEXT) != letters:
            page.remove_obj(one)
        elif letters and one.type == _TEXT:
            raw.FPDFPageObj_SetFillColor(one, 0, 0, 0, 255)


def _drawn(one: Any) -> _Drawn:
    """Return an object with its places on the page, whichever drawings it stands in."""
    text, size = "", 0.0
    if one.type == _TEXT:
        text, size = one.extract(), one.get_font_size()
    matrix, box, clips, holder = one.get_matrix(), one.get_bounds(), _clips(one), one.container
    while holder is not None:
        outer = holder.get_matrix()
        matrix, box = matrix.multiply(outer), outer.on_rect(*box)
        clips = [*(outer.on_rect(*clip) for clip in clips), *_clips(holder)]
        holder = holder.container
    placed = matrix.get()
    return _Drawn(
        placed, box, one.type == _TEXT, text, size * math.hypot(placed[2], placed[3]), tuple(clips)
    )


def _clips(one: Any) -> list[tuple[float, float, float, float]]:
    """Return the boxes that an object is cut to."""
    from ctypes import c_float

    from pypdfium2 import raw

    path = raw.FPDFPageObj_GetClipPath(one)
    boxes = []
    for n in range(max(raw.FPDFClipPath_CountPaths(path), 0) if path else 0):
        x, y, xs, ys = c_float(), c_float(), [], []
        for at in range(raw.FPDFClipPath_CountPathSegments(path, n)):
            raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(path, n, at), x, y)
            xs.append(x.value)
            ys.append(y.value)
        if xs:
            boxes.append((min(xs), min(ys), max(xs), max(ys)))
    return boxes
