"""A brief in, its pieces by id and their order out; and back again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from brief.edits.cites import by_id, by_number, leaves, notes_in
from brief.edits.pieces import units, with_units
from brief.model.brief import (
    Block,
    Brief,
    Callout,
    Cell,
    Inlines,
    Item,
    ListBlock,
    Note,
    Number,
    Reference,
    Table,
    Text,
)
from brief.model.edit import BODY, CLOSING, WORKS, Footnote, Front, ListItem, Piece, Row, Work
from brief.model.ledger import Ledger
from brief.model.marks import DAY, note_unit, reference_unit
from brief.model.plain import inline_text

NEW_CELL = re.compile(r"\+(\d+)$")
"""How the id of a cell ends that stands in a column which a person added."""
NAMES = "="
"""Stands in the id of a cell that is the first of its row since a person deleted the columns before
it: between the id of the row's first cell, which names the row, and its own."""


@dataclass(slots=True)
class Tree:
    """Pieces by id (without what is inside them), the order of their children, and the ledger."""

    pieces: dict[str, Piece] = field(default_factory=dict)
    children: dict[str, list[str]] = field(
        default_factory=lambda: {BODY: [], WORKS: [], CLOSING: []}
    )
    ledger: Ledger = field(default_factory=Ledger)

    @property
    def front(self) -> Front:
        """The title and what else stands around the blocks."""
        front = self.pieces["brief"]
        assert isinstance(front, Front)
        return front

    @property
    def notes(self) -> dict[str, Note]:
        """The notes by id."""
        return {p.note.id: p.note for p in self.pieces.values() if isinstance(p, Footnote)}

    def parents(self) -> dict[str, str]:
        """Return the parent of each piece that has a place."""
        return {child: parent for parent, ids in self.children.items() for child in ids}

    def walk(self, parent: str = BODY) -> Iterator[str]:
        """Yield the ids of all pieces below `parent` in reading order."""
        for child in self.children.get(parent, ()):
            yield child
            yield from self.walk(child)

    def in_order(self) -> Iterator[str]:
        """Yield the ids of all pieces that have a place: blocks, works cited, what closes."""
        for place in (BODY, WORKS, CLOSING):
            yield from self.walk(place)

    def owners(self) -> dict[str, str]:
        """Return the id of the piece that each unit belongs to."""
        return {unit: piece.id for piece in self.pieces.values() for unit in units(piece)}

    def day(self) -> str:
        """Return the brief's own date as it is shown; empty where it is not."""
        words = (inlines for piece in self.pieces.values() for inlines in units(piece).values())
        found = (leaf for inlines in words for leaf in leaves(inlines))
        dates = (leaf.text for leaf in found if isinstance(leaf, Number) and leaf.source == DAY)
        return next(dates, "")

    def prune(self) -> None:
        """Take out lists without items: no finished file can show one."""
        for key in list(self.in_order()):
            if self.pieces[key].kind == "list" and not self.children.get(key):
                for ids in self.children.values():
                    ids[:] = [child for child in ids if child != key]
                self.children.pop(key, None)
                del self.pieces[key]

    def words(self, key: str) -> str:
        """Return the plain words of a piece and all inside it, a line a unit."""
        keys = (key, *self.walk(key))
        texts = [inline_text(words) for k in keys for words in units(self.pieces[k]).values()]
        return "\n".join(text for text in texts if text)


def to_tree(brief: Brief) -> Tree:
    """Return the tree of a brief, its note marks by id."""
    tree = Tree(ledger=brief.ledger)
    tree.pieces["brief"] = Front(
        title=_plain(brief.title),
        subtitle=_plain(brief.subtitle),
        references=_plain(brief.labels.references),
        running=_plain(brief.labels.running),
        footer=_plain(brief.labels.footer),
        first_running=_plain(brief.labels.first_running),
        first_footer=_plain(brief.labels.footer_on_first),
    )
    for place, blocks in zip((BODY, CLOSING), brief.parted, strict=True):
        for block in blocks:
            _add_block(tree, place, block)
    for reference in brief.references:
        _add(tree, WORKS, Work(id=reference_unit(reference.id), reference=reference))
    for note in brief.notes:
        tree.pieces[note_unit(note.id)] = Footnote(id=note_unit(note.id), note=note)
    ids = {note.number: note.id for note in brief.notes}
    for key, piece in tree.pieces.items():
        words = {unit: by_id(inlines, ids) for unit, inlines in units(piece).items()}
        tree.pieces[key] = with_units(piece, words)
    return tree


def _plain(text: str) -> Inlines:
    return (Text(text=text),) if text else ()


def _add(tree: Tree, parent: str, piece: Piece) -> None:
    tree.pieces[piece.id] = piece
    tree.children.setdefault(parent, []).append(piece.id)


def _add_block(tree: Tree, parent: str, block: Block) -> None:
    match block:
        case ListBlock():
            _add(tree, parent, block.model_copy(update={"items": ()}))
            for item in block.items:
                _add(tree, block.id, ListItem(id=item.id, children=item.children))
        case Table():
            _add(tree, parent, block.model_copy(update={"rows": ()}))
            for number, cells in enumerate(block.rows, 1):
                _add(tree, block.id, Row(id=row_id(block.id, cells, number), cells=cells))
        case Callout():
            _add(tree, parent, block.model_copy(update={"blocks": ()}))
            for inner in block.blocks:
                _add_block(tree, block.id, inner)
        case _:
            _add(tree, parent, block)


def row_id(table: str, cells: tuple[Cell, ...], number: int) -> str:
    """Return the id of a row: that of its first cell, because rows have none in a brief.

    A cell in a column that a person added names no row.
    """
    named = row_name(cells)
    return f"row:{named}" if named else f"row:{table}:{number}"


def row_name(cells: Iterable[Cell]) -> str:
    """Return the id of the cell that was the first of a row of the machine's; empty without one."""
    named = (cell.id for cell in cells if not NEW_CELL.search(cell.id))
    return next(named, "").partition(NAMES)[0]


def from_tree(tree: Tree, like: Brief) -> Brief:
    """Return the brief of a tree, all else as in `like`, its notes numbered by first mark."""
    numbers = _numbers(tree, like)
    front = tree.front
    notes = {key: _note(tree, key, numbers) for key in numbers}
    blocks = (*tree.children[BODY], *tree.children[CLOSING])
    footer, first_footer = inline_text(front.footer), inline_text(front.first_footer)
    labels = {
        "references": inline_text(front.references),
        "running": inline_text(front.running),
        "footer": footer,
        "first_running": inline_text(front.first_running),
        "first_footer": None if first_footer == footer else first_footer,
    }
    return like.model_copy(
        update={
            "title": inline_text(front.title) or like.title,
            "subtitle": inline_text(front.subtitle),
            "labels": like.labels.model_copy(update=labels),
            "blocks": tuple(_block(tree, key, numbers) for key in blocks),
            "closing": len(tree.children[CLOSING]),
            "notes": tuple(
                notes[key].model_copy(update={"number": number}) for key, number in numbers.items()
            ),
            "references": _references(tree, numbers),
            "ledger": tree.ledger,
        }
    )


def _numbers(tree: Tree, like: Brief) -> dict[str, int]:
    """Return note id → number: in the order of first marks, then those that were never marked."""
    notes = tree.notes
    marked = dict.fromkeys(
        note
        for key in tree.in_order()
        for words in units(tree.pieces[key]).values()
        for note in notes_in(words)
        if note in notes
    )
    original = to_tree(like)
    ever = {
        note
        for key in original.in_order()
        for words in units(original.pieces[key]).values()
        for note in notes_in(words)
    }
    never = [note.id for note in like.notes if note.id not in ever and note.id in notes]
    order = [*marked, *(note for note in never if note not in marked)]
    return {note: number for number, note in enumerate(order, 1)}


def _note(tree: Tree, key: str, numbers: dict[str, int]) -> Note:
    piece = _numbered(tree.pieces[note_unit(key)], numbers)
    assert isinstance(piece, Footnote)
    return piece.note


def _references(tree: Tree, numbers: dict[str, int]) -> tuple[Reference, ...]:
    works = [_numbered(tree.pieces[key], numbers) for key in tree.children[WORKS]]
    references = [work.reference for work in works if isinstance(work, Work)]
    return tuple(
        reference.model_copy(update={"number": number})
        for number, reference in enumerate(references, 1)
    )


def _block(tree: Tree, key: str, numbers: dict[str, int]) -> Block:
    piece = _numbered(tree.pieces[key], numbers)
    inside = tree.children.get(key, ())
    match piece:
        case ListBlock():
            items = [_numbered(tree.pieces[child], numbers) for child in inside]
            made = tuple(
                Item(id=i.id, children=i.children) for i in items if isinstance(i, ListItem)
            )
            return piece.model_copy(update={"items": made})
        case Table():
            rows = [_numbered(tree.pieces[child], numbers) for child in inside]
            return piece.model_copy(
                update={"rows": tuple(row.cells for row in rows if isinstance(row, Row))}
            )
        case Callout():
            blocks = tuple(_block(tree, child, numbers) for child in inside)
            return piece.model_copy(update={"blocks": blocks})
        case ListItem() | Row() | Work() | Front() | Footnote():
            raise AssertionError(f"{piece.kind} {key} stands where only blocks can")
        case _:
            return piece


def _numbered(piece: Piece, numbers: dict[str, int]) -> Piece:
    words = {unit: by_number(inlines, numbers) for unit, inlines in units(piece).items()}
    return with_units(piece, words)
