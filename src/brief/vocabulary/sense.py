"""A word in, what it does to a statement out: nothing, no more than to report, or all."""

from __future__ import annotations

from functools import cache

from brief.vocabulary.numbers import SCALES, WORDS
from brief.vocabulary.states import load


def is_light(word: str) -> bool:
    """Return whether a sentence says the same with the word and without it."""
    return word in _words("light") or word in _words("neutral")


def is_weighty(word: str) -> bool:
    """Return whether a sentence says something else with the word, without it, or with another.

    Negations, conditions, quantities, estimative words, directions, views, and their like.
    """
    if is_light(word):
        return False
    counts, denies = word in WORDS or word in SCALES, is_denial(word)
    return counts or denies or word in _words("weighty") or word.startswith(_stems())


def is_denial(word: str) -> bool:
    """Return whether the word turns what is said with it into its opposite."""
    return word in _words("denying")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load("sense.yaml")[kind].split())


@cache
def _stems() -> tuple[str, ...]:
    """Return how weighty words begin that may have any ending."""
    return tuple(word.removesuffix("*") for word in _words("weighty") if word.endswith("*"))
