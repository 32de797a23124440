"""An exhibit or a person's picture in, a drawing with its alternative text out."""

from __future__ import annotations

import base64

from brief.model.brief import Exhibit, Picture
from brief.model.images import image_size
from brief.model.marks import clean, mark
from brief.writers.docx.context import Context
from brief.writers.docx.oxml import NAMESPACES, Element, el
from brief.writers.docx.skin import TWIPS

_EMU_PER_TWIP = 635
_TWIPS_PER_PIXEL = 15
"""At 96 pixels an inch, as word processors take a picture that says nothing else."""
_TALLEST = 13000
"""Tallest picture, in twips (23 cm)."""


def chart(context: Context, block: Exhibit, width: int) -> list[Element]:
    """Return the run that shows the chart, as wide as the column, in the exhibit's bookmark."""
    from brief.writers.charts import to_png, to_svg

    png = to_png(to_svg(block, context.style, width / TWIPS, context.brief.labels))
    drawing = _drawing(context, png, "png", clean(block.alt), width)
    return context.bookmark(mark(block.id), [el("w:r", drawing)])


def inserted(context: Context, block: Picture, width: int) -> list[Element]:
    """Return the run that shows a person's picture, at most as wide as the column."""
    data = base64.b64decode(block.data)
    natural = image_size(data)[0] * _TWIPS_PER_PIXEL
    kind = block.media.removeprefix("image/")
    drawing = _drawing(context, data, kind, clean(block.alt), min(width, natural))
    return context.bookmark(mark(block.id), [el("w:r", drawing)])


def _drawing(context: Context, image: bytes, kind: str, alt: str, width: int) -> Element:
    """Return `w:drawing` for a picture, scaled to the width in twips."""
    pixels_wide, pixels_high = image_size(image)
    height = max(min(round(width * pixels_high / pixels_wide), _TALLEST), 1)
    width = max(round(height * pixels_wide / pixels_high), 1)
    context.pictures += 1
    number = context.pictures
    name = f"word/media/image{number}.{kind}"
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


def _pic(relation: str, label: dict[str, str | int], size: dict[str, int]) -> Element:
    shape = el("a:prstGeom", el("a:avLst"), prst="rect")
    place = el("a:xfrm", el("a:off", x=0, y=0), el("a:ext", **size))
    return el(
        "pic:pic",
        el("pic:nvPicPr", el("pic:cNvPr", **label), el("pic:cNvPicPr")),
        el("pic:blipFill", el("a:blip", r_embed=relation), el("a:stretch", el("a:fillRect"))),
        el("pic:spPr", place, shape),
    )
