"""Edits and merges in, lines for a person to read out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from brief.edits.cites import mapped, note_of
from brief.edits.diff import longest_rise
from brief.edits.merge import CITED, Merged
from brief.edits.pieces import CONTAINERS, units
from brief.edits.tree import Tree, to_tree
from brief.model.brief import Inline, Inlines, Text
from brief.model.edit import (
    HAND,
    KEPT,
    Added,
    Changed,
    Edit,
    Edits,
    Moved,
    Recast,
    Removed,
    Reshaped,
)
from brief.model.plain import plain

_LONGEST = 160
"""Characters of a line of words; the whole is in the edits file."""
_FEW = 40
"""Characters by which words are known again."""


def as_done(edits: Edits, base: Tree, tree: Tree) -> Edits:
    """Return the edits between two briefs without moves that nobody made: see `_parted`."""
    still = set(_parted(edits, base, tree))
    made = (e for e in edits.edits if not (isinstance(e, Moved) and e.id in still))
    return edits.model_copy(update={"edits": tuple(made)})


def touched(edits: Edits, tree: Tree) -> Iterator[str]:
    """Yield each block that edits touch, with what was done; `tree` is the edited brief's.

    A block is a heading, a paragraph, a list item, a row of a table, a note.
    """
    owners = tree.owners()
    done: dict[str, list[str]] = {}
    for edit in edits.edits:
        if not _is_frame(edit):
            done.setdefault(_block(edit, owners), []).append(_DONE[edit.kind])
    for key, words in done.items():
        what = ", ".join(word for word in dict.fromkeys(words) if word)
        yield f"{key} ({what})" if what else key


def _parted(edits: Edits, base: Tree, tree: Tree) -> Iterator[str]:
    """Yield the items that stand where they stood, in a list that a person's words have parted.

    Its parts are lists of their own then, with nothing but what the person added between them.
    """
    added = {edit.piece.id for edit in edits.edits if isinstance(edit, Added)}
    parents = tree.parents()
    for key, items in base.children.items():
        if key not in parents or base.pieces[key].kind != "list":
            continue
        parts = _parts_of(key, tree.children[parents[key]], added)
        there = [item for part in parts for item in tree.children.get(part, ()) if item in items]
        for index in longest_rise([items.index(item) for item in there]):
            if parents[there[index]] != key:
                yield there[index]


def _parts_of(key: str, siblings: Sequence[str], added: AbstractSet[str]) -> Sequence[str]:
    """Return a list and what a person added right before and after it."""
    first = last = siblings.index(key)
    while first and siblings[first - 1] in added:
        first -= 1
    while last + 1 < len(siblings) and siblings[last + 1] in added:
        last += 1
    return siblings[first : last + 1]


_DONE = {
    "changed": "",
    "added": "added",
    "removed": "deleted",
    "moved": "moved",
    "recast": "another form",
    "reshaped": "other columns",
}
"""What is said of each kind of edit beside the block's id; of the most frequent, nothing."""


def _is_frame(edit: Edit) -> bool:
    """Return whether an edit adds only what others stand in or rest on.

    That is a list, a table, a box without words of its own, or a work that edited words cite.
    """
    if not isinstance(edit, Added) or edit.piece.kind not in (*CONTAINERS, "work"):
        return False
    if edit.piece.kind == "work":
        return HAND not in edit.piece.id
    return not any(map(plain, units(edit.piece).values()))


def _block(edit: Edit, owners: Mapping[str, str]) -> str:
    """Return the block of an edit; each of the words around the blocks is one of its own."""
    if isinstance(edit, Added):
        return edit.piece.id
    if not isinstance(edit, Changed):
        return edit.id
    owner = owners.get(edit.unit, edit.unit)
    return edit.unit if owner == "brief" else owner


def is_of(edit: Edit, block: str, owners: Mapping[str, str]) -> bool:
    """Return whether an edit is of a block as `status` names it, or of a passage joined to it."""
    if isinstance(edit, Removed) and edit.into:
        return block in (edit.id, owners.get(edit.into, edit.into))
    if isinstance(edit, Changed) and block in (edit.unit, edit.unit.partition("/")[0]):
        return True
    return _block(edit, owners) == block


def notice_line(count: int) -> str:
    """Return how many blocks a person edited, as the run says it."""
    return f"Edited by hand: {_count(count, 'block')}"


def status_lines(
    name: str,
    merged: Merged,
    blocks: Sequence[str] = (),
    unverified: Mapping[str, str] | None = None,
    stale: Iterable[str] = (),
) -> list[str]:
    """Return the state of a draft: the blocks that are edited, and those that want a look."""
    cited = [u for u in merged.returned if CITED in merged.remarks.get(u, ())]
    back = [unit for unit in merged.returned if unit not in cited]
    head = notice_line(len(blocks)) if blocks else "no edits"
    lines = [f"{name}: {head}"]
    for label, ids in (
        ("edited", tuple(blocks)),
        ("conflicting (changed on both sides, your words kept)", merged.conflicts),
        ("orphaned (kept though its source is gone)", merged.orphans),
        ("back because it changed after you deleted it", back),
        ("back because notes still cite it", cited),
        ("stale (the next run writes it anew)", tuple(stale)),
        ("edited, not verified", tuple(unverified or ())),
    ):
        lines += [f"  {label}: {', '.join(ids)}"] if ids else []
    doubts, words = unverified or {}, _typed_words(merged, unverified or {})
    return [*lines, *(f"    {unit}{words.get(unit, '')}: {why}" for unit, why in doubts.items())]


def _typed_words(merged: Merged, wanted: Iterable[str]) -> dict[str, str]:
    """Return the first words of units that a person added: their ids say nothing."""
    added = [unit for unit in wanted if unit.startswith((HAND, KEPT))]
    tree = to_tree(merged.brief) if added else Tree()
    found = {unit: words for piece in tree.pieces.values() for unit, words in units(piece).items()}
    return {unit: f" (“{_short(plain(found[unit]), _FEW)}”)" for unit in added if unit in found}


def diff_lines(edits: Edits) -> list[str]:
    """Return the edits as text: what was, marked `-`, and what is, marked `+`."""
    return [line for edit in edits.edits for line in _edit_lines(edit)]


def _edit_lines(edit: Edit) -> list[str]:
    match edit:
        case Changed():
            was, now = _around(shown(edit.was), shown(edit.now))
            return [edit.unit, *_marked("-", was), *_marked("+", now)]
        case Removed():
            where = f", now in {edit.into}" if edit.into else ""
            return [f"{edit.id} (deleted{where})", *_marked("-", edit.was)]
        case Added():
            words = "\n".join(filter(None, map(shown, units(edit.piece).values())))
            return [] if _is_frame(edit) else [f"{edit.piece.id} (added)", *_marked("+", words)]
        case Moved():
            after = edit.place.after[0] if edit.place.after else "the beginning"
            return [f"{edit.id} (moved after {after})"]
        case Reshaped():
            return [f"{edit.id} (columns, once 1 to {edit.width}: {', '.join(edit.columns)})"]
        case Recast():
            return [f"{edit.id} ({edit.was} made {edit.now})"]


def shown(words: Inlines) -> str:
    """Return words with their note marks in brackets."""

    def mark(inline: Inline) -> Inlines:
        note = note_of(inline)
        return (Text(text=f" [{note}]"),) if note is not None else (inline,)

    return plain(mapped(words, mark))


def _around(was: str, now: str) -> tuple[str, str]:
    """Return two texts with each long line cut to begin shortly before it differs."""
    pairs = list(zip(was.split("\n"), now.split("\n"), strict=False))
    starts = [_start(*pair) if max(map(len, pair)) > _LONGEST else 0 for pair in pairs]
    return _from(was, starts), _from(now, starts)


def _start(one: str, two: str) -> int:
    """Return where to begin two lines so that what differs is seen: at a word, with a few before.

    Where nothing differs, at the start.
    """
    pairs = enumerate(zip(one, two, strict=False))
    same = next((at for at, (a, b) in pairs if a != b), min(len(one), len(two)))
    if same <= _LONGEST - _FEW or one == two:
        return 0
    return one.find(" ", same - _FEW, same) + 1 or same - _FEW


def _from(text: str, starts: Sequence[int]) -> str:
    lines = text.split("\n")
    cut = [
        f"…{line[start:]}" if start else line for line, start in zip(lines, starts, strict=False)
    ]
    return "\n".join([*cut, *lines[len(cut) :]])


def _marked(sign: str, text: str) -> list[str]:
    lines = [line for line in text.split("\n") if line]
    return [f"  {sign} {_short(line)}" for line in lines]


def _short(line: str, most: int = _LONGEST) -> str:
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
