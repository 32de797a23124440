"""Edits and merges in, lines for a person to read out."""

from __future__ import annotations

from collections.abc import Iterable

from brief.edits.cites import mapped, note_of
from brief.edits.merge import Merged
from brief.edits.pieces import units
from brief.edits.words import plain
from brief.model.brief import Inline, Inlines, Text
from brief.model.edit import Added, Changed, Edit, Edits, Moved, Recast, Removed

_LONGEST = 160
"""Characters of a line of words; the whole is in the edits file."""


def status_lines(name: str, merged: Merged, unverified: Iterable[str] = ()) -> list[str]:
    """Return the state of a draft: how many blocks are edited, and those that want a look."""
    if not merged.edited and not merged.returned:
        return [f"{name}: no edits"]
    lines = [f"{name}: {_count(len(merged.edited), 'unit')} edited by hand"]
    for label, ids in (
        ("changed on both sides, your words kept", merged.conflicts),
        ("kept though its source is gone", merged.orphans),
        ("back because it changed after you deleted it", merged.returned),
        ("edited, not verified", tuple(unverified)),
    ):
        lines += [f"  {label}: {', '.join(ids)}"] if ids else []
    return lines


def diff_lines(edits: Edits) -> list[str]:
    """Return the edits as text: what was, marked `-`, and what is, marked `+`."""
    return [line for edit in edits.edits for line in _edit_lines(edit)]


def _edit_lines(edit: Edit) -> list[str]:
    match edit:
        case Changed():
            return [edit.unit, *_marked("-", shown(edit.was)), *_marked("+", shown(edit.now))]
        case Removed():
            return [f"{edit.id} (deleted)", *_marked("-", edit.was)]
        case Added():
            words = "\n".join(filter(None, map(shown, units(edit.piece).values())))
            return [f"{edit.piece.id} (added)", *_marked("+", words)] if words else []
        case Moved():
            after = edit.place.after[0] if edit.place.after else "the beginning"
            return [f"{edit.id} (moved after {after})"]
        case Recast():
            return [f"{edit.id} ({edit.was} made {edit.now})"]


def shown(words: Inlines) -> str:
    """Return words with their note marks in brackets."""

    def mark(inline: Inline) -> Inlines:
        note = note_of(inline)
        return (Text(text=f" [{note}]"),) if note is not None else (inline,)

    return plain(mapped(words, mark))


def _marked(sign: str, text: str) -> list[str]:
    lines = [line for line in text.split("\n") if line]
    return [f"  {sign} {_short(line)}" for line in lines]


def _short(line: str) -> str:
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
