"""A font's family in, its faces out as a draft embeds them: cut to the letters we may need, masked.

A draft carries its faces, so that it looks alike where they are not installed. Each face is masked
with a key of its own as the format asks (ECMA-376 part 4, 10.4.3); the key is made of its content.
"""

from __future__ import annotations

import functools
import hashlib
import io
import uuid

from brief.writers import fonts

_FILES = {
    "Source Serif Pro": ("SourceSerifPro-Regular", "SourceSerifPro-Bold", "SourceSerifPro-It"),
    "Source Sans Pro": ("SourceSansPro-Regular", "SourceSansPro-Bold", "SourceSansPro-It"),
}
KINDS = ("embedRegular", "embedBold", "embedItalic")
"""How the table of fonts names the faces of a family, in the order of the schema."""
# Latin, Cyrillic, punctuation, raised figures, currencies, arrows, signs of sums and charts.
_RANGES = (
    *((0x20, 0x7F), (0xA0, 0x250), (0x400, 0x530), (0x1E00, 0x1F00), (0x2000, 0x20D0)),
    *((0x2100, 0x2150), (0x2190, 0x2270), (0x25A0, 0x2600)),
)
_MASKED = 32
"""Bytes at the begin of a face that the key hides."""


def faces(family: str) -> list[tuple[str, str, bytes]]:
    """Return kind, key and masked content of each face of a family; none where it is not ours."""
    return [
        (kind, *_masked(_cut(f"{name}.ttf")))
        for kind, name in zip(KINDS, _FILES.get(family, ()), strict=False)
    ]


def _masked(content: bytes) -> tuple[str, bytes]:
    key = uuid.UUID(bytes=hashlib.sha256(content).digest()[:16])
    mask = key.bytes[::-1] * 2
    head = bytes(a ^ b for a, b in zip(content[:_MASKED], mask, strict=True))
    return f"{{{str(key).upper()}}}", head + content[_MASKED:]


@functools.cache
def _cut(name: str) -> bytes:
    """Return a font file with the letters of `_RANGES` only, without hints and kerning."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options(
        layout_features=[], hinting=False, glyph_names=False, name_IDs=["*"], notdef_outline=True
    )
    buffer = io.BytesIO()
    with TTFont(fonts.faces()[name], lazy=True, recalcTimestamp=False) as font:
        for table in ("GSUB", "GPOS"):
            if table in font:
                del font[table]
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=[code for span in _RANGES for code in range(*span)])
        cutter.subset(font)
        font.save(buffer)
    return buffer.getvalue()
