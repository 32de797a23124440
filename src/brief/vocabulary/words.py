"""Text in, words out; phrases in, the places where they stand out.

A phrase is plain words. `a/b` in place of a word is either; `alli*` is any ending, and `_` any one
word; `..` is a gap of up to three words. A phrase never runs across a comma or a stop, and
hyphens count as blanks, so that `quasi alliance` finds `quasi-alliance`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import Any, TypeVar

from brief.vocabulary.hyphens import back, joined
from brief.vocabulary.openers import GAP, KEY, VERSIONS, Index, Starts
from brief.vocabulary.stems import is_of

T = TypeVar("T")
_PLAIN = (
    r"['’](?:s|re|ve|ll|d)\b|(?:[A-Za-z]\.){2,}|%s[^\W_]+(?:['’](?!(?:s|re|ve|ll|d)\b)[^\W_]+)*"
)
_WORD = re.compile(_PLAIN % "")
_DENYING = re.compile(_PLAIN % r"[^\W_]+?(?=n['’]t\b)|n['’]t\b|")
"""The same where `n't` may be cut off a word, which is looked for at every letter."""
_STOPS = frozenset(",;:()—–.!?…")  # brackets are an editor's: `take [him] as an ally`


@dataclass(slots=True, eq=False)
class Word:
    """One word of a text; two words are the same only where they are one object.

    Not frozen, for a text has thousands: no one changes a word.
    """

    text: str
    """Lower case, without the stops of an abbreviation: `us` for `U.S.`."""
    raw: str
    start: int
    end: int
    gap: str
    """What stands between the word before and this one, without blanks and possessives."""
    apart: bool
    """True when punctuation other than a hyphen or a quotation mark stands before it."""

    @property
    def capital(self) -> bool:
        """True when it is written with a capital."""
        return self.raw[:1].isupper()


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: words `first` to `last` (exclusive) and the tag it stands under."""

    first: int
    last: int
    tag: str


class Words(list[Word]):
    """The words of a whole text in order, with what was found among them; a slice has no such."""

    __slots__ = ("hits", "kept", "lows", "starts")

    def __init__(self, found: Iterable[Word] = ()) -> None:
        super().__init__(found)
        self.lows = [word.text for word in self]
        """The words in lower case, for what only compares them."""
        self.hits: dict[int, list[Hit]] = {}
        """The phrases found, by the state of their set."""
        self.starts: dict[Index, tuple[int, Starts]] = {}
        """Where phrases may begin, and for which state of the index that holds."""
        self.kept: dict[object, Any] = {}
        """What else the parts of the engine keep of a text that several of them ask for."""

    def first(self, most: int) -> Words:
        """Return the text up to so many words: itself where it is no longer."""
        return self if len(self) <= most else Words(self[:most])


def lows(text: list[Word]) -> list[str]:
    """Return the words of a text in lower case; nobody changes the list: a whole text keeps it."""
    return text.lows if isinstance(text, Words) else [word.text for word in text]


def keep(text: list[Word], key: object, find: Callable[[], T]) -> T:
    """Return what `find` returns, found once for each whole text and key."""
    if not isinstance(text, Words):
        return find()
    if key not in text.kept:
        text.kept[key] = find()
    found: T = text.kept[key]
    return found


@lru_cache(maxsize=2048)
def words(text: str) -> Words:
    """Return the words of `text` in order; several parts of the engine ask for the same."""
    found: list[Word] = []
    before = 0
    text, shifts = joined(text)
    pattern = _DENYING if "n't" in text or "n’t" in text else _WORD
    for match in pattern.finditer(text):
        start, end = match.span()
        raw = text[start:end]
        if raw[0] not in "'’":
            plain = raw.lower()
            if not raw.isalpha():
                plain = plain.replace("’", "'").replace(".", "")
            between = text[before:start]
            gap = "" if between == " " else "".join(between.split())
            apart = bool(gap) and not _STOPS.isdisjoint(gap)
            if shifts:
                start, end = back(start, shifts), back(end, shifts, end=True)
            found.append(Word(plain, raw, start, end, gap, apart))
        before = match.end()
    return Words(found)


Entry = tuple[tuple[str, ...], str, int]
"""Slots of a phrase, its tag, and its number in order."""


@dataclass(slots=True)
class _Node:
    """The phrases that begin with the same plain words, by what follows these."""

    deeper: dict[str, _Node] = field(default_factory=dict)
    """By the next word, where only one word fills that slot."""
    ends: tuple[Entry, ...] = ()
    """Phrases that end here, the first one added first."""
    gaps: dict[str, list[Entry]] = field(default_factory=dict)
    """What is left of what goes on with a gap, by the word behind it; empty where any may."""
    loose: tuple[Entry, ...] = ()
    """What is left of what goes on with any word or any ending."""

    def add(self, slots: tuple[str, ...], done: int, tag: str, number: int) -> None:
        """Add a phrase of which `done` slots lead here."""
        slot, behind = [*slots[done:], "", ""][:2]
        if not slot:
            self.ends += ((slots, tag, number),)
        elif plain := _plain(slot):
            self.deeper.setdefault(plain, _Node()).add(slots, done + 1, tag, number)
        elif slot == "..":
            self.gaps.setdefault(_plain(behind), []).append((slots[done:], tag, number))
        else:
            self.loose += ((slots[done:], tag, number),)


@dataclass(slots=True)
class TaggedPhrases:
    """A set of phrases under tags, found in one pass over the words; the longest wins."""

    _heads: dict[str, _Node] = field(default_factory=dict)
    """By the first word."""
    _stems: dict[str, dict[str, _Node]] = field(default_factory=dict)
    """By how the first word begins, below its first letters."""
    _count: int = 0
    _version: int = 0
    """Another number for each state of each set: what was found in a text is kept by it."""
    cased: bool = False
    """True for names: a capital in the phrase asks for a capital in the text."""
    index: Index = field(default_factory=Index)
    """Shared by sets that are looked for in the same texts."""
    _bit: int = field(init=False)
    """By which the index knows this set."""

    def __post_init__(self) -> None:
        self._bit = self.index.bit()

    def add(self, phrases: Iterable[str], tag: str) -> None:
        """Add phrases of the mini-language above under `tag`."""
        self._version = next(VERSIONS)
        for phrase in phrases:
            for slots in _expand(phrase if self.cased else phrase.lower()):
                head = slots[0].lower()
                stem = head.endswith("*")
                table = self._stems.setdefault(head[:KEY], {}) if stem else self._heads
                self._count += 1
                table.setdefault(head.removesuffix("*"), _Node()).add(slots, 1, tag, self._count)
                gapped = slots[1:2] == ("..",)
                second = "".join(map(_plain, slots[2:3] if gapped else slots[1:2]))
                self.index.add(head, self._bit, second, gapped=gapped)

    def find(self, text: list[Word]) -> list[Hit]:
        """Return the phrases in `text` from left to right, longest first, none overlapping."""
        if not isinstance(text, Words):
            return self._search(text, self._begin(text))
        known = self._known(text)
        if not known:
            return []
        hits = text.hits.get(self._version)
        if hits is None:
            hits = text.hits[self._version] = self._search(text, known)
        return list(hits)

    def within(self, text: list[Word], first: int, last: int) -> list[Hit]:
        """Return the phrases in words `first` to `last` of a text, counted from `first`.

        Of a whole text it is known where a phrase may begin: a part without such is not searched.
        """
        if not isinstance(text, Words):
            return self.find(text[first:last])
        known = [at - first for at in self._known(text) if first <= at < last]
        return self._search(text[first:last], known) if known else []

    def _known(self, text: Words) -> Sequence[int]:
        """Return the places of a whole text where a phrase may begin."""
        found = text.starts.get(self.index)
        if found is None or found[0] != self.index.version:
            found = text.starts[self.index] = self.index.version, self.index.starts(text.lows)
        return found[1].of(self._bit)

    def _begin(self, text: list[Word]) -> list[int]:
        """Return the places where the first word of a phrase stands."""
        heads, stems = self._heads, self._stems
        if not stems:
            return [i for i, w in enumerate(text) if w.text in heads]
        return [i for i, w in enumerate(text) if w.text in heads or w.text[:KEY] in stems]

    def _search(self, text: list[Word], known: Sequence[int]) -> list[Hit]:
        """Return the phrases that begin at the `known` places of a text."""
        hits: list[Hit] = []
        done = 0
        said = lows(text)
        for index in known:
            best = self._longest(text, said, index) if index >= done else None
            if best is not None:
                hits.append(best)
                done = best.last
        return hits

    def _longest(self, text: list[Word], said: list[str], index: int) -> Hit | None:
        """Return the longest phrase that begins at `index`; `said` are the words in lower case."""
        head = said[index]
        found: list[tuple[int, int, str]] = []
        if head in self._heads:
            found = self._walk(self._heads[head], text, said, index)
        if self._stems:
            for begins, node in self._stems.get(head[:KEY], {}).items():
                if is_of(begins, head):
                    ending = self._walk(node, text, said, index)
                    found += [(last, order - self._count, tag) for last, order, tag in ending]
        if not found:
            return None
        last, _, tag = max(found)  # of the longest the one with no stem, and of those the first
        return Hit(index, last, tag)

    def _walk(
        self, node: _Node, text: list[Word], said: list[str], index: int
    ) -> list[tuple[int, int, str]]:
        """Return where phrases that begin at `index` end, the first one added highest, and tags."""
        found: list[tuple[int, int, str]] = []
        at = index + 1
        while True:
            for slots, tag, number in node.ends:
                if not self.cased or all(map(_written, slots, text[index:at])):
                    found.append((at, -number, tag))
                    break
            if node.gaps:
                for low in ("", *said[at : at + 1 + GAP]):
                    for slots, tag, number in node.gaps.get(low, ()):
                        if last := _match(slots, text, at):
                            found.append((last, -number, tag))
            if at >= len(text) or text[at].apart:
                return found
            for slots, tag, number in node.loose:
                if last := _match(slots, text, at):
                    found.append((last, -number, tag))
            if said[at] not in node.deeper:
                return found
            node = node.deeper[said[at]]
            at += 1


def _match(slots: tuple[str, ...], text: list[Word], index: int) -> int:
    """Return the index after the last word of the phrase at `index`, or 0."""
    at = index
    for place, slot in enumerate(slots):
        if slot == "..":
            rest = slots[place + 1 :]
            for skip in range(GAP + 1):
                last = _match(rest, text, at + skip)
                if last and not any(word.apart for word in text[at : at + skip + 1]):
                    return last
            return 0
        if at >= len(text) or (place and text[at].apart) or not _fits(slot, text[at].text):
            return 0
        at += 1
    return at


def _fits(slot: str, word: str) -> bool:
    """Tell whether a word fills a slot of a phrase."""
    return word == slot or slot == "_" or (slot.endswith("*") and is_of(slot[:-1], word))


def _written(slot: str, word: Word) -> bool:
    """Tell whether a word is written as the slot of a name asks: `US`, `China`."""
    if slot.isupper() and len(slot) <= 3:
        return word.raw.isupper()
    return not slot[:1].isupper() or word.capital


def _plain(slot: str) -> str:
    """Return a slot that only one word fills, in lower case; empty for the others."""
    return "" if slot == "_" or slot == ".." or slot.endswith("*") else slot.lower()


def _expand(phrase: str) -> Iterator[tuple[str, ...]]:
    """Yield the plain phrases that one with `a/b` in it stands for."""
    plain = phrase.replace("-", " ").replace("’", "'")
    if "/" not in plain:
        if plain.strip():
            yield tuple([one.removesuffix("'s") for one in plain.split()])
        return
    slots = [[one.removesuffix("'s") for one in slot.split("/")] for slot in plain.split()]
    for choice in product(*slots):
        if choice:
            yield tuple(choice)
