"""A draft and the same drafted again in; fonts it brings along that draw other letters, out.

Where a typeface is not installed, a word processor draws with the one inside the draft: in one that
draws an 8 for a 3 a reader sees another number than any program reads.
"""

from __future__ import annotations

import io
import uuid
from collections.abc import Iterator
from typing import Any

from brief.check.glyphs import outline_of
from brief.check.package import Parts, R, W
from brief.check.wiring import targets

_TABLE = "word/fontTable.xml"
_MASKED = 32
"""Bytes at the begin of a face that its key hides."""


def drawn_otherwise(held: Parts, wanted: Parts) -> Iterator[tuple[str, str]]:
    """Yield each face of ours that draws a letter otherwise than the one we brought along."""
    ours = dict(_faces(wanted))
    for (family, kind), face in _faces(held):
        true = ours.get((family, kind))
        if true is not None and face != true and (problem := _differs(face, true)):
            yield f"font {family} ({kind})", problem


def _faces(parts: Parts) -> Iterator[tuple[tuple[str, str], bytes]]:
    """Yield the content of each face that a draft embeds, by family and kind."""
    root, leads = parts.tree(_TABLE), targets(parts, _TABLE)
    for font in root.iter(f"{W}font") if root is not None else ():
        for one in font:
            kind = str(one.tag).removeprefix(f"{W}embed")
            if kind != one.tag and (part := parts.get(leads.get(one.get(f"{R}id", ""), ""))):
                name = font.get(f"{W}name", "")
                yield (name, kind), unmasked(part, one.get(f"{W}fontKey", ""))


def unmasked(part: bytes, key: str) -> bytes:
    """Return the content of a face that is masked with a key, or masked, of one that is not."""
    try:
        mask = uuid.UUID(key).bytes[::-1] * 2
    except ValueError:
        return part
    return bytes(a ^ b for a, b in zip(part[:_MASKED], mask, strict=False)) + part[_MASKED:]


def _differs(face: bytes, true: bytes) -> str:
    """Return which letter a face draws otherwise; empty where all that both have are alike."""
    from fontTools.ttLib import TTFont

    try:
        fonts = [TTFont(io.BytesIO(one), lazy=True) for one in (face, true)]
        tables: list[dict[int, str]] = [one.getBestCmap() for one in fonts]
        drawn: list[Any] = [one.getGlyphSet() for one in fonts]
        for code in sorted(tables[0].keys() & tables[1].keys()):
            one, other = (
                outline_of(glyphs, table[code]) for glyphs, table in zip(drawn, tables, strict=True)
            )
            if one != other:
                return f"it does not draw “{chr(code)}” as the face that we brought along."
    except Exception:  # fontTools raises whatever it stumbles over in a broken font
        return "it cannot be read."
    return ""
