"""The first words of phrases in, the places in a text where one of them may begin out."""

from __future__ import annotations

import itertools
from collections import defaultdict

KEY = 3
"""First letters by which the beginnings of words are kept."""
VERSIONS = itertools.count(1)
"""A number for each set of phrases and for each state of one."""
Opened = tuple[list[int], dict[str, list[int]]]
"""The sets a word may open a phrase of, and those it may by the word after it."""
_NONE: Opened = ([], {})


class Index:
    """How the phrases of several sets begin: one pass over a text tells where each may stand."""

    __slots__ = ("_heads", "_known", "_stems", "version")

    def __init__(self) -> None:
        self._heads: dict[str, dict[int, set[str]]] = {}
        """By the first word and the set: the words that may follow; empty where any may."""
        self._stems: dict[str, dict[str, dict[int, set[str]]]] = {}
        """The same by how the first word begins; by its first letters, that few are tried."""
        self._known: dict[str, Opened] = {}
        """For each word met: the sets it may open a phrase of, and those by the word after it."""
        self.version = 0

    def add(self, head: str, second: str, owner: int) -> None:
        """Add a phrase of the set numbered `owner`; `second` is empty where any word may follow."""
        whole = not head.endswith("*")
        table = self._heads if whole else self._stems.setdefault(head[:KEY], {})
        table.setdefault(head.removesuffix("*"), {}).setdefault(owner, set()).add(second)
        if self._known:
            self._known.clear()
        self.version = next(VERSIONS)

    def starts(self, lows: list[str]) -> dict[int, list[int]]:
        """Return for each set the places among words where a phrase of it may begin, in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for place, low in enumerate(lows):
            known = self._known.get(low) or self._know(low)
            if known is _NONE:
                continue
            opened, by_second = known
            for owner in opened:
                found[owner].append(place)
            following = lows[place + 1] if by_second and place + 1 < len(lows) else ""
            for owner in by_second.get(following, ()):
                found[owner].append(place)
        return found

    def _know(self, word: str) -> Opened:
        """Return which sets a word may open a phrase of; those a second word decides, apart."""
        stems = self._stems.get(word[:KEY], {})
        tables = [stems[begins] for begins in stems if word.startswith(begins)]
        if word in self._heads:
            tables.append(self._heads[word])
        if not tables:
            self._known[word] = _NONE
            return _NONE
        opened: set[int] = set()
        pairs: dict[str, set[int]] = {}
        for owners in tables:
            for owner, seconds in owners.items():
                if "" in seconds:
                    opened.add(owner)
                for second in seconds:
                    pairs.setdefault(second, set()).add(owner)
        by_second = {second: list(owners - opened) for second, owners in pairs.items()}
        known = list(opened), {second: rest for second, rest in by_second.items() if rest}
        self._known[word] = known
        return known
