"""Edits in, the same with each deletion out that is none: a person made two passages one.

Who deletes the end of a paragraph, or pastes an item into a sentence, keeps its words: they stand
in another passage now. When the machine says something new there, that passage is where to tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher

from brief.edits.pieces import units
from brief.edits.words import plain
from brief.model.edit import Added, Changed, Edit, Removed

_WORD = re.compile(r"\w+")
_FEWEST = 2
"""Words that a passage must have to be known by them alone."""
_MOST = 0.6
"""Share of a passage's words that stand in another, in runs, when the two were made one: a person
who joins two passages drops a name or a verb, seldom more. Half is what unlike passages of one
subject can share."""


def with_joins(edits: Iterable[Edit], hints: Mapping[str, str]) -> tuple[Edit, ...]:
    """Return the edits, each deletion with the unit that holds its words now.

    `hints` gives that unit for a deleted piece where something else than its words tells it.
    """
    found = list(edits)
    homes = dict(_homes(found))
    return tuple(_with_home(e, hints, homes) if isinstance(e, Removed) else e for e in found)


_Homes = Mapping[str, list[str]]


def _with_home(edit: Removed, hints: Mapping[str, str], homes: _Homes) -> Edit:
    told = hints.get(edit.id, "")
    return edit.model_copy(update={"into": told if told in homes else _home(edit, homes)})


def _homes(edits: Iterable[Edit]) -> Iterator[tuple[str, list[str]]]:
    """Yield each unit with the words in it that it did not have before."""
    for edit in edits:
        if isinstance(edit, Changed):
            yield edit.unit, _new_words(plain(edit.was), plain(edit.now))
        elif isinstance(edit, Added):
            for unit, words in units(edit.piece).items():
                yield unit, _words(plain(words))


def _home(edit: Removed, homes: _Homes) -> str:
    words = _words(edit.was)
    if len(words) < _FEWEST:
        return ""
    shares = [(_share(words, there), unit) for unit, there in homes.items()]
    share, unit = max(shares, default=(0.0, ""))
    return unit if share >= _MOST else ""


def _share(words: list[str], there: list[str]) -> float:
    """Return how much of some words stands elsewhere, in runs of two at least."""
    if len(there) < _MOST * len(words):
        return 0.0
    blocks = SequenceMatcher(None, words, there, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size > 1) / len(words)


def _new_words(was: str, now: str) -> list[str]:
    one, two = _words(was), _words(now)
    new: list[str] = []
    at = 0
    for block in SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks():
        new += two[at : block.b]
        at = block.b + block.size
    return new


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
