"""Edits and the machine's new version in, the brief that holds both out. Pure.

Nothing edited gives the new version; nothing new gives the edited one; merging into the result
again changes nothing; no word that a person typed is missing from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import assert_never

from brief.edits.by_line import by_line
from brief.edits.carry import Evidence, carry
from brief.edits.cites import notes_in
from brief.edits.columns import reshape
from brief.edits.pieces import form, recast, units, with_units
from brief.edits.places import beside, has, holds, needs, put, unlink
from brief.edits.renamed import files_of, renamed
from brief.edits.tree import Tree, from_tree, to_tree
from brief.edits.words import material, says
from brief.model.brief import Brief, Inlines, Paragraph, Table
from brief.model.edit import (
    BODY,
    HAND,
    KEPT,
    WORKS,
    Added,
    Changed,
    Edit,
    Edits,
    Moved,
    Piece,
    Place,
    Recast,
    Removed,
    Reshaped,
    Shell,
)
from brief.model.marks import MARGINS, note_unit, reference_unit
from brief.model.plain import plain

CONFLICT = (
    "You changed this passage, and its sources or settings have changed too. "
    "Your words were kept. The new version reads:"
)
OTHER = (
    "This passage was changed in this draft and in edits that came from elsewhere. "
    "The words of this draft were kept. The others read:"
)
RETURNED = "You deleted this. What it says has changed since; delete it again to keep it out."
JOINED = (
    "The passage beside this one, which you deleted or made a part of it, has changed. "
    "Your words were kept. The new version reads:"
)
ORPHAN = "What this passage was built on is gone. Your words were kept; delete them if need be."
CITED = "You deleted this work, but notes still cite it; it stays until no note does."
MARGIN = "In the head or foot of the pages:"
SETTLED = "Delete this comment when you have dealt with it."


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged brief, and what its editor and its readers should know."""

    brief: Brief
    remarks: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Unit id: comments for the editor."""
    edited: tuple[str, ...] = ()
    """Ids of the units that hold a person's words, in order."""
    conflicts: tuple[str, ...] = ()
    orphans: tuple[str, ...] = ()
    returned: tuple[str, ...] = ()


def merge(edits: Edits, new: Brief, open_remarks: AbstractSet[str] = frozenset()) -> Merged:
    """Return `new` with the edits; `open_remarks` are units whose comment still stands."""
    if not edits.edits:
        return Merged(new)
    edits = renamed(edits, new)
    tree = to_tree(new)
    ours = set(tree.pieces)
    moved = frozenset(edit.id for edit in edits.edits if isinstance(edit, Moved))
    joined = frozenset(edit.into for edit in edits.edits if isinstance(edit, Removed))
    shells = {shell.piece.id: shell for shell in edits.shells}
    work = _Merge(tree, carry(edits, tree, files_of(new)), shells, moved, joined, open_remarks)
    works = {key: tree.pieces[key] for key in tree.children[WORKS]}
    for edit in edits.edits:
        work.apply(edit)
    work.bring_back(works)
    tree.prune()
    return Merged(
        brief=from_tree(tree, new),
        remarks={unit: tuple(texts) for unit, texts in work.remarks.items()},
        edited=_in_order((unit for unit in work.edited if not _carried(unit, ours)), tree),
        conflicts=tuple(work.conflicts),
        orphans=tuple(dict.fromkeys(work.orphans)),
        returned=tuple(work.returned),
    )


def _carried(unit: str, ours: AbstractSet[str]) -> bool:
    """Return whether a unit is a note that only edited words cite: those are told of, not it."""
    return unit.startswith(note_unit("")) and unit not in ours


def _in_order(edited: Iterable[str], tree: Tree) -> tuple[str, ...]:
    """Return units once each, in the order of the document."""
    pieces = dict.fromkeys(("brief", *tree.in_order(), *tree.pieces))
    found = [unit for key in pieces for unit in units(tree.pieces[key])]
    order = {unit: number for number, unit in enumerate(found)}
    return tuple(sorted(set(edited), key=lambda unit: (order.get(unit, len(found)), unit)))


@dataclass(slots=True)
class _Merge:
    """The state of one merge: a tree that edits are applied to one by one."""

    tree: Tree
    evidence: Evidence
    shells: dict[str, Shell]
    moved: frozenset[str]
    """Pieces that outlive a deletion of what they stood in."""
    joined: frozenset[str]
    """Units that hold another passage too: they stay word for word."""
    open_remarks: AbstractSet[str]
    remarks: dict[str, list[str]] = field(default_factory=dict)
    edited: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)
    orphans: list[str] = field(default_factory=list)
    returned: list[str] = field(default_factory=list)

    def apply(self, edit: Edit) -> None:
        """Change the tree as a person changed the draft."""
        match edit:
            case Removed():
                self._remove(edit)
            case Added():
                self._add(edit)
            case Moved():
                self._move(edit)
            case Recast():
                self._recast(edit)
            case Reshaped():
                self._reshape(edit)
            case Changed():
                self._change(edit)
            case _:
                assert_never(edit)

    def bring_back(self, works: Mapping[str, Piece]) -> None:
        """Put deleted works back that notes still cite: a note must lead to its work.

        A passage that is back may name any of them, so with one they all are.
        """
        notes = self.tree.notes
        marked = {note for key in self.tree.in_order() for note in self._notes_of(key)}
        wanted = {reference_unit(notes[note].reference) for note in marked if note in notes}
        order, passages = list(works), bool(self.returned)
        for key in order:
            if (key in wanted or passages) and key not in self.tree.pieces:
                self.tree.pieces[key] = works[key]
                before = tuple(reversed(order[: order.index(key)]))
                self._put(key, Place(parent=WORKS, after=before))
                self.returned.append(key)
                self._remark(key, CITED)

    def _notes_of(self, key: str) -> Iterator[str]:
        for words in units(self.tree.pieces[key]).values():
            yield from notes_in(words)

    def _remove(self, edit: Removed) -> None:
        if edit.id not in self.tree.pieces:
            return
        here = self.tree.words(edit.id)
        if material(self.evidence.redated_text(edit.was), here):
            if edit.into:
                self._contest(self._renamed(edit.into), JOINED, here)
            elif news := self._news(edit):
                for key in news:
                    self.returned.append(key)
                    self._remark(self._first_unit(key), RETURNED)
                return
        self._detach(edit.id)

    def _news(self, edit: Removed) -> list[str]:
        """Return what says something new in a deleted piece: of a list the items, others go."""
        if self.tree.pieces[edit.id].kind != "list":
            return [edit.id]
        was = self.evidence.redated_text(edit.was)
        items = list(self.tree.children.get(edit.id, ()))
        new = [key for key in items if not says(was, self.tree.words(key))]
        for key in items if new else ():
            if key not in new:
                self._detach(key)
        return new

    def _add(self, edit: Added) -> None:
        key = edit.piece.id
        words = {unit: self.evidence.adapt(w) for unit, w in units(edit.piece).items()}
        present = self.tree.pieces.get(key)
        if present is None:
            self.tree.pieces[key] = with_units(edit.piece, words)
        if present is None:
            self._put(key, edit.place)
        else:  # its source was gone and is back: the machine knows where it belongs
            self._recast(Recast(id=key, was=form(present), now=form(edit.piece)))
            for unit, now in words.items():
                self._set(unit, None, now)
        if edit.piece.kind == "work" and HAND not in key:
            return  # Only carried along: edited words cite it.
        self.edited.extend(unit for unit, now in words.items() if now)
        if present is None and HAND not in key:
            self.orphans.append(key)
            if self._first_unit(key) in self.open_remarks:
                self._remark(self._first_unit(key), ORPHAN)

    def _move(self, edit: Moved) -> None:
        if edit.id not in self.tree.pieces:
            return
        homeless = edit.id not in self.tree.parents()
        if homeless or has(self.tree, edit.place.parent):
            self._put(edit.id, edit.place)

    def _recast(self, edit: Recast) -> None:
        piece = self.tree.pieces.get(edit.id)
        if piece is None:
            return
        made = recast(piece, edit.now)
        if holds(self.tree, self.tree.parents().get(edit.id, BODY)) == needs(made):
            self.tree.pieces[edit.id] = made

    def _reshape(self, edit: Reshaped) -> None:
        """Change the columns of a table, unless the machine has changed their number too."""
        table = self.tree.pieces.get(edit.id)
        if isinstance(table, Table) and len(table.columns) == edit.width:
            for key in (edit.id, *self.tree.children.get(edit.id, ())):
                piece = self.tree.pieces[key]
                self.tree.pieces[key] = reshape(piece, edit.columns, edit.width)

    def _change(self, edit: Changed) -> None:
        unit = self._renamed(edit.unit)
        self._set(unit, self.evidence.adapt(edit.was), self.evidence.adapt(edit.now))
        self.edited.append(unit)
        if edit.other:
            unit = unit if unit in self.tree.owners() else f"{KEPT}{unit}"
            self._contest(unit, OTHER, plain(edit.other))

    def _set(self, unit: str, was: Inlines | None, now: Inlines) -> None:
        """Set the words of a unit wherever it is now; words are kept even where it is no more."""
        owner = self.tree.owners().get(unit) or self._resurrect_unit(unit)
        if owner is None:
            self._keep_words(unit, now)
        else:
            self._rewrite(owner, unit, was, now)

    def _rewrite(self, owner: str, unit: str, was: Inlines | None, now: Inlines) -> None:
        """Set the words of a unit; a conflict where the machine's are not as they were."""
        piece = self.tree.pieces[owner]
        here = units(piece)[unit]
        unchanged = was is not None and plain(here) == plain(was)
        if not unchanged and plain(here) == plain(now):
            return
        if not unchanged and not plain(now) and material(plain(was or ()), plain(here)):
            self.returned.append(unit)
            self._remark(unit, RETURNED)
            return
        contested = not unchanged
        if contested and was and plain(now) and unit not in self.joined:
            now, contested = by_line(was, now, here)
        self.tree.pieces[owner] = with_units(piece, {unit: now})
        if contested and plain(here) and plain(now):
            self._contest(unit, CONFLICT, plain(here))

    def _contest(self, unit: str, why: str, new: str) -> None:
        """Tell the editor of a unit what the machine says there now."""
        self.conflicts += [] if unit in self.conflicts else [unit]
        self._remark(unit, why, new, SETTLED)

    def _renamed(self, unit: str) -> str:
        for old, new in self.evidence.notes.items():
            if unit == note_unit(old):
                return note_unit(new)
        return unit

    def _resurrect_unit(self, unit: str) -> str | None:
        """Bring back the piece that a vanished unit belonged to, as the person left it."""
        for key, shell in self.shells.items():
            if unit in units(shell.piece) and key not in self.tree.pieces:
                self._resurrect(shell)
                self.orphans.append(key)
                self._remark(self._first_unit(key), ORPHAN)
                return key
        return None

    def _resurrect(self, shell: Shell) -> None:
        words = {unit: self.evidence.adapt(w) for unit, w in units(shell.piece).items()}
        self.tree.pieces[shell.piece.id] = with_units(shell.piece, words)
        self.edited.extend(unit for unit, now in words.items() if now)
        self._put(shell.piece.id, shell.place)

    def _keep_words(self, unit: str, now: Inlines) -> None:
        """Keep words whose unit exists no more as a paragraph after what they stood in."""
        if not plain(now):
            return
        key = f"{KEPT}{unit}"
        around = [k for k, shell in self.shells.items() if unit in units(shell.piece)]
        self.tree.pieces[key] = Paragraph(id=key, children=now)
        self._put(key, beside(self.tree, around[0] if around else unit.rpartition("/")[0]))
        self.edited.append(key)
        self.orphans.append(key)
        self._remark(key, ORPHAN)

    def _put(self, key: str, place: Place) -> None:
        """Move a piece to a place, bringing back what was around it."""
        if not has(self.tree, place.parent) and place.parent in self.shells:
            self._resurrect(self.shells[place.parent])
        put(self.tree, key, place)

    def _detach(self, key: str) -> None:
        """Take a piece out; what is inside it goes too, unless it was moved elsewhere."""
        unlink(self.tree, key)
        if key in self.moved:
            return
        for inside in list(self.tree.children.pop(key, ())):
            self._detach(inside)
        del self.tree.pieces[key]

    def _first_unit(self, key: str) -> str:
        for inside in (key, *self.tree.walk(key)):
            for unit, words in units(self.tree.pieces[inside]).items():
                if words:
                    return unit
        return key

    def _remark(self, unit: str, *lines: str) -> None:
        where = (MARGIN,) if unit in MARGINS else ()
        self.remarks.setdefault(unit, []).append("\n".join((*where, *lines)))
