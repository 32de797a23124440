"""Blocks in, Word paragraphs and tables out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from brief.model.brief import (
    Aside,
    Block,
    Callout,
    Column,
    Exhibit,
    Heading,
    Inlines,
    Item,
    ListBlock,
    Paragraph,
    Picture,
    Quotation,
    Strong,
    Table,
)
from brief.model.marks import MOST_LINES, QUESTIONS, alt_unit, line_units
from brief.model.plain import inline_text, lines_of
from brief.writers import fonts
from brief.writers.docx.box_styles import box_style
from brief.writers.docx.context import Context
from brief.writers.docx.lists import BULLETS, LIST_INDENT, NUMBERS
from brief.writers.docx.oxml import Element, el, qn
from brief.writers.docx.pictures import chart, inserted
from brief.writers.docx.runs import Look, runs
from brief.writers.docx.skin import TWIPS
from brief.writers.docx.tables import table_element
from brief.writers.measure import SHORT, column_widths, decimal_pads

ROLE_STYLES = {
    "lead": "Lead",
    "meta": "SourceLine",
    "source-line": "SourceLine",
    "caption": "Caption",
    "small": "Small",
}
_SPACE_AFTER_TABLE = 120
"""Space above what follows a table, in twentieths of a point: a table cannot have any below."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How one paragraph is set beyond its style."""

    keep_next: bool = False
    number: int = 0
    """Id of the list it belongs to."""
    align: str = ""
    indent_right: int = 0


def blocks(context: Context, content: Sequence[Block], width: int) -> list[Element]:
    """Return the elements of the blocks; `width` is that of the column, in twips."""
    made: list[Element] = []
    for block in content:
        new = _block(context, block, width)
        if made and new and new[0].tag == qn("w:tbl"):
            if made[-1].tag == qn("w:tbl"):
                made.append(separator())
            elif isinstance(block, Callout):
                _clear(made[-1])
        made.extend(new)
    return made


def _clear(last: Element) -> None:
    """Give an item the space below that the box after its list, a table, cannot have above."""
    properties = last.find(qn("w:pPr"))
    if properties is None or properties.find(qn("w:numPr")) is None:
        return
    spacing = properties.find(qn("w:spacing"))
    if spacing is None:
        spacing = el("w:spacing")
        later = [one for one in properties if one.tag in (qn("w:ind"), qn("w:jc"))]
        properties.insert(properties.index(later[0]) if later else len(properties), spacing)
    spacing.set(qn("w:after"), str(_SPACE_AFTER_TABLE))


def separator() -> Element:
    """Return the paragraph that the format demands between two tables and after a nested one."""
    return el("w:p", el("w:pPr", el("w:pStyle", w_val="Separator")))


def paragraph(
    context: Context,
    unit: str,
    style: str,
    inlines: Inlines,
    setting: Setting | None = None,
    anchors: Sequence[str] = (),
) -> Element:
    """Return the paragraph of a unit, known by its bookmark and content control.

    `anchors` are ids of enclosing blocks that begin with this paragraph.
    """
    context.enter(unit)
    skin = context.skin
    look = Look(color=skin.ink, size=skin.answer) if style == "Tally" else Look()
    content = context.identified(unit, runs(context, inlines, look))
    for anchor in anchors:
        content = [*context.bookmark(anchor, []), *content]
    content = context.beside(unit, content)
    made = el("w:p", _properties(context, style, setting or Setting()), *content)
    context.paragraphs[unit] = made
    context.after_table = False
    return made


def _properties(context: Context, style: str, setting: Setting) -> Element:
    number = [el("w:ilvl", w_val=0), el("w:numId", w_val=setting.number)]
    wanted = [
        el("w:pStyle", w_val=style),
        el("w:keepNext") if setting.keep_next else None,
        el("w:numPr", *number) if setting.number else None,
        el("w:spacing", w_before=_SPACE_AFTER_TABLE) if context.after_table else None,
        el("w:ind", w_right=setting.indent_right) if setting.indent_right else None,
        el("w:jc", w_val=setting.align) if setting.align else None,
    ]
    return el("w:pPr", *wanted)


def _block(context: Context, block: Block, width: int) -> list[Element]:
    match block:
        case Heading():
            style = f"Heading{min(context.levels[block.id], 4)}"
            return [paragraph(context, block.id, style, block.children)]
        case Paragraph():
            style = ROLE_STYLES.get(block.role, "BodyText")
            return [paragraph(context, block.id, style, block.children)]
        case ListBlock():
            return _list(context, block, width)
        case Quotation():
            return _quotation(context, block)
        case Callout():
            return [_callout(context, block, width)]
        case Table():
            return _table(context, block, width)
        case Exhibit():
            return _exhibit(context, block, width)
        case Picture():
            return _picture(context, block, width)
        case _:
            assert_never(block)


def _list(context: Context, block: ListBlock, width: int) -> list[Element]:
    if block.role == QUESTIONS:
        return [made for item in block.items for made in _question(context, item, width)]
    return _items(context, block, width)


def _question(context: Context, item: Item, width: int) -> list[Element]:
    """Return a question as a heading, and as paragraphs under it its tally and its answer."""
    lines = lines_of(item.children)
    if item.id in context.whole or len(lines) > MOST_LINES or not all(map(inline_text, lines)):
        return _items(context, ListBlock(id=item.id, items=(item,)), width)
    names = (item.id, *line_units(item.id))
    made: list[Element] = []
    for at, line in enumerate(lines):
        style = line_style(line, first=not at)
        # Space above what stands under no heading of its own, as below a table.
        context.after_table = context.after_table or (style == "Answer" and not at)
        kept = Setting(keep_next=style == "Tally" and at < len(lines) - 1)
        made.append(paragraph(context, names[at], style, line, kept))
    return made


def line_style(line: Inlines, *, first: bool) -> str:
    """Return the style of a line of a question: asked, counted or answered."""
    if first and all(isinstance(inline, Strong) for inline in line):
        return "Heading2"
    return "Tally" if isinstance(line[0], Aside) and line[0].children else "Answer"


def _items(context: Context, block: ListBlock, width: int) -> list[Element]:
    context.lists.append(block.ordered)
    number, last = max(BULLETS, NUMBERS) + len(context.lists), len(block.items) - 1
    style = "ListNumber" if block.ordered else "ListBullet"
    long = [_long(context, item, width) for item in block.items]
    # no item of one line stands alone on a page, and of two none does: the first keeps the second,
    # the last but one the last; more would drive a list overleaf whole, and leave a hole
    edges = ((0, 0), (last - 1, last))
    kept = {at for at, edge in edges if at < last and (last == 1 or not long[edge])}
    return [
        paragraph(context, item.id, style, item.children, Setting(at in kept, number))
        for at, item in enumerate(block.items)
    ]


def _long(context: Context, item: Item, width: int) -> bool:
    """Tell whether an item takes more lines than one."""
    wide = fonts.text_width(inline_text(item.children), "serif") * context.skin.body
    return wide > (width - LIST_INDENT) / TWIPS


def _quotation(context: Context, block: Quotation) -> list[Element]:
    setting = Setting(keep_next=bool(block.attribution))
    made = [paragraph(context, block.id, "Quote", block.children, setting)]
    if block.attribution:
        unit = f"{block.id}/attribution"
        made.append(paragraph(context, unit, "Attribution", block.attribution))
    return made


def _callout(context: Context, block: Callout, width: int) -> Element:
    context.after_table = False
    inner: list[Element] = []
    if block.title:
        inner.append(paragraph(context, f"{block.id}/title", "BoxTitle", block.title))
    inner.extend(blocks(context, block.blocks, width - _BOX_PADDING))
    if not inner or inner[-1].tag == qn("w:tbl"):
        inner.append(separator())
    cell = el("w:tc", el("w:tcPr", el("w:tcW", w_w=width, w_type="dxa")), *inner)
    context.after_table = True
    # what says how the brief was made is short, and is not parted over pages
    whole = el("w:trPr", el("w:cantSplit")) if block.role == "method" else None
    return table_element(box_style(block.role), [width], [el("w:tr", whole, cell)], header=False)


_BOX_PADDING = 320
"""Left and right cell margins of a callout together, in twips."""


def _table(context: Context, block: Table, width: int) -> list[Element]:
    made: list[Element] = []
    if block.caption:
        setting = Setting(keep_next=True)
        made.append(paragraph(context, f"{block.id}/caption", "TableTitle", block.caption, setting))
    context.after_table = False
    widths = [round(TWIPS * points) for points in column_widths(block, width / TWIPS)]
    made.append(_grid(context, block, widths))
    context.after_table = True
    return made


def _grid(context: Context, block: Table, widths: list[int]) -> Element:
    heads = [
        paragraph(context, f"{block.id}/col{number}", "TableHead", column.title, _aligned(column))
        for number, column in enumerate(block.columns, 1)
    ]
    rows = [_row(heads, widths, header=True)]
    size = context.skin.table * TWIPS
    pads = decimal_pads(block, [width / TWIPS for width in widths])
    whole = len(block.rows) <= SHORT  # of a longer table no row stands alone on any page
    for number, cells in enumerate(block.rows, 1):
        kept = number < len(block.rows) and (whole or number in (1, len(block.rows) - 1))
        made = [
            paragraph(
                context,
                cell.id,
                "TableText",
                cell.children,
                _aligned(column, round(size * pads.get(cell.id, 0.0)), kept),
            )
            for cell, column in zip(cells, block.columns, strict=False)
        ]
        rows.append(_row(made, widths, header=False))
    return table_element("BriefTable", widths, rows, header=True)


def _aligned(column: Column, indent: int = 0, kept: bool = False) -> Setting:
    return Setting(keep_next=kept, align=_ALIGN[column.align], indent_right=indent)


_ALIGN = {"left": "", "right": "right", "decimal": "right", "center": "center"}


def _row(paragraphs: list[Element], widths: list[int], *, header: bool) -> Element:
    properties = el("w:trPr", el("w:cantSplit"), el("w:tblHeader") if header else None)
    cells = [
        el("w:tc", el("w:tcPr", el("w:tcW", w_w=width, w_type="dxa")), content)
        for content, width in zip(paragraphs, widths, strict=False)
    ]
    return el("w:tr", properties, *cells)


def _exhibit(context: Context, block: Exhibit, width: int) -> list[Element]:
    made: list[Element] = []
    if block.title:
        made.append(paragraph(context, f"{block.id}/title", "ExhibitTitle", block.title))
    shown = chart(context, block, width)
    return [*made, *_shown(context, block, shown)]


def _picture(context: Context, block: Picture, width: int) -> list[Element]:
    return _shown(context, block, inserted(context, block, width))


def _shown(context: Context, block: Exhibit | Picture, shown: list[Element]) -> list[Element]:
    shown = context.beside(alt_unit(block.id), shown)
    made = [el("w:p", el("w:pPr", el("w:pStyle", w_val="Picture")), *shown)]
    if block.caption:
        made.append(paragraph(context, f"{block.id}/caption", "Caption", block.caption))
    return made
