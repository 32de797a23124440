"""Edits and a brief in, the pieces of the brief that the edits stand or fall with out."""

from __future__ import annotations

from collections.abc import Iterator

from brief.edits.tree import to_tree
from brief.model.brief import Brief
from brief.model.edit import Added, Changed, Edit, Edits, Moved, Place, Removed


def ties(edits: Edits, brief: Brief) -> frozenset[str]:
    """Return the pieces of a brief that a person changed, moved or deleted, or set words beside."""
    tree = to_tree(brief)
    owners = tree.owners()
    named = {owners.get(name, name) for edit in edits.edits for name in _names(edit)}
    return frozenset(named & tree.pieces.keys())


def _names(edit: Edit) -> Iterator[str]:
    """Yield the units and pieces of ours that an edit names."""
    match edit:
        case Changed():
            yield edit.unit
        case Added():
            yield from _beside(edit.place)
        case Removed():
            yield from filter(None, (edit.id, edit.into))
        case Moved():
            yield edit.id
            yield from _beside(edit.place)
        case _:
            yield edit.id


def _beside(place: Place) -> Iterator[str]:
    """Yield what a piece stands in, and what it stands right behind."""
    yield from (place.parent, *place.after[:1])
