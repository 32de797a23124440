"""A draft as found in, the tracked changes that stand open in each of its passages out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from brief.edits.pieces import units
from brief.edits.readback.changes import gone, parted
from brief.edits.readback.identity import Identity, is_box
from brief.edits.readback.match import text_of
from brief.edits.readback.raw import Raw, RawBlock, RawParagraph
from brief.edits.tree import to_tree
from brief.model.brief import Brief
from brief.model.marks import note_unit
from brief.model.plain import plain
from brief.model.tracked import Change, Tracked


def standing(
    raw: Raw, known: Identity, notes: Mapping[str, str], brief: Brief
) -> dict[str, Tracked]:
    """Return by unit of the edited brief what is open there; `notes` names the notes as found."""
    pieces = to_tree(brief).pieces.values()
    texts = {unit: plain(words) for piece in pieces for unit, words in units(piece).items()}
    by_words = {text: unit for unit, text in texts.items()}
    found: dict[str, Tracked] = {}
    for part in _parts(raw.blocks, known):
        unit = known.unit(part.paragraph)
        unit = unit if unit in texts else by_words.get(text_of(part.paragraph), "")
        if unit and part.is_open:
            found.setdefault(unit, part.tracked())
    for name, paragraph in raw.notes.items():
        if name in notes and paragraph.changes:
            found[note_unit(notes[name])] = _Part(paragraph).tracked()
    return found


@dataclass(slots=True)
class _Part:
    """A paragraph that is there, and the deleted ones before and after it that are its own."""

    paragraph: RawParagraph
    before: list[Change] = field(default_factory=list)
    after: list[Change] = field(default_factory=list)
    row: list[Change] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether anything is open in it."""
        return bool(self.before or self.paragraph.changes or self.after or self.row)

    def tracked(self) -> Tracked:
        """Return what is open in it."""
        whole, changes = parted(self.paragraph.changes)
        return Tracked(
            words=self.paragraph.rich.text,
            changes=(*self.row, *changes),
            before=(*self.before, *whole),
            after=tuple(self.after),
        )


def _parts(blocks: Iterable[RawBlock], known: Identity) -> Iterator[_Part]:
    """Yield the paragraphs that are there.

    A deleted paragraph belongs to the next one; where a table or nothing follows, to the last.
    """
    waiting: list[Change] = []
    last: _Part | None = None
    for block in blocks:
        if not isinstance(block, RawParagraph):
            if last is not None:
                last.after, waiting = waiting, []
                yield last
                last = None
            for row in block.rows:
                if is_box(block):
                    for inner in row.cells:
                        yield from _parts(inner, known)
                else:
                    cells = [_Part(cell) for cell in known.cells(row)]
                    if cells and row.put_in is not None:
                        author, date = row.put_in
                        cells[0].row = [Change(kind="row", author=author, date=date)]
                    yield from cells
        elif text_of(block) or known.unit(block):
            if last is not None:
                yield last
            last, waiting = _Part(block, before=waiting), []
        else:
            waiting += gone(block)
    if last is not None:
        last.after = waiting
        yield last
