"""A `Brief` and a `Style` in, one self-contained HTML page out.

Each piece that a person can edit carries its unit id as `data-unit`, so that what the page says
can be read back block by block (`inlines.blocks_text`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import assert_never

from brief.model.brief import (
    Block,
    Brief,
    Callout,
    Cell,
    Column,
    Exhibit,
    Heading,
    Inlines,
    ListBlock,
    Paragraph,
    Quotation,
    Table,
)
from brief.model.marks import SUBTITLE, TITLE, clean, note_unit, reference_unit
from brief.model.plain import heading_levels, inline_text, walk
from brief.writers import fonts
from brief.writers.charts import to_svg
from brief.writers.inlines import inlines_html, text_html
from brief.writers.style import Style, css_variables

_PAPER = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
_MM = 72 / 25.4


class _Page:
    """What the parts of one page share: measures, heading levels, marks already set."""

    def __init__(self, brief: Brief, style: Style) -> None:
        self.style = style
        self.levels = heading_levels(brief)
        self.cited: set[int] = set()
        self.margin = any(isinstance(b, Callout) and b.role == "margin" for b in walk(brief.blocks))
        page = style.tokens["page"]
        side, gap = (_mm(page["margin"]), _mm(page["gap"])) if self.margin else (0.0, 0.0)
        self.full = (_PAPER[brief.layout.paper][0] - 2 * _mm(page["side"])) * _MM
        self.text = self.full - (side + gap) * _MM


def _mm(length: str) -> float:
    return float(length.removesuffix("mm"))


def to_html(brief: Brief, style: Style) -> str:
    """Return the brief as a whole HTML page with its CSS inside."""
    page = _Page(brief, style)
    body = "\n".join(_blocks(brief.blocks, page))
    ends = _notes(brief, page) + _references(brief, page)
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{escape(brief.layout.language)}">',
            *_head(brief, style),
            f'<body class="{"margins" if page.margin else "plain"}">',
            _masthead(brief),
            f"<main>\n{body}\n</main>",
            ends,
            "</body></html>",
        ]
    )


def _head(brief: Brief, style: Style) -> Iterator[str]:
    yield '<head><meta charset="utf-8">'
    yield f"<title>{text_html(brief.title)}</title>"
    for author in brief.authors:
        yield f'<meta name="author" content="{text_html(author)}">'
    for name, content in (
        ("description", brief.summary),
        ("keywords", ", ".join(brief.keywords)),
        ("dcterms.created", brief.issued),
        ("dcterms.modified", brief.issued),
    ):
        if content:
            yield f'<meta name="{name}" content="{text_html(content)}">'
    # The page size must come after the style's own rules to win.
    yield f"<style>{css_variables(style.tokens)}\n{style.css}\n{_page_rules(brief)}</style></head>"


def _page_rules(brief: Brief) -> str:
    labels = brief.labels
    before, _, rest = labels.page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    parts = [_css_string(before), "counter(page)", _css_string(between), "counter(pages)"]
    return (
        f"@page {{ size: {brief.layout.paper}; "
        f"@top-left {{ content: {_css_string(labels.running)} }} "
        f"@bottom-left {{ content: {_css_string(labels.footer)} }} "
        f"@bottom-right {{ content: {' '.join(parts)} {_css_string(after)} }} }} "
        "@page :first { @top-left { content: none } }"
    )


def _css_string(text: str) -> str:
    """Return words as a CSS string; whatever could end it is written as a code."""
    safe = re.sub(r"[^\w .,:;·–—-]|_", lambda m: f"\\{ord(m[0]):x} ", clean(text))
    return f'"{safe}"'


def _masthead(brief: Brief) -> str:
    subtitle = (
        f'<p class="subtitle" data-unit="{SUBTITLE}">{text_html(brief.subtitle)}</p>'
        if brief.subtitle
        else ""
    )
    return (
        '<header class="masthead"><div class="strip">'
        f'<p class="running">{text_html(brief.labels.running)}</p>'
        f'<p class="handling">{text_html(brief.labels.footer)}</p></div>'
        f'<h1 data-unit="{TITLE}">{text_html(brief.title)}</h1>{subtitle}</header>'
    )


def _unit(id_: str) -> str:
    return f'data-unit="{text_html(id_)}"'


def _class(*names: str) -> str:
    words = [re.sub(r"[^\w-]+", "-", name) for name in names if name]
    return f'class="{" ".join(words)}"'


# Blocks


def _blocks(blocks: Sequence[Block], page: _Page) -> Iterator[str]:
    """Yield blocks; two small charts in a row stand side by side."""
    at = 0
    while at < len(blocks):
        pair = blocks[at : at + 2]
        if len(pair) == 2 and all(_is_small(block) for block in pair):
            half = (page.full - 16) / 2
            charts = [_exhibit(b, page, half) for b in pair if isinstance(b, Exhibit)]
            yield f'<div class="pair">{"".join(charts)}</div>'
            at += 2
        else:
            yield _block(blocks[at], page)
            at += 1


def _is_small(block: Block) -> bool:
    return isinstance(block, Exhibit) and block.chart != "stance"


def _block(block: Block, page: _Page) -> str:
    match block:
        case Heading():
            level = page.levels[block.id]
            return (
                f"<h{level} {_unit(block.id)}>{inlines_html(block.children, page.cited)}</h{level}>"
            )
        case Paragraph():
            words = inlines_html(block.children, page.cited)
            return f"<p {_class('text', block.role)} {_unit(block.id)}>{words}</p>"
        case ListBlock():
            return _list(block, page)
        case Quotation():
            return _quotation(block, page)
        case Callout():
            return _callout(block, page)
        case Table():
            return _table(block, page)
        case Exhibit():
            return _exhibit(block, page, page.text)
        case _:
            assert_never(block)


def _list(block: ListBlock, page: _Page) -> str:
    tag = "ol" if block.ordered else "ul"
    items = "".join(
        f"<li {_unit(item.id)}>{inlines_html(item.children, page.cited)}</li>"
        for item in block.items
    )
    return f"<{tag} {_class('list', block.role)}>{items}</{tag}>"


def _quotation(block: Quotation, page: _Page) -> str:
    words = _paragraph("", block.id, block.children, page)
    by = _paragraph("by", f"{block.id}/attribution", block.attribution, page)
    return f"<blockquote>{words}{by}</blockquote>"


def _paragraph(role: str, unit: str, children: Inlines, page: _Page) -> str:
    """Return a paragraph; nothing where there are no words."""
    if not children:
        return ""
    return f"<p {_class(role)} {_unit(unit)}>{inlines_html(children, page.cited)}</p>"


def _callout(block: Callout, page: _Page) -> str:
    title = _paragraph("callout-title", f"{block.id}/title", block.title, page)
    inner = "\n".join(_blocks(block.blocks, page))
    return f"<section {_class('callout', block.role)}>{title}{inner}</section>"


def _exhibit(block: Exhibit, page: _Page, width: float) -> str:
    title = inlines_html(block.title, page.cited)
    caption = _paragraph("exhibit-caption", f"{block.id}/caption", block.caption, page)
    return (
        f"<figure {_class('exhibit', block.chart)}>"
        f"<figcaption {_unit(f'{block.id}/title')}>{title}</figcaption>"
        f"{to_svg(block, page.style, width)}{caption}</figure>"
    )


def _table(block: Table, page: _Page) -> str:
    total = sum(column.width for column in block.columns) or 1.0
    widths = "".join(f'<col style="width:{c.width / total:.2%}">' for c in block.columns)
    heads = "".join(
        f'<th scope="col" {_class(c.align)} {_unit(f"{block.id}/col{n}")}>'
        f"{inlines_html(c.title, page.cited)}</th>"
        for n, c in enumerate(block.columns, 1)
    )
    pads = [
        _decimal_pads(block, n) if c.align == "decimal" else {} for n, c in enumerate(block.columns)
    ]
    rows = "".join(
        "<tr>"
        + "".join(_cell(*parts, page) for parts in zip(row, block.columns, pads, strict=True))
        + "</tr>"
        for row in block.rows
    )
    caption = inlines_html(block.caption, page.cited)
    size = "short" if len(block.rows) <= 12 else "long"
    wide = "wide" if len(block.columns) > 3 else "narrow"
    return (
        f"<table {_class('table', block.role, size, wide)}>"
        f"<caption {_unit(f'{block.id}/caption')}>{caption}</caption>"
        f"<colgroup>{widths}</colgroup><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _cell(cell: Cell, column: Column, pads: dict[str, float], page: _Page) -> str:
    pad = f' style="padding-right:{pads[cell.id]:.2f}em"' if cell.id in pads else ""
    words = inlines_html(cell.children, page.cited)
    return f"<td {_class(column.align)} {_unit(cell.id)}{pad}>{words}</td>"


def _decimal_pads(table: Table, column: int) -> dict[str, float]:
    """Return how far (em) each cell is moved left so that the units' digits stand in line."""
    cells = [row[column] for row in table.rows]
    tails = {cell.id: fonts.text_width(_tail(inline_text(cell.children))) for cell in cells}
    widest = max(tails.values(), default=0.0)
    return {id_: 0.4 + widest - width for id_, width in tails.items()}


def _tail(text: str) -> str:
    """Return what follows the units of the first number: `.8 billion` of `US$146.8 billion`."""
    found = re.search(r"\d{1,3}(?:[,\u00a0\u202f\u2009 ’']\d{3})+(?!\d)|\d+", text)
    return text[found.end() :] if found else ""


# Notes and references


def _notes(brief: Brief, page: _Page) -> str:
    if not brief.notes:
        return ""
    items = "".join(
        f'<li id="note-{note.number}">{_back(note.number, page.cited)} '
        f"<i {_unit(note_unit(note.id))}>{inlines_html(note.children, page.cited)}</i></li>"
        for note in brief.notes
    )
    return _end("notes", brief.labels.notes, items)


def _back(number: int, cited: set[int]) -> str:
    """Return the number of a note, as a link to where it is first cited."""
    if number not in cited:
        return f"<b>{number}</b>"
    return f'<a class="back" href="#cite-{number}">{number}</a>'


def _references(brief: Brief, page: _Page) -> str:
    if not brief.references:
        return ""
    items = "".join(
        f"<li><b>{work.number}</b> "
        f"<i {_unit(reference_unit(work.id))}>{inlines_html(work.children, page.cited)}</i></li>"
        for work in brief.references
    )
    return _end("references", brief.labels.references, items)


def _end(kind: str, title: str, items: str) -> str:
    return (
        f'<section class="end {kind}"><h2 {_unit(f"brief/{kind}")}>{text_html(title)}</h2>'
        f"<ol>{items}</ol></section>"
    )
