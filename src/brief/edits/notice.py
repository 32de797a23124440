"""A brief and how many of its blocks a person edited in, the brief that says so out; and back.

The sentence stands in the section on sources and method, in the PDF and in the draft. It is ours:
a merge never sees it, and what a person typed beside it becomes a paragraph of that person's.
"""

from __future__ import annotations

import re
from hashlib import sha256

from brief.model.brief import (
    Block,
    Brief,
    Callout,
    Heading,
    Inlines,
    Item,
    ListBlock,
    Number,
    Paragraph,
    Quotation,
    Text,
)
from brief.model.edit import HAND
from brief.model.ledger import LedgerCount
from brief.model.marks import NOTICE, NOTICE_COUNT
from brief.model.plain import plain

_OURS = re.compile(r"Edited by hand: \d+ blocks?(?:, not all verified)?\.\s*")


def noticed(brief: Brief, count: int, *, loose: bool = False) -> Brief:
    """Return the brief with the sentence that says how many blocks a person edited, if any.

    `loose` says that some of what was typed is not verified.
    """
    if not count:
        return brief
    number = Number(text=str(count), source=NOTICE_COUNT)
    rest = f" {_blocks(count)}{', not all verified' if loose else ''}."
    words = (Text(text="Edited by hand: "), number, Text(text=rest))
    notice = Paragraph(id=NOTICE, role="small", children=words)
    counts = (*brief.ledger.counts, LedgerCount(id=NOTICE_COUNT, value=count, how=_HOW))
    ledger = brief.ledger.model_copy(update={"counts": counts})
    blocks, closing = brief.parted
    blocks = (*_with(blocks, notice), *closing)
    return brief.model_copy(update={"blocks": blocks, "ledger": ledger})


_HOW = "blocks that a person changed, added, moved or deleted in the draft"


def _blocks(count: int) -> str:
    return "block" if count == 1 else "blocks"


def _with(blocks: tuple[Block, ...], notice: Paragraph) -> tuple[Block, ...]:
    """Return the blocks with the notice at the end of the first box on method, or of them all."""
    for at, block in enumerate(blocks):
        if isinstance(block, Callout) and block.role == "method":
            box = block.model_copy(update={"blocks": (*block.blocks, notice)})
            return (*blocks[:at], box, *blocks[at + 1 :])
    return (*blocks, notice)


def unnoticed(brief: Brief) -> Brief:
    """Return the brief without the sentence; what a person added to it stays, as a paragraph."""
    counts = tuple(count for count in brief.ledger.counts if count.id != NOTICE_COUNT)
    if len(counts) == len(brief.ledger.counts):
        return brief
    ledger = brief.ledger.model_copy(update={"counts": counts})
    blocks, closing = map(_without, brief.parted)
    told = {"blocks": (*blocks, *closing), "closing": len(closing), "ledger": ledger}
    return brief.model_copy(update=told)


def _without(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    made: list[Block] = []
    for block in blocks:
        if isinstance(block, Callout):
            made.append(block.model_copy(update={"blocks": _without(block.blocks)}))
        elif isinstance(block, ListBlock) and any(item.id == NOTICE for item in block.items):
            items = [_item(item) for item in block.items]
            kept = tuple(item for item in items if item.children)
            made += [block.model_copy(update={"items": kept})] if kept else []
        elif block.id != NOTICE:
            made.append(block)
        elif isinstance(block, Paragraph | Heading | Quotation) and (words := _typed(block)):
            made.append(Paragraph(id=_hand(words), role="small", children=words))
    return tuple(made)


def _item(item: Item) -> Item:
    if item.id != NOTICE:
        return item
    words = _typed(item)
    return Item(id=_hand(words), children=words)


def _hand(words: Inlines) -> str:
    return HAND + sha256(plain(words).encode()).hexdigest()[:10]


def _typed(found: Paragraph | Heading | Quotation | Item) -> Inlines:
    """Return what a person added to the sentence."""
    words = found.children
    text = plain(words)
    ours = _OURS.match(text)
    if ours:
        rest = text[ours.end() :]
        return (Text(text=rest),) if rest else ()
    kept = tuple(Text(text=w.text) if isinstance(w, Number) else w for w in words)
    return kept if text else ()
