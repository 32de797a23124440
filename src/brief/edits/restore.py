"""A brief as a person left it and the machine's in; it out, what says the machine's again its.

Who types the old words back, or rejects a change that a draft written anew still showed, has undone
an edit: the passage is the machine's, with all that it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator

from brief.edits.pieces import form, units
from brief.edits.readback.raw import MARK
from brief.edits.readback.rich import flatten, says_same
from brief.edits.tree import Tree, from_tree, to_tree
from brief.model.brief import Brief
from brief.model.edit import HAND, Piece
from brief.model.plain import fold_spaces


def restored(machine: Brief, brief: Brief) -> Brief:
    """Return the brief with the machine's own passages where a person's say and show the same."""
    base, edited = to_tree(machine), to_tree(brief)
    back = dict(_typed_back(base, edited))
    again = [key for key, piece in edited.pieces.items() if _is_again(base.pieces.get(key), piece)]
    if not back and not again:
        return brief
    for key in again:
        edited.pieces[key] = base.pieces[key]
    for hand, key in back.items():
        del edited.pieces[hand]
        edited.pieces[key] = base.pieces[key]
    for place, ids in edited.children.items():
        edited.children[place] = [back.get(key, key) for key in ids]
    for key, piece in base.pieces.items():
        if piece.kind == "note":
            edited.pieces.setdefault(key, piece)
    return from_tree(edited, brief)


def _is_again(ours: Piece | None, theirs: Piece) -> bool:
    """Return whether a piece that is not the machine's says and shows what that does."""
    if ours is None or ours == theirs or form(ours) != form(theirs):
        return False
    was, now = units(ours), units(theirs)
    return was != now and was.keys() == now.keys() and all(says_same(was[u], now[u]) for u in was)


def _typed_back(base: Tree, edited: Tree) -> Iterator[tuple[str, str]]:
    """Yield new pieces, each with the deleted one whose words it has; notes cannot be typed."""
    gone = [key for key in base.in_order() if key not in edited.pieces]
    for key in edited.in_order():
        if key.startswith(HAND) and (words := _bare(edited.pieces[key])):
            found = (k for k in gone if _bare(base.pieces[k]) == words)
            if old := next(found, ""):
                gone.remove(old)
                yield key, old


def _bare(piece: Piece) -> tuple[str, ...]:
    """Return form and words of a piece without note marks; nothing for one without words."""
    texts = [flatten(words)[0].text.replace(MARK, "") for words in units(piece).values()]
    return (form(piece), *map(fold_spaces, texts)) if any(texts) else ()
