"""Edits read anew and those known before in, the edits with what still waits for an answer out.

A conflict stays one until the editor deletes the comment that tells of it; only then do the
machine's present words count as seen.
"""

from __future__ import annotations

from brief.edits.pieces import units
from brief.edits.readback import Draft
from brief.edits.readback.rich import says_same
from brief.edits.tree import Tree, to_tree
from brief.model.edit import Changed, Edit, Edits, Removed


def rebase(edits: Edits, known: Edits, draft: Draft) -> Edits:
    """Return `edits`, open ones measured against what the editor saw when making them."""
    if not draft.remarks:
        return edits
    before = {edit.unit: edit for edit in known.edits if isinstance(edit, Changed)}
    joined = {edit.id: edit for edit in known.edits if isinstance(edit, Removed) and edit.into}
    tree = to_tree(draft.brief)
    measured = [_measured(edit, before, joined, draft) for edit in edits.edits]
    kept = [edit for edit in measured if not _taken_back(edit)]
    here = {edit.unit for edit in edits.edits if isinstance(edit, Changed)}
    waiting = [edit for edit in known.edits if _waits(edit, here, tree, draft)]
    removed: list[Edit] = [edit for edit in waiting if isinstance(edit, Removed)]
    emptied: list[Edit] = [edit for edit in waiting if isinstance(edit, Changed)]
    return edits.model_copy(update={"edits": (*removed, *kept, *emptied)})


def _measured(
    edit: Edit, before: dict[str, Changed], joined: dict[str, Removed], draft: Draft
) -> Edit:
    if isinstance(edit, Changed) and edit.unit in before and edit.unit in draft.remarks:
        known = before[edit.unit]
        return edit.model_copy(update={"was": known.was, "other": known.other})
    if isinstance(edit, Removed) and edit.into in draft.remarks and edit.id in joined:
        return edit.model_copy(update={"was": joined[edit.id].was})
    return edit


def _taken_back(edit: Edit) -> bool:
    """Return whether a person typed the words back that the machine had when they were edited."""
    return isinstance(edit, Changed) and not edit.other and says_same(edit.was, edit.now)


def _waits(edit: Edit, here: set[str], tree: Tree, draft: Draft) -> bool:
    """Return whether a deletion came back and its comment still stands."""
    if isinstance(edit, Changed):
        return not edit.now and edit.unit not in here and edit.unit in draft.remarks
    if not isinstance(edit, Removed) or edit.id not in tree.pieces:
        return False
    inside = (edit.id, *tree.walk(edit.id))
    return any(unit in draft.remarks for key in inside for unit in units(tree.pieces[key]))
