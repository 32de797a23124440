"""A list with strips of dots in, the key to their shapes out: what each of them stands for.

Writers draw the key above the list, and the check of a finished file expects it there.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import get_args

from brief.model.brief import Aside, Brief, Dots, ListBlock, Shape
from brief.model.layout import Labels
from brief.model.plain import walk

SHAPES: tuple[Shape, ...] = get_args(Shape)
LEAST = 2
"""Strips of a list that need no key: the words beside a single one say what it shows."""


@dataclass(frozen=True, slots=True)
class Key:
    """What the shapes of a list's strips stand for."""

    intro: str
    entries: tuple[tuple[Shape, str], ...]

    @property
    def alt(self) -> str:
        """The key in words, for who cannot see it."""
        said = "; ".join(f"{shape}: {label}" for shape, label in self.entries)
        return f"{self.intro} {said}"


def keys_to(brief: Brief) -> dict[str, Key]:
    """Return by list the key to its strips, where no list before it has explained their shapes."""
    made: dict[str, Key] = {}
    known: set[tuple[Shape, str]] = set()
    for block in walk(brief.blocks):
        key = key_to(block, brief.labels) if isinstance(block, ListBlock) else None
        if key and not known.issuperset(key.entries):
            made[block.id] = key
            known.update(key.entries)
    return made


def key_to(block: ListBlock, labels: Labels) -> Key | None:
    """Return the key to the strips of a list, `None` where it has too few for one.

    Strips may name a shape differently, each in the words of its item: the usual name is shown.
    """
    strips = [
        inline.dots
        for item in block.items
        for inline in item.children
        if isinstance(inline, Aside) and inline.dots
    ]
    if len(strips) < LEAST:
        return None
    dots = [one for strip in strips for one in strip if one.value]
    usual = ((shape, _usual(dots, shape)) for shape in SHAPES)
    return Key(labels.marks, tuple((shape, label) for shape, label in usual if label))


def _usual(dots: list[Dots], shape: Shape) -> str:
    """Return the label that most strips give a shape, the first of them in a tie."""
    counted = Counter(one.label for one in dots if one.shape == shape)
    return counted.most_common(1)[0][0] if counted else ""
