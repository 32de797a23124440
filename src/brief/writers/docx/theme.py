"""A skin in, the theme of a draft out: the house's colors and fonts in the menus of Word."""

from __future__ import annotations

from brief.writers.docx.oxml import Element, el
from brief.writers.docx.skin import Skin


def theme(skin: Skin) -> Element:
    """Return `a:theme`; the plainest one that the schema allows but for colors and fonts."""
    return el(
        "a:theme",
        el("a:themeElements", _colors(skin), _fonts(skin), _formats()),
        name="brief",
    )


def _colors(skin: Skin) -> Element:
    accents = (skin.brand, skin.accent, skin.muted, skin.link, skin.rule, skin.tint)
    colors = {
        "dk1": skin.ink,
        "lt1": "FFFFFF",
        "dk2": skin.brand,
        "lt2": skin.tint,
        **{f"accent{number}": color for number, color in enumerate(accents, 1)},
        "hlink": skin.link,
        "folHlink": skin.link,
    }
    made = [el(f"a:{name}", el("a:srgbClr", val=color)) for name, color in colors.items()]
    return el("a:clrScheme", *made, name="brief")


def _fonts(skin: Skin) -> Element:
    return el(
        "a:fontScheme",
        el("a:majorFont", *_faces(skin.sans)),
        el("a:minorFont", *_faces(skin.serif)),
        name="brief",
    )


def _faces(latin: str) -> list[Element]:
    return [el("a:latin", typeface=latin), el("a:ea", typeface=""), el("a:cs", typeface="")]


def _formats() -> Element:
    """Return the three steps of fills, lines and effects that the schema asks for, all plain."""
    return el(
        "a:fmtScheme",
        el("a:fillStyleLst", *(_fill() for _ in range(3))),
        el("a:lnStyleLst", *(el("a:ln", _fill(), w=6350) for _ in range(3))),
        el("a:effectStyleLst", *(el("a:effectStyle", el("a:effectLst")) for _ in range(3))),
        el("a:bgFillStyleLst", *(_fill() for _ in range(3))),
        name="brief",
    )


def _fill() -> Element:
    return el("a:solidFill", el("a:schemeClr", val="phClr"))
