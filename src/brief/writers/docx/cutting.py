"""A run in, its words before a place and those after it out, in the same look."""

from __future__ import annotations

from copy import deepcopy

from brief.writers.docx.oxml import Element

NOTE = "\ufffc"
"""Stands for the mark of a note."""
_CHARACTERS = {"tab": "\t", "br": "\n", "footnoteReference": NOTE}


def characters(run: Element) -> str:
    """Return the words of a run, with its tabs, line breaks and note marks."""
    return "".join(map(_of, run))


def _of(piece: Element) -> str:
    name = str(piece.tag).rpartition("}")[2]
    return (piece.text or "") if name == "t" else _CHARACTERS.get(name, "")


def cut(run: Element, place: int) -> Element:
    """Leave in a run its words before a place, and return a run of those that follow."""
    tail, at = deepcopy(run), 0
    for ours, theirs in zip(list(run), list(tail), strict=True):
        words = _of(ours)
        if words and at + len(words) <= place:
            tail.remove(theirs)
        elif words and at >= place:
            run.remove(ours)
        elif words:
            ours.text, theirs.text = words[: place - at], words[place - at :]
        at += len(words)
    return tail
