"""What a claim asserts in, the families of words that bear it out or speak against it out.

The families are listed in `word_families.yaml`, each with the claims to which it belongs.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from brief.vocabulary.lists import packed
from brief.vocabulary.words import TaggedPhrases, words


@cache
def families(claim: str) -> Mapping[str, tuple[str, ...]]:
    """Return the words that speak for what a claim asserts (`up`), and against it (`down`).

    Those under `mute` speak for nothing where they are denied.
    """
    held = [packed(__package__, "word_families.yaml")[name] for name in _held(claim)]
    up, down, mute = (
        tuple(phrase for one in held for phrase in one.get(way, ()))
        for way in ("up", "down", "mute")
    )
    return {"up": up, "down": tuple(one for one in down if one not in up), "mute": mute}


def from_outside(claim: str) -> bool:
    """Tell whether a claim is on what somebody else does to the two."""
    return bool(_OUTSIDE & set(_held(claim)))


_OUTSIDE = frozenset(["joining", "parting", "restraint"])


@cache
def _held(claim: str) -> tuple[str, ...]:
    """Return the families of words to which a claim belongs."""
    every = packed(__package__, "word_families.yaml").items()
    return tuple(name for name, one in every if listed(tuple(one["claims"])).find(words(claim)))


@cache
def listed(some: tuple[str, ...]) -> TaggedPhrases:
    """Return listed words as what finds them in a sentence."""
    made = TaggedPhrases()
    made.add(some, "listed")
    return made
