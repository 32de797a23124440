"""Pieces and places of a tree in, the tree with each piece where it can stand out."""

from __future__ import annotations

from brief.edits.pieces import CONTAINERS, recast, units
from brief.edits.tree import Tree
from brief.edits.words import joined
from brief.model.brief import Inline, Paragraph, Table, Text
from brief.model.edit import BODY, CLOSING, WORKS, Piece, Place, Row


def needs(piece: Piece) -> str:
    """Return what kind of place a piece can stand in."""
    return piece.kind if piece.kind in ("item", "row", "work") else "block"


def as_block(piece: Piece) -> Piece:
    """Return the piece as one that can stand among blocks, with all its words."""
    if needs(piece) == "block":
        return piece
    words: list[Inline] = []
    for inlines in units(piece).values():
        words += [Text(text=" | "), *inlines] if words else inlines
    return Paragraph(id=piece.id, children=joined(tuple(words)))


def position(siblings: list[str], place: Place) -> int:
    """Return where among siblings a place is."""
    if not place.after:
        return 0
    for key in place.after:
        if key in siblings:
            return siblings.index(key) + 1
    return siblings.index(place.before) if place.before in siblings else len(siblings)


def has(tree: Tree, parent: str) -> bool:
    """Return whether there is such a parent."""
    return parent in (BODY, WORKS, CLOSING) or parent in tree.pieces


def holds(tree: Tree, parent: str) -> str:
    """Return what kind of pieces stand in `parent`: `block`, `item`, `row`, `work`, nothing."""
    if parent in (BODY, CLOSING):
        return "block"
    if parent == WORKS:
        return "work"
    piece = tree.pieces.get(parent)
    return CONTAINERS.get(piece.kind, "") if piece else ""


def beside(tree: Tree, key: str) -> Place:
    """Return the nearest place after a piece where a block can stand."""
    parents = tree.parents()
    while key in parents and holds(tree, parents[key]) != "block":
        key = parents[key]
    return Place(parent=parents.get(key, BODY), after=(key,))


def put(tree: Tree, key: str, place: Place) -> None:
    """Move a piece to a place, or to the nearest where it can stand; never into itself."""
    inside_itself = place.parent in (key, *tree.walk(key))
    if inside_itself or not has(tree, place.parent):
        place = place.model_copy(update={"parent": BODY})
    tree.pieces[key] = _fitted(tree, tree.pieces[key], place.parent)
    if holds(tree, place.parent) != needs(tree.pieces[key]):
        place = beside(tree, place.parent)
    unlink(tree, key)
    siblings = tree.children.setdefault(place.parent, [])
    siblings.insert(position(siblings, place), key)


def unlink(tree: Tree, key: str) -> None:
    """Take a piece from where it stands."""
    for ids in tree.children.values():
        if key in ids:
            ids.remove(key)


def _fitted(tree: Tree, piece: Piece, parent: str) -> Piece:
    """Return the piece in a form that can stand in `parent`, or else as a block."""
    wanted = holds(tree, parent)
    table = tree.pieces.get(parent)
    if isinstance(table, Table) and isinstance(piece, Row):
        return piece if len(piece.cells) == len(table.columns) else as_block(piece)
    if wanted == needs(piece):
        return piece
    return recast(piece, "item") if wanted == "item" else as_block(piece)
