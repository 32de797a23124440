"""A skin in, the looks of tables and boxes out."""

from __future__ import annotations

from brief.writers.docx.oxml import Element, el
from brief.writers.docx.skin import Skin

BOX_ROLES = ("box", "key-judgements", "bottom-line", "margin", "method")


def box_style(role: str) -> str:
    """Return the id of the table style of a callout with this role."""
    known = role if role in BOX_ROLES else "box"
    return "Brief" + "".join(part.capitalize() for part in known.split("-"))


def _margins(horizontal: int, vertical: int) -> Element:
    sides = (("top", vertical), ("left", horizontal), ("bottom", vertical), ("right", horizontal))
    return el("w:tblCellMar", *(el(f"w:{s}", w_w=width, w_type="dxa") for s, width in sides))


def table_normal() -> Element:
    """Return the look that every table starts from."""
    return el(
        "w:style",
        el("w:name", w_val="Normal Table"),
        el("w:tblPr", el("w:tblInd", w_w=0, w_type="dxa"), _margins(108, 0)),
        w_type="table",
        w_default=1,
        w_styleId="TableNormal",
    )


def _border(color: str, points: float) -> dict[str, str | int]:
    return {"w_val": "single", "w_sz": round(points * 8), "w_space": 0, "w_color": color}


def grid_look(skin: Skin) -> Element:
    """Return the look of a table of rows: rules, and a head."""
    thick, thin = _border(skin.brand, 1.25), _border(skin.brand, 0.75)
    hair = _border(skin.rule, 0.5)
    borders = el(
        "w:tblBorders", el("w:top", **thick), el("w:bottom", **thin), el("w:insideH", **hair)
    )
    header = el(
        "w:tblStylePr",
        el("w:tcPr", el("w:tcBorders", el("w:bottom", **thin))),
        w_type="firstRow",
    )
    return _table_like(
        "BriefTable", "Brief Table", el("w:tblPr", borders, _margins(40, 20)), header
    )


def box_look(skin: Skin, role: str) -> Element:
    """Return the look of a box: as on the page, a rule or a ground, seldom both."""
    sides = {
        "bottom-line": {"left": _border(skin.accent, 3)},
        "key-judgements": {"top": _border(skin.brand, 1.75)},
        "margin": {"top": _border(skin.brand, 1.25)},
        "method": {},
    }.get(role) or {
        side: _border(skin.brand, 0.5)
        for side in ("top", "left", "bottom", "right")
        if role == "box"
    }
    borders = el("w:tblBorders", *(el(f"w:{side}", **line) for side, line in sides.items()))
    tinted = role in ("key-judgements", "method")
    ground = skin.tint if tinted else "auto"
    fill = el("w:tcPr", el("w:shd", w_val="clear", w_color="auto", w_fill=ground))
    padding = _margins(160, 60) if tinted or role == "box" else _margins(120, 15)
    name = "Brief " + role.replace("-", " ").title()
    return _table_like(box_style(role), name, el("w:tblPr", borders, padding), fill)


def _table_like(style_id: str, name: str, properties: Element, last: Element) -> Element:
    return el(
        "w:style",
        el("w:name", w_val=name),
        el("w:basedOn", w_val="TableNormal"),
        properties,
        last,
        w_type="table",
        w_customStyle=1,
        w_styleId=style_id,
    )
