"""English nouns whose number the endings do not tell: plurals to singulars, and back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from brief.vocabulary.states import load


@cache
def irregular() -> Mapping[str, str]:
    """Return the singulars of plurals that the endings do not undo: `feet` gives `foot`."""
    singulars: Mapping[str, str] = load("nouns.yaml")["irregular"]
    return singulars


@cache
def invariable() -> frozenset[str]:
    """Return plurals without -s, and nouns that are the same in both numbers."""
    return frozenset(load("nouns.yaml")["invariable"].split())


def irregular_plural(noun: str) -> str | None:
    """Return the plural of a singular where no ending makes it, or `None`."""
    return _plurals().get(noun)


@cache
def _plurals() -> Mapping[str, str]:
    same = (*invariable(), *load("nouns.yaml")["units"].split())
    return {one: one for one in same} | {one: many for many, one in irregular().items()}
