"""A draft's paragraphs and tables in, those before, among and after its works cited out."""

from __future__ import annotations

import re
from itertools import pairwise

from brief.edits.readback.identity import Identity
from brief.edits.readback.match import text_of
from brief.edits.readback.raw import RawBlock, RawParagraph
from brief.model.edit import Work
from brief.model.marks import REFERENCES

_DATED = re.compile(r"\b(?:1[5-9]|20)\d\d\b|\bn\.\s?d\.|\d年|\bforthcoming\b", re.IGNORECASE)
_TITLED = re.compile(r"[“”\"«»「『„]|https?://|\bdoi\b", re.IGNORECASE)


def parted(known: Identity) -> tuple[list[RawBlock], list[RawBlock], list[RawBlock]]:
    """Return what stands before the works cited, the works with their heading, and the rest.

    What a person typed below the last work is one more where it reads like one: with a date, and
    a title that quotation marks, italics or an address tell. Else it closes the brief.
    """
    blocks = [b for b in known.raw.blocks if not isinstance(b, RawParagraph) or _says(b, known)]
    ours = [n for n, block in enumerate(blocks) if _is_work(block, known)]
    heads = [n for n, block in enumerate(blocks) if _is_head(block, known)]
    if not ours and not heads:
        return blocks, [], []
    start = heads[0] if heads else _start_of_longest(ours)
    end = max(start, *(n for n in ours if n > start), start) + 1
    while end < len(blocks) and _reads_like_one(blocks[end], known):
        end += 1
    return blocks[:start], blocks[start:end], blocks[end:]


def _says(raw: RawParagraph, known: Identity) -> bool:
    return bool(text_of(raw) or raw.pictures or known.unit(raw))


def _is_work(block: RawBlock, known: Identity) -> bool:
    return isinstance(block, RawParagraph) and isinstance(
        known.base.pieces.get(known.owner(block)), Work
    )


def _is_head(block: RawBlock, known: Identity) -> bool:
    return isinstance(block, RawParagraph) and known.unit(block) == REFERENCES


def _start_of_longest(places: list[int]) -> int:
    """Return where the longest run of numbers without gaps begins."""
    runs = [[places[0]]]
    for before, number in pairwise(places):
        if number == before + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return max(runs, key=len)[0]


def _reads_like_one(block: RawBlock, known: Identity) -> bool:
    if not isinstance(block, RawParagraph) or known.unit(block) or block.kind not in ("", "work"):
        return False
    slanted = any("emphasis" in marks for marks in block.rich.marks)
    text = text_of(block)
    return bool(_DATED.search(text) and (slanted or _TITLED.search(text)))
