"""Inlines and blocks in, plain text out: the one meaning of "the text of a block".

Both writers and every check of a finished file read text by these rules, so that what is compared
is the same: inlines joined as they stand, a `Cite` as its number in superscript digits, spaces
folded. Writers may set commas between neighbouring marks; they are no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from brief.model.brief import (
    Aside,
    Block,
    Brief,
    Callout,
    Cite,
    Emphasis,
    Exhibit,
    Foreign,
    Heading,
    Inline,
    Inlines,
    Link,
    ListBlock,
    Number,
    Paragraph,
    Picture,
    Quotation,
    Quoted,
    Strong,
    Table,
    Text,
)
from brief.model.marks import clean, note_unit, reference_unit

SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SPACES = re.compile(r"[ \t\r\n]+")


def fold_spaces(text: str) -> str:
    """Return `text` with runs of breaking spaces as one space, and none at the ends."""
    return _SPACES.sub(" ", text).strip(" \t\r\n")


def cite_text(note: int) -> str:
    """Return the mark of a note as text: `12` is `¹²`."""
    return str(note).translate(SUPERSCRIPTS)


def inline_text(inlines: Iterable[Inline]) -> str:
    """Return the text of inlines, unfolded."""
    return "".join(map(_one, inlines))


def _one(inline: Inline) -> str:
    match inline:
        case Text() | Foreign() | Number():
            return clean(inline.text)
        case Cite():
            return cite_text(inline.note)
        case Emphasis() | Strong() | Link() | Quoted() | Aside():
            return inline_text(inline.children)
        case _:
            assert_never(inline)


def lines_of(inlines: Iterable[Inline]) -> list[Inlines]:
    """Return the inlines of each line; breaks inside stressed words or links part none."""
    lines: list[list[Inline]] = [[]]
    for inline in inlines:
        if not isinstance(inline, Text):
            lines[-1].append(inline)
            continue
        for number, words in enumerate(inline.text.split("\n")):
            if number:
                lines.append([])
            if words:
                lines[-1].append(Text(text=words))
    return [tuple(line) for line in lines]


def block_text(block: Block) -> list[tuple[str, str]]:
    """Return the texts of a block as (unit id, text), in reading order.

    A list gives its items, a table its caption and cells, a callout its title and then its blocks,
    a quotation its words and then its attribution; an exhibit gives title and caption (its chart
    is the same picture in every format). Parts without words are left out.
    """
    return [(id_, text) for id_, inlines in block_parts(block) if (text := plain(inlines))]


def brief_text(brief: Brief) -> list[tuple[str, str]]:
    """Return the texts of all blocks, then of the notes, then of the references."""
    body = [part for block in brief.blocks for part in block_text(block)]
    notes = [(note_unit(note.id), plain(note.children)) for note in brief.notes]
    references = [(reference_unit(work.id), plain(work.children)) for work in brief.references]
    return body + notes + references


def plain(inlines: Inlines) -> str:
    """Return the words of inlines, spaces folded."""
    return fold_spaces(inline_text(inlines))


def block_parts(block: Block) -> list[tuple[str, Inlines]]:
    """Return (unit id, inlines) of every place of a block that holds words, in reading order."""
    match block:
        case Heading() | Paragraph():
            return [(block.id, block.children)]
        case ListBlock():
            return [(item.id, item.children) for item in block.items]
        case Quotation():
            return [(block.id, block.children), (f"{block.id}/attribution", block.attribution)]
        case Callout():
            inner = [part for child in block.blocks for part in block_parts(child)]
            return [(f"{block.id}/title", block.title), *inner]
        case Table():
            return _table_parts(block)
        case Exhibit():
            return [(f"{block.id}/title", block.title), (f"{block.id}/caption", block.caption)]
        case Picture():
            return [(f"{block.id}/caption", block.caption)]
        case _:
            assert_never(block)


def _table_parts(table: Table) -> list[tuple[str, Inlines]]:
    heads = [(f"{table.id}/col{n}", column.title) for n, column in enumerate(table.columns, 1)]
    cells = [(cell.id, cell.children) for row in table.rows for cell in row]
    return [(f"{table.id}/caption", table.caption), *heads, *cells]


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield every block in reading order, those inside callouts too."""
    for block in blocks:
        yield block
        if isinstance(block, Callout):
            yield from walk(block.blocks)


def heading_levels(brief: Brief) -> dict[str, int]:
    """Return the level of each heading by its id, from 2 (1 is the title), never skipping one."""
    levels: dict[str, int] = {}
    above: list[int] = []
    for block in walk(brief.blocks):
        if isinstance(block, Heading):
            while above and above[-1] >= block.level:
                above.pop()
            above.append(block.level)
            levels[block.id] = len(above) + 1
    return levels


def cited_notes(brief: Brief) -> list[int]:
    """Return the numbers of the notes that the blocks cite, in order of first appearance."""
    parts = [inlines for block in brief.blocks for _, inlines in block_parts(block)]
    return list(dict.fromkeys(number for inlines in parts for number in notes_marked(inlines)))


def notes_marked(inlines: Inlines) -> Iterator[int]:
    """Yield the number of the note of each mark, in reading order."""
    for inline in inlines:
        match inline:
            case Cite():
                yield inline.note
            case Emphasis() | Strong() | Link() | Quoted() | Aside():
                yield from notes_marked(inline.children)
            case Text() | Foreign() | Number():
                pass
            case _:
                assert_never(inline)
