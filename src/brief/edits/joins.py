"""Edits in, the same with each deletion out that is none: a person made two passages one.

Who deletes the end of a paragraph, or pastes an item into a sentence, keeps its words: they stand
in another passage now. So does who typed the second of two joined passages anew, of which nothing
tells but the place: words stand at the end of the one where the other is gone. When the machine
says something new there, that passage is where to tell: a person's words are not said twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher

from brief.edits.pieces import units
from brief.model.edit import Added, Changed, Edit, Removed
from brief.model.plain import plain

_WORD = re.compile(r"\w+")
_FEWEST = 2
"""Words that a passage must have to be known by them alone."""
_MOST = 0.6
"""Share of a passage's words that stand in another, in runs, when the two were made one: a person
who joins two passages drops a name or a verb, seldom more. Half is what unlike passages of one
subject can share."""
_LEAST = 0.5
"""How many words must have come in where a passage is gone, against those it had, to stand for
it."""


def with_joins(
    edits: Iterable[Edit], hints: Mapping[str, str], beside: Mapping[str, tuple[str, str]]
) -> tuple[Edit, ...]:
    """Return the edits, each deletion with the unit that holds its words now.

    `hints` gives that unit for a deleted piece where something else than its words tells it;
    `beside` the passages before and after a deleted one.
    """
    found = list(edits)
    homes = dict(_homes(found))
    changed = {edit.unit: edit for edit in found if isinstance(edit, Changed)}
    made: list[Edit] = []
    for edit in found:
        if isinstance(edit, Removed):
            told = hints.get(edit.id, "")
            into = told if told in homes else _home(edit, homes)
            into = into or _seam(edit, *beside.get(edit.id, ("", "")), changed)
            made.append(edit.model_copy(update={"into": into}))
        else:
            made.append(edit)
    return tuple(made)


_Homes = Mapping[str, list[str]]


def _seam(edit: Removed, before: str, after: str, changed: Mapping[str, Changed]) -> str:
    """Return the neighbor of a deleted passage that got words enough on the side where it stood."""
    least = max(_FEWEST, _LEAST * len(_words(edit.was)))
    for unit, at_end in ((before, True), (after, False)):
        if unit in changed and _come_in(changed[unit], at_end=at_end) >= least:
            return unit
    return ""


def _come_in(edit: Changed, *, at_end: bool) -> int:
    """Return how many words came in at an end of a passage of which most is there still."""
    was, now = _words(plain(edit.was)), _words(plain(edit.now))
    blocks = SequenceMatcher(None, was, now, autojunk=False).get_matching_blocks()[:-1]
    if not was or sum(block.size for block in blocks) < _MOST * len(was):
        return 0
    last = blocks[-1]
    return len(now) - last.b - last.size if at_end else blocks[0].b


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
