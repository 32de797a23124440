"""A brief with a person's words in, the same fit to be drawn out: by script, in letters we have."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from brief.edits.cites import mapped
from brief.edits.pieces import units, with_units
from brief.edits.tree import from_tree, to_tree
from brief.errors import Diagnostic
from brief.model.brief import Brief, Foreign, Inline, Inlines, Number, Text
from brief.model.scripts import JOINING, foreign_runs


def spelled_out(brief: Brief, drawable: Callable[[str], bool]) -> tuple[Brief, list[Diagnostic]]:
    """Return the brief as it can be drawn, and a warning for each character that cannot.

    Only the places that a person edited are touched; the draft keeps what was typed. Words of
    another script get their language here too: edits written by hand or long ago may hold none.
    """
    tree, said = to_tree(brief), dict[str, Diagnostic]()
    edited = set(brief.edited)

    def spelled(text: str, unit: str) -> str:
        text = _apart(text, drawable)
        for char in sorted({char for char in text if not drawable(char)}):
            said.setdefault(char, _warning(char, f"{brief.id}, block {unit}"))
            text = text.replace(char, f"[{_name(char)}]")
        return text

    def words(inlines: Inlines, unit: str) -> Inlines:
        def change(inline: Inline) -> Inlines:
            if isinstance(inline, Text):
                return tuple(foreign_runs(spelled(inline.text, unit)))
            if isinstance(inline, Foreign | Number):
                return (inline.model_copy(update={"text": spelled(inline.text, unit)}),)
            return (inline,)

        return mapped(inlines, change)

    for key, piece in tree.pieces.items():
        own = {u: words(i, u) for u, i in units(piece).items() if u in edited}
        tree.pieces[key] = with_units(piece, own)
    return (from_tree(tree, brief) if edited else brief), list(said.values())


def _apart(text: str, drawable: Callable[[str], bool]) -> str:
    """Return a text without the signs that join or vary what cannot be drawn."""
    left = (
        char
        for before, char, after in zip(f" {text}", text, f"{text[1:]} ", strict=False)
        if char not in JOINING or (drawable(before) and drawable(after))
    )
    return "".join(left)


def _name(char: str) -> str:
    return unicodedata.name(char, f"U+{ord(char):04X}").lower()


def _warning(char: str, place: str) -> Diagnostic:
    return Diagnostic(
        code="glyph-missing",
        severity="warning",
        place=place,
        message=f"no font of ours has {char!r}: the PDF says [{_name(char)}], the draft keeps it.",
        hint="Write it in letters.",
    )
