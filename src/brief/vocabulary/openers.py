"""The first words of phrases in, the places in a text where one of them may begin out."""

from __future__ import annotations

import itertools
from collections import defaultdict

KEY = 3
"""First letters by which the beginnings of words are kept."""
VERSIONS = itertools.count(1)
"""A number for each set of phrases and for each state of one."""
GAP = 3
"""Words that a gap in a phrase may skip."""
Opened = tuple[list[int], dict[str, list[int]], dict[str, list[int]]]
"""The sets a word may open a phrase of, those it may by the word after it, and by one near."""
_NONE: Opened = ([], {}, {})
_GAPPED = ".."
_MOST_WORDS = 50_000
"""So many words met are kept; a program that runs for long meets ever more."""


class Index:
    """How the phrases of several sets begin: one pass over a text tells where each may stand."""

    __slots__ = ("_heads", "_known", "_stems", "version")

    def __init__(self) -> None:
        self._heads: dict[str, dict[int, set[str]]] = {}
        """By the first word and the set: the words that may follow, behind two dots where a gap may
        stand between; empty where any may."""
        self._stems: dict[str, dict[str, dict[int, set[str]]]] = {}
        """The same by how the first word begins; by its first letters, that few are tried."""
        self._known: dict[str, Opened] = {}
        """For each word met: the sets it may open a phrase of."""
        self.version = 0

    def add(self, head: str, owner: int, second: str, *, gapped: bool = False) -> None:
        """Add a phrase of the set numbered `owner`.

        `second` is its next word, or the one behind a gap; empty where any may stand there.
        """
        whole = not head.endswith("*")
        table = self._heads if whole else self._stems.setdefault(head[:KEY], {})
        following = _GAPPED + second if gapped and second else second
        table.setdefault(head.removesuffix("*"), {}).setdefault(owner, set()).add(following)
        if self._known:
            self._known.clear()
        self.version = next(VERSIONS)

    def starts(self, lows: list[str]) -> dict[int, list[int]]:
        """Return for each set the places among words where a phrase of it may begin, in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for place, (low, behind) in enumerate(zip(lows, [*lows[1:], ""], strict=False)):
            known = self._known.get(low) or self._know(low)
            if known is _NONE:
                continue
            opened, by_second, by_near = known
            for owner in opened:
                found[owner].append(place)
            for owner in by_second.get(behind, ()):
                found[owner].append(place)
            if by_near:
                near = by_near.keys() & lows[place + 1 : place + 2 + GAP]
                for owner in {owner for one in near for owner in by_near[one]}:
                    found[owner].append(place)
        return found

    def _know(self, word: str) -> Opened:
        """Return which sets a word may open a phrase of; those that other words decide, apart."""
        if len(self._known) >= _MOST_WORDS:
            self._known.clear()
        stems = self._stems.get(word[:KEY], {})
        tables = [stems[begins] for begins in stems if word.startswith(begins)]
        if word in self._heads:
            tables.append(self._heads[word])
        if not tables:
            self._known[word] = _NONE
            return _NONE
        opened: set[int] = set()
        follow: dict[str, set[int]] = {}
        for owners in tables:
            for owner, following in owners.items():
                if "" in following:
                    opened.add(owner)
                for one in following:
                    follow.setdefault(one, set()).add(owner)
        rest = {one: list(owners - opened) for one, owners in follow.items() if owners - opened}
        by_second = {one: owners for one, owners in rest.items() if not one.startswith(_GAPPED)}
        by_near = {one[len(_GAPPED) :]: rest[one] for one in rest.keys() - by_second.keys()}
        self._known[word] = list(opened), by_second, by_near
        return self._known[word]
