"""The first words of phrases in, the places in a text where one of them may begin out."""

from __future__ import annotations

import itertools

KEY = 3
"""First letters by which the beginnings of words are kept."""
VERSIONS = itertools.count(1)
"""A number for each set of phrases and for each state of one."""
GAP = 3
"""Words that a gap in a phrase may skip."""
Opened = tuple[int, dict[str, int], dict[str, int]]
"""The sets a word may open a phrase of, those it may by the word after it, and by one near.

Sets are kept as the bits of a number, so that those of a whole text are told in one step.
"""
_NONE: Opened = (0, {}, {})
_GAPPED = ".."
_MOST_WORDS = 50_000
"""So many words met are kept; a program that runs for long meets ever more."""


class Starts:
    """Where in a text phrases of several sets may begin."""

    __slots__ = ("_all", "_places")

    def __init__(self, places: list[tuple[int, int]]) -> None:
        """Keep places in order, each with the bits of the sets of which a phrase may begin."""
        self._places = places
        self._all = 0
        for _, bits in places:
            self._all |= bits

    def of(self, bit: int) -> list[int]:
        """Return the places where a phrase of the set with this bit may begin, in order."""
        return [at for at, bits in self._places if bits & bit] if self._all & bit else []


class Index:
    """How the phrases of several sets begin: one pass over a text tells where each may stand."""

    __slots__ = ("_bits", "_heads", "_known", "_stems", "version")

    def __init__(self) -> None:
        self._heads: dict[str, dict[str, int]] = {}
        """By the first word and the words that may follow, behind two dots where a gap may stand
        between and empty where any may: the sets."""
        self._stems: dict[str, dict[str, dict[str, int]]] = {}
        """The same by how the first word begins; by its first letters, that few are tried."""
        self._known: dict[str, Opened] = {}
        """For each word met: the sets it may open a phrase of."""
        self._bits = 0
        self.version = 0

    def bit(self) -> int:
        """Return the bit of one more set."""
        self._bits += 1
        return 1 << (self._bits - 1)

    def add(self, head: str, bit: int, second: str, *, gapped: bool = False) -> None:
        """Add a phrase of the set that has this bit.

        `second` is its next word, or the one behind a gap; empty where any may stand there.
        """
        whole = not head.endswith("*")
        table = self._heads if whole else self._stems.setdefault(head[:KEY], {})
        following = _GAPPED + second if gapped and second else second
        sets = table.setdefault(head.removesuffix("*"), {})
        sets[following] = sets.get(following, 0) | bit
        if self._known:
            self._known.clear()
        self.version = next(VERSIONS)

    def starts(self, lows: list[str]) -> Starts:
        """Return where among words phrases of each set may begin."""
        found: list[tuple[int, int]] = []
        known, know = self._known.get, self._know
        for place, low in enumerate(lows):
            opened = known(low) or know(low)
            if opened is _NONE:
                continue
            bits, by_second, by_near = opened
            if by_second and place + 1 < len(lows):
                bits |= by_second.get(lows[place + 1], 0)
            if by_near:
                for near in lows[place + 1 : place + 2 + GAP]:
                    bits |= by_near.get(near, 0)
            if bits:
                found.append((place, bits))
        return Starts(found)

    def _know(self, word: str) -> Opened:
        """Return which sets a word may open a phrase of; those that other words decide, apart."""
        if len(self._known) >= _MOST_WORDS:
            self._known.clear()
        stems = self._stems.get(word[:KEY], {})
        tables = [stems[begins] for begins in stems if word.startswith(begins)]
        if word in self._heads:
            tables.append(self._heads[word])
        opened = 0
        by_second: dict[str, int] = {}
        by_near: dict[str, int] = {}
        for following, bits in (pair for table in tables for pair in table.items()):
            if not following:
                opened |= bits
            elif following.startswith(_GAPPED):
                near = following[len(_GAPPED) :]
                by_near[near] = by_near.get(near, 0) | bits
            else:
                by_second[following] = by_second.get(following, 0) | bits
        self._known[word] = (opened, by_second, by_near) if tables else _NONE
        return self._known[word]
