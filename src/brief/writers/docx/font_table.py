"""A skin in, the table of its fonts out, with the faces that a draft brings along."""

from __future__ import annotations

from brief.writers.docx import embedded
from brief.writers.docx.oxml import Element, el, root
from brief.writers.docx.package import Package
from brief.writers.docx.skin import STAND_INS, Skin

FONT_TABLE = "word/fontTable.xml"


def font_table(skin: Skin, package: Package) -> Element:
    """Return `w:fonts`: each font we name, what stands in for it, and the faces we bring."""
    return root("w:fonts", *(_font(name, package) for name in skin.fonts))


def _font(name: str, package: Package) -> Element:
    stand_in, family = STAND_INS.get(name, ("", "auto"))
    alternative = el("w:altName", w_val=stand_in) if stand_in else None
    brought = []
    for kind, key, content in embedded.faces(name):
        part = f"word/fonts/{name.replace(' ', '')}-{kind.removeprefix('embed')}.odttf"
        relation = package.add("font", part, content, FONT_TABLE)
        brought.append(el(f"w:{kind}", r_id=relation, w_fontKey=key))
    return el("w:font", alternative, el("w:family", w_val=family), *brought, w_name=name)
