"""A PDF and the same brief printed again in; where the two files differ, out.

Whoever has our fonts and the same style prints a brief to the same bytes. So whatever else was done
to a file shows: a mark of a chart moved, a box laid over words, a link, a bookmark, a script, a
property. Files are compared object by object, since saving a PDF anew renumbers and packs them.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import zip_longest
from typing import Any

from brief.check.pdf_text import open_pdf
from brief.check.places import short
from brief.model.diagnostic import Diagnostic

_HINT = "The file was altered after it was printed. Build it again: `snakemake all`."
_PACKING = frozenset({"/Length", "/Filter", "/DecodeParms", "/Parent", "/P", "/Prev", "/Last"})
"""Keys that say how a stream is packed, or lead back to where we came from."""
_Seen = set[tuple[Any, Any]]
"""Pairs of objects that were compared already, by their numbers."""


def against_reprint(data: bytes, again: bytes, file: str) -> list[Diagnostic]:
    """Return what a file holds otherwise than when printed again: a line for each place."""
    if data == again:
        return []
    with open_pdf(data) as held, open_pdf(again) as wanted:
        said: dict[str, str] = {}
        for place, what in _differences(held, wanted):
            said.setdefault(place, what)
    return [
        Diagnostic(
            code="pdf-altered", severity="error", place=f"{file}, {place}", message=what, hint=_HINT
        )
        for place, what in said.items()
    ]


def _differences(held: Any, wanted: Any) -> Iterator[tuple[str, str]]:
    """Yield place and difference: pages first, then what the file holds beside them."""
    if len(held.pages) != len(wanted.pages):
        yield "pages", f"it has {len(held.pages)} pages, its evidence prints {len(wanted.pages)}."
        return
    seen: _Seen = set()
    for n, (page, true) in enumerate(zip(held.pages, wanted.pages, strict=True), 1):
        yield from _drawn(page, true, n, wanted)
        yield from _walk(page.obj, true.obj, f"page {n}", seen, {"/Contents"})
    for key in ("/Root", "/Info"):
        place = "properties" if key == "/Info" else "document"
        yield from _walk(held.trailer.get(key), wanted.trailer.get(key), place, seen, {"/Pages"})


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
    marks: list[int | None] = []
    for one, other in zip_longest(ours, theirs):
        if one is None or other is None or _written(one) != _written(other):
            break
        if str(one.operator) in ("BDC", "BMC"):
            marks.append(_mark(one))
        elif str(one.operator) == "EMC" and marks:
            marks.pop()
    mark = next((mark for mark in reversed(marks) if mark is not None), None)
    element = _element(pdf, true, mark) if mark is not None else ""
    where = f"page {n}, {element}" if element else f"page {n}"
    yield where, f"{_kind(one or other)} there is not as its evidence prints it."


def _content(page: Any) -> bytes:
    import pikepdf

    found = page.obj.get("/Contents")
    parts = [found] if isinstance(found, pikepdf.Stream) else list(found or ())
    return b"\n".join(part.read_bytes() for part in parts).strip()


def _written(step: Any) -> bytes:
    import pikepdf

    return bytes(pikepdf.unparse_content_stream([step]))


def _kind(step: Any) -> str:
    """Return what an instruction draws, in words."""
    name = str(step.operator)
    if name in ("Tj", "TJ", "Tf", "Tm", "Td", "Tr", "Tw", "Tc", "Tz", "BT", "ET"):
        return "the text"
    if name in ("rg", "RG", "g", "G", "k", "K", "sc", "scn", "SC", "SCN", "gs"):
        return "a color"
    if name in ("Do", "BI", "sh"):
        return "a picture"
    return "a line or a shape"


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
    elif held != wanted:
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
    return short(str(value), 40)
