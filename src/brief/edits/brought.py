"""Edits that came from another machine and those typed here in, both in one out. Pure.

What only one side changed is taken over; what both changed since the last run here keeps the words
typed here, and the other words wait beside them in a comment. That the other side lacks an edit
says nothing: it may never have known of it, so it takes none back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import TypeVar

from brief.edits.diff import diff
from brief.edits.merge import merge
from brief.edits.notice import unnoticed
from brief.edits.pieces import units
from brief.edits.tree import Tree, to_tree
from brief.edits.words import material
from brief.model.brief import Brief, Inlines, Paragraph
from brief.model.edit import HAND, Added, Changed, Edit, Edits, Place, Removed
from brief.model.ledger import Ledger
from brief.model.plain import plain


def seen_by_both(brought: Edits, machine: Brief) -> Brief:
    """Return what a draft of unknown origin is read against: nothing deleted, all that was added.

    Whether it was written before or after the edits that came with it, each of its paragraphs is
    then known again.
    """
    kept = tuple(edit for edit in brought.edits if not isinstance(edit, Removed))
    return merge(brought.model_copy(update={"edits": kept}), machine).brief


def together(
    machine: Brief,
    drafted: Brief | None,
    typed: Brief,
    here: Edits,
    brought: Edits,
    known: Edits,
) -> Edits:
    """Return the edits of both sides against `machine`.

    `drafted` is what the draft was written from (`None`: unknown), `typed` the draft as read,
    `here` the edits that it holds, and `known` those of the last run.
    """
    theirs = merge(_united(brought, known), machine).brief
    mine = diff(unnoticed(drafted) if drafted else machine, typed)
    merged = merge(mine, theirs)
    found = diff(machine, merged.brief)
    others = _others(merged.conflicts, to_tree(theirs))
    edits = [_as_seen(edit, here, brought, others) for edit in found.edits]
    changed = {edit.unit for edit in edits if isinstance(edit, Changed)}
    beside = [_beside(unit, words) for unit, words in others.items() if unit not in changed]
    waiting = _waiting(brought, edits, to_tree(machine))
    return found.model_copy(update={"edits": (*waiting, *edits, *beside)})


def _united(brought: Edits, known: Edits) -> Edits:
    """Return the edits of the other side, and of ours those of which it says nothing."""
    told = {_target(edit) for edit in brought.edits}
    more = [edit for edit in known.edits if _target(edit) not in told]
    edits = sorted((*brought.edits, *more), key=lambda edit: not isinstance(edit, Removed))
    ledger, ours = brought.ledger, known.ledger
    return brought.model_copy(
        update={
            "edits": tuple(edits),
            "shells": _all(brought.shells, known.shells, lambda shell: shell.piece.id),
            "notes": _all(brought.notes, known.notes, lambda note: note.id),
            "references": _all(brought.references, known.references, lambda work: work.id),
            "ledger": Ledger(
                quotes=_all(ledger.quotes, ours.quotes, lambda quote: quote.id),
                figures=_all(ledger.figures, ours.figures, lambda figure: figure.id),
                counts=_all(ledger.counts, ours.counts, lambda count: count.id),
            ),
        }
    )


Part = TypeVar("Part")


def _all(
    first: Iterable[Part], second: Iterable[Part], key: Callable[[Part], str]
) -> tuple[Part, ...]:
    """Return the parts of both, those of the first where both have one."""
    return tuple({key(part): part for part in (*second, *first)}.values())


def _target(edit: Edit) -> str:
    """Return the unit or the piece that an edit is of."""
    if isinstance(edit, Changed):
        return edit.unit
    return edit.piece.id if isinstance(edit, Added) else edit.id


def _others(conflicts: tuple[str, ...], theirs: Tree) -> dict[str, Inlines]:
    """Return the words of the other side at each unit that both changed."""
    owners = theirs.owners()
    return {unit: units(theirs.pieces[owners[unit]])[unit] for unit in conflicts if unit in owners}


def _as_seen(edit: Edit, here: Edits, brought: Edits, others: dict[str, Inlines]) -> Edit:
    """Return the edit measured against the machine's words that its author saw."""
    if not isinstance(edit, Changed):
        return edit
    same = [
        known
        for known in (*here.edits, *brought.edits)
        if isinstance(known, Changed) and known.unit == edit.unit
        if plain(known.now) == plain(edit.now)
    ]
    was, other = (same[0].was, same[0].other) if same else (edit.was, ())
    return edit.model_copy(update={"was": was, "other": others.get(edit.unit, other)})


def _beside(unit: str, words: Inlines) -> Added:
    """Return the other side's words of a piece that neither machine made, as a paragraph."""
    name = HAND + sha256(plain(words).encode()).hexdigest()[:10] + "-other"
    owner = unit.removesuffix("/attribution").removesuffix("/caption")
    return Added(piece=Paragraph(id=name, children=words), place=Place(parent="", after=(owner,)))


def _waiting(brought: Edits, edits: list[Edit], machine: Tree) -> list[Edit]:
    """Return deletions of the other side whose passage has changed since: a comment will say so."""
    known = {edit.id for edit in edits if isinstance(edit, Removed)}
    return [
        edit
        for edit in brought.edits
        if isinstance(edit, Removed)
        and edit.id in machine.pieces
        and edit.id not in known
        and material(edit.was, machine.words(edit.id))
    ]
