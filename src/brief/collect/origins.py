"""Sources in, the origin of each out: a copy, a reprint or a retelling adds none."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from brief.collect.retelling import NAMED, retold, telling
from brief.model.dossier import Source

SHINGLE = 5
"""Words a shingle: shorter ones meet by chance in texts on one subject."""
SHARED = 0.4
"""Share of the smaller text's shingles found in the other that makes the two one origin.

Unrelated articles on one subject share under 0.02; a reprint with cuts shares over 0.6.
"""
FEWEST = 20
"""Shingles below which a text is too short to judge."""


def origins(sources: Sequence[Source]) -> dict[str, tuple[str, str]]:
    """Return for each article the id of its origin, and why where that is another article.

    `sources` come oldest first: the earliest of several copies is the origin. A text that retells
    another in its own words has that one's origin, whichever is older.
    """
    above: dict[str, tuple[str, str]] = {}
    shingles = [_shingles(source) for source in sources]
    works = [_works(source) for source in sources]
    for at, near in enumerate(_earlier([{*a, *b} for a, b in zip(works, shingles, strict=True)])):
        for place in near:
            source, earlier = sources[at], sources[place]
            if reason := _same_work(source, earlier) or _shared(shingles[at], shingles[place]):
                above[source.id] = (earlier.id, reason)
                break
    tellings = [telling(source) for source in sources]
    for at, near in enumerate(_near([one.names for one in tellings])):
        source = sources[at]
        for place in near:
            other = sources[place]
            if source.id in above or _root(other.id, above) == source.id:
                continue
            if reason := retold(tellings[at], tellings[place]):
                above[source.id] = (other.id, reason)
    return {
        source.id: (_root(source.id, above), above.get(source.id, ("", ""))[1])
        for source in sources
    }


def _earlier(marks: Sequence[Collection[str]]) -> Iterator[list[int]]:
    """Yield for each text the places of earlier ones that share a mark with it, in order.

    Only these are compared: a collection of unrelated texts costs as much as its texts do.
    """
    known: dict[str, list[int]] = {}
    for at, own in enumerate(marks):
        yield sorted({place for mark in own for place in known.get(mark, ())})
        for mark in own:
            known.setdefault(mark, []).append(at)


def _near(names: Sequence[frozenset[str]]) -> Iterator[list[int]]:
    """Yield for each text the places of those that may hold the part `NAMED` of its names.

    Who holds that part of them holds one of the rarest that are left when it is taken away, and
    one more: so it is enough to look these up.
    """
    known: dict[str, list[int]] = {}
    for at, own in enumerate(names):
        for name in own:
            known.setdefault(name, []).append(at)
    for at, own in enumerate(names):
        rarest = sorted(own, key=lambda name: (len(known[name]), name))
        few = rarest[: int((1 - NAMED) * len(own)) + 2]
        yield sorted({place for name in few for place in known[name]} - {at})


def _works(source: Source) -> set[str]:
    """Return by what a work is known again: its file, and its title."""
    return {f"file {source.sha256}", *([f"title {_plain(source.title)}"] if source.title else [])}


def _root(article: str, above: Mapping[str, tuple[str, str]]) -> str:
    while article in above:
        article = above[article][0]
    return article


def _same_work(one: Source, other: Source) -> str:
    if one.seed != other.seed and one.sha256 == other.sha256:
        return "the same file"
    if not one.title or _plain(one.title) != _plain(other.title):
        return ""
    if one.authors and set(map(_plain, one.authors)) == set(map(_plain, other.authors)):
        return "same author and title"
    return ""


def _shared(one: frozenset[str], other: frozenset[str]) -> str:
    smaller = min(len(one), len(other))
    if smaller < FEWEST:
        return ""
    share = len(one & other) / smaller
    return f"shares {share:.0%} of its words" if share >= SHARED else ""


def _shingles(source: Source) -> frozenset[str]:
    """Return the runs of `SHINGLE` words of the article, or of what was quoted from it."""
    texts = [passage.text for passage in source.passages] or [
        quote.text for quote in (*source.thesis, *source.evidence, *source.figures)
    ]
    return frozenset(run for text in texts for run in _runs(re.findall(r"\w+", text.lower())))


def _runs(words: Sequence[str]) -> list[str]:
    return [" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def same_words(one: str, other: str) -> float:
    """Return the share of word pairs of the shorter text that the other has too (0 to 1)."""
    first, second = (set(pairwise(re.findall(r"\w+", text.lower()))) for text in (one, other))
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else float(_plain(one) == _plain(other))
