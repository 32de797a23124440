"""A beginning of words in, which words are of it out: `deter*` is `deterred`, not `determined`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from brief.vocabulary.lists import packed


def is_of(stem: str, word: str) -> bool:
    """Tell whether a word, in lower case, has this beginning and is of the same root."""
    return word.startswith(stem) and not word.startswith(_others().get(stem, _NONE))


def others(stem: str) -> tuple[str, ...]:
    """Return how words go on that have this beginning and are of another root."""
    return tuple(word[len(stem) :] for word in _others().get(stem.lower(), _NONE))


_NONE: tuple[str, ...] = ()


@cache
def _others() -> Mapping[str, tuple[str, ...]]:
    listed: Mapping[str, list[str]] = packed(__package__, "stems.yaml")["of_another_root"]
    return {stem: tuple(stem + end for end in ends) for stem, ends in listed.items()}
