"""The lists of a draft in, their numbering out."""

from __future__ import annotations

from brief.writers.docx.oxml import Element, el, root
from brief.writers.docx.skin import Skin

BULLETS, NUMBERS = 1, 2
"""Ids of the two list definitions."""
LIST_INDENT = 300
"""Indent of a list item, in twentieths of a point."""


def numbering(lists: list[bool], skin: Skin) -> Element:
    """Return `w:numbering`: two definitions, then one list each so that numbers restart."""
    signs = ((BULLETS, "bullet", "•", skin.brand), (NUMBERS, "decimal", "%1.", skin.accent))
    definitions = [_definition(*sign, skin) for sign in signs]
    plain = [el("w:num", el("w:abstractNumId", w_val=n), w_numId=n) for n in (BULLETS, NUMBERS)]
    restarts = [_list(number, ordered) for number, ordered in enumerate(lists, NUMBERS + 1)]
    return root("w:numbering", *definitions, *plain, *restarts)


def _definition(number: int, form: str, text: str, color: str, skin: Skin) -> Element:
    level = el(
        "w:lvl",
        el("w:start", w_val=1),
        el("w:numFmt", w_val=form),
        el("w:lvlText", w_val=text),
        el("w:lvlJc", w_val="left"),
        el("w:pPr", el("w:ind", w_left=LIST_INDENT, w_hanging=LIST_INDENT)),
        el(
            "w:rPr",
            el("w:rFonts", w_ascii=skin.sans, w_hAnsi=skin.sans),
            el("w:b"),
            el("w:color", w_val=color),
        ),
        w_ilvl=0,
    )
    kind = el("w:multiLevelType", w_val="singleLevel")
    return el("w:abstractNum", kind, level, w_abstractNumId=number)


def _list(number: int, ordered: bool) -> Element:
    definition = el("w:abstractNumId", w_val=NUMBERS if ordered else BULLETS)
    restart = el("w:lvlOverride", el("w:startOverride", w_val=1), w_ilvl=0) if ordered else None
    return el("w:num", definition, restart, w_numId=number)
