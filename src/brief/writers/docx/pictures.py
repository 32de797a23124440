"""An exhibit in, a drawing with its alternative text out."""

from __future__ import annotations

import struct

from brief.model.brief import Exhibit
from brief.model.marks import clean, mark
from brief.writers.docx.context import Context
from brief.writers.docx.oxml import NAMESPACES, Element, el
from brief.writers.docx.skin import TWIPS

_EMU_PER_TWIP = 635
_TALLEST = 13000
"""Tallest picture, in twips (23 cm)."""


def picture(context: Context, block: Exhibit, width: int) -> list[Element]:
    """Return the run that shows the chart, as wide as the column, in the exhibit's bookmark."""
    from brief.writers.charts import to_png, to_svg

    png = to_png(to_svg(block, context.style, width / TWIPS))
    drawing = inline_picture(context, png, clean(block.alt), width)
    return context.bookmark(mark(block.id), [el("w:r", drawing)])


def inline_picture(context: Context, image: bytes, alt: str, width: int) -> Element:
    """Return `w:drawing` for a PNG picture, scaled to the width in twips."""
    pixels_wide, pixels_high = png_size(image)
    height = min(round(width * pixels_high / pixels_wide), _TALLEST)
    width = round(height * pixels_wide / pixels_high)
    context.pictures += 1
    number = context.pictures
    name = f"word/media/image{number}.png"
    relation = context.package.add("image", name, image)
    size = {"cx": width * _EMU_PER_TWIP, "cy": height * _EMU_PER_TWIP}
    label: dict[str, str | int] = {"id": number, "name": f"Picture {number}", "descr": alt}
    return el(
        "w:drawing",
        el(
            "wp:inline",
            el("wp:extent", **size),
            el("wp:docPr", **label),
            el("wp:cNvGraphicFramePr", el("a:graphicFrameLocks", noChangeAspect=1)),
            el(
                "a:graphic", el("a:graphicData", _pic(relation, label, size), uri=NAMESPACES["pic"])
            ),
            distT=0,
            distB=0,
            distL=0,
            distR=0,
        ),
    )


def png_size(image: bytes) -> tuple[int, int]:
    """Return width and height of a PNG in pixels, from its first chunk; (1, 1) if it is none."""
    if image[:8] != b"\x89PNG\r\n\x1a\n" or len(image) < 24:
        return 1, 1
    wide, high = struct.unpack(">II", image[16:24])
    return max(wide, 1), max(high, 1)


def _pic(relation: str, label: dict[str, str | int], size: dict[str, int]) -> Element:
    shape = el("a:prstGeom", el("a:avLst"), prst="rect")
    place = el("a:xfrm", el("a:off", x=0, y=0), el("a:ext", **size))
    return el(
        "pic:pic",
        el("pic:nvPicPr", el("pic:cNvPr", **label), el("pic:cNvPicPr")),
        el("pic:blipFill", el("a:blip", r_embed=relation), el("a:stretch", el("a:fillRect"))),
        el("pic:spPr", place, shape),
    )
