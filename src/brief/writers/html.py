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
    Aside,
    Block,
    Brief,
    Callout,
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
from brief.model.images import NAMELESS
from brief.model.marks import QUESTIONS, SUBTITLE, TITLE, clean
from brief.model.plain import inline_text
from brief.writers import fonts
from brief.writers.charts import to_svg
from brief.writers.front import BAR, margin_width
from brief.writers.gauge import key_drawing
from brief.writers.html_ends import notes_html, references_html
from brief.writers.html_page import CAPTION, Page, classes, unit
from brief.writers.html_tables import table_html
from brief.writers.inlines import tagged_html, text_html
from brief.writers.keep import filled, keeping
from brief.writers.last_words import held
from brief.writers.measure import title_style
from brief.writers.stance_chart import is_wide
from brief.writers.style import MM, Style, css_variables, millimeters, points


def to_html(brief: Brief, style: Style, *, spans: bool = True) -> str:
    """Return the brief as a whole HTML page with its CSS inside; without `spans`, nothing in the
    columns is wider than one."""
    page = Page(brief, style, spans)
    blocks, closing = brief.parted
    front, body = _parts(blocks)
    form = _form(brief, front)
    # In reading order: the notes link back to the marks set before them.
    page.in_front = True
    margin = margin_width(front, style, page.full)
    page.margin = (margin + millimeters(style.tokens["page"]["gap"])) * MM * (form == "margins")
    above = _blocks(front, page)
    page.in_front = False
    text, close = _made_by(body)
    wide = f"--front-margin: {margin:g}mm"
    main = (
        f'<main>\n<div class="front" style="{wide}">{above}</div>'
        f'<div class="columns">{_blocks(text, page)}</div>\n'
        f'<div class="close">{_blocks(close, page)}</div>\n</main>'
    )
    last = f'<section class="closing">{_blocks(closing, page)}</section>' if closing else ""
    ends = notes_html(brief, page) + references_html(brief, page) + last
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{escape(brief.layout.language)}">',
            *_head(brief, style),
            f'<body class="{form}">',
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


def _masthead(brief: Brief, page: Page) -> str:
    size = points(page.style.tokens["size"]["title"])
    subtitle = (
        f'<p class="subtitle" data-unit="{SUBTITLE}">{tagged_html(brief.subtitle)}</p>'
        if brief.subtitle
        else ""
    )
    series, handling = brief.labels.series or brief.labels.running, brief.labels.footer_on_first
    beside = min(_STRIP * fonts.text_width(handling, bold=True), page.full / 3)
    apart = _STRIP * fonts.text_width(series, bold=True) + beside > page.full
    return (
        f'<header class="masthead"><div {classes("strip", "apart" if apart else "")}>'
        f'<p class="series">{tagged_html(series)}</p>'
        f'<p class="handling">{tagged_html(handling)}</p></div>'
        f'<h1 data-unit="{TITLE}" style="{title_style(brief.title, size, page.full)}">'
        f"{tagged_html(brief.title)}</h1>{subtitle}</header>"
    )


_STRIP = 8.6
"""Size of the line above the title in points, with what a face of another house may be wider."""


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


def _blocks(blocks: Sequence[Block], page: Page) -> str:
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


def _block(block: Block, page: Page) -> str:
    match block:
        case Heading():
            level = page.levels[block.id]
            size = points(page.style.tokens["size"]["h2" if level == 2 else "h3"])
            even = page.even(block.children, size)
            return f"<h{level} {unit(block.id)}{even}>{page.words(block.children)}</h{level}>"
        case Paragraph():
            return _text(block, page)
        case ListBlock():
            return _list(block, page)
        case Quotation():
            return _quotation(block, page)
        case Callout():
            return _callout(block, page)
        case Table():
            return table_html(block, page)
        case Exhibit():
            return _exhibit(block, page)
        case Picture():
            return _picture(block, page)
        case _:
            assert_never(block)


def _text(block: Paragraph, page: Page) -> str:
    words, size = page.words(block.children), page.style.tokens["size"]
    if block.role == "lead":
        room = page.full - page.margin - BAR
        even = filled(block.children, points(size["lead"]), room)
        style = f' style="{even}"' if even else ""
        return f"<p {classes('text', block.role)} {unit(block.id)}{style}>{words}</p>"
    keep = keeping(block.children, points(size["body"]), page.room)
    return f"<p {classes('text', block.role, keep)} {unit(block.id)}>{held(words)}</p>"


def _list(block: ListBlock, page: Page) -> str:
    """Return a list, each item an element of its own: columns are balanced between elements.

    The tags of the PDF join them again, by `data-list`.
    """
    tag = "ol" if block.ordered else "ul"
    role = classes("list", block.role)
    key = _key(block, page, page.room)
    items = (
        f'<{tag} {role} data-list="{text_html(block.id)}"{_start(block, number)}>'
        f"<li {classes(_kept(item, page))} {unit(item.id)}>"
        f"{_item(item.children, block.role, page)}</li></{tag}>"
        for number, item in enumerate(block.items, 1)
    )
    return "\n".join([f'<div class="key">{key}</div>' if key else "", *items])


def _kept(item: Item, page: Page) -> str:
    """Return whether an item stands whole in a column: a question has lines of its own."""
    asked = any(isinstance(inline, Aside) for inline in item.children)
    return keeping(item.children, points(page.style.tokens["size"]["body"]), page.room, 1.0 * asked)


def _item(children: Inlines, role: str, page: Page) -> str:
    """Return the words of an item; a question that it begins with has lines of its own."""
    words = page.prose(children)
    if role != QUESTIONS or not children or not isinstance(children[0], Strong):
        return words
    size = points(page.style.tokens["size"]["body"])
    even = page.even(children[0].children, size, role="serif")
    return words.replace("<strong>", f'<strong class="asked"{even}>', 1)


def _key(block: Block, page: Page, room: float) -> str:
    """Return the drawing that explains the dots beside a list, once a list, where it has room."""
    if not isinstance(block, ListBlock) or block.id in page.explained or room < _LEAST_KEY:
        return ""
    page.explained.add(block.id)
    found = page.keys.get(block.id)
    return key_drawing(found, page.style, room) if found else ""


_LEAST_KEY = 150.0
"""Points that a key takes at least, in as many lines as it needs."""


def _start(block: ListBlock, number: int) -> str:
    """Return what makes a numbered item go on counting; WeasyPrint does not heed `start`."""
    return f' style="counter-reset: list-item {number - 1}"' if block.ordered else ""


def _quotation(block: Quotation, page: Page) -> str:
    words = _paragraph("", block.id, block.children, page)
    by = _paragraph("by", f"{block.id}/attribution", block.attribution, page)
    return f"<blockquote>{words}{by}</blockquote>"


def _paragraph(role: str, id_: str, children: Inlines, page: Page, drawn: str = "") -> str:
    """Return a paragraph, a drawing before its words; nothing where there are no words."""
    if not children:
        return ""
    return f"<p {classes(role)} {unit(id_)}>{drawn}{page.prose(children)}</p>"


def _callout(block: Callout, page: Page) -> str:
    """Return a box; beside its title stands the key to the dots of a list that it begins with."""
    room = page.room - _BOX
    room -= fonts.text_width(inline_text(block.title), bold=True) * _BOX_TITLE
    key = _key(block.blocks[0], page, room) if block.title and block.blocks else ""
    drawn = f'<span class="key">{key}</span>' if key else ""
    title = _paragraph("callout-title", f"{block.id}/title", block.title, page, drawn)
    inner = _blocks(block.blocks, page)
    return f"<section {classes('callout', block.role)}>{title}{inner}</section>"


_BOX, _BOX_TITLE = 40.0, 8.6
"""Points of a box's width that its title cannot take, and the size of the title."""


def _exhibit(block: Exhibit, page: Page) -> str:
    title = page.words(block.title)
    wide = page.in_front or (page.spans and block.chart == "stance" and is_wide(block))
    caption = _paragraph("exhibit-caption", f"{block.id}/caption", block.caption, page)
    even = page.even(block.title, CAPTION, wide)
    drawing = to_svg(block, page.style, page.full if wide else page.column, page.labels)
    return (
        f"<figure {classes('exhibit', block.chart, 'span' if wide else '')}>"
        f"<figcaption {unit(f'{block.id}/title')}{even}>{title}</figcaption>"
        f"{drawing}{caption}</figure>"
    )


def _picture(block: Picture, page: Page) -> str:
    alt = escape(block.alt or NAMELESS, quote=True)
    caption = _paragraph("exhibit-caption", f"{block.id}/caption", block.caption, page)
    return (
        # An archive's PDF allows no smoothing of pixels, which is what "auto" would ask for.
        f'<figure class="exhibit"><img alt="{alt}" '
        'style="max-width: 100%; max-height: 120mm; image-rendering: crisp-edges" '
        f'src="data:{block.media};base64,{escape(block.data, quote=True)}">{caption}</figure>'
    )
