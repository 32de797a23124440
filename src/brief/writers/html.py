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
    Picture,
    Quotation,
    Strong,
    Table,
)
from brief.model.marks import QUESTIONS, SUBTITLE, TITLE, clean, note_unit, reference_unit
from brief.model.plain import heading_levels, inline_text
from brief.model.strips import key_to
from brief.writers import fonts
from brief.writers.charts import to_svg
from brief.writers.front import margin_width
from brief.writers.gauge import gauge, key_drawing
from brief.writers.inlines import inlines_html, tagged_html, text_html
from brief.writers.measure import (
    SHORT,
    balanced,
    best_columns,
    column_widths,
    decimal_pads,
    needs_page,
    title_style,
)
from brief.writers.stance_chart import is_wide
from brief.writers.style import MM, Style, css_variables, millimeters

_PAPER = {"A4": 210.0, "Letter": 215.9}
"""Widths in millimeters."""
_INDENT = 14.0
"""Points that the number of a work and the gap of columns take."""


class _Page:
    """What the parts of one page share: measures, heading levels, marks already set."""

    def __init__(self, brief: Brief, style: Style, spans: bool) -> None:
        self.style = style
        self.spans = spans
        """Whether what is too wide for a column may stand across both."""
        self.labels = brief.labels
        self.levels = heading_levels(brief)
        self.cited: set[int] = set()
        self.explained: set[str] = set()
        """Lists whose dots have their key."""
        self.in_front = False
        """Whether what is written stands above the columns."""
        page = style.tokens["page"]
        self.full = (_PAPER[brief.layout.paper] - 2 * millimeters(page["side"])) * MM
        self.column = (self.full - millimeters(page["gap"]) * MM) / 2

    @property
    def room(self) -> float:
        """Width of what is written now, in points."""
        return self.full if self.in_front else self.column

    def even(
        self, title: Inlines, size: float, wide: bool = False, role: fonts.Role = "sans"
    ) -> str:
        """Return the attribute that sets a title in lines of like length."""
        style = balanced(inline_text(title), size, self.full if wide else self.room, role)
        return f' style="{style}"' if style else ""

    def words(self, inlines: Inlines) -> str:
        """Return inlines as HTML; marks of notes and drawings beside asides as this page has."""
        return inlines_html(inlines, self.cited, lambda aside: gauge(aside, self.style))


def _pt(length: object) -> float:
    return float(str(length).removesuffix("pt"))


def to_html(brief: Brief, style: Style, *, spans: bool = True) -> str:
    """Return the brief as a whole HTML page with its CSS inside; without `spans`, nothing in the
    columns is wider than one."""
    page = _Page(brief, style, spans)
    blocks, closing = brief.parted
    front, body = _parts(blocks)
    # In reading order: the notes link back to the marks set before them.
    page.in_front = True
    above = _blocks(front, page)
    page.in_front = False
    text, close = _made_by(body)
    wide = f"--front-margin: {margin_width(front, style, page.full):g}mm"
    main = (
        f'<main>\n<div class="front" style="{wide}">{above}</div>'
        f'<div class="columns">{_blocks(text, page)}</div>\n'
        f'<div class="close">{_blocks(close, page)}</div>\n</main>'
    )
    last = f'<section class="closing">{_blocks(closing, page)}</section>' if closing else ""
    ends = _notes(brief, page) + _references(brief, page) + last
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{escape(brief.layout.language)}">',
            *_head(brief, style),
            f'<body class="{_form(brief, front)}">',
            _masthead(brief, page),
            main,
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
        ("dcterms.created", brief.day),
        ("dcterms.modified", brief.day),
    ):
        if content:
            yield f'<meta name="{name}" content="{text_html(content)}">'
    # The page size must come after the style's own rules to win.
    yield f"<style>{css_variables(style.tokens)}\n{style.css}\n{_page_rules(brief)}</style></head>"


def _page_rules(brief: Brief) -> str:
    labels = brief.labels
    before, _, rest = labels.page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    first_head = _css_string(labels.first_running) if labels.first_running else "none"
    parts = [_css_string(before), "counter(page)", _css_string(between), "counter(pages)"]
    return (
        f"@page {{ size: {brief.layout.paper}; "
        f"@top-left {{ content: {_css_string(labels.running)} }} "
        f"@bottom-left {{ content: {_css_string(labels.footer)} }} "
        f"@bottom-right {{ content: {' '.join(parts)} {_css_string(after)} }} }} "
        f"@page :first {{ @top-left {{ content: {first_head} }} "
        f"@bottom-left {{ content: {_css_string(labels.footer_on_first)} }} }}"
    )


def _css_string(text: str) -> str:
    """Return words as a CSS string; whatever could end it is written as a code."""
    safe = re.sub(r"[^\w .,:;·–—-]|_", lambda m: f"\\{ord(m[0]):x} ", clean(text))
    return f'"{safe}"'


def _masthead(brief: Brief, page: _Page) -> str:
    size = _pt(page.style.tokens["size"]["title"])
    subtitle = (
        f'<p class="subtitle" data-unit="{SUBTITLE}">{tagged_html(brief.subtitle)}</p>'
        if brief.subtitle
        else ""
    )
    return (
        '<header class="masthead"><div class="strip">'
        f'<p class="series">{tagged_html(brief.labels.series or brief.labels.running)}</p>'
        f'<p class="handling">{tagged_html(brief.labels.footer_on_first)}</p></div>'
        f'<h1 data-unit="{TITLE}" style="{title_style(brief.title, size, page.full)}">'
        f"{tagged_html(brief.title)}</h1>{subtitle}</header>"
    )


def _unit(id_: str) -> str:
    return f'data-unit="{text_html(id_)}"'


def _class(*names: str) -> str:
    words = [re.sub(r"[^\w-]+", "-", name) for name in names if name]
    return f'class="{" ".join(words)}"'


# Blocks


def _parts(blocks: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block]]:
    """Return what stands before the first heading, beside the margin, and what follows."""
    first = next((n for n, block in enumerate(blocks) if isinstance(block, Heading)), len(blocks))
    return blocks[:first], blocks[first:]


def _made_by(blocks: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block]]:
    """Return the text, and the boxes at its end that say how it was made.

    These stand below the columns, as wide as the page: the columns above are balanced better, and
    what is small is read in shorter lines.
    """
    after = len(blocks)
    while after and isinstance(box := blocks[after - 1], Callout) and box.role == "method":
        after -= 1
    return blocks[:after], blocks[after:]


def _form(brief: Brief, front: Sequence[Block]) -> str:
    """Return how the head of page one is set: with a margin, or on one page with a row of notes."""
    margin = any(isinstance(block, Callout) and block.role == "margin" for block in front)
    if not margin:
        return "plain"
    return "single" if brief.layout.pages == 1 else "margins"


def _blocks(blocks: Sequence[Block], page: _Page) -> str:
    made: list[str] = []
    for block in blocks:
        piece = _block(block, page)
        if made and _SPANS.match(piece) and _HEADS.match(made[-1]):
            # a heading stays with what stands across both columns where the two are one box
            piece = f'<div class="headed">{made.pop()}{piece}</div>'
        made.append(piece)
    return "\n".join(made)


_SPANS = re.compile(r'<\w+ class="[^"]*\bspan"')
_HEADS = re.compile(r"<h\d ")


def _block(block: Block, page: _Page) -> str:
    match block:
        case Heading():
            level = page.levels[block.id]
            size = _pt(page.style.tokens["size"]["h2" if level == 2 else "h3"])
            even = page.even(block.children, size)
            return f"<h{level} {_unit(block.id)}{even}>{page.words(block.children)}</h{level}>"
        case Paragraph():
            words = page.words(block.children)
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
            return _exhibit(block, page)
        case Picture():
            return _picture(block, page)
        case _:
            assert_never(block)


def _list(block: ListBlock, page: _Page) -> str:
    """Return a list, each item an element of its own: columns are balanced between elements.

    The tags of the PDF join them again, by `data-list`.
    """
    tag = "ol" if block.ordered else "ul"
    role = _class("list", block.role)
    key = _key(block, page, page.room)
    items = (
        f'<{tag} {role} data-list="{text_html(block.id)}"{_start(block, number)}>'
        f"<li {_unit(item.id)}>{_item(item.children, block.role, page)}</li></{tag}>"
        for number, item in enumerate(block.items, 1)
    )
    return "\n".join([f'<div class="key">{key}</div>' if key else "", *items])


def _item(children: Inlines, role: str, page: _Page) -> str:
    """Return the words of an item; a question that it begins with has lines of its own."""
    words = page.words(children)
    if role != QUESTIONS or not children or not isinstance(children[0], Strong):
        return words
    size = _pt(page.style.tokens["size"]["body"])
    even = page.even(children[0].children, size, role="serif")
    return words.replace("<strong>", f'<strong class="asked"{even}>', 1)


def _key(block: Block, page: _Page, room: float) -> str:
    """Return the drawing that explains the dots beside a list, once a list, where it has room."""
    if not isinstance(block, ListBlock) or block.id in page.explained or room < _LEAST_KEY:
        return ""
    page.explained.add(block.id)
    found = key_to(block, page.labels)
    return key_drawing(found, page.style, room) if found else ""


_LEAST_KEY = 150.0
"""Points that a key takes at least, in as many lines as it needs."""


def _start(block: ListBlock, number: int) -> str:
    """Return what makes a numbered item go on counting; WeasyPrint does not heed `start`."""
    return f' style="counter-reset: list-item {number - 1}"' if block.ordered else ""


def _quotation(block: Quotation, page: _Page) -> str:
    words = _paragraph("", block.id, block.children, page)
    by = _paragraph("by", f"{block.id}/attribution", block.attribution, page)
    return f"<blockquote>{words}{by}</blockquote>"


def _paragraph(role: str, unit: str, children: Inlines, page: _Page, drawn: str = "") -> str:
    """Return a paragraph, a drawing before its words; nothing where there are no words."""
    if not children:
        return ""
    return f"<p {_class(role)} {_unit(unit)}>{drawn}{page.words(children)}</p>"


def _callout(block: Callout, page: _Page) -> str:
    """Return a box; beside its title stands the key to the dots of a list that it begins with."""
    room = page.room - _BOX
    room -= fonts.text_width(inline_text(block.title), bold=True) * _BOX_TITLE
    key = _key(block.blocks[0], page, room) if block.title and block.blocks else ""
    drawn = f'<span class="key">{key}</span>' if key else ""
    title = _paragraph("callout-title", f"{block.id}/title", block.title, page, drawn)
    return (
        f"<section {_class('callout', block.role)}>{title}{_blocks(block.blocks, page)}</section>"
    )


_BOX, _BOX_TITLE = 40.0, 8.6
"""Points of a box's width that its title cannot take, and the size of the title."""


_CAPTION = 9.0
"""Size of the titles of tables and exhibits in points."""


def _exhibit(block: Exhibit, page: _Page) -> str:
    title = page.words(block.title)
    wide = page.in_front or (page.spans and block.chart == "stance" and is_wide(block))
    caption = _paragraph("exhibit-caption", f"{block.id}/caption", block.caption, page)
    even = page.even(block.title, _CAPTION, wide)
    drawing = to_svg(block, page.style, page.full if wide else page.column, page.labels)
    return (
        f"<figure {_class('exhibit', block.chart, 'span' if wide else '')}>"
        f"<figcaption {_unit(f'{block.id}/title')}{even}>{title}</figcaption>"
        f"{drawing}{caption}</figure>"
    )


def _picture(block: Picture, page: _Page) -> str:
    alt = escape(block.alt or "Picture", quote=True)
    caption = _paragraph("exhibit-caption", f"{block.id}/caption", block.caption, page)
    return (
        f'<figure class="exhibit"><img style="max-width: 100%; max-height: 120mm" alt="{alt}" '
        f'src="data:{block.media};base64,{escape(block.data, quote=True)}">{caption}</figure>'
    )


def _table(block: Table, page: _Page) -> str:
    size = "short" if len(block.rows) <= SHORT else "long"
    span = "span" if page.spans and needs_page(block, page.column) else "column"
    caption = page.words(block.caption)
    even = page.even(block.caption, _CAPTION, span == "span")
    room = page.full if span == "span" else page.column
    widths = "".join(f'<col style="width:{width:.1f}pt">' for width in column_widths(block, room))
    heads = "".join(
        f'<th scope="col" {_class(c.align)} {_unit(f"{block.id}/col{n}")}>'
        f"{page.words(c.title)}</th>"
        for n, c in enumerate(block.columns, 1)
    )
    pads = decimal_pads(block)
    rows = "".join(_row(row, block.columns, pads, page) for row in block.rows)
    return (
        f"<div {_class('table-box', size, span)}><table {_class('table', block.role)}>"
        f"<caption {_unit(f'{block.id}/caption')}{even}>{caption}</caption>"
        f"<colgroup>{widths}</colgroup><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>"
    )


def _row(
    row: Sequence[Cell], columns: Sequence[Column], pads: dict[str, float], page: _Page
) -> str:
    cells = (_cell(cell, column, pads, page) for cell, column in zip(row, columns, strict=True))
    return f"<tr>{''.join(cells)}</tr>"


def _cell(cell: Cell, column: Column, pads: dict[str, float], page: _Page) -> str:
    pad = f' style="padding-right:{pads[cell.id]:.2f}em"' if cell.id in pads else ""
    words = page.words(cell.children)
    return f"<td {_class(column.align)} {_unit(cell.id)}{pad}>{words}</td>"


# Notes and references


def _notes(brief: Brief, page: _Page) -> str:
    items = [
        f'<li id="note-{note.number}">{_back(note.number, page.cited)} '
        f"<i {_unit(note_unit(note.id))}>{page.words(note.children)}</i></li>"
        for note in brief.notes
    ]
    return _end("notes", brief.labels.notes, items)


def _back(number: int, cited: set[int]) -> str:
    """Return the number of a note, as a link to where it is first cited."""
    if number not in cited:
        return f"<b>{number}</b>"
    return f'<a class="back" href="#cite-{number}">{number}</a>'


def _references(brief: Brief, page: _Page) -> str:
    items = [
        f"<li><b>{work.number}</b> "
        f"<i {_unit(reference_unit(work.id))}>{page.words(work.children)}</i></li>"
        for work in brief.references
    ]
    texts = [work.children for work in brief.references]
    size = _pt(page.style.tokens["size"]["note"])
    columns = best_columns(texts, size, page.full, _INDENT)
    return _end("references", brief.labels.references, items, f"of-{columns}")


def _end(kind: str, title: str, items: Sequence[str], columns: str = "") -> str:
    """Return a section of small print; `columns` is the class that says in how many it is set."""
    if not items:
        return ""
    head = f"<h2 {_unit(f'brief/{kind}')}>{tagged_html(title)}</h2>" if title else ""
    return f"<section {_class('end', kind, columns)}>{head}<ol>{''.join(items)}</ol></section>"
