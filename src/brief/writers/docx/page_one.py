"""A brief and a style in, how many pages its draft takes, and whether page one holds its opening.

A word processor lays a draft out, not we; so this is measured from the fonts, a little generously.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from brief.model.brief import (
    Aside,
    Block,
    Brief,
    Callout,
    Cite,
    Exhibit,
    Heading,
    Inlines,
    Item,
    ListBlock,
    Paragraph,
    Table,
    Text,
)
from brief.model.marks import QUESTIONS
from brief.model.plain import block_parts, heading_levels, inline_text, lines_of, notes_marked
from brief.writers import fonts
from brief.writers.docx.blocks import ROLE_STYLES, line_style
from brief.writers.docx.lists import LIST_INDENT
from brief.writers.docx.skin import PAPERS, TWIPS, Skin, mm
from brief.writers.docx.styles import Style as ParagraphStyle
from brief.writers.docx.styles import paragraph_styles
from brief.writers.measure import broken, column_widths
from brief.writers.style import Style

_NATURAL: dict[fonts.Role, float] = {"serif": 1.371, "sans": 1.257}
"""Height of a line that is told \"single\", in ems."""
_MARK = Text(text="1")
"""About as wide as the small number of a note and the comma before the next."""
_FOOT = 8.0
"""Points that stay empty at the foot of a page, where what comes next is kept with what follows."""
_RULE, _BOX = 14.0, 6.0
"""Points that the rule above the notes takes, and the edges of a box."""
_PADDING = 16.0
"""Points of a box's width that its words cannot take."""
_SAFE = 1.01
"""Of a width or a height in a word processor, against that which we measure."""


def opens_whole(brief: Brief, style: Style, skin: Skin) -> bool:
    """Tell whether all before the first heading stands on page one, with the notes of its marks."""
    wide, high = PAPERS[brief.layout.paper]
    top, bottom, side = (mm(margin) for margin in skin.margins)
    opening = list(takewhile(lambda block: not isinstance(block, Heading), brief.blocks))
    if len(opening) == len(brief.blocks):
        return True
    height = _Height(brief, style, skin, (wide - 2 * side) / TWIPS)
    taken = height.title() + height.blocks(opening) + height.notes(opening)
    return taken * _SAFE <= (high - top - bottom) / TWIPS


def pages_taken(brief: Brief, style: Style, skin: Skin) -> float:
    """Return how many pages a draft takes, with what stays empty at their feet."""
    wide, high = PAPERS[brief.layout.paper]
    top, bottom, side = (mm(margin) for margin in skin.margins)
    height, page = _Height(brief, style, skin, (wide - 2 * side) / TWIPS), high - top - bottom
    taken = height.title() + height.blocks(brief.blocks) + height.works()
    return (taken + height.notes(brief.blocks)) / (page / TWIPS - _FOOT)


class _Height:
    """How high parts of a brief are in a draft, in points."""

    def __init__(self, brief: Brief, style: Style, skin: Skin, room: float) -> None:
        self._brief, self._style, self._skin, self._room = brief, style, skin, room
        self._levels = heading_levels(brief)
        self._styles = {one.id: one for one in paragraph_styles(skin)}

    def title(self) -> float:
        """Return how high title and subtitle are."""
        brief = self._brief
        title = self._lines("Title", (Text(text=brief.title),), self._room)
        below = (Text(text=brief.subtitle),) if brief.subtitle else ()
        return title + self._lines("Subtitle", below, self._room)

    def notes(self, blocks: Iterable[Block]) -> float:
        """Return how high the notes are that blocks mark: each has a line, or more."""
        parts = (inlines for block in blocks for _, inlines in block_parts(block))
        marked = {number for inlines in parts for number in notes_marked(inlines)}
        notes = [note for note in self._brief.notes if note.number in marked]
        high = (self._lines("FootnoteText", (_MARK, *note.children), self._room) for note in notes)
        return sum(high) + _RULE * bool(notes)

    def works(self) -> float:
        """Return how high the works cited are."""
        works = self._brief.references
        head = self._lines("Heading1", (Text(text=self._brief.labels.references),), self._room)
        listed = (self._lines("Reference", work.children, self._room) for work in works)
        return (head + sum(listed)) * bool(works)

    def blocks(self, blocks: Sequence[Block], room: float = 0.0) -> float:
        """Return how high blocks are, one below the other."""
        return sum(self._block(block, room or self._room) for block in blocks)

    def _block(self, block: Block, room: float) -> float:
        if isinstance(block, Callout):
            title = self._lines("BoxTitle", block.title, room - _PADDING)
            return _BOX + title + self.blocks(block.blocks, room - _PADDING)
        if isinstance(block, Heading):
            name = f"Heading{min(self._levels[block.id] - 1, 4)}"
            return self._lines(name, block.children, room)
        if isinstance(block, Table):
            return self._table(block, room)
        if isinstance(block, ListBlock) and block.role == QUESTIONS:
            return sum(self._question(item, room) for item in block.items)
        if isinstance(block, ListBlock):
            name = "ListNumber" if block.ordered else "ListBullet"
            narrower = room - LIST_INDENT / TWIPS
            return sum(self._lines(name, item.children, narrower) for item in block.items)
        if isinstance(block, Exhibit):
            words = self._lines("ExhibitTitle", block.title, room)
            return words + self._lines("Caption", block.caption, room) + self._chart(block, room)
        name = (
            ROLE_STYLES.get(block.role, "BodyText") if isinstance(block, Paragraph) else "BodyText"
        )
        return sum(self._lines(name, inlines, room) for _, inlines in block_parts(block))

    def _question(self, item: Item, room: float) -> float:
        lines = lines_of(item.children)
        names = (line_style(line, first=not at) for at, line in enumerate(lines))
        return sum(self._lines(name, line, room) for name, line in zip(names, lines, strict=True))

    def _table(self, block: Table, room: float) -> float:
        widths = column_widths(block, room)
        rows = [[cell.children for cell in row] for row in block.rows]
        heads = [column.title for column in block.columns]
        high = [
            max(self._lines(name, cell, width) for cell, width in zip(row, widths, strict=False))
            for name, cells in (("TableHead", [heads]), ("TableText", rows))
            for row in cells
        ]
        return self._lines("TableTitle", block.caption, room) + sum(high) + 2 * len(high)

    def _chart(self, block: Exhibit, room: float) -> float:
        from brief.writers.charts import to_svg

        svg = to_svg(block, self._style, room, self._brief.labels)
        found = re.search(r'height="([\d.]+)pt"', svg)
        return float(found[1]) if found else 0.0

    def _lines(self, name: str, inlines: Inlines, room: float) -> float:
        """Return how high a paragraph of a style is; nothing without words."""
        if not inlines:
            return 0.0
        style = self._styles[name]
        high = sum(self._line(style, line, room) for line in _apart(inlines))
        return style.before + high + style.after + (style.above[0] + 4 if style.above[0] else 0.0)

    def _line(self, style: ParagraphStyle, words: Inlines, room: float) -> float:
        small = isinstance(words[0], Aside)
        role: fonts.Role = "sans" if style.sans or small else "serif"
        size = round(2 * (self._skin.small if small else style.size or self._skin.body)) / 2
        plain = inline_text(_MARK if isinstance(one, Cite) else one for one in words).split()
        wide = (fonts.text_width(word, role, style.bold) * size * _SAFE for word in plain)
        rows = broken(wide, fonts.text_width(" ", role) * size, room)
        return len(rows) * size * _NATURAL[role] * (style.line or self._skin.line)


def _apart(inlines: Inlines) -> Iterator[Inlines]:
    """Yield the lines of a paragraph; an aside has its own."""
    for line in lines_of(inlines):
        said = tuple(one for one in line if not isinstance(one, Aside))
        yield from ((said,) if inline_text(said).strip() else ())
        yield from ((one,) for one in line if isinstance(one, Aside) and one.children)
