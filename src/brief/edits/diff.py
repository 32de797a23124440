"""The machine's version and the edited one in, the edits between them out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from brief.edits.cites import leaves, notes_in
from brief.edits.columns import reshape, reshaped
from brief.edits.joins import with_joins
from brief.edits.pieces import form, units
from brief.edits.tree import Tree, to_tree
from brief.model.brief import Aside, Brief, Inlines, Note, Number, Quoted, Reference, Table
from brief.model.edit import (
    Added,
    Changed,
    Edit,
    Edits,
    Footnote,
    Moved,
    Piece,
    Place,
    Recast,
    Removed,
    Reshaped,
    Shell,
    Work,
)
from brief.model.ledger import Ledger

_NEIGHBORS = 4
"""How many pieces before it a place remembers, should the nearest vanish."""


def diff(base: Brief, edited: Brief, joined: Mapping[str, str] | None = None) -> Edits:
    """Return what makes `edited` out of `base`; applied to `base` it gives `edited` again.

    `joined` gives for pieces that are gone the unit that they became a part of, where it is known.
    """
    return diff_trees(to_tree(base), to_tree(edited), base.id, joined)


def diff_trees(
    base: Tree, edited: Tree, audience: str, joined: Mapping[str, str] | None = None
) -> Edits:
    """Return the edits between two trees of one brief."""
    found = [*_removed(base, edited), *_placed_and_changed(base, edited)]
    edits = with_joins(found, joined or {}, dict(_beside(base, edited)))
    used = list(edited_words(edits))
    notes = _notes(edited, used)
    return Edits(
        audience=audience,
        edits=edits,
        shells=tuple(_shells(base, edited, edits)),
        notes=notes,
        references=_references(edited, notes),
        ledger=_ledger(edited.ledger, used, notes),
        day=base.day(),
    )


def edited_words(edits: Iterable[Edit]) -> Iterator[Inlines]:
    """Yield the words that a person's edits hold."""
    for edit in edits:
        if isinstance(edit, Changed):
            yield edit.now
        elif isinstance(edit, Added):
            yield from units(edit.piece).values()


def _removed(base: Tree, edited: Tree) -> Iterator[Removed]:
    gone = {key for key in base.in_order() if key not in edited.pieces}
    parents = base.parents()
    for key in base.in_order():
        if key in gone and parents[key] not in gone:
            yield Removed(id=key, was=base.words(key))


def _beside(base: Tree, edited: Tree) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield each piece that is gone with the passages that stood right before and after it."""
    for ids in base.children.values():
        padded = ["", *ids, ""]
        for before, key, after in zip(padded, ids, padded[2:], strict=False):
            if key not in edited.pieces:
                yield key, (before, after)


def _placed_and_changed(base: Tree, edited: Tree) -> Iterator[Edit]:
    staying = _staying(base, edited)
    parents = edited.parents()
    shapes: dict[str, Reshaped] = {}
    yield from _changed(base.front, edited.front)
    for key in edited.in_order():
        piece = edited.pieces[key]
        if key not in base.pieces:
            yield Added(piece=piece, place=place(edited, key))
            continue
        if key not in staying:
            yield Moved(id=key, place=place(edited, key))
        if isinstance(piece, Table) and (shape := reshaped(key, base, edited)):
            shapes[key] = shape
            yield shape
        shape = shapes.get(key if isinstance(piece, Table) else parents[key])
        old = base.pieces[key]
        yield from _changed(reshape(old, shape.columns, shape.width) if shape else old, piece)
    for key, piece in edited.pieces.items():
        if isinstance(piece, Footnote) and key in base.pieces:
            yield from _changed(base.pieces[key], piece)


def _changed(base: Piece, edited: Piece) -> Iterator[Edit]:
    if form(base) != form(edited):
        yield Recast(id=base.id, was=form(base), now=form(edited))
    old, new = units(base), units(edited)
    for unit in dict.fromkeys((*old, *new)):
        was, now = old.get(unit, ()), new.get(unit, ())
        if was != now:
            yield Changed(unit=unit, was=was, now=now)


def _staying(base: Tree, edited: Tree) -> set[str]:
    """Return the pieces that a person left where they were: most of them, per parent."""
    staying: set[str] = set()
    for parent, ids in edited.children.items():
        position = {key: n for n, key in enumerate(base.children.get(parent, ()))}
        known = [key for key in ids if key in position]
        kept = longest_rise([position[key] for key in known])
        staying.update(known[index] for index in kept)
    return staying


def longest_rise(numbers: list[int]) -> list[int]:
    """Return the indexes of a longest rising subsequence of distinct numbers."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        at = bisect_left(tails, number)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [number]
        ends[at : at + 1] = [index]
    found: list[int] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        found.append(index)
        index = before[index]
    return found[::-1]


def place(tree: Tree, key: str) -> Place:
    """Return where a piece stands."""
    parent = next(parent for parent, ids in tree.children.items() if key in ids)
    siblings = tree.children[parent]
    at = siblings.index(key)
    return Place(
        parent=parent,
        after=tuple(reversed(siblings[max(at - _NEIGHBORS, 0) : at])),
        before=siblings[at + 1] if at + 1 < len(siblings) else "",
    )


def _shells(base: Tree, edited: Tree, edits: Sequence[Edit]) -> Iterator[Shell]:
    """Yield the machine's pieces that edits stand in, outermost first."""
    owners, parents = edited.owners(), edited.parents()
    touched: set[str] = set()
    for edit in edits:
        start = _touches(edit, owners)
        while start in edited.pieces and start in parents:
            touched.add(start)
            start = parents[start]
    for key in edited.in_order():
        if key in touched and key in base.pieces:
            yield Shell(piece=edited.pieces[key], place=place(edited, key))


def _touches(edit: Edit, owners: dict[str, str]) -> str:
    match edit:
        case Changed():
            return owners.get(edit.unit, "")
        case Added():
            return edit.piece.id
        case _:
            return ""


def _notes(edited: Tree, used: list[Inlines]) -> tuple[Note, ...]:
    notes = edited.notes
    cited = dict.fromkeys(note for words in used for note in notes_in(words))
    return tuple(notes[key] for key in cited if key in notes)


def _references(edited: Tree, notes: tuple[Note, ...]) -> tuple[Reference, ...]:
    works = [piece.reference for piece in edited.pieces.values() if isinstance(piece, Work)]
    wanted = {note.reference for note in notes}
    return tuple(reference for reference in works if reference.id in wanted)


def _ledger(ledger: Ledger, used: list[Inlines], notes: tuple[Note, ...]) -> Ledger:
    found = [leaf for words in used for leaf in leaves(words)]
    sources = {leaf.source for leaf in found if isinstance(leaf, Number)}
    asides = (inline for words in used for inline in words if isinstance(inline, Aside))
    sources |= {dots.source for aside in asides for dots in aside.dots}
    figures = tuple(figure for figure in ledger.figures if figure.id in sources)
    quotes = {leaf.quote for leaf in found if isinstance(leaf, Quoted)}
    quotes |= {quote for note in notes for quote in note.quotes}
    quotes |= {figure.quote for figure in figures}
    return Ledger(
        quotes=tuple(quote for quote in ledger.quotes if quote.id in quotes),
        figures=figures,
        counts=tuple(count for count in ledger.counts if count.id in sources),
    )
