"""A PDF and the same brief printed again in; where the two files differ, out.

Whoever has our fonts and the same style prints a brief to the same bytes. So whatever else was done
to a file shows: a mark of a chart moved, a box laid over words, a link, a bookmark, a script, a
property. Files are compared object by object, since saving a PDF anew renumbers and packs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from decimal import Decimal
from itertools import zip_longest
from typing import Any

from brief.check.pdf import sound
from brief.check.pdf_text import open_pdf
from brief.check.places import AGAIN, short
from brief.check.told import SAVED, producer, told_otherwise
from brief.model.diagnostic import Diagnostic, Severity

_HINT = f"The file was altered after it was printed. {AGAIN}"
_PACKING = frozenset({"/Length", "/Filter", "/DecodeParms", "/Parent", "/P", "/Prev", "/Last"})
"""Keys that say how a stream is packed, or lead back to where we came from."""
_PACKED = frozenset({"/Type", "/W", "/Index", "/Filter", "/DecodeParms", "/Length"})
_OF_A_SAVE = _PACKED | {"/ID", "/Prev", "/Size", "/XRefStm"}
"""Keys of a file's last lines that say how its objects are found."""
_STRING = re.compile(rb"\((?:\\.|[^\\()])*\)", re.DOTALL)
_Seen = set[tuple[Any, Any]]
"""Pairs of objects that were compared already, by their numbers."""


def against_reprint(data: bytes, again: bytes, file: str) -> list[Diagnostic]:
    """Return what a file holds otherwise than when printed again: a line for each place.

    That another program saved it, and when, is told as a warning where the file says so itself.
    """
    if data == again:
        return []
    with sound(file), open_pdf(data) as held, open_pdf(again) as wanted:
        saver = producer(held)
        saved = saver != producer(wanted)
        said: dict[str, str] = {}
        for place, what in _differences(held, wanted, SAVED if saved else frozenset()):
            said.setdefault(place, what)
    found = [_altered("error", f"{file}, {place}", what, _HINT) for place, what in said.items()]
    if saved:
        what = f"“{short(saver)}” saved the file after it was printed."
        found.append(_altered("warning", f"{file}, properties", what, AGAIN))
    return found


def _altered(severity: Severity, place: str, what: str, hint: str) -> Diagnostic:
    return Diagnostic(code="pdf-altered", severity=severity, place=place, message=what, hint=hint)


def _differences(held: Any, wanted: Any, left_out: AbstractSet[str]) -> Iterator[tuple[str, str]]:
    """Yield place and difference: pages first, then what the file holds beside them."""
    if len(held.pages) != len(wanted.pages):
        yield "pages", f"it has {len(held.pages)} pages, its evidence prints {len(wanted.pages)}."
        return
    if held.pdf_version < wanted.pdf_version:  # what saves a file may say a newer one
        said = f"it calls itself PDF {held.pdf_version}, its evidence prints {wanted.pdf_version}."
        yield "document, version", said
    seen: _Seen = set()
    for n, (page, true) in enumerate(zip(held.pages, wanted.pages, strict=True), 1):
        yield from _drawn(page, true, n, wanted)
        yield from _walk(page.obj, true.obj, f"page {n}", seen, {"/Contents"})
    root, info = ((held.trailer.get(key), wanted.trailer.get(key)) for key in ("/Root", "/Info"))
    yield from _walk(*root, "document", seen, {"/Pages", "/Metadata"})
    yield from _walk(*info, "properties", seen, left_out)
    for key in held.trailer.keys() - wanted.trailer.keys() - _OF_A_SAVE:
        yield "document", f"its last lines hold {key}, and its evidence prints none."
    yield from told_otherwise(held, wanted, left_out)


def _drawn(page: Any, true: Any, n: int, pdf: Any) -> Iterator[tuple[str, str]]:
    """Yield the first thing on a page that is drawn otherwise, and the element it belongs to."""
    import pikepdf

    if _content(page) == _content(true):
        return
    try:
        ours, theirs = (pikepdf.parse_content_stream(one) for one in (page, true))
    except pikepdf.PdfError:
        yield f"page {n}", "what is drawn on it cannot be read."
        return
    pairs = list(zip_longest(ours, theirs))
    at = next((i for i, pair in enumerate(pairs) if not _alike(*pair)), None)
    if at is None:
        if b"%" in _STRING.sub(b"", _content(page)):
            yield f"page {n}", "a remark that nobody sees stands among what is drawn."
        return
    mark = next((mark for mark in reversed(_open_marks(pairs[:at])) if mark is not None), None)
    element = _element(pdf, true, mark) if mark is not None else ""
    where = f"page {n}, {element}" if element else f"page {n}"
    yield where, f"{_first_drawn(pairs[at:])} there is not as its evidence prints it."


def _open_marks(pairs: Iterable[tuple[Any, Any]]) -> list[int | None]:
    """Return the marks of the pieces of content that are open after some instructions."""
    marks: list[int | None] = []
    for one, _ in pairs:
        if str(one.operator) in ("BDC", "BMC"):
            marks.append(_mark(one))
        elif str(one.operator) == "EMC" and marks:
            marks.pop()
    return marks


def _content(page: Any) -> bytes:
    import pikepdf

    found = page.obj.get("/Contents")
    parts = [found] if isinstance(found, pikepdf.Stream) else list(found or ())
    return b"\n".join(part.read_bytes() for part in parts).strip()


def _alike(one: Any, other: Any) -> bool:
    """Tell whether two instructions are the same; programs round the places of what they save."""
    if one is None or other is None or str(one.operator) != str(other.operator):
        return False
    return len(one.operands) == len(other.operands) and all(
        map(_same, one.operands, other.operands)
    )


def _same(one: Any, other: Any) -> bool:
    import pikepdf

    if isinstance(one, pikepdf.Array) and isinstance(other, pikepdf.Array):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, _NUMBERS) and isinstance(other, _NUMBERS):
        return abs(float(one) - float(other)) < _HAIR
    return bool(one == other)


_NUMBERS = (int, float, Decimal)
_HAIR = 0.002
"""Points that nobody sees."""
_DRAWS = {
    "Tj": "the text", "TJ": "the text", "'": "the text", '"': "the text",
    "Do": "a picture", "BI": "a picture", "INLINE IMAGE": "a picture", "sh": "a shading",
    **dict.fromkeys(("f", "F", "f*", "S", "s", "B", "B*", "b", "b*"), "a line or a shape"),
}  # fmt: skip
"""What an instruction draws, in words."""


def _first_drawn(pairs: Iterable[tuple[Any, Any]]) -> str:
    """Return what is drawn first from where two pages part."""
    names = (str(one.operator) for pair in pairs for one in pair if one is not None)
    return next((_DRAWS[name] for name in names if name in _DRAWS), "what is drawn")


def _mark(step: Any) -> int | None:
    import pikepdf

    kind = step.operands[1] if len(step.operands) > 1 else None
    found = kind.get("/MCID") if isinstance(kind, pikepdf.Dictionary) else None
    return int(found) if found is not None else None


def _element(pdf: Any, page: Any, mark: int) -> str:
    """Return which element of a page a piece of marked content belongs to, in words."""
    for node, number in _marked(pdf.Root.get("/StructTreeRoot"), None):
        if number == mark and node.get("/Pg") is not None and node.Pg.objgen == page.obj.objgen:
            name = {"/Figure": "chart", "/P": "paragraph", "/Span": "words"}.get(str(node.S), "")
            alt = f" “{short(str(node.Alt), 40)}”" if "/Alt" in node else ""
            return (name or str(node.S)[1:].lower()) + alt
    return ""


def _marked(node: Any, above: Any) -> Iterator[tuple[Any, int]]:
    """Yield each structure element with the number of each piece of content it marks."""
    import pikepdf

    if isinstance(node, pikepdf.Dictionary):
        kids = node.get("/K")
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            yield from _marked(kid, node)
    elif node is not None and above is not None:
        yield above, int(node)


_NAMES = {
    "/Annots": "links", "/Outlines": "bookmarks", "/Metadata": "metadata", "/Lang": "language",
    "/StructTreeRoot": "tags", "/EmbeddedFiles": "attachments", "/AF": "attachments",
    "/OpenAction": "an action", "/AA": "an action", "/AcroForm": "a form",
    "/JavaScript": "a script", "/Font": "fonts", "/XObject": "drawings", "/ExtGState": "drawing",
    "/Dests": "link targets",
    "/ViewerPreferences": "viewer settings", "/Alt": "alternative text",
}  # fmt: skip
"""What a part of a file is called, by the key that leads to it."""


def _walk(
    held: Any, wanted: Any, place: str, seen: _Seen, skip: AbstractSet[str] = frozenset()
) -> Iterator[tuple[str, str]]:
    """Yield place and difference of two objects and all below them, each pair once.

    The keys to `skip` are those of the two objects themselves.
    """
    import pikepdf

    if isinstance(held, pikepdf.Object) and held.is_indirect:
        pair = (held.objgen, wanted.objgen if isinstance(wanted, pikepdf.Object) else None)
        if pair in seen:
            return
        seen.add(pair)
    plain = isinstance(held, pikepdf.Dictionary) and isinstance(wanted, pikepdf.Dictionary)
    streams = isinstance(held, pikepdf.Stream) and isinstance(wanted, pikepdf.Stream)
    if plain or streams:
        yield from _keys(held, wanted, place, seen, skip)
        if streams and held.read_bytes() != wanted.read_bytes():
            yield place, "its content is not what its evidence prints."
    elif isinstance(held, pikepdf.Array) and isinstance(wanted, pikepdf.Array):
        if len(held) != len(wanted):
            yield place, f"it holds {len(held)} parts, its evidence prints {len(wanted)}."
        for one, other in zip(held, wanted, strict=False):
            yield from _walk(one, other, place, seen)
    elif not _same(held, wanted):
        yield place, f"it has “{_shown(held)}”, its evidence prints “{_shown(wanted)}”."


def _keys(
    held: Any, wanted: Any, place: str, seen: _Seen, skip: AbstractSet[str]
) -> Iterator[tuple[str, str]]:
    left_out = _PACKING | skip
    ours, theirs = ([key for key in one if key not in left_out] for one in (held, wanted))
    for key in dict.fromkeys([*theirs, *ours]):
        inside = f"{place}, {_NAMES[key]}" if key in _NAMES and _NAMES[key] not in place else place
        if key not in theirs:
            yield inside, f"it holds {key}, and its evidence prints none."
        elif key not in ours:
            yield inside, f"it lacks {key}, which its evidence prints."
        else:
            yield from _walk(held[key], wanted[key], inside, seen)


def _shown(value: Any) -> str:
    import pikepdf

    if isinstance(value, pikepdf.Dictionary | pikepdf.Stream | pikepdf.Array):
        return "…"
    if isinstance(value, pikepdf.String) and not str(value).isprintable():  # a digest, no words
        return f"{bytes(value).hex()[:8]}…"
    return short(str(value), 40)
