"""The paragraphs of a draft as found in; each question with its tally and its answer as one out.

An item of a list of questions is written as a heading and the paragraphs under it, so that Word can
keep, style and move them. Here they become the lines of one item again, as in older drafts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from brief.edits.pieces import units
from brief.edits.readback.match import LIKE, shows, text_of
from brief.edits.readback.raw import MARK, Raw, RawBlock, RawParagraph, as_one
from brief.edits.readback.rich import flatten
from brief.edits.tree import Tree
from brief.edits.words import alike
from brief.model.brief import ListBlock
from brief.model.edit import Piece
from brief.model.marks import QUESTIONS, clean, is_mark, line_units, mark
from brief.model.plain import fold_spaces

_LINES = ("tally", "answer")
"""Kinds of the paragraphs under a question."""


def with_answers(raw: Raw, base: Tree) -> list[RawBlock]:
    """Return the blocks, those of one question joined into an item, known by the name of any."""
    lists = [key for key, piece in base.pieces.items() if _asks(piece)]
    items = [item for key in lists for item in base.children.get(key, ())]
    names = {
        name: item
        for item in items
        for unit in (item, *line_units(item))
        for name in (mark(unit), clean(unit))
    }
    headings = [key for key, piece in base.pieces.items() if piece.kind == "heading"]
    others = {name for key in headings for name in (mark(key), clean(key))}
    there = set(map(_Known(names, {}).item, raw.blocks))
    lost = [item for item in items if item not in there]
    known = _Known(names, {line: item for item in lost for line in _lines(base.pieces[item])})
    if raw.unstyled:
        _restyle(raw.blocks, known)
    return list(_joined(raw.blocks, known, others))


def _lines(piece: Piece) -> Iterator[str]:
    for words in units(piece).values():
        lines = flatten(words)[0].text.replace(MARK, "").split("\n")
        yield from filter(None, map(fold_spaces, lines))


@dataclass(frozen=True, slots=True)
class _Known:
    """The lines of questions as they were written."""

    names: Mapping[str, str]
    """Name of a line: its item."""
    words: Mapping[str, str]
    """Words of a line: its item, where that has lost all names."""

    def item(self, block: RawBlock) -> str:
        """Return the item that a paragraph was a line of: by the names of its text, else by that.

        Bookmarks count where they begin: LibreOffice 7.4, on a second save, lets some run on.
        """
        if not isinstance(block, RawParagraph):
            return ""
        tags = (name for name in block.strong if name in self.names and not is_mark(name))
        named = (self.names[name] for name in (*block.weak, *tags) if name in self.names)
        return next(named, "") or self._by_words(block)

    def _by_words(self, block: RawParagraph) -> str:
        text = text_of(block)
        if text in self.words or block.kind not in (*_LINES, ""):
            return self.words.get(text, "")
        likely = max(self.words, key=lambda line: alike(line, text), default="")
        return self.words[likely] if likely and alike(likely, text) >= LIKE else ""


def _restyle(blocks: Sequence[RawBlock], known: _Known) -> None:
    """Make lines of questions of the prose under them, where a program has dropped our styles."""
    under = False
    for block in filter(shows, blocks):
        prose = isinstance(block, RawParagraph) and not block.kind
        under = bool(known.item(block)) or (under and prose)
        if under and prose and isinstance(block, RawParagraph):
            block.kind = "answer"


def _asks(piece: Piece) -> bool:
    return isinstance(piece, ListBlock) and piece.role == QUESTIONS


@dataclass(slots=True)
class _Group:
    """The paragraphs of one question so far."""

    item: str = ""
    lines: list[RawBlock] = field(default_factory=list)

    def add(self, line: RawParagraph, item: str) -> None:
        self.lines.append(line)
        self.item = self.item or item

    def closed(self) -> Iterator[RawBlock]:
        """Yield the item that the paragraphs make, if there are any."""
        if self.lines:
            made = as_one(self.lines)
            made.kind = "bulleted"
            if self.item:
                made.strong[mark(self.item)] = len(made.rich.text)
            yield made
        self.lines, self.item = [], ""


def _joined(blocks: Sequence[RawBlock], known: _Known, others: Set[str]) -> Iterator[RawBlock]:
    """Yield the blocks with each question as one; `others` are the names of headings over all."""
    group = _Group()
    for at, block in enumerate(blocks):
        item = known.item(block)
        if not isinstance(block, RawParagraph) or not _belongs(item, blocks, at, others):
            yield from group.closed()
            yield block
            continue
        if block.kind not in _LINES or (item and group.item and item != group.item):
            yield from group.closed()
        group.add(block, item)
    yield from group.closed()


def _belongs(item: str, blocks: Sequence[RawBlock], at: int, others: Set[str]) -> bool:
    """Tell whether the paragraph `at` this place is a question, its tally or its answer.

    The heading of a section is none, though the question under it be deleted.
    """
    block = blocks[at]
    if not isinstance(block, RawParagraph):
        return False
    if block.kind in _LINES:
        return True
    if not (block.kind.startswith("heading") and text_of(block)):
        return False
    if item or not others.isdisjoint((*block.weak, *block.strong)):
        return bool(item)
    after = (blocks[n] for n in range(at + 1, len(blocks)))
    following = next(filter(shows, after), None)
    return isinstance(following, RawParagraph) and following.kind in _LINES
